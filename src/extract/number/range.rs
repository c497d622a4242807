//! Ranges and alternatives: two numbers that belong together, and the whole numeral around them.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::number::compose::{Joining, Reader};
use crate::extract::number::core::{Core, core};
use crate::extract::number::dash::{dash_end, dashed, toleranced, unglued};
use crate::extract::number::{self, Numeral, Reading, Sort, digits, hedge, rise};
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form as Shape, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::Hedge;
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use crate::value::amount::Form;
use crate::value::number::Number;

/// Alternatives that are read as one choice.
const MAX_CHOICES: usize = 8;

/// What several numbers say together.
pub(super) struct Joined {
    pub(super) form: Form<Number>,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) precision: Number,
}

/// Reads the numeral that begins at `idx`; its hedges do not reach before the word `floor`.
#[must_use]
pub fn read(reader: &Reader<'_>, text: &Text, idx: usize, floor: usize) -> Reading {
    let first = match core(reader, idx, Joining::WithAnd) {
        Ok(first) => first,
        Err(end) => return Reading::Nothing(end),
    };
    let prefix = prefix(reader, text, floor, idx);
    let (prefix, first) = minus(reader, floor, prefix, first);
    let is_amount = first.sort == Sort::Cardinal || first.sort == Sort::Fraction;
    let joined = if is_amount { joined(reader, text, &first, prefix, floor) } else { None };
    if joined.is_none()
        && let Some(end) = dash_end(reader, &first)
    {
        let pair = unglued(reader, first.words.end + 1).filter(|_| is_amount && !first.is_vague);
        let Some(pair) = pair.and_then(|second| ranged(&first, &second)) else {
            return Reading::Nothing(end);
        };
        let read =
            numeral(reader, text, (prefix, idx, floor), &first, Some(Joined { start: prefix, ..pair }));
        return Reading::Number(Box::new(Numeral { is_dashed: true, ..read }));
    }
    Reading::Number(Box::new(numeral(reader, text, (prefix, idx, floor), &first, joined)))
}

/// What a number says together with those behind it; a currency before it begins at `prefix`.
fn joined(reader: &Reader<'_>, text: &Text, first: &Core, prefix: usize, floor: usize) -> Option<Joined> {
    let idx = first.words.start;
    let opening = prefix.checked_sub(1).filter(|before| *before >= floor);
    let opens = |function| opening.is_some_and(|before| reader.words[before].is_function(function));
    let spread = || between(reader, text, idx, first).map(|joined| Joined { start: prefix - 1, ..joined });
    let listed = || {
        let pair = toleranced(reader, first).or_else(|| dashed(reader, text, first, idx));
        let pair = pair.or_else(|| alternatives(reader, text, first, idx));
        let from = opens(Function::From);
        let rises = |pair: &Joined| from && rise::leads(reader, prefix, pair.end);
        let pair = pair.or_else(|| until(reader, text, first, idx, from).filter(|pair| !rises(pair)));
        pair.map(|joined| Joined { start: prefix, ..joined })
    };
    if opens(Function::Between) { spread().or_else(listed) } else { listed() }
}

/// Puts hedges around what was read.
fn numeral(
    reader: &Reader<'_>,
    text: &Text,
    (prefix, idx, floor): (usize, usize, usize),
    first: &Core,
    joined: Option<Joined>,
) -> Numeral {
    let form = if first.is_vague { Form::AtLeast(first.value) } else { Form::Exactly(first.value) };
    let (core_end, precision) = (first.words.end, first.precision);
    let joined = joined.unwrap_or(Joined { form, start: prefix, end: core_end, precision });
    let is_rank = matches!(first.sort, Sort::Ordinal);
    let (start, early) =
        if is_rank { (joined.start, None) } else { hedge::before(reader, floor, joined.start) };
    let (end, late) =
        if is_rank || early.is_some() { (joined.end, None) } else { hedge::after(reader, joined.end) };
    let sign = reader.word(idx).filter(|word| word.is_sign("±")).map(|_| Hedge::About);
    let form = early.or(late).or(sign).map_or(joined.form.clone(), |hedge| hedge::hedged(joined.form, hedge));
    let span = Span::new(number::start(&reader.words[start]), reader.words[end - 1].span.end);
    debug_assert!(text.source().len() >= span.end, "a span lies in its text");
    Numeral {
        words: start..end,
        core: idx..joined.end,
        prefix: prefix..idx,
        span,
        form,
        precision: joined.precision,
        sort: first.sort,
        in_digits: first.in_digits,
        is_dashed: false,
    }
}

