//! Whether two spellings are taken for one name, within a script and across scripts, and why.
//!
//! Two things are offered. [`Lexicon::name_key`] is a pure function of one spelling, kept narrow, since
//! names in articles are joined by it alone. [`Lexicon::is_same_name`] compares two spellings: known names
//! decide first, then given names that the data knows, then the sounds of each word. It does not say
//! whether two persons of one name are one person.

/// Two spellings side by side.
pub mod align;
/// Letters and their sounds.
pub mod grapheme;
/// Names that are plainly two.
mod twain;
/// Names word by word.
mod whole;

use crate::lexicon::Lexicon;
use crate::lexicon::language::Language;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::spelling::align::{Word, is_one_word};
use crate::lexicon::spelling::whole::compare_words;
use crate::text::fold::fold_str;
use crate::text::token::tokenize;
use crate::value::words::Name;
use std::collections::BTreeSet;
use std::fmt;

/// What was decided of two spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Whether they are taken for one name.
    pub same: bool,
    /// Why.
    pub why: Why,
}

/// Why two spellings are taken for one name, or for two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// The data knows both, as one.
    KnownAsOne,
    /// The data knows both, as two.
    KnownApart,
    /// They are equal but for case, vowel signs and seats of hamza.
    SameLetters,
    /// Each word is a spelling of the other's.
    SameSounds,
    /// Their words are the same in another order.
    OrderDiffers,
    /// An initial stands for a word.
    Initial,
    /// One leaves out middle names or a title.
    Shortened,
    /// They are the same but for spaces.
    SpacesDiffer,
    /// Two given names that are different names.
    GivenNamesDiffer(String, String),
    /// Two words that are no spellings of one.
    WordsDiffer(String, String),
    /// One has words that the other lacks.
    WordsMissing,
    /// One of them has no letters.
    Empty,
}

/// Most letters of a group that is one sound.
const GRAPHEME: usize = 2;

/// The sounds for which a Latin letter stands, as far as spellings keep them apart.
fn mixed(letter: char) -> Vec<char> {
    match letter {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' => vec!['a'],
        'j' => vec!['a', 'j'],
        'c' => vec!['k', 's'],
        'q' | 'x' => vec!['k'],
        'w' => vec!['a', 'v'],
        'z' => vec!['s', 'z'],
        other => vec![other],
    }
}

impl Lexicon {
    /// The key by which spellings of an unknown name are one.
    #[must_use]
    pub fn name_key(&self, name: &str) -> String {
        let Some(language) = self.detect(name) else { return fold_str(name) };
        let spelling = &language.spelling;
        let mut key = String::with_capacity(name.len());
        spelling.each_word(name, |word| {
            if !key.is_empty() {
                key.push(' ');
            }
            spelling.add_key(word, &mut key);
        });
        key
    }

    /// The sounds with which the last word of a name may begin, one letter for those that spellings mix: names
    /// of two scripts that are one share a sound.
    #[must_use]
    pub fn first_sounds(&self, name: &str) -> BTreeSet<char> {
        let Some(language) = self.detect(name) else { return BTreeSet::new() };
        let words = language.spelling.words(name);
        let last = words.last().map_or("", String::as_str);
        // What is written as one word elsewhere begins with the particle.
        let joined = words.iter().rev().nth(1).filter(|before| {
            language.spelling.is_particle(before) || language.without_article(last).is_some()
        });
        let last = language.without_article(last).unwrap_or(last);
        let sounds = |word: &str| -> BTreeSet<char> {
            let ends = word.char_indices().skip(1).map(|(at, _)| at).chain([word.len()]).take(GRAPHEME);
            let readings =
                ends.flat_map(|end| language.spelling.readings(word.get(..end).unwrap_or_default()));
            let sounds = readings.filter_map(|(letters, _)| letters.chars().next());
            sounds.chain(word.chars().next().filter(char::is_ascii)).flat_map(mixed).collect()
        };
        // What is written as one word with "and" names two.
        let second = language.without_conjunction(last);
        std::iter::once(last).chain(second).chain(joined.map(String::as_str)).flat_map(sounds).collect()
    }

