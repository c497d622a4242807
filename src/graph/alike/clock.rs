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

/// Fewest seconds by which two tellings differ that are not the moment and the minute after; a round one is told
/// less exactly.
const APART: i64 = 5 * MINUTE;
const ROUND: i64 = 30 * MINUTE;

/// Most seconds by which two tellings of one moment differ: those that stand alone, and those among others.
const FAR: i64 = 4 * HOUR;
const NEAR: i64 = HOUR;

/// Most clock times of an article that is asked.
const MOST: usize = 3;

/// With how many of the articles next to it each is compared.
const NEXT: usize = 16;

/// Days before the article within which something is news.
const NEWS: i64 = 4;

/// A clock time of an article: its first second, and its figure.
type Clock = (i64, usize);

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
        if let Some(moment) = moment(figure).filter(is_news) {
            articles.entry(figure.fact.article).or_default().push((moment, idx));
        }
    }
    let mut stories: BTreeMap<String, Vec<Vec<Clock>>> = BTreeMap::new();
    for mut clocks in articles.into_values() {
        clocks.sort_unstable();
        clocks.dedup_by_key(|(moment, _)| *moment);
        let figure = clocks.first().and_then(|(_, idx)| figures.get(*idx));
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
        let is_other = |(moment, _): &&Clock| other.iter().all(|(given, _)| given != moment);
        own.iter().filter(is_other).copied().collect()
    };
    let (lefts, rights) = (others(left, right), others(right, left));
    let most = if left.len() == 1 && right.len() == 1 { FAR } else { NEAR };
    let is_next = |one: Clock, other: Clock| {
        let apart = (one.0 - other.0).abs();
        let far = |clocks: &[Clock]| {
            let rest = clocks.iter().filter(|clock| **clock != one && **clock != other);
            rest.into_iter().all(|clock| (clock.0 - one.0).abs().min((clock.0 - other.0).abs()) > most)
        };
        differ(one.0, other.0) && apart <= most && far(left) && far(right)
    };
    let each = |one: &Clock| {
        let one = *one;
        let next = rights.iter().filter(move |other| is_next(one, **other));
        next.map(move |other| (one.1.min(other.1), one.1.max(other.1))).collect::<Vec<_>>()
    };
    lefts.iter().flat_map(each).collect()
}

/// Whether two clock times are two. Those that whole hours part may be one on the clocks of two places.
const fn differ(one: i64, other: i64) -> bool {
    let least = if one % ROUND == 0 || other % ROUND == 0 { ROUND } else { APART };
    let apart = (one - other).abs();
    apart >= least && apart % HOUR != 0
}

/// Whether two figures are told by the clock, where they are times: that one of a dawn may be it.
pub(super) fn are_exact(left: &Figure, right: &Figure) -> bool {
    [left, right].into_iter().all(|figure| figure.sort != ValueType::Time || moment(figure).is_some())
}

/// The first second of a clock time of a known day and place that is told to the minute.
fn moment(figure: &Figure) -> Option<i64> {
    let Value::Time(time) = &figure.fact.value else { return None };
    let (first, end) = time.seconds()?;
    (time.is_zoned() && end - first <= MINUTE).then_some(first)
}
