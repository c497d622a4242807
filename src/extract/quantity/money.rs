//! Sums of money: a currency's sign, code or name before or behind a number.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::number::Numeral;
use crate::extract::quantity::{Scene, amount, hedged_after, measure, noun};
use crate::extract::word::Word;
use crate::lexicon::meaning::{Id, Meaning};
use crate::value::Value;
use crate::value::amount::Amount;
use crate::value::number::Number;
use crate::value::unit::Unit;

/// Sums from which on a name that is a weight as well means money.
const LARGE: i64 = 100_000;

/// The sum of money that a numeral states.
#[must_use]
pub fn mention(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    let before = currency_before(scene, numeral);
    let after = currency_after(scene, numeral, before.is_some());
    let (unit, end) = match (before, after) {
        (Some(unit), Some((_, end))) => (Some(unit), end),
        (Some(unit), None) => (Some(unit), numeral.words.end),
        (None, Some(after)) => after,
        (None, None) => return None,
    };
    let (form, end) = hedged_after(scene, numeral.form.clone(), end);
    let amount = Amount { form, ..amount(numeral, unit) };
    Some(scene.mention(Dimension::Money, numeral.words.start..end, Value::Amount(amount)))
}

/// The currency between a numeral's hedge and its digits.
fn currency_before(scene: &Scene<'_>, numeral: &Numeral) -> Option<Unit> {
    let prefix = scene.words.get(numeral.prefix.clone()).filter(|prefix| !prefix.is_empty())?;
    let (first, last) = (prefix.first()?, prefix.last()?);
    let symbol = |from: &Word| {
        let span = from.span.cover(&last.span);
        let source = scene.text.slice(span);
        money(scene, source).or_else(|| money(scene, &scene.lexicon.units.symbol(source)?))
    };
    let named = || name(last).and_then(|name| scene.lexicon.units.currency(&name, scene.countries));
    symbol(first).or_else(|| symbol(last)).or_else(named)
}

/// The currency behind a numeral, and the word after it; no currency where its name is clear as money,
/// but not whose.
fn currency_after(scene: &Scene<'_>, numeral: &Numeral, is_known: bool) -> Option<(Option<Unit>, usize)> {
    let at = noun::past_of(scene, numeral, scene.past_hyphen(numeral.words.end));
    let word = scene.next_word(at).filter(|word| word.breaks == 0)?;
    if let Some(name) = name(word) {
        let country = scene.next_word(at + 1).and_then(country);
        let end = if country.is_some() { at + 2 } else { at + 1 };
        let is_large = numeral.form.stated().iter().any(|value| value.magnitude() >= Number::whole(LARGE));
        let weighs = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Unit(_)));
        if weighs && !is_large && country.is_none() {
            return None;
        }
        let unit = named(scene, &name, country.as_ref());
        let is_weight = unit.is_none() && !is_large && at > numeral.words.end;
        return (!is_weight).then_some((unit, end));
    }
    // "20 Lebanese pounds": the country before the name.
    if let Some(country) = country(word)
        && let Some(name) = scene.next_word(at + 1).and_then(name)
    {
        return Some((named(scene, &name, Some(&country)), at + 2));
    }
    let code = money(scene, scene.text.slice(word.span)).map(|unit| (unit, at + 1));
    let symbol = || {
        let (code, end) = measure::symbol(scene, at, Unit::is_currency)?;
        Some((money(scene, &code)?, end))
    };
    let (unit, end) = code.or_else(symbol).filter(|_| !is_known)?;
    Some((Some(unit), end))
}

/// The currency that a name means beside a country, or else in the text.
fn named(scene: &Scene<'_>, name: &str, country: Option<&Id>) -> Option<Unit> {
    let near: Vec<Id> = country.into_iter().chain(scene.countries).cloned().collect();
    scene.lexicon.units.currency(name, &near)
}

fn money(scene: &Scene<'_>, code: &str) -> Option<Unit> {
    scene.lexicon.units.unit(code).filter(Unit::is_currency)
}

/// The currency that a word names, by its code or bare name.
fn name(word: &Word) -> Option<Id> {
    word.find(|sense| match &sense.meaning {
        Meaning::Currency(name) => Some(name.clone()),
        _ => None,
    })
}

/// The country that a word names by its adjective.
fn country(word: &Word) -> Option<Id> {
    word.find(|sense| match &sense.meaning {
        Meaning::Demonym(country) | Meaning::Country(country) => Some(country.clone()),
        _ => None,
    })
}
