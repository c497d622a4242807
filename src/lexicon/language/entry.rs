//! The entries of a language: the first word of every surface, alone and with the words behind it. Each is read
//! from the table when a word first asks for it.

use crate::lexicon::meaning::Sense;
use crate::lexicon::table::Table;
use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// What is listed under the first word of a surface.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// What the word means by itself.
    pub(crate) senses: Vec<Sense>,
    /// The surfaces of several words.
    pub(crate) phrases: Vec<Phrase>,
    /// A table: the second words of the phrases.
    pub(crate) seconds: Vec<u8>,
}

/// The rest of a surface of several words, and what the whole means.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Phrase {
    /// The words behind the first.
    pub(crate) rest: Vec<String>,
    /// What the whole means.
    pub(crate) senses: Vec<Sense>,
}

impl Entry {
    /// Whether a phrase goes on with this word, as it stands or with one of some endings.
    #[must_use]
    pub(crate) fn goes_on<'e>(&self, word: &str, mut endings: impl Iterator<Item = &'e String>) -> bool {
        let seconds = Table::new(&self.seconds);
        let mut without = || {
            endings.any(|ending| word.strip_suffix(ending.as_str()).is_some_and(|word| seconds.holds(word)))
        };
        !self.phrases.is_empty() && (seconds.holds(word) || without())
    }
}

/// All entries by their words.
#[derive(Debug)]
pub(crate) struct Entries {
    table: Table<'static>,
    read: Box<[OnceLock<Box<Entry>>]>,
}

impl Entries {
    /// The entries of a table.
    #[must_use]
    pub(crate) fn new(bytes: &'static [u8]) -> Self {
        let table = Table::new(bytes);
        Self { table, read: std::iter::repeat_with(OnceLock::new).take(table.count()).collect() }
    }

    /// The entry of a word, and its number.
    #[must_use]
    pub(crate) fn get(&self, word: &str) -> Option<(usize, &Entry)> {
        let (number, told) = self.table.find(word)?;
        let read = || {
            Box::new(
                postcard::from_bytes(told).expect("the build script wrote this entry by the same schema"),
            )
        };
        Some((number, self.read.get(number)?.get_or_init(read)))
    }

    /// An entry that was read, by its number.
    #[must_use]
    pub(crate) fn numbered(&self, number: usize) -> Option<&Entry> {
        self.read.get(number)?.get().map(Box::as_ref)
    }
}
