//! Rules that raise a finding beside a verdict, or without one. One file each, one line here.

mod evidence_missing;
mod modality_escalation;
mod qualifier_dropped;
mod same_origin;
mod self_conflict;
mod value_mismatch;

use crate::check::pair::Pair;
use crate::finding::{Finding, Verdict};
use crate::graph::Knowledge;
use crate::lexicon::Lexicon;

/// A rule about a pair and its verdict.
pub type PairRule = fn(&Pair<'_>, &Verdict) -> Option<Finding>;

/// A rule about everything known.
pub type ReviewRule = fn(&Knowledge, &Lexicon) -> Vec<Finding>;

/// Rules about pairs.
pub const RULES: &[PairRule] = &[modality_escalation::raise, qualifier_dropped::raise, self_conflict::raise];

/// Rules about articles and fact files.
pub const REVIEW: &[ReviewRule] = &[evidence_missing::review, same_origin::review, value_mismatch::review];
