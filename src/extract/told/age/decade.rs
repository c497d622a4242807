//! Ages by their tens: a man *in his forties*, Maria Diaz, *in her late 20s*; رجل *في الأربعينيات من عمره*, شاب *ثلاثيني*.

use crate::extract::sentence::Sentence;
use crate::extract::told::age::{age, ends_at, is_sign, noun};
use crate::extract::told::{Teller, bound};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, SlotValue};
use crate::lexicon::class::Class;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::token::TokenKind;
use crate::value::Value;
use std::ops::Range;

/// How the ids of the concepts of ten years begin, and of words that say of somebody that he is so old.
const DECADE: &str = "decade-";
const OF_AGE: &str = "of-decade-";

/// The tens that years of a life are told by.
const TENS: Range<i64> = 20..100;

/// The ages of a sentence that are told by their tens.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let told = sentence.words.clone().filter_map(|at| {
        let (words, years) = lived(teller, sentence, at).or_else(|| called(teller, at))?;
        let slots = owner(teller, kind, sentence, words.start)?;
        Some(teller.fact(kind, &words, age(years.start, years.end - 1), [slots]))
    });
    told.collect()
}

/// The words that tell in which ten years of his life somebody is, and the years.
fn lived(teller: &Teller<'_, '_>, sentence: &Sentence, at: usize) -> Option<(Range<usize>, Range<i64>)> {
    let word = |at: usize| teller.reading.words.get(at);
    let (tens, end) = tens(teller, at)?;
    let edge = [Function::Beginning, Function::Early, Function::Middle, Function::Late, Function::End];
    let part = at.checked_sub(1).and_then(|before| {
        edge.into_iter().find(|edge| teller.is_function(before, *edge)).map(|edge| (before, edge))
    });
    let first = part.map_or(at, |(before, _)| before);
    let stuck = |at: usize| word(at).is_some_and(|word| word.clitics.preposition == Some(Function::In));
    let start = if teller.reading.language.grammar.adjective_after_noun {
        let is_of_life = teller.is_function(end, Function::Aged);
        let before = first.checked_sub(1).filter(|at| teller.is_function(*at, Function::In));
        before.or_else(|| stuck(first).then_some(first)).filter(|_| is_of_life)?
    } else {
        let own = first.checked_sub(1).filter(|at| teller.is_function(*at, Function::Own))?;
        own.checked_sub(1).filter(|at| teller.is_function(*at, Function::In))?
    };
    let years = match part.map(|(_, edge)| edge) {
        Some(Function::Beginning | Function::Early) => tens..tens + 5,
        Some(Function::Late | Function::End) => tens + 5..tens + 10,
        Some(Function::Middle) => tens + 3..tens + 8,
        Some(_) | None => tens..tens + 10,
    };
    sentence.words.contains(&start).then_some((start..end, years))
}

/// The first of ten years that a word names, or two digits with a letter behind; and where that ends.
fn tens(teller: &Teller<'_, '_>, at: usize) -> Option<(i64, usize)> {
    let word = teller.reading.words.get(at)?;
    // Ten years are a time, and few words are any.
    let named = word.summary.is(Class::Timely).then(|| named(word, DECADE)).flatten();
    let named = named.map(|tens| (tens, at + 1));
    let written = || {
        let tens = (word.kind == TokenKind::Digits).then(|| word.normal.parse::<i64>().ok()).flatten()?;
        let mark = if is_sign(teller, at + 1, &["'"]) { at + 2 } else { at + 1 };
        let plural = teller.reading.words.get(mark).filter(|word| word.normal == "s" && word.touches());
        plural.filter(|_| tens % 10 == 0).map(|_| (tens, mark + 1))
    };
    named.or_else(written).filter(|(tens, _)| TENS.contains(tens))
}

/// The tens that a concept of a word names whose id begins so.
fn named(word: &Word, begin: &str) -> Option<i64> {
    word.find(|sense| sense.meaning.concept()?.strip_prefix(begin)?.parse().ok())
}

/// The years that a word says of somebody right before it: رجل *أربعيني*.
fn called(teller: &Teller<'_, '_>, at: usize) -> Option<(Range<usize>, Range<i64>)> {
    let word = teller.reading.words.get(at)?;
    let follows = teller.reading.language.grammar.adjective_after_noun;
    let is_beside = follows && word.breaks == 0 && word.clitics.preposition.is_none();
    let tens = is_beside.then(|| named(word, OF_AGE)).flatten()?;
    Some((at..at + 1, tens..tens + 10))
}

/// Whose years they are: the person or the noun of one whose name or words end before them, perhaps with a comma between.
fn owner(
    teller: &Teller<'_, '_>,
    kind: &Kind,
    sentence: &Sentence,
    start: usize,
) -> Option<(Slot, SlotValue)> {
    let end = start.checked_sub(1).filter(|at| is_sign(teller, *at, &[","])).unwrap_or(start);
    if let Some(person) = ends_at(teller, end) {
        return Some((Slot::Who, person));
    }
    let name = noun::ends_at(teller, kind, sentence, end)?;
    Some((Slot::What, bound(vec![Value::Name(name)])))
}
