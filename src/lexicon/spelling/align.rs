//! How far two spellings of one word are apart: the cheapest alignment of their letters, where groups of
//! letters that spell one sound cost little, vowels less than consonants, and the first letter most.
//!
//! The alignment is that of weighted edit distance (Wagner and Fischer, 1974) over graphemes instead of
//! letters. What may be left out is what the press leaves out: short vowels, doubled letters, hamza and h,
//! the silent endings of French names. Costs are whole numbers; the allowance grows with the length, since
//! long words are seldom alike by chance.

use crate::lexicon::spelling::grapheme::{LONGEST, Letter, Reading, Spelling};

/// Leaving out one of two like letters side by side.
const DOUBLE: u16 = 2;
/// Leaving out a vowel that begins a word.
const FIRST_VOWEL: u16 = 4;
/// Leaving out a weak consonant that begins a word.
const FIRST_WEAK: u16 = 14;
/// Leaving out another consonant that begins a word.
const FIRST_CONSONANT: u16 = 40;
/// Leaving out a vowel.
const VOWEL: u16 = 10;
/// Leaving out a vowel where the other script writes no short ones.
const UNWRITTEN: u16 = 1;
/// Leaving out a vowel that was written although its script writes no short ones.
const LONG_VOWEL: u16 = 16;
/// Leaving out a vowel that ends a word.
const LAST_VOWEL: u16 = 24;
/// Leaving out a last vowel that is often silent, one that is read as `e`.
const SILENT_VOWEL: u16 = 4;
/// Leaving out a weak consonant.
const WEAK: u16 = 4;
/// Leaving out a weak consonant that ends a word.
const LAST_WEAK: u16 = 3;
/// Leaving out a consonant at the end that may be silent there.
const SILENT: u16 = 16;
/// Leaving out a consonant.
const CONSONANT: u16 = 20;
/// Two like letters, a vowel and a consonant, in another order.
const MOVED: u16 = 3;
/// A vowel for another.
const VOWEL_SWAP: u16 = 22;
/// A vowel for another where one script writes no short ones.
const VOWEL_SWAP_ACROSS: u16 = 18;
/// A last vowel for a last weak consonant.
const LAST_SWAP: u16 = 2;
/// A vowel for a consonant.
const VOWEL_FOR_CONSONANT: u16 = 22;
/// A consonant for one of another sound.
const CONSONANT_SWAP: u16 = 34;
/// More, where readings that are not the usual ones meet in the first letter.
const FIRST_SWAP: u16 = 4;
/// Readings that cost no more than this are the usual ones.
const USUAL: u16 = 4;

/// Allowance in quarters: at any length, and for each letter of both words.
const ALLOWED: u32 = 16;
const ALLOWED_PER_LETTER: u32 = 5;

/// Longest words that are aligned, in letters; longer ones are no names, and are compared as they stand.
const LONGEST_WORD: usize = 40;

/// A word made ready for comparison.
#[derive(Clone, Debug)]
pub struct Word<'l> {
    spelling: &'l Spelling,
    letters: Vec<char>,
    /// What each letter is.
    letter: Vec<Letter>,
    /// For each letter, the readings of the groups of one letter, two, … that begin there.
    readings: Vec<[&'l [Reading]; LONGEST]>,
    /// For each letter, itself as a reading, for those that the data does not list.
    own: Vec<Option<char>>,
}

impl<'l> Word<'l> {
    /// Makes a normalized word ready.
    #[must_use]
    pub fn new(spelling: &'l Spelling, word: &str) -> Self {
        let letters: Vec<char> = word.chars().collect();
        let mut readings = Vec::with_capacity(letters.len());
        for start in 0..letters.len() {
            let mut group = String::new();
            let mut here: [&[Reading]; LONGEST] = [&[]; LONGEST];
            for (slot, letter) in here.iter_mut().zip(&letters[start..]) {
                group.push(*letter);
                *slot = spelling.readings(&group);
            }
            readings.push(here);
        }
        let own = letters.iter().zip(&readings).map(|(letter, here)| here[0].is_empty().then_some(*letter));
        Self {
            spelling,
            letter: letters.iter().map(|letter| spelling.letter(*letter)).collect(),
            own: own.collect(),
            letters,
            readings,
        }
    }

