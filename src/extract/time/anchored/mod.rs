//! Times told from another date of the text: `two weeks before 13 May`, `a year earlier`, `the following
//! day`, `that year`, `the week of June 3`.
//!
//! Without a date to count from they stay unread, but where only the day of writing can be meant.

/// The unit of the calendar beside another or around it: `the following day`, `that year`, `the latest quarter`.
pub mod beside;
/// Times of day told from another one: `half an hour before midnight`.
pub mod hour;
/// Weekdays told from another date: `the first Tuesday after 1 November`.
pub mod weekday;

use crate::extract::time::compose::day;
use crate::extract::time::count;
use crate::extract::time::date;
use crate::extract::time::relative::{away, distance};
use crate::extract::time::resolve::units;
use crate::extract::time::resolve::{self, Now};
use crate::extract::time::said::{Distance, Item, Nth, Said, Scale, When, Whole};
use crate::extract::time::tense::{self, Tense};
use crate::extract::time::view::View;
use crate::extract::time::year::quarter;
use crate::lexicon::schema::function::Function;
use crate::value::duration::{DAY, Period};
use crate::value::number::Number;
use crate::value::time::Part;
use jiff::Span;
use jiff::civil::Date;
use std::ops::Range;

/// Reads a time told from another at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    week_of(view, idx)
        .or_else(|| weekday::read(view, idx))
        .or_else(|| measured(view, idx))
        .or_else(|| measured_behind(view, idx))
        .or_else(|| apart_behind(view, idx))
        .or_else(|| year_earlier(view, idx))
        .or_else(|| beside::read(view, idx))
        .or_else(|| beside::same(view, idx))
        .or_else(|| beside::quarter(view, idx))
        .map(|(part, next)| (When::Fixed(part), next))
}

/// The part of the calendar that other words tell, seen from the day of writing; none where it is no single
/// part or cannot be placed.
fn placed(view: &View<'_>, when: When, words: Range<usize>) -> Option<Part> {
    let said = Said { words: words.clone(), when, clock: None };
    let time = match view.today {
        Some(day) => resolve::resolved(&said, Now::told(day), tense::around(view, words)),
        None => resolve::unresolved(&said),
    }?;
    let part = time.first.filter(|first| time.last == Some(*first))?.part;
    part.days().map(|_| part)
}

/// The date of the text that is told last before `idx`, in the same paragraph.
pub fn anchor(view: &View<'_>) -> Option<Part> {
    view.anchor.filter(|part| part.days().is_some())
}

/// Reads `the week of June 3`, `the week beginning on 3 June`.
fn week_of(view: &View<'_>, idx: usize) -> Option<(Part, usize)> {
    if !view.is_one(idx, Scale::Week) {
        return None;
    }
    if view.language.grammar.adjective_after_noun {
        let bare = view.get(idx).is_some_and(|word| !word.clitics.article && !word.clitics.pronoun);
        let (when, next) = date::read(view, idx + 1).filter(|(when, _)| bare && when.is_day())?;
        let (day, _) = placed(view, when, idx + 1..next)?.days()?;
        return Some((week(day), next));
    }
    let joint = view.skip(idx + 1, &[Function::Of, Function::Beginning, Function::Since]);
    let start = view.skip(joint, &[Function::On]);
    let numbered = || {
        let at = view.skip_stop(start);
        let (rank, next) = date::day_number(view, at).filter(|_| count::ordinal(view, at).is_some())?;
        Some((When::Nth(Nth { rank, count: 1, what: Item::Day, of: Whole::AnyMonth }), next))
    };
    let (when, next) = day::read(view, start).or_else(numbered).filter(|_| joint > idx + 1)?;
    let (day, _) = placed(view, when, start..next)?.days()?;
    Some((week(day), next))
}

/// The week that a day lies in.
#[must_use]
pub fn week(day: Date) -> Part {
    let week = day.iso_week_date();
    Part::Week(week.year(), week.week())
}

/// Reads a length that counts from another date: `3 days from Monday`, `two weeks before 13 May 1999`, `a year
/// earlier`.
fn measured(view: &View<'_>, idx: usize) -> Option<(Part, usize)> {
    let start = view.skip(idx, &[Function::In]);
    let (distance, next) = distance::length(view, start)?;
    if let Some(found) = weekday::week_on(view, distance, next) {
        return Some(found);
    }
    let back = view.is(next, Function::Before);
    let now = away::after_now(view, next).is_some();
    let joined = back || !now && view.is_any(next, &[Function::From, Function::After]);
    if joined && !view.language.grammar.adjective_after_noun {
        return counted_on(view, distance, next + 1, back);
    }
    apart(view, distance, idx..next).filter(|_| start == idx)
}

/// Reads `قبل أسبوعين من 13 مايو`.
fn measured_behind(view: &View<'_>, idx: usize) -> Option<(Part, usize)> {
    let back = view.is(idx, Function::Before);
    if !view.language.grammar.adjective_after_noun || !(back || view.is(idx, Function::After)) {
        return None;
    }
    let (distance, next) = distance::length(view, idx + 1)?;
    let now = !back && away::after_now(view, next).is_some();
    let joined = !now && view.is_any(next, &[Function::From, Function::Of]);
    joined.then(|| counted_on(view, distance, next + 1, back))?
}