/// A number with the minus before its currency, which begins at `prefix`, and where both begin now: -$5.
fn minus(reader: &Reader<'_>, floor: usize, prefix: usize, first: Core) -> (usize, Core) {
    let at = prefix.checked_sub(1).filter(|at| *at >= floor && prefix < first.words.start);
    let Some(at) = at.filter(|at| reader.words[*at].is_sign("-") && reader.words[prefix].touches()) else {
        return (prefix, first);
    };
    let before = at.checked_sub(1).map(|before| &reader.words[before]);
    let is_free = !reader.words[at].touches() || before.is_none_or(|before| before.is_sign("("));
    if is_free { (at, Core { value: first.value.negated(), ..first }) } else { (prefix, first) }
}

/// Where a currency before the number begins: a sign with its letters, or a word or code for it.
fn prefix(reader: &Reader<'_>, text: &Text, floor: usize, idx: usize) -> usize {
    let previous =
        |idx: usize| idx.checked_sub(1).filter(|before| *before >= floor && reader.words[idx].breaks < 2);
    let Some(before) = previous(idx) else { return idx };
    let word = &reader.words[before];
    if is_currency_sign(word) {
        let letters = |at: &usize| {
            let letters = &reader.words[*at];
            word.touches() && (is_code(letters, text, 1..=3) || is_named(letters))
        };
        return previous(before).filter(letters).unwrap_or(before);
    }
    let digits = &reader.words[idx];
    let is_lettered = || {
        let is_unknown = word.senses.is_empty() && word.kind == TokenKind::Word;
        (is_unknown && is_code(word, text, 2..=4)) || digits::glued::has_code(reader.words, idx)
    };
    let is_amount = digits.kind == TokenKind::Digits && (is_named(word) || is_lettered());
    if is_amount { before } else { idx }
}

/// Whether a word of Latin letters names a currency.
fn is_named(word: &Word) -> bool {
    let is_currency = |meaning: &Meaning| matches!(meaning, Meaning::Currency(_));
    word.normal.is_ascii()
        && !word.senses.is_empty()
        && word.senses.iter().all(|sense| is_currency(&sense.meaning))
}

fn is_code(word: &Word, text: &Text, length: std::ops::RangeInclusive<usize>) -> bool {
    let source = text.slice(word.span);
    length.contains(&source.len()) && source.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether a word is the sign of a currency.
#[must_use]
pub fn is_currency_sign(word: &Word) -> bool {
    let is_sign = |sign: char| matches!(sign, '$' | '¢'..='¥' | '؋' | '\u{20A0}'..='\u{20CF}' | '﷼' | '֏');
    word.kind == TokenKind::Sign && word.normal.chars().all(is_sign)
}

/// Reads the second number of a pair whose first one begins at `first`; it may stand behind a currency of
/// its own where the first one does.
pub(super) fn second(reader: &Reader<'_>, text: &Text, first: usize, idx: usize) -> Option<Core> {
    let word = reader.word(idx).filter(|word| word.breaks < 2)?;
    let letters = usize::from(is_code(word, text, 1..=3));
    let skip = if is_currency_sign(reader.word(idx + letters)?) { letters + 1 } else { 0 };
    let sign =
        first.checked_sub(1).and_then(|before| reader.word(before)).filter(|sign| is_currency_sign(sign));
    let is_same = |sign: &Word| reader.word(idx + letters).is_some_and(|other| other.normal == sign.normal);
    let is_sum = sign.is_some_and(is_same);
    let read = core(reader, idx + skip, Joining::WithAnd).ok().filter(|_| skip == 0 || is_sum)?;
    (!read.is_vague && matches!(read.sort, Sort::Cardinal | Sort::Fraction)).then_some(read)
}

/// Two numbers as a range, the first taking the scale of the second where it has none (12 to 15 million).
fn pair(first: &Core, second: &Core) -> Option<(Number, Number)> {
    let shared = first.scale == Number::ONE && second.scale > Number::ONE;
    let scaled = first
        .value
        .times(second.scale)
        .filter(|scaled| shared && first.value < second.scale && *scaled < second.value);
    let low = scaled.or_else(|| hundreds(first, second)).unwrap_or(first.value);
    (low < second.value && !first.is_vague).then_some((low, second.value))
}

/// The first of two numbers in words where the second one counts hundreds: two to three hundred.
fn hundreds(first: &Core, second: &Core) -> Option<Number> {
    let hundred = Number::whole(100);
    let count = second.value.over(hundred).filter(|count| count.to_whole().is_some())?;
    let in_words = !first.in_digits && !second.in_digits && second.scale == Number::ONE;
    let fits = in_words && first.value < count && count < Number::whole(10) && first.value >= Number::ONE;
    first.value.times(hundred).filter(|_| fits)
}

pub(super) fn ranged(first: &Core, second: &Core) -> Option<Joined> {
    let (low, high) = pair(first, second)?;
    let precision = low.written_precision().min(high.written_precision());
    Some(Joined { form: Form::Range(low, high), start: first.words.start, end: second.words.end, precision })
}

/// A range behind "between": the numbers stand around the first "and" that leaves the second one greater.
fn between(reader: &Reader<'_>, text: &Text, idx: usize, first: &Core) -> Option<Joined> {
    let second_of = |first: &Core| {
        let (next, and) = reader.joint(noun_end(reader, first.words.end))?;
        let next = if and { next } else { to(reader, first.words.end)? };
        ranged(first, &second(reader, text, idx, next)?)
    };
    second_of(first).or_else(|| second_of(&core(reader, idx, Joining::WithoutAnd).ok()?))
}

/// The end of a unit or percent sign that stands behind the first number of a range as well.
pub(super) fn noun_end(reader: &Reader<'_>, end: usize) -> usize {
    let repeats = |word: &&Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Percent));
    reader.next_word(end).filter(repeats).map_or(end, |_| end + 1)
}