    /// Whether the two begin with letters of one sound.
    #[must_use]
    pub fn begins_like(&self, other: &Self) -> bool {
        !self.letters.is_empty() && !other.letters.is_empty() && swap(self, 0, other, 0) <= USUAL
    }

    fn is_last(&self, idx: usize) -> bool {
        idx + 1 == self.letters.len()
    }

    fn is_vowel(&self, idx: usize) -> bool {
        self.letter[idx] == Letter::Vowel
    }

    /// Whether a letter is heard as a vowel or not at all when it ends the word.
    fn is_soft(&self, idx: usize) -> bool {
        matches!(self.letter[idx], Letter::Vowel | Letter::Weak)
    }

    /// Whether a like letter stands beside it, before or, for the first one, behind.
    fn is_doubled(&self, idx: usize) -> bool {
        let beside = if idx == 0 { 1 } else { idx - 1 };
        self.letters.get(beside) == self.letters.get(idx)
    }

    /// Whether a vowel is read as `e`, which is often silent at the end.
    fn is_faint(&self, idx: usize) -> bool {
        self.letters[idx] == 'e'
            || self.readings[idx][0].iter().any(|(latin, cost)| &**latin == "e" && *cost <= USUAL)
    }

    /// What it costs to leave this letter out, where the other word has nothing for it.
    fn gap(&self, idx: usize, other: &Self) -> u16 {
        let kind = self.letter[idx];
        let is_across = is_across(self, other);
        let is_unwritten = is_across && other.spelling.short_vowels_unwritten;
        // A script that leaves out short vowels writes no silent one.
        let is_long = is_across && self.spelling.short_vowels_unwritten;
        match kind {
            _ if self.is_doubled(idx) => DOUBLE,
            Letter::Vowel if idx == 0 => FIRST_VOWEL,
            Letter::Weak if idx == 0 => FIRST_WEAK,
            Letter::Ending | Letter::Firm if idx == 0 => FIRST_CONSONANT,
            Letter::Vowel if self.is_last(idx) && self.is_faint(idx) && !is_long => SILENT_VOWEL,
            Letter::Vowel if self.is_last(idx) => LAST_VOWEL,
            Letter::Vowel if is_unwritten => UNWRITTEN,
            Letter::Vowel if is_long => LONG_VOWEL,
            Letter::Vowel => VOWEL,
            Letter::Weak if self.is_last(idx) => LAST_WEAK,
            Letter::Weak => WEAK,
            Letter::Ending if self.is_last(idx) => SILENT,
            Letter::Ending | Letter::Firm => CONSONANT,
        }
    }
}

/// Whether two words are taken for spellings of one.
#[must_use]
pub fn is_one_word(left: &Word, right: &Word) -> bool {
    let (n_left, n_right) = (left.letters.len(), right.letters.len());
    if n_left.max(n_right) > LONGEST_WORD {
        return left.letters == right.letters;
    }
    // Vowels that the other script does not write are no sign that the two are one.
    let letters = if is_across(left, right) { 2 * n_left.min(n_right) } else { n_left + n_right };
    let allowed = (ALLOWED + ALLOWED_PER_LETTER * u32::try_from(letters).unwrap_or_default()) / 4;
    distance(left, right, allowed).is_some()
}

/// Whether one of the two is written with its short vowels, and the other without.
const fn is_across(left: &Word, right: &Word) -> bool {
    left.spelling.short_vowels_unwritten != right.spelling.short_vowels_unwritten
}

