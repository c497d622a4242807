//! Ages as plain numbers that nothing but their place tells: Maria Diaz *was 61 when* she died; she *is 61*; Maria Diaz
//! *(61)*, a nurse.

use crate::extract::attribution;
use crate::extract::entity::Entity;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::age::{DIED, age, closes, is_sign};
use crate::extract::told::person::is_named as is_person;
use crate::extract::told::{Teller, bound};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, SlotValue};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::compare::days_apart;
use std::ops::Range;

/// Years that a plain number may tell.
const YEARS: Range<i64> = 10..100;

/// Most words of what two commas set off.
const ASIDE: usize = 8;

/// Most words of a name.
const NAME: usize = 4;

/// Concepts of a game, in which a plain number is what somebody scored or when.
const SCORED: [&str; 8] =
    ["batsman", "bowler", "goal", "innings", "match", "penalty-kick", "score", "wicket"];

/// Days before the article behind which somebody was younger than he is.
const YOUNGER: i64 = 300;

/// The person whose age a verb of being tells: Maria Diaz was 61 when she died. Where the sentence begins with a
/// pronoun, the one who is spoken of.
pub(super) fn person(teller: &Teller<'_, '_>, sentence: &Sentence, mention: &Mention) -> Option<SlotValue> {
    let words = &mention.words;
    if !is_plain(teller, sentence, mention) {
        return None;
    }
    let is =
        words.start.checked_sub(1).filter(|at| is_grammar(teller, *at) && sentence.words.contains(at))?;
    let end = aside(teller, is).unwrap_or(is);
    let named =
        teller.reading.entities_in(end.saturating_sub(NAME)..end).find(|entity| entity.words.end == end);
    if let Some(person) = named.filter(is_person) {
        return Some(bound(Teller::names(person)));
    }
    let opens = is.checked_sub(1).filter(|at| *at == sentence.words.start && is_grammar(teller, *at))?;
    let spoken_of = teller.person_near(sentence, opens)?;
    let idx = teller.reading.sentence_of(opens).checked_sub(1)?;
    let before = teller.reading.sentences.get(idx)?;
    let mut people = teller.reading.entities_in(before.words.clone()).filter(is_person);
    people.all(|person| person.names == spoken_of.names).then(|| bound(Teller::names(spoken_of)))
}

/// The person whose name stands behind years that open a sentence: *Aged 61*, Maria Diaz.
pub(super) fn led(teller: &Teller<'_, '_>, words: &Range<usize>) -> Option<SlotValue> {
    let aged = words.start.checked_sub(1).filter(|at| teller.is_function(*at, Function::Aged))?;
    let opens =
        aged == 0 || is_sign(teller, aged - 1, &[".", ","]) || teller.reading.words.get(aged)?.breaks > 0;
    let first = words.end + 1;
    let is_named = |entity: &&Entity| is_person(entity) && entity.words.start == first;
    let is_parted = opens && is_sign(teller, words.end, &[","]);
    let person = teller.reading.entities_in(first..first + 1).find(is_named).filter(|_| is_parted)?;
    Some(bound(Teller::names(person)))
}

/// The first of two commas before a verb of being, between which no verb stands: Maria Diaz, *a nurse*, is 61.
fn aside(teller: &Teller<'_, '_>, is: usize) -> Option<usize> {
    let word = |at: usize| teller.reading.words.get(at);
    let last = is.checked_sub(1).filter(|at| is_sign(teller, *at, &[","]))?;
    let is_plain = |at: usize| {
        let acts = |word: &Word| attribution::is_verb(word) && !word.is_noun();
        word(at).is_some_and(|word| word.kind == TokenKind::Word && word.breaks == 0 && !acts(word))
    };
    let open = (last.saturating_sub(ASIDE)..last).rev().find(|at| !is_plain(*at))?;
    is_sign(teller, open, &[","]).then_some(open)
}

