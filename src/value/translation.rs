//! How two wordings in two languages stand.
//!
//! Words are compared by what they mean, as far as that is listed, so that a word which no list knows may
//! translate any other. Negations are compared part by part: a translator leaves a part out, and says nothing
//! of another that the other side lacks.

use crate::value::crossed::are_crossed;
use crate::value::turned_round::is_turned_round;
use crate::value::wording::{Likeness, MOST, Wording, are_one, mean_one, unmatched};
use crate::value::words::{Key, NEGATIVE, Weight, Words};
use crate::value::{counted, turning};
use std::collections::BTreeSet;

/// The share of the known words that two translations must have in common to show what one of them turned.
const SURE: (usize, usize) = (2, 3);

/// Words that two translations must share to show what one of them turned.
const SURE_WORDS: usize = 2;

/// Fewest words of a denied part that says something of its own, and does not only deny what follows it: "I do
/// not think" says no more than "not".
const OWN: usize = 2;

/// What the concepts of numbers and of quantifiers begin with.
const MEASURES: [&str; 2] = ["number:", "share:"];

/// How a translation stands to its original, or to another.
pub(super) fn stands(left: &Words, right: &Words) -> Wording {
    if is_turned_round(left, right) {
        return Wording::Altered;
    }
    if !is_turned(left, right) {
        return Wording::Reworded;
    }
    if is_sure(left.kinship(right)) { Wording::Altered } else { Wording::Unsure }
}

const fn is_sure(likeness: Likeness) -> bool {
    likeness.shared >= SURE_WORDS && likeness.covers_shorter(SURE)
}

/// Whether anything tells that the sense is another.
fn is_turned(left: &Words, right: &Words) -> bool {
    let measured = |kind: &str| {
        let (own, others) = (measures(left, kind), measures(right, kind));
        !own.is_empty() && !others.is_empty() && own.is_disjoint(&others)
    };
    let doubts = |words: &Words| words.keys.iter().any(Key::is_doubt);
    let is_plain = |words: &Words| !words.keys.iter().any(Key::is_soft);
    Sides::new(left, right).are_turned()
        || (doubts(left) && is_plain(right))
        || (doubts(right) && is_plain(left))
        || is_of_another(left, right)
        || MEASURES.iter().any(|kind| measured(kind))
        || counted::differ(left.keys.iter(), right.keys.iter())
        || are_crossed(left, right, are_one)
}

/// A part of what is said.
#[derive(Debug, Default)]
struct Part<'w> {
    keys: Vec<&'w Key>,
    /// The parts that answer one another, by a number that they share; none where the other side has no word of it.
    group: Option<usize>,
}

impl Part<'_> {
    fn is_denied(&self) -> bool {
        self.keys.iter().filter(|key| key.is_negation()).count() % 2 == 1
    }

    /// Whether it makes an exception to what it denies, and so says what holds and what does not: *only* half was opened.
    fn is_excepted(&self) -> bool {
        self.keys.iter().any(|key| key.is_exception())
    }

    /// Whether it has a word that may translate a negation, and that the other parts lack: refuse, lack.
    fn may_deny(&self, others: &[&Part<'_>]) -> bool {
        let is_said = |key: &Key| others.iter().flat_map(|other| &other.keys).any(|own| are_one(key, own));
        self.keys.iter().any(|key| key.has(NEGATIVE) && !is_said(key))
    }

    /// How many words it says.
    fn says(&self) -> usize {
        self.keys.iter().filter(|key| key.weight == Weight::Content).count()
    }

    /// How many of its listed words the other has.
    fn shared(&self, other: &Self) -> usize {
        let is_listed = |key: &&&Key| key.weight == Weight::Content && !key.concepts.is_empty();
        self.keys
            .iter()
            .filter(is_listed)
            .filter(|key| other.keys.iter().any(|own| are_one(key, own)))
            .count()
    }
}

/// The parts of two wordings.
struct Sides<'w> {
    left: Vec<Part<'w>>,
    right: Vec<Part<'w>>,
    groups: usize,
}

impl<'w> Sides<'w> {
    fn new(left: &'w Words, right: &'w Words) -> Self {
        let mut sides = Self { left: parts(left), right: parts(right), groups: 0 };
        for (one, other) in sides.answers() {
            sides.join(one, other);
        }
        sides
    }

