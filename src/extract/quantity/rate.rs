//! What there is of a unit in a time that is told behind it or behind what is measured: 3 million tonnes annually,
//! barrels of crude a day.
//!
//! Such rates are mentions and no more: one article tells the time beside its amount, another one elsewhere, so that
//! facts keep the amount itself.

use crate::extract::attribution::is_verb;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::quantity::measure::named;
use crate::extract::quantity::price::MOMENT;
use crate::extract::word::Word;
use crate::lexicon::Lexicon;
use crate::lexicon::class::Functions;
use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Id, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Amount;

/// Concepts that say how often begin with this; the code of a unit of time follows.
const EVERY: &str = "every-";

/// Words that what is measured may have between its unit and the time that it is told per.
const MATTER: usize = 4;

/// What is looked at.
#[derive(Clone, Copy)]
struct Scene<'a> {
    words: &'a [Word],
    language: &'a Language,
    lexicon: &'a Lexicon,
}

/// The rates of measured amounts.
#[must_use]
pub fn rates(words: &[Word], language: &Language, lexicon: &Lexicon, mentions: &[Mention]) -> Vec<Mention> {
    let scene = Scene { words, language, lexicon };
    mentions.iter().filter_map(|mention| rate(scene, mention)).collect()
}

fn rate(scene: Scene<'_>, mention: &Mention) -> Option<Mention> {
    let Value::Amount(amount) = &mention.value else { return None };
    let unit = amount.unit.as_ref().filter(|unit| !unit.code.contains('/') && unit.offset.is_zero())?;
    let (code, end) = time_behind(scene, mention).filter(|_| mention.dimension == Dimension::Quantity)?;
    let per = scene.lexicon.units.unit(&code)?;
    let rate = scene.lexicon.units.rate(unit, &per)?;
    let value = Value::Amount(Amount { unit: Some(rate), ..amount.clone() });
    let span = Span::new(mention.span.start, scene.words[end - 1].span.end);
    Some(Mention { words: mention.words.start..end, ..Mention::new(Dimension::Quantity, span, value) })
}

/// The code of the time that an amount is told per, and the word behind it.
fn time_behind(scene: Scene<'_>, mention: &Mention) -> Option<(Id, usize)> {
    let end = mention.words.end;
    if let Some(told) = adverb(scene, end).or_else(|| per(scene, end)) {
        return Some(told);
    }
    let start = matter(scene, end).or_else(|| described(scene, end))?;
    for at in start + 1..=start + MATTER {
        if let Some(told) = adverb(scene, at).or_else(|| per(scene, at)) {
            return Some(told);
        }
        scene.words.get(at).filter(|word| is_plain(scene, word))?;
    }
    None
}

/// A time in one word: daily, سنويا.
fn adverb(scene: Scene<'_>, at: usize) -> Option<(Id, usize)> {
    let code = scene.words.get(at).filter(|word| word.breaks == 0).and_then(often)?;
    scene.lexicon.units.period(code).map(|_| (code.into(), at + 1))
}

/// A time behind "per" or "in the", which is no moment of its own: a day, في اليوم.
fn per(scene: Scene<'_>, at: usize) -> Option<(Id, usize)> {
    let word = scene.words.get(at).filter(|word| word.breaks == 0)?;
    let time = scene.words.get(at + 1).filter(|time| time.breaks == 0)?;
    let code = if word.is_function(Function::Per) {
        named(time)
    } else if word.is_function(Function::In) {
        definite(scene, time)
    } else {
        None
    };
    let code = code.filter(|code| scene.lexicon.units.period(code).is_some())?;
    (!is_moment(scene.words, scene.language, at + 2)).then_some((code, at + 2))
}

/// The word that begins what is measured behind "of" at `end`.
fn matter(scene: Scene<'_>, end: usize) -> Option<usize> {
    let of = scene.words.get(end).filter(|of| of.kind == TokenKind::Word && of.breaks == 0)?;
    let is_of = of.is_function(Function::Of) || of.is_function(Function::From);
    let is_glued = of.clitics.preposition.is_some() || of.clitics.conjunction.is_some();
    let start = end + 1 + usize::from(scene.words.get(end + 1).is_some_and(Word::is_article));
    (is_of && !is_glued && scene.words.get(start).is_some_and(|word| is_plain(scene, word))).then_some(start)
}

/// The word behind a phrase of a unit with what is measured, which describes that: `برميل من النفط` الخام.
fn described(scene: Scene<'_>, end: usize) -> Option<usize> {
    let is_phrase = end.checked_sub(1).is_some_and(|last| scene.words[last].tokens.len() > 1);
    let next = scene.words.get(end).filter(|next| next.clitics.article && is_plain(scene, next));
    next.filter(|_| is_phrase && scene.language.grammar.adjective_after_noun).map(|_| end)
}

/// Grammar that may stand within what is measured.
const INNER: Functions = Functions::of(&[Function::And]);

/// Whether a word may belong to what is measured.
fn is_plain(scene: Scene<'_>, word: &Word) -> bool {
    let is_grammar = word.senses.iter().any(|sense| {
        matches!(sense.meaning, Meaning::Function(_) | Meaning::Stop) && !word.summary.does_any(INNER)
    });
    let acts = is_verb(word) && !word.is_noun() && !scene.language.grammar.adjective_after_noun;
    word.kind == TokenKind::Word
        && word.breaks == 0
        && word.clitics.preposition.is_none()
        && !is_grammar
        && !acts
        && often(word).is_none()
}

/// The code of the unit of time that a word says so often of: daily, سنويا.
pub(super) fn often(word: &Word) -> Option<&str> {
    let mut codes = word.senses.iter().filter_map(|sense| sense.meaning.concept()?.strip_prefix(EVERY));
    codes.next()
}

/// The unit of time that a word with an article names, alone or in a word of its own.
fn definite(scene: Scene<'_>, word: &Word) -> Option<Id> {
    if word.clitics.article
        && let Some(code) = named(word)
    {
        return Some(code);
    }
    let stem = scene.language.without_article(&word.normal).filter(|_| word.tokens.len() == 1)?;
    let found = scene.language.look_up(&[stem]);
    found
        .senses
        .iter()
        .find_map(|sense| if let Meaning::Unit(code) = &sense.meaning { Some(code.clone()) } else { None })
}

/// Whether what stands at `end` makes the time before it a moment: a year ago, in the year 2010, on the day before.
pub(super) fn is_moment(words: &[Word], language: &Language, end: usize) -> bool {
    words.get(end).filter(|next| next.breaks == 0).is_some_and(|next| {
        next.kind == TokenKind::Digits
            || language.is_definite(&next.normal)
            || next.clitics.pronoun
            || next.is_function(Function::Same)
            || MOMENT.into_iter().any(|moment| next.is_function(moment))
    })
}
