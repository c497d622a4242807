//! Streaks: how many times in a row a thing was done, told as a number: nine straight losses, *eight in a row*, خمس مباريات
//! متتالية.

use crate::extract::attribution::is_verb;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::nth::View;
use crate::extract::sentence::Sentence;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::value::Value;
use crate::value::amount::Form as Amounts;
use std::ops::Range;

/// Furthest that the words of a row stand behind its number, in words.
const ROW: usize = 4;

/// Furthest that the verb of what was done stands from its number, in words.
const DEED: usize = 8;

/// How many times in a row something may be done that is counted.
const TIMES: Range<i64> = 2..100;

/// How many times a number may tell.
pub(super) fn times(mention: &Mention) -> Option<i64> {
    let Value::Amount(amount) = &mention.value else { return None };
    let Amounts::Exactly(number) = amount.form else { return None };
    number.to_whole().filter(|times| amount.unit.is_none() && TIMES.contains(times))
}

impl View<'_, '_> {
    /// The word of what was done so many times in a row.
    pub(super) fn streak(&self, mention: &Mention, sentence: &Sentence) -> Option<usize> {
        let is_number = matches!(mention.dimension, Dimension::Number | Dimension::Quantity);
        times(mention).filter(|_| is_number)?;
        let own = &mention.words;
        let behind = own.start..(own.end + ROW).min(sentence.words.end);
        let row = behind.clone().find(|at| self.carries(*at, &self.kind.heads))?;
        let is_plain = |at: usize| at < own.end || self.word(at).is_some_and(|word| word.breaks == 0);
        if !(own.start..=row).all(is_plain) || self.is_of_before(own, sentence) {
            return None;
        }
        let is_noun = |at: &usize| {
            let is_it = |form: Form| self.word(*at).is_some_and(|word| word.summary.has_form(form));
            (is_it(Form::Many) || is_it(Form::One) || is_it(Form::Two)) && self.states(*at).next().is_some()
        };
        let near = own.start..(row + 2).min(sentence.words.end);
        near.into_iter().find(is_noun).or_else(|| self.deed(own, sentence))
    }

    /// The verb of the clause nearest before a number.
    fn deed(&self, own: &Range<usize>, sentence: &Sentence) -> Option<usize> {
        let clause = sentence.clause_words(sentence.clause(own.start));
        let mut near = (own.start.saturating_sub(DEED).max(clause.start)..own.start).rev();
        let acts = |at: &usize| self.word(*at).is_some_and(is_verb) && self.states(*at).next().is_some();
        near.find(acts)
    }

    /// Whether the row is told to have ended, or to have been before something else: they had won six
    /// in a row *before* it, they lost *after* six in a row.
    fn is_of_before(&self, own: &Range<usize>, sentence: &Sentence) -> bool {
        let clause = sentence.clause_words(sentence.clause(own.start));
        let parts = [Function::Before, Function::Until];
        clause.into_iter().filter_map(|at| Some((at, self.word(at)?))).any(|(at, word)| {
            parts.into_iter().any(|part| word.is_function(part))
                || (at < own.start && word.is_function(Function::After))
                || ENDING.iter().any(|concept| word.has_concept(concept))
        })
    }
}

/// Concepts of what ends a row.
const ENDING: [&str; 2] = ["end", "stop"];
