//! Gatherings and their places where no preposition ties the two: what a place hosts or saw, what somebody travels to
//! it for, and what was held at a seat there.

use crate::extract::attribution::is_verb;
use crate::extract::sentence::Sentence;
use crate::extract::whereabouts::ground::tells_type;
use crate::extract::whereabouts::{BEHIND, Led, Level, View};
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes, Functions};
use crate::lexicon::schema::function::Function;
use crate::value::place::Place;
use std::collections::BTreeSet;
use std::ops::Range;

/// The state of gatherings.
const HELD: &str = "held";

/// The act of the next gathering, which has a place of its own.
const NEXT: &str = "held next";

/// Furthest that the word for the next one stands from a gathering.
const BESIDE: usize = 2;

/// Words of times.
const TIMES: Classes = Classes::of(&[Class::Calendar, Class::Daypart, Class::Unit]);

/// Words of what is still to come.
const AHEAD: Functions = Functions::of(&[Function::Next, Function::Coming]);

/// Whether an act of a state is told of the next gathering.
pub(super) fn is_next(state: &str, acts: &BTreeSet<String>) -> bool {
    state == HELD && acts.contains(NEXT)
}

/// The acts of births and of what was made.
const BORN: &str = "born";
const MADE: &str = "made";

/// Nouns of those born in a place, and of a capital.
const NATIVE: &str = "native-of";
const CAPITAL_CITY: &str = "capital-noun";

/// The state of seats.
const BASED: &str = "based";

/// The act of those whose seat a hyphen ties to their name.
const SEAT: &str = "seat of";

/// Furthest that a name stands behind such a seat, in words.
const NAMED: usize = 4;

/// Furthest that a gathering is told from the verb of hosting, in words.
const TOLD: usize = 14;

/// Most words between a place and the verb of hosting that it is the subject of, with the verb.
const SUBJECT: usize = 3;

/// Furthest that a seat stands before the place to which it is moved, in words.
const MOVED: usize = 5;

/// Most words of the type of a place between the verb and its name.
const TYPES: usize = 2;

impl View<'_, '_> {
    /// The verb by which a place is that of a gathering: *Doha hosted* the talks, القمة التي *استضافها* فندق.
    pub(super) fn hosted(
        &self,
        words: &Range<usize>,
        level: Level,
        sentence: &Sentence,
    ) -> Option<(usize, BTreeSet<String>)> {
        let verb = if self.reading.language.grammar.verb_first {
            self.verb_before(words.start)
        } else {
            self.verb_before(words.start).or_else(|| self.verb_behind(words.end, sentence))
        };
        if level == Level::Country {
            return None;
        }
        if let Some(seat) = self.seat_before(words.start) {
            return Some((seat, BTreeSet::from([BASED.to_owned()])));
        }
        let verb = verb?;
        let near = verb.saturating_sub(TOLD).max(sentence.words.start)..(verb + TOLD).min(sentence.words.end);
        near.into_iter().any(|at| self.tells(at, HELD)).then(|| (verb, BTreeSet::from([HELD.to_owned()])))
    }

    /// The noun of birth right before a place: *من مواليد* صفاقس, *ابنة* العاصمة داكار.
    pub(super) fn native(&self, words: &Range<usize>, place: &Place) -> Option<(usize, BTreeSet<String>)> {
        let is_beside = |at: usize| self.reading.words.get(at).is_some_and(|word| word.breaks == 0);
        let is_type = |at: usize| {
            let tells = |word: &Word| tells_type(word) || word.has_concept(CAPITAL_CITY);
            is_beside(at + 1) && self.reading.words.get(at).is_some_and(tells)
        };
        let before = words.start.checked_sub(1)?;
        let first = words.start - usize::from(is_type(before));
        let at = first.checked_sub(1).filter(|_| is_beside(first) && place.is_listed())?;
        let word =
            self.reading.words.get(at).filter(|word| !word.clitics.pronoun && !word.clitics.article)?;
        let is_native = self.reading.language.grammar.adjective_after_noun && word.has_concept(NATIVE);
        is_native.then(|| (at, BTreeSet::from([BORN.to_owned()])))
    }

