//! From what the words say to the calendar: with the day of writing where it is known, without it where
//! it is not.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::time::holiday;
use crate::extract::time::said::{Distance, Near, Said, Scale, When};
use crate::extract::time::tense::Tense;
use crate::extract::time::weekdays;
use crate::extract::time::within;
use crate::lexicon::schema::numbers::Hedge;
use crate::value::duration::{DAY, Period};
use crate::value::number::Number;
use crate::value::time::{CalendarUnit, Clock, Part, Point, Time};
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// Days within which a date that has just gone is meant in spite of a future verb.
const JUST_GONE: i64 = 7;

/// Days within which a coming date is meant in spite of a past verb, which may be a participle.
const SOON: i64 = 21;

/// Days within which a coming date is meant where no verb tells.
const COMING: i64 = 45;

/// Months of half a year.
const HALF_YEAR: i8 = 6;

/// The moment of writing.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    /// The day.
    pub day: Date,
    /// The time of day, if it is known.
    pub clock: Option<Clock>,
}

impl Now {
    /// The moment that a reference time begins with, if that is a day.
    #[must_use]
    pub fn of(reference: &Time) -> Option<Self> {
        let point = reference.first?;
        let Part::Day(day) = point.part else { return None };
        Some(Self { day, clock: point.clock })
    }
}

