//! A day with its time of day, in either order.

use crate::extract::time::clock::{self, Told};
use crate::extract::time::compose;
use crate::extract::time::compose::day;
use crate::extract::time::date;
use crate::extract::time::nth;
use crate::extract::time::nth::week;
use crate::extract::time::part::{self, Named};
use crate::extract::time::relative;
use crate::extract::time::said::{Distance, Near, Said, Scale, When};
use crate::extract::time::view::View;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::calendar::Daypart;
use crate::lexicon::schema::function::Function;
use crate::value::time::{Clock, Part};
use jiff::civil::Date;

/// Words behind which digits with a colon are a clock.
const LEADING: [Function; 6] =
    [Function::In, Function::Until, Function::Since, Function::AsOf, Function::Before, Function::After];

/// Words between a day and the clock that only bounds what is told.
const BEFORE_CLOCK: [Function; 5] =
    [Function::For, Function::After, Function::Before, Function::Until, Function::By];

/// Years that may stand behind the clock of their date.
const RECENT: std::ops::RangeInclusive<i16> = 1900..=2100;

/// Seconds behind which a clock has gone round once.
const HALF: i32 = 13 * 3600;

/// Reads a day with the time of day behind it, if there is one.
pub fn day_first(view: &View<'_>, idx: usize) -> Option<Said> {
    let (when, next) = day::read(view, idx)?;
    let own = part::own_part(view, idx, next).map(|daypart| Named { daypart, edge: None });
    let (named, after) = part::behind_day(view, next);
    let daypart = named.or(own).map(|named| named.daypart);
    if let Some((when, end)) = week::week_behind(view, when, after) {
        return compose::said(idx, end, when, named.map(Named::hours));
    }
    if let Some((clock, next)) = clock_behind(view, after, daypart) {
        let (when, next) = with_year(view, when, next);
        return compose::said(idx, next, when, Some(clock));
    }
    compose::said(idx, if named.is_some() { after } else { next }, when, named.or(own).map(Named::hours))
}

/// A day at a distance with the clock behind it: `in three days at noon`, `بعد يومين في الثامنة مساء`.
#[must_use]
pub fn timed(view: &View<'_>, said: Said) -> Said {
    let days =
        |distance: Distance| matches!(distance.scale, Scale::Day | Scale::Week) && distance.hedge.is_none();
    let counted = matches!(said.when, When::Fixed(Part::Day(_)))
        || matches!(said.when, When::Away(distance) if days(distance));
    let next = said.words.end;
    let exact = || {
        let at = view.skip(next, &[Function::In]);
        clock::exact(view, at).filter(|_| at > next).map(|told| (told.clock, told.next))
    };
    let clock = || {
        let (named, after) = part::behind_day(view, next);
        clock_behind(view, after, named.map(|named| named.daypart)).or_else(exact)
    };
    match counted.then(clock).flatten() {
        Some((clock, end)) => Said { words: said.words.start..end, clock: Some(clock), ..said },
        None => said,
    }
}

/// The day with the year behind its clock: `Oct 26 15:50:06 2016`.
fn with_year(view: &View<'_>, when: When, idx: usize) -> (When, usize) {
    let When::Day(month, day, Near::Free) = when else { return (when, idx) };
    let year = view.year(idx).filter(|year| RECENT.contains(year) && !date::counted(view, idx + 1));
    let date = year.and_then(|year| Date::new(year, month, day).ok());
    date.map_or((when, idx), |date| (When::Fixed(Part::Day(date)), idx + 1))
}

/// The clock behind a day and a part of it: `, 9 a.m.`, `at 7`, `- 14:30`, `في السابعة`.
pub fn clock_behind(view: &View<'_>, idx: usize, daypart: Option<Daypart>) -> Option<(Clock, usize)> {
    let comma = view.skip_sign(idx, &[",", "-", "|"]);
    if view.has_conjunction(comma) {
        return None;
    }
    let joint = view.skip_sign(view.skip(comma, &[Function::In, Function::On]), &["@"]);
    let start = after_hedge(view, joint);
    let joined = joint > comma || (start > joint && daypart.is_some());
    let read = clock::read(view, start).filter(|told| told.certain || joined || is_exact(view, told));
    // "On Saturday for 9 a.m."
    let led = || clock::read(view, view.skip(comma, &BEFORE_CLOCK)).filter(|told| told.certain);
    // "On Friday before noon."
    let noon = || {
        let at = view.skip(comma, &BEFORE_CLOCK);
        clock::exact(view, at).filter(|_| at > comma && daypart.is_none())
    };
    let read = read.or_else(led).or_else(noon);
    let bare = || {
        let alone = |told: &Told| joined && nth::stands_alone(view, told.next) && !dates(view, told.next);
        clock::bare(view, start).filter(alone)
    };
    let told = read.or_else(bare)?;
    Some((daypart.map_or(told.clock, |daypart| clock::beside(told.clock, daypart)), told.next))
}

