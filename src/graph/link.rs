//! Linking: facts of one kind that no slot keeps apart answer one question.
//!
//! Facts meet in blocks (story and kind), the best bound first. A fact joins every question that it can
//! answer, so that questions may overlap; only a fact with a single candidate adds what it knows to it.

use crate::fact::slot::Slot;
use crate::fact::unify;
use crate::fact::{Fact, FactIdx, SlotValue};
use crate::graph::candidates::Candidates;
use crate::graph::keys;
use crate::graph::neighbours::Neighbourhood;
use crate::graph::question::{Class, Link, Question};
use crate::graph::utterance;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::kind::{Kind, SlotUse, ValueType};
use crate::value::Value;
use crate::value::compare::{Comparison, compare};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// Most questions that one fact answers; one that knows less than to tell so many apart decides none of them.
const MOST: usize = 64;

/// A question while facts are still joining it.
struct Open {
    question: Question,
    event: Option<usize>,
    facts: Vec<FactIdx>,
}

/// Forms the questions of all facts; `story` tells the story of a fact.
#[must_use]
pub fn questions(
    facts: &[Fact],
    story: impl Fn(&Fact) -> String,
    neighbourhood: &Neighbourhood,
    lexicon: &Lexicon,
) -> Vec<Question> {
    let mut blocks: BTreeMap<(String, String), Vec<FactIdx>> = BTreeMap::new();
    for (idx, fact) in facts.iter().enumerate() {
        blocks.entry((story(fact), fact.kind.clone())).or_default().push(FactIdx(idx));
    }
    let mut questions = Vec::new();
    for ((story, kind_id), block) in blocks {
        let Some(kind) = lexicon.kind(&kind_id) else { continue };
        if kind.value == ValueType::Quote {
            let said = utterance::groups(facts, &block, neighbourhood, lexicon);
            questions.extend(said.into_iter().map(|group| together(facts, group, kind, &story)));
        } else {
            questions.extend(block_questions(facts, &block, kind, &story));
        }
    }
    questions
}

/// The question of facts that are known to be of one thing.
fn together(facts: &[Fact], group: Vec<FactIdx>, kind: &Kind, story: &str) -> Question {
    let first =
        group.iter().copied().max_by_key(|idx| (known_slots(&facts[idx.0], kind), std::cmp::Reverse(*idx)));
    let first = first.unwrap_or_default();
    closed(Open { facts: group, ..opened(&facts[first.0], first, kind, story) }, facts)
}

fn block_questions(facts: &[Fact], block: &[FactIdx], kind: &Kind, story: &str) -> Vec<Question> {
    let mut order = block.to_vec();
    order.sort_by_key(|idx| (std::cmp::Reverse(known_slots(&facts[idx.0], kind)), *idx));
    let mut open: Vec<Open> = Vec::new();
    let mut candidates = Candidates::new(kind.slots.keys().copied());
    for idx in order {
        let fact = &facts[idx.0];
        let own = identifying(fact, kind);
        let event = fact.event.map(|event| event.0);
        let fits = |at: &usize| can_answer(&open[*at], fact, &own);
        let fits: Vec<usize> = candidates.of(&own, event).into_iter().filter(fits).take(MOST).collect();
        if fits.is_empty() {
            open.push(opened(fact, idx, kind, story));
            candidates.put(open.len() - 1, &open[open.len() - 1].question.slots, event);
        } else if let [only] = fits.as_slice() {
            unify::merge(&mut open[*only].question.slots, &own);
            open[*only].event = open[*only].event.or(event);
            candidates.put(*only, &open[*only].question.slots, open[*only].event);
        }
        for at in fits {
            open[at].facts.push(idx);
        }
    }
    open.into_iter().map(|open| closed(open, facts)).collect()
}

/// How many slots that keep questions apart are known, the event counting as one.
fn known_slots(fact: &Fact, kind: &Kind) -> usize {
    let known = kind.slots.keys().filter(|slot| fact.slots.contains_key(slot)).count();
    known + usize::from(fact.event.is_some())
}

fn identifying(fact: &Fact, kind: &Kind) -> BTreeMap<Slot, SlotValue> {
    let keeps_apart =
        |slot: &Slot| matches!(kind.slots.get(slot), Some(SlotUse::Identifies | SlotUse::Narrows));
    fact.slots
        .iter()
        .filter(|(slot, _)| keeps_apart(slot))
        .map(|(slot, filling)| (*slot, filling.clone()))
        .collect()
}

/// What a question is headed with: the slots that keep questions apart, and those that bind its answers.
fn told(fact: &Fact, kind: &Kind) -> BTreeMap<Slot, SlotValue> {
    let is_told = |slot: &Slot| kind.slots.get(slot).is_some_and(|slot_use| *slot_use != SlotUse::Describes);
    let slots = fact.slots.iter().filter(|(slot, _)| is_told(slot));
    slots.map(|(slot, filling)| (*slot, filling.clone())).collect()
}

fn opened(fact: &Fact, idx: FactIdx, kind: &Kind, story: &str) -> Open {
    let question = Question {
        story: story.to_owned(),
        kind: kind.id.clone(),
        link: Link::default(),
        slots: told(fact, kind),
        classes: Vec::new(),
    };
    Open { question, event: fact.event.map(|event| event.0), facts: vec![idx] }
}

fn can_answer(open: &Open, fact: &Fact, own: &BTreeMap<Slot, SlotValue>) -> bool {
    let one_event = match (open.event, fact.event) {
        (Some(left), Some(right)) => left == right.0,
        (None, _) | (_, None) => true,
    };
    one_event && unify::conflict(&open.question.slots, own).is_none()
}

/// Sorts the facts of a question into value classes.
fn closed(open: Open, facts: &[Fact]) -> Question {
    let mut question = open.question;
    let mut members = open.facts;
    members.sort_unstable();
    let mut by_key: FxHashMap<Option<u64>, Vec<usize>> = FxHashMap::default();
    for idx in members {
        let fact = &facts[idx.0];
        let is_same = |at: &usize| {
            question.classes.get(*at).is_some_and(|class| {
                class.stance == fact.stance
                    && class.modality == fact.modality
                    && is_equal(&class.value, &fact.value)
                    && class.facts.first().is_none_or(|first| !are_of_two(&facts[first.0], fact))
            })
        };
        let keys: Vec<Option<u64>> = match keys::of_answer(&fact.value) {
            Some(keys) => keys.into_iter().map(Some).collect(),
            None => vec![None],
        };
        // What has no key of its own is compared with all that have none either, and they with it.
        let asked = keys.iter().filter_map(|key| by_key.get(key)).flatten();
        match asked.copied().filter(is_same).min() {
            Some(at) => question.classes[at].facts.push(idx),
            None => {
                for key in keys {
                    by_key.entry(key).or_default().push(question.classes.len());
                }
                question.classes.push(Class {
                    value: fact.value.clone(),
                    stance: fact.stance,
                    modality: fact.modality,
                    facts: vec![idx],
                });
            }
        }
    }
    question
}

/// Whether two quotes are of two speakers, so that equal words are two answers.
fn are_of_two(left: &Fact, right: &Fact) -> bool {
    matches!(left.value, Value::Words(_))
        && unify::are_apart(left.slots.get(&Slot::Who), right.slots.get(&Slot::Who))
}

fn is_equal(left: &Value, right: &Value) -> bool {
    left == right && !is_floating(left) || compare(left, right) == Comparison::Equal
}

/// Whether a time depends on a day that is not known, so that equal words may mean different days.
fn is_floating(value: &Value) -> bool {
    matches!(value, Value::Time(time) if time.is_relative())
}
