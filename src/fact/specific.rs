//! Values that name one thing wherever they stand: a town, a person, a country's ministry. "The ministry",
//! "a hospital" and a whole country as the place of an attack do not.

use crate::fact::SlotValue;
use crate::fact::slot::Slot;
use crate::fact::unify::{self, Agreement};
use crate::value::Value;
use crate::value::words::Name;

/// Whether two fillings of a slot agree by a value that names one thing.
#[must_use]
pub fn agree(slot: Slot, left: Option<&SlotValue>, right: Option<&SlotValue>) -> bool {
    let (Some(left), Some(right)) = (left, right) else { return false };
    let pairs = left.values.iter().flat_map(|a| right.values.iter().map(move |b| (a, b)));
    let agree = |(a, b): (&Value, &Value)| {
        is_specific(slot, a) && is_specific(slot, b) && unify::values(a, b) == Agreement::Agree
    };
    unify::fillings(Some(left), Some(right)) == Agreement::Agree && pairs.into_iter().any(agree)
}

/// Whether what fills a slot names one thing. A whole country is one as the end of a way, and not as the
/// place of what happens there every day, nor as the one who does it; a sort of thing, a war or a sanction,
/// is none.
fn is_specific(slot: Slot, value: &Value) -> bool {
    if slot == Slot::What {
        return false;
    }
    let is_way = matches!(slot, Slot::From | Slot::To);
    match value {
        Value::Place(place) => place.id.as_deref().is_some_and(|id| is_way || !is_country(id)),
        Value::Name(name) => is_one(name, is_way),
        Value::Time(time) => !time.is_relative(),
        Value::Amount(_) | Value::Duration(_) | Value::Words(_) | Value::State(_) => true,
    }
}

/// Whether a name is somebody's own, or an office or body with what it is for or whose it is.
fn is_one(name: &Name, is_way: bool) -> bool {
    let is_own = |key: &String| match key.split_once(':') {
        Some((_, rest)) => rest.chars().any(char::is_alphanumeric),
        None => is_way || !is_country(key),
    };
    name.keys.iter().any(is_own)
}

/// Whether an id is the ISO code of a country.
fn is_country(id: &str) -> bool {
    id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_uppercase())
}
