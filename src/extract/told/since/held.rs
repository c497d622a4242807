//! Since when somebody has been what he is: chief executive *since* 2019, in prison *since* March, who *has led* the
//! party *for* twelve years.

use crate::extract::attribution::is_verb;
use crate::extract::entity::Entity;
use crate::extract::mention::Mention;
use crate::extract::sentence::Sentence;
use crate::extract::told::person::is_named;
use crate::extract::told::since;
use crate::extract::told::{Teller, bound, thing};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality};
use crate::lexicon::meaning::Form as LexForm;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::text::token::TokenKind;
use crate::value::Value;
use std::ops::Range;

/// Furthest that the word of a state stands before its beginning, in words.
const NEAR: usize = 9;

/// Furthest that a relative clause stands behind the one whom it is about, in words.
const BESIDE: usize = 2;

/// Since when somebody has been in a state, by a time behind "since" or by how long he has been in one of which the
/// kind's context tells that it goes on.
pub(super) fn fact(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    kind: &Kind,
    mention: &Mention,
) -> Option<Fact> {
    let held = Held { teller, sentence, kind };
    let (at, state) = held.state(mention)?;
    let value = match &mention.value {
        Value::Time(_) if since::is_since(teller, mention) => since::since(mention),
        Value::Duration(_) if held.goes_on_for(at, mention) => since::ago(teller, mention)?,
        Value::Time(_) | Value::Duration(_) | Value::Amount(_) | Value::Words(_) => return None,
        Value::Name(_) | Value::Place(_) | Value::State(_) => return None,
    };
    let slots = match kind.slots.contains_key(&Slot::Who).then(|| held.who(at, mention)) {
        Some(who) => vec![(Slot::Who, bound(Teller::names(who?)))],
        None => Vec::new(),
    };
    let what = (Slot::What, bound(vec![thing(&state.state)]));
    let fact = teller.fact_since(kind, mention, value, slots.into_iter().chain([what]));
    (fact.modality == Modality::Actual).then_some(fact)
}

struct Held<'t, 'r, 'a> {
    teller: &'t Teller<'r, 'a>,
    sentence: &'t Sentence,
    kind: &'t Kind,
}

impl<'r> Held<'_, 'r, '_> {
    fn word(&self, at: usize) -> Option<&'r Word> {
        self.teller.reading.words.get(at)
    }

    /// The state that the words before a time tell, where no verb of another deed stands between.
    fn state(&self, mention: &Mention) -> Option<(usize, &State)> {
        let Self { teller, sentence, kind } = *self;
        let first = mention.words.start;
        let clause = teller.clause(sentence, first);
        let near = first.saturating_sub(NEAR).max(clause.start)..first;
        let is_so = |state: &&State| {
            let has = |at: usize| teller.concept_of(at, &state.with).is_some();
            state.with.is_empty() || near.clone().any(has)
        };
        let told = |at: usize| {
            let mut states =
                teller.states(at, kind).filter(|state| teller.concept_of(at, &state.concepts).is_some());
            states.find(is_so).map(|state| (at, state))
        };
        let is_other = |at: usize| teller.concept_of(at, &kind.unless).is_some();
        let (at, state) = near.clone().rev().find_map(told)?;
        let acts = |at: usize| {
            self.word(at).is_some_and(|word| is_verb(word) && !word.is_noun() || word.kind == TokenKind::Sign)
        };
        let acts = |at: usize| acts(at) && !teller.reading.is_in_name(at);
        let is_apart = (at + 1..first).any(acts) || (at..first).any(is_other) || self.is_outside(at);
        let others = teller.reading.mentions_in(at + 1..first);
        let is_dated = others.iter().any(|other| matches!(other.value, Value::Time(_) | Value::Duration(_)));
        let is_so = !is_apart && !is_dated && self.is_held(at, clause.start);
        is_so.then_some((at, state))
    }

    /// Whether a post is told as one that somebody has: in a language whose verbs come first its noun alone may do
    /// anything, باع الرئيس فنادق منذ 2018.
    fn is_held(&self, at: usize, start: usize) -> bool {
        let Self { teller, kind, .. } = *self;
        let is_open = !teller.reading.language.grammar.verb_first || kind.context.is_empty();
        let is_noun = self.word(at).is_some_and(Word::is_noun);
        is_open || !is_noun || (start..at).any(|before| teller.concept_of(before, &kind.context).is_some())
    }

    /// Whether a noun tells of somebody who is no post and nobody is *in* it: *the prison* has stood there since 1890.
    fn is_outside(&self, at: usize) -> bool {
        let is_in = |at: usize| self.teller.is_function(at, Function::In);
        let has_in = (at.saturating_sub(2)..at).any(is_in)
            || self.word(at).is_some_and(|word| word.clitics.preposition == Some(Function::In));
        let is_noun = self.word(at).is_some_and(|word| {
            let told = |concept: &str| {
                word.states(self.kind).any(|state| state.concepts.iter().any(|id| id == concept))
            };
            word.senses.iter().any(|sense| {
                matches!(sense.form, LexForm::One | LexForm::Two | LexForm::Many)
                    && sense.meaning.concept().is_some_and(|concept| told(concept))
            })
        });
        is_noun && !has_in && self.kind.slots.contains_key(&Slot::Where)
    }

    /// Whether "for" leads to a length of time of what still goes on.
    fn goes_on_for(&self, at: usize, mention: &Mention) -> bool {
        let first = mention.words.start;
        let leads = |at: usize| self.teller.is_function(at, Function::For);
        let is_led = leads(first) || first.checked_sub(1).is_some_and(leads);
        is_led && self.teller.concept_of(at, &self.kind.context).is_some()
    }

    /// Who it is: the antecedent of a relative clause, the one person whom the clause names, or else the one of the
    /// sentence before where a pronoun stands for him.
    fn who(&self, at: usize, mention: &Mention) -> Option<&'r Entity> {
        let Self { teller, sentence, .. } = *self;
        let clause = teller.clause(sentence, at);
        let relative = [Function::Which, Function::That];
        let is_relative = relative.into_iter().any(|function| teller.is_function(clause.start, function));
        if is_relative {
            let before = clause.start.saturating_sub(BESIDE + since::NEAR)..clause.start;
            let last = teller.reading.entities_in(before).rfind(is_named);
            return last.filter(|person| clause.start - person.words.end.min(clause.start) <= BESIDE);
        }
        let words = clause.start..clause.end.max(mention.words.end);
        if teller.names_person(words.clone()) {
            return teller.only_person(words);
        }
        let is_plain = self.is_plain(clause.start..at);
        if teller.names_person(sentence.words.clone()) {
            // "Nasr, *chief executive since 2019*, resigned."
            let before = clause.start.saturating_sub(BESIDE)..clause.start;
            let beside = teller.reading.entities_in(sentence.words.start..clause.start).rfind(is_named);
            return beside.filter(|person| is_plain && before.contains(&(person.words.end.max(1) - 1)));
        }
        let has_pronoun = teller.reading.language.grammar.verb_first || at > clause.start;
        teller.only_person_before(at).filter(|_| has_pronoun && is_plain)
    }

    /// Whether words are of grammar alone, as pronouns and the verb of being are.
    fn is_plain(&self, mut words: Range<usize>) -> bool {
        words.all(|at| {
            self.word(at)
                .is_some_and(|word| word.kind == TokenKind::Word && word.concept().is_none() && !word.given)
        })
    }
}
