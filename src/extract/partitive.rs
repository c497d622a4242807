//! Numbers whose noun does not follow them: *five of them* soldiers, *twelve of the* dead, a crew *of* 18.

mod numbered;

use crate::extract::kind;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount;
use crate::value::number::Number;
use std::ops::Range;

/// What is counted where only a pronoun tells it.
pub const THEM: &str = "them";

/// Nouns of many that are told by how many they are.
const COLLECTIVES: [&str; 7] = ["committee", "crew", "delegation", "family", "population", "staff", "team"];

/// Gatherings of people that are told by how many they are.
const GATHERINGS: [&str; 5] = ["attendance", "crowd", "gang", "group", "jury"];

/// The concept of people of whom no more is said.
const PERSON: &str = "person";

/// Furthest that the noun stands behind "of", in words.
const NEAR: usize = 3;

/// What is looked at for the noun of a number.
struct Scene<'w> {
    words: &'w [Word],
    sentences: &'w [Sentence],
    mentions: &'w [Mention],
    language: &'w Language,
    /// Whether adjectives follow their noun.
    follows: bool,
}

impl Scene<'_> {
    /// The words of the sentence in which one stands.
    fn sentence(&self, at: usize) -> Range<usize> {
        let idx = self.sentences.partition_point(|sentence| sentence.words.end <= at);
        self.sentences.get(idx).map_or(at..at, |sentence| sentence.words.clone())
    }
}

/// Gives bare numbers the noun that they count.
pub fn name(words: &[Word], sentences: &[Sentence], language: &Language, mentions: &mut [Mention]) {
    let follows = language.grammar.adjective_after_noun;
    let scene = Scene { words, sentences, mentions, language, follows };
    let heads: Vec<Option<String>> = mentions.iter().map(|mention| head(&scene, mention)).collect();
    let ranks: Vec<bool> = mentions.iter().map(|mention| is_rank(&scene, mention)).collect();
    for ((mention, head), is_rank) in mentions.iter_mut().zip(heads).zip(ranks) {
        mention.head = head.or_else(|| mention.head.take());
        if is_rank && mention.head.is_none() {
            mention.dimension = Dimension::Ordinal;
        }
    }
}

/// Whether digits behind the noun of one thing are its rank: `الدورة الـ12`, `الدقيقة 88`. A rank behind a single thing
/// that is known has an article, but a minute needs none.
fn is_rank(scene: &Scene<'_>, mention: &Mention) -> bool {
    let words = scene.words;
    let start = mention.words.start;
    let is_bare = mention.dimension == Dimension::Number && mention.head_text.is_none() && scene.follows;
    let is_whole = matches!(&mention.value, Value::Amount(amount)
        if amount.unit.is_none() && matches!(amount.form, amount::Form::Exactly(number) if number.to_whole().is_some()));
    let Some(own) = words.get(start).filter(|own| is_bare && is_whole && own.kind == TokenKind::Digits)
    else {
        return false;
    };
    // White space may stand behind the article: الدورة الـ 12.
    let is_article = |at: &usize| words.get(*at).is_some_and(|word| scene.language.is_article(&word.normal));
    let article = start.checked_sub(1).filter(is_article);
    let Some(before) = article.unwrap_or(start).checked_sub(1).and_then(|at| words.get(at)) else {
        return false;
    };
    let is_minute = before.senses.iter().any(|sense| {
        matches!(&sense.meaning, Meaning::Unit(code) if &**code == MINUTE) && sense.form == Form::One
    });
    let is_one = before.summary.has_form(Form::One) && !before.summary.has_form(Form::Many);
    let is_many = noun(before, &[Form::One]).is_some_and(|concept| COLLECTIVES.contains(&concept));
    let is_known = before.clitics.article || before.clitics.pronoun;
    own.breaks == 0 && is_one && is_known && !is_many && (article.is_some() || is_minute)
}

/// The unit of minutes.
const MINUTE: &str = "min";

/// The noun that a bare number counts, wherever it stands.
fn head(scene: &Scene<'_>, mention: &Mention) -> Option<String> {
    let plain = matches!(&mention.value, Value::Amount(amount) if amount.unit.is_none());
    if mention.dimension != Dimension::Number || mention.head.is_some() || !plain {
        return None;
    }
    let words = scene.words;
    let before = || collective(words, mention).or_else(|| definite(words, mention));
    // A word of no list behind a number is its noun, unless what stands before it plainly is.
    let head = if mention.head_text.is_some() {
        before()
    } else {
        let told = of_them(words, mention).or_else(|| of_many(words, mention)).or_else(before);
        told.or_else(|| of_all(scene, mention))
            .or_else(|| twice(scene, mention))
            .or_else(|| numbered::announced(scene, mention).filter(|_| !is_rank(scene, mention)))
    };
    head.map(str::to_owned)
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
    // "Thirteen of those on board were hurt": people are counted, and all that befell them is told behind.
    if next(words, first).is_some() && kind::is_aboard(words, first) {
        return None;
    }
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

/// The noun of all of whom so many are told: nine *of a total of 12 workers*.
fn of_all<'w>(scene: &Scene<'w>, mention: &Mention) -> Option<&'w str> {
    let of = mention.words.end;
    next(scene.words, of).filter(|word| word.is_function(Function::Of))?;
    let is_all = |all: &&Mention| (of + 1..=of + NEAR).contains(&all.words.start);
    let from = scene.mentions.partition_point(|other| other.words.start <= of);
    let all = scene.mentions.get(from).filter(is_all).filter(|all| all.dimension == Dimension::Quantity)?;
    let is_beside = scene.words.get(all.words.start).is_some_and(|word| word.breaks == 0);
    all.head.as_deref().filter(|_| is_beside)
}

