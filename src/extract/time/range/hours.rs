//! Two hours of one day: `3 to 5 pm`, `Thursday from 9:30 to 11`.

use crate::extract::time::clock::{self, Told};
use crate::extract::time::compose::day;
use crate::extract::time::nth;
use crate::extract::time::part;
use crate::extract::time::range;
use crate::extract::time::range::Joint;
use crate::extract::time::relative::weekday;
use crate::extract::time::said::{Said, When};
use crate::extract::time::view::View;
use crate::lexicon::schema::calendar::Daypart;
use crate::lexicon::schema::function::Function;
use crate::value::time::Clock;
use std::ops::Range;

/// Reads two hours of one day, with the day behind them: `3 to 5 pm`, `9:30 and 11 on Friday`. One of them
/// must say that it is a time of day, or both be told to the minute.
pub fn clocks(view: &View<'_>, idx: usize, joint: Joint, led: bool) -> Option<(Said, Said)> {
    let (from, to, told) = hours(view, idx, joint, led)?;
    let next = to.next;
    let (when, daypart, end) = day_and_part(view, before_day(view, next))
        .filter(|(.., end)| !leads_on(view, *end))
        .unwrap_or((When::AnyDay, None, next));
    let (first, last) = aligned(from, to, daypart);
    // "Between 3 and 8 yesterday" has nothing that it counts.
    let dated = joint == Joint::And && led && when != When::AnyDay;
    (told || (led && daypart.is_some()) || dated).then(|| pair(idx..from.next, when, first, last, end))
}

/// Reads a day with two hours behind it: `Thursday from 9:30 to 11`, `tomorrow between 8 am and 2 pm`.
pub fn day_clocks(view: &View<'_>, idx: usize) -> Option<(Said, Said)> {
    let (when, daypart, next) = day_and_part(view, idx)?;
    let start = view.skip(view.skip_sign(next, &[","]), &[Function::In]);
    let joint = if view.is(start, Function::Between) { Joint::And } else { Joint::To };
    let led = view.is_any(start, &[Function::Between, Function::From]);
    let inner = View { announced: view.announced || led, ..*view };
    let (from, to, told) = hours(&inner, start + usize::from(led), joint, led)?;
    let (first, last) = aligned(from, to, daypart);
    (told || led).then(|| pair(idx..from.next, when, first, last, to.next))
}

/// Whether a stretch of weekdays goes on at `idx`, of which no single one has the hours: `10 to 6, Monday *to Friday*`.
fn leads_on(view: &View<'_>, idx: usize) -> bool {
    let start = range::after_joint(view, idx, Joint::To);
    start.is_some_and(|start| weekday::read(view, start).is_some())
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
pub fn hours(view: &View<'_>, idx: usize, joint: Joint, led: bool) -> Option<(Told, Told, bool)> {
    let read = clock::read(view, idx);
    let dotted = if read.is_some_and(|told| told.certain) { None } else { clock::dotted(view, idx) };
    let first = dotted.or(read).or_else(|| clock::bare(view, idx))?;
    // "Between 9.30-4.30pm" is heard as well.
    let dash = || view.sign(first.next, "-").then_some(first.next + 1).filter(|_| led);
    let start = range::after_joint(view, first.next, joint).or_else(dash)?;
    let inner = View { announced: true, ..*view };
    let bare = || {
        clock::bare(&inner, start).filter(|told| {
            nth::stands_alone(view, told.next) || day_and_part(view, before_day(view, told.next)).is_some()
        })
    };
    let noon = || clock::exact(view, start).filter(|_| led);
    let last = clock::read(&inner, start).or_else(bare).or_else(noon)?;
    if dotted.is_some() && last.daypart.is_none() && last.clock.zone.is_none() {
        return None;
    }
    let exact = first.clock.length == 60 && last.clock.length == 60;
    let half = led && (first.clock.length == 60 || last.clock.length == 60);
    let told = first.certain || last.certain || exact || half;
    (!view.joined_before(idx)).then_some((first, last, told))
}
