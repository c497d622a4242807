//! `number-conflict`.
//!
//! # What it finds
//! Disjoint numbers, quantities or sums of one question, or one number in two units.
//!
//! # Why it matters
//! Two figures for one thing at one time cannot both be right.
//!
//! # When it is wrong
//! Two counts of different things that no slot told apart.
//!
//! # Example
//! About 6,700 containers against 7,600.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::Value;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::NumberConflict, holds };

fn holds(pair: &Pair<'_>) -> bool {
    let numbers = matches!((&pair.left.value, &pair.right.value), (Value::Amount(_), Value::Amount(_)));
    let differ = pair.comparison == Comparison::Disjoint || pair.is_in_other_unit();
    pair.same_stance() && numbers && differ
}
