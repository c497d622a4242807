//! Fractions with a slash: 3/4, 7/50.

use crate::value::number::Number;

/// Denominators that the press writes after a slash; others make it a date or a name.
const DENOMINATORS: [&str; 12] = ["2", "3", "4", "5", "6", "7", "8", "9", "10", "16", "100", "1000"];

/// The fraction of two runs of digits, where they make no date.
pub(super) fn slashed(numerator: &str, denominator: &str) -> Option<Number> {
    let is_known = DENOMINATORS.contains(&denominator);
    let is_plain = !numerator.starts_with('0') && numerator.len() <= 3;
    let (numerator, denominator): (i64, i64) = (numerator.parse().ok()?, denominator.parse().ok()?);
    // No day of a month has such a number.
    let is_round = (40..=1000).contains(&denominator) && denominator % 10 == 0;
    let is_plain = is_plain && (is_known || is_round);
    (is_plain && numerator < denominator).then(|| Number::ratio(numerator, denominator)).flatten()
}
