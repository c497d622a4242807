//! Three-valued unification of slots: two fillings agree, conflict, or cannot be told.

use crate::fact::slot::Slot;
use crate::fact::{Binding, SlotValue};
use crate::value::Value;
use crate::value::compare::{Comparison, compare, places as compare_places};
use crate::value::place::Place;
use crate::value::words::Name;
use std::collections::BTreeMap;

/// How two fillings of one slot stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Agreement {
    /// They can be one.
    Agree,
    /// They cannot.
    Conflict,
    /// One is not known, or they cannot be compared.
    Unknown,
}

/// Unifies two fillings of one slot. Several values that hold together agree with a part of them.
#[must_use]
pub fn fillings(left: Option<&SlotValue>, right: Option<&SlotValue>) -> Agreement {
    let (Some(left), Some(right)) = (left, right) else { return Agreement::Unknown };
    if left.values.len() > 1 && right.values.len() > 1 {
        return sets(left, right);
    }
    let mut all = left.values.iter().flat_map(|a| right.values.iter().map(move |b| values(a, b)));
    let mut result = Agreement::Unknown;
    if all.clone().any(|agreement| agreement == Agreement::Agree) {
        result = Agreement::Agree;
    } else if all.clone().next().is_some() && all.all(|agreement| agreement == Agreement::Conflict) {
        result = Agreement::Conflict;
    }
    result
}

/// Whether two fillings name two persons, each in full and by the fact's own words.
#[must_use]
pub fn are_apart(left: Option<&SlotValue>, right: Option<&SlotValue>) -> bool {
    let (Some(left), Some(right)) = (left, right) else { return false };
    let apart = |one: &Value, other: &Value| match (one, other) {
        (Value::Name(one), Value::Name(other)) => one.is_apart(other),
        _ => false,
    };
    [left, right].iter().all(|filling| filling.binding == Binding::Bound)
        && left.values.iter().all(|one| right.values.iter().all(|other| apart(one, other)))
}

/// The same, where a spelling of each is known in one script, so that it is not the script that parts them.
#[must_use]
pub fn are_apart_in_script(left: Option<&SlotValue>, right: Option<&SlotValue>) -> bool {
    let names = |filling: Option<&SlotValue>| -> Vec<Name> {
        let values = filling.into_iter().flat_map(|filling| &filling.values);
        values
            .filter_map(|value| if let Value::Name(name) = value { Some(name.clone()) } else { None })
            .collect()
    };
    let others = names(right);
    are_apart(left, right)
        && names(left).iter().all(|one| others.iter().all(|other| one.shares_script(other)))
}

/// Unifies two sets: one must hold the other; sets that share a part may be two gatherings.
fn sets(left: &SlotValue, right: &SlotValue) -> Agreement {
    let (fewer, more) = if left.values.len() <= right.values.len() { (left, right) } else { (right, left) };
    let is_in = |value: &&Value| more.values.iter().any(|other| values(value, other) == Agreement::Agree);
    match fewer.values.iter().filter(is_in).count() {
        0 => Agreement::Conflict,
        shared if shared == fewer.values.len() => Agreement::Agree,
        _ => Agreement::Unknown,
    }
}

/// Unifies two values; a place and a state agree when the place is or lies in it.
#[must_use]
pub fn values(left: &Value, right: &Value) -> Agreement {
    if let (Value::Name(name), Value::Place(place)) | (Value::Place(place), Value::Name(name)) = (left, right)
    {
        return if is_state_of(name, place) { Agreement::Agree } else { Agreement::Unknown };
    }
    if let (Value::Place(left), Value::Place(right)) = (left, right)
        && left.id.is_none()
        && right.id.is_none()
        && compare_places(left, right) != Comparison::Disjoint
    {
        // "A hospital" and "a hospital": two places of one type, or one.
        return Agreement::Unknown;
    }
    if let (Value::Name(one), Value::Name(other)) = (left, right)
        && (one.ends(other) || other.ends(one))
    {
        return Agreement::Agree;
    }
    match compare(left, right) {
        Comparison::Disjoint => Agreement::Conflict,
        Comparison::Incomparable => Agreement::Unknown,
        Comparison::Equal
        | Comparison::EqualButHedge
        | Comparison::RoundsTo(_)
        | Comparison::Within(_)
        | Comparison::Overlaps => Agreement::Agree,
    }
}

fn is_state_of(name: &Name, place: &Place) -> bool {
    name.keys.iter().any(|key| place.id.as_deref() == Some(key) || place.within.contains(key))
}

/// Unifies what two maps have in a slot. A part that one side does not name is the whole, and no part is
/// the whole; nor is a rate an amount.
#[must_use]
pub fn slots(slot: Slot, left: Option<&SlotValue>, right: Option<&SlotValue>) -> Agreement {
    match slot {
        Slot::Part | Slot::Per if left.is_some() != right.is_some() => Agreement::Conflict,
        Slot::Part | Slot::Per if left.is_none() => Agreement::Agree,
        Slot::Part | Slot::Per | Slot::Who | Slot::Whom | Slot::From | Slot::To | Slot::Where => {
            fillings(left, right)
        }
        Slot::When | Slot::What | Slot::Of | Slot::Action | Slot::AsOf => fillings(left, right),
    }
}

/// The first slot of the two maps whose fillings conflict.
#[must_use]
pub fn conflict(left: &BTreeMap<Slot, SlotValue>, right: &BTreeMap<Slot, SlotValue>) -> Option<Slot> {
    let apart = |slot: &Slot| slots(*slot, left.get(slot), right.get(slot)) == Agreement::Conflict;
    [Slot::Part, Slot::Per].into_iter().find(apart).or_else(|| conflict_of_known(left, right))
}

fn conflict_of_known(left: &BTreeMap<Slot, SlotValue>, right: &BTreeMap<Slot, SlotValue>) -> Option<Slot> {
    left.iter()
        .map(|(slot, filling)| (*slot, fillings(Some(filling), right.get(slot))))
        .find_map(|(slot, agreement)| (agreement == Agreement::Conflict).then_some(slot))
}

/// The slots of the two maps whose fillings agree.
#[must_use]
pub fn agreeing(left: &BTreeMap<Slot, SlotValue>, right: &BTreeMap<Slot, SlotValue>) -> Vec<Slot> {
    let agrees =
        |(slot, filling): &(&Slot, &SlotValue)| fillings(Some(filling), right.get(slot)) == Agreement::Agree;
    left.iter().filter(agrees).map(|(slot, _)| *slot).collect()
}

/// Takes over into `known` what it lacks of `more`, and the narrower of two times or places that agree.
pub fn merge(known: &mut BTreeMap<Slot, SlotValue>, more: &BTreeMap<Slot, SlotValue>) {
    for (slot, filling) in more {
        match known.get_mut(slot) {
            None => {
                known.insert(*slot, filling.clone());
            }
            Some(present) => narrow(present, filling),
        }
    }
}

fn narrow(present: &mut SlotValue, other: &SlotValue) {
    use crate::value::compare::Side;
    if let ([one], [another]) = (present.values.as_slice(), other.values.as_slice()) {
        if compare(one, another) == Comparison::Within(Side::Right) {
            present.values = other.values.clone();
        }
        return;
    }
    for value in &other.values {
        if present.values.iter().all(|known| values(known, value) != Agreement::Agree) {
            present.values.push(value.clone());
        }
    }
    present.values.sort_unstable();
}
