//! `different-period`.
//!
//! # What it finds
//! Facts about times that share no moment.
//!
//! # Why it matters
//! What was so in May need not be so in June.
//!
//! # When it is wrong
//! A date that was read wrongly keeps facts of one time apart.
//!
//! # Example
//! Inflation in March against inflation in April.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::DifferentPeriod, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.is_other_period()
}
