//! `factcheck names`: whether two spellings are taken for one name, and why.

use crate::cli::NamesArgs;
use crate::lexicon::Lexicon;
use crate::policy::Outcome;
use crate::report::safe;
use crate::value::words::Name;
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
    why: &'static str,
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
        let (same, why) = judge(&lexicon, a, b);
        writeln!(out, "{}: {why}", if same { "same" } else { "different" })?;
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
                let (same, why) = judge(&lexicon, &pair.a, &pair.b);
                serde_json::to_writer(&mut *out, &Judgement { id: &pair.id, same, why })?;
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

/// Whether two spellings are taken for one name, and the reason.
fn judge(lexicon: &Lexicon, a: &str, b: &str) -> (bool, &'static str) {
    let (left, right) = (known(lexicon, a), known(lexicon, b));
    match (left, right) {
        (Some(left), Some(right)) if left.is_same(&right) => {
            (true, "both are known names of one person, place or body")
        }
        (Some(_), Some(_)) => (false, "they are known names of different persons, places or bodies"),
        _ if lexicon.name_key(a) == lexicon.name_key(b) => {
            (true, "they are spelt alike but for letters that stand for one sound")
        }
        _ => (false, "their spellings differ"),
    }
}

/// A name that the data knows.
fn known(lexicon: &Lexicon, words: &str) -> Option<Name> {
    let place = lexicon.place(words);
    let is_known = !place.types.is_empty() && place.id.is_some();
    if is_known {
        return Some(Name { name: place.name, keys: place.id.into_iter().collect() });
    }
    let name = lexicon.name(words);
    let listed = |key: &String| lexicon.gazetteer.country_of(key).is_some();
    name.keys.iter().any(listed).then_some(name)
}
