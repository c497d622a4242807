//! Events joined across articles: mentions of one event by type, parties, place and time.

use crate::extract::event::shares_party;
use crate::fact::slot::Slot;
use crate::fact::unify::{self, Agreement};
use crate::fact::{ArticleIdx, Binding, Event, EventIdx, Fact, SlotValue};
use crate::lexicon::Lexicon;
use crate::lexicon::schema::{Kind, ValueType};
use crate::text::span::{Original, Span};
use crate::value::Value;
use crate::value::compare::days_apart;
use crate::value::duration::{DAY, Period};
use crate::value::number::Number;
use petgraph::unionfind::UnionFind;
use std::collections::BTreeSet;

/// An event of one article, before joining.
#[derive(Clone, Debug)]
pub struct Told {
    /// Its article.
    pub article: ArticleIdx,
    /// The story of its article.
    pub story: String,
    /// The event as the article tells it.
    pub event: Event,
}

/// The words that tell an event: its article, and where they stand there.
type Words = (ArticleIdx, Span<Original>);

impl Told {
    /// Its words; none for an event of a fact file. Two events told by the same words, such as the one
    /// before that "the first since" implies, are never one.
    fn words(&self) -> Option<Words> {
        let span = self.event.span;
        (span.start < span.end).then_some((self.article, span))
    }
}

/// The joined events, and for each told one the event that it became.
#[derive(Clone, Debug, Default)]
pub struct Joined {
    /// The events.
    pub events: Vec<Event>,
    /// The story of each.
    pub stories: Vec<String>,
    /// For each told event its index in `events`.
    pub of: Vec<EventIdx>,
}

/// Joins events that are one. The best known come first, so that a mention that tells little meets those
/// that it can belong to, and stays alone where it could belong to several.
#[must_use]
pub fn join(told: &[Told], lexicon: &Lexicon) -> Joined {
    let mut order: Vec<usize> = (0..told.len()).collect();
    order.sort_by_key(|idx| (std::cmp::Reverse(told[*idx].event.slots.len()), *idx));
    let mut sets = UnionFind::<usize>::new(told.len());
    let mut clusters: Vec<(usize, Event)> = Vec::new();
    let mut words: Vec<BTreeSet<Words>> = Vec::new();
    for idx in order {
        let own = told[idx].words();
        let fits: Vec<usize> = (0..clusters.len())
            .filter(|at| {
                told[clusters[*at].0].story == told[idx].story
                    && own.is_none_or(|own| !words[*at].contains(&own))
                    && can_join(&clusters[*at].1, &told[idx].event, lexicon)
            })
            .collect();
        match choose(&clusters, &fits, &told[idx].event) {
            Some(at) => {
                sets.union(clusters[at].0, idx);
                unify::merge(&mut clusters[at].1.slots, &told[idx].event.slots);
                clusters[at].1.is_main |= told[idx].event.is_main;
                words[at].extend(own);
            }
            None => {
                clusters.push((idx, told[idx].event.clone()));
                words.push(own.into_iter().collect());
            }
        }
    }
    clusters.sort_by_key(|(idx, _)| *idx);
    let position =
        |idx: usize| clusters.iter().position(|(first, _)| sets.equiv(*first, idx)).unwrap_or_default();
    Joined {
        of: (0..told.len()).map(|idx| EventIdx(position(idx))).collect(),
        stories: clusters.iter().map(|(idx, _)| told[*idx].story.clone()).collect(),
        events: clusters.into_iter().map(|(_, event)| event).collect(),
    }
}

/// Whether two events can be one: of one type, with a common party and nothing that keeps them apart; days
/// that differ by less than the type allows do not.
fn can_join(known: &Event, event: &Event, lexicon: &Lexicon) -> bool {
    if known.event_type != event.event_type || !(shares_party(known, event) || are_main(known, event)) {
        return false;
    }
    known.slots.iter().all(|(slot, filling)| {
        let other = event.slots.get(slot);
        unify::fillings(Some(filling), other) != Agreement::Conflict
            || (*slot == Slot::When && is_near(filling, other, tolerance(known, lexicon)))
            || (*slot == Slot::Where && share_container(filling, other))
    })
}

/// Whether both are what their articles are about, and at one time.
fn are_main(known: &Event, event: &Event) -> bool {
    let when = unify::fillings(known.slots.get(&Slot::When), event.slots.get(&Slot::When));
    known.is_main && event.is_main && when == Agreement::Agree
}

/// Days by which two tellings of one event may differ in its date.
fn tolerance(event: &Event, lexicon: &Lexicon) -> i64 {
    let apart = lexicon.event(&event.event_type).and_then(|event_type| event_type.apart.as_deref());
    let seconds = apart.and_then(|text| text.parse::<Period>().ok()).map(|period| period.seconds);
    seconds.and_then(|seconds| seconds.over(Number::whole(DAY))).and_then(Number::floor).unwrap_or(0)
}

/// Whether two places lie in one wider place, so that they can be two tellings of where one event was.
fn share_container(left: &SlotValue, right: Option<&SlotValue>) -> bool {
    let (Some(Value::Place(left)), Some(Value::Place(right))) =
        (left.values.first(), right.and_then(|right| right.values.first()))
    else {
        return false;
    };
    !left.within.is_disjoint(&right.within)
}

fn is_near(left: &SlotValue, right: Option<&SlotValue>, days: i64) -> bool {
    let (Some(Value::Time(left)), Some(Value::Time(right))) =
        (left.values.first(), right.and_then(|right| right.values.first()))
    else {
        return false;
    };
    days_apart(left, right).is_some_and(|apart| apart < days)
}

/// The cluster that an event belongs to: the only one that fits; of several the one whose time agrees, or
/// the main one for a main event.
fn choose(clusters: &[(usize, Event)], fits: &[usize], event: &Event) -> Option<usize> {
    let only = |candidates: Vec<usize>| match candidates.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let same_time = |at: &usize| {
        unify::fillings(clusters[*at].1.slots.get(&Slot::When), event.slots.get(&Slot::When))
            == Agreement::Agree
    };
    let main = |at: &usize| event.is_main && clusters[*at].1.is_main;
    only(fits.to_vec())
        .or_else(|| only(fits.iter().copied().filter(same_time).collect()))
        .or_else(|| only(fits.iter().copied().filter(main).collect()))
}

/// The event that a reviewed fact implies: its slots, and its own time where the kind dates the event.
#[must_use]
pub fn implied(fact: &Fact, kind: &Kind, lexicon: &Lexicon) -> Option<Event> {
    let event_type = lexicon.event(kind.event.as_deref()?)?;
    let mut slots: std::collections::BTreeMap<Slot, SlotValue> = fact
        .slots
        .iter()
        .filter(|(slot, _)| event_type.slots.contains_key(slot))
        .map(|(slot, filling)| (*slot, filling.clone()))
        .collect();
    if kind.value == ValueType::Time {
        slots.insert(Slot::When, SlotValue { values: vec![fact.value.clone()], binding: Binding::Bound });
    }
    let span = fact.evidence.first().and_then(|evidence| evidence.span).unwrap_or(Span::new(0, 0));
    Some(Event { event_type: event_type.id.clone(), slots, modality: fact.modality, is_main: false, span })
}
