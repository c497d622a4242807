//! Whose age it is: a noun of a person beside the years, a name before them, or the one spoken of.

use crate::extract::attribution::is_verb;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::sentence::Sentence;
use crate::extract::told::age::{OWNER, is_sign, noun};
use crate::extract::told::person;
use crate::extract::told::{Teller, bound, thing};
use crate::extract::word::Word;
use crate::fact::SlotValue;
use crate::fact::slot::Slot;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::keys::NameKeys;
use crate::value::words::Name;
use std::ops::Range;

/// Whose age it is: the noun beside the years, and the person spoken of.
pub(super) fn of(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    kind: &Kind,
    words: &Range<usize>,
) -> Vec<(Slot, SlotValue)> {
    // "Lind, aged 49, led the crew": what a comma parts from years between two is told of something else.
    let opens = words
        .start
        .checked_sub(1)
        .filter(|at| teller.is_function(*at, Function::Aged))
        .unwrap_or(words.start);
    let leads = !teller.reading.language.grammar.adjective_after_noun;
    let is_between = leads
        && opens.checked_sub(1).is_some_and(|at| is_sign(teller, at, &[","]))
        && is_sign(teller, words.end, &[","]);
    let behind = if is_between { 0 } else { OWNER };
    let near = (words.start.saturating_sub(OWNER).max(sentence.words.start)..words.start)
        .rev()
        .chain(words.end..(words.end + behind).min(sentence.words.end));
    let mut near: Vec<usize> = near.filter(|at| noun::called(teller, *at, &kind.heads).is_some()).collect();
    // "Officers held the 45-year-old driver": the noun that the years describe comes first.
    if let Some(own) = described(teller, kind, words) {
        near = vec![own];
    }
    let first = near.first().copied().filter(|at| *at < words.start);
    if let Some(person) = first.and_then(|at| called_by_name(teller, at, words)) {
        return vec![(Slot::Who, person)];
    }
    // "The driver, who is a man of 50": the one is the other.
    let before = |at: usize| at.saturating_sub(OWNER).max(sentence.words.start)..at;
    let is_clause = |at: usize| teller.is_function(at, Function::Which) || is_sign(teller, at, &[","]);
    let also = first.filter(|at| before(*at).any(is_clause)).into_iter().flat_map(before);
    let heads = near.iter().copied().take(1).chain(also);
    let heads: Vec<Name> = heads.filter_map(|at| noun::called(teller, at, &kind.heads)).collect();
    let beside = beside(teller, sentence, words);
    let Some(head) = heads.first().map(|head| head.name.as_str()).or(beside) else {
        // Who found "the 71-year-old" guilty is another: it is the one of whom the text tells most.
        let spoken_of = || {
            let person = if is_object(teller, sentence, words) {
                most_named(teller, words.start)
            } else {
                teller.person_near(sentence, words.start)
            };
            person.map(|person| bound(Teller::names(person)))
        };
        let person = unlisted(teller, sentence, words).or_else(spoken_of);
        return person.map(|person| (Slot::Who, person)).into_iter().collect();
    };
    let told = heads.iter().flat_map(|head| head.keys.iter().map(String::as_str));
    let keys: NameKeys = told.chain(beside).map(str::to_owned).collect();
    vec![(Slot::What, bound(vec![Value::Name(Name { name: head.to_owned(), keys })]))]
}

/// The noun that years before it describe, behind an article: the 45-year-old *driver*.
fn described(teller: &Teller<'_, '_>, kind: &Kind, words: &Range<usize>) -> Option<usize> {
    let word = |at: usize| teller.reading.words.get(at);
    let before = words.start.checked_sub(1).and_then(word)?;
    let leads = !teller.reading.language.grammar.adjective_after_noun && before.may_be_article();
    let is_beside =
        |at: &usize| word(*at).is_some_and(|word| word.breaks == 0 && word.kind == TokenKind::Word);
    let mut near = (words.end..words.end + NOUN).take_while(is_beside).filter(|_| leads);
    near.find(|at| noun::called(teller, *at, &kind.heads).is_some())
}

/// Most words from years to the end of the noun that they describe.
const NOUN: usize = 3;

