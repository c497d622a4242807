//! "And a half" behind a unit.

use crate::extract::number::compose::Joining;
use crate::extract::quantity::Scene;
use crate::extract::quantity::measure::{HOUR, named};
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form as Shape, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::amount::Form;
use crate::value::number::Number;

/// "and a half" behind a unit, with the unit once more or without it.
#[must_use]
pub fn with_fraction(scene: &Scene<'_>, form: Form<Number>, code: &str, end: usize) -> (Form<Number>, usize) {
    if let Some(found) = of_named_scale(scene, &form, end) {
        return found;
    }
    let Some((share, after)) = fraction_after(scene, end) else { return (form, end) };
    if let Some(found) = of_scale(scene, &form, share, after, |word| named(word).is_some()) {
        return found;
    }
    let is_hour = scene.lexicon.units.period(code) == Some(HOUR);
    let stem =
        end.checked_sub(1).and_then(|unit| scene.words.get(unit)).map_or("", |unit| unit.stem.as_str());
    let has_stem =
        |word: &Word| word.normal.len() > stem.len() && !stem.is_empty() && word.normal.ends_with(stem);
    let names_hour = |word: &Word| is_hour && word.is_function(Function::Oclock);
    let repeats = |word: &&Word| {
        let is_unit = named(word).is_some_and(|again| *again == *code);
        word.breaks == 0 && word.kind == TokenKind::Word && (is_unit || names_hour(word) || has_stem(word))
    };
    let after = scene.next_word(after).filter(repeats).map_or(after, |_| after + 1);
    match form.try_map(|value| value.plus(share)) {
        Some(sum) if form.stated().len() == 1 => (sum, after),
        Some(_) | None => (form, end),
    }
}

/// "And a half" behind a currency, with its name once more or without it: ثلاثة دنانير *ونصف الدينار*.
#[must_use]
pub fn of_money(scene: &Scene<'_>, form: Form<Number>, end: usize) -> (Form<Number>, usize) {
    if !scene.language.grammar.adjective_after_noun {
        return (form, end);
    }
    if let Some(found) = of_named_scale(scene, &form, end) {
        return found;
    }
    let Some((share, after)) = fraction_after(scene, end) else { return (form, end) };
    let is_money = |word: &Word| word.summary.is(Class::Currency);
    if let Some(found) = of_scale(scene, &form, share, after, is_money) {
        return found;
    }
    let is_free =
        |next: &Word| next.breaks > 0 || next.kind == TokenKind::Sign || next.is_function(Function::Per);
    let next = scene.words.get(after);
    let again =
        next.is_some_and(|word| word.breaks == 0 && word.clitics.conjunction.is_none() && is_money(word));
    if !again && !next.is_none_or(is_free) {
        return (form, end);
    }
    match form.try_map(|value| value.plus(share)) {
        Some(sum) if form.stated().len() == 1 => (sum, after + usize::from(again)),
        Some(_) | None => (form, end),
    }
}

/// A share behind a unit that names the scale of the number before it: مليونا طن *ونصف المليون*.
fn of_named_scale(scene: &Scene<'_>, form: &Form<Number>, end: usize) -> Option<(Form<Number>, usize)> {
    let (at, _) = scene.reader().joint(end).filter(|(_, and)| *and)?;
    let term = scene.reader().term(at, Joining::WithoutAnd)?;
    let is_definite = scene.words.get(term.end.checked_sub(1)?)?.clitics.article;
    let is_share = term.is_fraction && term.value < term.scale && is_definite && term.end > at + 1;
    let is_own = own_scale(form).is_some_and(|own| own == term.scale);
    let sum = form.try_map(|value| value.plus(term.value)).filter(|_| is_share && is_own)?;
    Some((sum, term.end))
}

/// A share of the scale of the number before its unit, where no unit stands behind it, as no half of a unit is told of a
/// million.
fn of_scale(
    scene: &Scene<'_>,
    form: &Form<Number>,
    share: Number,
    after: usize,
    is_unit: impl Fn(&Word) -> bool,
) -> Option<(Form<Number>, usize)> {
    let next = scene.next_word(after).filter(|word| word.breaks == 0);
    let own = own_scale(form).filter(|_| !next.is_some_and(is_unit))?;
    Some((form.try_map(|value| value.plus(share.times(own)?))?, after))
}

/// The greatest scale of which a number is a multiple, where it is one number.
fn own_scale(form: &Form<Number>) -> Option<Number> {
    let stated = form.stated();
    let [value] = &*stated else { return None };
    let scales = SCALES.into_iter().map(Number::whole);
    let own = scales.into_iter().find(|scale| value.magnitude() >= *scale)?;
    value.over(own)?.to_whole().map(|_| own)
}

/// Scales of which half is told behind the unit, the greatest first.
const SCALES: [i64; 3] = [1_000_000_000, 1_000_000, 1000];

/// The fraction behind "and" at `end`, or the one that is lacking behind "less" (إلا ربعا), and the word after it;
/// an article may stand between.
#[must_use]
pub fn fraction_after(scene: &Scene<'_>, end: usize) -> Option<(Number, usize)> {
    let reader = scene.reader();
    let lacks = scene.next_word(end).is_some_and(|word| word.is_function(Function::Less));
    let joint = || reader.joint(end).filter(|(_, and)| *and).map(|(at, _)| at);
    let at = if lacks { end + 1 } else { joint()? };
    let term = reader.term(at, Joining::WithoutAnd)?;
    let word = scene.words.get(at)?;
    let is_noun = word
        .senses
        .iter()
        .any(|sense| matches!(sense.meaning, Meaning::Concept(_)) && sense.form == Shape::One);
    let is_share = term.is_fraction && term.scale == Number::ONE && term.value < Number::ONE && !is_noun;
    let value = if lacks { term.value.negated() } else { term.value };
    is_share.then_some((value, term.end))
}
