//! Two weekdays of a told week: `Tuesday to Thursday next week`, `next week from Tuesday to Thursday`.

use crate::extract::time::range;
use crate::extract::time::range::Joint;
use crate::extract::time::relative::turn;
use crate::extract::time::relative::weekday;
use crate::extract::time::said::{Item, Near, Nth, Said, Scale, When, Whole};
use crate::extract::time::view::View;
use crate::lexicon::schema::function::Function;
use std::ops::Range;

/// Reads the two weekdays of `Tuesday to Thursday next week`.
#[must_use]
pub fn read(view: &View<'_>, idx: usize, joint: Joint) -> Option<(Said, Said)> {
    let (first, last, middle, end) = two_weekdays(view, idx, joint)?;
    let of = view.skip(end, &[Function::Of, Function::From]);
    let (when, next) = turn::turn(view, of)?;
    of_week(when, (first, last), idx..middle, next)
}

/// Reads `next week from Tuesday to Thursday`, `الأسبوع المقبل بين الأربعاء والجمعة`.
#[must_use]
pub fn week_first(view: &View<'_>, idx: usize) -> Option<(Said, Said)> {
    let (when, next) = turn::turn(view, idx)?;
    let joint = if view.is(next, Function::Between) { Joint::And } else { Joint::To };
    let start = view.skip(next, &[Function::Between, Function::From]);
    let (first, last, middle, end) = two_weekdays(view, start, joint).filter(|_| start > next)?;
    of_week(when, (first, last), idx..middle, end)
}

/// Two weekdays of which nothing else says which ones: both, the index behind the first and behind both.
fn two_weekdays(view: &View<'_>, idx: usize, joint: Joint) -> Option<(i8, i8, usize, usize)> {
    let free = |at: usize| weekday::read(view, at).filter(|(_, near, _)| *near == Near::Free);
    let (first, _, middle) = free(idx)?;
    let (last, _, end) = free(range::after_joint(view, middle, joint)?)?;
    (first < last).then_some((first, last, middle, end))
}

/// Both weekdays as days of the week that is told.
fn of_week(week: When, (first, last): (i8, i8), words: Range<usize>, end: usize) -> Option<(Said, Said)> {
    let When::Turn(Scale::Week, turns) = week else { return None };
    let on = |weekday| {
        let of = Whole::Turn(Scale::Week, turns);
        When::Nth(Nth { rank: 1, count: 1, what: Item::Weekday(weekday), of })
    };
    let middle = words.end;
    Some((
        Said { words, when: on(first), clock: None },
        Said { words: middle..end, when: on(last), clock: None },
    ))
}
