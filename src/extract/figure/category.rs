//! Categories: words that exclude one another where they are said of one thing, as the colour of a car, the room in
//! which a fire began or the maker of an engine.
//!
//! A kind names the members by its states, and in each of its shapes what binds them: a noun beside the member, or
//! a trigger in its clause. A thing of which an article gives several members is of several things, and is left out.

use crate::extract::attribution::is_verb;
use crate::extract::entity::EntityKind;
use crate::extract::event::Events;
use crate::extract::figure::choice::{Choice, Reader};
use crate::extract::figure::{Figure, around};
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::fact::ArticleIdx;
use crate::lexicon::Lexicon;
use crate::lexicon::class::Functions;
use crate::lexicon::index::KindMarks;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::answers::Scope;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::lexicon::shape::ShapeRef;
use crate::text::hash;
use crate::text::token::TokenKind;
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Furthest that a member stands from the noun which it is said of, in words.
const BESIDE: usize = 3;

/// Furthest that it stands from the word that makes it an answer.
const REACH: usize = 9;

/// Furthest that what befell somebody stands from him.
const SUBJECT: usize = 6;

/// Words that begin another part of a sentence.
const LEADING: Functions = Functions::of(&[
    Function::After,
    Function::And,
    Function::At,
    Function::Because,
    Function::Before,
    Function::But,
    Function::By,
    Function::During,
    Function::In,
    Function::On,
    Function::When,
    Function::While,
]);

/// Furthest that it stands behind the preposition that leads to it.
const LED: usize = 4;

/// The members of categories that a text names, in the order of the kinds.
#[must_use]
pub(super) fn categories(reading: &Reading<'_>, events: &Events, article: ArticleIdx) -> Vec<Figure> {
    let reader = Reader { reading, events, article };
    let told = |(_, (kind, _)): &(usize, (&Kind, &KindMarks))| kind.told == Telling::Category;
    let mut sentences: Vec<Option<Members<'_>>> = vec![None; reading.sentences.len()];
    let mut figures = Vec::new();
    for (idx, (kind, asked)) in reading.lexicon.marked_kinds().enumerate().filter(told) {
        let asks = |(sentence, _): &(&Sentence, _)| sentence.marks.meets(&asked.binding);
        for (sentence, members) in reading.sentences.iter().zip(&mut sentences).filter(asks) {
            let members = members.get_or_insert_with(|| reader.members(sentence));
            let own = members.iter().filter(|member| member.kind == idx);
            figures.extend(own.filter_map(|member| reader.category(sentence, kind, member)));
        }
    }
    drop_several(&mut figures, reading.lexicon);
    figures
}

/// A word as a member of a category: where it stands, the place of the kind among all, and the state of the kind.
#[derive(Clone, Debug)]
struct Member<'l> {
    at: usize,
    kind: usize,
    state: &'l str,
}

/// The members of categories that a sentence names, in the order of its words.
type Members<'l> = Vec<Member<'l>>;

