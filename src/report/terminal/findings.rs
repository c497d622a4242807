//! Findings as blocks of a diff: rule and question, both sides' words, why, who against whom.

use crate::fact::FactIdx;
use crate::finding::{Detail, Finding};
use crate::graph::Knowledge;
use crate::policy::Judged;
use crate::report::excerpt::Mark;
use crate::report::style::{self, Tone};
use crate::report::terminal::row;
use crate::report::{Options, Report, groups, heading, message, safe};
use std::io::{self, Write};

/// Characters of a detail that are shown.
const MAX_DETAIL: usize = 400;

/// Writes the findings in their order, those that are waived last.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let (waived, open): (Vec<_>, Vec<_>) = report.shown(options).partition(|judged| judged.waived.is_some());
    let waived = waived.into_iter().filter(|_| !options.quiet);
    for judged in open.into_iter().chain(waived) {
        block(report.knowledge, judged, options, out)?;
    }
    Ok(())
}

fn block(knowledge: &Knowledge, judged: &Judged, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let finding = &judged.finding;
    let about = style::paint(&heading::finding(finding, knowledge, options), Tone::Heading, options);
    writeln!(out, "{} {about}", label(judged, options))?;
    if let Some(place) = place(&finding.detail, options) {
        writeln!(out, "  --> {place}")?;
    }
    sides(knowledge, finding, options, out)?;
    for line in hints(knowledge, judged, options) {
        writeln!(out, "  = {line}")?;
    }
    writeln!(out)
}

/// Severity and rule; of a waived finding the severity that it would have.
fn label(judged: &Judged, options: &Options) -> String {
    let text = format!("{}[{}]", judged.severity.name(), judged.finding.rule.name());
    match judged.waived {
        Some(_) => style::paint(&format!("waived {text}"), Tone::Faint, options),
        None => style::paint(&text, style::of_severity(judged.severity), options),
    }
}

/// Both sides as the two of a diff; facts without another side are listed.
fn sides(knowledge: &Knowledge, finding: &Finding, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let (left, right) = (&finding.left, &finding.right);
    let (left_mark, right_mark) = match (left.is_empty(), right.is_empty()) {
        (false, false) => (Mark::Left, Mark::Right),
        (true, _) | (_, true) => (Mark::Shared, Mark::Shared),
    };
    let mut rows = row::side(knowledge, left, right.first().copied(), left_mark);
    rows.extend(row::side(knowledge, right, left.first().copied(), right_mark));
    row::write(&rows, "  ", options, out)?;
    let n_hidden = [left, right].map(|side| side.len().saturating_sub(row::SHOWN)).iter().sum();
    if n_hidden > 0 { writeln!(out, "    … and {}", message::count(n_hidden, "more fact")) } else { Ok(()) }
}

fn place(detail: &Detail, options: &Options) -> Option<String> {
    match detail {
        Detail::File { path, line, column, .. } => {
            Some(format!("{}:{line}:{column}", options.foreign(&path.display().to_string())))
        }
        Detail::Waiver { path, line, .. } => {
            Some(format!("{}:{line}", options.foreign(&path.display().to_string())))
        }
        Detail::Sides
        | Detail::SameArticle(_)
        | Detail::Origin(_)
        | Detail::MissingWords(_)
        | Detail::ReadValue(_) => None,
    }
}

fn hints(knowledge: &Knowledge, judged: &Judged, options: &Options) -> Vec<String> {
    let finding = &judged.finding;
    let shown = |text: String| options.isolated(&safe::cut(&text, MAX_DETAIL));
    let why = message::why(finding, knowledge);
    let mut hints = Vec::new();
    hints.extend((heading::finding(finding, knowledge, options) != why).then(|| shown(why)));
    hints.extend(message::detail(&finding.detail, knowledge).map(shown));
    hints.extend(sources(knowledge, &finding.left, &finding.right, options));
    hints.extend(judged.waived.as_ref().map(|reason| format!("waived: {}", shown(reason.clone()))));
    hints.push(style::paint(&format!("finding {}", judged.id()), Tone::Faint, options));
    hints
}

/// How many articles and origins stand against each other, and which.
fn sources(knowledge: &Knowledge, left: &[FactIdx], right: &[FactIdx], options: &Options) -> Option<String> {
    let ids = |facts: &[FactIdx]| {
        let articles = groups::articles(facts, knowledge);
        let more = articles.len().saturating_sub(row::SHOWN);
        let shown = articles.iter().take(row::SHOWN).filter_map(|idx| knowledge.article(*idx));
        let mut ids: Vec<_> = shown.map(|article| options.foreign(&article.id)).collect();
        ids.extend((more > 0).then(|| format!("{more} more")));
        ids.join(", ")
    };
    let articles = groups::articles(left.iter().chain(right), knowledge);
    let origins = groups::origins(&articles, knowledge);
    let counts = message::sources(articles.len(), origins.len());
    match (articles.len(), left.is_empty() || right.is_empty()) {
        (0 | 1, _) => None,
        (_, true) => Some(format!("{counts}: {}", ids(left))),
        (_, false) => Some(format!("{counts}: {} against {}", ids(left), ids(right))),
    }
}
