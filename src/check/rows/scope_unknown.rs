//! `scope-unknown`.
//!
//! # What it finds
//! Facts that are not bound tightly enough to say whether they answer one question, and times that depend on a day nobody states.
//!
//! # Why it matters
//! Bound or silent: precision comes before recall.
//!
//! # When it is wrong
//! Two loosely told facts that do contradict each other are not reported; `explain` names the guard that stopped them.
//!
//! # Example
//! Tuesday in one article against Wednesday in another, neither with a date of publication.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::ScopeUnknown, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.guard().is_some()
}
