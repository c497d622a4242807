//! The entries of a language: the first word of every surface, alone and with the words behind it.

use crate::lexicon::meaning::Sense;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

/// Distinct first words of a full language, for which room is made at once.
const SURFACES: usize = 1 << 13;

/// What is listed under the first word of a surface.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    pub(super) senses: Vec<Sense>,
    pub(super) phrases: Vec<Phrase>,
    /// The second words of the phrases.
    seconds: FxHashSet<String>,
}

/// The rest of a surface of several words, and what the whole means.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub(super) rest: Vec<String>,
    pub(super) senses: Vec<Sense>,
}

impl Entry {
    /// The senses of the phrase that goes on with `rest`.
    pub(super) fn phrase(&mut self, rest: &str) -> &mut Vec<Sense> {
        let known =
            self.phrases.iter().position(|phrase| phrase.rest.iter().map(String::as_str).eq(rest.split(' ')));
        let at = known.unwrap_or_else(|| {
            let rest: Vec<String> = rest.split(' ').map(str::to_owned).collect();
            self.seconds.extend(rest.first().cloned());
            self.phrases.push(Phrase { rest, senses: Vec::new() });
            self.phrases.len() - 1
        });
        &mut self.phrases[at].senses
    }

    /// Whether a phrase goes on with this word, as it stands or with one of some endings.
    pub(super) fn goes_on(&self, word: &str, endings: &[String]) -> bool {
        let without = || endings.iter().filter_map(|ending| word.strip_suffix(ending.as_str()));
        !self.seconds.is_empty()
            && (self.seconds.contains(word) || without().any(|listed| self.seconds.contains(listed)))
    }
}

/// All entries by their words.
#[derive(Debug)]
pub(super) struct Entries {
    by_word: FxHashMap<String, usize>,
    all: Vec<Entry>,
    filter: Filter,
}

impl Default for Entries {
    fn default() -> Self {
        let by_word = FxHashMap::with_capacity_and_hasher(SURFACES, FxBuildHasher);
        Self { by_word, all: Vec::with_capacity(SURFACES), filter: Filter::default() }
    }
}

impl Entries {
    /// The entry of a word, and its number.
    pub(super) fn get(&self, word: &str) -> Option<(usize, &Entry)> {
        if !self.filter.may_hold(word) {
            return None;
        }
        let number = *self.by_word.get(word)?;
        Some((number, self.all.get(number)?))
    }

    /// An entry by its number.
    pub(super) fn numbered(&self, number: usize) -> Option<&Entry> {
        self.all.get(number)
    }

    /// The entry of a word, made where there is none.
    pub(super) fn entry(&mut self, word: &str) -> &mut Entry {
        let number = match self.by_word.get(word) {
            Some(number) => *number,
            None => {
                self.filter.put(word);
                self.by_word.insert(word.to_owned(), self.all.len());
                self.all.push(Entry::default());
                self.all.len() - 1
            }
        };
        &mut self.all[number]
    }
}

/// Which words may be listed, by their length, first and last bytes (Bloom, "Space/time trade-offs in hash coding",
/// 1970): nearly all stems that a word might have are none.
#[derive(Debug)]
struct Filter(Box<[u64]>);

/// Bits of the filter, as a power of two: a few for each word of a full language.
const BITS: u32 = 18;

/// An odd number that spreads its multiples well (Knuth, volume 3, 6.4).
const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

impl Default for Filter {
    fn default() -> Self {
        Self(vec![0; 1 << (BITS - u64::BITS.ilog2())].into())
    }
}

impl Filter {
    fn place(word: &str) -> (usize, u64) {
        let bytes = word.as_bytes();
        let end = |end: Option<&[u8; 4]>| end.map_or(0, |end| u64::from(u32::from_le_bytes(*end)));
        let short = bytes.iter().take(3).fold(0, |sum, byte| sum << 8 | u64::from(*byte));
        let ends = end(bytes.first_chunk()) | end(bytes.last_chunk()) << 32;
        let ends = if bytes.len() < 4 { short } else { ends };
        let bit = (ends ^ bytes.len() as u64).wrapping_mul(SPREAD) >> (u64::BITS - BITS);
        ((bit / 64) as usize, 1 << (bit % 64))
    }

    fn put(&mut self, word: &str) {
        let (part, bit) = Self::place(word);
        if let Some(part) = self.0.get_mut(part) {
            *part |= bit;
        }
    }

    fn may_hold(&self, word: &str) -> bool {
        let (part, bit) = Self::place(word);
        self.0.get(part).is_some_and(|part| part & bit != 0)
    }
}
