//! Normalized values, exact and pure, and the comparison of two of them.
//!
//! Every value is a set of possibilities, and comparison is set comparison: numbers and quantities are
//! intervals with a hedge, times are intervals of the calendar, places carry what they are and lie in.

/// Numbers with their bounds and units.
pub mod amount;
/// How two values stand to each other.
pub mod compare;
/// Numbers in words against numbers in digits.
mod counted;
/// Parts that tell the opposite of what answers them.
mod crossed;
/// Parts of a day.
pub mod daypart;
/// Lengths of time.
pub mod duration;
/// The same frame around other words.
mod framed;
/// Ranges with open and closed ends.
pub mod interval;
/// Keys of identity.
pub mod keys;
/// Values as people write them in fact files.
pub mod notation;
/// Exact numbers.
pub mod number;
/// Places.
pub mod place;
/// Numbers told to fewer digits.
pub mod rounding;
/// Words in a row, and which of two rows are one.
mod row;
/// Points and stretches of time.
pub mod time;
/// How two wordings in two languages stand.
mod translation;
/// Whether one wording turns the other round.
mod turned_round;
/// Where two wordings part, and whether the sense turns there.
mod turning;
/// Units and their factors.
pub mod unit;
/// Two wordings of one utterance.
pub mod wording;
/// Quoted words and names.
pub mod words;

use crate::value::amount::Amount;
use crate::value::duration::Duration;
use crate::value::place::Place;
use crate::value::time::Time;
use crate::value::words::{Name, Words};

/// A normalized value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A number, a quantity or a sum of money.
    Amount(Amount),
    /// A point or stretch of time.
    Time(Time),
    /// A length of time.
    Duration(Duration),
    /// Quoted words.
    Words(Words),
    /// A person, body or thing.
    Name(Name),
    /// A place.
    Place(Place),
    /// One of a kind's states, by its id; that something happened; a place in a row from its end (`last-1`).
    State(String),
}
