//! `update`.
//!
//! # What it finds
//! An evolving value that the later source gives in the direction in which it evolves.
//!
//! # Why it matters
//! Tolls grow; yesterday's figure does not contradict today's.
//!
//! # When it is wrong
//! A later figure that corrects an earlier mistake in the same direction.
//!
//! # Example
//! 214 dead on Saturday, 611 on Monday.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::graph::alike::slip::Slip;
use crate::value::Value;
use crate::value::compare::Comparison;
use crate::value::unit::Unit;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::Update, holds };

fn holds(pair: &Pair<'_>) -> bool {
    let differs = !matches!(pair.comparison, Comparison::Equal | Comparison::Incomparable);
    // A percentage whose digits are turned was mistyped.
    let is_percent = matches!(&pair.left.value, Value::Amount(amount) if amount.unit.as_ref().is_some_and(Unit::is_percent));
    let is_turned = is_percent && pair.comparison == Comparison::Disjoint && pair.slip() == Some(Slip::Plain);
    (pair.same_stance() && differs && !is_turned && pair.evolved()) || (pair.is_denied() && pair.came_to_be())
}
