//! What a bound quantity belongs to: the action that its clause tells, the thing whose measure it is.

use crate::extract::attribution::speech;
use crate::extract::mention::Mention;
use crate::extract::partitive;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::fact::{Binding, SlotValue};
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::keys::NameKeys;
use crate::value::words::Name;
use std::ops::Range;

/// Furthest that a verb stands before what it does something to, in words.
const REACH: usize = 8;

/// Furthest that a thing stands from the word that tells its measure, in words.
const NEAR: usize = 4;

/// Shortest word without a listed meaning that names a thing, in characters.
const SHORTEST: usize = 3;

/// What happens to the counted things: the word, and its concept.
#[must_use]
pub fn action<'r>(reading: &'r Reading<'_>, mention: &Mention) -> Option<(usize, &'r str)> {
    let sentence = reading.sentences.get(reading.sentence_of(mention.words.start))?;
    let clause = sentence.clause_words(sentence.clause(mention.words.start));
    let word = |idx: usize| reading.words.get(idx).filter(|_| clause.contains(&idx));
    let verb = |idx: usize| word(idx).and_then(done).map(|concept| (idx, concept));
    // An article parts a noun from what it could be told of: الشرطة خمسة رجال, المحتجزين الثلاثة.
    let may_govern = |word: &&Word| !word.clitics.article;
    let noun = |idx: usize| word(idx).filter(may_govern).and_then(named).map(|concept| (idx, concept));
    let linked = |idx: usize| {
        word(idx).is_some_and(|word| {
            [Function::Of, Function::To, Function::From].iter().any(|function| word.is_function(*function))
        })
    };
    let behind = |at: usize| verb(at).or_else(|| verb(at + 1));
    let whole = partitive::whole(&reading.words, mention).filter(|whole| is_told_of_some(reading, whole));
    let follows = || behind(whole.as_ref().map_or(mention.words.end, |whole| whole.end));
    let before = mention.words.start.checked_sub(1)?;
    let construct =
        || noun(before).or_else(|| before.checked_sub(1).filter(|_| linked(before)).and_then(noun));
    let governs = || (before.saturating_sub(REACH)..=before).rev().find_map(verb);
    follows().or_else(construct).or_else(governs)
}

/// Whether what is said behind "of the 21 drivers" happened to those of them who are counted: where it is told how
/// many they are in all, and a verb follows.
#[must_use]
pub fn is_told_of_some(reading: &Reading<'_>, whole: &Range<usize>) -> bool {
    let verb = |at: usize| reading.words.get(at).is_some_and(|word| word.breaks == 0 && done(word).is_some());
    !reading.mentions_in(whole.clone()).is_empty() && (verb(whole.end) || verb(whole.end + 1))
}

/// The concept of a verb that does something: neither one of saying nor one that only states an amount.
fn done(word: &Word) -> Option<&str> {
    let is_said = speech(word).is_some();
    let tells = |concept: &str| concept != AMOUNTS && !is_said;
    word.senses.iter().find_map(|sense| {
        let concept = sense.meaning.concept()?;
        (matches!(sense.form, Form::Past | Form::Present) && tells(concept)).then_some(&**concept)
    })
}

/// The concept of a noun.
fn named(word: &Word) -> Option<&str> {
    word.senses.iter().find_map(|sense| {
        let concept = sense.meaning.concept()?;
        matches!(sense.form, Form::One | Form::Many).then_some(&**concept)
    })
}

/// The concept of verbs that only state an amount.
const AMOUNTS: &str = "reach-amount";

/// The thing whose measure a word at `anchor` tells: what stands behind it, else before it.
#[must_use]
pub fn owner(reading: &Reading<'_>, mention: &Mention, anchor: usize) -> Option<SlotValue> {
    let sentence = reading.sentences.get(reading.sentence_of(anchor))?;
    let owned = reading.words.get(anchor).is_some_and(|word| word.clitics.pronoun);
    let behind_first = !reading.language.grammar.adjective_after_noun;
    let rest = match anchor {
        at if at < mention.words.start => at + 1..mention.words.start,
        at if at >= mention.words.end => at + 1..at + 3,
        _ if behind_first => mention.words.end..mention.words.end + 2,
        at => at..at,
    };
    let rest = rest.start..rest.end.min(sentence.words.end).min(rest.start + NEAR);
    let thing = |idx: usize| reading.words.get(idx).and_then(thing);
    let is_open =
        |idx: &usize| !reading.words.get(*idx).is_some_and(|word| word.is_function(Function::Which));
    let behind = rest.into_iter().filter(|_| !owned).take_while(is_open).find_map(thing);
    let first = anchor.min(mention.words.start);
    let before = || before(reading, first.saturating_sub(REACH).max(sentence.words.start)..first);
    Some(slot(behind.or_else(before)?))
}

/// The last thing that some words name; of one that is only the place of another, and of one in a relative clause,
/// what these are about.
fn before(reading: &Reading<'_>, words: Range<usize>) -> Option<Name> {
    let named = |idx: usize| reading.words.get(idx).and_then(thing);
    let (last, name) = words.clone().rev().find_map(|idx| Some((idx, named(idx)?)))?;
    let is = |idx: usize, function| reading.words.get(idx).is_some_and(|word| word.is_function(function));
    let antecedent =
        || named((words.start..last).rev().find(|idx| is(*idx, Function::Which))?.checked_sub(1)?);
    let whole = || {
        let placed = last.checked_sub(1).filter(|at| is(*at, Function::In))?;
        named(placed.checked_sub(1).filter(|at| words.contains(at))?)
    };
    antecedent().or_else(whole).or(Some(name))
}

/// A slot with one thing.
#[must_use]
pub fn slot(name: Name) -> SlotValue {
    SlotValue { values: vec![Value::Name(name)], binding: Binding::Bound }
}

/// The name of a concept.
#[must_use]
pub fn concept(concept: &str) -> Name {
    Name { name: concept.to_owned(), keys: NameKeys::from([concept.to_owned()]) }
}

/// The thing that a word names: by its concept, or as it is written.
fn thing(word: &Word) -> Option<Name> {
    if word.kind != TokenKind::Word {
        return None;
    }
    let acts = word.senses.iter().any(|sense| matches!(sense.form, Form::Past | Form::Present));
    let known = named(word).filter(|concept| *concept != AMOUNTS && !acts);
    let unknown = || {
        let is_name = word.senses.is_empty() || word.senses.iter().all(|sense| is_name(&sense.meaning));
        (is_name && word.stem.chars().count() >= SHORTEST).then(|| Name {
            name: word.stem.clone(),
            keys: NameKeys::from([format!("{UNLISTED}{}", word.stem)]),
        })
    };
    known.map(concept).or_else(unknown)
}

fn is_name(meaning: &Meaning) -> bool {
    meaning.place().or_else(|| meaning.person()).is_some()
}

/// Marks the key of a word whose meaning is not listed: it may be another name of anything.
pub const UNLISTED: char = '~';
