//! How times are written: as EDTF, with the few signs that it lacks.

use crate::value::daypart::NamedPart;
use crate::value::time::{CalendarUnit, Part, Point, Time};
use std::fmt;

/// How the unit of an unknown reference day is written: a distance of none of it. ISO 8601 has no letter
/// for the units but days, weeks, months and years.
pub(crate) const CURRENT: [(CalendarUnit, &str); 7] = [
    (CalendarUnit::Day, "P0D"),
    (CalendarUnit::Week, "P0W"),
    (CalendarUnit::Month, "P0M"),
    (CalendarUnit::Quarter, "P0Q"),
    (CalendarUnit::Year, "P0Y"),
    (CalendarUnit::Decade, "P0X"),
    (CalendarUnit::Century, "P0XX"),
];

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Century(century) if *century < 0 => write!(f, "-{:02}XX", century.unsigned_abs() - 1),
            Self::Century(century) => write!(f, "{century:02}XX"),
            Self::Decade(decade) => write!(f, "{decade:03}X"),
            Self::Year(year) if *year < 0 => write!(f, "-{:04}", year.unsigned_abs()),
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Season(year, season) => write!(f, "{year:04}-{}", 20 + season),
            Self::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Week(year, week) => write!(f, "{year:04}-W{week:02}"),
            Self::Day(day) => write!(f, "{day}"),
            Self::Sighted(day) => write!(f, "{day}~"),
            Self::Unknown => f.write_str("XXXX-XX-XX"),
            Self::Vague(side) => f.write_str(side.code()),
            Self::MonthOfYear(month) => write!(f, "XXXX-{month:02}"),
            Self::DayOfYear(month, day) => write!(f, "XXXX-{month:02}-{day:02}"),
            Self::DayOfMonth(day) => write!(f, "XXXX-XX-{day:02}"),
            Self::QuarterOfYear(quarter) => write!(f, "XXXX-Q{quarter}"),
            Self::SeasonOfYear(season) => write!(f, "XXXX-{}", 20 + season),
            Self::Weekday(weekday) => write!(f, "XXXX-WXX-{weekday}"),
            Self::Distance(period) => write!(f, "{period}"),
            Self::Current(unit) => {
                let (_, text) = CURRENT.iter().find(|(current, _)| current == unit).unwrap_or(&CURRENT[0]);
                f.write_str(text)
            }
            Self::AnyDay => Ok(()),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.part)?;
        let Some(clock) = self.clock else { return Ok(()) };
        // Without the space `-P1DT06` would be a day and six hours.
        if matches!(self.part, Part::Distance(_) | Part::Current(_)) {
            f.write_str(" ")?;
        }
        if let Some(named) = NamedPart::of(clock) {
            return write!(f, "T{}", named.code);
        }
        write!(f, "T{:02}", clock.start / 3600)?;
        if clock.length < 3600 {
            write!(f, ":{:02}", clock.start / 60 % 60)?;
        }
        if clock.length < 60 {
            write!(f, ":{:02}", clock.start % 60)?;
        }
        match clock.zone {
            Some(0) => f.write_str("Z"),
            Some(zone) => {
                let sign = if zone < 0 { '-' } else { '+' };
                write!(f, "{sign}{:02}:{:02}", zone.abs() / 60, zone.abs() % 60)
            }
            None => Ok(()),
        }
    }
}

/// Letters of a year.
const YEAR: usize = 4;

impl Time {
    /// Whether it is written as short as a year alone.
    #[must_use]
    pub fn is_short(&self) -> bool {
        // Most times are days, which are written longer.
        let is_day = |point: Point| matches!(point.part, Part::Day(_));
        !self.first.is_some_and(is_day) && self.to_string().len() == YEAR
    }
}

impl fmt::Display for Time {
    /// EDTF: one point, or `first/last` with `..` for an end that is missing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.first, self.last) {
            (Some(first), Some(last)) if first == last => write!(f, "{first}"),
            (Some(first), Some(last)) => write!(f, "{first}/{last}"),
            (Some(first), None) => write!(f, "{first}/.."),
            (None, Some(last)) => write!(f, "../{last}"),
            (None, None) => f.write_str("../.."),
        }
    }
}
