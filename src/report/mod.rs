//! Reports: one file per output format, all with one signature. They decide nothing and read nothing.

/// Words around a span.
pub mod excerpt;
/// Explanations as steps.
pub mod explain;
/// Facts shown together.
pub mod groups;
/// Headings of questions, facts and events.
pub mod heading;
/// For programs.
pub mod json;
/// The kinds of facts.
pub mod kinds;
/// What an article was read as.
pub mod mentions;
/// A finding in one sentence.
pub mod message;
/// Where a fact stands.
pub mod place;
/// Text without control characters.
pub mod safe;
/// Tones and colours.
pub mod style;
/// For people.
pub mod terminal;

use crate::finding::Verdict;
use crate::finding::rule::Severity;
use crate::graph::Knowledge;
use crate::policy::Judged;
use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;

/// Everything that a report shows.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// Articles, facts and questions.
    pub knowledge: &'a Knowledge,
    /// How the facts stand to each other.
    pub verdicts: &'a [Verdict],
    /// All findings, sorted, as policy sees them.
    pub judged: &'a [Judged],
    /// What could not be read, or only in part.
    pub problems: &'a [ProblemLine],
}

/// Something that could not be read, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProblemLine {
    /// The file; none for standard input.
    pub path: Option<PathBuf>,
    /// Line, from 1; 0 where no line is to blame.
    pub line: usize,
    /// Column in code points, from 1; 0 where no column is to blame.
    pub column: usize,
    /// What is wrong and what was expected.
    pub message: String,
    /// Whether something was lost by it.
    pub is_error: bool,
}

/// How a report is written.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Whether to colour.
    pub color: bool,
    /// Whether to put text of another direction between Unicode isolates (UAX #9), for terminals.
    pub isolate: bool,
    /// Whether to leave out what calls for nobody's attention.
    pub quiet: bool,
    /// Of a gate, whether to write the line of sums alone, and what could not be read.
    pub sums_alone: bool,
    /// Of a gate, the severity from which on findings are shown, but for those that are waived.
    pub at_least: Option<Severity>,
    /// What each kind of fact is, in words, by its id.
    pub kinds: BTreeMap<String, String>,
}

/// Characters of one name, value or path that are shown: nobody's file decides how long a report is.
const MAX_FOREIGN: usize = 400;

/// Writes a report in one format.
pub type Render = fn(&Report, &Options, &mut dyn Write) -> io::Result<()>;

/// The formats, by name; the first is the default.
pub const FORMATS: &[(&str, Render)] = &[("text", terminal::render), ("json", json::render)];

impl<'a> Report<'a> {
    /// The findings that are to be shown.
    pub fn shown(&self, options: &Options) -> impl Iterator<Item = &'a Judged> {
        let at_least = options.at_least;
        self.judged.iter().filter(move |judged| at_least.is_none_or(|severity| judged.counts(severity)))
    }
}

impl Options {
    /// The same, without anything that only a terminal understands.
    #[must_use]
    pub fn plain(&self) -> Self {
        Self { color: false, isolate: false, ..self.clone() }
    }

    /// Text from outside, made safe and kept from turning the direction of its line.
    #[must_use]
    pub fn foreign(&self, text: &str) -> String {
        self.isolated(&safe::cut(text, MAX_FOREIGN))
    }

    /// Safe text between isolates, where they are wanted and the text can need them.
    #[must_use]
    pub fn isolated(&self, text: &str) -> String {
        if self.isolate && !text.is_ascii() { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
    }
}

/// The renderer of a format.
#[must_use]
pub fn format(name: &str) -> Option<Render> {
    FORMATS.iter().find(|(known, _)| *known == name).map(|(_, render)| *render)
}
