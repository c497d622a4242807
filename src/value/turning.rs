//! Whether two wordings in one language part where the sense turns: at a negation, a number, a name, an opposite,
//! a share of all, whose it is.
//!
//! The words that both have, in order, are anchors; what stands between them on either side is a parting. Papers
//! choose other words for one sense, so that another word by itself turns nothing.

use crate::value::words::{Key, Weight, Words};
use std::collections::BTreeSet;

/// What the ids of meanings begin with of which one thing has one: two of a kind are two answers.
const SINGLE: [&str; 7] = ["capital:", "country:", "direction:", "month:", "person:", "place:", "weekday:"];

/// What the ids of numbers begin with, as words and as digits, which are compared among themselves.
const NUMBERS: [&str; 2] = ["digits:", "number:"];

/// What the ids of shares of all begin with.
const SHARE: &str = "share:";

/// Fewest words that both have around one word exchanged for another.
const AROUND: usize = 3;

/// How far before a word a negation stands that turns it, in words.
const NEAR: usize = 3;

/// A word with its place in its quote.
type Placed<'w> = (usize, &'w Key);

/// What each side has between two words that both have.
#[derive(Debug, Default)]
struct Parting<'w> {
    left: Vec<Placed<'w>>,
    right: Vec<Placed<'w>>,
}

/// Two wordings side by side.
struct Sides<'w> {
    left: &'w Words,
    right: &'w Words,
    /// The places of the words that both have.
    anchors: Vec<(usize, usize)>,
    partings: Vec<Parting<'w>>,
}

/// A negation that the other side lacks: the parting it stands in, and the first word of both in its clause behind
/// it, by its number.
#[derive(Clone, Debug)]
struct Denial<'w> {
    parting: usize,
    anchor: Option<usize>,
    /// The word behind it, by the letters that it is compared by.
    next: Option<&'w str>,
    /// The words behind that one in its clause.
    said: BTreeSet<&'w str>,
    /// Whether it begins another part of what is said.
    joins: bool,
}

impl Denial<'_> {
    /// Whether another one denies the same: the words behind both are one, or begin alike and go on alike. "I did
    /// *not come* to win, I came to run" denies another thing than "I did *not come* to run".
    fn denies_the_same(&self, other: &Self) -> bool {
        let (few, many) = if self.said.len() < other.said.len() { (self, other) } else { (other, self) };
        let goes_on = few.said.is_subset(&many.said);
        let is_elsewhere = !few.said.is_empty() && few.said.is_disjoint(&many.said);
        let begins_alike = self.next.is_some() && self.next == other.next;
        (!few.said.is_empty() && goes_on) || (begins_alike && !is_elsewhere)
    }
}

