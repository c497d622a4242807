//! Numbers as the press states them: exact, hedged, bounded, ranged or alternative, with a unit or none.

use crate::value::interval::{End, Interval};
use crate::value::number::Number;
use crate::value::unit::Unit;
use std::hash::{Hash, Hasher};
use std::ops::Deref;

/// How a value is stated, before it is turned into the set of possibilities that it means.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form<T> {
    /// Just this.
    Exactly(T),
    /// This, give or take its written precision.
    About(T),
    /// Below this, by at most its written precision.
    Nearly(T),
    /// More than this.
    Over(T),
    /// This or more.
    AtLeast(T),
    /// Less than this.
    Under(T),
    /// This or less.
    AtMost(T),
    /// From the first to the second, both included.
    Range(T, T),
    /// One of several, or all of them in a list; never a range.
    Choice(Vec<T>),
}

impl<T> Form<T> {
    /// The stated values in order: one, the two ends of a range, or all of a choice.
    #[must_use]
    pub fn stated(&self) -> Stated<'_, T> {
        match self {
            Self::Exactly(value)
            | Self::About(value)
            | Self::Nearly(value)
            | Self::Over(value)
            | Self::AtLeast(value)
            | Self::Under(value)
            | Self::AtMost(value) => Stated::One([value]),
            Self::Range(first, last) => Stated::Two([first, last]),
            Self::Choice(values) => Stated::Many(values.iter().collect()),
        }
    }

    /// The stated value, where there is only one.
    #[must_use]
    pub const fn only(&self) -> Option<&T> {
        match self {
            Self::Exactly(value)
            | Self::About(value)
            | Self::Nearly(value)
            | Self::Over(value)
            | Self::AtLeast(value)
            | Self::Under(value)
            | Self::AtMost(value) => Some(value),
            Self::Range(..) => None,
            Self::Choice(values) => match values.as_slice() {
                [value] => Some(value),
                _ => None,
            },
        }
    }

    /// The form with every stated value mapped; none where one cannot be.
    pub fn try_map<U>(&self, mut map: impl FnMut(&T) -> Option<U>) -> Option<Form<U>> {
        Some(match self {
            Self::Exactly(value) => Form::Exactly(map(value)?),
            Self::About(value) => Form::About(map(value)?),
            Self::Nearly(value) => Form::Nearly(map(value)?),
            Self::Over(value) => Form::Over(map(value)?),
            Self::AtLeast(value) => Form::AtLeast(map(value)?),
            Self::Under(value) => Form::Under(map(value)?),
            Self::AtMost(value) => Form::AtMost(map(value)?),
            Self::Range(first, last) => Form::Range(map(first)?, map(last)?),
            Self::Choice(values) => Form::Choice(values.iter().map(map).collect::<Option<_>>()?),
        })
    }

    /// Whether a hedge softens it: about, nearly.
    #[must_use]
    pub const fn is_hedged(&self) -> bool {
        matches!(self, Self::About(_) | Self::Nearly(_))
    }

    /// Whether it gives a bound on one side alone.
    #[must_use]
    pub const fn is_bound(&self) -> bool {
        matches!(self, Self::Over(_) | Self::AtLeast(_) | Self::Under(_) | Self::AtMost(_))
    }
}

