//! Weekdays told from another date: `the first Tuesday after 1 November`, `the Friday before Christmas`, `أول جمعة بعد
//! العيد`.

use crate::extract::time::anchored;
use crate::extract::time::compose;
use crate::extract::time::compose::day;
use crate::extract::time::nth;
use crate::extract::time::relative::weekday;
use crate::extract::time::resolve::units;
use crate::extract::time::resolve::{self, Now};
use crate::extract::time::said::{Distance, Near, Said, Scale, When};
use crate::extract::time::tense::{self, Tense};
use crate::extract::time::view::View;
use crate::lexicon::schema::function::Function;
use crate::value::time::Part;
use jiff::Span;
use jiff::civil::{Date, Weekday};

/// Most weekdays that are counted from a date.
const MOST: i8 = 8;

/// Reads a weekday that counts from a date.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(Part, usize)> {
    let ranked = || {
        let (rank, next) = nth::rank(view, idx)?;
        let (name, next) = named(view, next)?;
        Some((rank, name, next))
    };
    // "The Friday before Christmas" is the last one; without an article the day is told twice.
    let definite = idx > 0 && view.is_stop(idx - 1) && !view.language.grammar.adjective_after_noun;
    let nearest = || named(view, idx).filter(|_| definite).map(|(name, next)| (1, name, next));
    let (rank, name, next) = ranked().or_else(nearest)?;
    let back = if view.is(next, Function::Before) {
        true
    } else if view.is(next, Function::After) {
        false
    } else {
        return None;
    };
    let count = match rank {
        -1 if back => 1,
        rank @ 1..=MOST => rank,
        _ => return None,
    };
    let start = view.skip_article(next + 1);
    let (first, last, end) = base(view, start)?;
    let day = counted(if back { first } else { last }, name, count, back)?;
    Some((Part::Day(day), end))
}

/// Reads `a week on Sunday`, `a week last Monday` behind its length: so long from the coming or the last one.
#[must_use]
pub fn week_on(view: &View<'_>, distance: Distance, next: usize) -> Option<(Part, usize)> {
    if view.language.grammar.adjective_after_noun || distance.scale != Scale::Week {
        return None;
    }
    let is_on = view.is(next, Function::On);
    let (name, near, end) = weekday::read(view, view.skip(next, &[Function::On]))?;
    let back = near == Near::Last && !is_on;
    if !(back || near == Near::Free && is_on) {
        return None;
    }
    let day = counted(view.today?, name, 1, back)?;
    Some((anchored::shifted(Part::Day(day), distance, back)?, end))
}

/// Reads `Monday week`: a week from the coming one, where what is told lies ahead.
#[must_use]
pub fn week_behind(view: &View<'_>, idx: usize) -> Option<(Part, usize)> {
    let (name, next) = named(view, idx)?;
    let is_week = view.is_one(next, Scale::Week) && nth::stands_alone(view, next + 1);
    let is_ahead = || tense::around(view, idx..next + 1) != Tense::Past;
    if view.language.grammar.adjective_after_noun || !is_week || !is_ahead() {
        return None;
    }
    let day = counted(view.today?, name, 2, false)?;
    Some((Part::Day(day), next + 1))
}

/// The weekday at `idx`, perhaps behind the word for a day.
fn named(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let name = weekday::name(view, idx).filter(|_| view.is_proper(idx))?;
    Some((name, idx + 1))
}

/// The first and the last day of the date at `idx`.
fn base(view: &View<'_>, idx: usize) -> Option<(Date, Date, usize)> {
    let day = || day::read(view, idx).map(|(when, next)| Said { words: idx..next, when, clock: None });
    let said = day().or_else(|| compose::part(view, idx))?;
    let end = said.words.end;
    if matches!(said.when, When::Weekday(..) | When::RelativeDay(_) | When::Nth(_)) {
        return None;
    }
    let time = match view.today {
        Some(day) => resolve::resolved(&said, Now::told(day), tense::around(view, idx..end)),
        None => resolve::unresolved(&said),
    }?;
    let (first, last) = (time.first?.part.days()?.0, time.last?.part.days()?.1);
    Some((first, last, end))
}

/// The weekday so many times on from a day, or back from it.
fn counted(day: Date, weekday: i8, count: i8, back: bool) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let near = if back { day.weekday().since(weekday) } else { day.weekday().until(weekday) };
    let near = if near == 0 { 7 } else { i64::from(near) };
    let days = near + 7 * i64::from(count - 1);
    units::shifted(day, Span::new().try_days(if back { -days } else { days }).ok()?)
}
