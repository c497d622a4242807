//! Resolves arguments and joins the stages: the pipeline can be read here from top to bottom.

mod weighed;

/// The pipeline.
pub mod analyse;
/// Explanations of a pair.
pub mod explain;
/// The kinds of facts.
pub mod kinds;
/// Spellings of one name.
pub mod names;

use crate::cli::{
    CheckArgs, Cli, Color, Command, ExplainArgs, GraphArgs, Input, MentionsArgs, ReportArgs, Sources, Target,
};
use crate::extract;
use crate::fact::FactIdx;
use crate::finding::rule::Severity;
use crate::graph::network::Network;
use crate::load;
use crate::load::problem::{Level, Problem};
use crate::policy::named::Findings;
use crate::policy::{self, Judged, Outcome, Settings};
use crate::report::{self, Options, ProblemLine, Report, mentions, message};
use crate::run::analyse::{Analysis, analyse};
use jiff::civil::Date;
use rayon::prelude::*;
use std::io::{self, Read, Write};
use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

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
        Command::Explain(args) => explain_pair(args, &options, input, out, err),
        Command::Mentions(args) => mentions_of(args, input, out, err),
        Command::Names(args) => names::names(args, input, out, err),
        Command::Kinds(args) => kinds::kinds(args, &options, out, err),
        Command::Graph(args) => graph(args, input, out, err),
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
    let analysis = read(&args.sources, input);
    let judged = policy::judge(analysis.findings.clone(), &analysis.knowledge, &analysis.settings);
    let options = Options { quiet: args.quiet, kinds: analysis.kinds(), ..options.clone() };
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
    let analysis = read(&args.sources, input);
    let settings = Settings { today: args.today.or(today), ..analysis.settings.clone() };
    let judged = policy::judge(analysis.findings.clone(), &analysis.knowledge, &settings);
    let threshold = args.fail_on.severity();
    let options = Options {
        quiet: true,
        sums_alone: args.quiet,
        at_least: Some(threshold.unwrap_or(Severity::Note)),
        kinds: analysis.kinds(),
        ..options.clone()
    };
    write(&args.output.format, &analysis, &judged, &options, out)?;
    Ok(policy::outcome(&judged, threshold, failures(&analysis.problems, err)?))
}

/// Reads and analyses what the sources name; the working folder where they name nothing.
/// The process ends with its report, so nothing of the analysis is given back piece by piece.
fn read(sources: &Sources, input: &mut dyn Read) -> ManuallyDrop<Analysis> {
    let options = load::Options {
        input_jsonl: sources.input == Input::Jsonl,
        across: sources.across,
        stdin: Some(input),
    };
    ManuallyDrop::new(analyse(&or_here(&sources.paths, sources.input), options))
}

/// The paths, or what stands for them: standard input for JSON lines, else the working folder.
fn or_here(paths: &[PathBuf], input: Input) -> Vec<PathBuf> {
    match (paths, input) {
        ([], Input::Jsonl) => vec![PathBuf::from("-")],
        ([], Input::Files) => vec![PathBuf::from(".")],
        (paths, _) => paths.to_vec(),
    }
}

