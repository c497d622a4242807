//! Tolls of other events, which a text tells beside its own: the worst crash since 2009, *when 228 people died*; a year
//! after a crash *that killed nine*; *in 2014* a wall fell, killing nine.

use crate::extract::bind::scope;
use crate::extract::kind;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::fact::slot::Slot;
use crate::fact::{Binding, SlotValue};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;
use crate::value::compare::days_apart;
use crate::value::duration::{DAY, Period};
use crate::value::number::Number;
use crate::value::time::Time;
use std::collections::BTreeMap;

/// Days before the article from which on something is no news.
const OLD: i64 = 300;

/// Days between two events that are not one.
const APART: i64 = 60;

/// Furthest that an old date stands from where a sentence or a clause begins, in words.
const OPENING: usize = 2;

/// Furthest before a toll that another event is told as long ago, in words.
const REACH: usize = 12;

/// Fills what tells that a value is of another time; whether it may be of the time that is told at all.
pub(super) fn settle(
    reading: &Reading<'_>,
    kind: &Kind,
    mention: &Mention,
    published: Option<&Time>,
    slots: &mut BTreeMap<Slot, SlotValue>,
) -> bool {
    let is_toll = kind::tells_what_befell(kind);
    if is_toll && is_of_earlier(reading, mention) {
        return false;
    }
    if let Some(date) = date(reading, mention, published).filter(|_| is_toll) {
        slots.insert(Slot::When, SlotValue { values: vec![date], binding: Binding::Bound });
    }
    if let Some(earlier) = scope::earlier(reading, kind, mention, published) {
        slots.insert(Slot::Part, earlier);
    }
    true
}

/// The old date at which the event was whose toll a number is: one with which its sentence opens, or to which "when" goes
/// back.
fn date(reading: &Reading<'_>, mention: &Mention, published: Option<&Time>) -> Option<Value> {
    let published = published?;
    let sentence = reading.sentences.get(reading.sentence_of(mention.words.start))?;
    let start = mention.words.start;
    let before = reading.mentions_in(sentence.words.start..start);
    let dates = || before.iter().filter(|other| is_date(other));
    let old = dates().rfind(|date| is_old(date, published))?;
    let is_last = dates().next_back().is_some_and(|last| last.words == old.words);
    let opens = || {
        let lead = sentence.words.start..old.words.start;
        let since = lead.clone().any(|at| is(reading, at, Function::Since));
        lead.len() <= OPENING && !since && !is(reading, old.words.start, Function::Since)
    };
    (is_last && (is_behind_when(reading, sentence, old, start) || opens())).then(|| old.value.clone())
}

/// Whether "when" opens what is told of a date: since 2009, *when* 228 people died.
fn is_behind_when(reading: &Reading<'_>, sentence: &Sentence, date: &Mention, start: usize) -> bool {
    let end = date.words.end;
    let comma = reading.words.get(end).is_some_and(|word| word.is_sign(","));
    let when = if comma { end + 1 } else { end };
    when < start && sentence.words.contains(&when) && is(reading, when, Function::When)
}

/// Whether a toll is of an event long before the one that is told: a year *after a crash that* killed nine.
fn is_of_earlier(reading: &Reading<'_>, mention: &Mention) -> bool {
    let Some(sentence) = reading.sentences.get(reading.sentence_of(mention.words.start)) else {
        return false;
    };
    let start = mention.words.start;
    let near = start.saturating_sub(REACH).max(sentence.words.start)..start;
    let is_long = |other: &Mention| {
        let Value::Duration(duration) = &other.value else { return false };
        let days = |period: &Period| period.bounds().and_then(|(low, _)| low.over(Number::whole(DAY)));
        duration
            .form
            .stated()
            .iter()
            .all(|period| days(period).is_some_and(|days| days >= Number::whole(APART)))
    };
    let leads = |other: &&Mention| is_long(other) && is(reading, other.words.end, Function::After);
    let Some(after) = reading.mentions_in(near).iter().rfind(leads) else { return false };
    let is_relative = |at: usize| is(reading, at, Function::Which) || is(reading, at, Function::That);
    (after.words.end + 1..start).any(is_relative)
}

fn is_date(mention: &Mention) -> bool {
    matches!(mention.dimension, Dimension::Date | Dimension::Datetime)
}

/// Whether a date lies so far back that it is none of the news.
pub(super) fn is_old(mention: &Mention, published: &Time) -> bool {
    let Value::Time(time) = &mention.value else { return false };
    let is_before = time.days().zip(published.days()).is_some_and(|(old, today)| old.1 < today.0);
    is_before && days_apart(time, published).is_some_and(|days| days > OLD)
}

fn is(reading: &Reading<'_>, at: usize, function: Function) -> bool {
    reading.words.get(at).is_some_and(|word| word.is_function(function))
}
