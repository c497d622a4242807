//! How one language spells names, compiled: the Latin letters that each letter, or group of letters, stands
//! for or is written for. It compares nothing.
//!
//! Latin letters are the pivot between scripts, as in the romanization tables of libraries (ALA-LC, BGN/PCGN),
//! but as a relation and with what each reading costs: two letters of one script spell the same sound if
//! they are met for one Latin letter (Al-Onaizan and Knight, "Machine transliteration of names in Arabic
//! text", 2002; Freeman, Condon and Ackerman, "Cross linguistic name matching in English and Arabic", 2006).

use crate::lexicon::schema::Surfaces;
use crate::lexicon::schema::names::{NameSpellings, Sounds};
use crate::text::fold::fold_str;
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// Most letters of a group that spells one sound.
pub const LONGEST: usize = 4;

/// Cost of a reading by how often it is met.
const USUAL: u16 = 1;
const COMMON: u16 = 3;
const RARE: u16 = 18;

/// A Latin letter, or a group of them, and what it costs to read a grapheme so.
pub type Reading = (Box<str>, u16);

/// How a language spells names.
#[derive(Clone, Debug)]
pub struct Spelling {
    /// Whether short vowels are usually not written.
    pub short_vowels_unwritten: bool,
    class: FxHashMap<char, char>,
    readings: FxHashMap<Box<str>, Vec<Reading>>,
    vowels: Vec<char>,
    weak: Vec<char>,
    endings: Vec<char>,
    articles: Vec<String>,
    joined: Vec<String>,
    particles: Vec<String>,
    /// The given names as the build script wrote them, by their ids.
    listed: &'static [u8],
    given: OnceLock<FxHashMap<String, Vec<String>>>,
}

/// What a letter is to the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letter {
    /// A vowel.
    Vowel,
    /// A consonant that is often not heard.
    Weak,
    /// A consonant that may be silent at the end.
    Ending,
    /// Another consonant.
    Firm,
}

impl Spelling {
    /// The spelling of a language's record.
    #[must_use]
    pub fn new(data: &NameSpellings, given_names: &'static [u8]) -> Self {
        let letters = |text: &str| fold_str(text).chars().collect();
        let words = |surfaces: &[String]| surfaces.iter().map(|surface| fold_str(surface)).collect();
        let mut spelling = Self {
            short_vowels_unwritten: data.short_vowels_unwritten,
            class: FxHashMap::default(),
            readings: data.sounds.iter().map(|(grapheme, sounds)| readings(grapheme, sounds)).collect(),
            vowels: letters(&data.vowels),
            weak: letters(&data.weak),
            endings: letters(&data.endings),
            articles: words(&data.articles),
            joined: words(&data.joined),
            particles: words(&data.particles),
            listed: given_names,
            given: OnceLock::new(),
        };
        for class in &data.classes {
            let letters: Vec<char> = letters(class);
            spelling.class.extend(letters.iter().map(|letter| (*letter, letters[0])));
        }
        spelling
    }

    /// The ids of the given names by their words, sorted when the first name asks.
    fn given_names(&self) -> &FxHashMap<String, Vec<String>> {
        self.given.get_or_init(|| {
            let listed: BTreeMap<String, Surfaces> = postcard::from_bytes(self.listed)
                .expect("the build script wrote these names by the same schema");
            let mut spelt: FxHashMap<String, Vec<String>> = FxHashMap::default();
            for (id, surfaces) in listed {
                for surface in surfaces {
                    spelt.entry(self.words(&surface).concat()).or_default().push(id.clone());
                }
            }
            spelt
        })
    }

    /// The words of a name, normalized: letters and digits alone, without articles written apart, and with
    /// words joined that make one name.
    #[must_use]
    pub fn words(&self, name: &str) -> Vec<String> {
        let mut words = Vec::new();
        self.each_word(name, |word| words.push(word.to_owned()));
        words
    }

