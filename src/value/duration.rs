//! Lengths of time in ISO 8601, as intervals of seconds where months or years make them inexact.

use crate::value::amount::Form;
use crate::value::interval::{End, Interval};
use crate::value::number::Number;
use std::fmt;
use std::str::FromStr;

/// Seconds of a day.
pub const DAY: i64 = 86_400;

/// The share of a length that a round unit never covers more of: a length is told to two digits at least.
const TENTH: i64 = 10;

/// The share of a length that a hedge never leaves open more of.
const QUARTER: i64 = 4;

/// A calendar period: months, and exact seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    /// Months, years being twelve.
    pub months: Number,
    /// Seconds, days being 86,400.
    pub seconds: Number,
}

impl Period {
    /// No time at all.
    pub const ZERO: Self = Self { months: Number::ZERO, seconds: Number::ZERO };

    /// A period of whole days.
    #[must_use]
    pub const fn days(n: i64) -> Self {
        Self { months: Number::ZERO, seconds: Number::whole(n.saturating_mul(DAY)) }
    }

    /// A period of whole months.
    #[must_use]
    pub const fn months(n: i64) -> Self {
        Self { months: Number::whole(n), seconds: Number::ZERO }
    }

    /// The sum, where it is exact.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        Some(Self { months: self.months.plus(other.months)?, seconds: self.seconds.plus(other.seconds)? })
    }

    /// The period taken `factor` times, where it is exact.
    #[must_use]
    pub fn times(self, factor: Number) -> Option<Self> {
        Some(Self { months: self.months.times(factor)?, seconds: self.seconds.times(factor)? })
    }

    /// The shortest and the longest it can be, in seconds: a month has 28 to 31 days and, from a full year
    /// on, a twelfth of 365 to 366.
    #[must_use]
    pub fn bounds(self) -> Option<(Number, Number)> {
        if self.months.is_zero() {
            return Some((self.seconds, self.seconds));
        }
        let year = self.months.magnitude() >= Number::whole(12);
        let (short, long) = if year { (365 * DAY / 12, 366 * DAY / 12) } else { (28 * DAY, 31 * DAY) };
        let low = self.months.times(Number::whole(short))?.plus(self.seconds)?;
        let high = self.months.times(Number::whole(long))?.plus(self.seconds)?;
        Some((low.min(high), low.max(high)))
    }
}

/// A length of time.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Duration {
    /// How it is stated.
    pub form: Form<Period>,
    /// How finely it is stated: one of its smallest unit, or the written precision of that unit's number.
    pub precision: Period,
}

impl Duration {
    /// A duration stated to the smallest unit that its ISO form names.
    #[must_use]
    pub fn new(form: Form<Period>) -> Self {
        let precision = form.stated().values().map(|period| smallest_unit(*period)).min();
        Self { form, precision: precision.unwrap_or(Period::ZERO) }
    }

    /// The same, stated in so many of a unit that is larger than the one that its ISO form names: in weeks.
    #[must_use]
    pub fn in_units_of(self, unit: Period) -> Self {
        let is_whole = |period: &&Period| {
            let count = period.seconds.over(unit.seconds).filter(|_| unit.months.is_zero());
            count.is_some_and(|count| count.to_whole().is_some())
        };
        let is_larger = unit.bounds() > self.precision.bounds() && self.form.stated().iter().all(is_whole);
        if is_larger { Self { precision: unit, ..self } } else { self }
    }

    /// The set of possibilities in seconds, in ascending order; none where it is not exact.
    #[must_use]
    pub fn possibilities(&self) -> Option<Vec<Interval<Number>>> {
        let mut all: Vec<_> = match &self.form {
            Form::Range(first, last) => {
                let (first, last) = (first.bounds()?, last.bounds()?);
                vec![Interval::closed(first.0.min(last.0), first.1.max(last.1))]
            }
            Form::Exactly(_)
            | Form::About(_)
            | Form::Nearly(_)
            | Form::Over(_)
            | Form::AtLeast(_)
            | Form::Under(_)
            | Form::AtMost(_)
            | Form::Choice(_) => self
                .form
                .stated()
                .values()
                .map(|period| self.around(period.bounds()?))
                .collect::<Option<_>>()?,
        };
        all.sort_unstable();
        Some(all)
    }

    /// Its precision in seconds, at the longest.
    #[must_use]
    pub fn base_precision(&self) -> Option<Number> {
        Some(self.precision.bounds()?.1)
    }

    /// The step in seconds to which others round to it: its precision, but never more than a tenth of it. Who says
    /// a year for seven months has not rounded.
    #[must_use]
    pub fn rounding_step(&self) -> Option<Number> {
        self.capped(TENTH)
    }

    /// How many seconds a hedge leaves open: its precision, but never more than a quarter of it.
    fn fuzz(&self) -> Option<Number> {
        self.capped(QUARTER)
    }

    /// Its precision in seconds, or a share of it where that is less.
    fn capped(&self, share: i64) -> Option<Number> {
        let longest = self.form.stated().first()?.bounds()?.1.magnitude();
        Some(self.base_precision()?.min(longest.over(Number::whole(share))?))
    }

