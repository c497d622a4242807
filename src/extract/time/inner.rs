//! Lengths of time that are told by the way: inside of a date (`the past two months` tells from when to
//! when, and that it is two months) and vaguely (`in recent years`, `منذ أسابيع`).
//!
//! They are mentions and no more: no fact is bound to them, since what lasts so long is not told.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::number::hedge::hedged;
use crate::extract::time::count;
use crate::extract::time::face;
use crate::extract::time::length;
use crate::extract::time::nth;
use crate::extract::time::relative::adjacent;
use crate::extract::time::relative::distance;
use crate::extract::time::said::{Distance, Near, Scale};
use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::Lexicon;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::language::Language;
use crate::lexicon::meaning::Form as Shape;
use crate::lexicon::schema::function::Function;
use crate::text::Text;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::duration::{Duration, Period};
use crate::value::number::Number;
use std::ops::Range;

/// What a unit of time is among the meanings of a word: a quarter of a year is a share.
const UNITS: Classes = Classes::of(&[Class::Unit, Class::Number]);

/// Words behind which a single unit is a length: `منذ سنة`.
const LEADING: [Function; 5] =
    [Function::Since, Function::Before, Function::After, Function::In, Function::Within];

/// Words behind which units without a number are a length: `for years`, `after months`.
const VAGUE: [Function; 8] = [
    Function::In,
    Function::Within,
    Function::During,
    Function::For,
    Function::After,
    Function::Since,
    Function::Latest,
    Function::Coming,
];

/// The concept of what has come to its end.
const END: &str = "end";

/// Finds the lengths that are told by the way among `words`, beside the `mentions` that were found there.
#[must_use]
pub fn lengths(
    words: &[Word],
    text: &Text,
    language: &Language,
    lexicon: &Lexicon,
    mentions: &[Mention],
) -> Vec<Mention> {
    let mut found = Vec::new();
    let mut start = 0;
    for paragraph in words.chunk_by(|_, next| next.breaks < 2) {
        let view = View::new(paragraph, language, lexicon, None);
        for idx in 0..paragraph.len() {
            let taken = found.last().is_some_and(|last: &Mention| last.words.contains(&(start + idx)));
            let unit = paragraph
                .get(idx)
                .is_some_and(|word| word.summary.is_any(UNITS) || word.is_function(Function::Year))
                && !taken;
            let Some((range, duration)) = unit.then(|| read(&view, idx, start, mentions)).flatten() else {
                continue;
            };
            let span = super::span_of(&view, text, &range);
            let words = start + range.start..start + range.end;
            let value = Value::Duration(duration);
            found.push(Mention { words, ..Mention::new(Dimension::Duration, span, value) });
        }
        start += paragraph.len();
    }
    found
}

/// The length with its unit at `idx`, where it is no mention yet.
fn read(
    view: &View<'_>,
    idx: usize,
    offset: usize,
    mentions: &[Mention],
) -> Option<(Range<usize>, Duration)> {
    let at = offset + idx;
    let first = mentions.partition_point(|mention| mention.words.end <= at);
    let around = mentions.get(first).filter(|mention| mention.words.start <= at);
    let Some(around) = around else { return vague(view, idx).or_else(|| ended(view, idx)) };
    if let Some(found) = quarters(view, idx).or_else(|| turned(view, idx)) {
        return Some(found);
    }
    // "0900 hours" is a time of day.
    if idx > 0 && face::military(view, idx - 1).is_some() {
        return None;
    }
    let dated = matches!(around.dimension, Dimension::Date | Dimension::Datetime | Dimension::Time);
    let start = around.words.start.checked_sub(offset).filter(|_| dated)?;
    let end = around.words.end - offset;
    let behind = |from: usize| {
        let (_, distance, next) = adjacent::stretch_behind(view, from).filter(|(_, _, next)| *next <= end)?;
        Some((from..next - 1, duration(distance)))
    };
    let follows = view.language.grammar.adjective_after_noun;
    (start..=idx).find_map(|from| {
        told(view, from, idx, end).or_else(|| behind(from).filter(|_| follows && from == idx))
    })
}

/// Reads `two months`, `a year` inside of a date that ends at `end`.
fn told(view: &View<'_>, from: usize, unit: usize, end: usize) -> Option<(Range<usize>, Duration)> {
    let (distance, next) =
        distance::length(view, from).filter(|(_, next)| (unit + 1..=end).contains(next))?;
    let (_, shape) = view.scale(unit)?;
    let alone = from == unit && shape == Shape::One;
    let stuck = view.get(from).is_some_and(|word| word.clitics.preposition.is_some());
    let led = stuck || (from > 0 && view.is_any(from - 1, &LEADING)) || view.is(next, Function::Hence);
    let counts = !alone || (led && view.language.grammar.adjective_after_noun);
    let step = distance.period != distance.step || from < unit || alone || shape == Shape::Two;
    (counts && step).then(|| (from..next, duration(distance)))
}

