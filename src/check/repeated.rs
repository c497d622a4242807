//! What is said of the same two sides counts once.
//!
//! Facts that too little is known of answer several questions; the first of them stands. Times that an article
//! gives by the day and by the clock are two answers; where they contradict those of another article, the days
//! say all. Counterparts are found two by two; those of equal answers stand on one side.

use crate::check::Checked;
use crate::fact::{ArticleIdx, FactIdx};
use crate::finding::reason::{Reason, Relation};
use crate::finding::rule::Rule;
use crate::finding::{Finding, Verdict};
use crate::graph::Knowledge;
use crate::graph::question::{Link, QuestionIdx};
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
    join_counterparts(knowledge, &mut checked.findings);
}

/// A fact that counterparts stand against, with the rule and the kind.
type Stand<'k> = (Rule, &'k str, FactIdx);

/// Joins findings on counterparts that set equal answers of several articles against the same facts.
fn join_counterparts(knowledge: &Knowledge, findings: &mut Vec<Finding>) {
    let mut stands: BTreeMap<Stand<'_>, Vec<usize>> = BTreeMap::new();
    let mut joined: Vec<Finding> = Vec::new();
    for finding in std::mem::take(findings) {
        let question = finding.question.and_then(|idx| knowledge.questions.get(idx.0));
        let Some(question) = question.filter(|question| question.link == Link::Counterparts) else {
            joined.push(finding);
            continue;
        };
        let (left, right) = (finding.left.clone(), finding.right.clone());
        let stand = |idx: &FactIdx| (finding.rule, question.kind.as_str(), *idx);
        let known = left.iter().chain(&right).filter_map(|idx| stands.get(&stand(idx))).flatten().take(MOST);
        let known =
            known.copied().find_map(|at| Some((at, turned(knowledge, joined.get(at)?, &left, &right)?)));
        let at = known.map_or(joined.len(), |(at, _)| at);
        for stand in left.iter().chain(&right).map(stand) {
            stands.entry(stand).or_default().push(at);
        }
        match known.and_then(|(at, is_turned)| Some((joined.get_mut(at)?, is_turned))) {
            Some((known, is_turned)) => {
                let (left, right) = if is_turned { (right, left) } else { (left, right) };
                add(&mut known.left, left);
                add(&mut known.right, right);
            }
            None => joined.push(finding),
        }
    }
    *findings = joined;
}

/// Whether two sides give the answers of a finding's sides the other way round; none where they give others.
fn turned(knowledge: &Knowledge, known: &Finding, left: &[FactIdx], right: &[FactIdx]) -> Option<bool> {
    let is = |one: &[FactIdx], other: &[FactIdx]| are_equal(knowledge, one, other);
    if is(&known.left, left) && is(&known.right, right) {
        return Some(false);
    }
    (is(&known.left, right) && is(&known.right, left)).then_some(true)
}

fn add(side: &mut Vec<FactIdx>, more: Vec<FactIdx>) {
    side.extend(more);
    side.sort_unstable();
    side.dedup();
}

/// Whether the first facts of two sides give one answer.
fn are_equal(knowledge: &Knowledge, left: &[FactIdx], right: &[FactIdx]) -> bool {
    let value = |side: &[FactIdx]| side.first().and_then(|idx| knowledge.fact(*idx)).map(|fact| &fact.value);
    value(left).zip(value(right)).is_some_and(|(left, right)| compare(left, right) == Comparison::Equal)
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
