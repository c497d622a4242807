//! In what sense the words of a clause are meant: as done, planned, possible.

use crate::extract::attribution::{self, is_verb, speech};
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::fact::Modality;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use std::cell::Cell;
use std::ops::Range;

/// Words before "that" within which an expectation governs what follows.
const GOVERNED: usize = 3;

impl Reading<'_> {
    /// The modality of a word's clause; read once for each word, since every fact asks it.
    #[must_use]
    pub fn modality(&self, word: usize) -> Modality {
        let known = self.modalities.get(word);
        known.and_then(Cell::get).unwrap_or_else(|| {
            let modality = self.read_modality(word);
            known.iter().for_each(|known| known.set(Some(modality)));
            modality
        })
    }

    fn read_modality(&self, word: usize) -> Modality {
        let Some(sentence) = self.sentences.get(self.sentence_of(word)) else { return Modality::Actual };
        let number = sentence.clause(word);
        let mut clause = sentence.clause_words(number);
        if self.words.get(clause.start).is_some_and(|word| word.is_function(Function::That)) && number > 0 {
            // "It is expected *that*": the word that says in what sense stands before.
            clause.start = clause.start.saturating_sub(GOVERNED).max(sentence.words.start);
        }
        let (first, last) = (clause.start, clause.end);
        let of_them = |at: &usize| self.words.get(*at).is_some_and(|word| word.is_function(Function::OfThem));
        // "Five villages, two *of which* can be reached": what is told of some is not told of all.
        clause.end = (word + 1..last).find(of_them).unwrap_or(last);
        clause.start = (first..word).rev().find(of_them).unwrap_or(first);
        // "The minister, in office since 2017, *said* he would go": what stands before the verb is as it is.
        let says =
            |at: &usize| self.words.get(*at).is_some_and(|word| is_verb(word) && speech(word).is_some());
        clause.end = (word + 1..clause.end).find(says).map_or(clause.end, |verb| verb + 1);
        // "It began on Tuesday *and will* last ten days": what follows is of what follows.
        clause.end = (word + 1..clause.end).find(|at| self.turns_ahead(*at, &clause)).unwrap_or(clause.end);
        let inside = self.attribution(word).filter(|attribution| attribution.at < clause.start);
        attribution::modality(
            &self.words,
            clause,
            inside.map(|attribution| attribution.speech),
            self.language,
        )
    }

    /// Whether a word joins to a clause what is still to come or may be: "and will", or a verb ahead behind one that is
    /// past.
    fn turns_ahead(&self, at: usize, clause: &Range<usize>) -> bool {
        let ahead = [Function::Will, Function::Can, Function::May, Function::Expected];
        let leads = |word: &Word| ahead.into_iter().any(|function| word.is_function(function));
        let Some(word) = self.words.get(at) else { return false };
        let joins = word.is_function(Function::And) && self.words.get(at + 1).is_some_and(leads);
        let is_past = |at: usize| {
            let word = self.words.get(at);
            word.is_some_and(|word| is_verb(word) && word.summary.has_form(Form::Past))
        };
        joins || (word.clitics.future && (clause.start..at).any(is_past))
    }
}
