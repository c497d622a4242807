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
use crate::graph::alike::slip::slip;
use crate::graph::alike::weights::CERTAIN;
use crate::graph::question::{Link, Question, QuestionIdx};
use crate::lexicon::Lexicon;
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::compare::{Comparison, Side, compare};
use crate::value::words::{Key, Weight};
use std::collections::{BTreeMap, BTreeSet};

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
    drop_decided(knowledge, lexicon, &mut checked);
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

/// What is said of counterparts gives way to what their kinds say of the same words, unless that is only that
/// too little is known, or that the words are of two things where the one is plainly a slip of the pen for the other.
fn drop_decided(knowledge: &Knowledge, lexicon: &Lexicon, checked: &mut Checked) {
    let is_counterparts = |idx: QuestionIdx| {
        knowledge.questions.get(idx.0).is_some_and(|question| question.link == Link::Counterparts)
    };
    let place = |idx: &FactIdx| {
        let fact = knowledge.fact(*idx)?;
        // What is said of a value says nothing of the words around it.
        let is_worded = matches!(fact.value, Value::State(_) | Value::Name(_) | Value::Place(_));
        Some((fact.article, fact.evidence.first()?.span?.end, is_worded))
    };
    let counterparts: BTreeMap<_, &Value> = checked
        .verdicts
        .iter()
        .filter(|verdict| is_counterparts(verdict.question))
        .flat_map(|verdict| verdict.left.iter().chain(&verdict.right))
        .filter_map(|idx| Some((place(idx)?, &knowledge.fact(*idx)?.value)))
        .collect();
    // A reviewer's evidence may be longer than the words of the value in it.
    let inside = |idx: &FactIdx| {
        let (article, end, is_worded) = place(idx)?;
        let fact = knowledge.fact(*idx).filter(|fact| fact.id.is_some())?;
        let start = fact.evidence.first()?.span?.start;
        let mut within = counterparts.range((article, start, false)..=(article, end, true));
        let is_it = |value: &Value| compare(value, &fact.value) == Comparison::Equal;
        within.find(|(place, value)| place.2 == is_worded && is_it(value)).map(|(place, _)| *place)
    };
    // That two clocks are of one day does not make them one.
    let tells_day = |idx: QuestionIdx| {
        let kind = knowledge.questions.get(idx.0).and_then(|question| lexicon.kind(&question.kind));
        kind.is_some_and(|kind| kind.told.is_of_days())
    };
    let (mut decided, mut doubted) = (BTreeSet::new(), BTreeSet::new());
    let own = |verdict: &&Verdict| !is_counterparts(verdict.question) && !tells_day(verdict.question);
    for verdict in checked.verdicts.iter().filter(own) {
        let is_unrelated = verdict.relation == Relation::Unrelated;
        if matches!(verdict.reason, Reason::ScopeUnknown | Reason::ListValued)
            || is_unrelated && asks_for_anything(knowledge, verdict, lexicon)
        {
            continue;
        }
        let decided = if is_unrelated { &mut doubted } else { &mut decided };
        let places = |side: &[FactIdx]| -> Vec<_> {
            let exactly = |idx: &FactIdx| place(idx).filter(|place| counterparts.contains_key(place));
            side.iter().filter_map(|idx| exactly(idx).or_else(|| inside(idx))).collect()
        };
        let (lefts, rights) = (places(&verdict.left), places(&verdict.right));
        for left in lefts {
            decided.extend(rights.iter().map(|right| (left.min(*right), left.max(*right))));
        }
    }
    let stands = |question: Option<QuestionIdx>, left: &[FactIdx], right: &[FactIdx]| {
        let pair = || {
            let (left, right) = (left.first().and_then(place)?, right.first().and_then(place)?);
            Some((left.min(right), left.max(right)))
        };
        let is_certain = || {
            let facts = left.first().zip(right.first());
            let facts = facts.and_then(|(one, other)| Some((knowledge.fact(*one)?, knowledge.fact(*other)?)));
            let slips = facts.filter(|(one, other)| slip(&one.value, &other.value).is_some());
            let evidence = slips.and_then(|(one, other)| knowledge.weighed.between(one, other));
            evidence.is_some_and(|evidence| evidence.weight() >= CERTAIN)
        };
        !question.is_some_and(is_counterparts)
            || pair()
                .is_none_or(|pair| !decided.contains(&pair) && (!doubted.contains(&pair) || is_certain()))
    };
    checked.verdicts.retain(|verdict| stands(Some(verdict.question), &verdict.left, &verdict.right));
    checked.findings.retain(|finding| stands(finding.question, &finding.left, &finding.right));
}

/// Whether the kind of a verdict's question asks for one thing no more than for another.
fn asks_for_anything(knowledge: &Knowledge, verdict: &Verdict, lexicon: &Lexicon) -> bool {
    let question = knowledge.questions.get(verdict.question.0);
    question.and_then(|question| lexicon.kind(&question.kind)).is_some_and(|kind| !kind.asks_for_one_thing())
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
