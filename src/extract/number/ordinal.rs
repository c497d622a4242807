//! Ranks: in digits with their mark, in words, and in words behind cardinals; and what only looks like one.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::number::Sort;
use crate::extract::number::compose::{Joining, Reader, Term};
use crate::extract::number::core::Core;
use crate::extract::number::digits::{self, Literal};
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form as Shape, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::number::Number;

/// A rank: in digits with their mark, in words, or in words behind cardinals.
pub(super) fn read(reader: &Reader<'_>, idx: usize) -> Option<Core> {
    let in_digits = reader.word(idx)?.kind == TokenKind::Digits;
    let (end, value) = if in_digits {
        marked(reader, idx)?
    } else {
        ranked(reader, idx).or_else(|| ranked_last(reader, idx))?
    };
    let (precision, scale) = (Number::ONE, Number::ONE);
    if end == idx + 1 && counts(reader, idx) {
        let term = reader.scaled(with_rest(reader, Term::new(end, value)))?;
        let precision = term.value.written_precision();
        let (words, value, scale) = (idx..term.end, term.value, term.scale);
        let sort = Sort::Cardinal;
        return Some(Core { words, value, precision, scale, is_vague: false, sort, in_digits });
    }
    let sort = Sort::Ordinal;
    Some(Core { words: idx..end, value, precision, scale, is_vague: false, sort, in_digits })
}

/// A hundred with what is counted behind it: المئة *والثمانية والعشرون*.
fn with_rest(reader: &Reader<'_>, hundred: Term) -> Term {
    let whole = Number::whole(100);
    let next = reader.joint(hundred.end).filter(|(_, and)| *and && hundred.value == whole);
    let rest = next.and_then(|(next, _)| reader.group(next, Joining::WithAnd));
    let rest = rest.filter(|rest| !rest.in_digits && rest.value < whole);
    let sum = |rest: Term| Some(Term::new(rest.end, hundred.value.plus(rest.value)?));
    rest.and_then(sum).unwrap_or(hundred)
}

/// The rank that a word is.
fn rank(word: &Word) -> Option<i64> {
    word.find(|sense| match sense.meaning {
        Meaning::Ordinal(value) => Some(i64::from(value)),
        _ => None,
    })
}

/// A rank in digits: 28th.
fn marked(reader: &Reader<'_>, idx: usize) -> Option<(usize, Number)> {
    let Literal::Value { end, value } = digits::literal(reader.words, idx, &reader.language.grammar) else {
        return None;
    };
    let mark = reader.word(end).filter(|mark| mark.touches())?;
    mark.senses.iter().any(|sense| sense.meaning == Meaning::OrdinalMark).then_some((end + 1, value))
}

/// A rank in words whose first word is the rank; tens may follow behind "and".
fn ranked(reader: &Reader<'_>, idx: usize) -> Option<(usize, Number)> {
    let word = reader.word(idx)?;
    let is_the_one = |meaning: &Meaning| *meaning == Meaning::Cardinal(1) && word.clitics.article;
    let opening = || word.find(|sense| is_the_one(&sense.meaning).then_some(1));
    let value = rank(word).filter(|_| !is_second(reader, idx) && !is_part(reader, idx));
    let is_opening = value.is_none();
    let value = value.or_else(opening)?;
    let after = reader.joint(idx + 1).filter(|(_, and)| *and && value < 10);
    let tens = after.and_then(|(next, _)| Some((next + 1, tens(reader.word(next)?)?)));
    if is_opening && tens.is_none_or(|(end, _)| !is_definite(&reader.words[end - 1])) {
        return None;
    }
    let (end, value) = tens.map_or((idx + 1, value), |(end, tens)| (end, value + tens));
    let hundreds = behind_hundreds(reader, end).filter(|_| is_definite(word));
    Some(
        hundreds
            .map_or((end, Number::whole(value)), |(end, hundreds)| (end, Number::whole(value + hundreds))),
    )
}

/// The hundreds behind which a rank stands: the fourth *behind the hundred* (الرابعة بعد المئة) is the 104th. What
/// goes on with a noun counts that: the first after the hundred *days*.
fn behind_hundreds(reader: &Reader<'_>, idx: usize) -> Option<(usize, i64)> {
    let next = |at: usize| reader.next_word(at).filter(|word| word.breaks == 0);
    next(idx).filter(|word| word.is_function(Function::After))?;
    let word = next(idx + 1).filter(|word| is_definite(word))?;
    let group = || {
        let group = reader.number(idx + 1, Joining::WithAnd);
        let group = group.filter(|group| !group.in_digits && !group.is_vague)?;
        Some((group.end, group.value.to_whole()?))
    };
    let (end, hundreds) = rank(word).map(|hundreds| (idx + 2, hundreds)).or_else(group)?;
    let goes_on = next(end).is_some_and(|word| {
        let is_tied = word.clitics.preposition.is_some() || word.clitics.conjunction.is_some();
        word.kind == TokenKind::Word && !is_tied && !word.summary.is(Class::Function)
    });
    let is_round = HUNDREDS.contains(&hundreds) && hundreds % HUNDREDS.start() == 0;
    (is_round && !goes_on).then_some((end, hundreds))
}

/// What a rank may stand behind.
const HUNDREDS: std::ops::RangeInclusive<i64> = 100..=900;

