//! Nths: one deed that two articles count as two, each of which the other article never tells.

use crate::extract::nth::Nth;
use crate::graph::decision;
use crate::graph::opposed::{Ground, Opposed};
use crate::value::Value;

/// Words in common around two ranks that are plainly of one deed, and around those of which only one tells of what.
const SHARED: usize = 2;
const BARE: usize = 3;

/// What a body has won so often in all: its name is enough.
const TITLE: &str = "title";

/// The ranks that articles give to one deed, and the questions that they answer; the facts are numbered from `offset`
/// on.
pub(super) fn questions(ground: &Ground<'_>, nths: &[Nth], offset: usize) -> Opposed {
    let mut asked = Opposed::new(offset);
    asked.ask_of_two(
        ground,
        nths,
        |nth| &nth.fact,
        |left, right, all| View { ground, all }.are_two(left, right),
    );
    asked
}

/// The ranks of a story.
struct View<'v> {
    ground: &'v Ground<'v>,
    all: &'v [&'v Nth],
}

impl View<'_> {
    /// Whether two articles give two ranks to one deed, each the only one.
    fn are_two(&self, left: &Nth, right: &Nth) -> bool {
        are_like(left, right)
            && left.fact.value != right.fact.value
            && are_far(left, right)
            && self.tell_one(left, right)
            && self.is_sole(left, right)
            && self.is_sole(right, left)
    }

    /// Whether the words around two ranks tell that they are of one deed.
    fn tell_one(&self, left: &Nth, right: &Nth) -> bool {
        let shared = left.words.intersection(&right.words).count();
        let is_bare = left.of.is_empty() || right.of.is_empty();
        let are_apart = !is_bare && left.of.is_disjoint(&right.of);
        let is_title = left.acts == right.acts && left.acts.contains(TITLE);
        let enough = if is_bare && !is_title { BARE } else { SHARED };
        !are_apart && shared >= enough && self.are_of_one(left, right)
    }

    /// Whether no two people are named of whom each has a count of his own.
    fn are_of_one(&self, left: &Nth, right: &Nth) -> bool {
        let lexicon = self.ground.lexicon;
        left.people.is_empty()
            || right.people.is_empty()
            || left
                .people
                .iter()
                .any(|one| right.people.iter().any(|two| decision::are_one(one, two, lexicon)))
    }

    /// Whether an article gives no other rank to such a deed, however it is counted, and not that of another.
    fn is_sole(&self, own: &Nth, other: &Nth) -> bool {
        let is_near = |nth: &&&Nth| nth.fact.article == own.fact.article && !nth.acts.is_disjoint(&own.acts);
        let fits = |nth: &&Nth| nth.fact.value == own.fact.value || !are_like(nth, own);
        let is_other = |nth: &&Nth| nth.fact.value == other.fact.value;
        let mut all = self.all.iter().filter(is_near);
        all.all(|nth| fits(nth) && !is_other(nth))
    }
}

/// Whether two counts are not next to each other where a plain number tells one of them, as of before a day and on it: six
/// in a row, and the seventh.
fn are_far(left: &Nth, right: &Nth) -> bool {
    if left.streak.is_none() && right.streak.is_none() {
        return true;
    }
    let times = |nth: &Nth| {
        let Value::Amount(amount) = &nth.fact.value else { return None };
        amount.form.stated().first().and_then(|times| times.to_whole())
    };
    times(left).zip(times(right)).is_some_and(|(one, other)| one.abs_diff(other) > 1)
}

/// Whether two ranks count one sort of deed in one way.
fn are_like(left: &Nth, right: &Nth) -> bool {
    !left.acts.is_disjoint(&right.acts) && left.is_row == right.is_row && left.is_of_time == right.is_of_time
}
