//! What stands right before digits and makes them a part of something else: a list, a telephone number, letters of
//! a name.

use crate::extract::number::digits::MAX_PIECES;
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

/// Whether the digits stand in a list without white space: 22,24,26.
pub(super) fn is_listed(words: &[Word], idx: usize) -> bool {
    let before = |back: usize| idx.checked_sub(back).and_then(|before| words.get(before));
    let is_comma = |word: &Word| word.is_sign(",") && word.touches();
    words[idx].touches()
        && before(1).is_some_and(is_comma)
        && before(2).is_some_and(|word| word.kind == TokenKind::Digits)
}

/// Whether digits touch what may be the letters of a currency: Dh500; a letter alone before a sum, R250,000.
#[must_use]
pub fn has_code(words: &[Word], idx: usize) -> bool {
    let before = idx.checked_sub(1).and_then(|before| words.get(before));
    before
        .filter(|_| words[idx].touches())
        .is_some_and(|before| may_be_code(before) || (is_letter(before) && is_of_many(words, idx)))
}

fn may_be_code(word: &Word) -> bool {
    word.capital && word.senses.is_empty() && word.normal.is_ascii() && (2..=4).contains(&word.normal.len())
}

/// Whether a word is one letter that may be that of a currency: R250,000.
fn is_letter(word: &Word) -> bool {
    word.capital && word.normal.len() == 1 && word.tokens.len() == 1
}

/// Whether groups of digits or a scale show that digits tell how many, and are no part of a name.
fn is_of_many(words: &[Word], idx: usize) -> bool {
    let next = |at: usize| words.get(idx + at).filter(|word| word.breaks == 0);
    let is_group = |word: &Word| word.kind == TokenKind::Digits && word.normal.len() == GROUP;
    let is_scale = |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Scale(_)));
    let is_fraction = next(1).is_some_and(|point| point.is_sign(".") && point.touches());
    let scale = if is_fraction { next(3) } else { next(1) };
    let grouped = || {
        next(1).is_some_and(|comma| comma.is_sign(",") && comma.touches()) && next(2).is_some_and(is_group)
    };
    scale.is_some_and(is_scale) || grouped() || next(1).is_some_and(is_group)
}

/// Digits of a group of thousands.
const GROUP: usize = 3;

/// Whether digits that begin with zero stand before, which makes a telephone number of both: 0800 123 456.
pub(super) fn follows_prefix(words: &[Word], idx: usize) -> bool {
    let joins = |word: &Word| word.kind == TokenKind::Digits && word.spaced && word.breaks == 0;
    let mut first = idx;
    while first > 0
        && idx - first < MAX_PIECES
        && joins(&words[first])
        && words[first - 1].kind == TokenKind::Digits
    {
        first -= 1;
    }
    let prefix = &words[first];
    let is_prefix = prefix.normal.len() > 2 && prefix.normal.starts_with('0');
    first < idx && prefix.kind == TokenKind::Digits && is_prefix
}

/// Whether what stands right before the digits makes them a part of something else.
pub(super) fn is_glued_before(words: &[Word], idx: usize) -> bool {
    let Some(before) =
        idx.checked_sub(1).and_then(|before| words.get(before)).filter(|_| words[idx].touches())
    else {
        return false;
    };
    let outer = idx.checked_sub(2).and_then(|outer| words.get(outer)).filter(|_| before.touches());
    match before.kind {
        TokenKind::Digits => false,
        TokenKind::Word => {
            let joins = |meaning: &Meaning| matches!(meaning, Meaning::Hedge(_) | Meaning::Currency(_));
            let is_joined = before.senses.iter().any(|sense| joins(&sense.meaning));
            before.normal.is_ascii() && !is_joined && !has_code(words, idx)
        }
        TokenKind::Sign => match before.normal.as_str() {
            // Added time: the minute 90+4.
            "+" => words[idx].normal.len() > 7 || outer.is_some_and(|outer| outer.kind == TokenKind::Digits),
            // A slash brackets as well: /27 عاما/.
            "/" => outer.is_some() || !before.spaced,
            "#" | "@" | "_" | "=" | "&" | "\\" | ":" => true,
            "-" => {
                let first = idx.checked_sub(3).and_then(|first| words.get(first));
                let measures = |outer: &Word| {
                    outer.kind == TokenKind::Word
                        && outer.touches()
                        && first.is_some_and(|first| first.kind == TokenKind::Digits)
                };
                let names = |outer: &Word| {
                    [Function::And, Function::To].into_iter().any(|function| outer.is_function(function))
                        || outer.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Unit(_)))
                };
                outer.is_some_and(|outer| outer.kind != TokenKind::Sign && !names(outer) && !measures(outer))
            }
            "." | "'" | "%" => outer.is_some_and(|outer| outer.kind != TokenKind::Sign),
            _ => false,
        },
    }
}
