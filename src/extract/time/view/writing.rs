//! How words are written: as names, with an article, with a conjunction.

use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::Meaning;
use crate::text::token::TokenKind;

/// Longest name of the calendar that may be another word when it is written small.
const SHORT: usize = 3;

/// Classes of words that are no adjectives, however they begin.
const GRAMMAR: Classes = Classes::of(&[Class::Function, Class::Stop]);

impl View<'_> {
    /// Whether the word is written as a name in a script that has capitals; a name of the calendar that
    /// is no other word may be written small.
    #[must_use]
    pub fn is_proper(&self, idx: usize) -> bool {
        let named = |meaning: &Meaning| {
            matches!(meaning, Meaning::Month(_) | Meaning::Weekday(_) | Meaning::Holiday(_))
        };
        let long = self.get(idx).is_some_and(|word| word.tokens.len() > 1 || word.normal.len() > SHORT);
        self.is_capital(idx) || ((long || self.language.grammar.small_calendar) && self.only(idx, named))
    }

    /// Whether the word begins with a capital, or its script or paragraph has none.
    #[must_use]
    pub fn is_capital(&self, idx: usize) -> bool {
        self.get(idx).is_some_and(|word| !word.normal.is_ascii() || word.capital || self.small)
    }

    /// Whether a word with this meaning has its article, in a language whose days need one: it was peeled,
    /// or the data lists the word with and without it and this is the longer form.
    #[must_use]
    pub fn is_definite(&self, idx: usize, meaning: &Meaning) -> bool {
        let Some(word) = self.get(idx) else { return false };
        if !self.language.grammar.adjective_after_noun || word.clitics.article || word.tokens.len() > 1 {
            return true;
        }
        let means_it =
            |rest: &str| self.language.look_up(&[rest]).senses.iter().any(|sense| sense.meaning == *meaning);
        let starts = word.stem.char_indices().skip(1).filter_map(|(start, _)| word.stem.get(start..));
        starts.filter(|rest| rest.chars().nth(1).is_some()).any(means_it)
    }

    /// The index behind an article of digits, which are tied to it or not, at `idx`, or `idx`: `الأيام الـ10`.
    #[must_use]
    pub fn skip_tied_article(&self, idx: usize) -> usize {
        let article = self.get(idx).is_some_and(|word| self.language.is_article(&word.normal));
        idx + usize::from(article && self.raw(idx + 1).is_some())
    }

    /// Whether an article sticks to the word, or is a part of it where it is listed with its article.
    #[must_use]
    pub fn has_article(&self, idx: usize) -> bool {
        self.get(idx).is_some_and(|word| word.clitics.article || self.language.has_article(&word.normal))
    }

    /// Whether an adjective that says what sort of unit it is stands behind the one at `idx`, in a language that puts it
    /// there: the school year, `العام الدراسي`.
    #[must_use]
    pub fn is_described(&self, idx: usize) -> bool {
        let next = idx + 1;
        let adjective = |word: &Word| {
            !word.summary.is_any(GRAMMAR)
                && self.language.has_article(&word.normal)
                && word.breaks == 0
                && word.kind == TokenKind::Word
        };
        self.language.grammar.adjective_after_noun
            && self.get(next).is_some_and(adjective)
            && !self.has_conjunction(next)
            && self.near(next).is_none()
    }

    /// Whether the word joins what follows: "and" by itself or stuck to it.
    #[must_use]
    pub fn has_conjunction(&self, idx: usize) -> bool {
        self.get(idx).is_some_and(|word| word.clitics.conjunction.is_some())
    }

    /// Whether a noun stands at `idx` right behind another, without a conjunction: "the week of the feast".
    #[must_use]
    pub fn has_concept_joined(&self, idx: usize) -> bool {
        let noun = self.get(idx).is_some_and(|word| word.concept().is_some() && word.is_noun());
        noun && self.language.grammar.adjective_after_noun && !self.has_conjunction(idx)
    }
}
