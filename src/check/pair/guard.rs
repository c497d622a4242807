//! What keeps two value classes from a contradiction.

mod amounts;
mod lengths;
mod times;

use crate::check::firm::{TRIED, is_bound_by_fact};
use crate::check::pair::{Event, Pair};
use crate::fact::slot::Slot;
use crate::fact::specific;
use crate::fact::unify::Agreement;
use crate::fact::{Binding, Fact};
use crate::finding::Guard;
use crate::graph::alike::weights::LEAST;
use crate::graph::question::Link;
use crate::lexicon::schema::answers::{Evolution, Scope};
use crate::lexicon::schema::kind::{SlotUse, ValueType};
use crate::lexicon::schema::telling::Telling;
use crate::value::compare::{Comparison, Side};
use crate::value::number::Number;
use crate::value::wording::Wording;

/// Slots that bind two facts to one thing when they agree; that both are of the whole binds nothing.
const TELLING: [Slot; 8] =
    [Slot::Who, Slot::Whom, Slot::From, Slot::To, Slot::Where, Slot::When, Slot::What, Slot::AsOf];

impl<'k> Pair<'k> {
    /// What keeps the pair from a contradiction: values that cannot be compared, an order that is not
    /// known, identifying slots that are not known. Pairs that agree need no guard.
    #[must_use]
    pub fn guard(&self) -> Option<Guard> {
        match self.comparison {
            Comparison::Incomparable if !self.is_in_other_unit() => return Some(Guard::Value),
            Comparison::Incomparable | Comparison::Disjoint => {}
            Comparison::Equal
            | Comparison::EqualButHedge
            | Comparison::RoundsTo(_)
            | Comparison::Within(_)
            | Comparison::Overlaps => {
                return None;
            }
        }
        if self.kind.value == ValueType::Quote {
            if self.wording() == Some(Wording::Unsure) {
                return Some(Guard::Value);
            }
            // An article that quotes twice tells two utterances.
            return self.quotes_twice().then_some(Guard::Event);
        }
        if self.kind.told == Telling::Speaker {
            return (!self.names_two_speakers() || self.quotes_twice()).then_some(Guard::Value);
        }
        if self.kind.told == Telling::Done && self.shares_article() {
            return Some(Guard::Event);
        }
        if self.kind.told == Telling::Finish && self.shares_article() {
            return Some(Guard::Event);
        }
        // Who is called by two countries has two, or plays for one.
        if self.kind.told == Telling::Nation && self.quotes_twice() {
            return Some(Guard::Several);
        }
        if (self.kind.told == Telling::Moment || self.is_day_and_year()) && self.is_far_apart() {
            return Some(Guard::Event);
        }
        if self.is_years_apart() {
            return Some(Guard::Event);
        }
        let guard = self.length_guard().or_else(|| self.amount_guard()).or_else(|| self.order_guard());
        guard.or_else(|| self.is_unlike().then_some(Guard::Unlike)).or_else(|| self.unknown_slots())
    }

    /// What keeps two amounts from a contradiction: how they are written, and of what they may be.
    fn amount_guard(&self) -> Option<Guard> {
        if self.may_be_grouped() {
            return Some(Guard::Grouping);
        }
        if self.is_none_elsewhere() {
            return Some(Guard::Event);
        }
        if self.is_of_several_places() {
            return Some(Guard::Several);
        }
        if self.is_of_wider_place() {
            return Some(Guard::SlotConflict(Slot::Where));
        }
        (self.may_be_other_tons() || self.is_loosely_told()).then_some(Guard::Value)
    }

    /// What keeps two values from a contradiction that may be of one thing at two times, or of one time in two prints.
    fn order_guard(&self) -> Option<Guard> {
        if self.is_rising() {
            return Some(Guard::Order);
        }
        if self.is_reprinted() || self.is_of_other_print() {
            return Some(Guard::Reprint);
        }
        if self.is_one_clock() || self.is_midnight() || self.is_weeks_apart() || self.is_within_week() {
            return Some(Guard::Value);
        }
        let is_undated = self.as_of(Side::Left).is_none() || self.as_of(Side::Right).is_none();
        (self.kind.evolves != Evolution::Fixed && is_undated).then_some(Guard::Order)
    }

