//! `date-conflict`.
//!
//! # What it finds
//! Disjoint times of one event.
//!
//! # Why it matters
//! An event has one date.
//!
//! # When it is wrong
//! A date of the report that was read as the date of the event.
//!
//! # Example
//! The dam broke on Friday; the dam broke on Saturday.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::Value;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::DateConflict, holds };

fn holds(pair: &Pair<'_>) -> bool {
    let times = matches!((&pair.left.value, &pair.right.value), (Value::Time(_), Value::Time(_)));
    pair.same_stance() && times && pair.comparison == Comparison::Disjoint
}
