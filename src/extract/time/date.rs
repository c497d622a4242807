//! Dates told by their month: days, months with a year or without, and dates in digits alone.

use crate::extract::time::count;
use crate::extract::time::nth;
use crate::extract::time::said::{Near, Scale, When};
use crate::extract::time::view::View;
use crate::extract::time::year;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::Function;
use crate::value::time::Part;
use jiff::civil::Date;

/// Years of a date in digits that cannot be of another calendar.
const GREGORIAN: std::ops::RangeInclusive<i16> = 1600..=2199;

/// A year that has every day.
const LEAP: i16 = 2000;

/// The year that years in two digits are seen from where the reference is not known.
const NO_REFERENCE: i16 = 2025;

/// Years ahead within which a year in two digits is still meant.
const AHEAD: i16 = 20;

/// Reads a date at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    numeric(view, idx)
        .or_else(|| tied_month(view, idx))
        .or_else(|| yearless(view, idx))
        .or_else(|| month_of_year(view, idx))
        .or_else(|| day_month(view, idx))
        .or_else(|| month_day(view, idx))
        .or_else(|| near_month(view, idx))
        .or_else(|| month_alone(view, idx))
}

/// The day of a month, in digits or as an ordinal.
#[must_use]
pub fn day_number(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let plain = || view.digits(idx).filter(|(_, length)| *length <= 2).map(|(number, _)| (number, idx + 1));
    let (number, next) = count::ordinal(view, idx).or_else(plain)?;
    let day = i8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
    Some((day, next))
}

/// The month named at `idx`, two names of one month counting as one; none where they disagree.
#[must_use]
pub fn month(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let Some(number) = month_name(view, idx) else { return numbered_month(view, idx) };
    if idx >= 2 && view.sign(idx - 1, "/") && month_name(view, idx - 2).is_some() {
        return None;
    }
    let next = idx + 1;
    if view.sign(next, "/")
        && let Some(other) = month_name(view, next + 1)
    {
        return (other == number).then_some((number, next + 2));
    }
    if view.sign(next, "(") && view.sign(next + 2, ")") && month_name(view, next + 1) == Some(number) {
        return Some((number, next + 3));
    }
    let twice = !view.has_conjunction(next) && month_name(view, next) == Some(number);
    Some((number, next + usize::from(twice)))
}

/// The month told by its number behind its unit: `شهر 3`, `شهر عشرة`, `الشهر التاسع`.
fn numbered_month(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let unit = view.get(idx.checked_sub(1)?).filter(|_| view.is_one(idx - 1, Scale::Month))?;
    if !view.language.grammar.adjective_after_noun || unit.clitics.pronoun || view.has_conjunction(idx) {
        return None;
    }
    let told = if unit.clitics.article { count::ordinal(view, idx) } else { count::cardinal(view, idx) };
    // "One month" and "two months" count; no other number in words stands behind the singular.
    let least = if unit.clitics.article || view.raw(idx).is_some() { 1 } else { 3 };
    let (number, next) = told.filter(|(number, _)| (least..=12).contains(number))?;
    // "The third month in a row" is no month of the year.
    let dated = matches!(year::tail(view, next), Some((year::Tail::Year(_), _)));
    let ends = dated || (!unit.clitics.article && nth::stands_alone(view, next));
    let month = i8::try_from(number).ok().filter(|_| ends)?;
    Some((month, next))
}

fn month_name(view: &View<'_>, idx: usize) -> Option<i8> {
    let owned = view.get(idx)?.clitics.pronoun && !view.get(idx)?.normal.is_ascii();
    if owned {
        return None;
    }
    view.meaning(
        idx,
        |meaning| if let Meaning::Month(month) = meaning { i8::try_from(*month).ok() } else { None },
    )
}

/// Reads `2025-03-11`, `11/03/2025`, `11.03.2025` and the like; `1.2.2025` may be a version.
fn numeric(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if view.joined_before(idx) {
        return None;
    }
    let sign =
        ["-", "/", "."].into_iter().find(|sign| view.sign(idx + 1, sign) && view.sign(idx + 3, sign))?;
    let tied = |offset: usize| view.touches(idx + offset) || (sign == "/" && offset.is_multiple_of(2));
    if !(1..=4).all(tied) || view.joined_after(idx + 4) {
        return None;
    }
    let dotted = sign == "." && (view.raw(idx)?.len() < 2 || view.raw(idx + 2)?.len() < 2);
    if dotted && !view.is_announced(idx) {
        return None;
    }
    let pieces = [view.raw(idx)?, view.raw(idx + 2)?, view.raw(idx + 4)?];
    let value = |piece: usize| pieces[piece].parse::<i16>().ok();
    let (first, second, third) = (value(0)?, value(1)?, value(2)?);
    let day = match (pieces[0].len(), pieces[2].len()) {
        (4, 1..=2) => civil(first, second, third),
        (1..=2, 4) => by_order(view, third, first, second),
        (1..=2, 2) if sign == "/" => by_order(view, full_year(view, third), first, second),
        _ => None,
    }?;
    Some((When::Fixed(Part::Day(day)), idx + 5))
}

