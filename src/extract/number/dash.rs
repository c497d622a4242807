//! What a dash or a sign of tolerance joins to a number: 12-15 people, 2.5±0.1, a score, a telephone number.

use crate::extract::number::Sort;
use crate::extract::number::compose::{Joining, Reader};
use crate::extract::number::core::{Core, core};
use crate::extract::number::range::{
    Joined, follows_age, is_counted, is_currency_sign, noun_end, past_bracket, ranged, second,
};
use crate::extract::word::Word;
use crate::text::Text;
use crate::text::token::TokenKind;
use crate::value::amount::Form;

/// A range with a dash: "12-15 people", "$12-15".
pub(super) fn dashed(reader: &Reader<'_>, text: &Text, first: &Core, idx: usize) -> Option<Joined> {
    let end = noun_end(reader, first.words.end);
    let is_wavy = |word: &Word| word.is_sign("~") && word.touches();
    let is_dash = |word: &&Word| (word.is_sign("-") || is_wavy(word)) && word.breaks == 0;
    let dash = reader.word(end).filter(is_dash)?;
    let next = reader.word(end + 1).filter(|next| next.breaks == 0 && (dash.spaced || !next.spaced))?;
    let is_number = next.kind == TokenKind::Digits || is_currency_sign(next) || !first.in_digits;
    let second = if next.kind == TokenKind::Digits {
        unglued(reader, end + 1)?
    } else {
        second(reader, text, idx, end + 1)?
    };
    let is_sum = idx.checked_sub(1).and_then(|before| reader.word(before)).is_some_and(is_currency_sign);
    let joined = ranged(first, &second).filter(|_| is_number)?;
    let end = past_bracket(reader, idx, joined.end);
    let is_told = is_sum || is_wavy(dash) || is_counted(reader, end) || follows_age(reader, idx);
    is_told.then_some(Joined { end, ..joined })
}

/// A number and how far it may be off: 2.5±0.1, 2.5 +/- 0.1.
pub(super) fn toleranced(reader: &Reader<'_>, first: &Core) -> Option<Joined> {
    let end = first.words.end;
    let is =
        |at: usize, sign: &str| reader.word(at).is_some_and(|word| word.is_sign(sign) && word.breaks == 0);
    let at = if is(end, "±") {
        end + 1
    } else if is(end, "+") && is(end + 1, "/") && is(end + 2, "-") {
        end + 3
    } else {
        return None;
    };
    let off = unglued(reader, at).filter(|off| off.in_digits && off.sort == Sort::Cardinal)?;
    let (low, high) = (first.value.minus(off.value)?, first.value.plus(off.value)?);
    let precision = off.value.written_precision();
    Some(Joined { form: Form::Range(low, high), start: first.words.start, end: off.words.end, precision })
}

/// Reads the digits behind a dash as a number of their own.
pub(super) fn unglued(reader: &Reader<'_>, idx: usize) -> Option<Core> {
    let words = reader.words.get(idx..)?;
    let tail = Reader { words, language: reader.language };
    let read = core(&tail, 0, Joining::WithAnd).ok()?;
    Some(Core { words: read.words.start + idx..read.words.end + idx, ..read })
}

/// The end of digits that a dash joins to a number without making a range: a score, a telephone number.
pub(super) fn dash_end(reader: &Reader<'_>, first: &Core) -> Option<usize> {
    let end = first.words.end;
    reader.word(end).filter(|word| first.in_digits && word.is_sign("-") && word.touches())?;
    reader.word(end + 1).filter(|next| next.touches() && next.kind == TokenKind::Digits)?;
    Some(unglued(reader, end + 1).map_or(end + 2, |second| second.words.end))
}