/// The values that a form states; read as a slice of them. Most forms state one, which takes no memory of its own.
#[derive(Clone, Debug)]
pub enum Stated<'f, T> {
    /// Just one.
    One([&'f T; 1]),
    /// The two ends of a range.
    Two([&'f T; 2]),
    /// Those of a choice.
    Many(Vec<&'f T>),
}

impl<'f, T> Stated<'f, T> {
    /// The values themselves, which outlive the list.
    pub fn values(&self) -> impl Iterator<Item = &'f T> {
        self.iter().copied()
    }
}

impl<T: Hash> Hash for Stated<'_, T> {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        (**self).hash(hasher);
    }
}

impl<'f, T> Deref for Stated<'f, T> {
    type Target = [&'f T];

    fn deref(&self) -> &[&'f T] {
        match self {
            Self::One(one) => one,
            Self::Two(two) => two,
            Self::Many(many) => many,
        }
    }
}

/// A number, with its unit if it has one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount {
    /// How it is stated, in its own unit.
    pub form: Form<Number>,
    /// How finely it is stated, in its own unit.
    pub precision: Number,
    /// Its unit; none for plain numbers and counts.
    pub unit: Option<Unit>,
}

impl Amount {
    /// Whether it is less than one and more than none, as a share of what is counted is: a third of the dead.
    #[must_use]
    pub fn is_share(&self) -> bool {
        let stated = self.form.stated();
        !stated.is_empty() && stated.values().all(|number| *number > Number::ZERO && *number < Number::ONE)
    }

    /// How much it is in base units of its dimension, whatever its sign: the first number that is stated.
    #[must_use]
    pub fn in_base(&self) -> Option<Number> {
        let number = **self.form.stated().first()?;
        self.unit.as_ref().map_or(Some(number), |unit| unit.to_base(number)).map(Number::magnitude)
    }

    /// An amount whose precision is that of the number as it is written.
    #[must_use]
    pub fn new(form: Form<Number>, unit: Option<Unit>) -> Self {
        let precision = form.stated().values().map(|n| n.written_precision()).min().unwrap_or(Number::ONE);
        Self { form, precision, unit }
    }

    /// The exact number `number` without a unit.
    #[must_use]
    pub fn exactly(number: Number) -> Self {
        Self::new(Form::Exactly(number), None)
    }

    /// What the unit measures; none for plain numbers.
    #[must_use]
    pub fn dimension(&self) -> Option<&str> {
        self.unit.as_ref().map(|unit| &*unit.dimension)
    }

    /// The set of possibilities in the base unit, in ascending order; none where it is not exact.
    #[must_use]
    pub fn possibilities(&self) -> Option<Vec<Interval<Number>>> {
        let base = |number: Number| match &self.unit {
            Some(unit) => unit.to_base(number),
            None => Some(number),
        };
        let mut ranges: Vec<_> = intervals(&self.form, self.fuzz()?)?
            .iter()
            .map(|range| range.try_map(base))
            .collect::<Option<_>>()?;
        ranges.sort_unstable();
        Some(ranges)
    }

    /// The step in the base unit to which `other` rounds to it: its written precision, but never more than a share
    /// of it. A digit alone says less than it seems: neither 600 kg nor 1.4 t is one ton.
    #[must_use]
    pub fn rounding_step(&self, other: &Self) -> Option<Number> {
        let factor = |amount: &Self| amount.unit.as_ref().map_or(Number::ONE, |unit| unit.factor);
        let precision = self.precision.times(factor(self))?;
        let ratio = factor(self).over(factor(other))?;
        let share = if ratio == Number::ONE {
            ONE_UNIT
        } else if ratio.is_power_of_ten() {
            DECIMAL
        } else {
            CONVERTED
        };
        let most = self.in_base()?.times(Number::ratio(share.0, share.1)?)?;
        Some(precision.min(most))
    }

    /// How much a hedge leaves open, in its own unit: its written precision, but never more than a quarter of a
    /// measure.
    fn fuzz(&self) -> Option<Number> {
        let most = |number: &&Number| number.magnitude().over(Number::whole(QUARTER));
        let stated = self.form.stated().first().and_then(most).filter(|_| self.unit.is_some());
        Some(stated.map_or(self.precision, |most| most.min(self.precision)))
    }
}

/// The most of an amount that the step to it is: from others in its unit, from those in a unit that is a power of
/// ten of it, and from those that were converted, where both are round.
const ONE_UNIT: (i64, i64) = (1, 2);
const DECIMAL: (i64, i64) = (1, 10);
const CONVERTED: (i64, i64) = (1, 5);

/// The share of a measure that a hedge never leaves open more of.
const QUARTER: i64 = 4;

/// The intervals that a form means when it is stated to within `precision`.
fn intervals(form: &Form<Number>, precision: Number) -> Option<Vec<Interval<Number>>> {
    let one = |lower, upper| vec![Interval { lower, upper }];
    Some(match form {
        Form::Exactly(n) => vec![Interval::point(*n)],
        Form::About(n) => vec![Interval::closed(n.minus(precision)?, n.plus(precision)?)],
        Form::Nearly(n) => one(End::Closed(n.minus(precision)?), End::Open(*n)),
        Form::Over(n) => one(End::Open(*n), End::Unbounded),
        Form::AtLeast(n) => one(End::Closed(*n), End::Unbounded),
        Form::Under(n) => one(End::Unbounded, End::Open(*n)),
        Form::AtMost(n) => one(End::Unbounded, End::Closed(*n)),
        Form::Range(first, last) => vec![Interval::closed(*first.min(last), *first.max(last))],
        Form::Choice(values) => values.iter().map(|n| Interval::point(*n)).collect(),
    })
}
