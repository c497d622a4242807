//! Ages that a year of birth tells.

use crate::extract::attribution::is_verb;
use crate::extract::entity::EntityKind;
use crate::extract::mention::Mention;
use crate::extract::sentence::Sentence;
use crate::extract::told::age::{LONGEST, NEAR};
use crate::extract::told::{Teller, bound};
use crate::fact::SlotValue;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;
use jiff::Unit;
use jiff::civil::Date;

/// Furthest that the word of a birth stands before the year, in words: born *in a village near Oran* in 1998.
const REACH: usize = 8;

/// The word of a birth before a year, with no other time between.
pub(super) fn word(
    teller: &Teller<'_, '_>,
    kind: &Kind,
    sentence: &Sentence,
    mention: &Mention,
) -> Option<usize> {
    let start = mention.words.start;
    let clause = teller.clause(sentence, start);
    let mut before = start.saturating_sub(REACH).max(clause.start.min(start.saturating_sub(NEAR)))..start;
    let before = before.by_ref().skip_while(|word| *word < sentence.words.start);
    let at = before.filter(|word| teller.concept_of(*word, &kind.triggers).is_some()).last()?;
    let is_time = |other: &Mention| matches!(other.value, Value::Time(_));
    (!teller.reading.mentions_in(at..start).iter().any(is_time)).then_some(at)
}

/// The person right behind the verb of a birth, in languages whose verb comes first: *ولد* عادل نور.
pub(super) fn subject(teller: &Teller<'_, '_>, at: usize) -> Option<SlotValue> {
    let is_verb =
        teller.reading.language.grammar.verb_first && teller.reading.words.get(at).is_some_and(is_verb);
    let next = at + 1;
    let mut near = teller.reading.entities_in(next..next + 1).filter(|_| is_verb);
    let person = near.find(|entity| entity.kind == EntityKind::Person && entity.words.start == next)?;
    Some(bound(Teller::names(person)))
}

/// The age on the day of publication of somebody born in a year, a month or on a day.
pub(super) fn age(
    teller: &Teller<'_, '_>,
    kind: &Kind,
    sentence: &Sentence,
    mention: &Mention,
) -> Option<Value> {
    let Value::Time(time) = &mention.value else { return None };
    word(teller, kind, sentence, mention)?;
    let (first, last) = time.days().filter(|(first, last)| first.year() == last.year())?;
    let (earliest, latest) = teller.published?.days()?;
    let (youngest, oldest) = (years_between(last, earliest)?, years_between(first, latest)?);
    (1..=LONGEST).contains(&oldest).then(|| super::age(youngest, oldest))
}

/// The whole years from one day to another.
fn years_between(birth: Date, day: Date) -> Option<i64> {
    let span = birth.until((Unit::Year, day)).ok()?;
    Some(i64::from(span.get_years()))
}
