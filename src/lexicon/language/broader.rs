//! Broader concepts, as SKOS calls them: a police dog is a dog. The words of the lists tell them: where most of the
//! phrases that name a concept have the noun of another one for their head, that one is broader.

use crate::lexicon::schema::language::Language;
use crate::lexicon::schema::words::ConceptWords;
use crate::text::fold::fold_str;
use std::collections::{BTreeMap, BTreeSet};

/// Phrases that at least tell it: one alone may be a turn of speech.
const PHRASES: usize = 2;

/// How many phrases of each concept are headed by which, over all languages.
#[derive(Debug, Default)]
pub(crate) struct Heads {
    of: BTreeMap<String, BTreeMap<String, usize>>,
}

impl Heads {
    /// Counts the phrases of a language.
    pub(crate) fn count(&mut self, language: &Language) {
        let mut nouns: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (id, words) in &language.concepts {
            for surface in surfaces(words).filter(|surface| !surface.contains(' ')) {
                nouns.entry(fold_str(surface)).or_default().insert(id);
            }
        }
        for (id, words) in &language.concepts {
            for surface in surfaces(words).filter(|surface| surface.contains(' ')) {
                let folded = fold_str(surface);
                let mut parts = folded.split(' ');
                let head =
                    if language.grammar.adjective_after_noun { parts.next() } else { parts.next_back() };
                // A noun of several meanings tells none of them, unless one is the concept's own.
                let Some(meanings) = head.and_then(|head| nouns.get(head)) else { continue };
                let meaning = if meanings.contains(id.as_str()) { Some(id.as_str()) } else { one(meanings) };
                if let Some(meaning) = meaning {
                    *self.of.entry(id.clone()).or_default().entry(meaning.to_owned()).or_default() += 1;
                }
            }
        }
    }

    /// The broader concept of each that has one.
    pub(crate) fn broader(&self) -> BTreeMap<String, String> {
        let most = |(id, heads): (&String, &BTreeMap<String, usize>)| {
            let all: usize = heads.values().sum();
            let (head, count) = heads.iter().max_by_key(|(_, count)| **count)?;
            let is_it = head != id && *count >= PHRASES && 2 * count > all;
            is_it.then(|| (id.clone(), head.clone()))
        };
        self.of.iter().filter_map(most).collect()
    }
}

/// The nouns of a concept.
fn surfaces(words: &ConceptWords) -> impl Iterator<Item = &String> {
    words.one.iter().chain(&words.two).chain(&words.many)
}

fn one<'m>(meanings: &BTreeSet<&'m str>) -> Option<&'m str> {
    meanings.first().copied().filter(|_| meanings.len() == 1)
}
