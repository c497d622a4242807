//! A clock with how long it goes on from there: `from 10 a.m. for three hours`, `for two hours from 2 pm`.

use crate::extract::time::clock::{self, Told};
use crate::extract::time::compose::day;
use crate::extract::time::relative::distance;
use crate::extract::time::said::{Said, Scale, When};
use crate::extract::time::view::View;
use crate::lexicon::schema::function::Function;
use crate::value::time::Clock;
use std::ops::Range;

/// Words between a day and its clock, and before a clock that something begins with.
const LEADING: [Function; 3] = [Function::From, Function::Since, Function::In];

/// Furthest that "for" stands behind the beginning, in words.
const LONGEST: usize = 10;

/// Seconds of a day.
const DAY: i64 = 24 * 3600;

/// Reads a clock and a length at `idx`, in either order, perhaps behind their day.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(Said, Said)> {
    let mut near = view.words.get(idx..).unwrap_or_default().iter().take(LONGEST);
    if !near.any(|word| word.is_function(Function::For)) {
        return None;
    }
    let led = view.is_any(idx, &LEADING) || view.is(idx, Function::For);
    let day = day::read(view, idx).filter(|_| !led);
    let (when, start) = day.unwrap_or((When::AnyDay, idx));
    let (told, seconds, end) = clock_first(view, start).or_else(|| length_first(view, start))?;
    let last = i64::from(told.clock.start).checked_add(seconds).filter(|last| *last < DAY)?;
    let last = Clock { start: i32::try_from(last).ok()?, length: 60, ..told.clock };
    let (when, end) = match day::read(view, view.skip(end, &[Function::On])) {
        Some((behind, next)) if when == When::AnyDay => (behind, next),
        _ => (when, end),
    };
    let said = |words: Range<usize>, clock: Clock| Said { words, when, clock: Some(clock) };
    Some((said(idx..told.next, told.clock), said(told.next.min(end)..end, last)))
}

/// Reads `from 10 a.m. for three hours`: the clock, the seconds, the index behind.
fn clock_first(view: &View<'_>, idx: usize) -> Option<(Told, i64, usize)> {
    let (told, next) = hour(view, idx)?;
    let (seconds, end) = length(view, next)?;
    Some((told, seconds, end))
}

/// Reads `for three hours from 10 a.m.`.
fn length_first(view: &View<'_>, idx: usize) -> Option<(Told, i64, usize)> {
    let (seconds, next) = length(view, idx)?;
    let (told, end) = hour(view, next).filter(|_| view.is_any(next, &LEADING))?;
    Some((told, seconds, end))
}

/// A clock behind what may lead it; one that only its place makes a clock must be led.
fn hour(view: &View<'_>, idx: usize) -> Option<(Told, usize)> {
    let start = view.skip(idx, &LEADING);
    let bare = || clock::bare(view, start).filter(|_| start > idx && view.is(start + 1, Function::For));
    let told = clock::read(view, start).filter(|told| told.certain).or_else(bare)?;
    Some((told, told.next))
}

/// Reads `for three hours`: how many seconds.
fn length(view: &View<'_>, idx: usize) -> Option<(i64, usize)> {
    if !view.is(idx, Function::For) {
        return None;
    }
    let (distance, next) = distance::length(view, idx + 1)?;
    let short =
        distance.scale == Scale::Clock && distance.period.months.is_zero() && distance.hedge.is_none();
    distance.period.seconds.to_whole().filter(|_| short).map(|seconds| (seconds, next))
}
