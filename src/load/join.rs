//! Joins what the files gave: a fact file and the text it names become one article, articles get their
//! story and id, and evidence is looked for in the text.

use crate::fact::{ArticleIdx, EvidenceStatus, Fact};
use crate::load::article::{self, Draft};
use crate::load::evidence::Index;
use crate::load::fact_file::{Reviewed, Sheet};
use crate::load::files;
use crate::load::problem::{Log, Problem};
use crate::load::sources::{self, Format, Source};
use crate::load::story;
use crate::load::yaml::Place;
use crate::load::{Loaded, Reading, read_article, read_text};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where an article stands among all: see `Draft::key`.
type Key = (PathBuf, usize);

/// What is known so far, by article.
#[derive(Default)]
struct Pile {
    drafts: BTreeMap<Key, Draft>,
    facts: BTreeMap<Key, Vec<Reviewed>>,
    problems: Vec<Problem>,
}

/// Joins the readings, which come in the order of their files.
pub(super) fn join(readings: Vec<Reading>, across: bool) -> Loaded {
    let mut pile = Pile::default();
    let mut sheets = Vec::new();
    for reading in readings {
        pile.drafts.extend(reading.drafts.into_iter().map(|draft| (draft.key.clone(), draft)));
        pile.problems.extend(reading.problems);
        sheets.extend(reading.sheet);
    }
    for (source, sheet) in sheets {
        add_sheet(&source, sheet, &mut pile);
    }
    settle(pile, across)
}

/// Joins a fact file to its article, which it brings with it if nobody else has.
fn add_sheet(source: &Source, sheet: Sheet, pile: &mut Pile) {
    let mut log = Log::of_facts(&source.shown);
    let text = sheet.text.as_ref().and_then(|(text, place)| named_text(source, text, *place, pile, &mut log));
    let key = text.unwrap_or_else(|| (source.canonical.clone(), 0));
    let stem = source.canonical.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let draft = pile.drafts.entry(key.clone()).or_insert_with(|| Draft {
        key: key.clone(),
        shown: source.shown.clone(),
        stem,
        ..Draft::default()
    });
    if let Some(other) = &draft.article.fact_path {
        let place = sheet.text.as_ref().map_or_else(Place::default, |(_, place)| *place);
        log.error(
            place,
            format!("the text has its facts in \"{}\" already, expected one fact file", other.display()),
        );
    } else {
        for (key, own, other) in sheet.metadata.differences(&draft.metadata) {
            let place = sheet.places.get(key).copied().unwrap_or_default();
            log.note_at(
                place,
                format!("`{key}` is \"{own}\" here and \"{other}\" in the text's own file: this one holds"),
            );
        }
        draft.metadata = sheet.metadata.or(std::mem::take(&mut draft.metadata));
        let folder = source.canonical.parent().map(Path::to_owned);
        match draft.folder {
            Some(_) => draft.fact_folder = folder,
            None => draft.folder = folder,
        }
        draft.article.fact_path = Some(source.shown.clone());
    }
    pile.facts.entry(key).or_default().extend(sheet.facts);
    pile.problems.extend(log.into_problems());
}

/// The key of the article whose text a fact file names; the text is read if it is none of the inputs.
fn named_text(source: &Source, text: &str, place: Place, pile: &mut Pile, log: &mut Log) -> Option<Key> {
    let canonical = match resolve(source, text, pile) {
        Ok(canonical) => canonical,
        Err(message) => {
            log.error(place, message);
            return None;
        }
    };
    let key = (canonical.clone(), 0);
    if !pile.drafts.contains_key(&key) {
        let folder = source.shown.parent().unwrap_or(Path::new(""));
        let shown = sources::tidy(&folder.join(text));
        let format = sources::named_format(&canonical).unwrap_or(Format::Text);
        let source = Source { shown, canonical, format, is_named: true };
        let mut log = Log::new(&source.shown);
        let draft = read_text(&source, &mut log).map(|text| read_article(&source, text, &mut log));
        pile.problems.extend(log.into_problems());
        pile.drafts.insert(key.clone(), Draft { is_fetched: true, ..draft? });
    }
    Some(key)
}

/// The file that a fact file names as its text: one of the inputs, or none that lies outside the folder above its
/// own, nor behind links.
fn resolve(source: &Source, text: &str, pile: &Pile) -> Result<PathBuf, String> {
    if Path::new(text).has_root() {
        return Err(format!("\"{text}\" is an absolute path, expected one from the fact file's folder"));
    }
    let folder = source.canonical.parent().unwrap_or(Path::new(""));
    let canonical = files::canonical(&folder.join(text))
        .map_err(|error| format!("\"{text}\" cannot be read: {error}"))?;
    let is_given = pile.drafts.contains_key(&(canonical.clone(), 0));
    if !is_given && !canonical.starts_with(folder.parent().unwrap_or(folder)) {
        return Err(format!(
            "\"{text}\" leaves the project, expected one of the inputs, or a file at most one folder above the fact \
             file's"
        ));
    }
    Ok(canonical)
}

fn settle(mut pile: Pile, across: bool) -> Loaded {
    let mut drafts: Vec<Draft> = pile.drafts.into_values().collect();
    drafts.par_iter_mut().for_each(article::settle);
    if across {
        story::join(&mut drafts);
    } else {
        story::separate(&mut drafts);
    }
    pile.problems.extend(story::name(&mut drafts));
    let reviewed: Vec<Vec<Reviewed>> =
        drafts.iter().map(|draft| pile.facts.remove(&draft.key).unwrap_or_default()).collect();
    let facts = drafts.par_iter().zip(reviewed).enumerate().flat_map_iter(|(idx, (draft, reviewed))| {
        let index = draft
            .article
            .text
            .as_ref()
            .filter(|_| !reviewed.is_empty())
            .map(|text| Index::new(text.source()));
        let verified =
            reviewed.into_iter().map(|reviewed| verified(reviewed, ArticleIdx(idx), draft, index.as_ref()));
        verified.collect::<Vec<_>>()
    });
    let facts = facts.collect();
    let articles = drafts.into_iter().map(|draft| draft.article).collect();
    Loaded { articles, facts, problems: pile.problems }
}

/// The fact with its article, and its evidence looked for in the title and the body.
fn verified(reviewed: Reviewed, article: ArticleIdx, draft: &Draft, index: Option<&Index<'_>>) -> Fact {
    let Reviewed { mut fact, occurrences } = reviewed;
    fact.article = article;
    let Some(index) = index else { return fact };
    let title = draft.article.title_span;
    for (evidence, occurrence) in fact.evidence.iter_mut().zip(occurrences) {
        evidence.span = index.find(&evidence.words, occurrence, |span| {
            span.start >= draft.article.body || title.is_some_and(|title| title.contains(&span))
        });
        evidence.status =
            if evidence.span.is_some() { EvidenceStatus::Verified } else { EvidenceStatus::Missing };
    }
    fact
}
