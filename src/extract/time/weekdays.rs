//! Weekdays counted from now: `three Fridays from now`, `two Mondays ago`, `the Friday after next`.

use crate::extract::time::count;
use crate::extract::time::relative::weekday;
use crate::extract::time::resolve::units;
use crate::extract::time::said::{Near, When};
use crate::extract::time::view::View;
use crate::lexicon::schema::function::Function;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Concepts of the plurals of weekdays begin with this and end with the number of the weekday.
const EVERY: &str = "every-";

/// Most weekdays that are counted so.
const MOST: i32 = 9;

/// Reads a weekday counted from now at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    counted(view, idx).or_else(|| after_next(view, idx))
}

/// Reads `three Fridays from now`, `two Mondays ago`.
fn counted(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (number, at) = count::cardinal(view, idx).filter(|(number, _)| (1..=MOST).contains(number))?;
    let several = || view.get(at)?.concept()?.0.strip_prefix(EVERY)?.parse::<i8>().ok();
    let weekday = several().or_else(|| weekday::name(view, at).filter(|_| number == 1))?;
    let number = i8::try_from(number).ok()?;
    let back = view.is(at + 1, Function::Ago);
    let ahead = view.is(at + 1, Function::Hence);
    (back || ahead).then(|| (When::Weekdays(weekday, if back { -number } else { number }), at + 2))
}

/// Reads `Friday after next`.
fn after_next(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (weekday, near, at) = weekday::read(view, idx)?;
    let next = view.skip_stop(at + 1);
    let told = near == Near::Free && view.is(at, Function::After) && view.near(next) == Some(Near::Next);
    let ends = weekday::name(view, next + 1).is_none() && view.scale(next + 1).is_none();
    (told && ends).then_some((When::Weekdays(weekday, 2), next + 1))
}

/// The weekday so many times on from `day`, or back where the number is negative.
#[must_use]
pub fn placed(weekday: i8, number: i8, day: Date) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    let (ahead, behind) = (day.weekday().until(weekday), day.weekday().since(weekday));
    let first = match (number > 0, ahead) {
        (_, 0) if number > 0 => 7,
        (_, 0) => -7,
        (true, _) => i64::from(ahead),
        (false, _) => -i64::from(behind),
    };
    let weeks = i64::from(number.signum()) * (i64::from(number.unsigned_abs()) - 1);
    units::shifted(day, (first + 7 * weeks).days())
}
