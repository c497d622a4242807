//! `factcheck kinds`: the kinds of facts, those of the project among them.

use crate::cli::KindsArgs;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::kind::Kind;
use crate::load::{config, fields};
use crate::policy::Outcome;
use crate::report::{Options, kinds, safe};
use crate::run::analyse;
use std::io::{self, Write};
use std::path::PathBuf;

/// Runs the command.
///
/// # Errors
/// When a stream cannot be written.
pub fn kinds(
    args: &KindsArgs,
    options: &Options,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let (config, problems) =
        config::find(&[PathBuf::from(".")]).map(|path| config::read(&path)).unwrap_or_default();
    let mut lexicon = Lexicon::embedded();
    lexicon.add_kinds(config.kinds.clone());
    let problems: Vec<_> = problems.into_iter().chain(analyse::unknown_concepts(&config, &lexicon)).collect();
    let mut n_failures = super::tell(&problems, err)?;
    let mut asked = Vec::new();
    for id in &args.kinds {
        if let Some(kind) = lexicon.kind(id) {
            asked.push(kind);
        } else {
            let known: Vec<&str> = lexicon.kinds().iter().map(|kind| kind.id.as_str()).collect();
            writeln!(err, "error: {}", safe::line(&fields::unknown("kind", id, &known)))?;
            n_failures += 1;
        }
    }
    if args.kinds.is_empty() {
        asked = lexicon.kinds().iter().collect::<Vec<&Kind>>();
        asked.sort_by(|left, right| left.id.cmp(&right.id));
    }
    match (args.output.format.as_str(), args.kinds.is_empty()) {
        ("json", _) => kinds::json(&asked, out)?,
        (_, true) => kinds::list(&asked, options, out)?,
        (_, false) => kinds::details(&asked, options, out)?,
    }
    Ok(if n_failures > 0 { Outcome::Failed } else { Outcome::Clean })
}
