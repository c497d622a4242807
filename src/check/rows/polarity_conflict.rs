//! `polarity-conflict`.
//!
//! # What it finds
//! One holder, or both articles in their own voice, assert and deny one thing.
//!
//! # Why it matters
//! It happened or it did not.
//!
//! # When it is wrong
//! A denial of an earlier statement that the holder took back.
//!
//! # Example
//! The ministry confirms and denies one attack.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::PolarityConflict, holds };

fn holds(pair: &Pair<'_>) -> bool {
    (pair.is_denied() && pair.same_holder()) || pair.is_done_against_undone()
}
