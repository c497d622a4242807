//! What one article says as another does contradicts what that other one's contradicts: where a kind sets the twelve
//! years of one article against the ten of another, a third that gives the same twelve, whatever its words tell of
//! them, stands beside the first. Articles that give both values know of both.

use crate::check::Checked;
use crate::fact::{Anchor, ArticleIdx, Fact, FactIdx};
use crate::finding::reason::{Reason, Relation};
use crate::finding::{Finding, Verdict};
use crate::graph::Knowledge;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::kind::ValueType;
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::compare::{Comparison, compare};
use std::collections::{BTreeMap, BTreeSet};

/// Facts of a side that are followed.
const MOST: usize = 16;

/// Adds to the sides of contradictions what other articles say alike.
pub(super) fn carry(knowledge: &Knowledge, lexicon: &Lexicon, checked: &mut Checked) {
    let known = Known::new(knowledge, &checked.verdicts);
    let is_of = |verdict: &Verdict| {
        let question = knowledge.questions.get(verdict.question.0);
        let kind = question.and_then(|question| lexicon.kind(&question.kind));
        verdict.relation == Relation::Contradict
            && verdict.core.is_empty()
            && kind.is_some_and(|kind| {
                // Of lengths of life an article gives many.
                kind.told != Telling::Age
                    && matches!(
                        kind.value,
                        ValueType::Duration | ValueType::Money | ValueType::Quantity | ValueType::Time
                    )
            })
    };
    for verdict in checked.verdicts.iter_mut().filter(|verdict| is_of(verdict)) {
        let left = known.beside(&verdict.left, &verdict.right);
        let right = known.beside(&verdict.right, &verdict.left);
        if left.is_empty() && right.is_empty() {
            continue;
        }
        let is_its = |finding: &&mut Finding| {
            finding.question == Some(verdict.question)
                && finding.left == verdict.left
                && finding.right == verdict.right
        };
        for finding in checked.findings.iter_mut().filter(is_its) {
            finding.left.extend(&left);
            finding.right.extend(&right);
        }
        verdict.left.extend(left);
        verdict.right.extend(right);
    }
}

/// What is said of the values of all articles.
struct Known<'k> {
    knowledge: &'k Knowledge,
    /// What agrees with the value of an anchor.
    alike: BTreeMap<Anchor, Vec<FactIdx>>,
    /// The anchors that some verdict sets beside each other.
    judged: BTreeSet<(Anchor, Anchor)>,
    /// What each article says.
    said: BTreeMap<ArticleIdx, Vec<&'k Fact>>,
}

impl<'k> Known<'k> {
    fn new(knowledge: &'k Knowledge, verdicts: &[Verdict]) -> Self {
        let mut known =
            Self { knowledge, alike: BTreeMap::new(), judged: BTreeSet::new(), said: BTreeMap::new() };
        for fact in &knowledge.facts {
            known.said.entry(fact.article).or_default().push(fact);
        }
        let is_known =
            |verdict: &&Verdict| verdict.reason != Reason::ScopeUnknown && known.is_telling(verdict);
        for verdict in verdicts.iter().filter(is_known).collect::<Vec<_>>() {
            for (one, other) in pairs(verdict) {
                let Some((here, there)) = known.anchor(one).zip(known.anchor(other)) else { continue };
                known.judged.extend([(here, there), (there, here)]);
                if verdict.reason == Reason::SameValue {
                    known.alike.entry(here).or_default().push(other);
                    known.alike.entry(there).or_default().push(one);
                }
            }
        }
        known
    }

    fn anchor(&self, idx: FactIdx) -> Option<Anchor> {
        self.knowledge.fact(idx)?.anchor()
    }

    /// Whether a verdict is on values that few things have.
    fn is_telling(&self, verdict: &Verdict) -> bool {
        let first = verdict.left.first().and_then(|idx| self.knowledge.fact(*idx));
        first.is_some_and(|fact| is_telling(&fact.value))
    }

    /// What articles of neither side say as a side does, of which nothing else is said beside the other side.
    fn beside(&self, own: &[FactIdx], others: &[FactIdx]) -> Vec<FactIdx> {
        let articles: BTreeSet<ArticleIdx> =
            own.iter().chain(others).filter_map(|idx| Some(self.knowledge.fact(*idx)?.article)).collect();
        let alike =
            own.iter().take(MOST).filter_map(|idx| Some((*idx, self.alike.get(&self.anchor(*idx)?)?)));
        let told = alike.flat_map(|(idx, alike)| alike.iter().take(MOST).map(move |other| (idx, *other)));
        let mut found: BTreeMap<ArticleIdx, FactIdx> = BTreeMap::new();
        for (idx, other) in told {
            let Some((fact, carried)) = self.knowledge.fact(idx).zip(self.knowledge.fact(other)) else {
                continue;
            };
            let is_free = others.iter().take(MOST).all(|against| self.may_contradict(other, *against));
            if !articles.contains(&carried.article) && are_one(fact, carried) && is_free {
                found.entry(carried.article).or_insert(other);
            }
        }
        found.into_values().collect()
    }

    /// Whether nothing is said of a fact and what it is set against, and its article does not give that as well.
    fn may_contradict(&self, carried: FactIdx, against: FactIdx) -> bool {
        let anchors = self.anchor(carried).zip(self.anchor(against));
        let both = self.knowledge.fact(carried).zip(self.knowledge.fact(against));
        anchors.is_some_and(|anchors| !self.judged.contains(&anchors))
            && both.is_some_and(|(carried, against)| {
                let said = self.said.get(&carried.article).map(Vec::as_slice).unwrap_or_default();
                let near = &self.knowledge.neighbourhood;
                near.are_near(carried.article, against.article)
                    && !near.is_found(carried.article)
                    && said.iter().all(|fact| compare(&fact.value, &against.value) != Comparison::Equal)
            })
    }
}

/// Whether few things have a value: a length, a measure, a sum, an hour of a day.
fn is_telling(value: &Value) -> bool {
    match value {
        Value::Duration(_) => true,
        Value::Amount(amount) => amount.unit.is_some(),
        Value::Time(time) => time.first.is_some_and(|point| point.clock.is_some()),
        Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => false,
    }
}

/// Whether two facts give one such value.
fn are_one(fact: &Fact, carried: &Fact) -> bool {
    is_telling(&fact.value)
        && fact.stance == carried.stance
        && compare(&fact.value, &carried.value) == Comparison::Equal
}

/// Each two facts of the sides of a verdict, of the first ones.
fn pairs(verdict: &Verdict) -> impl Iterator<Item = (FactIdx, FactIdx)> {
    let rights = verdict.right.iter().take(MOST);
    verdict.left.iter().take(MOST).flat_map(move |left| rights.clone().map(move |right| (*left, *right)))
}
