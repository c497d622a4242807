//! Roles: who does it, where it goes, where and when it happens, seen from the word that names an event.

mod places;

use crate::extract::attribution::{is_verb, speech};
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::said;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Binding, SlotValue};
use crate::lexicon::schema::event::{EventType, Role};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::speech::Speech;
use crate::value::Value;
use crate::value::place::Place;
use std::collections::BTreeMap;
use std::ops::Range;

/// Furthest that a genitive stands behind its noun, in words.
const GENITIVE: usize = 3;

/// The concept of arriving.
const ARRIVE: &str = "arrive";

/// Furthest that one of two parties stands from the word that brings them together, in words, and a place behind the verb
/// whose object it is.
const PARTY: usize = 12;

/// Fills the slots of an event or fact from the clause of its word `at`.
#[must_use]
pub fn fill(
    reading: &Reading<'_>,
    at: usize,
    roles: impl Iterator<Item = (Slot, Role)> + Clone,
) -> BTreeMap<Slot, SlotValue> {
    let mut filled = BTreeMap::new();
    let Some(sentence) = reading.sentences.get(reading.sentence_of(at)) else { return filled };
    let moves = roles.clone().any(|(_, role)| role == Role::Destination);
    let happens = roles.clone().all(|(slot, _)| matches!(slot, Slot::Where | Slot::When));
    let view = View { reading, sentence, at, moves, happens };
    for (slot, role) in roles {
        if let Some(filling) = view.filling(role) {
            filled.insert(slot, filling);
        }
    }
    filled
}

/// Fills the slots of an event of a type from the clause of its word `at`.
#[must_use]
pub fn fill_event(reading: &Reading<'_>, at: usize, event_type: &EventType) -> BTreeMap<Slot, SlotValue> {
    fill(reading, at, event_type.slots.iter().map(|(slot, role)| (*slot, *role)))
}

/// The places where an event happens, from the narrowest on, with the words of each.
#[must_use]
pub fn locations(reading: &Reading<'_>, at: usize) -> Vec<(Place, Range<usize>)> {
    let Some(sentence) = reading.sentences.get(reading.sentence_of(at)) else { return Vec::new() };
    View { reading, sentence, at, moves: false, happens: false }.locations()
}

/// The concept of verbs that say no more than that something happened.
const OCCUR: &str = "occur";

/// A sentence seen from one of its words.
struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    sentence: &'r Sentence,
    at: usize,
    /// Whether the event goes somewhere, so that "to" leads to a place and not to a party.
    moves: bool,
    /// Whether it only happens, so that what somebody does at a time is not its time.
    happens: bool,
}

fn bound(values: Vec<Value>) -> Option<SlotValue> {
    (!values.is_empty()).then_some(SlotValue { values, binding: Binding::Bound })
}

fn names(entity: &Entity) -> Vec<Value> {
    entity.names.iter().cloned().map(Value::Name).collect()
}

fn acts(entity: &&Entity) -> bool {
    entity.kind != EntityKind::Place && !entity.names.is_empty()
}

