//! `definition-differs`.
//!
//! # What it finds
//! Values that measure different things: other units that do not convert, other currencies. One number that is told
//! in two currencies of one thing is a conflict.
//!
//! # Why it matters
//! Euros are no dollars, and a rate is no amount.
//!
//! # When it is wrong
//! A unit that the data does not know keeps equal things apart.
//!
//! # Example
//! 58 million euros against 63 million dollars.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::Value;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::DefinitionDiffers, holds };

fn holds(pair: &Pair<'_>) -> bool {
    let measures = matches!((&pair.left.value, &pair.right.value), (Value::Amount(_), Value::Amount(_)));
    measures && pair.comparison == Comparison::Incomparable && !pair.is_in_other_unit()
}
