//! `place-conflict`.
//!
//! # What it finds
//! Two places for one event that cannot be one place.
//!
//! # Why it matters
//! A meeting is held in one place.
//!
//! # When it is wrong
//! A tour with several stops that is told as one meeting.
//!
//! # Example
//! A military factory against a spaceport.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::Value;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::PlaceConflict, holds };

fn holds(pair: &Pair<'_>) -> bool {
    let places = matches!((&pair.left.value, &pair.right.value), (Value::Place(_), Value::Place(_)));
    pair.same_stance() && places && pair.comparison == Comparison::Disjoint
}
