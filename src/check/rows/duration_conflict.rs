//! `duration-conflict`.
//!
//! # What it finds
//! Disjoint lengths of time of one thing.
//!
//! # Why it matters
//! A visit is as long as it is.
//!
//! # When it is wrong
//! A planned length against a real one.
//!
//! # Example
//! Two days against three days.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::Value;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::DurationConflict, holds };

fn holds(pair: &Pair<'_>) -> bool {
    let durations = matches!((&pair.left.value, &pair.right.value), (Value::Duration(_), Value::Duration(_)));
    pair.same_stance() && durations && pair.comparison == Comparison::Disjoint
}