    /// Whether two spellings are taken for one name.
    #[must_use]
    pub fn is_same_name(&self, left: &str, right: &str) -> Decision {
        self.prepare(left).compare(&self.prepare(right))
    }

    /// Makes a spelling ready to be compared with many.
    #[must_use]
    pub fn prepare(&self, name: &str) -> Prepared<'_> {
        Prepared { known: self.known(name), spelt: Spelt::new(self, name) }
    }

    /// A name that the data knows as it stands, without pronouns and endings that may be letters of a name.
    fn known(&self, words: &str) -> Option<Name> {
        let folded = fold_str(words);
        let first = folded.split_whitespace().next()?;
        let is_listed = |language: &Language| {
            let heads = [Some(first), language.without_article(first)];
            language.all(&folded).iter().enumerate().all(|(idx, found)| {
                !found.senses.is_empty() && (idx > 0 || heads.contains(&Some(found.stem.as_str())))
            })
        };
        if !self.languages.iter().any(is_listed) {
            return None;
        }
        let place = self.place(words);
        if !place.types.is_empty() && place.id.is_some() {
            return Some(Name { name: place.name, keys: place.id.into_iter().collect() });
        }
        let name = self.name(words);
        let listed = |key: &String| self.gazetteer.country_of(key).is_some();
        name.keys.iter().any(listed).then_some(name)
    }
}

/// A spelling made ready to be compared.
#[derive(Debug)]
pub struct Prepared<'l> {
    known: Option<Name>,
    spelt: Option<Spelt<'l>>,
}

impl Prepared<'_> {
    /// Whether two spellings are taken for one name.
    #[must_use]
    pub fn compare(&self, other: &Self) -> Decision {
        match (&self.known, &other.known) {
            (Some(left), Some(right)) if left.is_same(right) => Why::KnownAsOne.decide(),
            (Some(_), Some(_)) => Why::KnownApart.decide(),
            (Some(_), None) | (None, Some(_)) | (None, None) => match (&self.spelt, &other.spelt) {
                (Some(left), Some(right)) => compare(left, right).decide(),
                (Some(_), None) | (None, Some(_)) | (None, None) => Why::Empty.decide(),
            },
        }
    }
}

fn compare(left: &Spelt<'_>, right: &Spelt<'_>) -> Why {
    let whole = compare_words(&left.all(), &right.all());
    if whole.is_same() {
        return whole;
    }
    let shares_title = left.titles.iter().any(|title| right.titles.contains(title));
    let one_title = left.titles.is_empty() != right.titles.is_empty();
    if (shares_title || one_title) && compare_words(&left.bare(), &right.bare()).is_same() {
        return Why::Shortened;
    }
    whole
}

/// A name in the words of its language.
#[derive(Debug)]
struct Spelt<'l> {
    language: &'l Language,
    words: Vec<String>,
    /// Ids of the roles that stand before the name, and how many words they take.
    titles: Vec<String>,
    n_titles: usize,
}

/// A word of a name, and its language.
#[derive(Clone, Copy)]
struct Part<'l> {
    language: &'l Language,
    word: &'l str,
}

impl<'l> Spelt<'l> {
    fn new(lexicon: &'l Lexicon, name: &str) -> Option<Self> {
        let language = lexicon.detect(name)?;
        let words = language.spelling.words(name);
        let (titles, behind) = titles(language, name);
        let n_titles = words.len().saturating_sub(language.spelling.words(&behind).len());
        (!words.is_empty()).then_some(Self { language, words, titles, n_titles })
    }

    fn all(&self) -> Vec<Part<'_>> {
        self.words.iter().map(|word| Part { language: self.language, word }).collect()
    }

    fn bare(&self) -> Vec<Part<'_>> {
        self.all().split_off(self.n_titles)
    }
}

