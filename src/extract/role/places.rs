//! Places beside the first: a second one of which a thing is told in one breath, and the country of an adjective.

use crate::extract::attribution::is_verb;
use crate::extract::role::View;
use crate::extract::word::Word;
use crate::lexicon::schema::function::Function;
use crate::value::place::Place;
use std::ops::Range;

/// Concepts of what a country has, so that its adjective tells where it is.
const OF_COUNTRIES: [&str; 3] = ["election", "referendum", "runoff"];

impl View<'_, '_> {
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
