//! `same-origin`.
//!
//! # What it finds
//! Articles that are copies of one text, so that what they agree on rests on one source.
//!
//! # Why it matters
//! Ten copies of a wire story are one witness.
//!
//! # When it is wrong
//! Two articles that share a long official statement word for word.
//!
//! # Example
//! One agency text under two mastheads.

use crate::fact::ArticleIdx;
use crate::finding::rule::Rule;
use crate::finding::{Detail, Finding};
use crate::graph::Knowledge;
use crate::lexicon::Lexicon;
use std::collections::BTreeMap;

/// Raises one finding for each origin that several articles share.
#[must_use]
pub(super) fn review(knowledge: &Knowledge, _: &Lexicon) -> Vec<Finding> {
    let mut copies: BTreeMap<usize, Vec<ArticleIdx>> = BTreeMap::new();
    for (article, origin) in knowledge.origins.iter().enumerate() {
        copies.entry(*origin).or_default().push(ArticleIdx(article));
    }
    let shared = copies.into_values().filter(|articles| articles.len() > 1);
    let finding = |articles| Finding {
        rule: Rule::SameOrigin,
        severity: Rule::SameOrigin.severity(),
        question: None,
        left: Vec::new(),
        right: Vec::new(),
        detail: Detail::Origin(articles),
    };
    shared.map(finding).collect()
}