    /// What was made in the country whose adjective ends before `end`: *Chinese-made*, إيرانية *الصنع*.
    pub(super) fn tied_make(&self, end: usize) -> Option<(usize, BTreeSet<String>)> {
        let word = |at: usize| self.reading.words.get(at).filter(|word| word.breaks == 0);
        let at = if self.reading.language.grammar.adjective_after_noun {
            end
        } else {
            let hyphen = word(end).filter(|word| word.is_sign("-") && !word.spaced);
            hyphen.and(word(end + 1)).filter(|word| !word.spaced).map(|_| end + 1)?
        };
        let is_make = word(at).is_some() && self.carries(at, &self.kind.heads);
        is_make.then(|| (at, BTreeSet::from([MADE.to_owned()])))
    }

    /// The seat right before a place that it is said to be: *مقرها* الدوحة.
    fn seat_before(&self, start: usize) -> Option<usize> {
        let at = start
            .checked_sub(1)
            .filter(|_| self.reading.words.get(start).is_some_and(|word| word.breaks == 0))?;
        (self.reading.language.grammar.adjective_after_noun && self.carries(at, &self.kind.context))
            .then_some(at)
    }

    /// The act that a word tells, of the next gathering where the words beside it say so: *next year's* summit, القمة
    /// *القادمة*.
    pub(super) fn next<'s>(&self, act: &'s str, at: usize) -> &'s str {
        // What is next month is told of no next gathering.
        let follows = self.reading.language.grammar.adjective_after_noun;
        let is_time = |at: usize| {
            let own = if follows { at.checked_sub(1) } else { Some(at + 1) };
            let word = own.and_then(|own| self.reading.words.get(own));
            word.is_some_and(|word| word.summary.is_any(TIMES))
        };
        let ahead = |at: &usize| {
            let word = self.reading.words.get(*at);
            word.is_some_and(|word| word.summary.does_any(AHEAD)) && !is_time(*at)
        };
        let is_of_gathering = |at: usize| {
            let mut beside = at.saturating_sub(BESIDE)..at + 1 + BESIDE;
            beside.any(|near| self.tells(near, HELD))
        };
        let near = at.saturating_sub(TOLD)..at + 1 + BESIDE;
        let mut near = near.filter(|near| self.reading.sentence_of(*near) == self.reading.sentence_of(at));
        let is_next = act == HELD && near.any(|near| ahead(&near) && is_of_gathering(near));
        if is_next { NEXT } else { act }
    }

    /// The verb of hosting right before a place with its type: *hosted by* X, *تستضيفها* X.
    fn verb_before(&self, start: usize) -> Option<usize> {
        let is_type = |at: &usize| {
            self.reading.words.get(*at).is_some_and(|word| tells_type(word) || word.is_article())
        };
        let is_beside = |at: &usize| self.reading.words.get(*at).is_some_and(|word| word.breaks == 0);
        let types =
            (start.saturating_sub(TYPES)..start).rev().take_while(|at| is_type(at) && is_beside(at)).count();
        let at = (start - types).checked_sub(1).filter(|_| is_beside(&(start - types)))?;
        let word = self.reading.words.get(at)?;
        let is_phrase = || word.tokens.len() > 1;
        (self.hosts(word) && (self.reading.language.grammar.verb_first || is_phrase())).then_some(at)
    }

    /// The verb of hosting behind a place that is its subject.
    fn verb_behind(&self, end: usize, sentence: &Sentence) -> Option<usize> {
        let mut near = end..(end + SUBJECT).min(sentence.words.end);
        let verb = near.find(|at| self.reading.words.get(*at).is_some_and(|word| self.hosts(word)))?;
        let is_open = |at: usize| {
            self.reading.words.get(at).is_some_and(|word| {
                let helps = word.senses.iter().any(|sense| sense.meaning.concept().is_some());
                word.breaks == 0 && !word.is_sign(",") && !helps
            })
        };
        (end..verb).all(is_open).then_some(verb)
    }

    fn hosts(&self, word: &Word) -> bool {
        is_verb(word) && word.has_any(&self.kind.triggers)
    }

    /// Whether a word tells an act of a state of the kind.
    fn tells(&self, at: usize, act: &str) -> bool {
        let states = self.kind.states.iter().filter(|state| state.state == act);
        let Some(word) = self.reading.words.get(at).filter(|word| !self.hosts(word)) else { return false };
        states.into_iter().any(|state| word.has_any(&state.concepts))
    }

    /// The gathering for which somebody goes to a place: to Ankara *for talks*.
    pub(super) fn purpose(
        &self,
        led: &Led,
        end: usize,
        sentence: &Sentence,
    ) -> Option<(usize, BTreeSet<String>)> {
        if led.function != Function::To || led.level == Level::Country {
            return None;
        }
        let near = end..(end + BEHIND).min(sentence.words.end);
        let leads =
            |word: &Word| word.is_function(Function::For) || word.clitics.preposition == Some(Function::To);
        let is_for =
            |at: &usize| self.reading.words.get(*at).is_some_and(|word| leads(word) && word.breaks == 0);
        let first = near.clone().find(is_for)?;
        let goes_on = |at: &usize| {
            let is_of = |word: &Word| word.is_article() || word.is_function(Function::Of);
            let is_grammar = |word: &Word| word.summary.is(Class::Function) && !is_of(word);
            *at == first || self.reading.words.get(*at).is_some_and(|word| !is_grammar(word))
        };
        let at = (first..near.end).take_while(goes_on).find(|at| self.tells(*at, HELD))?;
        Some((at, BTreeSet::from([HELD.to_owned()])))
    }

    /// The seat that a hyphen ties to the place where it is: the *Pune-based* firm.
    pub(super) fn tied_seat(&self, end: usize) -> Option<(usize, BTreeSet<String>)> {
        let is_tied =
            |at: usize| self.reading.words.get(at).is_some_and(|word| !word.spaced && word.breaks == 0);
        let is_hyphen = self.reading.words.get(end).is_some_and(|word| word.is_sign("-"));
        (is_hyphen && is_tied(end) && is_tied(end + 1) && self.carries(end + 1, &self.kind.context))
            .then(|| (end + 1, BTreeSet::from([SEAT.to_owned()])))
    }

    /// The words behind such a seat, which name whose it is.
    pub(super) fn owners(&self, seat: usize, sentence: &Sentence) -> Range<usize> {
        seat + 1..(seat + 1 + NAMED).min(sentence.words.end)
    }

    /// The seat that is moved to a place: its head office, *which moves to* Kuwait City.
    pub(super) fn new_seat(&self, led: &Led, sentence: &Sentence) -> Option<(usize, BTreeSet<String>)> {
        let first = led.first.saturating_sub(MOVED).max(sentence.words.start);
        let seat = || (first..led.first).rev().find(|at| self.tells(*at, BASED));
        let is_towards = led.function == Function::To && led.level != Level::Country;
        let at = is_towards.then(seat).flatten()?;
        Some((at, BTreeSet::from([BASED.to_owned()])))
    }

    /// Whether a word is the seat of a body where something was done, and not what is told of it: in a ceremony *at
    /// navy headquarters* in Manila.
    pub(super) fn is_seat_of_gathering(&self, at: usize, led: &Led) -> bool {
        let Some(word) = self.reading.words.get(at).filter(|_| led.function == Function::In) else {
            return false;
        };
        let leading = [Function::In, Function::At];
        let is_led = |word: &Word| {
            leading
                .into_iter()
                .any(|function| word.is_function(function) || word.clitics.preposition == Some(function))
        };
        let before = at.saturating_sub(TYPES)..at;
        let is_before = || before.into_iter().any(|at| self.reading.words.get(at).is_some_and(is_led));
        let own = word.clitics.preposition.is_some_and(|own| leading.contains(&own));
        self.tells(at, BASED) && word.tokens.len() == 1 && !word.clitics.pronoun && (own || is_before())
    }

    /// Whether a word is a seat that a comma parts from the place before it.
    pub(super) fn is_parted_seat(&self, at: usize, end: usize) -> bool {
        let is_comma = |at: usize| self.reading.words.get(at).is_some_and(|word| word.is_sign(","));
        self.tells(at, BASED) && (end..at).any(is_comma)
    }
}
