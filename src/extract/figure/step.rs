//! Steps: what a value tells the difference of, and not the level: in points, 17 seats *more than*, *an increase of* 600,
//! *by* half a ton.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::Hedge;
use crate::text::hash;
use crate::text::token::TokenKind;
use std::ops::Range;

/// The concepts of changes, and of words that say by how much.
const CHANGES: [&str; 2] = ["decrease", "increase"];
const BY_SO_MUCH: &str = "by-so-much";

/// How far behind a value stands than what it is more, and how far before it the verb of a change.
const BEHIND: usize = 3;
const BEFORE: usize = 8;

/// Whether a value is told in points, or as the difference from another one.
pub(super) fn is_step(reading: &Reading<'_>, mention: &Mention) -> bool {
    let is_point = |meaning: &Meaning| matches!(meaning, Meaning::PercentagePoint | Meaning::BasisPoint);
    let words = reading.words.get(mention.words.clone()).unwrap_or_default();
    match mention.dimension {
        Dimension::Percent => {
            words.iter().any(|word| word.senses.iter().any(|sense| is_point(&sense.meaning)))
        }
        Dimension::Number | Dimension::Quantity | Dimension::Range | Dimension::Money => {
            is_more_than(reading, mention) || is_change(reading, mention) || is_by_change(reading, mention)
        }
        Dimension::Ordinal
        | Dimension::Date
        | Dimension::Time
        | Dimension::Datetime
        | Dimension::Duration
        | Dimension::Set
        | Dimension::Quote
        | Dimension::Name => false,
    }
}

/// What a percentage is of, where its words tell: a share *of* a whole, or so much *more than* another.
pub(super) fn side(reading: &Reading<'_>, mention: &Mention) -> Option<u64> {
    let next = reading.words.get(mention.words.end).filter(|word| word.breaks == 0);
    let is_share =
        || next.is_some_and(|word| word.is_function(Function::Of) || word.is_function(Function::From));
    let is_more = || next.is_some_and(|word| word.is_function(Function::Other));
    if mention.dimension != Dimension::Percent {
        None
    } else if is_more_than(reading, mention) || is_more() {
        Some(hash::of("more"))
    } else {
        is_share().then(|| hash::of("share"))
    }
}

/// Whether what it is more than follows: 17 seats *more than* they had, 40 *fewer*  beds *than* before.
fn is_more_than(reading: &Reading<'_>, mention: &Mention) -> bool {
    let end = mention.words.end;
    let goes_on = |at: &usize| {
        reading.words.get(*at).is_some_and(|word| word.breaks == 0 && word.kind == TokenKind::Word)
    };
    let bounds = |word: &Word| {
        let is_bound = |meaning: &Meaning| matches!(meaning, Meaning::Hedge(Hedge::Over | Hedge::Under));
        word.tokens.len() > 1 && word.senses.iter().any(|sense| is_bound(&sense.meaning))
    };
    // "60 people, *more than half* of them": what is bounded is another value.
    let is_free = |at: usize| reading.mentions_in(at..at + 2).is_empty();
    (end..end + BEHIND).take_while(goes_on).any(|at| {
        reading.words.get(at).is_some_and(|word| {
            word.is_function(Function::Than) || (at < end + 2 && bounds(word) && is_free(at))
        })
    })
}

/// The word so many places before a value.
fn back<'r>(reading: &'r Reading<'_>, mention: &Mention, by: usize) -> Option<&'r Word> {
    mention.words.start.checked_sub(by).and_then(|at| reading.words.get(at))
}

fn has_change(word: &Word) -> bool {
    CHANGES.iter().any(|change| word.has_concept(change))
}

/// Whether a noun of a change leads to it: *an increase of* 600 acres, *بزيادة* 600 فدان.
fn is_change(reading: &Reading<'_>, mention: &Mention) -> bool {
    let is_noun = |word: &Word| has_change(word) && word.summary.has_form(Form::One);
    let leads = |word: &Word| word.is_function(Function::Of) || word.has_concept(BY_SO_MUCH);
    let right = back(reading, mention, 1);
    let is_bare = reading.language.grammar.adjective_after_noun;
    (is_bare && right.is_some_and(|word| is_noun(word) && word.clitics.preposition.is_some()))
        || (right.is_some_and(leads) && back(reading, mention, 2).is_some_and(is_noun))
}

/// Whether a verb of a change stands before what it changed *by*.
fn is_by_change(reading: &Reading<'_>, mention: &Mention) -> bool {
    let start = mention.words.start;
    let Some(sentence) = reading.sentences.get(reading.sentence_of(start)) else { return false };
    let clause = sentence.clause_words(sentence.clause(start));
    let says = |word: &Word| word.is_function(Function::By) || word.has_concept(BY_SO_MUCH);
    let own = reading.words.get(start);
    let is_led = back(reading, mention, 1).is_some_and(says)
        || own.is_some_and(|word| word.clitics.preposition == Some(Function::By));
    let before: Range<usize> = start.saturating_sub(BEFORE).max(clause.start)..start;
    let moves = |word: &Word| {
        has_change(word) && word.senses.iter().any(|sense| matches!(sense.form, Form::Past | Form::Present))
    };
    is_led && reading.words.get(before).unwrap_or_default().iter().any(moves)
}
