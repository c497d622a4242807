//! The entries of a language: the first word of every surface, alone and with the words behind it. Each is read
//! from the table when a word first asks for it.

use crate::lexicon::meaning::Sense;
use crate::lexicon::table::Table;
use serde::{Deserialize, Serialize};
use std::sync::{Arc, OnceLock};

/// What is listed under the first word of a surface.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// What the word means by itself.
    pub(crate) senses: Arc<[Sense]>,
    /// The surfaces of several words.
    pub(crate) phrases: Vec<Phrase>,
    /// How the phrases go on, once somebody asks.
    #[serde(skip)]
    pub(crate) opening: OnceLock<Opening>,
}

/// The rest of a surface of several words, and what the whole means.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Phrase {
    /// The words behind the first.
    pub(crate) rest: Vec<String>,
    /// What the whole means.
    pub(crate) senses: Vec<Sense>,
}

/// How the phrases go on that a word begins.
#[derive(Clone, Debug, Default)]
pub(crate) struct Opening {
    /// How their second words begin.
    pub(crate) beginnings: Beginnings,
    /// Their second words as hashes, in order, each with the number of its phrase.
    pub(crate) seconds: Vec<(u64, usize)>,
}

/// How some words begin, as bits by their first two letters; two beginnings may share one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Beginnings(pub(crate) u128);

/// How one word begins, as the place of its bit.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Beginning(pub(crate) u8);

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
