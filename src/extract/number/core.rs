//! One number at one place, with its sign: a cardinal, a rank, or how often; and what only looks like one.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::number::Sort;
use crate::extract::number::compose::{Joining, Reader, Term};
use crate::extract::number::digits::{self, Literal};
use crate::extract::number::{ordinal, range, ratio, share};
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::Meaning;
use crate::text::token::TokenKind;
use crate::value::number::Number;
use std::ops::Range;

/// A number before its hedges, ranges and alternatives.
#[derive(Clone, Debug)]
pub struct Core {
    /// Its words.
    pub words: Range<usize>,
    /// Its value.
    pub value: Number,
    /// Its precision.
    pub precision: Number,
    /// The product of its scales.
    pub scale: Number,
    /// Whether it is the least value of a vague word.
    pub is_vague: bool,
    /// What it does.
    pub sort: Sort,
    /// Whether it begins with digits.
    pub in_digits: bool,
}

/// Reads one number at `idx`, with its sign, or one over another; or says where reading goes on.
///
/// # Errors
/// When there is none: the word to go on with.
pub fn core(reader: &Reader<'_>, idx: usize, joining: Joining) -> Result<Core, usize> {
    undivided(reader, idx, joining).map(|core| share::over(reader, core))
}

fn undivided(reader: &Reader<'_>, idx: usize, joining: Joining) -> Result<Core, usize> {
    let word = reader.word(idx).ok_or(idx + 1)?;
    let is_signed = word.kind == TokenKind::Sign && matches!(word.normal.as_str(), "+" | "-" | "±");
    let is_minus = word.senses.iter().any(|sense| sense.meaning == Meaning::Minus);
    if is_signed || is_minus {
        return signed(reader, idx, joining).ok_or(idx + 1);
    }
    if word.is_sign(".") {
        return decimals(reader, idx).ok_or(idx + 1);
    }
    if let Some(core) = ratio::of_unit(reader, idx).or_else(|| ordinal::read(reader, idx)) {
        return Ok(core);
    }
    let whole = reader.number(idx, Joining::WithAnd);
    if let Some(core) = times(reader, idx, whole).or_else(|| ratio::read(reader, idx)) {
        return Ok(core);
    }
    let number = if joining == Joining::WithAnd { whole } else { reader.number(idx, joining) };
    if let Some(term) = number {
        let term = digits::bracket::opened(reader, idx, term).unwrap_or(term);
        let end = list_mark(reader, idx, term.end);
        return end.map_or_else(|| Ok(Core::new(idx, &term)), Err);
    }
    if word.kind != TokenKind::Digits {
        return Err(idx + 1);
    }
    match digits::literal(reader.words, idx, &reader.language.grammar) {
        Literal::Other(end) | Literal::Value { end, .. } | Literal::Fraction { end, .. } => Err(end),
    }
}

impl Core {
    fn new(start: usize, term: &Term) -> Self {
        let sort = if term.is_fraction && term.value < Number::ONE { Sort::Fraction } else { Sort::Cardinal };
        Self {
            words: start..term.end,
            value: term.value,
            precision: term.precision.unwrap_or_else(|| term.value.written_precision()),
            scale: term.scale,
            is_vague: term.is_vague,
            sort,
            in_digits: term.in_digits,
        }
    }
}

/// A number behind its sign. A sign in digits touches its number and nothing before it.
fn signed(reader: &Reader<'_>, idx: usize, joining: Joining) -> Option<Core> {
    let word = reader.word(idx)?;
    if word.kind == TokenKind::Sign {
        let leads = |before: &Word| range::is_currency_sign(before) && !follows_digits(reader, idx - 1);
        let opens = |before: &Word| before.is_sign("(") || leads(before);
        let is_free = !word.touches() || idx == 0 || reader.word(idx - 1).is_some_and(opens);
        let next = reader
            .word(idx + 1)
            .filter(|next| is_free && next.breaks == 0 && next.kind == TokenKind::Digits)?;
        if !next.touches() && !is_alone(reader, idx) && !is_heat(reader, idx) {
            return None;
        }
        let is_bullet = idx > 0 && word.breaks > 0 && word.is_sign("-");
        if is_bullet || (word.is_sign("+") && next.normal.len() > 7) {
            return None;
        }
    }
    // "Moins d'un million" is a bound: what is stuck to the number keeps the minus apart from it.
    reader.word(idx + 1).filter(|next| next.clitics.preposition.is_none())?;
    let term = reader.number(idx + 1, joining)?;
    let value = if word.is_sign("+") || word.is_sign("±") { term.value } else { term.value.negated() };
    Some(Core { words: idx..term.end, value, ..Core::new(idx, &term) })
}

/// Whether a text is nothing but a number behind a spaced sign, with a unit or none: - 20 degrees.
fn is_alone(reader: &Reader<'_>, idx: usize) -> bool {
    let number = || reader.number(idx + 1, Joining::WithAnd);
    idx == 0 && number().is_some_and(|number| reader.words.len() <= number.end + 1)
}

