//! Until when something goes on: the fair *runs until* 4 October, *ends on* the fourth, is held *from* 25 September
//! *to* 4 October.

use crate::extract::event::LEAD;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::moment::{self, Moments};
use crate::extract::told::{Teller, bound, thing};
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;
use crate::value::time::{Part, Time};

/// Furthest that what goes on stands from the time of its end, in words.
const NEAR: usize = 14;

/// What goes on until a day that is called its last.
const DEADLINE: &str = "deadline";

/// Most days that something goes on of which the first and the last are told.
const DAYS: i32 = 92;

/// The ends that a sentence dates.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    let ends = Ends { moments: Moments { teller, sentence, kind } };
    mentions.filter_map(|mention| ends.fact(mention)).collect()
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
            self.subject(mention).filter(|_| self.ends(mention)).or_else(|| self.deadline(mention))
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

    /// Whether "until" leads to a time.
    fn is_until(&self, mention: &Mention) -> bool {
        let until = |at: usize| self.moments.teller.is_function(at, Function::Until);
        until(mention.words.start) || mention.words.start.checked_sub(1).is_some_and(until)
    }

    /// Whether the clause of a time says that something goes on.
    fn goes_on(&self, mention: &Mention) -> bool {
        let Moments { teller, sentence, kind } = self.moments;
        let start = teller.clause(sentence, mention.words.start).start;
        let near = start.max(mention.words.start.saturating_sub(NEAR))..mention.words.start;
        near.into_iter().any(|at| teller.concept_of(at, &kind.context).is_some())
    }

    /// Whether the verb next to a time tells that something ends, where nothing leads elsewhere.
    fn ends(&self, mention: &Mention) -> bool {
        let Moments { teller, kind, .. } = self.moments;
        let verb = self.moments.deed(mention);
        let is_end = verb.is_some_and(|verb| teller.concept_of(verb, &kind.triggers).is_some());
        is_end && !self.moments.is_elsewhere(mention)
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

    /// The first thing of heading and lead that goes on for a time.
    fn lead(&self) -> Option<&str> {
        let sentences = self.moments.teller.reading.sentences.iter().take(LEAD);
        sentences.flat_map(|sentence| sentence.words.clone()).find_map(|at| self.state(at))
    }

    fn state(&self, at: usize) -> Option<&str> {
        let Moments { teller, kind, .. } = self.moments;
        teller.state(at, kind).map(|state| state.state.as_str())
    }
}
