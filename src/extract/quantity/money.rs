//! Sums of money: a currency's sign, code or name before or behind a number.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::mention::{Dimension, Mention};
use crate::extract::number::Numeral;
use crate::extract::quantity::{Scene, amount, fraction, hedged_after, measure, noun, symbol};
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form as Shape, Id, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::number::Number;
use crate::value::unit::Unit;

/// Sums from which on a name that is a weight as well means money.
const LARGE: i64 = 100_000;

/// The dimension of weights.
const MASS: &str = "mass";

/// The concept of weighing.
const WEIGHT: &str = "weight";

/// Those whose weight is told, where they stand before it.
const WEIGHED: [&str; 3] = ["diet", "infant", "obesity"];

/// Words on each side of a name of money that may say that it is a weight.
const NEAR: usize = 6;

/// Letters that may stand before the sign of a currency.
const MAX_LETTERS: usize = 3;

/// What the dimension of a unit begins with that is a part of a currency; the currency's name follows.
const MINOR: &str = "coin:";

/// The sum of money that a numeral states.
#[must_use]
pub fn mention(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    let special = in_minor(scene, numeral).or_else(|| in_scaled_code(scene, numeral));
    if let Some(mention) = special.or_else(|| one_behind(scene, numeral)) {
        return Some(mention);
    }
    let lettered = lettered_sign(scene, numeral);
    let start = lettered.as_ref().map_or(numeral.words.start, |(start, _)| *start);
    let before = lettered.map(|(_, unit)| unit).or_else(|| currency_before(scene, numeral));
    let after = currency_after(scene, numeral, before.is_some());
    let differs = |unit: &Option<Unit>| before.is_some() && *unit != before;
    let after = after.filter(|(unit, _)| !differs(unit));
    let (unit, end) = match (before, after) {
        (Some(unit), Some((_, end))) => (Some(unit), end),
        (Some(unit), None) => (Some(unit), numeral.words.end),
        (None, Some(after)) => after,
        (None, None) => return None,
    };
    let (form, end) = scaled_after(scene, numeral, end).unwrap_or((numeral.form.clone(), end));
    let (form, end) = fraction::of_money(scene, form, end);
    let (form, end) = hedged_after(scene, form, end);
    let amount = Amount { form, ..amount(numeral, unit) };
    Some(scene.mention(Dimension::Money, start..end, Value::Amount(amount)))
}

/// The currency whose sign has its letters before it, apart or in any case, and where they begin: c $ 5, Mex$ 5.
fn lettered_sign(scene: &Scene<'_>, numeral: &Numeral) -> Option<(usize, Unit)> {
    let sign = scene.words.get(numeral.prefix.clone()).and_then(<[Word]>::first)?;
    let at = numeral.prefix.start.checked_sub(1)?;
    let letters = scene.words.get(at).filter(|letters| letters.kind == TokenKind::Word)?;
    let before = at.checked_sub(1).and_then(|before| scene.words.get(before));
    // The last letter of a possessive or of an abbreviation is none: "a country's $5 million".
    let is_ending = before.is_some_and(|before| before.is_sign("'") || before.is_sign("."));
    let is_plain =
        sign.kind == TokenKind::Sign && sign.breaks == 0 && letters.senses.is_empty() && !is_ending;
    let source = scene.text.slice(letters.span);
    let sign = scene.text.slice(sign.span);
    (is_plain && source.is_ascii() && source.len() <= MAX_LETTERS).then_some(())?;
    let symbol = |letters: &str| scene.lexicon.units.symbol(&format!("{letters}{sign}"));
    let code = symbol(source).or_else(|| symbol(&source.to_ascii_uppercase()))?;
    Some((at, money(scene, &code)?))
}

/// A sum in the small coins of a currency, in the currency itself: fifty cents.
fn in_minor(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    let at = noun::past_of(scene, numeral, scene.past_hyphen(numeral.words.end));
    // "12 Canadian cents", or the country behind them.
    let of = |at: usize| scene.next_word(at).filter(|word| word.breaks == 0).and_then(country);
    let leading = of(at);
    let (unit, end) = minor(scene, if leading.is_some() { at + 1 } else { at })?;
    let following =
        if leading.is_none() && scene.language.grammar.adjective_after_noun { of(end) } else { None };
    let end = if following.is_some() { end + 1 } else { end };
    let currency = named(scene, minor_of(&unit)?, leading.or(following).as_ref());
    let form = numeral.form.try_map(|value| value.times(unit.factor))?;
    let precision = numeral.precision.times(unit.factor)?;
    let (form, end) = hedged_after(scene, form, end);
    let value = Value::Amount(Amount { form, precision, unit: currency });
    Some(scene.mention(Dimension::Money, numeral.words.start..end, value))
}

