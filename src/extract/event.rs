//! Events of one article: its mentions of events, those of one event joined.

use crate::extract::reading::Reading;
use crate::extract::role;
use crate::fact::slot::Slot;
use crate::fact::unify;
use crate::fact::{Binding, Event, EventIdx, Modality, SlotValue};
use crate::lexicon::schema::kind::EventType;
use crate::value::Value;
use std::collections::BTreeMap;

/// Sentences, with the heading, that tell what a story is about.
const LEAD: usize = 3;

/// A word that mentions an event.
#[derive(Clone, Debug)]
pub struct EventMention {
    /// The word.
    pub word: usize,
    /// Its sentence.
    pub sentence: usize,
    /// The event, once the mentions of one event are joined.
    pub event: EventIdx,
}

/// The events of an article.
#[derive(Clone, Debug, Default)]
pub struct Events {
    /// The events.
    pub events: Vec<Event>,
    /// Every mention, in order.
    pub mentions: Vec<EventMention>,
}

impl Events {
    /// The event of this type that a fact at `word` hangs on: one mentioned in its sentence, nearest first;
    /// one that a mention of an included type stands for; the main one; the only one.
    #[must_use]
    pub fn host(
        &self,
        event_type: &EventType,
        word: usize,
        sentence: usize,
        known: &BTreeMap<Slot, SlotValue>,
    ) -> Option<EventIdx> {
        let of_type =
            |idx: &EventIdx| self.events.get(idx.0).is_some_and(|event| event.event_type == event_type.id);
        let fits = |idx: &EventIdx| {
            self.events.get(idx.0).is_some_and(|event| unify::conflict(&event.slots, known).is_none())
        };
        let here =
            self.mentions.iter().filter(|mention| mention.sentence == sentence && of_type(&mention.event));
        let nearest =
            here.filter(|mention| fits(&mention.event)).min_by_key(|mention| mention.word.abs_diff(word));
        let all = || (0..self.events.len()).map(EventIdx).filter(of_type).filter(fits);
        let main = || all().find(|idx| self.events.get(idx.0).is_some_and(|event| event.is_main));
        let only = || all().next().filter(|_| all().nth(1).is_none());
        nearest.map(|mention| mention.event).or_else(main).or_else(only)
    }

    /// Adds an event that the words imply without mentioning it.
    pub fn add(&mut self, event: Event) -> EventIdx {
        self.events.push(event);
        EventIdx(self.events.len() - 1)
    }
}

/// Reads the events of a text.
#[must_use]
pub fn recognise(reading: &Reading<'_>) -> Events {
    let mut all = Events::default();
    for (number, sentence) in reading.sentences.iter().enumerate() {
        for word in sentence.words.clone() {
            let Some(event_type) = event_type(reading, word) else { continue };
            let event = event(reading, word, number, event_type);
            let event = join(&mut all.events, event);
            all.mentions.push(EventMention { word, sentence: number, event });
        }
    }
    mark_main(&mut all);
    all
}

fn event_type<'r>(reading: &'r Reading<'_>, word: usize) -> Option<&'r EventType> {
    let (concept, _) = reading.words.get(word)?.concept()?;
    reading
        .lexicon
        .events()
        .iter()
        .find(|event_type| event_type.triggers.iter().any(|trigger| trigger == concept))
}

fn event(reading: &Reading<'_>, word: usize, sentence: usize, event_type: &EventType) -> Event {
    let slots = role::fill(reading, word, &event_type.slots);
    let future = reading.modality(word);
    Event {
        event_type: event_type.id.clone(),
        slots,
        modality: future,
        is_main: sentence < LEAD,
        span: reading.span(&(word..word + 1)),
    }
}

/// Joins a mention with the latest event that it can be, else makes a new one.
fn join(events: &mut Vec<Event>, event: Event) -> EventIdx {
    let can_be = |known: &Event| {
        let same =
            known.event_type == event.event_type && unify::conflict(&known.slots, &event.slots).is_none();
        same && (is_bare(&event) || is_bare(known) || shares_party(known, &event))
    };
    if let Some(idx) = events.iter().rposition(can_be) {
        unify::merge(&mut events[idx].slots, &event.slots);
        return EventIdx(idx);
    }
    events.push(event);
    EventIdx(events.len() - 1)
}

/// Whether nothing but the time is known of it.
fn is_bare(event: &Event) -> bool {
    event.slots.keys().all(|slot| *slot == Slot::When)
}

/// Whether a party or place of the two agrees.
#[must_use]
pub fn shares_party(left: &Event, right: &Event) -> bool {
    unify::agreeing(&left.slots, &right.slots).iter().any(|slot| *slot != Slot::When)
}

/// Keeps one main event of each type: the first one of heading and lead.
fn mark_main(all: &mut Events) {
    let mut seen: Vec<String> = Vec::new();
    for event in &mut all.events {
        event.is_main = event.is_main && !seen.contains(&event.event_type);
        if event.is_main {
            seen.push(event.event_type.clone());
        }
    }
}

/// The slots that a fact takes over from its event, marked as inherited.
#[must_use]
pub fn inherited(event: &Event) -> BTreeMap<Slot, SlotValue> {
    let inherit =
        |filling: &SlotValue| SlotValue { values: filling.values.clone(), binding: Binding::Inherited };
    event.slots.iter().map(|(slot, filling)| (*slot, inherit(filling))).collect()
}

/// The event before `event` that "first since" dates: the same parties, at that time.
#[must_use]
pub fn preceding(event: &Event, when: &Value) -> Event {
    let mut slots = event.slots.clone();
    slots.insert(Slot::When, SlotValue { values: vec![when.clone()], binding: Binding::Bound });
    Event { slots, modality: Modality::Actual, is_main: false, ..event.clone() }
}
