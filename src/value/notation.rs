//! The one notation of values, in fact files, reports and tests alike: plain YAML and plain English.
//!
//! `6700`, `about 6700`, `nearly 2000`, `over 3000000`, `at least 5`, `under 2000`, `at most 2000`,
//! `12..15`, `3 or 4`, `1/3`, `12 %`; a unit or currency after the number (`152 mm`, `50e9 USD`); EDTF
//! (`2000`, `2023-08/2024-02`); ISO 8601 (`P2D`, `over P1Y6M`); words for the rest. Reading a written
//! value gives the value.

use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::daypart::NamedPart;
use crate::value::duration::{Duration, Period};
use crate::value::number::{Number, NumberError};
use crate::value::time::written::CURRENT;
use crate::value::time::{Clock, Part, Point, Side, Time};
use crate::value::unit::Unit;
use jiff::civil::Date;
use std::fmt;

/// The words before a value, with the form that each makes; reading and writing both come from here.
const PREFIXES: [(&str, Prefix); 6] = [
    ("about ", Prefix::About),
    ("nearly ", Prefix::Nearly),
    ("over ", Prefix::Over),
    ("at least ", Prefix::AtLeast),
    ("under ", Prefix::Under),
    ("at most ", Prefix::AtMost),
];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Prefix {
    About,
    Nearly,
    Over,
    AtLeast,
    Under,
    AtMost,
}

/// Why a text is no value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotationError {
    /// The number cannot be read.
    #[error("\"{0}\" is {1}, expected a number such as `6700`, `about 6700` or `12..15`")]
    Number(String, NumberError),
    /// The unit is unknown.
    #[error("unknown unit \"{0}\", expected a UCUM code, an ISO 4217 currency or %")]
    Unit(String),
    /// The time cannot be read.
    #[error("\"{0}\" is no time, expected EDTF such as `2000`, `2023-08/2024-02` or `2024-06-18`")]
    Time(String),
    /// The duration cannot be read.
    #[error("\"{0}\" is no duration, expected ISO 8601 such as `P2D` or `over P1Y6M`")]
    Duration(String),
    /// A range ends before it begins.
    #[error("\"{0}\" ends before it begins, expected the lower end first")]
    Descending(String),
}

/// Reads an amount; `unit` looks a unit up by its code.
///
/// # Errors
/// When the number or its unit cannot be read.
pub fn amount(text: &str, unit: impl Fn(&str) -> Option<Unit>) -> Result<Amount, NotationError> {
    let text = text.trim();
    let number_end = text.rfind(|c: char| c.is_ascii_digit()).map_or(text.len(), |last| last + 1);
    let split = text.find(' ').and_then(|_| split_unit(text)).unwrap_or((text, ""));
    let (number, code) =
        if split.1.is_empty() && text.ends_with('%') { text.split_at(number_end) } else { split };
    let unit = match code.trim() {
        "" => None,
        "%" => Some(Unit::percent()),
        code => Some(unit(code).ok_or_else(|| NotationError::Unit(code.to_owned()))?),
    };
    let read = |part: &str| {
        part.trim().parse::<Number>().map_err(|error| NotationError::Number(part.trim().to_owned(), error))
    };
    let form = form(number.trim(), read)?;
    if matches!(&form, Form::Range(first, last) if first > last) {
        return Err(NotationError::Descending(text.to_owned()));
    }
    Ok(Amount::new(form, unit))
}

/// Splits `about 152 mm` before its unit: the last word, when it begins with no digit and is no number's.
fn split_unit(text: &str) -> Option<(&str, &str)> {
    let (number, code) = text.rsplit_once(' ')?;
    let is_number = code.starts_with(|c: char| c.is_ascii_digit() || c == '-');
    (!is_number).then_some((number, code))
}

/// Reads a duration.
///
/// # Errors
/// When it is not ISO 8601.
pub fn duration(text: &str) -> Result<Duration, NotationError> {
    let read =
        |part: &str| part.trim().parse::<Period>().map_err(|_| NotationError::Duration(text.to_owned()));
    Ok(Duration::new(form(text.trim(), read)?))
}

