//! Keys of values: numbers by which what may belong together finds itself, without asking everything.
//!
//! They are a sieve and decide nothing: values that do not conflict, or are equal, share a key; values that
//! share one are compared.

use crate::fact::SlotValue;
use crate::fact::slot::Slot;
use crate::text::hash;
use crate::value::Value;
use crate::value::compare::may_have_equal;
use crate::value::interval::Interval;
use crate::value::number::Number;
use crate::value::place::Place;
use crate::value::time::Time;

/// Seconds of a stretch of time that has one key.
const STRETCH: i64 = 64 * DAY;

/// Seconds of a day, by which zones may move a time.
const DAY: i64 = 86_400;

/// Most keys of one time; a longer one meets everything.
const LONGEST: i64 = 16;

/// Values of one sort are told apart by their keys; values of two sorts never conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sort {
    /// A person, body or thing by name.
    Name,
    /// A place with an id.
    Place,
    /// A time of a known day.
    Time,
}

/// The keys of what fills a slot.
#[derive(Clone, Debug)]
pub(super) struct Keys {
    /// Its sort.
    pub(super) sort: Sort,
    /// Under which it is found.
    pub(super) stored: Vec<u64>,
    /// Under which it finds others.
    pub(super) asked: Vec<u64>,
}

/// The keys of a filling; none where it may meet anything.
pub(super) fn of_filling(filling: &SlotValue) -> Option<Keys> {
    let mut all: Option<Keys> = None;
    for value in &filling.values {
        let keys = of_value(value)?;
        match &mut all {
            None => all = Some(keys),
            Some(known) if known.sort == keys.sort => {
                known.stored.extend(keys.stored);
                known.asked.extend(keys.asked);
            }
            Some(_) => return None,
        }
    }
    all
}

fn of_value(value: &Value) -> Option<Keys> {
    match value {
        Value::Name(name) if !name.is_office() && !name.keys.is_empty() => {
            let keys: Vec<u64> = name.keys.iter().map(hash::of).collect();
            Some(Keys { sort: Sort::Name, stored: keys.clone(), asked: keys })
        }
        Value::Place(place) => of_place(place),
        Value::Time(time) => {
            let keys = stretches(time)?;
            Some(Keys { sort: Sort::Time, stored: keys.clone(), asked: keys })
        }
        Value::Name(_) | Value::Amount(_) | Value::Duration(_) | Value::Words(_) | Value::State(_) => None,
    }
}

/// A place meets itself, what lies in it, and what it lies in.
fn of_place(place: &Place) -> Option<Keys> {
    let id = place.id.as_ref()?;
    let is = |id: &String| hash::of(&("is", id));
    let lies_in = |id: &String| hash::of(&("in", id));
    let stored = std::iter::once(is(id)).chain(place.within.iter().map(lies_in)).collect();
    let asked = [is(id), lies_in(id)].into_iter().chain(place.within.iter().map(is)).collect();
    Some(Keys { sort: Sort::Place, stored, asked })
}

/// The stretches of the calendar that a time touches.
fn stretches(time: &Time) -> Option<Vec<u64>> {
    let (first, last) = time.seconds().filter(|_| !time.is_relative())?;
    let first = first.checked_sub(DAY)?.div_euclid(STRETCH);
    let last = last.checked_add(DAY)?.div_euclid(STRETCH);
    (last.checked_sub(first)? < LONGEST).then(|| (first..=last).map(|stretch| hash::of(&stretch)).collect())
}

/// The keys of what takes part in an event or where it is: fillings of a slot that agree share one, and a state
/// one with the places in it. None where a value may agree with anything.
pub(super) fn of_party(slot: Slot, filling: &SlotValue) -> Option<Keys> {
    let (mut stored, mut asked) = (Vec::new(), Vec::new());
    let is = |id: &String| hash::of(&(slot, "is", id));
    let lies_in = |id: &String| hash::of(&(slot, "in", id));
    for value in &filling.values {
        match value {
            Value::Name(name) => {
                stored.extend(name.keys.iter().map(is));
                asked.extend(name.keys.iter().flat_map(|key| [is(key), lies_in(key)]));
            }
            Value::Place(place) => {
                let like = hash::of(&(slot, "like", &place.types, &place.within));
                stored.extend(place.id.iter().map(is).chain(place.within.iter().map(lies_in)).chain([like]));
                asked.extend(place.id.iter().flat_map(|id| [is(id), lies_in(id)]));
                asked.extend(place.within.iter().map(is).chain([like]));
            }
            Value::Amount(_) | Value::Time(_) | Value::Duration(_) | Value::Words(_) | Value::State(_) => {
                return None;
            }
        }
    }
    Some(Keys { sort: Sort::Name, stored, asked })
}

/// The keys of an answer, one of which every equal answer has; None for a time of an unknown day, which has to be
/// compared.
pub(super) fn of_answer(value: &Value) -> Option<Vec<u64>> {
    match value {
        Value::Amount(amount) => match amount.possibilities() {
            Some(possible) => Some(vec![hash::of(&(amount.dimension(), widest(&possible)))]),
            None => Some(vec![hash::of(amount)]),
        },
        Value::Duration(duration) => match duration.possibilities() {
            Some(possible) => Some(vec![hash::of(&widest(&possible))]),
            None => Some(vec![hash::of(duration)]),
        },
        Value::Time(time) if !may_have_equal(time) => Some(Vec::new()),
        Value::Time(time) => stretches(time),
        Value::Name(name) => Some(name.keys.iter().map(hash::of).collect()),
        Value::Place(Place { id: Some(id), .. }) => Some(vec![hash::of(id)]),
        Value::Place(place) => Some(vec![hash::of(&(&place.types, &place.within))]),
        Value::Words(words) => {
            Some(vec![hash::of(&words.keys.iter().map(|key| key.stem.as_str()).collect::<Vec<_>>())])
        }
        Value::State(state) => Some(vec![hash::of(state)]),
    }
}

/// The ranges that lie in no other.
fn widest(ranges: &[Interval<Number>]) -> Vec<&Interval<Number>> {
    let lies_in =
        |range: &Interval<Number>, other: &Interval<Number>| other != range && other.contains(range);
    let mut widest: Vec<_> =
        ranges.iter().filter(|range| !ranges.iter().any(|other| lies_in(range, other))).collect();
    widest.sort_unstable();
    widest.dedup();
    widest
}
