//! Measures: a unit behind a number, as a word or a symbol, alone or per another unit.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::mention::{Dimension, Mention};
use crate::extract::number::{Numeral, digits};
use crate::extract::quantity::fraction::with_fraction;
use crate::extract::quantity::rate::is_moment;
use crate::extract::quantity::symbol::{
    HEAT, in_brackets, marked, speaks_of_heat, symbol, tells_by_letter, tells_heat,
};
use crate::extract::quantity::{Scene, amount, behind, hedged_after, money, noun, without_prefix};
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form as Shape, Id, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::duration::Period;
use crate::value::number::Number;
use crate::value::unit::Unit;

/// The dimension whose numbers stand behind their noun.
pub(super) const MAGNITUDE: &str = "magnitude";

/// The dimension of what vessels hold.
const VOLUME: &str = "volume";

/// The unit of magnitudes.
const RICHTER: &str = "[mag]";

/// The unit of heat where nothing else is said.
const CELSIUS: &str = "Cel";

/// The dimension of degrees that do not say of what.
const ANGLE: &str = "angle";

/// The concept of earthquakes.
const QUAKE: &str = "earthquake";

/// The concept of their power.
const QUAKE_POWER: &str = "magnitude";

/// Words before a number among which a word of power makes its degrees a magnitude.
const POWER_NEAR: usize = 2;

/// Words on each side of degrees among which an earthquake makes them a magnitude.
const QUAKE_NEAR: usize = 12;

/// The code of hours.
const HOURS: &str = "h";

/// An hour, whose word may announce a time of day as well.
pub(super) const HOUR: Period = Period { months: Number::ZERO, seconds: Number::whole(3600) };

/// The quantity that a numeral states in a unit.
#[must_use]
pub fn mention(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    if let Some((code, words)) = behind::own(scene, numeral) {
        let unit = scene.lexicon.units.unit(&code).filter(|unit| !unit.is_currency())?;
        return Some(scene.mention(Dimension::Quantity, words, Value::Amount(amount(numeral, Some(unit)))));
    }
    if let Some((form, unit)) = metres(scene, numeral) {
        let value = Value::Amount(Amount::new(form, Some(unit)));
        return Some(scene.mention(Dimension::Quantity, without_prefix(numeral), value));
    }
    let behind = code(scene, noun::past_of(scene, numeral, numeral.words.end));
    let behind = behind.filter(|_| !behind::one(scene, numeral));
    let Some((code, end)) = behind else { return behind::announced(scene, numeral) };
    // More than people count of a unit are something else of its name: 212 عقدا are contracts.
    if !numeral.form.stated().values().all(|number| scene.lexicon.units.counts(&code, *number)) {
        return None;
    }
    let unit = scene.lexicon.units.unit(&code).filter(|unit| !unit.is_currency())?;
    let is_alone = numeral.words.start == 0 && end == scene.words.len();
    if is_vessel(scene, &unit, end) && is_whole(&numeral.form) && !is_alone {
        return None;
    }
    let (unit, end) = degrees(scene, numeral, &unit, end).unwrap_or((unit, end));
    let (unit, end) = rate(scene, &unit, end).unwrap_or((unit, end));
    let (form, end) = with_fraction(scene, numeral.form.clone(), &code, end);
    let (form, end) = below_zero(scene, form, end);
    let (form, end) = hedged_after(scene, form, end);
    let amount = Amount { form, ..amount(numeral, Some(unit)) };
    let words = without_prefix(numeral).start..end;
    let mention = scene.mention(Dimension::Quantity, words, Value::Amount(amount));
    Some(Mention { head: noun::described_by(scene, end), ..mention })
}

/// Whether the unit that ends at `end` is a thing that is counted as well (cups), and none before "of".
fn is_vessel(scene: &Scene<'_>, unit: &Unit, end: usize) -> bool {
    let is_thing = end.checked_sub(1).is_some_and(|last| scene.words[last].concept().is_some());
    let has_of = scene.next_word(end).is_some_and(|word| word.is_function(Function::Of));
    &*unit.dimension == VOLUME && is_thing && !has_of
}

fn is_whole(form: &Form<Number>) -> bool {
    form.stated().iter().all(|value| value.to_whole().is_some())
}