/// The year that two digits stand for: of this century, unless that lies far ahead.
fn full_year(view: &View<'_>, short: i16) -> i16 {
    let now = view.today.map_or(NO_REFERENCE, Date::year);
    let year = now / 100 * 100 + short;
    if year > now + AHEAD { year - 100 } else { year }
}

/// Reads `4/22` and `22/04`, where a preposition lets only a day be meant and it is no fraction.
fn yearless(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let sign = ["/", "-"].into_iter().find(|sign| view.sign(idx + 1, sign))?;
    let tied = view.touches(idx + 1) && view.touches(idx + 2);
    let (first, second) = (view.raw(idx)?, view.raw(idx + 2)?);
    if !tied || view.joined_before(idx) || view.joined_after(idx + 2) || first.len() > 2 || second.len() > 2 {
        return None;
    }
    let leads = [Function::On, Function::Since, Function::Until, Function::From, Function::Between];
    let led = view.announced || (idx > 0 && view.is_any(idx - 1, &leads)) || view.is_all(&(idx..idx + 3));
    let padded = first.starts_with('0') || second.starts_with('0');
    let (first, second) = (first.parse::<i16>().ok()?, second.parse::<i16>().ok()?);
    let told =
        padded || first > 12 || second > 12 || (sign == "/" && idx > 0 && view.is(idx - 1, Function::On));
    let day = by_order(view, LEAP, first, second).filter(|_| led && told && !counted(view, idx + 3))?;
    let next = view.skip_sign(idx + 3, &[","]);
    match view.year(next).filter(|_| next > idx + 3) {
        Some(year) => {
            Some((When::Fixed(Part::Day(civil(year, day.month().into(), day.day().into())?)), next + 1))
        }
        None => Some((When::Day(day.month(), day.day(), Near::Free), idx + 3)),
    }
}

/// Reads `11/2016`, `3-2015`: a month with its year.
fn month_of_year(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let signed = ["/", "-"].iter().any(|sign| view.sign(idx + 1, sign));
    let tied = view.touches(idx + 1) && view.touches(idx + 2);
    if !signed || !tied || view.joined_before(idx) || view.joined_after(idx + 2) {
        return None;
    }
    let month = view.raw(idx).filter(|raw| raw.len() <= 2)?.parse::<i8>().ok()?;
    let year = view.raw(idx + 2).filter(|raw| raw.len() == 4)?.parse::<i16>().ok()?;
    let fits = (1..=12).contains(&month) && (1900..=2100).contains(&year);
    fits.then_some((When::Fixed(Part::Month(year, month)), idx + 3))
}

/// The date of two numbers in the language's order, or in the other where that gives none.
fn by_order(view: &View<'_>, year: i16, first: i16, second: i16) -> Option<Date> {
    let (month, day) = if view.language.grammar.month_first { (first, second) } else { (second, first) };
    civil(year, month, day).or_else(|| civil(year, day, month))
}

fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Date::new(year, month, day).ok().filter(|_| GREGORIAN.contains(&year))
}

/// Reads `31-Oct-1974`, `31/Oct/74`, `Oct-2-2020`.
fn tied_month(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let sign = ["-", "/"].into_iter().find(|sign| view.sign(idx + 1, sign) && view.sign(idx + 3, sign))?;
    let whole = (1..=4).all(|offset| view.touches(idx + offset)) && !sign.is_empty();
    let (day, month) = match (month_name(view, idx), month_name(view, idx + 2)) {
        (None, Some(month)) => (view.raw(idx)?, month),
        (Some(month), None) => (view.raw(idx + 2)?, month),
        _ => return None,
    };
    let raw = view.raw(idx + 4).filter(|_| whole)?;
    let (day, last) = (day.parse::<i16>().ok()?, raw.parse::<i16>().ok()?);
    let found = match raw.len() {
        4 => civil(last, month.into(), day),
        1..=2 if day <= 31 => civil(full_year(view, last), month.into(), day),
        1..=2 => civil(day, month.into(), last),
        _ => None,
    }?;
    Some((When::Fixed(Part::Day(found)), idx + 5))
}

/// Reads `18 June 2024`, `the 18th of June`, `ثامن شتنبر`.
fn day_month(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (day, next) = day_number(view, idx)?;
    let next = before_month(view, next);
    let numbered = month_name(view, next).is_none() && next > 0 && view.is_one(next - 1, Scale::Month);
    let written =
        numbered || view.is_proper(next) || view.only(next, |meaning| matches!(meaning, Meaning::Month(_)));
    if view.has_conjunction(next) || !written {
        return None;
    }
    let (month, next) = month(view, next)?;
    with_day(view, month, day, next)
}

/// The index behind "of" and "the month of".
fn before_month(view: &View<'_>, idx: usize) -> usize {
    let idx = view.skip(idx, &[Function::Of, Function::From]);
    idx + usize::from(view.is_one(idx, Scale::Month))
}

