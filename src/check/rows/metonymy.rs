//! `metonymy`.
//!
//! # What it finds
//! A capital that stands for its state.
//!
//! # Why it matters
//! The press writes the capital for the government.
//!
//! # When it is wrong
//! A city that is meant as a city.
//!
//! # Example
//! Pyongyang denies; North Korea denies.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::Metonymy, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.same_stance() && pair.comparison == Comparison::Equal && pair.is_capital_for_state()
}
