//! Stretches of time between two points: `between August and February`, `from 3 to 5 May`, `1950-1953`.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::time::clock::{self, Told};
use crate::extract::time::compose;
use crate::extract::time::compose::day;
use crate::extract::time::count;
use crate::extract::time::date;
use crate::extract::time::figures;
use crate::extract::time::lasting;
use crate::extract::time::nth;
use crate::extract::time::part;
use crate::extract::time::said::{Item, Near, Nth, Reading, Said, When};
use crate::extract::time::view::View;
use crate::extract::time::year;
use crate::extract::time::year::tail;
use crate::extract::word::Word;
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::calendar::Daypart;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::time::{Clock, Part};
use jiff::civil::Date;
use std::ops::Range;

/// What joins the two ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    And,
    To,
}

/// Reads a stretch of time at `idx`.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<Reading> {
    let led = |joint| {
        let inner = View { announced: true, ..*view };
        figured(&inner, idx + 1, joint, true)
            .or_else(|| clocks(&inner, idx + 1, joint, true))
            .or_else(|| ends(&inner, idx + 1, joint))
            .or_else(|| days(&inner, idx + 1, joint))
    };
    let found = if view.is(idx, Function::Between) {
        led(Joint::And)
    } else if view.is(idx, Function::From) {
        led(Joint::To)
    } else {
        None
    };
    let found = found.or_else(|| lasting::read(view, idx));
    if found.is_none() && !may_be_joined(view, idx) {
        return None;
    }
    let (from, point) = found
        .or_else(|| figured(view, idx, Joint::To, false))
        .or_else(|| day_clocks(view, idx))
        .or_else(|| years(view, idx))
        .or_else(|| days(view, idx, Joint::To))
        .or_else(|| month_days(view, idx))
        .or_else(|| clocks(view, idx, Joint::To, false))
        .or_else(|| ends(view, idx, Joint::To))?;
    Some(Reading { words: idx..point.words.end, point, from: Some(from) })
}

/// Furthest that what joins two ends stands behind the beginning of the first, in words.
const LONGEST_END: usize = 16;

/// Whether something stands behind `idx` that may join two ends.
fn may_be_joined(view: &View<'_>, idx: usize) -> bool {
    let end = view.words.len().min(idx + LONGEST_END);
    let joins = |word: &Word| {
        word.summary.does_any(JOINING)
            || (word.kind == TokenKind::Sign && matches!(word.normal.as_str(), "-" | "/"))
    };
    view.words.get(idx..end).unwrap_or_default().iter().any(joins)
}

/// Words between two ends, and before them.
const JOINING: Functions = Functions::of(&[Function::To, Function::Until, Function::Between]);

/// The index behind the joint at `idx`.
fn after_joint(view: &View<'_>, idx: usize, joint: Joint) -> Option<usize> {
    match joint {
        Joint::And if view.is(idx, Function::And) => Some(idx + 1),
        Joint::And => view.has_conjunction(idx).then_some(idx),
        Joint::To if view.is_any(idx, &[Function::To, Function::Until]) || view.sign(idx, "-") => {
            Some(idx + 1)
        }
        Joint::To => None,
    }
}

/// Reads two dates in figures: `10/1-11/7`; a hyphen joins them behind "between" as well.
fn figured(view: &View<'_>, idx: usize, joint: Joint, led: bool) -> Option<(Said, Said)> {
    let led = led || view.announced;
    let behind = |at| after_joint(view, at, joint).or_else(|| view.sign(at, "-").then_some(at + 1));
    figures::stretch(view, idx, behind, led)
}

/// Reads two hours of one day, with the day behind them: `3 to 5 pm`, `9:30 and 11 on Friday`. One of them
/// must say that it is a time of day, or both be told to the minute.
fn clocks(view: &View<'_>, idx: usize, joint: Joint, led: bool) -> Option<(Said, Said)> {
    let (from, to, told) = hours(view, idx, joint, led)?;
    let next = to.next;
    let (when, daypart, end) =
        day_and_part(view, before_day(view, next)).unwrap_or((When::AnyDay, None, next));
    let (first, last) = aligned(from, to, daypart);
    // "Between 3 and 8 yesterday" has nothing that it counts.
    let dated = joint == Joint::And && led && when != When::AnyDay;
    (told || (led && daypart.is_some()) || dated).then(|| pair(idx..from.next, when, first, last, end))
}

