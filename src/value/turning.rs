//! Whether two wordings in one language part where the sense turns: at a negation, a number, a name, an opposite,
//! a share of all, whose it is.
//!
//! The words that both have, in order, are anchors; what stands between them on either side is a parting. Papers
//! choose other words for one sense, so that another word by itself turns nothing.

mod denial;

use crate::value::counted;
use crate::value::row::{Placed, in_order, placed};
use crate::value::turning::denial::Denial;
use crate::value::words::{Key, NEGATIVE, Weight, Words};
use std::collections::BTreeSet;

/// What the ids of meanings begin with of which one thing has one: two of a kind are two answers.
const SINGLE: [&str; 13] = [
    "capital:",
    "colour:",
    "country:",
    "currency:",
    "day:",
    "direction:",
    "kin:",
    "month:",
    "person:",
    "place:",
    "span:",
    "times:",
    "weekday:",
];

/// What the ids of numbers begin with, as words and as digits, which are compared among themselves.
const NUMBERS: [&str; 2] = ["digits:", "number:"];

/// What the ids of shares of all begin with.
const SHARE: &str = "share:";

/// Fewest words that both have around one word exchanged for another.
const AROUND: usize = 3;

/// Most words of which one exchanged for another counts: in a long quote papers choose now one, now another.
const SHORT: usize = 9;

/// Words that both have of a part of a clause that is taken for one in both.
const SEVERAL: usize = 2;

/// The share of the words of what a parting stands in that both must have.
const DENSE: (usize, usize) = (1, 2);

/// How far before a word a negation stands that turns it, in words.
const NEAR: usize = 3;

/// What each side has between two words that both have.
#[derive(Debug, Default)]
struct Parting<'w> {
    left: Vec<Placed<'w>>,
    right: Vec<Placed<'w>>,
    /// The number of the word of both behind it.
    next: usize,
}

/// Two wordings side by side.
struct Sides<'w> {
    left: &'w Words,
    right: &'w Words,
    /// The places of the words that both have.
    anchors: Vec<(usize, usize)>,
    partings: Vec<Parting<'w>>,
}

/// What the partings of two wordings do to the sense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Turn {
    /// They leave it.
    Not,
    /// They would turn it, were the clauses one in which they stand; but those have little in common.
    Unclear,
    /// They turn it.
    Sense,
}

/// Whether the sense turns where two wordings part.
pub(super) fn turn(left: &Words, right: &Words, most: usize, is_match: fn(&Key, &Key) -> bool) -> Turn {
    let sides = Sides::new(left, right, most, is_match);
    let is_of_another = |(own, other): &(usize, usize)| {
        left.keys.get(*own).zip(right.keys.get(*other)).is_some_and(|(one, other)| one.is_of_another(other))
    };
    if sides.anchors.iter().any(is_of_another) || sides.is_exchanged() {
        return Turn::Sense;
    }
    let denials = sides.denials();
    let turns =
        sides.partings.iter().enumerate().filter(|(at, parting)| sides.turns_at(parting, *at, &denials));
    turns.map(|(_, parting)| sides.strength(parting)).max().unwrap_or(Turn::Not)
}

