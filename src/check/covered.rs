//! What any length or any moment of an event says and a kind of its own says of the same words counts once, for
//! the kind of its own.

use crate::check::Checked;
use crate::fact::{Anchor, FactIdx};
use crate::finding::reason::Relation;
use crate::graph::Knowledge;
use crate::graph::question::QuestionIdx;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::lexicon::schema::telling::Telling;
use std::collections::BTreeSet;

/// Drops the verdicts and findings on lengths and moments which kinds of their own cover.
pub(super) fn drop(knowledge: &Knowledge, lexicon: &Lexicon, checked: &mut Checked) {
    let kind =
        |idx: QuestionIdx| knowledge.questions.get(idx.0).and_then(|question| lexicon.kind(&question.kind));
    let is_of_any = |idx: QuestionIdx| {
        kind(idx).is_some_and(|kind| matches!(kind.told, Telling::Length | Telling::Moment))
    };
    let is_of_one = |idx: QuestionIdx| kind(idx).is_some_and(is_own);
    let mut covered: BTreeSet<(Relation, Anchor, Anchor)> = BTreeSet::new();
    let told = checked.verdicts.iter().filter(|verdict| verdict.relation != Relation::Unrelated);
    for verdict in told.filter(|verdict| is_of_one(verdict.question)) {
        let pairs = pairs(knowledge, &verdict.left, &verdict.right);
        covered.extend(pairs.into_iter().map(|(left, right)| (verdict.relation, left, right)));
    }
    let is_covered = |relation: Relation, left: &[FactIdx], right: &[FactIdx]| {
        let pairs = pairs(knowledge, left, right);
        !pairs.is_empty() && pairs.into_iter().all(|(left, right)| covered.contains(&(relation, left, right)))
    };
    checked.verdicts.retain(|verdict| {
        !is_of_any(verdict.question) || !is_covered(verdict.relation, &verdict.left, &verdict.right)
    });
    checked.findings.retain(|finding| {
        !finding.question.is_some_and(is_of_any)
            || !is_covered(Relation::Contradict, &finding.left, &finding.right)
    });
}

/// Whether a kind tells what its length is of, or its time when.
const fn is_own(kind: &Kind) -> bool {
    let is_of_anything = matches!(
        kind.told,
        Telling::Length | Telling::Moment | Telling::Deed | Telling::News | Telling::Alike
    );
    matches!(kind.value, ValueType::Duration | ValueType::Time) && !is_of_anything
}

/// Facts of a side whose words are compared.
const MOST: usize = 16;

/// The anchors of each two facts of two sides, the first of a text first.
fn pairs(knowledge: &Knowledge, left: &[FactIdx], right: &[FactIdx]) -> Vec<(Anchor, Anchor)> {
    let anchor = |idx: &FactIdx| knowledge.fact(*idx)?.anchor();
    let anchors = |side: &[FactIdx]| -> Vec<Anchor> { side.iter().take(MOST).filter_map(anchor).collect() };
    let (lefts, rights) = (anchors(left), anchors(right));
    let each =
        |left: &Anchor| rights.iter().map(|right| (*left.min(right), *left.max(right))).collect::<Vec<_>>();
    lefts.iter().flat_map(each).collect()
}
