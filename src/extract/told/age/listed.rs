//! Ages in a row: two men *aged 34 and 41*; three boys, *13, 14 and 15*; رجلان في *الـ34 والـ41* من العمر.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::age::{closes, is_age, is_sign, noun, years};
use crate::extract::told::{Teller, bound};
use crate::extract::word::Word;
use crate::fact::SlotValue;
use crate::fact::slot::Slot;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;
use crate::value::amount::Form as Amounts;
use crate::value::words::Name;
use std::ops::Range;

/// Most words between the noun of those who are so old and the first of their ages.
const NOUN: usize = 4;

/// Whose ages stand in a row of which a number is one.
pub(super) fn told(
    teller: &Teller<'_, '_>,
    kind: &Kind,
    sentence: &Sentence,
    mention: &Mention,
) -> Option<Vec<(Slot, SlotValue)>> {
    let (row, length) = row(teller, sentence, mention)?;
    let lead = row.start.checked_sub(1).filter(|at| sentence.words.contains(at))?;
    let is_aged = |at: usize| teller.is_function(at, Function::Aged);
    let follows = teller.reading.language.grammar.adjective_after_noun;
    let end = if is_aged(lead) || (follows && is_aged(row.end)) {
        lead
    } else {
        let is_set_off = is_sign(teller, lead, &[","]) && closes(teller, row.end);
        let is_bracketed = is_sign(teller, lead, &["("]) && is_sign(teller, row.end, &[")"]);
        let counted = counted(teller, sentence, lead)?;
        (counted == length && (is_set_off || is_bracketed)).then_some(lead)?
    };
    let name = people(teller, kind, sentence, end)?;
    Some(vec![(Slot::What, bound(vec![Value::Name(name)]))])
}

/// The words of a row of numbers that may be years, and how many they are.
fn row(teller: &Teller<'_, '_>, sentence: &Sentence, mention: &Mention) -> Option<(Range<usize>, i64)> {
    let mentions = teller.reading.mentions_in(sentence.words.clone());
    let at = mentions.iter().position(|other| other.words == mention.words)?;
    may_be_age(mention).then_some(())?;
    let joined =
        |one: &Mention, next: &Mention| may_be_age(one) && may_be_age(next) && joins(teller, one, next);
    let (mut first, mut last) = (at, at);
    while first > 0 && joined(&mentions[first - 1], &mentions[first]) {
        first -= 1;
    }
    while last + 1 < mentions.len() && joined(&mentions[last], &mentions[last + 1]) {
        last += 1;
    }
    let length = i64::try_from(last - first + 1).ok().filter(|length| *length > 1)?;
    Some((mentions[first].words.start..mentions[last].words.end, length))
}

/// Whether a value is a plain number of years, or was read as an age.
fn may_be_age(mention: &Mention) -> bool {
    (mention.dimension == Dimension::Number || is_age(mention)) && years(mention, true).is_some()
}

/// Whether nothing stands between two numbers but what joins them.
fn joins(teller: &Teller<'_, '_>, one: &Mention, next: &Mention) -> bool {
    let between = one.words.end..next.words.start;
    let is_joint = |at: usize| {
        let word = teller.reading.words.get(at);
        is_sign(teller, at, &[","])
            || teller.is_function(at, Function::And)
            || word.is_some_and(Word::is_article)
    };
    let own = teller.reading.words.get(next.words.start);
    let is_stuck = own.is_some_and(|word| word.clitics.conjunction.is_some());
    let has_joint =
        between.clone().any(|at| is_sign(teller, at, &[","]) || teller.is_function(at, Function::And));
    (is_stuck || has_joint) && between.into_iter().all(is_joint)
}

/// How many people the last number before a word counts, with no more than a few words between.
fn counted(teller: &Teller<'_, '_>, sentence: &Sentence, end: usize) -> Option<i64> {
    let near = end.saturating_sub(NOUN).max(sentence.words.start)..end;
    let last = teller.reading.mentions_in(near).last()?;
    let Value::Amount(amount) = &last.value else { return None };
    let Amounts::Exactly(number) = amount.form else { return None };
    number.to_whole().filter(|_| amount.unit.is_none())
}

/// The noun of several people that stands nearest before a word.
fn people(teller: &Teller<'_, '_>, kind: &Kind, sentence: &Sentence, end: usize) -> Option<Name> {
    let is_several = |at: &usize| {
        let word = teller.reading.words.get(*at);
        word.is_some_and(|word| word.summary.has_form(Form::Many) || word.summary.has_form(Form::Two))
    };
    let mut near = (end.saturating_sub(NOUN).max(sentence.words.start)..end).rev().filter(is_several);
    near.find_map(|at| noun::called(teller, at, &kind.heads))
}
