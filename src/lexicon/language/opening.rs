//! The phrases that a word begins, by the words behind it: nearly all words go on with no phrase, and whoever asks
//! reads only those phrases that the second word is of.

pub(crate) use crate::lexicon::language::entry::{Beginning, Beginnings};
use crate::lexicon::language::entry::{Entry, Opening, Phrase};
use crate::lexicon::language::{Language, Listed, Place};
use crate::lexicon::peel::cut;
use crate::text::hash;

impl Beginning {
    /// How a word begins.
    pub(crate) fn of(word: &str) -> Self {
        let letters =
            word.chars().take(2).fold(0, |letters, letter| letters << u32::BITS | u64::from(letter));
        Self((hash::of(&letters) % u64::from(u128::BITS)) as u8)
    }
}

impl Beginnings {
    fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether some of the words may begin so.
    pub(crate) const fn hold(self, beginning: Beginning) -> bool {
        self.0 & Self::from(beginning).0 != 0
    }

    /// The beginning of one word.
    const fn from(beginning: Beginning) -> Self {
        Self(1 << beginning.0)
    }
}

/// The words with which some phrases go on behind their first, as hashes in order.
pub(crate) type Seconds = Box<[u64]>;

impl Opening {
    /// The phrases of an entry whose second word is one of these, in no order.
    fn phrases<'e>(
        &'e self,
        entry: &'e Entry,
        words: impl Iterator<Item = u64>,
    ) -> impl Iterator<Item = (usize, &'e Phrase)> {
        words.flat_map(move |word| {
            let first = self.seconds.partition_point(|(second, _)| *second < word);
            let behind = self.seconds.get(first..).unwrap_or_default().iter();
            let fitting = behind.take_while(move |(second, _)| *second == word);
            fitting.filter_map(|(_, idx)| Some((*idx, entry.phrases.get(*idx)?)))
        })
    }
}

impl Language {
    /// How the phrases of an entry go on.
    fn opening<'e>(&self, entry: &'e Entry) -> &'e Opening {
        entry.opening.get_or_init(|| {
            let seconds = entry.phrases.iter().enumerate();
            let seconds = seconds.filter_map(|(idx, phrase)| Some((phrase.rest.first()?.as_str(), idx)));
            let mut opening = Opening::default();
            for (second, idx) in seconds {
                opening.beginnings = opening.beginnings.with(self.beginnings(second));
                opening.seconds.push((hash::of(second), idx));
            }
            opening.seconds.sort_unstable();
            opening
        })
    }

    /// How a listed word begins, with or without an ending, which changes no letter but may be the second.
    fn beginnings(&self, listed: &str) -> Beginnings {
        let endings = self.endings.iter().filter(|_| listed.chars().nth(1).is_none());
        let of = |word: &str| Beginnings::from(Beginning::of(word));
        let ended = endings.map(|ending| of(&format!("{listed}{ending}")));
        ended.fold(of(listed), Beginnings::with)
    }

    /// The words with which phrases go on that begin in one of these ways, and how they begin; none where no phrase
    /// begins so.
    pub(crate) fn seconds(&self, listed: &[Listed<'_>]) -> (Beginnings, Option<Seconds>) {
        let mut beginnings = Beginnings::default();
        let mut hashes = Vec::new();
        for entry in listed.iter().filter_map(|listed| self.entries.numbered(listed.number)) {
            let opening = self.opening(entry);
            beginnings = beginnings.with(opening.beginnings);
            hashes.extend(opening.seconds.iter().map(|(second, _)| *second));
        }
        hashes.sort_unstable();
        hashes.dedup();
        (beginnings, (!hashes.is_empty()).then(|| hashes.into()))
    }

    /// The words that a phrase may list where this one stands behind its first, as hashes: it, and it without each of
    /// the endings that it has.
    pub(crate) fn listed_seconds(&self, word: &str) -> impl Iterator<Item = u64> {
        let bases = self.endings.iter().filter_map(move |ending| cut(word, ending));
        std::iter::once(word).chain(bases).map(hash::of)
    }

    /// Where the longest surface is listed that a word begins with `rest` behind it, read in one of these ways; the
    /// first word of the rest may be listed as one of `seconds`.
    pub(crate) fn longest_of(&self, listed: &[Listed<'_>], seconds: &[u64], rest: &[&str]) -> Option<Place> {
        let mut longest: Option<Place> = None;
        for (way, Listed { number, reading }) in listed.iter().enumerate() {
            let Some(entry) = self.entries.numbered(*number) else { continue };
            let phrases = self.opening(entry).phrases(entry, seconds.iter().copied());
            let Some((phrase, tokens)) = self.longest(entry, phrases, reading, rest) else { continue };
            if longest.is_none_or(|longest| tokens > longest.tokens) {
                longest = Some(Place { way, phrase, tokens });
            }
        }
        longest
    }
}
