//! For how long somebody was sentenced: a length of time beside a sentence, with the person on whom it was passed.
//!
//! Terms are told of many: those of others, those that were asked for, the longest that a law knows. Only a
//! person who is named in the words of the sentence is the one whose term it is.

use crate::extract::attribution::is_verb;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::kind;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::person::is_named;
use crate::extract::told::{Teller, age, bound};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality};
use crate::lexicon::class::{Class, Functions};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Form;
use std::ops::Range;

/// Furthest that the word of a sentence stands from its term, in words; behind a name and "for" it may stand further.
const NEAR: usize = 4;
const FAR: usize = 16;
const OWN: usize = 7;

/// Furthest that the one who is sentenced stands from the word of the sentence, in words.
const PERSON: usize = 12;

/// How far behind a term the others may stand whose it is, in words.
const BEHIND: usize = 3;

/// Sentences before within which a sentence is told of those who *got* so long.
const AROUND: usize = 2;

/// The concepts of a noun of length, and of verbs by which somebody comes to have something.
const DURATION: &str = "duration-noun";
const GIVEN: [&str; 2] = ["give", "receive"];

/// The terms that a sentence of the text tells. Where one stands behind "for", years right behind a name are an age.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    let term = |mention| Some((mention, fact(teller, sentence, kind, mention)?));
    let terms: Vec<(&Mention, Fact)> = mentions.filter_map(term).collect();
    let has_led = terms.iter().any(|(mention, _)| is_led(teller, mention));
    let is_term =
        |mention: &Mention| is_led(teller, mention) || !(has_led && is_behind_name(teller, mention));
    terms.into_iter().filter(|(mention, _)| is_term(mention)).map(|(_, fact)| fact).collect()
}

/// Whether "for" or a noun of length leads to a length of time.
fn is_led(teller: &Teller<'_, '_>, mention: &Mention) -> bool {
    let leads = |at: usize| {
        teller.is_function(at, Function::For)
            || teller.is_function(at, Function::To)
            || teller.reading.words.get(at).is_some_and(|word| word.has_concept(DURATION))
    };
    let first = mention.words.start;
    leads(first) || first.checked_sub(1).is_some_and(leads)
}

/// Whether a length of time stands right behind a person.
fn is_behind_name(teller: &Teller<'_, '_>, mention: &Mention) -> bool {
    let first = mention.words.start;
    let mut before = teller.reading.entities_in(first.saturating_sub(PERSON)..first);
    before.any(|entity| entity.kind == EntityKind::Person && entity.words.end == first)
}

fn fact(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, mention: &Mention) -> Option<Fact> {
    let Value::Duration(duration) = &mention.value else { return None };
    let is_term = matches!(duration.form, Form::Exactly(_)) && !age::is_age(mention);
    let passed = is_term.then(|| passed(teller, sentence, kind, mention)).flatten()?;
    if age::is_apposed(teller, mention)
        || is_of_other_deed(teller, passed, mention)
        || !kind::is_plausible(teller.reading, kind, &mention.value)
    {
        return None;
    }
    let clause = teller.clause(sentence, passed);
    let is_other = |at: usize| teller.concept_of(at, &kind.unless).is_some();
    let told = passed.min(mention.words.start)..(mention.words.end + BEHIND).min(sentence.words.end);
    let is_of_others = told.into_iter().any(|at| teller.is_function(at, Function::Other));
    let start = passed.saturating_sub(FAR).max(sentence.words.start);
    // Who "will go to prison" has been sentenced.
    let goes_there = teller.concept_of(passed, &kind.heads).is_some();
    let modality = teller.reading.modality(mention.words.start);
    let is_passed = !is_of_others
        && (modality == Modality::Actual || (modality == Modality::Planned && goes_there))
        && !(start..mention.words.end).any(is_other)
        && !clause.clone().any(is_other);
    let person = person(teller, sentence, passed, mention).filter(|_| is_passed);
    // A ban or absence of nobody who is named is anybody's.
    if kind.told == Telling::Out && person.is_none() {
        return None;
    }
    let who = person.map(|person| (Slot::Who, bound(Teller::names(person))));
    let mut fact = teller.fact(kind, &mention.words, mention.value.clone(), who);
    if is_passed {
        fact.modality = Modality::Actual;
    } else if fact.modality == Modality::Actual {
        fact.modality = Modality::Possible;
    }
    Some(fact)
}

/// Words that part a term from a deed before or after which it was: nine years *before* he was jailed.
const PARTING: Functions =
    Functions::of(&[Function::After, Function::Before, Function::When, Function::While]);

/// Whether a length of time is of something else than of the sentence beside it: it lies between two deeds, or another
/// verb with a length of its own stands between: 24 years in prison, *suspended for* two years.
fn is_of_other_deed(teller: &Teller<'_, '_>, passed: usize, mention: &Mention) -> bool {
    let word = |at: usize| teller.reading.words.get(at);
    let parts = |at: usize| word(at).is_some_and(|word| word.summary.does_any(PARTING));
    let behind = mention.words.end..passed.max(mention.words.end);
    // "To prison for a term of seven years after he was convicted" is led to by what says how long.
    let is_apart = !is_led(teller, mention) && kind::timed::is_distance(teller.reading, mention);
    if is_apart || behind.into_iter().any(parts) {
        return true;
    }
    let between = passed + 1..mention.words.start.max(passed + 1);
    let is_length = |other: &Mention| other.dimension == Dimension::Duration && !age::is_age(other);
    let last = teller.reading.mentions_in(between.clone()).iter().rfind(|other| is_length(other));
    let from = last.map(|last| last.words.end);
    let acts = |at: usize| word(at).is_some_and(|word| is_verb(word) && !word.is_noun());
    from.is_some_and(|from| (from..between.end).any(acts))
}