/// The concept of words that say by how much something changed.
const BY_SO_MUCH: &str = "by-so-much";

/// A range behind "to": after "from", or before something that it counts.
fn until(reader: &Reader<'_>, text: &Text, first: &Core, idx: usize, from: bool) -> Option<Joined> {
    let end = noun_end(reader, first.words.end);
    if !from && is_of_noun(reader, first, idx) {
        return None;
    }
    // "Fell *by* 2 per cent to 9 per cent" tells a change and what came of it.
    let is_change = |word: &Word| word.is_function(Function::By) || word.has_concept(BY_SO_MUCH);
    let before = first.words.start.checked_sub(1).and_then(|before| reader.word(before));
    if end > first.words.end && before.is_some_and(is_change) {
        return None;
    }
    let next = to(reader, end)?;
    let second = second(reader, text, idx, next)?;
    let joined = ranged(first, &second)?;
    let is_sum = idx.checked_sub(1).and_then(|before| reader.word(before)).is_some_and(is_currency_sign);
    let repeats = end == first.words.end || noun_end(reader, second.words.end) > second.words.end;
    // "3 to 5 million": the second number gives the first its scale, as nothing but a range does.
    let shares = first.scale == Number::ONE
        && (second.scale >= Number::whole(1000) || hundreds(first, &second).is_some());
    let shares = shares && first.value < Number::whole(1000);
    // "(18 to 20)" is nothing else.
    let is_held = || {
        let opens = idx.checked_sub(1).is_some_and(|open| reader.words[open].is_sign("("));
        opens && reader.word(second.words.end).is_some_and(|close| close.is_sign(")"))
    };
    // "20 through 100" can be nothing else.
    let spans =
        next == end + 1 && reader.word(end).is_some_and(is_only_until) && first.in_digits == second.in_digits;
    // "2022 profits rose to 3 million": what looks like a year shares no scale.
    let strays = || second.scale > Number::ONE && is_year(first) && !is_sum;
    let end = past_bracket(reader, idx, joined.end);
    let counted = || (is_counted(reader, end) || follows_age(reader, idx)) && !strays();
    let joined = Joined { end, ..joined };
    (repeats && (from || is_sum || shares || spans || is_held() || counted())).then_some(joined)
}

/// The end of a range that begins at `idx`, past the bracket that holds it before what it counts: (17 - 25) سنة.
pub(super) fn past_bracket(reader: &Reader<'_>, idx: usize, end: usize) -> usize {
    let opens = idx.checked_sub(1).is_some_and(|open| reader.words[open].is_sign("("));
    let closes = reader.word(end).is_some_and(|close| close.is_sign(")"));
    if opens && closes && is_counted(reader, end + 1) { end + 1 } else { end }
}

