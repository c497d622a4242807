//! The report for people: a diff, what calls for an editor first, one line of sums last.

/// Findings as blocks.
pub mod findings;
/// What a reader must know besides.
pub mod notes;
/// One fact on a line.
pub mod row;
/// What needs no attention.
pub mod sections;

use crate::finding::Detail;
use crate::finding::reason::Relation;
use crate::report::style::{self, Tone};
use crate::report::{Options, ProblemLine, Report, groups, safe};
use std::io::{self, Write};

/// Writes the report: what could not be read, findings, agreements, the rest, notes, a summary.
///
/// # Errors
/// When `out` cannot be written to.
pub fn render(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let agreements = groups::agreements(report);
    let refinements = groups::silent(report, &[Relation::Refine, Relation::Diverge]);
    let updates = groups::silent(report, &[Relation::Update]);
    let untold: Vec<_> =
        report.problems.iter().filter(|problem| !is_told(problem, report, options)).collect();
    problems(&untold, options, out)?;
    if !options.sums_alone {
        findings::write(report, options, out)?;
    }
    if !options.quiet {
        sections::agreements(report, &agreements, options, out)?;
        sections::pairs(report, Relation::Refine, &refinements, options, out)?;
        sections::pairs(report, Relation::Update, &updates, options, out)?;
        let shown = sections::shown(report, &agreements, refinements.iter().chain(&updates).copied());
        sections::singles(report, &shown, options, out)?;
        notes::write(report.knowledge, options, out)?;
    }
    let sums =
        notes::Sums { agreements: agreements.len(), refinements: refinements.len(), updates: updates.len() };
    writeln!(out, "{}", notes::summary(report, &sums, options))
}

/// Whether a finding that is shown tells of the same fault of a file.
fn is_told(problem: &ProblemLine, report: &Report, options: &Options) -> bool {
    let place = (problem.path.as_ref(), problem.line, problem.column);
    let mut shown = report.shown(options).filter(|_| !options.sums_alone);
    shown.any(|judged| match &judged.finding.detail {
        Detail::File { path, line, column, .. } => place == (Some(path), *line, *column),
        Detail::Sides
        | Detail::SameArticle(_)
        | Detail::Origin(_)
        | Detail::MissingWords(_)
        | Detail::ReadValue(_)
        | Detail::Waiver { .. } => false,
    })
}

/// Writes what could not be read, each with its place.
///
/// # Errors
/// When `out` cannot be written to.
pub fn problems(problems: &[&ProblemLine], options: &Options, out: &mut dyn Write) -> io::Result<()> {
    for problem in problems {
        let (name, tone) = if problem.is_error { ("error", Tone::Error) } else { ("warning", Tone::Warning) };
        let message = options.isolated(&safe::cut(&problem.message, MAX_MESSAGE));
        writeln!(out, "{}: {}{message}", style::paint(name, tone, options), place(problem, options))?;
    }
    if problems.is_empty() { Ok(()) } else { writeln!(out) }
}

/// Characters of a message that are shown; it may quote what was read.
const MAX_MESSAGE: usize = 400;

fn place(problem: &ProblemLine, options: &Options) -> String {
    if problem.path.is_none() && problem.line == 0 {
        return String::new();
    }
    let path =
        problem.path.as_ref().map_or_else(|| "standard input".to_owned(), |path| path.display().to_string());
    let path = options.foreign(&path);
    match (problem.line, problem.column) {
        (0, _) => format!("{path}: "),
        (line, 0) => format!("{path}:{line}: "),
        (line, column) => format!("{path}:{line}:{column}: "),
    }
}
