//! Numbers in a text, in digits and in words, with their hedges, bounds, ranges and alternatives. What they
//! count or measure is not looked at here; nor are dates, which take precedence where both can be read.

pub mod compose;
pub mod digits;
pub mod hedge;
pub mod range;

use crate::extract::number::compose::{Joining, Reader, Term};
use crate::extract::number::digits::Literal;
use crate::extract::word::Word;
use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Form as Shape, Meaning};
use crate::lexicon::schema::Function;
use crate::text::Text;
use crate::text::span::{Original, Span};
use crate::text::token::TokenKind;
use crate::value::amount::Form;
use crate::value::number::Number;
use std::ops::Range;

/// What a numeral does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// It counts or measures.
    Cardinal,
    /// It ranks.
    Ordinal,
    /// It is a part of one.
    Fraction,
    /// It says how often.
    Times,
}

/// A numeric expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Numeral {
    /// Its words, with hedges and with what stands before the number (a currency).
    pub words: Range<usize>,
    /// Its words without hedges and without what stands before the number.
    pub core: Range<usize>,
    /// Words between a hedge and the number that may be a currency; often empty.
    pub prefix: Range<usize>,
    /// Its place in the original text.
    pub span: Span<Original>,
    /// What it says.
    pub form: Form<Number>,
    /// How finely it is stated.
    pub precision: Number,
    /// What it does.
    pub sort: Sort,
    /// Whether it begins with digits.
    pub in_digits: bool,
}

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

/// Finds the numeric expressions of a text, in order and without overlap.
#[must_use]
pub fn scan(words: &[Word], text: &Text, language: &Language) -> Vec<Numeral> {
    let reader = Reader { words, language };
    let mut numerals: Vec<Numeral> = Vec::new();
    let (mut idx, mut floor) = (0, 0);
    while idx < words.len() {
        if !may_begin(&reader, idx) {
            idx += 1;
            continue;
        }
        match range::read(&reader, text, idx, floor) {
            Reading::Number(numeral) if is_wanted(&reader, &numeral) => {
                idx = numeral.words.end.max(idx + 1);
                floor = idx;
                numerals.push(*numeral);
            }
            Reading::Number(numeral) => idx = numeral.core.end.max(idx + 1),
            Reading::Nothing(end) => idx = end.max(idx + 1),
        }
    }
    numerals
}

/// What stands at a word that may begin a number.
#[derive(Clone, Debug)]
pub enum Reading {
    /// A number.
    Number(Box<Numeral>),
    /// None; reading goes on at this word.
    Nothing(usize),
}

/// Where the words of a mention begin in the text that begins with `word`: behind a conjunction or
/// preposition that is stuck to it.
#[must_use]
pub const fn start(word: &Word) -> usize {
    let is_stuck = word.clitics.conjunction.is_some() || word.clitics.preposition.is_some();
    if is_stuck { word.stem_span.start } else { word.span.start }
}

/// Whether a number may begin here; said quickly, since it is asked of every word.
fn may_begin(reader: &Reader<'_>, idx: usize) -> bool {
    let word = &reader.words[idx];
    match word.kind {
        TokenKind::Digits => true,
        TokenKind::Sign => {
            digits::fraction_sign(word).is_some() || matches!(word.normal.as_str(), "+" | "-" | "±" | ".")
        }
        TokenKind::Word => word.senses.iter().any(|sense| {
            matches!(
                sense.meaning,
                Meaning::Cardinal(_)
                    | Meaning::Scale(_)
                    | Meaning::Ordinal(_)
                    | Meaning::Fraction(_)
                    | Meaning::Vague(_)
                    | Meaning::Multiple(_)
                    | Meaning::Times(_)
                    | Meaning::Point
                    | Meaning::Minus
                    | Meaning::Function(Function::Per)
            )
        }),
    }
}

