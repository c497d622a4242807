//! Countries that do something under their own names, as the one that hosts a tournament.

use crate::extract::doer::{Found, View};
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::lexicon::meaning::Id;
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;

/// Most words between a country and what it does.
const APART: usize = 3;

/// Furthest that what it does something with stands behind the deed, in words.
const OBJECT: usize = 8;

impl View<'_, '_> {
    /// The country that does it: the subject right before or, where the verb comes first, behind it, or behind *by*.
    pub(super) fn country(&self, at: usize, sentence: &Sentence, with: &Concepts) -> Option<Found<'_>> {
        let near = at + 1..(at + OBJECT).min(sentence.words.end);
        let is_of_it = |near: usize| self.carries(near, with);
        let named = |at: usize| -> Option<Id> {
            let word = self
                .word(at)
                .filter(|word| sentence.words.contains(&at) && word.clitics.preposition.is_none())?;
            word.find(|sense| sense.meaning.country().cloned())
        };
        let by = at + 1;
        let led =
            if self.is(at, Function::By) { Some(by) } else { self.is(by, Function::By).then_some(by + 1) };
        if let Some(found) = led.and_then(|at| Some((named(at)?, at))) {
            let before = at.saturating_sub(OBJECT).max(sentence.words.start)..at;
            return before.into_iter().any(is_of_it).then_some(Found { named: None, nation: Some(found) });
        }
        let is_parted = self.word(at).is_some_and(|word| word.clitics.pronoun);
        if self.reading.language.grammar.verb_first && is_parted {
            let before = at.saturating_sub(OBJECT).max(sentence.words.start)..at;
            before.into_iter().any(is_of_it).then_some(())?;
            return Some(Found { named: None, nation: Some((named(by)?, by)) });
        }
        near.into_iter().any(is_of_it).then_some(())?;
        let found = if self.reading.language.grammar.verb_first {
            (named(by)?, by)
        } else {
            let helps = |word: &Word| word.is_article() || word.is_function(Function::Will);
            let first = at.saturating_sub(APART).max(sentence.words.start);
            let end = (first..at).rev().find(|at| !self.word(*at).is_some_and(helps))?;
            (named(end).filter(|_| !self.is_led(end))?, end)
        };
        Some(Found { named: None, nation: Some(found) })
    }

    /// Whether a preposition or another country stands before a country.
    fn is_led(&self, at: usize) -> bool {
        let leading = [
            Function::And,
            Function::By,
            Function::From,
            Function::In,
            Function::Of,
            Function::To,
            Function::With,
        ];
        at.checked_sub(1).is_some_and(|before| leading.iter().any(|own| self.is(before, *own)))
    }
}
