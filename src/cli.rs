//! The command line: what was typed, nothing resolved.

use crate::finding::rule::Severity;
use crate::report;
use clap::builder::PossibleValuesParser;
use clap::{Args, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;

/// Checks articles on the same events against one another: where they agree, where they contradict each
/// other, and the words that prove it.
#[derive(Clone, Debug, Parser)]
#[command(name = "factcheck", version, max_term_width = 100, after_help = EXIT_CODES)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
    /// When to colour; `auto` colours on a terminal and heeds `NO_COLOR` and `CLICOLOR_FORCE`
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub color: Color,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  nothing to report, or not asked to judge
  1  findings at or above --fail-on (only `check`)
  2  something could not be read or run

Examples:
  factcheck report articles/
  factcheck report --format json articles/ facts/ > report.json
  factcheck check --fail-on warning facts/
  factcheck explain 001.txt:23 005.txt:9 articles/";

const EXPLAIN_USAGE: &str = "\
factcheck explain [OPTIONS] <A> <B> [PATH]...
       factcheck explain [OPTIONS] <FINDING> [PATH]...";

/// What to do.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Report agreements and contradictions between articles
    #[command(
        after_help = "Examples:\n  factcheck report articles/\n  factcheck report a.md b.txt facts/c.yaml\n  \
        factcheck report --input jsonl --format json < articles.jsonl"
    )]
    Report(ReportArgs),
    /// Judge articles and fact files for a CI gate: print only what fails, and say so by the exit code
    #[command(
        after_help = "Exit codes:\n  0  no finding at or above --fail-on\n  1  findings at or above --fail-on\n  \
        2  something could not be read or run\n\nExamples:\n  factcheck check facts/\n  \
        factcheck check --fail-on warning --today 2026-01-31 facts/\n  factcheck check -q facts/"
    )]
    Check(CheckArgs),
    /// Say why two facts were compared, and why the verdict
    #[command(override_usage = EXPLAIN_USAGE, after_help = "Examples:\n  factcheck explain f3 f9 articles/\n  \
        factcheck explain 001.txt:23 005.txt:9 articles/\n  factcheck explain 14d4100b4f30 articles/")]
    Explain(ExplainArgs),
    /// Print the values recognised in texts, as JSON lines
    #[command(after_help = "Examples:\n  factcheck mentions article.txt\n  \
        echo '{\"id\": \"x\", \"text\": \"about 6700 containers\"}' | factcheck mentions --input jsonl")]
    Mentions(MentionsArgs),
    /// Say whether two spellings are taken for one name, and why
    #[command(after_help = "Examples:\n  factcheck names 'Kim Jong Un' 'كيم جونغ أون'\n  \
        echo '{\"id\": \"x\", \"a\": \"Putin\", \"b\": \"بوتين\"}' | factcheck names --input jsonl")]
    Names(NamesArgs),
    /// List the kinds of facts; of those that are named, say all: value, slots, and what tells them
    #[command(after_help = "Examples:\n  factcheck kinds\n  factcheck kinds deaths visit-date\n  \
        factcheck kinds --format json")]
    Kinds(KindsArgs),
    /// Print the knowledge graph in the DOT language
    #[command(after_help = "Example:\n  factcheck graph articles/ | dot -Tsvg > graph.svg")]
    Graph(GraphArgs),
}

/// What is read.
#[derive(Args, Clone, Debug, Default)]
pub struct Sources {
    /// Articles and fact files: files, folders, or `-` for standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// What the paths and standard input hold
    #[arg(long, value_enum, default_value_t = Input::Files)]
    pub input: Input,
    /// Compare articles of different stories too
    #[arg(long)]
    pub across: bool,
}

/// Arguments of `report`.
#[derive(Args, Clone, Debug)]
pub struct ReportArgs {
    /// What is read.
    #[command(flatten)]
    pub sources: Sources,
    /// How the report is written.
    #[command(flatten)]
    pub output: Output,
    /// Print findings and the summary alone
    #[arg(long, short)]
    pub quiet: bool,
}

/// Arguments of `check`.
#[derive(Args, Clone, Debug)]
pub struct CheckArgs {
    /// What is read.
    #[command(flatten)]
    pub sources: Sources,
    /// How the report is written.
    #[command(flatten)]
    pub output: Output,
    /// The least severity that fails the gate
    #[arg(long, value_enum, default_value_t = FailOn::Error, value_name = "SEVERITY")]
    pub fail_on: FailOn,
    /// The day by which waivers expire, instead of the clock's (UTC)
    #[arg(long, value_name = "DATE")]
    pub today: Option<Date>,
    /// Print the line of sums alone, and what could not be read
    #[arg(long, short)]
    pub quiet: bool,
}

/// Arguments of `explain`.
#[derive(Args, Clone, Debug)]
pub struct ExplainArgs {
    /// Two facts, each by its id (`f12`), line (`001.txt:23`) or bytes (`001.txt:310-342`), or one finding by
    /// its id; then the paths
    #[arg(value_name = "WHAT", required = true)]
    pub words: Vec<String>,
    /// What the paths and standard input hold
    #[arg(long, value_enum, default_value_t = Input::Files)]
    pub input: Input,
    /// Compare articles of different stories too
    #[arg(long)]
    pub across: bool,
}

