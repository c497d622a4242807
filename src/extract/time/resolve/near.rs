//! Which one of several is meant: the nearest by tense, the last, the next.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::time::resolve::units;
use crate::extract::time::said::Near;
use crate::extract::time::tense::Tense;
use crate::value::time::{Part, Time};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Days within which a date that has just gone is meant in spite of a future verb.
const JUST_GONE: i64 = 7;

/// Days within which a coming date is meant in spite of a past verb, which may be a participle.
const SOON: i64 = 35;

/// Days within which a coming date is meant where no verb tells.
const COMING: i64 = 45;

/// Months of half a year.
const HALF_YEAR: i8 = 6;

/// The year of a month; the month of now counts as past unless the words say otherwise.
pub fn year_of_month(month: i8, near: Near, day: Date, tense: Tense) -> i16 {
    let earlier = |counts: bool| day.year() - i16::from(!counts);
    let later = |counts: bool| day.year() + i16::from(!counts);
    match near {
        Near::This => day.year(),
        Near::Year(turns) => day.year() + i16::from(turns),
        Near::Last => earlier(month < day.month()),
        Near::Next | Near::Further => later(month > day.month()),
        Near::Free if matches!(tense, Tense::Future | Tense::Alone) => later(month >= day.month()),
        Near::Free
            if matches!(tense, Tense::Near | Tense::Present)
                && (month - day.month()).rem_euclid(12) < HALF_YEAR =>
        {
            later(month >= day.month())
        }
        Near::Free if tense != Tense::Since && comes_soon(month, day) => later(month > day.month()),
        Near::Free => earlier(month <= day.month()),
    }
}

/// Whether the month begins within some days: "in November" of a late October is not that of last year.
fn comes_soon(month: i8, day: Date) -> bool {
    let next = day.first_of_month().checked_add(1.months()).ok();
    next.is_some_and(|next| next.month() == month && days_from(day, next) <= SOON)
}

/// The year of a season or quarter that begins with `month`.
pub fn year_of_part(month: i8, near: Near, day: Date, tense: Tense) -> i16 {
    match near {
        Near::Free => day.year() + i16::from(tense == Tense::Future && month + 2 < day.month()),
        Near::Last => day.year() - i16::from(month + 3 > day.month()),
        // The winter of January has begun in the year before.
        Near::This if month == 12 && day.month() < 3 => day.year() - 1,
        Near::This | Near::Next | Near::Further | Near::Year(_) => year_of_month(month, near, day, tense),
    }
}

fn days_from(first: Date, last: Date) -> i64 {
    last.duration_since(first).as_hours() / 24
}

/// The day of a month nearest to `day` on the side that the tense tells; a date some days from `day` is
/// meant whatever the verb's form, since nobody names a day of almost a year ago without its year.
pub fn day_of_year(month: i8, of_month: i8, near: Near, day: Date, tense: Tense) -> Option<Date> {
    let dates = || (-4..=4).filter_map(|years| Date::new(day.year() + years, month, of_month).ok());
    match near {
        Near::This => Date::new(day.year(), month, of_month).ok(),
        Near::Year(turns) => Date::new(day.year() + i16::from(turns), month, of_month).ok(),
        Near::Last => dates().rfind(|date| *date < day),
        Near::Next | Near::Further => dates().find(|date| *date > day),
        Near::Free => {
            let (before, after) = (dates().rfind(|date| *date <= day)?, dates().find(|date| *date >= day)?);
            Some(if is_ahead(before, after, day, tense) { after } else { before })
        }
    }
}

/// Whether the coming one of two dates on both sides of `day` is meant.
#[must_use]
pub fn is_ahead(before: Date, after: Date, day: Date, tense: Tense) -> bool {
    let (gone, ahead) = (days_from(before, day), days_from(day, after));
    match tense {
        Tense::Future | Tense::Alone => gone > JUST_GONE,
        Tense::Near | Tense::Present => ahead <= gone,
        Tense::Since => false,
        Tense::Past => ahead <= SOON,
        Tense::Unknown => ahead <= COMING,
    }
}

/// The weekday that is meant, seen from `day`.
#[must_use]
pub fn weekday_near(weekday: i8, near: Near, day: Date, tense: Tense) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let (ahead, is_today) = (day.weekday().until(weekday), day.weekday() == weekday);
    let back = if is_today { 7 } else { i64::from(7 - ahead) };
    let on = if is_today { 7 } else { i64::from(ahead) };
    match near {
        Near::Free if is_today => Some(day),
        Near::Free if matches!(tense, Tense::Future | Tense::Alone | Tense::Near) => {
            units::shifted(day, on.days())
        }
        Near::Free | Near::Last | Near::Year(_) => units::shifted(day, (-back).days()),
        Near::Next => units::shifted(day, on.days()),
        Near::Further => {
            let monday = i64::from(day.weekday().since(Weekday::Monday));
            units::shifted(day, (7 - monday + i64::from(weekday.to_monday_zero_offset())).days())
        }
        Near::This => {
            let offset =
                i64::from(weekday.to_monday_one_offset()) - i64::from(day.weekday().to_monday_one_offset());
            units::shifted(day, offset.days())
        }
    }
}

/// The Saturday and Sunday that are meant, seen from `day`.
#[must_use]
pub fn weekend(near: Near, day: Date, tense: Tense) -> Option<Time> {
    let since = i64::from(day.weekday().since(Weekday::Saturday));
    let last = units::shifted(day, (-since).days())?;
    let ahead = matches!(near, Near::Next | Near::Further)
        || (matches!(tense, Tense::Future | Tense::Alone) && near == Near::Free && since > 1);
    let comes = matches!(near, Near::This) && since > 1 && !matches!(tense, Tense::Past | Tense::Since);
    let first = match near {
        Near::Last if since <= 1 => units::shifted(last, (-7).days())?,
        _ if ahead || comes => units::shifted(last, 7.days())?,
        _ => last,
    };
    Some(Time::between(Part::Day(first), Part::Day(units::shifted(first, 1.days())?)))
}

/// How many units of the calendar away.
#[must_use]
pub const fn turns_of(near: Near) -> i8 {
    match near {
        Near::Last => -1,
        Near::Next | Near::Further => 1,
        Near::Free | Near::This => 0,
        Near::Year(turns) => turns,
    }
}
