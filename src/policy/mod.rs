//! Severities, waivers and the gate's outcome: the only place that decides what counts.

use crate::finding::Finding;
use crate::finding::rule::Severity;

/// A finding as policy sees it.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The finding.
    pub finding: Finding,
    /// Its severity after kind and policy.
    pub severity: Severity,
    /// Stable identity: a hash of rule, kind, slots, values and articles, never of places in files.
    pub fingerprint: String,
    /// The reason of the waiver that lets it stand.
    pub waived: Option<String>,
}

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing at or above the threshold: exit code 0.
    Clean,
    /// Findings at or above the threshold: exit code 1.
    Findings,
    /// Something could not be read or run: exit code 2.
    Failed,
}
