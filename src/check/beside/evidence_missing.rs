//! `evidence-missing`.
//!
//! # What it finds
//! A reviewed fact whose evidence does not stand in the article that it names.
//!
//! # Why it matters
//! Both sides' words or nothing: a fact without its words proves nothing.
//!
//! # When it is wrong
//! The article was corrected after the review; then the fact is to be reviewed again.
//!
//! # Example
//! Evidence `6700 containers` where the article says `6,000 containers`.

use crate::fact::{EvidenceStatus, FactIdx};
use crate::finding::rule::Rule;
use crate::finding::{Detail, Finding};
use crate::graph::Knowledge;
use crate::lexicon::Lexicon;

/// Raises one finding for each fact with evidence that is missing.
#[must_use]
pub(super) fn review(knowledge: &Knowledge, _: &Lexicon) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (idx, fact) in knowledge.facts.iter().enumerate() {
        let missing = fact.evidence.iter().find(|evidence| evidence.status == EvidenceStatus::Missing);
        if let Some(evidence) = missing {
            findings.push(Finding {
                rule: Rule::EvidenceMissing,
                severity: Rule::EvidenceMissing.severity(),
                question: None,
                left: vec![FactIdx(idx)],
                right: Vec::new(),
                detail: Detail::MissingWords(evidence.words.clone()),
            });
        }
    }
    findings
}
