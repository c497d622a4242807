//! `factcheck names`: whether two spellings are taken for one name, and why.

use crate::cli::NamesArgs;
use crate::lexicon::Lexicon;
use crate::policy::Outcome;
use crate::report::safe;
use serde::{Deserialize, Serialize};
use std::io::{self, BufRead, BufReader, Read, Write};

/// A pair to be judged.
#[derive(Debug, Deserialize)]
struct Pair {
    id: String,
    a: String,
    b: String,
}

/// What is said of a pair.
#[derive(Debug, Serialize)]
struct Judgement<'a> {
    id: &'a str,
    same: bool,
    why: String,
}

/// Runs the command.
///
/// # Errors
/// When a stream cannot be read or written.
pub fn names(
    args: &NamesArgs,
    input: &mut dyn Read,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let lexicon = Lexicon::embedded();
    if let (Some(a), Some(b)) = (&args.a, &args.b) {
        let decision = lexicon.is_same_name(a, b);
        let verdict = if decision.same { "same" } else { "different" };
        writeln!(out, "{verdict}: {}", safe::line(&decision.why.to_string()))?;
        return Ok(Outcome::Clean);
    }
    let mut outcome = Outcome::Clean;
    for (idx, line) in BufReader::new(input).lines().enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        match serde_json::from_str::<Pair>(&line) {
            Ok(pair) => {
                let decision = lexicon.is_same_name(&pair.a, &pair.b);
                let why = decision.why.to_string();
                serde_json::to_writer(&mut *out, &Judgement { id: &pair.id, same: decision.same, why })?;
                writeln!(out)?;
            }
            Err(error) => {
                writeln!(err, "error: -:{}: {}", idx + 1, safe::line(&error.to_string()))?;
                outcome = Outcome::Failed;
            }
        }
    }
    Ok(outcome)
}
