//! Holders: who has a role that one person has in a story, as the referee of a match or the one who won a prize.
//!
//! The name is the person's who stands next to the words of the role in their clause. A role in which an article
//! names two people is had by several, and is left out. A role that countries have names its kind's heads.

use crate::extract::announced;
use crate::extract::attribution::is_verb;
use crate::extract::bind;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::event::Events;
use crate::extract::figure::choice::Reader;
use crate::extract::figure::{Figure, Head, around};
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::fact::ArticleIdx;
use crate::lexicon::schema::answers::Scope;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::text::hash;
use crate::value::Value;
use crate::value::words::Name;
use std::collections::BTreeMap;
use std::ops::Range;

/// Furthest that a name stands from the words of its role.
const NEAR: usize = 6;

/// Those who have the roles of kinds in a text, in the order of the kinds.
#[must_use]
pub(super) fn holders(reading: &Reading<'_>, events: &Events, article: ArticleIdx) -> Vec<Figure> {
    let reader = Reader { reading, events, article };
    let mut figures = Vec::new();
    for kind in reading.lexicon.told(Telling::Holder) {
        let mut own: Vec<Figure> = Vec::new();
        for sentence in
            reading.sentences.iter().filter(|sentence| sentence.marks.meets(kind.triggers.marks()))
        {
            own.extend(sentence.words.clone().filter_map(|at| reader.holder(sentence, kind, at)));
        }
        if are_one(reading, &own) {
            figures.extend(own);
        }
    }
    figures
}

/// Whether all of some figures name one person.
fn are_one(reading: &Reading<'_>, figures: &[Figure]) -> bool {
    let names: BTreeMap<&str, &Name> = figures
        .iter()
        .filter_map(|figure| {
            if let Value::Name(name) = &figure.fact.value { Some((name.name.as_str(), name)) } else { None }
        })
        .collect();
    let mut names = names.into_values();
    let first = names.next();
    first.is_none_or(|first| {
        names.all(|other| first.is_same(other) || reading.lexicon.is_same_name(&first.name, &other.name).same)
    })
}

impl Reader<'_, '_> {
    /// Who has the role that a word tells.
    fn holder(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<Figure> {
        self.carries(at, &kind.triggers)?;
        let clause = sentence.clause_words(sentence.clause(at));
        if self.is_negated(at, &clause) || self.has(&clause, &kind.unless) {
            return None;
        }
        let (name, words) = if kind.heads.is_empty() {
            self.nearest_name(at, &clause)?
        } else {
            self.nearest_country(at, &clause)?
        };
        let own = words.start.min(at)..words.end.max(at + 1);
        let value = Value::Name(name);
        let fact = bind::fact(self.reading, self.events, self.article, kind, at, &own, value);
        Some(Figure {
            head: Some(Head::new(self.reading, hash::of(&kind.id), true)),
            words: around::words(self.reading, &own, None),
            is_of_story: kind.scope == Scope::Story,
            is_sole: true,
            is_aside: true,
            ..Figure::new(self.reading, fact, kind, &own)?
        })
    }

    /// The name next to a word in its clause; none where one stands as near on its other side.
    fn nearest_name(&self, at: usize, clause: &Range<usize>) -> Option<(Name, Range<usize>)> {
        let names = self.names(clause);
        let far = |words: &Range<usize>| around::distance(&(at..at + 1), words);
        let mut near: Vec<_> = names.into_iter().filter(|(_, words)| far(words) <= NEAR).collect();
        near.sort_by_key(|(_, words)| far(words));
        let mut near = near.into_iter();
        let first = near.next()?;
        // "Rahmani *was sent off* by the referee": the name is that of another.
        let acts = |at: usize| self.word(at).is_some_and(|word| is_verb(word) && !word.is_noun());
        let is_beside =
            !(first.1.end.min(at)..first.1.start.max(at)).any(|between| between != at && acts(between));
        (is_beside && near.next().is_none_or(|next| far(&next.1) > far(&first.1))).then_some(first)
    }

    /// The country next to a word in its clause; none where another one stands there as well.
    fn nearest_country(&self, at: usize, clause: &Range<usize>) -> Option<(Name, Range<usize>)> {
        let near = at.saturating_sub(NEAR).max(clause.start)..(at + 1 + NEAR).min(clause.end);
        let country = |near: usize| self.word(near)?.find(|sense| sense.meaning.country().cloned());
        let mut found: Vec<_> =
            near.filter_map(|near| Some((near.abs_diff(at), near, country(near)?))).collect();
        found.sort();
        let (_, place, code) = found.first()?;
        let is_one = found.iter().all(|(_, _, other)| other == code);
        is_one.then(|| (self.reading.lexicon.gazetteer.state(code), *place..place + 1))
    }

    /// The people whom some words name in full.
    fn names(&self, words: &Range<usize>) -> Vec<(Name, Range<usize>)> {
        let person = |entity: &Entity| {
            let [name] = entity.names.as_slice() else { return None };
            (entity.kind == EntityKind::Person && name.is_full())
                .then(|| (name.clone(), entity.words.clone()))
        };
        let follows = self.reading.language.grammar.adjective_after_noun;
        let mut names: Vec<_> = self.reading.entities_in(words.clone()).filter_map(person).collect();
        for at in words.clone().filter(|_| follows) {
            let is_free = |(_, own): &(Name, Range<usize>)| {
                names.iter().all(|(_, known)| known.end <= own.start || own.end <= known.start)
            };
            let announced = announced::behind_country(self.reading, at, words.end).filter(is_free);
            names.extend(announced);
        }
        names
    }
}
