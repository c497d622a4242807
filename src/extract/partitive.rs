//! Numbers whose noun does not follow them: *five of them* soldiers, *twelve of the* dead, a crew *of* 18.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;
use std::ops::Range;

/// What is counted where only a pronoun tells it.
pub const THEM: &str = "them";

/// Nouns of many that are told by how many they are.
const COLLECTIVES: [&str; 6] = ["committee", "crew", "delegation", "family", "staff", "team"];

/// Furthest that the noun stands behind "of", in words.
const NEAR: usize = 3;

/// Gives bare numbers the noun that they count.
pub fn name(words: &[Word], mentions: &mut [Mention]) {
    for mention in mentions.iter_mut().filter(|mention| is_bare(mention)) {
        let head = of_them(words, mention).or_else(|| of_many(words, mention));
        let head = head.or_else(|| collective(words, mention)).or_else(|| definite(words, mention));
        let head = head.or_else(|| numbered(words, mention));
        mention.head = head.map(str::to_owned);
    }
}

fn is_bare(mention: &Mention) -> bool {
    let plain = matches!(&mention.value, Value::Amount(amount) if amount.unit.is_none());
    mention.dimension == Dimension::Number && mention.head.is_none() && mention.head_text.is_none() && plain
}

/// The word at `at`, where nothing parts it from what stands before.
fn next(words: &[Word], at: usize) -> Option<&Word> {
    words.get(at).filter(|word| word.breaks == 0 && word.kind == TokenKind::Word)
}

/// What a word counts in one of these forms.
fn noun<'w>(word: &'w Word, forms: &[Form]) -> Option<&'w str> {
    let mut senses = word.senses.iter().filter(|sense| forms.contains(&sense.form));
    senses.find_map(|sense| sense.meaning.concept().map(|concept| &**concept))
}

/// The noun behind "of them": *five of them* soldiers; else those who were told before.
fn of_them<'w>(words: &'w [Word], mention: &Mention) -> Option<&'w str> {
    is_of_them(words, mention).then_some(())?;
    let first = mention.words.end + 1;
    let behind = next(words, first).filter(|word| !acts(word));
    behind.and_then(|word| noun(word, &[Form::Many])).or_else(|| predicate(words, first)).or(Some(THEM))
}

/// What a clause says of those who were told: four of those killed *were children*.
fn predicate(words: &[Word], first: usize) -> Option<&str> {
    let befell = usize::from(next(words, first).is_some_and(acts));
    let is_copula = |word: &Word| word.senses.iter().all(|sense| sense.meaning == Meaning::Stop);
    next(words, first + befell).filter(|word| !word.senses.is_empty() && is_copula(word))?;
    next(words, first + befell + 1).and_then(|word| noun(word, &[Form::Many]))
}

/// Whether a word is a verb.
fn acts(word: &Word) -> bool {
    word.senses.iter().any(|sense| matches!(sense.form, Form::Past | Form::Present))
}

/// Whether "of them" stands behind a number.
#[must_use]
pub fn is_of_them(words: &[Word], mention: &Mention) -> bool {
    next(words, mention.words.end).is_some_and(|word| word.is_function(Function::OfThem))
}

/// The noun of many behind "of": *twelve of the* dead, *137 of* the army's prisoners.
fn of_many<'w>(words: &'w [Word], mention: &Mention) -> Option<&'w str> {
    words.get(whole(words, mention)?.end - 1).and_then(|word| noun(word, &[Form::Many]))
}

/// The words from "of" to the noun of many of which a bare number is a part.
#[must_use]
pub fn whole(words: &[Word], mention: &Mention) -> Option<Range<usize>> {
    let of = mention.words.end;
    next(words, of)
        .filter(|word| word.is_function(Function::Of) && mention.dimension == Dimension::Number)?;
    // "Four of the 21 drivers": how many they are in all stands between.
    let word = |at: usize| words.get(at).filter(|word| word.breaks == 0 && word.kind != TokenKind::Sign);
    let mut rest = (of + 1..=of + NEAR).map_while(|at| word(at).map(|word| (at, word)));
    rest.find(|(_, word)| noun(word, &[Form::Many]).is_some()).map(|(at, _)| of..at + 1)
}

