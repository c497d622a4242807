//! Whether two wordings count differently where one writes its number in words and the other in digits.
//!
//! Only numbers below a hundred are set against each other, and only where each side has one: larger ones are
//! written in several words, and of several numbers nobody knows which answers which.

use crate::value::words::Key;

/// What the ids begin with of numbers in words, of numbers in digits and of what multiplies a number.
const WORDS: &str = "number:";
const DIGITS: &str = "digits:";
const SCALE: &str = "scale:";

/// The first number that is mostly written in several words.
const SEVERAL: u64 = 100;

/// Whether both count, and not the same.
pub(super) fn differ<'w>(
    left: impl Iterator<Item = &'w Key> + Clone,
    right: impl Iterator<Item = &'w Key> + Clone,
) -> bool {
    single(left).zip(single(right)).is_some_and(|(left, right)| left != right)
}

/// The only number of some words; none where there are several, or where a word multiplies it.
fn single<'w>(keys: impl Iterator<Item = &'w Key> + Clone) -> Option<u64> {
    if keys.clone().any(|key| key.has(SCALE)) {
        return None;
    }
    let mut counted = keys.filter(|key| key.has(WORDS) || key.has(DIGITS));
    let number = number(counted.next()?)?;
    (number < SEVERAL && counted.next().is_none()).then_some(number)
}

/// The number that a word writes, of digits without any sign among them.
fn number(key: &Key) -> Option<u64> {
    let written = |kind: &str| key.concepts.iter().find_map(|concept| concept.strip_prefix(kind));
    let is_plain = || key.word.chars().all(char::is_numeric);
    written(WORDS).or_else(|| written(DIGITS).filter(|_| is_plain()))?.parse().ok()
}
