//! Lengths of time that a distance can have.

use crate::extract::time::count;
use crate::extract::time::said::Distance;
use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::Hedge;
use crate::value::duration::Period;
use crate::value::number::Number;

/// What a few are.
const FEW: i32 = 3;

/// Lengths that may add up to one distance: years to seconds.
const MAX_PARTS: usize = 7;

/// So many of the unit at `unit`.
pub fn distance_of(view: &View<'_>, number: Number, unit: usize) -> Option<Distance> {
    let (scale, _) = view.scale(unit)?;
    let step = period(view, unit)?;
    Some(Distance { period: step.times(number)?, step, scale, hedge: None })
}

/// Reads "a few", "several" as the least number that they are commonly used for.
pub fn few(view: &View<'_>, idx: usize) -> Option<(i32, usize)> {
    view.is(idx, Function::Few).then_some((FEW, idx + 1))
}

/// The same distance, back instead of on.
#[must_use]
pub fn negated(distance: Distance) -> Option<Distance> {
    Some(Distance { period: distance.period.times(Number::whole(-1))?, ..distance })
}

/// Furthest that the unit of a length stands behind its beginning, in words: behind a hedge, a preposition, a number
/// of three words and a share of three.
const REACH: usize = 8;

/// Whether a unit stands where that of a length would.
fn may_be_length(view: &View<'_>, idx: usize) -> bool {
    let end = view.words.len().min(idx + REACH + 1);
    let is_unit = |word: &Word| word.summary.is(Class::Unit) || word.summary.does(Function::Year);
    view.words.get(idx..end).unwrap_or_default().iter().any(is_unit)
}

/// Reads a length of time that a distance can have, with its hedge.
pub fn length(view: &View<'_>, idx: usize) -> Option<(Distance, usize)> {
    if !may_be_length(view, idx) {
        return None;
    }
    view.once(idx, |memo| &memo.lengths, || any_length(view, idx))
}

fn any_length(view: &View<'_>, idx: usize) -> Option<(Distance, usize)> {
    let hedge = view.meaning_of(Class::Hedge, idx, |meaning| {
        if let Meaning::Hedge(hedge) = meaning { Some(*hedge) } else { None }
    });
    let start = idx + usize::from(hedge.is_some());
    let start = if hedge.is_some() { view.skip(start, &[Function::From]) } else { start };
    let article = start + usize::from(view.is(start, Function::Per) && view.is_stop(start));
    let (number, unit, next) = told_number(view, start)
        .or_else(|| told_share(view, article))
        .or_else(|| untold_number(view, article))?;
    let (scale, _) = view.scale(unit)?;
    let period = period(view, unit)?;
    let (number, next) = with_share(view, number, next);
    let step = period.times(number.written_precision().min(Number::ONE))?;
    let hedge = hedge.or_else(|| few(view, start).map(|_| Hedge::About));
    let distance = Distance { period: period.times(number)?, step, scale, hedge };
    let (distance, end) = bounded(view, summed(view, distance, period, next));
    // "Two or three days ago" is neither two days ago nor three, and so is "two to three days".
    let behind = count::cardinal(view, end + 1);
    let unit = |at: usize| view.scale(at).is_some();
    let or = view.is(end, Function::Or) && (unit(end + 1) || behind.is_some());
    let to = view.is(end, Function::To) && (unit(end + 1) || behind.is_some_and(|(_, next)| unit(next)));
    (!(or || to)).then_some((distance, end))
}

/// A length with the bound behind it that has none before it: `شهرين على الأقل`.
fn bounded(view: &View<'_>, (distance, end): (Distance, usize)) -> (Distance, usize) {
    let bound = |meaning: &Meaning| {
        let Meaning::Hedge(hedge) = meaning else { return None };
        matches!(hedge, Hedge::AtLeast | Hedge::AtMost).then_some(*hedge)
    };
    let phrase = view.get(end).is_some_and(|word| word.tokens.len() > 1 && word.breaks == 0);
    let counts = || view.raw(end + 1).is_some() || count::cardinal(view, end + 1).is_some();
    match view
        .meaning_of(Class::Hedge, end, bound)
        .filter(|_| distance.hedge.is_none() && phrase && !counts())
    {
        Some(hedge) => (Distance { hedge: Some(hedge), ..distance }, end + 1),
        None => (distance, end),
    }
}

/// Adds the smaller units that follow: `2 years, 1 month and 21 days`.
fn summed(view: &View<'_>, mut distance: Distance, mut unit: Period, mut end: usize) -> (Distance, usize) {
    let length = |period: Period| period.bounds().map(|(_, longest)| longest);
    for _ in 0..MAX_PARTS {
        let comma = view.skip_sign(end, &[","]);
        let joint = view.skip(comma, &[Function::And]);
        let joined = joint > end || view.has_conjunction(joint);
        let told =
            count::cardinal(view, joint).map(|(number, at)| (Number::whole(number.into()), at, at + 1));
        let Some((number, at, next)) = told.or_else(|| untold_number(view, joint).filter(|_| joined)) else {
            break;
        };
        let (Some(smaller), Some((scale, _))) = (period(view, at), view.scale(at)) else { break };
        let sum = smaller.times(number).and_then(|part| distance.period.plus(part));
        let Some(sum) = sum.filter(|_| length(smaller) < length(unit)) else { break };
        distance = Distance { period: sum, step: smaller, scale, ..distance };
        (unit, end) = (smaller, next);
    }
    (distance, end)
}

