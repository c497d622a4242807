//! Dates and times of day in a text, resolved by its date of publication where they are relative; sets
//! ("every Monday") and lengths of time without a number ("all week").
//!
//! Other lengths of time are quantities. Dates of the Hijri calendar are days that the sight of the moon
//! decides, known within a day; those of other calendars are not read.

/// Times told from another date.
pub mod anchored;
/// Clocks that stand by themselves.
pub mod announced;
/// Times of day.
pub mod clock;
/// Parts put together.
pub mod compose;
/// Small numbers in dates.
pub mod count;
/// Days and months.
pub mod date;
/// Hours and minutes.
pub mod face;
/// Dates in figures.
pub mod figures;
/// Days of the Hijri calendar.
pub mod hijri;
/// Days with a name.
pub mod holiday;
/// Lengths told by the way.
pub mod inner;
/// What looks like a time and names or scores something.
mod label;
/// Clocks with how long it goes on.
pub mod lasting;
/// Lengths without a number.
pub mod length;
/// Hours with their letter.
pub mod lettered;
/// Hours that something is moved to.
pub mod moved;
/// Ranks inside of a longer time.
pub mod nth;
/// Words that a time begins with.
pub mod opening;
/// Parts of a day.
pub mod part;
/// Ranges.
pub mod range;
/// Days told from another.
pub mod relative;
/// Relative times made absolute.
pub mod resolve;
/// What the words say.
pub mod said;
/// How often.
pub mod set;
/// The hours behind midnight.
pub mod small;
/// Stretches of time.
pub mod stretch;
/// Past or future.
pub mod tense;
mod timed;
/// Parts of a day told before.
pub mod told_before;
/// Times without a date.
pub mod vague;
/// The words around.
pub mod view;
/// Weekdays counted from now.
pub mod weekdays;
/// Ranks made absolute.
pub mod within;
/// Years and longer.
pub mod year;
/// Zones.
pub mod zone;

use crate::extract::mention::{Dimension, Mention};
use crate::extract::time::resolve::Now;
use crate::extract::time::said::Reading;
use crate::extract::time::tense::Tense;
use crate::extract::time::view::View;
use crate::extract::time::view::memo::Memo;
use crate::extract::word::Word;
use crate::lexicon::Lexicon;
use crate::lexicon::class::Class;
use crate::lexicon::language::Language;
use crate::lexicon::schema::function::Function;
use crate::text::Text;
use crate::text::span::{Original, Span};
use crate::value::Value;
use crate::value::time::{Part, Time};
use std::ops::Range;

/// Finds the dates and times of day among `words`, in order and without overlap. `reference` is when the
/// text was published; without it what is relative stays so.
#[must_use]
pub fn recognise(
    words: &[Word],
    text: &Text,
    language: &Language,
    lexicon: &Lexicon,
    reference: Option<&Time>,
) -> Vec<Mention> {
    let now = reference.and_then(Now::of);
    let today = now.filter(|now| !now.is_supposed).map(|now| now.day);
    let mut mentions = Vec::new();
    let memo = Memo::default();
    let mut quarter = None;
    let mut start = 0;
    for paragraph in words.chunk_by(|_, next| next.breaks < 2) {
        memo.forget();
        let view = View { quarter, memo: Some(&memo), ..View::new(paragraph, language, lexicon, today) };
        let readings = readings(&view, now, &mut quarter);
        let told = readings.into_iter().filter(|found| !is_of_life(&view, found.words.end));
        mentions.extend(told.map(|found| mention(&view, text, found, start)));
        start += paragraph.len();
    }
    mentions
}

/// Whether "of her life" follows: the ninth is a year then and no hour.
fn is_of_life(view: &View<'_>, idx: usize) -> bool {
    let is = |idx: usize, function| view.get(idx).is_some_and(|word| word.is_function(function));
    is(idx, Function::Aged) || (is(idx, Function::From) && is(idx + 1, Function::Aged))
}

/// Everything that can be read in a paragraph, from left to right.
fn readings(view: &View<'_>, now: Option<Now>, quarter: &mut Option<Part>) -> Vec<Found> {
    let mut readings = Vec::new();
    let (mut idx, mut told, mut free) = (0, 0, 0);
    let mut view = *view;
    while idx < view.words.len() {
        while told < idx || view.words.get(told).is_some_and(|word| !opening::tells(word)) {
            told += 1;
            free = if view.words.get(told - 1).is_some_and(opening::parts) { told } else { free };
        }
        idx = idx.max(told.saturating_sub(NEAR)).max(free.min(told));
        if adds_half(&view, idx) {
            idx += 1 + usize::from(is_whole(&view, idx + 1));
            continue;
        }
        if !opening::may_open(view.words, idx) {
            idx += 1;
            continue;
        }
        if let Some(end) = label::end(&view, idx) {
            idx = end;
            continue;
        }
        let set = timed::read(&view, idx).map(Found::from).or_else(|| set::read(&view, idx).map(Found::from));
        let time = if set.is_none() { read(&view, idx, now) } else { None };
        if let Some((reading, seen)) = &time {
            view = remember(view, reading, *seen);
            *quarter = view.quarter;
        }
        let found = set.or(time.map(Found::from)).or_else(|| length::read(&view, idx).map(Found::from));
        idx = found.as_ref().map_or(idx + 1, |found| found.words.end);
        readings.extend(found);
    }
    readings
}

