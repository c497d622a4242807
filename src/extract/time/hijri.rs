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
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::calendar::Era;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::holiday::{Calendar, Holiday};
use crate::value::time::Part;
use jiff::civil::Date;

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
    let (when, next) = figures(view, idx)
        .or_else(|| day(view, idx))
        .or_else(|| month(view, idx))
        .or_else(|| whole_year(view, idx))?;
    Some(corresponding(view, next).unwrap_or((when, next)))
}

/// Years ahead of now that a date in figures without the mark of its era may have.
const AHEAD: i32 = 5;

/// The year that years are seen from where the reference is not known.
const NO_REFERENCE: i16 = 2025;

/// Reads `19/10/1436`, `4-12-1436 هـ`, `21 / 10 / 1436`, `10/شوال/1436`: without the mark of its era a year up to these days,
/// in a language that puts the day first.
fn figures(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let sign = ["/", "-"].into_iter().find(|sign| view.sign(idx + 1, sign) && view.sign(idx + 3, sign))?;
    if view.joined_before(idx) || view.joined_after(idx + 4) {
        return None;
    }
    let marked = is_marked(view, idx + 5);
    if let Some(month) = rule(view, idx + 2).and_then(|month| month.month) {
        let (day, _) = view.raw(idx)?.parse().ok().zip(view.raw(idx + 4).filter(|raw| raw.len() == 4))?;
        let day = calendar::day(Calendar::Hijri, view.raw(idx + 4)?.parse().ok()?, month, day)?;
        return Some((When::Fixed(Part::Sighted(day)), idx + 5 + usize::from(marked)));
    }
    let pieces = [view.raw(idx)?, view.raw(idx + 2)?, view.raw(idx + 4)?];
    let (year, month, day) = match pieces.map(str::len) {
        [1..=2, 1..=2, 4] => (pieces[2].parse().ok()?, pieces[1], pieces[0]),
        [4, 1..=2, 1..=2] => (pieces[0].parse().ok()?, pieces[1], pieces[2]),
        [1..=2, 1..=2, 2] if marked => (CENTURY + pieces[2].parse::<i32>().ok()?, pieces[1], pieces[0]),
        _ => return None,
    };
    let tied = sign == "/" || marked || (1..=4).all(|offset| view.touches(idx + offset));
    let told = marked || is_year_of_now(view, year);
    let day = calendar::day(Calendar::Hijri, year, month.parse().ok()?, day.parse().ok()?)?;
    let fits = YEARS.contains(&year) && tied && told;
    fits.then_some((When::Fixed(Part::Sighted(day)), idx + 5 + usize::from(marked)))
}

/// The century that years in two digits lie in.
const CENTURY: i32 = 1400;

/// Whether a year without the mark of its era is one of this calendar: one of the last hundred or the next few, in a
/// language that writes them so.
#[must_use]
pub fn is_year_of_now(view: &View<'_>, year: i32) -> bool {
    let now = (i32::from(view.today.map_or(NO_REFERENCE, Date::year)) - 622) * 33 / 32;
    view.language.grammar.hijri_years && (now - BACK..=now + AHEAD).contains(&year)
}

/// Years back of now that a year without the mark of its era may have.
const BACK: i32 = 90;

/// The first and the last day of a year.
#[must_use]
pub fn days(year: i32) -> Option<(Date, Date)> {
    let first = calendar::day(Calendar::Hijri, year, 1, 1)?;
    Some((first, calendar::day(Calendar::Hijri, year + 1, 1, 1)?.yesterday().ok()?))
}

/// The first and the last day of a century.
#[must_use]
pub fn century(number: i32) -> Option<(Date, Date)> {
    let last = number.checked_mul(100).filter(|last| (100..=*YEARS.end()).contains(last))?;
    Some((days(last - 99)?.0, days(last)?.1))
}

/// Whether the word is the mark of the Hijri era.
#[must_use]
pub fn is_marked(view: &View<'_>, idx: usize) -> bool {
    view.era(idx) == Some(Era::Hijri)
}

