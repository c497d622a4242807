//! Where something happens: the places of its clause, a second one of which it is told in one breath, and the country
//! of an adjective.

use crate::extract::attribution::{is_verb, speech};
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::role::View;
use crate::extract::word::Word;
use crate::lexicon::schema::function::Function;
use crate::value::place::Place;
use std::ops::Range;

/// Concepts of what a country has, so that its adjective tells where it is.
const OF_COUNTRIES: [&str; 3] = ["election", "referendum", "runoff"];

impl<'r> View<'r, '_> {
    /// Where it happens, from the narrowest place on: the places behind "in" after the word, one inside
    /// the other, narrowed by a clause that begins with "where"; else a place in front.
    pub(super) fn locations(&self) -> Vec<(Place, Range<usize>)> {
        let is_place = |entity: &&Entity| {
            entity.place.is_some()
                && entity.words.start > self.at
                && self.is_location(entity)
                && !self.is_of_speaker(entity)
        };
        let mut chain: Vec<&Entity> = Vec::new();
        for entity in self.after().filter(is_place) {
            let follows = chain
                .last()
                .is_none_or(|last| (last.words.end..=last.words.end + 1).contains(&entity.words.start));
            if follows {
                chain.push(entity);
            }
        }
        if chain.is_empty() {
            chain.extend(self.before().rfind(|entity| entity.place.is_some() && self.is_location(entity)));
        }
        let narrower = self.narrower(&chain);
        let all = narrower.into_iter().chain(chain);
        self.nested(all.filter_map(|entity| Some((entity.place.clone()?, entity.words.clone()))).collect())
    }

    /// Whether the place tells who the speaker is: *according to* a professor *at* the university.
    fn is_of_speaker(&self, entity: &Entity) -> bool {
        let between = self.reading.words.get(self.at + 1..entity.words.start).unwrap_or_default();
        between.iter().any(|word| speech(word).is_some())
    }

    fn is_location(&self, entity: &Entity) -> bool {
        match self.reading.preposition(entity) {
            Some(function) => function == Function::In,
            None => entity.kind == EntityKind::Place && entity.country.is_some(),
        }
    }

    /// The place of a following "where" clause that lies in the place of the event.
    fn narrower(&self, chain: &[&'r Entity]) -> Option<&'r Entity> {
        let outer = chain.last()?.place.as_ref()?;
        let next = self.sentence.clause_words(self.sentence.clause(self.at) + 1);
        if !self.reading.words.get(next.start)?.is_function(Function::Where) {
            return None;
        }
        let inside = |entity: &&Entity| entity.place.as_ref().is_some_and(|place| place.lies_in(outer));
        self.reading.entities_in(next).find(inside)
    }

    /// Puts each place of a chain into the ones behind it.
    fn nested(&self, mut chain: Vec<(Place, Range<usize>)>) -> Vec<(Place, Range<usize>)> {
        for idx in (0..chain.len().saturating_sub(1)).rev() {
            let outer = chain[idx + 1].0.clone();
            if !chain[idx].0.lies_in(&outer) {
                self.reading.lexicon.gazetteer.put_within(&mut chain[idx].0, &outer);
            }
        }
        chain
    }

    /// The other place of which it is told in one breath: in Aleppo *and Idlib*.
    pub(super) fn joined(&self, place: &Place, words: &Range<usize>) -> Option<Place> {
        let next = self.reading.entities_in(words.end..words.end + 2).next()?;
        let word = |at: usize| self.reading.words.get(at);
        let joins =
            |word: &Word| word.is_function(Function::And) || word.clitics.conjunction == Some(Function::And);
        let is_and = |at: usize| word(at).is_some_and(|word| joins(word) && word.breaks == 0);
        let is_joined = is_and(words.end) && next.words.start <= words.end + 1;
        // "Died in Aleppo, and Idlib *was shelled*."
        let acts = word(next.words.end).is_some_and(|word| is_verb(word) && !word.is_noun());
        let other = next.place.as_ref().filter(|_| is_joined && next.is_named && !acts)?;
        let is_apart = other.id.is_some() && place.id.is_some() && other.id != place.id;
        (is_apart && !other.lies_in(place) && !place.lies_in(other)).then(|| other.clone())
    }

    /// The country of what countries have, by its adjective: the *Iraqi* elections.
    pub(super) fn country_of_noun(&self) -> Option<Place> {
        let words = self.sentence.clause_words(self.sentence.clause(self.at));
        let word = |at: usize| self.reading.words.get(at);
        let is_had =
            |at: &usize| word(*at).is_some_and(|word| OF_COUNTRIES.iter().any(|had| word.has_concept(had)));
        let beside = |at: usize| {
            let follows = self.reading.language.grammar.adjective_after_noun;
            word(if follows { at + 1 } else { at.checked_sub(1)? })
        };
        let country = |word: &Word| word.find(|sense| sense.meaning.demonym().cloned());
        let mut found = words.filter(is_had).filter_map(|at| country(beside(at)?));
        found.next().map(|code| self.reading.lexicon.gazetteer.country(&code))
    }
}