/// Reads one number at `idx`, with its sign; or says where reading goes on.
///
/// # Errors
/// When there is none: the word to go on with.
pub fn core(reader: &Reader<'_>, idx: usize, joining: Joining) -> Result<Core, usize> {
    let word = reader.word(idx).ok_or(idx + 1)?;
    let is_signed = word.kind == TokenKind::Sign && matches!(word.normal.as_str(), "+" | "-" | "±");
    let is_minus = word.senses.iter().any(|sense| sense.meaning == Meaning::Minus);
    if is_signed || is_minus {
        return signed(reader, idx, joining).ok_or(idx + 1);
    }
    if word.is_sign(".") {
        return decimals(reader, idx).ok_or(idx + 1);
    }
    if let Some(core) = ordinal(reader, idx).or_else(|| times(reader, idx)) {
        return Ok(core);
    }
    if let Some(term) = reader.number(idx, joining) {
        let end = list_mark(reader, idx, term.end);
        return end.map_or_else(|| Ok(Core::new(idx, &term)), Err);
    }
    Err(match digits::fraction_sign(word).is_none() && word.kind == TokenKind::Digits {
        true => match digits::literal(reader.words, idx, &reader.language.grammar) {
            Literal::Other(end) | Literal::Value { end, .. } | Literal::Fraction { end, .. } => end,
        },
        false => idx + 1,
    })
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
        let is_free = !word.touches() || idx == 0 || reader.word(idx - 1).is_some_and(|before| before.is_sign("("));
        let next = reader.word(idx + 1).filter(|next| is_free && next.touches() && next.kind == TokenKind::Digits)?;
        if word.is_sign("+") && next.normal.len() > 7 {
            return None;
        }
    }
    let term = reader.number(idx + 1, joining)?;
    let value = if word.is_sign("+") || word.is_sign("±") { term.value } else { term.value.negated() };
    Some(Core { words: idx..term.end, value, ..Core::new(idx, &term) })
}

/// Decimals without a whole number: .77.
fn decimals(reader: &Reader<'_>, idx: usize) -> Option<Core> {
    let (point, digits) = (reader.word(idx)?, reader.word(idx + 1)?);
    let is_free = (point.spaced || idx == 0) && digits.touches() && digits.kind == TokenKind::Digits;
    let ends = reader.word(idx + 2).is_none_or(|next| !next.touches() || next.kind != TokenKind::Sign || next.is_sign("%"));
    let value: Number = format!("0.{}", digits.normal).parse().ok().filter(|_| is_free && ends)?;
    let precision = value.written_precision();
    let (scale, sort) = (Number::ONE, Sort::Cardinal);
    Some(Core { words: idx..idx + 2, value, precision, scale, is_vague: false, sort, in_digits: true })
}

/// A rank: in words, in words behind cardinals, or in digits with their mark.
fn ordinal(reader: &Reader<'_>, idx: usize) -> Option<Core> {
    let word = reader.word(idx)?;
    let rank = |word: &Word| {
        word.find(|sense| match sense.meaning {
            Meaning::Ordinal(value) => Some(u64::from(value)),
            _ => None,
        })
    };
    let (end, value) = if word.kind == TokenKind::Digits {
        let Literal::Value { end, value } = digits::literal(reader.words, idx, &reader.language.grammar) else {
            return None;
        };
        let is_mark = |mark: &&Word| mark.touches() && mark.senses.iter().any(|s| s.meaning == Meaning::OrdinalMark);
        reader.word(end).filter(is_mark)?;
        (end + 1, value)
    } else if let Some(value) = rank(word).filter(|_| !is_second(reader, idx)) {
        let after = reader.joint(idx + 1).filter(|(_, and)| *and && value < 10);
        let tens = after.and_then(|(next, _)| Some((next + 1, tens(reader.word(next)?)?)));
        let (end, value) = tens.map_or((idx + 1, value), |(end, tens)| (end, value + tens));
        (end, Number::whole(i64::try_from(value).ok()?))
    } else {
        let group = reader.number(idx, Joining::WithAnd).filter(|group| !group.in_digits && !group.is_vague)?;
        let (next, _) = reader.joint(group.end)?;
        let last = reader.word(next)?;
        let is_unit = last.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Unit(_)));
        let value = rank(last).filter(|_| !is_unit || next > group.end).filter(|rank| *rank < 100)?;
        let place = group.value.written_precision();
        let fits = group.value.over(Number::whole(10))?.to_whole().is_some() && !place.is_negative();
        (next + 1, group.value.plus(Number::whole(i64::try_from(value).ok()?)).filter(|_| fits)?)
    };
    let (precision, scale) = (Number::ONE, Number::ONE);
    let in_digits = word.kind == TokenKind::Digits;
    Some(Core { words: idx..end, value, precision, scale, is_vague: false, sort: Sort::Ordinal, in_digits })
}

