//! Units that stand before their number: the five days, one kilometre, magnitude 6.1.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::number::Numeral;
use crate::extract::quantity::measure::{MAGNITUDE, named};
use crate::extract::quantity::{Scene, amount, without_prefix};
use crate::lexicon::meaning::{Form as Shape, Id};
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::number::Number;
use std::ops::Range;

/// The unit that stands before its number in languages whose adjectives do, with the words of both: one of it in
/// words, or a number with an article as the unit has one (السنوات الخمس).
#[must_use]
pub fn own(scene: &Scene<'_>, numeral: &Numeral) -> Option<(Id, Range<usize>)> {
    let start = numeral.words.start;
    let before = start.checked_sub(1).filter(|_| !numeral.in_digits && numeral.core.start == start)?;
    let word = scene.words.get(before).filter(|_| scene.language.grammar.adjective_after_noun)?;
    let has = |shape| word.senses.iter().any(|sense| sense.form == shape);
    let count = &scene.words[start];
    let is_one = numeral.form == Form::Exactly(Number::ONE) && has(Shape::One);
    let is_definite = word.clitics.article && count.clitics.article && count.breaks == 0;
    let is_many = matches!(numeral.form, Form::Exactly(_)) && has(Shape::Many) && is_definite;
    named(word).filter(|_| is_one || is_many).map(|code| (code, before..numeral.words.end))
}

/// Whether "one" in words stands behind its noun, so that a definite unit after it begins another phrase: one
/// man last week.
#[must_use]
pub fn one(scene: &Scene<'_>, numeral: &Numeral) -> bool {
    let is_one = numeral.form == Form::Exactly(Number::ONE) && !numeral.in_digits;
    let is_definite = scene.next_word(numeral.words.end).is_some_and(|word| word.clitics.article);
    is_one && is_definite && scene.language.grammar.adjective_after_noun
}

/// A number behind the noun that is its unit: magnitude 6.1.
#[must_use]
pub fn announced(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    let words = without_prefix(numeral);
    let is_hyphen = |at: usize| scene.words[at].is_sign("-") && scene.words[at].touches();
    let before = words.start.checked_sub(1).filter(|_| numeral.in_digits)?;
    let before = if is_hyphen(before) { before.checked_sub(1)? } else { before };
    let word = scene.words.get(before)?;
    let code = named(word).filter(|code| scene.lexicon.units.period(code).is_none())?;
    let unit = scene.lexicon.units.unit(&code).filter(|unit| &*unit.dimension == MAGNITUDE)?;
    Some(scene.mention(Dimension::Quantity, words, Value::Amount(amount(numeral, Some(unit)))))
}
