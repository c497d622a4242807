//! "And a half" behind a unit.

use crate::extract::quantity::Scene;
use crate::extract::quantity::measure::{HOUR, named};
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form as Shape, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::amount::Form;
use crate::value::number::Number;

/// "and a half" behind a unit, with the unit once more or without it.
#[must_use]
pub fn with_fraction(scene: &Scene<'_>, form: Form<Number>, code: &str, end: usize) -> (Form<Number>, usize) {
    let Some((share, after)) = fraction_after(scene, end) else { return (form, end) };
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

/// The fraction behind "and" at `end`, or the one that is lacking behind "less" (إلا ربعا), and the word after it;
/// an article may stand between.
#[must_use]
pub fn fraction_after(scene: &Scene<'_>, end: usize) -> Option<(Number, usize)> {
    let reader = scene.reader();
    let lacks = scene.next_word(end).is_some_and(|word| word.is_function(Function::Less));
    let joint = || reader.joint(end).filter(|(_, and)| *and).map(|(at, _)| at);
    let at = if lacks { end + 1 } else { joint()? };
    let term = reader.term(at, crate::extract::number::compose::Joining::WithoutAnd)?;
    let word = scene.words.get(at)?;
    let is_noun = word
        .senses
        .iter()
        .any(|sense| matches!(sense.meaning, Meaning::Concept(_)) && sense.form == Shape::One);
    let is_share = term.is_fraction && term.scale == Number::ONE && term.value < Number::ONE && !is_noun;
    let value = if lacks { term.value.negated() } else { term.value };
    is_share.then_some((value, term.end))
}
