//! Events joined across articles: mentions of one event by type, parties, place and time.

use crate::extract::event::{are_apart, is_impersonal, is_near, share_container, shares_party};
use crate::fact::slot::Slot;
use crate::fact::unify::{self, Agreement};
use crate::fact::{ArticleIdx, Binding, Event, EventIdx, Fact, SlotValue};
use crate::graph::meeting::Meeting;
use crate::graph::neighbours::Neighbours;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::text::span::{Original, Span};
use petgraph::unionfind::UnionFind;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Tellings of an event that are asked whether an article tells of the same.
const ASKED: usize = 8;

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
    /// before that "the first since" implies, are one only if their times agree.
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
pub(super) fn join(told: &[Told], neighbours: &Neighbours<'_>, lexicon: &Lexicon) -> Joined {
    let mut order: Vec<usize> = (0..told.len()).collect();
    order.sort_by_key(|idx| (std::cmp::Reverse(told[*idx].event.slots.len()), *idx));
    let mut sets = UnionFind::<usize>::new(told.len());
    let mut clusters: Vec<(usize, Event)> = Vec::new();
    let mut words: Vec<BTreeSet<Words>> = Vec::new();
    let mut members: Vec<Vec<usize>> = Vec::new();
    let mut meetings: FxHashMap<(&str, &str), Meeting> = FxHashMap::default();
    let is_near = |left, right| neighbours.are_near(left, right);
    for idx in order {
        let own = told[idx].words();
        let (story, event) = (&told[idx].story, &told[idx].event);
        let meeting = meetings.entry((story, &event.event_type)).or_default();
        let fits: Vec<usize> = meeting
            .of(event, clusters.len())
            .into_iter()
            .filter(|at| {
                own.is_none_or(|own| !words[*at].contains(&own) || same_time(&clusters[*at].1, event))
                    && can_join(&clusters[*at].1, event, lexicon, || {
                        let asked = members[*at].iter().take(ASKED);
                        asked.into_iter().any(|member| is_near(told[*member].article, told[idx].article))
                    })
            })
            .collect();
        match choose(&clusters, &fits, event) {
            Some(at) => {
                sets.union(clusters[at].0, idx);
                unify::merge(&mut clusters[at].1.slots, &event.slots);
                clusters[at].1.is_main |= event.is_main;
                words[at].extend(own);
                members[at].push(idx);
                meeting.put(at, &clusters[at].1);
            }
            None => {
                clusters.push((idx, event.clone()));
                words.push(own.into_iter().collect());
                members.push(vec![idx]);
                meeting.put(clusters.len() - 1, event);
            }
        }
    }
    clusters.sort_by_key(|(idx, _)| *idx);
    let roots = clusters.iter().enumerate().map(|(position, (first, _))| (sets.find(*first), position));
    let positions: FxHashMap<usize, usize> = roots.collect();
    let position = |idx: usize| positions.get(&sets.find(idx)).copied().unwrap_or_default();
    Joined {
        of: (0..told.len()).map(|idx| EventIdx(position(idx))).collect(),
        stories: clusters.iter().map(|(idx, _)| told[*idx].story.clone()).collect(),
        events: clusters.into_iter().map(|(_, event)| event).collect(),
    }
}

/// Whether two events can be one: of one type, with a common party and nothing that keeps them apart; days
/// that differ by less than the type allows do not. What two articles are about is one event where they
/// have their leads in common.
fn can_join(known: &Event, event: &Event, lexicon: &Lexicon, are_near: impl Fn() -> bool) -> bool {
    if known.event_type != event.event_type {
        return false;
    }
    let Some(event_type) = lexicon.event(&event.event_type) else { return false };
    let is_main = known.is_main && event.is_main;
    if is_main && is_impersonal(event_type) && !are_apart(known, event, event_type) && are_near() {
        return true;
    }
    let fits = |slot: Slot, filling: &SlotValue| {
        let other = event.slots.get(&slot);
        unify::fillings(Some(filling), other) != Agreement::Conflict
            || (slot == Slot::When && is_near(Some(filling), other, event_type))
            || (slot == Slot::Where && share_container(Some(filling), other))
    };
    // Most events of the same parties are told apart by their times.
    known.slots.get(&Slot::When).is_none_or(|when| fits(Slot::When, when))
        && (shares_party(known, event) || (is_main && same_time(known, event)))
        && known.slots.iter().all(|(slot, filling)| *slot == Slot::When || fits(*slot, filling))
}

fn same_time(known: &Event, event: &Event) -> bool {
    unify::fillings(known.slots.get(&Slot::When), event.slots.get(&Slot::When)) == Agreement::Agree
}

/// The cluster that an event belongs to: the only one that fits; of several the one whose time agrees, or
/// the main one for a main event.
fn choose(clusters: &[(usize, Event)], fits: &[usize], event: &Event) -> Option<usize> {
    let only = |candidates: Vec<usize>| match candidates.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let same_time = |at: &usize| same_time(&clusters[*at].1, event);
    let main = |at: &usize| event.is_main && clusters[*at].1.is_main;
    only(fits.to_vec())
        .or_else(|| only(fits.iter().copied().filter(same_time).collect()))
        .or_else(|| fits.iter().copied().find(main))
}

/// The event that a reviewed fact implies: its slots, and its own time where the kind dates the event.
#[must_use]
pub fn implied(fact: &Fact, kind: &Kind, lexicon: &Lexicon) -> Option<Event> {
    let event_type = lexicon.event(kind.event.as_deref()?)?;
    let mut slots: BTreeMap<Slot, SlotValue> = fact
        .slots
        .iter()
        .filter(|(slot, _)| event_type.slots.contains_key(slot))
        .map(|(slot, filling)| (*slot, filling.clone()))
        .collect();
    if kind.value == ValueType::Time {
        slots.insert(Slot::When, SlotValue { values: vec![fact.value.clone()], binding: Binding::Bound });
    }
    let span = fact.span().unwrap_or(Span::new(0, 0));
    Some(Event { event_type: event_type.id.clone(), slots, modality: fact.modality, is_main: false, span })
}
