//! How two wordings of one utterance stand: cut, told in other words, turned into something else.
//!
//! Words of one language are compared as they stand; words of two by what they mean, as far as that is listed,
//! so that a word which no list knows may translate any other.

use crate::value::crossed::are_crossed;
use crate::value::framed::{goes_on_otherwise, is_exchanged, is_swapped};
use crate::value::translation;
use crate::value::turned_round::is_turned_round;
use crate::value::turning::{self, Turn};
use crate::value::words::{BOTH, Key, Weight, Words};

/// Most words of a quote that are set against another's.
pub(super) const MOST: usize = 80;

/// Fewest letters that two forms of one word share.
const LETTERS: usize = 3;

/// The share of a word's letters that another form of it has.
const FORM: (usize, usize) = (3, 4);

/// The share of its words that the shorter of two wordings has in common with the longer.
const ALIKE: (usize, usize) = (1, 2);

/// Words that two wordings of one speaker in two languages share.
const SEVERAL: usize = 2;

/// Letters of the longest word whose form may change its first one, as prefixes of persons do.
const CHANGED: usize = 5;

/// How two wordings stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wording {
    /// The same words.
    Same,
    /// One is a part of the other.
    Cut,
    /// The same sense: other words for it, other forms, or another language.
    Reworded,
    /// Another sense: a negation more, another number, name, share or owner, the opposite.
    Altered,
    /// Too little in common to say.
    Unsure,
}

/// How much two quotes have in common, in words that say something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Words that both have.
    pub shared: usize,
    /// Words of the shorter.
    pub fewer: usize,
    /// Words of the longer.
    pub more: usize,
}

impl Likeness {
    /// Whether the shared words are at least this share of the shorter quote's.
    #[must_use]
    pub const fn covers_shorter(self, (part, whole): (usize, usize)) -> bool {
        self.shared * whole >= self.fewer * part
    }

    /// Whether the shared words are at least this share of the longer quote's.
    #[must_use]
    pub const fn covers_longer(self, (part, whole): (usize, usize)) -> bool {
        self.shared * whole >= self.more * part
    }
}

impl Words {
    /// Whether the two are in two languages.
    #[must_use]
    pub fn is_across(&self, other: &Self) -> bool {
        self.language != other.language
    }

    /// How much the two have in common. Across languages only the words whose meaning is listed count.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> Likeness {
        let across = self.is_across(other);
        let (left, right) = (self.telling(across), other.telling(across));
        let is_match = |one: &Key, other: &Key| mean_one(one, other) || (!across && are_forms(one, other));
        let (_, rest) = unmatched(&left, &right, is_match);
        let shared = right.len() - rest.len();
        Likeness { shared, fewer: left.len().min(right.len()), more: left.len().max(right.len()) }
    }

    /// How much the two have in common, where a word and its opposite count as well: they tell of one thing.
    #[must_use]
    pub fn kinship(&self, other: &Self) -> Likeness {
        let likeness = self.likeness(other);
        if likeness.shared == 0 {
            return likeness;
        }
        let opposed = |key: &&Key| {
            let is_opposite = |own: &&Key| own.weight == Weight::Content && key.is_opposite(own);
            key.weight == Weight::Content && other.keys.iter().any(|own| is_opposite(&own))
        };
        let opposed = self.keys.iter().take(MOST).filter(opposed).count();
        Likeness { shared: (likeness.shared + opposed).min(likeness.fewer), ..likeness }
    }

    /// Whether the two have enough in common to be one utterance of one speaker in two languages.
    #[must_use]
    pub fn is_likely(&self, other: &Self) -> bool {
        let likeness = self.kinship(other);
        likeness.shared >= SEVERAL && likeness.covers_shorter(ALIKE)
    }

    /// How many words the two have in common, in order, those of grammar among them.
    #[must_use]
    pub fn in_order(&self, other: &Self) -> usize {
        let stems = |words: &'_ Self| -> Vec<String> {
            words.keys.iter().take(MOST).map(|key| key.stem.clone()).collect()
        };
        in_common(&stems(self), &stems(other))
    }

    /// Whether a translation has what the other of two wordings in its original's language says, and nothing of
    /// what this one says alone.
    #[must_use]
    pub fn is_belied(&self, other: &Self, translation: &Self) -> bool {
        let says = |own: &Self, lacking: &Self| {
            let (alone, _) = unmatched(&own.telling(true), &lacking.telling(true), |one, other| {
                mean_one(one, other) || are_forms(one, other)
            });
            alone.iter().any(|key| translation.keys.iter().any(|word| mean_one(key, word)))
        };
        says(other, self) && !says(self, other)
    }

    /// How the two wordings stand.
    #[must_use]
    pub fn wording(&self, other: &Self) -> Wording {
        if self.is_across(other) {
            return translation::stands(self, other);
        }
        let (shorter, longer) =
            if self.keys.len() <= other.keys.len() { (self, other) } else { (other, self) };
        let likeness = self.likeness(other);
        let is_one = |one: &Key, other: &Key| mean_one(one, other) || are_forms(one, other);
        if self.is_same(other) {
            return Wording::Same;
        }
        let is_other = is_exchanged(self, other, is_one)
            || is_swapped(self, other)
            || goes_on_otherwise(self, other, is_one);
        if is_other || is_turned_round(self, other) || are_crossed(self, other, is_one) {
            return Wording::Altered;
        }
        match turning::turn(self, other, MOST, is_one) {
            Turn::Sense if likeness.covers_shorter(ALIKE) => return Wording::Altered,
            Turn::Sense | Turn::Unclear => return Wording::Unsure,
            Turn::Not => {}
        }
        if shorter.is_cut_from(longer) && !(self.translated && other.translated && self.says_the_same(other))
        {
            Wording::Cut
        } else if likeness.covers_shorter(ALIKE) {
            Wording::Reworded
        } else {
            Wording::Unsure
        }
    }

    /// Whether nothing that says something stands in the one and not in the other. Only a translator may
    /// choose another word of the same meaning.
    fn says_the_same(&self, other: &Self) -> bool {
        if self.translated && other.translated {
            return self.beyond(other).is_empty() && other.beyond(self).is_empty();
        }
        let (left, right) = (self.telling(false), other.telling(false));
        let (more, less) = unmatched(&left, &right, are_forms);
        more.is_empty() && less.is_empty() && self.turns() == other.turns()
    }

    /// The words that say something by themselves; of those that another language must have, the listed ones.
    pub(super) fn telling(&self, listed: bool) -> Vec<&Key> {
        let says = |key: &&Key| key.weight == Weight::Content && (!listed || !key.concepts.is_empty());
        self.keys.iter().filter(says).take(MOST).collect()
    }

    /// The words that turn the sense, in order of their letters.
    fn turns(&self) -> Vec<&str> {
        let turning = self.keys.iter().filter(|key| key.weight == Weight::Turning);
        let mut turns: Vec<&str> =
            turning.map(|key| key.concepts.first().map_or(key.stem.as_str(), String::as_str)).collect();
        turns.sort_unstable();
        turns
    }
}

