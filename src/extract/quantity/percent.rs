//! Percentages, percentage points and basis points.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::number::Numeral;
use crate::extract::quantity::{Scene, amount, hedged_after, noun};
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Amount;
use crate::value::number::Number;
use crate::value::unit::Unit;

/// A percentage, with its sign or words behind the number or its sign before it.
pub(super) fn percent(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    let is_percent = |word: &Word| {
        let senses = &mut word.senses.iter();
        senses.any(|sense| matches!(sense.meaning, Meaning::Percent | Meaning::PercentagePoint))
    };
    let at = noun::past_of(scene, numeral, scene.past_hyphen(numeral.words.end));
    let inner = numeral.core.clone().any(|idx| is_percent(&scene.words[idx]));
    let first = &scene.words[numeral.core.start];
    let before = numeral.core.start.checked_sub(1).filter(|_| first.breaks == 0);
    let is_sign = |before: &usize| {
        let sign = &scene.words[*before];
        let outer = before.checked_sub(1).map(|outer| scene.words[outer].kind);
        let is_free =
            outer.is_none_or(|outer| outer == TokenKind::Sign || (sign.spaced && outer == TokenKind::Word));
        sign.kind == TokenKind::Sign && is_percent(sign) && is_free
    };
    let sign = before.filter(is_sign);
    let leads = |next: &Word| next.touches() && next.kind != TokenKind::Sign;
    let is_code = |sign: &Word| sign.kind == TokenKind::Sign && scene.words.get(at + 1).is_some_and(leads);
    let follows = scene.next_word(at).is_some_and(|word| is_percent(word) && !is_code(word));
    if !(inner || follows || sign.is_some()) {
        return None;
    }
    let end = if follows { at + 1 } else { numeral.words.end };
    let start = sign.map_or(numeral.words.start, |sign| sign.min(numeral.words.start));
    let (form, end) = hedged_after(scene, numeral.form.clone(), end);
    let amount = Amount { form, ..amount(numeral, Some(Unit::percent())) };
    Some(scene.mention(Dimension::Percent, start..end, Value::Amount(amount)))
}

/// A number of basis points, in percentage points.
pub(super) fn basis_points(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    let at = noun::past_of(scene, numeral, scene.past_hyphen(numeral.words.end));
    let is_basis = |word: &&Word| word.senses.iter().any(|sense| sense.meaning == Meaning::BasisPoint);
    scene.next_word(at).filter(is_basis)?;
    let share = Number::power_of_ten(-2)?;
    let form = numeral.form.try_map(|value| value.times(share))?;
    let (form, end) = hedged_after(scene, form, at + 1);
    let amount = Amount { form, precision: numeral.precision.times(share)?, unit: Some(Unit::percent()) };
    Some(scene.mention(Dimension::Percent, numeral.words.start..end, Value::Amount(amount)))
}