/// Whether "of" and a month follow, so that what stands before them is a day.
fn dates(view: &View<'_>, idx: usize) -> bool {
    let at = view.skip(idx, &[Function::From, Function::Of]);
    let is_month =
        |meaning: &Meaning| matches!(meaning, Meaning::Month(_) | Meaning::HijriMonth(_)).then_some(());
    at > idx && (view.is_one(at, Scale::Month) || view.meaning_of(Class::Calendar, at, is_month).is_some())
}

/// The index behind "about" at `idx`, or `idx`.
fn after_hedge(view: &View<'_>, idx: usize) -> usize {
    let hedged = view.is_of(Class::Hedge, idx);
    idx + usize::from(hedged)
}

/// Whether a clock that only a day beside it makes one is told to the minute, and counts nothing.
fn is_exact(view: &View<'_>, told: &Told) -> bool {
    told.clock.length == 60 && view.scale(told.next).is_none()
}

/// Reads a clock with the day behind it, if there is one.
pub fn clock_first(view: &View<'_>, idx: usize) -> Option<Said> {
    let leads = |back: usize| idx.checked_sub(back).is_some_and(|at| view.is_any(at, &LEADING));
    // "At around 11 last night."
    let announced = leads(1) || (leads(2) && view.is_of(Class::Hedge, idx - 1));
    let told = clock::read(view, idx)
        .or_else(|| before_part(view, idx, announced))
        .or_else(|| clock::spelled(view, idx))?;
    let comma = view.skip_sign(told.next, &[","]);
    if let Some(part) = part::near_part(view, comma)
        .filter(|_| told.certain || announced || view.is_all(&(idx..told.next + 2)))
        && let Some(clock) = part.clock.filter(|clock| clock.length > 3600)
    {
        let hours =
            view.daypart(part.words.end - 1).map_or(told.clock, |daypart| clock::beside(told.clock, daypart));
        let hours = if clock.length > 3600 { hours } else { told.clock };
        return compose::said(idx, part.words.end, part.when, Some(hours));
    }
    // "8 p.m. in the evening" says it twice.
    let (again, after) = clock::daypart_behind(view, told.next);
    let twice = told.daypart.is_some() && again.is_some() && relative::day(view, told.next).is_none();
    let next = if twice { after } else { told.next };
    let start =
        view.skip(view.skip_sign(next, &[","]), &[Function::On, Function::In, Function::Of, Function::From]);
    let article = !view.is_any(start, &[Function::Every, Function::Per]);
    let behind_article = || day::read(view, view.skip_article(start)).filter(|_| article);
    match day::read(view, start).or_else(behind_article) {
        Some((when, next)) if told.certain || announced || is_exact(view, &told) => {
            let (daypart, after) = clock::daypart_behind(view, next);
            let clock = daypart
                .or_else(|| part::own_part(view, start, next))
                .filter(|_| told.daypart.is_none())
                .map_or(told.clock, |daypart| clock::beside(told.clock, daypart));
            compose::said(idx, if daypart.is_some() { after } else { next }, when, Some(clock))
        }
        _ => (told.certain || announced || view.announced).then(|| at_untold_day(idx, &told)),
    }
}

/// Reads an hour that only the day and its part behind it make one: `7 this morning`.
fn before_part(view: &View<'_>, idx: usize, announced: bool) -> Option<Told> {
    let dotted = || clock::dotted(view, idx).filter(|told| announced && told.clock.start < HALF);
    let told = clock::bare(view, idx).filter(|_| announced || idx == 0).or_else(dotted)?;
    let part = part::near_part(view, view.skip_sign(told.next, &[","]));
    let tomorrow = || {
        let at = view.skip(view.skip_sign(told.next, &[","]), &[Function::On]);
        day::read(view, at).and_then(|(_, next)| {
            clock::daypart_behind(view, next).0.or_else(|| part::own_part(view, at, next))
        })
    };
    (part.is_some() || tomorrow().is_some()).then_some(told)
}

fn at_untold_day(idx: usize, told: &Told) -> Said {
    Said { words: idx..told.next, when: When::AnyDay, clock: Some(told.clock) }
}
