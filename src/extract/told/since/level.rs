//! Since when a price or rate was not so high or low: the highest *since* 2021, the lowest level *in* nine years, a
//! *four-year* low.

use crate::extract::attribution::is_verb;
use crate::extract::frame;
use crate::extract::mention::Mention;
use crate::extract::sentence::Sentence;
use crate::extract::told::Teller;
use crate::extract::told::since;
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;
use crate::value::number::Number;
use crate::value::time::{Part, Time};
use jiff::ToSpan;
use std::ops::Range;

/// Furthest that the rank stands before the time, in words.
const RANK: usize = 4;

/// Furthest that the price or rate stands before its rank, in words.
const NEAR: usize = 16;

/// Furthest that a word stands from the price or rate of which it says that it is of a part alone.
const BESIDE: usize = 2;

/// Fewest months that are told as the time of a record, and a year of them.
const MONTHS: i64 = 2;
const YEAR: i64 = 12;

/// When the price or rate of a sentence was last so high or low.
pub(super) fn fact(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    kind: &Kind,
    mention: &Mention,
) -> Option<Fact> {
    let level = Level { teller, sentence, kind };
    let (rank, value) = level.ranked(mention)?;
    let of = level.rate(rank.min(mention.words.start))?;
    let slots = [(Slot::Of, frame::slot(frame::concept(of)))];
    let fact = teller.fact_since(kind, mention, value, slots);
    (fact.modality == Modality::Actual).then_some(fact)
}

struct Level<'t, 'r, 'a> {
    teller: &'t Teller<'r, 'a>,
    sentence: &'t Sentence,
    kind: &'t Kind,
}

impl Level<'_, '_, '_> {
    /// The word of the rank with the time since which it holds.
    fn ranked(&self, mention: &Mention) -> Option<(usize, Value)> {
        let Self { teller, sentence, kind } = *self;
        let (first, end) = (mention.words.start, mention.words.end);
        let is_rank = |at: usize| teller.concept_of(at, &kind.heads).is_some();
        let before = || {
            let near = first.saturating_sub(RANK).max(sentence.words.start)..first;
            near.rev().find(|at| is_rank(*at)).filter(|at| !self.acts(*at + 1..first))
        };
        let leads = |at: usize| {
            let reaches = [Function::In, Function::During, Function::For, Function::Since];
            reaches.into_iter().any(|function| teller.is_function(at, function))
        };
        match &mention.value {
            Value::Time(_) if since::is_since(teller, mention) => Some((before()?, since::since(mention))),
            Value::Duration(_) => {
                let is_led = leads(first) || first.checked_sub(1).is_some_and(leads);
                // "A four-year low".
                let tied = || {
                    let is_next = teller.concept_of(end, &kind.triggers).is_some();
                    (is_next && !is_led).then_some(end)
                };
                let rank = before().filter(|_| is_led).or_else(tied)?;
                Some((rank, self.ago(mention)?))
            }
            Value::Time(_) | Value::Amount(_) | Value::Words(_) => None,
            Value::Name(_) | Value::Place(_) | Value::State(_) => None,
        }
    }

    /// When it was so many years ago, or so many months with one more or less.
    fn ago(&self, mention: &Mention) -> Option<Value> {
        let Value::Duration(duration) = &mention.value else { return None };
        let stated = duration.form.stated();
        let [period] = &*stated else { return None };
        let months = period.months.floor().filter(|_| period.seconds == Number::ZERO)?;
        if months >= YEAR {
            return since::ago(self.teller, mention).filter(|_| months % YEAR == 0);
        }
        let today = self.teller.published?.days()?.0.first_of_month();
        let part = |months: i64| {
            let day = today.checked_sub(months.months()).ok()?;
            Some(Part::Day(day))
        };
        let last = today.checked_sub((months - 1).months()).ok()?.last_of_month();
        (months >= MONTHS).then_some(())?;
        Some(Value::Time(Time::between(part(months + 1)?, Part::Day(last))))
    }

    /// The price or rate before a rank, where no other noun stands between and no word makes it a part of itself.
    fn rate(&self, rank: usize) -> Option<&str> {
        let Self { teller, sentence, kind } = *self;
        let near = rank.saturating_sub(NEAR).max(sentence.words.start)..rank;
        let told = |at: usize| {
            let mut states =
                teller.states(at, kind).filter(|state| teller.concept_of(at, &state.concepts).is_some());
            states.next().map(|state| (at, state.state.as_str()))
        };
        let (at, rate) = near.rev().find_map(told)?;
        let beside = at.saturating_sub(BESIDE).max(sentence.words.start)..at + BESIDE + 1;
        let is_part = beside.into_iter().any(|at| teller.concept_of(at, &kind.unless).is_some());
        let is_other = |at: usize| {
            let word = teller.reading.words.get(at);
            let is_light = || teller.concept_of(at, &kind.context).is_some();
            let is_counted = || teller.reading.mentions_in(at..at + 1).iter().next().is_some();
            word.is_some_and(|word| word.is_noun() && word.concept().is_some())
                && !is_light()
                && !is_counted()
        };
        (!is_part && !(at + 1..rank).any(is_other)).then_some(rate)
    }

    /// Whether a verb stands among words.
    fn acts(&self, mut words: Range<usize>) -> bool {
        words.any(|at| self.teller.reading.words.get(at).is_some_and(|word| is_verb(word) && !word.is_noun()))
    }
}
