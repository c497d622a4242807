//! Numbers that count nothing: they tell one thing from others of its sort, or are a part of a name.

use crate::extract::figure::noun::is_noun;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::meaning::{Clitics, Form, Meaning, Sense};
use crate::text::hash;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::number::Number;

/// A number that counts nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// The thing that it tells from others of its sort, by key: the train of train 973; none of a name that has a number
    /// in it.
    pub of: Option<u64>,
}

/// The least number that tells a flight, a train or a room from others.
const LEAST: Number = Number::whole(100);

/// The concept of a number itself: train *number* 973.
const NUMBER: &str = "number-noun";

/// What a bare number is that tells one thing from others of its sort: a single thing stands before it, and no noun
/// that it counts behind. Ages and scores stand so as well, and are short, but where a name has the number in it.
pub(super) fn label(reading: &Reading<'_>, mention: &Mention) -> Option<Label> {
    let Value::Amount(amount) = &mention.value else { return None };
    let word = |at: usize| reading.words.get(at);
    let is_free = mention.dimension == Dimension::Number && mention.head.is_none();
    let is_beside = word(mention.words.start).is_some_and(|word| word.breaks == 0);
    let counts = word(mention.words.end).is_some_and(|next| next.breaks == 0 && may_count(reading, next));
    if !is_free || !is_beside || counts {
        return None;
    }
    let before = word(mention.words.start.checked_sub(1)?)?;
    // Before a month it is no date: a street is named for the day.
    let is_day = word(mention.words.end).is_some_and(|next| next.breaks == 0 && is_month(next));
    if is_day || is_in_name(reading, mention, before) || is_titled(reading, mention) {
        return Some(Label { of: None });
    }
    let is_long = amount.form.stated().values().all(|number| *number >= LEAST);
    thing(before).filter(|_| is_long)?;
    let is_number = before.has_concept(NUMBER);
    let numbered = if is_number { mention.words.start.checked_sub(2).and_then(word) } else { Some(before) };
    Some(Label { of: numbered.and_then(thing).map(hash::of) })
}

/// Whether a word behind a number may be what is counted: a noun, or a word of a text without capitals that no list knows
/// and that has no article.
fn may_count(reading: &Reading<'_>, next: &Word) -> bool {
    let is_plain = next.kind == TokenKind::Word && next.clitics == Clitics::default();
    let is_unknown = is_plain && next.senses.is_empty() && !next.is_common(reading.language);
    (is_noun(next) && next.clitics.preposition.is_none())
        || (is_unknown && !reading.language.grammar.capitals)
}

/// Whether a word names a month.
fn is_month(word: &Word) -> bool {
    word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Month(_)))
}

/// The single thing that a word names.
fn thing(word: &Word) -> Option<&str> {
    let single = |sense: &&Sense| sense.form == Form::One;
    word.senses.iter().filter(single).find_map(|sense| sense.meaning.concept()).map(|concept| &**concept)
}

/// Most words of a name in quotation marks that a number ends.
const TITLE: usize = 4;

/// Whether a number ends a name in quotation marks: «Falcon 9».
fn is_titled(reading: &Reading<'_>, mention: &Mention) -> bool {
    let behind = reading.quotes.partition_point(|quote| quote.words.start < mention.words.start);
    let quote = behind.checked_sub(1).and_then(|at| reading.quotes.get(at));
    quote.is_some_and(|quote| quote.words.end == mention.words.end && quote.words.len() <= TITLE)
}

/// Whether a number is a part of a name: Channel *Six*. A heading may write every word so.
fn is_in_name(reading: &Reading<'_>, mention: &Mention, before: &Word) -> bool {
    let is_capital = |word: &Word| word.capital && word.kind == TokenKind::Word;
    let first = reading.words.get(mention.words.start);
    let sentence = reading.sentences.get(reading.sentence_of(mention.words.start));
    let is_first = sentence
        .is_none_or(|sentence| sentence.is_heading || sentence.words.start + 1 >= mention.words.start);
    reading.language.grammar.capitals && !is_first && is_capital(before) && first.is_some_and(is_capital)
}
