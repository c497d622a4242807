//! Since when: a time behind "since", or how long, of what has been so ever since.

pub(super) mod again;
mod held;
mod last;
mod level;
pub(super) mod record;

pub(super) use last::LAST;

use crate::extract::entity::Entity;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::{Teller, age, bound, thing};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, SlotValue};
use crate::lexicon::class::Class;
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::number::Number;
use crate::value::time::{Part, Time};
use std::ops::Range;

/// Furthest that the word that says what has been so stands from the time, in words.
const NEAR: usize = 10;

/// Furthest that a date stands behind the verb of beginning, in words.
const BEGAN: usize = 4;

/// Furthest that a word stands before the relative clause that is about it, in words.
const ANTECEDENT: usize = 3;

/// Furthest that the word that says what has been so stands from a length that nothing leads to, in words.
const LASTING: usize = 4;

/// Most days of what is counted in months.
const SEASON: i32 = 92;

/// Months of a year.
const YEAR: i64 = 12;

/// The beginnings that a sentence tells.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    let told = |mention| {
        let last = || last::fact(teller, sentence, kind, mention).filter(|_| !kind.heads.is_empty());
        fact(teller, sentence, kind, mention)
            .or_else(|| again::fact(teller, sentence, kind, mention))
            .or_else(last)
    };
    mentions.filter_map(told).collect()
}

/// Since when somebody has had a post or been somewhere, by the times of a sentence.
pub(super) fn held(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    mentions.filter_map(|mention| held::fact(teller, sentence, kind, mention)).collect()
}

/// Since when the prices and rates of a sentence were not so high.
pub(super) fn high(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    mentions.filter_map(|mention| level::fact(teller, sentence, kind, mention)).collect()
}

impl Teller<'_, '_> {
    /// A fact of the time since when something has been so, and that it was counted back where a length tells it.
    fn fact_since(
        &self,
        kind: &Kind,
        mention: &Mention,
        value: Value,
        slots: impl IntoIterator<Item = (Slot, SlotValue)>,
    ) -> Fact {
        let is_counted = matches!(mention.value, Value::Duration(_));
        let derivation = self.counted("since").filter(|_| is_counted);
        Fact { derivation, ..self.fact(kind, &mention.words, value, slots) }
    }
}

fn fact(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, mention: &Mention) -> Option<Fact> {
    if !matches!(mention.value, Value::Time(_) | Value::Duration(_)) {
        return None;
    }
    let is_record = kind.slots.contains_key(&Slot::Of);
    let named = || record::since(teller, sentence, mention).filter(|_| is_record);
    // What a named one is dated by, "since the quake of 1999", stands behind its word.
    let since_at = if is_since(teller, mention) { Some(mention.words.start) } else { named() };
    let from = since_at.unwrap_or(mention.words.start);
    let clause = teller.clause(sentence, from);
    let distance = |at: &usize| at.abs_diff(from);
    let relative = [Function::Which, Function::That];
    let is_relative = relative.into_iter().any(|function| teller.is_function(clause.start, function));
    let antecedent = clause.start.saturating_sub(ANTECEDENT).max(sentence.words.start);
    let start = if is_relative { antecedent } else { clause.start };
    let near = |concepts: &Concepts| {
        // Most sentences tell none of them.
        sentence.marks.meets(concepts.marks()).then_some(())?;
        let near = start.max(from.saturating_sub(NEAR))..clause.end.min(from + NEAR + 1);
        let all = near.filter_map(|at| Some((at, teller.concept_of(at, concepts)?.to_owned())));
        all.min_by_key(|(at, _)| distance(at))
    };
    let began = near(&kind.context).filter(|(at, _)| (1..=BEGAN).contains(&from.saturating_sub(*at)));
    let lasting = near(&kind.triggers);
    // A word of rule may be one of judgement as well.
    let is_other = |(at, _): (usize, String)| lasting.as_ref().is_none_or(|(lasting, _)| *lasting != at);
    if near(&kind.unless).is_some_and(is_other) {
        return None;
    }
    let lasting_at = lasting.as_ref().map(|(at, _)| *at);
    let (value, concept) = match &mention.value {
        Value::Time(_) if since_at.is_some() => (since(mention), lasting?.1),
        Value::Time(_) => (mention.value.clone(), began.map(|_| kind.triggers.first().cloned())??),
        Value::Duration(_) if is_so_long(teller, kind, mention, lasting_at) => {
            (ago(teller, mention)?, lasting?.1)
        }
        Value::Duration(_) | Value::Amount(_) | Value::Words(_) => return None,
        Value::Name(_) | Value::Place(_) | Value::State(_) => return None,
    };
    let mut slots = vec![(Slot::What, bound(vec![thing(&concept)]))];
    if kind.slots.contains_key(&Slot::Who) {
        slots.push((Slot::Who, bound(Teller::names(holder(teller, sentence, &clause, mention)?))));
    }
    let at = lasting_at.filter(|_| kind.slots.contains_key(&Slot::Of));
    let owner = at.and_then(|at| record::thing(teller, sentence, mention, (at, from)));
    let owner = owner.or_else(|| again::deed(teller, sentence, kind));
    slots.extend(owner.map(|owner| (Slot::Of, again::called(kind, owner))));
    let fact = teller.fact_since(kind, mention, value, slots);
    Some(fact)
}

