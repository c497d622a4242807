//! Lists of concepts, with marks by which a reader tells at once that a word has none of them.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Deref;

/// Marks of concepts: a set that is asked before the concepts themselves are compared. It holds every concept
/// that was put in, and by chance some that were not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Marks([u64; 4]);

impl Marks {
    /// The marks of some concepts.
    pub fn of<'c>(concepts: impl IntoIterator<Item = &'c str>) -> Self {
        Self::of_hashes(concepts.into_iter().map(hash))
    }

    /// The marks of concepts by their hashes.
    pub fn of_hashes(hashes: impl Iterator<Item = u64>) -> Self {
        let mut marks = Self::default();
        hashes.for_each(|hash| marks.put(hash));
        marks
    }

    /// The marks of one concept, which a program knows before it runs.
    #[must_use]
    pub const fn one(concept: &str) -> Self {
        let mut marks = Self([0; 4]);
        marks.put(hash(concept));
        marks
    }

    /// Puts in what has a hash.
    const fn put(&mut self, hash: u64) {
        let bit = hash >> 56;
        self.0[(bit / 64) as usize] |= 1 << (bit % 64);
    }

    /// Whether a concept may be in both.
    #[must_use]
    pub const fn meets(&self, other: &Self) -> bool {
        let ([a, b, c, d], [e, f, g, h]) = (self.0, other.0);
        (a & e) | (b & f) | (c & g) | (d & h) != 0
    }

    /// Adds what is in the other.
    pub fn add(&mut self, other: &Self) {
        for (left, right) in self.0.iter_mut().zip(&other.0) {
            *left |= right;
        }
    }
}

/// The places that a hash has in a list in the order of hashes.
pub fn alike(hashes: &[(u64, u16)], own: u64) -> impl Iterator<Item = u16> {
    let first = hashes.partition_point(|(hash, _)| *hash < own);
    let rest = hashes.get(first..).unwrap_or_default().iter();
    rest.take_while(move |(hash, _)| *hash == own).map(|(_, place)| *place)
}

/// A hash that is the same wherever the data is compiled and read, best in its first bits (FNV-1a, stirred).
#[must_use]
pub const fn hash(concept: &str) -> u64 {
    let bytes = concept.as_bytes();
    let (mut hash, mut idx): (u64, usize) = (0xcbf2_9ce4_8422_2325, 0);
    while idx < bytes.len() {
        hash = (hash ^ bytes[idx] as u64).wrapping_mul(0x0100_0000_01b3);
        idx += 1;
    }
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// A list of concepts of the data; read as the strings that it holds.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub struct Concepts {
    ids: Vec<String>,
    /// Their hashes in order, each with the place of the concept; of equal ones the first place first.
    hashes: Vec<(u64, u16)>,
    marks: Marks,
}

impl Concepts {
    /// Its concepts at a glance.
    #[must_use]
    pub const fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The first place of a concept in the list.
    #[must_use]
    pub fn position(&self, concept: &str) -> Option<usize> {
        self.hashed_position(concept, hash(concept))
    }

    /// The first place in the list of a concept with its hash.
    #[must_use]
    pub fn hashed_position(&self, concept: &str, hash: u64) -> Option<usize> {
        let mut places = alike(&self.hashes, hash).map(usize::from);
        places.find(|place| self.ids.get(*place).is_some_and(|id| id == concept))
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }
}

impl fmt::Debug for Concepts {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.ids.fmt(out)
    }
}

impl From<Vec<String>> for Concepts {
    fn from(ids: Vec<String>) -> Self {
        let mut hashes: Vec<(u64, u16)> = ids.iter().map(|id| hash(id)).zip(0..=u16::MAX).collect();
        hashes.sort_unstable();
        let marks = Marks::of_hashes(hashes.iter().map(|(hash, _)| *hash));
        Self { ids, hashes, marks }
    }
}

impl From<Concepts> for Vec<String> {
    fn from(concepts: Concepts) -> Self {
        concepts.ids
    }
}

impl FromIterator<String> for Concepts {
    fn from_iter<I: IntoIterator<Item = String>>(ids: I) -> Self {
        ids.into_iter().collect::<Vec<_>>().into()
    }
}

impl Deref for Concepts {
    type Target = [String];

    fn deref(&self) -> &[String] {
        &self.ids
    }
}

impl<'c> IntoIterator for &'c Concepts {
    type Item = &'c String;
    type IntoIter = std::slice::Iter<'c, String>;

    fn into_iter(self) -> Self::IntoIter {
        self.ids.iter()
    }
}
