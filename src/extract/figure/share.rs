//! Shares of a whole in words: *a quarter* of the company is about 25 per cent of it.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::number::Number;
use crate::value::unit::Unit;
use std::borrow::Cow;

/// How many hundredths a whole has.
const WHOLE: Number = Number::whole(100);

/// A mention as a percentage where it is a fraction of a whole in words, else as it is. Words round what they tell: a
/// third may be 33 or 34 per cent.
pub(super) fn share<'m>(reading: &Reading<'_>, mention: &'m Mention) -> Cow<'m, Mention> {
    percentage(reading, mention).map_or(Cow::Borrowed(mention), Cow::Owned)
}

fn percentage(reading: &Reading<'_>, mention: &Mention) -> Option<Mention> {
    let Value::Amount(amount @ Amount { form, unit: None, .. }) = &mention.value else { return None };
    let is_number = matches!(mention.dimension, Dimension::Number | Dimension::Quantity);
    if !is_number || !amount.is_share() {
        return None;
    }
    let is_fraction =
        |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Fraction(_)));
    let tells = |at: &usize| reading.words.get(*at).is_some_and(is_fraction);
    let last = mention.words.clone().rev().find(tells)?;
    let form = form.try_map(|part| part.times(WHOLE))?;
    let form = if let Form::Exactly(part) = form { Form::About(part) } else { form };
    let value = Value::Amount(Amount { form, precision: Number::ONE, unit: Some(Unit::percent()) });
    let words = mention.words.start..last + 1;
    Some(Mention {
        words,
        dimension: Dimension::Percent,
        value,
        head: None,
        head_text: None,
        ..mention.clone()
    })
}
