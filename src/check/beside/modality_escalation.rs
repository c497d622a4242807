//! `modality-escalation`.
//!
//! # What it finds
//! One source says that something could hold or may be, another that it is so, and both name one holder. An article that
//! says both tells its readers itself.
//!
//! # Why it matters
//! "Containers that can hold three million shells" becomes "millions of shells shipped" in two retellings.
//!
//! # When it is wrong
//! The holder said both, on different days.
//!
//! # Example
//! "Could hold over 3 million rounds" against "shipped millions of rounds", both from one ministry.

use crate::check::pair::Pair;
use crate::fact::Modality;
use crate::finding::reason::{Reason, Relation};
use crate::finding::rule::Rule;
use crate::finding::{Detail, Finding, Verdict};
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::amount::Form;

/// Raises the finding where it applies.
#[must_use]
pub(super) fn raise(pair: &Pair<'_>, verdict: &Verdict) -> Option<Finding> {
    let weak = |modality| matches!(modality, Modality::Capacity | Modality::Possible | Modality::Conditional);
    let sides = (pair.left.modality, pair.right.modality);
    let escalates =
        (weak(sides.0) && sides.1 == Modality::Actual) || (weak(sides.1) && sides.0 == Modality::Actual);
    // What is exact and lies within a bound that could be is no more than that bound says.
    let is_loose =
        |value: &Value| matches!(value, Value::Amount(amount) if !matches!(amount.form, Form::Exactly(_)));
    let related = match verdict.relation {
        Relation::Agree => true,
        Relation::Refine => {
            verdict.reason != Reason::Refinement
                || (is_loose(&pair.left.value) && is_loose(&pair.right.value))
        }
        Relation::Update
        | Relation::Contradict
        | Relation::Dispute
        | Relation::Diverge
        | Relation::Unrelated => false,
    };
    let numeric = matches!(
        pair.kind.value,
        ValueType::Count | ValueType::Quantity | ValueType::Money | ValueType::Percent
    );
    (escalates && related && numeric && pair.same_holder() && !pair.quotes_twice()).then(|| Finding {
        rule: Rule::ModalityEscalation,
        severity: Rule::ModalityEscalation.severity(),
        question: Some(verdict.question),
        left: verdict.left.clone(),
        right: verdict.right.clone(),
        detail: Detail::Sides,
    })
}