/// Whether the word for an age stands right before the number at `idx`: aged 18 to 30.
pub(super) fn follows_age(reader: &Reader<'_>, idx: usize) -> bool {
    let before = idx.checked_sub(1).and_then(|before| reader.word(before));
    before.is_some_and(|word| word.is_function(Function::Aged)) && reader.words[idx].breaks == 0
}

/// Whether a number without a scale looks like a year of today.
fn is_year(number: &Core) -> bool {
    let years = Number::whole(1900)..=Number::whole(2100);
    number.in_digits && number.scale == Number::ONE && years.contains(&number.value)
}

/// Whether a word says up to a number and nothing else.
fn is_only_until(word: &Word) -> bool {
    word.is_function(Function::Until) && !word.is_function(Function::To) && hedge::of(word).is_none()
}

/// Whether a one or two in words follows its noun, as where adjectives do, so that no range begins with it: in
/// *one night* to 19.
fn is_of_noun(reader: &Reader<'_>, first: &Core, idx: usize) -> bool {
    let noun = |word: &Word| {
        let is_other = |sense: &Sense| {
            matches!(sense.meaning, Meaning::Function(_) | Meaning::Hedge(_) | Meaning::Cardinal(_))
        };
        word.kind == TokenKind::Word && word.breaks < 2 && !word.senses.iter().any(is_other)
    };
    let before = idx.checked_sub(1).and_then(|before| reader.word(before));
    let few = !first.in_digits && first.value <= Number::whole(2);
    few && reader.language.grammar.adjective_after_noun && before.is_some_and(noun)
}

/// The word after "to" or "until" at `end`.
fn to(reader: &Reader<'_>, end: usize) -> Option<usize> {
    let word = reader.next_word(end)?;
    let hyphen = word.is_sign("-") && word.touches();
    let at = if hyphen { end + 1 } else { end };
    // Words for a direction that are "about" as well lead to no end: carat 21 *about* 5850 pounds.
    let is_about = |word: &Word| hedge::of(word) == Some(Hedge::About);
    let is_to = |word: &&Word| {
        (word.is_function(Function::To) || word.is_function(Function::Until)) && !is_about(word)
    };
    reader.next_word(at).filter(is_to)?;
    let after = reader.next_word(at + 1)?;
    Some(if hyphen && after.is_sign("-") { at + 2 } else { at + 1 })
}

/// Whether something that can be counted or measured stands at `end`.
pub(super) fn is_counted(reader: &Reader<'_>, end: usize) -> bool {
    let Some(word) = reader.next_word(end).filter(|word| word.breaks == 0) else { return false };
    let at_noun = if word.is_sign("-") && word.touches() { reader.word(end + 1) } else { Some(word) };
    at_noun.is_some_and(|word| {
        word.senses.iter().any(|sense| match sense.meaning {
            Meaning::Unit(_)
            | Meaning::Currency(_)
            | Meaning::Percent
            | Meaning::PercentagePoint
            | Meaning::BasisPoint
            | Meaning::Function(Function::Aged) => true,
            Meaning::Concept(_) => matches!(sense.form, Shape::Many | Shape::One | Shape::Two),
            Meaning::Role(_) => sense.form == Shape::Many,
            _ => false,
        })
    })
}

/// Alternatives: "3 or 4".
fn alternatives(reader: &Reader<'_>, text: &Text, first: &Core, idx: usize) -> Option<Joined> {
    let mut cores = vec![first.clone()];
    let mut end = first.words.end;
    while cores.len() < MAX_CHOICES
        && reader.next_word(end).is_some_and(|word| word.is_function(Function::Or))
        && let Some(other) = second(reader, text, idx, end + 1)
    {
        end = other.words.end;
        cores.push(other);
    }
    let last = cores.last().filter(|_| cores.len() > 1 && !first.is_vague)?;
    let values =
        cores.iter().map(|core| pair(core, last).map_or(core.value, |(low, _)| low)).collect::<Vec<_>>();
    let precision = values.iter().map(|value| value.written_precision()).min().unwrap_or(Number::ONE);
    Some(Joined { form: Form::Choice(values), start: idx, end, precision })
}
