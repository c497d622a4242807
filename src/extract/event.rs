//! Events of one article: its mentions of events, those of one event joined.

use crate::extract::entity::{Entity, EntityKind};
use crate::extract::reading::Reading;
use crate::extract::role;
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::unify::{self, Agreement};
use crate::fact::{Binding, Event, EventIdx, Modality, SlotValue};
use crate::lexicon::class::Class;
use crate::lexicon::schema::event::EventType;
use crate::value::Value;
use crate::value::compare::days_apart;
use crate::value::duration::{DAY, Period};
use crate::value::keys::NameKeys;
use crate::value::number::Number;
use crate::value::place::Place;
use crate::value::time::Time;
use crate::value::words::Name;
use std::collections::BTreeMap;

/// Sentences, with the heading, that tell what a story is about.
pub const LEAD: usize = 3;

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
        let first = self.mentions.partition_point(|mention| mention.sentence < sentence);
        let last = self.mentions.partition_point(|mention| mention.sentence <= sentence);
        let here = self.mentions.get(first..last).unwrap_or_default().iter();
        let here = here.filter(|mention| of_type(&mention.event));
        let nearest =
            here.filter(|mention| fits(&mention.event)).min_by_key(|mention| mention.word.abs_diff(word));
        let all = || (0..self.events.len()).map(EventIdx).filter(of_type).filter(fits);
        let main = || all().find(|idx| self.events.get(idx.0).is_some_and(|event| event.is_main));
        let only = || all().next().filter(|_| all().nth(1).is_none());
        nearest.map(|mention| mention.event).or_else(main).or_else(only)
    }

    /// Adds an event that the words imply without mentioning it; one that was implied before stays one.
    pub fn add(&mut self, event: Event) -> EventIdx {
        if let Some(known) = self.events.iter().position(|known| *known == event) {
            return EventIdx(known);
        }
        self.events.push(event);
        EventIdx(self.events.len() - 1)
    }
}

/// Reads the events of a text.
#[must_use]
pub fn recognise(reading: &Reading<'_>, published: Option<&Time>) -> Events {
    let mut all = Events::default();
    for (number, sentence) in reading.sentences.iter().enumerate() {
        for word in sentence.words.clone() {
            let Some(event_type) = event_type(reading, word) else { continue };
            let event = event(reading, word, number, event_type);
            let event = join(&mut all.events, event, event_type, published);
            all.mentions.push(EventMention { word, sentence: number, event });
        }
    }
    for (word, event_type) in implied(reading, &all) {
        let sentence = reading.sentence_of(word);
        let event = all.add(event(reading, word, sentence, event_type));
        all.mentions.push(EventMention { word, sentence, event });
    }
    all.mentions.sort_by_key(|mention| mention.word);
    mark_main(&mut all, published);
    all
}

/// For each type of event that no word tells the first word that tells what came of it: 34 people *died*.
fn implied<'r>(reading: &'r Reading<'_>, told: &Events) -> Vec<(usize, &'r EventType)> {
    let is_told = |known: &EventType| told.events.iter().any(|event| event.event_type == known.id);
    let types = reading.lexicon.events().iter().filter(|known| !known.implied.is_empty() && !is_told(known));
    let first = |known: &EventType| {
        let tells = |word: &Word| word.has_any(&known.implied);
        reading.words.iter().position(tells)
    };
    types.filter_map(|known| Some((first(known)?, known))).collect()
}

fn event_type<'r>(reading: &'r Reading<'_>, word: usize) -> Option<&'r EventType> {
    let (concept, _) = reading.words.get(word).filter(|word| word.summary.is(Class::Concept))?.concept()?;
    reading.lexicon.mentioned_event(concept).filter(|_| !is_amount(reading, word))
}

/// Whether a word that may tell of an arrival tells what an amount is: growth would *reach* 4 %.
#[must_use]
pub fn is_amount(reading: &Reading<'_>, word: usize) -> bool {
    let amounts = reading.words.get(word).is_some_and(comes_to);
    let next = reading.mentions_in(word + 1..word + NEXT);
    amounts && next.iter().any(|mention| matches!(mention.value, Value::Amount(_)))
}

