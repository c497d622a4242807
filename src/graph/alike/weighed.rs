//! The figures that differ, each two with what speaks for and against their being two tellings of one.

use crate::extract::figure::Figure;
use crate::fact::{Anchor, ArticleIdx, Fact};
use crate::graph::alike::counterpart::Counterparts;
use crate::graph::alike::weights::Evidence;
use crate::text::span::{Original, Span};

/// Where a value stands: its article and its words.
pub type Words = (ArticleIdx, Span<Original>);

/// What keeps two weighed figures from being told against each other: the first that does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stop {
    /// One of them is the mere number of a thing, or both of two sorts of things.
    Label,
    /// Two substances are measured.
    Substance,
    /// Rounding, a hedge or the other unit explains the difference.
    Rounded,
    /// Two sums may be one, in currencies of one name.
    Currency,
    /// Kinds of their own ask for them.
    Kinds,
    /// The article of the one answers elsewhere what a kind asks for the other.
    Answered,
    /// Their clauses name other people.
    People,
    /// Too few of the words around them are alike.
    Words,
    /// Another figure of the article is as likely the partner of one.
    Rival,
    /// Two nouns are counted.
    Noun,
    /// They are of two parts of a whole or sides of a thing.
    Part,
    /// They are of two times.
    Then,
    /// They are of two places.
    Elsewhere,
    /// They are too far from each other for words so little alike.
    Far,
    /// They weigh too little.
    Weight,
    /// The one may have become the other.
    Stage,
    /// What is told of two dates keeps them apart.
    Dates,
}

impl Stop {
    /// What it says, in a few words.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::Label => "a number by which things are told apart",
            Self::Substance => "two substances are measured",
            Self::Rounded => "rounding, a hedge or the unit explains the difference",
            Self::Currency => "two currencies that share a name",
            Self::Kinds => "kinds of their own ask for them",
            Self::Answered => "the article of one answers elsewhere what a kind asks for the other",
            Self::People => "they are told of two people",
            Self::Words => "too few words around them are alike",
            Self::Rival => "another figure is as likely the partner of one",
            Self::Noun => "two nouns are counted",
            Self::Part => "they are of two parts of a whole, or of two sides",
            Self::Then => "they are of two times",
            Self::Elsewhere => "they are of two places",
            Self::Far => "too far from each other for words so little alike",
            Self::Weight => "they weigh too little",
            Self::Stage => "the one may have become the other",
            Self::Dates => "what is told of the two dates keeps them apart",
        }
    }
}

/// Two figures of two articles that differ.
#[derive(Clone, Debug)]
pub struct Pair {
    /// Where the one stands.
    pub left: Words,
    /// Where the other stands.
    pub right: Words,
    /// What speaks for and against their being two tellings of one.
    pub evidence: Evidence,
    /// What keeps them from being told against each other, if anything does.
    pub stop: Option<Stop>,
}

impl Pair {
    /// Two figures; none where one of them has no words.
    pub(super) fn new(figures: &[Figure], pair: Counterparts) -> Option<Self> {
        let words = |figure: usize| figures.get(figure).and_then(|figure| words(&figure.fact));
        let (left, right) = (words(pair.left)?, words(pair.right)?);
        let (left, right) = if anchor(left) < anchor(right) { (left, right) } else { (right, left) };
        Some(Self { left, right, evidence: pair.evidence?, stop: pair.stop })
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
    pub fn between(&self, left: &Fact, right: &Fact) -> Option<&Pair> {
        let (left, right) = (anchor(words(left)?), anchor(words(right)?));
        let places = if left < right { (left, right) } else { (right, left) };
        let first = self.0.partition_point(|pair| pair.places() < places);
        let found = self.0.get(first..)?.iter().take_while(|pair| pair.places() == places);
        found.max_by_key(|pair| pair.evidence.weight())
    }
}
