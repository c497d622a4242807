//! Waivers: reviewed decisions that findings may stand, until a day.

use crate::finding::rule::Rule;
use crate::finding::{Detail, Finding};
use crate::graph::Knowledge;
use crate::policy::{self, Judged, Settings};
use jiff::civil::Date;
use std::path::PathBuf;

/// A reviewed decision that a finding may stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// What it names: a fingerprint or its first eight digits or more, or a rule and a kind
    /// (`number-conflict deaths`).
    pub finding: String,
    /// Why the finding may stand.
    pub reason: String,
    /// Who decided so.
    pub owner: String,
    /// The last day on which it holds.
    pub until: Date,
    /// The file it stands in.
    pub path: PathBuf,
    /// Its line there, from 1.
    pub line: usize,
}

/// Digits below which a part of a fingerprint names no finding.
const MIN_DIGITS: usize = 8;

/// Marks the findings that waivers let stand; returns the faults of the waivers: expired or unused.
#[must_use]
pub fn apply(judged: &mut [Judged], knowledge: &Knowledge, settings: &Settings) -> Vec<Finding> {
    let mut faults = Vec::new();
    for waiver in &settings.waivers {
        if settings.today.is_some_and(|today| today > waiver.until) {
            faults.push(fault(Rule::WaiverExpired, waiver));
        } else if !waive(judged, waiver, knowledge) {
            faults.push(fault(Rule::WaiverUnused, waiver));
        }
    }
    faults
}

/// Marks what `waiver` names; whether there was anything.
fn waive(judged: &mut [Judged], waiver: &Waiver, knowledge: &Knowledge) -> bool {
    let mut is_used = false;
    for judged in judged.iter_mut().filter(|judged| names(waiver, judged, knowledge)) {
        is_used = true;
        judged.waived.get_or_insert_with(|| waiver.reason.clone());
    }
    is_used
}

fn names(waiver: &Waiver, judged: &Judged, knowledge: &Knowledge) -> bool {
    let name = waiver.finding.trim();
    match name.split_once(' ') {
        Some((rule, kind)) => {
            rule == judged.finding.rule.name()
                && policy::kind(&judged.finding, knowledge) == Some(kind.trim())
        }
        None => name.len() >= MIN_DIGITS && judged.fingerprint.starts_with(&name.to_ascii_lowercase()),
    }
}

fn fault(rule: Rule, waiver: &Waiver) -> Finding {
    let until = (rule == Rule::WaiverExpired).then(|| waiver.until.to_string());
    let detail = Detail::Waiver {
        finding: waiver.finding.clone(),
        until,
        path: waiver.path.clone(),
        line: waiver.line,
    };
    Finding { rule, severity: rule.severity(), question: None, left: Vec::new(), right: Vec::new(), detail }
}
