//! Keys of identity: two names are one when they share a key. Most share none, which a few bits tell.

use crate::text::hash;
use std::ops::Deref;

/// Ids of the data, or spellings, that a name goes by.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKeys {
    /// Sorted, each once; mostly there is one.
    all: Vec<String>,
    /// A bit for each key; keys without a bit in common are others.
    marks: u64,
}

impl NameKeys {
    /// Adds a key.
    pub fn insert(&mut self, key: String) {
        if let Err(at) = self.all.binary_search(&key) {
            self.marks |= mark(&key);
            self.all.reserve_exact(1);
            self.all.insert(at, key);
        }
    }

    /// Whether no key is in both.
    #[must_use]
    pub fn is_disjoint(&self, other: &Self) -> bool {
        self.marks & other.marks == 0 || !self.all.iter().any(|key| other.all.contains(key))
    }
}

impl Deref for NameKeys {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.all
    }
}

impl FromIterator<String> for NameKeys {
    fn from_iter<I: IntoIterator<Item = String>>(keys: I) -> Self {
        let mut all: Vec<String> = keys.into_iter().collect();
        all.sort_unstable();
        all.dedup();
        all.shrink_to_fit();
        let marks = all.iter().fold(0, |marks, key| marks | mark(key));
        Self { all, marks }
    }
}

/// The bit of a key.
fn mark(key: &String) -> u64 {
    1 << (hash::of(key) >> 58)
}

impl Extend<String> for NameKeys {
    fn extend<I: IntoIterator<Item = String>>(&mut self, keys: I) {
        keys.into_iter().for_each(|key| self.insert(key));
    }
}

impl<const N: usize> From<[String; N]> for NameKeys {
    fn from(keys: [String; N]) -> Self {
        keys.into_iter().collect()
    }
}

impl<'k> IntoIterator for &'k NameKeys {
    type Item = &'k String;
    type IntoIter = std::slice::Iter<'k, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}