/// Whether the sense turns where two wordings part.
pub(super) fn turns(left: &Words, right: &Words, most: usize, is_match: fn(&Key, &Key) -> bool) -> bool {
    let sides = Sides::new(left, right, most, is_match);
    let is_of_another = |(own, other): &(usize, usize)| {
        left.keys.get(*own).zip(right.keys.get(*other)).is_some_and(|(one, other)| one.is_of_another(other))
    };
    let denials = sides.denials();
    sides.anchors.iter().any(is_of_another)
        || sides.partings.iter().enumerate().any(|(at, parting)| sides.turns_at(parting, at, &denials))
        || sides.is_exchanged()
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
        for (one, other) in anchors.iter().copied().chain([(own.len(), others.len())]) {
            let left = own.get(from..one).unwrap_or_default().to_vec();
            let right = others.get(to..other).unwrap_or_default().to_vec();
            partings.push(Parting { left, right });
            (from, to) = (one + 1, other + 1);
        }
        take_moved(&mut partings, same);
        partings.retain(|parting| !parting.left.is_empty() || !parting.right.is_empty());
        let place = |row: &[Placed<'w>], at: usize| row.get(at).map_or(usize::MAX, |(place, _)| *place);
        let anchors = anchors.iter().map(|(one, other)| (place(&own, *one), place(&others, *other)));
        Self { left, right, anchors: anchors.collect(), partings }
    }

    /// The negations of either side for which the other has none about the same words.
    fn denials(&self) -> Vec<Denial<'w>> {
        let mut denials = self.denials_of(self.left, |parting| &parting.left, |(place, _)| place);
        for denial in self.denials_of(self.right, |parting| &parting.right, |(_, place)| place) {
            let is_same = |other: &Denial<'_>| {
                let is_near = other.anchor.zip(denial.anchor).is_some_and(|(one, another)| {
                    let joins = (one > another && other.joins) || (another > one && denial.joins);
                    one.abs_diff(another) <= 1 && !joins
                });
                is_near || denial.denies_the_same(other)
            };
            match denials.iter().position(is_same) {
                Some(at) => {
                    denials.remove(at);
                }
                None => denials.push(denial),
            }
        }
        denials
    }

    fn denials_of(
        &self,
        words: &'w Words,
        side: for<'p> fn(&'p Parting<'w>) -> &'p [Placed<'w>],
        place: fn((usize, usize)) -> usize,
    ) -> Vec<Denial<'w>> {
        let clauses = words.clauses();
        let anchor = |at: usize| {
            self.anchors.iter().position(|anchor| {
                let place = place(*anchor);
                let is_said = words.keys.get(place).is_some_and(|key| key.weight == Weight::Content);
                place > at && is_said && clauses.get(place) == clauses.get(at)
            })
        };
        let said = |at: usize| {
            let behind = words.keys.iter().enumerate().skip(at + 2);
            let own = behind.take_while(|(place, _)| clauses.get(*place) == clauses.get(at));
            own.filter(|(_, key)| key.weight == Weight::Content).map(|(_, key)| key.stem.as_str()).collect()
        };
        let mut denials = Vec::new();
        for (parting, own) in self.partings.iter().enumerate() {
            for (at, key) in side(own).iter().filter(|(_, key)| key.is_negation()) {
                if !is_repeated(words, *at, key.joins) {
                    let next = words.keys.get(*at + 1).map(|key| key.stem.as_str());
                    denials.push(Denial {
                        parting,
                        anchor: anchor(*at),
                        next,
                        said: said(*at),
                        joins: begins(words, *at),
                    });
                }
            }
        }
        denials
    }

    fn turns_at(&self, parting: &Parting<'_>, at: usize, denials: &[Denial<'_>]) -> bool {
        let Parting { left, right } = parting;
        let is_opposed = is_opposed(left, right);
        let has_share = |side: &[Placed<'_>]| side.iter().any(|(_, key)| key.has(SHARE));
        let bears = |denial: &&Denial<'_>| {
            denial.anchor.is_some() || is_opposed || has_share(left) || has_share(right)
        };
        let denied = denials.iter().filter(|denial| denial.parting == at).filter(bears).count();
        (denied + usize::from(is_opposed)) % 2 == 1
            || SINGLE.into_iter().any(|kind| are_apart(kind, left, right))
            || are_apart(SHARE, left, right)
            || are_other_numbers(left, right)
            || self.is_made_part(self.left, left)
            || self.is_made_part(self.right, right)
    }

    /// Whether one of several is made of what the other side calls the only one.
    fn is_made_part(&self, words: &Words, side: &[Placed<'_>]) -> bool {
        let is_denied = |at: usize| words.keys.iter().take(at).rev().take(NEAR).any(Key::is_negation);
        self.anchors.len() >= AROUND && side.iter().any(|(at, key)| key.is_part() && !is_denied(*at))
    }

    /// Whether the two part in one word alone, and either word is known to mean something else.
    fn is_exchanged(&self) -> bool {
        let [Parting { left, right }] = self.partings.as_slice() else { return false };
        let ([(_, one)], [(_, other)]) = (left.as_slice(), right.as_slice()) else { return false };
        self.anchors.len() >= AROUND && !one.concepts.is_empty() && !other.concepts.is_empty()
    }
}

/// Whether a negation says again what one before it says: the same words follow both, or it joins another part to
/// what the first one denies.
fn is_repeated(words: &Words, at: usize, joins: bool) -> bool {
    let next = |at: usize| words.keys.get(at + 1).map(|key| &key.stem);
    let before = words.keys.iter().enumerate().take(at).filter(|(_, key)| key.is_negation());
    let mut before = before.map(|(place, _)| place);
    before.any(|place| joins || place + 1 == at || next(place) == next(at))
}

/// Whether another part of what is said begins at a word, or right before it.
fn begins(words: &Words, at: usize) -> bool {
    let joins = |at: usize| words.keys.get(at).is_some_and(|key| key.joins);
    joins(at) || at.checked_sub(1).is_some_and(joins)
}

/// The words of a quote that say something, with their places.
fn placed(words: &Words, most: usize) -> Vec<Placed<'_>> {
    let says = |(_, key): &Placed<'_>| key.weight != Weight::Function || !key.against.is_empty();
    words.keys.iter().enumerate().filter(says).take(most).collect()
}

/// What a word that both have as it stands weighs, and another form of it or a synonym.
const EXACT: usize = 3;
const OTHER_FORM: usize = 2;

/// The places in two rows of the words that they have in common, in order: the very words before other forms.
fn in_order(
    left: &[Placed<'_>],
    right: &[Placed<'_>],
    same: impl Fn(&Key, &Key) -> bool,
) -> Vec<(usize, usize)> {
    let width = right.len() + 1;
    let mut common = vec![0_usize; width * (left.len() + 1)];
    let weight = |one: &Key, other: &Key| match (same(one, other), one.stem == other.stem) {
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
