//! Words that say which one of several is meant, and what announces a time.

use crate::extract::time::said::Near;
use crate::extract::time::tense::{self, Tense};
use crate::extract::time::view::View;
use crate::lexicon::class::{Class, Classes, Functions};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

/// Words behind which a bare month or clock is meant as a time.
const ANNOUNCING: Functions = Functions::of(&[
    Function::In,
    Function::On,
    Function::Since,
    Function::Until,
    Function::Between,
    Function::From,
    Function::To,
    Function::During,
    Function::By,
    Function::Before,
    Function::After,
    Function::Of,
    Function::AsOf,
    Function::Beginning,
    Function::Middle,
    Function::End,
]);

/// Words that say which one of a series.
const POINTING: Functions =
    Functions::of(&[Function::This, Function::Last, Function::Next, Function::Previous, Function::Following]);

/// Prepositions that lead to a date and belong to none.
const PLAIN: [Function; 13] = [
    Function::In,
    Function::On,
    Function::To,
    Function::Until,
    Function::Since,
    Function::Before,
    Function::After,
    Function::Between,
    Function::With,
    Function::For,
    Function::During,
    Function::Within,
    Function::By,
];

/// What a plain preposition is not.
const OTHER: Functions = Functions::but(&PLAIN);

/// The classes of a plain preposition.
const GRAMMAR: Classes = Classes::of(&[Class::Function, Class::Stop]);

impl View<'_> {
    /// Whether the word is a preposition before a date and nothing else, so that no date begins with it.
    #[must_use]
    pub fn is_plain_preposition(&self, idx: usize) -> bool {
        self.get(idx).is_some_and(|word| {
            word.summary.is(Class::Function)
                && word.summary.is_only(GRAMMAR)
                && !word.summary.does_any(OTHER)
                && word.kind == TokenKind::Word
        })
    }

    /// Which one the word says: this, the last, the next; a word that points back into the text ("that
    /// year", "the following year") says none.
    #[must_use]
    pub fn near(&self, idx: usize) -> Option<Near> {
        self.get(idx).filter(|word| word.summary.does_any(POINTING))?;
        let table = [
            (Function::This, Near::This),
            (Function::Last, Near::Last),
            (Function::Next, Near::Next),
            (Function::Previous, Near::Last),
            (Function::Following, Near::Next),
        ];
        let back = self.is_any(idx, &[Function::Previous, Function::Following]);
        let alone = back && self.anchor.is_none() && (self.is(idx, Function::Previous) || self.is_ahead(idx));
        let pointing = self.is_any(idx, &[Function::That, Function::After]) || (back && !alone);
        let pointing = pointing && !alone;
        let near = table.into_iter().find(|(function, _)| self.is(idx, *function)).map(|(_, near)| near);
        near.filter(|_| !pointing)
    }

    /// Whether the word that says which one follows its unit in this language.
    #[must_use]
    pub const fn near_follows(&self) -> bool {
        self.language.grammar.near_after_noun || self.language.grammar.adjective_after_noun
    }

    /// Whether the clause of the word at `idx` lies ahead, or there is none.
    #[must_use]
    pub fn is_ahead(&self, idx: usize) -> bool {
        let words = idx..(idx + 2).min(self.words.len());
        tense::around(self, words.clone()) == Tense::Future || self.is_all(&words)
    }

    /// Whether what stands before `idx` lets a time be expected there.
    #[must_use]
    pub fn is_announced(&self, idx: usize) -> bool {
        let clitic = self.get(idx).is_some_and(|word| word.clitics.preposition.is_some());
        let before = || idx.checked_sub(1).and_then(|before| self.get(before));
        self.announced || clitic || before().is_some_and(|word| word.summary.does_any(ANNOUNCING))
    }
}
