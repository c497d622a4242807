//! Days that are told twice, by their distance and by their name or date.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::time::resolve::units;
use crate::extract::time::said::When;
use crate::value::time::Part;
use jiff::ToSpan;
use jiff::civil::Date;

/// Whether a day counted from `today` falls on this weekday; true where today is not known.
#[must_use]
pub fn falls_on(today: Option<Date>, when: When, weekday: i8) -> bool {
    let (Some(day), When::RelativeDay(days)) = (today, when) else { return true };
    units::shifted(day, i64::from(days).days())
        .is_none_or(|day| day.weekday().to_monday_one_offset() == weekday)
}

/// The day nearest to one counted from `today` that falls on this weekday, no later than the next one, since texts
/// are published after they are written; the same day where today is not known.
#[must_use]
pub fn moved_to(today: Option<Date>, when: When, weekday: i8) -> When {
    let When::RelativeDay(days) = when else { return when };
    let shifts =
        [0, -1, 1, -2, -3, -4, -5].into_iter().map(|shift| When::RelativeDay(days.saturating_add(shift)));
    shifts.into_iter().find(|when| falls_on(today, *when, weekday)).unwrap_or(when)
}

/// Whether a day counted from `today` is the date that is told beside it; true where that is not known.
#[must_use]
pub fn same_day(today: Option<Date>, relative: When, told: When) -> bool {
    let (Some(day), When::RelativeDay(days)) = (today, relative) else { return true };
    let Some(day) = units::shifted(day, i64::from(days).days()) else { return true };
    match told {
        When::Fixed(part) => part == Part::Day(day),
        When::Day(month, of_month, _) => (day.month(), day.day()) == (month, of_month),
        _ => true,
    }
}
