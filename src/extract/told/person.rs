//! Who is told of: the one person whom some words name, or whom the sentences before do.

use crate::extract::entity::{Entity, EntityKind};
use crate::extract::told::Teller;
use crate::lexicon::schema::function::Function;
use std::ops::Range;

/// Sentences before one in which the one is named who is spoken of.
const AROUND: usize = 2;

/// Whether an entity is a person who is named by more than an office.
pub(super) fn is_named(entity: &&Entity) -> bool {
    entity.kind == EntityKind::Person && entity.names.iter().any(|name| !name.is_office())
}

impl<'r> Teller<'r, '_> {
    /// The persons whom words name, but for those *with* whom something is done.
    fn people(&self, words: Range<usize>) -> impl Iterator<Item = &'r Entity> {
        let reading = self.reading;
        let is_beside = |entity: &&Entity| reading.preposition(entity) == Some(Function::With);
        reading.entities_in(words).filter(move |entity| is_named(entity) && !is_beside(entity))
    }

    /// Whether words name a person.
    pub(super) fn names_person(&self, words: Range<usize>) -> bool {
        self.people(words).next().is_some()
    }

    /// The person whom words name, where they name no other.
    pub(super) fn only_person(&self, words: Range<usize>) -> Option<&'r Entity> {
        let mut all = self.people(words);
        let first = all.next()?;
        let is_same = |other: &Entity| other.names.iter().any(|name| first.names.contains(name));
        all.all(is_same).then_some(first)
    }

    /// The one person whom the nearest sentence before that of a word names, of those that name any.
    pub(super) fn only_person_before(&self, word: usize) -> Option<&'r Entity> {
        let idx = self.reading.sentence_of(word);
        let earlier = self.reading.sentences.get(idx.saturating_sub(AROUND)..idx).unwrap_or_default();
        let mut named = earlier.iter().rev().map(|sentence| sentence.words.clone());
        named.find(|words| self.names_person(words.clone())).and_then(|words| self.only_person(words))
    }
}
