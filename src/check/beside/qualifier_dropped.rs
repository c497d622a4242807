//! `qualifier-dropped`.
//!
//! # What it finds
//! One source gives a bound ("more than 500"), the other the same number without it. A heading that leaves out
//! what its own article says drops nothing.
//!
//! # Why it matters
//! A bound that is lost turns a floor into a figure.
//!
//! # When it is wrong
//! The exact figure is known to the one that gives it.
//!
//! # Example
//! "More than 100 countries" against "100 countries".

use crate::check::pair::Pair;
use crate::finding::reason::Relation;
use crate::finding::rule::Rule;
use crate::finding::{Detail, Finding, Verdict};
use crate::value::Value;
use crate::value::amount::Form;

/// Raises the finding where it applies.
#[must_use]
pub(super) fn raise(pair: &Pair<'_>, verdict: &Verdict) -> Option<Finding> {
    let (Value::Amount(left), Value::Amount(right)) = (&pair.left.value, &pair.right.value) else {
        return None;
    };
    let dropped = match (&left.form, &right.form) {
        (Form::Exactly(exact), bound) | (bound, Form::Exactly(exact)) => {
            bound.is_bound() && bound.stated().contains(&exact)
        }
        _ => false,
    };
    let unrelated = verdict.relation == Relation::Unrelated;
    (dropped && !unrelated && pair.same_stance() && !pair.quotes_twice()).then(|| Finding {
        rule: Rule::QualifierDropped,
        severity: Rule::QualifierDropped.severity(),
        question: Some(verdict.question),
        left: verdict.left.clone(),
        right: verdict.right.clone(),
        detail: Detail::Sides,
    })
}
