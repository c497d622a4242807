//! YAML that people write, read into a small tree in which every key and value keeps its raw words and its
//! place. The only file that names the YAML reader. It knows no keys and judges nothing but the syntax.
//!
//! Values stay as they are written (`0.10`, `0123`, `no`), since our own notation reads them. Anchors are
//! refused, so that no alias can multiply; so are deep nesting and merge keys.

use crate::load::fields;
use serde::Deserialize;
use serde::de::{DeserializeOwned, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_saphyr::budget::BudgetBreach;
use serde_saphyr::{DuplicateKeyPolicy, Error, MergeKeyPolicy, NonFiniteFloatPolicy, Options, Spanned};
use std::fmt;

/// Where a key or a value stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Place {
    /// Line from 1.
    pub(super) line: usize,
    /// Column in characters from 1.
    pub(super) column: usize,
    /// First byte.
    pub(super) start: usize,
    /// The byte after the last; the first one again for lists and maps.
    pub(super) end: usize,
}

/// A key or a value in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Scalar {
    /// Where it stands.
    pub(super) place: Place,
    /// Its words, without quotes.
    pub(super) text: String,
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Node {
    /// Where it begins.
    pub(super) place: Place,
    /// What it is.
    pub(super) content: Content,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// Nothing, or `~`.
    Empty,
    /// Words, a number, a date: as they are written.
    Text(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in their order; a key may be there twice.
    Map(Vec<(Scalar, Node)>),
}

/// Why a text is no YAML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fault {
    /// Where.
    pub(super) place: Place,
    /// What the reader says.
    pub(super) message: String,
}

/// Deepest nesting; a fact file needs five.
const MAX_DEPTH: usize = 32;

/// Most keys and values of one file: some 300 000 facts.
const MAX_NODES: usize = 8_000_000;

/// Reads one document into a tree.
///
/// # Errors
/// When it is not well-formed, or uses what is refused.
pub(super) fn parse(source: &str) -> Result<Node, Fault> {
    // Duplicate keys reach the tree: its reader tells them all, each with the place of the first.
    let raw = read::<Spanned<Raw>>(source, DuplicateKeyPolicy::LastWins)?;
    Ok(node(raw, source))
}

/// Reads one document into a type with its own strict schema.
///
/// # Errors
/// When it is not well-formed, uses what is refused, or does not fit the type.
pub(super) fn typed<T: DeserializeOwned>(source: &str) -> Result<T, Fault> {
    read(source, DuplicateKeyPolicy::Error)
}

fn read<T: DeserializeOwned>(source: &str, duplicate_keys: DuplicateKeyPolicy) -> Result<T, Fault> {
    serde_saphyr::from_str_with_options(source, options(duplicate_keys)).map_err(|error| Fault {
        place: error.location().map(place).unwrap_or_default(),
        message: message(error.without_snippet()),
    })
}

/// What the reader says, in our words where its own are meant for programmers.
fn message(error: &Error) -> String {
    if let Error::Budget { breach, .. } = error {
        return if matches!(breach, BudgetBreach::Anchors { .. } | BudgetBreach::Aliases { .. }) {
            "anchors and aliases are refused, expected the value itself".to_owned()
        } else if matches!(breach, BudgetBreach::Depth { .. }) {
            format!("nested too deeply, expected at most {MAX_DEPTH} levels")
        } else {
            format!("too large, expected at most {MAX_NODES} keys and values")
        };
    }
    if matches!(error, Error::MultipleDocuments { .. }) {
        return "a second document, expected one in a file".to_owned();
    }
    if matches!(error, Error::MergeKeyNotAllowed { .. }) {
        return "the merge key \"<<\" is refused, expected the keys themselves".to_owned();
    }
    // The place is told once, by the problem.
    let message = error.to_string();
    let message = message.split(" at line ").next().unwrap_or_default().replace('\n', " ");
    misnamed(&message).unwrap_or(message)
}

/// The message for a name that a type does not have, which comes with those that it has.
fn misnamed(message: &str) -> Option<String> {
    let (what, rest) = match message.strip_prefix("unknown variant `") {
        Some(rest) => ("value", rest),
        None => ("key", message.strip_prefix("unknown field `")?),
    };
    let (name, known) = rest.split_once("`, expected ")?;
    let known = known.trim_start_matches("one of ");
    let known: Vec<&str> = known
        .split([',', ' '])
        .map(|name| name.trim_matches('`'))
        .filter(|name| !name.is_empty() && *name != "or")
        .collect();
    Some(fields::unknown(what, name, &known))
}

fn options(duplicate_keys: DuplicateKeyPolicy) -> Options {
    serde_saphyr::options! {
        with_snippet: false,
        strict_booleans: true,
        reject_unsupported_tags: true,
        merge_keys: MergeKeyPolicy::Error,
        duplicate_keys: duplicate_keys,
        non_finite_float_policy: NonFiniteFloatPolicy::PassThrough,
        budget: serde_saphyr::budget! {
            max_anchors: 0,
            max_aliases: 0,
            max_depth: MAX_DEPTH,
            flow_nesting_limit: MAX_DEPTH,
            max_nodes: MAX_NODES,
            max_events: MAX_NODES * 2,
            max_total_scalar_bytes: 256 << 20,
            max_total_comment_bytes: 256 << 20,
            max_buffered_comment_events: 1 << 20,
        },
    }
}

/// A value as the reader gives it: whatever it took for a number or a truth value is read from the source.
enum Raw {
    Empty,
    Text(String),
    Guessed,
    List(Vec<Spanned<Self>>),
    Map(Vec<(Spanned<String>, Spanned<Self>)>),
}

fn node(raw: Spanned<Raw>, source: &str) -> Node {
    let place = place(raw.referenced);
    let content = match raw.value {
        Raw::Empty => Content::Empty,
        Raw::Text(text) => Content::Text(text),
        Raw::Guessed => Content::Text(source.get(place.start..place.end).unwrap_or_default().to_owned()),
        Raw::List(items) => Content::List(items.into_iter().map(|item| node(item, source)).collect()),
        Raw::Map(pairs) => {
            Content::Map(pairs.into_iter().map(|(key, value)| (scalar(key), node(value, source))).collect())
        }
    };
    Node { place, content }
}

fn scalar(key: Spanned<String>) -> Scalar {
    Scalar { place: place(key.referenced), text: key.value }
}

fn place(location: serde_saphyr::Location) -> Place {
    let number = |number: u64| usize::try_from(number).unwrap_or_default();
    let span = location.span();
    let start = number(span.byte_offset().unwrap_or_default());
    let end = start + number(span.byte_len().unwrap_or_default());
    Place { line: number(location.line()), column: number(location.column()), start, end }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value, a list or a map")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Empty)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Raw, E> {
        Ok(Raw::Guessed)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Raw, E> {
        Ok(Raw::Guessed)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Raw, E> {
        Ok(Raw::Guessed)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Raw, E> {
        Ok(Raw::Guessed)
    }

    fn visit_str<E>(self, text: &str) -> Result<Raw, E> {
        Ok(Raw::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Raw, E> {
        Ok(Raw::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(pair) = pairs.next_entry()? {
            map.push(pair);
        }
        Ok(Raw::Map(map))
    }
}
