//! What one of something costs or brings, and what is paid or grows in a time: $98 a share, 80 دولارا للبرميل,
//! 15 % per annum.
//!
//! Such rates are mentions and no more: facts keep the sum itself, and what it is paid for as a slot.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::quantity::rate::often;
use crate::extract::word::Word;
use crate::lexicon::Lexicon;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Amount;
use crate::value::number::Number;
use crate::value::unit::Unit;

/// What a rate is told per.
const WHOLES: Classes = Classes::of(&[Class::Unit, Class::Concept]);

/// Things that a sum is told for by a preposition stuck to them; others are those who get it.
const TRADED: [&str; 3] = ["share", "person", "ticket"];

/// Words behind a time that make a moment of it: a year earlier, a year ago.
pub(super) const MOMENT: [Function; 6] =
    [Function::Ago, Function::Before, Function::Earlier, Function::Later, Function::After, Function::Hence];

/// The rates that sums and percentages with what stands right behind them tell.
#[must_use]
pub fn rates(words: &[Word], text: &Text, lexicon: &Lexicon, mentions: &[Mention]) -> Vec<Mention> {
    let is_paid = |mention: &&Mention| matches!(mention.dimension, Dimension::Money | Dimension::Percent);
    mentions.iter().filter(is_paid).filter_map(|paid| rate(words, text, lexicon, paid)).collect()
}

fn rate(words: &[Word], text: &Text, lexicon: &Lexicon, paid: &Mention) -> Option<Mention> {
    let Value::Amount(amount) = &paid.value else { return None };
    let unit = amount.unit.as_ref()?;
    let rated = |code: &str, end: usize| {
        let rate = Unit {
            code: format!("{}/{code}", unit.code).into(),
            dimension: format!("{}/{code}", unit.dimension).into(),
            factor: Number::ONE,
            offset: Number::ZERO,
        };
        let value = Value::Amount(Amount { unit: Some(rate), ..amount.clone() });
        let span = Span::new(paid.span.start, words[end - 1].span.end);
        Mention { words: paid.words.start..end, ..Mention::new(Dimension::Quantity, span, value) }
    };
    let next = words.get(paid.words.end).filter(|next| next.breaks == 0);
    if let Some(code) = next.and_then(often).filter(|code| lexicon.units.period(code).is_some()) {
        return Some(rated(code, paid.words.end + 1));
    }
    let at = behind_per(words, paid.words.end)?;
    let is_stuck = at == paid.words.end;
    let whole = words.get(at).filter(|word| word.kind == TokenKind::Word && word.breaks == 0)?;
    let is_moment = words
        .get(at + 1)
        .is_some_and(|next| next.breaks == 0 && MOMENT.into_iter().any(|moment| next.is_function(moment)));
    let gets = is_stuck && !TRADED.iter().any(|thing| whole.has_concept(thing));
    let named = denominator(lexicon, whole, !gets).map(|(code, is_time)| (code, is_time, at + 1));
    let symbol = || abbreviated(words, text, lexicon, at).filter(|_| !gets);
    let (code, is_time, end) = named.or_else(symbol).filter(|_| !is_moment)?;
    // What a share of something is told per is a time: "40 % a year", but not "40 % a vote".
    (paid.dimension == Dimension::Money || is_time).then(|| rated(&code, end))
}

/// Most words of the symbol of a unit that something is paid for: sq ft.
const LONGEST_SYMBOL: usize = 2;

/// The code of the unit whose symbol stands at `at`, whether it is a time, and the word behind it: per kg, per sq ft.
/// One letter may be anything.
fn abbreviated(words: &[Word], text: &Text, lexicon: &Lexicon, at: usize) -> Option<(String, bool, usize)> {
    let first = words.get(at).filter(|first| first.normal.chars().count() > 1)?;
    (1..=LONGEST_SYMBOL).rev().find_map(|count| {
        let last = words.get(at + count - 1).filter(|last| count == 1 || last.breaks == 0)?;
        let code = lexicon.units.symbol(text.slice(first.span.cover(&last.span)))?;
        let unit = lexicon.units.unit(&code).filter(|unit| !unit.is_currency())?;
        let is_time = lexicon.units.period(&code).is_some();
        Some((unit.code.to_string(), is_time, at + count))
    })
}

/// The index of the noun that "per" or an article behind a sum at `end` leads to, or that the word for it is
/// stuck to.
fn behind_per(words: &[Word], end: usize) -> Option<usize> {
    let touching = |at: usize, sign: &str| {
        words.get(at).is_some_and(|word| word.is_sign(sign) && word.touches())
            && words.get(at + 1).is_some_and(Word::touches)
    };
    let next = words.get(end).filter(|next| next.breaks == 0)?;
    if touching(end, "/") {
        return Some(end + 1);
    }
    if next.clitics.preposition == Some(Function::To) && next.clitics.article {
        return Some(end);
    }
    let start = end + usize::from(touching(end, "-"));
    words.get(start).filter(|per| per.breaks == 0 && per.is_function(Function::Per))?;
    Some(start + 1 + usize::from(touching(start + 1, "-")))
}

/// The code of what a rate is told per, in the singular, and whether that is a time: a unit by its own, a thing in
/// the braces that hold what is no unit, where it may be one.
fn denominator(lexicon: &Lexicon, word: &Word, may_be_thing: bool) -> Option<(String, bool)> {
    if !word.summary.is_any(WHOLES) || word.clitics.pronoun {
        return None;
    }
    let one = |sense: &&Sense| sense.form == Form::One;
    let unit = word.senses.iter().filter(one).find_map(|sense| {
        if let Meaning::Unit(code) = &sense.meaning { Some(code.to_string()) } else { None }
    });
    if let Some(code) = unit {
        let is_time = lexicon.units.period(&code).is_some();
        return Some((code, is_time));
    }
    let thing = word.senses.iter().filter(one).find_map(|sense| sense.meaning.concept());
    let thing = thing.map(|thing| format!("{{{thing}}}"));
    thing.filter(|_| may_be_thing).map(|thing| (thing, false))
}
