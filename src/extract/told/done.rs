//! What was done and what was not: a verb of the kind, turned round by a negation before it.
//!
//! The kind's two states stand in the order in which they follow one another: not done, then done. A word of a
//! state's own concepts says it without a verb, as "unhurt" does.

use crate::extract::attribution::is_verb;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::sentence::Sentence;
use crate::extract::told::{Teller, bound, none, thing};
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality, SlotValue};
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;

/// Words that a negation does not reach across.
const ENDING: Functions = Functions::of(&[
    Function::From,
    Function::In,
    Function::Of,
    Function::On,
    Function::That,
    Function::When,
    Function::Where,
    Function::Which,
]);

/// Furthest that a negation stands before its verb, in words.
const NEAR: usize = 5;

/// What the words of a sentence say was done or not.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let [before, after] = &*kind.states else { return Vec::new() };
    let mut facts: Vec<Fact> = Vec::new();
    let may_say = |at: &usize| teller.reading.words.get(*at).is_some_and(|word| word.may_say(kind));
    for word in sentence.words.clone().filter(may_say) {
        if let Some(words) = none::of_all(teller, sentence, word, kind) {
            if none::is_elsewhere(teller, sentence, &words) {
                continue;
            }
            facts.extend(none::count(teller, sentence, &words, kind));
            let concept = teller.concept_of(word, &after.concepts).unwrap_or_default();
            let slots =
                [(Slot::Who, bound(vec![thing(none::ANYBODY)])), (Slot::What, bound(vec![thing(concept)]))];
            facts.push(teller.fact(kind, &words, Value::State(before.state.clone()), slots));
            continue;
        }
        let plainly = |word: usize| kind.heads.is_empty() || says_only(teller, word, &after.concepts);
        let done =
            teller.concept_of(word, &after.concepts).filter(|_| is_told(teller, word) && plainly(word));
        let undone = teller.concept_of(word, &before.concepts);
        let Some(concept) = done.or(undone) else { continue };
        let negation = negation(teller, sentence, word);
        if negation.is_some_and(|not| none::is_turned(teller, &(not..word + 1))) {
            continue;
        }
        let is_done = done.is_some() != negation.is_some();
        if done.is_none() && negation.is_some() {
            continue;
        }
        let Some((who, is_named)) = subject(teller, sentence, word, kind) else { continue };
        let state = if is_done { &after.state } else { &before.state };
        if is_done && !is_named && !before.concepts.is_empty() {
            continue;
        }
        let words = negation.unwrap_or(word).min(word)..word + 1;
        let slots = [(Slot::Who, who), (Slot::What, bound(vec![thing(concept)]))];
        let fact = teller.fact(kind, &words, Value::State(state.clone()), slots);
        if fact.modality == Modality::Actual {
            facts.push(fact);
        }
    }
    facts
}

/// Whether a word has no other meaning than one of these.
fn says_only(teller: &Teller<'_, '_>, word: usize, concepts: &Concepts) -> bool {
    let senses = teller.reading.words.get(word).map(|word| word.senses.iter()).into_iter().flatten();
    senses
        .into_iter()
        .filter_map(|sense| sense.meaning.concept())
        .all(|concept| concepts.iter().any(|known| **known == **concept))
}

/// Whether the word tells that something took place: a verb, not a noun nor an infinitive of will.
fn is_told(teller: &Teller<'_, '_>, word: usize) -> bool {
    let Some(found) = teller.reading.words.get(word) else { return false };
    let past = found.senses.iter().any(|sense| sense.form == Form::Past);
    past || (is_verb(found) && negates_before(teller, word))
}

fn negates_before(teller: &Teller<'_, '_>, word: usize) -> bool {
    (word.saturating_sub(2)..word).any(|word| teller.is_function(word, Function::Not))
}

/// The negation of a verb: before it in its clause, or "none" as its subject.
fn negation(teller: &Teller<'_, '_>, sentence: &Sentence, word: usize) -> Option<usize> {
    let clause = teller.clause(sentence, word);
    let near = word.saturating_sub(NEAR).max(clause.start)..word;
    // It is *not* known *who* killed them: what is denied ends before.
    let ends = |at: usize| teller.reading.words.get(at).is_some_and(|word| word.summary.does_any(ENDING));
    let not = near.rev().take_while(|at| !ends(*at)).find(|at| teller.is_function(*at, Function::Not));
    not.or_else(|| {
        clause.into_iter().take_while(|at| *at < word).find(|at| teller.is_function(*at, Function::None))
    })
}

/// Who did it: a person or body by name; else, for things that happen to a group, the group's noun. Tells
/// whether it is a name.
fn subject(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    word: usize,
    kind: &Kind,
) -> Option<(SlotValue, bool)> {
    let clause = teller.clause(sentence, word);
    let acts = |entity: &&Entity| {
        entity.kind != EntityKind::Place
            && !entity.names.is_empty()
            && teller.reading.preposition(entity).is_none()
    };
    let near = sentence.words.start..word.max(clause.end);
    let rank = |head: &str| kind.heads.iter().position(|known| known == head);
    let heads = near.filter_map(|at| teller.concept_of(at, &kind.heads));
    let group = heads.min_by_key(|head| rank(head));
    if let Some(group) = group {
        return Some((bound(vec![thing(group)]), false));
    }
    if !kind.heads.is_empty() {
        return None;
    }
    let verb_first = teller.reading.language.grammar.verb_first;
    let after = || teller.reading.entities_in(word + 1..clause.end).find(acts).filter(|_| verb_first);
    let before = teller.reading.entities_in(clause.start..word).rfind(acts);
    let far = || teller.reading.entities_in(sentence.words.start..word).find(acts);
    let found = before.or_else(after).or_else(far)?;
    Some((bound(Teller::names(found)), true))
}
