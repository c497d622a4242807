//! Which of the events of one story and type a telling can belong to at all: those with a party or place in
//! common, and where both are what their articles are about, all of these.

use crate::fact::slot::Slot;
use crate::fact::{Event, SlotValue};
use crate::graph::keys;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// The events of one story and type.
#[derive(Debug, Default)]
pub(super) struct Meeting {
    by_key: FxHashMap<u64, Vec<usize>>,
    known: FxHashSet<(u64, usize)>,
    main: Vec<usize>,
    /// Those that may agree with anything.
    open: Vec<usize>,
}

impl Meeting {
    /// Keeps an event that is new, or of which more is known.
    pub(super) fn put(&mut self, at: usize, event: &Event) {
        if event.is_main {
            self.main.push(at);
            self.main.dedup();
        }
        for (slot, filling) in parties(&event.slots) {
            match keys::of_party(slot, filling) {
                Some(keys) => {
                    for key in keys.stored.into_iter().filter(|key| self.known.insert((*key, at))) {
                        self.by_key.entry(key).or_default().push(at);
                    }
                }
                None => self.open.push(at),
            }
        }
    }

    /// The events that a telling can belong to, in order, with some that it cannot.
    pub(super) fn of(&self, event: &Event, count: usize) -> Vec<usize> {
        let mut all: Vec<usize> = self.open.clone();
        if event.is_main {
            all.extend(&self.main);
        }
        for (slot, filling) in parties(&event.slots) {
            let Some(keys) = keys::of_party(slot, filling) else { return (0..count).collect() };
            all.extend(keys.asked.iter().filter_map(|key| self.by_key.get(key)).flatten());
        }
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// What fills the slots of an event, but for its time.
fn parties(slots: &BTreeMap<Slot, SlotValue>) -> impl Iterator<Item = (Slot, &SlotValue)> {
    slots.iter().filter(|(slot, _)| **slot != Slot::When).map(|(slot, filling)| (*slot, filling))
}
