//! Exact numbers: rationals that never round and never overflow unseen.

use num_rational::Ratio;
use num_traits::{CheckedAdd, CheckedDiv, CheckedMul, CheckedSub, Signed, ToPrimitive, Zero};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

/// Digits that a number may have before it counts as too large to be exact.
const MAX_DIGITS: usize = 30;

/// Digits that a whole number of 64 bits always has room for.
const FEW: usize = 18;

/// Below this, numerators and denominators are multiplied without a thought of overflow.
const SMALL: u64 = 1 << 62;

/// An exact rational number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Number(Ratio<i128>);

/// Why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// It is not written as one.
    #[error("not a number")]
    Malformed,
    /// It has more digits than can be kept exactly.
    #[error("too large to compare exactly")]
    TooLarge,
}

impl Number {
    /// Zero.
    pub const ZERO: Self = Self(Ratio::new_raw(0, 1));
    /// One.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// The whole number `n`.
    #[must_use]
    pub const fn whole(n: i64) -> Self {
        Self(Ratio::new_raw(n as i128, 1))
    }

    /// `numerator / denominator`; none where the denominator is zero.
    #[must_use]
    pub fn ratio(numerator: i64, denominator: i64) -> Option<Self> {
        (denominator != 0).then(|| Self(Ratio::new(numerator.into(), denominator.into())))
    }

    /// Ten to the power of `exponent`; none where that is too large.
    #[must_use]
    pub fn power_of_ten(exponent: i32) -> Option<Self> {
        let power = Ratio::from_integer(10_i128.checked_pow(exponent.unsigned_abs())?);
        Some(Self(if exponent < 0 { power.recip() } else { power }))
    }

    /// Whether it is ten to some power: a hundred, a thousandth.
    #[must_use]
    pub fn is_power_of_ten(self) -> bool {
        let is_power = |part: i128| {
            let places = u128::try_from(part).ok().and_then(u128::checked_ilog10);
            places.is_some_and(|places| 10_i128.checked_pow(places) == Some(part))
        };
        let (numerator, denominator) = (*self.0.numer(), *self.0.denom());
        is_power(numerator) && denominator == 1 || numerator == 1 && is_power(denominator)
    }

    /// The sum, where it is exact.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        if let Some((left, right)) = self.both_whole(other) {
            return left.checked_add(right).map(|sum| Self(Ratio::new_raw(sum, 1)));
        }
        self.0.checked_add(&other.0).map(Self)
    }

    /// The difference, where it is exact.
    #[must_use]
    pub fn minus(self, other: Self) -> Option<Self> {
        if let Some((left, right)) = self.both_whole(other) {
            return left.checked_sub(right).map(|difference| Self(Ratio::new_raw(difference, 1)));
        }
        self.0.checked_sub(&other.0).map(Self)
    }

    /// The product, where it is exact.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        if let Some((left, right)) = self.both_whole(other) {
            return left.checked_mul(right).map(|product| Self(Ratio::new_raw(product, 1)));
        }
        match (self.small(), other.small()) {
            (Some(left), Some(right)) => Some(small_product(left, right)),
            (None, _) | (_, None) => self.0.checked_mul(&other.0).map(Self),
        }
    }

    /// The quotient, where it is exact; none for a division by zero.
    #[must_use]
    pub fn over(self, other: Self) -> Option<Self> {
        match (self.small(), other.small()) {
            _ if other.is_zero() => None,
            (Some(left), Some((numerator, denominator))) => {
                Some(small_product(left, (denominator * numerator.signum(), numerator.abs())))
            }
            (None, _) | (_, None) => self.0.checked_div(&other.0).map(Self),
        }
    }

    /// The number without its sign.
    #[must_use]
    pub fn magnitude(self) -> Self {
        Self(self.0.abs())
    }

    /// The number with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        Self(-self.0)
    }

    /// Whether it is zero.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Whether it is below zero.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self.0.is_negative()
    }

    /// The number as an `i64`, where it is whole and fits.
    #[must_use]
    pub fn to_whole(self) -> Option<i64> {
        self.0.is_integer().then(|| self.0.to_integer().to_i64()).flatten()
    }

    /// The largest whole number that is not above it.
    #[must_use]
    pub fn floor(self) -> Option<i64> {
        self.0.floor().to_integer().to_i64()
    }

    /// The written precision of the number: the place of the last of at least two significant digits.
    /// "6,700" is precise to 100, "6,000" to 100, "500" to 10, "40" to 1, "6.1" to 0.1. Numbers that have
    /// no finite decimal form are precise to a hundredth.
    #[must_use]
    pub fn written_precision(self) -> Self {
        let hundredth = Self(Ratio::new_raw(1, 100));
        if self.is_zero() {
            return Self::ONE;
        }
        let mut place = 0;
        let mut value = self.magnitude().0;
        while !value.is_integer() {
            let Some(next) = value.checked_mul(&Ratio::from_integer(10)) else { return hundredth };
            (value, place) = (next, place - 1);
            if place < -12 {
                return hundredth;
            }
        }
        place += noughts_behind(value.to_integer().unsigned_abs());
        Self::power_of_ten(place).unwrap_or(hundredth)
    }

    /// Two whole numbers.
    fn both_whole(self, other: Self) -> Option<(i128, i128)> {
        (*self.0.denom() == 1 && *other.0.denom() == 1).then(|| (*self.0.numer(), *other.0.numer()))
    }

    /// Numerator and denominator, where both have room to spare.
    fn small(self) -> Option<(i64, i64)> {
        let small = |part: i128| i64::try_from(part).ok().filter(|part| part.unsigned_abs() < SMALL);
        small(*self.0.numer()).zip(small(*self.0.denom()))
    }

    /// The decimal places of its finite decimal form, if it has one.
    fn decimal_places(self) -> Option<u32> {
        let mut denominator = *self.0.denom();
        let (mut twos, mut fives) = (0, 0);
        while denominator % 2 == 0 {
            (denominator, twos) = (denominator / 2, twos + 1);
        }
        while denominator % 5 == 0 {
            (denominator, fives) = (denominator / 5, fives + 1);
        }
        (denominator == 1).then(|| twos.max(fives))
    }
}

