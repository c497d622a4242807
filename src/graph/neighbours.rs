//! Whether two articles may tell of one thing. They share many figures and names, and are judged once.

use crate::fact::topic::Topic;
use crate::fact::{Article, ArticleIdx};
use crate::graph::alike::{Nearness, Odd};
use rustc_hash::FxHashMap;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// Articles, and which two of them were found to be how near.
pub(super) struct Neighbours<'k> {
    articles: &'k [Article],
    topics: &'k [Topic],
    mixed: &'k BTreeSet<String>,
    odd: &'k Odd,
    judged: RefCell<FxHashMap<(ArticleIdx, ArticleIdx), Nearness>>,
}

impl<'k> Neighbours<'k> {
    /// Articles with what they are about, and the stories of many matters.
    pub(super) fn new(
        articles: &'k [Article],
        topics: &'k [Topic],
        mixed: &'k BTreeSet<String>,
        odd: &'k Odd,
    ) -> Self {
        Self { articles, topics, mixed, odd, judged: RefCell::default() }
    }

    /// How near two articles are.
    pub(super) fn nearness(&self, left: ArticleIdx, right: ArticleIdx) -> Nearness {
        *self.judged.borrow_mut().entry((left, right)).or_insert_with(|| self.judge(left, right))
    }

    /// Whether the story of an article is of many matters.
    pub(super) fn is_mixed(&self, article: ArticleIdx) -> bool {
        self.articles.get(article.0).is_some_and(|article| self.mixed.contains(&article.story))
    }

    fn judge(&self, left: ArticleIdx, right: ArticleIdx) -> Nearness {
        let is_mixed = self.is_mixed(left);
        let topics = self.topics.get(left.0).zip(self.topics.get(right.0));
        match topics.is_none_or(|(left, right)| left.is_near(right, is_mixed)) {
            false if is_mixed || !self.odd.bring_together(left, right) => Nearness::Apart,
            true if is_mixed => Nearness::Heaped,
            true | false => Nearness::Near,
        }
    }
}
