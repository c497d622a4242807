//! Whether a part of what is said tells of one thing the opposite of what the part that answers it tells: "the
//! cure is cheap and the delay expensive" against "the cure is expensive and the delay cheap".

use crate::value::words::{Key, Weight, Words};

/// Fewest words of a part that tells something of something.
const TOLD: usize = 2;

/// A part of what is said: its words with a meaning of their own, and whether it is denied.
#[derive(Debug, Default)]
struct Part<'w> {
    keys: Vec<&'w Key>,
    is_denied: bool,
}

/// Whether any part of the one is answered with its opposite by a part of the other.
pub(super) fn are_crossed(left: &Words, right: &Words, is_match: impl Fn(&Key, &Key) -> bool) -> bool {
    let (lefts, rights) = (parts(left), parts(right));
    let shared = |one: &Part<'_>, other: &Part<'_>| {
        one.keys.iter().filter(|key| other.keys.iter().any(|own| is_match(key, own))).count()
    };
    let opposed = |one: &Part<'_>, other: &Part<'_>| {
        let alone = |own: &Part<'_>, other: &Part<'_>, key: &Key| {
            own.keys.iter().any(|own| std::ptr::eq(*own, key))
                && !other.keys.iter().any(|another| is_match(key, another))
        };
        one.is_denied == other.is_denied
            && one.keys.iter().filter(|key| alone(one, other, key)).any(|key| {
                other.keys.iter().any(|another| key.is_opposite(another) && alone(other, one, another))
            })
    };
    let answers = |one: &Part<'_>, others: &[Part<'_>]| {
        let all = || others.iter().map(|other| (shared(one, other), other));
        let most = all().map(|(shared, _)| shared).max().unwrap_or(0);
        // Whoever says all of it elsewhere has said it.
        let is_said =
            all().any(|(shared, other)| shared > 0 && shared >= one.keys.len().min(other.keys.len()));
        most > 0 && !is_said && all().any(|(shared, other)| shared == most && opposed(one, other))
    };
    lefts.iter().filter(|part| part.keys.len() >= TOLD).any(|part| answers(part, &rights))
        && rights.iter().filter(|part| part.keys.len() >= TOLD).any(|part| answers(part, &lefts))
}

fn parts(words: &Words) -> Vec<Part<'_>> {
    let mut parts: Vec<Part<'_>> = Vec::new();
    for (key, number) in words.keys.iter().zip(words.parts()) {
        parts.resize_with(parts.len().max(number + 1), Part::default);
        let Some(part) = parts.get_mut(number) else { continue };
        part.is_denied ^= key.is_negation();
        if key.weight == Weight::Content {
            part.keys.push(key);
        }
    }
    parts
}
