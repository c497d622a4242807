//! The figures that are one in several articles: equal ones, and those of which one rounds or bounds the other.

use crate::extract::figure::Figure;
use crate::extract::kind::tells_what_befell;
use crate::fact::ArticleIdx;
use crate::graph::alike::befallen::Befallen;
use crate::graph::alike::guard::Guard;
use crate::graph::alike::known::{Claims, Known};
use crate::graph::alike::one;
use crate::graph::alike::shelf::Shared;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::compare::{Comparison, compare};
use petgraph::unionfind::UnionFind;
use std::collections::{BTreeMap, BTreeSet};

/// Which figures are one.
pub(super) struct Ones {
    /// Those whose values are equal, and those that one of them rounds or bounds as well.
    near: UnionFind<usize>,
    /// Those whose values are equal.
    equal: UnionFind<usize>,
    /// Those that no other question compares, and which of them are of one group.
    paired: BTreeSet<usize>,
    groups: UnionFind<usize>,
    /// Equal counts of people, of whom two articles tell two things in like words.
    pub(super) fates: Vec<(usize, usize)>,
}

impl Ones {
    /// The figures of near articles that share enough to be one.
    pub(super) fn new(
        guard: &Guard<'_, '_>,
        befallen: &Befallen<'_>,
        shared: &Shared,
        are_near: impl Fn(ArticleIdx, ArticleIdx) -> bool,
    ) -> Self {
        let figures = guard.figures;
        let alone = || UnionFind::new(figures.len());
        let mut ones = Self {
            near: alone(),
            equal: alone(),
            paired: BTreeSet::new(),
            groups: alone(),
            fates: Vec::new(),
        };
        for ((left, right), likeness) in shared {
            let Some((one, other)) = figures.get(*left).zip(figures.get(*right)) else { continue };
            if !are_near(one.fact.article, other.fact.article) || !one::is_one(one, other, *likeness) {
                continue;
            }
            let claims = guard.claims(*left).zip(guard.claims(*right));
            if claims.is_some_and(|(one, other)| befell_two(guard.known, one, other)) {
                ones.fates.extend(befallen.are_two(*left, *right, *likeness).then_some((*left, *right)));
                continue;
            }
            ones.join((*left, one), (*right, other));
            if !guard.asked.compares(one, other) && !one.is_any_deed {
                ones.groups.union(*left, *right);
                ones.paired.extend([*left, *right]);
            }
        }
        join_choices(figures, &mut ones.near);
        join_choices(figures, &mut ones.equal);
        ones
    }

    /// Joins two figures that are one.
    fn join(&mut self, (left, one): (usize, &Figure), (right, other): (usize, &Figure)) {
        let comparison = compare(&one.fact.value, &other.fact.value);
        // What lies in a bound is not what the bound was told of: 124 against "as many as 143".
        let is_in_bound = matches!(comparison, Comparison::Within(_) | Comparison::Overlaps)
            && (is_bound(&one.fact.value) || is_bound(&other.fact.value));
        if !is_in_bound {
            self.near.union(left, right);
        }
        if comparison == Comparison::Equal {
            self.equal.union(left, right);
        }
    }

    /// The figures that no other question compares, by group.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        members(self.paired.iter().copied(), &self.groups).into_values().collect()
    }

    /// The class of a figure, of those that one of them rounds or bounds as well.
    pub(super) fn class(&self, idx: usize) -> usize {
        self.near.find(idx)
    }

    /// The class of a figure, of those whose values are equal.
    pub(super) fn equal_class(&self, idx: usize) -> usize {
        self.equal.find(idx)
    }

    /// So many figures by their classes: near ones, and equal ones.
    pub(super) fn classes(&self, count: usize) -> [BTreeMap<usize, Vec<usize>>; 2] {
        [members(0..count, &self.near), members(0..count, &self.equal)]
    }
}

/// Some figures by the class that each is in.
fn members(of: impl Iterator<Item = usize>, classes: &UnionFind<usize>) -> BTreeMap<usize, Vec<usize>> {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for idx in of {
        members.entry(classes.find(idx)).or_default().push(idx);
    }
    members
}

/// Whether two things befell those whom two figures count: four who were killed are no four who were wounded.
fn befell_two(known: &Known<'_>, left: &Claims<'_>, right: &Claims<'_>) -> bool {
    let tells = |kind: &&&str| known.lexicon.kind(kind).is_some_and(tells_what_befell);
    left.kinds.is_disjoint(&right.kinds)
        && left.kinds.iter().any(|kind| tells(&kind))
        && right.kinds.iter().any(|kind| tells(&kind))
}

/// Whether an amount is told by what it is not more or less than.
fn is_bound(value: &Value) -> bool {
    let Value::Amount(amount) = value else { return false };
    match amount.form {
        Form::Over(_) | Form::AtLeast(_) | Form::Under(_) | Form::AtMost(_) | Form::Nearly(_) => true,
        Form::Exactly(_) | Form::About(_) | Form::Range(..) | Form::Choice(_) => false,
    }
}

/// Joins what one article says twice of words that exclude one another.
fn join_choices(figures: &[Figure], same: &mut UnionFind<usize>) {
    let mut first: BTreeMap<_, usize> = BTreeMap::new();
    for (idx, figure) in figures.iter().enumerate() {
        if let Value::State(state) = &figure.fact.value {
            let said = (figure.fact.article, &figure.fact.kind, figure.head.map(|head| head.key), state);
            same.union(*first.entry(said).or_insert(idx), idx);
        }
    }
}
