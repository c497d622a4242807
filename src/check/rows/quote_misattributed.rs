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
use crate::value::words::Words;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::QuoteMisattributed, holds };

/// Least words that say something of an utterance; fewer are a name or a saying in marks, which anybody uses.
const UTTERED: usize = 5;

fn holds(pair: &Pair<'_>) -> bool {
    let is_uttered =
        |(left, right): (&Words, &Words)| left.content().len() >= UTTERED && right.content().len() >= UTTERED;
    pair.quotes().is_some_and(is_uttered) && pair.has_two_speakers() && !pair.quotes_twice()
}
