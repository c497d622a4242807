//! Who it is whose age stands beside what he is: *the doctor*, 47, where the text calls Ruth Pellew a doctor and nobody
//! else.

use crate::extract::attribution::is_verb;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::told::age::is_sign;
use crate::extract::told::{Teller, bound};
use crate::extract::word::Word;
use crate::fact::SlotValue;
use crate::fact::slot::Slot;
use crate::lexicon::meaning::{Form, Sense};
use crate::lexicon::schema::function::Function;
use crate::text::hash;
use crate::text::token::TokenKind;
use crate::value::Value;
use std::collections::BTreeSet;
use std::ops::Range;

/// Furthest that the noun stands from the years, in words.
const NEAR: usize = 6;

/// Words of a text among which those are looked for who are called so: what is longer tells of many.
const LONG: usize = 4096;

/// Most words between a name and the noun that says what somebody is.
const BESIDE: usize = 4;

/// The slots of an age, with the name of whoever is meant beside what he is.
pub(super) fn named(
    teller: &Teller<'_, '_>,
    words: &Range<usize>,
    slots: Vec<(Slot, SlotValue)>,
) -> Vec<(Slot, SlotValue)> {
    let [(slot, called)] = slots.as_slice() else { return slots };
    let is_office = |value: &Value| matches!(value, Value::Name(name) if name.is_office());
    if *slot != Slot::What && !called.values.iter().all(is_office) {
        return slots;
    }
    let keys: BTreeSet<&str> = called.values.iter().flat_map(keys_of).collect();
    let says = |at: usize, many: bool| {
        let is_it = |sense: &Sense| {
            let id = sense.meaning.concept().or_else(|| sense.meaning.role());
            let is_many = matches!(sense.form, Form::Two | Form::Many);
            let is_person = |id: &str| {
                sense.meaning.role().is_some() || teller.reading.lexicon.is_of_people(hash::of(id))
            };
            id.is_some_and(|id| keys.contains(&**id) && is_person(id)) && is_many == many
        };
        teller.reading.words.get(at).is_some_and(|word| word.senses.iter().any(is_it))
    };
    // Another article may tell no more than what he is.
    let what = (*slot == Slot::What).then(|| (Slot::What, called.clone()));
    let both = |person| what.iter().cloned().chain([(Slot::Who, person)]).collect();
    let is_it = |at: &usize| says(*at, false);
    let before = (words.start.saturating_sub(NEAR)..words.start).rev();
    let Some(noun) = before.chain(words.end..words.end + NEAR).find(is_it) else { return slots };
    if let Some(person) = apposed(teller, noun, words) {
        return both(person);
    }
    let last = teller.reading.words.len().min(LONG);
    let are_many = || (0..last).any(|at| says(at, true));
    let is_sole = is_known(teller, noun) && !are_many();
    let person = || is_sole.then(|| only(teller, |at| says(at, false))).flatten();
    person().map_or_else(|| slots.clone(), both)
}

fn keys_of(value: &Value) -> Vec<&str> {
    // The key of an office holds all that it is of.
    let Value::Name(name) = value else { return Vec::new() };
    name.keys.iter().flat_map(|key| key.split(':')).collect()
}

/// The person in apposition to whom a noun before the years stands: Ruth Pellew, *a family doctor* who is 47.
fn apposed(teller: &Teller<'_, '_>, noun: usize, words: &Range<usize>) -> Option<SlotValue> {
    let word = |at: usize| teller.reading.words.get(at);
    let is_plain = |at: usize| {
        word(at).is_some_and(|word| word.kind == TokenKind::Word && word.breaks == 0 && !is_verb(word))
    };
    if noun >= words.start {
        return None;
    }
    let first = noun.saturating_sub(BESIDE);
    let comma = (first..noun).rev().find(|at| !is_plain(*at)).filter(|at| is_sign(teller, *at, &[","]));
    let opens = comma.filter(|at| word(at + 1).is_some_and(Word::may_be_article));
    let follows = teller.reading.language.grammar.adjective_after_noun;
    let end = if follows { Some(comma.unwrap_or(noun)) } else { opens };
    let person = person_before(teller, end?)?;
    Some(bound(Teller::names(person)))
}

/// The person whose name ends before a word.
fn person_before<'r>(teller: &Teller<'r, '_>, end: usize) -> Option<&'r Entity> {
    let mut near = teller.reading.entities_in(end.saturating_sub(BESIDE)..end);
    near.rfind(|entity| entity.words.end == end && is_full(entity))
}

/// Whether an entity is a person by a name in full.
fn is_full(entity: &Entity) -> bool {
    entity.kind == EntityKind::Person && entity.names.iter().any(|name| name.is_full())
}

/// Whether it is known who is meant by a noun: *the* doctor.
fn is_known(teller: &Teller<'_, '_>, noun: usize) -> bool {
    let word = |at: usize| teller.reading.words.get(at);
    if teller.reading.language.grammar.adjective_after_noun {
        let is_tied = word(noun + 1).is_some_and(|next| next.breaks == 0 && next.clitics.article);
        return is_tied || word(noun).is_some_and(|word| word.clitics.article || word.clitics.pronoun);
    }
    let mut before = (noun.saturating_sub(BESIDE)..noun).rev();
    let article = before.find(|at| word(*at).is_some_and(Word::is_article) || is_any(teller, *at));
    article.is_some_and(|at| !is_any(teller, at))
}

/// Whether a word is an article that says not which one.
fn is_any(teller: &Teller<'_, '_>, at: usize) -> bool {
    teller.is_function(at, Function::Per)
}

/// The only person whom the text calls so beside the name.
fn only(teller: &Teller<'_, '_>, says: impl Fn(usize) -> bool) -> Option<SlotValue> {
    let word = |at: usize| teller.reading.words.get(at);
    let is_plain = |at: &usize| {
        word(*at).is_some_and(|word| word.kind == TokenKind::Word && word.breaks == 0 && !is_verb(word))
    };
    let is_called = |person: &&Entity| {
        let (start, end) = (person.words.start, person.words.end);
        let before = (start.saturating_sub(2)..start).rev().take_while(is_plain);
        let follows = teller.reading.language.grammar.adjective_after_noun;
        let first = if is_sign(teller, end, &[","]) { Some(end + 1) } else { follows.then_some(end) };
        let behind = first.into_iter().flat_map(|first| first..first + BESIDE).take_while(is_plain);
        before.chain(person.words.clone()).chain(behind).any(&says)
    };
    let people = teller.reading.entities_in(0..LONG).filter(|entity| is_full(entity)).filter(is_called);
    let mut people = people.collect::<Vec<_>>().into_iter();
    let first = people.next()?;
    let is_same =
        |other: &Entity| other.names.iter().any(|name| first.names.iter().any(|own| own.is_same(name)));
    people.all(is_same).then(|| bound(Teller::names(first)))
}
