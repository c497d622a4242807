//! One look-up for each distinct word: what was looked up is kept from text to text.
//!
//! A recall is taken by whoever reads a text, and goes back to its language for the next one; readers on
//! several threads hold one each. It changes the speed alone, since a look-up depends on the words only.

use crate::lexicon::class::Summary;
use crate::lexicon::language::{Beginning, Beginnings, Found, Language, Listed, Place, Seconds};
use crate::lexicon::letters::Letters;
use crate::lexicon::meaning::{Clitics, Id, Sense};
use crate::lexicon::numbered::Numbered;
use crate::lexicon::schema::concepts::{Marks, hash};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// Distinct words that a recall keeps, about those of seven thousand articles; with the next text it begins anew. A look-up costs as
/// much as a hundred words that are recalled.
const MOST: usize = 1 << 17;

/// A word as it is written, with what it was found to mean. What is asked of it wherever it stands comes first, so
/// that it is in one line of memory.
#[derive(Clone, Debug, PartialEq, Eq)]
#[repr(C)]
pub struct Known {
    /// Its senses at a glance.
    pub summary: Summary,
    /// What its letters tell of names.
    pub letters: Letters,
    /// Whether it is a given name as it stands, whatever else it can mean.
    pub given: bool,
    skip: u32,
    width: u32,
    /// Its normalized form; of a phrase, that of the first token.
    pub normal: String,
    /// The stem that was listed; the normalized form where none was.
    pub stem: String,
    /// What it can mean; empty for an unknown word.
    pub senses: Arc<[Sense]>,
    /// What was stuck to it.
    pub clitics: Clitics,
    /// What its senses tell at a glance.
    pub marks: Marks,
    /// For each sense the hash of what it tells; nothing where it tells nothing.
    pub told: Box<[u64]>,
    /// Whether it is a common word and no name, once somebody asks.
    is_common: OnceLock<bool>,
    /// What it means to the comparison of quotes if it is a word of no list, once somebody asks.
    common: OnceLock<Box<[Id]>>,
    /// What it says to the values around it, once there is one.
    said: OnceLock<Box<[Key]>>,
}

/// What a word says, by key, and whether that is broader than the word.
pub type Key = (u64, bool);

impl Known {
    /// What was found of a word with this normalized form.
    fn new(normal: &str, found: Found, letters: Letters) -> Self {
        let told = found.senses.iter().map(|sense| sense.meaning.told().map_or(0, |id| hash(id)));
        let told: Box<[u64]> = told.collect();
        Self {
            summary: Summary::of(&found.senses),
            letters,
            given: false,
            skip: short(found.skip),
            width: short(found.tokens),
            normal: normal.to_owned(),
            marks: Marks::of_hashes(told.iter().copied().filter(|hash| *hash != 0)),
            told,
            stem: found.stem,
            senses: found.senses,
            clitics: found.clitics,
            is_common: OnceLock::new(),
            common: OnceLock::new(),
            said: OnceLock::new(),
        }
    }

    /// Bytes of the normalized form before the stem.
    #[must_use]
    pub const fn skip(&self) -> usize {
        self.skip as usize
    }

    /// How many tokens it takes.
    #[must_use]
    pub const fn width(&self) -> usize {
        self.width as usize
    }

    /// Whether a word of no list is a common one and no name in the language of its text.
    #[must_use]
    pub fn is_common(&self, language: &Language) -> bool {
        *self.is_common.get_or_init(|| language.is_common(&self.normal))
    }

    /// What a word of no list means to the comparison of quotes in the language of its text.
    #[must_use]
    pub fn common(&self, language: &Language) -> &[Id] {
        self.common.get_or_init(|| language.common_meaning(&self.normal).into())
    }

    /// What it says to the values around it, as somebody reads it who asks for the first time.
    pub fn said(&self, read: impl FnOnce() -> Vec<Key>) -> &[Key] {
        self.said.get_or_init(|| read().into())
    }
}

