//! Types of events: what mentions them, and who takes which part.

use crate::fact::slot::Slot;
use crate::lexicon::schema::concepts::Concepts;
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
    pub triggers: Concepts,
    /// Concepts of what comes of such an event: the first of them tells it in an article without a trigger.
    #[serde(default)]
    pub implied: Concepts,
    /// Which grammatical role fills which slot.
    pub slots: BTreeMap<Slot, Role>,
    /// Triggers by the sort of event that they name: two sorts are never one event. A trigger of no sort can
    /// be of any.
    #[serde(default)]
    pub sorts: BTreeMap<String, Concepts>,
    /// Two such events of the same parties closer than this (ISO 8601) are one event.
    #[serde(default)]
    pub apart: Option<String>,
    /// Types whose mention may stand for this one when parties and place fit (a meeting in a visit).
    #[serde(default)]
    pub includes: Vec<String>,
}

/// A grammatical role in the clause of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Who does it.
    Agent,
    /// Whom it is done to.
    Patient,
    /// All who take part.
    Participants,
    /// Where it goes to.
    Destination,
    /// Where it comes from.
    Source,
    /// Where it happens.
    Location,
    /// When it happens.
    Time,
}
