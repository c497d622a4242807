//! The keys of a map, checked against those that are known; shared by all that people write. It judges no
//! values.

use crate::load::problem::Log;
use crate::load::yaml::{Content, Node, Place, Scalar};
use std::collections::BTreeMap;

/// A map whose keys are all known and each there once.
#[derive(Debug)]
pub(super) struct Fields<'a> {
    /// Where the map begins.
    pub(super) place: Place,
    values: BTreeMap<&'a str, &'a Node>,
}

impl<'a> Fields<'a> {
    /// The value of a key, if there is one that is not empty.
    pub(super) fn node(&self, key: &str) -> Option<&'a Node> {
        self.values.get(key).copied().filter(|node| node.content != Content::Empty)
    }

    /// The words of a key that takes words.
    pub(super) fn text(&self, key: &str, log: &mut Log) -> Option<Words<'a>> {
        words(self.node(key)?, key, log)
    }

    /// Where a key's value stands, else where the map begins.
    pub(super) fn place_of(&self, key: &str) -> Place {
        self.values.get(key).map_or(self.place, |node| node.place)
    }

    /// Everything in it, by key.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'a str, &'a Node)> {
        self.values.iter().map(|(key, node)| (*key, *node))
    }
}

/// Words with their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Words<'a> {
    /// Where they stand.
    pub(super) place: Place,
    /// Without white space around them.
    pub(super) text: &'a str,
}

/// The keys of `node`, which is the value of `name`; unknown ones and those that are there twice are told.
pub(super) fn fields<'a>(node: &'a Node, name: &str, known: &[&str], log: &mut Log) -> Option<Fields<'a>> {
    fields_or(node, name, known, log, |key, log| log.error(key.place, unknown("key", &key.text, known)))
}

/// The keys of `node`, where others than ours may stand: what is near to none of ours is left alone.
pub(super) fn own_fields<'a>(
    node: &'a Node,
    name: &str,
    known: &[&str],
    log: &mut Log,
) -> Option<Fields<'a>> {
    fields_or(node, name, known, log, |key, log| {
        let message = unknown("key", &key.text, known);
        if is_near(&key.text, known) {
            log.error(key.place, message);
        } else {
            log.note_at(key.place, format!("left alone: {message}"));
        }
    })
}

/// Whether a name may be a misspelling of one that is known.
pub(super) fn is_near(name: &str, known: &[&str]) -> bool {
    known.iter().any(|known| distance(name, known) <= name.chars().count().div_ceil(ALLOWED))
}

fn fields_or<'a>(
    node: &'a Node,
    name: &str,
    known: &[&str],
    log: &mut Log,
    other: impl Fn(&Scalar, &mut Log),
) -> Option<Fields<'a>> {
    let Content::Map(pairs) = &node.content else {
        log.error(
            node.place,
            format!("{} for {name}, expected keys such as `{}`", described(node), known.join("`, `")),
        );
        return None;
    };
    let mut first: BTreeMap<&str, &Scalar> = BTreeMap::new();
    let mut values = BTreeMap::new();
    for (key, value) in pairs {
        if let Some(earlier) = first.get(key.text.as_str()) {
            log.error(
                key.place,
                format!("duplicate key \"{}\", first given in line {}", key.text, earlier.place.line),
            );
        } else if known.contains(&key.text.as_str()) {
            values.insert(key.text.as_str(), value);
        } else {
            other(key, log);
        }
        first.entry(&key.text).or_insert(key);
    }
    Some(Fields { place: node.place, values })
}

/// The words of `node`, which is the value of `name`.
pub(super) fn words<'a>(node: &'a Node, name: &str, log: &mut Log) -> Option<Words<'a>> {
    match &node.content {
        Content::Text(text) if !text.trim().is_empty() => {
            Some(Words { place: node.place, text: text.trim() })
        }
        Content::Empty | Content::Text(_) | Content::List(_) | Content::Map(_) => {
            log.error(node.place, format!("{} for {name}, expected words", described(node)));
            None
        }
    }
}

/// The items of a list; a value that is no list stands for a list of one.
pub(super) fn items(node: &Node) -> &[Node] {
    match &node.content {
        Content::List(items) => items,
        Content::Empty => &[],
        Content::Text(_) | Content::Map(_) => std::slice::from_ref(node),
    }
}

/// The items of a list of words, those that are sound.
pub(super) fn words_list<'a>(node: &'a Node, name: &str, log: &mut Log) -> Vec<Words<'a>> {
    items(node).iter().filter_map(|item| words(item, name, log)).collect()
}

/// Names that are told where none of them is near.
const FEW: usize = 20;

/// The message for a name that is none of the known ones: the nearest, or all where they are few.
#[must_use]
pub fn unknown<'k>(what: &str, name: &str, known: impl IntoIterator<Item = &'k &'k str>) -> String {
    let known: Vec<&str> = known.into_iter().copied().collect();
    let near = known.iter().map(|known| (distance(name, known), *known)).min();
    let allowed = name.chars().count().div_ceil(ALLOWED);
    match near {
        Some((distance, near)) if distance <= allowed => {
            format!("unknown {what} \"{name}\", did you mean \"{near}\"?")
        }
        Some(_) if known.len() <= FEW => {
            format!("unknown {what} \"{name}\", expected one of {}", known.join(", "))
        }
        Some(_) => format!("unknown {what} \"{name}\", none of the {} known ones is near", known.len()),
        None => format!("unknown {what} \"{name}\", expected none"),
    }
}

/// One letter in so many of a name may be wrong.
const ALLOWED: usize = 3;

/// How many letters stand between two names; a name longer than any of ours is near none.
fn distance(name: &str, known: &str) -> usize {
    if name.len() > 100 { usize::MAX } else { strsim::osa_distance(name, known) }
}

/// What a value is, for messages.
pub(super) fn described(node: &Node) -> String {
    match &node.content {
        Content::Empty => "nothing given".to_owned(),
        Content::Text(text) => format!("\"{}\"", text.trim()),
        Content::List(_) => "a list".to_owned(),
        Content::Map(_) => "a map of keys".to_owned(),
    }
}
