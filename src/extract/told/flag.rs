//! Flags: the country beside a word of flying a flag.

use crate::extract::attribution::is_verb;
use crate::extract::sentence::Sentence;
use crate::extract::told::Teller;
use crate::fact::Fact;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;

/// Furthest that the country stands from the flag, in words.
const NEAR: usize = 3;

/// The flags of a sentence.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mut facts = Vec::new();
    for word in sentence.words.clone().filter(|word| teller.concept_of(*word, &kind.triggers).is_some()) {
        if !is_flagged(teller, word)
            && !sentence.words.clone().any(|at| teller.concept_of(at, &kind.context).is_some())
        {
            continue;
        }
        let before = (word.saturating_sub(NEAR).max(sentence.words.start)..word).rev();
        let after = word + 1..(word + 1 + NEAR).min(sentence.words.end);
        let nation = |at: usize| {
            let found = teller.reading.words.get(at)?;
            let code = found.find(|sense| Meaning::nation(&sense.meaning).cloned())?;
            Some((at, code))
        };
        let adjacent = |at: &usize| word - at <= 2;
        let found = before
            .into_iter()
            .filter(adjacent)
            .find_map(nation)
            .or_else(|| after.into_iter().find_map(nation));
        if let Some((at, code)) = found {
            let state = Value::Name(teller.reading.lexicon.gazetteer.state(&code));
            facts.push(teller.fact(kind, &(at.min(word)..at.max(word) + 1), state, []));
        }
    }
    facts
}

/// Whether the word itself is a verb of flying a flag; another word needs a vessel in the sentence.
fn is_flagged(teller: &Teller<'_, '_>, word: usize) -> bool {
    teller.reading.words.get(word).is_some_and(is_verb)
}
