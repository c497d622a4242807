//! Values under a plain negation: did *not* lay off 500 workers, لم تسرح الشركة 500 عامل. What is granted is not
//! denied (the 500 workers), nor what is all there was (no one *but* 500, not *only* 500), nor a bound (no fewer than 500).

use crate::extract::attribution::{is_verb, speech};
use crate::extract::number::hedge;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Functions};
use crate::lexicon::meaning::{Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::Hedge;
use crate::lexicon::schema::speech::Speech;
use crate::text::token::TokenKind;
use std::ops::Range;

/// Furthest that a negation stands before a value, in words.
const REACH: usize = 10;

/// Most words between a negation and its verb, in a language whose verb follows its subject.
const ADVERBS: usize = 3;

/// Words behind a value that still limit it: five *only*.
const BEHIND: usize = 2;

/// Furthest that the negation of a word of denying stands before it, in words.
const NEAR: usize = 6;

/// Words that limit what is denied to a part, a time or a manner.
const LIMITS: Functions = Functions::of(&[
    Function::Every,
    Function::Until,
    Function::Alone,
    Function::Can,
    Function::May,
    Function::Soon,
    Function::Less,
    Function::Whole,
]);

/// What words of no list mean that undo a negation.
const UNDOING: [&str; 4] = ["able", "exceed", "except", "only"];

/// Words behind which something else is told.
const ENDING: Functions = Functions::of(&[
    Function::After,
    Function::Among,
    Function::And,
    Function::At,
    Function::Because,
    Function::But,
    Function::Before,
    Function::CausedBy,
    Function::During,
    Function::If,
    Function::Near,
    Function::None,
    Function::Not,
    Function::OfThem,
    Function::Or,
    Function::OutOf,
    Function::Own,
    Function::Since,
    Function::Than,
    Function::That,
    Function::When,
    Function::Where,
    Function::Which,
    Function::While,
    Function::With,
]);

/// Words that lead to where or of what something is, which is granted.
const PLACING: Functions = Functions::of(&[Function::In, Function::Of, Function::On, Function::From]);

/// Whether a text says of a value, by a plain negation, that it is not so.
#[must_use]
pub fn is_negated(reading: &Reading<'_>, words: &Range<usize>) -> bool {
    let text = Negating { reading };
    let Some(sentence) = reading.sentences.get(reading.sentence_of(words.start)) else { return false };
    let clause = sentence.clause_words(sentence.clause(words.start));
    let first = words.start.saturating_sub(REACH).max(clause.start);
    let Some(not) =
        (first..words.start).rev().find(|at| text.is(*at, |word| word.is_function(Function::Not)))
    else {
        return false;
    };
    let near = not..(words.end + BEHIND).min(clause.end);
    !text.is_granted(words)
        && !is_limited(reading, &near)
        && !(not + 1..words.start.min(not + 2)).any(|at| text.is(at, bounds))
        && text.reaches(not, words, &clause)
}

/// Whether some words behind a negation limit it: not *only*, nobody *but*, not *all*.
#[must_use]
pub fn is_limited(reading: &Reading<'_>, words: &Range<usize>) -> bool {
    let undoes = |word: &Word| {
        let common = reading.language.common_meaning(&word.normal);
        common.iter().any(|meaning| UNDOING.contains(&&**meaning))
    };
    let limits = |word: &Word| word.summary.does_any(LIMITS) || undoes(word);
    reading.words.get(words.clone()).unwrap_or_default().iter().any(limits)
}

/// Whether a word of saying or denying is turned round itself: did *not* deny, *neither* confirmed nor denied.
#[must_use]
pub fn is_undone(reading: &Reading<'_>, at: usize) -> bool {
    let text = Negating { reading };
    let floor = at.saturating_sub(NEAR);
    let says = |at: usize| text.is(at, |word| speech(word).is_some());
    let is_other = |at: usize| text.is(at, |word| is_acting(word) && speech(word).is_none());
    let mut before = (floor..at).rev().take_while(|at| {
        !is_other(*at)
            && !text.is(*at, |word| word.kind == TokenKind::Sign || word.is_function(Function::That))
    });
    let joins =
        |at: usize| text.is(at, |word| word.is_function(Function::Or) || word.is_function(Function::And));
    let not = before.find(|at| text.is(*at, |word| word.is_function(Function::Not)));
    // Another word of saying between takes the negation to itself, but where both are joined.
    not.is_some_and(|not| {
        let between = not + 1..at;
        !between.clone().any(says) || between.clone().any(joins) || joins(not) || joins(at)
    })
}

/// A text that is asked what its negations deny.
#[derive(Clone, Copy)]
struct Negating<'r, 'a> {
    reading: &'r Reading<'a>,
}

impl Negating<'_, '_> {
    fn is(&self, at: usize, test: impl Fn(&Word) -> bool) -> bool {
        self.reading.words.get(at).is_some_and(test)
    }

    /// Whether a value is of what is known already: *the* 500 workers, *its* 500 workers, العمال *الـ*500.
    fn is_granted(&self, words: &Range<usize>) -> bool {
        let tells =
            |word: &Word| self.reading.language.is_known_by(&word.normal) || word.is_function(Function::Own);
        let before = words.start.checked_sub(1).is_some_and(|before| self.is(before, tells));
        before || self.is(words.start, |word| tells(word) || word.clitics.article)
    }

    /// Whether a negation reaches a value.
    fn reaches(&self, not: usize, words: &Range<usize>, clause: &Range<usize>) -> bool {
        if self.reading.language.grammar.verb_first {
            return self.is_behind_verb(not, words.start) || self.is_behind_noun(not, words, clause);
        }
        if not + 1 == words.start {
            return self.is_set_right(not, clause);
        }
        let stops = |word: &Word| word.kind == TokenKind::Sign || word.is_function(Function::To);
        let own = |at: &usize| self.is(*at, |word| is_verb(word) || word.is_noun() || stops(word));
        let verb = (not + 1..words.start).take(ADVERBS + 1).find(own);
        let acts = verb.filter(|verb| self.is(*verb, |word| is_verb(word) && speech(word).is_none()));
        let Some(verb) = acts else { return false };
        let follows = |at: usize| {
            let leads =
                at.checked_sub(1).is_some_and(|to| self.is(to, |word| word.is_function(Function::To)));
            self.is(at, is_acting) && !leads
        };
        let goes_on = |at: usize| {
            !self.is(at, |word| is_acting(word) || self.ends(word) || word.summary.does_any(PLACING))
        };
        (verb + 1..words.start).all(goes_on) && !(words.end..clause.end).take(REACH).any(follows)
    }

    /// Whether a negation right before a value sets it right: it is *not* 12.
    fn is_set_right(&self, not: usize, clause: &Range<usize>) -> bool {
        let leads =
            |word: &Word| word.kind == TokenKind::Sign || is_verb(word) || word.summary.is(Class::Stop);
        let is_led =
            not > clause.start && self.is(not - 1, |word| leads(word) && !word.summary.is(Class::Function));
        is_led && self.is(not, |word| !word.capital)
    }

    /// Whether nothing but a verb and its subject stand between a negation and a value, where verbs come first.
    fn is_behind_verb(&self, not: usize, start: usize) -> bool {
        let acts = |word: &Word| {
            let may_act = word.senses.is_empty() && self.reading.language.may_begin_present(&word.normal);
            (is_verb(word) || may_act) && !word.clitics.article && !only_says(word)
        };
        let is_verb_next = not + 1 < start && self.is(not + 1, acts);
        let is_subject = |at: usize| {
            let placing = |word: &Word| word.summary.does_any(PLACING);
            let is_placed = |word: &Word| placing(word) && !(at..start).any(|at| self.is_whole(at));
            !self.is(at, |word| is_acting(word) || self.ends(word) || is_placed(word))
        };
        is_verb_next && (not + 2..start).all(is_subject)
    }

    /// Whether nothing but nouns stand between a negation and a bare number that ends what is said: the toll *is not* 12.
    fn is_behind_noun(&self, not: usize, words: &Range<usize>, clause: &Range<usize>) -> bool {
        let is_subject = |word: &Word| (word.is_noun() || word.senses.is_empty()) && !self.ends(word);
        let is_last = words.end >= clause.end || self.is(words.end, |word| word.kind == TokenKind::Sign);
        words.len() == 1
            && is_last
            && not + 1 < words.start
            && (not + 1..words.start).all(|at| self.is(at, is_subject))
            && self.is(words.start - 1, |word| word.clitics.article || word.clitics.pronoun)
    }

    /// Whether a noun needs no other behind it: it has the article, or it is a name.
    fn is_whole(&self, at: usize) -> bool {
        let is_named = self
            .reading
            .entities_in(at.saturating_sub(REACH)..at + 1)
            .any(|entity| entity.words.contains(&at));
        is_named || self.is(at, |word| word.clitics.article)
    }

    fn ends(&self, word: &Word) -> bool {
        word.kind == TokenKind::Sign || word.summary.does_any(ENDING) || speech(word).is_some_and(is_act)
    }
}

/// Whether a word bounds a number, which a negation turns round.
#[must_use]
pub fn bounds(word: &Word) -> bool {
    !matches!(hedge::of(word), None | Some(Hedge::About | Hedge::AtMost | Hedge::Exactly))
}

/// Whether a way of speaking is an act of somebody.
const fn is_act(speech: Speech) -> bool {
    !matches!(speech, Speech::AccordingTo)
}

/// Whether a word is a verb of saying and nothing else.
fn only_says(word: &Word) -> bool {
    let is_other = |sense: &Sense| matches!(sense.meaning, Meaning::Concept(_) | Meaning::Hedge(_));
    speech(word).is_some() && !word.senses.iter().any(is_other)
}

/// Whether a word can be nothing but a verb.
fn is_acting(word: &Word) -> bool {
    is_verb(word) && !word.is_noun()
}