/// Reads `9 رمضان`, `15 Rajab 1446`, `العاشر من محرم 1447`: a day in words needs its year, the word
/// "month", which one is meant or what announces a time, since places are called so.
fn day(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (day, next) = date::day_number(view, idx)?;
    let of = view.skip(next, &[Function::Of, Function::From]);
    let at = of + usize::from(view.is_one(of, Scale::Month));
    let number = u8::try_from(day).ok()?;
    let holiday = Holiday { day: Some(number), ..rule(view, at)? };
    if let Some((year, end)) = year(view, at + 1) {
        return Some((holiday::between(&holiday, holiday.in_own_year(year)?), end));
    }
    let (near, end) = near_behind(view, at + 1);
    let is_announced = view.is_announced(idx) || idx > 0 && view.is_one(idx - 1, Scale::Day);
    // "Of" a month is the tenth that a city and a war are called after: العاشر من رمضان.
    let is_direct = of == next;
    let is_told = view.raw(idx).is_some() || at > of || near.is_some() || is_announced || is_direct;
    is_told.then(|| (When::Holiday(holiday, near.unwrap_or(Near::Free)), end))
}

/// Reads `شهر رجب`, `رجب 1446 هـ`, `شهر شعبان المقبل`.
fn month(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let led = view.is_one(idx, Scale::Month);
    let at = idx + usize::from(led);
    let holiday = rule(view, at).filter(|_| view.is_capital(at))?;
    if let Some((year, end)) = year(view, at + 1) {
        return Some((holiday::between(&holiday, holiday.in_own_year(year)?), end));
    }
    let (near, end) = near_behind(view, at + 1);
    // "منتصف شعبان": nobody has a middle. A month that is a feast as well is read with its year.
    let is_month = |meaning: &Meaning| matches!(meaning, Meaning::HijriMonth(_)).then_some(());
    let edges = [Function::Beginning, Function::Middle, Function::End];
    let is_edged = || idx > 0 && view.is_any(idx - 1, &edges);
    let is_told = || view.announced && is_edged() && view.meaning_of(Class::Calendar, at, is_month).is_some();
    (led || is_told()).then(|| (When::Holiday(holiday, near.unwrap_or(Near::Free)), end))
}

/// Which of several is meant, behind its name, with the index behind it.
fn near_behind(view: &View<'_>, idx: usize) -> (Option<Near>, usize) {
    let near = view.near(idx).filter(|near| view.near_follows() && *near != Near::This);
    (near, idx + usize::from(near.is_some()))
}

/// Reads `عام 1445 هـ`, `1445 AH`, `عام 1435`.
fn whole_year(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let led = idx + usize::from(view.is_year_word(idx));
    let at = led + usize::from(led > idx && is_marked(view, led));
    view.raw(at)?;
    let (year, end) = year(view, at)?;
    if end == at + 1 && !(at > idx && is_year_of_now(view, year)) {
        return None;
    }
    let (first, last) = days(year)?;
    // "عام 1435/1436" is a year of schools and of books.
    let sign = ["/", "-"].iter().any(|sign| view.sign(end, sign));
    let next = self::year(view, end + 1).filter(|(next, _)| sign && *next == year + 1);
    let (last, end) = match next {
        Some((next, end)) => (days(next)?.1, end),
        None => (last, end),
    };
    Some((When::Between(Part::Sighted(first), Part::Sighted(last)), end))
}

/// The month that one word names, as the rule of its days. With an article it is a name of people.
fn rule(view: &View<'_>, idx: usize) -> Option<Holiday> {
    view.get(idx).filter(|word| !word.clitics.article)?;
    let month = view.meaning_of(Class::Calendar, idx, |meaning| match meaning {
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
    let era = is_marked(view, at + 1);
    // What its era or the word "year" does not mark is a year of these days.
    let is_year = (era && length >= SHORTEST) || (length == 4 && YEARS.contains(&year));
    is_year.then(|| (year, at + 1 + usize::from(era)))
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
