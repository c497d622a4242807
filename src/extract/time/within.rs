//! Which part of the calendar a rank inside a longer part means.

use crate::extract::time::resolve::Now;
use crate::extract::time::resolve::near;
use crate::extract::time::resolve::units;
use crate::extract::time::said::{Item, Nth, Whole};
use crate::extract::time::tense::Tense;
use crate::value::time::{Part, Time};
use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// The first day of a weekend.
const SATURDAY: i8 = 6;

/// Months on both sides of the reference in which a day of an untold month is looked for.
const MONTHS_AROUND: i64 = 7;

/// The time that the words alone give; none where only a reference can tell.
#[must_use]
pub fn unresolved(nth: Nth) -> Option<Time> {
    match nth.of {
        Whole::Part(part) => within(nth, part),
        Whole::AnyMonth if nth.what == Item::Day => Some(Part::DayOfMonth(nth.rank).into()),
        Whole::Month(..) | Whole::Turn(..) | Whole::AnyMonth => None,
    }
}

/// The time, seen from `now`.
#[must_use]
pub fn resolved(nth: Nth, now: Now, tense: Tense) -> Option<Time> {
    let whole = match nth.of {
        Whole::Part(part) => part,
        Whole::Month(month, near) => Part::Month(near::year_of_month(month, near, now.day, tense), month),
        Whole::Turn(scale, turns) => units::turned(scale, turns, now.day)?,
        Whole::AnyMonth => return nearest(nth, now.day, tense),
    };
    within(nth, whole)
}

/// The day of that number nearest to `day` on the side that the tense tells.
fn nearest(nth: Nth, day: Date, tense: Tense) -> Option<Time> {
    let in_month = |months: i64| {
        let month = units::shifted(day.first_of_month(), months.months())?;
        within(nth, Part::Month(month.year(), month.month()))?.days().map(|(first, _)| first)
    };
    let found = || (-MONTHS_AROUND..=MONTHS_AROUND).filter_map(in_month);
    let (before, after) = (found().rfind(|date| *date <= day), found().find(|date| *date >= day));
    let closer = || match (before, after) {
        (Some(before), Some(after)) => day.duration_since(before) >= after.duration_since(day),
        _ => false,
    };
    // A weekday with its number comes back so seldom that only the closer one is meant.
    let seldom = matches!(nth.what, Item::DayOn(_));
    let near = tense == Tense::Near || (tense == Tense::Unknown && seldom);
    let ahead = matches!(tense, Tense::Future | Tense::Alone) || (near && closer());
    let chosen = if ahead { after.or(before) } else { before.or(after) };
    chosen.map(|day| Part::Day(day).into())
}

/// The one of its rank in `whole`, or so many from it.
fn within(nth: Nth, whole: Part) -> Option<Time> {
    let more = nth.count.checked_sub(1)?;
    let (first, last) = if nth.rank > 0 {
        (nth.rank, nth.rank.checked_add(more)?)
    } else {
        (nth.rank.checked_sub(more)?, nth.rank)
    };
    if nth.what == Item::Weekend {
        let (first, _) = one(Item::Weekday(SATURDAY), nth.rank, whole)?.days()?;
        return Some(Time::between(Part::Day(first), Part::Day(units::shifted(first, 1.days())?)));
    }
    if nth.what == Item::Half {
        return half(first, whole);
    }
    if nth.what == Item::Third {
        return third(first, whole);
    }
    if let (Item::Week, Part::Month(..), 2..) = (nth.what, whole, nth.count) {
        return weeks_of_days(nth, whole);
    }
    let (first, last) = (one(nth.what, first, whole)?, one(nth.what, last, whole)?);
    Some(Time::between(first, last))
}

/// So many weeks at one end of a month, counted in days.
fn weeks_of_days(nth: Nth, whole: Part) -> Option<Time> {
    let (first, last) = whole.days()?;
    let days = i64::from(nth.count).checked_mul(7)?.checked_sub(1)?;
    let (from, to) = match nth.rank {
        1 => (first, units::shifted(first, days.days())?.min(last)),
        -1 => (units::shifted(last, (-days).days())?.max(first), last),
        _ => return None,
    };
    Some(Time::between(Part::Day(from), Part::Day(to)))
}