/// What bare degrees measure: the heat whose scale stands behind them, or an earthquake that was told of.
fn degrees(scene: &Scene<'_>, numeral: &Numeral, unit: &Unit, end: usize) -> Option<(Unit, usize)> {
    if &*unit.dimension != ANGLE {
        return None;
    }
    let (at, scale) = scale_behind(scene, end);
    let of = |dimension: &'static str| move |unit: &Unit| &*unit.dimension == dimension;
    let is_scale = |unit: &Unit| of(HEAT)(unit) || of(MAGNITUDE)(unit);
    if let Some(unit) = scale.and_then(|code| scene.lexicon.units.unit(&code)).filter(is_scale) {
        return Some((unit, at + 1));
    }
    let before = &scene.words[numeral.words.start.saturating_sub(POWER_NEAR)..numeral.words.start];
    let has_power = || before.iter().any(|word| word.has_concept(QUAKE_POWER) && named(word).is_none());
    let behind = (end..(end + QUAKE_NEAR).min(scene.words.len())).find(|at| scene.words[*at].is_sign("."));
    let near =
        end.saturating_sub(QUAKE_NEAR)..behind.unwrap_or_else(|| (end + QUAKE_NEAR).min(scene.words.len()));
    let nearest = |told: &dyn Fn(&Word) -> bool| {
        near.clone().filter(|at| told(&scene.words[*at])).map(|at| at.abs_diff(end)).min()
    };
    let quake = nearest(&|word| word.has_concept(QUAKE));
    let is_hotter = || nearest(&speaks_of_heat).is_some_and(|heat| quake.is_some_and(|quake| heat < quake));
    let shakes = has_power() || (quake.is_some() && !is_hotter());
    // "Reached 44C" beside "fell to 38 degrees": a text keeps to one scale.
    let by_letter = || tells_by_letter(scene, end, CELSIUS);
    let is_celsius = || tells_heat(scene, end) && (scene.language.grammar.celsius || by_letter());
    let code = if shakes { RICHTER } else { Some(CELSIUS).filter(|_| is_celsius())? };
    Some((scene.lexicon.units.unit(code)?, end))
}

/// The unit that scales degrees at `end`, and where it stands: behind them, or behind "on" and an article.
fn scale_behind(scene: &Scene<'_>, end: usize) -> (usize, Option<Id>) {
    let at = |idx: usize| scene.next_word(idx).filter(|word| word.breaks == 0);
    let is_on = at(end).is_some_and(|word| word.is_function(Function::On));
    let start = if is_on { end + 1 } else { end };
    let has_article = is_on && at(start).is_some_and(Word::is_article);
    let found = (start..start + 2 + usize::from(has_article)).take(if is_on { 3 } else { 1 });
    let unit = found.into_iter().find_map(|idx| Some((idx, named(at(idx)?)?)));
    unit.map_or((end, None), |(idx, code)| (idx, Some(code)))
}

/// A value behind which the words say that it lies below zero: 2 degrees below zero.
#[must_use]
pub fn below_zero(scene: &Scene<'_>, form: Form<Number>, end: usize) -> (Form<Number>, usize) {
    let is_below = |word: &Word| {
        word.tokens.len() > 1
            && word.breaks == 0
            && word.senses.iter().any(|sense| sense.meaning == Meaning::Minus)
    };
    let negative = form.try_map(|value| Some(value.negated()));
    match negative.filter(|_| form.stated().len() == 1 && scene.next_word(end).is_some_and(is_below)) {
        Some(negative) => (negative, end + 1),
        None => (form, end),
    }
}

/// The reading of digits whose last letter is an abbreviated scale and a unit alike (100m) as a measure:
/// where they state no money and count no noun.
fn metres(scene: &Scene<'_>, numeral: &Numeral) -> Option<(Form<Number>, Unit)> {
    let last =
        scene.words.get(numeral.core.end - 1).filter(|last| last.touches() && numeral.prefix.is_empty())?;
    let scale = last.find(|sense| match sense.meaning {
        Meaning::ScaleMark(scale) => i64::try_from(scale).ok().map(Number::whole),
        _ => None,
    })?;
    let code = scene.lexicon.units.symbol(scene.text.slice(last.span))?;
    let unit = scene.lexicon.units.unit(&code).filter(|unit| !unit.is_currency())?;
    // "573K" are thousands but where heat is told.
    let is_scale = &*unit.dimension == HEAT && !tells_heat(scene, numeral.core.end - 1);
    // "5m bpd" are millions, since one unit stands behind no other.
    let measures =
        || self::code(scene, numeral.words.end).is_some_and(|_| scene.words[numeral.words.end].spaced);
    let counts =
        is_scale || measures() || noun::counted(scene, numeral).is_some_and(|noun| noun.head.is_some());
    let form = numeral.form.try_map(|value| value.over(scale))?;
    (!counts).then_some((form, unit))
}

