//! `sequence-conflict`.
//!
//! # What it finds
//! Dates, durations and orders that cannot all hold, as the fewest facts that show it.
//!
//! # Why it matters
//! A visit that began on the 18th and lasted two days did not end on the 25th, though no two of the three
//! facts answer one question.
//!
//! # When it is wrong
//! Two events were taken for one.
//!
//! # Example
//! "It began on 18 June", "the three-day visit", "he left on 25 June".

use crate::check::cores::Core;
use crate::fact::slot::Slot;
use crate::fact::unify::{self, Agreement};
use crate::fact::{Fact, FactIdx};
use crate::finding::Verdict;
use crate::finding::reason::{Reason, Relation};
use crate::graph::Knowledge;
use crate::graph::question::QuestionIdx;
use crate::graph::times;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::telling::Tells;
use crate::value::compare::Comparison;
use std::collections::{BTreeMap, BTreeSet};

/// The rule.
pub(super) const CORE: Core = Core { reason: Reason::SequenceConflict, judge };

/// Slots that bind two facts to one event when they agree.
const BINDING: [Slot; 5] = [Slot::Who, Slot::Whom, Slot::From, Slot::To, Slot::Where];

fn judge(knowledge: &Knowledge, lexicon: &Lexicon, verdicts: &[Verdict]) -> Vec<Verdict> {
    let cores = times::components(knowledge, lexicon).into_iter().flat_map(|part| part.cores());
    let mut cores: Vec<Vec<FactIdx>> = cores.filter(|core| is_bound(knowledge, lexicon, core)).collect();
    for core in &mut cores {
        // What a core is about must not depend on the order of the articles.
        core.sort_by_key(|idx| (knowledge.fact(*idx).map(|fact| fact.kind.as_str()), *idx));
    }
    if cores.is_empty() {
        return Vec::new();
    }
    let questions = questions(knowledge, &cores);
    let told = |core: &Vec<FactIdx>| verdicts.iter().any(|verdict| tells(knowledge, verdict, core));
    let verdict = |core: Vec<FactIdx>| {
        let question = core.iter().find_map(|fact| questions.get(fact)).copied()?;
        Some(Verdict {
            question,
            left: Vec::new(),
            right: Vec::new(),
            core,
            relation: CORE.reason.relation(),
            reason: CORE.reason,
            comparison: Comparison::Disjoint,
            guard: None,
        })
    };
    cores.into_iter().filter(|core| !told(core)).filter_map(verdict).collect()
}

/// Whether two facts of a core contradict each other already, or their articles do in the same values.
fn tells(knowledge: &Knowledge, verdict: &Verdict, core: &[FactIdx]) -> bool {
    let said = |idx: &FactIdx| knowledge.fact(*idx).map(|fact| (fact.article, &fact.value));
    let is_told = |fact: &FactIdx| core.contains(fact) || core.iter().any(|other| said(other) == said(fact));
    let any = |side: &[FactIdx]| side.iter().any(is_told);
    verdict.relation == Relation::Contradict && any(&verdict.left) && any(&verdict.right)
}

/// Whether several articles are set against each other, and all facts of one event name a party or place
/// in common.
fn is_bound(knowledge: &Knowledge, lexicon: &Lexicon, core: &[FactIdx]) -> bool {
    let facts: Vec<&Fact> = core.iter().filter_map(|idx| knowledge.fact(*idx)).collect();
    let articles: BTreeSet<_> = facts.iter().map(|fact| fact.article).collect();
    let is_order =
        |fact: &Fact| lexicon.kind(&fact.kind).is_some_and(|kind| kind.tells == Some(Tells::Order));
    let share = |left: &Fact, right: &Fact| {
        let agrees =
            |slot: &Slot| unify::fillings(left.slots.get(slot), right.slots.get(slot)) == Agreement::Agree;
        BINDING.iter().any(agrees)
    };
    let bound = |left: &Fact, right: &Fact| {
        is_order(left) || is_order(right) || left.event != right.event || share(left, right)
    };
    articles.len() > 1
        && facts
            .iter()
            .enumerate()
            .all(|(idx, left)| facts.iter().skip(idx + 1).all(|right| bound(left, right)))
}

/// A question of each fact of the cores.
fn questions(knowledge: &Knowledge, cores: &[Vec<FactIdx>]) -> BTreeMap<FactIdx, QuestionIdx> {
    let wanted: BTreeSet<FactIdx> = cores.iter().flatten().copied().collect();
    let mut questions = BTreeMap::new();
    for (idx, question) in knowledge.questions.iter().enumerate() {
        let facts = question.classes.iter().flat_map(|class| &class.facts);
        for fact in facts.filter(|fact| wanted.contains(fact)) {
            questions.entry(*fact).or_insert(QuestionIdx(idx));
        }
    }
    questions
}
