//! What an article is about, read from its heading and lead.

use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::fact::terms::Terms;
use crate::fact::topic::Topic;
use crate::text::hash;
use crate::text::token::TokenKind;

/// Words, with the heading, that tell what an article is about.
const LEAD: usize = 80;

/// What a shared meaning weighs, and what a shared name or a word without a listed meaning does.
const COMMON: u32 = 1;
const RARE: u32 = 2;

/// Shortest unknown word that says something, in characters.
const SHORTEST: usize = 3;

/// The topic of a text: words of all languages meet in their meanings, those of one language in their stems.
#[must_use]
pub fn topic(reading: &Reading<'_>) -> Topic {
    let words = (0..LEAD.min(reading.words.len())).filter_map(|at| key_at(reading, at));
    Topic::new(&reading.language.tag, words)
}

/// The terms of a text.
#[must_use]
pub fn terms(reading: &Reading<'_>) -> Terms {
    let term = |at: usize| key_at(reading, at).map(|(key, _, is_neutral)| (at, key, is_neutral));
    Terms::new((0..reading.words.len()).filter_map(term))
}

/// What a word says, with its weight, and whether every language has it.
pub(super) type Key = (u64, u32, bool);

/// What the word at a place says; told once for each word, since many figures and names stand around it.
pub(super) fn key_at(reading: &Reading<'_>, at: usize) -> Option<Key> {
    let keys = reading.keys.get_or_init(|| reading.words.iter().map(|word| key(reading, word)).collect());
    keys.get(at).copied().flatten()
}

/// What a word says.
pub(super) fn key(reading: &Reading<'_>, word: &Word) -> Option<Key> {
    let meaning = word.find(|sense| sense.meaning.concept().map(|id| (hash::of(id), COMMON, true)));
    let name = || {
        word.find(|sense| {
            let meaning = &sense.meaning;
            let place = meaning.nation().or_else(|| meaning.capital()).or_else(|| meaning.place());
            place.or_else(|| meaning.person()).map(|id| (hash::of(id), RARE, true))
        })
    };
    let unknown = || {
        let says =
            word.kind == TokenKind::Word && word.senses.is_empty() && word.stem.chars().count() >= SHORTEST;
        says.then(|| (hash::of(&(&reading.language.tag, &word.stem)), RARE, false))
    };
    meaning.or_else(name).or_else(unknown)
}