/// The words of each side for which the other has none left.
pub(super) fn unmatched<'w>(
    left: &[&'w Key],
    right: &[&'w Key],
    is_match: impl Fn(&Key, &Key) -> bool,
) -> (Vec<&'w Key>, Vec<&'w Key>) {
    let mut rest: Vec<&Key> = right.to_vec();
    let mut lacking = Vec::new();
    for key in left {
        let exact = rest.iter().position(|other| other.stem == key.stem);
        let found = exact.or_else(|| rest.iter().position(|other| is_match(key, other)));
        match found {
            Some(at) => {
                rest.remove(at);
            }
            None => lacking.push(*key),
        }
    }
    (lacking, rest)
}

/// What words mean that say little by it: that they tell of two things, that they are superlatives.
const LOOSE: [&str; 2] = [BOTH, "superlative-large"];

/// Whether two words mean the same, as far as that is listed; what they mean loosely makes those one that mean no more:
/// the longest is not the largest.
pub(super) fn mean_one(left: &Key, right: &Key) -> bool {
    let is_loose = |concept: &String| LOOSE.contains(&concept.as_str());
    let says_more = |key: &Key| key.concepts.iter().any(|concept| !is_loose(concept));
    let are_told = || says_more(left) && says_more(right);
    left.concepts.iter().any(|concept| right.concepts.contains(concept) && !(is_loose(concept) && are_told()))
}

/// Whether two words of any languages are one, as far as that is listed.
pub(super) fn are_one(left: &Key, right: &Key) -> bool {
    left.stem == right.stem || mean_one(left, right)
}

/// Whether two words of one language are one, or forms of one.
fn are_forms(left: &Key, right: &Key) -> bool {
    // "Off the table" is no form of "on the table".
    let is_word = |key: &Key| !key.stem.contains(' ');
    left.stem == right.stem || (is_word(left) && is_word(right) && is_form(&left.stem, &right.stem))
}

/// Whether two words are forms of one, as far as their letters show: most of them in the same order.
fn is_form(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    let longer = left.len().max(right.len());
    if left.len().min(right.len()) < LETTERS || left.len().min(right.len()) * FORM.1 < longer * FORM.0 {
        return false;
    }
    if left.first() != right.first() && (left.len() != right.len() || longer > CHANGED) {
        return false;
    }
    let shared = in_common(&left, &right);
    shared >= LETTERS && shared * FORM.1 >= longer * FORM.0
}

/// The share of the letters of the shorter word that another spelling of it has: مئة, مائة.
const SPELLING: (usize, usize) = (2, 3);

/// Whether two words may be two spellings of one.
pub(super) fn is_spelling(left: &str, right: &str) -> bool {
    let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
    in_common(&left, &right) * SPELLING.1 >= left.len().min(right.len()) * SPELLING.0
}

/// What two rows have in common, in order.
fn in_common<T: PartialEq>(left: &[T], right: &[T]) -> usize {
    let mut row = vec![0; right.len() + 1];
    for one in left {
        let mut diagonal = 0;
        for (at, other) in right.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if one == other { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[right.len()]
}
