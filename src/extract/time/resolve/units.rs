//! Units of the calendar counted from now.

use crate::extract::time::said::Scale;
use crate::value::duration::Period;
use crate::value::time::{CalendarUnit, Part};
use jiff::civil::Date;
use jiff::{Span, ToSpan};

/// The unit of the calendar, which an hour is not.
#[must_use]
pub const fn unit_of(scale: Scale) -> Option<CalendarUnit> {
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

/// How long a unit of the calendar is.
#[must_use]
pub const fn length_of(scale: Scale) -> Option<Period> {
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

/// The day at a distance, if the calendar has it.
#[must_use]
pub fn shifted(day: Date, span: Span) -> Option<Date> {
    day.checked_add(span).ok()
}

/// The unit of the calendar that is `turns` away from the one of `day`.
pub fn turned(scale: Scale, turns: i8, day: Date) -> Option<Part> {
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
