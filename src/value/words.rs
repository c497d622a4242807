//! Quoted words and names as values, with the keys by which they compare.

use std::collections::BTreeSet;

/// What a quoted word counts as when two quotes are compared.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The word without case, vowel signs, articles and clitics.
    pub stem: String,
    /// The meaning that it shares with its synonyms, if it is known.
    pub concept: Option<String>,
    /// What the word does that may turn the sense round.
    pub weight: Weight,
}

/// How much a word carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// A grammatical word.
    Function,
    /// A word with a meaning of its own.
    Content,
    /// A negation or a condition.
    Turning,
}

/// Quoted words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Words {
    /// The words as they stand.
    pub text: String,
    /// Their keys in order.
    pub keys: Vec<Key>,
    /// Whether the speaker's language is another than the text's.
    pub translated: bool,
}

/// A person, a body or a thing.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// Name for reports.
    pub name: String,
    /// Keys of identity: two names are one when they share a key. An id of the data, or spelling keys.
    pub keys: BTreeSet<String>,
}

impl Name {
    /// Whether the two are taken for one.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        !self.keys.is_disjoint(&other.keys)
    }
}
