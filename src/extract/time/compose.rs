//! One point of time from its parts: weekday, date, part of the day, clock.

use crate::extract::time::anchored;
use crate::extract::time::clock::{self, Told};
use crate::extract::time::count;
use crate::extract::time::date;
use crate::extract::time::holiday;
use crate::extract::time::moved;
use crate::extract::time::nth;
use crate::extract::time::part::{self, Named};
use crate::extract::time::relative;
use crate::extract::time::resolve;
use crate::extract::time::said::{Item, Near, Nth, Said, Scale, When, Whole};
use crate::extract::time::view::View;
use crate::extract::time::weekdays;
use crate::extract::time::year;
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::calendar::Daypart;
use crate::lexicon::schema::function::Function;
use crate::value::time::{Clock, Part};
use jiff::civil::Date;

/// Words behind which digits with a colon are a clock.
const LEADING: [Function; 6] =
    [Function::In, Function::Until, Function::Since, Function::AsOf, Function::Before, Function::After];

/// The end of a day.
const LAST_SECOND: Clock = Clock { start: 24 * 3600 - 1, length: 1, zone: None };

/// Years that may stand behind the clock of their date.
const RECENT: std::ops::RangeInclusive<i16> = 1900..=2100;

/// The concept of words between a weekday and its date.
const CORRESPONDING: &str = "corresponding";

/// Reads the point of time at `idx`.
#[must_use]
pub fn point(view: &View<'_>, idx: usize) -> Option<Said> {
    iso(view, idx)
        .or_else(|| told_from_another(view, idx))
        .or_else(|| part::read(view, idx))
        .or_else(|| short_nth(view, idx))
        .or_else(|| clock_first(view, idx))
        .or_else(|| day_first(view, idx))
        .or_else(|| part(view, idx))
        .or_else(|| edge(view, idx))
        .or_else(|| moved::read(view, idx))
}

/// Words for a part at one end of a longer time, or in its middle.
const EDGES: [Function; 5] =
    [Function::Beginning, Function::Middle, Function::End, Function::Earlier, Function::Later];

fn said(idx: usize, next: usize, when: When, clock: Option<Clock>) -> Option<Said> {
    Some(Said { words: idx..next, when, clock })
}

/// Reads `two weeks before 13 May`, `the following day`.
fn told_from_another(view: &View<'_>, idx: usize) -> Option<Said> {
    let (when, next) = anchored::read(view, idx)?;
    said(idx, next, when, None)
}

/// Reads `early 2026`, `mid-June`, `مطلع عام 2026`: the part itself.
fn edge(view: &View<'_>, idx: usize) -> Option<Said> {
    if let Some((when, next)) = year_end(view, idx).or_else(|| this_unit(view, idx)) {
        return said(idx, next, when, None);
    }
    let owned = view.get(idx).is_some_and(|word| word.clitics.pronoun && !word.normal.is_ascii());
    let is_edge = view.is_any(idx, &EDGES);
    if !is_edge || owned || is_month(view, idx) {
        return None;
    }
    if let Some((when, next)) = edge_of_unit(view, idx) {
        return said(idx, next, when, None);
    }
    let start = view.skip_sign(view.skip(idx + 1, &[Function::Of, Function::In, Function::On]), &["-"]);
    let phrase = view.get(idx).is_some_and(|word| word.tokens.len() > 1);
    let start = if phrase || start > idx + 1 { view.skip_stop(start) } else { start };
    let inner = View { announced: true, ..*view };
    let inside =
        day_first(&inner, start).or_else(|| part(&inner, start)).or_else(|| part(&inner, idx + 1))?;
    let when = if let When::Turn(Scale::Week, turns) = inside.when {
        edge_of_week(view, idx, turns).unwrap_or(inside.when)
    } else {
        inside.when
    };
    let edge = part::edge(view, idx);
    // "The end of Monday" is its last second, and "late Monday" is not.
    let end = view.is(idx, Function::End) && edge.is_none() && inside.when.is_day();
    let clock = match inside.clock {
        Some(hours) => Some(part::edged(hours, edge)),
        None => end.then_some(LAST_SECOND),
    };
    Some(Said { words: idx..inside.words.end, when, clock })
}