fn explain_pair(
    args: &ExplainArgs,
    options: &Options,
    input: &mut dyn Read,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let Some((target, paths)) = args.target() else {
        writeln!(err, "error: {}", alone(&args.words))?;
        return Ok(Outcome::Failed);
    };
    let paths = paths.iter().map(PathBuf::from).collect();
    let sources = Sources { paths, input: args.input, across: args.across };
    let analysis = read(&sources, input);
    let n_failures = tell_lines(&analysis.problems, err)?;
    let judged = policy::judge(analysis.findings.clone(), &analysis.knowledge, &analysis.settings);
    let steps = match target {
        Target::Facts(left, right) => {
            let words = [left, right];
            match explain::pair(&analysis, left, right) {
                (Some(left), Some(right)) => {
                    let mut steps = explain::explain(&analysis, left, right);
                    steps.extend(explain::findings(&analysis, &judged, left, right));
                    let others = words.into_iter().zip([left, right]);
                    steps
                        .extend(others.filter_map(|(word, chosen)| explain::others(&analysis, word, chosen)));
                    steps
                }
                found => match weighed::values(&analysis, words) {
                    Some(steps) => steps,
                    None => return missing(&analysis, words, found, err),
                },
            }
        }
        Target::Finding(id) => {
            let found = Findings::new(&judged, &analysis.knowledge).named(id).pop_first();
            let Some(found) = found.and_then(|at| judged.get(at)) else {
                writeln!(
                    err,
                    "error: no finding \"{id}\", expected an id that `report` prints for these paths"
                )?;
                return Ok(Outcome::Failed);
            };
            explain::finding(&analysis, found)
        }
    };
    report::explain::render(&steps, &analysis.knowledge, options, out)?;
    Ok(policy::outcome(&[], None, n_failures))
}

/// What is missing where one word alone was typed.
fn alone(words: &[String]) -> String {
    let word = words.first().map(String::as_str).unwrap_or_default();
    format!(
        "\"{}\" alone is no pair, expected two facts, such as `f1 f2`, or a finding's id",
        report::safe::line(word)
    )
}

/// Says which of two facts that are to be explained cannot be found.
fn missing(
    analysis: &Analysis,
    words: [&str; 2],
    found: (Option<FactIdx>, Option<FactIdx>),
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let found = [found.0, found.1];
    for (word, _) in words.into_iter().zip(found).filter(|(_, found)| found.is_none()) {
        let message = explain::missing(analysis, word);
        writeln!(err, "error: {}", report::safe::line(&message))?;
    }
    Ok(Outcome::Failed)
}

fn mentions_of(
    args: &MentionsArgs,
    input: &mut dyn Read,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let lexicon = crate::lexicon::Lexicon::embedded();
    let options = load::Options { input_jsonl: args.input == Input::Jsonl, across: true, stdin: Some(input) };
    let paths = or_here(&args.paths, args.input);
    let problems = load::in_batches(&paths, options, &lexicon, &mut |articles| {
        let texts = articles.par_iter().filter(|article| article.text.is_some());
        let lines = texts.map(|article| {
            let (language, found) = extract::mentions(article, &lexicon);
            mentions::line(article, language, &found)
        });
        lines.collect::<Vec<_>>().into_iter().try_for_each(|line| out.write_all(&line?))
    })?;
    Ok(policy::outcome(&[], None, tell(&problems, err)?))
}

/// Says what could not be read where no report does.
fn tell(problems: &[Problem], err: &mut dyn Write) -> io::Result<usize> {
    for problem in problems {
        writeln!(err, "{}: {}", problem.level.name(), report::safe::line(&problem.to_string()))?;
    }
    Ok(problems.iter().filter(|problem| problem.level == Level::Error).count())
}

fn graph(
    args: &GraphArgs,
    input: &mut dyn Read,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let analysis = read(&args.sources, input);
    let network = Network::new(&analysis.knowledge);
    out.write_all(
        network.dot(|node| report::safe::line(&explain::label(&analysis, node)).into_owned()).as_bytes(),
    )?;
    Ok(policy::outcome(&[], None, tell_lines(&analysis.problems, err)?))
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

/// Says what could not be read where no report holds it.
fn tell_lines(problems: &[ProblemLine], err: &mut dyn Write) -> io::Result<usize> {
    let problem = |line: &ProblemLine| {
        let path = line.path.as_deref().unwrap_or_else(|| Path::new(""));
        let problem = Problem::note(path, line.message.as_str());
        let level = if line.is_error { Level::Error } else { Level::Note };
        Problem { line: line.line, column: line.column, level, ..problem }
    };
    tell(&problems.iter().map(problem).collect::<Vec<_>>(), err)
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
