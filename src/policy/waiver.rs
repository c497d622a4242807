//! Waivers: reviewed decisions that findings may stand, until a day.

use crate::finding::rule::Rule;
use crate::finding::{Detail, Finding};
use crate::graph::Knowledge;
use crate::policy::named::Findings;
use crate::policy::{Judged, Settings};
use jiff::civil::Date;
use std::collections::BTreeSet;
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

/// Marks the findings that waivers let stand; returns the faults of the waivers: expired or unused.
#[must_use]
pub fn apply(judged: &mut [Judged], knowledge: &Knowledge, settings: &Settings) -> Vec<Finding> {
    let mut faults = Vec::new();
    let is_over = |waiver: &Waiver| settings.today.is_some_and(|today| today > waiver.until);
    let (over, held): (Vec<_>, Vec<_>) = settings.waivers.iter().partition(|waiver| is_over(waiver));
    faults.extend(over.into_iter().map(|waiver| fault(Rule::WaiverExpired, waiver)));
    for (waiver, named) in held.iter().zip(named(&held, judged, knowledge)) {
        if named.is_empty() {
            faults.push(fault(Rule::WaiverUnused, waiver));
        }
        for idx in named {
            if let Some(judged) = judged.get_mut(idx) {
                judged.waived.get_or_insert_with(|| waiver.reason.clone());
            }
        }
    }
    faults
}

/// The findings that each waiver names.
fn named(waivers: &[&Waiver], judged: &[Judged], knowledge: &Knowledge) -> Vec<BTreeSet<usize>> {
    let findings = Findings::new(judged, knowledge);
    waivers.iter().map(|waiver| findings.named(&waiver.finding)).collect()
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
