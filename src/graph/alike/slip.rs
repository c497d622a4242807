//! Numbers of which one is plainly a slip of the pen for the other: two neighbouring digits change places, there are
//! noughts too many, or the number is told in another unit.

use crate::value::amount::Form;
use crate::value::compare::{Comparison, compare};
use crate::value::duration::{DAY, Duration, Period};
use crate::value::number::Number;
use crate::value::{self, Value};

/// How plainly one number is a slip of the pen for the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// Counts of two digits that are turned.
    Short,
    /// Measures of one digit, with noughts too many.
    Nought,
    /// Measures of two digits.
    Measured,
    /// Numbers of three digits: hardly anything else is meant.
    Plain,
    /// Years, of which many are alike.
    Year,
    /// One number in two units of a sort: metres and feet, dollars and euros.
    Unit,
}

impl Slip {
    /// What the slip adds to what two figures share, where partners are looked for.
    pub(super) const fn likeness(self) -> u64 {
        match self {
            Self::Short | Self::Nought | Self::Unit => 0,
            Self::Measured | Self::Year => TURNED / 2,
            Self::Plain => TURNED,
        }
    }
}

/// What a plain slip adds to what two figures share.
const TURNED: u64 = 800;

/// How one number is a slip of the pen for the other, if it is.
#[must_use]
pub fn slip(left: &Value, right: &Value) -> Option<Slip> {
    let ((one, unit), (other, other_unit)) = (told(left)?, told(right)?);
    if unit != other_unit {
        return is_in_other_unit(left, right).then_some(Slip::Unit);
    }
    let (low, high) = if one < other { (one, other) } else { (other, one) };
    if low.times(Number::whole(NOUGHTS)).is_none_or(|most| high > most) {
        return None;
    }
    let rest = |number: Number| number.to_whole().map(|whole| whole.unsigned_abs() % NINE);
    if rest(low).zip(rest(high)).is_some_and(|(low, high)| low != high) {
        return None;
    }
    // A bound has noughts of its own, and about half is no five per cent.
    let is_told = |value: &Value| is_exact(value) || (unit != Unit::Measure(PERCENT) && is_about(value));
    let may_be_nought = is_told(left) && is_told(right);
    let (left, right) = (digits(one), digits(other));
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
        1 => (unit.is_measure() && may_be_nought).then_some(Slip::Nought),
        2 if unit.is_measure() => Some(Slip::Measured),
        2 => Some(Slip::Short),
        _ if unit == Unit::Year => Some(Slip::Year),
        _ => Some(Slip::Plain),
    };
    // Noughts and turned digits are two slips, not one.
    let is_shifted = turned && low.times(Number::whole(TEN)).is_none_or(|most| high > most);
    slip.filter(|_| (turned || left == right) && !is_shifted)
}

/// How two values stand as they were written: as many as 71 is told of what is 71, and no bound of 17, whose digits are
/// turned; and a ton is as good as a tonne.
#[must_use]
pub fn compare_written(left: &Value, right: &Value) -> Comparison {
    let comparison = compare(left, right);
    let is_most =
        |value: &Value| matches!(value, Value::Amount(amount) if matches!(amount.form, Form::AtMost(_)));
    let is_turned = || {
        let written = told(left).zip(told(right));
        slip(left, right).is_some()
            && written.is_some_and(|((left, _), (right, _))| digits(left) != digits(right))
    };
    match comparison {
        Comparison::Within(_) | Comparison::Overlaps if (is_most(left) || is_most(right)) && is_turned() => {
            Comparison::Disjoint
        }
        Comparison::Within(_) | Comparison::Overlaps if are_two_extents(left, right) => Comparison::Disjoint,
        Comparison::Disjoint if is_in_like_unit(left, right) => Comparison::EqualButHedge,
        Comparison::Equal
        | Comparison::EqualButHedge
        | Comparison::RoundsTo(_)
        | Comparison::Within(_)
        | Comparison::Overlaps
        | Comparison::Disjoint
        | Comparison::Incomparable => comparison,
    }
}

