//! Hours: from when until when two articles say that one thing is open, runs or is banned by the clock.

use crate::extract::hours::{End, Hour};
use crate::graph::opposed::{Ground, Opposed};
use crate::value::time::{Clock, Time};

/// Words in common around two stretches, of which one end is the same and of which none is.
const SHARED: usize = 1;
const APART: usize = 3;

/// The hours that articles tell in two ways, and the questions that they answer; the facts are numbered from `offset` on.
pub(super) fn questions(ground: &Ground<'_>, hours: &[Hour], offset: usize) -> Opposed {
    let mut asked = Opposed::new(offset);
    asked.ask_of_two(
        ground,
        hours,
        |hour| &hour.fact,
        |left, right, all| are_two(left, right) && is_sole(left, all) && is_sole(right, all),
    );
    asked
}

/// Whether two ends are one that is told in two ways; of stretches with no end in common the last one.
fn are_two(left: &Hour, right: &Hour) -> bool {
    let shared = left.words.intersection(&right.words).count();
    let is_tied = meet(left.other, right.other);
    left.end == right.end
        && !left.sorts.is_disjoint(&right.sorts)
        && !meet(left.clock, right.clock)
        && are_of_one_day(left, right)
        && if is_tied { shared >= SHARED } else { left.end == End::Last && shared >= APART }
}

/// Whether the days that the sentences name do not part them.
fn are_of_one_day(left: &Hour, right: &Hour) -> bool {
    let meets = |one: &Time, two: &Time| one.days().zip(two.days()).is_some_and(|(one, two)| one == two);
    left.days.is_empty()
        || right.days.is_empty()
        || left.days.iter().any(|one| right.days.iter().any(|two| meets(one, two)))
}

/// Whether an article tells one such stretch.
fn is_sole(own: &Hour, all: &[&Hour]) -> bool {
    let is_like = |other: &&&Hour| {
        other.fact.article == own.fact.article && other.end == own.end && !other.sorts.is_disjoint(&own.sorts)
    };
    all.iter().filter(is_like).all(|other| meet(other.clock, own.clock) && meet(other.other, own.other))
}

/// Whether two clocks may show one time.
const fn meet(left: Clock, right: Clock) -> bool {
    left.start < right.start + right.length && right.start < left.start + left.length
}
