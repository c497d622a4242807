//! Parts of a day: of a told day, of one told from now, or alone; whole, or their beginning or end.

/// Parts of a day that is not told.
mod untold;

use crate::extract::time::clock;
use crate::extract::time::compose::day;
use crate::extract::time::compose::moment;
use crate::extract::time::relative;
use crate::extract::time::relative::weekday;
use crate::extract::time::said::{Near, Said, When};
use crate::extract::time::small;
use crate::extract::time::told_before;
use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::schema::calendar::Daypart;
use crate::lexicon::schema::function::Function;
use crate::value::daypart::NamedPart;
use crate::value::time::Clock;

/// An end of a part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// Its beginning.
    Early,
    /// Its end.
    Late,
}

/// A part of the day as it is named: whole, or an end of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named {
    /// The part.
    pub daypart: Daypart,
    /// Which end of it.
    pub edge: Option<Edge>,
}

impl Named {
    /// Its hours.
    #[must_use]
    pub fn hours(self) -> Clock {
        edged(clock::hours(self.daypart), self.edge)
    }
}

/// The hours of one end of a part of the day; all of them where it has no ends.
#[must_use]
pub fn edged(hours: Clock, edge: Option<Edge>) -> Clock {
    let letter = match edge {
        None => return hours,
        Some(Edge::Early) => "E",
        Some(Edge::Late) => "L",
    };
    let part = NamedPart::of(hours).and_then(|whole| NamedPart::coded(&format!("{letter}{}", whole.code)));
    part.map_or(hours, NamedPart::clock)
}

/// The end of a part of the day that a word tells: `early`, `later`, `وقت متأخر`.
#[must_use]
pub fn edge(view: &View<'_>, idx: usize) -> Option<Edge> {
    let table = [(Function::Early, Edge::Early), (Function::Late, Edge::Late)];
    table.into_iter().find(|(function, _)| view.is(idx, *function)).map(|(_, edge)| edge)
}

/// The end told before a part of the day, with the index of that part: `early`, `late in the`, `وقت مبكر من`.
fn edge_before(view: &View<'_>, idx: usize) -> Option<(Edge, usize)> {
    let edge = edge(view, idx)?;
    let hyphen = view.skip_sign(idx + 1, &["-"]);
    let joint = view.skip(hyphen, &[Function::In, Function::Of, Function::From]);
    Some((edge, if joint > hyphen { view.skip_stop(joint) } else { joint }))
}

/// Reads the name of a part of the day: `morning`, `late evening`, `early in the morning`, `الصباح الباكر`;
/// with the index behind it.
fn name(view: &View<'_>, idx: usize) -> Option<(Named, usize)> {
    if let Some(found) = small::name(view, idx) {
        return Some(found);
    }
    if let Some((edge, at)) = edge_before(view, idx) {
        let daypart = view.daypart(at)?;
        return Some((Named { daypart, edge: Some(edge) }, at + 1));
    }
    let daypart = view.daypart(idx)?;
    let follows = view.language.grammar.adjective_after_noun && !view.has_conjunction(idx + 1);
    let edge = edge(view, idx + 1)
        .filter(|_| follows && !view.is_any(idx + 1, &[Function::Beginning, Function::End]));
    Some((Named { daypart, edge }, idx + 1 + usize::from(edge.is_some())))
}

/// The part of a day behind a day or a clock: `a.m.`, `صباحا`, "in the early morning".
#[must_use]
pub fn behind(view: &View<'_>, idx: usize) -> (Option<Named>, usize) {
    // "At nine that night" tells it of a day told before.
    let that = |at: usize| view.skip(at, &[Function::That, Function::Same]);
    let plain = |at: usize| {
        name(view, that(at)).filter(|(named, next)| {
            !view.has_conjunction(at) && !is_age_of(view, that(at), *next, named.daypart)
        })
    };
    if let Some((named, next)) = plain(idx) {
        return (Some(named), next);
    }
    if let Some((named, next)) = on_part(view, idx) {
        return (Some(named), next);
    }
    let start = view.skip(idx, &[Function::In, Function::From, Function::Of, Function::During]);
    let start = if start > idx { view.skip_stop(start) } else { start };
    // "اليوم في عصر" of something is an age.
    let is_age = |named: Named, next: usize| {
        let bare = view.get(start).is_some_and(|word| !word.clitics.article && word.breaks == 0);
        let led = start > 0 && view.is(start - 1, Function::In);
        led && bare && is_other_word(view, start, named.daypart) && day::read(view, next).is_none()
    };
    match plain(start).filter(|(named, next)| start > idx && !is_age(*named, *next)) {
        Some((named, next)) => (Some(named), next),
        None => (None, idx),
    }
}

