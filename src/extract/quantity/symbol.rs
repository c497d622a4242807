//! Symbols of units behind a number: km, °C, the marks of inches, one in brackets.

use crate::extract::number::digits;
use crate::extract::quantity::Scene;
use crate::extract::quantity::measure::named;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Id, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::unit::Unit;
use std::ops::Range;

/// Most words that one symbol has (km/h, sq km).
const LONGEST_SYMBOL: usize = 4;

/// The dimension of temperatures.
pub(super) const HEAT: &str = "temperature";

/// The concepts of heat.
const HEATS: [&str; 3] = ["heatwave", "temperature", "weather"];

/// Words on each side of a letter among which a word of heat makes it a scale.
const HEAT_NEAR: usize = 12;

/// Words on each side of a letter among which a text may speak of heat, or keep to one scale of it.
const TEXT_NEAR: usize = 256;

/// Furthest that a heat is told on the other scale, in words and signs.
const TWICE_NEAR: usize = 4;

/// The concepts of sizes.
const SIZES: [&str; 5] = ["length", "width", "height", "depth", "thickness"];

/// The dimension of lengths.
const LENGTH: &str = "length";

/// The unit that a double quotation mark writes behind digits.
const INCHES: &str = "[in_i]";

/// The last hour on the face of a clock.
const CLOCK: u32 = 12;

/// Words before the mark of inches among which an open quotation makes it one that closes.
const QUOTED_NEAR: usize = 200;

/// Brackets that may hold a symbol.
const BRACKETS: [(&str, &str); 4] = [("(", ")"), ("[", "]"), ("{", "}"), ("<", ">")];

/// The unit that a symbol at `at` stands for, the longest symbol first, and the word after it; case counts.
#[must_use]
pub fn symbol(scene: &Scene<'_>, at: usize, wanted: impl Fn(&Unit) -> bool) -> Option<(Id, usize)> {
    let first = scene.words.get(at)?;
    let is_grammar = first.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Function(_)));
    if is_grammar
        && !first.touches()
        && !closes(scene, at)
        && !follows_length(scene, at)
        && !leads_size(scene, at + 1)
    {
        return None;
    }
    (1..=LONGEST_SYMBOL).rev().find_map(|count| {
        let last = scene.words.get(at + count - 1).filter(|last| count == 1 || last.breaks == 0)?;
        let ends =
            scene.words.get(at + count).is_none_or(|next| !next.touches() || next.kind == TokenKind::Sign);
        let code = scene.lexicon.units.symbol(scene.text.slice(first.span.cover(&last.span)))?;
        let unit = scene.lexicon.units.unit(&code).filter(|unit| wanted(unit))?;
        // A letter of another script marks a year of its calendar as well.
        let is_foreign = count == 1 && !first.normal.is_ascii() && first.normal.chars().count() == 1;
        if is_foreign && first.kind == TokenKind::Word && !unit.is_currency() && !follows_small(scene, at) {
            return None;
        }
        let is_letter = first.normal.len() == 1 && first.kind == TokenKind::Word;
        let is_capital = is_letter && first.capital && count == 1;
        (ends && (!is_capital || is_plain_letter(scene, at, &unit))).then_some((code, at + count))
    })
}

/// Whether heat is spoken of around the word at `at`.
pub(super) fn tells_heat(scene: &Scene<'_>, at: usize) -> bool {
    let near = &scene.words[at.saturating_sub(HEAT_NEAR)..(at + HEAT_NEAR).min(scene.words.len())];
    let is_scale = |word: &Word| {
        let unit = named(word).and_then(|code| scene.lexicon.units.unit(&code));
        unit.is_some_and(|unit| &*unit.dimension == HEAT)
    };
    near.iter().any(|word| is_scale(word) || speaks_of_heat(word)) || is_told_twice(scene, at)
}

/// Whether decimals stand right before the letter at `at` and a word of being or none before them: it *was 46.2*C.
fn is_decimal_heat(scene: &Scene<'_>, at: usize) -> bool {
    let back = |count: usize| at.checked_sub(count).and_then(|before| scene.words.get(before));
    let is_decimal = back(1).is_some_and(is_digits)
        && back(2).is_some_and(|sign| sign.is_sign(".") && sign.touches())
        && back(3).is_some_and(is_digits);
    let joins = |word: &Word| word.kind == TokenKind::Sign;
    scene.words[at].touches() && is_decimal && !back(4).is_some_and(joins)
}

