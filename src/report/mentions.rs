//! Mentions as JSON lines: one object for each text, version 1.

use crate::extract::mention::{Aside, Dimension, Mention};
use crate::fact::Article;
use crate::text::Text;
use crate::text::position::LineIndex;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::daypart::NamedPart;
use crate::value::duration::{Duration, Period};
use crate::value::number::Number;
use crate::value::time::{Clock, Part, Point, Time};
use serde::Serialize;
use std::io;

/// Seconds of an hour.
const HOUR: i32 = 3600;
/// Seconds of a minute.
const MINUTE: i32 = 60;

/// Bytes that a line usually takes without its mentions, and for each of them.
const HEAD: usize = 96;
const OBJECT: usize = 256;

/// The version of the object.
const SCHEMA_VERSION: u32 = 1;

/// One mention.
#[derive(Debug)]
struct Object<'a> {
    dimension: &'static str,
    start: usize,
    end: usize,
    char_start: usize,
    char_end: usize,
    text: &'a str,
    value: Option<String>,
    value_to: Option<String>,
    relative: Option<String>,
    unit: Option<String>,
    modifier: Option<&'static str>,
    head: Option<&'a str>,
}

impl Object<'_> {
    fn write(&self, line: &mut Line) -> io::Result<()> {
        line.put("{\"dimension\":", self.dimension)?;
        line.put(",\"start\":", self.start)?;
        line.put(",\"end\":", self.end)?;
        line.put(",\"char_start\":", self.char_start)?;
        line.put(",\"char_end\":", self.char_end)?;
        line.put(",\"text\":", self.text)?;
        line.put(",\"value\":", &self.value)?;
        line.put(",\"value_to\":", &self.value_to)?;
        if let Some(relative) = &self.relative {
            line.put(",\"relative\":", relative)?;
        }
        line.put(",\"unit\":", &self.unit)?;
        line.put(",\"modifier\":", self.modifier)?;
        line.put(",\"head\":", self.head)?;
        line.raw("}");
        Ok(())
    }
}

/// A line of JSON as it grows. The names of its fields are the same in every object: they are written as they
/// stand, not letter by letter.
#[derive(Debug, Default)]
struct Line(Vec<u8>);

impl Line {
    /// Writes what is JSON as it stands.
    fn raw(&mut self, json: &str) {
        self.0.extend_from_slice(json.as_bytes());
    }

    /// Writes a value behind what leads to it.
    fn put(&mut self, lead: &str, value: impl Serialize) -> io::Result<()> {
        self.raw(lead);
        Ok(serde_json::to_writer(&mut self.0, &value)?)
    }
}

/// What is said of a value: itself, its end, its unit and its modifier.
#[derive(Debug, Default)]
struct Parts {
    value: Option<String>,
    value_to: Option<String>,
    relative: Option<String>,
    unit: Option<String>,
    modifier: Option<&'static str>,
}

/// The mentions of an article as one line; times of day that tell their zone as the clocks of its reader
/// show them, where the moment of publication tells that zone.
///
/// # Errors
/// When they cannot be written as JSON.
pub fn line(article: &Article, language: Option<&str>, mentions: &[Mention]) -> io::Result<Vec<u8>> {
    let text = article.text.as_deref().map(Text::source).unwrap_or_default();
    let zone = article.published.and_then(|published| published.first?.clock?.zone);
    let mut line = Line(Vec::with_capacity(HEAD + OBJECT * mentions.len()));
    line.put("{\"schema_version\":", SCHEMA_VERSION)?;
    line.put(",\"id\":", &article.id)?;
    line.put(",\"language\":", language)?;
    line.raw(",\"mentions\":[");
    for (idx, mention) in mentions.iter().enumerate() {
        line.raw(if idx == 0 { "" } else { "," });
        object(mention, text, &article.lines, zone).write(&mut line)?;
    }
    line.raw("]}\n");
    Ok(line.0)
}

fn object<'a>(mention: &'a Mention, text: &'a str, lines: &LineIndex, zone: Option<i16>) -> Object<'a> {
    let position = lines.position(text, mention.span);
    let parts = match (&mention.value, mention.dimension) {
        (Value::Time(time), _) => time_parts(&zone.map_or(*time, |zone| time.seen_from(zone))),
        (Value::Duration(age), Dimension::Quantity) => aged(age),
        _ => parts(&mention.value),
    };
    Object {
        dimension: dimension(mention).name(),
        start: mention.span.start,
        end: mention.span.end,
        char_start: position.char_start,
        char_end: position.char_end,
        text: text.get(mention.span.start..mention.span.end).unwrap_or_default(),
        value: parts.value,
        value_to: parts.value_to,
        relative: mention.relative.clone().or(parts.relative),
        unit: parts.unit,
        modifier: mention.aside.map(Aside::name).or(parts.modifier),
        head: mention.head.as_deref(),
    }
}

