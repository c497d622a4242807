//! Colour: what each tone looks like. Whether there is any is decided once, before, and handed down.
//!
//! `colored` asks a global of its own as well, which `main` sets to the same decision.

use crate::finding::rule::Severity;
use crate::report::Options;
use colored::Colorize;

/// What a piece of a report is to the eye.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// A contradiction to be resolved.
    Error,
    /// Worth a look.
    Warning,
    /// Worth knowing.
    Note,
    /// Words of the first side that differ.
    Left,
    /// Words of the second side that differ.
    Right,
    /// Words that both sides share.
    Shared,
    /// What a block is about.
    Heading,
    /// What is there for those who look.
    Faint,
}

/// Paints safe text.
#[must_use]
pub fn paint(text: &str, tone: Tone, options: &Options) -> String {
    if !options.color {
        return text.to_owned();
    }
    let painted = match tone {
        Tone::Error => text.red().bold(),
        Tone::Warning => text.yellow().bold(),
        Tone::Note => text.cyan().bold(),
        Tone::Left => text.red(),
        Tone::Right => text.green(),
        Tone::Shared | Tone::Heading => text.bold(),
        Tone::Faint => text.dimmed(),
    };
    painted.to_string()
}

/// The tone of a severity.
#[must_use]
pub const fn of_severity(severity: Severity) -> Tone {
    match severity {
        Severity::Error => Tone::Error,
        Severity::Warning => Tone::Warning,
        Severity::Note => Tone::Note,
        Severity::Off => Tone::Faint,
    }
}
