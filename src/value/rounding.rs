//! Rounding: whether one number is another one told to fewer digits, rounded or cut off.

use crate::value::number::Number;

/// The share of a number that a step is at most whose digits behind are rather cut off than rounded, and how much finer
/// these are at least.
const CUT_OFF: i64 = 80;
const FINER: i64 = 100;

/// Whether a number is told as a coarser one: with the step to which each is written, if the finer one's is known.
#[must_use]
pub fn is_told_as((fine, finer): (Number, Option<Number>), (coarse, step): (Number, Number)) -> bool {
    let Some(off) = fine.minus(coarse).map(Number::magnitude) else { return false };
    let Some(twice) = off.plus(off) else { return false };
    // Half a step rounds up, away from nought: 20.5 is 21 and not 20.
    let is_up = fine.magnitude() < coarse.magnitude();
    twice < step || (twice == step && is_up) || (!is_up && off < step && is_cut_off(coarse, finer, step))
}

/// Whether what is behind the last digit may have been cut off: 297 thousand of 297,842, but no 31 of 31.8.
fn is_cut_off(coarse: Number, finer: Option<Number>, step: Number) -> bool {
    let is_within = |part: Number, times: i64, whole: Number| {
        part.times(Number::whole(times)).is_some_and(|most| most <= whole)
    };
    is_within(step, CUT_OFF, coarse.magnitude()) && finer.is_some_and(|finer| is_within(finer, FINER, step))
}
