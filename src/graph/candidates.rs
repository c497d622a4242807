//! Candidates: which of many questions a fact may answer at all, found by what fills their slots.

use crate::fact::SlotValue;
use crate::fact::slot::Slot;
use crate::graph::keys::{self, Keys, Sort};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Questions by what fills their slots.
#[derive(Debug)]
pub(super) struct Candidates {
    count: usize,
    slots: BTreeMap<Slot, Column>,
    events: Column,
}

/// Questions by what fills one slot.
#[derive(Debug, Default)]
struct Column {
    by_key: FxHashMap<u64, Vec<usize>>,
    by_sort: BTreeMap<Sort, Vec<usize>>,
    /// Those that meet everything: filled with what has no key, or not filled.
    open: BTreeSet<usize>,
    /// The keys under which each is found.
    known: FxHashMap<usize, Vec<u64>>,
}

impl Candidates {
    /// No questions yet, to be told apart by these slots.
    pub(super) fn new(slots: impl Iterator<Item = Slot>) -> Self {
        let slots = slots.map(|slot| (slot, Column::default())).collect();
        Self { count: 0, slots, events: Column::default() }
    }

    /// Keeps a question that is new, or of which more is known.
    pub(super) fn put(&mut self, at: usize, slots: &BTreeMap<Slot, SlotValue>, event: Option<usize>) {
        self.count = self.count.max(at + 1);
        for (slot, column) in &mut self.slots {
            column.put(at, slots.get(slot).and_then(keys::of_filling));
        }
        self.events.put(at, event.map(event_keys));
    }

    /// The questions that what is known may belong to, in order; some that it does not belong to are among
    /// them, and none is left out.
    pub(super) fn of(&self, slots: &BTreeMap<Slot, SlotValue>, event: Option<usize>) -> Vec<usize> {
        let asked = slots
            .iter()
            .filter_map(|(slot, filling)| Some((self.slots.get(slot)?, keys::of_filling(filling)?)));
        let asked = asked.chain(event.map(|event| (&self.events, event_keys(event))));
        match asked.min_by_key(|(column, keys)| column.most(keys)) {
            Some((column, keys)) if column.most(&keys) < self.count => column.of(&keys),
            Some(_) | None => (0..self.count).collect(),
        }
    }
}

fn event_keys(event: usize) -> Keys {
    let key = vec![event as u64];
    Keys { sort: Sort::Name, stored: key.clone(), asked: key }
}

impl Column {
    fn put(&mut self, at: usize, keys: Option<Keys>) {
        let Some(keys) = keys else {
            self.open.insert(at);
            return;
        };
        self.open.remove(&at);
        let known = self.known.entry(at).or_default();
        if known.is_empty() {
            self.by_sort.entry(keys.sort).or_default().push(at);
        }
        for key in keys.stored {
            if !known.contains(&key) {
                known.push(key);
                self.by_key.entry(key).or_default().push(at);
            }
        }
    }

    /// Those of other sorts, which these keys do not tell apart.
    fn others(&self, sort: Sort) -> impl Iterator<Item = &Vec<usize>> {
        self.by_sort.iter().filter(move |(other, _)| **other != sort).map(|(_, all)| all)
    }

    /// How many these keys find, at most.
    fn most(&self, keys: &Keys) -> usize {
        let found: usize = keys.asked.iter().filter_map(|key| self.by_key.get(key)).map(Vec::len).sum();
        found + self.open.len() + self.others(keys.sort).map(Vec::len).sum::<usize>()
    }

    fn of(&self, keys: &Keys) -> Vec<usize> {
        let found = keys.asked.iter().filter_map(|key| self.by_key.get(key)).flatten();
        let others = self.others(keys.sort).flatten();
        let mut all: Vec<usize> = found.chain(others).chain(&self.open).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Binding;
    use crate::value::Value;
    use crate::value::keys::NameKeys;
    use crate::value::notation;
    use crate::value::words::Name;

    fn named(name: &str) -> SlotValue {
        let name = Name { name: name.to_owned(), keys: NameKeys::from([name.to_owned()]) };
        SlotValue { values: vec![Value::Name(name)], binding: Binding::Bound }
    }

    fn who(name: usize, day: &str) -> BTreeMap<Slot, SlotValue> {
        let time = notation::time(day).map(Value::Time).unwrap();
        let when = SlotValue { values: vec![time], binding: Binding::Bound };
        BTreeMap::from([(Slot::Who, named(&name.to_string())), (Slot::When, when)])
    }

    #[test]
    fn a_fact_asks_as_many_questions_as_it_can_answer_however_many_there_are() {
        for count in [100, 10_000] {
            let mut candidates = Candidates::new([Slot::Who, Slot::When].into_iter());
            for at in 0..count {
                candidates.put(at, &who(at, "2024-06-18"), None);
            }
            assert_eq!(candidates.of(&who(7, "2024-06-18"), None), [7]);
            assert!(candidates.of(&who(7, "2020-01-01"), None).is_empty());
        }
    }

    #[test]
    fn what_is_not_told_keeps_nothing_apart() {
        let mut candidates = Candidates::new([Slot::Who].into_iter());
        candidates.put(0, &BTreeMap::new(), None);
        candidates.put(1, &who(1, "2024"), Some(3));
        assert_eq!(candidates.of(&who(2, "2024"), None), [0]);
        assert_eq!(candidates.of(&BTreeMap::new(), None), [0, 1]);
        candidates.put(0, &who(5, "2024"), None);
        assert!(candidates.of(&who(2, "2024"), None).is_empty());
        assert_eq!(candidates.of(&who(1, "2024"), Some(4)), [1]);
    }
}