/// Reads a time.
///
/// # Errors
/// When it is not EDTF of the levels that this project uses.
pub fn time(text: &str) -> Result<Time, NotationError> {
    let read = || -> Option<Time> {
        let Some((first, last)) = text.trim().split_once('/') else {
            return Some(Time::at(point(text.trim())?));
        };
        let end = |part: &str| if matches!(part, ".." | "") { Some(None) } else { point(part).map(Some) };
        Some(Time { first: end(first)?, last: end(last)? })
    };
    let time = read().ok_or_else(|| NotationError::Time(text.to_owned()))?;
    let ends = |point: Option<Point>| point.and_then(|point| Time::at(point).seconds());
    let is_descending = ends(time.first).zip(ends(time.last)).is_some_and(|(first, last)| last.1 < first.0);
    if is_descending { Err(NotationError::Descending(text.to_owned())) } else { Ok(time) }
}

fn form<T, E>(text: &str, read: impl Fn(&str) -> Result<T, E>) -> Result<Form<T>, E> {
    for (word, prefix) in PREFIXES {
        if let Some(rest) = text.strip_prefix(word) {
            let value = read(rest)?;
            return Ok(match prefix {
                Prefix::About => Form::About(value),
                Prefix::Nearly => Form::Nearly(value),
                Prefix::Over => Form::Over(value),
                Prefix::AtLeast => Form::AtLeast(value),
                Prefix::Under => Form::Under(value),
                Prefix::AtMost => Form::AtMost(value),
            });
        }
    }
    if let Some((first, last)) = text.split_once("..") {
        return Ok(Form::Range(read(first)?, read(last)?));
    }
    if text.contains(" or ") {
        return Ok(Form::Choice(text.split(" or ").map(read).collect::<Result<_, _>>()?));
    }
    Ok(Form::Exactly(read(text)?))
}

fn point(text: &str) -> Option<Point> {
    if let Some(side) = Side::ALL.into_iter().find(|side| side.code() == text) {
        return Some(Part::Vague(side).into());
    }
    let sign = if text.contains('P') { " T" } else { "T" };
    let (date, clock) = text.split_once(sign).unwrap_or((text, ""));
    let clock = if clock.is_empty() { None } else { Some(read_clock(clock)?) };
    Some(Point { part: part(date)?, clock })
}

fn part(text: &str) -> Option<Part> {
    if text.is_empty() {
        return Some(Part::AnyDay);
    }
    if let Some((unit, _)) = CURRENT.iter().find(|(_, current)| *current == text) {
        return Some(Part::Current(*unit));
    }
    if text.contains('P') {
        return text.parse().ok().map(Part::Distance);
    }
    if let Some(weekday) = text.strip_prefix("XXXX-WXX-") {
        return weekday.parse().ok().filter(|day| (1..=7).contains(day)).map(Part::Weekday);
    }
    let pieces: Vec<&str> = text.split('-').collect();
    let months =
        |piece: &str| piece.parse::<i8>().ok().filter(|month| piece.len() == 2 && (1..=12).contains(month));
    let days =
        |piece: &str| piece.parse::<i8>().ok().filter(|day| piece.len() == 2 && (1..=31).contains(day));
    let digits = |piece: &str| piece.parse::<i16>().ok().filter(|number| *number >= 0);
    match pieces.as_slice() {
        ["XXXX", "XX", "XX"] => Some(Part::Unknown),
        ["XXXX", "XX", day] => days(day).map(Part::DayOfMonth),
        ["XXXX", piece] => months(piece).map(Part::MonthOfYear).or_else(|| yearless(piece)),
        ["XXXX", month, day] => Some(Part::DayOfYear(months(month)?, days(day)?)),
        [year] if year.len() == 4 => match (year.strip_suffix("XX"), year.strip_suffix('X')) {
            (Some(century), _) => century.parse().ok().map(Part::Century),
            (None, Some(decade)) => decade.parse().ok().map(Part::Decade),
            (None, None) => year.parse().ok().map(Part::Year),
        },
        ["", year] if year.len() == 4 => match year.strip_suffix("XX") {
            Some(century) => Some(Part::Century(-1 - digits(century)?)),
            None => Some(Part::Year(-digits(year)?)),
        },
        [year, piece] if year.len() == 4 => {
            let year = year.parse().ok()?;
            if let Some(quarter) = piece.strip_prefix('Q') {
                return quarter.parse().ok().filter(|q| (1..=4).contains(q)).map(|q| Part::Quarter(year, q));
            }
            if let Some(week) = piece.strip_prefix('W') {
                return week.parse().ok().filter(|w| (1..=53).contains(w)).map(|w| Part::Week(year, w));
            }
            match piece.parse::<i8>().ok()? {
                month @ 1..=12 if piece.len() == 2 => Some(Part::Month(year, month)),
                season @ 21..=24 => Some(Part::Season(year, season - 20)),
                _ => None,
            }
        }
        [year, month, day] if year.len() == 4 => {
            let (day, part): (_, fn(Date) -> Part) =
                day.strip_suffix('~').map_or((*day, Part::Day), |day| (day, Part::Sighted));
            Date::new(year.parse().ok()?, months(month)?, days(day)?).ok().map(part)
        }
        _ => None,
    }
}

