//! The noun of what a value counts or measures.

use crate::extract::attribution::is_verb;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::topic::key;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::text::hash;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Amount;

/// The noun of what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Head {
    /// What it says.
    pub key: u64,
    /// The language it is said in, by key.
    pub language: u64,
    /// Whether its meaning is listed, so that other languages have it too.
    pub is_listed: bool,
    /// The broader thing, by key: of a police dog, a dog.
    pub broader: Option<u64>,
    /// Whether it is of people.
    pub is_of_people: bool,
    /// Whether each of them is several people: 1300 families are more than 1300 people.
    pub is_of_several: bool,
}

impl Head {
    /// A noun of a text.
    pub(super) fn new(reading: &Reading<'_>, key: u64, is_listed: bool) -> Self {
        Self {
            key,
            language: hash::of(&reading.language.tag),
            is_listed,
            broader: reading.lexicon.broader(key),
            is_of_people: reading.lexicon.is_of_people(key),
            is_of_several: SEVERAL.iter().any(|several| hash::of(several) == key),
        }
    }

    /// Whether two nouns that differ may name one thing: one of them is the broader of the other, or both are of
    /// people.
    #[must_use]
    pub fn is_kin(self, other: Self) -> bool {
        let is_broader = self.broader == Some(other.key) || other.broader == Some(self.key);
        self.key != other.key && (is_broader || (self.is_of_people && other.is_of_people))
    }

    /// Whether the other noun plainly names another thing: both have listed meanings, or are of one language.
    #[must_use]
    pub const fn is_plainly_other(self, other: Self) -> bool {
        self.key != other.key && (self.language == other.language || (self.is_listed && other.is_listed))
    }
}

/// The concepts of several people each.
const SEVERAL: [&str; 2] = ["family", "household"];

/// How far behind a number its noun may stand, in words.
const BEHIND: usize = 3;

/// How far behind a number the last of several nouns may stand that describe one another, in words.
const LAST: usize = 4;

/// The dimension of distances: in some languages "of" is "from" as well.
pub(super) const LENGTH: &str = "length";

/// The noun of what is counted: the last word of a counted thing that says something, or what stands behind a
/// bare number.
pub(super) fn head(reading: &Reading<'_>, mention: &Mention) -> Option<Head> {
    if let Some(concept) = &mention.head {
        return Some(Head::new(reading, hash::of(concept), true));
    }
    if let Some(at) = substance(reading, mention) {
        return noun(reading, at);
    }
    if let Some(behind) = behind(reading, mention) {
        return noun(reading, behind);
    }
    mention.head_text.as_ref()?;
    mention.words.clone().rev().find_map(|at| noun(reading, at))
}

/// Where the word stands that tells what so much is measured of: 50 tonnes *of rice*. Of several words it is the
/// last one, or the first where adjectives follow their noun.
pub(super) fn substance(reading: &Reading<'_>, mention: &Mention) -> Option<usize> {
    let Value::Amount(Amount { unit: Some(unit), .. }) = &mention.value else { return None };
    if &*unit.dimension == LENGTH {
        return None;
    }
    let of = mention.words.end;
    reading.words.get(of).filter(|word| word.breaks == 0 && word.is_function(Function::Of))?;
    let says = |at: &usize| {
        let word = reading.words.get(*at);
        word.is_some_and(|word| {
            word.breaks == 0 && word.kind == TokenKind::Word && key(reading, word).is_some()
        })
    };
    // Of the oil that *leaked* as much may have *escaped*.
    let acts = |at: &usize| *at > of + 1 && reading.words.get(*at).is_some_and(is_verb);
    let mut words = (of + 1..of + 1 + BEHIND).take_while(|at| says(at) && !acts(at));
    let first = reading.language.grammar.adjective_after_noun;
    if first { words.next() } else { words.last() }
}

/// Where the noun behind a rank or a bare number stands.
pub(super) fn behind(reading: &Reading<'_>, mention: &Mention) -> Option<usize> {
    let end = mention.words.end;
    if mention.dimension == Dimension::Ordinal {
        return ranked(reading, mention);
    }
    if mention.dimension != Dimension::Number {
        return None;
    }
    if !reading.language.grammar.adjective_after_noun {
        return last_noun(reading, end);
    }
    // What follows "the three" is no noun that they count.
    let is_definite = reading.words.get(mention.words.start).is_some_and(|word| word.clitics.article);
    let is_known = |at: &usize| !is_definite || reading.words.get(*at).is_some_and(is_noun);
    Some(end).filter(|at| may_count(reading, *at)).filter(is_known)
}

