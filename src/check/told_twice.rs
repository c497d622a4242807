//! What was not done is told once: a deed that the one did and the other did not, and the number of those to whom it
//! was done, or the sum that was paid, are one matter where they stand side by side in both articles.

use crate::check::Checked;
use crate::fact::{ArticleIdx, FactIdx};
use crate::finding::reason::{Reason, Relation};
use crate::finding::rule::Rule;
use crate::finding::{Finding, Verdict};
use crate::graph::Knowledge;
use crate::graph::question::QuestionIdx;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::telling::Telling;
use crate::text::span::{Original, Span};
use crate::value::Value;
use crate::value::number::Number;

/// Furthest that the words of a deed stand from those of its number, in bytes.
const NEAR: usize = 60;

/// Facts of a side that are compared.
const MOST: usize = 16;

/// Signs that end a statement.
const ENDS: [char; 8] = ['.', '!', '?', '؟', ';', '؛', '،', ','];

/// How much the number of a deed says, against the deed.
const NUMBER: usize = 2;

/// How much a way of telling a deed says: that anything was done to anything, that it befell people.
fn deed(told: Telling) -> Option<usize> {
    if told == Telling::Whether { Some(0) } else { (told == Telling::Done).then_some(1) }
}

/// Drops the findings and contradictions that tell as a deed what others tell as a number.
pub(super) fn drop(knowledge: &Knowledge, lexicon: &Lexicon, checked: &mut Checked) {
    let told = |idx: QuestionIdx| {
        let question = knowledge.questions.get(idx.0)?;
        lexicon.kind(&question.kind).map(|kind| kind.told)
    };
    let rank = |finding: &Finding| {
        let is_told = matches!(
            finding.rule,
            Rule::Verdict(Reason::PolarityConflict | Reason::Dispute | Reason::NumberConflict)
        );
        let told = finding.question.filter(|_| is_told).and_then(told)?;
        deed(told).or_else(|| counts_denied(knowledge, finding).then_some(NUMBER))
    };
    let ranked: Vec<(usize, Finding)> =
        checked.findings.iter().filter_map(|finding| Some((rank(finding)?, finding.clone()))).collect();
    let is_told = |own: usize, left: &[FactIdx], right: &[FactIdx]| {
        ranked.iter().any(|(rank, other)| {
            let beside = |one: &[FactIdx], two: &[FactIdx]| are_beside(knowledge, one, two);
            *rank > own
                && ((beside(left, &other.left) && beside(right, &other.right))
                    || (beside(left, &other.right) && beside(right, &other.left)))
        })
    };
    checked
        .findings
        .retain(|finding| rank(finding).is_none_or(|own| !is_told(own, &finding.left, &finding.right)));
    let is_contradiction = |verdict: &&Verdict| verdict.relation == Relation::Contradict;
    checked.verdicts.retain(|verdict| {
        let own = Some(verdict).filter(is_contradiction).and_then(|verdict| deed(told(verdict.question)?));
        own.is_none_or(|own| !is_told(own, &verdict.left, &verdict.right))
    });
}

/// Whether a finding sets a number against its denial, or against none at all.
fn counts_denied(knowledge: &Knowledge, finding: &Finding) -> bool {
    let is_none = |idx: &FactIdx| {
        let fact = knowledge.fact(*idx);
        fact.is_some_and(
            |fact| matches!(&fact.value, Value::Amount(amount) if amount.in_base() == Some(Number::ZERO)),
        )
    };
    finding.rule != Rule::Verdict(Reason::NumberConflict)
        || finding.left.iter().chain(&finding.right).any(is_none)
}

/// Whether every fact of a side stands in its article beside one of the other side.
fn are_beside(knowledge: &Knowledge, one: &[FactIdx], other: &[FactIdx]) -> bool {
    !one.is_empty()
        && one
            .iter()
            .take(MOST)
            .all(|idx| other.iter().take(MOST).any(|near| is_beside(knowledge, *idx, *near)))
}

fn is_beside(knowledge: &Knowledge, one: FactIdx, other: FactIdx) -> bool {
    let place = |idx: FactIdx| {
        let fact = knowledge.fact(idx)?;
        Some((fact.article, fact.span()?))
    };
    let (Some((article, one)), Some((beside, other))) = (place(one), place(other)) else { return false };
    article == beside && {
        let (first, second) = if one.start <= other.start { (one, other) } else { (other, one) };
        first.end >= second.start || is_one_statement(knowledge, article, Span::new(first.end, second.start))
    }
}

/// Whether nothing ends a statement between two places that are near each other.
fn is_one_statement(knowledge: &Knowledge, article: ArticleIdx, between: Span<Original>) -> bool {
    let text = knowledge.article(article).and_then(|article| article.text.as_deref());
    let words = text.map(|text| text.slice(between));
    between.end - between.start <= NEAR
        && words.is_some_and(|words| !words.contains(ENDS) && !words.contains('\n'))
}
