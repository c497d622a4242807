//! The unit of the calendar beside another or around it: `the following day`, `that year`, `the latest quarter`.

use crate::extract::time::anchored;
use crate::extract::time::count;
use crate::extract::time::nth;
use crate::extract::time::relative;
use crate::extract::time::relative::distance;
use crate::extract::time::resolve::units;
use crate::extract::time::said::Scale;
use crate::extract::time::tense::{self, Tense};
use crate::extract::time::view::View;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::value::number::Number;
use crate::value::time::Part;
use jiff::Span;

/// Whether the word is a quarter by itself, and no rank.
#[must_use]
pub fn is_quarter(view: &View<'_>, idx: usize) -> bool {
    // "The fourth" is a rank.
    let ranks = count::ordinal(view, idx).is_some();
    let single = view.get(idx).is_some_and(|word| word.tokens.len() == 1) && !ranks;
    single && count::fraction(view, idx).is_some_and(|share| Number::ratio(1, 4) == Some(share))
}

/// The unit of the calendar around `day`, moved by `turns`, where it is no finer than `base`.
pub fn around(base: Part, scale: Scale, turns: i8) -> Option<Part> {
    let (first, last) = base.days()?;
    let here = units::turned(scale, 0, first)?;
    let holds = here.days().is_some_and(|(_, end)| last <= end);
    holds.then(|| units::turned(scale, turns, first))?
}

/// The unit of the calendar that the date told before lies in.
#[must_use]
pub fn unit(view: &View<'_>, scale: Scale) -> Option<Part> {
    around(anchored::anchor(view)?, scale, 0)
}

/// Reads `the following year`, `the next day`, `the previous week`, `العام التالي`.
pub fn read(view: &View<'_>, idx: usize) -> Option<(Part, usize)> {
    let follows = view.language.grammar.adjective_after_noun;
    let (unit, word) = if follows { (idx, idx + 1) } else { (idx + 1, idx) };
    let is_day = follows && relative::is_day_or_today(view, unit) && view.daypart(unit).is_none();
    if is_day && view.is(word, Function::Last) && !view.has_conjunction(word) {
        let today = view.today?;
        return Some((Part::Day(units::shifted(today, Span::new().try_days(-1).ok()?)?), idx + 2));
    }
    let unit_of = || view.scale(unit).filter(|(_, form)| *form == Form::One).map(|(scale, _)| scale);
    let scale = if is_day { Scale::Day } else { unit_of()? };
    let next_day =
        !follows && scale == Scale::Day && view.is(word, Function::Next) && idx > 0 && view.is_stop(idx - 1);
    let turns = if view.is(word, Function::Following) || next_day {
        1
    } else if view.is(word, Function::Previous) {
        -1
    } else {
        return None;
    };
    if scale == Scale::Clock || (follows && view.has_conjunction(word)) {
        return None;
    }
    let here = || {
        let words = idx..idx + 2;
        let ahead = matches!(tense::around(view, words), Tense::Future | Tense::Alone);
        view.today.map(Part::Day).filter(|_| ahead || (turns < 0 && scale != Scale::Day))
    };
    let base = anchored::anchor(view).or_else(here)?;
    Some((around(base, scale, turns)?, idx + 2))
}

/// Reads `that year`, `the same day`, `ذلك العام`, `اليوم نفسه`.
pub fn same(view: &View<'_>, idx: usize) -> Option<(Part, usize)> {
    let follows = view.language.grammar.adjective_after_noun;
    let that = !follows && view.is(idx, Function::That) && !view.is(idx + 1, Function::Same);
    let (unit, next) = if that || view.is(idx, Function::Same) {
        (idx + 1, idx + 2)
    } else if follows && view.is(idx + 1, Function::Same) && !view.has_conjunction(idx + 1) {
        (idx, idx + 2)
    } else {
        return None;
    };
    let today = follows && relative::is_day_or_today(view, unit) && view.daypart(unit).is_none();
    let unit_of = || view.scale(unit).filter(|(scale, form)| *form == Form::One && *scale != Scale::Clock);
    let scale = if today { Scale::Day } else { unit_of()?.0 };
    let joined = view.sign(next, "-") || view.raw(next).is_some();
    let base = anchored::anchor(view).filter(|_| !joined && !view.is(next, Function::Of))?;
    Some((around(base, scale, 0)?, next))
}

/// Reads `the quarter`, `the latest quarter` in a text that has told which.
pub fn quarter(view: &View<'_>, idx: usize) -> Option<(Part, usize)> {
    if view.language.grammar.adjective_after_noun {
        return None;
    }
    let latest = view.is(idx, Function::Latest) && is_quarter(view, idx + 1);
    if latest {
        let before = view.today.and_then(|day| units::turned(Scale::Quarter, -1, day));
        return Some((view.quarter.or(before)?, idx + 2));
    }
    let definite = idx > 0 && view.is_stop(idx - 1) && !view.is(idx - 1, Function::Per);
    let led =
        idx > 1 && view.is_any(idx - 2, &[Function::In, Function::For, Function::During, Function::From]);
    let alone = nth::stands_alone(view, idx + 1) || !view.is_any(idx + 1, &[Function::Of]);
    if !(definite && led && alone && is_quarter(view, idx)) {
        return None;
    }
    let quarter = view.quarter?;
    // "For the quarter a year ago".
    let ago = distance::length(view, idx + 1).filter(|(_, next)| view.is(*next, Function::Ago));
    match ago {
        Some((distance, next)) => Some((anchored::shifted(quarter, distance, true)?, next + 1)),
        None => Some((quarter, idx + 1)),
    }
}
