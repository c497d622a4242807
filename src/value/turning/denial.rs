//! Negations that one of two wordings has alone.

use crate::value::row::Placed;
use crate::value::turning::{Parting, Sides};
use crate::value::words::{Weight, Words};
use std::collections::BTreeSet;

/// The words that one side has in a parting.
type Side<'w> = for<'p> fn(&'p Parting<'w>) -> &'p [Placed<'w>];

/// A negation that the other side lacks: the parting it stands in, and the first word of both in its clause behind
/// it, by its number.
#[derive(Clone, Debug)]
pub(super) struct Denial<'w> {
    pub(super) parting: usize,
    pub(super) anchor: Option<usize>,
    /// The word behind it, by the letters that it is compared by.
    next: Option<&'w str>,
    /// Whether the other side has what it turns.
    pub(super) is_shared: bool,
    /// The words behind that one in its clause.
    said: BTreeSet<&'w str>,
    /// Those of them that come before another part is joined.
    part: BTreeSet<&'w str>,
    /// All words behind it before another part is joined.
    denied: BTreeSet<&'w str>,
    /// Whether it begins another part of what is said.
    joins: bool,
}

impl Denial<'_> {
    /// Whether another one denies the same: the words behind both are one, or begin alike and go on alike. "I did
    /// *not come* to win, I came to run" denies another thing than "I did *not come* to run".
    fn denies_the_same(&self, other: &Self) -> bool {
        let (few, many) = if self.part.len() < other.part.len() { (self, other) } else { (other, self) };
        let goes_on = !few.part.is_empty() && few.part.is_subset(&many.part);
        let is_whole = !few.denied.is_empty() && few.denied.is_subset(&many.denied);
        let is_elsewhere =
            !self.said.is_empty() && !other.said.is_empty() && self.said.is_disjoint(&other.said);
        let begins_alike = self.next.is_some() && self.next == other.next;
        goes_on || is_whole || (begins_alike && !is_elsewhere)
    }
}

impl<'w> Sides<'w> {
    /// The negations of either side for which the other has none about the same words.
    pub(super) fn denials(&self) -> Vec<Denial<'w>> {
        let (left, right): (Side<'w>, Side<'w>) = (|parting| &parting.left, |parting| &parting.right);
        let mut denials = self.denials_of(self.left, (left, right), |(place, _)| place);
        for denial in self.denials_of(self.right, (right, left), |(_, place)| place) {
            let is_same = |other: &Denial<'_>| {
                let is_near = other.anchor.zip(denial.anchor).is_some_and(|(one, another)| {
                    let joins = (one > another && other.joins) || (another > one && denial.joins);
                    one.abs_diff(another) <= 1 && !joins && self.are_in_one_clause(one, another)
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

    /// Whether two words that both have stand in one clause on either side.
    fn are_in_one_clause(&self, one: usize, another: usize) -> bool {
        let both = self.anchors.get(one).zip(self.anchors.get(another));
        both.is_some_and(|(one, another)| {
            let is_one = |words: &Words, one: usize, another: usize| {
                let clauses = words.clauses();
                clauses.get(one) == clauses.get(another)
            };
            is_one(self.left, one.0, another.0) || is_one(self.right, one.1, another.1)
        })
    }

    fn denials_of(
        &self,
        words: &'w Words,
        (side, other): (Side<'w>, Side<'w>),
        place: fn((usize, usize)) -> usize,
    ) -> Vec<Denial<'w>> {
        let (clauses, parts) = (words.clauses(), words.parts());
        let anchor_of = |at: usize, weight: Weight| {
            self.anchors.iter().position(|anchor| {
                let place = place(*anchor);
                let is_said = words.keys.get(place).is_some_and(|key| key.weight == weight);
                place > at && is_said && clauses.get(place) == clauses.get(at)
            })
        };
        let anchor = |at: usize| anchor_of(at, Weight::Content).or_else(|| anchor_of(at, Weight::Turning));
        let alone: BTreeSet<usize> = self.partings.iter().flat_map(side).map(|(place, _)| *place).collect();
        // What the other side replaces is denied alone, and what stands right behind it.
        let is_shared = |at: usize, replaced: bool| {
            let told = words.keys.iter().enumerate().skip(at + 1);
            let mut told = told
                .filter(|(_, key)| key.weight != Weight::Function && !key.is_negation())
                .map(|(place, _)| place)
                .take_while(|place| parts.get(*place) == parts.get(at));
            let first = told.next();
            let second =
                told.next().filter(|second| !replaced || first.is_some_and(|first| first + 1 == *second));
            first.into_iter().chain(second).any(|told| !alone.contains(&told))
        };
        let said = |at: usize, from: usize, of: &[usize]| {
            let behind = words.keys.iter().enumerate().skip(at + from);
            let own = behind.take_while(|(place, _)| of.get(*place) == of.get(at));
            own.filter(|(_, key)| key.weight == Weight::Content).map(|(_, key)| key.stem.as_str()).collect()
        };
        let mut denials = Vec::new();
        let says = |side: &[Placed<'_>]| side.iter().any(|(_, key)| key.weight == Weight::Content);
        for (parting, own) in self.partings.iter().enumerate() {
            for (at, key) in side(own).iter().filter(|(_, key)| key.is_negation()) {
                if !is_repeated(words, *at, key.joins) {
                    let next = words.keys.get(*at + 1).map(|key| key.stem.as_str());
                    denials.push(Denial {
                        parting,
                        anchor: anchor(*at),
                        next,
                        is_shared: is_shared(*at, says(other(own))),
                        said: said(*at, 2, &clauses),
                        part: said(*at, 2, &parts),
                        denied: said(*at, 1, &parts),
                        joins: begins(words, *at),
                    });
                }
            }
        }
        denials
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
