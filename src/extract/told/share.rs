//! Shares: the percentage right behind the name of the one who won it, in a text about a vote.

use crate::extract::attribution::is_verb;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::person::is_named;
use crate::extract::told::{Teller, bound};
use crate::fact::Fact;
use crate::fact::slot::Slot;
use crate::lexicon::schema::kind::Kind;

/// Furthest that the percentage stands behind the name, in words.
const NEAR: usize = 4;

/// Sentences before and behind within which a word must tell that the text is about a vote.
const ABOUT: usize = 1;

/// The shares of a sentence.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    let mut percentages = mentions.filter(|mention| mention.dimension == Dimension::Percent).peekable();
    if percentages.peek().is_none() {
        return Vec::new();
    }
    let idx = teller.reading.sentence_of(sentence.words.start);
    let around = idx.saturating_sub(ABOUT)..(idx + ABOUT + 1).min(teller.reading.sentences.len());
    let nearby = teller.reading.sentences.get(around).unwrap_or_default();
    let mut words = nearby.iter().flat_map(|sentence| sentence.words.clone());
    if !words.any(|word| teller.concept_of(word, &kind.context).is_some()) {
        return Vec::new();
    }
    percentages.filter_map(|mention| fact(teller, sentence, kind, mention)).collect()
}

fn fact(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, mention: &Mention) -> Option<Fact> {
    let at = mention.words.start;
    let near = at.saturating_sub(NEAR).max(sentence.words.start)..at;
    if near.clone().any(|word| teller.concept_of(word, &kind.unless).is_some()) {
        return None;
    }
    let earlier = teller.reading.entities_in(sentence.words.start..at);
    let who = earlier.into_iter().rfind(|entity| entity.words.end + NEAR >= at).filter(is_named)?;
    let verbs = (who.words.end..at).filter(|word| teller.reading.words.get(*word).is_some_and(is_verb));
    if verbs.count() > 1 {
        return None;
    }
    let slots = [(Slot::Who, bound(Teller::names(who)))];
    Some(teller.fact(kind, &mention.words, mention.value.clone(), slots))
}