/// Whether a number tells how many they are in all of whom another one counts some: four of the *21* drivers.
#[must_use]
pub fn is_all(words: &[Word], mentions: &[Mention], mention: &Mention) -> bool {
    let counts_some = |other: &Mention| {
        other.words.end <= mention.words.start
            && whole(words, other).is_some_and(|whole| whole.contains(&mention.words.start))
    };
    mentions.iter().any(counts_some)
}

/// The noun of many before a number with an article, which follows it as an adjective: الركاب *الأربعة*, أفراد طاقم
/// السفينة *الـ24*.
fn definite<'w>(words: &'w [Word], mention: &Mention) -> Option<&'w str> {
    let first = mention.words.start;
    let own = words.get(first).filter(|word| word.breaks == 0)?;
    // An article that is drawn out to the digits stands as a word of its own.
    let glued =
        first.checked_sub(1).and_then(|at| words.get(at)).filter(|word| own.touches() && word.is_article());
    if !own.clitics.article && glued.is_none() {
        return None;
    }
    let first = first - usize::from(glued.is_some());
    let mut before = (first.saturating_sub(NEAR)..first).rev().map_while(|at| next(words, at));
    before.find_map(|word| noun(word, &[Form::Many]))
}

/// The noun of many before "of": a crew *of 18*.
fn collective<'w>(words: &'w [Word], mention: &Mention) -> Option<&'w str> {
    let of = mention.words.start.checked_sub(1)?;
    words.get(of).filter(|word| {
        word.is_function(Function::Of)
            && words.get(mention.words.start).is_some_and(|first| first.breaks == 0)
    })?;
    let before = words.get(of.checked_sub(1)?)?;
    noun(before, &[Form::One]).filter(|concept| COLLECTIVES.contains(concept))
}

/// Concepts of what a number is.
const NUMBERS: [&str; 2] = ["number-noun", TOLL];
const TOLL: &str = "toll";

/// What a toll counts.
const VICTIM: &str = "victim";

/// What a number comes to.
const COMES_TO: [&str; 4] = ["decrease", "increase", "reach-amount", "stand"];

/// Furthest that a number stands behind what it is the number of, in words.
const LONG: usize = 24;

/// What an earlier noun says that a number is the number of: *the number of people* killed by the storm rose *to* 40.
fn numbered<'w>(words: &'w [Word], mention: &Mention) -> Option<&'w str> {
    let first = mention.words.start;
    let leads = |word: &Word| {
        word.is_function(Function::To)
            || word.is_function(Function::At)
            || word.clitics.preposition.is_some()
            || COMES_TO.iter().any(|concept| word.has_concept(concept))
    };
    let before = first.checked_sub(1).and_then(|at| words.get(at));
    let is_led =
        before.is_some_and(leads) || words.get(first).is_some_and(|word| word.clitics.preposition.is_some());
    let comes = |word: &Word| COMES_TO.iter().any(|concept| word.has_concept(concept));
    let reach = first.saturating_sub(LONG)..first;
    let parts = |at: usize| words.get(at + 1).is_some_and(|word| word.breaks > 0) || words[at].is_sign(".");
    let start = reach.clone().rev().find(|at| parts(*at)).map_or(reach.start, |at| at + 1);
    let number =
        (start..first).rev().find(|at| NUMBERS.iter().any(|concept| words[*at].has_concept(concept)))?;
    if !is_led || !words[number..first].iter().any(comes) {
        return None;
    }
    let of = usize::from(next(words, number + 1)?.is_function(Function::Of));
    let things = (number + 1 + of..first).take(NEAR).map_while(|at| next(words, at));
    let mut things = things.take_while(|word| word.kind != TokenKind::Digits && !comes(word));
    let is_toll = || words[number].has_concept(TOLL).then_some(VICTIM);
    things.find_map(|word| noun(word, &[Form::Many])).or_else(is_toll)
}
