//! Callings: what somebody who is named in full is by the words beside the name, where one alone can be: one ministry of
//! several, one position on the field.

use crate::extract::bind;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::post::View;
use crate::extract::reading::Reading;
use crate::fact::{ArticleIdx, Fact};
use crate::lexicon::meaning::{Form, Sense};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::kind::{Kind, State};
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::words::Name;
use std::ops::Range;

/// What somebody is called.
#[derive(Clone, Debug)]
pub struct Calling {
    /// What he is, as a state of its kind, with the words that say so.
    pub fact: Fact,
    /// Who it is.
    pub who: Name,
}

/// What a text calls those whom it names in full.
#[must_use]
pub fn callings(reading: &Reading<'_>, article: ArticleIdx) -> Vec<Calling> {
    let Some(kind) = reading.lexicon.told(Telling::Post).next() else { return Vec::new() };
    let view = View { reading, kind, article };
    let told: Vec<&Kind> = reading.lexicon.told(Telling::Calling).collect();
    let of = |entity: &Entity| -> Vec<Calling> {
        let [name] = entity.names.as_slice() else { return Vec::new() };
        if entity.kind != EntityKind::Person || !name.is_full() {
            return Vec::new();
        }
        let Some(first) = view.name_start(entity, name) else { return Vec::new() };
        let stretches = view.stretches(first, entity);
        let calling = |kind: &&Kind| view.calling(kind, name, &stretches);
        told.iter().filter_map(calling).collect()
    };
    reading.entities.iter().flat_map(of).collect()
}

impl View<'_, '_> {
    /// What the words beside a name say of a kind; nothing where they say two things or what somebody was before.
    fn calling(&self, kind: &Kind, name: &Name, stretches: &[Range<usize>]) -> Option<Calling> {
        let mut told: Option<(usize, &State)> = None;
        for words in stretches {
            if words.clone().any(|at| self.carries(at, &kind.unless)) {
                return None;
            }
            for (at, state) in words.clone().filter_map(|at| Some((at, self.called(kind, at, words)?))) {
                if told.is_some_and(|(_, known)| known.state != state.state) {
                    return None;
                }
                told = Some((at, state));
            }
        }
        let (at, state) = told?;
        let fact = Fact {
            evidence: vec![bind::evidence(self.reading, &(at..at + 1))],
            ..Fact::new(self.article, kind.id.clone(), Value::State(state.state.clone()))
        };
        Some(Calling { fact, who: name.clone() })
    }

    /// The state that a word says of one person, with what must stand beside it.
    fn called<'k>(&self, kind: &'k Kind, at: usize, words: &Range<usize>) -> Option<&'k State> {
        let word = self.word(at)?;
        let is_said = |sense: &Sense, concepts: &Concepts| {
            let id = sense.meaning.concept().or_else(|| sense.meaning.role());
            matches!(sense.form, Form::One | Form::Fixed)
                && id.is_some_and(|id| concepts.iter().any(|own| **own == **id))
        };
        word.states(kind).find(|state| {
            word.senses.iter().any(|sense| is_said(sense, &state.concepts))
                && (state.with.is_empty() || words.clone().any(|near| self.carries(near, &state.with)))
        })
    }
}