    /// The parts of either side with those of the other that share most with them.
    fn answers(&self) -> Vec<(usize, usize)> {
        let best = |part: &Part<'_>, others: &[Part<'_>]| -> Vec<usize> {
            let shared: Vec<usize> = others.iter().map(|other| part.shared(other)).collect();
            let most = shared.iter().copied().max().filter(|most| *most > 0);
            (0..others.len()).filter(|at| most.is_some() && shared.get(*at).copied() == most).collect()
        };
        let mut answers = Vec::new();
        for (at, part) in self.left.iter().enumerate() {
            answers.extend(best(part, &self.right).into_iter().map(|other| (at, other)));
        }
        for (at, part) in self.right.iter().enumerate() {
            answers.extend(best(part, &self.left).into_iter().map(|other| (other, at)));
        }
        answers
    }

    /// Puts two parts, and all that answers either, into one group.
    fn join(&mut self, left: usize, right: usize) {
        let of = |parts: &[Part<'_>], at: usize| parts.get(at).and_then(|part| part.group);
        let known = [of(&self.left, left), of(&self.right, right)];
        let group = known.into_iter().flatten().min().unwrap_or(self.groups);
        self.groups = self.groups.max(group + 1);
        for (parts, at) in [(&mut self.left, left), (&mut self.right, right)] {
            for (place, part) in parts.iter_mut().enumerate() {
                if place == at || (part.group.is_some() && known.contains(&part.group)) {
                    part.group = Some(group);
                }
            }
        }
    }

    /// Whether what answers one another says the opposite, or what is left of both does.
    fn are_turned(&self) -> bool {
        let turned = (0..self.groups).filter(|group| self.is_turned(*group)).count();
        let (left, right) = (of(&self.left, None), of(&self.right, None));
        let is_other_rest = !left.is_empty()
            && !right.is_empty()
            && (count_denied(&left) + count_denied(&right) + usize::from(is_opposed(&left, &right))) % 2 == 1;
        (turned > 0 && (turned > 1 || is_other_rest || !self.is_moved())) || (turned == 0 && is_other_rest)
    }

    fn is_turned(&self, group: usize) -> bool {
        let (left, right) = (of(&self.left, Some(group)), of(&self.right, Some(group)));
        if left.iter().chain(&right).any(|part| part.is_excepted()) {
            return false;
        }
        let (denied, others) = (count_denied(&left), count_denied(&right));
        let is_denied = match (denied == left.len(), others == right.len()) {
            (true, true) => false,
            (true, false) if others == 0 => true,
            (false, true) if denied == 0 => true,
            (true | false, true | false) => (denied + others) % 2 == 1,
        };
        let may_be =
            left.iter().any(|part| part.may_deny(&right)) || right.iter().any(|part| part.may_deny(&left));
        (is_denied && !may_be) != is_opposed(&left, &right)
    }

    /// Whether a negation more on the one side may be one that stands apart on the other, as in "I do not think".
    fn is_moved(&self) -> bool {
        let rest = of(&self.left, None).into_iter().chain(of(&self.right, None));
        rest.into_iter().any(|part| part.is_denied() && part.says() < OWN)
    }
}

/// The parts of what is said, each with its words.
fn parts(words: &Words) -> Vec<Part<'_>> {
    let numbers = words.parts();
    let mut parts: Vec<Part<'_>> = Vec::new();
    for (key, number) in words.keys.iter().zip(numbers).take(MOST) {
        parts.resize_with(parts.len().max(number + 1), Part::default);
        if let Some(part) = parts.get_mut(number) {
            part.keys.push(key);
        }
    }
    parts
}

/// The parts of a group; of none those that nothing answers and that say something.
fn of<'p, 'w>(parts: &'p [Part<'w>], group: Option<usize>) -> Vec<&'p Part<'w>> {
    parts.iter().filter(|part| part.group == group && part.says() > 0).collect()
}

fn count_denied(parts: &[&Part<'_>]) -> usize {
    parts.iter().filter(|part| part.is_denied()).count()
}

/// Whether what one side says alone is the opposite of what the other says alone.
fn is_opposed<'w>(left: &[&Part<'w>], right: &[&Part<'w>]) -> bool {
    let (alone, lacking) = unmatched(&telling(left), &telling(right), mean_one);
    alone.iter().any(|one| lacking.iter().any(|other| one.is_opposite(other)))
}

/// The words of some parts whose meaning is listed.
fn telling<'w>(parts: &[&Part<'w>]) -> Vec<&'w Key> {
    let keys = parts.iter().flat_map(|part| part.keys.iter().copied());
    let says = |key: &&Key| key.weight == Weight::Content && !key.concepts.is_empty();
    keys.filter(|key| says(key) || (key.weight == Weight::Function && !key.against.is_empty())).collect()
}

/// Whether the two give one thing to two owners, or name two where one is meant.
fn is_of_another(left: &Words, right: &Words) -> bool {
    let (left, right) = (left.telling(true), right.telling(true));
    let (alone, lacking) = unmatched(&left, &right, mean_one);
    let is_owned = |one: &&Key| right.iter().any(|key| mean_one(one, key) && one.is_of_another(key));
    left.iter().any(is_owned) || turning::are_two(&alone, &lacking)
}

fn measures<'w>(words: &'w Words, kind: &str) -> BTreeSet<&'w String> {
    let concepts = words.keys.iter().flat_map(|key| &key.concepts);
    concepts.filter(|concept| concept.starts_with(kind)).collect()
}
