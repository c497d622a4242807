//! Words with what is kept of each, for look-ups that mostly find. A text asks for every one of its words, and what
//! a look-up costs is the memory that it waits for: a slot tells by a part of the hash which entry to look at, and
//! the entry holds its word beside what is kept of it, a short one as the whole numbers that its bytes make
//! (Knuth, volume 3, 6.4, algorithm L).

use rustc_hash::{FxHashMap, FxHasher};
use std::hash::Hasher;

/// Bytes of a short word with its length: of eleven Arabic letters, more than nearly all words have.
const BYTES: usize = 3 * NUMBER;

/// Bytes of a whole number.
const NUMBER: usize = size_of::<u64>();

/// Slots at first.
const FEW: usize = 64;

/// Slots for each entry, at least: most words stand in their own.
const SLOTS: usize = 2;

/// A short word: its bytes, noughts, and in the last byte how many it has.
type Short = [u64; 3];

/// What stands in the place of a long word, and is no short one.
const LONG: Short = [u64::MAX; 3];

/// Words with what is kept of each, by their numbers in the order in which they came.
#[derive(Debug)]
pub(super) struct Numbered<T> {
    slots: Vec<Slot>,
    entries: Vec<(Short, T)>,
    /// The numbers of the long words.
    long: FxHashMap<Box<str>, usize>,
}

/// A part of a word's hash, and one more than its number; nought where it is empty.
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    part: u32,
    number: u32,
}

impl<T> Default for Numbered<T> {
    fn default() -> Self {
        Self { slots: vec![Slot::default(); FEW], entries: Vec::new(), long: FxHashMap::default() }
    }
}

impl<T> Numbered<T> {
    /// The number of a word.
    pub(super) fn find(&self, word: &str) -> Option<usize> {
        let Some(short) = short(word) else { return self.long.get(word).copied() };
        let hash = hash(short);
        let part = part(hash);
        let mut at = self.home(hash);
        loop {
            let slot = self.slots.get(at)?;
            let number = (slot.number as usize).checked_sub(1)?;
            if slot.part == part && self.entries.get(number).is_some_and(|(word, _)| *word == short) {
                return Some(number);
            }
            at = (at + 1) % self.slots.len();
        }
    }

    /// What is kept of the word with a number.
    pub(super) fn get(&self, number: usize) -> Option<&T> {
        self.entries.get(number).map(|(_, kept)| kept)
    }

    /// The same, to be changed.
    pub(super) fn get_mut(&mut self, number: usize) -> &mut T {
        &mut self.entries[number].1
    }

    /// Keeps something of a word that was not found, and says its number.
    pub(super) fn insert(&mut self, word: &str, kept: T) -> usize {
        let number = self.entries.len();
        if let Some(short) = short(word) {
            self.entries.push((short, kept));
            if self.entries.len() * SLOTS > self.slots.len() {
                self.spread();
            } else {
                self.place(short, number);
            }
        } else {
            self.entries.push((LONG, kept));
            self.long.insert(word.into(), number);
        }
        number
    }

    /// How many words it holds.
    pub(super) const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Gives every word a slot among twice as many.
    fn spread(&mut self) {
        self.slots = vec![Slot::default(); self.slots.len() * 2];
        for number in 0..self.entries.len() {
            let short = self.entries[number].0;
            if short != LONG {
                self.place(short, number);
            }
        }
    }

    /// Puts a word in the first empty slot from its own on.
    fn place(&mut self, short: Short, number: usize) {
        let hash = hash(short);
        let mut at = self.home(hash);
        while self.slots[at].number != 0 {
            at = (at + 1) % self.slots.len();
        }
        self.slots[at] = Slot { part: part(hash), number: u32::try_from(number + 1).unwrap_or(u32::MAX) };
    }

    /// The slot of a hash, of which there are a power of two.
    fn home(&self, hash: u64) -> usize {
        hash as usize & (self.slots.len() - 1)
    }
}

/// The hash of a short word.
fn hash(short: Short) -> u64 {
    let mut hasher = FxHasher::default();
    short.into_iter().for_each(|number| hasher.write_u64(number));
    hasher.finish()
}

/// The part of a hash that tells nothing of its slot.
const fn part(hash: u64) -> u32 {
    (hash >> u32::BITS) as u32
}

/// A word as whole numbers, where it is short.
fn short(word: &str) -> Option<Short> {
    let mut bytes = [0; BYTES];
    let (last, letters) = bytes.split_last_mut()?;
    letters.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    *last = u8::try_from(word.len()).ok()?;
    let (numbers, _) = bytes.as_chunks::<NUMBER>();
    let [first, second, third] = numbers else { return None };
    Some([u64::from_le_bytes(*first), u64::from_le_bytes(*second), u64::from_le_bytes(*third)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_words_apart() {
        let mut numbered = Numbered::default();
        let some = ["", "a", "a\0", "ab", "والمستشفيات", "والمستشفياتهم", "a word of three and twenty", "٣"];
        let words: Vec<String> =
            some.into_iter().map(str::to_owned).chain((0..500).map(|n| format!("w{n}"))).collect();
        for (number, word) in words.iter().enumerate() {
            assert_eq!(numbered.find(word), None);
            assert_eq!(numbered.insert(word, number), number);
        }
        for (number, word) in words.iter().enumerate() {
            assert_eq!(numbered.find(word), Some(number), "{word}");
            assert_eq!(numbered.get(number), Some(&number));
        }
        assert_eq!(numbered.len(), words.len());
    }
}
