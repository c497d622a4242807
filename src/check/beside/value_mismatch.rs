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
use crate::extract::mention::Mention;
use crate::fact::{Article, Evidence, Fact, FactIdx};
use crate::finding::rule::Rule;
use crate::finding::{Detail, Finding};
use crate::graph::Knowledge;
use crate::lexicon::Lexicon;
use crate::value::Value;
use crate::value::compare::{Comparison, compare};
use crate::value::notation;
use crate::value::time::Part;

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
    let language = article.language.as_deref();
    let read =
        |evidence: &Evidence| extract::read(&evidence.words, language, article.published.as_ref(), lexicon);
    let read: Vec<Mention> = fact.evidence.iter().flat_map(read).collect();
    let comparable: Vec<&Mention> =
        read.iter().filter(|mention| is_comparable(&mention.value, &fact.value)).collect();
    if comparable.is_empty() || comparable.iter().any(|mention| fits(mention, &fact.value)) {
        return None;
    }
    let values: Vec<String> = comparable.iter().map(|mention| mention.value.to_string()).collect();
    Some(values.join(", "))
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

/// Whether the words can mean the declared value. A few words alone do not tell whether a weekday or a
/// month lies ahead, so a relative time fits when what it says by itself does.
fn fits(mention: &Mention, declared: &Value) -> bool {
    if compare(&mention.value, declared) != Comparison::Disjoint {
        return true;
    }
    let relative = mention.relative.as_deref().and_then(|text| notation::time(text).ok());
    let (Some(relative), Value::Time(declared)) = (relative, declared) else { return false };
    match (relative.first.map(|point| point.part), declared.days()) {
        (Some(Part::Weekday(weekday)), Some((first, last))) => {
            first == last && first.weekday().to_monday_one_offset() == weekday
        }
        (Some(Part::MonthOfYear(_) | Part::DayOfYear(..)), _) => {
            compare(&Value::Time(relative), &Value::Time(*declared)) != Comparison::Disjoint
        }
        _ => false,
    }
}
