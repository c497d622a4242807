//! A table of words that the build script lays out and that is read where it lies: nothing is read before it is
//! asked for, so that start-up does not grow with the data.
//!
//! Numbers are of four bytes, the lowest first: how many records there are, the powers of two of the filter's bits
//! and of the slots, the filter, the slots, the records. A slot holds where a record begins behind the slots, one
//! more than that, and nought where it is empty; a record holds its number, the length of its word, the word, and
//! what is told of it, as much as whoever asks reads of that.

use std::collections::BTreeMap;

/// Bytes of a number.
const NUMBER: usize = size_of::<u32>();

/// Numbers at the beginning.
const HEAD: usize = 3 * NUMBER;

/// Bits of the filter for each word, about: nearly all words that are asked for are none.
const BITS: usize = 16;

/// Slots for each word, at least: most words stand in their own.
const SLOTS: usize = 2;

/// A table of words.
#[derive(Clone, Copy, Debug)]
pub struct Table<'t> {
    count: usize,
    filter: Filter<'t>,
    slots: &'t [u8],
    records: &'t [u8],
}

/// Lays out a table: what is told of each word.
#[must_use]
pub fn lay_out(words: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let bits = (words.len() * BITS).max(u8::BITS as usize).next_power_of_two();
    let n_slots = (words.len() * SLOTS).max(1).next_power_of_two();
    let (mut filter, mut slots, mut records) = (vec![0; bits / 8], vec![0; n_slots * NUMBER], Vec::new());
    for (number, (word, told)) in words.iter().enumerate() {
        let (part, bit) = bit_of(word, bits.ilog2());
        filter[part] |= bit;
        let mut slot = slot_of(word, n_slots);
        while number_at(&slots, slot * NUMBER) != 0 {
            slot = (slot + 1) % n_slots;
        }
        slots[slot * NUMBER..][..NUMBER].copy_from_slice(&bytes_of(records.len() + 1));
        records.extend(bytes_of(number));
        records.extend(bytes_of(word.len()));
        records.extend(word.as_bytes());
        records.extend(told);
    }
    let head = [words.len(), bits.ilog2() as usize, n_slots.ilog2() as usize];
    let head: Vec<u8> = head.into_iter().flat_map(bytes_of).collect();
    [head, filter, slots, records].concat()
}

impl<'t> Table<'t> {
    /// The table that lies in these bytes.
    #[must_use]
    pub fn new(bytes: &'t [u8]) -> Self {
        let power = number_at(bytes, NUMBER);
        let filter = HEAD + ((1 << power) / 8);
        let records = filter + (NUMBER << number_at(bytes, 2 * NUMBER));
        Self {
            count: number_at(bytes, 0),
            filter: Filter { bytes: bytes.get(HEAD..filter).unwrap_or_default(), power: power as u32 },
            slots: bytes.get(filter..records).unwrap_or_default(),
            records: bytes.get(records..).unwrap_or_default(),
        }
    }

    /// How many words it holds; their numbers are below this.
    #[must_use]
    pub const fn count(&self) -> usize {
        self.count
    }

    /// Whether it holds a word.
    #[must_use]
    pub fn holds(&self, word: &str) -> bool {
        self.find(word).is_some()
    }

    /// The number of a word, and bytes that begin with what is told of it.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<(usize, &'t [u8])> {
        if !self.filter.may_hold(word) {
            return None;
        }
        let n_slots = self.slots.len() / NUMBER;
        let mut slot = slot_of(word, n_slots);
        loop {
            let start = number_at(self.slots, slot * NUMBER).checked_sub(1)?;
            let record = self.records.get(start..)?;
            let told = HEAD - NUMBER + number_at(record, NUMBER);
            if record.get(HEAD - NUMBER..told) == Some(word.as_bytes()) {
                return Some((number_at(record, 0), record.get(told..)?));
            }
            slot = (slot + 1) % n_slots;
        }
    }
}

/// Which words may be listed, by their length, first and last bytes (Bloom, "Space/time trade-offs in hash coding",
/// 1970).
#[derive(Clone, Copy, Debug)]
struct Filter<'t> {
    bytes: &'t [u8],
    power: u32,
}

impl Filter<'_> {
    fn may_hold(&self, word: &str) -> bool {
        let (part, bit) = bit_of(word, self.power);
        self.bytes.get(part).is_some_and(|part| part & bit != 0)
    }
}

/// An odd number that spreads its multiples well (Knuth, volume 3, 6.4).
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

/// The place of a word among so many bits: its byte and the bit there.
fn bit_of(word: &str, power: u32) -> (usize, u8) {
    let bytes = word.as_bytes();
    let end = |end: Option<&[u8; 4]>| end.map_or(0, |end| u64::from(u32::from_le_bytes(*end)));
    let ends = if bytes.len() < 4 {
        bytes.iter().fold(0, |sum, byte| sum << 8 | u64::from(*byte))
    } else {
        end(bytes.first_chunk()) | end(bytes.last_chunk()) << 32
    };
    let bit = (ends ^ bytes.len() as u64).wrapping_mul(SPREAD) >> (u64::BITS - power);
    ((bit / 8) as usize, 1 << (bit % 8))
}

/// The slot of a word by all its bytes (the hash of Fowler, Noll and Vo).
fn slot_of(word: &str, n_slots: usize) -> usize {
    let hash = word.bytes().fold(0xCBF2_9CE4_8422_2325, |hash: u64, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    });
    (hash ^ hash >> 32) as usize & (n_slots - 1)
}

fn number_at(bytes: &[u8], place: usize) -> usize {
    let number = bytes.get(place..).and_then(<[u8]>::first_chunk);
    number.map_or(0, |number| u32::from_le_bytes(*number) as usize)
}

fn bytes_of(number: usize) -> [u8; NUMBER] {
    u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_laid_out_and_nothing_else() {
        for size in [0, 1, 2, 700] {
            let words = (0..size).map(|idx: usize| (format!("word{idx}"), idx.to_string().into_bytes()));
            let bytes = lay_out(&words.clone().collect());
            let table = Table::new(&bytes);
            assert_eq!(table.count(), size);
            let mut numbers = Vec::new();
            for (word, told) in words {
                let (number, found) = table.find(&word).unwrap();
                assert!(found.starts_with(&told), "{word}");
                numbers.push(number);
            }
            numbers.sort_unstable();
            assert!(numbers.into_iter().eq(0..size));
            assert!(!table.holds("") && !table.holds("word") && !table.holds("word700"));
        }
    }
}
