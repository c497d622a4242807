//! The kinds of facts for those who write fact files, waivers and kinds of their own: a list, all of some, or JSON.

use crate::fact::slot::Slot;
use crate::lexicon::schema::answers::{Answers, Evolution};
use crate::lexicon::schema::kind::{Kind, SlotUse, ValueType};
use crate::lexicon::shape::ShapeRef;
use crate::report::style::{self, Tone};
use crate::report::{Options, safe};
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The version of the object.
const SCHEMA_VERSION: u32 = 1;
/// Concepts of a list that are shown to people.
const CONCEPTS: usize = 16;
/// Characters of a line of concepts.
const WIDTH: usize = 100;
/// Characters before what is said of a kind.
const INDENT: usize = 12;

/// Writes one line for each kind: its name, the type of its value, and the question that it asks.
///
/// # Errors
/// When `out` cannot be written to.
pub fn list(kinds: &[&Kind], options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let longest = |len: fn(&Kind) -> usize| kinds.iter().map(|kind| len(kind)).max().unwrap_or_default();
    let (ids, values) = (longest(|kind| kind.id.chars().count()), longest(|kind| value(kind.value).len()));
    for kind in kinds {
        let id = options.foreign(&kind.id);
        let pad = " ".repeat(ids.saturating_sub(kind.id.chars().count()));
        let id = style::paint(&id, Tone::Heading, options);
        writeln!(out, "{id}{pad}  {:values$}  {}", value(kind.value), options.foreign(&kind.about))?;
    }
    Ok(())
}

/// Writes all that is to be known of each kind.
///
/// # Errors
/// When `out` cannot be written to.
pub fn details(kinds: &[&Kind], options: &Options, out: &mut dyn Write) -> io::Result<()> {
    for (idx, kind) in kinds.iter().enumerate() {
        if idx > 0 {
            writeln!(out)?;
        }
        let id = style::paint(&options.foreign(&kind.id), Tone::Heading, options);
        writeln!(out, "{id}: {}", options.foreign(&kind.about))?;
        let dimension =
            kind.dimension.as_ref().map(|dimension| format!(" ({dimension})")).unwrap_or_default();
        let example = example(kind).map(|example| format!(", such as `{example}`")).unwrap_or_default();
        said("value", &format!("{}{dimension}{example}", value(kind.value)), out)?;
        let slots: Vec<_> =
            kind.slots.iter().map(|(slot, use_of)| format!("{} {}", slot.name(), matters(*use_of))).collect();
        said("slots", &slots.join("; "), out)?;
        said("answers", answers(kind.answers), out)?;
        said("in time", evolves(kind.evolves), out)?;
        said("event", kind.event.as_deref().unwrap_or_default(), out)?;
        for shape in shapes(kind) {
            said("told by", &told(shape), out)?;
        }
        for state in &kind.states {
            said("state", &format!("{}: {}", state.state, state.concepts.join(", ")), out)?;
        }
    }
    Ok(())
}

/// Writes the kinds as one JSON object.
///
/// # Errors
/// When `out` cannot be written to.
pub fn json(kinds: &[&Kind], out: &mut dyn Write) -> io::Result<()> {
    let kinds = kinds.iter().map(|kind| object(kind)).collect();
    serde_json::to_writer(&mut *out, &List { schema_version: SCHEMA_VERSION, kinds })?;
    writeln!(out)
}

/// What a slot does for the question.
#[must_use]
pub const fn matters(slot_use: SlotUse) -> &'static str {
    match slot_use {
        SlotUse::Identifies => "identifies",
        SlotUse::Narrows => "narrows",
        SlotUse::Matches => "must match",
        SlotUse::Binds => "binds",
        SlotUse::Suits => "must suit",
        SlotUse::Describes => "only describes",
    }
}

/// The name of a type, as data write it.
const fn value(value: ValueType) -> &'static str {
    match value {
        ValueType::Count => "count",
        ValueType::Frequency => "frequency",
        ValueType::Ordinal => "ordinal",
        ValueType::Percent => "percent",
        ValueType::Money => "money",
        ValueType::Quantity => "quantity",
        ValueType::Time => "time",
        ValueType::Duration => "duration",
        ValueType::Quote => "quote",
        ValueType::Place => "place",
        ValueType::Name => "name",
        ValueType::State => "state",
        ValueType::Occurrence => "occurrence",
    }
}

