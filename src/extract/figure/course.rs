//! Courses: whether what reached a value rose or fell to it, and whether it rose or fell by a percentage. Two articles
//! that tell of one value cannot both be right where the one says that it rose and the other that it fell.

use crate::extract::figure::choice::{Choice, Reader};
use crate::extract::figure::{Figure, around, value_key};
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::topic::key_at;
use crate::extract::word::Word;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::hash;
use crate::text::token::TokenKind;

/// Furthest that a value stands behind the verb that leads to it, and before the words that look back from it.
const BEHIND: usize = 9;
const BEFORE: usize = 12;

/// Furthest that a percentage stands behind the verb that moves by it: fell *by about* 12 per cent; and where words lead
/// to it, تراجعت أسهم الشركة في بورصة عمان *بنسبة* 12 في المئة.
const MOVED: usize = 3;
const LED: usize = 14;

/// How far before the verb what it moves stands, in words.
const SUBJECT: usize = 9;

/// The concept of words that say by how much.
const BY_SO_MUCH: &str = "by-so-much";

impl Reader<'_, '_> {
    /// The course that a word tells.
    pub(super) fn course(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<Figure> {
        let state = self.state(kind, at)?;
        let back = self.carries(at, &kind.context).is_some();
        let reached =
            if back { self.reached_before(sentence, at) } else { self.reached_behind(sentence, at) };
        let moved = || self.moved(sentence, at).or_else(|| self.moved_before(sentence, at)).filter(|_| !back);
        let is_reached = reached.is_some();
        let told = reached.or_else(moved)?;
        let words = at.min(told.words.start)..told.words.end.max(at + 1);
        let key = hash::of(&(&kind.id, is_reached, value_key(&told.value)?));
        let figure = self.figure(kind, Choice { state, at, words, key, is_listed: true })?;
        if is_reached {
            return Some(figure);
        }
        // What moved may stand between the verb and the percentage.
        let is_before = told.words.end <= at;
        let of =
            if is_before { self.object(sentence, at) } else { self.subject(sentence, at, told.words.start) };
        let words = around::words(self.reading, &(at..at + 1), None);
        (!of.is_empty()).then_some(Figure { words, of, ..figure })
    }

    /// What a verb moves by a percentage that begins at `end`, by key: the nouns before it, and where verbs come first
    /// those behind it.
    fn subject(&self, sentence: &Sentence, at: usize, end: usize) -> Vec<u64> {
        let clause = sentence.clause_words(sentence.clause(at));
        let first = at.saturating_sub(SUBJECT).max(clause.start);
        let last = if self.reading.language.grammar.verb_first { end } else { at };
        // Two firms of cement have that word in their names.
        let is_noun = |near: &usize| {
            let is_named = |word: &Word| word.capital && *near > sentence.words.start;
            let is_free = |word: &Word| word.is_noun() && !is_named(word) && !self.reading.is_in_name(*near);
            *near != at && self.word(*near).is_some_and(is_free)
        };
        let nouns = (first..last).filter(is_noun);
        nouns.filter_map(|near| key_at(self.reading, near)).map(|(key, ..)| key).collect()
    }

    /// The value to which a verb leads: rose *to 2.1 per cent*.
    fn reached_behind(&self, sentence: &Sentence, at: usize) -> Option<&Mention> {
        let behind = at + 1..(at + 1 + BEHIND).min(sentence.words.end);
        let found = self.reading.mentions_in(behind).iter().find(|mention| is_amount(mention))?;
        let first = found.words.start;
        let leads = |at: usize| self.word(at).is_some_and(|word| word.is_function(Function::To));
        (leads(first) || leads(first - 1)).then_some(found)
    }

    /// The percentage by which a verb moves something: rose *12 per cent*, تراجع *بنسبة 12 في المئة*.
    fn moved(&self, sentence: &Sentence, at: usize) -> Option<&Mention> {
        let clause = sentence.clause_words(sentence.clause(at));
        let behind = at + 1..(at + 1 + LED).min(clause.end);
        let found = self.reading.mentions_in(behind).iter().find(|mention| is_amount(mention))?;
        let first = found.words.start;
        let is_plain = (at + 1..first).all(|at| {
            self.word(at).is_some_and(|word| word.kind == TokenKind::Word && !word.is_function(Function::To))
        });
        let leads = |at: usize| {
            self.word(at).is_some_and(|word| {
                let is_by = word.is_function(Function::By) || word.clitics.preposition == Some(Function::By);
                is_by || word.has_concept(BY_SO_MUCH)
            })
        };
        let is_near = first <= at + MOVED || leads(first) || leads(first - 1);
        (found.dimension == Dimension::Percent && is_plain && is_near).then_some(found)
    }

    /// The percentage right before the noun of what it moves: an *11 per cent* fall in profit.
    fn moved_before(&self, sentence: &Sentence, at: usize) -> Option<&Mention> {
        let is_noun = self.word(at).is_some_and(Word::is_noun);
        let is_first = !self.reading.language.grammar.adjective_after_noun;
        let before = at.saturating_sub(MOVED).max(sentence.words.start)..at;
        let found = self.reading.mentions_in(before).iter().next_back()?;
        let is_beside = found.words.end == at && found.dimension == Dimension::Percent;
        (is_noun && is_first && is_beside).then_some(found)
    }

    /// What the noun of a move leads to, by key: a fall *in profit*, a rise *of sales*.
    fn object(&self, sentence: &Sentence, at: usize) -> Vec<u64> {
        let clause = sentence.clause_words(sentence.clause(at));
        let leads = |at: usize| {
            self.word(at).is_some_and(|word| word.is_function(Function::In) || word.is_function(Function::Of))
        };
        let behind = at + 2..(at + 2 + MOVED).min(clause.end);
        let is_noun =
            |near: &usize| self.word(*near).is_some_and(Word::is_noun) && !self.reading.is_in_name(*near);
        let nouns = behind.filter(|_| leads(at + 1)).filter(is_noun);
        nouns.filter_map(|near| key_at(self.reading, near)).map(|(key, ..)| key).collect()
    }

    /// The value before words that look back: 2.1 per cent, *up from* 1.6.
    fn reached_before(&self, sentence: &Sentence, at: usize) -> Option<&Mention> {
        let before = at.saturating_sub(BEFORE).max(sentence.words.start)..at;
        self.reading.mentions_in(before).iter().rfind(|mention| is_amount(mention))
    }
}

const fn is_amount(mention: &Mention) -> bool {
    matches!(
        mention.dimension,
        Dimension::Percent | Dimension::Money | Dimension::Quantity | Dimension::Number
    )
}
