//! Those whom a count of others leaves out: what befell a policeman *and five others* befell six.

use crate::extract::attribution::is_verb;
use crate::extract::entity::EntityKind;
use crate::extract::kind;
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::text::hash;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::{self, Amount};
use crate::value::number::Number;
use std::collections::BTreeMap;
use std::ops::Range;

/// Furthest that what befell them all stands before "and", in words, and behind the others.
const BEFORE: usize = 8;
const BEHIND: usize = 4;

/// Some people and others, told as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// The words of all of them.
    pub words: Range<usize>,
    /// How many they are; none where those before the others cannot be counted.
    pub value: Option<Value>,
}

/// All groups of people and others in a text, by where the counts of the others begin.
#[must_use]
pub fn groups(reading: &Reading<'_>) -> BTreeMap<usize, Together> {
    let group = |mention: &Mention| Some((mention.words.start, together(reading, mention)?));
    reading.mentions.iter().filter_map(group).collect()
}

/// Those to whom a count adds others, with them; none where it adds them to nobody.
fn together(reading: &Reading<'_>, mention: &Mention) -> Option<Together> {
    let Value::Amount(Amount { form: amount::Form::Exactly(others), unit: None, .. }) = &mention.value else {
        return None;
    };
    let is_other = |at: usize| word(reading, at).is_some_and(|word| word.is_function(Function::Other));
    if !mention.words.clone().chain([mention.words.end]).any(is_other) {
        return None;
    }
    let end = conjunction(reading, mention.words.start)?;
    let (deed, before) = before(reading, end);
    // Where both have a verb of their own, it befell the others alone.
    if deed == tells_own(reading, mention.words.end) || before.is_empty() {
        return None;
    }
    let named = count(reading, &before);
    let sum = named.and_then(|named| named.plus(*others));
    let value = sum.map(|sum| Value::Amount(Amount::new(amount::Form::Exactly(sum), None)));
    Some(Together { words: before.start..mention.words.end, value })
}

/// A word of a text.
fn word<'r>(reading: &'r Reading<'_>, at: usize) -> Option<&'r Word> {
    reading.words.get(at)
}

/// Where "and" stands that joins a count to what is before it, as a word or stuck to it.
fn conjunction(reading: &Reading<'_>, start: usize) -> Option<usize> {
    let is_stuck = word(reading, start)?.clitics.conjunction == Some(Function::And);
    let before = start.checked_sub(1)?;
    let is_and = word(reading, before).is_some_and(|word| word.is_function(Function::And));
    if is_stuck { Some(start) } else { is_and.then_some(before) }
}

/// Whether a verb or a word of what befell people stands before `end` in one run of words, and those behind it.
fn before(reading: &Reading<'_>, end: usize) -> (bool, Range<usize>) {
    let mut start = end;
    while let Some(at) = start.checked_sub(1).filter(|at| at + BEFORE >= end) {
        let Some(word) = word(reading, at).filter(|word| word.kind != TokenKind::Sign) else { break };
        if acts(reading, at) {
            return (true, start..end);
        }
        start = at;
        if word.breaks > 0 {
            break;
        }
    }
    (false, start..end)
}

/// Whether a verb or a word of what befell people follows the others.
fn tells_own(reading: &Reading<'_>, end: usize) -> bool {
    let goes_on =
        |at: &usize| word(reading, *at).is_some_and(|word| word.kind != TokenKind::Sign && word.breaks == 0);
    (end..end + BEHIND).take_while(goes_on).any(|at| acts(reading, at))
}

/// Whether a word tells what was done or befell; wounds *with* which somebody lies are no deed.
fn acts(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| word(reading, before));
    let is_led = |word: &Word| {
        word.clitics.preposition.is_some() || before.is_some_and(|before| before.is_function(Function::With))
    };
    let befalls = |word: &Word| kind::befalls(word) && !is_led(word);
    word(reading, at).is_some_and(|word| befalls(word) || (is_verb(word) && !word.is_noun()))
}

/// How many people some words tell of: those of a number, or the one whom a noun in the singular or a name tells.
fn count(reading: &Reading<'_>, words: &Range<usize>) -> Option<Number> {
    let is_and = |at: usize| {
        word(reading, at).is_some_and(|word| {
            word.is_function(Function::And) || (at > words.start && word.clitics.conjunction.is_some())
        })
    };
    if words.clone().any(is_and) {
        return None;
    }
    let is_person = |concept: &str| reading.lexicon.is_of_people(hash::of(concept));
    let counted = |mention: &Mention| {
        let Value::Amount(Amount { form: amount::Form::Exactly(number), unit: None, .. }) = &mention.value
        else {
            return None;
        };
        mention.head.as_deref().filter(|head| is_person(head)).map(|_| *number)
    };
    let mut numbers = reading.mentions_in(words.clone()).iter().filter_map(counted);
    if let Some(number) = numbers.next() {
        return numbers.next().is_none().then_some(number);
    }
    let is_one = |word: &Word| {
        let single = word.senses.iter().filter(|sense| sense.form == Form::One);
        single.filter_map(|sense| sense.meaning.concept()).any(|concept| is_person(concept))
    };
    let is_named = || reading.entities_in(words.clone()).any(|entity| entity.kind == EntityKind::Person);
    let is_told = reading.words.get(words.clone()).unwrap_or_default().iter().any(is_one);
    (is_told || is_named()).then_some(Number::ONE)
}
