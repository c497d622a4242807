//! Until when something goes on: the fair *runs until* 4 October, *ends on* the fourth, is held *from* 25 September
//! *to* 4 October.

pub(super) mod held;

use crate::extract::event::LEAD;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::moment::{self, Moments};
use crate::extract::told::{Teller, bound, thing};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality};
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::value::Value;
use crate::value::time::{Part, Time};

/// Furthest that what goes on stands from the time of its end, in words.
const NEAR: usize = 14;

/// Words behind a noun within which a direction says that it is of a part.
const PART: usize = 4;

/// Most words from the verb of ending to its time.
const LED: usize = 3;

/// What goes on until a day that is called its last.
const DEADLINE: &str = "deadline";

/// The concept of making something go on for longer.
const EXTEND: &str = "extend";

/// Most days that something goes on of which the first and the last are told.
const DAYS: i32 = 92;

/// The ends that a sentence dates.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    let ends = Ends { moments: Moments { teller, sentence, kind } };
    mentions.filter_map(|mention| ends.fact(mention)).collect()
}

/// Whether "until" leads to a time: until Sunday, حتى يوم الأحد.
fn is_until(teller: &Teller<'_, '_>, mention: &Mention) -> bool {
    let until = |at: usize| {
        teller.is_function(at, Function::Until)
            || (teller.is_function(at, Function::AsOf) && teller.reading.language.grammar.verb_first)
    };
    until(mention.words.start) || mention.words.start.checked_sub(1).is_some_and(until)
}

/// Whether "to" leads to a time: *to* 2031.
fn leads_to(teller: &Teller<'_, '_>, mention: &Mention) -> bool {
    let to = |at: usize| teller.is_function(at, Function::To);
    to(mention.words.start) || mention.words.start.checked_sub(1).is_some_and(to)
}

/// The verb by which something ends at a time: the one next to it, or one that leads to it and may be a noun as well: the
/// truce *ends* on Sunday, it is due to *end* on Sunday.
fn ending(moments: &Moments<'_, '_, '_>, mention: &Mention) -> Option<usize> {
    let Moments { teller, sentence, kind } = *moments;
    if moments.is_elsewhere(mention) {
        return None;
    }
    let ends = |at: &usize| teller.concept_of(*at, &kind.triggers).is_some();
    let is_link = |at: usize| {
        [Function::On, Function::In, Function::At].into_iter().any(|link| teller.is_function(at, link))
    };
    let led = || {
        let first = mention.words.start;
        let before = (first.saturating_sub(LED).max(sentence.words.start)..first).rev();
        let verb = before.into_iter().find(|at| !is_link(*at)).filter(ends)?;
        let acts = |word: &Word| word.summary.has_form(Form::Present);
        let to = [Function::To, Function::Will, Function::Expected, Function::CausedBy];
        let is_free = |at: usize| {
            let is_thing =
                teller.states(at, kind).any(|state| teller.concept_of(at, &state.concepts).is_some());
            is_thing || to.into_iter().any(|to| teller.is_function(at, to))
        };
        let is_told = teller.reading.words.get(verb).is_some_and(acts);
        (is_told && (verb.saturating_sub(LED + 1)..verb).any(is_free)).then_some(verb)
    };
    moments.deed(mention).filter(ends).or_else(led)
}

struct Ends<'t, 'r, 'a> {
    moments: Moments<'t, 'r, 'a>,
}

