//! What contradicts one figure contradicts whatever is one with it, in whichever article.

use crate::extract::figure::Figure;
use crate::fact::ArticleIdx;
use crate::graph::alike::given::Given;
use crate::graph::alike::ones::Ones;
use crate::graph::alike::slip::slip;
use crate::graph::alike::{apart, clock, dates};
use crate::lexicon::schema::kind::ValueType;
use crate::value::compare::{Comparison, compare};
use std::collections::BTreeSet;

/// The pairs of figures that contradict each other, each once: what contradicts one figure contradicts whatever is one
/// with it.
pub(super) fn all(figures: &[Figure], pairs: Vec<(usize, usize)>, ones: &Ones) -> BTreeSet<(usize, usize)> {
    once(figures, carried(figures, pairs, ones))
}

fn carried(figures: &[Figure], pairs: Vec<(usize, usize)>, ones: &Ones) -> BTreeSet<(usize, usize)> {
    let [near, equal] = ones.classes(figures.len());
    let class = |idx: usize| near.get(&ones.class(idx)).map(Vec::as_slice).unwrap_or_default();
    let articles = |idx: usize| -> BTreeSet<ArticleIdx> {
        let class = equal.get(&ones.equal_class(idx)).map(Vec::as_slice).unwrap_or_default();
        class.iter().filter_map(|idx| figures.get(*idx)).map(|figure| figure.fact.article).collect()
    };
    let differ = |left: usize, right: usize| {
        figures.get(left).zip(figures.get(right)).is_some_and(|(left, right)| {
            left.fact.article != right.fact.article
                && apart::are_on_one_footing(left, right)
                && (dates::are_days(left, right)
                    || (compare(&left.fact.value, &right.fact.value) == Comparison::Disjoint
                        && clock::are_exact(left, right)))
        })
    };
    // Whoever gives both knows of two things.
    let stands = |left: usize, right: usize| articles(left).is_disjoint(&articles(right));
    let direct: BTreeSet<(usize, usize)> =
        pairs.into_iter().filter(|(left, right)| stands(*left, *right)).collect();
    // An article that gives what the other one says knows of both.
    let given = Given::new(figures);
    let knows = |left: usize, right: usize| {
        figures.get(left).zip(figures.get(right)).is_some_and(|(one, other)| {
            one.sort != ValueType::Ordinal && given.is_given((left, one), (right, other))
        })
    };
    let is_carried =
        |left: usize, right: usize| differ(left, right) && stands(left, right) && !knows(left, right);
    let slip = |left: usize, right: usize| {
        let both = figures.get(left).zip(figures.get(right));
        both.and_then(|(left, right)| slip(&left.fact.value, &right.fact.value))
    };
    let is_moved = |idx: usize| figures.get(idx).is_some_and(|figure| figure.fact.is_moved);
    // What rounds a number that was mistyped where it tells what a count became may be a stage before that.
    let stays = |(left, right): (usize, usize), own: (usize, usize)| {
        !(is_moved(own.0) || is_moved(own.1)) || slip(left, right).is_none() || slip(own.0, own.1).is_some()
    };
    let all = direct.iter().flat_map(|(left, right)| {
        let both = class(*left)
            .iter()
            .flat_map(move |other| class(*right).iter().map(move |right| (*other, *right)));
        both.filter(move |own| stays((*left, *right), *own))
    });
    all.filter(|pair| direct.contains(pair) || is_carried(pair.0, pair.1))
        .map(|(left, right)| (left.min(right), left.max(right)))
        .collect()
}

/// Keeps of what two words tell against each other one pair, of whatever things they tell it.
fn once(figures: &[Figure], pairs: BTreeSet<(usize, usize)>) -> BTreeSet<(usize, usize)> {
    let mut told = BTreeSet::new();
    let words = |idx: usize| {
        let figure = figures.get(idx)?;
        Some((figure.fact.article, &figure.fact.kind, figure.own.start, figure.own.end))
    };
    let is_state = |idx: usize| figures.get(idx).is_some_and(|figure| figure.sort == ValueType::State);
    let is_new = |pair: &(usize, usize)| !is_state(pair.0) || told.insert((words(pair.0), words(pair.1)));
    pairs.into_iter().filter(is_new).collect()
}
