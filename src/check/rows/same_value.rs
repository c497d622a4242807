//! `same-value`.
//!
//! # What it finds
//! Equal values of one question from different articles.
//!
//! # Why it matters
//! Agreement of independent sources is what a desk wants to see first.
//!
//! # When it is wrong
//! Two articles that copied one source agree as well; `same-origin` says so.
//!
//! # Example
//! Two days in one article, two days in the other.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::SameValue, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.same_stance()
        && pair.comparison == Comparison::Equal
        && pair.same_unit()
        && pair.same_name()
        && !pair.speaks_apart()
}
