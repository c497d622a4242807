//! What the classes of a language's words are written as: nouns by number, countries, people, affixes.

use crate::lexicon::schema::Surfaces;
use crate::lexicon::schema::calendar::Daypart;
use crate::lexicon::schema::function::Function;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The forms of a noun by grammatical number; `two` is the dual, for languages that have one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Forms {
    /// Singular forms.
    pub one: Surfaces,
    /// Dual forms, which state the number 2 by themselves.
    pub two: Surfaces,
    /// Plural forms.
    pub many: Surfaces,
}

/// The words of one concept: a noun, a verb, or fixed words that take no endings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ConceptWords {
    /// Singular nouns (verbal nouns too).
    pub one: Surfaces,
    /// Dual nouns.
    pub two: Surfaces,
    /// Plural nouns.
    pub many: Surfaces,
    /// Past stems; the language's past endings are peeled from a word before it is looked up here.
    pub past: Surfaces,
    /// Present stems; the language's present prefixes and endings are peeled.
    pub present: Surfaces,
    /// Adjectives and fixed phrases.
    pub fixed: Surfaces,
}

/// A country's words in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct CountryWords {
    /// Names, official and usual, in every spelling met in the press.
    pub names: Surfaces,
    /// Adjectives and names of its people.
    pub demonyms: Surfaces,
    /// Names of its capital.
    pub capital: Surfaces,
}

/// A person's names in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PersonWords {
    /// Full names, in every spelling met in the press.
    pub full: Surfaces,
    /// Short names that mean this person where nobody else is named.
    pub short: Surfaces,
}

/// What may stick to a word. Each list is peeled at most once, in the order given here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Affixes {
    /// Conjunctions before any word.
    pub conjunctions: BTreeMap<String, Function>,
    /// Prepositions before a noun.
    pub prepositions: BTreeMap<String, Function>,
    /// Preposition and article grown together (`لل`) → the preposition.
    pub prepositions_with_article: BTreeMap<String, Function>,
    /// Articles before a noun or adjective.
    pub articles: Surfaces,
    /// Words of their own that say that what they stand before is known: *the* dead.
    pub definite: Surfaces,
    /// Letters that stick to a clock and say which half of the day it is of.
    pub clock_letters: BTreeMap<String, Daypart>,
    /// Future marks before a present verb.
    pub futures: Surfaces,
    /// Marks of purpose and outcome before a present verb: ليصل, so that it reached.
    pub outcomes: Surfaces,
    /// Person prefixes of the present.
    pub present_prefixes: Surfaces,
    /// Those of them that others than the speaker take.
    pub third_prefixes: Surfaces,
    /// Endings of the past.
    pub past_endings: Surfaces,
    /// Endings of the present.
    pub present_endings: Surfaces,
    /// Possessive and object pronouns after a word.
    pub pronouns: Surfaces,
    /// Case and other endings after a noun, an adjective or a number.
    pub noun_endings: Surfaces,
    /// What ends a noun in one of its numbers, the longest first: none of it is of the noun itself.
    pub number_endings: Surfaces,
    /// Letters that come and go between the numbers of a noun.
    pub weak_letters: Surfaces,
    /// Whose a thing is to which a pronoun of them sticks.
    pub owners: BTreeMap<String, String>,
    /// An ending that changes before a pronoun (`ه` → `ت` in Arabic).
    pub before_pronoun: BTreeMap<String, String>,
    /// What an ending becomes before a pronoun, with the ending: `اي` of `اء` in Arabic.
    pub softened_before_pronoun: BTreeMap<String, String>,
}
