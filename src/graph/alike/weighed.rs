//! The figures that differ, each two with what speaks for and against their being two tellings of one.

use crate::extract::figure::Figure;
use crate::fact::{Anchor, ArticleIdx, Fact};
use crate::graph::alike::weights::Evidence;
use crate::text::span::{Original, Span};

/// Where a value stands: its article and its words.
pub type Words = (ArticleIdx, Span<Original>);

/// Two figures of two articles that differ.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Where the one stands.
    pub left: Words,
    /// Where the other stands.
    pub right: Words,
    /// What speaks for and against their being two tellings of one.
    pub evidence: Evidence,
}

impl Pair {
    /// Two figures; none where one of them has no words.
    pub(super) fn new(figures: &[Figure], left: usize, right: usize, evidence: Evidence) -> Option<Self> {
        let words = |figure: usize| figures.get(figure).and_then(|figure| words(&figure.fact));
        let (left, right) = (words(left)?, words(right)?);
        let (left, right) = if anchor(left) < anchor(right) { (left, right) } else { (right, left) };
        Some(Self { left, right, evidence })
    }

    /// By what two figures are found: a kind may take more words for a value, but ends it where the figure ends.
    const fn places(&self) -> (Anchor, Anchor) {
        (anchor(self.left), anchor(self.right))
    }
}

const fn anchor((article, span): Words) -> Anchor {
    (article, span.end)
}

fn words(fact: &Fact) -> Option<Words> {
    Some((fact.article, fact.span()?))
}

/// All figures of near articles that differ, weighed.
#[derive(Clone, Debug, Default)]
pub struct Weighed(Vec<Pair>);

impl Weighed {
    pub(super) fn new(mut pairs: Vec<Pair>) -> Self {
        pairs.sort_by_key(Pair::places);
        Self(pairs)
    }

    /// Each two.
    pub fn iter(&self) -> impl Iterator<Item = &Pair> {
        self.0.iter()
    }

    /// What speaks for and against the values of two facts being two tellings of one; none where they were not
    /// weighed, since they are equal, of two sorts, or of articles that are far from each other.
    #[must_use]
    pub fn between(&self, left: &Fact, right: &Fact) -> Option<&Evidence> {
        let (left, right) = (anchor(words(left)?), anchor(words(right)?));
        let places = if left < right { (left, right) } else { (right, left) };
        let first = self.0.partition_point(|pair| pair.places() < places);
        let found = self.0.get(first..)?.iter().take_while(|pair| pair.places() == places);
        found.map(|pair| &pair.evidence).max_by_key(|evidence| evidence.weight())
    }
}
