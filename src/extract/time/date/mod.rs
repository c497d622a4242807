//! Dates told by their month: days, months with a year or without.

/// Days listed before their month or behind it: `18, 19 and 20 June`.
pub mod listed;
/// Months: by their name, by their number, alone or told from now.
pub mod month;

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
    if view.is_plain_preposition(idx) {
        return None;
    }
    view.once(idx, |memo| &memo.dates, || any_date(view, idx))
}

fn any_date(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    figures::read(view, idx)
        .or_else(|| year_month(view, idx))
        .or_else(|| day_month(view, idx))
        .or_else(|| month_day(view, idx))
        .or_else(|| month::near_month(view, idx))
        .or_else(|| month::month_alone(view, idx))
        .or_else(|| hijri::read(view, idx))
        .or_else(|| listed::listed(view, idx))
}

/// The day of a month, in digits or as an ordinal.
#[must_use]
pub fn day_number(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let plain = || view.digits(idx).filter(|(_, length)| *length <= 2).map(|(number, _)| (number, idx + 1));
    let (number, next) = count::ordinal(view, idx).or_else(plain)?;
    let day = i8::try_from(number).ok().filter(|day| (1..=31).contains(day))?;
    Some((day, next))
}

/// Reads `2017 April`, `2016, Nov`: the year before a month that is no other word.
fn year_month(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let year = view.year(idx).filter(|year| RECENT.contains(year))?;
    let at = view.skip_sign(idx + 1, &[","]);
    let alone = view.only(at, |meaning| matches!(meaning, Meaning::Month(_))) && !view.has_conjunction(at);
    let (month, next) = month::read(view, at).filter(|_| alone && view.is_proper(at))?;
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
    let numbered = month::name(view, next).is_none() && next > 0 && view.is_one(next - 1, Scale::Month);
    let written =
        numbered || view.is_proper(next) || view.only(next, |meaning| matches!(meaning, Meaning::Month(_)));
    if view.has_conjunction(next) || !written {
        return None;
    }
    let (month, end) = month::read(view, next)?;
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
    if slash && view.language.grammar.adjective_after_noun && month::name(view, next + 1).is_some() {
        return next + 1;
    }
    let stop = digits && view.sign(next, ".");
    let dated = || {
        let (_, end) = month::read(view, next + 1)?;
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
    let (month, next) = month::read(view, idx)?;
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
pub fn after_stop(view: &View<'_>, idx: usize, next: usize) -> usize {
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
