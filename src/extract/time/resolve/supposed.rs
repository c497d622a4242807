//! Times of articles that nobody dated, seen from the first of the days between which the other articles of the story
//! were written. What is told by its weekday, date, month or year is placed by them; what is counted from the day of
//! writing, as yesterday is, stays open.

use crate::extract::time::resolve::{self, Now, units};
use crate::extract::time::said::{Near, Nth, Scale, When, Whole};
use crate::extract::time::tense::Tense;
use crate::value::time::{Part, Time};
use jiff::ToSpan;
use jiff::civil::Weekday;

/// Days before the first article of a story from which on its weekdays are.
const BEFORE: i64 = 2;

/// The time that was said.
pub(super) fn placed(when: When, now: Now, tense: Tense) -> Option<Time> {
    if let When::Weekday(weekday, near) = when {
        return self::weekday(weekday, near, now, tense);
    }
    is_open_to(when).then(|| resolve::placed(when, now, tense)).flatten()
}

/// The weekday that lies in the days of the story; a coming one behind its first day.
fn weekday(weekday: i8, near: Near, now: Now, tense: Tense) -> Option<Time> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let comes = match near {
        Near::Next => true,
        Near::Free => matches!(tense, Tense::Future | Tense::Alone | Tense::Near),
        Near::Last | Near::This => false,
        Near::Further | Near::Year(_) => return None,
    };
    let first = units::shifted(now.day, if comes { 1 } else { -BEFORE }.days())?;
    let day = units::shifted(first, i64::from(first.weekday().until(weekday)).days())?;
    Some(Part::Day(day).into())
}

/// Whether a time is told so that any of some days of writing places it alike.
const fn is_open_to(when: When) -> bool {
    match when {
        When::Fixed(_) | When::Between(..) | When::Holiday(..) | When::Month(..) | When::Day(..) => true,
        When::Season(..) | When::AnyDay | When::Quarter(1..=4, _) => true,
        When::Turn(scale, _) => is_long(scale),
        When::Nth(Nth { of, .. }) => match of {
            Whole::Part(_) | Whole::Month(..) => true,
            Whole::Turn(scale, _) => is_long(scale),
            Whole::AnyMonth => false,
        },
        When::Weekday(..) | When::Weekdays(..) | When::RelativeDay(_) | When::Weekend(_) => false,
        When::HolidayWeekend(..) | When::Quarter(..) | When::Now | When::Stretch(_) => false,
        When::Away(_) | When::Within(_) | When::Turns(..) | When::Rest(_) => false,
    }
}

/// Whether a unit of the calendar is so long that some days make no difference.
const fn is_long(scale: Scale) -> bool {
    matches!(scale, Scale::Year | Scale::Decade | Scale::Century)
}
