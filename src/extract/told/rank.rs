//! Ranks: the first woman to lead a country, the second man on trial. A rank counts those who do or are one
//! thing, so that words must follow that say which.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::{Teller, bound, thing};
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;

/// Furthest that the ranked thing stands behind its rank, in words.
const NEAR: usize = 2;

/// The ranks of a sentence.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    let is_rank = |mention: &&Mention| {
        mention.dimension == Dimension::Ordinal && matches!(mention.value, Value::Amount(_))
    };
    for mention in mentions.filter(is_rank) {
        let behind = mention.words.end..(mention.words.end + NEAR).min(sentence.words.end);
        let head = behind.into_iter().find_map(|word| Some((word, teller.concept_of(word, &kind.heads)?)));
        let Some((at, head)) = head.filter(|(at, _)| goes_on(teller, sentence, *at)) else { continue };
        let Some(person) = teller.person_near(sentence, mention.words.start) else { continue };
        let slots = [(Slot::What, bound(vec![thing(head)])), (Slot::Who, bound(Teller::names(person)))];
        let words = mention.words.start..at + 1;
        let fact = teller.fact(kind, &words, mention.value.clone(), slots);
        // She would be and she will be the first: the rank is the same.
        facts.push(Fact { modality: Modality::Actual, ..fact });
    }
    facts
}

/// Whether words follow that say in what the thing has its rank: an infinitive or a verb.
fn goes_on(teller: &Teller<'_, '_>, sentence: &Sentence, at: usize) -> bool {
    let next = at + 1;
    let is_verb = teller.reading.words.get(next).is_some_and(crate::extract::attribution::is_verb);
    sentence.words.contains(&next)
        && (is_verb
            || [Function::To, Function::In, Function::Which, Function::Since]
                .into_iter()
                .any(|function| teller.is_function(next, function)))
}
