//! Which files are meant by the paths that were given: folders are walked, formats told by name, and a file
//! that is reached twice is one. It opens no file.

use crate::load::files;
use crate::load::problem::Problem;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a file is, as far as its name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Format {
    /// Plain text, with front matter or without.
    Text,
    /// The same with headings.
    Markdown,
    /// One JSON article on each line.
    JsonLines,
    /// YAML, which is a fact file when its keys say so.
    Yaml,
    /// HTML, which cannot be read yet.
    Html,
}

/// A file to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// Its path as it was given, for people.
    pub(super) shown: PathBuf,
    /// Its one absolute path.
    pub(super) canonical: PathBuf,
    /// What it is.
    pub(super) format: Format,
    /// Whether it was named itself, and not met in a folder.
    pub(super) is_named: bool,
}

/// The path that stands for standard input.
pub(super) const STANDARD_INPUT: &str = "-";

/// The name of the project configuration, which is no input.
pub(super) const CONFIGURATION: &str = "factcheck.yaml";

/// Finds the files, sorted by their one absolute path, so that the order of `paths` does not matter.
///
/// In a folder, a `README` is about the articles and none of them; names that no format has are passed over.
pub(super) fn find(paths: &[PathBuf], json_lines: bool, problems: &mut Vec<Problem>) -> Vec<Source> {
    let mut sources = BTreeMap::new();
    for path in paths.iter().filter(|path| path.as_os_str() != STANDARD_INPUT) {
        if files::is_folder(path) {
            for (file, format) in walk(path, json_lines, problems) {
                add(&file, format, false, &mut sources, problems);
            }
        } else {
            let format = if json_lines { Some(Format::JsonLines) } else { named_format(path) };
            if let Some(format) = format {
                add(path, format, true, &mut sources, problems);
            }
        }
    }
    sources.into_values().collect()
}

/// The format of a file that was named: a text, unless its extension says otherwise.
pub(super) fn named_format(path: &Path) -> Option<Format> {
    let is_configuration = path.file_name().is_some_and(|name| name == CONFIGURATION);
    let usual = if extension(path) == "json" { Format::JsonLines } else { Format::Text };
    (!is_configuration).then(|| format_of(path).unwrap_or(usual))
}

fn walk(folder: &Path, json_lines: bool, problems: &mut Vec<Problem>) -> Vec<(PathBuf, Format)> {
    let walked = files::walk(folder);
    problems.extend(walked.failures.iter().map(|failure| Problem::error(folder, failure.as_str())));
    for link in
        walked.links.iter().filter(|link| files::is_folder(link) || walked_format(link, json_lines).is_some())
    {
        problems.push(Problem::note(
            &tidy(link),
            "is a symbolic link, which is not followed: name it to read it",
        ));
    }
    let with_format = |file: PathBuf| walked_format(&file, json_lines).map(|format| (file, format));
    walked.files.into_iter().filter_map(with_format).collect()
}

fn walked_format(path: &Path, json_lines: bool) -> Option<Format> {
    if json_lines {
        let is_lines = matches!(extension(path).as_str(), "jsonl" | "ndjson" | "json");
        return is_lines.then_some(Format::JsonLines);
    }
    let is_about = path.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case("readme"));
    if is_about { None } else { named_format(path).and(format_of(path)) }
}

fn format_of(path: &Path) -> Option<Format> {
    match extension(path).as_str() {
        "txt" => Some(Format::Text),
        "md" | "markdown" => Some(Format::Markdown),
        "jsonl" | "ndjson" => Some(Format::JsonLines),
        "yaml" | "yml" => Some(Format::Yaml),
        "html" | "htm" | "xhtml" => Some(Format::Html),
        _ => None,
    }
}

fn extension(path: &Path) -> String {
    path.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default()
}

fn add(
    path: &Path,
    format: Format,
    is_named: bool,
    sources: &mut BTreeMap<PathBuf, Source>,
    problems: &mut Vec<Problem>,
) {
    let shown = tidy(path);
    let canonical = match files::canonical(path) {
        Ok(canonical) => canonical,
        Err(error) => return problems.push(Problem::error(&shown, format!("cannot be read: {error}"))),
    };
    let source = Source { shown, canonical: canonical.clone(), format, is_named };
    let known = sources.entry(canonical).or_insert_with(|| source.clone());
    known.is_named |= is_named;
    let length = |path: &Path| path.components().count();
    if (length(&source.shown), &source.shown) < (length(&known.shown), &known.shown) {
        known.shown = source.shown;
    }
}

/// The path without `.` and, where the folder before it is named, without `..`.
pub(super) fn tidy(path: &Path) -> PathBuf {
    use std::path::Component;
    let mut tidy = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(tidy.components().next_back(), Some(Component::Normal(_))) => {
                tidy.pop();
            }
            Component::ParentDir | Component::Prefix(_) | Component::RootDir | Component::Normal(_) => {
                tidy.push(part);
            }
        }
    }
    tidy
}
