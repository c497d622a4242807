//! JSON lines in batches, as they come: what is kept at once is bounded by a batch, however long the input is.

use crate::fact::Article;
use crate::load::article;
use crate::load::files;
use crate::load::problem::{Log, Problem};
use crate::load::sources::{self, STANDARD_INPUT, Source};
use crate::load::story;
use crate::load::yaml::Place;
use crate::load::{decoded, json_lines, nothing_in, standard_input};
use rayon::prelude::*;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;

/// Bytes from which on a batch is full; a longer line makes a longer one.
const FULL: usize = 1 << 18;

/// Who takes the articles of a batch, in the order of their lines.
pub(super) type Take<'t> = &'t mut dyn FnMut(&[Article]) -> io::Result<()>;

/// Reads the articles of all lines; each keeps the id that its line gives it.
pub(super) fn read(
    paths: &[PathBuf],
    stdin: Option<&mut dyn Read>,
    take: Take<'_>,
) -> io::Result<Vec<Problem>> {
    let mut problems = Vec::new();
    let mut is_empty = true;
    for source in sources::find(paths, true, &mut problems) {
        let mut log = Log::new(&source.shown);
        match files::open(&source.canonical) {
            Ok(mut file) => is_empty &= read_lines(&mut file, &source, &mut log, take)? == 0,
            Err(error) => log.error(Place::default(), format!("cannot be read: {error}")),
        }
        problems.extend(log.into_problems());
    }
    if paths.iter().any(|path| path.as_os_str() == STANDARD_INPUT) {
        let source = standard_input();
        let mut log = Log::new(&source.shown);
        match stdin {
            Some(input) => is_empty &= read_lines(&mut BufReader::new(input), &source, &mut log, take)? == 0,
            None => log.error(Place::default(), "standard input is not at hand"),
        }
        problems.extend(log.into_problems());
    }
    if is_empty && problems.is_empty() {
        problems.push(nothing_in(paths));
    }
    problems.sort();
    problems.dedup();
    Ok(problems)
}

/// Reads the lines of a stream and says how many articles they hold.
fn read_lines(input: &mut dyn BufRead, source: &Source, log: &mut Log, take: Take<'_>) -> io::Result<usize> {
    let (mut before, mut n_articles) = (0, 0);
    loop {
        let mut bytes = Vec::new();
        let n_lines = match batch(input, &mut bytes) {
            Ok(0) => return Ok(n_articles),
            Ok(n_lines) => n_lines,
            Err(error) => {
                log.error(Place::default(), format!("cannot be read: {error}"));
                return Ok(n_articles);
            }
        };
        let text = decoded(bytes, log).unwrap_or_default();
        let mut drafts = json_lines::read(&text, before, source, log);
        drafts.par_iter_mut().for_each(article::settle);
        story::keep_ids(&mut drafts);
        let n_drafts = drafts.len();
        take(&drafts.into_iter().map(|draft| draft.article).collect::<Vec<_>>())?;
        (before, n_articles) = (before + n_lines, n_articles + n_drafts);
    }
}

/// Adds the lines of a batch and says how many they are; all of a text whose lines do not end with the byte of a
/// line's end.
fn batch(input: &mut dyn BufRead, bytes: &mut Vec<u8>) -> io::Result<usize> {
    let mut n_lines = 0;
    while bytes.len() < FULL && files::read_line(input, bytes)? > 0 {
        n_lines += 1;
        if n_lines == 1 && (bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF])) {
            input.read_to_end(bytes)?;
        }
    }
    Ok(n_lines)
}
