//! Kinds of which an article that gives several answers to one question gives none, or the last one: a contract that
//! ran until 2026 and now runs until 2029; somebody who was out for six weeks once and is out for ten now.

use crate::fact::Fact;
use crate::fact::slot::Slot;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::compare::{Comparison, compare};
use jiff::civil::Date;

/// Drops what such kinds tell of one question by values that exclude each other, but for the last end of what somebody
/// holds.
pub(super) fn drop_several(kinds: &[&Kind], facts: &mut Vec<Fact>) {
    let kind = |fact: &Fact| kinds.iter().find(|kind| kind.id == fact.kind).copied();
    let is_other = |left: &Fact, right: &Fact| {
        left.kind == right.kind
            && left.slots == right.slots
            && compare(&left.value, &right.value) == Comparison::Disjoint
    };
    let keeps = |fact: &Fact| {
        let Some(kind) = kind(fact).filter(|kind| is_of_one_answer(kind)) else { return true };
        let mut others = facts.iter().filter(|other| is_other(fact, other));
        if kind.told == Telling::Until {
            return others.all(|other| end(other) < end(fact));
        }
        others.next().is_none()
    };
    let kept: Vec<bool> = facts.iter().map(keeps).collect();
    let mut kept = kept.into_iter();
    facts.retain(|_| kept.next().unwrap_or(true));
}

/// Whether an article that gives several answers of a kind leaves it open which of them is meant.
pub(super) fn is_of_one_answer(kind: &Kind) -> bool {
    let is_held = kind.told == Telling::Until && kind.slots.contains_key(&Slot::Who);
    let is_ranked = !kind.heads.is_empty() || kind.slots.contains_key(&Slot::What);
    let is_since = kind.told == Telling::Since && !kind.states.is_empty() && is_ranked;
    let is_out = kind.told == Telling::Term && kind.context.is_empty();
    is_held || is_since || is_out
}

/// The last day of a time.
fn end(fact: &Fact) -> Option<Date> {
    if let Value::Time(time) = &fact.value { time.days().map(|(_, last)| last) } else { None }
}
