//! Decisions of a person on names: which are one, and which are not though they are spelt alike.

use crate::extract::Extraction;
use crate::fact::SlotValue;
use crate::lexicon::Lexicon;
use crate::value::Value;
use crate::value::keys::NameKeys;
use crate::value::words::Name;

/// Two names and what was decided of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// They are one.
    Same(Name, Name),
    /// They are two.
    NotSame(Name, Name),
}

/// Applies the decisions to every name of the extractions.
pub fn apply(decisions: &[Decision], extractions: &mut [Extraction]) {
    for extraction in extractions {
        let people = extraction.figures.iter_mut().flat_map(|figure| &mut figure.people);
        let people = people.chain(extraction.callings.iter_mut().map(|calling| &mut calling.who));
        let people = people.chain(extraction.fates.iter_mut().filter_map(|fate| fate.who.name.as_mut()));
        let people = people.chain(extraction.nths.iter_mut().flat_map(|nth| &mut nth.people));
        let people = people.chain(extraction.minutes.iter_mut().flat_map(|minute| &mut minute.people));
        people.for_each(|name| decide(decisions, name));
        let figures = extraction.figures.iter_mut().map(|figure| &mut figure.fact);
        let posts = extraction.posts.iter_mut().map(|post| &mut post.fact);
        let doers = extraction.doers.iter_mut().map(|doer| &mut doer.fact);
        for fact in extraction.facts.iter_mut().chain(figures).chain(posts).chain(doers) {
            decide_value(decisions, &mut fact.value);
            for filling in fact.slots.values_mut() {
                decide_filling(decisions, filling);
            }
            for holder in &mut fact.holder {
                decide(decisions, holder);
            }
        }
        for naming in &mut extraction.namings {
            decide(decisions, &mut naming.name);
        }
        for filling in extraction.events.iter_mut().flat_map(|event| event.slots.values_mut()) {
            decide_filling(decisions, filling);
        }
    }
}

/// Begins the key of a name that was decided to be another than one that is spelt alike; no other key begins so.
const OWN: char = '≠';

/// Whether a name was told apart from one that is spelt alike.
pub(super) fn is_told_apart(name: &Name) -> bool {
    name.keys.iter().any(|key| key.starts_with(OWN))
}

/// Whether two names were decided upon, so that their sounds alone do not make them one.
pub(super) fn are_apart(left: &Name, right: &Name) -> bool {
    is_told_apart(left) && is_told_apart(right)
}

/// Whether two names are one: by their keys, or by how they are spelt where nobody decided upon them.
pub(super) fn are_one(left: &Name, right: &Name, lexicon: &Lexicon) -> bool {
    left.is_same(right) || (!are_apart(left, right) && lexicon.is_same_name(&left.name, &right.name).same)
}

fn decide_filling(decisions: &[Decision], filling: &mut SlotValue) {
    for value in &mut filling.values {
        decide_value(decisions, value);
    }
}

fn decide_value(decisions: &[Decision], value: &mut Value) {
    if let Value::Name(name) = value {
        decide(decisions, name);
    }
}

fn decide(decisions: &[Decision], name: &mut Name) {
    for decision in decisions {
        match decision {
            Decision::Same(a, b) if name.is_same(a) || name.is_same(b) => {
                name.keys.extend(a.keys.iter().chain(&b.keys).cloned());
            }
            Decision::NotSame(a, b) if name.name == a.name || name.name == b.name => {
                // The words themselves tell the two apart where their keys do not.
                if a.is_same(b) {
                    name.keys = NameKeys::default();
                }
                name.keys.insert(format!("{OWN}{}", name.name));
            }
            Decision::Same(..) | Decision::NotSame(..) => {}
        }
    }
}
