//! Fact files: one article's reviewed facts, with every error of a file told at once. A fact with an error
//! is left out; the others stand. Whether the evidence stands in the article is seen elsewhere.

use crate::fact::slot::Slot;
use crate::fact::{ArticleIdx, Binding, Evidence, EvidenceStatus, Fact, Modality, SlotValue, Stance};
use crate::lexicon::Lexicon;
use crate::lexicon::schema::kind::Kind;
use crate::load::fields::{self, Fields, Words};
use crate::load::metadata::{self, Metadata};
use crate::load::problem::Log;
use crate::load::values;
use crate::load::yaml::{Content, Node, Place};
use crate::value::Value;
use crate::value::words::Name;
use std::collections::BTreeMap;

/// What a fact file holds.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    /// What it tells of its article.
    pub(super) metadata: Metadata,
    /// The path of the article's text, from the fact file's folder.
    pub(super) text: Option<(String, Place)>,
    /// Where it tells what of its article, by key.
    pub(super) places: BTreeMap<&'static str, Place>,
    /// Its facts, without their article.
    pub(super) facts: Vec<Reviewed>,
}

/// A fact with what is needed to find its evidence.
#[derive(Debug)]
pub(super) struct Reviewed {
    /// The fact; its evidence is declared.
    pub(super) fact: Fact,
    /// For each evidence, which of the places is meant that hold its words, from 1.
    pub(super) occurrences: Vec<usize>,
}

const TOP_KEYS: [&str; 2] = ["article", "facts"];

const FACT_KEYS: [&str; 10] =
    ["evidence", "holder", "id", "kind", "modality", "note", "occurrence", "slots", "stance", "value"];

/// Whether a YAML document has a key of a fact file, or both of them misspelt; others in the same folder are not ours.
pub(super) fn is_fact_file(node: &Node) -> bool {
    let Content::Map(pairs) = &node.content else { return false };
    let is_key = |name: &str| TOP_KEYS.contains(&name);
    let is_misspelt = |own: &&str| pairs.iter().any(|(key, _)| fields::is_near(&key.text, &[*own]));
    pairs.iter().any(|(key, _)| is_key(&key.text)) || TOP_KEYS.iter().all(is_misspelt)
}

/// Reads a fact file.
pub(super) fn read(node: &Node, lexicon: &Lexicon, log: &mut Log) -> Sheet {
    let mut sheet = Sheet::default();
    let Some(top) = fields::fields(node, "a fact file", &TOP_KEYS, log) else { return sheet };
    match top.node("article") {
        Some(node) => read_article(node, &mut sheet, log),
        None => {
            log.error(top.place_of("article"), "missing `article`, expected its title, publisher and date");
        }
    }
    let facts = top.node("facts").map(fields::items).unwrap_or_default();
    if facts.is_empty() {
        log.error(top.place_of("facts"), "no facts, expected a list of `facts`");
    }
    let mut ids = BTreeMap::new();
    for (idx, node) in facts.iter().enumerate() {
        sheet.facts.extend(read_fact((idx, node), lexicon, &mut ids, log));
    }
    sheet
}

fn read_article(node: &Node, sheet: &mut Sheet, log: &mut Log) {
    let keys: Vec<&str> = metadata::KEYS.into_iter().chain(["text"]).collect();
    let Some(fields) = fields::fields(node, "`article`", &keys, log) else { return };
    sheet.metadata = metadata::read(&fields, log);
    sheet.places = metadata::KEYS.into_iter().map(|key| (key, fields.place_of(key))).collect();
    sheet.text = fields.text("text", log).map(|words| (words.text.to_owned(), words.place));
}

fn read_fact<'a>(
    (idx, node): (usize, &'a Node),
    lexicon: &Lexicon,
    ids: &mut BTreeMap<&'a str, usize>,
    log: &mut Log,
) -> Option<Reviewed> {
    let before = log.len();
    let fields = fields::fields(node, "a fact", &FACT_KEYS, log)?;
    let id = own_id(&fields, ids, log).unwrap_or_else(|| format!("#{}", idx + 1));
    let kind = kind(&fields, lexicon, log);
    let value = value(&fields, kind, lexicon, log);
    let slots = fields.node("slots").map(|node| slots(node, kind, lexicon, log)).unwrap_or_default();
    let stance = one_of(&fields, "stance", Stance::ALL.map(|stance| (stance.name(), stance)), log);
    let modality =
        one_of(&fields, "modality", Modality::ALL.map(|modality| (modality.name(), modality)), log);
    let holder = holder(&fields, lexicon, log);
    let (evidence, occurrences) = evidence(&fields, log);
    let note = fields.text("note", log).map(|note| note.text.to_owned());
    let fact = Fact {
        id: Some(id),
        slots,
        holder,
        stance: stance.unwrap_or_default(),
        modality: modality.unwrap_or_default(),
        evidence,
        note,
        ..Fact::new(ArticleIdx::default(), kind?.id.clone(), value?)
    };
    (log.len() == before).then_some(Reviewed { fact, occurrences })
}

