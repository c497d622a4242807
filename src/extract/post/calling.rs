//! Callings: what somebody who is named in full is by the words beside the name, where one alone can be: one ministry of
//! several, one position on the field.

use crate::extract::attribution::is_verb;
use crate::extract::bind;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::post::View;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Fact};
use crate::lexicon::meaning::{Form, Sense};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::lexicon::schema::telling::Telling;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::words::Name;
use std::ops::Range;

/// Most words between a name and a verb of work, and between this and what somebody was.
const LED: usize = 4;

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
        let calling = |kind: &&Kind| {
            let is_past = !kind.context.is_empty();
            if is_past {
                view.past(kind, name, entity, &view.beside(first, entity))
            } else {
                view.calling(kind, name, &stretches)
            }
        };
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
        let fact =
            bind::bare(self.reading, self.article, kind, &(at..at + 1), Value::State(state.state.clone()));
        Some(Calling { fact, who: name.clone() })
    }

    /// What somebody was before, by the words beside the name that say so or by a verb behind it: a *former* soldier, who
    /// *worked as* a cashier.
    fn past(&self, kind: &Kind, name: &Name, entity: &Entity, stretches: &[Range<usize>]) -> Option<Calling> {
        let is_before = |words: &&Range<usize>| (*words).clone().any(|at| self.carries(at, &kind.context));
        let told = stretches.iter().filter(is_before).cloned().chain(self.worked(kind, entity));
        let own = stretches.iter().cloned().flatten();
        let own = own.filter_map(|at| Some((at, self.called(kind, at, &(at..at + 1))?)));
        let own = own.filter(|(_, state)| state.own);
        let states = told.flat_map(|words| {
            let all = words.clone();
            words.filter_map(move |at| Some((at, self.called(kind, at, &all)?)))
        });
        let mut states = states.chain(own);
        let (at, state) = states.next()?;
        let is_sole = states.all(|(_, other)| other.state == state.state);
        let fact =
            bind::bare(self.reading, self.article, kind, &(at..at + 1), Value::State(state.state.clone()));
        is_sole.then(|| Calling { fact, who: name.clone() })
    }

    /// The words right before a name and those of an apposition behind it: *former soldier* X, X, *a former soldier*.
    fn beside(&self, first: usize, entity: &Entity) -> [Range<usize>; 2] {
        let word = |at: usize| self.word(at).filter(|word| word.breaks == 0);
        let opens = |at: &usize| word(*at).is_some_and(|word| word.is_sign(",") || word.may_be_article());
        let is_part = |at: &usize| {
            let is_plain = |word: &Word| word.kind == TokenKind::Word || word.is_sign("-");
            word(*at).is_some_and(|word| is_plain(word) && (word.is_noun() || !is_verb(word)))
        };
        let end = entity.words.end;
        let start = (end..end + LED).find(|at| !opens(at)).filter(|start| *start > end).unwrap_or(end);
        let last = (start..start + LED).find(|at| !is_part(at)).unwrap_or(start + LED);
        let back = (first.saturating_sub(LED)..first).rev().take_while(is_part).last().unwrap_or(first);
        [back..first, start..if start > end { last } else { start }]
    }

    /// The words behind a verb of work whose subject somebody is: X, who *used to be* a soldier.
    fn worked(&self, kind: &Kind, entity: &Entity) -> Option<Range<usize>> {
        let word = |at: usize| self.word(at).filter(|word| word.breaks == 0);
        let leads = |at: &usize| {
            word(*at).is_some_and(|word| {
                word.is_sign(",") || word.may_be_article() || word.is_function(Function::Which)
            })
        };
        let first = entity.words.end;
        let at = (first..first + LED).find(|at| !leads(at))?;
        let verb = word(at).is_some_and(|word| word.has_any(&kind.triggers));
        let goes_on = |at: &usize| word(*at).is_some_and(|word| word.kind == TokenKind::Word);
        let end = (at + 1..at + 1 + LED).find(|at| !goes_on(at)).unwrap_or(at + 1 + LED);
        verb.then_some(at + 1..end)
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
