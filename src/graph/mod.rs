//! The knowledge graph: articles, facts, events and questions, linked. The only place that names petgraph.

/// Decisions of a person on names.
pub mod decision;
/// Mentions of one event, joined.
pub mod events;
/// From facts to questions.
pub mod link;
/// Nodes, edges and paths.
pub mod network;
/// Articles that copy one another.
pub mod origin;
/// Questions and their value classes.
pub mod question;

use crate::extract::Extraction;
use crate::fact::{Article, ArticleIdx, Event, EventIdx, Fact, FactIdx};
use crate::graph::events::{Joined, Told};
use crate::graph::question::Question;
use crate::lexicon::Lexicon;

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

/// Links what the articles state; `extractions` holds one entry for each article, in the same order.
#[must_use]
pub fn link(articles: Vec<Article>, extractions: Vec<Extraction>, lexicon: &Lexicon) -> Knowledge {
    let (mut facts, mut told) = (Vec::new(), Vec::new());
    for (article, extraction) in articles.iter().zip(extractions) {
        let offset = told.len();
        let tell = |event| Told { story: article.story.clone(), event };
        told.extend(extraction.events.into_iter().map(tell));
        for mut fact in extraction.facts {
            fact.event = fact
                .event
                .map(|event| EventIdx(event.0 + offset))
                .or_else(|| imply(&fact, article, &mut told, lexicon));
            facts.push(fact);
        }
    }
    let Joined { events, of, .. } = events::join(&told, lexicon);
    for fact in &mut facts {
        fact.event = fact.event.and_then(|event| of.get(event.0).copied());
    }
    let story =
        |fact: &Fact| articles.get(fact.article.0).map(|article| article.story.clone()).unwrap_or_default();
    let questions = link::questions(&facts, story, lexicon);
    let origins = origin::origins(&articles);
    Knowledge { articles, events, facts, questions, origins }
}

/// Tells the event that a reviewed fact implies.
fn imply(fact: &Fact, article: &Article, told: &mut Vec<Told>, lexicon: &Lexicon) -> Option<EventIdx> {
    let event = events::implied(fact, lexicon.kind(&fact.kind)?, lexicon)?;
    told.push(Told { story: article.story.clone(), event });
    Some(EventIdx(told.len() - 1))
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
