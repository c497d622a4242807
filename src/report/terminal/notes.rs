//! What a reader must know of the report itself: times that stay relative, words nobody checked, the sums.

use crate::fact::{Article, ArticleIdx, EvidenceStatus, Fact};
use crate::finding::rule::Severity;
use crate::graph::Knowledge;
use crate::policy::{self, Judged};
use crate::report::style::{self, Tone};
use crate::report::{Options, Report, message};
use crate::value::Value;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// What was counted while the report was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sums {
    /// Questions that two articles or more agree on.
    pub agreements: usize,
    /// Pairs of which one is more exact than the other.
    pub refinements: usize,
    /// Pairs of which one follows the other.
    pub updates: usize,
}

/// Writes one line for each thing that limits what could be compared.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(knowledge: &Knowledge, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut by_article = BTreeMap::<ArticleIdx, (usize, usize)>::new();
    for fact in &knowledge.facts {
        let (n_relative, n_declared) = by_article.entry(fact.article).or_default();
        *n_relative += usize::from(is_relative(fact));
        *n_declared +=
            usize::from(fact.evidence.iter().any(|evidence| evidence.status == EvidenceStatus::Declared));
    }
    let mut has_notes = false;
    for (article, counts) in by_article {
        let Some(article) = knowledge.article(article) else { continue };
        for note in of_article(article, counts, options) {
            writeln!(out, "{}: {note}", style::paint(Severity::Note.name(), Tone::Note, options))?;
            has_notes = true;
        }
    }
    if has_notes { writeln!(out) } else { Ok(()) }
}

/// The last line: how much was read, and what came of it.
#[must_use]
pub fn summary(report: &Report, sums: &Sums, options: &Options) -> String {
    let (waived, open): (Vec<_>, Vec<_>) = report.judged.iter().partition(|judged| judged.waived.is_some());
    let (conflicts, others): (Vec<_>, Vec<_>) =
        open.into_iter().partition(|judged| policy::is_contradiction(judged.finding.rule));
    let optional = |n: usize, thing: &str| (n > 0).then(|| message::count(n, thing));
    let parts = [
        Some(message::count(report.knowledge.articles.len(), "article")),
        Some(message::count(report.knowledge.facts.len(), "fact")),
        Some(message::count(sums.agreements, "agreement")),
        optional(sums.refinements, "refinement"),
        optional(sums.updates, "update"),
        Some(message::count(conflicts.len(), "contradiction") + &severities(&conflicts)),
        optional(others.len(), "other finding").map(|count| count + &severities(&others)),
        (!waived.is_empty()).then(|| format!("{} waived", waived.len())),
        options.at_least.map(|severity| message::at_least(report.shown(options).count(), severity)),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn of_article(article: &Article, (n_relative, n_declared): (usize, usize), options: &Options) -> Vec<String> {
    let id = options.foreign(&article.id);
    let relative =
        (n_relative > 0 && article.published.is_none()).then(|| message::relative_times(&id, n_relative));
    let declared = (n_declared > 0).then(|| message::declared_facts(&id, n_declared));
    relative.into_iter().chain(declared).collect()
}

/// Whether the fact's value or what it is about hangs on an unknown day.
fn is_relative(fact: &Fact) -> bool {
    let slots = fact.slots.values().flat_map(|slot| &slot.values);
    slots.chain([&fact.value]).any(|value| matches!(value, Value::Time(time) if time.is_relative()))
}

/// How many there are of each severity, the most severe first.
fn severities(judged: &[&Judged]) -> String {
    let count = |severity: Severity| {
        let n = judged.iter().filter(|judged| judged.severity == severity).count();
        (n > 0).then(|| message::count(n, severity.name()))
    };
    let counts: Vec<_> = Severity::ALL.into_iter().rev().filter_map(count).collect();
    if counts.is_empty() { String::new() } else { format!(" ({})", counts.join(", ")) }
}