impl Ends<'_, '_, '_> {
    fn fact(&self, mention: &Mention) -> Option<Fact> {
        let Moments { teller, kind, .. } = self.moments;
        let time = moment::until(teller, mention)?;
        let (first, last) = time.days()?;
        let is_stretch = first != last;
        // "Until today" ends nothing, and an hour without its day may be that of any.
        let is_today = teller.published.and_then(Time::days).is_some_and(|(today, _)| today == first);
        if self.is_until(mention) && (is_today || mention.is_placed) {
            return None;
        }
        let subject = if is_stretch {
            let is_short = first.until(last).is_ok_and(|span| span.get_days() <= DAYS);
            self.subject(mention).filter(|_| is_short && mention.dimension != Dimension::Set)
        } else if self.is_until(mention) {
            let is_ahead = first > teller.published?.days()?.1;
            let of_lead = || self.lead().filter(|_| self.goes_on(mention));
            let own = self.subject(mention).filter(|_| is_ahead || self.goes_on(mention));
            own.or_else(of_lead)
        } else {
            self.ended(mention).or_else(|| self.deadline(mention))
        }?;
        let slots = [(Slot::What, bound(vec![thing(subject)]))];
        let last = Time::from(Part::Day(last));
        let mut fact = teller.fact(kind, &mention.words, Value::Time(last), slots);
        let published = teller.published.and_then(Time::days);
        if published.zip(last.days()).is_some_and(|(today, end)| end.0 > today.1) {
            fact.modality = Modality::Planned;
        }
        fact.derivation = teller.resolved(mention);
        Some(fact)
    }

    /// Whether a time is one until which something goes on, or *to* which it is extended.
    fn is_until(&self, mention: &Mention) -> bool {
        let teller = self.moments.teller;
        is_until(teller, mention) || (leads_to(teller, mention) && self.is_extended(mention))
    }

    /// Whether the clause of a time says before it that something is to go on for longer.
    fn is_extended(&self, mention: &Mention) -> bool {
        let Moments { teller, sentence, .. } = self.moments;
        let clause = teller.clause(sentence, mention.words.start);
        let extends = |at: usize| teller.reading.words.get(at).is_some_and(|word| word.has_concept(EXTEND));
        (clause.start..mention.words.start).any(extends)
    }

    /// Whether the clause of a time says that something goes on.
    fn goes_on(&self, mention: &Mention) -> bool {
        let Moments { teller, sentence, kind } = self.moments;
        let start = teller.clause(sentence, mention.words.start).start;
        let near = start.max(mention.words.start.saturating_sub(NEAR))..mention.words.start;
        near.into_iter().any(|at| teller.concept_of(at, &kind.context).is_some())
    }

    /// What the verb next to a time ends; no verb by which it is kept shut ends that.
    fn ended(&self, mention: &Mention) -> Option<&str> {
        let Moments { teller, kind, .. } = self.moments;
        let verb = ending(&self.moments, mention)?;
        let subject = self.subject(mention)?;
        let mut states = kind.states.iter().filter(|state| state.state == subject);
        let shuts = states.any(|state| teller.concept_of(verb, &state.with).is_some());
        (!shuts).then_some(subject)
    }

    /// The deadline that a day is, in the words right before it.
    fn deadline(&self, mention: &Mention) -> Option<&str> {
        let Moments { teller, sentence, .. } = self.moments;
        let start = teller.clause(sentence, mention.words.start).start;
        let mut near = start.max(mention.words.start.saturating_sub(NEAR))..mention.words.start;
        let is_free = self.moments.deed(mention).is_none() && !self.moments.is_elsewhere(mention);
        let is_told = is_free && near.any(|at| self.state(at) == Some(DEADLINE));
        is_told.then_some(DEADLINE)
    }

    /// What goes on, in the words before a time or else behind it.
    fn subject(&self, mention: &Mention) -> Option<&str> {
        let Moments { teller, sentence, .. } = self.moments;
        let (start, end) = (mention.words.start, mention.words.end);
        let clause = teller.clause(sentence, start);
        let before = start.saturating_sub(NEAR).max(sentence.words.start)..start;
        let behind = end..(end + NEAR).min(clause.end);
        before.rev().chain(behind).find_map(|at| self.state(at))
    }

    /// Whether the words behind a noun say that it is of a part of the country: schools in the *north*.
    fn is_of_part(&self, at: usize) -> bool {
        let behind = self.moments.teller.reading.words.iter().skip(at + 1).take(PART);
        let is_direction =
            |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Direction(_)));
        behind.into_iter().any(is_direction)
    }

    /// The first thing of heading and lead that goes on for a time.
    fn lead(&self) -> Option<&str> {
        let sentences = self.moments.teller.reading.sentences.iter().take(LEAD);
        sentences.flat_map(|sentence| sentence.words.clone()).find_map(|at| self.state(at))
    }

    fn state(&self, at: usize) -> Option<&str> {
        let Moments { teller, kind, .. } = self.moments;
        let is_so = |state: &&State| {
            teller.concept_of(at, &state.concepts).is_some()
                && self.moments.stands_with(at, &state.with)
                && (state.with.is_empty() || !self.is_of_part(at))
        };
        teller.states(at, kind).find(is_so).map(|state| state.state.as_str())
    }
}
