//! Whereabouts: the places of acts that have one place, as where somebody was arrested, where a ship came from or where a
//! body has its seat.
//!
//! They are told by a preposition that ties a place to a word of the act, or by a verb of hosting whose subject is
//! the place. What is denied or only possible has no place.

/// How large places are and where they lie.
mod ground;
mod hosted;
mod led;

use crate::extract::bind;
use crate::extract::figure::around;
use crate::extract::naming::Naming;
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::site::{self, Site};
use crate::extract::spot;
use crate::extract::topic::key_at;
use crate::extract::whereabouts::ground::{drop_stretches, is_called, level, peoples, tells_type, town_of};
use crate::extract::whereabouts::led::{BY_NAME, FIRST, Led, plain};
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Fact, Modality};
use crate::lexicon::meaning::{Meaning, Sense};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::lexicon::schema::telling::Telling;
use crate::text::hash;
use crate::value::Value;
use crate::value::place::Place;
use std::collections::BTreeSet;
use std::ops::Range;

/// Furthest that an act stands before its place, in words, and behind it.
const BEFORE: usize = 10;
const BEHIND: usize = 3;

/// Furthest that it stands before a place that people pass through.
const GATE: usize = 20;

/// Furthest that a negation stands before the act.
const NEGATED: usize = 4;

/// Most names of a sentence that tell of what an act is told.
const NAMES: usize = 8;

/// How near an act stands to the country where it was done, in words.
const NEAR: usize = 4;

/// How near an act stands to the word that says that it was the first, in words.
const RANKED: usize = 5;

/// The sort of places that people pass through.
const CROSSING: &str = "border-crossing";

/// How near the act stands to a place that something comes from, in words, where a clause parts them.
const CLOSE: usize = 3;

/// The place of an act.
#[derive(Clone, Debug)]
pub struct Whereabouts {
    /// The place as a fact.
    pub fact: Fact,
    /// What the act may be, by the states of its kind.
    pub acts: BTreeSet<String>,
    /// Whether it is only near the place.
    pub is_near: bool,
    /// How large a place it is.
    pub level: Level,
    /// What alone tells it from others: its name without the town where it is.
    pub own: String,
    /// What may tell such an act, by key.
    pub said: BTreeSet<u64>,
    /// What the words of its sentence say, by key.
    pub words: BTreeSet<u64>,
    /// What its sentence names beside the place.
    pub names: Vec<String>,
    /// The language, by key.
    pub language: u64,
}

/// How large a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// One that was built.
    Facility,
    /// A town or a part of one, or a place of which no more is known.
    Town,
    /// A province or another stretch of land.
    Region,
    /// A state.
    Country,
}

impl Whereabouts {
    /// The place.
    #[must_use]
    pub const fn place(&self) -> Option<&Place> {
        if let Value::Place(place) = &self.fact.value { Some(place) } else { None }
    }
}

/// The whereabouts of the acts of a text that names these places.
#[must_use]
pub fn whereabouts(
    reading: &Reading<'_>,
    article: ArticleIdx,
    namings: &[Naming],
    sites: &[Site],
    mut spots: Vec<(Range<usize>, Place)>,
) -> Vec<Whereabouts> {
    let Some(kind) = reading.lexicon.told(Telling::Whereabouts).next() else {
        return Vec::new();
    };
    let view = View { reading, kind, article, namings };
    let facilities = sites.iter().filter_map(|site| {
        let Value::Place(place) = &site.fact.value else { return None };
        let known = reading.lexicon.place(&site.name);
        let is_known = known.id.is_some() && !known.within.is_empty();
        let mut within = known.within;
        if is_called(place) {
            within.extend(town_of(reading, site.at.end));
        }
        let place = Place { id: if is_known { known.id } else { place.id.clone() }, within, ..place.clone() };
        Some((site.at.clone(), place))
    });
    let mut places: Vec<(Range<usize>, Place)> = facilities.collect();
    let n_facilities = places.len();
    let is_free = |words: &Range<usize>| {
        sites.iter().all(|site| site.at.end <= words.start || words.end <= site.at.start)
    };
    drop_stretches(reading, &mut spots);
    // A word before a year is no place.
    let is_plain = |words: &Range<usize>, place: &Place| {
        let is_number = place.name.chars().any(char::is_numeric);
        let is_before = || !reading.mentions_in(words.end..words.end + 1).is_empty();
        let is_announced = || reading.words.get(words.start).is_some_and(tells_type);
        place.is_listed()
            || !is_number && (reading.language.grammar.capitals || is_announced() || !is_before())
    };
    places.extend(spots.into_iter().filter(|(words, place)| is_free(words) && is_plain(words, place)));
    places.extend(peoples(reading).filter(|(words, _)| view.tied_make(words.end).is_some()));
    places
        .iter()
        .enumerate()
        .filter_map(|(at, (words, place))| {
            let is_facility = at < n_facilities && !is_called(place);
            let level = if is_facility { Level::Facility } else { level(reading, words, place) };
            view.place_of(words, place, level)
        })
        .collect()
}

struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    kind: &'r Kind,
    article: ArticleIdx,
    namings: &'r [Naming],
}

impl View<'_, '_> {
    fn place_of(&self, words: &Range<usize>, place: &Place, level: Level) -> Option<Whereabouts> {
        let sentence = self.reading.sentences.get(self.reading.sentence_of(words.start))?;
        let is_told = |at: usize| {
            let modality = self.reading.modality(at);
            matches!(modality, Modality::Actual | Modality::Planned) && !self.is_negated(at)
        };
        let found = spot::leads(self.reading, words.start).or_else(|| self.based(words.start));
        let seat = self.tied_seat(words.end).filter(|_| level != Level::Country);
        let (function, (at, acts)) = if let Some(tied) = seat.clone().or_else(|| self.tied_make(words.end)) {
            (Function::In, tied)
        } else if let Some((first, function)) = found {
            let led = Led { first, function, is_gate: place.types.contains(CROSSING), level };
            if function == Function::From && self.is_of_some(first) || self.is_of_topic(first) {
                return None;
            }
            (function, self.acts(&led, words.end, sentence)?)
        } else {
            (Function::In, self.native(words, place).or_else(|| self.hosted(words, level, sentence))?)
        };
        if !is_told(at) || self.is_quoted(words.start) {
            return None;
        }
        let fact = bind::bare(self.reading, self.article, self.kind, words, Value::Place(place.clone()));
        let near = around::words(self.reading, words, Some(at));
        let is_other = |other: &usize| *other != at && !words.contains(other);
        let others = sentence.words.clone().filter(is_other);
        let told = others.filter_map(|at| key_at(self.reading, at)).map(|(key, ..)| key);
        let told = told.chain(near.iter().filter(|near| !near.is_broader).map(|near| near.key));
        let is_tied = seat.is_some();
        let named = if is_tied { self.owners(at, sentence) } else { sentence.words.clone() };
        let is_by_name = self.are_by_name(&acts);
        let mut names = self.names(&named, words);
        names.retain(|name| !is_by_name || self.reading.lexicon.place(name).within.is_empty());
        Some(Whereabouts {
            fact,
            is_near: function == Function::Near,
            level,
            own: site::without_town(self.reading.lexicon, &place.name),
            said: self.said(&acts),
            acts,
            words: told.filter(|_| !is_tied && !is_by_name).collect(),
            names,
            language: hash::of(&self.reading.language.tag),
        })
    }

    /// Whether a place behind "from" is where some of those come from who are told of: *most of them* from X.
    fn is_of_some(&self, first: usize) -> bool {
        let before = first.checked_sub(1).and_then(|before| self.reading.words.get(before));
        before.is_some_and(|word| word.clitics.pronoun || word.is_function(Function::OfThem))
    }

    /// Whether a place is where something lies of which people speak: the situation *in* X.
    fn is_of_topic(&self, first: usize) -> bool {
        let before = first.checked_sub(1);
        before.is_some_and(|before| self.carries(before, &self.kind.unless))
    }

    /// Whether only a name tells whose acts some are.
    fn are_by_name(&self, acts: &BTreeSet<String>) -> bool {
        let is_it = |state: &&State| state.state.contains(BY_NAME) && acts.contains(plain(&state.state));
        self.kind.states.iter().any(|state| is_it(&state))
    }

    /// Whether words around an act say that it was the first.
    fn is_of_first(&self, at: usize) -> bool {
        let is_it = |sense: &Sense| sense.meaning == Meaning::Ordinal(1);
        let near = at.saturating_sub(RANKED)..at + 1 + RANKED;
        near.into_iter().any(|near| {
            let word = self.reading.words.get(near);
            word.is_some_and(|word| word.senses.iter().any(is_it))
        })
    }

    /// The concepts that tell some acts, by key.
    fn said(&self, acts: &BTreeSet<String>) -> BTreeSet<u64> {
        let is_it =
            |state: &&State| acts.contains(plain(&state.state)) || hosted::is_next(&state.state, acts);
        let states = self.kind.states.iter().filter(is_it);
        states.flat_map(|state| &state.concepts).map(hash::of).collect()
    }

    pub(super) fn carries(&self, at: usize, concepts: &Concepts) -> bool {
        let word = self.reading.words.get(at);
        word.is_some_and(|word| word.has_any(concepts))
    }