/// A count of bytes or tokens of one word, in few bytes of its own.
fn short(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What is remembered of a word.
#[derive(Debug)]
struct Entry {
    /// The word by itself.
    alone: Arc<Known>,
    /// The phrases that it may begin.
    phrases: Option<Box<Phrases>>,
    /// The words that a phrase may list where it stands behind its first, once somebody asks.
    listed: OnceCell<Seconds>,
    /// How it begins itself.
    beginning: Beginning,
}

/// The phrases that a word may begin.
#[derive(Debug)]
struct Phrases {
    /// The ways to read the word.
    listed: Vec<Listed<'static>>,
    /// How the words begin that they go on with: most words behind the first begin in another way.
    beginnings: Beginnings,
    /// The words that they go on with.
    seconds: Seconds,
    /// Those that it was found to begin.
    found: Vec<(Place, Arc<Known>)>,
}

impl Phrases {
    /// Whether one of them may go on with a word that they may list as one of these.
    fn go_on_with(&self, listed: &[u64]) -> bool {
        listed.iter().any(|second| self.seconds.binary_search(second).is_ok())
    }
}

/// The word behind the first of a phrase.
#[derive(Clone, Copy, Debug)]
pub enum Second<'w> {
    /// A word that has a number of the same recall.
    Numbered(usize),
    /// A figure, or a word of another language.
    Other(&'w str),
}

/// What was looked up, by the normalized word.
#[derive(Debug, Default)]
struct Table {
    entries: Numbered<Entry>,
    figures: FxHashMap<String, Arc<Known>>,
    /// What words of no list mean to the comparison of quotes, by the word as it is written.
    common: FxHashMap<String, Arc<[Id]>>,
}

/// The tables that nobody holds at the moment.
#[derive(Debug, Default)]
pub(crate) struct Shelf(Mutex<Vec<Table>>);

/// A language with what was looked up in it.
#[derive(Debug)]
pub struct Recall<'l> {
    language: &'l Language,
    /// The language of the text.
    reader: &'l Language,
    shelf: &'l Shelf,
    table: Table,
}

impl Language {
    /// Takes what was looked up, for the reading of a text.
    #[must_use]
    pub fn recall(&self) -> Recall<'_> {
        Recall { language: self, reader: self, shelf: &self.shelf, table: self.shelf.take() }
    }

    /// Takes what was looked up in another language, for its words in a text of this one; it is always the same
    /// other language.
    #[must_use]
    pub fn recall_guests<'l>(&'l self, other: &'l Self) -> Recall<'l> {
        Recall { language: other, reader: self, shelf: &self.guests, table: self.guests.take() }
    }
}

impl Shelf {
    fn take(&self) -> Table {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).pop().unwrap_or_default()
    }
}

impl Drop for Recall<'_> {
    fn drop(&mut self) {
        if self.table.entries.len() < MOST {
            let mut shelf = self.shelf.0.lock().unwrap_or_else(PoisonError::into_inner);
            shelf.push(std::mem::take(&mut self.table));
        }
    }
}

