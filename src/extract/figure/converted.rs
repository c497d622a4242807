//! Conversions: a value in brackets right behind the one that it is told for in another unit: 600 pounds *($800)*, 96
//! kilometres *(60 miles)*.

use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::value::Value;
use crate::value::unit::Unit;

/// Most words between a value and the one in brackets behind it: the bracket, and what it is told by.
const LINK: usize = 3;

/// Most words of the value before.
const LONG: usize = 8;

/// Whether a value stands in brackets as a conversion of the one before.
pub(super) fn is_converted(reading: &Reading<'_>, mention: &Mention) -> bool {
    let first = mention.words.start;
    let is_sign = |at: usize, sign: &str| reading.words.get(at).is_some_and(|word| word.is_sign(sign));
    let near = first.saturating_sub(LINK)..first;
    let Some(open) = near.rev().find(|at| is_sign(*at, "(")) else { return false };
    let Some(unit) = unit(mention) else { return false };
    let before = reading.mentions_in(open.saturating_sub(LONG)..open);
    let is_of_sort = |other: &Unit| {
        let is_money = other.is_currency() && unit.is_currency();
        (is_money || other.dimension == unit.dimension) && other.code != unit.code
    };
    let mut beside = before.iter().filter(|other| other.words.end == open);
    beside.any(|other| self::unit(other).is_some_and(is_of_sort))
}

fn unit(mention: &Mention) -> Option<&Unit> {
    let Value::Amount(amount) = &mention.value else { return None };
    amount.unit.as_ref()
}