    fn is_quoted(&self, at: usize) -> bool {
        self.reading.quotes.iter().any(|quote| quote.words.contains(&at))
    }

    fn is_negated(&self, at: usize) -> bool {
        (at.saturating_sub(NEGATED)..at).any(|at| {
            let word = self.reading.words.get(at);
            word.is_some_and(|word| word.is_function(Function::Not) || word.is_function(Function::None))
        })
    }

    /// The longest names of some words, but for those of others.
    fn names(&self, words: &Range<usize>, but: &Range<usize>) -> Vec<String> {
        let is_inside = |naming: &&Naming| {
            let is_apart = naming.at.end <= but.start || but.end <= naming.at.start;
            !naming.is_loose && words.contains(&naming.at.start) && is_apart
        };
        self.namings.iter().filter(is_inside).map(|naming| naming.name.name.clone()).take(NAMES).collect()
    }

    /// The place behind a word that leads to it by itself: *based in* X.
    fn based(&self, start: usize) -> Option<(usize, Function)> {
        let leads = |at: usize| self.reading.words.get(at).filter(|word| word.tokens.len() > 1);
        let before = start.checked_sub(1)?;
        let is_article = self.reading.words.get(before).is_some_and(Word::may_be_article);
        let word = before.checked_sub(usize::from(is_article)).and_then(leads)?;
        let is_act = |concepts: &Concepts| word.has_any(concepts);
        word.states(self.kind).find(|state| is_act(&state.concepts))?;
        let last = self.reading.text.tokens().get(word.tokens.clone())?.last()?;
        let last = self.reading.language.look_up(&[self.reading.text.normal(last)]);
        let leads = |function: &Function| {
            last.senses.iter().any(|sense| sense.meaning == Meaning::Function(*function))
        };
        let function = [Function::To, Function::Through].into_iter().find(leads);
        Some((start, function.unwrap_or(Function::In)))
    }

    /// The acts that a place is of, by the nearest word before it, else right behind it.
    fn acts(&self, led: &Led, end: usize, sentence: &Sentence) -> Option<(usize, BTreeSet<String>)> {
        let acts = |at: usize| {
            let word = self.reading.words.get(at).filter(|_| !self.reading.is_in_name(at))?;
            let says = |concepts: &Concepts| word.has_any(concepts);
            let clause = || sentence.clause_words(sentence.clause(at));
            let is_near = |with: &Concepts| clause().any(|near| self.carries(near, with));
            // What a whole text is about need not stand beside it.
            let is_about = |with: &Concepts| {
                self.reading.sentences.iter().any(|sentence| sentence.marks.meets(with.marks()))
            };
            let stands = |state: &State| {
                let with = &state.with;
                with.is_empty() || is_near(with) || state.own && is_about(with)
            };
            let is_rank = |state: &State| !state.state.starts_with(FIRST) || self.is_of_first(at);
            let is_told = |state: &&State| {
                led.fits(&state.state) && says(&state.concepts) && stands(state) && is_rank(state)
            };
            let states = word.states(self.kind).filter(is_told);
            let acts = states.map(|state| self.next(plain(&state.state), at).to_owned());
            let acts: BTreeSet<String> = acts.collect();
            (!acts.is_empty()).then_some((at, acts))
        };
        let is_value = |at: &usize| self.reading.mentions_in(*at..*at + 1).is_empty();
        let is_near = |at: &usize| {
            let is_from = led.function == Function::From;
            let is_far = led.first - *at > if is_from { CLOSE } else { NEAR };
            let is_far = is_far && (is_from || led.level == Level::Country);
            let is_of_people =
                led.level == Level::Country || sentence.clause(*at) != sentence.clause(led.first);
            !is_far || !is_of_people
        };
        let most = if led.is_gate { GATE } else { BEFORE };
        // A phrase that leads to a place may tell the act: *bound for* X.
        let leads = |word: &Word| word.tokens.len() > 1;
        let first = led.first + usize::from(self.reading.words.get(led.first).is_some_and(leads));
        let before = (sentence.words.start..first).rev().filter(is_value).take(most).filter(is_near);
        let behind =
            (end..(end + BEHIND).min(sentence.words.end)).filter(|at| !self.is_parted_seat(*at, end));
        let towards = || self.new_seat(led, sentence).or_else(|| self.purpose(led, end, sentence));
        let before = before.into_iter().filter(|at| !self.is_seat_of_gathering(*at, led));
        towards().or_else(|| before.into_iter().find_map(acts)).or_else(|| behind.into_iter().find_map(acts))
    }
}
