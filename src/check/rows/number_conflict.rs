//! `number-conflict`.
//!
//! # What it finds
//! Disjoint numbers, quantities or sums of one question.
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
    pair.same_stance() && numbers && pair.comparison == Comparison::Disjoint
}
