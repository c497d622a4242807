//! Shares said as so many of so many: three in ten, one out of five.

use crate::extract::number::Sort;
use crate::extract::number::compose::{Joining, Reader, Term};
use crate::extract::number::core::Core;
use crate::extract::number::range;
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::number::Number;

/// Wholes that shares are commonly told of, where the words could mean a place or time as well.
const WHOLES: [i64; 8] = [3, 4, 5, 10, 20, 100, 1000, 10_000];

/// The greatest whole that one of many is told of, where it might be a year above.
const MOST: i64 = 1000;

/// Round numbers of which a rate is told.
const ROUND: [i64; 5] = [100, 1000, 10_000, 100_000, 1_000_000];

/// Reads a share that begins at `idx`.
#[must_use]
pub fn read(reader: &Reader<'_>, idx: usize) -> Option<Core> {
    let part = reader.group(idx, Joining::WithoutAnd)?;
    if let Some(share) = per_round(reader, idx, &part) {
        return Some(share);
    }
    let link = reader.next_word(part.end).filter(|link| link.kind == TokenKind::Word && link.breaks == 0)?;
    let is_in = link.is_function(Function::In) && reader.language.grammar.capitals;
    let is_of = link.is_function(Function::From) || link.is_function(Function::Of);
    let has_every = (is_of || is_in)
        && reader.next_word(part.end + 1).is_some_and(|word| word.is_function(Function::Every));
    let is_out_of = is_of && link.tokens.len() > 1;
    let at = if has_every { part.end + 2 } else { part.end + 1 };
    if !(is_in || has_every || is_out_of) {
        return None;
    }
    reader.next_word(at).filter(|word| word.breaks == 0 && word.clitics.preposition.is_none())?;
    let whole =
        reader.number(at, Joining::WithoutAnd).filter(|whole| !whole.is_fraction && !whole.is_vague)?;
    let is_known = WHOLES.iter().any(|known| whole.value == Number::whole(*known));
    // Many of many are counted, not shared: 85 out of 100 seats.
    let is_one = part.value == Number::ONE;
    let is_great = || ROUND.iter().skip(3).any(|round| whole.value == Number::whole(*round));
    let is_known = is_known || is_one && (whole.value <= Number::whole(MOST) || is_great());
    let is_common = is_one || (is_known && whole.value <= Number::whole(10));
    let is_sure = has_every || (is_common && (is_out_of || (is_known && !is_measured(reader, whole.end))));
    let (is_part, is_even) = (part.value < whole.value, part.in_digits == whole.in_digits);
    let is_count = part.value.to_whole().is_some_and(|part| part > 0) && whole.value.to_whole().is_some();
    if !is_sure || !is_part || !is_count || (is_in && !is_even && part.value != Number::ONE) {
        return None;
    }
    shared(idx, &part, &whole)
}

/// The share that one number is of another.
fn shared(idx: usize, part: &Term, whole: &Term) -> Option<Core> {
    let value = part.value.over(whole.value)?;
    Some(Core {
        words: idx..whole.end,
        value,
        precision: value.written_precision(),
        scale: Number::ONE,
        is_vague: false,
        sort: Sort::Fraction,
        in_digits: part.in_digits,
    })
}

/// So many per a round number of them: three per 1000, per thousand, with a preposition stuck to it or apart.
fn per_round(reader: &Reader<'_>, idx: usize, part: &Term) -> Option<Core> {
    let link = reader.next_word(part.end).filter(|link| link.kind == TokenKind::Word && link.breaks == 0)?;
    // An article counts one, as "per" may: a million.
    let in_digits = reader.next_word(part.end + 1).is_some_and(|word| word.kind == TokenKind::Digits);
    let is_per = link.is_function(Function::Per) && (in_digits || !reader.is_indefinite(part.end));
    let is_definite = |at: usize| reader.next_word(at).is_some_and(|word| word.clitics.article);
    let is_in = link.is_function(Function::In) && !reader.language.grammar.capitals;
    let at = match link.clitics.preposition {
        Some(Function::In) if is_definite(part.end) => part.end,
        None if is_per || is_in && is_definite(part.end + 1) => part.end + 1,
        Some(_) | None => return None,
    };
    let whole = reader.number(at, Joining::WithoutAnd).filter(|whole| !whole.is_vague)?;
    let is_round = ROUND.iter().any(|round| whole.value == Number::whole(*round));
    let is_scale = whole.value >= Number::whole(1000) || is_per;
    // One may be told per any number: 1 لكل 12 رجلا. A sum is a price.
    let is_paid = || idx.checked_sub(1).is_some_and(|before| range::is_currency_sign(&reader.words[before]));
    let is_one = part.value == Number::ONE
        && is_per
        && link.tokens.len() == 1
        && part.in_digits == whole.in_digits
        && whole.value.to_whole().is_some_and(|whole| whole > 1)
        && whole.value <= Number::whole(MOST);
    let fits = is_round && is_scale || is_one && !is_paid();
    shared(idx, part, &whole).filter(|share| fits && share.value < Number::ONE)
}

