//! Orders of two events: "two days after the summit", "a week before the election". Both events must be
//! named in one sentence, and nothing may stand between them that could be meant instead.

use crate::extract::bind::evidence;
use crate::extract::event::{EventMention, Events};
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::fact::slot::Slot;
use crate::fact::{ArticleIdx, Binding, EventIdx, Fact, Modality, SlotValue};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Tells;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::duration::Period;
use crate::value::keys::NameKeys;
use crate::value::number::Number;
use crate::value::time::{Part, Point, Time};
use crate::value::words::Name;
use std::collections::BTreeMap;
use std::ops::Range;

/// Furthest that an event stands behind the word that orders it, in words.
const NEAR: usize = 3;

/// The orders that a text tells.
#[must_use]
pub fn orders(reading: &Reading<'_>, events: &Events, article: ArticleIdx) -> Vec<Fact> {
    let mut kinds = reading.lexicon.kinds().iter();
    let Some(kind) = kinds.find(|kind| kind.tells == Some(Tells::Order)) else { return Vec::new() };
    let reader = Reader { reading, events, article, kind };
    let words = reading.words.iter().enumerate();
    let ordering = words.filter(|(_, word)| side(word).is_some()).map(|(idx, _)| idx);
    ordering.filter_map(|at| reader.order(at)).collect()
}

/// Whether what comes behind the word was earlier or later; none where it does not order.
fn side(word: &crate::extract::word::Word) -> Option<Side> {
    match (word.is_function(Function::Before), word.is_function(Function::After)) {
        (true, false) => Some(Side::Before),
        (false, true) => Some(Side::After),
        (true, true) | (false, false) => None,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

/// What reading orders needs to know.
struct Reader<'r, 'a> {
    reading: &'r Reading<'a>,
    events: &'r Events,
    article: ArticleIdx,
    kind: &'r Kind,
}

impl Reader<'_, '_> {
    /// The order that the word at `at` tells.
    fn order(&self, at: usize) -> Option<Fact> {
        let side = side(self.reading.words.get(at)?)?;
        let (length, behind) = self.length(at);
        let mut words = at..behind;
        words.start = length.map_or(at, |length| length.words.start.min(at));
        let earlier = self.mention_in(behind..behind + NEAR)?;
        let dated = self.dated(&words, earlier)?;
        if dated.event == earlier.event || self.crosses(&words, &(at..earlier.word)) {
            return None;
        }
        words.end = earlier.word + 1;
        let value = value(side, length)?;
        Some(self.fact(&words, dated.event, earlier.event, value))
    }

    /// The length of time that stands with the word, before it or behind it, and where the rest begins.
    fn length(&self, at: usize) -> (Option<&Mention>, usize) {
        let is_length = |mention: &&Mention| mention.dimension == Dimension::Duration;
        let before = self.reading.mentions_in(at.saturating_sub(6)..at).iter();
        if let Some(before) = before.filter(is_length).find(|mention| mention.words.end == at) {
            return (Some(before), at + 1);
        }
        let behind = self.reading.mentions_in(at + 1..at + 2).first().filter(is_length);
        match behind {
            Some(behind) if self.is_from(behind.words.end) => (Some(behind), behind.words.end + 1),
            // "After two days" orders nothing.
            Some(behind) => (None, behind.words.end + NEAR),
            None => (None, at + 1),
        }
    }

    fn is_from(&self, at: usize) -> bool {
        self.reading.words.get(at).is_some_and(|word| word.is_function(Function::From))
    }

    /// The first mention of an event among some words.
    fn mention_in(&self, words: Range<usize>) -> Option<&EventMention> {
        let first = self.events.mentions.partition_point(|mention| mention.word < words.start);
        self.events.mentions.get(first).filter(|mention| mention.word < words.end)
    }

    /// The event that is placed: the nearest one before in the clause; where the order opens the sentence,
    /// the next one behind.
    fn dated(&self, words: &Range<usize>, earlier: &EventMention) -> Option<&EventMention> {
        let sentence = self.reading.sentences.get(self.reading.sentence_of(words.start))?;
        if self.reading.sentence_of(earlier.word) != self.reading.sentence_of(words.start) {
            return None;
        }
        let here = |mention: &&EventMention| sentence.words.contains(&mention.word);
        if words.start <= sentence.words.start + 1 {
            let mut behind = self.events.mentions.iter().filter(here);
            return behind.find(|mention| mention.word > earlier.word);
        }
        let clause = sentence.clause_words(sentence.clause(words.start));
        let mut before = self.events.mentions.iter().filter(here).rev();
        before.find(|mention| mention.word < words.start && clause.contains(&mention.word))
    }

    /// Whether the two stand in different senses: one is done, the other planned.
    fn crosses(&self, words: &Range<usize>, rest: &Range<usize>) -> bool {
        let actual = |word: usize| self.reading.modality(word) == Modality::Actual;
        !actual(words.start) || !actual(rest.end)
    }

    fn fact(&self, words: &Range<usize>, event: EventIdx, after: EventIdx, value: Time) -> Fact {
        let attribution = self.reading.attribution(words.start);
        let name = |idx: EventIdx| {
            let event = self.events.events.get(idx.0)?;
            let key = event.event_type.clone();
            let value = Value::Name(Name { name: key.clone(), keys: NameKeys::from([key]) });
            Some(SlotValue { values: vec![value], binding: Binding::Bound })
        };
        let slots = [(Slot::What, name(event)), (Slot::Whom, name(after))];
        let slots: BTreeMap<_, _> =
            slots.into_iter().filter_map(|(slot, filling)| Some((slot, filling?))).collect();
        Fact {
            slots,
            event: Some(event),
            after: Some(after),
            holder: attribution.map(|attribution| attribution.holder.clone()).unwrap_or_default(),
            evidence: vec![evidence(self.reading, words)],
            ..Fact::new(self.article, self.kind.id.clone(), Value::Time(value))
        }
    }
}

/// The distance of the one event from the other; open to one side where no length is told.
fn value(side: Side, length: Option<&Mention>) -> Option<Time> {
    let point = |period| Some(Point::from(Part::Distance(period)));
    let open = |period| match side {
        Side::After => Time { first: point(period), last: None },
        Side::Before => Time { first: None, last: point(period) },
    };
    let Some(length) = length else { return Some(open(Period::ZERO)) };
    let Value::Duration(duration) = &length.value else { return None };
    let signed = |period: Period| match side {
        Side::After => Some(period),
        Side::Before => period.times(Number::whole(-1)),
    };
    match &duration.form {
        Form::Exactly(period) => Some(Part::Distance(signed(*period)?).into()),
        Form::Over(period) | Form::AtLeast(period) => Some(open(signed(*period)?)),
        Form::Range(..) | Form::Choice(_) => None,
        Form::About(_) | Form::Nearly(_) | Form::Under(_) | Form::AtMost(_) => Some(open(Period::ZERO)),
    }
}
