//! Keys of identity: two names are one when they share a key. Most share none, which a few bits tell.

use crate::text::hash;
use std::collections::BTreeSet;
use std::collections::btree_set;
use std::ops::Deref;

/// Ids of the data, or spellings, that a name goes by.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKeys {
    all: BTreeSet<String>,
    /// A bit for each key; keys without a bit in common are others.
    marks: u64,
}

impl NameKeys {
    /// Adds a key.
    pub fn insert(&mut self, key: String) {
        self.marks |= 1 << (hash::of(&key) >> 58);
        self.all.insert(key);
    }

    /// Whether no key is in both.
    #[must_use]
    pub fn is_disjoint(&self, other: &Self) -> bool {
        self.marks & other.marks == 0 || self.all.is_disjoint(&other.all)
    }
}

impl Deref for NameKeys {
    type Target = BTreeSet<String>;

    fn deref(&self) -> &BTreeSet<String> {
        &self.all
    }
}

impl FromIterator<String> for NameKeys {
    fn from_iter<I: IntoIterator<Item = String>>(keys: I) -> Self {
        let mut all = Self::default();
        all.extend(keys);
        all
    }
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
    type IntoIter = btree_set::Iter<'k, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}
