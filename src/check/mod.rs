//! Decides: one verdict for every two value classes of a question, and the findings that come of them.
//!
//! A verdict's reason is the first row of `rows::ROWS` that holds. Rules of `beside::RULES` may raise a
//! finding on top. Severity is a default here; policy decides what counts.

mod agreeing;
/// Rules on top of the table.
pub mod beside;
mod carried;
/// Facts of several questions.
pub mod cores;
mod covered;
mod decided;
/// Facts that stand firmly against each other.
pub mod firm;
/// Two value classes side by side.
pub mod pair;
mod repeated;
/// The table of verdicts.
pub mod rows;
mod told_twice;

use crate::check::firm::{Answers, Said};
use crate::check::pair::Pair;
use crate::fact::FactIdx;
use crate::finding::reason::{Reason, Relation};
use crate::finding::rule::{Rule, Severity};
use crate::finding::{Detail, Finding, Guard, Verdict};
use crate::graph::Knowledge;
use crate::graph::question::{Link, Question, QuestionIdx};
use crate::lexicon::Lexicon;
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::lexicon::schema::telling::Telling;
use crate::value::compare::{Comparison, Side};
use crate::value::words::{Key, Weight};
use std::collections::BTreeMap;

/// What checking says.
#[derive(Clone, Debug, Default)]
pub struct Checked {
    /// One verdict for every two value classes of a question.
    pub verdicts: Vec<Verdict>,
    /// What is worth a reader's time.
    pub findings: Vec<Finding>,
}

/// Checks everything known.
#[must_use]
pub fn check(knowledge: &Knowledge, lexicon: &Lexicon) -> Checked {
    let mut candidates: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for question in &knowledge.questions {
        *candidates.entry((&question.story, &question.kind)).or_default() += 1;
    }
    let mut checked = Checked::default();
    let said = Said::new(knowledge);
    for (idx, question) in knowledge.questions.iter().enumerate() {
        let Some(kind) = lexicon.kind(&question.kind) else { continue };
        let count = candidates.get(&(question.story.as_str(), question.kind.as_str())).copied().unwrap_or(1);
        check_question(knowledge, kind, (QuestionIdx(idx), question), count, &said, &mut checked);
    }
    decided::drop(knowledge, lexicon, &mut checked);
    covered::drop(knowledge, lexicon, &mut checked);
    repeated::drop(knowledge, &mut checked);
    told_twice::drop(knowledge, lexicon, &mut checked);
    carried::carry(knowledge, lexicon, &mut checked);
    for core in cores::CORES {
        let mut verdicts = (core.judge)(knowledge, lexicon, &checked.verdicts);
        verdicts.retain(|verdict| is_declared(knowledge, verdict));
        checked.findings.extend(verdicts.iter().map(raise_core));
        checked.verdicts.extend(verdicts);
    }
    for rule in beside::REVIEW {
        checked.findings.extend(rule(knowledge, lexicon));
    }
    checked
}

/// Whether somebody put the articles of a verdict together: those of a heap may tell of several things.
fn is_declared(knowledge: &Knowledge, verdict: &Verdict) -> bool {
    let facts = verdict.left.iter().chain(&verdict.right).chain(&verdict.core);
    let mut facts = facts.filter_map(|idx| knowledge.fact(*idx));
    facts.all(|fact| fact.id.is_some() || !knowledge.neighbourhood.is_found(fact.article))
}

fn check_question(
    knowledge: &Knowledge,
    kind: &Kind,
    (idx, question): (QuestionIdx, &Question),
    candidates: usize,
    said: &Said<'_>,
    checked: &mut Checked,
) {
    let answers = Answers::new(knowledge, question, said);
    for (position, left) in question.classes.iter().enumerate() {
        for facts in agreeing::that_agree(knowledge, kind, left) {
            agree_within(knowledge, idx, &facts, &mut checked.verdicts);
        }
        for right in question.classes.iter().skip(position + 1).take(rivals(question.classes.len())) {
            let pair = Pair::new(knowledge, kind, question, (left, right), candidates);
            let verdict = settle(&pair, &answers, decide(&pair, idx));
            checked.findings.extend(raise(&pair, &verdict));
            checked.findings.extend(beside::RULES.iter().filter_map(|rule| rule(&pair, &verdict)));
            checked.verdicts.push(verdict);
        }
    }
}

/// Answers of one question that are compared each with each.
const ANSWERS: usize = 256;

/// With how many that follow it an answer is compared: with all of them where they are few; of very many with
/// the next ones, so that the verdicts of a question grow no faster than its answers.
const fn rivals(answers: usize) -> usize {
    if answers <= ANSWERS {
        return answers;
    }
    let share = ANSWERS * ANSWERS / answers;
    if share == 0 { 1 } else { share }
}

/// Facts of one class agree by definition. The articles are halved again and again, so that every two of
/// them face each other in one verdict and the whole stays short.
fn agree_within(
    knowledge: &Knowledge,
    question: QuestionIdx,
    facts: &[FactIdx],
    verdicts: &mut Vec<Verdict>,
) {
    let mut articles: Vec<Vec<FactIdx>> = Vec::new();
    for idx in facts {
        let article = |idx: &FactIdx| knowledge.fact(*idx).map(|fact| fact.article);
        match articles.last_mut() {
            Some(last) if last.last().and_then(article) == article(idx) => last.push(*idx),
            Some(_) | None => articles.push(vec![*idx]),
        }
    }
    halve(&articles, question, verdicts);
}

