//! When something happened: a time that the verb or noun of an event binds.
//!
//! The event is the moment that its concept tells, whatever the words: it sank, it capsized. A verb that says no
//! more than that something took place or began hands on to its noun: *the blasts began*; a noun that stands for
//! any event hands on to the one that the lead tells. What was long ago is no news and tells another event.

use crate::extract::attribution::{is_verb, speech};
use crate::extract::event::LEAD;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::{Teller, bound};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Derivation, Fact, Modality};
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::speech::Speech;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::compare::days_apart;
use crate::value::keys::NameKeys;
use crate::value::time::Time;
use crate::value::words::Name;

/// Furthest that the noun of a verb which only says that it happened stands from it, in words.
const NEAR: usize = 6;

/// Furthest that a noun stands before the relative clause that is about it, in words.
const ANTECEDENT: usize = 3;

/// Days before the article for which something is news, and days behind it for which it is planned.
const NEWS: (i64, i64) = (60, 400);

/// What a moment is called at which something begins that has no moment of its own.
const BEGIN: &str = "begin";

/// The moments that a sentence dates.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    let dated = mentions.filter_map(|mention| Some((mention, dated(teller, mention)?)));
    let teller = Moments { teller, sentence, kind };
    dated.filter_map(|(mention, time)| teller.fact(mention, time)).collect()
}

/// The time of a mention that is a day or less, near to the article's own.
fn dated(teller: &Teller<'_, '_>, mention: &Mention) -> Option<Time> {
    let Value::Time(time) = &mention.value else { return None };
    let (first, last) = time.days()?;
    let is_day = matches!(mention.dimension, Dimension::Date | Dimension::Datetime) && first == last;
    let published = teller.published?;
    let day = published.days()?.0;
    let limit = if first <= day { NEWS.0 } else { NEWS.1 };
    (is_day && days_apart(time, published)? <= limit).then_some(*time)
}

struct Moments<'t, 'r, 'a> {
    teller: &'t Teller<'r, 'a>,
    sentence: &'t Sentence,
    kind: &'t Kind,
}

