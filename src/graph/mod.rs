//! The knowledge graph: articles, facts, events and questions, linked. The only place that names petgraph.

pub mod question;

use crate::fact::{Article, ArticleIdx, Event, Fact, FactIdx};
use crate::graph::question::Question;

/// Everything that is known, linked across articles.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// The articles, in canonical order.
    pub articles: Vec<Article>,
    /// The events, joined across articles; a fact's `event` is an index into them.
    pub events: Vec<Event>,
    /// The facts, in the order of the articles and of their text.
    pub facts: Vec<Fact>,
    /// The questions that two or more facts answer, and those of single facts.
    pub questions: Vec<Question>,
    /// For each article the number of its origin, from 1; copies of one text share it.
    pub origins: Vec<usize>,
}

impl Knowledge {
    /// The article of a fact.
    #[must_use]
    pub fn article_of(&self, fact: FactIdx) -> Option<&Article> {
        self.facts.get(fact.0).and_then(|fact| self.article(fact.article))
    }

    /// An article by its index.
    #[must_use]
    pub fn article(&self, idx: ArticleIdx) -> Option<&Article> {
        self.articles.get(idx.0)
    }

    /// A fact by its index.
    #[must_use]
    pub fn fact(&self, idx: FactIdx) -> Option<&Fact> {
        self.facts.get(idx.0)
    }
}
