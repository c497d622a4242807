//! Days of other calendars as days of ours, and the days of Easter.
//!
//! The Hijri months are those of Umm al-Qura; who goes by the sight of the moon may be a day off, which is
//! for the caller to allow for.

use crate::lexicon::hindu;
use crate::lexicon::schema::holiday::{Calendar, Church};
use icu_calendar::Iso;
use icu_calendar::cal::{ChineseTraditional, Hebrew, Hijri, Persian};
use icu_calendar::types::Month;
use icu_calendar::{AsCalendar, Date};
use jiff::ToSpan;
use jiff::civil;
use std::ops::RangeInclusive;

/// Days by which the Julian calendar lags behind ours, from 1900 to 2099.
const JULIAN_LAG: i32 = 13;

/// The hour of sunrise, near enough.
const SUNRISE: u8 = 6;

/// A day of another calendar.
#[must_use]
pub fn day(calendar: Calendar, year: i32, month: u8, day: u8) -> Option<civil::Date> {
    match calendar {
        Calendar::Hijri => {
            ours(&Date::try_new_hijri_with_calendar(year, month, day, Hijri::new_umm_al_qura()).ok()?)
        }
        Calendar::Persian => ours(&Date::try_new_persian(year, month, day).ok()?),
        Calendar::Chinese => ours(&Date::try_new_chinese_traditional(year, Month::new(month), day).ok()?),
        Calendar::Hindu | Calendar::HinduSolar => at_hour(calendar, year, (month, day), SUNRISE),
        Calendar::Hebrew => ours(&Date::try_new_hebrew_v2(year, Month::new(month), day).ok()?),
    }
}

/// A day of a calendar by sun or moon, which has come at an hour of our day; others need no hour.
#[must_use]
pub fn at_hour(calendar: Calendar, year: i32, (month, number): (u8, u8), hour: u8) -> Option<civil::Date> {
    let in_year = i16::try_from(year).ok()?;
    match calendar {
        Calendar::Hindu => hindu::lunar_day(in_year, month, number, hour),
        Calendar::HinduSolar => {
            let first = hindu::solar_month(in_year, month, hour)?;
            first.checked_add((i64::from(number) - 1).days()).ok()
        }
        Calendar::Hijri | Calendar::Persian | Calendar::Chinese | Calendar::Hebrew => {
            day(calendar, year, month, number)
        }
    }
}

/// The first and the last day of a month of another calendar.
#[must_use]
pub fn month(calendar: Calendar, year: i32, number: u8) -> Option<(civil::Date, civil::Date)> {
    let last = [30, 29].into_iter().find_map(|last| day(calendar, year, number, last))?;
    Some((day(calendar, year, number, 1)?, last))
}

/// The years of another calendar that share days with a year of ours.
#[must_use]
pub fn years(calendar: Calendar, year: i16) -> Option<RangeInclusive<i32>> {
    if matches!(calendar, Calendar::Hindu | Calendar::HinduSolar) {
        return Some(i32::from(year) - 1..=i32::from(year));
    }
    let first = Date::try_new_iso(year.into(), 1, 1).ok()?;
    let last = Date::try_new_iso(year.into(), 12, 31).ok()?;
    let theirs = |date: Date<_>| match calendar {
        Calendar::Hijri => date.to_calendar(Hijri::new_umm_al_qura()).year().extended_year(),
        Calendar::Persian => date.to_calendar(Persian).year().extended_year(),
        Calendar::Chinese => date.to_calendar(ChineseTraditional::new()).year().extended_year(),
        Calendar::Hebrew => date.to_calendar(Hebrew).year().extended_year(),
        Calendar::Hindu | Calendar::HinduSolar => year.into(),
    };
    Some(theirs(first)..=theirs(last))
}

fn ours<A: AsCalendar>(date: &Date<A>) -> Option<civil::Date> {
    let iso = date.to_calendar(Iso);
    let (month, day) = (i8::try_from(iso.month().number()).ok()?, i8::try_from(iso.day_of_month().0).ok()?);
    civil::Date::new(i16::try_from(iso.year().extended_year()).ok()?, month, day).ok()
}

/// Easter Sunday of a year, by the computus of Meeus.
#[must_use]
pub fn easter(church: Church, year: i16) -> Option<civil::Date> {
    let year_number = i32::from(year);
    match church {
        Church::Western => {
            let (gold, century, rest) = (year_number % 19, year_number / 100, year_number % 100);
            let skipped = century - century / 4 - (8 * century + 13) / 25;
            let epact = (19 * gold + skipped + 15) % 30;
            let moon = epact - (gold + 11 * epact) / 319;
            let weekday = (2 * (century % 4) + 2 * (rest / 4) - rest % 4 - moon + 32) % 7;
            dated(year, moon + weekday + 90, moon + weekday)
        }
        Church::Orthodox => {
            let moon = (19 * (year_number % 19) + 15) % 30;
            let weekday = (2 * (year_number % 4) + 4 * (year_number % 7) - moon + 34) % 7;
            let julian = moon + weekday + 114;
            let date =
                civil::Date::new(year, i8::try_from(julian / 31).ok()?, i8::try_from(julian % 31 + 1).ok()?);
            date.ok()?.checked_add(JULIAN_LAG.days()).ok()
        }
    }
}

/// The day that the month and day of the western computus give.
fn dated(year: i16, for_month: i32, moon: i32) -> Option<civil::Date> {
    let month = for_month / 25;
    let day = (moon + month + 19) % 32;
    civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
