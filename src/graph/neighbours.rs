//! Whether two articles may tell of one thing. They share many figures and names, and are judged once.

use crate::fact::topic::Topic;
use crate::fact::{Article, ArticleIdx};
use crate::graph::alike::Odd;
use crate::value::time::Time;
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Furthest that the days of two articles lie apart of which the one contradicts the other, where nobody says that they
/// tell of one thing: the weather, the cases and the raids of the next day are others.
const DAYS: i64 = 0;

/// What articles are about, and who printed those of heaps.
#[derive(Clone, Debug, Default)]
pub struct Neighbourhood {
    topics: Vec<Topic>,
    odd: Odd,
    found: BTreeMap<ArticleIdx, Imprint>,
}

impl Neighbourhood {
    /// Articles with what they are about, their odd values, and those whose stories were found in heaps.
    pub(super) const fn new(topics: Vec<Topic>, odd: Odd, found: BTreeMap<ArticleIdx, Imprint>) -> Self {
        Self { topics, odd, found }
    }

    /// Whether the story of an article was found in a heap: nobody says that its articles tell of one thing.
    #[must_use]
    pub fn is_found(&self, article: ArticleIdx) -> bool {
        self.found.contains_key(&article)
    }

    /// Whether two articles of a story may tell of one thing.
    #[must_use]
    pub fn are_near(&self, left: ArticleIdx, right: ArticleIdx) -> bool {
        let topics = self.topics.get(left.0).zip(self.topics.get(right.0));
        let is_one =
            || topics.is_none_or(|(left, right)| left.is_near(right)) || self.odd.bring_together(left, right);
        let imprints = self.found.get(&left).zip(self.found.get(&right));
        imprints.is_none_or(|(left, right)| left.may_face(right)) && is_one()
    }
}

/// Who printed an article that was found in a heap, and on which day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imprint {
    publisher: Option<String>,
    day: Option<i64>,
}

impl Imprint {
    /// What an article says of itself.
    pub(super) fn of(article: &Article) -> Self {
        let first = article.published.as_ref().and_then(Time::seconds).map(|(first, _)| first);
        Self { publisher: article.publisher.clone(), day: first.map(|first| first.div_euclid(DAY)) }
    }

    /// Whether two are at most so many days apart, as far as both tell their days.
    pub(super) fn are_within(&self, other: &Self, days: i64) -> bool {
        self.day.zip(other.day).is_none_or(|(one, two)| (one - two).abs() <= days)
    }

    /// Whether two articles can be two accounts of one thing: of two papers, which tell two matters in two articles, and
    /// of days on which it is one thing still.
    fn may_face(&self, other: &Self) -> bool {
        let is_one_paper = self.publisher.is_some() && self.publisher == other.publisher;
        !is_one_paper && self.are_within(other, DAYS)
    }
}

/// A neighbourhood, and which two articles of it were found to be near.
pub(super) struct Neighbours<'k> {
    all: &'k Neighbourhood,
    judged: RefCell<FxHashMap<(ArticleIdx, ArticleIdx), bool>>,
}

impl<'k> Neighbours<'k> {
    pub(super) fn new(all: &'k Neighbourhood) -> Self {
        Self { all, judged: RefCell::default() }
    }

    /// Whether two articles are near.
    pub(super) fn are_near(&self, left: ArticleIdx, right: ArticleIdx) -> bool {
        *self.judged.borrow_mut().entry((left, right)).or_insert_with(|| self.all.are_near(left, right))
    }

    /// Whether the story of an article was found in a heap.
    pub(super) fn is_found(&self, article: ArticleIdx) -> bool {
        self.all.is_found(article)
    }
}
