//! The phrases that a word begins, by the words behind it: nearly all words go on with no phrase, and whoever asks
//! reads only those phrases that the second word is of.

use crate::lexicon::language::entry::{Entry, Phrase};
use crate::lexicon::language::{Language, Listed, Place};
use crate::lexicon::peel::cut;
use crate::text::hash;

/// A bit for the first letter of a word; two letters may share one. An ending changes no first letter.
pub(crate) fn first_letter(word: &str) -> u64 {
    let letter = word.chars().next().map_or(0, u32::from);
    1 << (letter % u64::BITS)
}

impl Entry {
    /// The second words of the phrases as hashes, in order, each with the number of its phrase.
    fn seconds(&self) -> &[(u64, usize)] {
        self.seconds.get_or_init(|| {
            let seconds = self.phrases.iter().enumerate();
            let seconds =
                seconds.filter_map(|(idx, phrase)| Some((hash::of(phrase.rest.first()?.as_str()), idx)));
            let mut seconds: Vec<(u64, usize)> = seconds.collect();
            seconds.sort_unstable();
            seconds
        })
    }

    /// The phrases whose second word is one of these, in no order.
    fn with(&self, words: impl Iterator<Item = u64>) -> impl Iterator<Item = (usize, &Phrase)> {
        let seconds = self.seconds();
        words.flat_map(move |word| {
            let first = seconds.partition_point(|(second, _)| *second < word);
            let behind = seconds.get(first..).unwrap_or_default().iter();
            let fitting = behind.take_while(move |(second, _)| *second == word);
            fitting.filter_map(|(_, idx)| Some((*idx, self.phrases.get(*idx)?)))
        })
    }
}

impl Language {
    /// The letters with which phrases go on that begin in one of these ways, as bits.
    pub(crate) fn second_letters(&self, listed: &[Listed]) -> u64 {
        let entries = listed.iter().filter_map(|listed| self.entries.numbered(listed.number));
        let seconds = entries.flat_map(|entry| &entry.phrases).filter_map(|phrase| phrase.rest.first());
        seconds.fold(0, |letters, second| letters | first_letter(second))
    }

    /// The words that a phrase may list where this one stands behind its first, as hashes: it, and it without each of
    /// the endings that it has.
    fn listed_seconds(&self, word: &str) -> impl Iterator<Item = u64> {
        let bases = self.endings.iter().filter_map(move |ending| cut(word, ending));
        std::iter::once(word).chain(bases).map(hash::of)
    }

    /// Whether a phrase that begins in one of these ways may go on with a word.
    pub(crate) fn goes_on_with(&self, listed: &[Listed], word: &str) -> bool {
        let mut entries = listed.iter().filter_map(|listed| self.entries.numbered(listed.number));
        entries.any(|entry| entry.with(self.listed_seconds(word)).next().is_some())
    }

    /// Where the longest surface is listed that a word begins with `rest` behind it, read in one of these ways.
    pub(crate) fn longest_of(&self, listed: &[Listed], rest: &[&str]) -> Option<Place> {
        let mut longest: Option<Place> = None;
        for (way, Listed { number, reading }) in listed.iter().enumerate() {
            let Some(entry) = self.entries.numbered(*number) else { continue };
            let second = rest.first().map(|second| entry.with(self.listed_seconds(second)));
            let mut phrases: Vec<(usize, &Phrase)> = second.into_iter().flatten().collect();
            phrases.sort_unstable_by_key(|(idx, _)| *idx);
            let Some((phrase, tokens)) = self.longest(entry, phrases.into_iter(), reading, rest) else {
                continue;
            };
            if longest.is_none_or(|longest| tokens > longest.tokens) {
                longest = Some(Place { way, phrase, tokens });
            }
        }
        longest
    }
}
