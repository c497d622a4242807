//! Whether two figures are one: equal, or near as a rounding and a bound are, and in words that are like
//! enough. The more a value says by itself the fewer words it needs.

use crate::extract::figure::Figure;
use crate::graph::alike::shelf::Likeness;
use crate::graph::alike::slip::compare_written;
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::compare::Comparison;
use crate::value::duration::Period;
use crate::value::number::Number;

/// How much larger than a bound a figure may be that it lets through, as a part of the bound.
const LOOSE: (i64, i64) = (5, 4);

/// How much larger at most is what is told as about another measure.
const NEAR: (i64, i64) = (11, 10);

/// What more must be shared where one of two equal figures is only about what it says.
const VAGUE: u64 = 100;

/// Whether two figures are one.
pub(super) fn is_one(left: &Figure, right: &Figure, likeness: Likeness) -> bool {
    let is_chosen = matches!(left.sort, ValueType::State | ValueType::Place);
    if is_chosen && left.head.map(|head| head.key) != right.head.map(|head| head.key) {
        return false;
    }
    if !are_of_one(left, right) {
        return false;
    }
    // As many families are more people.
    if left.head.zip(right.head).is_some_and(|(one, other)| one.is_of_several != other.is_of_several) {
        return false;
    }
    let needed = match compare_written(&left.fact.value, &right.fact.value) {
        Comparison::Equal => Some(equal(left, right, likeness)),
        Comparison::EqualButHedge => {
            Some(near(left, right, likeness).min(equal(left, right, likeness) + VAGUE))
        }
        Comparison::RoundsTo(_) => Some(near(left, right, likeness)),
        Comparison::Within(_) => within(left, right, likeness),
        Comparison::Overlaps => overlap(left, right),
        Comparison::Disjoint | Comparison::Incomparable => None,
    };
    needed.is_some_and(|needed| likeness.weight + likeness.broad >= needed)
}

/// Whether two figures are said of one thing, where that is told: revenue is no profit.
pub(super) fn are_of_one(left: &Figure, right: &Figure) -> bool {
    (left.of.is_empty() && right.of.is_empty()) || left.of.iter().any(|of| right.of.contains(of))
}

/// How the counted things of two figures stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Things {
    /// One noun, or one kind that asks for one thing.
    Same,
    /// Two nouns that may name one: of which one is broader, or people.
    Kin,
    /// Two nouns that name two things.
    Other,
    /// Two nouns that may name one, as of two languages.
    Open,
    /// One noun, or none.
    Untold,
}

fn things(left: &Figure, right: &Figure, likeness: Likeness) -> Things {
    match (left.head, right.head) {
        _ if likeness.is_one_kind => Things::Same,
        (Some(one), Some(other)) if one.key == other.key => Things::Same,
        (Some(_), Some(_)) if left.is_of_anybody || right.is_of_anybody => Things::Kin,
        (Some(one), Some(other)) if one.is_kin(other) => Things::Kin,
        (Some(one), Some(other)) if one.is_plainly_other(other) => Things::Other,
        (Some(_), Some(_)) => Things::Open,
        (Some(_) | None, None) | (None, Some(_)) => Things::Untold,
    }
}

/// What two equal choices need to share that are of no noun, and two equal places of one act.
const CHOICE: u64 = 1250;
const VENUE: u64 = 900;

/// What two equal figures need to share: the less the fewer things have such a value.
fn equal(left: &Figure, right: &Figure, likeness: Likeness) -> u64 {
    let told = rarity(left).max(rarity(right));
    match (left.sort, things(left, right, likeness)) {
        (ValueType::Place, _) => VENUE,
        // Without a noun of its own a choice is of whatever stands around.
        (ValueType::State, _) if !left.is_of_story && left.head.is_none_or(|head| !head.is_listed) => CHOICE,
        (_, Things::Same) => 0,
        (ValueType::Quantity | ValueType::Duration, _) => 300_u64.saturating_sub(told),
        (ValueType::Money | ValueType::Percent, _) => 300_u64.saturating_sub(told),
        (ValueType::Time, _) => 400_u64.saturating_sub(told),
        // One rank is told of many nouns: the third title, the third time.
        (ValueType::Ordinal, _) => 400_u64.saturating_sub(told),
        (_, Things::Other) if told < TWO_DIGITS => 2400,
        (_, Things::Other) if told < RARE => 1000,
        (_, Things::Other) => 600,
        (_, Things::Kin) => 350_u64.saturating_sub(told),
        (_, Things::Open | Things::Untold) => 400_u64.saturating_sub(told),
    }
}

/// What figures need to share of which one rounds or hedges the other.
fn near(left: &Figure, right: &Figure, likeness: Likeness) -> u64 {
    let told = rarity(left).min(rarity(right));
    match (left.sort, things(left, right, likeness)) {
        (_, Things::Same) => 0,
        (ValueType::Quantity, _) => 300_u64.saturating_sub(told),
        (ValueType::Money, _) => 350_u64.saturating_sub(told),
        (ValueType::Percent | ValueType::Duration, _) => 700_u64.saturating_sub(told),
        (ValueType::Time, _) => 1000,
        (_, Things::Kin) => 400,
        (_, Things::Other | Things::Open | Things::Untold) => 1000,
    }
}

