//! Which ranks tell something of their own: of much it is said that it is the first.

use crate::extract::attribution::is_verb;
use crate::extract::figure::noun;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::value::Value;
use crate::value::number::Number;

/// Furthest before a first that the word stands which says that something is it, in words.
const REACH: usize = 5;

/// Words that lead to one of several: a contract *for* the first match.
const LEADING: Functions = Functions::of(&[
    Function::At,
    Function::During,
    Function::For,
    Function::From,
    Function::In,
    Function::Of,
    Function::On,
    Function::To,
    Function::With,
]);

/// Whether a mention is no rank, a later one than the first, or the first of a noun that something is said to be: *it
/// is* the first film, but in no first half.
pub(super) fn is_one(reading: &Reading<'_>, mention: &Mention) -> bool {
    if mention.dimension != Dimension::Ordinal {
        return true;
    }
    let Value::Amount(amount) = &mention.value else { return false };
    if amount.form.stated().values().all(|rank| *rank > Number::ONE) {
        return true;
    }
    let beside = mention.words.start.saturating_sub(1)..mention.words.end + 1;
    let counts = |other: &Mention| matches!(other.dimension, Dimension::Number | Dimension::Quantity);
    noun::behind(reading, mention).is_some()
        && !reading.mentions_in(beside).iter().any(counts)
        && is_said(reading, mention.words.start)
}

/// Whether the words before a rank say that something is it: a word that links the two, or a comma.
fn is_said(reading: &Reading<'_>, start: usize) -> bool {
    let Some(sentence) = reading.sentences.get(reading.sentence_of(start)) else { return false };
    let before = start.saturating_sub(REACH).max(sentence.words.start)..start;
    let leads = |word: &Word| word.summary.does_any(LEADING) || word.clitics.preposition.is_some();
    let links = |word: &Word| {
        let is_stop = word.senses.iter().all(|sense| sense.meaning == Meaning::Stop);
        word.is_sign(",") || (!word.senses.is_empty() && is_stop && !word.is_article())
    };
    let words = before.rev().filter_map(|at| reading.words.get(at));
    let told = words.take_while(|word| !leads(word)).find(|word| links(word) || is_verb(word));
    told.is_some_and(links)
}
