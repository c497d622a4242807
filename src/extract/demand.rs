//! Demands: what somebody asked for, as a union a rise of *6.5 per cent* or a prosecutor a term of *12 years*.

use crate::extract::attribution::is_verb;
use crate::extract::bind;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Fact, Modality};
use crate::lexicon::class::Functions;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State, ValueType};
use crate::lexicon::schema::telling::Telling;
use std::collections::BTreeSet;
use std::ops::Range;

/// Furthest that what is asked for stands behind the verb, in words.
const BEHIND: usize = 10;

/// Furthest that the one who asks stands from the verb, in words.
const SUBJECT: usize = 6;

/// Words that lead away from what is asked for.
const ENDING: Functions =
    Functions::of(&[Function::After, Function::Before, Function::But, Function::From, Function::While]);

/// What somebody asked for.
#[derive(Clone, Debug)]
pub struct Demand {
    /// How much, as a fact.
    pub fact: Fact,
    /// Who asked, by the states of the kind.
    pub sorts: BTreeSet<String>,
}

/// The demands that a text tells.
#[must_use]
pub fn demands(reading: &Reading<'_>, article: ArticleIdx) -> Vec<Demand> {
    let mut demands = Vec::new();
    for kind in reading.lexicon.told(Telling::Demand) {
        let view = View { reading, kind, article };
        let tells = |sentence: &&Sentence| {
            sentence.marks.meets(kind.states.marks()) && sentence.marks.meets(kind.triggers.marks())
        };
        let asked = |sentence: &Sentence| -> Vec<Demand> {
            sentence.words.clone().flat_map(|at| view.asked(sentence, at)).collect()
        };
        demands.extend(reading.sentences.iter().filter(tells).flat_map(asked));
    }
    demands
}

/// Whether somebody asks for a sum, a share or a length in its clause, as far as the words tell.
pub(super) fn is_asked(reading: &Reading<'_>, mention: &Mention) -> bool {
    let is_of = |kind: &&Kind| is_of(mention, kind.value);
    let Some(kind) = reading.lexicon.told(Telling::Demand).find(is_of) else { return false };
    let start = mention.words.start;
    let Some(sentence) = reading.sentences.get(reading.sentence_of(start)) else { return false };
    if !sentence.marks.meets(kind.triggers.marks()) {
        return false;
    }
    let clause = sentence.clause_words(sentence.clause(start));
    let near = start.saturating_sub(BEHIND).max(clause.start)..start;
    let goes_on = |word: &&Word| !word.summary.does_any(ENDING);
    let words = reading.words.get(near).unwrap_or_default();
    words.iter().rev().take_while(goes_on).any(|word| is_verb(word) && word.has_any(&kind.triggers))
}

struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    kind: &'r Kind,
    article: ArticleIdx,
}

impl View<'_, '_> {
    /// What a verb of asking leads to.
    fn asked(&self, sentence: &Sentence, at: usize) -> Vec<Demand> {
        let asks = self.word(at).is_some_and(|word| is_verb(word) && word.has_any(&self.kind.triggers));
        let is_so = || matches!(self.reading.modality(at), Modality::Actual | Modality::Planned);
        if !asks || !is_so() {
            return Vec::new();
        }
        let Some((asker, sorts)) = self.asker(sentence, at) else { return Vec::new() };
        let behind = at.max(asker) + 1..(at + 1 + BEHIND).min(sentence.words.end);
        let ends = |at: &usize| self.word(*at).is_some_and(|word| word.summary.does_any(ENDING));
        let end = behind.clone().find(ends).unwrap_or(behind.end);
        if behind.start >= end {
            return Vec::new();
        }
        let values = self.reading.mentions_in(behind.start..end).iter();
        let values = values.filter(|mention| is_of(mention, self.kind.value));
        values.map(|mention| Demand { fact: self.fact(mention), sorts: sorts.clone() }).collect()
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.reading.words.get(at)
    }

    /// Who asks: the nearest before the verb, and where verbs come first right behind it.
    fn asker(&self, sentence: &Sentence, at: usize) -> Option<(usize, BTreeSet<String>)> {
        let said = |at: usize| Some((at, self.sorts(at))).filter(|(_, sorts)| !sorts.is_empty());
        let before = at.saturating_sub(SUBJECT).max(sentence.words.start)..at;
        let behind: Range<usize> = at + 1..(at + 1 + SUBJECT / 2).min(sentence.words.end);
        let verb_first = self.reading.language.grammar.verb_first;
        let behind = || behind.filter(|_| verb_first).find_map(said);
        behind().or_else(|| before.rev().find_map(said))
    }

    fn sorts(&self, at: usize) -> BTreeSet<String> {
        let says = |state: &&State| self.word(at).is_some_and(|word| word.says_any(&state.concepts));
        let states = self.word(at).into_iter().flat_map(|word| word.states(self.kind));
        states.filter(says).map(|state| state.state.clone()).collect()
    }

    fn fact(&self, mention: &Mention) -> Fact {
        bind::bare(self.reading, self.article, self.kind, &mention.words, mention.value.clone())
    }
}

/// Whether a mention has a value of a type.
fn is_of(mention: &Mention, value: ValueType) -> bool {
    let sorts = [
        (Dimension::Percent, ValueType::Percent),
        (Dimension::Money, ValueType::Money),
        (Dimension::Duration, ValueType::Duration),
    ];
    sorts.contains(&(mention.dimension, value))
}
