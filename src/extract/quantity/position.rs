//! Places in a row that are counted from its end or from the current one: the last, the next to last, the
//! previous version. Stretches of the calendar ("last week") are times and are read there.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::attribution::is_verb;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::quantity::Scene;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::Position;
use crate::text::token::TokenKind;
use crate::value::Value;

/// What tells of the calendar or the clock.
const TIMES: Classes = Classes::of(&[Class::Calendar, Class::Daypart]);

/// What says nothing about a thing.
const GRAMMAR: Classes = Classes::of(&[Class::Function, Class::Stop, Class::Speech]);

/// Words among which the last one may make a time of those before it.
const PHRASE: usize = 4;

/// The place in a row that the word at `idx` names.
#[must_use]
pub fn mention(scene: &Scene<'_>, idx: usize) -> Option<Mention> {
    let word = scene.words.get(idx)?;
    let position = word.find(|sense| match sense.meaning {
        Meaning::Position(position) => Some(position),
        _ => None,
    })?;
    let is_clear = matches!(position, Position::LastButOne | Position::LastButTwo);
    // Where adjectives follow their noun, "the last" says "the recent" as well.
    let ranks = || !scene.language.grammar.adjective_after_noun && leads_noun(scene, idx, position);
    let value = Value::State(written(position).to_owned());
    (is_clear || ranks()).then(|| scene.mention(Dimension::Ordinal, idx..idx + 1, value))
}

/// A place as it is written: from where it is counted, and how far on.
const fn written(position: Position) -> &'static str {
    match position {
        Position::Current => "current",
        Position::Last => "last",
        Position::LastButOne => "last-1",
        Position::LastButTwo => "last-2",
        Position::Next => "current+1",
        Position::Previous => "current-1",
    }
}

/// Whether a noun that is ranked stands behind the word, a number or "one" between them or not. "Last" may be
/// a verb or an adverb: without an article or an own noun it ranks nothing.
fn leads_noun(scene: &Scene<'_>, idx: usize, position: Position) -> bool {
    let numeral = scene.numeral_at(idx + 1).filter(|numeral| scene.words[numeral.words.start].breaks == 0);
    let at = numeral.map_or(idx + 1, |numeral| numeral.words.end);
    let Some(next) = scene.next_word(at).filter(|next| next.breaks == 0) else { return false };
    let is_one = |word: &Word| word.senses.iter().any(|sense| sense.meaning == Meaning::Cardinal(1));
    let is_only_verb = is_verb(next) && !next.is_noun();
    let is_name = next.capital && next.senses.is_empty();
    let is_thing = next.kind == TokenKind::Word
        && !next.summary.is_any(GRAMMAR)
        && !is_name
        && !leads_to_time(scene, at)
        && !is_only_verb;
    let is_ranked = is_thing || is_one(&scene.words[idx + 1]) || next.is_function(Function::Of);
    let before = idx.checked_sub(1).and_then(|before| scene.words.get(before));
    let is_known = if numeral.is_some() { before.is_some_and(Word::is_article) } else { next.is_noun() };
    is_ranked && (position != Position::Last || is_known || stands_free(scene, idx))
}

/// Whether a word before an unknown noun is an adjective there: behind an article, a number, an own word or a
/// word that is none of grammar.
fn stands_free(scene: &Scene<'_>, idx: usize) -> bool {
    let before = idx.checked_sub(1).and_then(|before| scene.words.get(before));
    let is_free = before.is_none_or(|word| {
        word.is_function(Function::Own)
            || word.summary.is(Class::Number)
            || !(word.summary.is_any(GRAMMAR) && word.kind == TokenKind::Word)
    });
    is_free || idx.checked_sub(1).is_some_and(|before| scene.reader().is_indefinite(before))
}

/// Whether the phrase that begins at `at` names a day or a stretch of time: Labour Day.
fn leads_to_time(scene: &Scene<'_>, at: usize) -> bool {
    let words = scene.words.get(at..).unwrap_or_default().iter().take(PHRASE);
    let mut phrase = words
        .take_while(|word| word.kind == TokenKind::Word && word.breaks == 0 && !word.summary.is_any(GRAMMAR));
    phrase.any(|word| is_time(scene, word))
}

/// Whether a word tells of the calendar, the clock or a length of time.
fn is_time(scene: &Scene<'_>, word: &Word) -> bool {
    let lasts = |meaning: &Meaning| matches!(meaning, Meaning::Unit(code) if scene.lexicon.units.period(code).is_some());
    word.summary.is_any(TIMES)
        || word.is_function(Function::Oclock)
        || word.senses.iter().any(|sense| lasts(&sense.meaning))
}
