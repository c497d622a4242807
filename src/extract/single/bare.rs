//! One whom no article tells, in a language whose verbs come first: قتل *شخص* وأصيب *آخر*, خلف الحادث *قتيلا*.
//!
//! A verb without its vowels may say that somebody did it as well; then whom he did it to stands behind him.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::attribution::is_verb;
use crate::extract::kind;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::hash;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount;
use crate::value::number::Number;

/// The concept of somebody of whom no more is said.
const PERSON: &str = "person";

/// Most words that describe somebody behind the noun.
const DESCRIBED: usize = 2;

/// Furthest that those stand before somebody who is one more than they are, in words.
const EARLIER: usize = 12;

/// Whether a verb of what befell stands right before somebody to whom nothing behind says that he did it: قتل شاب في,
/// but not قتل شاب والده; or he *met* his death: لقي شاب مصرعه.
pub(super) fn is_subject(reading: &Reading<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|before| reading.words.get(before)) else { return false };
    let is_beside = reading.words.get(at).is_some_and(|word| word.breaks == 0 && !is_known(reading, word));
    let end = past_description(reading, at + 1);
    let owns = |word: &Word| word.is_noun() && word.clitics.pronoun && kind::befalls(word);
    let dies = !before.is_noun()
        && before.kind == TokenKind::Word
        && reading.words.get(end).is_some_and(|word| word.breaks == 0 && owns(word));
    is_beside && (dies || befell(before) && closes(reading, end))
}

/// Whether a phrase names somebody by what is known: سائق *الشاحنة*.
fn is_known(reading: &Reading<'_>, word: &Word) -> bool {
    let mut parts = reading.text.slice(word.span).split_whitespace();
    word.tokens.len() > 1 && parts.any(|part| reading.language.without_article(part).is_some())
}

/// Whether a word is a verb of what befell somebody.
fn befell(word: &Word) -> bool {
    let tells = [Form::Past, Form::Present, Form::Fixed].into_iter().any(|form| word.summary.has_form(form));
    word.kind == TokenKind::Word && kind::befalls(word) && tells && !word.is_noun()
}

/// The words behind somebody that say no more than what he is: شاب *سوري*.
fn past_description(reading: &Reading<'_>, start: usize) -> usize {
    let describes = |at: &usize| {
        reading.words.get(*at).is_some_and(|word| {
            let is_plain = word.clitics.conjunction.is_none() && word.clitics.preposition.is_none();
            let is_bare = word.kind == TokenKind::Word && word.breaks == 0 && is_plain;
            let is_people = word.summary.is(Class::Nation) && !word.clitics.article;
            // With the ending of its case it is whom he did it to: قتل جندي إسرائيلي *فلسطينيا*.
            let is_object = reading.language.without_case(&word.normal).is_some();
            is_bare && is_people && !is_object
        })
    };
    start + (start..start + DESCRIBED).take_while(describes).count()
}

/// Whether nothing at `at` can be whom somebody before it did something to.
fn closes(reading: &Reading<'_>, at: usize) -> bool {
    let Some(word) = reading.words.get(at).filter(|word| word.breaks == 0) else { return true };
    if word.clitics.conjunction == Some(Function::And) {
        return is_verb(word) || kind::befalls(word);
    }
    // A clause tells more of him: شاب *يبلغ* 22 عاما.
    if word.summary.has_form(Form::Present) && !word.is_noun() {
        return true;
    }
    let leads = word.clitics.preposition.is_some() || word.summary.does_any(super::GOING_ON);
    word.kind == TokenKind::Sign || leads && !word.is_function(Function::And)
}

/// Whether "and" joins more people to somebody, so that it befell more than one: وفاة سيدة *و6 من أبنائها*.
pub(super) fn goes_on(reading: &Reading<'_>, at: usize) -> bool {
    let Some(word) = reading.words.get(at).filter(|word| word.breaks == 0) else { return false };
    let is_and = word.is_function(Function::And);
    if !is_and && word.clitics.conjunction != Some(Function::And) {
        return false;
    }
    let next =
        if is_and && word.clitics.conjunction.is_none() { reading.words.get(at + 1) } else { Some(word) };
    let is_person = |concept: &str| reading.lexicon.is_of_people(hash::of(concept));
    let is_people = |word: &Word| {
        let counts = word.kind == TokenKind::Digits || word.summary.is(Class::Number);
        counts || word.is_noun() && word.concept().is_some_and(|(concept, _)| is_person(concept))
    };
    next.is_some_and(|next| is_people(next) && !kind::befalls(next))
}