/// The id of a fact; one that another fact of the file has is told.
fn own_id<'a>(fields: &Fields<'a>, ids: &mut BTreeMap<&'a str, usize>, log: &mut Log) -> Option<String> {
    let id = fields.text("id", log)?;
    match ids.get(id.text) {
        Some(line) => {
            log.error(id.place, format!("duplicate fact id \"{}\", first given in line {line}", id.text));
        }
        None => drop(ids.insert(id.text, id.place.line)),
    }
    Some(id.text.to_owned())
}

/// Who says it. A comma is part of a name: several holders are a list.
fn holder(fields: &Fields<'_>, lexicon: &Lexicon, log: &mut Log) -> Vec<Name> {
    let words = fields.node("holder").map(|node| fields::words_list(node, "holder", log)).unwrap_or_default();
    words.iter().map(|words| lexicon.name(words.text)).collect()
}

/// The words of a key that must be there.
fn required<'a>(fields: &Fields<'a>, key: &str, expected: &str, log: &mut Log) -> Option<Words<'a>> {
    if fields.node(key).is_none() {
        log.error(fields.place_of(key), format!("missing `{key}`, expected {expected}"));
    }
    fields.text(key, log)
}

fn kind<'l>(fields: &Fields<'_>, lexicon: &'l Lexicon, log: &mut Log) -> Option<&'l Kind> {
    let words = required(fields, "kind", "the kind of fact, such as `container-count`", log)?;
    let kind = lexicon.kind(words.text);
    if kind.is_none() && log.is_long() {
        log.error(words.place, format!("unknown kind \"{}\"", words.text));
    } else if kind.is_none() {
        let known: Vec<&str> = lexicon.kinds().iter().map(|kind| kind.id.as_str()).collect();
        log.error(words.place, fields::unknown("kind", words.text, &known));
    }
    kind
}

fn value(fields: &Fields<'_>, kind: Option<&Kind>, lexicon: &Lexicon, log: &mut Log) -> Option<Value> {
    let words = required(fields, "value", "what the article states, such as `about 6700`", log)?;
    let read = values::value(kind?, words.text, lexicon);
    read.map_err(|message| log.error(words.place, message)).ok()
}

/// The slots of a fact; without a kind there is nothing to hold them against.
fn slots(node: &Node, kind: Option<&Kind>, lexicon: &Lexicon, log: &mut Log) -> BTreeMap<Slot, SlotValue> {
    let Some(kind) = kind else { return BTreeMap::new() };
    let known: Vec<&str> = kind.slots.keys().map(|slot| slot.name()).collect();
    let name = format!("the slots of \"{}\"", kind.id);
    let Some(fields) = fields::fields(node, &name, &known, log) else { return BTreeMap::new() };
    let mut slots = BTreeMap::new();
    for slot in kind.slots.keys().copied() {
        let Some(node) = fields.node(slot.name()) else { continue };
        let mut values = Vec::new();
        for words in fields::words_list(node, slot.name(), log) {
            match values::slot_value(slot, words.text, lexicon) {
                Ok(value) => values.push(value),
                Err(message) => log.error(words.place, message),
            }
        }
        if !values.is_empty() {
            slots.insert(slot, SlotValue { values, binding: Binding::Bound });
        }
    }
    slots
}

/// The value of a key that takes one of a few names.
fn one_of<T: Copy, const N: usize>(
    fields: &Fields<'_>,
    key: &str,
    names: [(&str, T); N],
    log: &mut Log,
) -> Option<T> {
    let words = fields.text(key, log)?;
    let found = names.iter().find(|(name, _)| *name == words.text).map(|(_, value)| *value);
    if found.is_none() {
        log.error(words.place, fields::unknown(key, words.text, &names.map(|(name, _)| name)));
    }
    found
}

/// The evidence, and for each which of its places is meant.
fn evidence(fields: &Fields<'_>, log: &mut Log) -> (Vec<Evidence>, Vec<usize>) {
    let items = fields.node("evidence").map(fields::items).unwrap_or_default();
    if items.is_empty() {
        log.error(fields.place_of("evidence"), "missing `evidence`, expected the exact words of the article");
    }
    let usual = occurrence(fields, log);
    let mut all = (Vec::new(), Vec::new());
    for item in items {
        let (words, occurrence) = match &item.content {
            Content::Map(_) => {
                let Some(item) = fields::fields(item, "evidence", &["occurrence", "words"], log) else {
                    continue;
                };
                (required(&item, "words", "the exact words of the article", log), occurrence(&item, log))
            }
            Content::Empty | Content::Text(_) | Content::List(_) => {
                (fields::words(item, "evidence", log), usual)
            }
        };
        let Some(words) = words else { continue };
        let declared_at = Some((words.place.line, words.place.column));
        let status = EvidenceStatus::Declared;
        all.0.push(Evidence { words: words.text.to_owned(), span: None, status, declared_at });
        all.1.push(occurrence);
    }
    all
}

fn occurrence(fields: &Fields<'_>, log: &mut Log) -> usize {
    let Some(words) = fields.text("occurrence", log) else { return 1 };
    let number = words.text.parse().ok().filter(|number| *number > 0);
    number.unwrap_or_else(|| {
        let message = format!("\"{}\" is no occurrence, expected a number from 1 such as `2`", words.text);
        log.error(words.place, message);
        1
    })
}
