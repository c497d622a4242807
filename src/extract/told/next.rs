//! When the next one is: a time that lies ahead beside a gathering that is called the next one, or beside a verb of
//! gathering again.

use crate::extract::mention::Mention;
use crate::extract::sentence::Sentence;
use crate::extract::told::{Teller, bound, thing};
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;

/// Furthest that the gathering stands from the time, in words.
const NEAR: usize = 12;

/// Furthest that "next" or "again" stands from the gathering, in words.
const BESIDE: usize = 2;

/// The times ahead that a sentence gives to the next of a sort.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    mentions.filter_map(|mention| fact(teller, sentence, kind, mention)).collect()
}

fn fact(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, mention: &Mention) -> Option<Fact> {
    let Value::Time(time) = &mention.value else { return None };
    if time.days()?.0 <= teller.published?.days()?.1 {
        return None;
    }
    let start = mention.words.start.saturating_sub(NEAR).max(sentence.words.start);
    let end = (mention.words.end + NEAR).min(sentence.words.end);
    let near = (start..end).filter(|at| !mention.words.contains(at));
    let gathering = |at: &usize| {
        let state = teller.state(*at, kind)?;
        is_next(teller, *at, mention).then_some(state)
    };
    let state = near.min_by_key(|at| (gathering(at).is_none(), at.abs_diff(mention.words.start)));
    let state = state.as_ref().and_then(gathering)?;
    let slots = [(Slot::What, bound(vec![thing(&state.state)]))];
    let mut fact = teller.fact(kind, &mention.words, mention.value.clone(), slots);
    fact.modality = Modality::Planned;
    fact.derivation = teller.resolved(mention);
    Some(fact)
}

/// Whether a word beside a gathering says that it is the next one; not one of the time.
fn is_next(teller: &Teller<'_, '_>, gathering: usize, mention: &Mention) -> bool {
    let beside = gathering.saturating_sub(BESIDE)..gathering + BESIDE + 1;
    let nexts = [Function::Next, Function::Coming, Function::Following];
    let is_next = |at: usize| {
        nexts.into_iter().any(|function| teller.is_function(at, function))
            || teller.reading.words.get(at).is_some_and(|word| word.has_concept(AGAIN))
    };
    beside.into_iter().filter(|at| *at != gathering && !mention.words.contains(at)).any(is_next)
}

/// The concept of "again".
const AGAIN: &str = "anew";