    /// Whether the figures of both sides were weighed, and found to be of two things. What a reviewer says is taken as
    /// it is.
    fn is_unlike(&self) -> bool {
        let weighed = &self.knowledge.weighed;
        let read = |side| self.facts(side).filter(|fact| fact.id.is_none()).take(TRIED);
        let each = read(Side::Left).flat_map(|left| read(Side::Right).map(move |right| (left, right)));
        let best = each
            .filter_map(|(left, right)| weighed.between(left, right))
            .map(|pair| pair.evidence.weight())
            .max();
        let is_told_for_one_hour = self.slot(Slot::AsOf) == Agreement::Agree;
        self.question.link != Link::Counterparts
            && !self.evolved()
            && !is_told_for_one_hour
            && best.is_some_and(|best| best < LEAST)
    }

    fn unknown_slots(&self) -> Option<Guard> {
        if self.question.link == Link::Counterparts {
            return None;
        }
        let identifying = self.kind.slots.iter().filter(|(_, slot_use)| **slot_use == SlotUse::Identifies);
        let unknown: Vec<Slot> = identifying
            .map(|(slot, _)| *slot)
            .filter(|slot| self.slot(*slot) == Agreement::Unknown)
            .collect();
        if self.shares_article() && !(self.is_fully_bound() && self.is_singled_out()) {
            return Some(Guard::SlotsUnknown);
        }
        let bound = self.event() == Event::Same
            || self.kind.scope == Scope::Story
            || is_bound_by_fact(self.kind)
            || (self.kind.told == Telling::Age && self.names_one_part())
            || TELLING.into_iter().any(|slot| self.slot(slot) == Agreement::Agree);
        match unknown.as_slice() {
            [] if bound => None,
            [_] if bound && self.candidates == 1 => None,
            [one] => Some(Guard::SlotUnknown(*one)),
            [] | [_, ..] => Some(Guard::SlotsUnknown),
        }
    }

    /// Whether both sides name one part: the youngest of them.
    fn names_one_part(&self) -> bool {
        let named = |side| self.best(side).is_some_and(|fact| fact.slots.contains_key(&Slot::Part));
        named(Side::Left) && named(Side::Right) && self.slot(Slot::Part) == Agreement::Agree
    }

    /// Whether every slot that keeps questions apart is filled on both sides by the fact's own words, and some is.
    /// Two figures of one article mostly count two things; nothing less shows that they do not.
    fn is_fully_bound(&self) -> bool {
        let bound = |side: Side, slot: Slot| {
            self.best(side)
                .and_then(|fact| fact.slots.get(&slot))
                .is_some_and(|filling| filling.binding == Binding::Bound)
        };
        let keeps_apart = |slot_use: &SlotUse| {
            matches!(slot_use, SlotUse::Identifies | SlotUse::Narrows | SlotUse::Matches)
        };
        let needed = self.kind.slots.iter().filter(|(_, slot_use)| keeps_apart(slot_use));
        let mut needed =
            needed.map(|(slot, _)| *slot).filter(|slot| !matches!(slot, Slot::Part | Slot::Per)).peekable();
        needed.peek().is_some() && needed.all(|slot| bound(Side::Left, slot) && bound(Side::Right, slot))
    }

    /// Whether both sides name what they are about so that no other thing can be meant: every slot that
    /// identifies the question, or where none does every slot that narrows it; and the event, where it has one.
    fn is_singled_out(&self) -> bool {
        let slots = |of: SlotUse| {
            let slots = self.kind.slots.iter().filter(move |(_, slot_use)| **slot_use == of);
            slots.map(|(slot, _)| *slot).filter(|slot| !matches!(slot, Slot::Part | Slot::Per))
        };
        let (left, right) = (self.best(Side::Left), self.best(Side::Right));
        let named = |slot: Slot| {
            let filling = |fact: Option<&'k Fact>| fact.and_then(|fact| fact.slots.get(&slot));
            specific::agree(slot, filling(left), filling(right))
        };
        let mut identify = slots(SlotUse::Identifies);
        let mut narrow = slots(SlotUse::Narrows).chain(slots(SlotUse::Matches)).peekable();
        let is_identified = identify.next().is_some();
        // Where nothing can be named, nothing singles out: the cost of some project.
        if !is_identified && narrow.peek().is_none() && self.kind.event.is_none() {
            return false;
        }
        let all = if is_identified { slots(SlotUse::Identifies).all(named) } else { narrow.all(named) };
        all && (self.kind.event.is_none() || self.event() == Event::Same)
    }
}

/// Whether the larger of two numbers is no more than the smaller one times a ratio.
fn are_within(left: Number, right: Number, ratio: (i64, i64)) -> bool {
    let (low, high) = if left < right { (left, right) } else { (right, left) };
    let most = low.times(Number::whole(ratio.0)).zip(high.times(Number::whole(ratio.1)));
    most.is_some_and(|(most, high)| high <= most)
}