/// Whether a plain number may tell how old somebody is who lives or died now, with nothing behind it that it counts.
pub(super) fn is_plain(teller: &Teller<'_, '_>, sentence: &Sentence, mention: &Mention) -> bool {
    let end = mention.words.end;
    let is_bare = mention.dimension == Dimension::Number && mention.head_text.is_none();
    let Value::Amount(amount) = &mention.value else { return false };
    let years = if let Form::Exactly(number) = amount.form { number.to_whole() } else { None };
    let is_told = is_bare && years.is_some_and(|years| YEARS.contains(&years));
    let is_closed = closes(teller, end)
        || teller.is_function(end, Function::At)
        || (teller.is_function(end, Function::When) && !is_beginning(teller, end));
    is_told && is_closed && !is_of_game(teller, sentence) && !was_younger(teller, sentence)
}

/// The ages in brackets behind names in full: Maria Diaz (61), a nurse. No years of any other thing follow a name there,
/// where no game is told of.
pub(super) fn bracketed(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let is_full = |entity: &&Entity| is_person(entity) && entity.names.iter().any(|name| name.is_full());
    let people = teller.reading.entities_in(sentence.words.clone()).filter(is_full);
    let told = people.filter_map(|person| {
        let at = person.words.end + 1;
        let word = teller.reading.words.get(at).filter(|word| word.kind == TokenKind::Digits)?;
        let is_bracketed = is_sign(teller, at - 1, &["("]) && is_sign(teller, at + 1, &[")"]);
        let is_read = teller.reading.mentions_in(at..at + 1).iter().any(|mention| mention.words.start <= at);
        let years = word.normal.parse().ok().filter(|years| YEARS.contains(years))?;
        let slots = [(Slot::Who, bound(Teller::names(person)))];
        (is_bracketed && !is_read).then(|| teller.fact(kind, &(at..at + 1), age(years, years), slots))
    });
    let told: Vec<Fact> = told.collect();
    if told.is_empty() || is_of_game(teller, sentence) { Vec::new() } else { told }
}

/// Whether something that takes years begins behind "when", so that who is told of was younger then: he was 23 *when he
/// joined*.
fn is_beginning(teller: &Teller<'_, '_>, when: usize) -> bool {
    let begins = |word: &Word| BEGINNINGS.iter().any(|concept| word.has_concept(concept));
    let word = |at: usize| teller.reading.words.get(at);
    let near = (when + 1..when + 1 + NAME)
        .take_while(|at| word(*at).is_some_and(|word| word.kind == TokenKind::Word));
    near.into_iter().any(|at| word(at).is_some_and(begins))
}

/// Concepts of what somebody begins for years.
const BEGINNINGS: [&str; 4] = ["accession", "begin", "come-to-power", "marriage"];

/// Whether a word is one of grammar that leads to nothing, as are pronouns and the verb of being.
pub(super) fn is_grammar(teller: &Teller<'_, '_>, at: usize) -> bool {
    let leads = [
        Function::At,
        Function::By,
        Function::For,
        Function::From,
        Function::In,
        Function::Of,
        Function::On,
        Function::To,
        Function::With,
    ];
    let is_it = |word: &Word| word.kind == TokenKind::Word && word.may_be_article();
    teller.reading.words.get(at).is_some_and(is_it)
        && !leads.into_iter().any(|lead| teller.is_function(at, lead))
}

/// Whether a sentence tells of a game.
pub(super) fn is_of_game(teller: &Teller<'_, '_>, sentence: &Sentence) -> bool {
    let tells = |word: &Word| SCORED.iter().any(|concept| word.has_concept(concept));
    sentence.words.clone().any(|at| teller.reading.words.get(at).is_some_and(tells))
}

/// Whether a sentence goes back to years in which whoever lives now was younger.
fn was_younger(teller: &Teller<'_, '_>, sentence: &Sentence) -> bool {
    let dies = |word: &Word| word.has_concept(DIED[0]);
    let is_far = |mention: &Mention| {
        let Value::Time(time) = &mention.value else { return false };
        let apart = teller.published.and_then(|published| days_apart(time, published));
        apart.is_some_and(|days| days > YOUNGER)
    };
    teller.reading.mentions_in(sentence.words.clone()).iter().any(is_far)
        && !sentence.words.clone().any(|at| teller.reading.words.get(at).is_some_and(dies))
}
