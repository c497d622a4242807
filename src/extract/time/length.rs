//! Lengths of time told without a number: `several weeks`, `for years`, `all week`, `another month`, `two
//! more weeks`, `طوال العام`. Those with a number are read as quantities.

use crate::extract::number::hedge::hedged;
use crate::extract::time::count;
use crate::extract::time::nth;
use crate::extract::time::relative::distance;
use crate::extract::time::said::Scale;
use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form as Shape, Meaning};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::Hedge;
use crate::text::token::TokenKind;
use crate::value::amount::Form;
use crate::value::duration::{Duration, Period};
use crate::value::number::Number;
use std::ops::Range;

/// What a few are.
const FEW: i64 = 3;

/// The concept of a length in general.
const LONG: &str = "length";

/// The concept of what has been for long.
const OLD: &str = "old";

/// The concept of what takes a length of time.
const TAKE: &str = "take-time";

/// Words that a subject may have between its verb and how long it takes.
const SUBJECT: usize = 2;

/// Concepts of what lasts as long as a unit begin with this; the code of the unit follows.
const LASTING: &str = "long-";

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
    let hedge = view.meaning_of(Class::Hedge, idx, |meaning| {
        if let Meaning::Hedge(hedge) = meaning { Some(*hedge) } else { None }
    });
    let start = idx + usize::from(hedge.is_some());
    let (form, next) = some(view, idx)
        .or_else(|| few(view, start))
        .or_else(|| one_or_two(view, start))
        .or_else(|| many(view, start))
        .or_else(|| whole(view, start))
        .or_else(|| long(view, start))
        .or_else(|| compound(view, start))
        .or_else(|| more(view, start))?;
    let form =
        hedge.filter(|_| matches!(form, Form::Exactly(_))).map_or(form.clone(), |hedge| hedged(form, hedge));
    Some(Length { words: idx..next, duration: Duration::new(form) })
}

fn unit(view: &View<'_>, idx: usize, shape: Shape) -> Option<Period> {
    let (scale, _) = view.scale(idx).filter(|(_, found)| *found == shape)?;
    let owned = view.get(idx).is_some_and(|word| word.clitics.pronoun);
    let year = || (scale == Scale::Year).then(|| Period::months(12));
    distance::period(view, idx).or_else(year).filter(|_| !owned && !view.has_conjunction(idx))
}

fn times(period: Period, number: i64) -> Option<Period> {
    period.times(Number::whole(number))
}

fn has_article(view: &View<'_>, idx: usize) -> bool {
    view.get(idx).is_some_and(|word| word.clitics.article)
}

/// Reads `some days`: a hedge of a number that is not told, which is a few.
fn some(view: &View<'_>, idx: usize) -> Option<(Form<Period>, usize)> {
    let about = |meaning: &Meaning| (*meaning == Meaning::Hedge(Hedge::About)).then_some(());
    view.meaning_of(Class::Hedge, idx, about).filter(|()| !view.language.grammar.adjective_after_noun)?;
    let told = view.raw(idx + 2).is_some() || view.is(idx + 2, Function::Of);
    let period = unit(view, idx + 1, Shape::Many).filter(|_| !told)?;
    Some((Form::About(times(period, FEW)?), idx + 2))
}

/// Reads `several weeks`, `a few minutes`, `عدة أيام`, `أيام قليلة`.
fn few(view: &View<'_>, idx: usize) -> Option<(Form<Period>, usize)> {
    let behind = || {
        let follows = view.language.grammar.adjective_after_noun && !has_article(view, idx);
        unit(view, idx, Shape::Many)
            .filter(|_| follows && view.is(idx + 1, Function::Few) && !has_article(view, idx + 1))
    };
    let quarters = || is_quarters(view, idx + 1).then(|| Period::months(3));
    let hyphen = view.sign(idx + 1, "-") && view.touches(idx + 1) && view.touches(idx + 2);
    let at = idx + 1 + usize::from(hyphen);
    let shape = if hyphen { Shape::One } else { Shape::Many };
    let before = unit(view, at, shape).or_else(quarters).filter(|_| view.is(idx, Function::Few));
    let (period, next) = before.map(|period| (period, at + 1)).or_else(|| Some((behind()?, idx + 2)))?;
    Some((Form::About(times(period, FEW)?), next))
}

/// Whether the word counts quarters of a year.
#[must_use]
pub fn is_quarters(view: &View<'_>, idx: usize) -> bool {
    let many = view.get(idx).is_some_and(|word| word.senses.iter().any(|sense| sense.form == Shape::Many));
    many && count::fraction(view, idx).is_some_and(|share| Number::ratio(1, 4) == Some(share))
}

/// Reads `monthlong`, `yearlong`: a unit and how long it lasts grown together.
fn compound(view: &View<'_>, idx: usize) -> Option<(Form<Period>, usize)> {
    let code = view.meaning_of(Class::Timely, idx, |meaning| {
        let Meaning::Concept(id) = meaning else { return None };
        id.strip_prefix(LASTING).map(ToOwned::to_owned)
    })?;
    Some((Form::Exactly(view.lexicon.units.period(&code)?), idx + 1))
}

