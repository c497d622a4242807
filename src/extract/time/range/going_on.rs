//! A day with how long it goes on from there: `for three days from Monday`, `a week starting tomorrow`,
//! `from 18 December for ten days`, `لمدة أسبوع ابتداء من الأحد`.

use crate::extract::time::compose::day;
use crate::extract::time::relative::distance;
use crate::extract::time::resolve::units;
use crate::extract::time::resolve::{self, Now};
use crate::extract::time::said::{Distance, Said, Scale, When};
use crate::extract::time::tense;
use crate::extract::time::view::View;
use crate::lexicon::class::Functions;
use crate::lexicon::schema::function::Function;
use crate::value::duration::DAY;
use crate::value::number::Number;
use crate::value::time::Part;
use jiff::civil::Date;
use jiff::{Span, ToSpan};
use std::ops::Range;

/// Words between a length and the day that it begins with.
const STARTING: [Function; 2] = [Function::Beginning, Function::Since];

/// Words of which one stands in every such stretch.
const TELLING: Functions = Functions::of(&[Function::For, Function::Beginning, Function::Since]);

/// Furthest that such a word stands behind the beginning, in words.
const LONGEST: usize = 12;

/// The concept of what begins.
const BEGINNING: &str = "begin";

/// Reads a day and a length at `idx`, in either order: the first day and the last.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(Said, Said)> {
    let mut near = view.words.get(idx..).unwrap_or_default().iter().take(LONGEST);
    if !near.any(|word| word.summary.does_any(TELLING)) {
        return None;
    }
    length_first(view, idx).or_else(|| day_first(view, idx))
}

/// Reads `for three days from Monday`; without "for" a word must say that it begins there, since "three days
/// from Monday" is a Thursday.
fn length_first(view: &View<'_>, idx: usize) -> Option<(Said, Said)> {
    let led = view.is(idx, Function::For);
    let (distance, next) = distance::length(view, idx + usize::from(led))?;
    let comma = view.skip_sign(next, &[","]);
    let begins = after_beginning(view, comma);
    let start = view.skip(begins, &[Function::From, Function::On]);
    // "Jailed for ten years *on* Sunday": what was done on that day lasts so long.
    let joined = begins > comma || (led && start > begins && view.is(begins, Function::From));
    let (when, end) = day::read(view, start).filter(|_| joined)?;
    stretch(view, distance, when, start..end, idx..end)
}

/// Reads `from 18 December for ten days`.
fn day_first(view: &View<'_>, idx: usize) -> Option<(Said, Said)> {
    let start = view.skip(after_beginning(view, idx), &[Function::From, Function::On]);
    if start == idx {
        return None;
    }
    let (when, next) = day::read(view, start)?;
    let comma = view.skip_sign(next, &[","]);
    let (distance, end) = distance::length(view, comma + 1).filter(|_| view.is(comma, Function::For))?;
    stretch(view, distance, when, start..next, idx..end)
}

/// The index behind a word at `idx` that says that something begins there, or `idx`.
fn after_beginning(view: &View<'_>, idx: usize) -> usize {
    let begins = view.get(idx).is_some_and(|word| word.has_concept(BEGINNING));
    idx + usize::from(begins || view.is_any(idx, &STARTING))
}

/// From the day that is told for so many days, which both belong to the stretch.
fn stretch(
    view: &View<'_>,
    distance: Distance,
    when: When,
    told: Range<usize>,
    words: Range<usize>,
) -> Option<(Said, Said)> {
    let first = placed(view, when, told)?;
    let last = last_day(first, distance)?;
    let said = |words, day| Said { words, when: When::Fixed(Part::Day(day)), clock: None };
    Some((said(words.clone(), first), said(words, last)))
}

/// The day that is told, where it is one.
fn placed(view: &View<'_>, when: When, words: Range<usize>) -> Option<Date> {
    let said = Said { words: words.clone(), when, clock: None };
    let time = match view.today {
        Some(day) => resolve::resolved(&said, Now::told(day), tense::around(view, words)),
        None => resolve::unresolved(&said),
    }?;
    let Part::Day(day) = time.first.filter(|first| time.last == Some(*first))?.part else { return None };
    Some(day)
}

/// The last of so many days; a length that is no whole days or is hedged has none.
fn last_day(first: Date, distance: Distance) -> Option<Date> {
    if distance.hedge.is_some() || distance.scale == Scale::Clock {
        return None;
    }
    let months = Span::new().try_months(distance.period.months.to_whole()?).ok()?;
    let days = distance.period.seconds.over(Number::whole(DAY))?.to_whole()?;
    let behind = units::shifted(units::shifted(first, months)?, Span::new().try_days(days).ok()?)?;
    units::shifted(behind, (-1).days()).filter(|last| *last >= first)
}