/// The time at a distance from the day that is told at `start`.
fn counted_on(view: &View<'_>, distance: Distance, start: usize, back: bool) -> Option<(Part, usize)> {
    let (when, next) = day::read(view, start)?;
    let base = placed(view, when, start..next)?;
    Some((shifted(base, distance, back)?, next))
}

/// The part of the calendar at a distance from another, as fine as both allow.
pub fn shifted(base: Part, distance: Distance, back: bool) -> Option<Part> {
    if distance.hedge.is_some() {
        return None;
    }
    let sign = if back { -1 } else { 1 };
    let months = distance.period.months.to_whole()?.checked_mul(sign)?;
    let (first, _) = base.days()?;
    let moved = units::shifted(first, Span::new().try_months(months).ok()?)?;
    let years = months % 12 == 0 && distance.period.seconds == Number::ZERO;
    match (distance.scale, base) {
        (Scale::Day | Scale::Week, Part::Day(_)) => {
            let days = distance.period.seconds.over(Number::whole(DAY))?.to_whole()?;
            let days = Span::new().try_days(days.checked_mul(sign)?).ok()?;
            units::shifted(moved, days).map(Part::Day)
        }
        (Scale::Week, Part::Week(..)) => {
            let days = distance.period.seconds.over(Number::whole(DAY))?.to_whole()?;
            let days = Span::new().try_days(days.checked_mul(sign)?).ok()?;
            units::shifted(moved, days).map(week)
        }
        (Scale::Year, Part::Quarter(_, quarter)) if years => Some(Part::Quarter(moved.year(), quarter)),
        (Scale::Year, Part::Season(_, season)) if years => Some(Part::Season(moved.year(), season)),
        (Scale::Year | Scale::Month | Scale::Quarter, Part::Month(..)) => {
            Some(Part::Month(moved.year(), moved.month()))
        }
        (Scale::Year, Part::Year(_) | Part::Day(_) | Part::Week(..)) if years => {
            Some(Part::Year(moved.year()))
        }
        (Scale::Year | Scale::Month | Scale::Quarter, Part::Day(_)) => {
            Some(Part::Month(moved.year(), moved.month()))
        }
        _ => None,
    }
}

/// Which way the word at `idx` leads from another date: back, or on.
fn leads(view: &View<'_>, idx: usize) -> Option<bool> {
    let table = [(Function::Earlier, true), (Function::Later, false)];
    table.into_iter().find(|(function, _)| view.is(idx, *function)).map(|(_, back)| back)
}

/// Reads `a year earlier`, `two days later`; in figures of a quarter also `a year ago`.
fn apart(view: &View<'_>, distance: Distance, length: Range<usize>) -> Option<(Part, usize)> {
    let next = length.end;
    if view.is(next, Function::Ago) && distance.scale == Scale::Year {
        let base = anchor(view).filter(|part| matches!(part, Part::Quarter(..))).or(view.quarter)?;
        return Some((shifted(base, distance, true)?, next + 1));
    }
    let back = leads(view, next)?;
    Some((from_anchor(view, distance, back, length.start..next + 1)?, next + 1))
}

/// Reads `بعد ذلك بعام`, `قبلها بيومين`: the length behind the word that leads on or back.
fn apart_behind(view: &View<'_>, idx: usize) -> Option<(Part, usize)> {
    if !view.language.grammar.adjective_after_noun {
        return None;
    }
    let back = leads(view, idx)?;
    let stuck = view.get(idx + 1).is_some_and(|word| word.clitics.preposition.is_some());
    let (distance, next) = distance::length(view, idx + 1).filter(|_| stuck)?;
    Some((from_anchor(view, distance, back, idx..next)?, next))
}

/// So far from the date told before; from the day of writing where none is and the tense allows nothing else.
fn from_anchor(view: &View<'_>, distance: Distance, back: bool, words: Range<usize>) -> Option<Part> {
    let base = anchor(view).or(view.quarter.filter(|_| back && distance.scale == Scale::Year));
    if let Some(base) = base {
        return shifted(base, distance, back);
    }
    let here = Part::Day(view.today?);
    let ahead = || tense::around(view, words.clone()) == Tense::Future || view.is_all(&words);
    ((back && distance.scale == Scale::Year) || (!back && ahead())).then(|| shifted(here, distance, back))?
}

/// Reads `year-earlier`, `the year-ago quarter`.
fn year_earlier(view: &View<'_>, idx: usize) -> Option<(Part, usize)> {
    let hyphen = view.sign(idx + 1, "-") && view.touches(idx + 1) && view.touches(idx + 2);
    let back = view.is_any(idx + 2, &[Function::Ago, Function::Earlier]);
    if !(hyphen && back && view.is_one(idx, Scale::Year)) {
        return None;
    }
    let base = view.quarter.or(anchor(view)).or(view.today.map(Part::Day))?;
    let period = Period::months(12);
    let distance = Distance { period, step: period, scale: Scale::Year, hedge: None };
    let end = idx + 3;
    let named = beside::is_quarter(view, end);
    let rank = quarter::rank(view, end);
    match (rank, shifted(base, distance, true)?) {
        (Some((quarter, next)), part) => Some((Part::Quarter(part.days()?.0.year(), quarter), next)),
        (None, part) => Some((part, end + usize::from(named))),
    }
}
