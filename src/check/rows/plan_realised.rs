//! `plan-realised`.
//!
//! # What it finds
//! A plan and its fulfilment in a later article.
//!
//! # Why it matters
//! What was planned and then done is one story, not two claims.
//!
//! # When it is wrong
//! A plan whose fulfilment is only announced again.
//!
//! # Example
//! He will arrive on Tuesday; he arrived on Tuesday.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::fact::Modality;
use crate::finding::reason::Reason;
use crate::value::compare::Comparison;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::PlanRealised, holds };

fn holds(pair: &Pair<'_>) -> bool {
    let modalities = (pair.left.modality, pair.right.modality);
    let plan =
        matches!(modalities, (Modality::Planned, Modality::Actual) | (Modality::Actual, Modality::Planned));
    plan && pair.same_stance() && pair.comparison == Comparison::Incomparable && !pair.is_in_other_unit()
}