fn duration(distance: Distance) -> Duration {
    let form = Form::Exactly(distance.period);
    Duration::new(distance.hedge.map_or(form.clone(), |hedge| hedged(form, hedge)))
}

/// Reads `the next three quarters`.
fn quarters(view: &View<'_>, idx: usize) -> Option<(Range<usize>, Duration)> {
    let from = idx.checked_sub(1)?;
    let (number, _) = count::cardinal(view, from).filter(|(_, next)| *next == idx)?;
    let period = Period::months(3).times(Number::whole(number.into()))?;
    // Three quarters of an hour, and two and three quarters, are shares.
    let shares = view.is_any(idx + 1, &[Function::Of, Function::Oclock])
        || view.get(idx + 1).is_some_and(|next| next.clitics.article)
        || from.checked_sub(1).is_some_and(|before| view.is(before, Function::And));
    (!shares && length::is_quarters(view, idx)).then(|| (from..idx + 1, Duration::new(Form::Exactly(period))))
}

/// Reads `the past decade`.
fn turned(view: &View<'_>, idx: usize) -> Option<(Range<usize>, Duration)> {
    let (scale, shape) = view.scale(idx)?;
    let past = |at: usize| view.near(at) == Some(Near::Last);
    let told = matches!(scale, Scale::Decade | Scale::Century) && shape == Shape::One;
    let past = idx > 0 && past(idx - 1) && !view.language.grammar.adjective_after_noun;
    let period = distance::period(view, idx).filter(|_| told && past)?;
    Some((idx..idx + 1, Duration::new(Form::Exactly(period))))
}

/// Reads `recent years`, `for months`, `years ago`, `منذ أسابيع`: two of them at least.
fn vague(view: &View<'_>, idx: usize) -> Option<(Range<usize>, Duration)> {
    let (_, shape) = view.scale(idx)?;
    let word = view.get(idx)?;
    // With an article they are no length, but for those that another word points to: `القسم الجديد للساعات`.
    let after = view.near(idx + 1).is_some() || view.is(idx + 1, Function::Latest);
    let stuck = word.clitics.preposition.is_some() && (after || !word.clitics.article);
    let pointed = idx > 0 && view.near(idx - 1).is_some_and(|near| matches!(near, Near::Last | Near::Next));
    let article = idx > 0 && view.is_stop(idx - 1);
    let led = |at: usize| view.is_any(at, &VAGUE);
    let led = stuck || pointed || (idx > 0 && led(idx - 1)) || (article && idx > 1 && led(idx - 2));
    let follows = view.language.grammar.adjective_after_noun;
    let gone = view.is(idx + 1, Function::Ago) || follows && idx > 0 && view.is(idx - 1, Function::Before);
    let led = led || gone;
    // "Months of rain", and no "the days of the old mill".
    let counted = idx > 0 && is_number(view, idx - 1);
    let of = !follows && !article && !counted && view.is(idx + 1, Function::Of);
    let ends = !follows || nth::stands_alone(view, idx + 1) || after;
    let told = view.raw(idx + 1).is_some() || word.clitics.pronoun || view.has_conjunction(idx);
    if shape != Shape::Many || !(led || of) || !ends || told {
        return None;
    }
    let period = distance::period(view, idx)?.times(Number::whole(2))?;
    Some((idx..idx + 1, Duration::new(Form::AtLeast(period))))
}

fn is_number(view: &View<'_>, idx: usize) -> bool {
    view.raw(idx).is_some() || count::cardinal(view, idx).is_some() || view.is(idx, Function::Few)
}

/// Reads `the year ended`, `the fiscal year ending`: what a company reports on.
fn ended(view: &View<'_>, idx: usize) -> Option<(Range<usize>, Duration)> {
    let (scale, shape) = view.scale(idx)?;
    let form = view.get(idx + 1).and_then(|word| word.concept()).filter(|(concept, _)| *concept == END)?.1;
    let ends = form == Shape::Past || (form == Shape::Present && !view.is(idx + 1, Function::End));
    let longer = matches!(scale, Scale::Week | Scale::Month | Scale::Year);
    let year = || (scale == Scale::Year).then(|| Period::months(12));
    let period =
        distance::period(view, idx).or_else(year).filter(|_| ends && longer && shape == Shape::One)?;
    Some((idx..idx + 1, Duration::new(Form::Exactly(period))))
}
