//! Names that no list knows and only the adjective of a country announces.

use crate::extract::attribution::is_verb;
use crate::extract::entity::Entity;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::text::token::TokenKind;
use crate::value::words::Name;
use std::ops::Range;

/// Words of such a name.
const ANNOUNCED: usize = 2;

/// The name behind the adjective of a country that stands for a person: *the Tunisian* Anis Gharbi.
#[must_use]
pub fn behind_country(reading: &Reading<'_>, at: usize, end: usize) -> Option<(Name, Range<usize>)> {
    let word = reading.words.get(at).filter(|word| word.clitics.article)?;
    word.find(|sense| sense.meaning.demonym().cloned())?;
    let joins = |first: &Word| reading.language.spelling.is_joined(&first.normal);
    let more = usize::from(reading.words.get(at + 1).is_some_and(joins));
    let words = at + 1..at + 1 + ANNOUNCED + more;
    let is_part = |word: &Word| {
        word.kind == TokenKind::Word
            && word.breaks == 0
            && !is_verb(word)
            && word.clitics.preposition.is_none()
    };
    let is_whole = words.end <= end && words.clone().all(|at| reading.words.get(at).is_some_and(is_part));
    let is_unknown = |at: usize| {
        reading.words.get(at).is_some_and(|word| word.senses.is_empty() && !word.is_common(reading.language))
    };
    let is_inside = |entity: &Entity| words.start <= entity.words.start && entity.words.end <= words.end;
    let is_free = reading.entities_in(words.clone()).all(is_inside);
    if !is_whole || !is_free || !words.clone().any(is_unknown) {
        return None;
    }
    let text = reading.text.slice(reading.span(&words));
    Some((reading.lexicon.name(text), words))
}

/// Most words between what describes somebody and the name.
const WHOSE: usize = 3;

/// The name that a sign ends, behind a few words that tell whose the one is whom it names: المدرب الإسباني *للفريق الفائز*
/// نونو فيلاس،.
#[must_use]
pub fn before_sign(reading: &Reading<'_>, whose: usize, end: usize) -> Option<(Name, Range<usize>)> {
    let word = |at: usize| reading.words.get(at).filter(|word| at < end && word.breaks == 0);
    let is_sign = |at: &usize| word(*at).is_none_or(|word| word.kind == TokenKind::Sign);
    let last = (whose..=whose + WHOSE + ANNOUNCED).find(is_sign)?;
    let words = last.checked_sub(ANNOUNCED).filter(|first| *first > whose)?..last;
    let is_unknown = |at: usize| {
        word(at).is_some_and(|word| {
            word.kind == TokenKind::Word && word.senses.is_empty() && !word.is_common(reading.language)
        })
    };
    let text = reading.text.slice(reading.span(&words));
    words.clone().all(is_unknown).then(|| (reading.lexicon.name(text), words))
}