/// The cost of the cheapest alignment, if it is no more than allowed. No step leads back, so that it is given up where
/// all that can still be reached costs more.
fn distance(left: &Word, right: &Word, allowed: u32) -> Option<u16> {
    let (n_left, n_right) = (left.letters.len(), right.letters.len());
    let is_allowed = |cost: u16| u32::from(cost) <= allowed;
    let width = n_right + 1;
    let mut costs = vec![u16::MAX; (n_left + 1) * width];
    costs[0] = 0;
    for i in 0..=n_left {
        // A step leads no further than the longest group.
        let open = i * width..((i + LONGEST).min(n_left + 1)) * width;
        if !costs[open].iter().any(|cost| is_allowed(*cost)) {
            return None;
        }
        for j in 0..=n_right {
            let here = costs[i * width + j];
            if !is_allowed(here) {
                continue;
            }
            let mut reach = |to_left: usize, to_right: usize, cost: u16| {
                let known = &mut costs[to_left * width + to_right];
                *known = here.saturating_add(cost).min(*known);
            };
            if i < n_left {
                reach(i + 1, j, left.gap(i, right));
            }
            if j < n_right {
                reach(i, j + 1, right.gap(j, left));
            }
            if i < n_left && j < n_right {
                reach(i + 1, j + 1, swap(left, i, right, j));
                for p in 1..=LONGEST.min(n_left - i) {
                    for q in 1..=LONGEST.min(n_right - j) {
                        if p + q > 2
                            && let Some(cost) = shared(left, i, p, right, j, q)
                        {
                            reach(i + p, j + q, cost);
                        }
                    }
                }
                if is_moved(left, i, right, j) {
                    reach(i + 2, j + 2, MOVED);
                }
            }
        }
    }
    costs.last().copied().filter(|cost| is_allowed(*cost))
}

/// What it costs that one letter stands for another.
fn swap(left: &Word, i: usize, right: &Word, j: usize) -> u16 {
    if left.letters[i] == right.letters[j] {
        return 0;
    }
    let is_across = is_across(left, right);
    let is_first = i == 0 && j == 0;
    let shared = shared(left, i, 1, right, j, 1);
    let cost = match (left.is_vowel(i), right.is_vowel(j)) {
        // A first vowel of any colour is written with the same seat.
        (true, true) if is_across && is_first => DOUBLE,
        (true, true) if is_across => shared.unwrap_or(VOWEL_SWAP_ACROSS).min(VOWEL_SWAP_ACROSS),
        (true, true) => VOWEL_SWAP,
        (left_vowel, right_vowel) => shared.unwrap_or_else(|| {
            if left.is_last(i) && right.is_last(j) && left.is_soft(i) && right.is_soft(j) {
                LAST_SWAP
            } else if left_vowel || right_vowel {
                VOWEL_FOR_CONSONANT
            } else {
                CONSONANT_SWAP
            }
        }),
    };
    if is_first && cost > USUAL { cost + FIRST_SWAP } else { cost }
}

/// What it costs that two groups of letters are read alike; nothing where they share no reading.
fn shared(left: &Word, i: usize, p: usize, right: &Word, j: usize, q: usize) -> Option<u16> {
    let (one, two) = (left.readings[i][p - 1], right.readings[j][q - 1]);
    let own = |word: &Word, idx: usize, length: usize| if length == 1 { word.own[idx] } else { None };
    let is_own = |letter: Option<char>, latin: &str| letter.is_some_and(|letter| latin.chars().eq([letter]));
    let mut best = None;
    let mut keep = |cost: u16| best = Some(best.map_or(cost, |known: u16| known.min(cost)));
    for (latin, cost) in one {
        for (other, other_cost) in two {
            if latin == other {
                keep(cost + other_cost);
            }
        }
        if is_own(own(right, j, q), latin) {
            keep(*cost);
        }
    }
    for (latin, cost) in two {
        if is_own(own(left, i, p), latin) {
            keep(*cost);
        }
    }
    best
}

/// Whether a vowel and a consonant stand in one word in the order in which they do not in the other.
fn is_moved(left: &Word, i: usize, right: &Word, j: usize) -> bool {
    let (Some(one), Some(two)) = (left.letters.get(i..i + 2), right.letters.get(j..j + 2)) else {
        return false;
    };
    i > 0 && j > 0 && one[0] == two[1] && one[1] == two[0] && left.is_vowel(i) != left.is_vowel(i + 1)
}