/// Who has been in it: whom "by" or "of" names behind the time; else the subject before; else who is spoken of.
fn holder<'r>(
    teller: &Teller<'r, '_>,
    sentence: &Sentence,
    clause: &Range<usize>,
    mention: &Mention,
) -> Option<&'r Entity> {
    let is_named = |entity: &&Entity| entity.names.iter().any(|name| !name.is_office());
    let behind = teller.reading.entities_in(mention.words.end..clause.end.min(mention.words.end + NEAR));
    let by = |entity: &&Entity| {
        matches!(teller.reading.preposition(entity), Some(Function::By | Function::Of)) && is_named(entity)
    };
    let before = || teller.reading.entities_in(clause.start..mention.words.start).rfind(is_named);
    let subject = || teller.reading.entities_in(sentence.words.start..mention.words.start).find(is_named);
    behind
        .into_iter()
        .find(by)
        .or_else(before)
        .or_else(subject)
        .or_else(|| teller.person_near(sentence, mention.words.start))
}

/// Whether a length of time reaches back from now. Of a record only one behind "in" or "since" does: the worst *in*
/// eight years; or one behind "for" right behind its rank: the highest *for* eleven years.
fn is_so_long(teller: &Teller<'_, '_>, kind: &Kind, mention: &Mention, rank: Option<usize>) -> bool {
    let first = mention.words.start;
    let reaches = [Function::In, Function::Since, Function::During];
    let is_beside = rank.is_some_and(|rank| rank < first && first - rank <= 2);
    let leads = |at: usize| {
        reaches.into_iter().any(|function| teller.is_function(at, function))
            || (is_beside && teller.is_function(at, Function::For))
    };
    if age::is_age(mention) {
        return false;
    }
    let is_near = || rank.is_some_and(|rank| rank.abs_diff(first) <= LASTING);
    let is_led = || leads(first) || first.checked_sub(1).is_some_and(leads);
    is_led() || !kind.slots.contains_key(&Slot::Of) && is_near()
}

fn is_since(teller: &Teller<'_, '_>, mention: &Mention) -> bool {
    let first = mention.words.start;
    let at = |word: usize| teller.is_function(word, Function::Since);
    matches!(mention.dimension, Dimension::Date | Dimension::Datetime)
        && (at(first) || first.checked_sub(1).is_some_and(at))
}

/// The time behind "since". Years that were counted back may have been a year more.
fn since(mention: &Mention) -> Value {
    match (&mention.value, &mention.relative) {
        (Value::Time(time), Some(_)) => Value::Time(counted_back(time)),
        _ => mention.value.clone(),
    }
}

/// A time that was counted back from the day of writing: months and days as they are; of years the first may have been
/// one more, and of decades it is any that they reach to.
pub(super) fn counted_back(time: &Time) -> Time {
    let Some((first, last)) = time.days() else { return *time };
    if first.until(last).is_ok_and(|span| span.get_days() <= SEASON) {
        return *time;
    }
    Time::between(Part::Year(first.year().saturating_sub(1)), Part::Year(last.year().max(first.year())))
}

/// When something began that has lasted for whole years.
pub(super) fn ago(teller: &Teller<'_, '_>, mention: &Mention) -> Option<Value> {
    let whole = years_of(mention).filter(|_| !is_vague(teller, mention))?;
    let today = year_of(teller.published?)?;
    Some(Value::Time(years(today.checked_sub(i16::try_from(whole).ok()?)?)))
}

/// Whether a length of time is of units that no number counts: for *years*, for *decades*.
fn is_vague(teller: &Teller<'_, '_>, mention: &Mention) -> bool {
    let Value::Duration(duration) = &mention.value else { return false };
    let counts = |word: &Word| word.kind == TokenKind::Digits || word.summary.is(Class::Number);
    let words = teller.reading.words.get(mention.words.clone()).unwrap_or_default();
    matches!(duration.form, Form::AtLeast(_)) && !words.iter().any(counts)
}

/// The whole years of a length of time.
pub(super) fn years_of(mention: &Mention) -> Option<i64> {
    let Value::Duration(duration) = &mention.value else { return None };
    let stated = duration.form.stated();
    let [period] = &*stated else { return None };
    if period.seconds != Number::ZERO {
        return None;
    }
    period.months.over(Number::whole(YEAR))?.floor().filter(|years| *years > 0)
}

fn year_of(time: &Time) -> Option<i16> {
    time.days().map(|(first, _)| first.year())
}

/// A year with the one before it.
pub(super) fn years(last: i16) -> Time {
    Time::between(Part::Year(last.saturating_sub(1)), Part::Year(last))
}