/// The person whose name stands right behind years that describe him, or behind the noun that they describe: the
/// suspect, 45-year-old *Alan Petrie*; the 45-year-old driver, *Alan Petrie*.
pub(super) fn named_behind(teller: &Teller<'_, '_>, kind: &Kind, words: &Range<usize>) -> Option<SlotValue> {
    if teller.reading.language.grammar.adjective_after_noun {
        return None;
    }
    let named = |start: usize| {
        let is_named = |entity: &&Entity| person::is_named(entity) && entity.words.start == start;
        teller.reading.entities_in(start..start + 1).find(is_named)
    };
    let right = || named(words.end).filter(|_| words.end > 0 && is_beside(teller, words.end));
    let apposed = || {
        let noun = described(teller, kind, words)?;
        let is_one = teller.reading.words.get(noun).is_some_and(|word| word.summary.has_form(Form::One));
        let comma = is_sign(teller, noun + 1, &[","]);
        let start = if comma { noun + 2 } else { noun + 1 };
        let person = named(start).filter(|_| is_one && is_beside(teller, start))?;
        // "The 45-year-old driver, Alan Petrie and two others": what goes on with a comma or ends is an apposition.
        let ends = person.words.end;
        let closes = super::closes(teller, ends) || teller.reading.words.get(ends).is_some_and(is_verb);
        (!comma || closes).then_some(person)
    };
    right().or_else(apposed).map(|person| bound(Teller::names(person)))
}

/// Who is told of beside others, where the noun beside the years says so: the *other* driver, a *second* man.
pub(super) fn further(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    kind: &Kind,
    words: &Range<usize>,
) -> Option<SlotValue> {
    let first = words.start.saturating_sub(OWNER).max(sentence.words.start);
    let is_noun = |at: &usize| noun::called(teller, *at, &kind.heads).is_some();
    let noun = described(teller, kind, words).or_else(|| (first..words.start).rev().find(is_noun))?;
    let is_further = |at: usize| {
        let is_rank = |word: &Word| {
            word.kind == TokenKind::Word
                && word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Ordinal(rank) if rank > 1))
        };
        teller.is_function(at, Function::Other) || teller.reading.words.get(at).is_some_and(is_rank)
    };
    let near = noun.saturating_sub(2).max(sentence.words.start)..noun;
    let leads = !teller.reading.language.grammar.adjective_after_noun;
    let before = words.start.checked_sub(1).filter(|at| noun > *at && sentence.words.contains(at));
    let told = leads && (near.into_iter().any(is_further) || before.is_some_and(is_further));
    told.then(|| bound(vec![thing(OTHERS)]))
}

/// The part of those who are told of beside others.
const OTHERS: &str = "other";

/// Whether no line breaks before a word.
fn is_beside(teller: &Teller<'_, '_>, at: usize) -> bool {
    teller.reading.words.get(at).is_some_and(|word| word.breaks == 0)
}

/// The person whom a text names most often, of several the one named first before a word.
fn most_named<'r>(teller: &Teller<'r, '_>, word: usize) -> Option<&'r Entity> {
    let people = || {
        let named = teller.reading.entities_in(0..word);
        named.filter(person::is_named)
    };
    let times = |person: &Entity| {
        let is_same =
            |other: &Entity| other.names.iter().any(|name| person.names.iter().any(|own| own.is_same(name)));
        teller.reading.entities.iter().filter(|other| is_same(other)).count()
    };
    people().rev().max_by_key(|person| times(person))
}

/// Whether years stand for whoever is that old, behind a verb: they sent *the 71-year-old* to prison.
fn is_object(teller: &Teller<'_, '_>, sentence: &Sentence, words: &Range<usize>) -> bool {
    let word = |at: usize| teller.reading.words.get(at);
    let article = words.start.checked_sub(1).filter(|at| word(*at).is_some_and(Word::is_article));
    let verb = article.and_then(|at| at.checked_sub(1)).filter(|at| sentence.words.contains(at));
    let leads = !teller.reading.language.grammar.adjective_after_noun;
    leads && verb.and_then(word).is_some_and(is_verb)
}

