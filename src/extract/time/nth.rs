//! One of a series inside a longer part of the calendar: `the first Tuesday of October`, `the last week of
//! 2015`, `the 15th of next month`, `Friday of next week`.
//!
//! A week of a month is one that lies in it as a whole; a week of a year is its ISO week.

use crate::extract::time::count;
use crate::extract::time::date;
use crate::extract::time::relative;
use crate::extract::time::resolve::{self, Now};
use crate::extract::time::said::{Item, Near, Nth, Scale, When, Whole};
use crate::extract::time::tense::Tense;
use crate::extract::time::view::View;
use crate::extract::time::year;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::Function;
use crate::value::time::Part;
use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// Most that a month has of one weekday.
const WEEKDAYS: i8 = 5;

/// Months on both sides of the reference in which a day of an untold month is looked for.
const MONTHS_AROUND: i64 = 7;

/// Reads one of a series at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    ranked(view, idx)
        .or_else(|| of_week(view, idx))
        .or_else(|| numbered(view, idx))
        .or_else(|| on_weekday(view, idx))
        .or_else(|| alone(view, idx))
        .map(|(nth, next)| (When::Nth(nth), next))
}

/// Reads `the first week of October`, `last day of 2015`, `أول ثلاثاء من أكتوبر`, `الأسبوع الأول من عام 2015`.
fn ranked(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let before = || {
        let (rank, next) = rank(view, idx)?;
        let (what, next) = item(view, next)?;
        Some((rank, what, next))
    };
    let behind = || {
        let (what, next) = item(view, idx).filter(|_| view.language.grammar.adjective_after_noun)?;
        let (rank, next) = rank(view, next).filter(|_| !view.has_conjunction(next))?;
        Some((rank, what, next))
    };
    let (rank, what, next) = before().or_else(behind)?;
    let joint = view.skip(next, &[Function::Of, Function::From, Function::In, Function::During]);
    let stuck = view.get(next).is_some_and(|word| word.clitics.preposition.is_some());
    let joined = joint > next || stuck || view.near(next).is_some();
    let (of, end) = whole(view, after_article(view, joint)).filter(|_| joined)?;
    let weekday = matches!(what, Item::Weekday(_));
    (!weekday || rank <= WEEKDAYS).then_some((Nth { rank, what, of }, end))
}

/// Which one of a series: an ordinal, or the last.
fn rank(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let from_end = |at: usize| {
        let latest = view.is(at, Function::Latest) && !view.is(at, Function::Next);
        latest || (view.is(at, Function::Last) && !view.language.grammar.adjective_after_noun)
    };
    let told = count::ordinal(view, idx).filter(|(number, _)| (1..=31).contains(number));
    match told {
        Some((number, next)) if from_end(next) && !view.language.grammar.adjective_after_noun => {
            Some((i8::try_from(-number).ok()?, next + 1))
        }
        Some((number, next)) => Some((i8::try_from(number).ok()?, next)),
        None => from_end(idx).then_some((-1, idx + 1)),
    }
}

fn item(view: &View<'_>, idx: usize) -> Option<(Item, usize)> {
    let by_day = view.is_one(idx, Scale::Day);
    let named = idx + usize::from(by_day);
    if let Some(day) = relative::weekday_name(view, named).filter(|_| view.is_proper(named)) {
        return Some((Item::Weekday(day), named + 1));
    }
    let today = view.meaning(idx, |meaning| (*meaning == Meaning::RelativeDay(0)).then_some(())).is_some();
    if by_day || (today && view.language.grammar.adjective_after_noun) {
        return Some((Item::Day, idx + 1));
    }
    view.is_one(idx, Scale::Week).then_some((Item::Week, idx + 1))
}

/// The longer part at `idx`; "the month" and "the year" by themselves are those of now.
fn whole(view: &View<'_>, idx: usize) -> Option<(Whole, usize)> {
    if let Some((when, next)) = date::read(view, idx).or_else(|| year::told_year(view, idx)) {
        return if let When::Fixed(part @ (Part::Month(..) | Part::Year(_))) = when {
            Some((Whole::Part(part), next))
        } else if let When::Month(month, near) = when {
            Some((Whole::Month(month, near), next))
        } else {
            None
        };
    }
    if let Some((When::Turn(scale @ (Scale::Month | Scale::Year), turns), next)) = relative::turn(view, idx) {
        return Some((Whole::Turn(scale, turns), next));
    }
    if let Some(year) = view.year(idx) {
        return Some((Whole::Part(Part::Year(year)), view.after_year(idx)));
    }
    let (scale, _) = view.scale(idx).filter(|(_, form)| *form == Form::One)?;
    let defined = view.get(idx).is_some_and(|word| word.clitics.article)
        || (idx > 0 && view.is_stop(idx - 1) && !view.language.grammar.adjective_after_noun);
    (matches!(scale, Scale::Month | Scale::Year) && defined).then_some((Whole::Turn(scale, 0), idx + 1))
}

