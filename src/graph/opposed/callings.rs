//! Callings: what two articles call one person in two ways of which one alone can hold.

use crate::extract::post::calling::Calling;
use crate::graph::decision;
use crate::graph::opposed::{Ground, Opposed};
use crate::value::Value;

/// What articles call one person in two ways, and the questions that it answers; the facts are numbered from `offset` on.
pub(super) fn questions(ground: &Ground<'_>, callings: &[Calling], offset: usize) -> Opposed {
    let mut asked = Opposed::new(offset);
    asked.ask_of_two(
        ground,
        callings,
        |calling| &calling.fact,
        |left, right, callings| View { ground, callings }.are_two(left, right),
    );
    asked
}

/// What the articles of a story call people.
struct View<'v> {
    ground: &'v Ground<'v>,
    callings: &'v [&'v Calling],
}

impl View<'_> {
    fn are_two(&self, left: &Calling, right: &Calling) -> bool {
        self.exclude(left, right)
            && self.are_of_one(left, right)
            && self.is_sole(left)
            && self.is_sole(right)
            && self.is_first(left)
            && self.is_first(right)
    }

    /// Whether one person alone can not be both.
    fn exclude(&self, left: &Calling, right: &Calling) -> bool {
        let (Value::State(one), Value::State(two)) = (&left.fact.value, &right.fact.value) else {
            return false;
        };
        let kind = self.ground.lexicon.kind(&left.fact.kind).filter(|kind| kind.id == right.fact.kind);
        kind.is_some_and(|kind| one != two && !kind.can_both_hold(one, two))
    }

    fn are_of_one(&self, left: &Calling, right: &Calling) -> bool {
        decision::are_one(&left.who, &right.who, self.ground.lexicon)
    }

    /// What an article calls the same person in the same way of speaking.
    fn like<'c>(&'c self, own: &'c Calling) -> impl Iterator<Item = &'c &'c Calling> {
        self.callings.iter().filter(move |other| {
            other.fact.article == own.fact.article
                && other.fact.kind == own.fact.kind
                && self.are_of_one(own, other)
        })
    }

    /// Whether an article calls somebody one thing only.
    fn is_sole(&self, own: &Calling) -> bool {
        self.like(own).all(|other| !self.exclude(own, other))
    }

    /// Whether an article calls somebody so for the first time.
    fn is_first(&self, own: &Calling) -> bool {
        self.like(own).next().is_some_and(|first| first.fact.evidence == own.fact.evidence)
    }
}