/// The person whose name follows what he is, before the years: the *actor Omar Said*, aged 78.
fn called_by_name(teller: &Teller<'_, '_>, at: usize, words: &Range<usize>) -> Option<SlotValue> {
    let is_named = |entity: &&Entity| {
        person::is_named(entity) && entity.words.end > at + 1 && entity.words.end <= words.start
    };
    let person = teller.reading.entities_in(at..at + OWNER - 1).find(is_named)?;
    Some(bound(Teller::names(person)))
}

/// The word of no list right before years in brackets.
pub(super) fn bracketed(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    words: &Range<usize>,
) -> Option<SlotValue> {
    let opens = words.start.checked_sub(1).filter(|at| is_sign(teller, *at, &["("]));
    opens.and_then(|_| unlisted(teller, sentence, words))
}

/// The word of no list that the years stand behind, with a comma between, where names have no capitals: it names
/// who is that old.
pub(in crate::extract::told) fn unlisted(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    words: &Range<usize>,
) -> Option<SlotValue> {
    let language = teller.reading.language;
    let near = words.start.saturating_sub(OWNER + 1).max(sentence.words.start)..words.start;
    let comma = near.rev().find(|at| is_sign(teller, *at, &[",", "("]))?;
    let is_taken = |at: usize| teller.reading.entities_in(at..at + 1).next().is_some();
    let at = comma.checked_sub(1).filter(|at| !language.grammar.capitals && !is_taken(*at))?;
    let word = teller.reading.words.get(at).filter(|word| word.kind == TokenKind::Word)?;
    let is_own = word.senses.is_empty() && !word.is_common(language);
    let written = teller.reading.text.slice(word.span);
    // Behind another word of no list it is the end of a name, whatever letter it begins with.
    let follows = at.checked_sub(1).and_then(|at| teller.reading.words.get(at));
    let follows = follows.is_some_and(|word| word.kind == TokenKind::Word && word.senses.is_empty());
    let is_joined = language.may_be_joined(&word.normal) && !follows;
    let name = language.without_conjunction(written).filter(|_| is_joined);
    let name = name.unwrap_or(written).to_owned();
    let is_full = |entity: &&Entity| {
        let whole = entity.names.first().map_or("", |name| name.name.as_str());
        entity.kind == EntityKind::Person && whole.rsplit(' ').next() == Some(name.as_str())
    };
    if let Some(full) = teller.reading.entities.iter().find(is_full).filter(|_| word.senses.is_empty()) {
        return Some(bound(Teller::names(full)));
    }
    let given = at.checked_sub(1).filter(|_| follows).and_then(|at| teller.reading.words.get(at));
    let name = match given {
        Some(given) => [teller.reading.text.slice(given.span), name.as_str()].join(" "),
        None => name,
    };
    let keys = NameKeys::from([teller.reading.lexicon.name_key(&name)]);
    is_own.then(|| bound(vec![Value::Name(Name { name, keys })]))
}

/// The noun that years describe: a 67-year-old *shepherd*; *the shepherd*, aged 67.
fn beside<'r>(teller: &Teller<'r, '_>, sentence: &Sentence, words: &Range<usize>) -> Option<&'r str> {
    let grammar = &teller.reading.language.grammar;
    let noun = |at: usize| {
        let word = teller.reading.words.get(at)?;
        let one = |sense: &Sense| matches!(sense.form, Form::One);
        word.senses
            .iter()
            .filter(|sense| one(sense))
            .find_map(|sense| sense.meaning.concept().or_else(|| sense.meaning.role()).map(|id| &**id))
    };
    if grammar.adjective_after_noun {
        let is_aged =
            |at: &usize| teller.is_function(*at, Function::Aged) || teller.is_function(*at, Function::In);
        let before = (sentence.words.start..words.start).rev().find(|at| !is_aged(at))?;
        return noun(before);
    }
    let behind = words.end..(words.end + 2).min(sentence.words.end);
    behind
        .into_iter()
        .take_while(|at| teller.reading.words.get(*at).is_some_and(|word| word.kind == TokenKind::Word))
        .find_map(noun)
}
