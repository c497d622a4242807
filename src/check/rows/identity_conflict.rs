//! `identity-conflict`.
//!
//! # What it finds
//! Two people, bodies, things or states where there is one.
//!
//! # Why it matters
//! One ship flies one flag.
//!
//! # When it is wrong
//! One person under two names that no list joins.
//!
//! # Example
//! The Palau-flagged ship against the Cameroon-flagged one.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::Value;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::IdentityConflict, holds };

fn holds(pair: &Pair<'_>) -> bool {
    let named = |value: &Value| matches!(value, Value::Name(_) | Value::State(_));
    pair.same_stance()
        && named(&pair.left.value)
        && named(&pair.right.value)
        && pair.comparison == Comparison::Disjoint
}