/// Whether a word no more than tells what a body is for: the *disaster* agency, هيئة *الكوارث*.
#[must_use]
pub fn is_of_body(reading: &Reading<'_>, at: usize) -> bool {
    let mut near = reading.entities_in(at.saturating_sub(BODY)..at + 1);
    let next = || reading.entities_in(at + 1..at + 2);
    let is_body = |entity: &Entity| entity.kind == EntityKind::Body;
    let is_modifier = || {
        let is_noun = reading.words.get(at).is_some_and(Word::is_noun);
        is_noun && !reading.language.grammar.adjective_after_noun && next().any(is_body)
    };
    near.any(|entity| is_body(entity) && entity.words.contains(&at)) || is_modifier()
}

/// Furthest that the name of a body begins before the word, in words.
const BODY: usize = 3;

/// Whether a word says what an amount is or comes to.
#[must_use]
pub fn comes_to(word: &Word) -> bool {
    word.has_concept(AMOUNT)
}

/// The concept of what an amount is or comes to.
const AMOUNT: &str = "reach-amount";

/// Furthest that the amount stands behind its verb, in words.
const NEXT: usize = 8;

fn event(reading: &Reading<'_>, word: usize, sentence: usize, event_type: &EventType) -> Event {
    let mut slots = role::fill_event(reading, word, event_type);
    slots.extend(sort(reading, word, event_type).map(|sort| (Slot::What, sort)));
    let future = reading.modality(word);
    Event {
        event_type: event_type.id.clone(),
        slots,
        modality: future,
        is_main: sentence < LEAD,
        span: reading.span(&(word..word + 1)),
    }
}

/// The sort of event that the word names, where the type has several.
fn sort(reading: &Reading<'_>, word: usize, event_type: &EventType) -> Option<SlotValue> {
    let word = reading.words.get(word)?;
    let (sort, _) = event_type.sorts.iter().find(|(_, triggers)| word.has_any(triggers))?;
    let name = Name { name: sort.clone(), keys: NameKeys::from([sort.clone()]) };
    Some(SlotValue { values: vec![Value::Name(name)], binding: Binding::Bound })
}