/// The first three days of a week, or its last four; a week that does not begin on Monday everywhere stays
/// whole.
fn edge_of_week(view: &View<'_>, idx: usize, turns: i8) -> Option<When> {
    let (rank, count) = if view.is(idx, Function::Beginning) {
        (1, 3)
    } else if view.is(idx, Function::End) {
        (-1, 4)
    } else {
        return None;
    };
    let of = Whole::Turn(Scale::Week, turns);
    let days = Nth { rank, count, what: Item::Day, of };
    (!view.language.grammar.adjective_after_noun).then_some(When::Nth(days))
}

/// Reads `the end of the month`, `earlier in the year`, `نهاية العام`: the unit of the date told before, or
/// of the day of writing.
fn edge_of_unit(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let follows = view.language.grammar.adjective_after_noun;
    let phrase = view.get(idx).is_some_and(|word| word.tokens.len() > 1);
    let joint = view.skip(idx + 1, &[Function::Of, Function::In]);
    let at = view.skip_stop(joint);
    let (scale, form) = view.scale(at)?;
    let phrased = view.get(at).is_some_and(|word| word.tokens.len() > 1);
    let defined = if follows {
        view.get(at).is_some_and(|word| word.clitics.article)
    } else {
        at > joint || phrased || ((phrase || joint > idx + 1) && matches!(scale, Scale::Month | Scale::Year))
    };
    let next = at + 1;
    let told = view.raw(next).is_some()
        || view.near(next).is_some()
        || view.has_concept_joined(next)
        || count::ordinal(view, next).is_some()
        || view.is_any(next, &[Function::Of, Function::Previous, Function::Following, Function::Same]);
    let calendar = matches!(scale, Scale::Week | Scale::Month | Scale::Year | Scale::Decade | Scale::Century);
    let joined = follows || phrase || joint > idx + 1;
    if form != Form::One || !calendar || told || !defined || !joined {
        return None;
    }
    Some((unit_now(view, scale), next))
}

/// Reads the unit of `for the week`, `in the year`: the one that the text speaks of.
fn this_unit(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let phrase = view.get(idx).is_some_and(|word| word.tokens.len() > 1);
    let before = idx.checked_sub(1 + usize::from(!phrase))?;
    let defined = phrase || (view.is_stop(before + 1) && !view.is(before + 1, Function::Per));
    let whole = usize::from(view.is_any(idx, &[Function::Whole, Function::Fiscal]));
    let led = view.is_any(before, &[Function::In, Function::For, Function::During]);
    let (scale, form) = view.scale(idx + whole).filter(|_| defined && led)?;
    let next = idx + whole + 1;
    let calendar = matches!(scale, Scale::Week | Scale::Month | Scale::Year) && form == Form::One;
    let joined = view.is_any(next, &[Function::To, Function::Until, Function::From, Function::Or]);
    let follows = view.language.grammar.adjective_after_noun;
    (calendar && !follows && !joined && nth::stands_alone(view, next)).then(|| (unit_now(view, scale), next))
}

/// The unit of the date told before, or that of the day of writing.
fn unit_now(view: &View<'_>, scale: Scale) -> When {
    anchored::unit(view, scale).map_or(When::Turn(scale, 0), When::Fixed)
}

/// Reads `year-end`, `year end`, `year's end`: the year itself.
fn year_end(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if view.language.grammar.adjective_after_noun || !view.is_one(idx, Scale::Year) {
        return None;
    }
    let hyphen = view.skip_sign(idx + 1, &["-"]);
    let end = view.is(hyphen, Function::End) && view.get(hyphen).is_some_and(|word| word.tokens.len() == 1);
    end.then(|| (unit_now(view, Scale::Year), hyphen + 1))
}

fn is_month(view: &View<'_>, idx: usize) -> bool {
    date::month(view, idx).is_some() && view.is_proper(idx)
}

/// Reads one of a series that is no day: `the first week of October`.
fn short_nth(view: &View<'_>, idx: usize) -> Option<Said> {
    let (when, next) = nth::read(view, idx).filter(|(when, _)| !when.is_day())?;
    said(idx, next, when, None)
}

/// Reads a part of the calendar that is no single day.
fn part(view: &View<'_>, idx: usize) -> Option<Said> {
    let (when, next) = date::read(view, idx)
        .or_else(|| holiday::read(view, idx))
        .or_else(|| year::quarter_of_year(view, idx))
        .or_else(|| relative::read(view, idx))
        .or_else(|| year::read(view, idx))?;
    said(idx, next, when, None)
}