/// Whether a word that is a unit of time and a rank alike (ثانية) is the unit: behind a preposition of
/// time, without an article.
fn is_second(reader: &Reader<'_>, idx: usize) -> bool {
    let Some(before) = idx.checked_sub(1).and_then(|before| reader.word(before)) else { return false };
    let word = &reader.words[idx];
    let is_unit = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Unit(_)));
    let times = [Function::For, Function::During, Function::Since, Function::Before, Function::After];
    is_unit && !word.clitics.article && times.into_iter().any(|function| before.is_function(function))
}

/// The multiple of ten from 20 to 90 that a word is.
fn tens(word: &Word) -> Option<u64> {
    word.find(|sense| match sense.meaning {
        Meaning::Cardinal(value) | Meaning::Ordinal(value) => Some(u64::from(value)),
        _ => None,
    })
    .filter(|value| (20..100).contains(value) && value % 10 == 0)
}

/// How often: a word of its own (twice), or a number before the word for an occasion.
fn times(reader: &Reader<'_>, idx: usize) -> Option<Core> {
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
    let number = reader.number(idx, Joining::WithAnd).filter(|number| !number.is_fraction && !number.is_vague)?;
    let is_occasion = |word: &&Word| often(word) == Some(1) && word.tokens.len() == 1;
    reader.next_word(number.end).filter(is_occasion)?;
    Some(core(number.end + 1, number.value, number.in_digits))
}

/// The word after a number that only counts the items of a list: "(1)", and "1." or "1)" that open a line.
fn list_mark(reader: &Reader<'_>, idx: usize, end: usize) -> Option<usize> {
    let (word, next) = (reader.word(idx)?, reader.word(end)?);
    if word.kind != TokenKind::Digits || end != idx + 1 || word.normal.len() > 2 || !next.touches() {
        return None;
    }
    let opens_line = idx == 0 || word.breaks > 0;
    let is_closed = next.is_sign(")");
    let bracketed = is_closed && word.touches() && idx > 0 && reader.words[idx - 1].is_sign("(");
    let is_point = next.is_sign(".") || is_closed || next.is_sign("-");
    let is_listed = opens_line && is_point && reader.word(end + 1).is_some_and(|after| after.spaced);
    (bracketed || is_listed).then_some(end + 1)
}

/// Whether a numeral says a number: words that are numbers in some places alone are left out elsewhere.
fn is_wanted(reader: &Reader<'_>, numeral: &Numeral) -> bool {
    let core = &numeral.core;
    if numeral.in_digits || core.len() > 1 || numeral.words.len() > core.len() {
        return true;
    }
    let Some(word) = reader.word(core.start) else { return false };
    let next = reader.next_word(core.end).filter(|next| next.kind == TokenKind::Word);
    let counts = |shape: Shape| {
        move |word: &Word| {
            word.senses.iter().any(|sense| match sense.meaning {
                Meaning::Unit(_) | Meaning::Currency(_) | Meaning::Scale(_) | Meaning::Percent => true,
                Meaning::Concept(_) => sense.form == shape,
                _ => false,
            })
        }
    };
    let has = |pick: fn(&Meaning) -> bool| word.senses.iter().any(|sense| pick(&sense.meaning));
    let is_alone = reader.words.len() == 1;
    if has(|meaning| matches!(meaning, Meaning::Cardinal(1))) {
        let before = core.start.checked_sub(1).and_then(|before| reader.word(before));
        let follows = reader.language.grammar.adjective_after_noun && before.is_some_and(counts(Shape::One));
        return is_alone || follows || next.is_some_and(counts(Shape::One));
    }
    match numeral.sort {
        Sort::Fraction if has(|meaning| matches!(meaning, Meaning::Concept(_))) => false,
        Sort::Fraction => {
            let is_dual = word.senses.iter().any(|sense| sense.form == Shape::Two);
            is_alone || is_dual || word.tokens.len() > 1 || next.is_some_and(is_shared)
        }
        Sort::Cardinal if has(|meaning| matches!(meaning, Meaning::Multiple(_))) => {
            word.tokens.len() > 1 || is_alone || next.is_some_and(counts(Shape::Many))
        }
        Sort::Cardinal | Sort::Ordinal | Sort::Times => true,
    }
}

/// Whether a word may be what a bare fraction is a part of.
fn is_shared(word: &Word) -> bool {
    word.clitics.article
        || word.senses.iter().any(|sense| {
            matches!(
                sense.meaning,
                Meaning::Unit(_)
                    | Meaning::Currency(_)
                    | Meaning::Concept(_)
                    | Meaning::Function(Function::Of | Function::Per | Function::Oclock)
                    | Meaning::Stop
            )
        }) && !word.is_function(Function::And)
}
