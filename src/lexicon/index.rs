//! The kinds and types of events by their concepts, so that no sentence asks all of them.

use crate::lexicon::schema::concepts::{Concepts, Marks};
use crate::lexicon::schema::event::EventType;
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::lexicon::schema::telling::{Telling, Tells};
use crate::lexicon::units::Units;
use crate::value::amount::Amount;
use crate::value::duration::Duration;
use crate::value::notation;
use rustc_hash::{FxHashMap, FxHashSet};

/// The concepts that a kind asks for, at a glance.
#[derive(Clone, Debug, Default)]
pub struct KindMarks {
    /// All that binds a member of a category, in whatever way.
    pub binding: Marks,
    /// For each way in which its values are told, its triggers and its context; none where it asks for none.
    pub shapes: Vec<[Option<Marks>; 2]>,
}

/// What the values of a kind can be: a length, an amount, or whatever it is where neither is given.
#[derive(Clone, Debug, Default)]
pub struct Bounds {
    /// The lengths that its values can have.
    pub length: Option<Duration>,
    /// The amounts that they can be.
    pub amount: Option<Amount>,
}

impl Bounds {
    fn new(kind: &Kind, units: &Units) -> Self {
        let Some(bounds) = kind.plausible.as_deref() else { return Self::default() };
        Self {
            length: notation::duration(bounds).ok(),
            amount: notation::amount(bounds, |code| units.unit(code)).ok(),
        }
    }
}

/// What is looked up by concept.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    /// The marks of each kind, in their order.
    pub(crate) kinds: Vec<KindMarks>,
    /// The places of the kinds whose values are told by the words beside them.
    pub(crate) values: Vec<usize>,
    /// The places of the kinds that no number states.
    pub(crate) claims: Vec<usize>,
    /// The places of the kinds by how their values are told.
    pub(crate) told: FxHashMap<Telling, Vec<usize>>,
    /// The bounds of what the values of each kind can be, in their order.
    pub(crate) bounds: Vec<Bounds>,
    /// The place of each kind by its id.
    pub(crate) kind_ids: FxHashMap<String, usize>,
    /// The place of each type of event by its id.
    pub(crate) event_ids: FxHashMap<String, usize>,
    /// Everything that a kind counts or measures.
    pub(crate) heads: FxHashSet<String>,
    /// The first type of event that a concept mentions.
    pub(crate) events: FxHashMap<String, usize>,
    /// The members of categories that a concept or a role is: the places of the kind and of its state.
    pub(crate) members: FxHashMap<String, Vec<(usize, usize)>>,
}

impl Index {
    /// Indexes kinds and types of events.
    pub(crate) fn new(kinds: &[Kind], events: &[EventType], units: &Units) -> Self {
        let mut index = Self {
            kinds: kinds.iter().map(KindMarks::new).collect(),
            bounds: kinds.iter().map(|kind| Bounds::new(kind, units)).collect(),
            ..Self::default()
        };
        for (idx, kind) in kinds.iter().enumerate() {
            index.kind_ids.entry(kind.id.clone()).or_insert(idx);
            index.told.entry(kind.told).or_default().push(idx);
            if has_values(kind) {
                index.values.push(idx);
            }
            if is_claim(kind) {
                index.claims.push(idx);
            }
            if kind.told == Telling::Category {
                index.list_members(idx, kind);
            }
        }
        for (idx, event) in events.iter().enumerate() {
            index.event_ids.entry(event.id.clone()).or_insert(idx);
        }
        let shapes = kinds.iter().flat_map(Kind::shapes);
        index.heads.extend(shapes.flat_map(|shape| shape.heads.iter().cloned()));
        for (idx, event) in events.iter().enumerate() {
            for trigger in &event.triggers {
                index.events.entry(trigger.clone()).or_insert(idx);
            }
        }
        index
    }

    /// Lists the members of a category, each concept as the first state that has it.
    fn list_members(&mut self, idx: usize, kind: &Kind) {
        for (at, state) in kind.states.iter().enumerate() {
            for concept in &state.concepts {
                let members = self.members.entry(concept.clone()).or_default();
                if members.iter().all(|(kind, _)| *kind != idx) {
                    members.push((idx, at));
                }
            }
        }
    }
}

impl KindMarks {
    fn new(kind: &Kind) -> Self {
        let asked = |concepts: &Concepts| (!concepts.is_empty()).then(|| *concepts.marks());
        Self {
            binding: Marks::of(
                kind.shapes().flat_map(|shape| shape.heads.iter().chain(shape.triggers).map(String::as_str)),
            ),
            shapes: kind
                .shapes()
                .map(|shape| {
                    // A tied measure needs no trigger.
                    [asked(shape.triggers).filter(|_| !kind.compound), asked(shape.context)]
                })
                .collect(),
        }
    }
}

/// Whether the values of a kind are told by the words beside them; orders, ranks and days of writing have readers of
/// their own.
const fn has_values(kind: &Kind) -> bool {
    matches!(kind.told, Telling::Beside)
        && !matches!(kind.tells, Some(Tells::Published | Tells::Order | Tells::Rank))
}

/// Whether no number states a kind: a state, something that happened, a place, a thing.
const fn is_claim(kind: &Kind) -> bool {
    matches!(kind.told, Telling::Beside)
        && matches!(kind.value, ValueType::State | ValueType::Occurrence | ValueType::Place | ValueType::Name)
}