/// Reads a day with the time of day behind it, if there is one.
fn day_first(view: &View<'_>, idx: usize) -> Option<Said> {
    let (when, next) = day(view, idx)?;
    let own = part::own_part(view, idx, next).map(|daypart| Named { daypart, edge: None });
    let (named, after) = part::behind_day(view, next);
    let daypart = named.or(own).map(|named| named.daypart);
    if let Some((when, end)) = nth::week_behind(view, when, after) {
        return said(idx, end, when, named.map(Named::hours));
    }
    if let Some((clock, next)) = clock_behind(view, after, daypart) {
        let (when, next) = with_year(view, when, next);
        return said(idx, next, when, Some(clock));
    }
    said(idx, if named.is_some() { after } else { next }, when, named.or(own).map(Named::hours))
}

/// The day with the year behind its clock: `Oct 26 15:50:06 2016`.
fn with_year(view: &View<'_>, when: When, idx: usize) -> (When, usize) {
    let When::Day(month, day, Near::Free) = when else { return (when, idx) };
    let year = view.year(idx).filter(|year| RECENT.contains(year) && !date::counted(view, idx + 1));
    let date = year.and_then(|year| Date::new(year, month, day).ok());
    date.map_or((when, idx), |date| (When::Fixed(Part::Day(date)), idx + 1))
}

/// The clock behind a day and a part of it: `, 9 a.m.`, `at 7`, `- 14:30`, `في السابعة`.
pub(super) fn clock_behind(view: &View<'_>, idx: usize, daypart: Option<Daypart>) -> Option<(Clock, usize)> {
    let comma = view.skip_sign(idx, &[",", "-", "|"]);
    let joint = view.skip_sign(view.skip(comma, &[Function::In, Function::On]), &["@"]);
    let start = after_hedge(view, joint);
    let joined = joint > comma || (start > joint && daypart.is_some());
    let read = clock::read(view, start).filter(|told| told.certain || joined || is_exact(view, told));
    // "On Saturday for 9 a.m."
    let led = || clock::read(view, view.skip(comma, &[Function::For])).filter(|told| told.certain);
    let read = read.or_else(led);
    let bare = || clock::bare(view, start).filter(|told| joined && nth::stands_alone(view, told.next));
    let told = read.or_else(bare)?;
    Some((daypart.map_or(told.clock, |daypart| clock::beside(told.clock, daypart)), told.next))
}

/// The index behind "about" at `idx`, or `idx`.
fn after_hedge(view: &View<'_>, idx: usize) -> usize {
    let hedged = view.meaning(idx, |meaning| matches!(meaning, Meaning::Hedge(_)).then_some(())).is_some();
    idx + usize::from(hedged)
}

/// Whether a clock that only a day beside it makes one is told to the minute, and counts nothing.
fn is_exact(view: &View<'_>, told: &Told) -> bool {
    told.clock.length == 60 && view.scale(told.next).is_none()
}

/// Reads a clock with the day behind it, if there is one.
fn clock_first(view: &View<'_>, idx: usize) -> Option<Said> {
    let announced = idx > 0 && view.is_any(idx - 1, &LEADING);
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
        return said(idx, part.words.end, part.when, Some(hours));
    }
    // "8 p.m. in the evening" says it twice.
    let (again, after) = clock::daypart_behind(view, told.next);
    let twice = told.daypart.is_some() && again.is_some() && relative::day(view, told.next).is_none();
    let next = if twice { after } else { told.next };
    let start =
        view.skip(view.skip_sign(next, &[","]), &[Function::On, Function::In, Function::Of, Function::From]);
    let article = !view.is_any(start, &[Function::Every, Function::Per]);
    let behind_article = || day(view, view.skip_stop(start)).filter(|_| article);
    match day(view, start).or_else(behind_article) {
        Some((when, next)) if told.certain || announced || is_exact(view, &told) => {
            let (daypart, after) = clock::daypart_behind(view, next);
            let clock = daypart
                .or_else(|| part::own_part(view, start, next))
                .filter(|_| told.daypart.is_none())
                .map_or(told.clock, |daypart| clock::beside(told.clock, daypart));
            said(idx, if daypart.is_some() { after } else { next }, when, Some(clock))
        }
        _ => (told.certain || announced || view.announced).then(|| at_untold_day(idx, &told)),
    }
}

/// Reads an hour that only the day and its part behind it make one: `7 this morning`.
fn before_part(view: &View<'_>, idx: usize, announced: bool) -> Option<Told> {
    let told = clock::bare(view, idx).filter(|_| announced || idx == 0)?;
    let part = part::near_part(view, view.skip_sign(told.next, &[","]));
    let tomorrow = || {
        let at = view.skip_sign(told.next, &[","]);
        day(view, at).and_then(|(_, next)| {
            clock::daypart_behind(view, next).0.or_else(|| part::own_part(view, at, next))
        })
    };
    (part.is_some() || tomorrow().is_some()).then_some(told)
}

