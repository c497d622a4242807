//! What could not be read as it should, with its place. Bad input is data here, never a failure.

use crate::finding::rule::Rule;
use crate::load::yaml::Place;
use std::fmt;
use std::path::{Path, PathBuf};

/// Something in the input that is not as it should be.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as it was named; empty where no file is at fault.
    pub path: PathBuf,
    /// Line from 1; 0 where the whole file is meant.
    pub line: usize,
    /// Column in characters from 1; 0 where the whole line is meant.
    pub column: usize,
    /// What is wrong, with the value and what was expected.
    pub message: String,
    /// Whether something was lost.
    pub level: Level,
    /// The rule that the gate raises for it: set for the inside of fact files alone.
    pub rule: Option<Rule>,
}

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// It was read all the same.
    Note,
    /// It, or a part of it, was not read.
    Error,
}

/// The longest message in characters; a value of a million digits is cut out of the middle of its own.
const MAX_MESSAGE: usize = 400;

/// Problems of a file that come with a suggestion; it costs a comparison with every known name.
const MAX_SUGGESTIONS: usize = 200;

impl Problem {
    /// An error that concerns a whole file.
    #[must_use]
    pub fn error(path: &Path, message: impl Into<String>) -> Self {
        let message = shortened(message.into());
        Self { path: path.to_owned(), line: 0, column: 0, message, level: Level::Error, rule: None }
    }

    /// A note that concerns a whole file.
    #[must_use]
    pub fn note(path: &Path, message: impl Into<String>) -> Self {
        Self { level: Level::Note, ..Self::error(path, message) }
    }
}

impl Level {
    /// Its name in messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Problem {
    /// `path:line:column: message`, without what is not known.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.as_os_str().is_empty() {
            write!(f, "{}:", self.path.display())?;
            for number in [self.line, self.column] {
                if number > 0 {
                    write!(f, "{number}:")?;
                }
            }
            f.write_str(" ")?;
        }
        f.write_str(&self.message)
    }
}

/// The problems of one file while it is read.
#[derive(Debug)]
pub(super) struct Log {
    path: PathBuf,
    rule: Option<Rule>,
    problems: Vec<Problem>,
}

impl Log {
    /// Opens the log of a file whose errors stop nothing but the file.
    pub(super) fn new(path: &Path) -> Self {
        Self { path: path.to_owned(), rule: None, problems: Vec::new() }
    }

    /// Opens the log of a fact file, whose errors are findings of the gate.
    pub(super) fn of_facts(path: &Path) -> Self {
        Self { rule: Some(Rule::FactFileInvalid), ..Self::new(path) }
    }

    /// Adds an error at a place.
    pub(super) fn error(&mut self, place: Place, message: impl Into<String>) {
        let Place { line, column, .. } = place;
        let problem = Problem { line, column, rule: self.rule, ..Problem::error(&self.path, message) };
        self.problems.push(problem);
    }

    /// Adds a note at a place: it was read all the same.
    pub(super) fn note_at(&mut self, place: Place, message: impl Into<String>) {
        let Place { line, column, .. } = place;
        self.problems.push(Problem { line, column, ..Problem::note(&self.path, message) });
    }

    /// Adds a note on the whole file.
    pub(super) fn note(&mut self, message: impl Into<String>) {
        self.problems.push(Problem::note(&self.path, message));
    }

    /// Whether there are so many problems that the next need not come with a suggestion.
    pub(super) const fn is_long(&self) -> bool {
        self.problems.len() > MAX_SUGGESTIONS
    }

    /// Whether something is told already.
    pub(super) fn tells(&self, message: &str) -> bool {
        self.problems.iter().any(|problem| problem.message == message)
    }

    /// How many problems there are so far.
    pub(super) const fn len(&self) -> usize {
        self.problems.len()
    }

    /// The problems in the order in which they were met.
    pub(super) fn into_problems(self) -> Vec<Problem> {
        self.problems
    }
}

fn shortened(message: String) -> String {
    let count = message.chars().count();
    if count <= MAX_MESSAGE {
        return message;
    }
    let half = MAX_MESSAGE / 2;
    let start: String = message.chars().take(half).collect();
    let end: String = message.chars().skip(count - half).collect();
    format!("{start}…{end}")
}
