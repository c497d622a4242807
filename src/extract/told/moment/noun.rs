//! Which event a noun beside a time tells where the verb of the clause tells another one.

use crate::extract::attribution::is_verb;
use crate::extract::mention::Mention;
use crate::extract::told::moment::Moments;
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::speech::Speech;
use crate::text::token::TokenKind;
use crate::value::keys::NameKeys;

/// Furthest that the noun of an event stands before its time behind a word that leads to it, in words.
const NEAR: usize = 10;

/// Furthest that a word stands before the noun to which it leads, in words.
const LED: usize = 3;

/// Furthest that what is declared stands behind the verb, in words.
const DECLARED: usize = 7;

impl Moments<'_, '_, '_> {
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
        near.into_iter().find(|at| {
            self.word(*at).is_some_and(Word::is_noun) && self.moment(*at).is_some() && self.is_one(*at)
        })
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
        let tells = |concepts: &[String]| self.teller.concept_of(at, concepts).is_some();
        let mut states = self.kind.states.iter().filter(|state| state.said);
        states.find(|state| tells(&state.concepts)).map(|state| state.state.as_str())
    }

    /// Whether a word is the noun of saying something.
    pub(super) fn is_saying(&self, at: usize) -> bool {
        let says = |word: &Word| {
            word.senses.iter().any(|sense| {
                sense.meaning == Meaning::Speech(Speech::Say) && matches!(sense.form, Form::One)
            })
        };
        self.word(at).is_some_and(says)
    }
}
