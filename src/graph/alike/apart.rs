//! What keeps two figures apart although they stand in like words: other times, other places.

use crate::extract::figure::{Figure, around};
use crate::fact::ArticleIdx;
use crate::graph::alike::slip;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::compare::{self, Comparison, compare};
use crate::value::place::Place;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// Whether two figures are of one part of a whole and of one side of a thing, and both or neither of them told for
/// a day, a head or the like.
pub(super) fn are_on_one_footing(left: &Figure, right: &Figure) -> bool {
    left.part == right.part && are_of_one_side(left, right)
}

/// Whether two figures are of one side of a thing as far as their words tell, and both or neither of them told for
/// a day, a head or the like, or in points: no length is a depth, no step of a rate its level.
pub(super) fn are_of_one_side(left: &Figure, right: &Figure) -> bool {
    let aspects = left.aspect.zip(right.aspect);
    let periods = left.period.zip(right.period);
    left.is_rate == right.is_rate
        && (left.is_asked == right.is_asked || slip::slip(&left.fact.value, &right.fact.value).is_some())
        && periods.is_none_or(|(left, right)| left == right)
        && left.is_step == right.is_step
        && aspects.is_none_or(|(left, right)| left == right)
}

/// The times that each clause of an article gives.
pub(super) type Times<'f> = BTreeMap<(ArticleIdx, usize, u16), Vec<&'f Figure>>;

/// The times of some figures.
pub(super) fn times(figures: &[Figure]) -> Times<'_> {
    let mut times: Times<'_> = BTreeMap::new();
    for figure in figures.iter().filter(|figure| matches!(figure.fact.value, Value::Time(_))) {
        times.entry(clause(figure)).or_default().push(figure);
    }
    times
}

/// The clause of a figure.
const fn clause(figure: &Figure) -> (ArticleIdx, usize, u16) {
    (figure.fact.article, figure.sentence, figure.clause)
}

/// Whether the clauses of two figures give times of which none is the other's, or of amounts the nearest one of
/// either is none: five tons *in May* and three in June.
pub(super) fn is_other_time(times: &Times<'_>, left: &Figure, right: &Figure) -> bool {
    let of = |figure: &Figure| times.get(&clause(figure)).map(Vec::as_slice).unwrap_or_default();
    let is_missing = |own: &Figure, other: &Figure| {
        let is_other = |time: &Figure| {
            of(other).iter().all(|other| {
                are_two_states(time, other)
                    || match (&time.fact.value, &other.fact.value) {
                        (Value::Time(own), Value::Time(other)) => compare::are_apart_anywhere(own, other),
                        _ => false,
                    }
            })
        };
        let own_times = of(own);
        let nearest = || own_times.iter().min_by_key(|time| around::distance(&own.own, &time.own));
        if matches!(own.sort, ValueType::Count | ValueType::Quantity | ValueType::Money) {
            nearest().is_some_and(|nearest| is_other(nearest))
        } else {
            own_times.iter().all(|time| is_other(time))
        }
    };
    let are_told = !of(left).is_empty() && !of(right).is_empty();
    are_told && (is_missing(left, right) || is_missing(right, left))
}

/// Days of a month.
pub(super) const MONTH: i32 = 31;

/// Whether all the times that the clauses of two figures give lie a month or more from each other.
pub(super) fn is_other_month(times: &Times<'_>, left: &Figure, right: &Figure) -> bool {
    let days = |figure: &Figure| {
        let of = times.get(&clause(figure)).map(Vec::as_slice).unwrap_or_default();
        let days = |time: &&Figure| if let Value::Time(time) = &time.fact.value { time.days() } else { None };
        of.iter().filter_map(days).collect::<Vec<(Date, Date)>>()
    };
    let are_far = |(first, last): &(Date, Date), other: &(Date, Date)| {
        let between = |from: Date, to: Date| from.until(to).is_ok_and(|span| span.get_days() >= MONTH);
        between(*last, other.0) || between(other.1, *first)
    };
    let (lefts, rights) = (days(left), days(right));
    lefts.iter().all(|left| rights.iter().all(|right| are_far(left, right)))
}

/// Whether two times tell until when something was so, and are two days, however near to each other.
fn are_two_states(left: &Figure, right: &Figure) -> bool {
    let day = |figure: &Figure| {
        let Value::Time(time) = &figure.fact.value else { return None };
        let is_state = matches!(figure.time.bound, Some(Function::AsOf | Function::Until));
        time.days().filter(|_| is_state)
    };
    day(left).zip(day(right)).is_some_and(|(left, right)| left != right)
}

/// Whether one of two counts alone is told as of a time: it may have become the other.
pub(super) fn is_stage(times: &Times<'_>, left: &Figure, right: &Figure) -> bool {
    let is_running = |figure: &Figure| {
        let of = times.get(&clause(figure)).map(Vec::as_slice).unwrap_or_default();
        of.iter().any(|time| matches!(time.time.bound, Some(Function::AsOf | Function::Until)))
    };
    left.sort == ValueType::Count && is_running(left) != is_running(right)
}

/// How near a place stands to a figure that is told of it, in words.
const BESIDE: usize = 4;

/// Whether known places stand around both figures of which none may be or hold the other's, or beside one of
/// them a place that the other article never names.
pub(super) fn is_elsewhere(left: &Figure, right: &Figure, places: &[Vec<Place>]) -> bool {
    let is_apart = |one: &Place, other: &Place| {
        compare(&Value::Place(one.clone()), &Value::Place(other.clone())) == Comparison::Disjoint
    };
    let near = |figure: &Figure, most: usize| -> Vec<Place> {
        let near = figure.places.iter().filter(|(distance, _)| *distance <= most);
        near.map(|(_, place)| place.clone()).collect()
    };
    let are_apart = |own: &[Place], other: &[Place]| {
        !own.is_empty()
            && !other.is_empty()
            && own.iter().all(|one| other.iter().all(|other| is_apart(one, other)))
    };
    let named = |figure: &Figure| places.get(figure.fact.article.0).map(Vec::as_slice).unwrap_or_default();
    are_apart(&near(left, usize::MAX), &near(right, usize::MAX))
        || are_apart(&near(left, BESIDE), named(right))
        || are_apart(&near(right, BESIDE), named(left))
}
