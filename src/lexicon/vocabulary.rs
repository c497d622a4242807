//! Common words by their meaning, for the comparison of quotes. No value and no kind asks for them, so that
//! they stay out of the look-up of every word.

use crate::lexicon::meaning::Id;
use crate::lexicon::peel::{self, Shape};
use crate::lexicon::peeling::Peeling;
use crate::lexicon::schema::Surfaces;
use crate::lexicon::schema::words::Affixes;
use crate::text::fold::fold_str;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Common words of a language; sorted for look-up when the first quote asks.
#[derive(Debug)]
pub struct Vocabulary {
    /// The data as the build script wrote it.
    listed: &'static [u8],
    meanings: OnceLock<FxHashMap<String, Vec<Id>>>,
    /// The present of the other persons for each that is listed in the third one.
    persons: OnceLock<FxHashMap<String, Vec<Id>>>,
}

impl Vocabulary {
    /// The words of a record.
    #[must_use]
    pub const fn new(listed: &'static [u8]) -> Self {
        Self { listed, meanings: OnceLock::new(), persons: OnceLock::new() }
    }

    /// What a normalized word means, with or without what may stick to it.
    #[must_use]
    pub fn meaning(&self, word: &str, affixes: &Peeling) -> &[Id] {
        let meanings = self.meanings.get_or_init(|| self.compiled());
        let persons = || self.persons.get_or_init(|| persons(meanings, affixes));
        let listed = read(meanings, word, affixes);
        if listed.is_empty() { read(persons(), word, affixes) } else { listed }
    }

    fn compiled(&self) -> FxHashMap<String, Vec<Id>> {
        let mut meanings: FxHashMap<String, Vec<Id>> = FxHashMap::default();
        let listed: BTreeMap<String, Surfaces> = postcard::from_bytes(self.listed)
            .expect("the build script wrote this vocabulary by the same schema");
        for (id, words) in listed {
            let id = Id::from(id);
            for word in &words {
                meanings.entry(fold_str(word)).or_default().push(id.clone());
            }
        }
        meanings
    }
}

/// What a word means by a list, with or without what may stick to it.
fn read<'m>(listed: &'m FxHashMap<String, Vec<Id>>, word: &str, affixes: &Peeling) -> &'m [Id] {
    let mut found: &[Id] = &[];
    peel::readings(word, affixes, &mut |reading| {
        // Verbs are listed with the prefix of the third person: سنقبل is of يقبل, and no قبل.
        let is_verb = reading.shape == Shape::Present && reading.clitics.future;
        let third = affixes.third_prefixes.first().filter(|_| is_verb);
        let verb = third.and_then(|third| listed.get(&format!("{third}{}", reading.stem)));
        found = verb.or_else(|| listed.get(&*reading.stem)).map(Vec::as_slice).unwrap_or_default();
        !found.is_empty()
    });
    found
}

/// Fewest letters of a verb in the present with its prefix.
const PRESENT: usize = 4;

/// The present of the other persons for each that is listed in the third one.
fn persons(listed: &FxHashMap<String, Vec<Id>>, affixes: &Affixes) -> FxHashMap<String, Vec<Id>> {
    let Some(third) = affixes.third_prefixes.first() else { return FxHashMap::default() };
    let mut all: FxHashMap<String, Vec<Id>> = FxHashMap::default();
    for (word, ids) in listed.iter().filter(|(word, _)| word.chars().count() >= PRESENT) {
        let Some(stem) = word.strip_prefix(third.as_str()) else { continue };
        for prefix in affixes.present_prefixes.iter().filter(|prefix| *prefix != third) {
            all.insert(format!("{prefix}{stem}"), ids.clone());
        }
    }
    all
}
