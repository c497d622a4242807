//! What is said of a time beside its value, as mentions tell it: about then, before it, at the beginning of it.

use crate::extract::mention::{Aside, Dimension, Mention};
use crate::extract::number::compose::Reader;
use crate::extract::number::hedge;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::Hedge;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::time::{Part, Point, Time};

/// Tells each time what is said of it, with the words that say it.
pub(super) fn tell(reading: &Reading<'_>, mentions: &mut [Mention]) {
    for mention in mentions.iter_mut() {
        let Value::Time(time) = mention.value else { continue };
        if matches!(mention.dimension, Dimension::Time | Dimension::Datetime) {
            hedge_clock(reading, mention, &time);
        } else if mention.dimension == Dimension::Date {
            mention.aside = part_of(reading, mention, &time);
        }
    }
}

/// Puts what stands right before or behind a moment to it.
fn hedge_clock(reading: &Reading<'_>, mention: &mut Mention, time: &Time) {
    let is_moment = |point: Point| point.clock.is_some();
    if time.first != time.last || !time.first.is_some_and(is_moment) {
        return;
    }
    let first = mention.words.start;
    let before = first.checked_sub(1).and_then(|at| reading.words.get(at));
    let is_near =
        reading.words.get(first).is_some_and(|own| own.breaks == 0 && own.clitics.preposition.is_none());
    if let Some((word, aside)) = before.filter(|_| is_near).and_then(|word| Some((word, said(word)?))) {
        mention.aside = Some(aside);
        mention.words.start = first - 1;
        mention.span = Span::new(start(word), mention.span.end);
        return;
    }
    let reader = Reader { words: &reading.words, language: reading.language };
    let (end, hedge) = hedge::after(&reader, mention.words.end);
    if let (Some(Hedge::About), Some(last)) = (hedge, end.checked_sub(1).and_then(|at| reading.words.get(at)))
    {
        mention.aside = Some(Aside::About);
        mention.words.end = end;
        mention.span = Span::new(mention.span.start, last.span.end);
    }
}

/// What is said of a clock by the word right before it, or by those behind it.
pub(super) fn of_clock(reading: &Reading<'_>, mention: &Mention) -> Option<Aside> {
    let mut told = mention.clone();
    let Value::Time(time) = mention.value else { return None };
    hedge_clock(reading, &mut told, &time);
    told.aside
}

/// Where a word begins without the conjunction or preposition that is written with it.
fn start(word: &Word) -> usize {
    if word.clitics.conjunction.is_some() || word.clitics.preposition.is_some() {
        word.stem_span.start
    } else {
        word.span.start
    }
}

/// What a word right before a moment says of it.
fn said(word: &Word) -> Option<Aside> {
    if word.kind != TokenKind::Word {
        return None;
    }
    match hedge::of(word) {
        Some(Hedge::About) => return Some(Aside::About),
        Some(Hedge::Nearly) => return Some(Aside::Nearly),
        Some(Hedge::AtLeast | Hedge::AtMost | Hedge::Exactly | Hedge::Over | Hedge::Under) | None => {}
    }
    let says = |function: Function, aside: Aside| word.is_function(function).then_some(aside);
    says(Function::Before, Aside::Before).or_else(|| says(Function::After, Aside::After))
}

/// Which part of a period its own words tell, where its value is the whole of it.
fn part_of(reading: &Reading<'_>, mention: &Mention, time: &Time) -> Option<Aside> {
    let is_whole = |point: Point| {
        point.clock.is_none()
            && !matches!(
                point.part,
                Part::Day(_)
                    | Part::AnyDay
                    | Part::Weekday(_)
                    | Part::Sighted(_)
                    | Part::DayOfYear(..)
                    | Part::DayOfMonth(_)
            )
    };
    let first = time.first.filter(|first| is_whole(*first))?;
    let words = reading.words.get(mention.words.clone())?;
    let is_one = time.last == Some(first);
    let parts = [
        (Function::Beginning, Aside::Beginning),
        (Function::Middle, Aside::Middle),
        (Function::End, Aside::End),
    ];
    let lead = words.iter().take(LEAD);
    // "The first quarter" is a whole one, and half a year ago is no middle.
    let is_ranked = matches!(first.part, Part::Quarter(..) | Part::Week(..));
    let is_rank = |word: &Word| {
        is_ranked && word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Ordinal(_)))
    };
    let is_share =
        |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Fraction(_)));
    let is_away = words.first().is_some_and(|word| AWAY.iter().any(|away| word.is_function(*away)));
    let tells = |word: &&Word| !(is_rank(word) || is_away && is_share(word));
    let told =
        |word: &Word| parts.into_iter().find(|(part, _)| word.is_function(*part)).map(|(_, aside)| aside);
    lead.filter(|_| is_one).filter(tells).find_map(told)
}

/// Words that lead to how far away a time is.
const AWAY: [Function; 4] = [Function::Before, Function::Since, Function::After, Function::Within];

/// Words with which a time that tells a part of a period begins: `في مطلع`.
const LEAD: usize = 2;