/// How many times as large the end of a stretch is at least that is no guess at one length: from nine months to 15 years.
const EXTENT: i64 = 5;

/// How many times as large one end is at least that is another.
const OTHER_END: (i64, i64) = (6, 5);

/// Whether two values give two stretches of lengths, each from one to another, of which one end is told in two ways: for
/// those between nine months and 15 years, and between nine months and ten.
pub(super) fn are_two_extents(left: &Value, right: &Value) -> bool {
    let ends = |value: &Value| {
        let Value::Duration(Duration { form: Form::Range(low, high), .. }) = value else { return None };
        let (low, high) = (low.bounds()?.0, high.bounds()?.1);
        let is_extent = low.times(Number::whole(EXTENT)).is_some_and(|least| high >= least);
        is_extent.then_some((low, high))
    };
    let is_other = |one: Number, other: Number| {
        let (low, high) = if one < other { (one, other) } else { (other, one) };
        high.over(low)
            .zip(Number::ratio(OTHER_END.0, OTHER_END.1))
            .is_some_and(|(ratio, least)| ratio >= least)
    };
    ends(left)
        .zip(ends(right))
        .is_some_and(|(left, right)| is_other(left.0, right.0) != is_other(left.1, right.1))
}

/// The code of shares of a hundred.
const PERCENT: &str = "%";

/// Whether a value is told as just what it is.
const fn is_exact(value: &Value) -> bool {
    match value {
        Value::Amount(amount) => matches!(amount.form, Form::Exactly(_)),
        Value::Duration(duration) => matches!(duration.form, Form::Exactly(_)),
        Value::Time(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => true,
    }
}

/// Whether a value is told as about what it is.
const fn is_about(value: &Value) -> bool {
    match value {
        Value::Amount(amount) => matches!(amount.form, Form::About(_)),
        Value::Duration(duration) => matches!(duration.form, Form::About(_)),
        Value::Time(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => false,
    }
}

/// How much larger one unit is than another at least that nobody takes for it: a ton is as good as a tonne.
const LARGER: (i64, i64) = (5, 4);

/// How many times as large a unit is at most that is taken for another: nobody takes a nanometre for a mile.
const FARTHEST: i64 = 10_000;

/// Whether two values tell one number in two units of a sort: 92 metres and 92 feet, five billion dollars and as many
/// euros.
#[must_use]
pub fn is_in_other_unit(left: &Value, right: &Value) -> bool {
    units_of_one_number(left, right).is_some_and(|(one, other)| {
        if one.is_currency() {
            other.is_currency() && one.code != other.code
        } else {
            one.dimension == other.dimension && are_larger(one, other)
        }
    })
}

/// Whether two values tell one number in two units that are as good as one: 804 short tons and 804 tonnes.
fn is_in_like_unit(left: &Value, right: &Value) -> bool {
    units_of_one_number(left, right).is_some_and(|(one, other)| {
        one.code != other.code && one.dimension == other.dimension && are_as_large(one, other)
    })
}

/// The units of two values that tell one number.
fn units_of_one_number<'v>(
    left: &'v Value,
    right: &'v Value,
) -> Option<(&'v value::unit::Unit, &'v value::unit::Unit)> {
    let (Value::Amount(left), Value::Amount(right)) = (left, right) else { return None };
    let units = left.unit.as_ref().zip(right.unit.as_ref())?;
    let (one, other) = (left.form.stated(), right.form.stated());
    // About 860 dollars are no 860 pounds; of thirty and about thirty there are many.
    let is_loose = |form: &Form<Number>| matches!(form, Form::Exactly(_) | Form::About(_) | Form::Nearly(_));
    let is_one = matches!((&*one, &*other), ([one], [other]) if one == other && digits(**one).len() > 1)
        && is_loose(&left.form)
        && is_loose(&right.form);
    (is_one || (left.form == right.form && left.form.only().is_some())).then_some(units)
}

/// Whether one of two units is so much larger that nobody takes it for the other, and on one scale with it.
fn are_larger(one: &value::unit::Unit, other: &value::unit::Unit) -> bool {
    let (ratio, least) = (times(one, other), Number::ratio(LARGER.0, LARGER.1));
    ratio.zip(least).is_some_and(|(ratio, least)| ratio >= least && ratio <= Number::whole(FARTHEST))
}

/// Whether two units are as large as one, or nearly.
fn are_as_large(one: &value::unit::Unit, other: &value::unit::Unit) -> bool {
    let (ratio, least) = (times(one, other), Number::ratio(LARGER.0, LARGER.1));
    ratio.zip(least).is_some_and(|(ratio, least)| ratio < least)
}

/// How many times as large the larger of two units is.
fn times(one: &value::unit::Unit, other: &value::unit::Unit) -> Option<Number> {
    let (low, high) = if one.factor < other.factor { (one, other) } else { (other, one) };
    high.factor.over(low.factor)
}

/// What a number is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit<'v> {
    /// Nothing: it is a count or a bare number.
    Count,
    /// A unit of measure or of money, by its code.
    Measure(&'v str),
    /// A length of time, by how finely it is told.
    Length(Period),
    /// Years: it is one of the calendar.
    Year,
}

impl Unit<'_> {
    /// Whether few things of a story are told in it: a measure, or a length shorter than a day.
    fn is_measure(self) -> bool {
        match self {
            Self::Count | Self::Year => false,
            Self::Measure(_) => true,
            Self::Length(unit) => unit.months.is_zero() && unit.seconds < Number::whole(DAY),
        }
    }
}

