//! The rows of the verdict table, one file each, in the order in which they are asked.

pub mod date_conflict;
pub mod definition_differs;
pub mod different_event;
pub mod different_period;
pub mod dispute;
pub mod duration_conflict;
pub mod hedge;
pub mod identity_conflict;
pub mod list_valued;
pub mod magnitude_slip;
pub mod metonymy;
pub mod number_conflict;
pub mod overlap;
pub mod place_conflict;
pub mod plan_realised;
pub mod polarity_conflict;
pub mod quote_altered;
pub mod quote_misattributed;
pub mod quote_truncated;
pub mod refinement;
pub mod role_variant;
pub mod rounding;
pub mod same_value;
pub mod scope_differs;
pub mod scope_unknown;
pub mod spelling_variant;
pub mod translation_variant;
pub mod unit_conversion;
pub mod update;

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