impl<'r> View<'r, '_> {
    fn filling(&self, role: Role) -> Option<SlotValue> {
        match role {
            Role::Agent => bound(self.agent()),
            Role::Patient => self.patient().and_then(|entity| bound(names(entity))),
            Role::Participants => bound(self.participants()),
            Role::Destination => self.destination().and_then(|place| bound(vec![Value::Place(place)])),
            Role::Source => self.governed(Function::From).and_then(|entity| bound(names(entity))),
            Role::Location => {
                let found = self.locations().into_iter().next();
                let place = found.map(|(place, words)| (self.joined(&place, &words), place));
                let (other, place) = place.or_else(|| Some((None, self.country_of_noun()?)))?;
                bound(std::iter::once(place).chain(other).map(Value::Place).collect())
            }
            Role::Time => self.time().and_then(|value| bound(vec![value])),
        }
    }

    fn clause(&self) -> Range<usize> {
        self.sentence.clause_words(self.sentence.clause(self.at))
    }

    fn after(&self) -> impl DoubleEndedIterator<Item = &'r Entity> + Clone {
        self.reading.entities_in(self.at + 1..self.clause().end)
    }

    fn before(&self) -> impl DoubleEndedIterator<Item = &'r Entity> + Clone {
        self.reading.entities_in(self.clause().start..self.at)
    }

    fn is_verb(&self) -> bool {
        self.reading.words.get(self.at).is_some_and(is_verb)
    }

    /// Whether a verb or a sign stands between two words.
    fn is_parted(&self, from: usize, to: usize) -> bool {
        let between = self.reading.words.get(from + 1..to).unwrap_or_default();
        between.iter().any(|word| is_verb(word) || word.is_sign(","))
    }

    fn agent(&self) -> Vec<Value> {
        let agent = if self.is_verb() { self.owner().or_else(|| self.subject()) } else { self.genitive() };
        let demonym = || self.demonym().filter(|_| !self.is_verb());
        let found = agent.map(names).or_else(demonym);
        found.or_else(|| self.subject_before().map(names)).unwrap_or_default()
    }

    /// The subject of a verb: right before it; after it, where the language puts it there; before it.
    fn subject(&self) -> Option<&'r Entity> {
        let adjacent = self
            .before()
            .rfind(acts)
            .filter(|entity| self.adjoins(entity.words.end) && self.reading.preposition(entity).is_none());
        let free = |entity: &&Entity| acts(entity) && self.reading.preposition(entity).is_none();
        let after = || self.after().find(free).filter(|_| self.reading.language.grammar.verb_first);
        adjacent.or_else(after).or_else(|| self.before().rfind(free))
    }

    /// Whether nothing stands between a subject and its verb but a particle of the verb.
    fn adjoins(&self, end: usize) -> bool {
        let between = self.reading.words.get(end..self.at).unwrap_or_default();
        let is_particle = |word: &Word| word.is_function(Function::May) || word.is_function(Function::Indeed);
        end <= self.at && between.len() < 2 && between.iter().all(is_particle)
    }

    /// Whose a word is that can be a verb and a noun, where "of" or "by" behind it shows that it is a noun.
    fn owner(&self) -> Option<&'r Entity> {
        let is_noun = self.reading.words.get(self.at).is_some_and(Word::is_noun);
        let by =
            |entity: &&Entity| matches!(self.reading.preposition(entity), Some(Function::Of | Function::By));
        self.genitive().filter(|_| is_noun).filter(by)
    }

    /// Whose a noun is: right behind it, or behind "of" or a dative preposition.
    fn genitive(&self) -> Option<&'r Entity> {
        let next = self.after().next().filter(acts)?;
        let near = next.words.start - self.at <= GENITIVE && !self.is_parted(self.at, next.words.start);
        let stuck =
            self.reading.words.get(next.words.start).is_some_and(|word| word.clitics.preposition.is_some());
        let fits = match self.reading.preposition(next) {
            None => next.kind != EntityKind::Country,
            Some(Function::Of | Function::By) => true,
            Some(Function::To) => stuck && (next.kind != EntityKind::Country || !self.moves),
            Some(_) => false,
        };
        (near && fits).then_some(next)
    }

    /// The country of an adjective near a noun: the Russian exports.
    fn demonym(&self) -> Option<Vec<Value>> {
        let words = self
            .reading
            .words
            .get(self.at.saturating_sub(1)..(self.at + GENITIVE + 1).min(self.clause().end))?;
        let country = words.iter().find_map(|word| word.find(|sense| sense.meaning.demonym().cloned()))?;
        Some(vec![Value::Name(self.reading.lexicon.gazetteer.state(&country))])
    }

    /// Who acts where the event's own words name nobody: in the clause, else the subject of the nearest
    /// clause before that names somebody.
    fn subject_before(&self) -> Option<&'r Entity> {
        let near = self.before().rfind(|entity| entity.kind == EntityKind::Person);
        if let Some(near) = near.or_else(|| self.before().rfind(acts)) {
            return Some(near);
        }
        let clause = self.sentence.clause(self.at);
        let earlier = (0..clause).rev().find_map(|clause| {
            let entities = self.reading.entities_in(self.sentence.clause_words(clause));
            entities
                .clone()
                .find(|entity| acts(entity) && self.reading.preposition(entity).is_none())
                .or_else(|| entities.clone().find(acts))
        });
        earlier.or_else(|| self.named_later()).or_else(|| self.topic())
    }

    /// Whom a pronoun at the word stands for, when the sentence names nobody before it.
    fn named_later(&self) -> Option<&'r Entity> {
        let owned = self.reading.words.get(self.at).is_some_and(|word| word.clitics.pronoun);
        let rest = self.at + 1..self.sentence.words.end;
        self.reading.entities_in(rest).find(|entity| owned && entity.kind == EntityKind::Person)
    }

    /// Whom the sentences before speak of: the first person of the nearest one that names any.
    fn topic(&self) -> Option<&'r Entity> {
        let idx = self.reading.sentence_of(self.at);
        let nearby = self.reading.sentences.get(idx.saturating_sub(2)..idx)?;
        nearby.iter().rev().find_map(|sentence| {
            self.reading.entities_in(sentence.words.clone()).find(|entity| entity.kind == EntityKind::Person)
        })
    }

    fn patient(&self) -> Option<&'r Entity> {
        self.after().filter(acts).find(|entity| self.reading.preposition(entity).is_none())
    }

    fn governed(&self, function: Function) -> Option<&'r Entity> {
        self.after().find(|entity| self.reading.preposition(entity) == Some(function))
    }

    /// Where it goes to: behind "to", where somebody arrives behind "in" and "at" as well, or the object of the verb or
    /// noun itself.
    fn destination(&self) -> Option<Place> {
        let arrives = self.reading.words.get(self.at).is_some_and(|word| word.has_concept(ARRIVE))
            && self.subject().is_some();
        let leads = |function: Function| {
            function == Function::To || arrives && matches!(function, Function::In | Function::At)
        };
        let mut places = self.after().filter(|entity| entity.place.is_some());
        let to = places.clone().find(|entity| self.reading.preposition(entity).is_some_and(leads));
        let mut object = || {
            places.find(|entity| {
                self.reading.preposition(entity).is_none() && entity.words.start - self.at <= PARTY
            })
        };
        to.or_else(&mut object).and_then(|entity| entity.place.clone())
    }

    /// All who take part: those of the clause next to the word on both sides, and the subject before.
    fn participants(&self) -> Vec<Value> {
        let is_party = |entity: &&Entity| {
            entity.kind == EntityKind::Person
                && !matches!(
                    self.reading.preposition(entity),
                    Some(Function::In | Function::Of | Function::From)
                )
        };
        let after =
            self.after().filter(is_party).take_while(|entity| entity.words.start - self.at <= PARTY).take(2);
        let mut parties: Vec<Value> = after.flat_map(names).collect();
        if parties.len() < 2 {
            let missing = 2 - parties.len();
            parties.extend(self.before().rev().filter(is_party).take(missing).flat_map(names));
        }
        if parties.len() < 2 {
            parties.extend(
                self.subject_before()
                    .into_iter()
                    .filter(|entity| entity.kind == EntityKind::Person)
                    .flat_map(names),
            );
        }
        parties.sort_unstable();
        parties.dedup();
        parties
    }

    /// Whether a date belongs to a verb of saying that stands nearer to it: the ministry *announced at noon*.
    fn is_of_speech(&self, mention: &Mention) -> bool {
        let distance = |word: usize| word.abs_diff(mention.words.start);
        let words = self.sentence.clause_words(self.sentence.clause(mention.words.start));
        let before = words.start..mention.words.start;
        before.into_iter().filter(|word| distance(*word) < distance(self.at)).any(|word| {
            let speech = self.reading.words.get(word).and_then(speech);
            speech.is_some_and(|speech| speech != Speech::AccordingTo)
        })
    }

    /// Whether a date belongs to another verb that stands nearer to it: on Tuesday aid *arrived* for those
    /// whom the flood drove out.
    fn is_of_deed(&self, mention: &Mention) -> bool {
        let distance = |word: usize| word.abs_diff(mention.words.start);
        let words = self.sentence.clause_words(self.sentence.clause(mention.words.start));
        let is_deed = |word: &usize| {
            let found = self.reading.words.get(*word);
            let occurs = |found: &Word| found.has_concept(OCCUR);
            *word != self.at
                && found.is_some_and(|found| is_verb(found) && !found.is_noun() && !occurs(found))
        };
        words
            .filter(|word| !mention.words.contains(word))
            .filter(is_deed)
            .any(|word| distance(word) < distance(self.at))
    }

    /// When it happens: the date of its clause that stands nearest, else one at the head of the sentence. A
    /// time behind "since" is when something else was.
    fn time(&self) -> Option<Value> {
        // "The deadliest attack since a truce took hold in 2022": whatever stands behind "since" is of another time.
        let is_since = |mention: &&Mention| {
            let first = mention.words.start;
            let words = self.reading.words.get(self.at.min(first.saturating_sub(1))..=first);
            words.unwrap_or_default().iter().any(|word| word.is_function(Function::Since))
        };
        let is_date = |mention: &&Mention| {
            let date = matches!(mention.dimension, Dimension::Date | Dimension::Datetime);
            let is_elsewhere = || {
                is_since(mention)
                    || self.is_of_speech(mention)
                    || said::dates(self.reading, mention)
                    || self.reading.is_dateline(mention)
            };
            date && !is_elsewhere() && (!self.happens || !self.is_of_deed(mention))
        };
        let near = self.reading.mentions_in(self.clause()).iter().filter(is_date);
        let nearest = near.min_by_key(|mention| mention.words.start.abs_diff(self.at));
        let head = || self.reading.mentions_in(self.sentence.words.start..self.at).iter().find(is_date);
        nearest.or_else(head).map(|mention| mention.value.clone())
    }
}
