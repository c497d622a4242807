//! `spelling-variant`.
//!
//! # What it finds
//! One name in two spellings or two scripts.
//!
//! # Why it matters
//! Foreign names are written in many ways, and no reader takes them for two people.
//!
//! # When it is wrong
//! Two people whose names are spelt alike are taken for one; a decision in the configuration keeps them apart.
//!
//! # Example
//! Two spellings of one surname with ج and غ.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::SpellingVariant, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.same_stance()
        && pair.comparison == Comparison::Equal
        && !pair.same_name()
        && !pair.is_capital_for_state()
        && !pair.is_role_for_name()
}
