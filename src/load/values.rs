//! The values of a fact file, each read by the type that its kind or slot takes.

use crate::fact::slot::Slot;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::load::fields;
use crate::value::Value;
use crate::value::amount::Amount;
use crate::value::notation;
use crate::value::unit::Unit;

/// What a fact says, read by its kind.
///
/// # Errors
/// The message, when `text` is no such value.
pub(super) fn value(kind: &Kind, text: &str, lexicon: &Lexicon) -> Result<Value, String> {
    match kind.value {
        ValueType::Count
        | ValueType::Frequency
        | ValueType::Ordinal
        | ValueType::Percent
        | ValueType::Money
        | ValueType::Quantity => amount(kind, text, lexicon).map(Value::Amount),
        ValueType::Time => notation::time(text).map(Value::Time).map_err(|error| error.to_string()),
        ValueType::Duration => {
            notation::duration(text).map(Value::Duration).map_err(|error| error.to_string())
        }
        ValueType::Quote => Ok(Value::Words(lexicon.words(text, false))),
        ValueType::Place => Ok(Value::Place(lexicon.place(text))),
        ValueType::Name => Ok(Value::Name(lexicon.name(text))),
        ValueType::State => {
            let states: Vec<&str> = kind.states.iter().map(|state| state.state.as_str()).collect();
            state(text, &states)
        }
        ValueType::Occurrence => state(text, &[HAPPENED]),
    }
}

/// The only value of a kind that says that something happened.
const HAPPENED: &str = "happened";

/// What fills a slot.
///
/// # Errors
/// The message, when `text` is no such value.
pub(super) fn slot_value(slot: Slot, text: &str, lexicon: &Lexicon) -> Result<Value, String> {
    match slot {
        Slot::Who | Slot::Whom | Slot::What | Slot::Of | Slot::Action | Slot::Part | Slot::Per => {
            Ok(Value::Name(lexicon.name(text)))
        }
        Slot::From | Slot::To | Slot::Where => Ok(Value::Place(lexicon.place(text))),
        Slot::When | Slot::AsOf => notation::time(text).map(Value::Time).map_err(|error| error.to_string()),
    }
}

fn state(text: &str, states: &[&str]) -> Result<Value, String> {
    if states.contains(&text) {
        return Ok(Value::State(text.to_owned()));
    }
    Err(fields::unknown("state", text, states))
}

fn amount(kind: &Kind, text: &str, lexicon: &Lexicon) -> Result<Amount, String> {
    let amount = notation::amount(text, |code| lexicon.unit(code)).map_err(|error| error.to_string())?;
    let expected = match kind.value {
        ValueType::Count | ValueType::Ordinal if amount.unit.is_some() => {
            Some("a number without unit".to_owned())
        }
        ValueType::Money if !amount.unit.as_ref().is_some_and(Unit::is_currency) => {
            Some("an ISO 4217 currency behind the number, such as `50e9 USD`".to_owned())
        }
        ValueType::Quantity => {
            let is_other = |dimension: &&String| amount.dimension() != Some(dimension.as_str());
            kind.dimension
                .as_ref()
                .filter(is_other)
                .map(|dimension| format!("a unit of {dimension} behind the number"))
        }
        ValueType::Count
        | ValueType::Ordinal
        | ValueType::Money
        | ValueType::Frequency
        | ValueType::Percent
        | ValueType::Time
        | ValueType::Duration
        | ValueType::Quote
        | ValueType::Place
        | ValueType::Name
        | ValueType::State
        | ValueType::Occurrence => None,
    };
    expected
        .map_or(Ok(amount), |expected| Err(format!("\"{text}\" is no {} here, expected {expected}", kind.id)))
}
