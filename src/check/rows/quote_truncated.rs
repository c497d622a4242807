//! `quote-truncated`.
//!
//! # What it finds
//! A quote that lacks a part which the other article gives.
//!
//! # Why it matters
//! A dropped clause can turn the sense; one with a negation or a condition is an error.
//!
//! # When it is wrong
//! A long quote that both articles cut at will.
//!
//! # Example
//! "What worries us is …" against "We are not worried by the visit; what worries us is …".

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::QuoteTruncated, holds };

fn holds(pair: &Pair<'_>) -> bool {
    let Some((left, right)) = pair.quotes() else { return false };
    let (shorter, longer) = if left.keys.len() <= right.keys.len() { (left, right) } else { (right, left) };
    pair.same_speaker() && shorter.is_cut_from(longer)
}