/// The word of the sentence whose term a length of time is.
fn passed(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, mention: &Mention) -> Option<usize> {
    let (first, end) = (mention.words.start, mention.words.end);
    let goes_on = is_led(teller, mention);
    // What is no sentence of a court stands by itself: يغيب اللاعب فلان عن الملاعب شهرين.
    let own = if kind.told == Telling::Out { OWN } else { NEAR };
    let reach = if goes_on { FAR } else { own };
    let near = first.saturating_sub(reach).max(sentence.words.start)..(end + NEAR).min(sentence.words.end);
    let is_sign = |at: usize| teller.reading.words.get(at).is_some_and(|word| word.kind == TokenKind::Sign);
    let is_parted = |at: usize| (end..at).any(is_sign);
    // Most sentences tell of no such thing.
    let may_tell = sentence.marks.meets(kind.triggers.marks());
    let tells = |at: &usize| may_tell && teller.concept_of(*at, &kind.triggers).is_some() && !is_parted(*at);
    let told = near.clone().filter(tells).min_by_key(|at| at.abs_diff(first));
    let far = || {
        let far = first.saturating_sub(FAR).max(sentence.words.start)..first;
        far.rev().find(tells).filter(|at| is_of_person(teller, at + 1..first))
    };
    // "Sent him to prison for six years": where a court decides.
    let imprisons = || {
        let place = |at: &usize| teller.concept_of(*at, &kind.heads).is_some();
        let found = near.clone().filter(|at| *at < first && goes_on).rev().find(place);
        found.filter(|_| tells_of(teller, first, &kind.context))
    };
    told.or_else(far).or_else(imprisons).or_else(|| given(teller, kind, mention))
}

/// The verb right before a length that somebody *was given* or *got*, in a text that just told of a sentence.
fn given(teller: &Teller<'_, '_>, kind: &Kind, mention: &Mention) -> Option<usize> {
    let verb = mention.words.start.checked_sub(1)?;
    let gives = |word: &Word| GIVEN.iter().any(|concept| word.has_concept(concept)) && !word.is_noun();
    let of_court = || tells_of(teller, verb, &kind.triggers);
    let goes_on = teller.is_function(mention.words.end, Function::Of)
        || teller.reading.words.get(mention.words.end).is_some_and(|word| word.breaks == 0 && word.is_noun());
    teller.reading.words.get(verb).filter(|word| gives(word) && !goes_on && of_court()).map(|_| verb)
}

/// Whether the sentence of a word, or one right before it, has a word of some concepts.
fn tells_of(teller: &Teller<'_, '_>, at: usize, concepts: &Concepts) -> bool {
    let idx = teller.reading.sentence_of(at);
    let near = teller.reading.sentences.get(idx.saturating_sub(AROUND)..=idx).unwrap_or_default();
    let near = near.iter().filter(|sentence| sentence.marks.meets(concepts.marks()));
    let mut words = near.flat_map(|sentence| sentence.words.clone());
    words.any(|at| teller.concept_of(at, concepts).is_some())
}

/// Whether the words between a sentence and its term tell no more than on whom it was passed: his name, what he is,
/// and how old.
fn is_of_person(teller: &Teller<'_, '_>, between: Range<usize>) -> bool {
    let near = between.start.saturating_sub(FAR)..between.end;
    let says = |at: usize| {
        let is_age = |mention: &Mention| mention.words.contains(&at) && age::is_age(mention);
        let is_name = || teller.reading.entities_in(near.clone()).any(|entity| entity.words.contains(&at));
        let is_age = || teller.reading.mentions_in(near.clone()).iter().any(is_age);
        let is_plain = |word: &Word| {
            let is_bracket = word.is_sign("(") || word.is_sign(")") || word.is_sign("\"");
            let is_noun =
                word.kind == TokenKind::Word && (word.senses.is_empty() || word.concept().is_some());
            let is_former = word.is_function(Function::Previous);
            is_bracket || is_former || ((is_noun || word.summary.is(Class::Role)) && !is_verb(word))
        };
        is_name() || is_age() || teller.reading.words.get(at).is_some_and(is_plain)
    };
    let is_length = |mention: &Mention| mention.dimension == Dimension::Duration;
    let lengths = teller.reading.mentions_in(between.clone());
    !lengths.iter().any(is_length) && between.into_iter().all(says)
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
    let distance = |entity: &&Entity| {
        let (start, end) = (entity.words.start, entity.words.end);
        if end <= first { first - end } else { start.saturating_sub(last) }
    };
    teller.reading.entities_in(near).filter(is_named).min_by_key(distance)
}
