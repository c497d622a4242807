//! Months: by their name, by their number, alone or told from now.

use crate::extract::time::count;
use crate::extract::time::date;
use crate::extract::time::nth;
use crate::extract::time::said::{Near, Scale, When};
use crate::extract::time::view::View;
use crate::extract::time::year::tail;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::value::time::Part;

/// The month named at `idx`, two names of one month counting as one; none where they disagree.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let Some(number) = name(view, idx) else { return numbered_month(view, idx) };
    if idx >= 2 && view.sign(idx - 1, "/") && name(view, idx - 2).is_some() {
        return None;
    }
    let next = idx + 1;
    if view.sign(next, "/")
        && let Some(other) = name(view, next + 1)
    {
        return (other == number).then_some((number, next + 2));
    }
    if view.sign(next, "(") && view.sign(next + 2, ")") && name(view, next + 1) == Some(number) {
        return Some((number, next + 3));
    }
    if view.sign(next, "-") && name(view, next + 1) == Some(number) {
        return Some((number, next + 2));
    }
    let twice = !view.has_conjunction(next) && name(view, next) == Some(number);
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
pub fn name(view: &View<'_>, idx: usize) -> Option<i8> {
    let owned = view.get(idx)?.clitics.pronoun && !view.get(idx)?.normal.is_ascii();
    if owned {
        return None;
    }
    view.meaning_of(Class::Calendar, idx, |meaning| {
        if let Meaning::Month(month) = meaning { i8::try_from(*month).ok() } else { None }
    })
}

/// Reads `last September`, `next June`.
pub fn near_month(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let near = view.near(idx)?;
    let plain = || view.only(idx + 1, |meaning| matches!(meaning, Meaning::Month(_)));
    if !(view.is_capital(idx + 1) || (view.is_proper(idx + 1) && plain())) {
        return None;
    }
    let (month, next) = read(view, idx + 1)?;
    let day = date::day_number(view, date::after_stop(view, idx + 1, next))
        .filter(|_| !view.language.grammar.adjective_after_noun);
    Some(day.map_or((When::Month(month, near), next), |(day, next)| (When::Day(month, day, near), next)))
}

/// Reads a month without a day, where it cannot be another word.
pub fn month_alone(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let start = idx + usize::from(view.is_one(idx, Scale::Month));
    let numbered = start > idx && name(view, start).is_none();
    if !(numbered || view.is_proper(start))
        || (start == idx && !is_written(view, start) && tail::read(view, start + 1).is_none())
    {
        return None;
    }
    let (month, next) = read(view, start)?;
    match tail::read(view, date::after_stop(view, start, next)) {
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
    let is_name = |at: usize| view.get(at).is_some_and(|word| word.capital && word.senses.is_empty());
    let part_of_name = is_name(next);
    // "Mar Elias" and "Mar-a-Lago" are no March.
    let hyphen = view.sign(next, "-") && view.touches(next);
    let brief = view.get(idx).is_some_and(|word| word.normal.is_ascii() && word.normal.len() <= 3);
    if brief
        && ((part_of_name && !view.small)
            || (hyphen && view.touches(next + 1) && name(view, next + 1).is_none()))
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
