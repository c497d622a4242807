//! Lengths of time told without a number: `several weeks`, `for years`, `all week`, `another month`, `two
//! more weeks`, `طوال العام`. Those with a number are read as quantities.

use crate::extract::number::hedge::hedged;
use crate::extract::time::count;
use crate::extract::time::nth;
use crate::extract::time::relative;
use crate::extract::time::said::Scale;
use crate::extract::time::view::View;
use crate::lexicon::meaning::{Form as Shape, Meaning};
use crate::lexicon::schema::Function;
use crate::value::amount::Form;
use crate::value::duration::{Duration, Period};
use crate::value::number::Number;
use std::ops::Range;

/// What a few are.
const FEW: i64 = 3;

/// A length that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Length {
    /// Its words, as indices into their paragraph.
    pub words: Range<usize>,
    /// How long.
    pub duration: Duration,
}

/// Reads a length of time at `idx`.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<Length> {
    let hedge =
        view.meaning(idx, |meaning| if let Meaning::Hedge(hedge) = meaning { Some(*hedge) } else { None });
    let start = idx + usize::from(hedge.is_some());
    let (form, next) = few(view, start)
        .or_else(|| many(view, start))
        .or_else(|| whole(view, start))
        .or_else(|| more(view, start))?;
    let form =
        hedge.filter(|_| matches!(form, Form::Exactly(_))).map_or(form.clone(), |hedge| hedged(form, hedge));
    Some(Length { words: idx..next, duration: Duration::new(form) })
}

fn unit(view: &View<'_>, idx: usize, shape: Shape) -> Option<Period> {
    let (scale, _) = view.scale(idx).filter(|(_, found)| *found == shape)?;
    let owned = view.get(idx).is_some_and(|word| word.clitics.pronoun);
    let year = || (scale == Scale::Year).then(|| Period::months(12));
    relative::period(view, idx).or_else(year).filter(|_| !owned && !view.has_conjunction(idx))
}

fn times(period: Period, number: i64) -> Option<Period> {
    period.times(Number::whole(number))
}

fn has_article(view: &View<'_>, idx: usize) -> bool {
    view.get(idx).is_some_and(|word| word.clitics.article)
}

/// Reads `several weeks`, `a few minutes`, `عدة أيام`.
fn few(view: &View<'_>, idx: usize) -> Option<(Form<Period>, usize)> {
    let period = unit(view, idx + 1, Shape::Many).filter(|_| view.is(idx, Function::Few))?;
    Some((Form::About(times(period, FEW)?), idx + 2))
}

/// Reads the plural behind what asks for a length: `for years`, `لسنوات`.
fn many(view: &View<'_>, idx: usize) -> Option<(Form<Period>, usize)> {
    let led = idx > 0 && view.is(idx - 1, Function::For);
    let stuck = view.get(idx).is_some_and(|word| word.clitics.preposition == Some(Function::To));
    let told = view.raw(idx + 1).is_some() || view.near(idx + 1).is_some() || view.is(idx + 1, Function::Of);
    // "The days of the feast" are no length in a language that puts them side by side.
    let plain = !view.language.grammar.adjective_after_noun
        || nth::stands_alone(view, idx + 1)
        || view.is(idx + 1, Function::Few);
    let owned = has_article(view, idx) || !plain;
    let period = unit(view, idx, Shape::Many).filter(|_| (led || stuck) && !told && !owned)?;
    Some((Form::AtLeast(times(period, 2)?), idx + 1))
}

/// Reads `all week`, `a full year`, `طوال العام`, `يوم كامل`.
fn whole(view: &View<'_>, idx: usize) -> Option<(Form<Period>, usize)> {
    let follows = view.language.grammar.adjective_after_noun;
    let all = view.is(idx, Function::Every) && !view.is(idx, Function::Per) && !follows;
    let throughout = follows
        && view.is(idx, Function::For)
        && (has_article(view, idx + 1) || view.is(idx + 1, Function::Year));
    if all || throughout || (view.is(idx, Function::Whole) && !follows) {
        let hyphen = idx + 1 + usize::from(view.sign(idx + 1, "-") && view.touches(idx + 1));
        let dated = view.raw(hyphen + 1).is_some() || view.near(hyphen + 1).is_some();
        let compound = hyphen > idx + 1 && view.get(hyphen + 1).is_some_and(|word| word.is_noun());
        let period = unit(view, hyphen, Shape::One).filter(|_| !dated && !compound)?;
        return Some((Form::Exactly(period), hyphen + 1));
    }
    let period = unit(view, idx, Shape::One).filter(|_| follows && view.is(idx + 1, Function::Whole))?;
    Some((Form::Exactly(period), idx + 2))
}

/// Reads `another week`, `an additional year`, `two more weeks`.
fn more(view: &View<'_>, idx: usize) -> Option<(Form<Period>, usize)> {
    if view.language.grammar.adjective_after_noun {
        return None;
    }
    if view.is(idx, Function::Other) {
        let period = unit(view, idx + 1, Shape::One)?;
        return Some((Form::Exactly(period), idx + 2));
    }
    let (number, next) = count::cardinal(view, idx).filter(|(_, next)| view.is(*next, Function::Other))?;
    let period = unit(view, next + 1, if number == 1 { Shape::One } else { Shape::Many })?;
    Some((Form::Exactly(times(period, number.into())?), next + 2))
}
