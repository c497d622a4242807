//! Until when somebody holds something: a contract that *runs until* June 2030, that is *extended to* 2031 or *expires
//! in* the summer; a term that *ends in* July.

use crate::extract::entity::Entity;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::moment::Moments;
use crate::extract::told::until::{ending, is_until, leads_to};
use crate::extract::told::{Teller, bound, thing};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::value::Value;
use crate::value::time::Time;
use std::ops::Range;

/// Furthest that what is held stands from its end, in words.
const NEAR: usize = 14;

/// Furthest that the verb of ending stands from what ends, in words.
const ENDS: usize = 7;

/// Furthest that a person stands behind what he holds, in words.
const HOLDER: usize = 8;

/// Most days that the end of what is held may be open by, and most that it lies ahead.
const OPEN: i32 = 366;
const AHEAD: i32 = 9000;

/// The ends of what somebody holds that a sentence tells.
pub(in crate::extract::told) fn facts(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    kind: &Kind,
) -> Vec<Fact> {
    let held = Held { teller, sentence, kind };
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    mentions.filter_map(|mention| held.fact(mention)).collect()
}

struct Held<'t, 'r, 'a> {
    teller: &'t Teller<'r, 'a>,
    sentence: &'t Sentence,
    kind: &'t Kind,
}

impl<'r> Held<'_, 'r, '_> {
    fn fact(&self, mention: &Mention) -> Option<Fact> {
        let time = self.time(mention)?;
        let (at, state) = self.held(mention)?;
        let holder = self.holder(at)?;
        let slots =
            [(Slot::Who, bound(Teller::names(holder))), (Slot::What, bound(vec![thing(&state.state)]))];
        let mut fact = self.teller.fact(self.kind, &mention.words, Value::Time(time), slots);
        // What ends one day has been so until then.
        if fact.modality == Modality::Planned {
            fact.modality = Modality::Actual;
        }
        fact.derivation = self.teller.resolved(mention);
        Some(fact)
    }

    /// A time ahead that may be that of an end.
    fn time(&self, mention: &Mention) -> Option<Time> {
        let Value::Time(time) = mention.value else { return None };
        let today = self.teller.published?.days()?.0;
        let (first, last) = time.days()?;
        let is_open = |days: i32| 0..=days;
        let is_dated = matches!(mention.dimension, Dimension::Date | Dimension::Datetime);
        let is_short = is_open(OPEN).contains(&first.until(last).ok()?.get_days());
        let is_ahead = is_open(AHEAD).contains(&today.until(last).ok()?.get_days());
        (is_dated && is_short && is_ahead).then_some(time)
    }

    /// What is held until a time, with its word.
    fn held(&self, mention: &Mention) -> Option<(usize, &State)> {
        let Self { teller, sentence, kind } = *self;
        let first = mention.words.start;
        let clause = teller.clause(sentence, first);
        // What stands "in" one is a place: في ولاية.
        let is_place = |at: usize| {
            let inside = |at: usize| teller.is_function(at, Function::In);
            at.checked_sub(1).is_some_and(inside)
        };
        let moments = Moments { teller, sentence, kind };
        let is_so = |at: usize, state: &State| {
            teller.concept_of(at, &state.concepts).is_some() && moments.stands_with(at, &state.with)
        };
        let state = |at: usize| {
            let mut states = teller.states(at, kind).filter(|_| !is_place(at));
            states.find(|state| is_so(at, state)).map(|state| (at, state))
        };
        let is_led = is_until(teller, mention)
            || (leads_to(teller, mention)
                && (clause.start..first).any(|at| teller.concept_of(at, &kind.context).is_some()));
        if is_led {
            let before = first.saturating_sub(NEAR).max(sentence.words.start)..first;
            return before.rev().find_map(state).filter(|(at, _)| !self.is_parted(*at..first));
        }
        let verb = ending(&moments, mention)?;
        let near = verb.saturating_sub(ENDS).max(sentence.words.start)
            ..(verb + ENDS).min(sentence.words.end).min(first.max(verb));
        near.rev().find_map(state)
    }

    /// Whether another date stands between what is held and its end, which is then of something else.
    fn is_parted(&self, between: Range<usize>) -> bool {
        let others = self.teller.reading.mentions_in(between);
        others.iter().any(|other| matches!(other.dimension, Dimension::Date | Dimension::Datetime))
    }

    /// Who holds it: the one person named next to it; else whose it is said to be by "his", the one who was spoken of.
    fn holder(&self, at: usize) -> Option<&'r Entity> {
        let Self { teller, sentence, .. } = *self;
        let is_his = self.is_owned(at);
        let start = if is_his { at.saturating_sub(NEAR) } else { 0 };
        let words = start.max(sentence.words.start)..(at + HOLDER).min(sentence.words.end);
        let whole = sentence.words.clone();
        if teller.names_person(whole.clone()) {
            let is_free = is_his || teller.only_person(whole).is_some();
            return teller.only_person(words).filter(|_| is_free);
        }
        teller.only_person_before(at).filter(|_| is_his)
    }

    /// Whether a word says whose what is held is: *his* contract, عقد*ه*.
    fn is_owned(&self, at: usize) -> bool {
        let word = |at: usize| self.teller.reading.words.get(at);
        let own = |word: &Word| word.is_function(Function::Own);
        word(at).is_some_and(|word| word.clitics.pronoun)
            || (at.saturating_sub(2)..at).any(|before| word(before).is_some_and(own))
    }
}
