//! Hosts to come: the next gathering of a story that two articles put into two places.

use crate::extract::host::Host;
use crate::fact::Fact;
use crate::graph::opposed::whereabouts::is_asked;
use crate::graph::opposed::{Ground, Opposed};
use crate::graph::question::Question;
use crate::value::place::Place;

/// The hosts that articles tell in two ways, and the questions that they answer; none of what is asked already. The
/// facts are numbered behind those that are there.
pub(super) fn questions(
    ground: &Ground<'_>,
    hosts: &[Host],
    facts: &[Fact],
    questions: &[Question],
) -> Opposed {
    let mut asked = Opposed::new(facts.len());
    asked.ask_of_two(
        ground,
        hosts,
        |host| &host.fact,
        |left, right, all| {
            are_like(left, right)
                && are_apart(left, right)
                && !ground.lexicon.is_same_name(&left.written, &right.written).same
                && is_sole(left, all)
                && is_sole(right, all)
                && !is_asked(&left.fact, &right.fact, facts, questions)
        },
    );
    asked
}

/// Whether two gatherings may be one: of one sort, or of no sort that is told.
fn are_like(left: &Host, right: &Host) -> bool {
    left.sorts.is_empty() || right.sorts.is_empty() || !left.sorts.is_disjoint(&right.sorts)
}

/// Whether two places are two, and none lies in the other.
fn are_apart(left: &Host, right: &Host) -> bool {
    let both = left.place().zip(right.place());
    let is_apart = |one: &Place, two: &Place| one.id != two.id && !one.lies_in(two) && !two.lies_in(one);
    both.is_some_and(|(one, two)| is_apart(one, two))
}

/// Whether an article tells of one such place.
fn is_sole(own: &Host, all: &[&Host]) -> bool {
    let mut near = all.iter().filter(|host| host.fact.article == own.fact.article);
    near.all(|host| !are_apart(host, own))
}