/// The one number that a value tells, and in what.
fn told(value: &Value) -> Option<(Number, Unit<'_>)> {
    match value {
        Value::Amount(amount) => {
            let stated = amount.form.stated();
            let [number] = &*stated else { return None };
            let unit = amount.unit.as_ref().map_or(Unit::Count, |unit| Unit::Measure(&unit.code));
            Some((**number, unit))
        }
        Value::Duration(duration) => {
            let stated = duration.form.stated();
            let [period] = &*stated else { return None };
            // Nobody turns the digits of weeks into those of days.
            let unit = duration.precision;
            let count = if unit.months.is_zero() {
                period.seconds.over(unit.seconds)
            } else {
                period.months.over(unit.months)
            };
            Some((count?, Unit::Length(unit)))
        }
        Value::Time(time) => Some((Number::whole(time.year()?.into()), Unit::Year)),
        Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => None,
    }
}

/// What a number of three digits and more has in common with those that a plain slip of the pen makes of it: its
/// digits and its unit.
pub(super) fn key(value: &Value) -> Option<(Vec<char>, Unit<'_>)> {
    let (number, unit) = told(value)?;
    let mut digits = digits(number);
    digits.sort_unstable();
    (digits.len() > 2).then_some((digits, unit))
}

/// How many times as large turned digits make a number at most.
const TEN: i64 = 10;

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

#[cfg(test)]
mod tests {
    use super::{Slip, slip};
    use crate::value::Value;
    use crate::value::amount::{Amount, Form};
    use crate::value::number::Number;

    #[test]
    fn two_slips_of_one_number_are_none() {
        let count = |number| Value::Amount(Amount::new(Form::Exactly(Number::whole(number)), None));
        let cases = [
            (154, 145, Some(Slip::Plain)),
            (1540, 15400, Some(Slip::Plain)),
            (154, 14500, None),
            (34, 43, Some(Slip::Short)),
            (34, 430, None),
        ];
        for (left, right, expected) in cases {
            assert_eq!(slip(&count(left), &count(right)), expected, "{left} and {right}");
        }
    }
}
