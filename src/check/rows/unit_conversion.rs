//! `unit-conversion`.
//!
//! # What it finds
//! Values that are equal in different units.
//!
//! # Why it matters
//! 150 kilograms and 330 pounds are one mass.
//!
//! # When it is wrong
//! A unit of one name and several sizes (ton, gallon) may be taken for the wrong one.
//!
//! # Example
//! 7.5 miles against 12 kilometres.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::UnitConversion, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.same_stance()
        && !pair.same_unit()
        && matches!(pair.comparison, Comparison::Equal | Comparison::RoundsTo(_))
}