/// The product of two small ratios in lowest terms.
fn small_product((a, b): (i64, i64), (c, d): (i64, i64)) -> Number {
    let (across, along) = (divisor(a, d), divisor(c, b));
    let numerator = i128::from(a / across) * i128::from(c / along);
    Number(Ratio::new_raw(numerator, i128::from(b / along) * i128::from(d / across)))
}

/// The greatest common divisor of a numerator and a denominator.
const fn divisor(numerator: i64, denominator: i64) -> i64 {
    let (mut one, mut other) = (denominator, numerator.abs());
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}

/// How many noughts a number ends in, of those behind its first two digits.
fn noughts_behind(mut digits: u128) -> i32 {
    let mut noughts = 0;
    while digits > u128::from(u64::MAX) && digits.is_multiple_of(10) {
        (digits, noughts) = (digits / 10, noughts + 1);
    }
    let Ok(mut digits) = u64::try_from(digits) else { return noughts };
    while digits >= 100 && digits.is_multiple_of(10) {
        (digits, noughts) = (digits / 10, noughts + 1);
    }
    noughts
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self.both_whole(*other), self.small(), other.small()) {
            (Some((left, right)), _, _) => left.cmp(&right),
            (None, Some((a, b)), Some((c, d))) => {
                (i128::from(a) * i128::from(d)).cmp(&(i128::from(c) * i128::from(b)))
            }
            (None, None, _) | (None, _, None) => self.0.cmp(&other.0),
        }
    }
}

impl fmt::Display for Number {
    /// A plain decimal where it is finite, else a ratio `1/3`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(places) = self.decimal_places().filter(|places| *places <= 18) else {
            return write!(f, "{}/{}", self.0.numer(), self.0.denom());
        };
        if places == 0 {
            return write!(f, "{}", self.0.numer());
        }
        let power = 10_i128.pow(places);
        let scaled = self.0.numer().unsigned_abs() * (power.unsigned_abs() / self.0.denom().unsigned_abs());
        let (whole, rest) = (scaled / power.unsigned_abs(), scaled % power.unsigned_abs());
        let sign = if self.is_negative() { "-" } else { "" };
        write!(f, "{sign}{whole}.{rest:0width$}", width = places as usize)
    }
}

impl FromStr for Number {
    type Err = NumberError;

    /// Reads `6700`, `-6.25`, `1/3` and `50e9`.
    fn from_str(text: &str) -> Result<Self, NumberError> {
        // Nearly all are a few digits.
        if text.len() <= FEW && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return text.parse().map(Self::whole).map_err(|_| NumberError::Malformed);
        }
        if let Some((numerator, denominator)) = text.split_once('/') {
            let denominator: Self = denominator.parse()?;
            return numerator.parse::<Self>()?.over(denominator).ok_or(NumberError::Malformed);
        }
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let exponent = exponent.parse::<i32>().map_err(|_| NumberError::Malformed)?;
        let (sign, digits) = mantissa.strip_prefix('-').map_or((1, mantissa), |rest| (-1, rest));
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !all_digits(whole) || !all_digits(fraction) || digits.ends_with('.') {
            return Err(NumberError::Malformed);
        }
        let fraction = fraction.trim_end_matches('0');
        if whole.trim_start_matches('0').len() + fraction.len() > MAX_DIGITS || exponent.abs() > 27 {
            return Err(NumberError::TooLarge);
        }
        let parsed: i128 = format!("{whole}{fraction}").parse().map_err(|_| NumberError::TooLarge)?;
        let places = i32::try_from(fraction.len()).map_err(|_| NumberError::TooLarge)?;
        let power = Self::power_of_ten(exponent - places).ok_or(NumberError::TooLarge)?;
        Self(Ratio::from_integer(parsed * sign)).times(power).ok_or(NumberError::TooLarge)
    }
}
