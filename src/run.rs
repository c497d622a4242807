//! Resolves arguments and joins the stages: the pipeline can be read here from top to bottom.

use crate::cli::{CheckArgs, Cli, Color, Command, ReportArgs, Sources};
use crate::finding::rule::Severity;
use crate::finding::{Finding, Verdict};
use crate::graph::Knowledge;
use crate::policy::{self, Judged, Outcome, Settings};
use crate::report::{self, Options, ProblemLine, Report, message};
use jiff::civil::Date;
use std::collections::BTreeMap;
use std::io::{self, Read, Write};

/// What the process knows of the world: nothing below `main` asks the environment or the clock.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// The variable `NO_COLOR`.
    pub no_color: Option<String>,
    /// The variable `CLICOLOR_FORCE`.
    pub clicolor_force: Option<String>,
    /// The variable `TERM`.
    pub term: Option<String>,
    /// Whether the stream that reports are written to is a terminal.
    pub is_terminal: bool,
    /// The clock's day, in UTC.
    pub today: Option<Date>,
}

/// What comes of reading, extracting, linking and checking.
#[derive(Clone, Debug, Default)]
struct Analysis {
    knowledge: Knowledge,
    verdicts: Vec<Verdict>,
    findings: Vec<Finding>,
    problems: Vec<ProblemLine>,
    settings: Settings,
    /// What each kind is, in words.
    kinds: BTreeMap<String, String>,
}

/// Runs one command.
///
/// # Errors
/// When `out` or `err` cannot be written to.
pub fn run(
    cli: &Cli,
    surroundings: &Surroundings,
    input: &mut dyn Read,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let options = Options {
        color: color(cli.color, surroundings),
        isolate: surroundings.is_terminal,
        ..Options::default()
    };
    match &cli.command {
        Command::Report(args) => report(args, &options, input, out, err),
        Command::Check(args) => check(args, &options, surroundings.today, input, out, err),
        Command::Explain(_) => unwired("explain", err),
        Command::Mentions(_) => unwired("mentions", err),
        Command::Names(_) => unwired("names", err),
        Command::Graph(_) => unwired("graph", err),
    }
}

/// Whether to colour: what was typed, then `NO_COLOR`, `CLICOLOR_FORCE`, `TERM`, and the stream itself
/// (no-color.org, bixense.com/clicolors).
#[must_use]
pub fn color(choice: Color, surroundings: &Surroundings) -> bool {
    let is_set = |variable: &Option<String>| variable.as_ref().is_some_and(|value| !value.is_empty());
    let is_forced =
        is_set(&surroundings.clicolor_force) && surroundings.clicolor_force.as_deref() != Some("0");
    match choice {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if is_set(&surroundings.no_color) => false,
        Color::Auto if is_forced => true,
        Color::Auto => surroundings.is_terminal && surroundings.term.as_deref() != Some("dumb"),
    }
}

fn report(
    args: &ReportArgs,
    options: &Options,
    input: &mut dyn Read,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let analysis = analyse(&args.sources, input);
    let judged = policy::judge(analysis.findings.clone(), &analysis.knowledge, &analysis.settings);
    let options = Options { quiet: args.quiet, kinds: analysis.kinds.clone(), ..options.clone() };
    write(&args.output.format, &analysis, &judged, &options, out)?;
    Ok(policy::outcome(&judged, None, failures(&analysis.problems, err)?))
}

fn check(
    args: &CheckArgs,
    options: &Options,
    today: Option<Date>,
    input: &mut dyn Read,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let analysis = analyse(&args.sources, input);
    let settings = Settings { today: args.today.or(today), ..analysis.settings.clone() };
    let mut judged = policy::judge(analysis.findings.clone(), &analysis.knowledge, &settings);
    let threshold = args.fail_on.severity();
    judged.retain(|judged| judged.counts(threshold.unwrap_or(Severity::Note)));
    let options = Options { quiet: true, kinds: analysis.kinds.clone(), ..options.clone() };
    write(&args.output.format, &analysis, &judged, &options, out)?;
    Ok(policy::outcome(&judged, threshold, failures(&analysis.problems, err)?))
}

/// PLACEHOLDER: reads, extracts, links and checks. The stages are joined here; now nothing is read.
fn analyse(_sources: &Sources, _input: &mut dyn Read) -> Analysis {
    Analysis::default()
}

/// PLACEHOLDER: a command whose stages are not joined yet.
fn unwired(command: &str, err: &mut dyn Write) -> io::Result<Outcome> {
    writeln!(err, "error: `{command}` is not built yet")?;
    Ok(Outcome::Failed)
}

fn write(
    format: &str,
    analysis: &Analysis,
    judged: &[Judged],
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (knowledge, verdicts, problems) = (&analysis.knowledge, &analysis.verdicts, &analysis.problems);
    let render = report::format(format).unwrap_or(report::terminal::render);
    render(&Report { knowledge, verdicts, judged, problems }, options, out)
}

/// How much could not be read. The report holds each with its place; whoever sends the report elsewhere
/// must hear of it too.
fn failures(problems: &[ProblemLine], err: &mut dyn Write) -> io::Result<usize> {
    let n_failures = problems.iter().filter(|problem| problem.is_error).count();
    if n_failures > 0 {
        writeln!(err, "error: {}, see the report", message::count(n_failures, "problem"))?;
    }
    Ok(n_failures)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decides_on_colour_in_order() {
        let terminal = Surroundings { is_terminal: true, ..Surroundings::default() };
        let set = |value: &str| Some(value.to_owned());
        let cases = [
            (Color::Auto, Surroundings::default(), false),
            (Color::Auto, terminal.clone(), true),
            (Color::Never, terminal.clone(), false),
            (Color::Always, Surroundings { no_color: set("1"), ..Surroundings::default() }, true),
            (Color::Auto, Surroundings { no_color: set(""), ..terminal.clone() }, true),
            (
                Color::Auto,
                Surroundings { no_color: set("1"), clicolor_force: set("1"), ..terminal.clone() },
                false,
            ),
            (Color::Auto, Surroundings { clicolor_force: set("1"), ..Surroundings::default() }, true),
            (Color::Auto, Surroundings { clicolor_force: set("0"), ..Surroundings::default() }, false),
            (Color::Auto, Surroundings { term: set("dumb"), ..terminal.clone() }, false),
            (Color::Auto, Surroundings { term: set("xterm"), ..terminal }, true),
        ];
        for (choice, surroundings, expected) in cases {
            assert_eq!(color(choice, &surroundings), expected, "{choice:?} {surroundings:?}");
        }
    }
}