/// Whether the text around speaks of heat and the letter at `at` touches digits that no row of seats or clock has.
fn is_of_heat(scene: &Scene<'_>, at: usize) -> bool {
    let digits =
        at.checked_sub(1).and_then(|before| scene.words.get(before)).filter(|digits| is_digits(digits));
    let value = digits.and_then(|digits| digits.normal.parse::<u32>().ok());
    let is_hot = |word: &Word| {
        let common = scene.language.common_meaning(&word.normal);
        speaks_of_heat(word) || common.iter().any(|meaning| **meaning == *HOT)
    };
    let fits = scene.words[at].touches() && value.is_some_and(|value| (CLOCK + 1..100).contains(&value));
    fits && scene.words.get(around(scene, at)).is_some_and(|near| near.iter().any(is_hot))
}

/// The words of the text around the word at `at`.
fn around(scene: &Scene<'_>, at: usize) -> Range<usize> {
    at.saturating_sub(TEXT_NEAR)..(at + TEXT_NEAR).min(scene.words.len())
}

/// What common words of heat mean.
const HOT: &str = "heat";

/// Whether the text around `at` tells heat by the letter of this scale outside of brackets, as it does where it is the
/// only one.
pub(super) fn tells_by_letter(scene: &Scene<'_>, at: usize, code: &str) -> bool {
    let is_letter = |at: &usize| {
        let word = &scene.words[*at];
        let is_symbol = word.capital && word.normal.len() == 1 && word.touches();
        is_symbol && scene.lexicon.units.symbol(scene.text.slice(word.span)).is_some_and(|own| *own == *code)
    };
    let is_free = |at: usize| {
        let near = scene.words.get(at.saturating_sub(TWICE_NEAR)..at).unwrap_or_default();
        !near.iter().any(|word| word.is_sign("(") || word.is_sign("/"))
    };
    let scales = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| scene.words.get(before));
        before.is_some_and(is_digits) && is_free(at) && tells_heat(scene, at)
    };
    around(scene, at).filter(is_letter).any(scales)
}

/// Whether a word is of heat.
pub(super) fn speaks_of_heat(word: &Word) -> bool {
    HEATS.iter().any(|heat| word.has_concept(heat))
}

/// Whether the heat that the letter at `at` scales is told on the other scale as well: 30 C (86 F).
fn is_told_twice(scene: &Scene<'_>, at: usize) -> bool {
    let scale = |at: usize| {
        let word = scene.words.get(at).filter(|word| word.capital && word.normal.len() == 1)?;
        scene.words.get(at.checked_sub(1)?).filter(|before| is_digits(before))?;
        let unit = scene.lexicon.units.unit(&scene.lexicon.units.symbol(scene.text.slice(word.span))?)?;
        (&*unit.dimension == HEAT).then_some(unit.code)
    };
    let own = scale(at);
    let parts = |other: usize| {
        let between = scene.words.get(at.min(other)..at.max(other)).unwrap_or_default();
        between.iter().any(|word| word.is_sign("(") || word.is_sign("/"))
    };
    let mut around = at.saturating_sub(TWICE_NEAR)..at + TWICE_NEAR + 1;
    own.is_some()
        && around
            .any(|other| other != at && parts(other) && scale(other).is_some_and(|other| Some(other) != own))
}

/// Whether what stands right before the letter at `at` is no year, no hour and no heat: decimals, or two or
/// three digits above those of a clock.
fn follows_small(scene: &Scene<'_>, at: usize) -> bool {
    let back = |count: usize| at.checked_sub(count).and_then(|before| scene.words.get(before));
    let digits = back(1).filter(|digits| is_digits(digits) && scene.words[at].touches());
    let is_decimal = back(2).is_some_and(|sign| sign.touches() && sign.kind == TokenKind::Sign);
    let value = digits.and_then(|digits| digits.normal.parse::<u32>().ok());
    let fits = value.is_some_and(|value| is_decimal || (CLOCK + 1..1000).contains(&value));
    fits && !tells_heat(scene, at)
}

/// Whether one capital letter is a unit: of heat where heat is spoken of (40C is a seat as well), else right
/// behind its digits or at the end of a phrase.
fn is_plain_letter(scene: &Scene<'_>, at: usize, unit: &Unit) -> bool {
    if &*unit.dimension == HEAT {
        // Nothing but heat lies below zero.
        let sign = at.checked_sub(2).and_then(|before| scene.words.get(before));
        if sign.is_some_and(|sign| sign.is_sign("-") && !sign.touches()) {
            return true;
        }
        return tells_heat(scene, at) || is_decimal_heat(scene, at) || is_of_heat(scene, at);
    }
    let has_of = scene.next_word(at + 1).is_some_and(|next| next.is_function(Function::Of));
    scene.words[at].touches() || has_of || closes(scene, at)
}

