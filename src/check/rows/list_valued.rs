//! `list-valued`.
//!
//! # What it finds
//! Different answers to a question that has several.
//!
//! # Why it matters
//! A guest brings more than one gift, and a tour has more than one stop.
//!
//! # When it is wrong
//! A kind that is declared as a list hides contradictions between its answers.
//!
//! # Example
//! A glove in one article, a rifle in another.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::lexicon::schema::answers::Answers;
use crate::lexicon::schema::kind::ValueType;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::ListValued, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.kind.answers == Answers::List
        && pair.kind.value != ValueType::Quote
        && matches!(pair.comparison, Comparison::Disjoint | Comparison::Within(_) | Comparison::Overlaps)
}