fn one(what: Item, rank: i8, whole: Part) -> Option<Part> {
    let (first, last) = whole.days()?;
    let steps = i64::from(if rank > 0 { rank - 1 } else { rank + 1 });
    let from = if rank > 0 { first } else { last };
    let inside = |date: &Date| (first..=last).contains(date);
    let unit = |months: i64| {
        units::shifted(from.first_of_month(), (steps * months).months())
            .filter(|date| (first.first_of_month()..=last).contains(date))
    };
    match what {
        Item::Day => units::shifted(from, steps.days()).filter(inside).map(Part::Day),
        Item::DayOn(weekday) => units::shifted(from, steps.days())
            .filter(inside)
            .filter(|date| date.weekday().to_monday_one_offset() == weekday)
            .map(Part::Day),
        Item::Weekday(weekday) => {
            let near = on_or_in(from, weekday, rank > 0)?;
            units::shifted(near, (steps * 7).days()).filter(inside).map(Part::Day)
        }
        Item::Week => week(rank, whole, steps),
        Item::Month => unit(1).map(|date| Part::Month(date.year(), date.month())),
        Item::Quarter => unit(3).map(|date| Part::Quarter(date.year(), (date.month() + 2) / 3)),
        Item::Decade => unit(120).map(|date| Part::Decade(date.year() / 10)),
        Item::Half | Item::Third | Item::Weekend => None,
    }
}

/// The first or second half of a year, a decade or a century in months or years, of a month in days.
fn half(rank: i8, whole: Part) -> Option<Time> {
    let (first, last) = whole.days()?;
    let second = match rank {
        1 => false,
        2 | -1 => true,
        _ => return None,
    };
    let years = last.year() - first.year() + 1;
    if let Part::Year(year) = whole {
        let from = if second { 7 } else { 1 };
        return Some(Time::between(Part::Month(year, from), Part::Month(year, from + 5)));
    }
    if let Part::Decade(_) | Part::Century(_) = whole {
        let from = first.year() + if second { years / 2 } else { 0 };
        return Some(Time::between(Part::Year(from), Part::Year(from + years / 2 - 1)));
    }
    let Part::Month(year, month) = whole else { return None };
    let day = |day| Date::new(year, month, day).ok().map(Part::Day);
    Some(if second {
        Time::between(day(16)?, Part::Day(last))
    } else {
        Time::between(Part::Day(first), day(15)?)
    })
}

/// A third of a year in months, of a month in days.
fn third(rank: i8, whole: Part) -> Option<Time> {
    let third = match rank {
        1..=3 => rank - 1,
        -1 => 2,
        _ => return None,
    };
    let (_, last) = whole.days()?;
    if let Part::Year(year) = whole {
        let from = 4 * third + 1;
        return Some(Time::between(Part::Month(year, from), Part::Month(year, from + 3)));
    }
    let Part::Month(year, month) = whole else { return None };
    let from = Date::new(year, month, 10 * third + 1).ok()?;
    let to = if third == 2 { last } else { Date::new(year, month, 10 * third + 10).ok()? };
    Some(Time::between(Part::Day(from), Part::Day(to)))
}

/// The first such weekday from `day` on, or the last up to it.
fn on_or_in(day: Date, weekday: i8, ahead: bool) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let days = if ahead {
        i64::from(day.weekday().until(weekday))
    } else {
        -i64::from(day.weekday().since(weekday))
    };
    units::shifted(day, days.days())
}

/// A week of a year by its ISO number, of a month in the same way: the week belongs where most of its days lie.
fn week(rank: i8, whole: Part, steps: i64) -> Option<Part> {
    let (first, last) = whole.days()?;
    let start = match (whole, rank > 0) {
        (Part::Year(year), true) => ISOWeekDate::new(year, 1, Weekday::Monday).ok()?.date(),
        (Part::Year(year), false) => {
            let next = ISOWeekDate::new(year.checked_add(1)?, 1, Weekday::Monday).ok()?.date();
            units::shifted(next, (-1).weeks())?
        }
        (_, true) => units::shifted(on_or_in(first, 4, true)?, (-3).days())?,
        (_, false) => units::shifted(on_or_in(last, 4, false)?, (-3).days())?,
    };
    let monday = units::shifted(start, steps.weeks())?;
    let iso = monday.iso_week_date();
    let inside = units::shifted(monday, 3.days()).is_some_and(|day| (first..=last).contains(&day));
    inside.then_some(Part::Week(iso.year(), iso.week()))
}
