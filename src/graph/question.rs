//! Questions and value classes: what facts answer in common, and the distinct answers.

use crate::fact::slot::Slot;
use crate::fact::{FactIdx, Modality, SlotValue, Stance};
use crate::value::Value;
use std::collections::BTreeMap;

/// Index of a question in the graph's list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionIdx(pub usize);

/// How facts came to a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Link {
    /// By their kind and slots.
    #[default]
    Slots,
    /// Their figures are one and stand in like words.
    Alike,
    /// Their figures differ, and each stands in words more like the other's than any figure of its article.
    Counterparts,
}

/// What facts answer in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The story it is asked in.
    pub story: String,
    /// The kind of its facts.
    pub kind: String,
    /// How its facts came to it.
    pub link: Link,
    /// What is known of its slots from all of its facts.
    pub slots: BTreeMap<Slot, SlotValue>,
    /// The distinct answers, in canonical order.
    pub classes: Vec<Class>,
}

/// Facts of one question with equal value, stance and modality.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Class {
    /// The value of the first fact; the others' are equal.
    pub value: Value,
    /// Their stance.
    pub stance: Stance,
    /// Their modality.
    pub modality: Modality,
    /// The facts, in the order of the articles.
    pub facts: Vec<FactIdx>,
}