/// The part of a told day behind a clock: half past two *on the afternoon of* Saturday.
fn on_part(view: &View<'_>, idx: usize) -> Option<(Named, usize)> {
    let start = view.skip(idx, &[Function::On]);
    let (named, next) = name(view, view.skip_stop(start)).filter(|_| start > idx)?;
    let is_told = view.is(next, Function::Of) && day::read(view, next + 1).is_some();
    is_told.then_some((named, next))
}

/// The part of a day behind it, perhaps behind a comma: `Tuesday, in the morning`.
#[must_use]
pub fn behind_day(view: &View<'_>, idx: usize) -> (Option<Named>, usize) {
    let comma = view.sign(idx, ",") && view.is_any(idx + 1, &[Function::In, Function::During]);
    match behind(view, idx + usize::from(comma)) {
        (Some(named), next) => (Some(named), next),
        (None, _) => (None, idx),
    }
}

/// The part of the day that a single word for a day tells as well: "tonight".
#[must_use]
pub fn own_part(view: &View<'_>, idx: usize, next: usize) -> Option<Daypart> {
    view.daypart(idx).filter(|_| next == idx + 1 && relative::day(view, idx).is_some())
}

/// Reads `فجر السبت`, `the evening of 18 June`, `last night`, `noon`, `late in the evening`.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<Said> {
    if let Some(night) =
        of_night(view, idx).or_else(|| before_last(view, idx)).or_else(|| told_before::read(view, idx))
    {
        return Some(night);
    }
    if view.is(idx, Function::Middle) && view.daypart(idx + 1) == Some(Daypart::Night) {
        let night = of_day(view, idx + 1, Named { daypart: Daypart::Midnight, edge: None }, idx + 2)?;
        return Some(Said { words: idx..night.words.end, ..night });
    }
    if let Some((edge, at)) = edge_before(view, idx)
        && let Some(near) = near_part(view, at)
    {
        let small = view.daypart(idx) == Some(Daypart::SmallHours);
        let of = |clock| if small { small::of_part(clock) } else { edged(clock, Some(edge)) };
        return Some(Said { words: idx..near.words.end, clock: near.clock.map(of), ..near });
    }
    near_part(view, idx)
        .or_else(|| name(view, idx).and_then(|(named, next)| of_day(view, idx, named, next)))
        .or_else(|| before_clock(view, idx))
        .or_else(|| untold::exact(view, idx))
        .or_else(|| untold::alone(view, idx))
}

/// Reads `منتصف الليلة`, `منتصف الليلة الماضية`: the midnight that a night told from now holds.
fn of_night(view: &View<'_>, idx: usize) -> Option<Said> {
    view.get(idx).filter(|_| view.is(idx, Function::Middle))?;
    let near = || near_day(view, idx + 1).map(|(when, daypart)| (when, daypart, idx + 3));
    let own = || {
        let (days, next) = relative::day(view, idx + 1)?;
        Some((When::RelativeDay(days), own_part(view, idx + 1, next)?, next))
    };
    let (when, daypart, end) = near().or_else(own)?;
    let clock = Clock::new(24 * 3600, 3600);
    (daypart == Daypart::Night).then_some(Said { words: idx..end, when, clock: Some(clock) })
}

/// Reads `الليلة قبل الماضية`: the night before the last one.
fn before_last(view: &View<'_>, idx: usize) -> Option<Said> {
    let daypart = view.daypart(idx).filter(|_| view.near_follows() && view.is(idx + 1, Function::Before))?;
    view.near(idx + 2).filter(|near| *near == Near::Last)?;
    let clock = Some(clock::hours(daypart));
    Some(Said { words: idx..idx + 3, when: When::RelativeDay(-2), clock })
}

/// Reads a part of the day with its clock behind it: `in the morning at 7`, `بعد الظهر 7:00`.
fn before_clock(view: &View<'_>, idx: usize) -> Option<Said> {
    let daypart = view.daypart(idx).filter(|_| relative::day(view, idx).is_none())?;
    let (clock, next) = moment::clock_behind(view, idx + 1, Some(daypart))?;
    Some(Said { words: idx..next, when: When::AnyDay, clock: Some(clock) })
}

/// Reads `last night`, `this morning`, `الليلة الماضية`, with the clock behind it.
#[must_use]
pub fn near_part(view: &View<'_>, idx: usize) -> Option<Said> {
    let (when, daypart) = near_day(view, idx)?;
    let (clock, next) =
        moment::clock_behind(view, idx + 2, Some(daypart)).unwrap_or((clock::hours(daypart), idx + 2));
    Some(Said { words: idx..next, when, clock: Some(clock) })
}

