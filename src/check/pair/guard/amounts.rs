//! What keeps two amounts from a contradiction.

use crate::check::pair::guard::are_within;
use crate::check::pair::{Event, Pair};
use crate::fact::slot::Slot;
use crate::graph::question::Class;
use crate::lexicon::schema::answers::Evolution;
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::amount::Amount;
use crate::value::compare::Side;
use crate::value::number::Number;
use crate::value::place::Place;

/// The code of the ton, and how much larger the long ton is than the short one, with a little for rounding.
const TON: &str = "t";
const TONS: (i64, i64) = (9, 8);

/// How far a round number that is told as about or nearly lies from another of the same thing.
const LOOSE: (i64, i64) = (9, 8);

/// Most values of one count that evolves of which not each is a stage.
const STAGES: usize = 64;

/// Digits of a group of thousands.
const GROUP: usize = 3;

impl<'k> Pair<'k> {
    /// Whether one number is a thousand of the other, and three digits stand behind a mark where it is written:
    /// 614.196 is written for 614,196 where a point groups thousands.
    pub(super) fn may_be_grouped(&self) -> bool {
        let (Value::Amount(left), Value::Amount(right)) = (&self.left.value, &self.right.value) else {
            return false;
        };
        let (left, right) = (left.form.stated(), right.form.stated());
        let ([left], [right]) = (&*left, &*right) else { return false };
        let (low, high) = if left < right { (**left, **right) } else { (**right, **left) };
        let marked = |side| {
            self.facts(side).flat_map(|fact| &fact.evidence).any(|evidence| is_marked(&evidence.words))
        };
        low.times(Number::whole(1000)) == Some(high) && (marked(Side::Left) || marked(Side::Right))
    }

    /// Whether one side is told as about or nearly a round number near to the other: nearly 300, and 282.
    pub(super) fn is_loosely_told(&self) -> bool {
        let (Value::Amount(left), Value::Amount(right)) = (&self.left.value, &self.right.value) else {
            return false;
        };
        let stated = |amount: &Amount| amount.form.stated().first().map(|number| **number);
        let is_round = |amount: &Amount| amount.form.is_hedged() && stated(amount).is_some_and(has_one_digit);
        let is_of_one_unit = left.unit == right.unit;
        is_of_one_unit
            && (is_round(left) || is_round(right))
            && stated(left).zip(stated(right)).is_some_and(|(left, right)| are_within(left, right, LOOSE))
    }

    /// Whether one side counts none, of an event that may be another one.
    pub(super) fn is_none_elsewhere(&self) -> bool {
        let is_none =
            |value: &Value| matches!(value, Value::Amount(amount) if amount.in_base() == Some(Number::ZERO));
        let is_count = self.kind.value == ValueType::Count && self.kind.event.is_some();
        is_count && self.event() != Event::Same && (is_none(&self.left.value) || is_none(&self.right.value))
    }

    /// Whether one side is told of several places together and the other of one of them: 23 in Aleppo and Idlib, 14 in
    /// Aleppo.
    pub(super) fn is_of_several_places(&self) -> bool {
        let places = |side| -> Vec<&'k Place> {
            let filling = self.best(side).and_then(|fact| fact.slots.get(&Slot::Where));
            let values = filling.into_iter().flat_map(|filling| &filling.values);
            values
                .filter_map(|value| if let Value::Place(place) = value { Some(place) } else { None })
                .collect()
        };
        let is_one_of = |one: &[&Place], several: &[&Place]| match one {
            [one] => {
                several.len() > 1 && several.iter().any(|place| one.id == place.id || one.lies_in(place))
            }
            _ => false,
        };
        let (left, right) = (places(Side::Left), places(Side::Right));
        matches!(self.left.value, Value::Amount(_)) && (is_one_of(&left, &right) || is_one_of(&right, &left))
    }

    /// Whether the smaller of two counts is told of a listed place that lies in the other's: eight dead in Nairobi, and
    /// sixteen across Kenya. A mill lies in its town, and what befell people there is the same.
    pub(super) fn is_of_wider_place(&self) -> bool {
        let place = |side| {
            let filling = self.best(side).and_then(|fact| fact.slots.get(&Slot::Where))?;
            let [Value::Place(place)] = filling.values.as_slice() else { return None };
            place.id.is_some().then_some(place)
        };
        let size = |value: &Value| {
            let Value::Amount(amount) = value else { return None };
            amount.form.stated().first().map(|number| **number)
        };
        let places = place(Side::Left).zip(place(Side::Right));
        let sizes = size(&self.left.value).zip(size(&self.right.value));
        let is_smaller = |(left, right): (&Place, &Place)| {
            sizes.is_some_and(|(one, other)| {
                (left.lies_in(right) && one < other) || (right.lies_in(left) && other < one)
            })
        };
        self.kind.value == ValueType::Count && places.is_some_and(is_smaller)
    }

    /// Whether two counts of one day go on to one beyond both, as a toll does that rises by the hour.
    pub(super) fn is_rising(&self) -> bool {
        let goes_on = |own: &'k Class, class: &'k Class| {
            let pair = Self::new(self.knowledge, self.kind, self.question, (own, class), self.candidates);
            pair.evolved() && pair.later() == Some(Side::Right)
        };
        let moves = self.kind.value == ValueType::Count
            && matches!(self.kind.evolves, Evolution::Up | Evolution::Down);
        let classes = &self.question.classes;
        let rises = || classes.iter().any(|class| goes_on(self.left, class) && goes_on(self.right, class));
        moves && !self.is_of_one_moment() && (classes.len() > STAGES || rises())
    }

    /// Whether two masses in tons differ by no more than a ton of one country does from that of another.
    pub(super) fn may_be_other_tons(&self) -> bool {
        let mass = |value: &Value| {
            let Value::Amount(amount) = value else { return None };
            let is_ton = amount.unit.as_ref().is_some_and(|unit| &*unit.code == TON);
            amount.form.stated().first().map(|number| **number).filter(|_| is_ton)
        };
        let masses = mass(&self.left.value).zip(mass(&self.right.value));
        masses.is_some_and(|(left, right)| are_within(left, right, TONS))
    }
}

/// Whether a number has one digit before its noughts: 300, 4,000.
fn has_one_digit(number: Number) -> bool {
    let whole = number.to_whole().filter(|whole| *whole > 0);
    whole.is_some_and(|mut whole| {
        while whole % 10 == 0 {
            whole /= 10;
        }
        whole < 10
    })
}

/// Whether a mark with three digits behind it stands in a number as it is written.
fn is_marked(words: &str) -> bool {
    words.split(char::is_whitespace).any(|word| {
        let behind = |(_, rest): (&str, &str)| rest.chars().take_while(|c| c.is_numeric()).count() == GROUP;
        word.split_once(['.', ',', '٫', '٬']).is_some_and(behind)
    })
}
