//! Numbers of which one is plainly a slip of the pen for the other: two neighbouring digits change places, or there
//! are noughts too many.

use crate::value::Value;
use crate::value::number::Number;

/// How plainly one number is a slip of the pen for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Slip {
    /// Counts of two digits that are turned.
    Short,
    /// Measures of one digit, with noughts too many.
    Nought,
    /// Measures of two digits.
    Measured,
    /// Numbers of three digits: hardly anything else is meant.
    Plain,
}

impl Slip {
    /// What two figures share at least of which one is a slip of the pen for the other.
    pub(super) const fn needed(self) -> u64 {
        match self {
            Self::Short => 600,
            Self::Nought => 1100,
            Self::Measured => TURNED / 2 + 300,
            Self::Plain => TURNED + 150,
        }
    }

    /// What the slip adds to what two figures share.
    pub(super) const fn likeness(self) -> u64 {
        match self {
            Self::Short | Self::Nought => 0,
            Self::Measured => TURNED / 2,
            Self::Plain => TURNED,
        }
    }
}

/// What a plain slip adds to what two figures share.
const TURNED: u64 = 800;

/// How one number is a slip of the pen for the other, if it is.
pub(super) fn slip(left: &Value, right: &Value) -> Option<Slip> {
    let (Value::Amount(left), Value::Amount(right)) = (left, right) else { return None };
    let has_unit = left.unit.is_some();
    let (one, other) = (left.form.stated(), right.form.stated());
    let ([one], [other]) = (one.as_slice(), other.as_slice()) else { return None };
    if left.unit.as_ref().map(|unit| &unit.code) != right.unit.as_ref().map(|unit| &unit.code) {
        return None;
    }
    let (low, high) = if one < other { (**one, **other) } else { (**other, **one) };
    if low.times(Number::whole(NOUGHTS)).is_none_or(|most| high > most) {
        return None;
    }
    let rest = |number: Number| number.to_whole().map(|whole| whole.unsigned_abs() % NINE);
    if rest(low).zip(rest(high)).is_some_and(|(low, high)| low != high) {
        return None;
    }
    let (left, right) = (digits(**one), digits(**other));
    let apart = left.iter().zip(&right).position(|(left, right)| left != right);
    let turned = apart.is_some_and(|at| {
        let mut turned = left.clone();
        let next = at + 1;
        next < turned.len() && {
            turned.swap(at, next);
            turned == right
        }
    });
    let slip = match left.len() {
        0 => None,
        1 => has_unit.then_some(Slip::Nought),
        2 if has_unit => Some(Slip::Measured),
        2 => Some(Slip::Short),
        _ => Some(Slip::Plain),
    };
    slip.filter(|_| turned || left == right)
}

/// What a number of three digits and more has in common with those that a plain slip of the pen makes of it: its
/// digits and its unit.
pub(super) fn key(value: &Value) -> Option<(Vec<char>, Option<&str>)> {
    let Value::Amount(amount) = value else { return None };
    let stated = amount.form.stated();
    let [number] = stated.as_slice() else { return None };
    let mut digits = digits(**number);
    digits.sort_unstable();
    (digits.len() > 2).then(|| (digits, amount.unit.as_ref().map(|unit| &*unit.code)))
}

/// How many times as large a slip of a nought or two makes a number; thousands and millions are scales that were
/// written or read apart.
const NOUGHTS: i64 = 100;

/// Whole numbers of the same digits in another order, with more noughts or fewer, leave the same over it.
const NINE: u64 = 9;

/// The digits of a number without the noughts before and behind.
fn digits(number: Number) -> Vec<char> {
    let written = number.to_string();
    let digits = written.chars().filter(char::is_ascii_digit).skip_while(|digit| *digit == '0');
    let mut digits: Vec<char> = digits.collect();
    while digits.last() == Some(&'0') {
        digits.pop();
    }
    digits
}
