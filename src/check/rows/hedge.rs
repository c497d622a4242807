//! `hedge`.
//!
//! # What it finds
//! Values that are equal but for a hedge.
//!
//! # Why it matters
//! "About 6,700" and "6,700" are one figure.
//!
//! # When it is wrong
//! A hedge that was chosen with care.
//!
//! # Example
//! About 2,000 against 2,000.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::Hedge, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.same_stance() && pair.comparison == Comparison::EqualButHedge
}