/// What is to be explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target<'a> {
    /// Two facts.
    Facts(&'a str, &'a str),
    /// A finding.
    Finding(&'a str),
}

/// Arguments of `mentions`.
#[derive(Args, Clone, Debug)]
pub struct MentionsArgs {
    /// Texts: files, folders, or `-` for standard input
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// What the paths and standard input hold
    #[arg(long, value_enum, default_value_t = Input::Files)]
    pub input: Input,
}

/// Arguments of `names`.
#[derive(Args, Clone, Debug)]
pub struct NamesArgs {
    /// One spelling
    #[arg(required_unless_present = "input", requires = "b", conflicts_with = "input")]
    pub a: Option<String>,
    /// The other spelling
    pub b: Option<String>,
    /// Read pairs from standard input instead
    #[arg(long, value_enum)]
    pub input: Option<Pairs>,
}

/// Arguments of `kinds`.
#[derive(Args, Clone, Debug)]
pub struct KindsArgs {
    /// Kinds of which to say all, those of the project's `factcheck.yaml` among them
    #[arg(value_name = "KIND")]
    pub kinds: Vec<String>,
    /// How they are written.
    #[command(flatten)]
    pub output: Output,
}

/// Arguments of `graph`.
#[derive(Args, Clone, Debug)]
pub struct GraphArgs {
    /// What is read.
    #[command(flatten)]
    pub sources: Sources,
}

/// How a report is written.
#[derive(Args, Clone, Debug)]
pub struct Output {
    /// The format of what is printed
    #[arg(long, default_value = default_format(), value_parser = PossibleValuesParser::new(formats()))]
    pub format: String,
}

/// What is to be read as articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Input {
    /// One article or fact file each, told apart by content
    #[default]
    Files,
    /// JSON lines: one object each with `id` and `text`
    Jsonl,
}

/// Where pairs of names come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Pairs {
    /// JSON lines: one object each with `id`, `a` and `b`
    Jsonl,
}

/// When to colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless the environment says otherwise
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The least severity that fails the gate.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Contradictions to be resolved
    #[default]
    Error,
    /// Whatever is worth a look before publishing
    Warning,
    /// Any finding
    Note,
    /// No finding
    Never,
}

impl FailOn {
    /// The severity, if there is one.
    #[must_use]
    pub const fn severity(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Note => Some(Severity::Note),
            Self::Never => None,
        }
    }
}

impl ExplainArgs {
    /// What is to be explained, and the paths behind it; none where the second fact is missing. Eight
    /// hexadecimal digits or more name a finding.
    #[must_use]
    pub fn target(&self) -> Option<(Target<'_>, &[String])> {
        let is_finding = |word: &str| word.len() >= 8 && word.bytes().all(|byte| byte.is_ascii_hexdigit());
        match self.words.as_slice() {
            [finding, paths @ ..] if is_finding(finding) => Some((Target::Finding(finding), paths)),
            [left, right, paths @ ..] => Some((Target::Facts(left, right), paths)),
            [_] | [] => None,
        }
    }
}

fn formats() -> Vec<&'static str> {
    report::FORMATS.iter().map(|(name, _)| *name).collect()
}

fn default_format() -> &'static str {
    report::FORMATS.first().map_or("text", |(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn parse(words: &str) -> Result<Cli, clap::Error> {
        Cli::try_parse_from(words.split(' '))
    }

    #[test]
    fn is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn reads_what_is_typed() {
        for good in [
            "factcheck report",
            "factcheck report a b --format json --color never",
            "factcheck check --fail-on never --today 2026-01-31 facts",
            "factcheck check -q facts",
            "factcheck mentions --input jsonl",
            "factcheck names a b",
            "factcheck names --input jsonl",
            "factcheck explain f1 f2 articles",
            "factcheck graph --across articles",
        ] {
            assert!(parse(good).is_ok(), "{good}");
        }
    }

    #[test]
    fn refuses_what_cannot_be_meant() {
        for bad in [
            "factcheck",
            "factcheck report --format yaml",
            "factcheck check --fail-on off",
            "factcheck check --today 2026-02-30",
            "factcheck names a",
            "factcheck names a b --input jsonl",
            "factcheck explain",
        ] {
            assert_eq!(parse(bad).map(|_| ()).map_err(|error| error.exit_code()), Err(2), "{bad}");
        }
    }

    #[test]
    fn tells_findings_from_facts() {
        let words = |words: &str| words.split(' ').map(str::to_owned).collect();
        let args = |text| ExplainArgs { words: words(text), input: Input::Files, across: false };
        let paths = |text| words(text) as Vec<String>;
        let cases = [
            ("f1 f2", Some((Target::Facts("f1", "f2"), vec![]))),
            ("001.txt:23 005.txt:9 dir", Some((Target::Facts("001.txt:23", "005.txt:9"), paths("dir")))),
            ("14d4100b4f30 dir other", Some((Target::Finding("14d4100b4f30"), paths("dir other")))),
            ("f1", None),
        ];
        for (text, expected) in cases {
            let args = args(text);
            let found = args.target().map(|(target, paths)| (target, paths.to_vec()));
            assert_eq!(found, expected, "{text}");
        }
    }
}
