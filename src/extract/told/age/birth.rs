//! Ages that a year of birth tells.

use crate::extract::mention::Mention;
use crate::extract::sentence::Sentence;
use crate::extract::told::Teller;
use crate::extract::told::age::{LONGEST, NEAR};
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;
use crate::value::time::Time;

/// The word of a birth before a year.
pub(super) fn word(
    teller: &Teller<'_, '_>,
    kind: &Kind,
    sentence: &Sentence,
    mention: &Mention,
) -> Option<usize> {
    let mut before = mention.words.start.saturating_sub(NEAR).max(sentence.words.start)..mention.words.start;
    before.find(|word| teller.concept_of(*word, &kind.triggers).is_some())
}

/// The age on the day of publication of somebody born in a year.
pub(super) fn age(
    teller: &Teller<'_, '_>,
    kind: &Kind,
    sentence: &Sentence,
    mention: &Mention,
) -> Option<Value> {
    let Value::Time(time) = &mention.value else { return None };
    word(teller, kind, sentence, mention)?;
    let year = |time: &Time| time.days().map(|(first, last)| (first.year(), last.year()));
    let ((born, last), (today, _)) = (year(time)?, year(teller.published?)?);
    let oldest = i64::from(today) - i64::from(born);
    (born == last && (1..=LONGEST).contains(&oldest)).then(|| super::age(oldest - 1, oldest))
}
