//! From what the words say to the calendar: with the day of writing where it is known, without it where
//! it is not.

/// Which one of several is meant: the nearest by tense, the last, the next.
pub mod near;
/// Distances from now, with their hedges, and stretches that reach up to now.
pub mod reach;
/// Times of articles whose day of writing is only supposed.
pub mod supposed;
/// Days that are told twice, by their distance and by their name or date.
pub mod twice;
/// Units of the calendar counted from now.
pub mod units;

use crate::extract::time::holiday;
use crate::extract::time::said::{Said, Scale, When};
use crate::extract::time::tense::Tense;
use crate::extract::time::weekdays;
use crate::extract::time::within;
use crate::value::duration::Period;
use crate::value::number::Number;
use crate::value::time::{CalendarUnit, Clock, Part, Point, Time};
use jiff::ToSpan;
use jiff::civil::Date;

/// The moment of writing.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    /// The day.
    pub day: Date,
    /// The time of day, if it is known.
    pub clock: Option<Clock>,
    /// Whether the day is only supposed: one of some days of which it is the first.
    pub is_supposed: bool,
}

impl Now {
    /// The moment that a reference time begins with, if that is a day.
    #[must_use]
    pub fn of(reference: &Time) -> Option<Self> {
        let point = reference.first?;
        let Part::Day(day) = point.part else { return None };
        Some(Self { day, clock: point.clock, is_supposed: reference.first != reference.last })
    }

    /// Some day that was told, seen as the one of writing.
    #[must_use]
    pub const fn told(day: Date) -> Self {
        Self { day, clock: None, is_supposed: false }
    }
}

/// The time that was said, seen from `now`; none where it cannot be placed.
#[must_use]
pub fn resolved(said: &Said, now: Now, tense: Tense) -> Option<Time> {
    let time = if now.is_supposed {
        supposed::placed(said.when, now, tense)?
    } else {
        placed(said.when, now, tense)?
    };
    Some(with_clock(time, said.clock))
}

/// The time that was said as the words alone give it; none where they give no point at all.
#[must_use]
pub fn unresolved(said: &Said) -> Option<Time> {
    let part = match said.when {
        When::Fixed(part) => part,
        When::Between(first, last) => return Some(Time::between(first, last)),
        When::Holiday(holiday, _) => holiday::unplaced(&holiday),
        When::Month(month, _) => Part::MonthOfYear(month),
        When::Day(month, day, _) => Part::DayOfYear(month, day),
        When::Weekday(day, _) | When::Weekdays(day, _) => Part::Weekday(day),
        When::RelativeDay(0) => Part::Current(CalendarUnit::Day),
        When::RelativeDay(days) => Part::Distance(Period::days(days.into())),
        When::Turn(scale, 0) => Part::Current(units::unit_of(scale)?),
        When::Turn(scale, turns) => {
            Part::Distance(units::length_of(scale)?.times(Number::whole(turns.into()))?)
        }
        When::Away(distance) => {
            return reach::hedged(distance, &|period| Some(Part::Distance(period).into()), None);
        }
        When::Now => Part::Distance(Period::ZERO),
        When::Stretch(distance) | When::Within(distance) => {
            let here = Part::Current(CalendarUnit::Day);
            let there = Part::Distance(distance.period);
            return Some(if reach::is_past(distance.period) {
                Time::between(there, here)
            } else {
                Time::between(here, there)
            });
        }
        When::Nth(nth) => return Some(with_clock(within::unresolved(nth)?, said.clock)),
        When::Weekend(_) | When::HolidayWeekend(..) => {
            return Some(Time::between(Part::Weekday(6), Part::Weekday(7)));
        }
        When::Season(season, _) => Part::SeasonOfYear(season),
        When::Quarter(quarter @ 1..=4, _) => Part::QuarterOfYear(quarter),
        When::Quarter(_, near) => {
            Part::Distance(Period::months(3).times(Number::whole(near::turns_of(near).into()))?)
        }
        When::Turns(scale, first, last) => {
            let at = |turns: i8| {
                Some(Part::Distance(units::length_of(scale)?.times(Number::whole(turns.into()))?))
            };
            return Some(Time::between(at(first)?, at(last)?));
        }
        When::Rest(Scale::Day) => Part::Current(CalendarUnit::Day),
        When::Rest(scale) => {
            return Some(Time::between(
                Part::Current(CalendarUnit::Day),
                Part::Current(units::unit_of(scale)?),
            ));
        }
        When::AnyDay => Part::AnyDay,
    };
    Some(with_clock(part.into(), said.clock))
}