impl<'r> Reader<'r, '_> {
    /// The member of a category that a word names.
    fn category(&self, sentence: &Sentence, kind: &Kind, member: &Member<'_>) -> Option<Figure> {
        let Member { at, state, .. } = *member;
        let clause = self.stretch(sentence, at);
        if self.is_name(at)
            || self.is_negated(at, &clause)
            || (!kind.behind.is_empty() && !self.is_led(kind, at, &clause) && !self.acts(kind, at))
        {
            return None;
        }
        let acted = self.acts(kind, at).then_some((at + 1, None));
        let bound = || kind.shapes().find_map(|shape| self.bound(sentence, kind, shape, at, &clause));
        let (bound, noun) = acted.or_else(bound)?;
        let words = at.min(bound)..at.max(bound) + 1;
        let key = match noun {
            Some(noun) if kind.scope == Scope::Slots => {
                let noun = hash::of(noun);
                // A night guard is a guard.
                hash::of(&(&kind.id, self.reading.lexicon.broader(noun).unwrap_or(noun)))
            }
            Some(_) | None => hash::of(&kind.id),
        };
        let figure = self.figure(kind, Choice { state, at, words: words.clone(), key, is_listed: true })?;
        // What stands between the member and what binds it tells what it is of as well.
        let mut near = around::words(self.reading, &(at..at + 1), Some(bound));
        near.extend(figure.words);
        around::keep_nearest(&mut near);
        Some(Figure { people: around::people(self.reading, &words), words: near, ..figure })
    }

    /// The members that the words of a sentence name; none of one that tells of another time.
    fn members(&self, sentence: &Sentence) -> Members<'r> {
        if self.looks_back(sentence) {
            return Vec::new();
        }
        let of = |at: usize| {
            let told = self.told_by(at).into_iter();
            told.map(move |(kind, state)| Member { at, kind, state })
        };
        sentence.words.clone().flat_map(of).collect()
    }

    /// The states that a word names, one of each kind: by its concept or role, else by what it means where words are
    /// compared.
    fn told_by(&self, at: usize) -> Vec<(usize, &'r str)> {
        let mut told: Vec<(usize, &'r str)> = Vec::new();
        let Some(word) = self.word(at) else { return told };
        let lexicon = self.reading.lexicon;
        let mut tell = |id: &str| {
            for (kind, state) in lexicon.members(id) {
                if told.iter().all(|(known, _)| *known != kind) {
                    told.push((kind, state));
                }
            }
        };
        let role = |sense: &'r Sense| if let Meaning::Role(id) = &sense.meaning { Some(id) } else { None };
        let known = word.senses.iter().filter_map(|sense| sense.meaning.concept().or_else(|| role(sense)));
        known.for_each(|id| tell(id));
        if word.concept().is_none() {
            word.known.common(self.reading.language).iter().for_each(|id| tell(id));
        }
        told
    }

    /// The clause of a word, with the one before where words that lead to a cause begin it.
    fn stretch(&self, sentence: &Sentence, at: usize) -> Range<usize> {
        let clause = sentence.clause_words(sentence.clause(at));
        let leads = self.word(clause.start).is_some_and(|word| word.is_function(Function::CausedBy));
        match clause.start.checked_sub(1).filter(|before| leads && sentence.words.contains(before)) {
            Some(before) => sentence.clause_words(sentence.clause(before)).start..clause.end,
            None => clause,
        }
    }

    /// Whether a sentence tells of another time: it gives a year alone.
    fn looks_back(&self, sentence: &Sentence) -> bool {
        let is_year = |mention: &Mention| matches!(&mention.value, Value::Time(time) if time.is_short());
        self.reading.mentions_in(sentence.words.clone()).iter().any(is_year)
    }

    /// Whether a word is part of a name, by what is known or by the capitals around.
    fn is_name(&self, at: usize) -> bool {
        let is_capital = |at: Option<usize>| {
            let word = at.and_then(|at| self.word(at));
            word.is_some_and(|word| word.capital && word.kind == TokenKind::Word && !word.is_article())
        };
        let is_joined = || is_capital(at.checked_sub(1)) || is_capital(Some(at + 1));
        let is_single = self.word(at).is_some_and(|word| word.tokens.len() == 1);
        let by_capitals =
            self.reading.language.grammar.capitals && is_single && is_capital(Some(at)) && is_joined();
        by_capitals || self.reading.entities_in(at..at + 1).any(|entity| entity.kind == EntityKind::Person)
    }

    /// Whether one of the kind's prepositions leads to a member.
    fn is_led(&self, kind: &Kind, at: usize, clause: &Range<usize>) -> bool {
        let leads = |word: &Word| kind.behind.iter().any(|function| word.is_function(*function));
        let first = at.saturating_sub(LED).max(clause.start);
        (first..=at).rev().filter_map(|near| self.word(near)).any(leads)
    }

    /// Whether a member itself does what the next word tells: a *missile struck* the ship.
    fn acts(&self, kind: &Kind, at: usize) -> bool {
        let is_past = |word: &Word| word.senses.iter().any(|sense| sense.form == Form::Past);
        let tells = |word: &Word| {
            let states = self.carries(at + 1, &kind.triggers).or_else(|| self.carries(at + 1, &kind.heads));
            states.is_some() && is_past(word) && word.breaks == 0
        };
        // "The missile *hit by* flak" is no subject.
        let is_by = self.word(at + 2).is_some_and(|word| word.is_function(Function::By));
        let verb_first = self.reading.language.grammar.verb_first;
        kind.acts && !verb_first && !is_by && self.word(at + 1).is_some_and(tells)
    }

    /// What binds a member in one way of telling, and the noun that it is said of.
    fn bound<'k>(
        &self,
        sentence: &Sentence,
        kind: &Kind,
        shape: ShapeRef<'k>,
        at: usize,
        clause: &Range<usize>,
    ) -> Option<(usize, Option<&'k String>)> {
        let is_free = !self.has(clause, shape.unless)
            && (shape.context.is_empty() || self.has(&self.with_before(sentence), shape.context));
        if !is_free {
            return None;
        }
        let is_led = !kind.behind.is_empty();
        let reach = if is_led { self.before(shape, at, clause) } else { near(at, REACH, clause) };
        let trigger = self.nearest(shape.triggers, at, &reach);
        if !shape.triggers.is_empty() && trigger.is_none() {
            return None;
        }
        let reach = if is_led {
            reach
        } else if self.is_suffered(at) {
            near(at, SUBJECT, clause)
        } else {
            self.beside(at, clause)
        };
        let head = self.nearest(shape.heads, at, &reach);
        if !shape.heads.is_empty() && head.is_none() {
            return None;
        }
        let noun = head.and_then(|head| self.carries(head, shape.heads));
        Some((head.or(trigger)?, noun))
    }

    /// The words before a member that a preposition leads to, from the nearest verb on; what binds it is no such
    /// verb.
    fn before(&self, shape: ShapeRef<'_>, at: usize, clause: &Range<usize>) -> Range<usize> {
        let first = at.saturating_sub(REACH).max(clause.start);
        let binds = |near: usize| {
            self.carries(near, shape.heads).is_some() || self.carries(near, shape.triggers).is_some()
        };
        let is_other = |near: &usize| {
            self.word(*near).is_some_and(|word| is_verb(word) && !word.is_noun()) && !binds(*near)
        };
        (first..at).rev().find(is_other).map_or(first, |verb| verb + 1)..at
    }

    /// Whether a member tells what befell the one whom it is said of, and takes no object: the guard *was hurt*.
    fn is_suffered(&self, at: usize) -> bool {
        let befalls = |word: &Word| {
            word.senses.iter().any(|sense| {
                sense.meaning.concept().is_some() && matches!(sense.form, Form::Past | Form::Fixed)
            })
        };
        // A verb with nothing behind it but what begins another part of the sentence has no object.
        let ends =
            |word: &Word| word.breaks > 0 || word.kind == TokenKind::Sign || word.summary.does_any(LEADING);
        let is_active = !self.reading.language.grammar.verb_first && !self.word(at + 1).is_none_or(ends);
        self.word(at).is_some_and(befalls) && !is_active
    }

    /// Where the noun stands that a member is said of: on one side of it, with nothing between that parts them.
    fn beside(&self, at: usize, clause: &Range<usize>) -> Range<usize> {
        let parts = |at: &usize| {
            self.word(*at).is_none_or(|word| {
                word.kind == TokenKind::Sign
                    || word.is_function(Function::And)
                    || word.is_function(Function::In)
                    || word.is_function(Function::On)
                    || word.is_function(Function::Of)
            })
        };
        if self.reading.language.grammar.adjective_after_noun {
            let first = at.saturating_sub(BESIDE).max(clause.start);
            let parted = (first..at).rev().find(parts);
            return parted.map_or(first, |parted| parted + 1)..at + 1;
        }
        let last = (at + 1 + BESIDE).min(clause.end);
        at..(at + 1..last).find(parts).unwrap_or(last)
    }
}