/// What figures need to share of which one bounds the other closely; none of what lies far from its bound.
fn within(left: &Figure, right: &Figure, likeness: Likeness) -> Option<u64> {
    let ratio = ratio(&left.fact.value, &right.fact.value);
    let is_within = |most: (i64, i64)| {
        ratio.is_none_or(|ratio| Number::ratio(most.0, most.1).is_some_and(|most| ratio <= most))
    };
    let is_near = ratio.is_some() && is_within(NEAR);
    let needed = match (left.sort, things(left, right, likeness)) {
        (ValueType::Quantity, _) if is_near => 0,
        (ValueType::Quantity | ValueType::Money, _) => 150,
        (ValueType::Percent, _) => 300,
        (ValueType::Duration, _) if is_near => 150,
        (ValueType::Duration, _) => 400,
        (ValueType::Time, _) => 600,
        (_, Things::Same) => 150,
        (_, Things::Kin) => 500,
        (_, Things::Other | Things::Open | Things::Untold) => 1200,
    };
    is_within(LOOSE).then_some(needed)
}

/// What measures need to share that both are only about what they say, and about one another.
fn overlap(left: &Figure, right: &Figure) -> Option<u64> {
    let ratio = ratio(&left.fact.value, &right.fact.value)?;
    let is_near = Number::ratio(NEAR.0, NEAR.1).is_some_and(|most| ratio <= most);
    (left.sort == ValueType::Quantity && is_near).then_some(0)
}

/// What the rarity of two digits is.
const TWO_DIGITS: u64 = DIGIT;

/// What the rarity of three digits is; hardly two things have such a value by chance.
const RARE: u64 = 600;

/// What each digit but the first adds to what a value says by itself.
const DIGIT: u64 = 300;

/// How few things have a value by chance: the more digits it has, without noughts, and the rarer its unit.
pub(super) fn rarity(figure: &Figure) -> u64 {
    let digits = |digits: Option<u32>| u64::from(digits.unwrap_or_default().saturating_sub(1)) * DIGIT;
    match &figure.fact.value {
        Value::Amount(amount) => {
            let stated = amount.form.stated();
            let is_of = |sort| u64::from(figure.sort == sort);
            let unit = 300 * is_of(ValueType::Quantity) + 200 * is_of(ValueType::Money);
            unit + digits(stated.values().map(|number| said(*number)).max())
        }
        Value::Duration(duration) => {
            digits(duration.form.stated().values().filter_map(|period| length(*period)).map(said).max())
        }
        Value::Time(time) => match time.to_string() {
            written if written.contains('T') => 600,
            written if written.len() == YEAR => 300,
            written if written.len() == DAY => 300,
            _ => 0,
        },
        Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => 0,
    }
}

/// Letters of a year and of a day as they are written.
const YEAR: usize = 4;
const DAY: usize = 10;

/// How many digits a number has as it is mostly written, without noughts behind.
fn said(number: Number) -> u32 {
    let steps = number.over(number.written_precision()).map(Number::magnitude).and_then(Number::to_whole);
    let mut steps = steps.unwrap_or(0);
    while steps != 0 && steps % TEN == 0 {
        steps /= TEN;
    }
    steps.checked_ilog10().map_or(0, |digits| digits + 1)
}

/// A period in the largest unit that it has a whole number of.
fn length(period: Period) -> Option<Number> {
    let (months, seconds) = (period.months.to_whole()?, period.seconds.to_whole()?);
    let whole =
        |count: i64, units: &[i64]| units.iter().find(|unit| count % **unit == 0).map(|unit| count / *unit);
    match (months, seconds) {
        (months, 0) => whole(months, &[12, 1]).map(Number::whole),
        (0, seconds) => whole(seconds, &[86_400, 3_600, 60, 1]).map(Number::whole),
        (months, _) => Some(Number::whole(months)),
    }
}

/// The base of the numbers that people write.
pub(super) const TEN: i64 = 10;

/// Whether few things have such a value: a measure, or a number of three figures that is not round.
pub(super) fn is_telling(value: &Value) -> bool {
    match value {
        Value::Amount(amount) => {
            let significant = |number: &&Number| {
                number.over(number.written_precision()).is_some_and(|steps| steps.magnitude() >= DIGITS)
            };
            amount.unit.is_some() || amount.form.stated().iter().any(significant)
        }
        Value::Time(time) => time.to_string().contains('T'),
        Value::Duration(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => false,
    }
}

/// The least number of three significant figures.
pub(super) const DIGITS: Number = Number::whole(100);

/// How many times as large the larger of two amounts or lengths is.
fn ratio(left: &Value, right: &Value) -> Option<Number> {
    let size = |value: &Value| match value {
        Value::Amount(amount) => amount.in_base(),
        Value::Duration(duration) => {
            duration.form.stated().first().and_then(|period| period.bounds()).map(|bounds| bounds.0)
        }
        Value::Time(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => None,
    };
    let (left, right) = (size(left)?, size(right)?);
    if left < right { right.over(left) } else { left.over(right) }
}
