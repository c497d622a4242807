//! Dates of the Hijri calendar: `9 رمضان 1445 هـ`, `15 Rajab 1446 AH`, with the date of ours that may stand
//! beside them.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::time::date;
use crate::extract::time::holiday;
use crate::extract::time::said::{Near, Scale, When};
use crate::extract::time::view::View;
use crate::lexicon::calendar;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::calendar::Era;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::holiday::{Calendar, Holiday};
use crate::value::time::Part;

/// Years in which Hijri dates of the press lie.
const YEARS: std::ops::RangeInclusive<i32> = 1300..=1500;

/// Fewest digits of a year that its era marks.
const SHORTEST: usize = 3;

/// The concept of words between a date and the same day of another calendar.
const CORRESPONDING: &str = "corresponding";

/// Reads a Hijri date at `idx`; with the index behind it. The date of our calendar that stands behind it, if
/// one does, is the surer one.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (when, next) = day(view, idx).or_else(|| month(view, idx)).or_else(|| whole_year(view, idx))?;
    Some(corresponding(view, next).unwrap_or((when, next)))
}

/// Reads `9 رمضان`, `15 Rajab 1446`, `العاشر من محرم 1447`: a day in words needs its year, since places are
/// called so.
fn day(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (day, next) = date::day_number(view, idx)?;
    let of = view.skip(next, &[Function::Of, Function::From]);
    let at = of + usize::from(view.is_one(of, Scale::Month));
    let number = u8::try_from(day).ok()?;
    let holiday = Holiday { day: Some(number), ..rule(view, at)? };
    match year(view, at + 1) {
        Some((year, end)) => Some((holiday::between(&holiday, holiday.in_own_year(year)?), end)),
        None if view.raw(idx).is_some() => Some((When::Holiday(holiday, Near::Free), at + 1)),
        None => None,
    }
}

/// Reads `شهر رجب`, `رجب 1446 هـ`, `شهر شعبان المقبل`.
fn month(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let led = view.is_one(idx, Scale::Month);
    let at = idx + usize::from(led);
    let holiday = rule(view, at).filter(|_| view.is_capital(at))?;
    if let Some((year, end)) = year(view, at + 1) {
        return Some((holiday::between(&holiday, holiday.in_own_year(year)?), end));
    }
    let near = view.near(at + 1).filter(|near| view.near_follows() && *near != Near::This);
    let end = at + 1 + usize::from(near.is_some());
    led.then(|| (When::Holiday(holiday, near.unwrap_or(Near::Free)), end))
}

/// Reads `عام 1445 هـ`, `1445 AH`.
fn whole_year(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let at = idx + usize::from(view.is_year_word(idx));
    let (year, end) = year(view, at).filter(|(_, end)| *end > at + 1)?;
    let first = calendar::day(Calendar::Hijri, year, 1, 1)?;
    let last = calendar::day(Calendar::Hijri, year + 1, 1, 1)?.yesterday().ok()?;
    Some((When::Between(Part::Sighted(first), Part::Sighted(last)), end))
}

/// The month that one word names, as the rule of its days.
fn rule(view: &View<'_>, idx: usize) -> Option<Holiday> {
    let month = view.meaning(idx, |meaning| match meaning {
        Meaning::HijriMonth(month) => Some(*month),
        Meaning::Holiday(id) => {
            view.lexicon.holidays.get(&**id).filter(|day| day.is_sighted())?.whole_month()
        }
        _ => None,
    })?;
    Some(Holiday { calendar: Some(Calendar::Hijri), month: Some(month), ..Holiday::default() })
}

/// The Hijri year at `idx`, with the mark of its era; with the index behind both.
#[must_use]
pub fn year(view: &View<'_>, idx: usize) -> Option<(i32, usize)> {
    let start = view.skip(view.skip_sign(idx, &[","]), &[Function::Of, Function::From]);
    let at = start + usize::from(view.is_year_word(start));
    let (year, length) = view.digits(at).filter(|(year, _)| (1..=*YEARS.end()).contains(year))?;
    let era = view.meaning(at + 1, |meaning| (*meaning == Meaning::Era(Era::Hijri)).then_some(()));
    // What its era or the word "year" does not mark is a year of these days.
    let is_marked = era.is_some() && length >= SHORTEST;
    let is_year = is_marked || (length == 4 && YEARS.contains(&year));
    is_year.then(|| (year, at + 1 + usize::from(era.is_some())))
}

/// The date of our calendar that is told to be the same day.
fn corresponding(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let bracket = view.sign(idx, "(");
    let sign = view.skip_sign(idx, &[",", "(", "/", "-"]);
    let at = sign + usize::from(view.get(sign).is_some_and(|word| word.has_concept(CORRESPONDING)));
    let start = view.skip_stop(at);
    let (when, next) = date::read(view, start).filter(|(when, _)| at > idx && when.is_day())?;
    (!bracket || view.sign(next, ")")).then(|| (when, next + usize::from(bracket)))
}
