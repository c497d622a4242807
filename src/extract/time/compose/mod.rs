//! One point of time from its parts: weekday, date, part of the day, clock.

/// One day from all that tells it.
pub mod day;
/// The beginning, the middle or the end of a longer time, and the unit that the text speaks of.
pub mod edge;
/// A day with its time of day, in either order.
pub mod moment;

use crate::extract::time::anchored;
use crate::extract::time::anchored::hour;
use crate::extract::time::clock::{self};
use crate::extract::time::date;
use crate::extract::time::holiday;
use crate::extract::time::moved;
use crate::extract::time::nth;
use crate::extract::time::part::{self};
use crate::extract::time::relative;
use crate::extract::time::said::{Said, When};
use crate::extract::time::view::View;
use crate::extract::time::year;
use crate::extract::time::year::quarter;
use crate::extract::time::zone;
use crate::value::time::{Clock, Part};

/// Reads the point of time at `idx`.
#[must_use]
pub fn point(view: &View<'_>, idx: usize) -> Option<Said> {
    view.once(idx, |memo| &memo.points, || any_point(view, idx))
}

fn any_point(view: &View<'_>, idx: usize) -> Option<Said> {
    iso(view, idx)
        .or_else(|| hour::read(view, idx))
        .or_else(|| told_from_another(view, idx))
        .or_else(|| part::read(view, idx))
        .or_else(|| short_nth(view, idx))
        .or_else(|| moment::clock_first(view, idx))
        .or_else(|| moment::day_first(view, idx))
        .or_else(|| part(view, idx))
        .or_else(|| edge::read(view, idx))
        .or_else(|| moved::read(view, idx))
}

/// What was said in the words from `idx` to `next`.
#[must_use]
pub fn said(idx: usize, next: usize, when: When, clock: Option<Clock>) -> Option<Said> {
    Some(Said { words: idx..next, when, clock })
}

/// Reads `two weeks before 13 May`, `the following day`.
fn told_from_another(view: &View<'_>, idx: usize) -> Option<Said> {
    let (when, next) = anchored::read(view, idx)?;
    Some(moment::timed(view, said(idx, next, when, None)?))
}

/// Reads one of a series that is no day: `the first week of October`.
fn short_nth(view: &View<'_>, idx: usize) -> Option<Said> {
    let (when, next) = nth::read(view, idx).filter(|(when, _)| !when.is_day())?;
    said(idx, next, when, None)
}

/// Reads a part of the calendar that is no single day.
pub fn part(view: &View<'_>, idx: usize) -> Option<Said> {
    let (when, next) = date::read(view, idx)
        .or_else(|| holiday::read(view, idx))
        .or_else(|| quarter::behind_year(view, idx))
        .or_else(|| relative::read(view, idx))
        .or_else(|| year::read(view, idx))?;
    Some(moment::timed(view, said(idx, next, when, None)?))
}

/// Reads the clock of an ISO 8601 instant: `2025-03-11T14:30:00Z`.
fn iso(view: &View<'_>, idx: usize) -> Option<Said> {
    let (when @ When::Fixed(Part::Day(_)), next) = date::read(view, idx)? else { return None };
    let letter = view.get(next).is_some_and(|word| word.normal == "t" && word.touches());
    let told = clock::read(view, next + 1).filter(|_| letter)?;
    let universal = view.get(told.next).is_some_and(|word| word.normal == "z" && word.touches());
    if universal {
        return said(idx, told.next + 1, when, Some(Clock { zone: Some(0), ..told.clock }));
    }
    let (shift, end) = zone::shift(view, told.next);
    let zone = told.clock.zone.or_else(|| (end > told.next && view.touches(told.next)).then_some(shift));
    let end = if zone == told.clock.zone { told.next } else { end };
    said(idx, end, when, Some(Clock { zone, ..told.clock }))
}
