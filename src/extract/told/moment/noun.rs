//! Which event a noun beside a time tells where the verb of the clause tells another one.

use crate::extract::attribution::is_verb;
use crate::extract::kind;
use crate::extract::mention::Mention;
use crate::extract::told::moment::{Moments, PLANNED};
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::speech::Speech;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::keys::NameKeys;

/// Furthest that a noun stands from the time of what it tells, where no verb tells more, in words.
const BESIDE: usize = 3;

/// Furthest that the noun of an event stands before its time behind a word that leads to it, in words.
const NEAR: usize = 10;

/// Furthest that a word stands before the noun to which it leads, in words.
const LED: usize = 3;

/// Furthest that what is declared stands behind the verb, in words.
const DECLARED: usize = 7;

impl Moments<'_, '_, '_> {
    /// The event of the noun next to a time whose clause has no verb that says more than that it happened: the
    /// minister saw on Thursday the *signing* of it. `verb` is the verb next to the time.
    pub(super) fn beside(
        &self,
        mention: &Mention,
        verb: Option<usize>,
        outside: impl Iterator<Item = usize>,
    ) -> Option<NameKeys> {
        let is_light = |verb: usize| {
            !self.is_speech(verb) && self.teller.concept_of(verb, &self.kind.triggers).is_some()
        };
        let distance = |at: &usize| {
            mention.words.start.saturating_sub(*at).max((at + 1).saturating_sub(mention.words.end))
        };
        let is_event = |at: &usize| {
            self.word(*at).is_some_and(Word::is_noun)
                && self.moment(*at).is_some()
                && self.is_one(*at)
                && !kind::timed::is_reference(self.teller.reading, mention, *at)
        };
        let near = outside.filter(|at| distance(at) <= BESIDE && is_event(at));
        // A word without a listed meaning may be a verb: the storm *brushed* it on Saturday.
        let is_known = |at: usize| {
            self.word(at).is_some_and(|word| word.kind == TokenKind::Sign || !word.senses.is_empty())
        };
        let is_next = |at: &usize| {
            let (from, to) = (mention.words.end.min(at + 1), mention.words.start.max(*at));
            (from..to).filter(|between| !mention.words.contains(between)).all(is_known)
        };
        let near = near.filter(is_next);
        let noun = near.min_by_key(distance).filter(|_| verb.is_none_or(is_light))?;
        (!self.is_of_several(mention)).then(|| self.of_noun(self.governor(noun))).flatten()
    }

    /// The event of the noun before a time that lies ahead: the company plans the *closure* of its plant by June.
    pub(super) fn planned(
        &self,
        mention: &Mention,
        outside: impl DoubleEndedIterator<Item = usize>,
    ) -> Option<NameKeys> {
        let Value::Time(time) = &mention.value else { return None };
        let is_ahead = time.days()?.0 > self.teller.published?.days()?.1;
        let near = |at: &usize| *at < mention.words.start && mention.words.start - at <= PLANNED;
        let is_event = |at: &usize| self.word(*at).is_some_and(Word::is_noun) && self.moment(*at).is_some();
        let noun = outside.filter(near).filter(|_| is_ahead).rev().find(is_event)?;
        self.of_noun(self.governor(noun))
    }

    /// The noun of an event that governs another one: the *completion* of the deal, إتمام الصفقة.
    fn governor(&self, noun: usize) -> usize {
        let link = |at: usize| {
            self.teller.is_function(at, Function::Of) || self.word(at).is_some_and(Word::is_article)
        };
        let Some(before) = (noun.saturating_sub(BESIDE)..noun).rev().find(|at| !link(*at)) else {
            return noun;
        };
        let governs = self.word(before).is_some_and(|word| word.is_noun() && !word.clitics.article);
        if governs && self.moment(before).is_some() { self.governor(before) } else { noun }
    }

    /// Whether a noun is the one that a time belongs to: *Friday's crash*, حادث الجمعة.
    pub(super) fn owns(&self, noun: usize, mention: &Mention) -> bool {
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
    pub(super) fn subject(&self, start: usize, deed: Option<usize>, mention: &Mention) -> Option<usize> {
        let is_empty = |at: usize| {
            self.word(at).is_some_and(|word| {
                !word.senses.is_empty() && !word.is_noun() && !is_verb(word) && word.concept().is_none()
            })
        };
        let noun = (start..mention.words.start).find(|at| !is_empty(*at))?;
        let follows = (noun + 1..mention.words.start).all(is_empty) && deed.is_some_and(|deed| deed > noun);
        let is_noun = self.word(noun)?.is_noun() && self.moment(noun).is_some() && self.is_one(noun);
        let follows = follows || self.strikes(noun, mention);
        (follows && is_noun && !self.teller.reading.language.grammar.adjective_after_noun).then_some(noun)
    }

    /// Whether a verb of what an event does stands between its noun and a time: the blast *killed* twelve on Friday.
    fn strikes(&self, noun: usize, mention: &Mention) -> bool {
        let Some(verb) = (noun + 1..mention.words.start).find(|at| self.is_deed(*at)) else { return false };
        let is_active = verb == noun + 1;
        is_active && self.teller.concept_of(verb, &self.kind.heads).is_some()
    }

    /// The noun of an event that a word of order leads to, and its time right behind it: they came home after their
    /// *release* on Wednesday.
    pub(super) fn led(&self, mention: &Mention) -> Option<usize> {
        let start = mention.words.start.saturating_sub(NEAR).max(self.sentence.words.start);
        let parts = |at: &usize| self.parts(*at);
        let start = (start..mention.words.start).rev().find(parts).map_or(start, |at| at + 1);
        let orders = [Function::After, Function::Before, Function::Since, Function::Following];
        let leads = |at: usize| orders.into_iter().any(|order| self.teller.is_function(at, order));
        let leader = (start..mention.words.start).rev().find(|at| leads(*at))?;
        let near = leader..(leader + LED + 1).min(mention.words.start);
        let noun = near.into_iter().find(|at| {
            self.word(*at).is_some_and(Word::is_noun) && self.moment(*at).is_some() && self.is_one(*at)
        })?;
        (!kind::timed::is_reference(self.teller.reading, mention, noun)).then_some(noun)
    }

    /// Whether a word or sign parts what stands before it from what stands behind it.
    fn parts(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            (is_verb(word) && !word.is_noun()) || (word.kind == TokenKind::Sign && !word.is_sign("-"))
        })
    }

    /// The event that a verb or noun of saying makes: they *declared an outbreak*. `end` is that of its clause.
    pub(super) fn of_said(&self, said: usize, end: usize) -> Option<NameKeys> {
        let behind = (said + 1)..(said + 1 + DECLARED).min(end);
        let says = |at: usize| self.teller.is_function(at, Function::That) || self.parts(at);
        let mut behind = behind.take_while(|at| !says(*at));
        let state = behind.find_map(|at| self.declared(at))?;
        Some(NameKeys::from([state.to_owned()]))
    }

    /// What a noun of saying declares: the *announcement* of an outbreak.
    pub(super) fn declared_behind(&self, saying: usize) -> Option<&str> {
        (saying + 1..saying + 1 + LED).find_map(|at| self.declared(at))
    }

    /// The state of the kind that begins by saying so.
    fn declared(&self, at: usize) -> Option<&str> {
        let tells = |concepts: &Concepts| self.teller.concept_of(at, concepts).is_some();
        let mut states = self.teller.states(at, self.kind).filter(|state| state.said);
        states.find(|state| tells(&state.concepts)).map(|state| state.state.as_str())
    }

    /// Whether a word is the noun of saying something.
    pub(super) fn is_saying(&self, at: usize) -> bool {
        let says = |word: &Word| {
            word.senses
                .iter()
                .any(|sense| sense.meaning == Meaning::Speech(Speech::Say) && matches!(sense.form, Form::One))
        };
        self.word(at).is_some_and(says)
    }
}