    /// Tells the words of a name one by one.
    pub fn each_word(&self, name: &str, mut tell: impl FnMut(&str)) {
        let folded = fold_str(name);
        let is_break = |letter: char| letter.is_whitespace() || matches!(letter, '-' | '_' | ',' | '.' | '/');
        let parts = folded.split(is_break).map(letters_of).filter(|word| !word.is_empty());
        let is_article = |part: &str| self.articles.iter().any(|article| article == part);
        let mut head = String::new();
        let mut parts = parts.peekable();
        while let Some(part) = parts.next() {
            let is_last = parts.peek().is_none();
            let joins = self.is_joined(&part) && !is_last;
            let ends = !joins && (is_last || !is_article(&part));
            if ends && head.is_empty() {
                tell(&part);
            } else if joins || !head.is_empty() {
                head.push_str(&part);
                if ends {
                    tell(&head);
                    head.clear();
                }
            }
        }
    }

    /// The key of a normalized word: the id of a known given name, or one letter for each class of letters
    /// that spell one sound.
    #[must_use]
    pub fn key(&self, word: &str) -> String {
        let mut key = String::with_capacity(word.len());
        self.add_key(word, &mut key);
        key
    }

    /// Writes the key of a normalized word behind those of others.
    pub fn add_key(&self, word: &str, keys: &mut String) {
        if let Some(id) = self.given(word).first() {
            keys.push('=');
            return keys.push_str(id);
        }
        let mut last = None;
        for letter in word.chars() {
            let letter = self.class.get(&letter).copied().unwrap_or(letter);
            if last != Some(letter) {
                keys.push(letter);
            }
            last = Some(letter);
        }
    }

    /// The ids of the given names that a normalized word spells: Kamel is كمال and كامل.
    #[must_use]
    pub fn given(&self, word: &str) -> &[String] {
        self.given_names().get(word).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether two normalized words spell one given name; none where one of them spells no listed one.
    #[must_use]
    pub fn are_one_given(&self, word: &str, other: (&Self, &str)) -> Option<bool> {
        let (one, two) = (self.given(word), other.0.given(other.1));
        let are_listed = !one.is_empty() && !two.is_empty();
        are_listed.then(|| one.iter().any(|id| two.contains(id)))
    }

    /// Whether a normalized word makes one name with the word behind it.
    #[must_use]
    pub fn is_joined(&self, word: &str) -> bool {
        self.joined.iter().any(|joined| joined == word)
    }

    /// Whether a normalized word between two names may be left out.
    #[must_use]
    pub fn is_particle(&self, word: &str) -> bool {
        self.particles.iter().any(|particle| particle == word)
    }

    /// What a letter is to the comparison.
    #[must_use]
    pub fn letter(&self, letter: char) -> Letter {
        if self.vowels.contains(&letter) {
            Letter::Vowel
        } else if self.weak.contains(&letter) {
            Letter::Weak
        } else if self.endings.contains(&letter) {
            Letter::Ending
        } else {
            Letter::Firm
        }
    }

    /// How a group of letters may be read; nothing for one that is no grapheme.
    #[must_use]
    pub fn readings(&self, group: &str) -> &[Reading] {
        self.readings.get(group).map_or(&[], Vec::as_slice)
    }
}

/// The letters and digits of a folded word.
fn letters_of(word: &str) -> Cow<'_, str> {
    let is_kept = |letter: char| {
        // The common letters first, since the tables of Unicode are slow.
        matches!(letter, 'a'..='z' | '0'..='9' | '\u{0621}'..='\u{063A}' | '\u{0641}'..='\u{064A}')
            || letter.is_alphanumeric()
    };
    if word.chars().all(is_kept) {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.chars().filter(|letter| is_kept(*letter)).collect())
    }
}

/// A grapheme with its readings; a Latin one may always be read as itself.
fn readings(grapheme: &str, sounds: &Sounds) -> (Box<str>, Vec<Reading>) {
    let grapheme: Box<str> = fold_str(grapheme).into();
    let own = grapheme.is_ascii().then(|| (grapheme.clone(), 0));
    let read = |letters: &[String], cost| -> Vec<Reading> {
        letters.iter().map(|letters| (letters.as_str().into(), cost)).collect()
    };
    let listed = [read(&sounds.usual, USUAL), read(&sounds.common, COMMON), read(&sounds.rare, RARE)];
    (grapheme, own.into_iter().chain(listed.into_iter().flatten()).collect())
}