/// The words of a clause so near to one of them.
fn near(at: usize, most: usize, clause: &Range<usize>) -> Range<usize> {
    at.saturating_sub(most).max(clause.start)..(at + most + 1).min(clause.end)
}

/// Drops the members of a category of which the article gives several that exclude one another of one thing.
fn drop_several(figures: &mut Vec<Figure>, lexicon: &Lexicon) {
    let told = |figure: &Figure| {
        let kind = lexicon.kind(&figure.fact.kind).filter(|kind| kind.told == Telling::Category)?;
        let Value::State(state) = &figure.fact.value else { return None };
        Some((kind, figure.head?.key, state.clone()))
    };
    let mut given: BTreeMap<(String, u64), BTreeSet<String>> = BTreeMap::new();
    for (kind, key, state) in figures.iter().filter_map(told) {
        given.entry((kind.id.clone(), key)).or_default().insert(state);
    }
    // Of a story that has one such thing an article tells it once.
    let mut once: BTreeSet<(String, String)> = BTreeSet::new();
    figures.retain(|figure| {
        let Some((kind, key, state)) = told(figure) else { return true };
        let all = given.get(&(kind.id.clone(), key));
        all.is_none_or(|all| all.iter().all(|other| *other == state || kind.can_both_hold(&state, other)))
            && (kind.scope == Scope::Slots || once.insert((kind.id.clone(), state)))
    });
}
