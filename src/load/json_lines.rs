//! Articles as JSON lines, one on each line. Keys that are not ours are left alone, since other tools write their own
//! beside them; each is told once, as it may be one of ours that is misspelt.

use crate::fact::Article;
use crate::load::article::Draft;
use crate::load::fields;
use crate::load::metadata::{self, Metadata};
use crate::load::problem::Log;
use crate::load::sources::Source;
use crate::load::yaml::Place;
use crate::text::Text;
use crate::text::position::LineIndex;
use rayon::prelude::*;
use serde::Deserialize;
use serde::de::IgnoredAny;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// One line.
#[derive(Deserialize)]
struct Record {
    id: String,
    text: String,
    language: Option<String>,
    published: Option<String>,
    /// What relative times count from; the time of publication wins where both are given.
    reference_time: Option<String>,
    updated: Option<String>,
    publisher: Option<String>,
    title: Option<String>,
    story: Option<String>,
    url: Option<String>,
    /// Keys that are not ours.
    #[serde(flatten)]
    others: BTreeMap<String, IgnoredAny>,
}

/// The keys of a line.
const KEYS: [&str; 10] = [
    "id",
    "language",
    "published",
    "publisher",
    "reference_time",
    "story",
    "text",
    "title",
    "updated",
    "url",
];

/// Most keys that are not ours that are told of one file.
const MOST: usize = 20;

/// Tells the keys that are not ours, each at the first line that has it.
fn tell_others(records: &[(usize, serde_json::Result<(Record, Text)>)], log: &mut Log) {
    let mut first: BTreeMap<&str, usize> = BTreeMap::new();
    for (line, record) in records {
        let others = record.iter().flat_map(|(record, _)| record.others.keys());
        for key in others {
            if first.len() < MOST {
                first.entry(key).or_insert(*line);
            }
        }
    }
    for (key, line) in first {
        let message = format!("left alone: {}", fields::unknown("key", key, &KEYS));
        if log.tells(&message) {
            continue;
        }
        log.note_at(Place { line, ..Place::default() }, message);
    }
}

/// Reads every line of a text that has so many `before` it; one that is no article is told, and the others are read all the same.
pub(super) fn read(text: &str, before: usize, source: &Source, log: &mut Log) -> Vec<Draft> {
    let lines: Vec<(usize, &str)> =
        text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).collect();
    let records: Vec<_> = lines.par_iter().map(|&(idx, line)| (before + idx + 1, record(line))).collect();
    tell_others(&records, log);
    let mut drafts = Vec::with_capacity(records.len());
    for (line, record) in records {
        match record {
            Ok((record, text)) => {
                let mut draft = draft(&record, line, log);
                draft.article.lines = LineIndex::new(text.source());
                draft.article.text = Some(Arc::new(text));
                draft.shown.clone_from(&source.shown);
                draft.key = (source.canonical.clone(), line);
                draft.folder = source.canonical.parent().map(Path::to_owned);
                drafts.push(draft);
            }
            Err(error) => {
                let message = error.to_string();
                let message = message.split(" at line ").next().unwrap_or_default();
                let place = Place { line, column: error.column(), ..Place::default() };
                log.error(
                    place,
                    format!("{message}, expected an article such as {{\"id\": \"1\", \"text\": \"…\"}}"),
                );
            }
        }
    }
    drafts
}

fn record(line: &str) -> serde_json::Result<(Record, Text)> {
    let mut record: Record = serde_json::from_str(line)?;
    let text = Text::new(std::mem::take(&mut record.text));
    Ok((record, text))
}

fn draft(record: &Record, line: usize, log: &mut Log) -> Draft {
    let place = Place { line, ..Place::default() };
    let mut time = |text: Option<&String>| {
        let text = text?;
        let read = metadata::time(text);
        if read.is_none() {
            log.error(place, format!("\"{text}\" {}", metadata::NO_TIME));
        }
        read
    };
    let (published, updated) =
        (time(record.published.as_ref().or(record.reference_time.as_ref())), time(record.updated.as_ref()));
    let language = record.language.as_deref().and_then(metadata::language_tag);
    if let Some(tag) = record.language.as_deref().filter(|_| language.is_none()) {
        log.error(place, format!("\"{tag}\" {}", metadata::NO_LANGUAGE));
    }
    let metadata = Metadata {
        id: Some(record.id.clone()),
        title: record.title.clone().map(|title| (title, place)),
        publisher: record.publisher.clone(),
        published,
        updated,
        language,
        url: record.url.clone(),
        story: record.story.clone(),
    };
    Draft { article: Article::default(), metadata, ..Draft::default() }
}