/// A sum of one, where the word for one stands behind its currency.
fn one_behind(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    let is_one = numeral.form == Form::Exactly(Number::ONE) && !numeral.in_digits;
    let before = numeral.core.start.checked_sub(1);
    let before = before.filter(|_| is_one && scene.language.grammar.adjective_after_noun)?;
    let word = scene.words.get(before).filter(|_| scene.words[numeral.core.start].breaks == 0)?;
    let is_single = word.senses.iter().any(|sense| sense.form == Shape::One);
    let unit = named(scene, &name(word).filter(|_| is_single)?, None);
    let value = Value::Amount(amount(numeral, unit));
    Some(scene.mention(Dimension::Money, before..numeral.words.end, value))
}

/// A sum whose scale and currency are one word, before the number or behind it: 30 MUSD.
fn in_scaled_code(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    let leads = numeral.prefix.len() == 1;
    let at = if leads { numeral.prefix.start } else { numeral.words.end };
    let word = scene.next_word(at).filter(|word| (leads || word.breaks == 0) && word.senses.is_empty())?;
    let source = scene.text.slice(word.span);
    let (mark, code) = source.split_at_checked(1).filter(|(_, code)| code.len() == 3)?;
    let unit = money(scene, code)?;
    let found = scene.language.look_up(&[mark.to_ascii_lowercase().as_str()]);
    let scale = found.senses.iter().find_map(|sense| match sense.meaning {
        Meaning::ScaleMark(scale) => i64::try_from(scale).ok(),
        _ => None,
    })?;
    let form = numeral.form.try_map(|value| value.times(Number::whole(scale)))?;
    let precision = numeral.precision.times(Number::whole(scale))?;
    let value = Value::Amount(Amount { form, precision, unit: Some(unit) });
    let end = if leads { numeral.words.end } else { numeral.words.end + 1 };
    Some(scene.mention(Dimension::Money, numeral.words.start..end, value))
}

/// The small coin at `at`, and the word after it.
#[must_use]
pub fn minor(scene: &Scene<'_>, at: usize) -> Option<(Unit, usize)> {
    let word = scene.next_word(at).filter(|word| word.breaks == 0 && word.clitics.preposition.is_none())?;
    let is_minor = |unit: &Unit| minor_of(unit).is_some();
    let named = word.find(|sense| match &sense.meaning {
        Meaning::Unit(code) => scene.lexicon.units.unit(code).filter(is_minor),
        _ => None,
    });
    if let Some(unit) = named {
        return Some((unit, at + 1));
    }
    let (code, end) = symbol::symbol(scene, at, is_minor)?;
    let is_letter = word.kind == TokenKind::Word && word.normal.len() == 1;
    (word.touches() || !is_letter).then_some(())?;
    Some((scene.lexicon.units.unit(&code)?, end))
}

/// The name of the currency that a unit is a part of.
#[must_use]
pub fn minor_of(unit: &Unit) -> Option<&str> {
    unit.dimension.strip_prefix(MINOR)
}

/// A scale behind the currency: 75 USD million.
fn scaled_after(scene: &Scene<'_>, numeral: &Numeral, end: usize) -> Option<(Form<Number>, usize)> {
    let scale = scene.next_word(end).filter(|word| word.breaks == 0 && numeral.in_digits)?;
    let scale = scale.find(|sense| match sense.meaning {
        Meaning::Scale(scale) if sense.form == Shape::One && scale > 1000 => i64::try_from(scale).ok(),
        _ => None,
    })?;
    let form = numeral.form.try_map(|value| value.times(Number::whole(scale)))?;
    let is_small = numeral.form.stated().iter().all(|value| **value < Number::whole(1000));
    is_small.then_some((form, end + 1))
}

/// The currency between a numeral's hedge and its digits.
fn currency_before(scene: &Scene<'_>, numeral: &Numeral) -> Option<Unit> {
    let prefix = scene.words.get(numeral.prefix.clone()).filter(|prefix| !prefix.is_empty())?;
    let is_minus = prefix.len() > 1 && prefix[0].is_sign("-");
    let prefix = if is_minus { &prefix[1..] } else { prefix };
    let (first, last) = (prefix.first()?, prefix.last()?);
    if is_edition(scene, numeral, last) {
        return None;
    }
    let symbol = |from: &Word| {
        let span = from.span.cover(&last.span);
        let source = scene.text.slice(span);
        let meant = || {
            money(scene, &scene.lexicon.units.symbol(source)?)
                .filter(|unit| is_sure(scene, numeral, source, unit))
        };
        money(scene, source).or_else(meant)
    };
    let named = || name(last).and_then(|name| scene.lexicon.units.currency(&name, scene.countries));
    let lettered = || name(first).and_then(|name| scene.lexicon.units.currency(&name, scene.countries));
    symbol(first).or_else(lettered).or_else(|| symbol(last)).or_else(named)
}

/// Whether the name of a currency before a year of today is that of a contest: Euro 2024.
fn is_edition(scene: &Scene<'_>, numeral: &Numeral, name: &Word) -> bool {
    let source = scene.text.slice(name.span);
    let is_word = name.capital && source.bytes().skip(1).all(|byte| byte.is_ascii_lowercase());
    let is_year = |value: &Number| (Number::whole(1900)..=Number::whole(2100)).contains(value);
    let digits = &scene.words[numeral.core.start];
    let is_plain = numeral.core.len() == 1 && digits.normal.len() == 4 && digits.spaced;
    is_word && source.len() > 2 && is_plain && matches!(&numeral.form, Form::Exactly(value) if is_year(value))
}

