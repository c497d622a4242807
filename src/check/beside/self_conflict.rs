//! `self-conflict`.
//!
//! # What it finds
//! A contradiction inside one article.
//!
//! # Why it matters
//! A text that contradicts itself was not read before it was published.
//!
//! # When it is wrong
//! The article reports two claims and names only one holder.
//!
//! # Example
//! A headline with 12 dead over a text with 21.

use crate::check::pair::Pair;
use crate::finding::reason::Relation;
use crate::finding::rule::Rule;
use crate::finding::{Detail, Finding, Verdict};

/// Raises the finding where it applies.
#[must_use]
pub(super) fn raise(pair: &Pair<'_>, verdict: &Verdict) -> Option<Finding> {
    if verdict.relation != Relation::Contradict || !crate::check::is_self(pair.knowledge, verdict) {
        return None;
    }
    let article = verdict.left.first().and_then(|idx| pair.knowledge.fact(*idx))?.article;
    Some(Finding {
        rule: Rule::SelfConflict,
        severity: Rule::SelfConflict.severity(),
        question: Some(verdict.question),
        left: verdict.left.clone(),
        right: verdict.right.clone(),
        detail: Detail::SameArticle(article),
    })
}