impl Moments<'_, '_, '_> {
    fn fact(&self, mention: &Mention, time: Time) -> Option<Fact> {
        let first = mention.words.start;
        let elsewhere = [Function::Since, Function::Until, Function::After, Function::Before];
        let leads = |at: usize| elsewhere.into_iter().any(|function| self.teller.is_function(at, function));
        if leads(first) || first.checked_sub(1).is_some_and(leads) {
            return None;
        }
        if self.teller.reading.is_dateline(mention) {
            return None;
        }
        let keys = self.event(mention)?;
        let name = keys.first()?.clone();
        let slots = [(Slot::What, bound(vec![Value::Name(Name { name, keys })]))];
        let mut fact = self.teller.fact(self.kind, &mention.words, Value::Time(time), slots);
        let relative = mention.relative.clone().zip(self.teller.published);
        if time.days()?.0 > self.teller.published?.days()?.1 {
            fact.modality = Modality::Planned;
        }
        fact.derivation =
            relative.map(|(relative, reference)| Derivation::Resolved { relative, reference: *reference });
        Some(fact)
    }

    /// The event whose time a mention is.
    fn event(&self, mention: &Mention) -> Option<NameKeys> {
        let clause = self.teller.clause(self.sentence, mention.words.start);
        let distance = |at: usize| {
            if at < mention.words.start {
                mention.words.start - at
            } else {
                (at + 1).saturating_sub(mention.words.end)
            }
        };
        // What a sign parts from a time behind it is another's words or another sentence.
        let ends = |at: &usize| {
            self.word(*at).is_some_and(|word| word.kind == TokenKind::Sign && !word.is_sign(","))
        };
        let end = (mention.words.end..clause.end).find(ends).unwrap_or(clause.end);
        let outside = || (clause.start..end).filter(|at| !mention.words.contains(at));
        let verbs = outside().filter(|at| self.is_deed(*at));
        let near = verbs.min_by_key(|at| (distance(*at), !self.is_speech(*at)));
        // A time between commas is that of the verb before.
        let verb =
            near.or_else(|| (self.sentence.words.start..mention.words.start).rfind(|at| self.is_deed(*at)));
        let owner = outside()
            .find(|at| self.owns(*at, mention))
            .or_else(|| self.subject(clause.start, near, mention));
        let owner = owner.and_then(|noun| self.of_noun(noun));
        let verb = verb.filter(|verb| !self.is_speech(*verb) && !self.is_of_several(mention));
        owner.or_else(|| self.of_verb(verb?, mention))
    }

    /// Whether a noun is the one that a time belongs to: *Friday's crash*, حادث الجمعة.
    fn owns(&self, noun: usize, mention: &Mention) -> bool {
        let Some(word) = self.word(noun).filter(|word| word.is_noun()) else { return false };
        let follows = self.teller.reading.language.grammar.adjective_after_noun;
        let is_beside = if follows {
            noun + 1 == mention.words.start && !word.clitics.article && mention.relative.is_none()
        } else {
            noun == mention.words.end
        };
        is_beside && self.moment(noun).is_some() && self.is_one(noun)
    }

    /// The noun that a clause begins with and a time follows, before any verb: *the blast on Friday* killed twelve.
    /// `deed` is the verb next to the time.
    fn subject(&self, start: usize, deed: Option<usize>, mention: &Mention) -> Option<usize> {
        let is_empty = |at: usize| {
            self.word(at).is_some_and(|word| {
                !word.senses.is_empty() && !word.is_noun() && !is_verb(word) && word.concept().is_none()
            })
        };
        let noun = (start..mention.words.start).find(|at| !is_empty(*at))?;
        let follows = (noun + 1..mention.words.start).all(is_empty) && deed.is_some_and(|deed| deed > noun);
        let is_noun = self.word(noun)?.is_noun() && self.moment(noun).is_some() && self.is_one(noun);
        (follows && is_noun && !self.teller.reading.language.grammar.adjective_after_noun).then_some(noun)
    }

    /// Whether the words before tell of one of several that followed the event.
    fn is_of_several(&self, mention: &Mention) -> bool {
        let mut before = self.sentence.words.start..mention.words.start;
        before.any(|at| self.teller.concept_of(at, &self.kind.unless).is_some())
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.teller.reading.words.get(at)
    }

    /// Whether a word tells what somebody does or what happens, and is no noun but that of a beginning.
    fn is_deed(&self, at: usize) -> bool {
        let acts = |word: &Word| (is_verb(word) && !word.is_noun()) || word.has_concept(BEGIN);
        // "To buy" is what it was done for.
        let is_aim = at.checked_sub(1).is_some_and(|before| self.teller.is_function(before, Function::To));
        (self.word(at).is_some_and(acts) && !is_aim) || self.is_speech(at)
    }

    fn is_speech(&self, at: usize) -> bool {
        self.word(at).and_then(speech).is_some_and(|speech| speech != Speech::AccordingTo)
    }

    /// The moment that a word of the kind tells.
    fn moment(&self, at: usize) -> Option<&str> {
        let states = self.kind.states.iter();
        let tells = |concepts: &[String]| self.teller.concept_of(at, concepts).is_some();
        states.into_iter().find(|state| tells(&state.concepts)).map(|state| state.state.as_str())
    }

    /// Whether a noun tells of one event and not of many; the first of many is one.
    fn is_one(&self, at: usize) -> bool {
        let is_many = self.word(at).is_some_and(|word| {
            !word.senses.is_empty() && word.senses.iter().all(|sense| matches!(sense.form, Form::Many))
        });
        let first = |word: &Word| word.senses.iter().any(|sense| sense.meaning == Meaning::Ordinal(1));
        !is_many || (1..=2).any(|back| at.checked_sub(back).and_then(|at| self.word(at)).is_some_and(first))
    }

    /// The event of a verb: its own, or that of the noun to which it hands on.
    fn of_verb(&self, verb: usize, mention: &Mention) -> Option<NameKeys> {
        let light = self.teller.concept_of(verb, &self.kind.triggers);
        let nouns = light.map(|_| self.nouns(verb, mention)).unwrap_or_default();
        let begins = light == Some(BEGIN);
        let own = || {
            let moment = self.moment(verb).filter(|_| light.is_none() || begins)?;
            Some(NameKeys::from([moment.to_owned()]))
        };
        // What begins is the noun next to it: the investigation of a crash is not the crash.
        let heads = if begins { nouns.get(..1).unwrap_or_default() } else { &nouns };
        let told =
            heads.iter().filter(|noun| self.is_one(**noun) || begins).find_map(|noun| self.of_noun(*noun));
        told.or_else(own).or_else(|| begins.then(|| self.beginning(&nouns)).flatten())
    }

    /// The nouns around a verb of happening, nearest first: before a relative clause, else in its own.
    fn nouns(&self, verb: usize, mention: &Mention) -> Vec<usize> {
        let clause = self.teller.clause(self.sentence, verb);
        let is_noun = |at: &usize| {
            *at != verb
                && !mention.words.contains(at)
                && self.word(*at).is_some_and(|word| word.is_noun() && word.concept().is_some())
        };
        let start = clause.start.saturating_sub(ANTECEDENT).max(self.sentence.words.start);
        let relative = [Function::Which, Function::That];
        let is_relative =
            relative.into_iter().any(|function| self.teller.is_function(clause.start, function));
        let mut nouns: Vec<usize> = (start..clause.start).filter(|at| is_relative && is_noun(at)).collect();
        if nouns.is_empty() {
            let near = verb.saturating_sub(NEAR).max(clause.start)..(verb + NEAR + 1).min(clause.end);
            nouns = near.filter(is_noun).collect();
        }
        nouns.sort_by_key(|at| at.abs_diff(verb));
        nouns
    }

    /// The event that a noun tells: a moment of its own, with what the lead tells where it stands for any event.
    fn of_noun(&self, noun: usize) -> Option<NameKeys> {
        let is_any = self.teller.concept_of(noun, &self.kind.context).is_some();
        let mut keys: NameKeys = self.moment(noun).map(str::to_owned).into_iter().collect();
        keys.extend(self.lead().filter(|_| is_any).map(str::to_owned));
        (!keys.is_empty()).then_some(keys)
    }

    /// The first moment of heading and lead.
    fn lead(&self) -> Option<&str> {
        let sentences = self.teller.reading.sentences.iter().take(LEAD);
        let is_any = |at: usize| self.teller.concept_of(at, &self.kind.context).is_some();
        let mut words = sentences.flat_map(|sentence| sentence.words.clone());
        words.find_map(|at| self.moment(at).filter(|_| !is_any(at)))
    }

    /// The beginning of what the nouns tell.
    fn beginning(&self, nouns: &[usize]) -> Option<NameKeys> {
        let concept = |at: &usize| Some(format!("{BEGIN} {}", self.word(*at)?.concept()?.0));
        let nearest = *nouns.first()?;
        let together = nouns.iter().filter(|at| at.abs_diff(nearest) <= 2);
        Some(together.filter_map(concept).collect())
    }
}
