//! `magnitude-slip`.
//!
//! # What it finds
//! Disjoint numbers whose ratio is a power of ten.
//!
//! # Why it matters
//! A dropped zero or a million for a billion is the most frequent slip of the pen.
//!
//! # When it is wrong
//! Two figures that happen to differ by just so much.
//!
//! # Example
//! 1,200 against 12,000.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::MagnitudeSlip, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.same_stance() && pair.comparison == Comparison::Disjoint && pair.is_magnitude_slip()
}