/// The time that was said, seen from `now`; none where it cannot be placed.
#[must_use]
pub fn resolved(said: &Said, now: Now, tense: Tense) -> Option<Time> {
    let time = placed(said.when, now, tense)?;
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
        When::Turn(scale, 0) => Part::Current(unit_of(scale)?),
        When::Turn(scale, turns) => Part::Distance(length_of(scale)?.times(Number::whole(turns.into()))?),
        When::Away(distance) => {
            return hedged(distance, &|period| Some(Part::Distance(period).into()), None);
        }
        When::Now => Part::Distance(Period::ZERO),
        When::Stretch(distance) | When::Within(distance) => {
            let here = Part::Current(CalendarUnit::Day);
            let there = Part::Distance(distance.period);
            return Some(if is_past(distance.period) {
                Time::between(there, here)
            } else {
                Time::between(here, there)
            });
        }
        When::Nth(nth) => return Some(with_clock(within::unresolved(nth)?, said.clock)),
        When::Weekend(_) => return Some(Time::between(Part::Weekday(6), Part::Weekday(7))),
        When::Season(season, _) => Part::SeasonOfYear(season),
        When::Quarter(quarter @ 1..=4, _) => Part::QuarterOfYear(quarter),
        When::Quarter(_, near) => {
            Part::Distance(Period::months(3).times(Number::whole(turns_of(near).into()))?)
        }
        When::Turns(scale, first, last) => {
            let at = |turns: i8| Some(Part::Distance(length_of(scale)?.times(Number::whole(turns.into()))?));
            return Some(Time::between(at(first)?, at(last)?));
        }
        When::Rest(Scale::Day) => Part::Current(CalendarUnit::Day),
        When::Rest(scale) => {
            return Some(Time::between(Part::Current(CalendarUnit::Day), Part::Current(unit_of(scale)?)));
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

const fn unit_of(scale: Scale) -> Option<CalendarUnit> {
    Some(match scale {
        Scale::Day => CalendarUnit::Day,
        Scale::Week => CalendarUnit::Week,
        Scale::Month => CalendarUnit::Month,
        Scale::Quarter => CalendarUnit::Quarter,
        Scale::Year => CalendarUnit::Year,
        Scale::Decade => CalendarUnit::Decade,
        Scale::Century => CalendarUnit::Century,
        Scale::Clock => return None,
    })
}

const fn length_of(scale: Scale) -> Option<Period> {
    Some(match scale {
        Scale::Day => Period::days(1),
        Scale::Week => Period::days(7),
        Scale::Month => Period::months(1),
        Scale::Quarter => Period::months(3),
        Scale::Year => Period::months(12),
        Scale::Decade => Period::months(120),
        Scale::Century => Period::months(1200),
        Scale::Clock => return None,
    })
}

fn placed(when: When, now: Now, tense: Tense) -> Option<Time> {
    let day = now.day;
    Some(match when {
        When::Fixed(part) => part.into(),
        When::Between(first, last) => Time::between(first, last),
        When::Holiday(holiday, near) => holiday::placed(&holiday, near, day, tense)?,
        When::Month(month, near) => Part::Month(year_of_month(month, near, day, tense), month).into(),
        When::Day(month, of_month, near) => Part::Day(day_of_year(month, of_month, near, day, tense)?).into(),
        When::Weekday(weekday, near) => Part::Day(weekday_near(weekday, near, day, tense)?).into(),
        When::Weekdays(weekday, number) => Part::Day(weekdays::placed(weekday, number, day)?).into(),
        When::Season(season, near) => Part::Season(year_of_part(season * 3, near, day, tense), season).into(),
        When::Quarter(0, near) => turned(Scale::Quarter, turns_of(near), day)?.into(),
        When::Quarter(quarter, near) => {
            Part::Quarter(year_of_part(quarter * 3 - 2, near, day, tense), quarter).into()
        }
        When::Weekend(near) => weekend(near, day, tense)?,
        When::RelativeDay(days) => Part::Day(shifted(day, i64::from(days).days())?).into(),
        When::Turn(scale, turns) => turned(scale, turns, day)?.into(),
        When::Away(distance) => {
            let place = |period: Period| away(period, distance.scale, now);
            let here =
                if distance.scale == Scale::Clock { place(Period::ZERO)? } else { Part::Day(day).into() };
            hedged(distance, &place, Some(here))?
        }
        When::Now => Time::at(Point { part: Part::Day(day), clock: now.clock.map(minute_of) }),
        When::Stretch(distance) => stretch(distance, now)?,
        When::Within(distance) if distance.scale == Scale::Clock => stretch(distance, now)?,
        When::Within(distance) => Time::between(Part::Day(day), Part::Day(day_away(distance.period, day)?)),
        When::Turns(scale, first, last) => {
            Time::between(turned(scale, first, day)?, turned(scale, last, day)?)
        }
        When::Rest(Scale::Day) => Time {
            first: Some(Point { part: Part::Day(day), clock: now.clock.map(minute_of) }),
            last: Some(Point { part: Part::Day(day), clock: now.clock.map(last_minute) }),
        },
        When::Rest(scale) => {
            let (_, last) = turned(scale, 0, day)?.days()?;
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

/// Whether a distance leads back.
fn is_past(period: Period) -> bool {
    period.months.is_negative() || period.seconds.is_negative()
}

/// The stretch from a distance back up to now, or on from now: from this minute, or from the next day.
fn stretch(distance: Distance, now: Now) -> Option<Time> {
    let past = is_past(distance.period);
    if distance.scale == Scale::Clock {
        return hours(distance.period, now);
    }
    let first = if past { now.day } else { shifted(now.day, 1.days())? };
    let here = Point::from(Part::Day(first));
    let there = Point::from(Part::Day(day_away(distance.period, now.day)?));
    Some(if past { Time::between(there, here) } else { Time::between(here, there) })
}

/// So many hours, minutes or seconds up to now, or on from now, and no more.
fn hours(period: Period, now: Now) -> Option<Time> {
    let even = period.seconds.over(Number::whole(60))?.to_whole().is_some();
    let step = Period { months: Number::ZERO, seconds: Number::whole(if even { -60 } else { -1 }) };
    Some(if is_past(period) {
        Time::between(hours_away(period, now)?, hours_away(step, now)?)
    } else {
        Time::between(hours_away(Period::ZERO, now)?, hours_away(period.plus(step)?, now)?)
    })
}

/// The day at a distance.
fn day_away(period: Period, day: Date) -> Option<Date> {
    let months = Span::new().try_months(period.months.floor()?).ok()?;
    let days = period.seconds.over(Number::whole(DAY))?.floor()?;
    shifted(shifted(day, months)?, Span::new().try_days(days).ok()?)
}

pub(super) fn shifted(day: Date, span: Span) -> Option<Date> {
    day.checked_add(span).ok()
}

/// The year of a month; the month of now counts as past unless the words say otherwise.
pub(super) fn year_of_month(month: i8, near: Near, day: Date, tense: Tense) -> i16 {
    let earlier = |counts: bool| day.year() - i16::from(!counts);
    let later = |counts: bool| day.year() + i16::from(!counts);
    match near {
        Near::This => day.year(),
        Near::Year(turns) => day.year() + i16::from(turns),
        Near::Last => earlier(month < day.month()),
        Near::Next | Near::Further => later(month > day.month()),
        Near::Free if matches!(tense, Tense::Future | Tense::Alone) => later(month >= day.month()),
        Near::Free if tense == Tense::Near && (month - day.month()).rem_euclid(12) < HALF_YEAR => {
            later(month >= day.month())
        }
        Near::Free if comes_soon(month, day) => later(month > day.month()),
        Near::Free => earlier(month <= day.month()),
    }
}

/// Whether the month begins within some days: "in November" of a late October is not that of last year.
fn comes_soon(month: i8, day: Date) -> bool {
    let next = day.first_of_month().checked_add(1.months()).ok();
    next.is_some_and(|next| next.month() == month && days_from(day, next) <= SOON)
}

/// The year of a season or quarter that begins with `month`.
fn year_of_part(month: i8, near: Near, day: Date, tense: Tense) -> i16 {
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
fn day_of_year(month: i8, of_month: i8, near: Near, day: Date, tense: Tense) -> Option<Date> {
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
        Tense::Near => ahead <= gone,
        Tense::Past => ahead <= SOON,
        Tense::Unknown => ahead <= COMING,
    }
}

fn weekday_near(weekday: i8, near: Near, day: Date, tense: Tense) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let (ahead, is_today) = (day.weekday().until(weekday), day.weekday() == weekday);
    let back = if is_today { 7 } else { i64::from(7 - ahead) };
    let on = if is_today { 7 } else { i64::from(ahead) };
    match near {
        Near::Free if is_today => Some(day),
        Near::Free if matches!(tense, Tense::Future | Tense::Alone | Tense::Near) => shifted(day, on.days()),
        Near::Free | Near::Last | Near::Year(_) => shifted(day, (-back).days()),
        Near::Next => shifted(day, on.days()),
        Near::Further => {
            let monday = i64::from(day.weekday().since(Weekday::Monday));
            shifted(day, (7 - monday + i64::from(weekday.to_monday_zero_offset())).days())
        }
        Near::This => {
            let offset =
                i64::from(weekday.to_monday_one_offset()) - i64::from(day.weekday().to_monday_one_offset());
            shifted(day, offset.days())
        }
    }
}

fn weekend(near: Near, day: Date, tense: Tense) -> Option<Time> {
    let since = i64::from(day.weekday().since(Weekday::Saturday));
    let last = shifted(day, (-since).days())?;
    let ahead = matches!(near, Near::Next | Near::Further)
        || (matches!(tense, Tense::Future | Tense::Alone) && near == Near::Free && since > 1);
    let comes = matches!(near, Near::This) && since > 1 && tense != Tense::Past;
    let first = match near {
        Near::Last if since <= 1 => shifted(last, (-7).days())?,
        _ if ahead || comes => shifted(last, 7.days())?,
        _ => last,
    };
    Some(Time::between(Part::Day(first), Part::Day(shifted(first, 1.days())?)))
}

const fn turns_of(near: Near) -> i8 {
    match near {
        Near::Last => -1,
        Near::Next | Near::Further => 1,
        Near::Free | Near::This => 0,
        Near::Year(turns) => turns,
    }
}

/// The unit of the calendar that is `turns` away from the one of `day`.
pub(super) fn turned(scale: Scale, turns: i8, day: Date) -> Option<Part> {
    let steps = i64::from(turns);
    Some(match scale {
        Scale::Day => Part::Day(shifted(day, steps.days())?),
        Scale::Week => {
            let week = shifted(day, steps.weeks())?.iso_week_date();
            Part::Week(week.year(), week.week())
        }
        Scale::Month => {
            let month = shifted(day.first_of_month(), steps.months())?;
            Part::Month(month.year(), month.month())
        }
        Scale::Quarter => {
            let month = shifted(day.first_of_month(), (steps * 3).months())?;
            Part::Quarter(month.year(), (month.month() + 2) / 3)
        }
        Scale::Year => Part::Year(day.year() + i16::from(turns)),
        Scale::Decade => Part::Decade(day.year() / 10 + i16::from(turns)),
        Scale::Century => Part::Century(day.year() / 100 + i16::from(turns)),
        Scale::Clock => return None,
    })
}

/// The time of a distance with its hedge: a little wider, or open to one side up to `now`.
fn hedged(distance: Distance, place: &dyn Fn(Period) -> Option<Point>, now: Option<Point>) -> Option<Time> {
    let exact = place(distance.period)?;
    let coarse = matches!(distance.scale, Scale::Decade | Scale::Century) && now.is_some();
    let past = is_past(distance.period);
    Some(match distance.hedge {
        None | Some(Hedge::Exactly) if coarse => widened(distance, Number::ratio(1, 2)?, place)?,
        None | Some(Hedge::Exactly) => Time::at(exact),
        Some(Hedge::About) => widened(distance, Number::ONE, place)?,
        Some(Hedge::Nearly) if past => Time { first: Some(exact), ..widened(distance, Number::ONE, place)? },
        Some(Hedge::Nearly) => Time { last: Some(exact), ..widened(distance, Number::ONE, place)? },
        Some(Hedge::Over | Hedge::AtLeast) if past => Time { first: None, last: Some(exact) },
        Some(Hedge::Over | Hedge::AtLeast) => Time { first: Some(exact), last: None },
        Some(Hedge::Under | Hedge::AtMost) if past => Time { first: Some(exact), last: now },
        Some(Hedge::Under | Hedge::AtMost) => Time { first: now, last: Some(exact) },
    })
}

/// The stretch around a distance, as many of its steps to both sides.
fn widened(distance: Distance, steps: Number, place: &dyn Fn(Period) -> Option<Point>) -> Option<Time> {
    let step = distance.step.times(steps)?;
    let back = step.times(Number::whole(-1))?;
    Some(Time { first: place(distance.period.plus(back)?), last: place(distance.period.plus(step)?) })
}

/// The point at a distance from now, as fine as the unit that tells it.
fn away(period: Period, scale: Scale, now: Now) -> Option<Point> {
    let months = period.months.floor()?;
    let day = shifted(now.day, Span::new().try_months(months).ok()?)?;
    let part = match scale {
        Scale::Year | Scale::Decade | Scale::Century if months % 12 == 0 => Part::Year(day.year()),
        Scale::Year | Scale::Decade | Scale::Century | Scale::Month | Scale::Quarter => {
            Part::Month(day.year(), day.month())
        }
        Scale::Week | Scale::Day => Part::Day(day_away(period, now.day)?),
        Scale::Clock => return hours_away(period, now),
    };
    Some(part.into())
}

/// The minute or second at a distance; it stays relative where the hour of writing is not known.
fn hours_away(period: Period, now: Now) -> Option<Point> {
    let Some(clock) = now.clock else { return Some(Part::Distance(period).into()) };
    let seconds = i64::from(clock.start).checked_add(period.seconds.floor()?)?;
    let even = period.seconds.over(Number::whole(60))?.to_whole().is_some();
    let (step, length) = if even { (60, 60) } else { (1, 1) };
    let start = seconds.rem_euclid(DAY) / step * step;
    let day = day_away(Period { seconds: Number::ZERO, ..period }, now.day)?;
    let day = shifted(day, Span::new().try_days(seconds.div_euclid(DAY)).ok()?)?;
    let clock = Clock { start: i32::try_from(start).ok()?, length, zone: clock.zone };
    Some(Point { part: Part::Day(day), clock: Some(clock) })
}

/// Whether a day counted from `today` falls on this weekday; true where today is not known.
#[must_use]
pub fn falls_on(today: Option<Date>, when: When, weekday: i8) -> bool {
    let (Some(day), When::RelativeDay(days)) = (today, when) else { return true };
    shifted(day, i64::from(days).days()).is_none_or(|day| day.weekday().to_monday_one_offset() == weekday)
}

/// The day nearest to one counted from `today` that falls on this weekday; the same day where today is not
/// known.
#[must_use]
pub fn moved_to(today: Option<Date>, when: When, weekday: i8) -> When {
    let When::RelativeDay(days) = when else { return when };
    let shifts =
        [0, -1, 1, -2, 2, -3, 3].into_iter().map(|shift| When::RelativeDay(days.saturating_add(shift)));
    shifts.into_iter().find(|when| falls_on(today, *when, weekday)).unwrap_or(when)
}

/// Whether a day counted from `today` is the date that is told beside it; true where that is not known.
#[must_use]
pub fn same_day(today: Option<Date>, relative: When, told: When) -> bool {
    let (Some(day), When::RelativeDay(days)) = (today, relative) else { return true };
    let Some(day) = shifted(day, i64::from(days).days()) else { return true };
    match told {
        When::Fixed(part) => part == Part::Day(day),
        When::Day(month, of_month, _) => (day.month(), day.day()) == (month, of_month),
        _ => true,
    }
}
