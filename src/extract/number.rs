//! Numbers in a text, in digits and in words, with their hedges, bounds, ranges and alternatives. What they
//! count or measure is not looked at here; nor are dates, which take precedence where both can be read.

/// Parts put together.
pub mod compose;
/// The number itself.
pub mod core;
/// Dashes.
pub mod dash;
/// Numbers in digits.
pub mod digits;
/// Digits in groups.
pub mod group;
/// Hedges and bounds.
pub mod hedge;
/// Ranks.
pub mod ordinal;
/// Ranges.
pub mod range;
/// Shares of many.
pub mod ratio;
/// Two numbers from one to the other of which something grew.
pub mod rise;
/// Thousands and millions.
pub mod scale;
/// Parts of a whole in words.
pub mod share;
/// What is no number.
pub mod wanted;

use crate::extract::number::compose::Reader;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Functions};
use crate::lexicon::language::Language;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
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
    /// Whether a dash alone makes it a range, which is one only before what it counts or measures.
    pub is_dashed: bool,
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
            Reading::Number(numeral) if wanted::is_wanted(&reader, &numeral) => {
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
pub fn start(word: &Word) -> usize {
    let is_stuck = word.clitics.conjunction.is_some() || word.clitics.preposition.is_some();
    if is_stuck { word.stem_span.start } else { word.span.start }
}

/// Grammatical words that may begin a number.
const COUNTING: Functions = Functions::of(&[Function::Per, Function::Few]);

/// Whether a number may begin here; said quickly, since it is asked of every word.
fn may_begin(reader: &Reader<'_>, idx: usize) -> bool {
    let word = &reader.words[idx];
    match word.kind {
        TokenKind::Digits => true,
        TokenKind::Sign => {
            let is_digits = |next: &Word| next.kind == TokenKind::Digits;
            digits::fraction_sign(word).is_some()
                || matches!(word.normal.as_str(), "+" | "-" | "±" | ".")
                    && reader.words.get(idx + 1).is_some_and(is_digits)
        }
        TokenKind::Word if !(word.summary.is(Class::Number) || word.summary.does_any(COUNTING)) => false,
        TokenKind::Word if is_owned(word) => false,
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
                    | Meaning::Function(Function::Per | Function::Few)
            )
        }),
    }
}

/// Whether a pronoun is stuck to a number word, which makes it another word or one of those named before;
/// a half of them stays a half.
fn is_owned(word: &Word) -> bool {
    let is_count = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Cardinal(_) | Meaning::Scale(_) | Meaning::Ordinal(_) | Meaning::Multiple(_)
        )
    };
    word.clitics.pronoun && word.tokens.len() == 1 && word.senses.iter().any(|sense| is_count(&sense.meaning))
}
