//! What a kind of fact or a type of event is made of.

use crate::fact::slot::Slot;
use crate::lexicon::schema::Role;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A type of event.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventType {
    /// Its id (`visit`).
    pub id: String,
    /// What it is, in one line.
    pub about: String,
    /// Concepts that mention it.
    pub triggers: Vec<String>,
    /// Which grammatical role fills which slot.
    pub slots: BTreeMap<Slot, Role>,
    /// Triggers by the sort of event that they name: two sorts are never one event. A trigger of no sort can
    /// be of any.
    #[serde(default)]
    pub sorts: BTreeMap<String, Vec<String>>,
    /// Two such events of the same parties closer than this (ISO 8601) are one event.
    #[serde(default)]
    pub apart: Option<String>,
    /// Types whose mention may stand for this one when parties and place fit (a meeting in a visit).
    #[serde(default)]
    pub includes: Vec<String>,
}

/// A way in which the values of a kind are told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Shape {
    /// Concepts one of which the counted or measured thing must be.
    pub heads: Vec<String>,
    /// Concepts one of which must stand in the clause.
    pub triggers: Vec<String>,
    /// Concepts one of which must stand in the sentence as well.
    pub context: Vec<String>,
    /// Concepts that rule it out when they stand nearer than the trigger.
    pub unless: Vec<String>,
}

/// A state of a thing and the concepts that say it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct State {
    /// Its id (`ongoing`).
    pub state: String,
    /// Concepts that say it.
    pub concepts: Vec<String>,
}

/// Whether several answers can hold together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answers {
    /// One answer: where a meeting was held.
    #[default]
    Single,
    /// Several: gifts, stops of a tour.
    List,
}

/// What makes two facts of a kind answer one question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// An event or a slot that agrees.
    #[default]
    Slots,
    /// The story: it has one such thing, as one ship has one flag.
    Story,
}

/// How the words of a text tell a kind's values.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Telling {
    /// By a value, a place or a thing beside its triggers.
    #[default]
    Beside,
    /// By years of life, or by a year of birth.
    Age,
    /// By a rank before a thing that does or is something: the first woman to lead.
    Rank,
    /// By a verb, which a negation turns round.
    Done,
    /// By the time that the verb or noun of an event binds. Its states are moments, each with all the concepts
    /// that tell it; its triggers say no more than that something happened, and its context stands for any event.
    Moment,
    /// By the time since when it has been so, or by how long it has been so.
    Since,
    /// By the place that a movement comes from.
    Source,
    /// By the place that a movement goes to.
    Destination,
    /// By a percentage right behind the one whose share it is.
    Share,
    /// By the country whose flag a vessel flies.
    Flag,
    /// By the value at which the noun of a rate or fund stands.
    Level,
    /// By the value by which the noun of a rate moved.
    Change,
    /// By the value alone: two articles that give it in like words agree, and none contradicts.
    Alike,
}

/// How a kind's value changes with time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Evolution {
    /// It does not change.
    #[default]
    Fixed,
    /// It grows: tolls.
    Up,
    /// It shrinks: the missing.
    Down,
    /// It moves both ways: water levels, prices.
    Both,
    /// Its states follow one another in the order of the kind's list.
    Forward,
}

/// What the values of a kind tell of when things were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tells {
    /// When the event began.
    Start,
    /// When it ended.
    End,
    /// A time at which it went on.
    During,
    /// When it began and when it ended, where the value is a stretch; else a time at which it went on.
    Whole,
    /// How long it lasted.
    Length,
    /// How long it has gone on by the day of publication.
    Age,
    /// The day of publication. Read off dates that a text places by it.
    Published,
    /// How long one event was after another. Read where a text names both.
    Order,
    /// That the event is the first, the last or the only one. Read where a text says so of an event.
    Rank,
}
