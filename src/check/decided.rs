//! What is said of counterparts gives way to what their kinds say of the same words, unless that is only that too
//! little is known, or that the words are of two things where the one is plainly a slip of the pen for the other.

use crate::check::Checked;
use crate::fact::{Anchor, Fact, FactIdx};
use crate::finding::Verdict;
use crate::finding::reason::{Reason, Relation};
use crate::graph::Knowledge;
use crate::graph::alike::slip::slip;
use crate::graph::alike::weights::CERTAIN;
use crate::graph::question::{Link, QuestionIdx};
use crate::lexicon::Lexicon;
use crate::lexicon::schema::kind::Kind;
use crate::value::Value;
use crate::value::compare::{Comparison, compare};
use std::collections::{BTreeMap, BTreeSet};

/// Drops the verdicts and findings on counterparts of which a kind has decided.
pub(super) fn drop(knowledge: &Knowledge, lexicon: &Lexicon, checked: &mut Checked) {
    let view = View { knowledge, lexicon };
    let decided = Decided::new(&view, &checked.verdicts);
    checked.verdicts.retain(|verdict| {
        !view.is_counterparts(verdict.question) || !decided.covers(&view, &verdict.left, &verdict.right)
    });
    checked.findings.retain(|finding| {
        !finding.question.is_some_and(|idx| view.is_counterparts(idx))
            || !decided.covers(&view, &finding.left, &finding.right)
    });
}

/// An anchor, and whether the value is one of words: what is said of a value says nothing of the words around it.
type Spot = (Anchor, bool);

struct View<'k> {
    knowledge: &'k Knowledge,
    lexicon: &'k Lexicon,
}

impl<'k> View<'k> {
    fn is_counterparts(&self, idx: QuestionIdx) -> bool {
        self.knowledge.questions.get(idx.0).is_some_and(|question| question.link == Link::Counterparts)
    }

    fn kind(&self, idx: QuestionIdx) -> Option<&'k Kind> {
        self.knowledge.questions.get(idx.0).and_then(|question| self.lexicon.kind(&question.kind))
    }

    fn spot(&self, idx: FactIdx) -> Option<Spot> {
        let fact = self.knowledge.fact(idx)?;
        let is_worded = matches!(fact.value, Value::State(_) | Value::Name(_) | Value::Place(_));
        Some((fact.anchor()?, is_worded))
    }

    /// Whether the kind of a verdict can decide. That two clocks are of one day does not make them one, and a kind that
    /// asks for one thing no more than for another parts nothing.
    fn decides(&self, verdict: &Verdict) -> bool {
        let kind = self.kind(verdict.question);
        !self.is_counterparts(verdict.question)
            && !kind.is_some_and(|kind| kind.told.is_of_days())
            && !matches!(verdict.reason, Reason::ScopeUnknown | Reason::ListValued)
            && (verdict.relation != Relation::Unrelated || kind.is_none_or(|kind| kind.asks_for_one_thing()))
    }

    /// Whether one of two values is plainly a slip of the pen for the other.
    fn is_certain(&self, left: FactIdx, right: FactIdx) -> bool {
        let facts = self.knowledge.fact(left).zip(self.knowledge.fact(right));
        let slips = facts.filter(|(one, other)| slip(&one.value, &other.value).is_some());
        let weighed = slips.and_then(|(one, other)| self.knowledge.weighed.between(one, other));
        weighed.is_some_and(|pair| pair.evidence.weight() >= CERTAIN)
    }
}

/// What the kinds say of each two spots, the first of a text first.
#[derive(Default)]
struct Decided {
    /// How they stand.
    told: BTreeSet<(Spot, Spot)>,
    /// That they are of two things.
    parted: BTreeSet<(Spot, Spot)>,
}

impl Decided {
    fn new(view: &View<'_>, verdicts: &[Verdict]) -> Self {
        let counterparts: BTreeMap<Spot, &Fact> = verdicts
            .iter()
            .filter(|verdict| view.is_counterparts(verdict.question))
            .flat_map(|verdict| verdict.left.iter().chain(&verdict.right))
            .filter_map(|idx| Some((view.spot(*idx)?, view.knowledge.fact(*idx)?)))
            .collect();
        let spots = |side: &[FactIdx]| -> Vec<Spot> {
            let exactly = |idx: &FactIdx| view.spot(*idx).filter(|spot| counterparts.contains_key(spot));
            side.iter().filter_map(|idx| exactly(idx).or_else(|| inside(view, &counterparts, *idx))).collect()
        };
        let mut decided = Self::default();
        for verdict in verdicts.iter().filter(|verdict| view.decides(verdict)) {
            let is_parted = verdict.relation == Relation::Unrelated;
            let pairs = if is_parted { &mut decided.parted } else { &mut decided.told };
            let (lefts, rights) = (spots(&verdict.left), spots(&verdict.right));
            for left in lefts {
                pairs.extend(rights.iter().map(|right| (left.min(*right), left.max(*right))));
            }
        }
        decided
    }

    /// Whether the kinds decide how two sides stand.
    fn covers(&self, view: &View<'_>, left: &[FactIdx], right: &[FactIdx]) -> bool {
        let Some((left, right)) = left.first().zip(right.first()) else { return false };
        let Some((one, other)) = view.spot(*left).zip(view.spot(*right)) else { return false };
        let pair = (one.min(other), one.max(other));
        self.told.contains(&pair) || self.parted.contains(&pair) && !view.is_certain(*left, *right)
    }
}

/// The equal counterpart inside a reviewer's evidence, which may be longer than the words of the value in it.
fn inside(view: &View<'_>, counterparts: &BTreeMap<Spot, &Fact>, idx: FactIdx) -> Option<Spot> {
    let ((article, end), is_worded) = view.spot(idx)?;
    let fact = view.knowledge.fact(idx).filter(|fact| fact.id.is_some())?;
    let start = fact.span()?.start;
    let mut within = counterparts.range(((article, start), false)..=((article, end), true));
    let is_it = |other: &Fact| compare(&other.value, &fact.value) == Comparison::Equal;
    within.find(|(spot, other)| spot.1 == is_worded && is_it(other)).map(|(spot, _)| *spot)
}
