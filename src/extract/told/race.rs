//! How long a race took somebody, and by how much it was won: lengths of time beside the words of a contest.
//!
//! A finishing time is told to the second, of the person who is spoken of; a margin stands behind "by" and a victory,
//! or beside a word of being ahead or behind. Whoever came third was further behind than the second.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::{Teller, bound, thing};
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality, SlotValue};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::number::Number;

/// Furthest that the word of the contest stands before the time, in words.
const CONTEST: usize = 14;

/// Furthest that a word of being ahead or behind stands before the time, and behind it, in words.
const BESIDE: (usize, usize) = (3, 2);

/// Furthest that a rank stands from a margin, in words.
const RANK: usize = 8;

/// The last rank whose distance is the margin of the victory.
const SECOND: Number = Number::whole(2);

/// Seconds of a minute.
const MINUTE: i64 = 60;

/// The times in which somebody finished.
pub(super) fn finishes(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    mentions.filter_map(|mention| finish(teller, sentence, kind, mention)).collect()
}

fn finish(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, mention: &Mention) -> Option<Fact> {
    let is_timed = mention.dimension == Dimension::Duration && is_to_the_second(&mention.value);
    let start = mention.words.start;
    let timed = |at: usize| teller.is_function(at, Function::Timed);
    let is_told = || {
        nearest(teller, sentence, start, CONTEST, &kind.triggers).is_some()
            || (start.saturating_sub(BESIDE.0)..start).any(timed)
    };
    if !is_timed || !is_told() || is_beside(teller, sentence, mention, &kind.unless) {
        return None;
    }
    let person = teller.person_near(sentence, start)?;
    // Of the second and the third only their own clause tells who they are.
    let is_late = has_rank(teller, sentence, mention, |rank| rank > Number::ONE);
    if is_late && !teller.clause(sentence, start).contains(&person.words.start) {
        return None;
    }
    let who = bound(Teller::names(person));
    let fact = teller.fact(kind, &mention.words, mention.value.clone(), [(Slot::Who, who)]);
    (fact.modality == Modality::Actual).then_some(fact)
}

/// The margins by which a contest was won.
pub(super) fn margins(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    mentions.filter_map(|mention| margin(teller, sentence, kind, mention)).collect()
}

fn margin(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, mention: &Mention) -> Option<Fact> {
    let is_length = mention.dimension == Dimension::Duration && matches!(mention.value, Value::Duration(_));
    let is_plausible = || crate::extract::kind::is_plausible(teller.reading, kind, &mention.value);
    if !is_length || !is_plausible() || has_rank(teller, sentence, mention, |rank| rank > SECOND) {
        return None;
    }
    let first = mention.words.start;
    let by = |at: usize| teller.is_function(at, Function::By);
    let is_led = by(first) || first.checked_sub(1).is_some_and(by);
    let is_won = || nearest(teller, sentence, first, CONTEST, &kind.triggers).is_some();
    let is_ahead = || {
        is_beside(teller, sentence, mention, &kind.context)
            || teller.is_function(mention.words.end, Function::Before)
    };
    let is_contest = || {
        let is_of = |at: usize| {
            teller.concept_of(at, &kind.heads).or_else(|| teller.concept_of(at, &kind.triggers)).is_some()
        };
        has_rank(teller, sentence, mention, |rank| rank <= SECOND) || sentence.words.clone().any(is_of)
    };
    ((is_led && is_won()) || (is_ahead() && is_contest()))
        .then(|| teller.fact(kind, &mention.words, mention.value.clone(), contest(teller, sentence, kind)))
}

/// Whose contest a sentence tells of: the first of the states that a word of it tells, else the one that none tells.
fn contest(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Option<(Slot, SlotValue)> {
    let tells = |concepts: &Concepts| {
        concepts.is_empty() || sentence.words.clone().any(|at| teller.concept_of(at, concepts).is_some())
    };
    let state = kind.states.iter().find(|state| tells(&state.concepts))?;
    Some((Slot::What, bound(vec![thing(&state.state)])))
}

/// The nearest word before `at` with one of some concepts.
fn nearest(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    at: usize,
    most: usize,
    concepts: &Concepts,
) -> Option<usize> {
    let start = at.saturating_sub(most).max(sentence.words.start);
    (start..at).rev().find(|at| teller.concept_of(*at, concepts).is_some())
}

/// Whether a word of being ahead or behind stands beside a length.
fn is_beside(teller: &Teller<'_, '_>, sentence: &Sentence, mention: &Mention, concepts: &Concepts) -> bool {
    let behind = mention.words.end..(mention.words.end + BESIDE.1).min(sentence.words.end);
    let signs = |at: &usize| !teller.reading.words.get(*at).is_some_and(|word| word.is_sign(","));
    behind.take_while(signs).any(|at| teller.concept_of(at, concepts).is_some())
        || nearest(teller, sentence, mention.words.start, BESIDE.0, concepts).is_some()
}

/// Whether a rank stands near a margin that is such a one.
fn has_rank(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    mention: &Mention,
    is_such: impl Fn(Number) -> bool,
) -> bool {
    let near = mention.words.start.saturating_sub(RANK).max(sentence.words.start)
        ..(mention.words.end + RANK).min(sentence.words.end);
    let ranks = teller.reading.mentions_in(near).iter().filter(|other| other.dimension == Dimension::Ordinal);
    ranks.into_iter().any(|other| {
        let Value::Amount(amount) = &other.value else { return false };
        amount.form.stated().iter().any(|number| is_such(**number))
    })
}

/// Whether a length of more than a minute is told to the second.
fn is_to_the_second(value: &Value) -> bool {
    let Value::Duration(duration) = value else { return false };
    let Form::Exactly(period) = duration.form else { return false };
    let minute = Number::whole(MINUTE);
    let parts = period.seconds.over(minute);
    period.months.is_zero()
        && period.seconds > minute
        && parts.is_some_and(|minutes| minutes.to_whole().is_none())
}
