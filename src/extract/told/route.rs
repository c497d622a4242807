//! From where and to where: the place that a preposition ties to a movement, or that it takes as its object. Who leaves
//! *the country* says not from where.

use crate::extract::entity::{Entity, EntityKind};
use crate::extract::sentence::Sentence;
use crate::extract::told::Teller;
use crate::fact::{Fact, Stance};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;

/// Furthest that the place stands behind the movement, in words.
const NEAR: usize = 8;

/// The places that the movements of a sentence come from or go to.
pub(super) fn facts(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    kind: &Kind,
    function: Function,
) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for word in sentence.words.clone() {
        // A trigger takes the place behind its preposition, a word of the context the one right behind it.
        let governed = teller.concept_of(word, &kind.triggers).is_some();
        let direct = teller.concept_of(word, &kind.context).is_some();
        if !governed && !direct {
            continue;
        }
        let clause = teller.clause(sentence, word);
        let reach = word + 1..(word + 1 + NEAR).min(clause.end);
        let fits = |entity: &&Entity| {
            let preposition = teller.reading.preposition(entity);
            let near = entity.words.start <= word + 3;
            matches!(entity.kind, EntityKind::Place | EntityKind::Country)
                && entity.is_named
                && ((governed && preposition == Some(function))
                    || (direct && near && preposition.is_none_or(|found| found == function)))
        };
        let found = teller.reading.entities_in(reach).find(fits);
        let Some((entity, place)) = found.and_then(|entity| Some((entity, entity.place.clone()?))) else {
            continue;
        };
        let mut fact = teller.fact(kind, &entity.words, Value::Place(place), []);
        if (clause.start..word).rev().take(NEAR).any(|at| teller.is_function(at, Function::Not)) {
            fact.stance = Stance::Denied;
        }
        if !facts.iter().any(|known| known.evidence == fact.evidence) {
            facts.push(fact);
        }
    }
    facts
}
