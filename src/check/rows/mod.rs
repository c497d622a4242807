//! The rows of the verdict table, one file each, in the order in which they are asked.

mod date_conflict;
mod definition_differs;
mod different_event;
mod different_period;
mod dispute;
mod duration_conflict;
mod hedge;
mod identity_conflict;
mod list_valued;
mod magnitude_slip;
mod metonymy;
mod number_conflict;
mod overlap;
mod place_conflict;
mod plan_realised;
mod polarity_conflict;
mod quote_altered;
mod quote_misattributed;
mod quote_truncated;
mod refinement;
mod role_variant;
mod rounding;
mod same_value;
mod scope_differs;
mod scope_unknown;
mod spelling_variant;
mod translation_variant;
mod unit_conversion;
mod update;

use crate::check::pair::Pair;
use crate::finding::reason::Reason;

/// A row: a reason, and whether it holds of a pair of value classes. All have this one shape.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The reason that a verdict has when this row is the first to hold.
    pub reason: Reason,
    /// Whether it holds.
    pub holds: fn(&Pair<'_>) -> bool,
}

/// All rows that judge pairs. One line here adds a rule.
pub const ROWS: &[Row] = &[
    different_event::ROW,
    different_period::ROW,
    scope_differs::ROW,
    definition_differs::ROW,
    scope_unknown::ROW,
    list_valued::ROW,
    same_value::ROW,
    unit_conversion::ROW,
    spelling_variant::ROW,
    role_variant::ROW,
    metonymy::ROW,
    rounding::ROW,
    hedge::ROW,
    refinement::ROW,
    overlap::ROW,
    translation_variant::ROW,
    plan_realised::ROW,
    update::ROW,
    quote_truncated::ROW,
    quote_altered::ROW,
    quote_misattributed::ROW,
    dispute::ROW,
    polarity_conflict::ROW,
    magnitude_slip::ROW,
    number_conflict::ROW,
    date_conflict::ROW,
    duration_conflict::ROW,
    place_conflict::ROW,
    identity_conflict::ROW,
];
