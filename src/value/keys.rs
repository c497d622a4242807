//! Keys of identity: two names are one when they share a key. Most share none, which a few bits tell.

use crate::text::hash;
use std::ops::Deref;
use std::sync::Arc;

/// Ids of the data, or spellings, that a name goes by. Facts, figures and events hold one name many times over, and
/// share its keys.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameKeys {
    /// Sorted, each once; mostly there is one.
    all: Arc<[String]>,
    /// A bit for each key; keys without a bit in common are others.
    marks: u64,
}

impl NameKeys {
    /// Adds a key.
    pub fn insert(&mut self, key: String) {
        self.extend([key]);
    }

    fn of(mut keys: Vec<String>) -> Self {
        keys.sort_unstable();
        keys.dedup();
        let marks = keys.iter().fold(0, |marks, key| marks | mark(key));
        Self { all: keys.into(), marks }
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
        Self::of(keys.into_iter().collect())
    }
}

/// The bit of a key.
fn mark(key: &String) -> u64 {
    1 << (hash::of(key) >> 58)
}

impl Extend<String> for NameKeys {
    fn extend<I: IntoIterator<Item = String>>(&mut self, keys: I) {
        let added: Vec<String> = keys.into_iter().filter(|key| !self.all.contains(key)).collect();
        if !added.is_empty() {
            *self = Self::of(self.all.iter().cloned().chain(added).collect());
        }
    }
}

impl<const N: usize> From<[String; N]> for NameKeys {
    fn from(keys: [String; N]) -> Self {
        if N == 1 {
            let marks = keys.iter().fold(0, |marks, key| marks | mark(key));
            return Self { all: Arc::new(keys), marks };
        }
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