/// Whether the half at `idx` adds to the unit before it, and is no middle of it: `شهرا ونصف الشهر`.
fn adds_half(view: &View<'_>, idx: usize) -> bool {
    let before = idx.checked_sub(1).filter(|_| view.is(idx, Function::Middle) && view.has_conjunction(idx));
    let is_unit = |word: &Word| !word.clitics.article && word.summary.is(Class::Unit);
    before.and_then(|before| view.get(before)).is_some_and(is_unit)
}

/// Whether the unit at `idx` is the one that a half before it is of: `يوما ونصف اليوم` is not today.
fn is_whole(view: &View<'_>, idx: usize) -> bool {
    let is_unit = |word: &Word| word.clitics.article && view.scale(idx).is_some();
    view.get(idx).is_some_and(|word| word.breaks == 0 && (is_unit(word) || is_today(view, idx)))
}

/// Whether the word is the day with its article, which is today in some languages.
fn is_today(view: &View<'_>, idx: usize) -> bool {
    view.language.grammar.adjective_after_noun && relative::is_day_or_today(view, idx)
}

/// Furthest that the first word which tells a time stands behind the beginning of its expression, in words.
const NEAR: usize = 5;

/// The view behind a reading, to which later words may point back; what was told from another date by itself
/// is nothing to point back to.
fn remember<'a>(view: View<'a>, reading: &Reading, seen: Seen) -> View<'a> {
    let start = reading.words.start;
    let part = seen.value.first.map(|point| point.part).filter(|part| part.days().is_some());
    let own = part.filter(|_| anchored::read(&view, start).is_none());
    let is_quarter = matches!(own, Some(Part::Quarter(..)));
    view.memo.iter().for_each(|memo| memo.forget());
    View {
        anchor: own.or(view.anchor),
        quarter: if is_quarter { own } else { view.quarter },
        last: Some((reading.words.end, reading.point.when)),
        ..view
    }
}

/// What was found, with its place in the paragraph.
struct Found {
    words: Range<usize>,
    dimension: Dimension,
    value: Value,
    relative: Option<String>,
}

impl From<(Reading, Seen)> for Found {
    fn from((reading, seen): (Reading, Seen)) -> Self {
        Self {
            words: reading.words,
            dimension: dimension(&seen.value),
            value: Value::Time(seen.value),
            relative: seen.relative.map(|time| time.to_string()),
        }
    }
}

impl From<length::Length> for Found {
    fn from(length: length::Length) -> Self {
        let value = Value::Duration(length.duration);
        Self { words: length.words, dimension: Dimension::Duration, value, relative: None }
    }
}

impl From<set::Set> for Found {
    fn from(set: set::Set) -> Self {
        Self { words: set.words, dimension: Dimension::Set, value: set.value, relative: None }
    }
}

/// What was read, resolved where it can be, and what it says by itself.
#[derive(Clone, Copy)]
struct Seen {
    value: Time,
    relative: Option<Time>,
}

fn read(view: &View<'_>, idx: usize, now: Option<Now>) -> Option<(Reading, Seen)> {
    let stretch = || range::read(view, idx).and_then(|reading| Some((seen(view, &reading, now)?, reading)));
    let point = || {
        let point = compose::point(view, idx)?;
        let reading = Reading { words: point.words.clone(), point, from: None };
        Some((seen(view, &reading, now)?, reading))
    };
    stretch().or_else(point).map(|(seen, reading)| (reading, seen))
}

fn seen(view: &View<'_>, reading: &Reading, now: Option<Now>) -> Option<Seen> {
    let unresolved = stretch::unresolved(reading);
    let resolved = now.and_then(|now| {
        let tense = tense::around(view, reading.words.clone());
        match announced::read(view, reading, tense) {
            Some(announced) => stretch::resolved(&announced, now, Tense::Future),
            None => stretch::resolved(reading, now, tense),
        }
    });
    let value = match (resolved, now) {
        (Some(value), _) => value,
        (None, Some(now)) if reading.from.is_some() && !now.is_supposed => return None,
        (None, _) => unresolved?,
    };
    let relative = unresolved.filter(|unresolved| *unresolved != value && unresolved.is_relative());
    Some(Seen { value, relative })
}

fn mention(view: &View<'_>, text: &Text, found: Found, offset: usize) -> Mention {
    Mention {
        words: offset + found.words.start..offset + found.words.end,
        relative: found.relative,
        ..Mention::new(found.dimension, span_of(view, text, &found.words), found.value)
    }
}

/// The place of some words without what is stuck to their front.
fn span_of(view: &View<'_>, text: &Text, words: &Range<usize>) -> Span<Original> {
    let (first, last) = (&view.words[words.start], &view.words[words.end - 1]);
    Span::new(after_clitics(first, text), last.span.end)
}

fn dimension(time: &Time) -> Dimension {
    let points = || [time.first, time.last].into_iter().flatten();
    if points().all(|point| point.part == Part::AnyDay) {
        Dimension::Time
    } else if points().any(|point| point.clock.is_some()) {
        Dimension::Datetime
    } else {
        Dimension::Date
    }
}

/// Where a word begins without the conjunction and preposition stuck to it, but with its article.
fn after_clitics(word: &Word, text: &Text) -> usize {
    let clitics =
        usize::from(word.clitics.conjunction.is_some()) + usize::from(word.clitics.preposition.is_some());
    if clitics == 0 {
        return word.span.start;
    }
    if !word.clitics.article {
        return word.stem_span.start;
    }
    let prefix = text.slice(Span::<Original>::new(word.span.start, word.stem_span.start));
    let skipped: usize = prefix.chars().take(clitics).map(char::len_utf8).sum();
    word.span.start + skipped
}
