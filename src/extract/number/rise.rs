//! Numbers of a change: what rose *from* 12 *to* 15 is 15 now, and no range of both. What fell is none by its numbers.

use crate::extract::number::compose::Reader;
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;

/// Furthest that the verb stands before "from", in words.
const NEAR: usize = 8;

/// The concept of growing, and of words that say by how much.
const GREW: &str = "increase";
const BY_SO_MUCH: &str = "by-so-much";

/// Concepts of what is told in percent and may rise from one to another.
const RATES: [&str; 6] = ["inflation", "interest-rate", "rate", "share-noun", "tax", "unemployment"];

/// Whether a verb or noun of growing leads to the numbers behind "from", the first of which begins at `start` and the
/// last of which ends at `end`. Prices that rise from 10 to 15 per cent may do so by as much, where adjectives follow
/// their nouns.
#[must_use]
pub fn leads(reader: &Reader<'_>, start: usize, end: usize) -> bool {
    let Some(from) = start.checked_sub(1) else { return false };
    let words = reader.words.get(from.saturating_sub(NEAR)..from).unwrap_or_default();
    let is_amount = |word: &Word| word.is_function(Function::By) || word.has_concept(BY_SO_MUCH);
    if words.last().is_some_and(is_amount) {
        return false;
    }
    let ends = |word: &&Word| [".", ",", ";", "(", ")", ":"].iter().any(|sign| word.is_sign(sign));
    let first = words.iter().rposition(|word| word.breaks > 1).unwrap_or_default();
    let words = words.get(first..).unwrap_or_default();
    let clause: Vec<&Word> = words.iter().rev().take_while(|word| !ends(word)).collect();
    let is_verb = |word: &Word| {
        !word.is_noun() && [Form::Past, Form::Present].into_iter().any(|form| word.summary.has_form(form))
    };
    let Some(at) = clause.iter().position(|word| word.has_concept(GREW) || is_verb(word)) else {
        return false;
    };
    let is_percent = |word: &Word| word.senses.iter().any(|sense| sense.meaning == Meaning::Percent);
    let is_rate = |word: &&Word| RATES.iter().any(|rate| word.has_concept(rate));
    let may_be_step = reader.language.grammar.adjective_after_noun
        && reader.word(end).is_some_and(is_percent)
        && !clause.iter().take(at).any(is_rate);
    clause.get(at).is_some_and(|word| word.has_concept(GREW)) && !may_be_step
}
