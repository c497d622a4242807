//! The name of a speaker between commas, behind an office whose words no list knows.

use crate::extract::attribution::{is_verb, speech};
use crate::extract::entity::office::LONGEST_OFFICE;
use crate::extract::entity::{Entity, LONGEST_NAME, Reader};
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

/// What no word of a name is.
const NO_NAMES: Classes = Classes::of(&[Class::Function, Class::Stop, Class::Calendar, Class::Number]);

impl Reader<'_> {
    /// The name between commas behind an office of many words that is said to speak, in languages whose subject
    /// follows its verb and that mark no names.
    pub(super) fn bracketed_name(&self, idx: usize, end: usize) -> Option<Entity> {
        let grammar = &self.language.grammar;
        let before = self.words.get(idx.checked_sub(1)?)?;
        if !grammar.verb_first || grammar.capitals || speech(before).is_none() || !is_verb(before) {
            return None;
        }
        let stop = end.min(idx + LONGEST_OFFICE);
        let ends = |at: &usize| {
            let word = self.words.get(*at);
            word.is_none_or(|word| word.kind == TokenKind::Sign || speech(word).is_some() || word.breaks > 0)
        };
        let comma = (idx + 1..stop).find(ends).filter(|at| self.words[*at].is_sign(","))?;
        let first = (comma + 1..end).find(|at| self.id(*at, Meaning::role).is_none())?;
        let last = (first..end.min(first + LONGEST_NAME + 1)).find(|at| !self.may_name(*at, first))?;
        let closes = self.words.get(last).is_none_or(|word| {
            let opens = || ["«", "\"", "“"].iter().any(|sign| word.is_sign(sign));
            word.is_sign(",") || word.is_sign(":") || word.is_function(Function::That) || opens()
        });
        let unlisted = |at: usize| {
            let word = self.words.get(at);
            word.is_some_and(|word| word.senses.is_empty() || word.letters.is_name_part)
        };
        let is_name = last >= first + 2
            && closes
            && (first..last).any(unlisted)
            && !self.words.get(first)?.letters.is_definite;
        is_name.then(|| Entity { words: idx..last, ..self.person_of(first..last) })
    }

    /// Whether a word may stand in a name that begins at `first`: none of grammar, of the calendar or of numbers,
    /// with nothing stuck before it, and at the beginning no verb.
    fn may_name(&self, idx: usize, first: usize) -> bool {
        self.words.get(idx).is_some_and(|word| {
            let is_free = word.clitics.preposition.is_none() && word.clitics.conjunction.is_none();
            word.kind == TokenKind::Word
                && word.breaks == 0
                && is_free
                && !word.summary.is_any(NO_NAMES)
                && (idx > first || word.letters.is_name_part || !is_verb(word))
        })
    }
}
