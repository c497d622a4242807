//! Which questions of their own the values of the texts answer: what such a question compares needs no other.

use crate::extract::figure::Figure;
use crate::fact::{Anchor, Fact};
use crate::graph::alike::{Known, clock};
use std::collections::{BTreeMap, BTreeSet};

/// The questions that each value of a text answers.
#[derive(Debug)]
pub(super) struct Asked {
    /// Their numbers, by the article and last byte of the value.
    by_anchor: BTreeMap<Anchor, BTreeSet<usize>>,
    /// Those that ask for a day, whatever clock stands beside it.
    of_days: BTreeSet<usize>,
}

impl Asked {
    pub(super) fn new(known: &Known<'_>) -> Self {
        let mut by_anchor: BTreeMap<_, BTreeSet<usize>> = BTreeMap::new();
        let mut of_days = BTreeSet::new();
        for (number, question) in known.questions.iter().enumerate() {
            if known.lexicon.kind(&question.kind).is_some_and(|kind| kind.told.is_of_days()) {
                of_days.insert(number);
            }
            for idx in question.classes.iter().flat_map(|class| &class.facts) {
                let anchor = known.facts.get(idx.0).and_then(Fact::anchor);
                by_anchor.entry(anchor.unwrap_or_default()).or_default().insert(number);
            }
        }
        Self { by_anchor, of_days }
    }

    /// Whether one question asks for both of two figures.
    pub(super) fn brings_together(&self, left: &Figure, right: &Figure) -> bool {
        self.common(left, right).next().is_some()
    }

    /// Whether one question compares two figures already. That two clocks are of one day says nothing of the clocks.
    pub(super) fn compares(&self, left: &Figure, right: &Figure) -> bool {
        let are_clocks = clock::is_told(left) && clock::is_told(right);
        self.common(left, right).any(|question| !are_clocks || !self.of_days.contains(question))
    }

    /// The questions that both of two figures answer.
    fn common(&self, left: &Figure, right: &Figure) -> impl Iterator<Item = &usize> {
        let of = |figure: &Figure| figure.fact.anchor().and_then(|anchor| self.by_anchor.get(&anchor));
        of(left).zip(of(right)).into_iter().flat_map(|(left, right)| left.intersection(right))
    }
}
