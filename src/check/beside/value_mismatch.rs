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
use crate::finding::rule::{Rule, Severity};
use crate::finding::{Detail, Finding};
use crate::graph::Knowledge;
use crate::lexicon::Lexicon;
use crate::text::Text;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::compare::{Comparison, compare};
use crate::value::notation;
use crate::value::time::Part;

/// Raises one finding for each declared value that its evidence does not bear out.
#[must_use]
pub(super) fn review(knowledge: &Knowledge, lexicon: &Lexicon) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (idx, fact) in knowledge.facts.iter().enumerate().filter(|(_, fact)| fact.id.is_some()) {
        let Some(article) = knowledge.article(fact.article) else { continue };
        if let Some((read, severity)) = mismatch(fact, article, lexicon) {
            findings.push(Finding {
                rule: Rule::ValueMismatch,
                severity,
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
/// them can be the declared one, or where none says the declared bound.
fn mismatch(fact: &Fact, article: &Article, lexicon: &Lexicon) -> Option<(String, Severity)> {
    let language = article.language.as_deref();
    let read =
        |evidence: &Evidence| extract::read(&evidence.words, language, article.published.as_ref(), lexicon);
    let read: Vec<Mention> = fact.evidence.iter().flat_map(read).collect();
    let comparable: Vec<&Mention> =
        read.iter().filter(|mention| is_comparable(&mention.value, &fact.value)).collect();
    let is_unbound = || {
        let is_bare = |mention: &&Mention| lacks_bound(&mention.value, &fact.value);
        comparable.iter().all(is_bare) && !is_bound_around(fact, article, lexicon)
    };
    let severity = if comparable.iter().any(|mention| fits(mention, &fact.value)) {
        is_unbound().then_some(Severity::Warning)
    } else {
        Some(Rule::ValueMismatch.severity())
    };
    let values: Vec<String> = comparable.iter().map(|mention| mention.value.to_string()).collect();
    severity.filter(|_| !values.is_empty()).map(|severity| (values.join(", "), severity))
}

/// Whether a declared bound is of a number that was read as it stands: over 6700, of 6700.
fn lacks_bound(read: &Value, declared: &Value) -> bool {
    let (Value::Amount(read), Value::Amount(declared)) = (read, declared) else { return false };
    declared.form.is_bound() && matches!(read.form, Form::Exactly(_))
}

/// How far around the evidence a bound is looked for that it leaves out, in bytes.
const AROUND: usize = 60;

/// Whether the text around the evidence says the declared bound.
fn is_bound_around(fact: &Fact, article: &Article, lexicon: &Lexicon) -> bool {
    let Some(text) = article.text.as_deref().map(Text::source) else { return false };
    let around = |evidence: &Evidence| {
        let span = evidence.span?;
        let start = text.floor_char_boundary(span.start.saturating_sub(AROUND));
        let end = text.ceil_char_boundary((span.end + AROUND).min(text.len()));
        text.get(start..end)
    };
    let language = article.language.as_deref();
    let read = |words| extract::read(words, language, article.published.as_ref(), lexicon);
    let said = fact.evidence.iter().filter_map(around).flat_map(read);
    said.into_iter().any(|mention| compare(&mention.value, &fact.value) == Comparison::Equal)
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
