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
        let mut marks = Self::default();
        for concept in concepts {
            let bit = hash(concept) >> 56;
            if let Some(part) = marks.0.get_mut((bit / 64) as usize) {
                *part |= 1 << (bit % 64);
            }
        }
        marks
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

/// A hash that is the same wherever the data is compiled and read, best in its first bits (FNV-1a, stirred).
fn hash(concept: &str) -> u64 {
    let stir = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let hash = concept.bytes().fold(0xcbf2_9ce4_8422_2325, stir);
    (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// A list of concepts of the data; read as the strings that it holds.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<String>", into = "Vec<String>")]
pub struct Concepts {
    ids: Vec<String>,
    /// Their places in the order of the ids.
    sorted: Vec<u16>,
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
        let id = |place: &u16| self.ids.get(usize::from(*place)).map(String::as_str);
        let first = self.sorted.partition_point(|place| id(place).is_some_and(|id| id < concept));
        let found = self.sorted.get(first).filter(|place| id(place) == Some(concept));
        found.map(|place| usize::from(*place))
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
        let mut sorted: Vec<u16> = (0..=u16::MAX).take(ids.len()).collect();
        sorted.sort_by_key(|place| ids.get(usize::from(*place)));
        Self { marks: Marks::of(ids.iter().map(String::as_str)), sorted, ids }
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