/// Reads `24 عامًا`, `two and a half years`: the number, the place of the unit, the index behind.
pub fn told_number(view: &View<'_>, idx: usize) -> Option<(Number, usize, usize)> {
    let tens = || {
        count::defined_tens(view, idx)
            .filter(|(_, unit)| view.get(*unit).is_some_and(|word| !word.clitics.article))
    };
    let told = few(view, idx)
        .or_else(|| count::cardinal(view, idx))
        .or_else(|| count::multiple(view, idx))
        .or_else(tens);
    let told = told.map(|(number, next)| (Number::whole(number.into()), next));
    let (number, next) = told.or_else(|| count::decimal(view, idx))?;
    let (number, unit) = with_share(view, number, next);
    let (_, form) = view.scale(unit)?;
    // "750, the week before": the unit is a time of its own.
    let defined = view.get(unit).is_some_and(|word| word.clitics.article && word.spaced);
    let another = defined && form == Form::One && view.raw(unit - 1).is_some();
    (!another && !view.has_conjunction(unit)).then_some((number, unit, unit + 1))
}

/// Reads `half an hour`, `a quarter of an hour`, `نصف ساعة`.
#[must_use]
pub fn told_share(view: &View<'_>, idx: usize) -> Option<(Number, usize, usize)> {
    let (share, next) = share(view, idx)?;
    let of = view.skip(next, &[Function::Of]);
    // "The third century" is one of a row.
    if of == next && view.raw(idx).is_none() && count::ordinal(view, idx).is_some() {
        return None;
    }
    let unit = of + usize::from(view.is(of, Function::Per) && view.is_stop(of));
    let (_, form) = view.scale(unit).filter(|_| !view.has_conjunction(unit))?;
    let owned = view.get(unit).is_some_and(|word| word.clitics.article || word.clitics.pronoun);
    (form == Form::One && !owned).then_some((share, unit, unit + 1))
}

/// The share of a unit at `idx`: `half`, `three-quarters`, `1/2`; with the index behind it.
fn share(view: &View<'_>, idx: usize) -> Option<(Number, usize)> {
    if let Some(share) = count::fraction(view, idx) {
        return Some((share, idx + 1));
    }
    let small = |at: usize| {
        let number = view.raw(at).filter(|raw| raw.len() == 1)?.parse::<i64>().ok()?;
        (number > 0).then_some(number)
    };
    if view.sign(idx + 1, "/") && view.touches(idx + 1) && view.touches(idx + 2) {
        let share = Number::ratio(small(idx)?, small(idx + 2)?)?;
        return (share < Number::ONE && !view.joined_after(idx + 2)).then_some((share, idx + 3));
    }
    let (number, next) = count::cardinal(view, idx).filter(|(number, _)| (2..10).contains(number))?;
    let at = view.skip_sign(next, &["-"]);
    let share = count::fraction(view, at)?.times(Number::whole(number.into()))?;
    (share < Number::ONE).then_some((share, at + 1))
}

/// Reads a dual, which states two, or a singular, which states one.
fn untold_number(view: &View<'_>, idx: usize) -> Option<(Number, usize, usize)> {
    let (_, form) = view.scale(idx)?;
    let clitics = view.get(idx)?.clitics;
    if clitics.pronoun || clitics.article {
        return None;
    }
    let number = match form {
        Form::Two => Number::whole(2),
        Form::One => Number::ONE,
        Form::Many | Form::Past | Form::Present | Form::Fixed => return None,
    };
    let dated = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Weekday(_)
                | Meaning::Month(_)
                | Meaning::HijriMonth(_)
                | Meaning::RelativeDay(_)
                | Meaning::Ordinal(_)
        )
    };
    let continues = view.raw(idx + 1).is_some()
        || view.meaning(idx + 1, |meaning| dated(meaning).then_some(())).is_some();
    // "يوم واحد" and "يومين اثنين" say their number twice.
    let again = count::cardinal(view, idx + 1).filter(|(again, _)| {
        view.language.grammar.adjective_after_noun
            && !view.has_conjunction(idx + 1)
            && view.raw(idx + 1).is_none()
            && Number::whole((*again).into()) == number
    });
    (!continues).then_some((number, idx, again.map_or(idx + 1, |(_, next)| next)))
}

/// Adds "and a half" at `idx` to a number.
pub fn with_share(view: &View<'_>, number: Number, idx: usize) -> (Number, usize) {
    let joint = view.skip_stop(view.skip(idx, &[Function::And]));
    let joined = joint > idx || view.has_conjunction(joint);
    let share = count::fraction(view, joint).filter(|_| joined).and_then(|share| number.plus(share));
    share.map_or((number, idx), |sum| (sum, joint + 1))
}

/// The length of the unit of time at `idx`.
pub fn period(view: &View<'_>, idx: usize) -> Option<Period> {
    view.meaning_of(Class::Unit, idx, |meaning| {
        if let Meaning::Unit(code) = meaning { view.lexicon.units.period(code) } else { None }
    })
}
