//! Who said it: quotes of one wording that articles put into the mouths of several people. The words agree, and
//! those who are said to have said them do not.

use crate::extract::utterance::Saying;
use crate::fact::slot::Slot;
use crate::fact::{ArticleIdx, Fact, FactIdx, unify};
use crate::graph::question::{Class, Link, Question};
use crate::text::span::{Original, Span};
use crate::value::Value;
use std::collections::BTreeMap;

/// Who said each quote, by its article and place.
type Said<'s> = BTreeMap<(ArticleIdx, Span<Original>), &'s Fact>;

/// The speakers of the quotes that articles give to several people, and the questions that they answer; the
/// facts are numbered behind those that are known.
pub(super) fn questions(
    facts: &[Fact],
    questions: &[Question],
    sayings: &[Saying],
) -> (Vec<Fact>, Vec<Question>) {
    let said: Said<'_> =
        sayings.iter().map(|said| ((said.speaker.article, said.quote), &said.speaker)).collect();
    let (mut speakers, mut asked) = (Vec::new(), Vec::new());
    for question in questions {
        let Some((kind, all)) = several(facts, question, &said) else { continue };
        let mut classes: Vec<Class> = Vec::new();
        for speaker in all {
            let idx = FactIdx(facts.len() + speakers.len());
            let is_same =
                |class: &&mut Class| unify::values(&class.value, &speaker.value) == unify::Agreement::Agree;
            match classes.iter_mut().find(is_same) {
                Some(class) => class.facts.push(idx),
                None => classes.push(Class {
                    value: speaker.value.clone(),
                    stance: speaker.stance,
                    modality: speaker.modality,
                    facts: vec![idx],
                }),
            }
            speakers.push(speaker);
        }
        let slots = BTreeMap::new();
        asked.push(Question { story: question.story.clone(), kind, link: Link::default(), slots, classes });
    }
    (speakers, asked)
}

/// The kind of the speakers of a question of words, and all who are known, where two of them are two people.
fn several(facts: &[Fact], question: &Question, said: &Said<'_>) -> Option<(String, Vec<Fact>)> {
    let members = question.classes.iter().flat_map(|class| &class.facts);
    let quotes: Vec<&Fact> =
        members.filter_map(|idx| facts.get(idx.0)).filter(|fact| is_quote(fact)).collect();
    let who = |fact: &Fact| fact.slots.get(&Slot::Who).cloned();
    let differ =
        |left: &Fact, right: &Fact| unify::are_apart_in_script(who(left).as_ref(), who(right).as_ref());
    let is_two = quotes.iter().any(|left| quotes.iter().any(|right| differ(left, right)));
    let speaker = |fact: &&Fact| {
        let speaker = said.get(&(fact.article, fact.evidence.first()?.span?)).copied()?;
        let [name] = fact.slots.get(&Slot::Who)?.values.as_slice() else { return None };
        Some(Fact { value: name.clone(), ..speaker.clone() })
    };
    let speakers: Vec<Fact> = quotes.iter().filter(|_| is_two).filter_map(speaker).collect();
    Some((speakers.first()?.kind.clone(), speakers))
}

const fn is_quote(fact: &Fact) -> bool {
    matches!(fact.value, Value::Words(_)) && fact.id.is_none()
}
