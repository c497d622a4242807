//! What a question of a kind is, and how many answers it has at once and in the course of time.

use serde::{Deserialize, Serialize};

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
