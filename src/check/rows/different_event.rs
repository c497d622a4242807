//! `different-event`.
//!
//! # What it finds
//! Facts that hang on two events which are not one.
//!
//! # Why it matters
//! The same question about another quake or another visit has another answer, and both can be right.
//!
//! # When it is wrong
//! Two tellings of one event whose dates or parties were read wrongly are kept apart, and a contradiction is missed.
//!
//! # Example
//! A visit of 2000 against one of 2024.

use crate::check::pair::Event;
use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::DifferentEvent, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.event() == Event::Different
}
