//! The clock of the news: articles that give one clock time alone, or few, mostly give that of what happened. Those that
//! lie next to each other tell of one moment, and contradict each other where they differ.

use crate::extract::figure::Figure;
use crate::fact::{ArticleIdx, Fact};
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::time::Time;
use std::collections::BTreeMap;

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Fewest seconds by which two tellings differ that are not the moment and the minute after; one of half an hour
/// or of an hour is told less exactly.
const APART: i64 = 5 * MINUTE;
const ROUND: i64 = 20 * MINUTE;
const HALF: i64 = 30 * MINUTE;

/// Most seconds by which two tellings of one moment differ: those that stand alone, and those among others.
const FAR: i64 = 4 * HOUR;
const NEAR: i64 = HOUR;

/// Most clock times of an article that is asked.
const MOST: usize = 3;

/// With how many of the articles next to it each is compared.
const NEXT: usize = 16;

/// Days before the article within which something is news.
const NEWS: i64 = 4;

/// A clock time of an article.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Clock {
    /// Its first second.
    moment: i64,
    /// Its figure.
    figure: usize,
    /// Whether its words tell by whose clock.
    is_zoned: bool,
    /// Whether it is told to the minute.
    is_exact: bool,
    /// Whether it was before or after that: "shortly before seven".
    is_bound: bool,
}

/// The pairs of figures that tell one moment by the clock, and differ.
pub(super) fn pairs(
    figures: &[Figure],
    story: impl Fn(&Fact) -> String,
    published: impl Fn(ArticleIdx) -> Option<Time>,
) -> Vec<(usize, usize)> {
    let mut articles: BTreeMap<ArticleIdx, Vec<Clock>> = BTreeMap::new();
    for (idx, figure) in figures.iter().enumerate() {
        let day = published(figure.fact.article).and_then(|time| time.seconds());
        let is_news =
            |moment: &i64| day.is_some_and(|(first, last)| (first - NEWS * DAY..last + DAY).contains(moment));
        if let Some((moment, length)) = moment(figure).filter(|(moment, _)| is_news(moment)) {
            let (is_zoned, is_exact) = (figure.time.is_zoned, length <= MINUTE);
            let is_bound = figure.time.bound.is_some();
            let clock = Clock { moment, figure: idx, is_zoned, is_exact, is_bound };
            articles.entry(figure.fact.article).or_default().push(clock);
        }
    }
    let mut stories: BTreeMap<String, Vec<Vec<Clock>>> = BTreeMap::new();
    for mut clocks in articles.into_values() {
        // Beside minutes a bare hour is that of something else.
        if clocks.iter().any(|clock| clock.is_exact) {
            clocks.retain(|clock| clock.is_exact);
        }
        clocks.sort_unstable();
        clocks.dedup_by_key(|clock| clock.moment);
        let figure = clocks.first().and_then(|clock| figures.get(clock.figure));
        if let Some(figure) = figure.filter(|_| clocks.len() <= MOST) {
            stories.entry(story(&figure.fact)).or_default().push(clocks);
        }
    }
    let mut pairs = Vec::new();
    for mut articles in stories.into_values() {
        articles.sort_unstable();
        for (at, left) in articles.iter().enumerate() {
            pairs.extend(articles.iter().skip(at + 1).take(NEXT).flat_map(|right| counterparts(left, right)));
        }
    }
    pairs
}

/// The clock times of two articles that tell one moment and differ: what both give is another moment.
fn counterparts(left: &[Clock], right: &[Clock]) -> Vec<(usize, usize)> {
    let others = |own: &[Clock], other: &[Clock]| -> Vec<Clock> {
        let is_other = |clock: &&Clock| other.iter().all(|given| given.moment != clock.moment);
        own.iter().filter(is_other).copied().collect()
    };
    let (lefts, rights) = (others(left, right), others(right, left));
    let most = if left.len() == 1 && right.len() == 1 { FAR } else { NEAR };
    let is_next = |one: Clock, other: Clock| {
        let apart = |left: Clock, right: Clock| (left.moment - right.moment).abs();
        let far = |clocks: &[Clock]| {
            let rest = clocks.iter().filter(|clock| **clock != one && **clock != other);
            rest.into_iter().all(|clock| apart(*clock, one).min(apart(*clock, other)) > most)
        };
        differ(one, other) && apart(one, other) <= most && far(left) && far(right)
    };
    let each = |one: &Clock| {
        let one = *one;
        let next = rights.iter().filter(move |other| is_next(one, **other));
        let pair = |other: &Clock| (one.figure.min(other.figure), one.figure.max(other.figure));
        next.map(pair).collect::<Vec<_>>()
    };
    lefts.iter().flat_map(each).collect()
}

/// Whether two clock times are two. Those that whole hours part may be one on the clocks of two places, unless
/// both tell by whose clock they are.
const fn differ(one: Clock, other: Clock) -> bool {
    let is_round = one.moment % HALF == 0 || other.moment % HALF == 0;
    let least = if one.is_bound || other.is_bound {
        HOUR
    } else if is_round {
        ROUND
    } else {
        APART
    };
    let apart = (one.moment - other.moment).abs();
    apart >= least && (apart % HOUR != 0 || (one.is_zoned && other.is_zoned))
}

/// Whether two figures are told by the clock, where they are times: that one of a dawn may be it.
pub(super) fn are_exact(left: &Figure, right: &Figure) -> bool {
    [left, right].into_iter().all(|figure| figure.sort != ValueType::Time || is_told(figure))
}

/// Whether a figure is told by the clock, on a known day and in a known place.
pub(super) fn is_told(figure: &Figure) -> bool {
    moment(figure).is_some()
}

/// The first second of a clock time of a known day and place that is told to the minute, or to the hour by a number,
/// and its length in seconds.
fn moment(figure: &Figure) -> Option<(i64, i64)> {
    let Value::Time(time) = &figure.fact.value else { return None };
    let (first, end) = time.seconds()?;
    let longest = if figure.time.is_hour { HOUR } else { MINUTE };
    let length = end.checked_sub(first)?;
    (time.is_zoned() && length <= longest).then_some((first, length))
}