/// Reads a day with two hours behind it: `Thursday from 9:30 to 11`, `tomorrow between 8 am and 2 pm`.
fn day_clocks(view: &View<'_>, idx: usize) -> Option<(Said, Said)> {
    let (when, daypart, next) = day_and_part(view, idx)?;
    let start = view.skip(view.skip_sign(next, &[","]), &[Function::In]);
    let joint = if view.is(start, Function::Between) { Joint::And } else { Joint::To };
    let led = view.is_any(start, &[Function::Between, Function::From]);
    let inner = View { announced: view.announced || led, ..*view };
    let (from, to, told) = hours(&inner, start + usize::from(led), joint, led)?;
    let (first, last) = aligned(from, to, daypart);
    (told || led).then(|| pair(idx..from.next, when, first, last, to.next))
}

/// The index behind what may stand between a clock and its day.
fn before_day(view: &View<'_>, idx: usize) -> usize {
    view.skip(view.skip_sign(idx, &[","]), &[Function::On, Function::In, Function::Of, Function::From])
}

/// The day at `idx` with its part, if that is told.
fn day_and_part(view: &View<'_>, idx: usize) -> Option<(When, Option<Daypart>, usize)> {
    if let Some((when, daypart)) = part::near_day(view, idx) {
        return Some((when, Some(daypart), idx + 2));
    }
    if let Some((when, daypart, next)) = part::of_told_day(view, idx) {
        return Some((when, Some(daypart), next));
    }
    let (when, next) = day::read(view, idx)?;
    let own = part::own_part(view, idx, next);
    let (daypart, after) = clock::daypart_behind(view, next);
    Some((when, daypart.or(own), after))
}

/// Both clocks in the half of the day that they or the day tell.
fn aligned(from: Told, to: Told, daypart: Option<Daypart>) -> (Clock, Clock) {
    let (first, last) = clock::aligned(from, to);
    let untold = from.daypart.is_none() && to.daypart.is_none();
    match daypart.filter(|_| untold) {
        Some(daypart) => (clock::beside(first, daypart), clock::beside(last, daypart)),
        None => (first, last),
    }
}

fn pair(words: Range<usize>, when: When, first: Clock, last: Clock, end: usize) -> (Said, Said) {
    let start = words.end;
    (Said { words, when, clock: Some(first) }, Said { words: start..end, when, clock: Some(last) })
}

/// The two clocks at `idx`, and whether they say by themselves that they are times of day.
fn hours(view: &View<'_>, idx: usize, joint: Joint, led: bool) -> Option<(Told, Told, bool)> {
    let first = clock::read(view, idx).or_else(|| clock::bare(view, idx))?;
    let start = after_joint(view, first.next, joint)?;
    let inner = View { announced: true, ..*view };
    let bare = || {
        clock::bare(&inner, start).filter(|told| {
            nth::stands_alone(view, told.next) || day_and_part(view, before_day(view, told.next)).is_some()
        })
    };
    let noon = || clock::exact(view, start).filter(|_| led);
    let last = clock::read(&inner, start).or_else(bare).or_else(noon)?;
    let exact = first.clock.length == 60 && last.clock.length == 60;
    let half = led && (first.clock.length == 60 || last.clock.length == 60);
    let told = first.certain || last.certain || exact || half;
    (!view.joined_before(idx)).then_some((first, last, told))
}

/// Reads two whole points of one sort.
fn ends(view: &View<'_>, idx: usize, joint: Joint) -> Option<(Said, Said)> {
    let mut from = compose::point(view, idx)?;
    let start = after_joint(view, from.words.end, joint)?;
    let mut point = compose::point(&View { announced: true, ..*view }, start)?;
    match (from.when, point.when) {
        (When::AnyDay, When::AnyDay) => {}
        (When::AnyDay, day) if point.clock.is_some() => from.when = day,
        (day, When::AnyDay) if from.clock.is_some() => point.when = day,
        (When::AnyDay, _) | (_, When::AnyDay) => return None,
        (When::Away(_) | When::Stretch(_) | When::Within(_), _) => return None,
        (_, When::Away(_) | When::Stretch(_) | When::Within(_)) => return None,
        (_, When::Now) | (When::Now, _) => {}
        (first, last) if first.is_day() != last.is_day() && !(is_set(first) && is_set(last)) => return None,
        _ => {}
    }
    Some((from, point))
}

/// Whether a point is told without regard to another.
const fn is_set(when: When) -> bool {
    matches!(when, When::Fixed(_) | When::RelativeDay(_))
}

/// Reads two years in digits: `1950-1953`, `2023-24`, `2023 to 2033`.
fn years(view: &View<'_>, idx: usize) -> Option<(Said, Said)> {
    let of = |at: usize| {
        view.raw(at)
            .filter(|raw| raw.len() == 4)?
            .parse::<i16>()
            .ok()
            .filter(|year| (1000..=2199).contains(year))
    };
    let first = of(idx).filter(|_| !view.joined_before(idx))?;
    let written = ["-", "/"].iter().any(|sign| view.sign(idx + 1, sign));
    let start = if written { idx + 2 } else { after_joint(view, idx + 1, Joint::To)? };
    let last =
        of(start).or_else(|| short_year(view, start, first).filter(|_| written && view.touches(start)))?;
    let spoken_ok = written || ((1900..=2199).contains(&first) && year::is_uncounted(view, start + 1, true));
    let rises = last > first && last - first <= 200;
    let ends = !view.joined_after(start) && year::is_uncounted(view, start + 1, false);
    let said = |at, year| Said { words: at..at + 1, when: When::Fixed(Part::Year(year)), clock: None };
    (rises && ends && spoken_ok).then(|| (said(idx, first), said(start, last)))
}

