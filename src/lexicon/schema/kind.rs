//! Kinds of facts: what their values are, which concepts tell them, and what their slots do.

use crate::fact::slot::Slot;
use crate::lexicon::schema::answers::{Answers, Evolution, Scope};
use crate::lexicon::schema::concepts::{self, Concepts, Marks, hash};
use crate::lexicon::schema::event::EventType;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::telling::{Telling, Tells};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::ops::Deref;

/// Kinds of facts and types of events.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kinds {
    /// Where the data comes from.
    #[serde(default)]
    pub origin: String,
    /// Concepts that kinds ask for together, by the name that stands for all of them in the lists of a kind.
    #[serde(default)]
    pub groups: BTreeMap<String, Vec<String>>,
    /// Types of events.
    #[serde(default)]
    pub events: Vec<EventType>,
    /// Kinds of facts.
    pub kinds: Vec<Kind>,
}

impl Kinds {
    /// Puts the concepts of the groups in place of their names.
    pub fn expand(&mut self) {
        self.kinds.iter_mut().for_each(|kind| kind.expand(&self.groups));
    }
}

impl Kind {
    /// Puts the concepts of the groups in place of their names.
    pub fn expand(&mut self, groups: &BTreeMap<String, Vec<String>>) {
        let mut states = Vec::from(std::mem::take(&mut self.states));
        let own = [&mut self.heads, &mut self.triggers, &mut self.context, &mut self.unless];
        let also = self.also.iter_mut();
        let lists = also
            .flat_map(|shape| [&mut shape.heads, &mut shape.triggers, &mut shape.context, &mut shape.unless]);
        let said = states.iter_mut().flat_map(|state| [&mut state.concepts, &mut state.with, &mut state.of]);
        for list in own.into_iter().chain(lists).chain(said) {
            let named =
                list.iter().flat_map(|id| groups.get(id).cloned().unwrap_or_else(|| vec![id.clone()]));
            *list = named.collect();
        }
        self.states = states.into();
    }
}

/// A kind of fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Its id (`container-count`).
    pub id: String,
    /// What it is, in one line.
    pub about: String,
    /// The type of its value.
    pub value: ValueType,
    /// The dimension of its unit, for quantities.
    #[serde(default)]
    pub dimension: Option<String>,
    /// Concepts one of which the counted or measured thing must be.
    #[serde(default)]
    pub heads: Concepts,
    /// Concepts one of which must stand in the clause (or, failing that, in the sentence).
    #[serde(default)]
    pub triggers: Concepts,
    /// Concepts one of which must stand in the sentence as well.
    #[serde(default)]
    pub context: Concepts,
    /// Concepts that rule this kind out when they stand in the clause.
    #[serde(default)]
    pub unless: Concepts,
    /// Other ways in which its values are told: each like the lists above, and as good.
    #[serde(default)]
    pub also: Vec<Shape>,
    /// Functions of words one of which must lead to a member of a category: in, by, with.
    #[serde(default)]
    pub behind: Vec<Function>,
    /// Whether a member of a category that such a word leads to may itself do what the triggers tell: hit *by a
    /// missile*, *a missile* hit.
    #[serde(default)]
    pub acts: bool,
    /// What makes two of its facts answer one question.
    #[serde(default)]
    pub scope: Scope,
    /// How the words tell its values.
    #[serde(default)]
    pub told: Telling,
    /// Whether a measure that is tied into one word before a noun needs no trigger: a 330-pound satellite.
    #[serde(default)]
    pub compound: bool,
    /// For `state` kinds: the states in the order in which they follow one another.
    #[serde(default)]
    pub states: States,
    /// For kinds of what befalls people: the kind that counts those whom it befell.
    #[serde(default)]
    pub counts: Option<String>,
    /// The type of event it hangs on.
    #[serde(default)]
    pub event: Option<String>,
    /// Its slots and whether they identify the question.
    #[serde(default)]
    pub slots: BTreeMap<Slot, SlotUse>,
    /// Whether several answers can hold together.
    #[serde(default)]
    pub answers: Answers,
    /// How its value changes with time.
    #[serde(default)]
    pub evolves: Evolution,
    /// What its values tell of when things were, for the network of all times.
    #[serde(default)]
    pub tells: Option<Tells>,
    /// Slots of which the words must fill one, or a value is not bound: a day on which somebody arrives *somewhere*.
    #[serde(default)]
    pub needs: Vec<Slot>,
    /// Bounds of what such a value can be, in the notation (`1 d..60 d`); outside them a value is not bound.
    /// A time is measured by how long it is.
    #[serde(default)]
    pub plausible: Option<String>,
    /// Severity of a contradiction in it, when not the rule's own.
    #[serde(default)]
    pub severity: Option<String>,
}

