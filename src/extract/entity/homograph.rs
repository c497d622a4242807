//! Names of places and people that are everyday words as well: the text must tell that the name is meant.

use crate::extract::entity::Reader;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::{Id, Meaning, Sense};
use crate::text::token::TokenKind;

/// Furthest that another place stands from one that it is listed with, in words.
const LISTED: usize = 2;

/// Letters of the code of a country.
const CODE: usize = 2;

/// What names places and people.
const NAMES: Classes = Classes::of(&[Class::Nation, Class::Person, Class::Place]);

/// What no noun is that an adjective describes.
const NO_NOUNS: Classes =
    Classes::of(&[Class::Function, Class::Stop, Class::Nation, Class::Person, Class::Place]);

impl Reader<'_> {
    /// Whether the word is rather the everyday word than the name that is spelt like it: nothing before it says what
    /// it is, no place is listed with it, and the text does not speak of the country, or an article makes it the
    /// adjective of the noun before.
    pub(super) fn is_everyday(&self, idx: usize) -> bool {
        let Some(word) = self.words.get(idx).filter(|word| word.summary.is_any(NAMES)) else { return false };
        if !self.is_homograph(word) {
            return false;
        }
        let country = word.find(|sense| self.country_of(sense));
        let tells = || country.as_deref().is_some_and(|country| self.tells_country(country));
        !self.is_announced(idx) && (self.is_attribute_of(idx) || !(self.is_listed_with(idx) || tells()))
    }

    /// Whether a name is spelt as an everyday word: one word, for a phrase is none, سلطنة عمان.
    fn is_homograph(&self, word: &Word) -> bool {
        word.tokens.len() == 1 && self.language.is_homograph(&word.stem)
    }

    /// Whether the capital is meant by a word that names a country as well: the text speaks of the country of that
    /// capital, and not of the other one.
    pub(super) fn is_rather_capital(&self, country: &str, capital: &str) -> bool {
        country != capital && self.tells_country(capital) && !self.tells_country(country)
    }

    /// The country in which what a sense names lies.
    fn country_of(&self, sense: &Sense) -> Option<Id> {
        let gazetteer = &self.lexicon.gazetteer;
        let meaning = &sense.meaning;
        let around = |id: &Id| {
            gazetteer
                .place(id)
                .within
                .into_iter()
                .find(|id| id.len() == CODE)
                .map(|code| Id::from(code.as_str()))
        };
        let own = meaning.country().or_else(|| meaning.capital()).cloned();
        own.or_else(|| meaning.place().and_then(around))
            .or_else(|| meaning.person().and_then(|person| gazetteer.country_of(person)))
    }

    /// Whether another word of the text names a country, its people, its capital or something in it.
    fn tells_country(&self, code: &str) -> bool {
        let tells = |sense: &Sense| {
            let people = || sense.meaning.demonym().cloned();
            self.country_of(sense).or_else(people).is_some_and(|id| *id == *code)
        };
        let is_sure = |word: &&Word| {
            let is_one = |meaning: &Meaning| meaning.is_name() || meaning.demonym().is_some();
            word.summary.is_any(NAMES)
                && word.senses.iter().filter(|sense| is_one(&sense.meaning)).count() == 1
                && !self.is_homograph(word)
        };
        self.words.iter().filter(is_sure).any(|word| word.senses.iter().any(tells))
    }

    /// Whether the word before tells that a name follows: a role, a stretch of land or a direction.
    fn is_announced(&self, idx: usize) -> bool {
        let Some(before) = idx.checked_sub(1).filter(|_| self.words[idx].breaks == 0) else { return false };
        let is_person = self.words[idx].summary.is(Class::Person);
        let place = self.id(before, Meaning::place_type);
        let is_land = place.is_some_and(|place| !self.lexicon.gazetteer.is_facility(&place));
        let is_role = is_person && self.id(before, Meaning::role).is_some();
        is_role || (!is_person && (is_land || self.id(before, Meaning::direction).is_some()))
    }

    /// Whether a place with an article describes the definite noun right before it.
    fn is_attribute_of(&self, idx: usize) -> bool {
        let word = &self.words[idx];
        let before = idx.checked_sub(1).and_then(|before| self.words.get(before));
        let is_definite =
            |word: &Word| word.letters.is_definite || word.clitics.article || word.clitics.pronoun;
        let is_free = word.clitics.conjunction.is_none() && word.clitics.preposition.is_none();
        let is_noun = |word: &Word| word.kind == TokenKind::Word && !word.summary.is_any(NO_NOUNS);
        self.language.grammar.adjective_after_noun
            && word.letters.is_definite
            && !word.summary.is(Class::Person)
            && word.breaks == 0
            && is_free
            && before.is_some_and(|before| is_definite(before) && is_noun(before))
    }

    /// Whether a name of another place stands near with nothing but a comma or "and" between.
    fn is_listed_with(&self, idx: usize) -> bool {
        let is_place = |at: usize| {
            self.words.get(at).is_some_and(|word| {
                let is_place = word.senses.iter().any(|sense| sense.meaning.is_place());
                is_place && !self.is_homograph(word)
            })
        };
        let joins = |at: usize| {
            self.words.get(at).is_some_and(|word| {
                word.is_sign(",") || word.is_sign("-") || word.clitics.conjunction.is_some()
            })
        };
        (1..=LISTED).any(|far| {
            let before = idx.checked_sub(far).is_some_and(|at| is_place(at) && (at + 1..=idx).any(joins));
            before || (is_place(idx + far) && (idx + 1..=idx + far).any(joins))
        })
    }
}