/// Inches as a double mark behind their digits, where it closes no quotation.
pub(super) fn marked(scene: &Scene<'_>, at: usize) -> Option<(Id, usize)> {
    let mark = scene
        .words
        .get(at)
        .filter(|mark| mark.kind == TokenKind::Sign && (mark.touches() || leads_size(scene, at + 1)))?;
    let is_quote = |word: &Word| matches!(word.normal.as_str(), "\"" | "”" | "“" | "″");
    let single = |at: usize| scene.words.get(at).is_some_and(|word| word.is_sign("'") && word.touches());
    let end = if is_quote(mark) { at + 1 } else { at + 2 };
    let is_mark = is_quote(mark) || single(at) && single(at + 1);
    let first = at.saturating_sub(QUOTED_NEAR);
    let near = scene.words.get(first..at).unwrap_or_default();
    let begins = near.iter().rposition(|word| word.breaks > 1).unwrap_or(0);
    let is_open = near[begins..].iter().filter(|word| is_quote(word)).count() % 2 == 1;
    let leads = scene.words.get(end).is_some_and(|next| next.touches() && next.kind != TokenKind::Sign);
    let follows_digits = at.checked_sub(1).is_some_and(|before| is_digits(&scene.words[before]));
    (is_mark && follows_digits && !is_open && !leads).then(|| (INCHES.into(), end))
}

/// A unit in brackets behind its number: 20 (kg).
pub(super) fn in_brackets(
    scene: &Scene<'_>,
    at: usize,
    wanted: impl Fn(&Unit) -> bool,
) -> Option<(Id, usize)> {
    let bracket = scene.words.get(at).filter(|bracket| bracket.kind == TokenKind::Sign)?;
    let (_, closing) = BRACKETS.iter().find(|(opening, _)| bracket.normal == *opening)?;
    let word = scene.words.get(at + 1).filter(|word| word.touches())?;
    let (code, end) = named(word).map(|code| (code, at + 2)).or_else(|| symbol(scene, at + 1, wanted))?;
    scene.words.get(end).filter(|word| word.normal == *closing && word.touches())?;
    Some((code, end + 1))
}

/// Whether an adjective of size stands at `at`, behind its measure: 2 in thick.
fn leads_size(scene: &Scene<'_>, at: usize) -> bool {
    let sizes =
        |word: &Word| word.breaks == 0 && SIZES.iter().any(|size| word.has_concept(size)) && !word.is_noun();
    let ends = scene.words.get(at + 1).is_none_or(|next| {
        next.breaks > 0 || next.kind != TokenKind::Word || next.summary.is(Class::Function)
    });
    ends && is_digits_or_share(scene, at.saturating_sub(2)) && scene.next_word(at).is_some_and(sizes)
}

fn is_digits_or_share(scene: &Scene<'_>, at: usize) -> bool {
    scene.words.get(at).is_some_and(|word| is_digits(word) || digits::fraction_sign(word).is_some())
}

fn is_digits(word: &Word) -> bool {
    word.kind == TokenKind::Digits
}

/// Whether the number before `at` stands right behind a length, which it adds to: 12 ft 2 in.
fn follows_length(scene: &Scene<'_>, at: usize) -> bool {
    let Some(unit) = at.checked_sub(2).filter(|_| is_digits(&scene.words[at - 1])) else { return false };
    let counts = unit.checked_sub(1).is_some_and(|count| is_digits(&scene.words[count]));
    let word = &scene.words[unit];
    let code = named(word).or_else(|| scene.lexicon.units.symbol(scene.text.slice(word.span)));
    let unit = code.and_then(|code| scene.lexicon.units.unit(&code));
    counts && unit.is_some_and(|unit| &*unit.dimension == LENGTH)
}

/// Whether the phrase ends behind the word at `at`, where a word of grammar has nothing to lead to: 5 in.
fn closes(scene: &Scene<'_>, at: usize) -> bool {
    let is_end = |next: &Word| {
        next.breaks > 0
            || (next.touches() && matches!(next.normal.as_str(), "." | "," | ";" | ")" | "!" | "?"))
    };
    let follows_digits = at.checked_sub(1).is_some_and(|before| {
        let word = &scene.words[before];
        word.kind == TokenKind::Digits || word.kind == TokenKind::Sign
    });
    follows_digits && scene.words.get(at + 1).is_none_or(is_end)
}
