//! `scope-differs`.
//!
//! # What it finds
//! Facts whose part, unit of time or modality keeps them apart: the village against the country, daily against total, planned against done.
//!
//! # Why it matters
//! Most false alarms of consistency checkers are of this sort.
//!
//! # When it is wrong
//! A plan that was never changed and a fulfilment that differs from it are not reported.
//!
//! # Example
//! 214 dead in the country against 143 in one village.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::fact::Modality;
use crate::fact::slot::Slot;
use crate::fact::unify::Agreement;
use crate::finding::reason::Reason;
use crate::graph::alike::slip::Slip;
use crate::graph::question::Link;
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::compare::Comparison;
use crate::value::number::Number;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::ScopeDiffers, holds };

fn holds(pair: &Pair<'_>) -> bool {
    let slots = [Slot::Part, Slot::Per, Slot::What, Slot::Whom];
    slots.into_iter().any(|slot| pair.slot(slot) == Agreement::Conflict)
        || (pair.modality_differs() && pair.comparison == Comparison::Disjoint && !is_one_statement(pair))
}

/// Whether one of the two is told as planned, possible or the most of a thing and the other as it is, and they are one
/// statement none the less: figures in like words of what is and what can be; sums and measures in like words, how long
/// or wide a thing is; with noughts too many or turned digits, whatever is promised or given.
fn is_one_statement(pair: &Pair<'_>) -> bool {
    let is_sure = |modality: Modality| matches!(modality, Modality::Actual | Modality::Planned);
    let holds =
        |modality: Modality| matches!(modality, Modality::Actual | Modality::Possible | Modality::Capacity);
    if pair.question.link == Link::Counterparts && holds(pair.left.modality) && holds(pair.right.modality) {
        return true;
    }
    let is_measure = matches!(
        pair.kind.value,
        ValueType::Duration | ValueType::Money | ValueType::Percent | ValueType::Quantity
    );
    let is_measure = is_measure || is_broken(&pair.left.value) || is_broken(&pair.right.value);
    let are_sure = is_sure(pair.left.modality) && is_sure(pair.right.modality);
    let is_alike = pair.question.link == Link::Counterparts;
    let is_slip = match pair.slip() {
        Some(Slip::Plain | Slip::Measured | Slip::Year) => true,
        Some(Slip::Short) => !is_small(&pair.left.value),
        Some(Slip::Nought | Slip::Unit) | None => pair.is_magnitude_slip(),
    };
    // What could hold so many was built when it was.
    let is_possible = |modality: Modality| matches!(modality, Modality::Possible | Modality::Conditional);
    let is_time = pair.kind.value == ValueType::Time
        && !is_possible(pair.left.modality)
        && !is_possible(pair.right.modality);
    (is_alike && (is_slip || is_time)) || (are_sure && ((is_alike && is_measure) || is_of_extent(pair)))
}

/// The least number of three digits: smaller ones have two digits turned by chance.
const HUNDRED: Number = Number::whole(100);

/// Whether a value is a number of two digits.
fn is_small(value: &Value) -> bool {
    matches!(value, Value::Amount(amount) if amount.in_base().is_none_or(|number| number < HUNDRED))
}

/// Whether a value is no whole number, and so no count of what was planned and done: 0.62 of a share for each.
fn is_broken(value: &Value) -> bool {
    let Value::Amount(amount) = value else { return false };
    amount.form.stated().iter().any(|number| number.to_whole().is_none())
}

/// Dimensions in which a thing is as large when it is planned as when it is built.
const EXTENTS: [&str; 2] = ["area", "length"];

/// Whether the question is how long or wide a standing thing is.
fn is_of_extent(pair: &Pair<'_>) -> bool {
    let Value::Amount(amount) = &pair.left.value else { return false };
    pair.kind.event.is_none() && amount.dimension().is_some_and(|dimension| EXTENTS.contains(&dimension))
}
