//! What a check says: relations, reasons, rules and findings. Plain data; the words are the report's.

/// Why two values stand as they do.
pub mod reason;
/// Rules and severities.
pub mod rule;

use crate::fact::slot::Slot;
use crate::fact::{ArticleIdx, FactIdx};
use crate::finding::reason::{Reason, Relation};
use crate::finding::rule::{Rule, Severity};
use crate::graph::question::QuestionIdx;
use crate::value::compare::Comparison;
use std::path::PathBuf;

/// What comes of comparing two value classes of one question, or of a set of facts that cannot all hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// The question; none for a core that spans several.
    pub question: QuestionIdx,
    /// Facts of the one class.
    pub left: Vec<FactIdx>,
    /// Facts of the other class; or of the same one, from other articles.
    pub right: Vec<FactIdx>,
    /// Facts that cannot all hold, instead of two sides.
    pub core: Vec<FactIdx>,
    /// Agree, contradict or what else.
    pub relation: Relation,
    /// Why.
    pub reason: Reason,
    /// How the values stand.
    pub comparison: Comparison,
    /// What stopped the comparison, where something did.
    pub guard: Option<Guard>,
}

/// What keeps two facts of one kind from being compared, or from contradicting each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Guard {
    /// The facts are of different kinds.
    Kind,
    /// The articles belong to different stories.
    Story,
    /// They are about different events, or say different things of one speaker.
    Event,
    /// This slot has disjoint values on the two sides.
    SlotConflict(Slot),
    /// This identifying slot is known on one side, and more than one question could fill it.
    SlotUnknown(Slot),
    /// Several identifying slots are unknown.
    SlotsUnknown,
    /// The values cannot be compared: other units, or a day that is not known.
    Value,
    /// One side is planned, possible or conditional and the other is not.
    Modality,
    /// The value changes with time, and which side is later is not known.
    Order,
    /// Three digits behind a mark may be thousands, and then the two numbers are one.
    Grouping,
    /// Copies of one text keep a time in words that are counted from another day.
    Reprint,
    /// An article gives several answers, or what the facts are about does not meet.
    Several,
    /// What stands around the two values shows that they are two things.
    Unlike,
    /// Their articles were found together in a heap, and tell them in other words.
    Wording,
}

/// A verdict worth a reader's time, or a fault of a fact file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The rule that raised it.
    pub rule: Rule,
    /// The rule's own severity, before policy.
    pub severity: Severity,
    /// The question it is about.
    pub question: Option<QuestionIdx>,
    /// Facts of the one side.
    pub left: Vec<FactIdx>,
    /// Facts of the other side.
    pub right: Vec<FactIdx>,
    /// Details that the message needs.
    pub detail: Detail,
}

/// What a finding's message needs beyond its facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Detail {
    /// Nothing: the two sides speak for themselves.
    Sides,
    /// Both sides are of one article.
    SameArticle(ArticleIdx),
    /// The articles that share an origin.
    Origin(Vec<ArticleIdx>),
    /// Words of the one side that the other lacks.
    MissingWords(String),
    /// A fault at a place in a file.
    File {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Column in code points, from 1.
        column: usize,
        /// What is wrong and what was expected.
        fault: String,
    },
    /// The value read from the evidence, where it is not the declared one.
    ReadValue(String),
    /// A waiver, by the finding it names.
    Waiver {
        /// What the waiver names.
        finding: String,
        /// The day it ended, for an expired one.
        until: Option<String>,
        /// The file it stands in.
        path: PathBuf,
        /// Its line there.
        line: usize,
    },
}