/// The roles that a name begins with, and what stands behind them; none where nothing would remain.
fn titles(language: &Language, name: &str) -> (Vec<String>, String) {
    let folded = fold_str(name);
    let (normal, tokens) = tokenize(&folded);
    let parts: Vec<&str> =
        tokens.iter().filter_map(|token| normal.get(token.normal.start..token.normal.end)).collect();
    let (mut ids, mut idx) = (Vec::new(), 0);
    while idx < parts.len() {
        let found = language.look_up(&parts[idx..]);
        let role = found.senses.iter().find_map(|sense| {
            if let Meaning::Role(id) = &sense.meaning { Some(id.to_string()) } else { None }
        });
        let Some(role) = role.filter(|_| idx + found.tokens < parts.len()) else { break };
        ids.push(role);
        idx += found.tokens.max(1);
    }
    (ids, parts.get(idx..).unwrap_or_default().join(" "))
}

fn is_initial(word: &str) -> bool {
    word.chars().count() == 1
}

/// Whether two words spell one name.
fn compare_word<'l>(left: Part<'l>, right: Part<'l>) -> Why {
    let (one, two) = (&left.language.spelling, &right.language.spelling);
    let differ = || Why::WordsDiffer(left.word.to_owned(), right.word.to_owned());
    if let Some(are_one) = one.are_one_given(left.word, (two, right.word)) {
        let names = || Why::GivenNamesDiffer(left.word.to_owned(), right.word.to_owned());
        return if are_one { Why::SameSounds } else { names() };
    }
    if left.word == right.word {
        return Why::SameLetters;
    }
    if left.word.chars().chain(right.word.chars()).any(char::is_numeric) {
        return differ();
    }
    let (first, second) = (Word::new(one, left.word), Word::new(two, right.word));
    if is_initial(left.word) != is_initial(right.word) {
        return if first.begins_like(&second) { Why::Initial } else { differ() };
    }
    if is_one_word(&first, &second) {
        return Why::SameSounds;
    }
    let bare = |part: Part<'l>| part.language.without_article(part.word);
    let fits = |left: &str, right: &str| is_one_word(&Word::new(one, left), &Word::new(two, right));
    let is_same = match (bare(left), bare(right)) {
        (Some(left), Some(right)) => fits(left, right),
        (Some(left), None) => fits(left, right.word),
        (None, Some(right)) => fits(left.word, right),
        (None, None) => false,
    };
    if is_same { Why::SameSounds } else { differ() }
}

impl Why {
    /// Whether this is a reason to take two spellings for one name.
    #[must_use]
    pub const fn is_same(&self) -> bool {
        match self {
            Self::KnownAsOne
            | Self::SameLetters
            | Self::SameSounds
            | Self::OrderDiffers
            | Self::Initial
            | Self::Shortened
            | Self::SpacesDiffer => true,
            Self::KnownApart
            | Self::GivenNamesDiffer(..)
            | Self::WordsDiffer(..)
            | Self::WordsMissing
            | Self::Empty => false,
        }
    }

    fn decide(self) -> Decision {
        Decision { same: self.is_same(), why: self }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::KnownAsOne => f.write_str("both are known names of one person, place or body"),
            Self::KnownApart => f.write_str("they are known names of different persons, places or bodies"),
            Self::SameLetters => f.write_str("they are spelt alike"),
            Self::SameSounds => f.write_str("they are spelt alike but for letters that stand for one sound"),
            Self::OrderDiffers => f.write_str("they have the same words in another order"),
            Self::Initial => f.write_str("an initial stands for a word of the other"),
            Self::Shortened => f.write_str("one leaves out a title or a middle name"),
            Self::SpacesDiffer => f.write_str("they are spelt alike but for spaces"),
            Self::GivenNamesDiffer(left, right) => {
                write!(f, "\"{left}\" and \"{right}\" are different given names")
            }
            Self::WordsDiffer(left, right) => {
                write!(f, "\"{left}\" and \"{right}\" are no spellings of one name")
            }
            Self::WordsMissing => f.write_str("one has words that the other lacks"),
            Self::Empty => f.write_str("one of them has no letters"),
        }
    }
}
