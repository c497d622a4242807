//! Minutes of a match: one deed of one player that two articles tell of two minutes, each the only one.

use crate::extract::minute::Minute;
use crate::graph::decision;
use crate::graph::opposed::{Ground, Opposed};
use crate::lexicon::Lexicon;

/// The deed that others are kinds of.
const GOAL: &str = "goal";

/// Deeds of which a match has one, whoever did it.
const SOLE: [&str; 2] = ["opening goal", "winning goal"];

/// The minutes that articles give to one deed, and the questions that they answer; the facts are numbered from `offset`
/// on.
pub(super) fn questions(ground: &Ground<'_>, minutes: &[Minute], offset: usize) -> Opposed {
    let mut asked = Opposed::new(offset);
    asked.ask_of_two(
        ground,
        minutes,
        |minute| &minute.fact,
        |left, right, all| View { lexicon: ground.lexicon, all }.are_two(left, right),
    );
    asked
}

/// The minutes of a story.
struct View<'v> {
    lexicon: &'v Lexicon,
    all: &'v [&'v Minute],
}

impl View<'_> {
    /// Whether two articles give two minutes to one deed, each the only one.
    fn are_two(&self, left: &Minute, right: &Minute) -> bool {
        left.fact.value != right.fact.value
            && left.is_added == right.is_added
            && are_like(left, right)
            && self.are_of_one(left, right)
            && self.is_sole(left, right)
            && self.is_sole(right, left)
    }

    /// Whether two deeds are of one player, or such as a match has once.
    fn are_of_one(&self, left: &Minute, right: &Minute) -> bool {
        let is_once = SOLE.iter().any(|sole| left.acts.contains(*sole) && right.acts.contains(*sole));
        self.name_one(left, right) || (is_once && (left.people.is_empty() || right.people.is_empty()))
    }

    /// Whether one player is named beside both.
    fn name_one(&self, left: &Minute, right: &Minute) -> bool {
        let is_one = |one, other| decision::are_one(one, other, self.lexicon);
        left.people.iter().any(|one| right.people.iter().any(|other| is_one(one, other)))
    }

    /// Whether an article tells no such deed of another minute, nor one of the minute that the other article gives.
    fn is_sole(&self, own: &Minute, other: &Minute) -> bool {
        let mut near = self.all.iter().filter(|minute| minute.fact.article == own.fact.article);
        near.all(|minute| {
            let is_own = minute.fact.value == own.fact.value;
            is_own
                || (minute.fact.value != other.fact.value
                    && (minute.acts.is_disjoint(&own.acts) || !self.name_one(minute, own)))
        })
    }
}

/// Whether two deeds may be one: an equaliser is a goal, and no opening goal.
fn are_like(left: &Minute, right: &Minute) -> bool {
    let own =
        |minute: &Minute| -> Vec<String> { minute.acts.iter().filter(|act| *act != GOAL).cloned().collect() };
    let (one, other) = (own(left), own(right));
    let is_one = one.is_empty() || other.is_empty() || one.iter().any(|act| other.contains(act));
    is_one && !left.acts.is_disjoint(&right.acts)
}