/// Whether letters before a number stand for a currency and not for a name (SR 520): where they are written
/// as a sign is, the sum is large or the text speaks of a country that pays in it.
fn is_sure(scene: &Scene<'_>, numeral: &Numeral, letters: &str, currency: &Unit) -> bool {
    let is_plain = letters.bytes().all(|byte| byte.is_ascii_uppercase());
    let touches = scene.words[numeral.core.start].touches();
    let is_large = numeral.form.stated().iter().any(|value| value.magnitude() >= Number::whole(LARGE));
    let has_letters = letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    !has_letters
        || (touches && !is_plain)
        || is_large
        || scene.lexicon.units.is_paid_in(&currency.code, scene.countries)
}

/// The currency behind a numeral, and the word after it; no currency where its name is clear as money,
/// but not whose.
fn currency_after(scene: &Scene<'_>, numeral: &Numeral, is_known: bool) -> Option<(Option<Unit>, usize)> {
    let at = noun::past_of(scene, numeral, scene.past_hyphen(numeral.words.end));
    let word =
        scene.next_word(at).filter(|word| word.breaks == 0 && !(is_known && word.kind == TokenKind::Sign))?;
    let leads = |next: &Word| next.touches() && next.kind == TokenKind::Digits;
    if word.spaced && scene.words.get(at + 1).is_some_and(leads) {
        return None;
    }
    // "48.9 to the dollar" in one word is the price of that one.
    if word.clitics.preposition.is_some() && word.clitics.article {
        return None;
    }
    if let Some(name) = name(word) {
        let country = scene.next_word(at + 1).and_then(country);
        let end = if country.is_some() { at + 2 } else { at + 1 };
        let is_large = numeral.form.stated().iter().any(|value| value.magnitude() >= Number::whole(LARGE));
        let may_weigh = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Unit(_)));
        if may_weigh && !is_large && country.is_none() && weighs(scene, numeral, at) {
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
    // A letter alone is a currency before its digits only: 50,000 N are newtons.
    let written = scene.text.slice(word.span);
    let is_letter = written.len() == 1 && written.bytes().all(|byte| byte.is_ascii_alphabetic());
    let code = money(scene, written).map(|unit| (unit, at + 1));
    let symbol = || {
        let (code, end) = symbol::symbol(scene, at, Unit::is_currency)?;
        Some((money(scene, &code)?, end))
    };
    let is_whole = |(_, end): &(Unit, usize)| !(is_letter && *end == at + 1);
    let (unit, end) = code.filter(is_whole).or_else(|| symbol().filter(is_whole)).filter(|_| !is_known)?;
    Some((Some(unit), end))
}

/// Whether the word at `at`, which may be money, is a weight: in a compound, before "of", or near a word
/// of weight.
fn weighs(scene: &Scene<'_>, numeral: &Numeral, at: usize) -> bool {
    let is_of = |word: &Word| word.is_function(Function::Of);
    let is_weight = |word: &Word| {
        let unit = measure::named(word).and_then(|code| scene.lexicon.units.unit(&code));
        word.has_concept(WEIGHT)
            || (name(word).is_none() && unit.is_some_and(|unit| &*unit.dimension == MASS))
    };
    let before = &scene.words[numeral.words.start.saturating_sub(NEAR)..numeral.words.start];
    if before.iter().any(|word| WEIGHED.iter().any(|weighed| word.has_concept(weighed))) {
        return true;
    }
    let near = &scene.words[numeral.words.start.saturating_sub(NEAR)..(at + NEAR).min(scene.words.len())];
    // "A twenty pound bag of rice" is tied into one word as well, but for its hyphens.
    let is_one = numeral.form == Form::Exactly(Number::ONE);
    let is_single = scene.words[at].senses.iter().any(|sense| sense.form == Shape::One);
    let holds = || scene.next_word(at + 1).is_some_and(|next| !is_of(next) && next.kind == TokenKind::Word);
    if is_single && !is_one && holds() && scene.next_word(at + 2).is_some_and(is_of) {
        return true;
    }
    at > numeral.words.end || scene.next_word(at + 1).is_some_and(is_of) || near.iter().any(is_weight)
}

/// The currency that a name means beside a country, or else in the text.
fn named(scene: &Scene<'_>, name: &str, country: Option<&Id>) -> Option<Unit> {
    let units = &scene.lexicon.units;
    let beside = country.and_then(|country| {
        let own = std::slice::from_ref(country);
        let unit = units.currency(name, own).filter(|unit| units.is_paid_in(&unit.code, own));
        unit.or_else(|| units.sibling(name, country))
    });
    beside.or_else(|| units.currency(name, scene.countries))
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
