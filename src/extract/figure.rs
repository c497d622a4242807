//! Figures: every value of a text with the words that stand around it. Two articles that give one figure
//! in like words agree, whether or not a kind of its own claims the figure; they never contradict by it.

use crate::extract::bind;
use crate::extract::event::Events;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::topic::{hash, key};
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Fact};
use crate::lexicon::schema::kind::Telling;
use crate::lexicon::schema::{Kind, ValueType};
use crate::value::Value;

/// How far around a value its words are read, in words.
const AROUND: usize = 10;

/// The concept of people.
const PEOPLE: &str = "person";

/// A value with what stands around it.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The value as a fact.
    pub fact: Fact,
    /// The counted noun, or the like; none of a bare number.
    pub head: Option<u64>,
    /// Whether people of any sort are counted.
    pub is_of_people: bool,
    /// The words around it that say something, sorted.
    pub words: Vec<u64>,
}

/// The figures of a text, in order.
#[must_use]
pub fn figures(reading: &Reading<'_>, events: &Events, article: ArticleIdx) -> Vec<Figure> {
    let alike: Vec<&Kind> =
        reading.lexicon.kinds().iter().filter(|kind| kind.told == Telling::Alike).collect();
    let kind_of = |mention: &Mention| {
        let sort = sort(mention)?;
        alike.iter().find(|kind| kind.value == sort)
    };
    let figure = |mention: &Mention| {
        let kind = kind_of(mention)?;
        let value = mention.value.clone();
        let fact = bind::fact(reading, events, article, kind, mention.words.start, &mention.words, value);
        let is_of_people = mention.head.as_deref() == Some(PEOPLE);
        Some(Figure { fact, head: head(reading, mention), is_of_people, words: words(reading, mention) })
    };
    reading.mentions.iter().filter_map(figure).collect()
}

/// The type of a mention's value, as kinds name it.
fn sort(mention: &Mention) -> Option<ValueType> {
    let has_unit = matches!(&mention.value, Value::Amount(amount) if amount.unit.is_some());
    match mention.dimension {
        Dimension::Number | Dimension::Quantity | Dimension::Range if has_unit => Some(ValueType::Quantity),
        Dimension::Number | Dimension::Quantity | Dimension::Range => Some(ValueType::Count),
        Dimension::Percent => Some(ValueType::Percent),
        Dimension::Money => Some(ValueType::Money),
        Dimension::Duration => Some(ValueType::Duration),
        Dimension::Date | Dimension::Datetime => Some(ValueType::Time),
        // Much happens at one hour of no day.
        Dimension::Time => None,
        Dimension::Ordinal | Dimension::Set | Dimension::Quote | Dimension::Name => None,
    }
}

/// The last word of a counted thing that says something, or the word right behind a bare number.
fn head(reading: &Reading<'_>, mention: &Mention) -> Option<u64> {
    if mention.dimension == Dimension::Number {
        let next = reading.words.get(mention.words.end).filter(|word| word.breaks == 0)?;
        return noun(reading, next);
    }
    mention.head_text.as_ref()?;
    let words = reading.words.get(mention.words.clone())?;
    words.iter().rev().find_map(|word| noun(reading, word))
}

/// The key of a noun; one without a listed meaning is known by how it begins, whatever its number and case.
fn noun(reading: &Reading<'_>, word: &Word) -> Option<u64> {
    let (key, ..) = key(reading, word)?;
    let begins = || word.stem.chars().take(BEGINNING).collect::<String>();
    Some(if word.senses.is_empty() { hash(&begins()) } else { key })
}

/// Letters that a noun begins with, whatever its number and case.
const BEGINNING: usize = 4;

fn words(reading: &Reading<'_>, mention: &Mention) -> Vec<u64> {
    let Some(sentence) = reading.sentences.get(reading.sentence_of(mention.words.start)) else {
        return Vec::new();
    };
    let first = mention.words.start.saturating_sub(AROUND).max(sentence.words.start);
    let last = (mention.words.end + AROUND).min(sentence.words.end);
    let around = (first..last).filter(|at| !mention.words.contains(at));
    let found = around.filter_map(|at| key(reading, reading.words.get(at)?)).map(|(key, ..)| key);
    let mut words: Vec<u64> = found.collect();
    words.sort_unstable();
    words.dedup();
    words
}
