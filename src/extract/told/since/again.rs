//! When something was last done that has not been done since: *no* king had *visited* it *for 47 years*, they *had not
//! beaten* them *since 2009*.

use crate::extract::attribution::is_verb;
use crate::extract::frame;
use crate::extract::mention::Mention;
use crate::extract::sentence::Sentence;
use crate::extract::told::Teller;
use crate::extract::told::since;
use crate::fact::slot::Slot;
use crate::fact::{Fact, SlotValue};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;
use crate::value::compare::days_apart;

/// Furthest that the verb stands before the time, in words, and a negation before its verb.
const VERB: usize = 8;
const NOT: usize = 4;

/// Fewest days for which something has not been done that is told so.
const LONG: i64 = 300;

/// When what a clause denies was last done.
pub(super) fn fact(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    kind: &Kind,
    mention: &Mention,
) -> Option<Fact> {
    let first = mention.words.start;
    let leads = |function| {
        let at = |at: usize| teller.is_function(at, function);
        at(first) || first.checked_sub(1).is_some_and(at)
    };
    let value = match &mention.value {
        Value::Time(time) if leads(Function::Since) => {
            days_apart(time, teller.published?).filter(|days| *days >= LONG)?;
            since::since(mention)
        }
        Value::Duration(_) if leads(Function::Since) || leads(Function::For) => since::ago(teller, mention)?,
        Value::Time(_) | Value::Duration(_) | Value::Amount(_) | Value::Words(_) => return None,
        Value::Name(_) | Value::Place(_) | Value::State(_) => return None,
    };
    let clause = teller.clause(sentence, first);
    let done = |at: usize| {
        teller.reading.words.get(at).filter(|word| is_verb(word))?;
        teller.state(at, kind).map(|state| state.state.as_str())
    };
    let near = (first.saturating_sub(VERB).max(clause.start)..first).rev();
    let (verb, deed) = near.into_iter().find_map(|at| Some((at, done(at)?)))?;
    let is_not = |at: usize| teller.is_function(at, Function::Not);
    let is_none = |at: usize| is_not(at) || teller.is_function(at, Function::None);
    let is_denied =
        (verb.saturating_sub(NOT).max(clause.start)..verb).any(is_not) || (clause.start..verb).any(is_none);
    if !is_denied {
        return None;
    }
    let slots = [(Slot::Of, frame::slot(frame::concept(deed)))];
    let fact = teller.fact_since(kind, mention, value, slots);
    Some(fact)
}

/// What a thing is called that a kind knows by other words as well: a trip is a visit.
pub(in crate::extract::told) fn called(kind: &Kind, thing: SlotValue) -> SlotValue {
    let state = kind.states.iter().find(|state| {
        thing
            .values
            .iter()
            .any(|value| matches!(value, Value::Name(name) if state.concepts.contains(&name.name)))
    });
    state.map_or(thing, |state| frame::slot(frame::concept(&state.state)))
}

/// What a sentence tells that the kind knows: for the first time in years a king *visits* it.
pub(super) fn deed(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Option<SlotValue> {
    let state = sentence.words.clone().find_map(|at| teller.state(at, kind))?;
    Some(frame::slot(frame::concept(&state.state)))
}