impl Recall<'_> {
    /// The number of a word, which is looked up if it is met for the first time. Whoever reads a text asks the numbers
    /// of all its words first: look-ups that do not wait for each other wait for memory together.
    pub fn number(&mut self, word: &str) -> usize {
        self.table.entries.find(word).unwrap_or_else(|| self.look_up(word))
    }

    /// How many tokens the word of a number takes by itself. Whoever asks this of all words of a text before their
    /// meanings waits for the memory of several at once.
    #[must_use]
    pub fn width(&self, number: usize) -> usize {
        self.table.entries.get(number).map_or(1, |entry| entry.alone.width())
    }

    /// What the word of a number means by itself; none where it may begin a phrase with the word behind it.
    pub fn alone(&self, number: usize, second: Option<Second<'_>>) -> Option<Arc<Known>> {
        let entry = self.table.entries.get(number)?;
        let begins = entry.phrases.as_deref().zip(second).is_some_and(|(phrases, second)| {
            phrases.beginnings.hold(self.beginning(second)) && phrases.go_on_with(&self.listed(second))
        });
        (!begins).then(|| Arc::clone(&entry.alone))
    }

    /// How a word begins.
    fn beginning(&self, second: Second<'_>) -> Beginning {
        let of_entry = |number| self.table.entries.get(number).map(|entry| entry.beginning);
        match second {
            Second::Numbered(number) => of_entry(number).unwrap_or_default(),
            Second::Other(word) => Beginning::of(word),
        }
    }

    /// The words that a phrase may list where this one stands behind its first, as hashes.
    fn listed(&self, second: Second<'_>) -> Cow<'_, [u64]> {
        let listed = |word: &str| self.language.listed_seconds(word).collect::<Vec<_>>();
        match second {
            Second::Numbered(number) => self.table.entries.get(number).map_or(Cow::Borrowed(&[]), |entry| {
                Cow::Borrowed(&**entry.listed.get_or_init(|| listed(&entry.alone.normal).into()))
            }),
            Second::Other(word) => Cow::Owned(listed(word)),
        }
    }

    /// The longest phrase that the word of a number begins, with the first of some words, which it is, and the second
    /// of them.
    pub fn phrase(&mut self, number: usize, words: &[&str], second: Option<Second<'_>>) -> Arc<Known> {
        let seconds = second.map(|second| self.listed(second).into_owned()).unwrap_or_default();
        let (first, rest) = words.split_first().map_or(("", words), |(first, rest)| (*first, rest));
        let language = self.language;
        let entry = self.table.entries.get_mut(number);
        let Some(phrases) = entry.phrases.as_deref_mut() else { return Arc::clone(&entry.alone) };
        let Phrases { listed, found, .. } = phrases;
        let Some(place) = language.longest_of(listed, &seconds, rest).filter(|place| place.tokens > 1) else {
            return Arc::clone(&entry.alone);
        };
        if let Some((_, known)) = found.iter().find(|(known, _)| *known == place) {
            return Arc::clone(known);
        }
        let read = language.found_at(first, listed, Some(place));
        let known = Arc::new(Known::new(first, read, entry.alone.letters));
        found.push((place, Arc::clone(&known)));
        known
    }

    /// What is known of a figure, which no list holds.
    pub fn figure(&mut self, digits: &str) -> Arc<Known> {
        let figures = &mut self.table.figures;
        if let Some(known) = figures.get(digits) {
            return Arc::clone(known);
        }
        if figures.len() >= MOST {
            figures.clear();
        }
        let letters = Letters::of(digits, self.reader);
        let known = Arc::new(Known::new(digits, self.language.unknown(digits), letters));
        figures.insert(digits.to_owned(), Arc::clone(&known));
        known
    }

    /// What a word of no list means to the comparison of quotes.
    pub fn common(&mut self, word: &str) -> Arc<[Id]> {
        let common = &mut self.table.common;
        if let Some(known) = common.get(word) {
            return Arc::clone(known);
        }
        if common.len() >= MOST {
            common.clear();
        }
        let known: Arc<[Id]> = self.language.common_meaning(word).into();
        common.insert(word.to_owned(), Arc::clone(&known));
        known
    }

    fn look_up(&mut self, word: &str) -> usize {
        let language = self.language;
        let listed = language.listed(word);
        let found = language.found_at(word, &listed, language.longest_of(&listed, &[], &[]));
        let known = Known::new(word, found, Letters::of(word, self.reader));
        let alone = Arc::new(Known { given: language.is_given_name(word), ..known });
        let (beginnings, seconds) = language.seconds(&listed);
        let phrases = seconds.map(|seconds| {
            let listed = listed.into_iter().map(Listed::into_owned).collect();
            Box::new(Phrases { listed, beginnings, seconds, found: Vec::new() })
        });
        let beginning = Beginning::of(word);
        self.table.entries.insert(word, Entry { alone, phrases, listed: OnceCell::new(), beginning })
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::lexicon::recall::Second;

    #[test]
    fn recalls_what_a_look_up_finds() {
        let lexicon = Lexicon::embedded();
        let words = ["more", "than", "two", "million", "على", "الاقل", "وبالمدينه", "في", "المئه", "zzz"];
        for language in lexicon.languages.iter() {
            for _ in 0..2 {
                let mut recall = language.recall();
                for first in 0..words.len() {
                    let rest = &words[first..];
                    let number = recall.number(rest[0]);
                    let second = rest.get(1).map(|second| Second::Numbered(recall.number(second)));
                    let alone = recall.alone(number, second);
                    let other = recall.alone(number, rest.get(1).map(|second| Second::Other(second)));
                    assert_eq!(alone, other, "{rest:?}");
                    let known = alone.unwrap_or_else(|| recall.phrase(number, rest, second));
                    let found = language.look_up(rest);
                    assert_eq!(
                        (known.senses.clone(), known.width()),
                        (found.senses, found.tokens),
                        "{rest:?}"
                    );
                    assert_eq!((&known.stem, known.skip()), (&found.stem, found.skip), "{rest:?}");
                }
            }
        }
    }
}
