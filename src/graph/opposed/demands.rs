//! Demands: what one side asked for, of which two articles tell two amounts.

use crate::extract::demand::Demand;
use crate::graph::opposed::{Ground, Opposed};
use crate::value::compare::{Comparison, compare};

/// The demands that articles tell in two ways, and the questions that they answer; the facts are numbered from `offset`
/// on.
pub(super) fn questions(ground: &Ground<'_>, demands: &[Demand], offset: usize) -> Opposed {
    let mut asked = Opposed::new(offset);
    asked.ask_of_two(
        ground,
        demands,
        |demand| &demand.fact,
        |left, right, all| {
            are_like(left, right) && are_two(left, right) && is_sole(left, all) && is_sole(right, all)
        },
    );
    asked
}

/// Whether one side asks for one sort of thing.
fn are_like(left: &Demand, right: &Demand) -> bool {
    left.fact.kind == right.fact.kind && !left.sorts.is_disjoint(&right.sorts)
}

fn are_two(left: &Demand, right: &Demand) -> bool {
    compare(&left.fact.value, &right.fact.value) == Comparison::Disjoint
}

/// Whether an article tells of no other amount.
fn is_sole(own: &Demand, all: &[&Demand]) -> bool {
    let mut near = all.iter().filter(|demand| demand.fact.article == own.fact.article);
    near.all(|demand| !are_like(demand, own) || !are_two(demand, own))
}
