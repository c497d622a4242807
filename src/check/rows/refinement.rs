//! `refinement`.
//!
//! # What it finds
//! A value that lies within the other: a day in a month, an exact number in a bound, a base in a region.
//!
//! # Why it matters
//! The coarser source does not contradict the finer one.
//!
//! # When it is wrong
//! A bound that was meant as a figure.
//!
//! # Example
//! More than 3 million against millions.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::lexicon::schema::kind::ValueType;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::Refinement, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.same_stance()
        && pair.kind.value != ValueType::Quote
        && matches!(pair.comparison, Comparison::Within(_))
}