/// Reads `week-long`, `decades-long`, `decades-old`.
fn long(view: &View<'_>, idx: usize) -> Option<(Form<Period>, usize)> {
    let hyphen = view.sign(idx + 1, "-") && view.touches(idx + 1) && view.touches(idx + 2);
    let counted = idx > 0 && (view.raw(idx - 1).is_some() || (view.sign(idx - 1, "-") && view.touches(idx)));
    let long =
        hyphen && !counted && view.get(idx + 2).is_some_and(|word| word.has_concept(LONG) || is_old(word));
    let (_, shape) = view.scale(idx).filter(|_| long)?;
    let period = unit(view, idx, shape)?;
    match shape {
        Shape::One => Some((Form::Exactly(period), idx + 3)),
        Shape::Many => Some((Form::AtLeast(times(period, 2)?), idx + 3)),
        Shape::Two | Shape::Past | Shape::Present | Shape::Fixed => None,
    }
}

/// Whether a word behind a unit in the plural tells an age that has no number: decades-old.
fn is_old(word: &Word) -> bool {
    word.tokens.len() == 1 && (word.is_function(Function::Aged) || word.has_concept(OLD))
}

/// Reads `يوم أو يومان`, `أسبوع إلى أسبوعين`, `يومين أو ثلاثة أيام`, and `a day or two`: a unit that counts by
/// itself, joined to the next number.
fn one_or_two(view: &View<'_>, idx: usize) -> Option<(Form<Period>, usize)> {
    let counts_itself = view.language.grammar.adjective_after_noun;
    let at = idx + usize::from(!counts_itself);
    let led = counts_itself || (view.is(idx, Function::Per) && view.is_stop(idx));
    let first = own_number(view, at).filter(|_| led && !has_article(view, at))?;
    let period = unit(view, at, view.scale(at)?.1)?;
    let is_choice = view.is(at + 1, Function::Or);
    if !(is_choice || (counts_itself && view.is(at + 1, Function::To))) {
        return None;
    }
    let (last, next) = next_number(view, at + 2, view.scale(at)?.0)?;
    let (first, last) = (times(period, first)?, times(period, last).filter(|_| last > first)?);
    Some((if is_choice { Form::Choice(vec![first, last]) } else { Form::Range(first, last) }, next))
}

/// The number that the form of a unit gives: one or two.
fn own_number(view: &View<'_>, idx: usize) -> Option<i64> {
    match view.scale(idx)?.1 {
        Shape::One => Some(1),
        Shape::Two => Some(2),
        Shape::Many | Shape::Past | Shape::Present | Shape::Fixed => None,
    }
}

/// The number at `idx` that goes on from another of the unit, which may be told again.
fn next_number(view: &View<'_>, idx: usize, scale: Scale) -> Option<(i64, usize)> {
    let same = |at: usize| view.scale(at).is_some_and(|(other, _)| other == scale);
    if same(idx) && !has_article(view, idx) {
        return Some((own_number(view, idx)?, idx + 1));
    }
    let (number, next) = count::cardinal(view, idx).filter(|(number, _)| *number <= 10)?;
    let end = next + usize::from(same(next));
    (end > next || nth::stands_alone(view, next)).then_some((i64::from(number), end))
}

/// Reads the plural behind what asks for a length: `for years`, `لسنوات`.
fn many(view: &View<'_>, idx: usize) -> Option<(Form<Period>, usize)> {
    let led = idx > 0 && view.is(idx - 1, Function::For) || takes(view, idx);
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

/// Whether what stands before `idx` takes a length of time: `lasted`, `spent`, and `استغرق` with its subject.
fn takes(view: &View<'_>, idx: usize) -> bool {
    let follows = view.language.grammar.adjective_after_noun;
    let is_subject = |word: &Word| word.clitics.article && word.clitics.preposition.is_none();
    let subject = |at: usize| follows && view.get(at).is_some_and(is_subject);
    let verb = (1..=SUBJECT + 1).filter_map(|back| idx.checked_sub(back)).find(|at| !subject(*at));
    verb.and_then(|at| view.get(at)).is_some_and(|word| word.has_concept(TAKE))
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
        let counted = follows && count::cardinal(view, hyphen + 1).is_some();
        let dated = view.raw(hyphen + 1).is_some() || view.near(hyphen + 1).is_some() || counted;
        let compound = hyphen > idx + 1 && view.get(hyphen + 1).is_some_and(|word| word.is_noun());
        let period = unit(view, hyphen, Shape::One).filter(|_| !dated && !compound)?;
        // "For a year and a half": لمدة سنة ونصف.
        let (number, end) = distance::with_share(view, Number::ONE, hyphen + 1);
        return Some((Form::Exactly(period.times(number)?), end));
    }
    // "90 full minutes" are told by their number.
    let numeric = |word: &Word| word.kind == TokenKind::Digits || word.summary.is(Class::Number);
    let counted = idx > 0 && view.get(idx - 1).is_some_and(numeric);
    // "Six months to a full year" is a stretch.
    let ends = idx > 1 && view.is(idx - 1, Function::To) && view.scale(idx - 2).is_some();
    let full = follows && !counted && !ends && view.is(idx + 1, Function::Whole);
    let period = unit(view, idx, Shape::One).filter(|_| full)?;
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
