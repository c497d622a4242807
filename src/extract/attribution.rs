//! Who says it, and in what sense: holders, denials and modality, by the clause.

use crate::extract::entity::{Entity, EntityKind};
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::fact::Modality;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::{Function, Speech};
use crate::value::words::Name;
use std::ops::Range;

/// Furthest that the name of a speaker stands from the word of saying, in words.
const REACH: usize = 9;

/// Concepts of holding and carrying: with "can", a capacity.
const CAPACITY: [&str; 1] = ["capacity"];

/// Words attributed to somebody.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// The words that are theirs.
    pub words: Range<usize>,
    /// The word of saying.
    pub at: usize,
    /// Who says it.
    pub holder: Vec<Name>,
    /// The speaker's country, where it is known.
    pub country: Option<crate::lexicon::meaning::Id>,
    /// How they say it.
    pub speech: Speech,
}

/// Reads who says what in a sentence.
#[must_use]
pub fn recognise(words: &[Word], sentence: &Sentence, entities: &[Entity]) -> Vec<Attribution> {
    let mut all = Vec::new();
    for idx in sentence.words.clone() {
        let Some(speech) = words.get(idx).and_then(speech) else { continue };
        let Some(speaker) = speaker(words, idx, speech, sentence, entities) else { continue };
        let words = match speech {
            Speech::AccordingTo => sentence.words.clone(),
            Speech::Say | Speech::Deny | Speech::Accuse | Speech::Suspect => {
                spoken(idx, sentence, speaker, words)
            }
        };
        all.push(Attribution {
            words,
            at: idx,
            holder: speaker.names.clone(),
            country: speaker.country.clone(),
            speech,
        });
    }
    all
}

/// The attribution of a word: the latest one that covers it.
#[must_use]
pub fn of(attributions: &[Attribution], word: usize) -> Option<&Attribution> {
    attributions
        .iter()
        .rev()
        .find(|attribution| attribution.words.contains(&word) && attribution.speech != Speech::Deny)
}

/// The word of saying that a word is.
#[must_use]
pub fn speech(word: &Word) -> Option<Speech> {
    word.find(|sense| match sense.meaning {
        Meaning::Speech(speech) => Some(speech),
        _ => None,
    })
}

/// What a speaker's words cover: from the word of saying to the end, or all before it where it ends the
/// sentence.
fn spoken(idx: usize, sentence: &Sentence, speaker: &Entity, words: &[Word]) -> Range<usize> {
    let rest = idx.max(speaker.words.end)..sentence.words.end;
    let is_content =
        |word: &Word| !word.senses.is_empty() || word.kind != crate::text::token::TokenKind::Sign;
    let left = words
        .get(rest.start + 1..rest.end)
        .unwrap_or_default()
        .iter()
        .filter(|word| is_content(word))
        .count();
    if left < 2 { sentence.words.clone() } else { idx..sentence.words.end }
}

/// The entity that says it: near the word, on the side where the language puts a subject first.
fn speaker<'e>(
    words: &[Word],
    idx: usize,
    speech: Speech,
    sentence: &Sentence,
    entities: &'e [Entity],
) -> Option<&'e Entity> {
    let names =
        |entity: &&Entity| entity.kind != EntityKind::Place && sentence.words.contains(&entity.words.start);
    let after = entities
        .iter()
        .filter(names)
        .find(|entity| entity.words.start > idx && entity.words.start - idx <= REACH);
    let after = after.filter(|entity| !crosses_that(words, idx, entity.words.start));
    if speech == Speech::AccordingTo {
        return after.filter(|entity| entity.words.start - idx <= 3);
    }
    let before = entities
        .iter()
        .filter(names)
        .rfind(|entity| entity.words.end <= idx && idx - entity.words.end <= REACH);
    match (before, after) {
        (Some(before), Some(after)) if idx - before.words.end < after.words.start - idx - 1 => Some(before),
        (_, Some(after)) => Some(after),
        (before, None) => before,
    }
}

/// Whether "that", a colon or a quotation mark stands between the word of saying and the name.
fn crosses_that(words: &[Word], from: usize, to: usize) -> bool {
    words.get(from + 1..to).unwrap_or_default().iter().any(|word| {
        word.is_function(Function::That) || [":", "\"", "“", "”", "«"].iter().any(|sign| word.is_sign(sign))
    })
}

/// The modality of a clause, read from its words.
#[must_use]
pub fn modality(words: &[Word], clause: Range<usize>, speech: Option<Speech>) -> Modality {
    let clause = words.get(clause).unwrap_or_default();
    let has = |function| clause.iter().any(|word| word.is_function(function));
    if has(Function::Can) {
        let holds = clause.iter().any(|word| CAPACITY.iter().any(|concept| word.has_concept(concept)));
        return if holds { Modality::Capacity } else { Modality::Possible };
    }
    let future = clause.iter().any(|word| word.clitics.future);
    if has(Function::If) {
        Modality::Conditional
    } else if has(Function::May) || speech == Some(Speech::Suspect) {
        Modality::Possible
    } else if future || has(Function::Will) || has(Function::Expected) {
        Modality::Planned
    } else {
        Modality::Actual
    }
}

/// Whether a verb of the clause is negated before `word`.
#[must_use]
pub fn is_negated(words: &[Word], clause: Range<usize>, word: usize) -> bool {
    let start = word.saturating_sub(2).max(clause.start);
    words.get(start..word).unwrap_or_default().iter().any(|word| word.is_function(Function::Not))
}

/// Whether the word is a verb.
#[must_use]
pub fn is_verb(word: &Word) -> bool {
    word.senses.iter().any(|sense| matches!(sense.form, Form::Past | Form::Present))
}
