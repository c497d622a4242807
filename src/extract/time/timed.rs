//! Lengths of time as a stopwatch shows them, behind a word that says so: `clocked 2:05:47`, `بزمن قدره 2:05:47`.

use crate::extract::time::clock;
use crate::extract::time::length::Length;
use crate::extract::time::view::View;
use crate::lexicon::schema::function::Function;
use crate::value::amount::Form;
use crate::value::duration::{Duration, Period};
use crate::value::number::Number;

/// Furthest that the word stands before which says that something was timed, in words.
const LED: usize = 3;

/// Seconds of an hour and of a minute.
const HOUR: i64 = 3600;
const MINUTE: i64 = 60;

/// Hours of a day: a first part that is larger counts minutes.
const DAY: i64 = 24;

/// Most digits of a part of a second.
const DIGITS: usize = 3;

/// Reads hours, minutes and seconds, or minutes and seconds, that were timed. Two parts that may be an hour with its
/// minutes are none.
#[must_use]
pub(super) fn read(view: &View<'_>, idx: usize) -> Option<Length> {
    let first = view.raw(idx).filter(|raw| raw.len() <= 2)?.parse::<i64>().ok()?;
    let second = part(view, idx + 1)?;
    let third = part(view, idx + 3);
    // Hardly anybody says in which second of the day something happened: *in* 2:08:46 it was done.
    let leads = |at: usize| view.is(at, Function::In) && !view.is(at, Function::At);
    let is_short = view.raw(idx).is_some_and(|raw| raw.len() == 1);
    let has_half = clock::half_behind(view, idx + 5, false).0.is_some();
    let is_within = third.is_some() && is_short && !has_half && idx.checked_sub(1).is_some_and(leads);
    if !is_within && !(idx.saturating_sub(LED)..idx).any(|at| view.is(at, Function::Timed)) {
        return None;
    }
    let next = idx + if third.is_some() { 5 } else { 3 };
    let (fraction, end) = fraction(view, next);
    let whole = match third {
        Some(third) => first * HOUR + second * MINUTE + third,
        None if first >= DAY || !fraction.is_zero() => first * MINUTE + second,
        None => return None,
    };
    let seconds = Number::whole(whole).plus(fraction)?;
    let period = Period { seconds, ..Period::ZERO };
    Some(Length { words: idx..end, duration: Duration::new(Form::Exactly(period)) })
}

/// Minutes or seconds behind a colon.
fn part(view: &View<'_>, idx: usize) -> Option<i64> {
    let tied = view.sign(idx, ":") && view.touches(idx) && view.touches(idx + 1);
    let raw = view.raw(idx + 1).filter(|raw| tied && raw.len() == 2)?;
    raw.parse::<i64>().ok().filter(|number| *number < MINUTE)
}

/// The part of a second behind a mark, with the index behind it.
fn fraction(view: &View<'_>, idx: usize) -> (Number, usize) {
    let marked = (view.sign(idx, ".") || view.sign(idx, ",")) && view.touches(idx) && view.touches(idx + 1);
    let told = || {
        let raw = view.raw(idx + 1).filter(|raw| marked && raw.len() <= DIGITS)?;
        let scale = 10_i64.checked_pow(u32::try_from(raw.len()).ok()?)?;
        Number::ratio(raw.parse().ok()?, scale)
    };
    told().map_or((Number::ZERO, idx), |fraction| (fraction, idx + 2))
}
