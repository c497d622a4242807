//! Causes: what brought something about, out of a list of which one alone mostly did.
//!
//! A state's word is a cause behind words that lead to one, *due to* a short circuit, or where a verb of causing (the
//! kind's triggers) has it for its subject: a short circuit *sparked* the fire.

use crate::extract::figure::Figure;
use crate::extract::figure::choice::{Choice, Reader};
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::hash;

/// Furthest that a cause stands behind the words that lead to it, and before the verb whose subject it is.
const BEHIND: usize = 4;
const BEFORE: usize = 6;

/// Furthest that a subject stands behind its verb.
const SUBJECT: usize = 3;

impl Reader<'_, '_> {
    /// The cause that a word tells.
    pub(super) fn cause(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<Figure> {
        let state = self.state(kind, at)?;
        let clause = sentence.clause_words(sentence.clause(at));
        if self.has(&clause, &kind.unless) || self.is_negated(at, &clause) {
            return None;
        }
        let led = self.led(sentence, kind, at).or_else(|| self.leads(sentence, kind, at))?;
        let words = at.min(led)..at.max(led) + 1;
        self.figure(kind, Choice { state, at, words, key: hash::of(&kind.id), is_listed: true })
    }

    /// The words before a cause that lead to it, with no other cause between.
    fn led(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<usize> {
        let first = at.saturating_sub(BEHIND).max(sentence.words.start);
        let own = (first..at).rev().take_while(|near| self.state(kind, *near).is_none());
        let is = |near: usize, function| self.word(near).is_some_and(|word| word.is_function(function));
        let by = |near: usize| self.carries(near, &kind.triggers).is_some() && is(near + 1, Function::By);
        own.into_iter().find(|near| is(*near, Function::CausedBy) || by(*near))
    }

    /// The verb of causing whose subject a cause is.
    fn leads(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<usize> {
        let causes = |near: &usize| {
            let is_past = |word: &Word| word.senses.iter().any(|sense| sense.form == Form::Past);
            self.carries(*near, &kind.triggers).is_some() && self.word(*near).is_some_and(is_past)
        };
        let verb_first = self.reading.language.grammar.verb_first;
        let before = at.saturating_sub(SUBJECT).max(sentence.words.start)..at;
        let leads = |near: &usize| {
            self.word(*near).is_some_and(|word| {
                word.is_function(Function::In)
                    || word.is_function(Function::To)
                    || word.clitics.preposition.is_some()
            })
        };
        let is_object = || before.clone().any(|near| leads(&near)) || leads(&at);
        let subject = || before.clone().rev().find(causes).filter(|_| verb_first && !is_object());
        let behind = at + 1..(at + 1 + BEFORE).min(sentence.words.end);
        let mut behind = behind.take_while(|near| self.state(kind, *near).is_none());
        subject().or_else(|| behind.find(causes))
    }
}
