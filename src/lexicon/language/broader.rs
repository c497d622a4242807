//! Broader concepts, as SKOS calls them: a police dog is a dog. The phrases of the lists tell them: where most of those
//! that name a concept in a language have the noun of another one for their head, that one is broader, if two
//! languages say so, or all phrases of one whose compounds end with their head, if it has no verb for it. A head that stands first is by itself
//! too often a turn of speech: a grain of almond is no grain.

use crate::lexicon::schema::language::Language;
use crate::lexicon::schema::words::ConceptWords;
use crate::text::fold::fold_str;
use std::collections::{BTreeMap, BTreeSet};

/// Languages whose phrases tell it at least.
const LANGUAGES: usize = 2;

/// Phrases that tell it by themselves where compounds end with their head.
const COMPOUNDS: usize = 2;

/// By how many languages each concept has which broader one.
#[derive(Debug, Default)]
pub(crate) struct Heads {
    of: BTreeMap<String, BTreeMap<String, usize>>,
}

impl Heads {
    /// Adds what the phrases of a language tell.
    pub(crate) fn add(&mut self, language: &Language) {
        let mut nouns: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
        for (id, words) in &language.concepts {
            for surface in surfaces(words).filter(|surface| !surface.contains(' ')) {
                nouns.entry(fold_str(surface)).or_default().insert(id);
            }
        }
        for (id, words) in &language.concepts {
            let mut heads: BTreeMap<&str, usize> = BTreeMap::new();
            for surface in surfaces(words) {
                let head = head(surface, language.grammar.adjective_after_noun);
                let meanings = head.and_then(|head| nouns.get(&head)).into_iter().flatten();
                meanings.for_each(|meaning| *heads.entry(meaning).or_default() += 1);
            }
            let is_compounding = !language.grammar.adjective_after_noun;
            let acts = !(words.past.is_empty() && words.present.is_empty());
            let all: usize = heads.values().sum();
            let own = heads.remove(id.as_str()).unwrap_or_default();
            for (head, count) in heads {
                let is_plain = count == all && count >= COMPOUNDS && is_compounding && !acts;
                let says = if is_plain { LANGUAGES } else { 1 };
                if count > own && 2 * count > all - own {
                    *self.of.entry(id.clone()).or_default().entry(head.to_owned()).or_default() += says;
                }
            }
        }
    }

    /// The broader concept of each that has one.
    pub(crate) fn broader(&self) -> BTreeMap<String, String> {
        let most = |(id, heads): (&String, &BTreeMap<String, usize>)| {
            let (head, languages) = heads.iter().max_by_key(|(_, languages)| **languages)?;
            (*languages >= LANGUAGES).then(|| (id.clone(), head.clone()))
        };
        self.of.iter().filter_map(most).collect()
    }
}

/// The nouns of a concept.
fn surfaces(words: &ConceptWords) -> impl Iterator<Item = &String> {
    words.one.iter().chain(&words.two).chain(&words.many)
}

/// The head of a phrase: its first word where adjectives follow their noun, else its last one.
fn head(phrase: &str, is_first: bool) -> Option<String> {
    let (first, last) = (phrase.split(' ').next()?, phrase.rsplit(' ').next()?);
    phrase.contains(' ').then(|| fold_str(if is_first { first } else { last }))
}
