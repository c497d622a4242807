//! In which words the articles of heaps tell their figures.
//!
//! Nobody says that two articles of a heap tell of one thing. Only what they tell in one wording, as two papers do that
//! print one dispatch, is set against each other.

use crate::extract::figure::{Figure, Near};
use crate::fact::{ArticleIdx, Fact};
use crate::graph::neighbours::Neighbourhood;
use std::collections::{BTreeMap, BTreeSet};

/// What share of the words around two figures of one wording is common to both, in thousandths.
const SAME: i64 = 500;

/// Fewest words around two figures of one wording: every paper says that so many were killed in a country on a day.
const FEWEST: usize = 6;

/// The words around the figures of stories that were found in heaps.
#[derive(Clone, Debug, Default)]
pub struct Wordings(BTreeMap<(ArticleIdx, usize), BTreeSet<u64>>);

impl Wordings {
    /// Those of the figures whose stories were found in heaps.
    #[must_use]
    pub fn new(figures: &[Figure], neighbourhood: &Neighbourhood) -> Self {
        let found = figures.iter().filter(|figure| neighbourhood.is_found(figure.fact.article));
        let of = |figure: &Figure| Some((figure.fact.anchor()?, said(&figure.words)));
        Self(found.filter_map(of).collect())
    }

    /// Whether two facts are told in one wording.
    #[must_use]
    pub fn are_one(&self, left: &Fact, right: &Fact) -> bool {
        let words = |fact: &Fact| fact.anchor().and_then(|anchor| self.0.get(&anchor));
        words(left).zip(words(right)).is_some_and(|(left, right)| {
            left.intersection(right).count() >= FEWEST && share(left, right) >= SAME
        })
    }
}

/// What the words around a figure say, broader meanings left out.
fn said(words: &[Near]) -> BTreeSet<u64> {
    words.iter().filter(|word| !word.is_broader).map(|word| word.key).collect()
}

/// How great a part of the words around two figures they share, in thousandths (Dice 1945).
fn share(left: &BTreeSet<u64>, right: &BTreeSet<u64>) -> i64 {
    let all = left.len() + right.len();
    i64::try_from(2 * left.intersection(right).count() * 1000 / all.max(1)).unwrap_or_default()
}

/// How great a part of the words around two figures they share, in thousandths.
pub(super) fn shared(left: &[Near], right: &[Near]) -> i64 {
    share(&said(left), &said(right))
}
