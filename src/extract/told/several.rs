//! Kinds of which an article that gives several answers to one question gives none, or the last one: a contract that
//! ran until 2026 and now runs until 2029; somebody who was out for six weeks once and is out for ten now.

use crate::fact::slot::Slot;
use crate::fact::{Fact, SlotValue};
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::compare::{Comparison, compare};
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Most answers to one question that are looked at.
const TRIED: usize = 64;

/// Drops what such kinds tell of one question by values that exclude each other, but for the last end of what somebody
/// holds.
pub(super) fn drop_several(kinds: &[&Kind], facts: &mut Vec<Fact>) {
    let kind =
        |fact: &Fact| kinds.iter().find(|kind| kind.id == fact.kind && is_of_one_answer(kind)).copied();
    let mut answers: BTreeMap<(&str, &BTreeMap<Slot, SlotValue>), Vec<&Fact>> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| kind(fact).is_some()) {
        let known = answers.entry((&fact.kind, &fact.slots)).or_default();
        // What repeats another answer excludes what that one does.
        if known.len() < TRIED && known.iter().all(|other| other.value != fact.value) {
            known.push(fact);
        }
    }
    let keeps = |fact: &Fact| {
        let Some(kind) = kind(fact) else { return true };
        let all = answers.get(&(fact.kind.as_str(), &fact.slots)).into_iter().flatten();
        let mut others = all.filter(|other| compare(&fact.value, &other.value) == Comparison::Disjoint);
        if kind.told == Telling::HeldUntil {
            return others.all(|other| end(other) < end(fact));
        }
        others.next().is_none()
    };
    let kept: Vec<bool> = facts.iter().map(keeps).collect();
    let mut kept = kept.into_iter();
    facts.retain(|_| kept.next().unwrap_or(true));
}

/// Whether an article that gives several answers of a kind leaves it open which of them is meant.
const fn is_of_one_answer(kind: &Kind) -> bool {
    matches!(kind.told, Telling::HeldSince | Telling::HeldUntil | Telling::HighSince | Telling::Out)
}

/// The last day of a time.
fn end(fact: &Fact) -> Option<Date> {
    if let Value::Time(time) = &fact.value { time.days().map(|(_, last)| last) } else { None }
}
