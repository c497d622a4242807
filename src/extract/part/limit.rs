//! Limits: how fast something may go or can go at most, which is not how fast it went: the *permitted* speed, told to
//! *slow to* 50, السرعة *المقررة*.

use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::value::Value;

/// What a speed is of that is set as a limit, and the concept of the words that say so.
const LIMIT: &str = "speed-limit";

/// The dimension of speeds.
const SPEED: &str = "speed";

/// How far before and behind a speed the word stands, in words.
const NEAR: (usize, usize) = (7, 3);

/// The part that a speed is which is told as a limit.
pub(super) fn limit(reading: &Reading<'_>, mention: &Mention) -> Option<&'static str> {
    let is_speed =
        matches!(&mention.value, Value::Amount(amount) if amount.dimension().is_some_and(|of| of == SPEED));
    if !is_speed {
        return None;
    }
    let sentence = reading.sentences.get(reading.sentence_of(mention.words.start))?;
    let clause = sentence.clause_words(sentence.clause(mention.words.start));
    let (first, end) = (mention.words.start, mention.words.end);
    let before = first.saturating_sub(NEAR.0).max(clause.start)..first;
    let behind = end..(end + NEAR.1).min(clause.end);
    let limits = |at: usize| reading.words.get(at).is_some_and(|word| word.has_concept(LIMIT));
    before.chain(behind).any(limits).then_some(LIMIT)
}
