//! Which facts a report shows together: those that agree, the pairs that refine, what is left alone.

use crate::fact::{ArticleIdx, FactIdx};
use crate::finding::Verdict;
use crate::finding::reason::{Reason, Relation};
use crate::finding::rule::Rule;
use crate::graph::Knowledge;
use crate::graph::question::QuestionIdx;
use crate::report::Report;
use std::collections::{BTreeMap, BTreeSet};

/// Facts of one question that agree with one another, from two articles or more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agreement {
    /// The question they answer.
    pub question: QuestionIdx,
    /// The facts, in order.
    pub facts: BTreeSet<FactIdx>,
    /// Why they agree.
    pub reasons: BTreeSet<Reason>,
}

/// The agreements, in the order of the questions.
#[must_use]
pub fn agreements(report: &Report) -> Vec<Agreement> {
    let mut sets = Sets::new(report.knowledge.facts.len());
    let agree = || report.verdicts.iter().filter(|verdict| verdict.relation == Relation::Agree);
    for verdict in agree() {
        sets.join(sides(verdict));
    }
    let mut groups = BTreeMap::<(QuestionIdx, usize), Agreement>::new();
    for verdict in agree() {
        let Some(first) = sides(verdict).next() else { continue };
        let group = groups.entry((verdict.question, sets.root(first.0))).or_insert_with(|| Agreement {
            question: verdict.question,
            facts: BTreeSet::new(),
            reasons: BTreeSet::new(),
        });
        group.facts.extend(sides(verdict));
        group.reasons.insert(verdict.reason);
    }
    let crosses = |group: &Agreement| articles(&group.facts, report.knowledge).len() > 1;
    groups.into_values().filter(crosses).collect()
}

/// The verdicts of some relations that no finding shows.
#[must_use]
pub fn silent<'a>(report: &Report<'a>, relations: &[Relation]) -> Vec<&'a Verdict> {
    let key =
        |question, rule, left: &[FactIdx], right: &[FactIdx]| (question, rule, left.to_vec(), right.to_vec());
    let found: BTreeSet<_> = report
        .judged
        .iter()
        .map(|judged| &judged.finding)
        .filter_map(|finding| Some(key(finding.question?, finding.rule, &finding.left, &finding.right)))
        .collect();
    let is_silent = |verdict: &&Verdict| {
        let rule = Rule::Verdict(verdict.reason);
        relations.contains(&verdict.relation)
            && !found.contains(&key(verdict.question, rule, &verdict.left, &verdict.right))
    };
    report.verdicts.iter().filter(is_silent).collect()
}

/// The articles of some facts, in order.
pub fn articles<'a>(
    facts: impl IntoIterator<Item = &'a FactIdx>,
    knowledge: &Knowledge,
) -> BTreeSet<ArticleIdx> {
    facts.into_iter().filter_map(|idx| knowledge.fact(*idx)).map(|fact| fact.article).collect()
}

/// The origins of some articles.
#[must_use]
pub fn origins(articles: &BTreeSet<ArticleIdx>, knowledge: &Knowledge) -> BTreeSet<usize> {
    articles.iter().filter_map(|idx| knowledge.origins.get(idx.0)).copied().collect()
}

/// All facts of a verdict.
pub fn sides(verdict: &Verdict) -> impl Iterator<Item = FactIdx> {
    verdict.left.iter().chain(&verdict.right).chain(&verdict.core).copied()
}

/// Disjoint sets of facts.
struct Sets {
    parents: Vec<usize>,
}

impl Sets {
    fn new(len: usize) -> Self {
        Self { parents: (0..len).collect() }
    }

    fn root(&mut self, mut idx: usize) -> usize {
        while let Some(&parent) = self.parents.get(idx)
            && parent != idx
        {
            let grandparent = self.parents.get(parent).copied().unwrap_or(parent);
            if let Some(slot) = self.parents.get_mut(idx) {
                *slot = grandparent;
            }
            idx = grandparent;
        }
        idx
    }

    fn join(&mut self, facts: impl Iterator<Item = FactIdx>) {
        let mut first = None;
        for FactIdx(idx) in facts {
            let root = self.root(idx);
            let &mut first = first.get_or_insert(root);
            let top = self.root(first);
            if let Some(parent) = self.parents.get_mut(root) {
                *parent = top;
            }
        }
    }
}
