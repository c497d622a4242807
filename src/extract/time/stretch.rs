//! Both ends of a stretch of time, each of which may lend the other its year.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::time::resolve::{self, Now};
use crate::extract::time::said::{Near, Reading, Said, When};
use crate::extract::time::tense::Tense;
use crate::value::time::{Clock, Part, Point, Time};
use jiff::civil::Date;

/// The time of a reading, seen from `now`.
#[must_use]
pub fn resolved(reading: &Reading, now: Now, tense: Tense) -> Option<Time> {
    let Some(from) = &reading.from else { return resolve::resolved(&reading.point, now, tense) };
    let dated = |said: &Said| said.when != When::Now && said.clock.is_none();
    let now = if dated(from) || dated(&reading.point) { Now { clock: None, ..now } } else { now };
    let first = resolve::resolved(from, now, tense)?;
    let told_last = match (from.when, reading.point.when) {
        (When::Fixed(_), When::Month(..) | When::Day(..)) => following(&reading.point, first.first?),
        (from, last) if is_free(last) && is_placed(from) => following(&reading.point, first.first?),
        _ => None,
    };
    let last = told_last.or_else(|| resolve::resolved(&reading.point, now, tense))?;
    let first = preceding(from, last.last?)
        .filter(|_| is_free(from.when) || starts_after(first, last))
        .unwrap_or(first);
    let end = match from.when {
        When::Now => Some(after_now(first.first?, last.last?)?),
        _ => over_midnight(first.first, last.last),
    };
    (!starts_after(first, last)).then_some(Time { first: first.first, last: end })
}

/// The end of a stretch of hours, on the next day where its clock comes before that of its beginning.
fn over_midnight(first: Option<Point>, last: Option<Point>) -> Option<Point> {
    let (Some(from), Some(to)) = (first, last) else { return last };
    let (Part::Day(day), Part::Day(_)) = (from.part, to.part) else { return last };
    let before = matches!((from.clock, to.clock), (Some(from), Some(to)) if to.start < from.start);
    match day.tomorrow() {
        Ok(next) if before && from.part == to.part => Some(Point { part: Part::Day(next), ..to }),
        _ => last,
    }
}

/// The end of a stretch that begins now: "between now and eight" of a late morning ends in the evening.
fn after_now(now: Point, end: Point) -> Option<Point> {
    const HALF: i32 = Clock::HALF_DAY;
    let (Some(from), Some(to)) = (now.clock, end.clock) else { return Some(end) };
    let gone = now.part == end.part && to.start < from.start;
    let later = gone && to.start < HALF && to.start + HALF > from.start;
    let clock = if later { Clock { start: to.start + HALF, ..to } } else { to };
    (later || !gone).then_some(Point { clock: Some(clock), ..end })
}

/// The time of a reading as the words alone give it.
#[must_use]
pub fn unresolved(reading: &Reading) -> Option<Time> {
    let last = resolve::unresolved(&reading.point)?;
    let Some(from) = &reading.from else { return Some(last) };
    let first = resolve::unresolved(from)?;
    let last = match from.when {
        When::Fixed(_) => following(&reading.point, first.first?).unwrap_or(last),
        _ => last,
    };
    let first = preceding(from, last.last?).unwrap_or(first);
    (!starts_after(first, last)).then_some(Time { first: first.first, last: last.last })
}

fn starts_after(first: Time, last: Time) -> bool {
    match (first.first.and_then(|point| point.part.days()), last.last.and_then(|point| point.part.days())) {
        (Some(first), Some(last)) => first.0 > last.1,
        _ => false,
    }
}

const fn is_free(when: When) -> bool {
    matches!(when, When::Month(_, Near::Free) | When::Day(_, _, Near::Free) | When::Weekday(_, Near::Free))
}

/// Whether the words say which of several days they mean, so that a later one counts from there.
const fn is_placed(when: When) -> bool {
    matches!(
        when,
        When::Now
            | When::RelativeDay(_)
            | When::Nth(_)
            | When::Weekday(_, Near::Next | Near::Further | Near::This)
    )
}

/// The latest such time that does not begin after `last`.
fn preceding(from: &Said, last: Point) -> Option<Time> {
    let (_, day) = last.part.days()?;
    near(from, day, Tense::Past)
}

/// The earliest such time that does not begin before `first`.
fn following(point: &Said, first: Point) -> Option<Time> {
    let (day, _) = first.part.days()?;
    near(point, day, Tense::Future)
}

fn near(said: &Said, day: Date, tense: Tense) -> Option<Time> {
    let when = match said.when {
        When::Month(month, Near::Free | Near::Last) => When::Month(month, Near::Free),
        When::Day(month, of_month, Near::Free | Near::Last) => When::Day(month, of_month, Near::Free),
        When::Weekday(weekday, Near::Free) => When::Weekday(weekday, Near::Free),
        _ => return None,
    };
    let time = resolve::resolved(&Said { when, ..said.clone() }, Now::told(day), tense)?;
    time.first.filter(|point| !matches!(point.part, Part::AnyDay)).map(|_| time)
}
