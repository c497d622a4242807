//! Distances from now, with their hedges, and stretches that reach up to now.

use crate::extract::time::resolve::Now;
use crate::extract::time::resolve::units;
use crate::extract::time::said::{Distance, Scale};
use crate::lexicon::schema::numbers::Hedge;
use crate::value::duration::{DAY, Period};
use crate::value::number::Number;
use crate::value::time::{Clock, Part, Point, Time};
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// Whether a distance leads back.
pub fn is_past(period: Period) -> bool {
    period.months.is_negative() || period.seconds.is_negative()
}

/// The stretch from a distance back up to now, or on from now: from this minute, or from the next day.
pub fn stretch(distance: Distance, now: Now) -> Option<Time> {
    let past = is_past(distance.period);
    if distance.scale == Scale::Clock {
        return hours(distance.period, now);
    }
    let first = if past { now.day } else { units::shifted(now.day, 1.days())? };
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
pub fn day_away(period: Period, day: Date) -> Option<Date> {
    let months = Span::new().try_months(period.months.floor()?).ok()?;
    let days = period.seconds.over(Number::whole(DAY))?.floor()?;
    units::shifted(units::shifted(day, months)?, Span::new().try_days(days).ok()?)
}

/// The time of a distance with its hedge: a little wider, or open to one side up to `now`.
pub fn hedged(
    distance: Distance,
    place: &dyn Fn(Period) -> Option<Point>,
    now: Option<Point>,
) -> Option<Time> {
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
pub fn away(period: Period, scale: Scale, now: Now) -> Option<Point> {
    let months = period.months.floor()?;
    let day = units::shifted(now.day, Span::new().try_months(months).ok()?)?;
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
    let day = units::shifted(day, Span::new().try_days(seconds.div_euclid(DAY)).ok()?)?;
    let clock = Clock { zone: clock.zone, ..Clock::new(i32::try_from(start).ok()?, length) };
    Some(Point { part: Part::Day(day), clock: Some(clock) })
}
