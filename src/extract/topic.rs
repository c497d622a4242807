//! What an article is about, read from its heading and lead.

use crate::extract::reading::Reading;
use crate::extract::word::Word;
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
    let words = reading.words.iter().take(LEAD).filter_map(|word| key(reading, word));
    Topic::new(&reading.language.tag, words)
}

/// What a word says, with its weight, and whether every language has it.
pub(super) fn key(reading: &Reading<'_>, word: &Word) -> Option<(u64, u32, bool)> {
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
