//! What is said of the same two sides counts once.
//!
//! Facts that too little is known of answer several questions; the first of them stands. Times that an article
//! gives by the day and by the clock are two answers; where they contradict those of another article, the days
//! say all.

use crate::check::Checked;
use crate::fact::{ArticleIdx, FactIdx};
use crate::finding::reason::{Reason, Relation};
use crate::finding::rule::Rule;
use crate::finding::{Finding, Verdict};
use crate::graph::Knowledge;
use crate::graph::question::QuestionIdx;
use crate::value::Value;
use crate::value::compare::{Comparison, Side, compare};
use std::collections::{BTreeMap, BTreeSet};

/// Drops the findings and contradictions that repeat others.
pub(super) fn drop(knowledge: &Knowledge, checked: &mut Checked) {
    let mut seen = BTreeSet::new();
    checked
        .findings
        .retain(|finding| seen.insert((finding.rule, finding.left.clone(), finding.right.clone())));
    let mut seen = BTreeSet::new();
    let is_contradiction = |verdict: &Verdict| verdict.relation == Relation::Contradict;
    checked.verdicts.retain(|verdict| {
        !is_contradiction(verdict)
            || seen.insert((verdict.reason, verdict.left.clone(), verdict.right.clone()))
    });
    drop_finer(knowledge, &mut checked.findings);
}

/// Two articles that answer one question at odds.
type Versus = (QuestionIdx, ArticleIdx, ArticleIdx);

/// The answers of two articles, of the first one first.
type Answers<'k> = (&'k Value, &'k Value);

/// Facts of a side that are compared, and answers of two articles.
const MOST: usize = 16;

/// Drops the findings on times that lie within times which other findings set against each other.
fn drop_finer(knowledge: &Knowledge, findings: &mut Vec<Finding>) {
    let mut told: BTreeMap<Versus, Vec<Answers<'_>>> = BTreeMap::new();
    for (versus, answers) in findings.iter().flat_map(|finding| against(knowledge, finding)) {
        let told = told.entry(versus).or_default();
        if told.len() < MOST {
            told.push(answers);
        }
    }
    findings.retain(|finding| {
        let pairs = against(knowledge, finding);
        let is_told = |(versus, answers): &(Versus, Answers<'_>)| {
            told.get(versus).is_some_and(|told| told.iter().any(|other| is_within(*answers, *other)))
        };
        pairs.is_empty() || !pairs.iter().all(is_told)
    });
}

/// The answers of every two articles that a conflict of times sets against each other.
fn against<'k>(knowledge: &'k Knowledge, finding: &Finding) -> Vec<(Versus, Answers<'k>)> {
    let question = finding.question.filter(|_| finding.rule == Rule::Verdict(Reason::DateConflict));
    let (Some(question), true) = (question, finding.left.len().max(finding.right.len()) <= MOST) else {
        return Vec::new();
    };
    let answers = |side: &[FactIdx]| -> Vec<(ArticleIdx, &'k Value)> {
        side.iter().filter_map(|idx| knowledge.fact(*idx)).map(|fact| (fact.article, &fact.value)).collect()
    };
    let (lefts, rights) = (answers(&finding.left), answers(&finding.right));
    let each = |left: &(ArticleIdx, &'k Value)| {
        let left = *left;
        let versus = |right: &(ArticleIdx, &'k Value)| {
            let (one, other) = if left.0 <= right.0 { (left, *right) } else { (*right, left) };
            ((question, one.0, other.0), (one.1, other.1))
        };
        rights.iter().map(versus).collect::<Vec<_>>()
    };
    lefts.iter().flat_map(each).collect()
}

/// Whether two answers lie within two others, and are not the same two.
fn is_within(answers: Answers<'_>, others: Answers<'_>) -> bool {
    let lies = |answer: &Value, other: &Value| match compare(answer, other) {
        Comparison::Equal => Some(false),
        Comparison::Within(Side::Left) => Some(true),
        Comparison::Within(Side::Right)
        | Comparison::EqualButHedge
        | Comparison::RoundsTo(_)
        | Comparison::Overlaps
        | Comparison::Disjoint
        | Comparison::Incomparable => None,
    };
    match (lies(answers.0, others.0), lies(answers.1, others.1)) {
        (Some(one), Some(other)) => one || other,
        (None, _) | (_, None) => false,
    }
}