/// Reads `Friday of next week`, `Tuesday next week`, `next week on Tuesday`, `الأسبوع المقبل يوم الجمعة`.
fn of_week(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let week = |at: usize| match relative::turn(view, at) {
        Some((When::Turn(Scale::Week, turns), next)) => Some((turns, next)),
        _ => None,
    };
    let day = |at: usize| match relative::weekday(view, at) {
        Some((day, Near::Free, next)) => Some((day, next)),
        _ => None,
    };
    let (day, turns, end) = if let Some((turns, next)) = week(idx) {
        let (day, end) = day(view.skip(next, &[Function::On, Function::In]))?;
        (day, turns, end)
    } else {
        let (day, next) = day(idx)?;
        let (turns, end) = week(view.skip(next, &[Function::Of, Function::From]))?;
        (day, turns, end)
    };
    Some((Nth { rank: 1, what: Item::Weekday(day), of: Whole::Turn(Scale::Week, turns) }, end))
}

/// Reads `20th of next month`, `the 15th day of this month`, `20 من الشهر المقبل`.
fn numbered(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let told = idx + usize::from(is_plain_day(view, idx));
    let (rank, next) = date::day_number(view, told)?;
    let named = next + usize::from(view.is_one(next, Scale::Day));
    let start = after_article(view, view.skip(named, &[Function::Of, Function::From]));
    let joined = start > named || view.near(start).is_some();
    let (of, end) = whole(view, start).filter(|_| joined)?;
    let month = matches!(of, Whole::Turn(Scale::Month, _))
        || (named > next && !matches!(of, Whole::Part(Part::Year(_)) | Whole::Turn(..)));
    month.then_some((Nth { rank, what: Item::Day, of }, end))
}

/// Reads `Tuesday the 19th`, `Friday 15`, `الثلاثاء التاسع عشر من هذا الشهر`.
fn on_weekday(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let by_day = view.is_one(idx, Scale::Day) && relative::weekday_name(view, idx + 1).is_some();
    let start = idx + usize::from(by_day);
    let weekday = relative::weekday_name(view, start).filter(|_| view.is_proper(start))?;
    let weekday_meaning = Meaning::Weekday(u8::try_from(weekday).ok()?);
    let stop = view.sign(start + 1, ".") && view.touches(start + 1);
    let behind = view.skip_sign(start + 1 + usize::from(stop), &[","]);
    let at = view.skip_stop(behind);
    let (rank, next) = date::day_number(view, at).filter(|_| !view.has_conjunction(at))?;
    if !view.is_definite(start, &weekday_meaning) || date::month(view, next).is_some() {
        return None;
    }
    if let Some((of, end)) = whole_behind(view, next) {
        return Some((Nth { rank, what: Item::Day, of }, end));
    }
    // "Monday 3 people" counts; in Arabic the first Sunday and the 1st cannot be told apart.
    let low = view.language.grammar.adjective_after_noun && rank <= 10;
    (!low && stands_alone(view, next))
        .then_some((Nth { rank, what: Item::DayOn(weekday), of: Whole::AnyMonth }, next))
}

fn whole_behind(view: &View<'_>, idx: usize) -> Option<(Whole, usize)> {
    let start = view.skip(idx, &[Function::Of, Function::From]);
    match whole(view, start) {
        Some((of @ Whole::Turn(Scale::Month, _), end)) if start > idx || view.near(idx).is_some() => {
            Some((of, end))
        }
        _ => None,
    }
}

/// Reads `on the 15th`, `يوم 27`: a day of an untold month, where nothing is counted.
fn alone(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let follows = view.language.grammar.adjective_after_noun;
    let (at, told) = if follows {
        (
            idx + 1,
            view.is_one(idx, Scale::Day) && view.raw(idx + 1).is_some() && !view.get(idx)?.clitics.article,
        )
    } else {
        let led = idx >= 2 && view.is_stop(idx - 1) && view.is(idx - 2, Function::On);
        (idx, led)
    };
    let (rank, next) = date::day_number(view, at).filter(|_| told)?;
    stands_alone(view, next).then_some((Nth { rank, what: Item::Day, of: Whole::AnyMonth }, next))
}

/// Whether the word is "day" without article or owner, which in some languages leads its number.
fn is_plain_day(view: &View<'_>, idx: usize) -> bool {
    let stuck = view.get(idx).is_some_and(|word| word.clitics.article || word.clitics.pronoun);
    view.language.grammar.adjective_after_noun && view.is_one(idx, Scale::Day) && !stuck
}

