//! What is no beginning of a thing: that it began once more, or that a part of it began.

use crate::extract::attribution::is_verb;
use crate::extract::told::origin::Origins;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Functions};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;

/// The concept of going on once more.
const AGAIN: &str = "resume";

/// Words behind a verb that lead to no object of it.
const LEADS: Functions = Functions::of(&[
    Function::After,
    Function::At,
    Function::By,
    Function::For,
    Function::From,
    Function::In,
    Function::On,
    Function::To,
    Function::With,
]);

/// Furthest that the noun of its object stands behind a verb, in words.
const OBJECT: usize = 3;

impl Origins<'_, '_, '_> {
    /// Whether a verb tells that something began once more: it *reopened* in 2019.
    pub(super) fn is_again(&self, verb: usize) -> bool {
        self.teller.reading.words.get(verb).is_some_and(|word| word.has_concept(AGAIN))
    }

    /// The thing of the kind that is the object of a verb.
    pub(super) fn object(&self, verb: usize) -> Option<usize> {
        let is_word = |at: &usize| {
            self.teller
                .reading
                .words
                .get(*at)
                .is_some_and(|word| word.kind == TokenKind::Word && word.breaks == 0)
        };
        (verb + 1..=verb + OBJECT).take_while(is_word).find(|at| self.thing(*at).is_some())
    }

    /// Whether a part of a thing began and not the thing itself: the company *opened a new* plant, the club's *stand*
    /// opened.
    pub(super) fn is_of_own_part(&self, verb: usize, thing: Option<usize>) -> bool {
        let word = |at: usize| self.teller.reading.words.get(at).filter(|word| word.breaks == 0);
        let grammar = &self.teller.reading.language.grammar;
        let acts = word(verb).is_some_and(|word| is_verb(word) && !word.is_noun());
        let is_before = thing.is_none_or(|at| at < verb);
        if grammar.verb_first || !acts || !is_before {
            return false;
        }
        // Where nothing stands before that could have begun, "the site" is what is told of.
        let is_new = |word: &Word| {
            let is_number = word.kind == TokenKind::Digits || word.summary.is(Class::Number);
            is_number || word.is_function(Function::Per) || word.is_function(Function::Own)
        };
        let leads = |word: &Word| is_new(word) || thing.is_some() && word.may_be_article();
        let is_time = self
            .teller
            .reading
            .mentions_in(verb + 1..verb + 3)
            .iter()
            .any(|mention| matches!(mention.value, Value::Time(_) | Value::Duration(_)));
        let has_object = word(verb + 1)
            .is_some_and(|word| word.kind != TokenKind::Sign && leads(word) && !word.summary.does_any(LEADS))
            && word(verb + 2).is_some_and(|word| word.kind == TokenKind::Word);
        let is_owner = thing.is_some_and(|at| {
            let is_noun = |at: &usize| word(*at).is_some_and(|word| word.is_noun() || word.senses.is_empty());
            word(at).is_some_and(|word| word.clitics.pronoun) && (at + 1..verb).any(|at| is_noun(&at))
        });
        is_owner || has_object && !is_time
    }
}
