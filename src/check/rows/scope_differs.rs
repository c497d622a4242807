//! `scope-differs`.
//!
//! # What it finds
//! Facts whose part, unit of time or modality keeps them apart: the village against the country, daily against total, planned against done.
//!
//! # Why it matters
//! Most false alarms of consistency checkers are of this sort.
//!
//! # When it is wrong
//! A plan that was never changed and a fulfilment that differs from it are not reported.
//!
//! # Example
//! 214 dead in the country against 143 in one village.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::fact::slot::Slot;
use crate::fact::unify::Agreement;
use crate::finding::reason::Reason;
use crate::graph::question::Link;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::ScopeDiffers, holds };

fn holds(pair: &Pair<'_>) -> bool {
    let slots = [Slot::Part, Slot::Per, Slot::What, Slot::Whom];
    slots.into_iter().any(|slot| pair.slot(slot) == Agreement::Conflict)
        || (pair.modality_differs() && pair.comparison == Comparison::Disjoint && !is_slip(pair))
}

/// Whether one figure is the other with noughts too many: what is promised and what is given are the same then.
fn is_slip(pair: &Pair<'_>) -> bool {
    pair.question.link == Link::Counterparts && pair.is_magnitude_slip()
}
