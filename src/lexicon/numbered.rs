//! Words with a number each. A short word is kept as the whole numbers that its bytes make: no look-up of one
//! follows a pointer to its letters.

use rustc_hash::FxHashMap;

/// Bytes of a short word with its length: of eleven Arabic letters, more than nearly all words have.
const BYTES: usize = 3 * NUMBER;

/// Bytes of a whole number.
const NUMBER: usize = size_of::<u64>();

/// A short word: its bytes, noughts, and in the last byte how many it has.
type Short = (u64, u64, u64);

/// Words with a number each.
#[derive(Debug, Default)]
pub(super) struct Numbered {
    short: FxHashMap<Short, u32>,
    long: FxHashMap<Box<str>, u32>,
}

impl Numbered {
    /// The number of a word.
    pub(super) fn get(&self, word: &str) -> Option<usize> {
        let number = match short(word) {
            Some(short) => self.short.get(&short),
            None => self.long.get(word),
        };
        number.map(|number| *number as usize)
    }

    /// Gives a word its number.
    pub(super) fn insert(&mut self, word: &str, number: usize) {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        match short(word) {
            Some(short) => self.short.insert(short, number),
            None => self.long.insert(word.into(), number),
        };
    }

    /// Forgets all words.
    pub(super) fn clear(&mut self) {
        self.short.clear();
        self.long.clear();
    }
}

/// A word as whole numbers, where it is short.
fn short(word: &str) -> Option<Short> {
    let mut bytes = [0; BYTES];
    let (last, letters) = bytes.split_last_mut()?;
    letters.get_mut(..word.len())?.copy_from_slice(word.as_bytes());
    *last = u8::try_from(word.len()).ok()?;
    let (numbers, _) = bytes.as_chunks::<NUMBER>();
    let [first, second, third] = numbers else { return None };
    Some((u64::from_le_bytes(*first), u64::from_le_bytes(*second), u64::from_le_bytes(*third)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_words_apart() {
        let mut numbered = Numbered::default();
        let words = ["", "a", "a\0", "ab", "والمستشفيات", "والمستشفياتهم", "a word of three and twenty", "٣"];
        for (number, word) in words.iter().enumerate() {
            assert_eq!(numbered.get(word), None);
            numbered.insert(word, number);
        }
        for (number, word) in words.iter().enumerate() {
            assert_eq!(numbered.get(word), Some(number), "{word}");
        }
        numbered.clear();
        assert!(words.iter().all(|word| numbered.get(word).is_none()));
    }
}
