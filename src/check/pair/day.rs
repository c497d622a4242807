//! Times of day whose day is told elsewhere: "at 5:40", of an article that is about what happened on Thursday.
//!
//! Such a day is read off what stands around and is no word of the source. Two of these contradict each other by the
//! clock alone, and a day that another article tells is no contradiction of it.

use crate::graph::Knowledge;
use crate::graph::question::Class;
use crate::value::Value;
use crate::value::compare::{Comparison, Side, compare};
use crate::value::time::{Part, Point, Time};
use jiff::civil::Date;

/// Seconds of an hour, the longest that a clock may leave open.
const HOUR: i32 = 3600;

/// How the values of two classes stand where the day of one is not its own.
pub(super) fn settled(
    knowledge: &Knowledge,
    (left, right): (&Class, &Class),
    comparison: Comparison,
) -> Comparison {
    let (Value::Time(one), Value::Time(other)) = (&left.value, &right.value) else { return comparison };
    if comparison != Comparison::Disjoint {
        return comparison;
    }
    let inherits = |class: &Class| {
        let mut facts = class.facts.iter().filter_map(|idx| knowledge.fact(*idx));
        facts.all(|fact| fact.is_day_inherited)
    };
    let (moved, known) = match (inherits(left), inherits(right)) {
        (false, false) => return comparison,
        (true, true) => (moved(one, other).map(|one| (one, *other)), None),
        (true, false) => (moved(one, other).map(|one| (one, *other)), Some(Side::Right)),
        (false, true) => (moved(other, one).map(|other| (*one, other)), Some(Side::Left)),
    };
    // A part of the day is no clock.
    let is_clock =
        |time: &Time| time.first.and_then(|point| point.clock).is_some_and(|clock| clock.length <= HOUR);
    let moved = moved.filter(|(one, other)| is_clock(one) && is_clock(other));
    let Some((one, other)) = moved else { return Comparison::Incomparable };
    match (compare(&Value::Time(one), &Value::Time(other)), known) {
        // One hour, of which one side tells the day.
        (Comparison::Equal, Some(side)) => Comparison::Within(side),
        (comparison, _) => comparison,
    }
}

/// A time of day on the day of another, or beside it, where that brings the two nearest; none where the other is of no
/// time of day.
fn moved(time: &Time, to: &Time) -> Option<Time> {
    let (point, own) = (to.first?, time.first?);
    let (Part::Day(day), Part::Day(first), Some(_)) = (point.part, own.part, point.clock) else {
        return None;
    };
    let (start, _) = to.seconds()?;
    let on = |to: Date| {
        let turns = first.until(to).ok()?;
        let put = |point: Point| {
            let Part::Day(day) = point.part else { return Some(point) };
            Some(Point { part: Part::Day(day.checked_add(turns).ok()?), ..point })
        };
        let put = |point: Option<Point>| point.map_or(Some(None), |point| put(point).map(Some));
        Some(Time { first: put(time.first)?, last: put(time.last)? })
    };
    let days = [day.yesterday().ok(), Some(day), day.tomorrow().ok()];
    let apart = |time: &Time| time.seconds().map_or(i64::MAX, |(first, _)| (first - start).abs());
    days.into_iter().flatten().filter_map(on).min_by_key(apart)
}