/// The noun of a rank: behind it, or before it where it follows as an adjective.
fn ranked(reading: &Reading<'_>, mention: &Mention) -> Option<usize> {
    let is_known = |at: &usize| reading.words.get(*at).is_some_and(is_noun);
    let rank = reading.words.get(mention.words.start)?;
    let is_digits = rank.kind == TokenKind::Digits;
    if reading.language.grammar.adjective_after_noun && (rank.clitics.article || is_digits) {
        let is_article = |at: &usize| is_digits && reading.words.get(*at).is_some_and(Word::is_article);
        let before = mention.words.start.checked_sub(1)?;
        let before = if is_article(&before) { before.checked_sub(1)? } else { before };
        // Other adjectives may stand between: الفيلم الطويل الثاني.
        let is_adjective = |at: &usize| {
            let word = reading.words.get(*at);
            let describes = |word: &Word| word.clitics.article && word.clitics.preposition.is_none();
            !is_known(at) && word.is_some_and(|word| word.breaks == 0 && describes(word))
        };
        let noun = if is_adjective(&before) { before.checked_sub(1)? } else { before };
        return Some(noun).filter(is_known).filter(|_| rank.breaks == 0);
    }
    // "The third-largest bank": what tells the rank by its size may be tied to it.
    let next = mention.words.end;
    let next = next + usize::from(reading.words.get(next).is_some_and(|word| word.is_sign("-")));
    let goes_on = |at: &usize| {
        let word = reading.words.get(*at);
        word.is_some_and(|word| word.breaks == 0 && word.kind == TokenKind::Word && !is_verb(word))
    };
    reading.words.get(next).filter(|word| word.breaks == 0)?;
    (next..next + BEHIND).take_while(goes_on).find(is_known)
}

/// The last of the nouns behind a number that describe one another, known or not: 60 Airbus *A321neos*.
fn last_noun(reading: &Reading<'_>, first: usize) -> Option<usize> {
    let is_many = |at: &usize| {
        let word = reading.words.get(*at);
        word.is_some_and(|word| is_noun(word) && word.summary.has_form(Form::Many))
    };
    let describes = |at: &usize| may_count(reading, *at) || describes(reading, *at);
    let run = first..first + LAST;
    let many = run.clone().take_while(describes).find(is_many);
    many.or_else(|| run.take_while(describes).filter(|at| may_count(reading, *at)).last())
}

/// Whether a word stands before nouns: it adds to what was counted before, or it says which they are.
fn describes(reading: &Reading<'_>, at: usize) -> bool {
    reading.words.get(at).is_some_and(|word| {
        let says_which = word.summary.has_form(Form::Fixed)
            && word.summary.is_any(Classes::of(&[Class::Concept, Class::Nation]))
            && !word.summary.is(Class::Function)
            && !is_verb(word);
        word.breaks == 0 && (word.is_function(Function::Other) || says_which)
    })
}

/// Whether the word at a place may be the noun of a number before it: a known noun, or a word of no list.
fn may_count(reading: &Reading<'_>, at: usize) -> bool {
    reading.words.get(at).is_some_and(|word| {
        let is_known = is_noun(word) && !word.summary.is(Class::Function);
        let is_free = word.clitics.preposition.is_none() && word.clitics.conjunction.is_none();
        word.breaks == 0 && is_free && word.kind == TokenKind::Word && (is_known || word.senses.is_empty())
    })
}

/// Whether a word is a noun whose meaning is listed.
pub(super) fn is_noun(word: &Word) -> bool {
    word.senses.iter().any(|sense| {
        sense.meaning.concept().is_some() && matches!(sense.form, Form::One | Form::Two | Form::Many)
    })
}

/// The noun at a place; one without a listed meaning is known by what common words of its meaning have in common, else
/// by what is the same in each of its numbers.
fn noun(reading: &Reading<'_>, at: usize) -> Option<Head> {
    let word = reading.words.get(at)?;
    let (key, ..) = key(reading, word)?;
    let is_listed = !word.senses.is_empty();
    let key = if is_listed { key } else { unlisted(reading, at, word) };
    Some(Head::new(reading, key, is_listed))
}

/// The key of a noun of no list. Of a thing that is told behind "of" its own noun says little: two *sorts of* fern.
fn unlisted(reading: &Reading<'_>, at: usize, word: &Word) -> u64 {
    let has_of =
        reading.words.get(at + 1).is_some_and(|next| next.breaks == 0 && next.is_function(Function::Of));
    let common = reading.language.common_meaning(&word.normal).first().filter(|_| !has_of);
    common.map_or_else(|| hash::of(&reading.language.root(&word.normal)), hash::of)
}