/// Reads a rank as the share of a unit that it is a part of, with the one that counts it: one thousandth of a
/// second, one one-hundredth.
#[must_use]
pub fn of_unit(reader: &Reader<'_>, idx: usize) -> Option<Core> {
    if !is_one(reader, idx) {
        return part_of_unit(reader, idx);
    }
    let past_hyphen = |at: usize| {
        let hyphen = reader.word(at).is_some_and(|word| word.is_sign("-") && word.touches());
        at + usize::from(hyphen)
    };
    let at = past_hyphen(idx + 1);
    if let Some(part) = part_of_unit(reader, at) {
        return Some(Core { words: idx..part.words.end, ..part });
    }
    // Nothing but a share has one twice: "one hundredth" may be one word.
    let last = if is_one(reader, at) { past_hyphen(at + 1) } else { at };
    let is_twice = |word: &&Word| last > at || word.tokens.len() > 1;
    let share = reader.word(last).filter(is_twice).and_then(fine_share)?;
    let (precision, scale, sort) = (share.written_precision(), Number::ONE, Sort::Fraction);
    Some(Core {
        words: idx..last + 1,
        value: share,
        precision,
        scale,
        is_vague: false,
        sort,
        in_digits: false,
    })
}

/// Whether the word at `idx` is the cardinal one.
fn is_one(reader: &Reader<'_>, idx: usize) -> bool {
    let one = |word: &Word| word.senses.iter().any(|sense| sense.meaning == Meaning::Cardinal(1));
    reader.word(idx).is_some_and(|word| word.kind == TokenKind::Word && one(word))
}

/// The share of a hundredth or less that a word for a rank is as well.
fn fine_share(word: &Word) -> Option<Number> {
    let rank =
        word.find(|sense| if let Meaning::Ordinal(rank) = sense.meaning { Some(rank) } else { None })?;
    Number::ratio(1, i64::from(rank)).filter(|_| rank >= 100)
}

/// Reads a rank as the share of a unit that it is a part of: a tenth of a litre, fourth of a mile.
fn part_of_unit(reader: &Reader<'_>, idx: usize) -> Option<Core> {
    let word = reader
        .word(idx)
        .filter(|word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Ordinal(_))))?;
    let value =
        word.find(|sense| if let Meaning::Fraction(value) = &sense.meaning { Some(**value) } else { None })?;
    reader.next_word(idx + 1).filter(|of| of.kind == TokenKind::Word && of.is_function(Function::Of))?;
    let at = if reader.is_indefinite(idx + 2) { idx + 3 } else { idx + 2 };
    let is_unit = |word: &&Word| {
        word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Unit(_) | Meaning::Scale(_)))
    };
    reader.next_word(at).filter(is_unit)?;
    let (precision, scale, sort) = (value.written_precision(), Number::ONE, Sort::Fraction);
    Some(Core { words: idx..idx + 1, value, precision, scale, is_vague: false, sort, in_digits: false })
}

/// Whether a unit stands at `end`, so that the number before it measures.
fn is_measured(reader: &Reader<'_>, end: usize) -> bool {
    reader.next_word(end).is_some_and(|word| {
        word.kind == TokenKind::Sign && !word.is_sign(".") && !word.is_sign(",")
            || word.senses.iter().any(|sense| {
                matches!(
                    sense.meaning,
                    Meaning::Unit(_) | Meaning::Currency(_) | Meaning::Month(_) | Meaning::Percent
                )
            })
    })
}