/// Joins a mention with the latest event that it can be, else makes a new one.
fn join(events: &mut Vec<Event>, event: Event, event_type: &EventType, published: Option<&Time>) -> EventIdx {
    let can_be = |known: &Event| {
        if is_impersonal(event_type) {
            let same = known.event_type == event.event_type;
            return same && !are_apart(known, &event, event_type) && !is_memory(known, &event, published);
        }
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

/// Whether one of the two was long before the article, and of the other no time is told: what an article
/// recalls is not its news.
fn is_memory(known: &Event, event: &Event, published: Option<&Time>) -> bool {
    let when = |event: &Event| match event.slots.get(&Slot::When).and_then(|when| when.values.first()) {
        Some(Value::Time(time)) => Some(*time),
        _ => None,
    };
    let (Some(published), Some(told)) = (published, when(known).xor(when(event))) else { return false };
    days_apart(&told, published).is_some_and(|days| days > NEWS)
}

/// Days for which an event is news.
const NEWS: i64 = 60;

/// Whether events of the type happen to a place, without parties that tell one from the other.
#[must_use]
pub fn is_impersonal(event_type: &EventType) -> bool {
    event_type.slots.keys().all(|slot| matches!(slot, Slot::Where | Slot::When))
}

/// Whether two events of a type must be two: their days lie too far apart, or their places are known and
/// exclude each other. What one text calls by its village another calls by its province.
#[must_use]
pub fn are_apart(left: &Event, right: &Event, event_type: &EventType) -> bool {
    let of = |slot| (left.slots.get(&slot), right.slots.get(&slot));
    let (when, other) = of(Slot::When);
    let in_time = unify::fillings(when, other) != Agreement::Conflict || is_near(when, other, event_type);
    let (sort, other) = of(Slot::What);
    let is_other_sort = unify::fillings(sort, other) == Agreement::Conflict;
    let (place, other) = of(Slot::Where);
    !in_time
        || is_other_sort
        || (unify::fillings(place, other) == Agreement::Conflict
            && lies_somewhere(place)
            && lies_somewhere(other)
            && !share_container(place, other))
}

/// Days by which two tellings of one event may differ in its date.
#[must_use]
pub fn tolerance(event_type: &EventType) -> i64 {
    let seconds = event_type.apart.as_deref().and_then(|text| text.parse::<Period>().ok());
    seconds.and_then(|period| period.seconds.over(Number::whole(DAY))).and_then(Number::floor).unwrap_or(0)
}

/// Whether two times lie so near that two tellings of one event of the type may differ by so much.
#[must_use]
pub fn is_near(left: Option<&SlotValue>, right: Option<&SlotValue>, event_type: &EventType) -> bool {
    let time = |filling: Option<&SlotValue>| match filling.and_then(|filling| filling.values.first()) {
        Some(Value::Time(time)) => Some(*time),
        _ => None,
    };
    let apart = time(left).zip(time(right)).and_then(|(left, right)| days_apart(&left, &right));
    apart.is_some_and(|apart| apart < tolerance(event_type))
}

/// Whether two places lie in one wider place, so that they can be two tellings of where one event was.
#[must_use]
pub fn share_container(left: Option<&SlotValue>, right: Option<&SlotValue>) -> bool {
    let within = |filling| place(filling).map(|place| &place.within);
    within(left).zip(within(right)).is_some_and(|(left, right)| !left.is_disjoint(right))
}

/// Whether a place is known well enough to lie elsewhere than another.
fn lies_somewhere(filling: Option<&SlotValue>) -> bool {
    place(filling).is_some_and(|place| !place.within.is_empty() || place.types.contains("country"))
}

fn place(filling: Option<&SlotValue>) -> Option<&Place> {
    if let Value::Place(place) = filling?.values.first()? { Some(place) } else { None }
}

/// Whether nothing but its sort and time is known of it.
fn is_bare(event: &Event) -> bool {
    event.slots.keys().all(|slot| !is_party(slot))
}

/// Whether a slot tells who takes part or where it is.
const fn is_party(slot: &Slot) -> bool {
    !matches!(slot, Slot::When | Slot::What)
}

/// Whether a party or place of the two agrees.
#[must_use]
pub fn shares_party(left: &Event, right: &Event) -> bool {
    let parties = left.slots.iter().filter(|(slot, _)| is_party(slot));
    let agree = |(slot, filling): (&Slot, &SlotValue)| {
        unify::fillings(Some(filling), right.slots.get(slot)) == Agreement::Agree
    };
    parties.into_iter().any(agree)
}

/// Keeps one main event of each type: the first one of heading and lead, else the first that is no memory.
fn mark_main(all: &mut Events, published: Option<&Time>) {
    let mut seen: Vec<String> = Vec::new();
    let Some(first) = all.events.first() else { return };
    let undated = Event { slots: BTreeMap::new(), ..first.clone() };
    let types: Vec<String> =
        all.events.iter().filter(|event| event.is_main).map(|event| event.event_type.clone()).collect();
    for event in &mut all.events {
        let news = !types.contains(&event.event_type) && !is_memory(&undated, event, published);
        event.is_main |= news;
    }
    for event in &mut all.events {
        event.is_main = event.is_main && !seen.contains(&event.event_type);
        if event.is_main {
            seen.push(event.event_type.clone());
        }
    }
}

/// The slots that a fact which has such slots takes over from its event, marked as inherited.
#[must_use]
pub fn inherited(event: &Event, has: impl Fn(Slot) -> bool) -> BTreeMap<Slot, SlotValue> {
    let inherit =
        |filling: &SlotValue| SlotValue { values: filling.values.clone(), binding: Binding::Inherited };
    let slots = event.slots.iter().filter(|(slot, _)| has(**slot));
    slots.map(|(slot, filling)| (*slot, inherit(filling))).collect()
}

/// The event before `event` that "first since" dates: the same parties, at that time.
#[must_use]
pub fn preceding(event: &Event, when: &Value) -> Event {
    let mut slots = event.slots.clone();
    slots.insert(Slot::When, SlotValue { values: vec![when.clone()], binding: Binding::Bound });
    Event { slots, modality: Modality::Actual, is_main: false, ..event.clone() }
}
