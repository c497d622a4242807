//! How a language spells names: the record behind the comparison of two spellings.

use crate::lexicon::schema::Surfaces;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How a language spells names, its own and foreign ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameSpellings {
    /// Classes of letters that spell one sound in foreign names; each string is one class.
    pub classes: Vec<String>,
    /// Letters of vowels.
    pub vowels: String,
    /// Letters that are often not heard, and then often not written.
    pub weak: String,
    /// Consonants that may be silent at the end of a foreign name.
    pub endings: String,
    /// Whether short vowels are usually not written.
    pub short_vowels_unwritten: bool,
    /// Articles written as words of their own, which do not tell one name from another.
    pub articles: Surfaces,
    /// Words that make one name with the word after them (`عبد`).
    pub joined: Surfaces,
    /// Words between two names that may be left out (`بن`).
    pub particles: Surfaces,
    /// Letters and groups of letters → the Latin letters that they stand for or are written for.
    pub sounds: BTreeMap<String, Sounds>,
    /// Words that names are made of beside the given names with ids; they tell where a name begins and ends.
    pub parts: Surfaces,
    /// Common words of no other list that stand in no name.
    pub strangers: Surfaces,
    /// Names of places and people that are everyday words as well, so that the text must tell them.
    #[serde(default)]
    pub homographs: Surfaces,
    /// Given names by an id of their own → spellings. Two of different ids are different names.
    pub given_names: BTreeMap<String, Surfaces>,
}

/// Latin letters that a grapheme stands for, by how often it does.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Sounds {
    /// The rule.
    pub usual: Surfaces,
    /// Met every day.
    pub common: Surfaces,
    /// Met in names of some languages.
    pub rare: Surfaces,
}