fn with_clock(time: Time, clock: Option<Clock>) -> Time {
    if clock.is_none() {
        return time;
    }
    let put = |point: Option<Point>| point.map(|point| Point { clock, ..point });
    Time { first: put(time.first), last: put(time.last) }
}

fn placed(when: When, now: Now, tense: Tense) -> Option<Time> {
    let day = now.day;
    Some(match when {
        When::Fixed(part) => part.into(),
        When::Between(first, last) => Time::between(first, last),
        When::Holiday(holiday, near) => holiday::placed(&holiday, near, day, tense)?,
        When::HolidayWeekend(holiday, near) => holiday::weekend(&holiday, near, day, tense)?,
        When::Month(month, near) => Part::Month(near::year_of_month(month, near, day, tense), month).into(),
        When::Day(month, of_month, near) => {
            Part::Day(near::day_of_year(month, of_month, near, day, tense)?).into()
        }
        When::Weekday(weekday, near) => Part::Day(near::weekday_near(weekday, near, day, tense)?).into(),
        When::Weekdays(weekday, number) => Part::Day(weekdays::placed(weekday, number, day)?).into(),
        When::Season(season, near) => {
            Part::Season(near::year_of_part(season * 3, near, day, tense), season).into()
        }
        When::Quarter(0, near) => units::turned(Scale::Quarter, near::turns_of(near), day)?.into(),
        When::Quarter(quarter, near) => {
            Part::Quarter(near::year_of_part(quarter * 3 - 2, near, day, tense), quarter).into()
        }
        When::Weekend(near) => near::weekend(near, day, tense)?,
        When::RelativeDay(days) => Part::Day(units::shifted(day, i64::from(days).days())?).into(),
        When::Turn(scale, turns) => units::turned(scale, turns, day)?.into(),
        When::Away(distance) => {
            let place = |period: Period| reach::away(period, distance.scale, now);
            let here =
                if distance.scale == Scale::Clock { place(Period::ZERO)? } else { Part::Day(day).into() };
            reach::hedged(distance, &place, Some(here))?
        }
        When::Now => Time::at(Point { part: Part::Day(day), clock: now.clock.map(minute_of) }),
        When::Stretch(distance) => reach::stretch(distance, now)?,
        When::Within(distance) if distance.scale == Scale::Clock => reach::stretch(distance, now)?,
        When::Within(distance) => {
            Time::between(Part::Day(day), Part::Day(reach::day_away(distance.period, day)?))
        }
        When::Turns(scale, first, last) => {
            Time::between(units::turned(scale, first, day)?, units::turned(scale, last, day)?)
        }
        When::Rest(Scale::Day) => Time {
            first: Some(Point { part: Part::Day(day), clock: now.clock.map(minute_of) }),
            last: Some(Point { part: Part::Day(day), clock: now.clock.map(last_minute) }),
        },
        When::Rest(scale) => {
            let (_, last) = units::turned(scale, 0, day)?.days()?;
            Time::between(Part::Day(day), Part::Day(last))
        }
        When::Nth(nth) => within::resolved(nth, now, tense)?,
        When::AnyDay => Part::AnyDay.into(),
    })
}

/// The minute of a moment, which is all that "now" tells.
const fn minute_of(clock: Clock) -> Clock {
    if clock.length < 60 { Clock { start: clock.start / 60 * 60, length: 60, ..clock } } else { clock }
}

/// The last minute of a day.
const fn last_minute(clock: Clock) -> Clock {
    Clock { start: 24 * 3600 - 60, length: 60, ..clock }
}