fn halve(articles: &[Vec<FactIdx>], question: QuestionIdx, verdicts: &mut Vec<Verdict>) {
    if articles.len() < 2 {
        return;
    }
    let (left, right) = articles.split_at(articles.len() / 2);
    verdicts.push(Verdict {
        question,
        left: left.concat(),
        right: right.concat(),
        core: Vec::new(),
        relation: Relation::Agree,
        reason: Reason::SameValue,
        comparison: Comparison::Equal,
        guard: None,
    });
    halve(left, question, verdicts);
    halve(right, question, verdicts);
}

/// The verdict of a pair: the first row that holds.
#[must_use]
pub fn decide(pair: &Pair<'_>, question: QuestionIdx) -> Verdict {
    let row = rows::ROWS.iter().find(|row| (row.holds)(pair));
    let reason = row.map_or(Reason::ScopeUnknown, |row| row.reason);
    // What was updated stands before what it became.
    let turned = reason.relation() == Relation::Update && pair.later() == Some(Side::Left);
    let (left, right) = if turned { (pair.right, pair.left) } else { (pair.left, pair.right) };
    Verdict {
        question,
        left: left.facts.clone(),
        right: right.facts.clone(),
        core: Vec::new(),
        relation: reason.relation(),
        reason,
        comparison: if turned { pair.comparison.mirrored() } else { pair.comparison },
        guard: pair.guard().filter(|_| reason == Reason::ScopeUnknown),
    }
}

/// Keeps of a contradiction what stands firmly.
fn settle(pair: &Pair<'_>, answers: &Answers<'_>, verdict: Verdict) -> Verdict {
    if verdict.relation != Relation::Contradict || pair.kind.value == ValueType::Quote {
        return verdict;
    }
    if !pair.is_of_one_wording() {
        return unsettled(verdict, Guard::Wording);
    }
    if pair.kind.told == Telling::Speaker {
        return verdict;
    }
    let firm = if pair.question.link == Link::Counterparts {
        Some((verdict.left.clone(), verdict.right.clone()))
    } else if pair.kind.told.is_of_figures() {
        None
    } else if is_self(pair.knowledge, &verdict) {
        firm::repeats(pair).then(|| (verdict.left.clone(), verdict.right.clone()))
    } else {
        firm::firm(pair, answers)
    };
    match firm {
        Some((left, right)) => Verdict { left, right, ..verdict },
        None => unsettled(verdict, Guard::Several),
    }
}

/// A contradiction that something keeps from being one.
fn unsettled(verdict: Verdict, guard: Guard) -> Verdict {
    let reason = Reason::ScopeUnknown;
    Verdict { relation: reason.relation(), reason, guard: Some(guard), ..verdict }
}

/// The finding of a verdict whose reason is worth a reader's time.
fn raise(pair: &Pair<'_>, verdict: &Verdict) -> Option<Finding> {
    let rule = Rule::Verdict(verdict.reason);
    let severity = rule.severity();
    if severity == Severity::Off || is_self(pair.knowledge, verdict) {
        return None;
    }
    let missing = missing_words(pair);
    let turned = missing_beside(pair).iter().any(|key| key.weight == Weight::Turning);
    let is_truncated = verdict.reason == Reason::QuoteTruncated;
    let detail = if is_truncated {
        Detail::MissingWords(missing.iter().map(|key| key.word.as_str()).collect::<Vec<_>>().join(" "))
    } else {
        Detail::Sides
    };
    Some(Finding {
        rule,
        severity: if is_truncated && turned { Severity::Error } else { severity },
        question: Some(verdict.question),
        left: verdict.left.clone(),
        right: verdict.right.clone(),
        detail,
    })
}

/// The finding of facts that cannot all hold; a core stands on the one side.
fn raise_core(verdict: &Verdict) -> Finding {
    let rule = Rule::Verdict(verdict.reason);
    Finding {
        rule,
        severity: rule.severity(),
        question: Some(verdict.question),
        left: verdict.left.iter().chain(&verdict.core).copied().collect(),
        right: verdict.right.clone(),
        detail: Detail::Sides,
    }
}

/// Whether both sides of a verdict are of one and the same article.
#[must_use]
pub fn is_self(knowledge: &Knowledge, verdict: &Verdict) -> bool {
    let mut articles = verdict
        .left
        .iter()
        .chain(&verdict.right)
        .filter_map(|idx| knowledge.fact(*idx))
        .map(|fact| fact.article);
    let first = articles.next();
    articles.all(|article| Some(article) == first)
}

/// Words with a meaning that the longer of two quotes has and the shorter lacks.
fn missing_words<'k>(pair: &Pair<'k>) -> Vec<&'k Key> {
    let Some((left, right)) = pair.quotes() else { return Vec::new() };
    if left.keys.len() <= right.keys.len() { right.beyond(left) } else { left.beyond(right) }
}

/// Those of them that stand in a sentence of which the shorter has a part.
fn missing_beside<'k>(pair: &Pair<'k>) -> Vec<&'k Key> {
    let Some((left, right)) = pair.quotes() else { return Vec::new() };
    if left.keys.len() <= right.keys.len() { right.lacking_beside(left) } else { left.lacking_beside(right) }
}