impl<'w> Sides<'w> {
    fn new(left: &'w Words, right: &'w Words, most: usize, is_match: fn(&Key, &Key) -> bool) -> Self {
        let (own, others) = (placed(left, most), placed(right, most));
        let same = |one: &Key, other: &Key| {
            let is_other = SINGLE.into_iter().any(|kind| are_apart(kind, &[(0, one)], &[(0, other)]));
            (one.weight == Weight::Turning) == (other.weight == Weight::Turning)
                && is_match(one, other)
                && !is_other
        };
        let anchors = in_order(&own, &others, same);
        let mut partings = Vec::with_capacity(anchors.len() + 1);
        let (mut from, mut to) = (0, 0);
        for (next, (one, other)) in anchors.iter().copied().chain([(own.len(), others.len())]).enumerate() {
            let left = own.get(from..one).unwrap_or_default().to_vec();
            let right = others.get(to..other).unwrap_or_default().to_vec();
            partings.push(Parting { left, right, next });
            (from, to) = (one + 1, other + 1);
        }
        take_moved(&mut partings, same);
        partings.retain(|parting| !parting.left.is_empty() || !parting.right.is_empty());
        let place = |row: &[Placed<'w>], at: usize| row.get(at).map_or(usize::MAX, |(place, _)| *place);
        let anchors = anchors.iter().map(|(one, other)| (place(&own, *one), place(&others, *other)));
        Self { left, right, anchors: anchors.collect(), partings }
    }

    fn turns_at(&self, parting: &Parting<'_>, at: usize, denials: &[Denial<'_>]) -> bool {
        let Parting { left, right, .. } = parting;
        let is_opposed = is_opposed(left, right);
        let has_share = |side: &[Placed<'_>]| side.iter().any(|(_, key)| key.has(SHARE));
        let shares = !left.is_empty() && !right.is_empty() && (has_share(left) || has_share(right));
        let bears =
            |denial: &&Denial<'_>| (denial.anchor.is_some() && denial.is_shared) || is_opposed || shares;
        let denied = denials.iter().filter(|denial| denial.parting == at).filter(bears).count();
        let may_deny = !is_opposed && left.iter().chain(right).any(|(_, key)| key.has(NEGATIVE));
        let denied = if may_deny || self.is_excepted(parting) { 0 } else { denied };
        (denied + usize::from(is_opposed)) % 2 == 1
            || SINGLE.into_iter().any(|kind| are_apart(kind, left, right))
            || are_apart(SHARE, left, right)
            || are_other_numbers(left, right)
            || counted::differ(left.iter().map(|(_, key)| *key), right.iter().map(|(_, key)| *key))
            || self.is_made_part(self.left, left)
            || self.is_made_part(self.right, right)
            || self.is_doubted(parting)
    }

    /// Whether one side only takes something from what is said: it *may* be so.
    fn is_doubted(&self, Parting { left, right, .. }: &Parting<'_>) -> bool {
        let doubts = |side: &[Placed<'_>], other: &Words| {
            side.iter().any(|(_, key)| key.is_doubt()) && !other.keys.iter().any(Key::is_soft)
        };
        doubts(left, self.right) || doubts(right, self.left)
    }

    /// What a parting that turns the sense does to it: where the clauses in which the two part have little in
    /// common nothing is turned, but another thing said.
    fn strength(&self, parting: &Parting<'_>) -> Turn {
        if self.is_dense(parting) {
            Turn::Sense
        } else if parting.left.is_empty() || parting.right.is_empty() {
            Turn::Not
        } else {
            Turn::Unclear
        }
    }

    /// Whether both have most of the words of the clauses in which they part.
    fn is_dense(&self, parting: &Parting<'_>) -> bool {
        let at = |next: usize| self.anchors.get(next).or_else(|| self.anchors.last());
        let is_dense = |words: &Words, own: &[Placed<'_>], place: fn(&(usize, usize)) -> usize| {
            let empty = at(parting.next).filter(|_| own.is_empty()).map(place);
            let touched: Vec<usize> = own.iter().map(|(place, _)| *place).chain(empty).collect();
            let shared: Vec<usize> = self.anchors.iter().map(place).collect();
            is_dense(words, &words.clauses(), &touched, (&shared, 1))
                || is_dense(words, &words.parts(), &touched, (&shared, SEVERAL))
        };
        is_dense(self.left, &parting.left, |(left, _)| *left)
            && is_dense(self.right, &parting.right, |(_, right)| *right)
    }

    /// Whether an exception stands where the two part, which may undo a negation.
    fn is_excepted(&self, parting: &Parting<'_>) -> bool {
        let before = parting.next.checked_sub(1).and_then(|last| self.anchors.get(last));
        let behind = self.anchors.get(parting.next);
        let excepts = |words: &Words, from: Option<usize>, to: Option<usize>| {
            let first = from.map_or(0, |from| from + 1);
            let between = words.keys.iter().take(to.unwrap_or(usize::MAX)).skip(first);
            between.into_iter().any(Key::is_exception)
        };
        excepts(self.left, before.map(|(left, _)| *left), behind.map(|(left, _)| *left))
            || excepts(self.right, before.map(|(_, right)| *right), behind.map(|(_, right)| *right))
    }

    /// Whether one of several is made of what the other side calls the only one.
    fn is_made_part(&self, words: &Words, side: &[Placed<'_>]) -> bool {
        let is_denied = |at: usize| words.keys.iter().take(at).rev().take(NEAR).any(Key::is_negation);
        self.anchors.len() >= AROUND && side.iter().any(|(at, key)| key.is_part() && !is_denied(*at))
    }

    /// Whether the two part in one word alone, and either word is known to mean something else.
    fn is_exchanged(&self) -> bool {
        let [Parting { left, right, .. }] = self.partings.as_slice() else { return false };
        let ([(_, one)], [(_, other)]) = (left.as_slice(), right.as_slice()) else { return false };
        (AROUND..SHORT).contains(&self.anchors.len())
            && !one.concepts.is_empty()
            && !other.concepts.is_empty()
    }
}

/// Whether both have most of the words of a stretch in which a touched word stands, and at least some number.
fn is_dense(
    words: &Words,
    stretches: &[usize],
    touched: &[usize],
    (shared, least): (&[usize], usize),
) -> bool {
    let mut touched = touched.iter().filter_map(|place| stretches.get(*place));
    touched.any(|stretch| {
        let is_in = |place: usize| stretches.get(place) == Some(stretch);
        let says = |(at, key): &(usize, &Key)| key.weight == Weight::Content && is_in(*at);
        let all = words.keys.iter().enumerate().filter(says).count();
        let shared = shared.iter().filter(|place| is_in(**place)).count();
        shared >= least && shared * DENSE.1 >= all * DENSE.0
    })
}

/// Takes out of the partings what both sides have in another place.
fn take_moved(partings: &mut [Parting<'_>], same: impl Fn(&Key, &Key) -> bool) {
    let mut others: Vec<Placed<'_>> = partings.iter().flat_map(|parting| parting.right.clone()).collect();
    let mut moved = BTreeSet::new();
    for parting in partings.iter_mut() {
        parting.left.retain(|(_, one)| {
            if one.is_negation() {
                return true;
            }
            let Some(at) = others.iter().position(|(_, other)| same(one, other)) else { return true };
            moved.insert(others.remove(at).0);
            false
        });
    }
    for parting in partings {
        parting.right.retain(|(place, _)| !moved.contains(place));
    }
}

/// Whether a word of the one side tells the opposite of a word of the other.
fn is_opposed(left: &[Placed<'_>], right: &[Placed<'_>]) -> bool {
    left.iter().any(|(_, one)| right.iter().any(|(_, other)| one.is_opposite(other)))
}

/// Whether both sides have numbers in one writing alone, and none in common.
fn are_other_numbers(left: &[Placed<'_>], right: &[Placed<'_>]) -> bool {
    let writes = |kind: &str| left.iter().chain(right).any(|(_, key)| key.has(kind));
    let are_apart = |kind: &str| are_apart(kind, left, right);
    !NUMBERS.into_iter().all(writes) && NUMBERS.into_iter().any(are_apart)
}

/// Whether two sides name two things of a kind of which one thing is one.
pub(super) fn are_two<'w>(left: &[&'w Key], right: &[&'w Key]) -> bool {
    let placed = |side: &[&'w Key]| -> Vec<Placed<'w>> { side.iter().map(|key| (0, *key)).collect() };
    let (left, right) = (placed(left), placed(right));
    SINGLE.into_iter().any(|kind| are_apart(kind, &left, &right))
}

/// Whether both sides have meanings of a kind, and none in common.
fn are_apart(kind: &str, left: &[Placed<'_>], right: &[Placed<'_>]) -> bool {
    let of = |side: &[Placed<'_>]| -> BTreeSet<String> {
        let concepts = side.iter().flat_map(|(_, key)| &key.concepts);
        concepts.filter(|concept| concept.starts_with(kind)).cloned().collect()
    };
    let (left, right) = (of(left), of(right));
    !left.is_empty() && !right.is_empty() && left.is_disjoint(&right)
}
