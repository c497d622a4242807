//! Dates told by their month: days, months with a year or without.

use crate::extract::time::clock;
use crate::extract::time::count;
use crate::extract::time::figures;
use crate::extract::time::hijri;
use crate::extract::time::nth;
use crate::extract::time::said::{Near, Scale, When};
use crate::extract::time::view::View;
use crate::extract::time::year::tail;
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::time::Part;
use jiff::civil::Date;

/// Years that a month without a day may follow.
const RECENT: std::ops::RangeInclusive<i16> = 1900..=2100;

/// Reads a date at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    figures::read(view, idx)
        .or_else(|| year_month(view, idx))
        .or_else(|| day_month(view, idx))
        .or_else(|| month_day(view, idx))
        .or_else(|| near_month(view, idx))
        .or_else(|| month_alone(view, idx))
        .or_else(|| hijri::read(view, idx))
        .or_else(|| listed(view, idx))
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
    let dated = matches!(tail::read(view, next), Some((tail::Tail::Year(_), _)));
    let ends = dated || (!unit.clitics.article && nth::stands_alone(view, next));
    let month = i8::try_from(number).ok().filter(|_| ends)?;
    Some((month, next))
}

/// The month that one word names.
#[must_use]
pub fn month_name(view: &View<'_>, idx: usize) -> Option<i8> {
    let owned = view.get(idx)?.clitics.pronoun && !view.get(idx)?.normal.is_ascii();
    if owned {
        return None;
    }
    view.meaning(
        idx,
        |meaning| if let Meaning::Month(month) = meaning { i8::try_from(*month).ok() } else { None },
    )
}

/// Reads `2017 April`, `2016, Nov`: the year before a month that is no other word.
fn year_month(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let year = view.year(idx).filter(|year| RECENT.contains(year))?;
    let at = view.skip_sign(idx + 1, &[","]);
    let alone = view.only(at, |meaning| matches!(meaning, Meaning::Month(_))) && !view.has_conjunction(at);
    let (month, next) = month(view, at).filter(|_| alone && view.is_proper(at))?;
    let follows = view.raw(next).is_some() || tail::read(view, next).is_some();
    (!follows).then_some((When::Fixed(Part::Month(year, month)), after_stop(view, at, next)))
}

/// The day of a month in words without the mark of an ordinal: `twenty-one`.
fn spelled_day(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let (number, next) = count::cardinal(view, idx).filter(|_| view.raw(idx).is_none())?;
    let day = i8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
    Some((day, next))
}

/// Reads `18 June 2024`, `the 18th of June`, `ثامن شتنبر`.
fn day_month(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    // "$12 December 27" pays twelve.
    let pays = |word: &Word| view.lexicon.units.symbol(&word.normal).is_some();
    if idx > 0 && view.get(idx - 1).filter(|word| word.kind == TokenKind::Sign).is_some_and(pays) {
        return None;
    }
    let marked = day_number(view, idx);
    let is_marked = marked.is_some();
    let (day, next) = marked.or_else(|| spelled_day(view, idx))?;
    let next = before_month(view, after_day_stop(view, idx, next));
    let numbered = month_name(view, next).is_none() && next > 0 && view.is_one(next - 1, Scale::Month);
    let written =
        numbered || view.is_proper(next) || view.only(next, |meaning| matches!(meaning, Meaning::Month(_)));
    if view.has_conjunction(next) || !written {
        return None;
    }
    let (month, end) = month(view, next)?;
    let (when, end) = with_day(view, month, day, after_year_stop(view, next, end))?;
    // "Fifteen March targets" counts.
    let told = is_marked || matches!(when, When::Fixed(_)) || nth::stands_alone(view, end);
    told.then_some((when, end))
}

/// The index behind the full stop of an abbreviated month before a year.
fn after_year_stop(view: &View<'_>, idx: usize, next: usize) -> usize {
    let behind = after_stop(view, idx, next);
    if view.year(behind).is_some() { behind } else { next }
}

/// The index behind the full stop of a day in figures before a month with its year: `16. Nov. 2016`.
fn after_day_stop(view: &View<'_>, idx: usize, next: usize) -> usize {
    let digits = next == idx + 1 && view.raw(idx).is_some() && view.touches(next);
    let slash = digits && ["/", "-"].iter().any(|sign| view.sign(next, sign));
    if slash && view.language.grammar.adjective_after_noun && month_name(view, next + 1).is_some() {
        return next + 1;
    }
    let stop = digits && view.sign(next, ".");
    let dated = || {
        let (_, end) = month(view, next + 1)?;
        tail::read(view, after_stop(view, next + 1, end))
    };
    let year = stop && matches!(dated(), Some((tail::Tail::Year(_), _)));
    next + usize::from(year)
}

