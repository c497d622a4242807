//! Severities, waivers and the gate's outcome: the only place that decides what counts.
//!
//! It finds nothing itself, but for faults of the waivers, and prints nothing.

/// Stable names of findings.
pub mod fingerprint;
/// Findings by what people call them.
pub mod named;
/// Findings that somebody accepted.
pub mod waiver;

#[cfg(test)]
mod tests;

use crate::fact::FactIdx;
use crate::finding::reason::Relation;
use crate::finding::rule::{Rule, Severity};
use crate::finding::{Detail, Finding};
use crate::graph::Knowledge;
use crate::policy::waiver::Waiver;
use jiff::civil::Date;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// A finding as policy sees it.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The finding.
    pub finding: Finding,
    /// Its severity after kind and policy.
    pub severity: Severity,
    /// Stable identity: a hash of rule, kind, values and articles, never of places in files.
    pub fingerprint: String,
    /// The reason of the waiver that lets it stand.
    pub waived: Option<String>,
}

/// What a project decides about findings.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Severities by the name of a rule; they win over those of kinds.
    pub severities: BTreeMap<String, Severity>,
    /// Severities of contradictions by the id of their kind.
    pub kind_severity: BTreeMap<String, Severity>,
    /// Reviewed decisions that findings may stand.
    pub waivers: Vec<Waiver>,
    /// The day by which waivers expire; none where expiry is not asked for.
    pub today: Option<Date>,
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

impl Judged {
    /// Hexadecimal digits of a fingerprint that name a finding where people write it.
    const ID_DIGITS: usize = 12;

    /// The short form of the fingerprint.
    #[must_use]
    pub fn id(&self) -> &str {
        self.fingerprint.get(..Self::ID_DIGITS).unwrap_or(&self.fingerprint)
    }

    /// Whether it counts at a threshold.
    #[must_use]
    pub fn counts(&self, threshold: Severity) -> bool {
        self.waived.is_none() && self.severity >= threshold
    }
}

impl Outcome {
    /// The exit code.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Failed => 2,
        }
    }
}

/// Gives every finding its severity, identity and waiver, drops what is switched off, adds the faults of the
/// waivers themselves, and sorts: the most severe first, then by kind, place and rule.
#[must_use]
pub fn judge(findings: Vec<Finding>, knowledge: &Knowledge, settings: &Settings) -> Vec<Judged> {
    let assessed = |findings: Vec<Finding>| {
        let judged = findings.into_iter().map(|finding| assess(finding, knowledge, settings));
        judged.filter(|judged| judged.severity > Severity::Off).collect::<Vec<_>>()
    };
    let mut judged = assessed(findings);
    sort(&mut judged, knowledge);
    fingerprint::tell_apart(&mut judged, knowledge);
    let faults = assessed(waiver::apply(&mut judged, knowledge, settings));
    judged.extend(faults);
    sort(&mut judged, knowledge);
    judged
}

/// How a run ends: failed when anything could not be read, else by the findings that count; without a
/// threshold none does.
#[must_use]
pub fn outcome(judged: &[Judged], fail_on: Option<Severity>, n_failures: usize) -> Outcome {
    if n_failures > 0 {
        return Outcome::Failed;
    }
    match fail_on {
        Some(threshold) if judged.iter().any(|judged| judged.counts(threshold)) => Outcome::Findings,
        Some(_) | None => Outcome::Clean,
    }
}

/// The kind that a finding is about: its question's, else that of its first fact.
#[must_use]
pub fn kind<'a>(finding: &Finding, knowledge: &'a Knowledge) -> Option<&'a str> {
    let question = finding.question.and_then(|idx| knowledge.questions.get(idx.0));
    let fact = || knowledge.fact(first_fact(finding)?).map(|fact| fact.kind.as_str());
    question.map(|question| question.kind.as_str()).or_else(fact)
}

fn assess(finding: Finding, knowledge: &Knowledge, settings: &Settings) -> Judged {
    let fingerprint = fingerprint::of(&finding, knowledge);
    Judged { severity: severity(&finding, knowledge, settings), finding, fingerprint, waived: None }
}

fn severity(finding: &Finding, knowledge: &Knowledge, settings: &Settings) -> Severity {
    let by_rule = || settings.severities.get(finding.rule.name());
    let by_kind =
        || settings.kind_severity.get(kind(finding, knowledge)?).filter(|_| is_contradiction(finding.rule));
    by_rule().or_else(by_kind).copied().unwrap_or(finding.severity)
}

/// Whether a rule says that two statements cannot both be so.
#[must_use]
pub fn is_contradiction(rule: Rule) -> bool {
    match rule {
        Rule::Verdict(reason) => reason.relation() == Relation::Contradict,
        Rule::SelfConflict => true,
        Rule::ModalityEscalation | Rule::QualifierDropped | Rule::SameOrigin => false,
        Rule::EvidenceMissing | Rule::ValueMismatch | Rule::FactFileInvalid => false,
        Rule::WaiverUnused | Rule::WaiverExpired => false,
    }
}

fn sort(judged: &mut [Judged], knowledge: &Knowledge) {
    judged.sort_by_cached_key(|judged| {
        let finding = &judged.finding;
        let kind = kind(finding, knowledge).map(str::to_owned);
        let rule = finding.rule.name();
        (Reverse(judged.severity), kind, place(finding, knowledge), rule, judged.fingerprint.clone())
    });
}

/// Where a finding is to be looked for: a file, and a line or byte in it.
fn place(finding: &Finding, knowledge: &Knowledge) -> (PathBuf, usize) {
    match &finding.detail {
        Detail::File { path, line, .. } | Detail::Waiver { path, line, .. } => (path.clone(), *line),
        Detail::Sides
        | Detail::SameArticle(_)
        | Detail::Origin(_)
        | Detail::MissingWords(_)
        | Detail::ReadValue(_) => fact_place(finding, knowledge).unwrap_or_default(),
    }
}

fn fact_place(finding: &Finding, knowledge: &Knowledge) -> Option<(PathBuf, usize)> {
    let idx = first_fact(finding)?;
    let article = knowledge.article_of(idx)?;
    let path = article.path.clone().unwrap_or_else(|| PathBuf::from(&article.id));
    let span = knowledge.fact(idx)?.span();
    Some((path, span.map_or(0, |span| span.start)))
}

fn first_fact(finding: &Finding) -> Option<FactIdx> {
    finding.left.iter().chain(&finding.right).min().copied()
}