/// The year that two digits stand for behind a year; none where they could be a month.
fn short_year(view: &View<'_>, idx: usize, first: i16) -> Option<i16> {
    let short = view.raw(idx).filter(|raw| raw.len() == 2)?.parse::<i16>().ok()?;
    let year = first / 100 * 100 + short;
    (short > 12 && year > first && !view.joined_after(idx)).then_some(year)
}

/// Reads `3 to 5 May`, `3-5 May 2024`: the first end borrows its month.
fn days(view: &View<'_>, idx: usize, joint: Joint) -> Option<(Said, Said)> {
    let begin = if joint == Joint::And || view.announced { view.skip_stop(idx) } else { idx };
    let (day, next) = some_day(view, begin)?;
    let start = view.skip_stop(after_joint(view, next, joint)?);
    let (when, end) = borrowed(view, start).or_else(|| {
        nth::read(view, start).filter(|(when, _)| matches!(when, When::Nth(Nth { what: Item::Day, .. })))
    })?;
    let from = Said { words: idx..next, when: on_day(when, day)?, clock: None };
    Some((from, Said { words: start..end, when, clock: None }))
}

/// The date at `idx`, its day perhaps tied by a hyphen to the one before.
fn borrowed(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if let Some(found) = date::read(view, idx).filter(|(when, _)| when.is_day()) {
        return Some(found);
    }
    let day = plain_day(view, idx)?;
    let (month, next) = date::month(view, date::before_month(view, idx + 1))?;
    tailed(view, month, day, next)
}

/// Reads `May 3-5, 2024`.
fn month_days(view: &View<'_>, idx: usize) -> Option<(Said, Said)> {
    let only = || view.only(idx, |meaning| matches!(meaning, Meaning::Month(_)));
    if !view.is_proper(idx) || (view.language.grammar.adjective_after_noun && !only()) {
        return None;
    }
    let (month, next) = date::month(view, idx)?;
    let next = next + usize::from(view.sign(next, ".") && view.touches(next));
    let (first, next) = some_day(view, next)?;
    let start = after_joint(view, next, Joint::To)?;
    let (last, after) = some_day(view, start)?;
    if date::month(view, after).is_some() {
        return None;
    }
    let (when, end) = tailed(view, month, last, after)?;
    let from = Said { words: idx..next, when: on_day(when, first)?, clock: None };
    Some((from, Said { words: start..end, when, clock: None }))
}

/// A day of a month in digits, perhaps as an ordinal.
fn some_day(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    if view.raw(idx).is_none() {
        return count::ordinal(view, idx).and_then(|_| date::day_number(view, idx));
    }
    let marked = view.touches(idx + 1)
        && view.meaning(idx + 1, |meaning| (*meaning == Meaning::OrdinalMark).then_some(())).is_some();
    plain_day(view, idx).map(|day| (day, idx + 1 + usize::from(marked)))
}

fn plain_day(view: &View<'_>, idx: usize) -> Option<i8> {
    let raw = view.raw(idx).filter(|raw| raw.len() <= 2)?;
    raw.parse().ok().filter(|day| (1..=31).contains(day))
}

fn tailed(view: &View<'_>, month: i8, day: i8, idx: usize) -> Option<(When, usize)> {
    match tail::read(view, idx) {
        Some((tail::Tail::Year(year), next)) => {
            Some((When::Fixed(Part::Day(Date::new(year, month, day).ok()?)), next))
        }
        Some((tail::Tail::Near(near), next)) => Some((When::Day(month, day, near), next)),
        None => Date::new(2000, month, day).is_ok().then_some((When::Day(month, day, Near::Free), idx)),
    }
}

/// The same month and year on another, earlier day.
fn on_day(when: When, day: i8) -> Option<When> {
    match when {
        When::Fixed(Part::Day(date)) if day < date.day() => {
            Some(When::Fixed(Part::Day(Date::new(date.year(), date.month(), day).ok()?)))
        }
        When::Day(month, last, near) if day < last => Some(When::Day(month, day, near)),
        When::Nth(nth) if day < nth.rank => Some(When::Nth(Nth { rank: day, ..nth })),
        _ => None,
    }
}
