//! The words of two wordings in a row, and which of them are one.

use crate::value::words::{Key, Weight, Words};

/// A word with its place in its quote.
pub(super) type Placed<'w> = (usize, &'w Key);

/// The words of a quote that say something, with their places.
pub(super) fn placed(words: &Words, most: usize) -> Vec<Placed<'_>> {
    let says = |(_, key): &Placed<'_>| key.weight != Weight::Function || !key.against.is_empty();
    words.keys.iter().enumerate().filter(says).take(most).collect()
}

/// What a word that both have weighs: as it stands, with other clitics, in another form or as a synonym; a negation
/// weighs less than any word that it may stand before.
const VERY: usize = 7;
const EXACT: usize = 6;
const OTHER_FORM: usize = 4;
const SIGN: usize = 1;

/// The places in two rows of the words that they have in common, in order: the very words before other forms.
pub(super) fn in_order(
    left: &[Placed<'_>],
    right: &[Placed<'_>],
    same: impl Fn(&Key, &Key) -> bool,
) -> Vec<(usize, usize)> {
    let width = right.len() + 1;
    let mut common = vec![0_usize; width * (left.len() + 1)];
    let weight = |one: &Key, other: &Key| match (same(one, other), one.stem == other.stem) {
        (true, _) if one.is_negation() => SIGN,
        (true, true) if one.word == other.word => VERY,
        (true, true) => EXACT,
        (true, false) => OTHER_FORM,
        (false, _) => 0,
    };
    let weights: Vec<usize> =
        left.iter().flat_map(|(_, one)| right.iter().map(|(_, other)| weight(one, other))).collect();
    let weight = |one: usize, other: usize| weights.get(one * right.len() + other).copied().unwrap_or(0);
    for one in (0..left.len()).rev() {
        for other in (0..right.len()).rev() {
            let skipped = common[(one + 1) * width + other].max(common[one * width + other + 1]);
            let paired = match weight(one, other) {
                0 => 0,
                weight => common[(one + 1) * width + other + 1] + weight,
            };
            common[one * width + other] = skipped.max(paired);
        }
    }
    let (mut one, mut other, mut found) = (0, 0, Vec::new());
    while one < left.len() && other < right.len() {
        let best = common[one * width + other];
        if best == common[(one + 1) * width + other] {
            one += 1;
        } else if best == common[one * width + other + 1] {
            other += 1;
        } else {
            found.push((one, other));
            (one, other) = (one + 1, other + 1);
        }
    }
    found
}
