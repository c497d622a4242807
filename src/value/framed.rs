//! Whether two wordings in one language are the same words but for a stretch that says something else, or but for
//! two stretches that change places.
//!
//! Quotation marks promise the words as they were said, so that what stands in the same frame was exchanged.

use crate::value::wording::{is_spelling, mean_one};
use crate::value::words::{Key, Weight, Words};

/// Fewest words of a frame, and of one in which several say something.
const FRAME: usize = 4;
const TELLING: usize = 3;

/// Fewest words that say something, of twice as many, of a frame in which one word stands for another that no list knows.
const PLAIN: usize = 3;

/// Most words of either wording: in a long quote papers choose now one word, now another.
const LONG: usize = 16;

/// Most words of what stands in a frame, and most of them that say something.
const STRETCH: usize = 4;
const SAID: usize = 2;

/// Whether the same words stand before and behind one stretch on either side, and the stretches mean two things as
/// far as both are known. The longer may go on where the shorter ends with words of both.
pub(super) fn is_exchanged(left: &Words, right: &Words, is_match: impl Fn(&Key, &Key) -> bool) -> bool {
    let (shorter, longer) = if left.keys.len() <= right.keys.len() {
        (&left.keys, &right.keys)
    } else {
        (&right.keys, &left.keys)
    };
    let begun = longer.get(..shorter.len()).unwrap_or_default();
    let (.., behind) = framed(shorter, begun);
    let is_begun = behind.iter().any(|key| key.weight == Weight::Content);
    is_exchanged_in(shorter, longer, &is_match) || (is_begun && is_exchanged_in(shorter, begun, &is_match))
}

/// Whether two wordings begin with the same words and go on and end with others, as no one sentence does: we had one hour, *and
/// nobody answered*; we had one hour, *and it saved us*.
pub(super) fn goes_on_otherwise(left: &Words, right: &Words, is_match: impl Fn(&Key, &Key) -> bool) -> bool {
    let (left, right) = (&left.keys, &right.keys);
    let begun = left.iter().zip(right).take_while(|(one, other)| one.stem == other.stem).count();
    let (begin, one) = left.split_at(begun);
    let other = right.get(begun..).unwrap_or_default();
    let said = |words: &[Key]| words.iter().filter(|key| key.weight == Weight::Content).count();
    let has = |words: &[Key], key: &Key| words.iter().any(|own| is_match(key, own) || mean_one(key, own));
    let adds = |own: &[Key], others: &[Key]| {
        own.iter().any(|key| key.weight != Weight::Function && !has(others, key))
    };
    let ends = one.last().zip(other.last()).is_some_and(|(one, other)| one.stem != other.stem);
    let least = if said(begin) >= SAID { FRAME } else { FRAME + 1 };
    ends && begun >= least
        && said(begin) > 0
        && left.len().max(right.len()) <= LONG
        && one.len().min(other.len()) >= SAID
        && (adds(one, other) || adds(other, one))
}

fn is_exchanged_in(left: &[Key], right: &[Key], is_match: &impl Fn(&Key, &Key) -> bool) -> bool {
    let (before, one, other, behind) = framed(left, right);
    let frame = || before.iter().chain(behind);
    let said = frame().filter(|key| key.weight == Weight::Content).count();
    // Two papers that print all other words alike print one text.
    let is_word = |stretch: &[Key]| matches!(stretch, [key] if key.weight == Weight::Content);
    let is_other = one.iter().zip(other).all(|(one, other)| !is_spelling(&one.stem, &other.stem));
    let is_plain =
        is_word(one) && is_word(other) && is_other && said >= PLAIN && frame().count() >= 2 * PLAIN;
    let is_known = |stretch: &[Key]| {
        let said = || stretch.iter().filter(|key| key.weight == Weight::Content);
        (1..=SAID).contains(&said().count())
            && stretch.len() <= STRETCH
            && (is_plain || said().all(|key| !key.concepts.is_empty()))
            && !stretch.iter().any(|key| key.weight == Weight::Turning)
    };
    let least = if said > 1 { TELLING } else { FRAME };
    frame().count() >= least.max(one.len()).max(other.len())
        && left.len().max(right.len()) <= LONG
        && said > 0
        && is_known(one)
        && is_known(other)
        && !one.iter().any(|key| other.iter().any(|own| is_match(key, own) || mean_one(key, own)))
}

/// Whether two stretches change places, where that changes what is said of them.
pub(super) fn is_swapped(left: &Words, right: &Words) -> bool {
    let (before, one, other, _) = framed(&left.keys, &right.keys);
    if one.len() != other.len() {
        return false;
    }
    let widths = || 1..=STRETCH.min(one.len());
    widths().any(|first| widths().any(|last| is_swapped_at(before, one, other, (first, last))))
}

/// Whether the first words of the one side are the last of the other, its last words the first, and the same words
/// stand between.
fn is_swapped_at(before: &[Key], one: &[Key], other: &[Key], (first, last): (usize, usize)) -> bool {
    let Some(rest) = one.len().checked_sub(first + last).filter(|rest| *rest > 0) else { return false };
    let (head, tail) = one.split_at(first);
    let (between, tail) = tail.split_at(rest);
    let (others_head, others_tail) = other.split_at(last);
    let (others_between, others_tail) = others_tail.split_at(rest);
    let says = |keys: &[Key]| keys.iter().any(|key| key.weight == Weight::Content);
    are_one(head, others_tail)
        && are_one(tail, others_head)
        && are_one(between, others_between)
        && says(head)
        && says(tail)
        && tells_apart(before, between, tail)
}

/// Whether what stands before the two stretches tells them apart: "from the north to the south", and not "in the
/// north and in the south".
fn tells_apart(before: &[Key], between: &[Key], tail: &[Key]) -> bool {
    let alike =
        before.iter().rev().zip(between.iter().rev()).take_while(|(one, other)| one.stem == other.stem);
    let rest = between.len() - alike.count();
    let apart = between.get(..rest).unwrap_or_default();
    let is_listed = tail.first().is_some_and(|key| key.joins)
        || between.last().is_some_and(|key| key.joins && key.weight == Weight::Function);
    !is_listed && apart.iter().any(|key| !key.joins || key.weight == Weight::Content)
}

fn are_one(left: &[Key], right: &[Key]) -> bool {
    left.len() == right.len() && left.iter().zip(right).all(|(one, other)| one.stem == other.stem)
}

/// The words that both begin with, what stands behind them on either side, and the words that both end with.
fn framed<'w>(left: &'w [Key], right: &'w [Key]) -> (&'w [Key], &'w [Key], &'w [Key], &'w [Key]) {
    let same = |(one, other): &(&Key, &Key)| one.stem == other.stem;
    let first = left.iter().zip(right).take_while(same).count();
    let (before, left) = left.split_at(first);
    let right = right.get(first..).unwrap_or_default();
    let last = left.iter().rev().zip(right.iter().rev()).take_while(same).count();
    let (left, behind) = left.split_at(left.len() - last);
    (before, left, right.get(..right.len() - last).unwrap_or_default(), behind)
}