/// The index behind an article that is a word of its own, at `idx`; "that month" is not the one of now.
fn after_article(view: &View<'_>, idx: usize) -> usize {
    if view.language.grammar.adjective_after_noun || view.is(idx, Function::That) {
        return idx;
    }
    view.skip_stop(idx)
}

/// Whether nothing that a number before it could count stands at `idx`.
#[must_use]
pub fn stands_alone(view: &View<'_>, idx: usize) -> bool {
    let functions = [
        Function::And,
        Function::In,
        Function::On,
        Function::Until,
        Function::From,
        Function::To,
        Function::Or,
    ];
    let ends = [".", ",", "!", "?", ")", ":", ";"].iter().any(|sign| view.sign(idx, sign));
    idx >= view.words.len()
        || (ends && view.raw(idx + 1).is_none_or(|_| !view.touches(idx + 1)))
        || (view.is_any(idx, &functions) && view.raw(idx + 1).is_none())
}

/// The part of the calendar that the words alone give; none where only a reference can tell.
#[must_use]
pub fn unresolved(nth: Nth) -> Option<Part> {
    match nth.of {
        Whole::Part(part) => within(nth, part),
        Whole::Month(..) | Whole::Turn(..) | Whole::AnyMonth => None,
    }
}

/// The part of the calendar, seen from `now`.
#[must_use]
pub fn resolved(nth: Nth, now: Now, tense: Tense) -> Option<Part> {
    let whole = match nth.of {
        Whole::Part(part) => part,
        Whole::Month(month, near) => Part::Month(resolve::year_of_month(month, near, now.day, tense), month),
        Whole::Turn(scale, turns) => resolve::turned(scale, turns, now.day)?,
        Whole::AnyMonth => return nearest(nth, now.day, tense),
    };
    within(nth, whole)
}

/// The day of that number nearest to `day` on the side that the tense tells.
fn nearest(nth: Nth, day: Date, tense: Tense) -> Option<Part> {
    let in_month = |months: i64| {
        let month = resolve::shifted(day.first_of_month(), months.months())?;
        let found = within(nth, Part::Month(month.year(), month.month()))?;
        if let Part::Day(day) = found { Some(day) } else { None }
    };
    let found = || (-MONTHS_AROUND..=MONTHS_AROUND).filter_map(in_month);
    let (before, after) = (found().rfind(|date| *date <= day), found().find(|date| *date >= day));
    let chosen = if tense == Tense::Future { after.or(before) } else { before.or(after) };
    chosen.map(Part::Day)
}

/// The one of its rank in `whole`.
fn within(nth: Nth, whole: Part) -> Option<Part> {
    let (first, last) = whole.days()?;
    let steps = i64::from(if nth.rank > 0 { nth.rank - 1 } else { nth.rank + 1 });
    let from = if nth.rank > 0 { first } else { last };
    let inside = |date: &Date| (first..=last).contains(date);
    match nth.what {
        Item::Day => resolve::shifted(from, steps.days()).filter(inside).map(Part::Day),
        Item::DayOn(weekday) => resolve::shifted(from, steps.days())
            .filter(inside)
            .filter(|date| date.weekday().to_monday_one_offset() == weekday)
            .map(Part::Day),
        Item::Weekday(weekday) => {
            let near = on_or_in(from, weekday, nth.rank > 0)?;
            resolve::shifted(near, (steps * 7).days()).filter(inside).map(Part::Day)
        }
        Item::Week => week(nth.rank, whole, steps),
    }
}

/// The first such weekday from `day` on, or the last up to it.
fn on_or_in(day: Date, weekday: i8, ahead: bool) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let days = if ahead {
        i64::from(day.weekday().until(weekday))
    } else {
        -i64::from(day.weekday().since(weekday))
    };
    resolve::shifted(day, days.days())
}

/// A week of a year by its ISO number, of a month by the weeks that lie in it.
fn week(rank: i8, whole: Part, steps: i64) -> Option<Part> {
    let (first, last) = whole.days()?;
    let start = match (whole, rank > 0) {
        (Part::Year(year), true) => ISOWeekDate::new(year, 1, Weekday::Monday).ok()?.date(),
        (Part::Year(year), false) => {
            let next = ISOWeekDate::new(year.checked_add(1)?, 1, Weekday::Monday).ok()?.date();
            resolve::shifted(next, (-1).weeks())?
        }
        (_, true) => on_or_in(first, 1, true)?,
        (_, false) => resolve::shifted(on_or_in(last, 7, false)?, (-6).days())?,
    };
    let monday = resolve::shifted(start, steps.weeks())?;
    let iso = monday.iso_week_date();
    let inside = resolve::shifted(monday, 3.days()).is_some_and(|day| (first..=last).contains(&day));
    inside.then_some(Part::Week(iso.year(), iso.week()))
}
