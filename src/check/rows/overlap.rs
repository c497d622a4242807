//! `overlap`.
//!
//! # What it finds
//! Values that share possibilities and neither of which holds the other.
//!
//! # Why it matters
//! They can both be right.
//!
//! # When it is wrong
//! Wide hedges overlap easily.
//!
//! # Example
//! About 100 against 95 to 99 and more.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::Overlap, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.same_stance() && pair.comparison == Comparison::Overlaps
}
