//! `rounding`.
//!
//! # What it finds
//! A value that rounds to the other at the other's written precision.
//!
//! # Why it matters
//! A rounded figure agrees with the exact one.
//!
//! # When it is wrong
//! A figure that is precise to the last zero and looks rounded.
//!
//! # Example
//! 6,712 against 6,700.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::Rounding, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.same_stance() && matches!(pair.comparison, Comparison::RoundsTo(_))
}