/// The noun of two before a "two" that only says it again: مصابان *اثنان*. Some are spelt as of many.
fn twice<'w>(scene: &Scene<'w>, mention: &Mention) -> Option<&'w str> {
    let words = scene.words;
    let is_two = matches!(&mention.value, Value::Amount(amount) if amount.form == TWO);
    let is_two = is_two && scene.follows && words.get(mention.words.start)?.kind == TokenKind::Word;
    let before = mention.words.start.checked_sub(1).filter(|_| is_two)?;
    next(words, mention.words.start)?;
    words.get(before).and_then(|word| noun(word, &[Form::Two, Form::Many]))
}

/// Exactly two.
const TWO: amount::Form<Number> = amount::Form::Exactly(Number::whole(2));

/// Whether a number tells how many they are in all of whom another one counts some: four of the *21* drivers, one of
/// the *three* hostages, اثنان من الرهائن *الثلاثة*.
#[must_use]
pub fn is_all(words: &[Word], mentions: &[Mention], mention: &Mention) -> bool {
    let own = mention.words.start;
    let has_article = words.get(own).is_some_and(|word| word.clitics.article && word.breaks == 0);
    let counts_some = |other: &Mention| {
        other.words.end <= own
            && whole(words, other)
                .is_some_and(|whole| whole.contains(&own) || has_article && whole.end == own)
    };
    mentions.iter().any(counts_some) || is_of_one(words, own, has_article)
}

/// Whether one of those is told of whom a number tells how many they are: *one of* the three hostages, *أحد* الرهائن
/// الثلاثة.
fn is_of_one(words: &[Word], own: usize, has_article: bool) -> bool {
    let word = |back: usize| own.checked_sub(back).and_then(|at| words.get(at));
    let is_beside = |back: usize| word(back).is_some_and(|word| word.breaks == 0);
    let is_one = |word: &Word| {
        let clitics = &word.clitics;
        let is_plain = !clitics.article && !clitics.pronoun;
        is_plain && word.senses.iter().any(|sense| sense.meaning == Meaning::Cardinal(1))
    };
    let of_many = || {
        let is_noun = word(1).is_some_and(|word| word.clitics.article && noun(word, &[Form::Many]).is_some());
        has_article && is_noun && is_beside(1) && word(2).is_some_and(is_one)
    };
    let of_the = || {
        let is_of = |word: &Word| word.is_function(Function::Of);
        let of = if word(1).is_some_and(Word::is_article) { 2 } else { 1 };
        let is_some = |word: &Word| is_one(word) || word.is_function(Function::None);
        word(of).is_some_and(is_of) && (0..=of).all(is_beside) && word(of + 1).is_some_and(is_some)
    };
    of_many() || of_the()
}

/// Whether a number opens its clause as that of all of whom another one behind a comma counts some: *of 4,600 houses*
/// hit, 1,200 fell; *of the 30* passengers, 13 were hurt.
#[must_use]
pub fn is_all_before(words: &[Word], mentions: &[Mention], mention: &Mention) -> bool {
    let article =
        mention.words.start.checked_sub(1).filter(|at| words.get(*at).is_some_and(Word::is_article));
    let start = article.unwrap_or(mention.words.start);
    let before = |back: usize| start.checked_sub(back).and_then(|at| words.get(at));
    let leads = |word: &Word| [Function::Of, Function::OutOf].into_iter().any(|of| word.is_function(of));
    let begins = before(2).is_none_or(|word| word.kind == TokenKind::Sign)
        || before(1).is_some_and(|word| word.breaks > 0);
    let is_some = |other: &Mention| {
        let comma = other.words.start.checked_sub(1).and_then(|at| words.get(at));
        // "Among the two dead is a guard, 24,": what commas part from both sides is an age.
        let is_apart = words.get(other.words.end).is_some_and(|word| word.is_sign(","));
        other.dimension == Dimension::Number
            && other.words.start > mention.words.end
            && !is_apart
            && comma.is_some_and(|word| word.is_sign(",") || acts(word))
    };
    before(1).is_some_and(leads) && begins && mentions.iter().any(is_some)
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
    let before = (first.saturating_sub(NEAR)..first).rev().map_while(|at| next(words, at));
    let mut things = before.clone().filter_map(|word| noun(word, &[Form::Many]));
    things.next().or_else(|| before.clone().next().and_then(nation))
}

/// People, where a word names those of a country.
fn nation(word: &Word) -> Option<&'static str> {
    word.find(|sense| sense.meaning.demonym().map(|_| PERSON))
}

/// The noun of many before "of": a crew *of 18*; people, where what it calls them says nothing else of them.
fn collective<'w>(words: &'w [Word], mention: &Mention) -> Option<&'w str> {
    let of = mention.words.start.checked_sub(1)?;
    words.get(of).filter(|word| {
        word.is_function(Function::Of)
            && words.get(mention.words.start).is_some_and(|first| first.breaks == 0)
    })?;
    let before = words.get(of.checked_sub(1)?)?;
    let of_many = |list: &[&str]| noun(before, &[Form::One]).filter(|concept| list.contains(concept));
    of_many(&COLLECTIVES).or_else(|| of_many(&GATHERINGS).map(|_| PERSON))
}
