//! The types of the JSON report, version 1: the contract that its readers rely on. No logic.

use crate::fact::{Event, Fact};
use crate::finding::Verdict;
use crate::graph::question::Question;
use crate::report::json::list::{Each, Id, Ids};
use serde::Serialize;
use std::collections::BTreeMap;

/// The report.
#[derive(Serialize)]
pub(super) struct Object<'a> {
    /// Version of this form.
    pub(super) schema_version: u32,
    /// The articles, in canonical order.
    pub(super) articles: Vec<ArticleObject<'a>>,
    /// The events, joined across articles.
    pub(super) events: Each<'a, Event, EventObject<'a>>,
    /// The facts, in the order of the articles and of their text.
    pub(super) facts: Each<'a, Fact, FactObject<'a>>,
    /// What facts answer in common.
    pub(super) questions: Each<'a, Question, QuestionObject<'a>>,
    /// How the answers stand to each other.
    pub(super) verdicts: Each<'a, Verdict, VerdictObject<'a>>,
    /// The verdicts worth a reader's time, the most severe first.
    pub(super) findings: Vec<FindingObject<'a>>,
    /// What could not be read, or only in part.
    pub(super) problems: Vec<ProblemObject<'a>>,
}

/// An article.
#[derive(Serialize)]
pub(super) struct ArticleObject<'a> {
    /// Its id.
    pub(super) id: &'a str,
    /// The file of its text.
    pub(super) path: Option<String>,
    /// Headline, as it stands: never to be trusted.
    pub(super) title: Option<&'a str>,
    /// Who published it.
    pub(super) publisher: Option<&'a str>,
    /// EDTF.
    pub(super) published: Option<String>,
    /// BCP 47.
    pub(super) language: Option<&'a str>,
    /// Articles of different stories are not compared.
    pub(super) story: &'a str,
    /// Number of the text it was taken from; copies share it.
    pub(super) origin: Option<usize>,
}

/// An event.
#[derive(Serialize)]
pub(super) struct EventObject<'a> {
    /// `e1`, `e2` …
    pub(super) id: Id,
    /// Its type, of the kinds data.
    pub(super) r#type: &'a str,
    /// EDTF.
    pub(super) when: Option<String>,
    /// ISO 3166 code of a country, else a name.
    pub(super) r#where: Option<String>,
    /// Names of those who took part.
    pub(super) participants: Vec<String>,
}

/// A fact.
#[derive(Serialize)]
pub(super) struct FactObject<'a> {
    /// `f1`, `f2` …
    pub(super) id: Id,
    /// The article that states it.
    pub(super) article: Option<&'a str>,
    /// The event it hangs on.
    pub(super) event: Option<Id>,
    /// What sort of fact.
    pub(super) kind: &'a str,
    /// What it says, in the notation.
    pub(super) value: String,
    /// What it is about.
    pub(super) slots: BTreeMap<&'static str, OneOrMany>,
    /// Slots that its own clause does not fill.
    pub(super) inherited: Vec<&'static str>,
    /// Who says it, when not the article.
    pub(super) holder: Option<String>,
    /// `asserted` or `denied`.
    pub(super) stance: &'static str,
    /// `actual`, `planned`, `possible`, `capacity` or `conditional`.
    pub(super) modality: &'static str,
    /// `verified`, `declared` or `missing`: the weakest of its evidence.
    pub(super) evidence: &'static str,
    /// Facts that it was computed from.
    pub(super) derived_from: Ids<'a>,
    /// How its value was computed from the words.
    pub(super) derivation: Option<String>,
    /// Where the words stand.
    pub(super) span: Option<SpanObject>,
    /// The words that give the value.
    pub(super) text: Option<&'a str>,
}

/// Where the words of a fact stand in its article.
#[derive(Serialize)]
pub(super) struct SpanObject {
    /// First byte.
    pub(super) start: usize,
    /// The byte after the last.
    pub(super) end: usize,
    /// First code point.
    pub(super) char_start: usize,
    /// The code point after the last.
    pub(super) char_end: usize,
    /// Line, from 1.
    pub(super) line: usize,
    /// Column in code points, from 1.
    pub(super) column: usize,
}

/// A question with its distinct answers.
#[derive(Serialize)]
pub(super) struct QuestionObject<'a> {
    /// `q1`, `q2` …
    pub(super) id: Id,
    /// The kind of its facts.
    pub(super) kind: &'a str,
    /// What is known of its slots.
    pub(super) slots: BTreeMap<&'static str, OneOrMany>,
    /// The distinct answers.
    pub(super) classes: Vec<ClassObject<'a>>,
}

/// One answer.
#[derive(Serialize)]
pub(super) struct ClassObject<'a> {
    /// The answer, in the notation.
    pub(super) value: String,
    /// The facts that give it.
    pub(super) facts: Ids<'a>,
}

/// Either two sides or a core.
#[derive(Serialize)]
pub(super) struct VerdictObject<'a> {
    /// The question; of a core the first of several.
    pub(super) question: Id,
    /// Facts of the one class.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) left: Option<Ids<'a>>,
    /// Facts of the other class, or of the same from other articles.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) right: Option<Ids<'a>>,
    /// Facts that cannot all hold.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) core: Option<Ids<'a>>,
    /// `agree`, `refine`, `update`, `contradict`, `dispute`, `diverge` or `unrelated`.
    pub(super) relation: &'static str,
    /// The row of the verdict table.
    pub(super) reason: &'static str,
}

/// A finding as policy sees it.
#[derive(Serialize)]
pub(super) struct FindingObject<'a> {
    /// The first twelve digits of the fingerprint.
    pub(super) id: &'a str,
    /// What raised it.
    pub(super) rule: &'static str,
    /// `error`, `warning` or `note`, after policy.
    pub(super) severity: &'static str,
    /// The kind of fact that it is about.
    pub(super) kind: Option<&'a str>,
    /// The question it is about.
    pub(super) question: Option<Id>,
    /// Facts of the one side; of a core all of them.
    pub(super) left: Ids<'a>,
    /// Facts of the other side.
    pub(super) right: Ids<'a>,
    /// One sentence, safe to show.
    pub(super) message: String,
    /// Identity that survives reordering and reflow.
    pub(super) fingerprint: &'a str,
    /// The reason for which it may stand.
    pub(super) waived: Option<&'a str>,
}

/// Something that could not be read.
#[derive(Serialize)]
pub(super) struct ProblemObject<'a> {
    /// The file; null for standard input.
    pub(super) path: Option<String>,
    /// Line, from 1.
    pub(super) line: Option<usize>,
    /// Column in code points, from 1.
    pub(super) column: Option<usize>,
    /// What is wrong and what was expected.
    pub(super) message: &'a str,
    /// `error` where something was lost, else `warning`.
    pub(super) severity: &'static str,
}

/// What fills a slot: one value as a string, several as a list.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum OneOrMany {
    /// One value.
    One(String),
    /// Several that hold together.
    Many(Vec<String>),
}
