//! An explanation as numbered steps: why two facts were compared, and why the verdict. The steps come from
//! the graph and the checks; here they are only written.

use crate::fact::FactIdx;
use crate::graph::Knowledge;
use crate::report::excerpt::Mark;
use crate::report::style::{self, Tone};
use crate::report::terminal::row;
use crate::report::{Options, safe};
use std::io::{self, Write};

/// One step of an explanation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Step {
    /// What was asked or decided, in a few words.
    pub title: String,
    /// Why, in a sentence; may be empty.
    pub detail: String,
    /// The facts whose words prove it.
    pub evidence: Vec<FactIdx>,
}

/// Characters of a title or detail that are shown.
const MAX_TEXT: usize = 400;

/// Writes the steps in order.
///
/// # Errors
/// When `out` cannot be written to.
pub fn render(
    steps: &[Step],
    knowledge: &Knowledge,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    for (idx, step) in steps.iter().enumerate() {
        let title = options.isolated(&safe::cut(&step.title, MAX_TEXT));
        writeln!(out, "{}. {}", idx + 1, style::paint(&title, Tone::Heading, options))?;
        if !step.detail.is_empty() {
            writeln!(out, "   {}", options.isolated(&safe::cut(&step.detail, MAX_TEXT)))?;
        }
        row::write(&row::side(knowledge, &step.evidence, None, Mark::Shared), "   ", options, out)?;
    }
    Ok(())
}
