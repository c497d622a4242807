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
use crate::value::wording::Wording;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::QuoteTruncated, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.wording() == Some(Wording::Cut) && !pair.has_two_speakers()
}