/// Somebody whom no noun of people tells: the one *killed*, one *other*, a *third* behind two.
pub(super) fn concept<'r>(reading: &'r Reading<'_>, at: usize) -> Option<&'r str> {
    let word = reading.words.get(at).filter(|_| reading.language.grammar.adjective_after_noun)?;
    let is_free = |word: &Word| {
        let clitics = &word.clitics;
        !clitics.article && !clitics.pronoun && clitics.preposition.is_none() && word.kind == TokenKind::Word
    };
    if !is_free(word) || word.breaks > 0 {
        return None;
    }
    let (others, ranked) = (word.is_function(Function::Other), rank(word));
    if others || ranked.is_some() {
        let is_told = follows_befell(reading, at) && closes(reading, at + 1);
        let is_one = if others { is_single(reading, word) } else { is_next(reading, at, ranked?) };
        return (is_told && is_one).then_some(PERSON);
    }
    casualty(reading, at, word)
}

/// Whether a verb, or the noun of a deed before a rank, of what befell people stands right before.
fn follows_befell(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| reading.words.get(before));
    let is_deed = |word: &Word| {
        let ranks = reading.words.get(at).and_then(rank).is_some();
        ranks && kind::befalls(word) && word.summary.has_form(Form::One) && !word.clitics.article
    };
    before.is_some_and(|before| befell(before) || is_deed(before))
}

/// The rank that a word is.
fn rank(word: &Word) -> Option<i64> {
    word.find(|sense| match &sense.meaning {
        Meaning::Ordinal(rank) => Some(i64::from(*rank)),
        _ => None,
    })
}

/// Whether the word for another has no ending of more than one.
fn is_single(reading: &Reading<'_>, word: &Word) -> bool {
    let is_other = |stem: &str| {
        let found = reading.language.look_up(&[stem]);
        found.senses.iter().any(|sense| sense.meaning == Meaning::Function(Function::Other))
    };
    !reading.language.without_number(&word.normal).is_some_and(is_other)
}

/// Whether a rank is that of one more than as many people as were counted before.
fn is_next(reading: &Reading<'_>, at: usize, rank: i64) -> bool {
    let before = reading.mentions_in(at.saturating_sub(EARLIER)..at);
    let counted = before.iter().rfind(|mention| mention.head.is_some());
    counted.is_some_and(|mention| rank > 1 && count(mention) == Some(Number::whole(rank - 1)))
}

/// How many of something a mention counts.
fn count(mention: &Mention) -> Option<Number> {
    let Value::Amount(amount) = &mention.value else { return None };
    match amount.form {
        amount::Form::Exactly(number) if mention.dimension != Dimension::Ordinal => Some(number),
        _ => None,
    }
}

/// The one dead or hurt whom a noun tells: as an object, by the ending of its case, or joined to others who are counted.
fn casualty<'r>(reading: &'r Reading<'_>, at: usize, word: &'r Word) -> Option<&'r str> {
    let told = word.senses.iter().filter(|sense| sense.form == Form::One);
    let concept = told
        .filter_map(|sense| sense.meaning.concept())
        .find(|concept| kind::befalls(word) && CASUALTIES.contains(&&***concept))?;
    let stem = reading.language.without_case(&word.normal);
    let is_same = |stem: &str| {
        let found = reading.language.look_up(&[stem]);
        found.senses.iter().any(|sense| sense.meaning.concept() == Some(concept) && sense.form == Form::One)
    };
    let is_object = stem.is_some_and(is_same);
    let before = reading.mentions_in(at.saturating_sub(DESCRIBED)..at);
    let joined = before.iter().any(|mention| {
        let befalls = mention.head.as_deref().is_some_and(|head| CASUALTIES.contains(&head));
        mention.words.end == at && befalls && count(mention).is_some()
    });
    let is_joined = joined && word.clitics.conjunction == Some(Function::And) && closes(reading, at + 1);
    let near = reading.mentions_in(at.saturating_sub(EARLIER)..at + 1);
    let is_free = near.iter().all(|mention| mention.words.end <= at);
    (is_free && (is_object || is_joined)).then_some(&**concept)
}

/// Concepts of those whom something befell.
const CASUALTIES: [&str; 2] = ["injured", "killed"];
