//! Figures that share nothing and may still be two tellings of one, where a story has few articles.

use crate::extract::figure::Figure;
use crate::fact::{ArticleIdx, Fact};
use crate::graph::alike::shelf::Shared;
use crate::lexicon::schema::kind::ValueType;
use std::collections::{BTreeMap, BTreeSet};

/// Most articles of a story in which each figure meets all others of its sort.
const FEW: usize = 12;

/// Most figures of such a story; one with more is a table.
const MOST: usize = 600;

/// The figures of one sort in near articles that share no word, in stories of few articles.
pub(super) fn strangers(
    figures: &[Figure],
    shared: &Shared,
    story: impl Fn(&Fact) -> String,
    is_near: impl Fn(ArticleIdx, ArticleIdx) -> bool,
) -> Vec<(usize, usize)> {
    let mut stories: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (idx, figure) in figures.iter().enumerate() {
        if !matches!(figure.sort, ValueType::State | ValueType::Name | ValueType::Place) {
            stories.entry(story(&figure.fact)).or_default().push(idx);
        }
    }
    let article = |idx: &usize| figures.get(*idx).map(|figure| figure.fact.article);
    let is_small =
        |all: &Vec<usize>| all.len() <= MOST && all.iter().map(article).collect::<BTreeSet<_>>().len() <= FEW;
    let met = |left: usize, right: usize| {
        figures.get(left).zip(figures.get(right)).is_some_and(|(one, other)| {
            one.fact.article != other.fact.article
                && one.fact.kind == other.fact.kind
                && is_near(one.fact.article, other.fact.article)
                && shared.binary_search_by_key(&(left, right), |(pair, _)| *pair).is_err()
        })
    };
    let each_two = |all: Vec<usize>| {
        let pairs = all.iter().enumerate().flat_map(|(at, left)| {
            all.iter().skip(at + 1).filter(|right| met(*left, **right)).map(|right| (*left, *right))
        });
        pairs.collect::<Vec<_>>()
    };
    stories.into_values().filter(is_small).flat_map(each_two).collect()
}