/// The units that a number behind a spaced minus may be of.
const HEATS: [&str; 3] = ["Cel", "[degF]", "deg"];

/// Whether a spaced sign leads a heat behind a word of grammar: it was - 20 degrees.
fn is_heat(reader: &Reader<'_>, idx: usize) -> bool {
    let before = idx.checked_sub(1).and_then(|before| reader.word(before));
    let leads = |word: &Word| word.summary.is_any(Classes::of(&[Class::Function, Class::Stop]));
    let is_degree = |word: &Word| {
        word.senses
            .iter()
            .any(|sense| matches!(&sense.meaning, Meaning::Unit(code) if HEATS.contains(&&**code)))
    };
    let number = || reader.number(idx + 1, Joining::WithoutAnd);
    before.is_some_and(leads)
        && number().is_some_and(|number| reader.next_word(number.end).is_some_and(is_degree))
}

/// Whether the word at `idx` stands right behind digits.
fn follows_digits(reader: &Reader<'_>, idx: usize) -> bool {
    let before = idx.checked_sub(1).and_then(|before| reader.word(before));
    reader.words[idx].touches() && before.is_some_and(|before| before.kind == TokenKind::Digits)
}

/// Decimals without a whole number: .77.
fn decimals(reader: &Reader<'_>, idx: usize) -> Option<Core> {
    let (point, digits) = (reader.word(idx)?, reader.word(idx + 1)?);
    let is_free = (point.spaced || idx == 0) && digits.touches() && digits.kind == TokenKind::Digits;
    let ends = reader.word(idx + 2).is_none_or(|next| {
        !next.touches() || next.kind != TokenKind::Sign || matches!(next.normal.as_str(), "%" | "-")
    });
    if !is_free || !ends {
        return None;
    }
    let value: Number = format!("0.{}", digits.normal).parse().ok()?;
    let precision = value.written_precision();
    let (scale, sort) = (Number::ONE, Sort::Cardinal);
    Some(Core { words: idx..idx + 2, value, precision, scale, is_vague: false, sort, in_digits: true })
}

/// How often: a word of its own (twice), or a number before the word for an occasion.
fn times(reader: &Reader<'_>, idx: usize, number: Option<Term>) -> Option<Core> {
    let often = |word: &Word| {
        word.find(|sense| match sense.meaning {
            Meaning::Times(value) => Some(i64::from(value)),
            _ => None,
        })
    };
    let core = |end, value: Number, in_digits| Core {
        words: idx..end,
        value,
        precision: value.written_precision(),
        scale: Number::ONE,
        is_vague: false,
        sort: Sort::Times,
        in_digits,
    };
    if let Some(value) = often(reader.word(idx)?) {
        return (value > 1).then(|| core(idx + 1, Number::whole(value), false));
    }
    let number = number.filter(|number| !number.is_fraction && !number.is_vague)?;
    let number = Some(number).filter(|number| number.value != Number::ONE)?;
    let is_occasion = |word: &&Word| often(word) == Some(1) && word.tokens.len() == 1;
    reader.next_word(number.end).filter(is_occasion)?;
    Some(core(number.end + 1, number.value, number.in_digits))
}

/// Whether a dash with white space around it leads from the number of a line to its text, which is no unit: 5 - `التأمل`.
fn leads_item(reader: &Reader<'_>, at: usize) -> bool {
    let dash = reader.word(at).is_some_and(|dash| dash.is_sign("-") && dash.breaks == 0);
    let measures = Classes::of(&[Class::Unit, Class::Currency, Class::Number]);
    let is_text = |next: &Word| {
        next.kind == TokenKind::Word && next.spaced && next.breaks == 0 && !next.summary.is_any(measures)
    };
    dash && reader.word(at + 1).is_some_and(is_text)
}

/// The word after a number that only counts the items of a list: "(1)", and "1." or "1)" that open a line.
fn list_mark(reader: &Reader<'_>, idx: usize, end: usize) -> Option<usize> {
    let (word, next) = (reader.word(idx)?, reader.word(end)?);
    if word.kind != TokenKind::Digits || end != idx + 1 || word.normal.len() > 2 {
        return None;
    }
    // The digits behind a dash are read as if nothing stood before them.
    let opens_line = idx == 0 && word.tokens.start == 0 || word.breaks > 0;
    if !next.touches() {
        return (opens_line && leads_item(reader, end)).then_some(end + 1);
    }
    let is_closed = next.is_sign(")");
    let bracketed = is_closed && word.touches() && idx > 0 && reader.words[idx - 1].is_sign("(");
    let is_point = next.is_sign(".") || is_closed || next.is_sign("-");
    let is_listed = opens_line && is_point && reader.word(end + 1).is_some_and(|after| after.spaced);
    (bracketed || is_listed).then_some(end + 1)
}
