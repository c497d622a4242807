//! What keeps two lengths of time from a contradiction.

use crate::check::pair::Pair;
use crate::check::pair::guard::are_within;
use crate::fact::slot::Slot;
use crate::finding::Guard;
use crate::graph::question::Link;
use crate::lexicon::schema::kind::{SlotUse, ValueType};
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::duration::Duration;
use crate::value::number::Number;

/// How many times as long one telling of an event gives it as another, as a ratio.
const ONE_LENGTH: (i64, i64) = (5, 2);

/// How many times as long one length is at most that may be another way to tell the other in larger units: two hours
/// are said of two hours and twenty minutes. Who says more or less than a length has looked closer.
const OTHER_UNIT: (i64, i64) = (6, 5);
const OTHER_BOUND: (i64, i64) = (10, 9);

impl Pair<'_> {
    /// What keeps two lengths of time apart that share no possibility.
    pub(super) fn length_guard(&self) -> Option<Guard> {
        if self.is_of_any_length() && self.is_many_times() {
            return Some(Guard::Event);
        }
        let is_loose = self.is_of_any_length() || self.question.link == Link::Counterparts;
        (is_loose && self.is_told_in_other_unit()).then_some(Guard::Value)
    }

    /// Whether the kind asks how long something lasted, and not whose it is.
    fn is_of_any_length(&self) -> bool {
        let identifies =
            |(slot, slot_use): (&Slot, &SlotUse)| *slot_use == SlotUse::Identifies && *slot != Slot::What;
        matches!(self.kind.told, Telling::Beside | Telling::Length)
            && self.kind.value == ValueType::Duration
            && !self.kind.slots.iter().any(identifies)
    }

    /// Whether one length is too many times the other to be another telling of it.
    fn is_many_times(&self) -> bool {
        self.lengths().is_none_or(|(left, right)| !are_within(left, right, ONE_LENGTH))
    }

    /// Whether one of two lengths is so little longer that it may only be told in other units.
    fn is_told_in_other_unit(&self) -> bool {
        let (Value::Duration(left), Value::Duration(right)) = (&self.left.value, &self.right.value) else {
            return false;
        };
        let is_bound = left.form.is_bound() || right.form.is_bound();
        let most = if is_bound { OTHER_BOUND } else { OTHER_UNIT };
        left.precision != right.precision
            && self.lengths().is_some_and(|(left, right)| are_within(left, right, most))
    }

    /// The shortest that each of two lengths is.
    fn lengths(&self) -> Option<(Number, Number)> {
        let (Value::Duration(left), Value::Duration(right)) = (&self.left.value, &self.right.value) else {
            return None;
        };
        let length = |of: &Duration| {
            of.form.stated().first().and_then(|period| period.bounds()).map(|bounds| bounds.0)
        };
        length(left).zip(length(right))
    }
}
