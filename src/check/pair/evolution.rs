//! Which side of a pair is the later one, and whether its value is what the other one's became.

use crate::check::pair::Pair;
use crate::fact::Fact;
use crate::fact::slot::Slot;
use crate::fact::unify::Agreement;
use crate::lexicon::schema::answers::Evolution;
use crate::value::Value;
use crate::value::compare::{Comparison, Side, days_apart};
use crate::value::duration::DAY;
use crate::value::time::Time;

/// Most facts of a side that are asked when they were told.
const TOLD: usize = 64;

impl Pair<'_> {
    /// When the values of a side hold: the slot, else the day of publication.
    pub(super) fn as_of(&self, side: Side) -> Option<Time> {
        let stated = self
            .best(side)
            .and_then(|fact| fact.slots.get(&Slot::AsOf))
            .and_then(|filling| filling.values.first());
        match stated {
            Some(Value::Time(time)) => Some(*time),
            _ => self.article(side).and_then(|article| article.published),
        }
    }

    /// The later side, where the two hold for different days.
    #[must_use]
    pub fn later(&self) -> Option<Side> {
        let (left, right) = (self.as_of(Side::Left)?, self.as_of(Side::Right)?);
        let (a, b) = (left.seconds()?, right.seconds()?);
        let apart = days_apart(&left, &right).is_some() && (a.1 <= b.0 || b.1 <= a.0);
        if apart {
            Some(if a.0 < b.0 { Side::Right } else { Side::Left })
        } else {
            self.moved().filter(|_| !self.is_of_one_moment())
        }
    }

    /// Whether both sides are told for one hour or part of a day: such stand against each other, whatever else is said.
    pub(super) fn is_of_one_moment(&self) -> bool {
        let is_hour = |value: &Value| {
            let Value::Time(time) = value else { return false };
            time.seconds().is_some_and(|(first, last)| last - first < DAY)
        };
        let told = self.best(Side::Left).and_then(|fact| fact.slots.get(&Slot::AsOf));
        told.is_some_and(|told| told.values.iter().any(is_hour)) && self.slot(Slot::AsOf) == Agreement::Agree
    }

    /// The side whose value is told as what it became, as its kind evolves, where the other one's is not: of two figures
    /// of one day that to which the toll *rose* is the later.
    fn moved(&self) -> Option<Side> {
        let is_moved = |side| self.facts(side).any(|fact| fact.is_moved);
        let later = match (is_moved(Side::Left), is_moved(Side::Right)) {
            (true, false) => Side::Left,
            (false, true) => Side::Right,
            (true, true) | (false, false) => return None,
        };
        let (before, after) = match later {
            Side::Left => (&self.right.value, &self.left.value),
            Side::Right => (&self.left.value, &self.right.value),
        };
        let fits = match self.kind.evolves {
            Evolution::Up => grows(before, after) == Some(true),
            Evolution::Down => grows(before, after) == Some(false),
            Evolution::Fixed | Evolution::Both | Evolution::Forward => false,
        };
        fits.then_some(later)
    }

    /// Whether the value moved from the earlier side to the later one as its kind evolves.
    #[must_use]
    pub fn evolved(&self) -> bool {
        let Some(later) = self.later().filter(|later| !self.is_taken_back(*later)) else { return false };
        let (earlier, later) = match later {
            Side::Left => (&self.right.value, &self.left.value),
            Side::Right => (&self.left.value, &self.right.value),
        };
        match self.kind.evolves {
            Evolution::Fixed => false,
            Evolution::Both => true,
            Evolution::Up => grows(earlier, later) == Some(true),
            Evolution::Down => grows(earlier, later) == Some(false),
            Evolution::Forward => self.state_order(earlier) < self.state_order(later),
        }
    }

    /// Whether the value that would be the earlier one is told again when the later one was out, and they differ by a slip
    /// of the pen: 14, 41 and 14 hurt.
    fn is_taken_back(&self, later: Side) -> bool {
        let earlier = if later == Side::Left { Side::Right } else { Side::Left };
        let day = |fact: &Fact| {
            self.knowledge.article(fact.article)?.published.as_ref()?.days().map(|(day, _)| day)
        };
        let again = || self.facts(earlier).take(TOLD).filter_map(day).max();
        let out = || self.facts(later).take(TOLD).filter_map(day).min();
        self.comparison == Comparison::Disjoint
            && self.slip().is_some()
            && again().zip(out()).is_some_and(|(again, out)| again >= out)
    }

    fn state_order(&self, value: &Value) -> Option<usize> {
        let Value::State(state) = value else { return None };
        self.kind.states.iter().position(|known| known.state == *state)
    }
}

/// Whether the later value lies above the earlier one; none where they are no numbers.
pub(in crate::check) fn grows(earlier: &Value, later: &Value) -> Option<bool> {
    let low = |value: &Value| match value {
        Value::Amount(amount) => amount.form.stated().first().and_then(|number| match &amount.unit {
            Some(unit) => unit.to_base(**number),
            None => Some(**number),
        }),
        Value::Duration(duration) => {
            duration.form.stated().first().and_then(|period| period.bounds()).map(|bounds| bounds.0)
        }
        Value::Time(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => None,
    };
    let (earlier, later) = (low(earlier)?, low(later)?);
    (earlier != later).then_some(later > earlier)
}
