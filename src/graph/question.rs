//! Questions and value classes: what facts answer in common, and the distinct answers.

use crate::fact::slot::Slot;
use crate::fact::{FactIdx, Modality, SlotValue, Stance};
use crate::value::Value;
use std::collections::BTreeMap;

/// Index of a question in the graph's list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionIdx(pub usize);

/// What facts answer in common.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The story it is asked in.
    pub story: String,
    /// The kind of its facts.
    pub kind: String,
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
