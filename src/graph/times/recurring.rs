//! Days that come again: Tuesdays, every 12 June. They are no interval, so they only pull in the ends of one.

use jiff::ToSpan;
use jiff::civil::Date;

/// A month and a day of it.
type DayOfYear = (i8, i8);

/// The day from which all are counted.
const EPOCH: Date = Date::constant(1970, 1, 1);

/// Days within which every recurring day comes again, leap days aside.
const ROUND: i64 = 366;

/// Days that come again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recurring {
    /// A weekday, 1 for Monday.
    Weekday(i8),
    /// From one day of the year to another.
    DaysOfYear(DayOfYear, DayOfYear),
}

impl Recurring {
    /// The first such day from `day` on.
    #[must_use]
    pub fn at_or_after(self, day: i64) -> Option<i64> {
        (day..=day.saturating_add(ROUND)).find(|day| self.holds(*day))
    }

    /// The last such day up to `day`.
    #[must_use]
    pub fn at_or_before(self, day: i64) -> Option<i64> {
        (day.saturating_sub(ROUND)..=day).rev().find(|day| self.holds(*day))
    }

    fn holds(self, day: i64) -> bool {
        let Some(date) = date(day) else { return false };
        match self {
            Self::Weekday(weekday) => date.weekday().to_monday_one_offset() == weekday,
            Self::DaysOfYear(first, last) => {
                let at = (date.month(), date.day());
                if first <= last { first <= at && at <= last } else { at >= first || at <= last }
            }
        }
    }
}

/// The number of a day.
#[must_use]
pub fn number(date: Date) -> i64 {
    EPOCH.until(date).map_or(0, |span| i64::from(span.get_days()))
}

/// The day of a number, if the calendar has it.
#[must_use]
pub fn date(number: i64) -> Option<Date> {
    EPOCH.checked_add(i32::try_from(number).ok()?.days()).ok()
}