fn at_untold_day(idx: usize, told: &Told) -> Said {
    Said { words: idx..told.next, when: When::AnyDay, clock: Some(told.clock) }
}

/// Reads one day from all that tells it: `أمس الاثنين`, `الثلاثاء 18 يونيو 2024`.
#[must_use]
pub fn day(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if let Some(found) = nth::read(view, idx)
        .or_else(|| holiday::read(view, idx))
        .or_else(|| weekdays::read(view, idx))
        .filter(|(when, _)| when.is_day())
    {
        return Some(found);
    }
    let start = idx + usize::from(view.is_one(idx, Scale::Day) && !view.has_conjunction(idx + 1));
    let mut best: Option<(When, usize)> =
        relative::day(view, start).map(|(day, next)| (When::RelativeDay(day), next));
    let weekday_at = best.map_or(start, |(_, next)| after_comma(view, next));
    if let Some((day, next)) = best
        && next == weekday_at
        && let Some((weekday, _, end)) = weekday(view, next, true)
    {
        // "Today, Friday" in a paper of Saturday: the weekday is right, the text was written before.
        best = Some((resolve::moved_to(view.today, day, weekday), if end > next { end } else { next }));
    } else if let Some((weekday, near, next)) = weekday(view, weekday_at, best.is_some())
        && best.is_none_or(|(when, _)| resolve::falls_on(view.today, when, weekday))
    {
        best = Some((best.map_or(When::Weekday(weekday, near), |(when, _)| when), next));
    }
    if let Some((_, next)) = best.filter(|(when, _)| matches!(when, When::RelativeDay(_)))
        && view.sign(next, "(")
        && let Some((weekday, _, close)) = relative::weekday(view, next + 1)
        && view.sign(close, ")")
        && best.is_some_and(|(when, _)| resolve::falls_on(view.today, when, weekday))
    {
        return best.map(|(when, _)| (when, close + 1));
    }
    let date_at = best.map_or(start, |(_, next)| after_comma(view, next));
    match dated(view, date_at, best) {
        Some(found) => Some(found),
        None => best.filter(|_| start == idx || best.is_some()),
    }
}

fn weekday(view: &View<'_>, idx: usize, follows: bool) -> Option<(i8, Near, usize)> {
    relative::weekday(view, idx).filter(|_| !follows || !view.has_conjunction(idx))
}

/// The date at `idx`, behind a relative day or a weekday that it may belong to.
fn dated(view: &View<'_>, idx: usize, best: Option<(When, usize)>) -> Option<(When, usize)> {
    let bracket = best.is_some() && view.sign(idx, "(");
    let start = idx + usize::from(bracket);
    let start = if best.is_some() { view.skip_stop(start) } else { start };
    let corresponds = |word: &Word| best.is_some() && word.has_concept(CORRESPONDING);
    let start = start + usize::from(view.words.get(start).is_some_and(corresponds));
    if best.is_some() && (view.has_conjunction(start) || view.near(start).is_some()) {
        return None;
    }
    let (when, next) = date::read(view, start).filter(|(when, _)| when.is_day())?;
    let closed = next + usize::from(bracket);
    if bracket && !view.sign(next, ")") {
        return None;
    }
    let agrees = match best {
        Some((relative @ When::RelativeDay(_), _)) => resolve::same_day(view.today, relative, when),
        _ => true,
    };
    agrees.then_some((when, closed))
}

fn after_comma(view: &View<'_>, idx: usize) -> usize {
    view.skip_sign(idx, &[","])
}

/// Reads the clock of an ISO 8601 instant: `2025-03-11T14:30:00Z`.
fn iso(view: &View<'_>, idx: usize) -> Option<Said> {
    let (when @ When::Fixed(Part::Day(_)), next) = date::read(view, idx)? else { return None };
    let letter = view.get(next).is_some_and(|word| word.normal == "t" && word.touches());
    let told = clock::read(view, next + 1).filter(|_| letter)?;
    let universal = view.get(told.next).is_some_and(|word| word.normal == "z" && word.touches());
    let zone = if universal { Some(0) } else { told.clock.zone };
    said(idx, told.next + usize::from(universal), when, Some(Clock { zone, ..told.clock }))
}
