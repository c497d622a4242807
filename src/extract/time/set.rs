//! Sets of times: `every Monday`, `each year`, `every three days`, `daily`, `كل يوم`.
//!
//! The value is the distance between two of them, or the weekday; a time of day beside it is read by itself.

use crate::extract::time::count;
use crate::extract::time::relative;
use crate::extract::time::said::Scale;
use crate::extract::time::view::View;
use crate::lexicon::meaning::{Form as Shape, Meaning};
use crate::lexicon::schema::Function;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::duration::{Duration, Period};
use crate::value::number::Number;
use crate::value::time::{Part, Time};
use std::ops::Range;

/// Concepts that say how often begin with this; the code of a unit or the number of a weekday follows.
const EVERY: &str = "every-";

/// A set that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    /// Its words, as indices into their paragraph.
    pub words: Range<usize>,
    /// How far its times are apart, or their weekday.
    pub value: Value,
}

/// Reads a set at `idx`.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<Set> {
    let (value, next) = named(view, idx).or_else(|| every(view, idx))?;
    Some(Set { words: idx..next, value })
}

fn apart(period: Period) -> Value {
    Value::Duration(Duration::new(Form::Exactly(period)))
}

fn on(weekday: i8) -> Value {
    Value::Time(Time::from(Part::Weekday(weekday)))
}

/// Reads `daily`, `annually`, `Mondays`, `أيام الاثنين`.
fn named(view: &View<'_>, idx: usize) -> Option<(Value, usize)> {
    let how = view.meaning(idx, |meaning| {
        let Meaning::Concept(id) = meaning else { return None };
        id.strip_prefix(EVERY).map(ToOwned::to_owned)
    })?;
    if let Ok(weekday) = how.parse::<i8>() {
        return view.is_capital(idx).then(|| (on(weekday), idx + 1));
    }
    // What is counted or paid by the day is a rate, which the quantity says.
    let counted =
        |back: usize| idx.checked_sub(back).is_some_and(|at| view.raw(at).is_some() || is_measure(view, at));
    let rated = counted(1) || counted(2);
    let value = apart(view.lexicon.units.period(&how)?);
    (!rated).then_some((value, idx + 1))
}

fn is_measure(view: &View<'_>, idx: usize) -> bool {
    let counts = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Unit(_)
                | Meaning::Currency(_)
                | Meaning::Scale(_)
                | Meaning::Times(_)
                | Meaning::Percent
        )
    };
    view.meaning(idx, |meaning| counts(meaning).then_some(())).is_some()
}

/// Reads `every day`, `each Monday`, `every other week`, `every three years`, `كل يومين`.
fn every(view: &View<'_>, idx: usize) -> Option<(Value, usize)> {
    let follows = view.language.grammar.adjective_after_noun;
    // "All day" lasts; the words for "each one" alone make a set.
    if !view.is(idx, Function::Every) || !(follows || view.is(idx, Function::Per)) {
        return None;
    }
    let by_day = view.is_one(idx + 1, Scale::Day);
    let named = idx + 1 + usize::from(by_day);
    if let Some(weekday) = relative::weekday_name(view, named).filter(|_| view.is_proper(named)) {
        return Some((on(weekday), named + 1));
    }
    if view.daypart(idx + 1).is_some() && !has_article(view, idx + 1) {
        return Some((apart(Period::days(1)), idx + 2));
    }
    let other = view.is(idx + 1, Function::Other);
    let start = idx + 1 + usize::from(other);
    let (number, unit) = if other { (2, start) } else { count::cardinal(view, start).unwrap_or((1, start)) };
    let (_, shape) = view.scale(unit).filter(|_| !has_article(view, unit))?;
    let number = match shape {
        Shape::Two => 2,
        Shape::One | Shape::Many => number,
        Shape::Past | Shape::Present | Shape::Fixed => return None,
    };
    let period = relative::period(view, unit)?.times(Number::whole(number.into()))?;
    Some((apart(period), unit + 1))
}

fn has_article(view: &View<'_>, idx: usize) -> bool {
    view.get(idx).is_some_and(|word| word.clitics.article || word.clitics.pronoun)
}