/// A value of the kind as a fact file writes it.
fn example(kind: &Kind) -> Option<&str> {
    match kind.value {
        ValueType::Count => Some("about 6700"),
        ValueType::Frequency => Some("3"),
        ValueType::Ordinal => Some("2"),
        ValueType::Percent => Some("12 %"),
        ValueType::Money => Some("50e9 USD"),
        ValueType::Quantity => kind.dimension.as_deref().map_or(Some(LENGTH), measured),
        ValueType::Time => Some("2024-06-18"),
        ValueType::Duration => Some("P2D"),
        ValueType::Quote => Some("we will not stop"),
        ValueType::Place => Some("Pyongyang"),
        ValueType::Name => Some("Kim Jong Un"),
        ValueType::State => kind.states.first().map(|state| state.state.as_str()),
        ValueType::Occurrence => Some("happened"),
    }
}

/// A length.
const LENGTH: &str = "152 mm";

/// A measure of a dimension.
fn measured(dimension: &str) -> Option<&'static str> {
    match dimension {
        "area" => Some("12 km2"),
        "length" => Some(LENGTH),
        "magnitude" => Some("6.1 [mag]"),
        "mass" => Some("20 t"),
        "speed" => Some("40 km/h"),
        _ => None,
    }
}

const fn answers(answers: Answers) -> &'static str {
    match answers {
        Answers::Single => "one",
        Answers::List => "several can hold together",
    }
}

const fn evolves(evolution: Evolution) -> &'static str {
    match evolution {
        Evolution::Fixed => "",
        Evolution::Up => "it grows",
        Evolution::Down => "it shrinks",
        Evolution::Both => "it moves both ways",
        Evolution::Forward => "its states follow one another",
    }
}

/// The ways in which the values of a kind are told, where any words are.
fn shapes(kind: &Kind) -> impl Iterator<Item = ShapeRef<'_>> {
    let is_any = |shape: &ShapeRef<'_>| {
        [shape.heads, shape.triggers, shape.context, shape.unless].into_iter().any(|list| !list.is_empty())
    };
    kind.shapes().filter(is_any)
}

/// The concepts of a way of telling.
fn told(shape: ShapeRef<'_>) -> String {
    let parts = [
        ("", shape.heads),
        ("beside ", shape.triggers),
        ("in a sentence with ", shape.context),
        ("unless ", shape.unless),
    ];
    let parts = parts.into_iter().filter(|(_, concepts)| !concepts.is_empty());
    parts.map(|(how, concepts)| format!("{how}{}", some(concepts))).collect::<Vec<_>>().join("; ")
}

/// The first of some concepts, and how many there are.
fn some(concepts: &[String]) -> String {
    let shown = concepts.iter().take(CONCEPTS).map(String::as_str).collect::<Vec<_>>().join(", ");
    if concepts.len() > CONCEPTS { format!("{shown} … ({} in all)", concepts.len()) } else { shown }
}

/// Writes what is said of a kind under its name, in lines that end where words do; nothing where there is nothing.
fn said(name: &str, text: &str, out: &mut dyn Write) -> io::Result<()> {
    let text = safe::line(text);
    let mut line = format!("  {name:width$}", width = INDENT - 2);
    let mut is_empty = true;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if !is_empty && line.chars().count() + 1 + word.chars().count() > WIDTH {
            writeln!(out, "{line}")?;
            line = " ".repeat(INDENT);
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(word);
        is_empty = false;
    }
    if is_empty { Ok(()) } else { writeln!(out, "{line}") }
}

/// All kinds that were asked for.
#[derive(Debug, Serialize)]
struct List<'k> {
    schema_version: u32,
    kinds: Vec<Object<'k>>,
}

/// A kind.
#[derive(Debug, Serialize)]
struct Object<'k> {
    id: &'k str,
    about: &'k str,
    value: ValueType,
    dimension: Option<&'k str>,
    example: Option<&'k str>,
    slots: BTreeMap<&'static str, SlotUse>,
    answers: Answers,
    evolves: Evolution,
    event: Option<&'k str>,
    states: BTreeMap<&'k str, &'k [String]>,
    told: Vec<Told<'k>>,
}

/// A way of telling it.
#[derive(Debug, Serialize)]
struct Told<'k> {
    heads: &'k [String],
    triggers: &'k [String],
    context: &'k [String],
    unless: &'k [String],
}

impl<'k> Told<'k> {
    fn new(shape: ShapeRef<'k>) -> Self {
        let ShapeRef { heads, triggers, context, unless } = shape;
        Self { heads, triggers, context, unless }
    }
}

fn object(kind: &Kind) -> Object<'_> {
    let slot = |(slot, use_of): (&Slot, &SlotUse)| (slot.name(), *use_of);
    Object {
        id: &kind.id,
        about: &kind.about,
        value: kind.value,
        dimension: kind.dimension.as_deref(),
        example: example(kind),
        slots: kind.slots.iter().map(slot).collect(),
        answers: kind.answers,
        evolves: kind.evolves,
        event: kind.event.as_deref(),
        states: kind.states.iter().map(|state| (state.state.as_str(), &*state.concepts)).collect(),
        told: shapes(kind).map(Told::new).collect(),
    }
}