/// The index behind "of" and "the month of".
pub(super) fn before_month(view: &View<'_>, idx: usize) -> usize {
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
    let comma = view.skip_sign(next, &[","]);
    let ordinal = |at| count::ordinal(view, at).and_then(|_| day_number(view, at));
    let spelled = || {
        spelled_day(view, next)
            .filter(|(_, end)| nth::stands_alone(view, *end) || tail::read(view, *end).is_some())
    };
    let told = if comma > next { ordinal(comma) } else { day_number(view, next).or_else(spelled) };
    let (day, after) = told?;
    let (when, end) = with_day(view, month, day, after)?;
    let is_dated = matches!(when, When::Fixed(_));
    let counts = view.language.grammar.adjective_after_noun || measured(view, after);
    let timed = || after == next + 1 && clock::follows(view, after) && !measured(view, after);
    (is_dated || !counts || timed()).then_some((when, end))
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

/// A month and day with the year behind them, if it is told.
#[must_use]
pub fn with_day(view: &View<'_>, month: i8, day: i8, idx: usize) -> Option<(When, usize)> {
    let possible = Date::new(2000, month, day).is_ok();
    match tail::read(view, idx) {
        Some((tail::Tail::Year(year), next)) => {
            Some((When::Fixed(Part::Day(Date::new(year, month, day).ok()?)), next))
        }
        Some((tail::Tail::Near(near), next)) if possible => Some((When::Day(month, day, near), next)),
        _ if possible && view.get(idx).is_none_or(|_| !hijri_year(view, idx)) => {
            Some((When::Day(month, day, Near::Free), idx))
        }
        _ => None,
    }
}

fn hijri_year(view: &View<'_>, idx: usize) -> bool {
    view.raw(idx).is_some_and(|raw| raw.len() == 4) && view.year(idx).is_none()
}

/// Most days of one month that are listed before it.
const LISTED: usize = 6;

/// Reads the first days of `18, 19 and 20 June`, whose month stands behind the last of them, and the last day
/// of `April 24 and 25`.
fn listed(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let raw = |at: usize| view.raw(at).filter(|raw| raw.len() <= 2);
    let (day, end) = day_number(view, idx).filter(|_| raw(idx).is_some())?;
    let joint = |at: usize| view.skip(view.skip_sign(at, &[","]), &[Function::And, Function::Or]);
    if let Some((before, last)) = view.last.filter(|(before, _)| joint(*before) == idx && *before < idx)
        && before >= 1
        && raw(before - 1).is_some()
        && nth::stands_alone(view, end)
    {
        return on_same_month(last, day).map(|when| (when, end));
    }
    let mut at = end;
    for _ in 0..LISTED {
        let start = joint(at);
        if start == at && !view.has_conjunction(start) {
            return None;
        }
        let (_, next) = day_number(view, start).filter(|_| raw(start).is_some())?;
        let named = before_month(view, next);
        if let Some((month, after)) = month(view, named).filter(|_| month_name(view, named).is_some()) {
            let written = view.is_capital(named) && !view.has_conjunction(named);
            return with_day(view, month, day, after).filter(|_| written).map(|(when, _)| (when, end));
        }
        at = next;
    }
    None
}

/// Another day of the month that a day lies in.
fn on_same_month(when: When, day: i8) -> Option<When> {
    if let When::Fixed(Part::Day(date)) = when {
        return Some(When::Fixed(Part::Day(Date::new(date.year(), date.month(), day).ok()?)));
    }
    let When::Day(month, _, near) = when else { return None };
    Date::new(2000, month, day).is_ok().then_some(When::Day(month, day, near))
}

/// Reads `last September`, `next June`.
fn near_month(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let near = view.near(idx)?;
    let plain = || view.only(idx + 1, |meaning| matches!(meaning, Meaning::Month(_)));
    if !(view.is_capital(idx + 1) || (view.is_proper(idx + 1) && plain())) {
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
        || (start == idx && !is_written(view, start) && tail::read(view, start + 1).is_none())
    {
        return None;
    }
    let (month, next) = month(view, start)?;
    match tail::read(view, after_stop(view, start, next)) {
        Some((tail::Tail::Year(year), next)) => Some((When::Fixed(Part::Month(year, month)), next)),
        Some((tail::Tail::Near(near), next)) => Some((When::Month(month, near), next)),
        None if start > idx || is_month_by_itself(view, start, next) => {
            Some((When::Month(month, Near::Free), next))
        }
        None => None,
    }
}

/// Whether the month is written with a capital, or small where a time is announced and it is no other word.
fn is_written(view: &View<'_>, idx: usize) -> bool {
    let plain = || view.only(idx, |meaning| matches!(meaning, Meaning::Month(_)));
    view.is_capital(idx) || (view.is_announced(idx) && view.is_proper(idx) && plain())
}

fn is_month_by_itself(view: &View<'_>, idx: usize, next: usize) -> bool {
    let doubled = next > idx + 1;
    let plain = view.only(idx, |meaning| matches!(meaning, Meaning::Month(_)));
    let named = view.get(idx).is_some_and(|word| word.normal.is_ascii() && word.normal.len() > 3);
    let name = |at: usize| view.get(at).is_some_and(|word| word.capital && word.senses.is_empty());
    let part_of_name = name(next);
    // "Mar Elias" and "Mar-a-Lago" are no March.
    let hyphen = view.sign(next, "-") && view.touches(next);
    let brief = view.get(idx).is_some_and(|word| word.normal.is_ascii() && word.normal.len() <= 3);
    if brief
        && ((part_of_name && !view.small)
            || (hyphen && view.touches(next + 1) && month_name(view, next + 1).is_none()))
    {
        return false;
    }
    let short = view
        .get(idx)
        .is_some_and(|word| word.clitics.preposition.is_some() && word.stem.chars().nth(2).is_none());
    let recipient =
        !plain && !view.announced && idx > 0 && view.is_any(idx - 1, &[Function::To, Function::From]);
    doubled || (view.is_announced(idx) && !recipient && !short) || (plain && named && !part_of_name)
}