    /// What one stated period, between `low` and `high` seconds, means under the form's hedge or bound.
    fn around(&self, (low, high): (Number, Number)) -> Option<Interval<Number>> {
        let fuzz = || self.fuzz();
        Some(match &self.form {
            Form::Exactly(_) | Form::Choice(_) | Form::Range(..) => Interval::closed(low, high),
            Form::About(_) => Interval::closed(low.minus(fuzz()?)?, high.plus(fuzz()?)?),
            Form::Nearly(_) => Interval { lower: End::Closed(low.minus(fuzz()?)?), upper: End::Open(high) },
            Form::Over(_) => Interval { lower: End::Open(low), upper: End::Unbounded },
            Form::AtLeast(_) => Interval { lower: End::Closed(low), upper: End::Unbounded },
            Form::Under(_) => Interval { lower: End::Unbounded, upper: End::Open(high) },
            Form::AtMost(_) => Interval { lower: End::Unbounded, upper: End::Closed(high) },
        })
    }
}

/// One of the smallest unit that the ISO form of `period` names.
fn smallest_unit(period: Period) -> Period {
    if period.seconds.is_zero() {
        let year = period.months.over(Number::whole(12)).is_some_and(|years| years.to_whole().is_some());
        return Period::months(if year { 12 } else { 1 });
    }
    let units = [DAY, 3600, 60, 1];
    let divides =
        |unit: &&i64| period.seconds.over(Number::whole(**unit)).is_some_and(|n| n.to_whole().is_some());
    let seconds = units.iter().find(divides).map_or(Number::ONE, |unit| Number::whole(*unit));
    Period { months: Number::ZERO, seconds }
}

impl fmt::Display for Period {
    /// ISO 8601: `P1Y6M`, `P2D`, `PT17M10S`; a minus before `P` for a negative one.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.months.is_negative() || self.seconds.is_negative() {
            f.write_str("-")?;
        }
        let (months, seconds) = (self.months.magnitude(), self.seconds.magnitude());
        f.write_str("P")?;
        let years = months.over(Number::whole(12)).and_then(Number::floor).unwrap_or(0);
        let rest = months.minus(Number::whole(years.saturating_mul(12))).unwrap_or(Number::ZERO);
        write_part(f, Number::whole(years), 'Y')?;
        write_part(f, rest, 'M')?;
        let days = seconds.over(Number::whole(DAY)).and_then(Number::floor).unwrap_or(0);
        write_part(f, Number::whole(days), 'D')?;
        let clock = seconds.minus(Number::whole(days.saturating_mul(DAY))).unwrap_or(Number::ZERO);
        if !clock.is_zero() {
            return write_clock(f, clock);
        }
        if months.is_zero() && days == 0 { f.write_str("T0S") } else { Ok(()) }
    }
}

fn write_clock(f: &mut fmt::Formatter<'_>, mut seconds: Number) -> fmt::Result {
    f.write_str("T")?;
    for (unit, letter) in [(3600, 'H'), (60, 'M')] {
        let whole = seconds.over(Number::whole(unit)).and_then(Number::floor).unwrap_or(0);
        write_part(f, Number::whole(whole), letter)?;
        seconds = seconds.minus(Number::whole(whole * unit)).unwrap_or(Number::ZERO);
    }
    write_part(f, seconds, 'S')
}

fn write_part(f: &mut fmt::Formatter<'_>, number: Number, letter: char) -> fmt::Result {
    if number.is_zero() { Ok(()) } else { write!(f, "{number}{letter}") }
}

/// A text that is no ISO 8601 duration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not an ISO 8601 duration")]
pub struct PeriodError;

impl FromStr for Period {
    type Err = PeriodError;

    fn from_str(text: &str) -> Result<Self, PeriodError> {
        if let Some(positive) = text.strip_prefix('-') {
            return positive.parse::<Self>()?.times(Number::whole(-1)).ok_or(PeriodError);
        }
        let body = text.strip_prefix('P').ok_or(PeriodError)?;
        let (date, clock) = body.split_once('T').unwrap_or((body, ""));
        if body.is_empty() || body.ends_with('T') {
            return Err(PeriodError);
        }
        let date = parts(
            date,
            &[('Y', Self::months(12)), ('M', Self::months(1)), ('W', Self::days(7)), ('D', Self::days(1))],
        )?;
        let second = |n| Self { months: Number::ZERO, seconds: Number::whole(n) };
        let clock = parts(clock, &[('H', second(3600)), ('M', second(60)), ('S', second(1))])?;
        date.plus(clock).ok_or(PeriodError)
    }
}

/// Adds up parts such as `1Y6M`; each letter at most once and in the order of `units`.
fn parts(mut text: &str, units: &[(char, Period)]) -> Result<Period, PeriodError> {
    let mut sum = Period::ZERO;
    for (letter, unit) in units {
        if let Some((number, rest)) = text.split_once(*letter) {
            let number: Number = number.parse().map_err(|_| PeriodError)?;
            sum = unit.times(number).and_then(|part| sum.plus(part)).ok_or(PeriodError)?;
            text = rest;
        }
    }
    if text.is_empty() { Ok(sum) } else { Err(PeriodError) }
}