/// Reads `June 18, 2024`, `Nov. 5`.
fn month_day(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if !view.is_proper(idx) {
        return None;
    }
    let (month, next) = month(view, idx)?;
    let next = after_stop(view, idx, next);
    let next = if view.language.grammar.adjective_after_noun { next } else { view.skip_stop(next) };
    let (day, after) = day_number(view, next)?;
    let (when, end) = with_day(view, month, day, after)?;
    let is_dated = matches!(when, When::Fixed(_));
    let counts = view.language.grammar.adjective_after_noun || measured(view, after);
    (is_dated || !counts).then_some((when, end))
}

/// The index behind the full stop of an abbreviated month.
fn after_stop(view: &View<'_>, idx: usize, next: usize) -> usize {
    let abbreviated =
        next == idx + 1 && view.get(idx).is_some_and(|word| word.normal.is_ascii() && word.normal.len() <= 4);
    let stop = abbreviated && view.sign(next, ".") && view.touches(next) && view.raw(next + 1).is_some();
    next + usize::from(stop)
}

/// Whether the word at `idx` is what a number before it counts or measures.
#[must_use]
pub fn counted(view: &View<'_>, idx: usize) -> bool {
    let plural = view.get(idx).is_some_and(|word| {
        word.senses.iter().any(|sense| {
            matches!(sense.meaning, Meaning::Concept(_) | Meaning::Role(_) | Meaning::Demonym(_))
                && sense.form == Form::Many
        })
    });
    plural || measured(view, idx)
}

/// Whether the word at `idx` is a unit, a currency or a scale.
fn measured(view: &View<'_>, idx: usize) -> bool {
    let is_measure = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Unit(_)
                | Meaning::Currency(_)
                | Meaning::Scale(_)
                | Meaning::ScaleMark(_)
                | Meaning::Percent
        )
    };
    view.meaning(idx, |meaning| is_measure(meaning).then_some(())).is_some()
}

fn with_day(view: &View<'_>, month: i8, day: i8, idx: usize) -> Option<(When, usize)> {
    let possible = Date::new(2000, month, day).is_ok();
    match year::tail(view, idx) {
        Some((year::Tail::Year(year), next)) => {
            Some((When::Fixed(Part::Day(Date::new(year, month, day).ok()?)), next))
        }
        Some((year::Tail::Near(near), next)) if possible => Some((When::Day(month, day, near), next)),
        _ if possible && view.get(idx).is_none_or(|_| !hijri_year(view, idx)) => {
            Some((When::Day(month, day, Near::Free), idx))
        }
        _ => None,
    }
}

fn hijri_year(view: &View<'_>, idx: usize) -> bool {
    view.raw(idx).is_some_and(|raw| raw.len() == 4) && view.year(idx).is_none()
}

/// Reads `last September`, `next June`.
fn near_month(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let near = view.near(idx)?;
    if !view.is_capital(idx + 1) {
        return None;
    }
    let (month, next) = month(view, idx + 1)?;
    let day = day_number(view, after_stop(view, idx + 1, next))
        .filter(|_| !view.language.grammar.adjective_after_noun);
    Some(day.map_or((When::Month(month, near), next), |(day, next)| (When::Day(month, day, near), next)))
}

/// Reads a month without a day, where it cannot be another word.
fn month_alone(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let start = idx + usize::from(view.is_one(idx, Scale::Month));
    let numbered = start > idx && month_name(view, start).is_none();
    if !(numbered || view.is_proper(start))
        || (start == idx && !view.is_capital(start) && year::tail(view, start + 1).is_none())
    {
        return None;
    }
    let (month, next) = month(view, start)?;
    match year::tail(view, after_stop(view, start, next)) {
        Some((year::Tail::Year(year), next)) => Some((When::Fixed(Part::Month(year, month)), next)),
        Some((year::Tail::Near(near), next)) => Some((When::Month(month, near), next)),
        None if start > idx || is_month_by_itself(view, start, next) => {
            Some((When::Month(month, Near::Free), next))
        }
        None => None,
    }
}

fn is_month_by_itself(view: &View<'_>, idx: usize, next: usize) -> bool {
    let doubled = next > idx + 1;
    let plain = view.only(idx, |meaning| matches!(meaning, Meaning::Month(_)));
    let named = view.get(idx).is_some_and(|word| word.normal.is_ascii() && word.normal.len() > 3);
    let part_of_name = view.get(next).is_some_and(|word| word.capital && word.senses.is_empty());
    let short = view
        .get(idx)
        .is_some_and(|word| word.clitics.preposition.is_some() && word.stem.chars().nth(2).is_none());
    let recipient =
        !plain && !view.announced && idx > 0 && view.is_any(idx - 1, &[Function::To, Function::From]);
    doubled || (view.is_announced(idx) && !recipient && !short) || (plain && named && !part_of_name)
}
