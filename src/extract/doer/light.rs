//! Doers whose deed only a noun tells, beside a verb that says no more than that it was done, and those behind a phrase
//! that leads to them.

use crate::extract::attribution::is_verb;
use crate::extract::doer::tied::LED;
use crate::extract::doer::{Found, View};
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;

/// Most words between a verb that says no more than that something was done and the noun of it.
const LIGHT: usize = 6;

/// Most words of a title between such a verb and the name of the doer.
const TITLE: usize = 3;

impl View<'_, '_> {
    /// Whether the last word of a phrase leads to the doer: *led by*.
    pub(super) fn ends_in_by(&self, word: &Word) -> bool {
        let tokens = self.reading.text.tokens().get(word.tokens.clone()).unwrap_or_default();
        let Some(last) = tokens.last().filter(|_| tokens.len() > 1) else { return false };
        let last = self.reading.language.look_up(&[self.reading.text.normal(last)]);
        last.senses.iter().any(|sense| sense.meaning == Meaning::Function(Function::By))
    }

    /// Who did what only its noun tells, beside a verb that says no more than that it was done: she *performed* the
    /// surgery.
    pub(super) fn light(&self, at: usize, sentence: &Sentence) -> Option<Found<'_>> {
        let word = self.word(at).filter(|word| word.is_noun() && !is_verb(word))?;
        let does = |at: usize| {
            let word = self.word(at).filter(|_| self.carries(at, &self.kind.unless));
            word.filter(|word| is_verb(word) && sentence.words.contains(&at))
        };
        let first = at.saturating_sub(LIGHT).max(sentence.words.start);
        if !self.reading.language.grammar.verb_first {
            let is_part =
                |near: usize| self.word(near).is_some_and(|word| word.breaks == 0 && !is_verb(word));
            let verb = (first..at).rev().find(|near| !is_part(*near)).filter(|near| does(*near).is_some())?;
            return self.subject(verb);
        }
        if word.clitics.preposition.is_none() {
            let named = self.named.iter().find(|named| named.words.end == at && named.words.start >= first);
            let before = named.map(|named| named.words.start).filter(|_| word.breaks == 0);
            let is_led =
                |start: usize| (start.saturating_sub(TITLE)..start).rev().find(|at| does(*at).is_some());
            if let Some(named) = named.filter(|named| !self.is_joined(named))
                && before.and_then(is_led).is_some()
            {
                return Some(Found { named: Some(named), nation: None });
            }
        }
        let mut behind = at + 1..(at + LED).min(sentence.words.end);
        let verb =
            behind.find(|at| does(*at).is_some_and(|word| word.clitics.pronoun && word.breaks == 0))?;
        self.behind(verb + 1, sentence)
    }

    /// Whether a verb says no more than that something was done.
    pub(super) fn is_light(&self, at: usize) -> bool {
        self.carries(at, &self.kind.unless)
    }
}
