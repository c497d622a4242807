//! Reading and writing files: articles, fact files and the configuration.
//!
//! The only module that touches the file system. Reading never fails: it returns what could be read, and
//! problems with their places for the rest. What is returned does not depend on the order of the paths nor
//! on the number of threads.

/// The configuration of a project.
pub mod config;
/// Keys of what people write.
pub mod fields;
/// The file system.
pub mod files;
/// What can be wrong with a file.
pub mod problem;

mod article;
mod batches;
mod decode;
mod evidence;
mod fact_file;
mod join;
mod json_lines;
mod metadata;
mod sources;
mod story;
mod values;
mod yaml;

use crate::fact::{Article, Fact};
use crate::lexicon::Lexicon;
use crate::load::article::Draft;
use crate::load::fact_file::Sheet;
use crate::load::problem::{Log, Problem};
use crate::load::sources::{Format, STANDARD_INPUT, Source};
use crate::load::yaml::Place;
use rayon::prelude::*;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// How inputs are read.
#[derive(Default)]
pub struct Options<'a> {
    /// Whether inputs are JSON lines of articles, whatever their names.
    pub input_jsonl: bool,
    /// Whether all articles are one story.
    pub across: bool,
    /// Standard input, for the path `-`.
    pub stdin: Option<&'a mut dyn Read>,
}

/// What was read.
#[derive(Clone, Debug, Default)]
pub struct Loaded {
    /// The articles, in the order of their paths.
    pub articles: Vec<Article>,
    /// The reviewed facts, by article and then as they stand in their files.
    pub facts: Vec<Fact>,
    /// What could not be read as it should, by path and place.
    pub problems: Vec<Problem>,
}

/// What one file gave.
#[derive(Debug, Default)]
struct Reading {
    drafts: Vec<Draft>,
    sheet: Option<(Source, Sheet)>,
    problems: Vec<Problem>,
}

/// Reads articles and fact files: `paths` are files, folders, or `-` for standard input.
#[must_use]
pub fn load(paths: &[PathBuf], options: Options<'_>, lexicon: &Lexicon) -> Loaded {
    let mut problems = Vec::new();
    let json_lines = options.input_jsonl;
    let sources = sources::find(paths, json_lines, &mut problems);
    let mut readings: Vec<Reading> = sources.par_iter().map(|source| read(source, lexicon)).collect();
    if paths.iter().any(|path| path.as_os_str() == STANDARD_INPUT) {
        readings.push(read_standard_input(options.stdin, json_lines));
    }
    let mut loaded = join::join(readings, options.across);
    loaded.problems.append(&mut problems);
    if loaded.articles.is_empty() && loaded.problems.is_empty() {
        loaded.problems.push(nothing_in(paths));
    }
    loaded.problems.sort();
    loaded
}

fn nothing_in(paths: &[PathBuf]) -> Problem {
    let names: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
    Problem::error(Path::new(""), format!("no articles or fact files in {}", names.join(", ")))
}

/// Reads articles and hands them to `take`: those of JSON lines batch by batch, so that an input of any length is
/// read in little memory, and all others at once. Says what could not be read as it should.
///
/// # Errors
/// When `take` fails.
pub fn in_batches(
    paths: &[PathBuf],
    options: Options<'_>,
    lexicon: &Lexicon,
    take: &mut dyn FnMut(&[Article]) -> io::Result<()>,
) -> io::Result<Vec<Problem>> {
    if options.input_jsonl {
        return batches::read(paths, options.stdin, take);
    }
    let loaded = load(paths, options, lexicon);
    take(&loaded.articles)?;
    Ok(loaded.problems)
}

fn read(source: &Source, lexicon: &Lexicon) -> Reading {
    let mut log =
        if source.format == Format::Yaml { Log::of_facts(&source.shown) } else { Log::new(&source.shown) };
    let mut reading = Reading::default();
    if let Some(text) = read_text(source, &mut log) {
        match source.format {
            Format::Text | Format::Markdown | Format::Html => {
                reading.drafts.push(read_article(source, text, &mut log));
            }
            Format::JsonLines => reading.drafts = json_lines::read(&text, 0, source, &mut log),
            Format::Yaml => {
                let sheet = read_sheet(source, &text, lexicon, &mut log);
                reading.sheet = sheet.map(|sheet| (source.clone(), sheet));
            }
        }
    }
    reading.problems = log.into_problems();
    reading
}

/// The decoded text of a file; none, and a problem, where there is none to be had.
fn read_text(source: &Source, log: &mut Log) -> Option<String> {
    if source.format == Format::Html {
        log.error(Place::default(), "HTML is not supported yet, expected plain text or Markdown");
        return None;
    }
    match files::read(&source.canonical) {
        Ok(bytes) => decoded(bytes, log),
        Err(error) => {
            log.error(Place::default(), format!("cannot be read: {error}"));
            None
        }
    }
}

fn decoded(bytes: Vec<u8>, log: &mut Log) -> Option<String> {
    if decode::is_binary(&bytes) {
        log.error(Place::default(), "is no text, expected UTF-8, UTF-16 or Windows-1256");
        return None;
    }
    let decoded = decode::decode(bytes);
    if let Some(note) = decoded.note {
        log.note(note);
    }
    Some(decoded.text)
}

fn read_article(source: &Source, text: String, log: &mut Log) -> Draft {
    let mut draft = article::read(text, source.format == Format::Markdown, log);
    draft.article.path = Some(source.shown.clone());
    draft.shown.clone_from(&source.shown);
    draft.key = (source.canonical.clone(), 0);
    draft.folder = source.canonical.parent().map(Path::to_owned);
    draft.stem = source.canonical.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    draft
}

/// Reads a fact file. In a folder, YAML with none of our keys is somebody else's.
fn read_sheet(source: &Source, text: &str, lexicon: &Lexicon, log: &mut Log) -> Option<Sheet> {
    match yaml::parse(text) {
        Ok(node) if source.is_named || fact_file::is_fact_file(&node) => {
            Some(fact_file::read(&node, lexicon, log))
        }
        Ok(_) => None,
        Err(fault) => {
            let looks_ours =
                text.lines().any(|line| line.starts_with("article:") || line.starts_with("facts:"));
            if source.is_named || looks_ours {
                log.error(fault.place, fault.message);
            }
            None
        }
    }
}

fn standard_input() -> Source {
    let path = PathBuf::from(STANDARD_INPUT);
    Source { shown: path.clone(), canonical: path, format: Format::JsonLines, is_named: true }
}

fn read_standard_input(stdin: Option<&mut dyn Read>, json_lines: bool) -> Reading {
    let source = standard_input();
    let mut log = Log::new(&source.shown);
    let mut drafts = Vec::new();
    match stdin.map(files::read_from) {
        Some(Ok(bytes)) => {
            let text = decoded(bytes, &mut log);
            if json_lines {
                drafts = json_lines::read(&text.unwrap_or_default(), 0, &source, &mut log);
            } else {
                drafts.extend(text.map(|text| article::read(text, false, &mut log)));
            }
        }
        Some(Err(error)) => log.error(Place::default(), format!("cannot be read: {error}")),
        None => log.error(Place::default(), "standard input is not at hand"),
    }
    for draft in &mut drafts {
        draft.folder = None;
        draft.key.0.clone_from(&source.canonical);
        draft.shown.clone_from(&source.shown);
        "stdin".clone_into(&mut draft.stem);
    }
    Reading { drafts, sheet: None, problems: log.into_problems() }
}
