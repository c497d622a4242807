//! What is the first or the worst since a time, and the time of one that is named: the worst *storm* since
//! *Idai in 2019*.

use crate::extract::attribution::is_verb;
use crate::extract::frame;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::Teller;
use crate::extract::word::Word;
use crate::fact::{Binding, SlotValue};
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::telling::Telling;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::keys::NameKeys;
use crate::value::words::Name;

/// Furthest that "since" stands before the time of the one that it names, in words.
const NAMED: usize = 9;

/// Furthest that a thing stands behind the word that ranks it, in words.
const BEHIND: usize = 7;

/// The concept of words that count what they stand before: the worst *toll* of fires.
const COUNTS: [&str; 2] = ["number-noun", "toll"];

/// The word "since" before what a time dates: since *the storm of* 1999.
pub(super) fn since(teller: &Teller<'_, '_>, sentence: &Sentence, mention: &Mention) -> Option<usize> {
    if !matches!(mention.dimension, Dimension::Date | Dimension::Datetime) {
        return None;
    }
    let start = mention.words.start.saturating_sub(NAMED).max(sentence.words.start);
    let is_sign = |at: usize| teller.reading.words.get(at).is_some_and(|word| word.kind == TokenKind::Sign);
    let before = (start..mention.words.start).rev().take_while(|at| !is_sign(*at));
    let since = before.into_iter().find(|at| teller.is_function(*at, Function::Since))?;
    let others = teller.reading.mentions_in(since..mention.words.start);
    others.iter().all(|other| other.words.start >= mention.words.start).then_some(since + 1)
}

/// The thing that a word at `rank` ranks, where it is told before `since`.
pub(super) fn thing(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    mention: &Mention,
    (rank, since): (usize, usize),
) -> Option<SlotValue> {
    let word = |at: usize| teller.reading.words.get(at);
    let follows = teller.reading.language.grammar.adjective_after_noun;
    let end = sentence.words.end.min(rank + 1 + BEHIND);
    let end = if since > rank { end.min(since) } else { end };
    let is_open = |at: &usize| !ends(teller, *at);
    let nouns: Vec<usize> = (rank + 1..end)
        .take_while(is_open)
        .filter(|at| word(*at).is_some_and(|word| noun(word).is_some()))
        .collect();
    // "The worst since": an adjective with its article goes with the noun before it.
    let before = || {
        let has_article = word(rank).is_some_and(|word| word.clitics.article);
        let near = rank.saturating_sub(1)..rank;
        near.rev().filter(|_| follows && has_article).find(|at| word(*at).and_then(noun).is_some())
    };
    // "The visit *is the first* since", "the visit, *the first* since".
    let subject = || {
        let near = (sentence.words.start..rank).rev().take(BEHIND);
        let is_empty = |at: &usize| {
            word(*at).is_some_and(|word| {
                word.is_sign(",") || (word.concept().is_none() && !word.senses.is_empty())
            })
        };
        let noun_at = near
            .filter(|at| !is_empty(at))
            .find(|at| !follows || word(*at).is_some_and(|word| noun(word).is_some()))?;
        // "The clash *is the worst*", "a visit, which *is the first*", and no place in which it was.
        let before = noun_at.checked_sub(1).and_then(word);
        let is_parted = (noun_at..rank).any(|at| word(at).is_some_and(|word| word.is_sign(",")));
        let is_free = word(noun_at).is_some_and(|word| word.clitics.preposition.is_none())
            && (is_parted
                || noun_at == sentence.words.start
                || before.is_none_or(|word| word.kind == TokenKind::Sign));
        let is_it = !follows || is_free;
        word(noun_at).and_then(noun).filter(|_| is_it).map(|_| noun_at)
    };
    let counts = |at: &&usize| word(**at).is_some_and(|word| COUNTS.iter().any(|id| word.has_concept(id)));
    let mut told = nouns.iter().filter(|at| !counts(at));
    let behind = if follows { told.next() } else { told.next_back() };
    // "The highest figure": of anything.
    if behind.is_none() && !nouns.is_empty() {
        return None;
    }
    let told = behind.copied().or_else(before).or_else(subject).filter(|at| !counts(&at));
    let told = told.and_then(|at| noun(word(at)?));
    // "The quake that struck it is *the largest*": what the clause is about.
    let about = || {
        let owner = frame::owner(teller.reading, mention, rank).filter(|_| follows)?;
        let Some(Value::Name(name)) = owner.values.into_iter().next() else { return None };
        (!name.name.is_empty() && !name.keys.iter().any(|key| key.starts_with(frame::UNLISTED)))
            .then_some(name.name)
    };
    match told {
        Some(concept) => name(teller, concept),
        None => name(teller, &about()?),
    }
}

/// Whether a word ends the noun that a rank stands before.
pub(in crate::extract::told) fn ends(teller: &Teller<'_, '_>, at: usize) -> bool {
    let Some(word) = teller.reading.words.get(at) else { return true };
    let functions = [
        Function::In,
        Function::To,
        Function::That,
        Function::Which,
        Function::Since,
        Function::From,
        Function::Of,
        Function::By,
        Function::On,
    ];
    let acts = is_verb(word) && !word.is_noun();
    // "الأولى *لرئيس*": what a preposition leads to is another thing.
    let is_led = word.clitics.preposition.is_some() && teller.reading.language.grammar.adjective_after_noun;
    acts || is_led
        || word.kind == TokenKind::Sign
        || functions.into_iter().any(|function| word.is_function(function))
}

/// The concept of a noun that no verb is.
pub(in crate::extract::told) fn noun(word: &Word) -> Option<&str> {
    let named = word.summary.is(Class::Concept).then(|| {
        word.senses.iter().find_map(|sense| {
            let concept = sense.meaning.concept()?;
            matches!(sense.form, Form::One | Form::Many).then_some(&**concept)
        })
    });
    named.flatten()
}

/// The name of a ranked thing: events of one sort have one; one that may be of any sort has none.
pub(super) fn name(teller: &Teller<'_, '_>, concept: &str) -> Option<SlotValue> {
    let holds = |ids: &[String]| ids.iter().any(|id| id == concept);
    // "The worst *disaster*": of any sort.
    let mut moments = teller.reading.lexicon.told(Telling::Moment);
    if moments.any(|kind| holds(&kind.context)) {
        return None;
    }
    let mut types = teller.reading.lexicon.events().iter().filter(|event| !event.sorts.is_empty());
    let Some(event) = types.find(|event| holds(&event.triggers)) else {
        return Some(frame::slot(frame::concept(concept)));
    };
    let Some((sort, _)) = event.sorts.iter().find(|(_, concepts)| holds(concepts)) else {
        return Some(frame::slot(frame::concept(concept)));
    };
    let keys = NameKeys::from([concept.to_owned(), format!("sort {sort}")]);
    let name = Name { name: concept.to_owned(), keys };
    Some(SlotValue { values: vec![Value::Name(name)], binding: Binding::Bound })
}
