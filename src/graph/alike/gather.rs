//! The facts and questions that groups of figures make.

use crate::fact::{Fact, FactIdx};
use crate::graph::question::{Class, Link, Question};
use crate::value::compare::{Comparison, compare};
use std::collections::BTreeMap;

/// As what a figure is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum As {
    /// As what it is.
    Own,
    /// As its day, whatever the hour.
    Day,
    /// As what befell those whom it counts.
    Fate,
}

/// The facts of the groups of figures, numbered from `offset` on, and their questions.
pub(super) fn gather(
    groups: &[(Link, As, Vec<usize>)],
    fact: impl Fn((usize, As)) -> Option<Fact>,
    offset: usize,
    story: impl Fn(&Fact) -> String,
) -> (Vec<Fact>, Vec<Question>) {
    let members = groups.iter().flat_map(|(_, told, group)| group.iter().map(|idx| (*idx, *told)));
    let kept: BTreeMap<(usize, As), Fact> =
        members.filter_map(|member| Some((member, fact(member)?))).collect();
    let at: BTreeMap<(usize, As), usize> =
        kept.keys().enumerate().map(|(at, member)| (*member, at)).collect();
    let facts: Vec<Fact> = kept.into_values().collect();
    let mut questions = Vec::new();
    for (link, told, group) in groups {
        let members: Vec<usize> = group.iter().filter_map(|idx| at.get(&(*idx, *told)).copied()).collect();
        let Some(first) = members.first().and_then(|idx| facts.get(*idx)) else { continue };
        let mut question = Question {
            story: story(first),
            kind: first.kind.clone(),
            link: *link,
            slots: BTreeMap::new(),
            classes: Vec::new(),
        };
        for idx in members {
            if let Some(fact) = facts.get(idx) {
                put(&mut question.classes, fact, FactIdx(offset + idx));
            }
        }
        questions.push(question);
    }
    (facts, questions)
}

fn put(classes: &mut Vec<Class>, fact: &Fact, idx: FactIdx) {
    let is_same = |class: &&mut Class| {
        class.stance == fact.stance && compare(&class.value, &fact.value) == Comparison::Equal
    };
    match classes.iter_mut().find(is_same) {
        Some(class) => class.facts.push(idx),
        None => classes.push(Class {
            value: fact.value.clone(),
            stance: fact.stance,
            modality: fact.modality,
            facts: vec![idx],
        }),
    }
}
