//! Two value classes of which one asserts what the other denies.

use crate::check::pair::Pair;
use crate::fact::Stance;
use crate::value::Value;
use crate::value::compare::{Comparison, Side};

impl Pair<'_> {
    /// Whether one side asserts what the other denies: of numbers and lengths the same one, as so or as planned.
    #[must_use]
    pub fn is_denied(&self) -> bool {
        let is_measured = matches!(self.left.value, Value::Amount(_) | Value::Duration(_));
        let is_it = match self.comparison {
            Comparison::Equal | Comparison::EqualButHedge | Comparison::RoundsTo(_) => true,
            Comparison::Within(_) | Comparison::Overlaps | Comparison::Incomparable => !is_measured,
            Comparison::Disjoint => false,
        };
        !self.same_stance() && is_it && !(is_measured && self.modality_differs())
    }

    /// Whether the later side asserts what the earlier one, in nobody's name, only says was not so.
    #[must_use]
    pub fn came_to_be(&self) -> bool {
        let later = self.later().map(|side| match side {
            Side::Left => (self.right, self.left, Side::Right),
            Side::Right => (self.left, self.right, Side::Left),
        });
        let is_measured = matches!(self.left.value, Value::Amount(_) | Value::Duration(_));
        is_measured
            && later.is_some_and(|(earlier, later, side)| {
                let is_named = self.facts(side).any(|fact| !fact.holder.is_empty());
                (earlier.stance, later.stance) == (Stance::Denied, Stance::Asserted) && !is_named
            })
    }
}
