//! Which facts of one value agree: not the words of two speakers, nor what is told of one day for two hours.

use crate::fact::slot::Slot;
use crate::fact::{FactIdx, unify};
use crate::graph::Knowledge;
use crate::graph::question::Class;
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::value::compare::{Comparison, times};
use crate::value::time::Time;

/// The facts of a class that agree: those of words by who is said to have said them, where two are two people, and
/// those of a day by the hours that they give besides, where no clock can show both.
pub(super) fn that_agree(knowledge: &Knowledge, kind: &Kind, class: &Class) -> Vec<Vec<FactIdx>> {
    let is_quote = kind.value == ValueType::Quote;
    if !is_quote && !kind.told.is_of_days() {
        return vec![class.facts.clone()];
    }
    let who = |idx: &FactIdx| knowledge.fact(*idx).and_then(|fact| fact.slots.get(&Slot::Who));
    let clock = |idx: &FactIdx| knowledge.fact(*idx).and_then(|fact| fact.clock);
    // What both clocks show counts, wherever they stand: half past nine is half past nine.
    let differ = |one: Time, other: Time| {
        let shown = times(&one.on_own_clock(), &other.on_own_clock());
        times(&one, &other) == Comparison::Disjoint && shown == Comparison::Disjoint
    };
    let are_apart = |one: &FactIdx, other: &FactIdx| {
        let are_two = is_quote && unify::are_apart_in_script(who(one), who(other));
        are_two || clock(one).zip(clock(other)).is_some_and(|(one, other)| differ(one, other))
    };
    // In an order of their own: what is told loosely goes with the earliest, whichever article comes first.
    let told = |idx: &FactIdx| {
        let hours = clock(idx).map(|clock| clock.on_own_clock().seconds());
        (hours.is_none(), hours, who(idx).cloned().map(|who| who.values))
    };
    let mut facts = class.facts.clone();
    facts.sort_by_cached_key(told);
    let mut groups: Vec<Vec<FactIdx>> = Vec::new();
    for idx in facts {
        let is_other = |known: &FactIdx| are_apart(known, &idx);
        match groups.iter_mut().find(|group| !group.iter().take(MEMBERS).any(is_other)) {
            Some(group) => group.push(idx),
            None => groups.push(vec![idx]),
        }
    }
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups
}

/// Facts of a group by whose speakers and hours another one's are judged.
const MEMBERS: usize = 8;
