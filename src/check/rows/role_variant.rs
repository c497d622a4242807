//! `role-variant`.
//!
//! # What it finds
//! A person by name in one article and by office in the other.
//!
//! # Why it matters
//! The president and the president's name are one person while the office lasts.
//!
//! # When it is wrong
//! An office that changed hands between two articles.
//!
//! # Example
//! The leader against the leader's name.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::RoleVariant, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.same_stance() && pair.comparison == Comparison::Equal && pair.is_role_for_name()
}