/// A way in which the values of a kind are told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Shape {
    /// Concepts one of which the counted or measured thing must be.
    pub heads: Concepts,
    /// Concepts one of which must stand in the clause.
    pub triggers: Concepts,
    /// Concepts one of which must stand in the sentence as well.
    pub context: Concepts,
    /// Concepts that rule it out when they stand nearer than the trigger.
    pub unless: Concepts,
}

/// The states of a kind in their order, with the marks of all concepts that say one.
#[derive(Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<State>", into = "Vec<State>")]
pub struct States {
    all: Vec<State>,
    /// The hashes of the concepts that say a state in order, each with the place of the state.
    hashes: Vec<(u64, u16)>,
    marks: Marks,
}

impl States {
    /// The concepts that say one of them, at a glance.
    #[must_use]
    pub const fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The states that concepts of some hashes say, each once and in order.
    pub fn said_by<'s>(&'s self, said: &[u64]) -> impl Iterator<Item = &'s State> + use<'s> {
        let said = said.iter().filter(|hash| **hash != 0);
        let places = said.flat_map(|hash| concepts::alike(&self.hashes, *hash));
        let mut places: Vec<u16> = places.collect();
        places.sort_unstable();
        places.dedup();
        places.into_iter().filter_map(|place| self.all.get(usize::from(place)))
    }
}

impl fmt::Debug for States {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.all.fmt(out)
    }
}

impl From<Vec<State>> for States {
    fn from(all: Vec<State>) -> Self {
        let said = all.iter().zip(0..=u16::MAX);
        let said = said.flat_map(|(state, place)| state.concepts.iter().map(move |id| (hash(id), place)));
        let mut hashes: Vec<(u64, u16)> = said.collect();
        hashes.sort_unstable();
        Self { marks: Marks::of_hashes(hashes.iter().map(|(hash, _)| *hash)), hashes, all }
    }
}

impl From<States> for Vec<State> {
    fn from(states: States) -> Self {
        states.all
    }
}

impl Deref for States {
    type Target = [State];

    fn deref(&self) -> &[State] {
        &self.all
    }
}

impl<'s> IntoIterator for &'s States {
    type Item = &'s State;
    type IntoIter = std::slice::Iter<'s, State>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.iter()
    }
}

/// A state of a thing and the concepts that say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// Its id (`ongoing`).
    pub state: String,
    /// Concepts that say it.
    pub concepts: Concepts,
    /// Concepts one of which must stand in the sentence as well: a *rocket* that took off.
    #[serde(default)]
    pub with: Concepts,
    /// Concepts one of which the subject of its verb must be: a *bridge* that fell.
    #[serde(default)]
    pub of: Concepts,
    /// Whether a verb of saying makes it so: to *declare* an outbreak.
    #[serde(default)]
    pub said: bool,
    /// Whether the subject of its verb comes to be so, whatever its object: to *survive* a fall.
    #[serde(default)]
    pub own: bool,
    /// Whether it goes on once it began: a strike.
    #[serde(default)]
    pub lasting: bool,
    /// States behind it in the list that can hold beside it: a gas leak and the explosion that it brought.
    #[serde(default)]
    pub beside: Vec<String>,
}

/// The type of a kind's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ValueType {
    /// How many of a thing.
    Count,
    /// How often.
    Frequency,
    /// A rank.
    Ordinal,
    /// A ratio or percentage.
    Percent,
    /// A sum of money.
    Money,
    /// A measured quantity.
    Quantity,
    /// A point or stretch of time.
    Time,
    /// A length of time.
    Duration,
    /// Quoted words.
    Quote,
    /// A place.
    Place,
    /// A person, body or thing.
    Name,
    /// One of the kind's states.
    State,
    /// That it happened.
    Occurrence,
}

/// What a slot does for the question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotUse {
    /// Disjoint values make different questions, and a contradiction needs it known.
    Identifies,
    /// Disjoint values make different questions; it need not be known.
    Narrows,
    /// It never keeps facts apart; a contradiction needs it known and agreeing on both sides.
    Binds,
    /// It never keeps facts apart; where a fact's own clause fills it, a contradiction needs the other side
    /// to agree.
    Matches,
    /// It never keeps facts apart; a contradiction needs that it does not differ.
    Suits,
    /// It is told, and never keeps facts apart.
    Describes,
}
