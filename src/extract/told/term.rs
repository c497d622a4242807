//! For how long somebody was sentenced: a length of time beside a sentence, with the person on whom it was passed.
//!
//! Terms are told of many: those of others, those that were asked for, the longest that a law knows. Only a
//! person who is named in the words of the sentence is the one whose term it is.

use crate::extract::entity::{Entity, EntityKind};
use crate::extract::kind;
use crate::extract::mention::Mention;
use crate::extract::sentence::Sentence;
use crate::extract::told::{Teller, age, bound};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Form;

/// Furthest that the word of a sentence stands from its term, in words; behind a name and "for" it may stand further.
const NEAR: usize = 4;
const FAR: usize = 16;

/// Furthest that the one who is sentenced stands from the word of the sentence, in words.
const PERSON: usize = 12;

/// The terms that a sentence of the text tells.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    mentions.filter_map(|mention| fact(teller, sentence, kind, mention)).collect()
}

fn fact(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, mention: &Mention) -> Option<Fact> {
    let Value::Duration(duration) = &mention.value else { return None };
    let is_plausible = kind::is_plausible(teller.reading, kind, &mention.value);
    let is_term = matches!(duration.form, Form::Exactly(_)) && is_plausible && !age::is_age(mention);
    let is_term = is_term && !age::is_apposed(teller, mention);
    let passed = passed(teller, sentence, kind, mention).filter(|_| is_term)?;
    let clause = teller.clause(sentence, passed);
    let is_other = |at: usize| teller.concept_of(at, &kind.unless).is_some();
    let start = passed.saturating_sub(FAR).max(sentence.words.start);
    let is_passed = teller.reading.modality(mention.words.start) == Modality::Actual
        && !(start..mention.words.end).any(is_other)
        && !clause.clone().any(is_other);
    let person = person(teller, sentence, passed, mention).filter(|_| is_passed);
    let who = person.map(|person| (Slot::Who, bound(Teller::names(person))));
    Some(teller.fact(kind, &mention.words, mention.value.clone(), who))
}

/// The word of the sentence whose term a length of time is.
fn passed(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, mention: &Mention) -> Option<usize> {
    let (first, end) = (mention.words.start, mention.words.end);
    let is_for = |at: usize| teller.is_function(at, Function::For) || teller.is_function(at, Function::To);
    let goes_on = is_for(first) || first.checked_sub(1).is_some_and(is_for);
    let reach = if goes_on { FAR } else { NEAR };
    let near = first.saturating_sub(reach).max(sentence.words.start)..(end + NEAR).min(sentence.words.end);
    let is_sign = |at: usize| teller.reading.words.get(at).is_some_and(|word| word.kind == TokenKind::Sign);
    let is_parted = |at: usize| (end..at).any(is_sign);
    let tells = |at: &usize| teller.concept_of(*at, &kind.triggers).is_some() && !is_parted(*at);
    let told = near.filter(tells).min_by_key(|at| at.abs_diff(first));
    told.or_else(|| {
        let far = first.saturating_sub(FAR).max(sentence.words.start)..first;
        far.rev().find(tells).filter(|at| (at + 1..first).all(|between| is_of_person(teller, between)))
    })
}

/// Whether a word between a sentence and its term tells no more than on whom it was passed.
fn is_of_person(teller: &Teller<'_, '_>, at: usize) -> bool {
    let near = at.saturating_sub(FAR)..at + 1;
    let is_age = |mention: &Mention| mention.words.contains(&at) && age::is_age(mention);
    let is_bracket = |word: &Word| word.is_sign("(") || word.is_sign(")");
    teller.reading.entities_in(near.clone()).any(|entity| entity.words.contains(&at))
        || teller.reading.mentions_in(near).iter().any(is_age)
        || teller.reading.words.get(at).is_some_and(is_bracket)
}

/// The person who is named next to the word of a sentence and its term.
fn person<'r>(
    teller: &Teller<'r, '_>,
    sentence: &Sentence,
    passed: usize,
    mention: &Mention,
) -> Option<&'r Entity> {
    let (first, last) = (passed.min(mention.words.start), passed.max(mention.words.end));
    let near =
        first.saturating_sub(PERSON).max(sentence.words.start)..(last + PERSON).min(sentence.words.end);
    let is_named = |entity: &&Entity| {
        entity.kind == EntityKind::Person && entity.names.iter().any(|name| !name.is_office())
    };
    let distance = |entity: &&Entity| {
        let (start, end) = (entity.words.start, entity.words.end);
        if end <= first { first - end } else { start.saturating_sub(last) }
    };
    teller.reading.entities_in(near).filter(is_named).min_by_key(distance)
}