/// The day and the part of it that two words tell: `last night`.
#[must_use]
pub fn near_day(view: &View<'_>, idx: usize) -> Option<(When, Daypart)> {
    let follows = view.near_follows();
    let behind = view
        .near(idx + 1)
        .filter(|near| follows && matches!(near, Near::Last | Near::Next))
        .zip(view.daypart(idx));
    let before = || {
        let (near, daypart) = view.near(idx).zip(view.daypart(idx + 1))?;
        if near == Near::This && is_other_word(view, idx + 1, daypart) {
            // "هذا العصر" is this age.
            return None;
        }
        // In a tale "the next morning" is one told before.
        let ahead = near == Near::Next && view.anchor.is_none() && view.is_ahead(idx);
        (ahead || matches!(near, Near::This | Near::Last)).then_some((near, daypart))
    };
    let (near, daypart) = behind.or_else(before)?;
    let days = match near {
        Near::Last => -1,
        Near::Next | Near::Further => 1,
        Near::This | Near::Free | Near::Year(_) => 0,
    };
    Some((When::RelativeDay(days), daypart))
}

/// The day and its part where the part is told first: `the afternoon on Friday`.
#[must_use]
pub fn of_told_day(view: &View<'_>, idx: usize) -> Option<(When, Daypart, usize)> {
    let (named, next) = name(view, idx).filter(|_| relative::day(view, idx).is_none())?;
    let (when, end) = day::read(view, view.skip(next, &[Function::Of, Function::On]))?;
    Some((when, named.daypart, end))
}

/// Reads a part of the day with its day behind it.
fn of_day(view: &View<'_>, idx: usize, named: Named, next: usize) -> Option<Said> {
    let comma = next + usize::from(view.sign(next, ",") && view.near(next + 1).is_some());
    let small = named.daypart == Daypart::SmallHours;
    let start = view.skip(comma, &[Function::Of, Function::On]);
    let start = if small { view.skip(start, &[Function::From]) } else { start };
    let behind_article = || day::read(view, view.skip_article(start)).filter(|_| start > comma);
    let (when, next) =
        day::read(view, start).filter(|_| !view.has_conjunction(start)).or_else(behind_article)?;
    let next = small::after_again(view, named, same_night(view, named.daypart, when, next));
    let behind = view.skip_sign(next, &[","]);
    let told = clock::read(view, view.skip(behind, &[Function::In]))
        .filter(|told| told.certain)
        .map(|told| (clock::beside(told.clock, named.daypart), told.next));
    // "After noon tomorrow, about four."
    let about = || {
        let led = [behind, behind + 1].iter().any(|at| view.is_of(Class::Hedge, *at))
            || (view.is(behind, Function::In) && view.language.grammar.adjective_after_noun);
        moment::clock_behind(view, next, Some(named.daypart)).filter(|_| led)
    };
    let (clock, end) = told.or_else(about).unwrap_or_else(|| (of_named_day(named), next));
    Some(Said { words: idx..end, when, clock: Some(clock) })
}

/// The hours of a part of a day that is told with it; the midnight of a day is the one that ends it.
fn of_named_day(named: Named) -> Clock {
    let hours = named.hours();
    if named.daypart == Daypart::Midnight { Clock { start: 24 * 3600, ..hours } } else { hours }
}

/// The index behind the second day of a night between two: `ليلة الخميس-الجمعة`.
fn same_night(view: &View<'_>, daypart: Daypart, when: When, idx: usize) -> usize {
    let start = view.skip_sign(idx, &["-", "/"]);
    match (daypart, when, weekday::read(view, start)) {
        (Daypart::Night | Daypart::Midnight, When::Weekday(day, _), Some((other, _, next)))
            if (start > idx || !view.has_conjunction(start)) && other == day % 7 + 1 =>
        {
            next
        }
        _ => idx,
    }
}

/// Whether a single word in a language that puts its adjective behind the noun is an age or a back as well as a part of
/// the day, so that "in" alone tells no time: `في العصر`, `في الظهر`.
fn is_other_word(view: &View<'_>, idx: usize, daypart: Daypart) -> bool {
    let single = view.get(idx).is_some_and(|word| word.tokens.len() == 1);
    let follows = view.language.grammar.adjective_after_noun;
    single && follows && matches!(daypart, Daypart::Noon | Daypart::Afternoon)
}

/// Whether a part of a day is the age of the noun with an article behind it: `اليوم عصر التكنولوجيا`.
fn is_age_of(view: &View<'_>, at: usize, next: usize, daypart: Daypart) -> bool {
    let is_bare = |word: &Word| !word.clitics.article && view.language.without_case(&word.normal).is_none();
    let owns = |word: &Word| {
        let tells = word.summary.is(Class::Calendar) || word.summary.is(Class::Timely);
        word.clitics.article && word.clitics.preposition.is_none() && word.breaks == 0 && !tells
    };
    is_other_word(view, at, daypart)
        && view.get(at).is_some_and(is_bare)
        && view.get(next).is_some_and(owns)
        && day::read(view, next).is_none()
}
