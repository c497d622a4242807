//! Numbers whose noun does not follow them: *five of them* soldiers, *twelve of the* dead, a crew *of* 18.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::word::Word;
use crate::lexicon::meaning::Form;
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
    let acts =
        |word: &&Word| word.senses.iter().any(|sense| matches!(sense.form, Form::Past | Form::Present));
    let behind = next(words, mention.words.end + 1).filter(|word| !acts(word));
    behind.and_then(|word| noun(word, &[Form::Many])).or(Some(THEM))
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
