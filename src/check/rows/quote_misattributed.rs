//! `quote-misattributed`.
//!
//! # What it finds
//! The same words from two speakers.
//!
//! # Why it matters
//! Only one of them can have said them first, and one article names the wrong one.
//!
//! # When it is wrong
//! A speaker who quotes another.
//!
//! # Example
//! One sentence, from the minister in one article and his spokesman in the other.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::QuoteMisattributed, holds };

fn holds(pair: &Pair<'_>) -> bool {
    let differ = pair.names_two_speakers() || (pair.quotes().is_some() && pair.has_two_speakers());
    differ && !pair.quotes_twice()
}