/// A rank in words whose last word is the rank: one hundred and first.
fn ranked_last(reader: &Reader<'_>, idx: usize) -> Option<(usize, Number)> {
    let group = reader.number(idx, Joining::WithAnd).filter(|group| !group.in_digits && !group.is_vague)?;
    let (next, _) = reader.joint(group.end)?;
    let last = reader.word(next)?;
    let is_unit = last.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Unit(_)));
    if let Some(scale) = rank_of_scale(last) {
        return Some((next + 1, group.value.times(scale)?));
    }
    let value = rank(last).filter(|rank| *rank < 100 && (!is_unit || next > group.end))?;
    let is_round = group.value.over(Number::whole(10))?.to_whole().is_some();
    Some((next + 1, group.value.plus(Number::whole(value)).filter(|_| is_round)?))
}

/// Whether an article is stuck to a word, or belongs to it as it is listed.
fn is_definite(word: &Word) -> bool {
    word.clitics.article || word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Ordinal(_)))
}

/// The scale that a word ranks by, from a hundred on: hundredth, millionth.
fn rank_of_scale(word: &Word) -> Option<Number> {
    let hundred = Number::whole(100);
    let of_share = |share: Number| Number::ONE.over(share).filter(|scale| *scale >= hundred);
    word.find(|sense| match &sense.meaning {
        Meaning::Ordinal(value) => Some(Number::whole((*value).into())).filter(|value| *value >= hundred),
        Meaning::Fraction(share) if sense.form == Shape::One => of_share(**share),
        _ => None,
    })
}

/// Whether a word that is a unit of time and a rank alike (ثانية) is the unit: behind a preposition of
/// time, without an article.
fn is_second(reader: &Reader<'_>, idx: usize) -> bool {
    let Some(before) = idx.checked_sub(1).and_then(|before| reader.word(before)) else { return false };
    let word = &reader.words[idx];
    let is_unit = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Unit(_)));
    let times = [Function::For, Function::During, Function::Since, Function::Before, Function::After];
    let is_timed = !word.clitics.article && times.into_iter().any(|function| before.is_function(function));
    is_unit && (is_timed || is_of_fraction(reader, idx))
}

/// Whether a share stands right before: `عشر من الثانية`.
fn is_of_fraction(reader: &Reader<'_>, idx: usize) -> bool {
    let is_from = |word: &Word| word.is_function(Function::From) || word.is_function(Function::Of);
    let outer = idx.checked_sub(2).filter(|_| is_from(&reader.words[idx - 1]));
    let is_share =
        |outer: &Word| outer.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Fraction(_)));
    outer.and_then(|outer| reader.word(outer)).is_some_and(is_share)
}

/// Whether a phrase that is a rank and a share alike ("a third") is the share: it ranks before a noun in the
/// singular alone.
fn is_part(reader: &Reader<'_>, idx: usize) -> bool {
    let word = &reader.words[idx];
    let is_share = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Fraction(_)));
    let is_noun = |next: &Word| {
        next.senses.iter().any(|sense| {
            let is_thing = matches!(
                sense.meaning,
                Meaning::Concept(_) | Meaning::Role(_) | Meaning::Body(_) | Meaning::PlaceType(_)
            );
            is_thing && sense.form == Shape::One
        })
    };
    let next = reader.next_word(idx + 1).filter(|next| next.kind == TokenKind::Word && next.breaks == 0);
    word.tokens.len() > 1 && is_share && !next.is_some_and(is_noun)
}

/// Whether tens with an article, which may rank, count what is around them: before a unit or a thing in the
/// singular (`الأربعين سنة`), and where no noun in the singular stands before them that is definite as they are
/// (`الأعوام الخمسين`, `قمة العشرين`, `تجاوز الستين`).
fn counts(reader: &Reader<'_>, idx: usize) -> bool {
    let word = &reader.words[idx];
    let is_round = rank(word).is_some_and(|value| (20..=100).contains(&value) && value % 10 == 0);
    if !is_round || !reader.language.is_definite(&word.normal) {
        return false;
    }
    let is_counted = |next: &Word| {
        let one = |sense: &Sense| {
            matches!(
                sense.meaning,
                Meaning::Unit(_) | Meaning::Concept(_) | Meaning::Role(_) | Meaning::Scale(_)
            ) && sense.form == Shape::One
        };
        let is_bare = !next.clitics.article && next.clitics.preposition.is_none();
        next.breaks == 0 && is_bare && next.senses.iter().any(one)
    };
    if reader.next_word(idx + 1).is_some_and(is_counted) {
        return true;
    }
    let before = idx.checked_sub(1).and_then(|before| reader.word(before)).filter(|_| word.breaks == 0);
    !before.is_some_and(|before| is_ranked(reader, before))
}

/// Whether a rank with an article may follow a word: a noun in the singular that is definite, or a name.
fn is_ranked(reader: &Reader<'_>, word: &Word) -> bool {
    let is_name = word.senses.is_empty() || word.senses.iter().any(|sense| sense.meaning.place().is_some());
    let is_definite = word.clitics.pronoun
        || word.clitics.article
        || word.tokens.len() > 1
        || reader.language.is_definite(&word.normal);
    let has = |form: Shape| word.senses.iter().any(|sense| sense.form == form);
    word.kind == TokenKind::Word && (is_name || (is_definite && (!has(Shape::Many) || has(Shape::One))))
}

/// The multiple of ten from 20 to 90 that a word is.
fn tens(word: &Word) -> Option<i64> {
    word.find(|sense| match sense.meaning {
        Meaning::Cardinal(value) | Meaning::Ordinal(value) => Some(i64::from(value)),
        _ => None,
    })
    .filter(|value| (20..100).contains(value) && value % 10 == 0)
}