/// Reads the quarter `Q3` or the season `22` of an unknown year.
fn yearless(piece: &str) -> Option<Part> {
    if let Some(quarter) = piece.strip_prefix('Q') {
        return quarter.parse().ok().filter(|quarter| (1..=4).contains(quarter)).map(Part::QuarterOfYear);
    }
    let season = piece.parse::<i8>().ok().filter(|season| (21..=24).contains(season))?;
    Some(Part::SeasonOfYear(season - 20))
}

/// Reads `04`, `04:12`, `04:12:30`, with `Z` or `+01:00` behind; `MO`, `NI` and the like.
fn read_clock(text: &str) -> Option<Clock> {
    if let Some(named) = NamedPart::coded(text) {
        return Some(named.clock());
    }
    let sign = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let (clock, zone) = (text.get(..sign)?, text.get(sign..)?);
    let pieces: Vec<i32> = clock.split(':').map(|piece| piece.parse().ok()).collect::<Option<_>>()?;
    let (start, length) = match pieces.as_slice() {
        [hour] => (hour * 3600, 3600),
        [hour, minute] => (hour * 3600 + minute * 60, 60),
        [hour, minute, second] => (hour * 3600 + minute * 60 + second, 1),
        _ => return None,
    };
    let limits = [24, 59, 59];
    if pieces.iter().zip(limits).any(|(piece, limit)| !(0..=limit).contains(piece)) {
        return None;
    }
    Some(Clock { zone: read_zone(zone)?, ..Clock::new(start, length) })
}

/// Reads a zone; the outer option says whether it is well written, the inner whether there is one.
#[expect(clippy::option_option, reason = "malformed and absent are two things")]
fn read_zone(text: &str) -> Option<Option<i16>> {
    match text {
        "" => Some(None),
        "Z" => Some(Some(0)),
        _ => {
            let (hours, minutes) = text.get(1..)?.split_once(':')?;
            let total = hours.parse::<i16>().ok()?.checked_mul(60)?.checked_add(minutes.parse().ok()?)?;
            Some(Some(if text.starts_with('-') { -total } else { total }))
        }
    }
}

impl<T: fmt::Display> fmt::Display for Form<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix =
            |wanted| PREFIXES.iter().find(|(_, prefix)| *prefix == wanted).map_or("", |(word, _)| word);
        match self {
            Self::Exactly(value) => write!(f, "{value}"),
            Self::About(value) => write!(f, "{}{value}", prefix(Prefix::About)),
            Self::Nearly(value) => write!(f, "{}{value}", prefix(Prefix::Nearly)),
            Self::Over(value) => write!(f, "{}{value}", prefix(Prefix::Over)),
            Self::AtLeast(value) => write!(f, "{}{value}", prefix(Prefix::AtLeast)),
            Self::Under(value) => write!(f, "{}{value}", prefix(Prefix::Under)),
            Self::AtMost(value) => write!(f, "{}{value}", prefix(Prefix::AtMost)),
            Self::Range(first, last) => write!(f, "{first}..{last}"),
            Self::Choice(values) => {
                for (idx, value) in values.iter().enumerate() {
                    write!(f, "{}{value}", if idx == 0 { "" } else { " or " })?;
                }
                Ok(())
            }
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.form)?;
        self.unit.as_ref().map_or(Ok(()), |unit| write!(f, " {}", unit.code))
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.form)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Amount(amount) => write!(f, "{amount}"),
            Self::Time(time) => write!(f, "{time}"),
            Self::Duration(duration) => write!(f, "{duration}"),
            Self::Words(words) => f.write_str(&words.text),
            Self::Name(name) => f.write_str(&name.name),
            Self::Place(place) => f.write_str(&place.name),
            Self::State(state) => f.write_str(state),
        }
    }
}
