//! The terms of an article: what its words say, and how often each says it.

use std::collections::BTreeMap;

/// Words at the beginning of an article, with its heading, that tell twice as much as the rest.
const LEAD: usize = 60;

/// What some words of an article say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// What they say, by key.
    pub key: u64,
    /// How often.
    pub count: u32,
    /// Whether heading or lead says it.
    pub is_lead: bool,
    /// Whether every language has it.
    pub is_neutral: bool,
}

/// The terms of an article, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Terms(Vec<Term>);

impl Terms {
    /// The terms of words, each with its place in the article, what it says and whether every language has that.
    #[must_use]
    pub fn new(words: impl IntoIterator<Item = (usize, u64, bool)>) -> Self {
        let mut terms: BTreeMap<u64, Term> = BTreeMap::new();
        for (at, key, is_neutral) in words {
            let term = terms.entry(key).or_insert(Term { key, count: 0, is_lead: at < LEAD, is_neutral });
            term.count += 1;
        }
        Self(terms.into_values().collect())
    }

    /// Each of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Term> {
        self.0.iter()
    }

    /// Whether there are none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