/// The code of the unit at `end`, past a hyphen, and the word after it.
#[must_use]
pub fn code(scene: &Scene<'_>, end: usize) -> Option<(Id, usize)> {
    let at = scene.past_hyphen(end);
    let word = scene.next_word(at).filter(|word| word.breaks == 0 && noun::is_free(scene, at))?;
    let is_number =
        |before: &Word| before.kind == TokenKind::Digits || digits::fraction_sign(before).is_some();
    let is_clear = word.senses.is_empty() && word.normal.len() > 1;
    let numeric = is_clear || at.checked_sub(1).is_some_and(|before| is_number(&scene.words[before]));
    let shares = at.checked_sub(1).is_some_and(|before| has_fraction(&scene.words[before]));
    if shares && word.is_function(Function::Oclock) && scene.lexicon.units.period(HOURS) == Some(HOUR) {
        return Some((HOURS.into(), at + 1));
    }
    if is_decade(scene, at) || is_another(scene, at) {
        return None;
    }
    let is_measure = |unit: &Unit| !unit.is_currency() && money::minor_of(unit).is_none();
    // Behind a scale in words a letter alone is none: 13 million m³, but no 13 million m.
    let is_long =
        |end: usize| scene.words[at..end].iter().map(|word| word.normal.chars().count()).sum::<usize>() > 1;
    let is_scaled = || at.checked_sub(1).is_some_and(|before| is_scale(&scene.words[before]));
    let symbol = || {
        let found = symbol(scene, at, is_measure)?;
        (numeric || at > end || (is_scaled() && is_long(found.1))).then_some(found)
    };
    // The power of a unit touches it: متر2.
    let power = scene.words.get(at + 1).filter(|power| power.touches() && power.kind == TokenKind::Digits);
    let raised = || power.and_then(|_| symbol()).filter(|(_, end)| *end == at + 2);
    let named = || named(word).or_else(|| aged(scene, word)).map(|code| (code, at + 1));
    raised()
        .or_else(named)
        .or_else(symbol)
        .or_else(|| marked(scene, at))
        .or_else(|| in_brackets(scene, at, is_measure))
}

/// The unit that a word names.
#[must_use]
pub fn named(word: &Word) -> Option<Id> {
    word.find(|sense| match &sense.meaning {
        Meaning::Unit(code) => Some(code.clone()),
        _ => None,
    })
}

/// Whether the unit behind digits is a thing of its own, told by its article: 750 of them, the week before.
fn is_another(scene: &Scene<'_>, at: usize) -> bool {
    let word = &scene.words[at];
    let in_digits = at.checked_sub(1).is_some_and(|before| scene.words[before].kind == TokenKind::Digits);
    let is_one = |sense: &Sense| matches!(sense.meaning, Meaning::Unit(_)) && sense.form == Shape::One;
    in_digits && word.clitics.article && word.spaced && word.senses.iter().any(is_one)
}

/// The unit in a phrase that says an age: years old.
fn aged(scene: &Scene<'_>, word: &Word) -> Option<Id> {
    let is_phrase = word.is_function(Function::Aged) && word.tokens.len() > 1;
    let found = is_phrase.then(|| scene.language.look_up(&[word.normal.as_str()]))?;
    found.senses.iter().find_map(|sense| match &sense.meaning {
        Meaning::Unit(code) => Some(code.clone()),
        _ => None,
    })
}

fn is_scale(word: &Word) -> bool {
    word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Scale(_)))
}

fn has_fraction(word: &Word) -> bool {
    word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Fraction(_)))
}

/// Whether the letter at `at` makes a decade of the digits before it (1990s), and no second.
fn is_decade(scene: &Scene<'_>, at: usize) -> bool {
    let word = &scene.words[at];
    let before = at.checked_sub(1).and_then(|before| scene.words.get(before));
    word.touches()
        && word.normal.len() == 1
        && before.is_some_and(|digits| digits.kind == TokenKind::Digits && digits.normal.ends_with('0'))
        && scene
            .lexicon
            .units
            .symbol(scene.text.slice(word.span))
            .is_some_and(|code| scene.lexicon.units.period(&code).is_some())
}

/// A unit per another one behind it: kilometres an hour, milligrams per litre.
fn rate(scene: &Scene<'_>, unit: &Unit, end: usize) -> Option<(Unit, usize)> {
    let word = scene.next_word(end)?;
    let is_per = word.is_function(Function::Per) || word.is_sign("/");
    let is_in = word.is_function(Function::In);
    let glued = word.clitics.preposition == Some(Function::In) && word.clitics.article;
    let at = if glued { end } else { end + 1 };
    let per = scene.words.get(at).filter(|per| (is_per || is_in || glued) && per.breaks == 0)?;
    let whole = named(per).filter(|_| is_per || per.clitics.article).map(|code| (code, at + 1));
    let symbol =
        || symbol(scene, at, |unit| !unit.is_currency()).filter(|_| word.is_sign("/") && word.touches());
    let (code, end) = whole.or_else(symbol)?;
    let per = scene.lexicon.units.unit(&code)?;
    let is_time = scene.lexicon.units.period(&code).is_some();
    if is_time && is_moment(scene.words, scene.language, end) {
        return None;
    }
    let is_space = matches!(&*per.dimension, "area" | "volume");
    let is_share =
        (is_per || is_space) && per.offset.is_zero() && unit.offset.is_zero() && per.code != unit.code;
    let rate = scene.lexicon.units.rate(unit, &per).filter(|_| is_time || is_share)?;
    Some((rate, end))
}
