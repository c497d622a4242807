//! `value-mismatch`.
//!
//! # What it finds
//! A reviewed fact whose evidence says another value than the one declared.
//!
//! # Why it matters
//! A slip in the fact file would contradict articles that are right.
//!
//! # When it is wrong
//! The evidence gives the value in a way that the recognisers do not read; then they read nothing, and
//! the rule is silent, unless another value stands in the same words.
//!
//! # Example
//! `value: 7600` beside the evidence `6700 containers`.

use crate::extract;
use crate::fact::{Article, Fact, FactIdx};
use crate::finding::rule::Rule;
use crate::finding::{Detail, Finding};
use crate::graph::Knowledge;
use crate::lexicon::Lexicon;
use crate::value::Value;
use crate::value::compare::{Comparison, compare};

/// Raises one finding for each declared value that its evidence does not bear out.
#[must_use]
pub fn review(knowledge: &Knowledge, lexicon: &Lexicon) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (idx, fact) in knowledge.facts.iter().enumerate().filter(|(_, fact)| fact.id.is_some()) {
        let Some(article) = knowledge.article(fact.article) else { continue };
        if let Some(read) = mismatch(fact, article, lexicon) {
            findings.push(Finding {
                rule: Rule::ValueMismatch,
                severity: Rule::ValueMismatch.severity(),
                question: None,
                left: vec![FactIdx(idx)],
                right: Vec::new(),
                detail: Detail::ReadValue(read),
            });
        }
    }
    findings
}

/// The values that the evidence states, where values of the declared sort are among them and none of
/// them can be the declared one.
fn mismatch(fact: &Fact, article: &Article, lexicon: &Lexicon) -> Option<String> {
    let evidence = fact.evidence.first()?;
    let read =
        extract::read(&evidence.words, article.language.as_deref(), article.published.as_ref(), lexicon);
    let comparable: Vec<&Value> = read.iter().filter(|value| is_comparable(value, &fact.value)).collect();
    let fits = comparable.iter().any(|value| compare(value, &fact.value) != Comparison::Disjoint);
    if comparable.is_empty() || fits {
        return None;
    }
    Some(comparable.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))
}

fn is_comparable(read: &Value, declared: &Value) -> bool {
    let sort = matches!(
        (read, declared),
        (Value::Amount(_), Value::Amount(_))
            | (Value::Time(_), Value::Time(_))
            | (Value::Duration(_), Value::Duration(_))
    );
    sort && compare(read, declared) != Comparison::Incomparable
}