/// The dimension as the contract counts it: a bounded or ranged plain number is a range.
fn dimension(mention: &Mention) -> Dimension {
    match (&mention.value, mention.dimension) {
        (Value::Amount(Amount { form: Form::Range(..), unit: None, .. }), Dimension::Number) => {
            Dimension::Range
        }
        (_, dimension) => dimension,
    }
}

fn parts(value: &Value) -> Parts {
    match value {
        Value::Amount(amount) => {
            let percent = amount.unit.as_ref().is_some_and(crate::value::unit::Unit::is_percent);
            let unit = amount.unit.as_ref().filter(|_| !percent).map(|unit| unit.code.to_string());
            Parts { unit, ..form(&amount.form) }
        }
        Value::Duration(Duration { form: stated, .. }) => form(stated),
        Value::Time(time) => time_parts(time),
        Value::Words(words) => Parts { value: Some(words.text.clone()), ..Parts::default() },
        Value::Name(name) => Parts { value: Some(name.name.clone()), ..Parts::default() },
        Value::Place(place) => Parts { value: Some(place.name.clone()), ..Parts::default() },
        Value::State(state) => Parts { value: Some(state.clone()), ..Parts::default() },
    }
}

/// An age: its number and its unit.
fn aged(age: &Duration) -> Parts {
    let units = [("a", Period::months(12)), ("mo", Period::months(1)), ("d", Period::days(1))];
    let counted = |one: Period| {
        age.form.try_map(|period| {
            let (number, by) = if one.months.is_zero() {
                (period.seconds.over(one.seconds)?, Period { seconds: Number::ZERO, ..*period })
            } else {
                (period.months.over(one.months)?, Period { months: Number::ZERO, ..*period })
            };
            (by == Period::ZERO && number.to_whole().is_some()).then_some(number)
        })
    };
    let told = units.into_iter().find_map(|(unit, one)| Some((unit, counted(one)?)));
    match told {
        Some((unit, number)) => Parts { unit: Some(unit.to_owned()), ..form(&number) },
        None => form(&age.form),
    }
}

fn form<T: ToString>(form: &Form<T>) -> Parts {
    let stated: Vec<String> = form.stated().values().map(ToString::to_string).collect();
    let is_range = matches!(form, Form::Range(..));
    let modifier = match form {
        Form::Exactly(_) | Form::Choice(_) => None,
        Form::About(_) => Some("approx"),
        Form::Nearly(_) => Some("nearly"),
        Form::Over(_) => Some("more_than"),
        Form::AtLeast(_) => Some("at_least"),
        Form::Under(_) => Some("less_than"),
        Form::AtMost(_) => Some("at_most"),
        Form::Range(..) => Some("between"),
    };
    Parts {
        value: stated.first().cloned(),
        value_to: stated.get(1).cloned().filter(|_| is_range),
        modifier,
        ..Parts::default()
    }
}

fn time_parts(time: &Time) -> Parts {
    if time.is_relative() && time.first.is_some_and(|point| point.part != Part::AnyDay) {
        return Parts { relative: Some(time.to_string()), ..Parts::default() };
    }
    let value = time.first.map(|point| usual(point).map_or_else(|| written(point), |(first, _)| first));
    let value_to = time.last.map(|point| usual(point).map_or_else(|| written(point), |(_, last)| last));
    let sighted = |point: &Point| matches!(point.part, Part::Sighted(_));
    let modifier = [time.first, time.last].iter().flatten().any(sighted).then_some("approx");
    Parts {
        value_to: value_to.filter(|last| Some(last) != value.as_ref()),
        value,
        modifier,
        ..Parts::default()
    }
}

/// The first and the last of the hours that are commonly meant by a named part of a day, for which no standard
/// has a name: `T16` and `T19` for the evening. Facts keep the part with all hours that it may mean.
fn usual(point: Point) -> Option<(String, String)> {
    let (first, end) = NamedPart::of(point.clock?)?.usual;
    let part = if let Part::Sighted(day) = point.part { Part::Day(day) } else { point.part };
    Some(if first == end {
        (format!("{part}T{first:02}:00"), format!("{part}T{first:02}:00"))
    } else {
        (format!("{part}T{first:02}"), format!("{part}T{:02}", end - 1))
    })
}

/// A point with an hour of the clock written as the moment that it begins with, which is what is meant by
/// it: `T15:00` for "3 pm"; a day that the moon decides as the day of its tables.
fn written(point: Point) -> String {
    let clock = point.clock.map(|clock| match clock.length {
        HOUR => Clock { length: MINUTE, ..clock },
        _ => clock,
    });
    let part = if let Part::Sighted(day) = point.part { Part::Day(day) } else { point.part };
    Point { part, clock }.to_string()
}
