//! Distances: how far from one place two articles say that one thing happened.

use crate::extract::away::Away;
use crate::graph::opposed::{Ground, Opposed};
use crate::value::number::Number;

/// How many times as large one distance is at least that is another: half a mile more is no other place.
const LARGER: (i64, i64) = (3, 2);

/// The distances of which articles tell two, and the questions that they answer; the facts are numbered from `offset` on.
pub(super) fn questions(ground: &Ground<'_>, distances: &[Away], offset: usize) -> Opposed {
    let mut asked = Opposed::new(offset);
    asked.ask_of_two(
        ground,
        distances,
        |own| &own.fact,
        |left, right, all| {
            let is_sole = |own: &Away| {
                all.iter()
                    .filter(|other| other.fact.article == own.fact.article && are_of_one(ground, own, other))
                    .all(|other| !are_apart(own, other))
            };
            are_of_one(ground, left, right) && are_apart(left, right) && is_sole(left) && is_sole(right)
        },
    );
    asked
}

/// Whether two are of one sort of event and from one place.
fn are_of_one(ground: &Ground<'_>, left: &Away, right: &Away) -> bool {
    left.sort == right.sort
        && (ground.lexicon.is_same_name(&left.place, &right.place).same
            || ground.lexicon.share_word(&left.place, &right.place))
}

/// Whether one is so much larger that both can not be told of one place.
fn are_apart(left: &Away, right: &Away) -> bool {
    let (low, high) =
        if left.length < right.length { (left.length, right.length) } else { (right.length, left.length) };
    let least = Number::ratio(LARGER.0, LARGER.1);
    high.over(low).zip(least).is_some_and(|(ratio, least)| ratio >= least)
}
