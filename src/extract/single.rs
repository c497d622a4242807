//! People who are counted by no number: *a* guard was killed, مقتل حارس. Where something befell somebody whom an
//! article or none leaves unknown, it befell one.

mod bare;

use crate::extract::kind;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::text::hash;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::{self, Amount};
use crate::value::number::Number;
use std::ops::Range;

/// Furthest that what befell somebody stands behind the noun, and the article before it, in words.
const BEHIND: usize = 4;
const BEFORE: usize = 3;

/// Words that go on behind a verb which has no object.
const GOING_ON: Functions = Functions::of(&[
    Function::After,
    Function::And,
    Function::By,
    Function::During,
    Function::From,
    Function::In,
    Function::Near,
    Function::On,
    Function::When,
    Function::While,
    Function::With,
]);

/// All such people of a text, each as a count of one.
#[must_use]
pub fn all(reading: &Reading<'_>) -> Vec<Mention> {
    let words = 0..reading.words.len();
    let one = |at: usize| somebody(reading, at).or_else(|| bare::concept(reading, at));
    words.filter_map(|at| Some(mention(reading, at, one(at)?))).collect()
}

/// The concept of a person in the singular whom something befell.
fn somebody<'r>(reading: &'r Reading<'_>, at: usize) -> Option<&'r str> {
    let word = reading.words.get(at)?;
    let clitics = &word.clitics;
    if clitics.article || clitics.pronoun || clitics.preposition.is_some() {
        return None;
    }
    let is_person = |concept: &str| reading.lexicon.is_of_people(hash::of(concept));
    let single = word.senses.iter().filter(|sense| sense.form == Form::One);
    let concept = single.filter_map(|sense| sense.meaning.concept()).find(|concept| is_person(concept))?;
    let is_free = reading.mentions_in(at.saturating_sub(BEFORE)..at + 1).is_empty();
    let befell = if reading.language.grammar.adjective_after_noun {
        follows_deed(reading, at) || bare::is_subject(reading, at)
    } else {
        is_told_with_article(reading, at)
    };
    (is_free && befell).then_some(&**concept)
}

fn mention(reading: &Reading<'_>, at: usize, concept: &str) -> Mention {
    let words: Range<usize> = at..at + 1;
    let one = Value::Amount(Amount::new(amount::Form::Exactly(Number::ONE), None));
    Mention {
        words: words.clone(),
        head: Some(concept.to_owned()),
        ..Mention::new(Dimension::Quantity, reading.span(&words), one)
    }
}

/// Whether a noun of what befell stands right before somebody whom nothing behind makes known: مقتل حارس, but not
/// مقتل حارس المرمى.
fn follows_deed(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| reading.words.get(before));
    let befell = |word: &Word| word.is_noun() && !word.clitics.article && kind::befalls(word);
    let beside = reading.words.get(at).is_some_and(|word| word.breaks == 0);
    let next = reading.words.get(at + 1).filter(|next| next.breaks == 0);
    let is_known =
        next.is_some_and(|next| next.clitics.article) || reading.entities_in(at + 1..at + 2).next().is_some();
    beside && before.is_some_and(befell) && !is_known && !bare::goes_on(reading, at + 1)
}

/// Whether an article that leaves somebody unknown stands before, and what befell behind, which has no object: a
/// guard was killed in it, but not: a guard killed a man.
fn is_told_with_article(reading: &Reading<'_>, at: usize) -> bool {
    let word = |at: usize| reading.words.get(at).filter(|word| word.kind == TokenKind::Word);
    let goes_on = |at: &usize| word(*at).is_some_and(|word| word.breaks == 0);
    let is_unknown =
        |at: usize| word(at).is_some_and(|word| word.may_be_article() && word.is_function(Function::Per));
    let acts = |at: usize| word(at).is_some_and(|word| word.summary.has_form(Form::Past));
    let before = (at.saturating_sub(BEFORE)..at).rev();
    // "A local guard": the last of the nouns is the one.
    let describes = word(at + 1).is_some_and(|next| next.breaks == 0 && next.is_noun() && !acts(at + 1));
    let has_article = goes_on(&at)
        && !describes
        && before.take_while(|at| goes_on(&(at + 1)) && !acts(*at)).any(is_unknown);
    let deed = (at + 1..at + 1 + BEHIND)
        .take_while(goes_on)
        .find(|at| acts(*at) && word(*at).is_some_and(kind::befalls));
    let ends = |deed: usize| {
        reading.words.get(deed + 1).is_none_or(|next| {
            next.breaks > 0 || next.kind == TokenKind::Sign || next.summary.does_any(GOING_ON)
        })
    };
    has_article && deed.is_some_and(ends)
}
