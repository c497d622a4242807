//! The report as one JSON object, version 1. Its types are its own, so that the model can change under it.
//!
//! Offsets: `start` and `end` count bytes, `char_*` and `column` code points, in the text as it was read.

/// Lists that are made as they are written.
mod list;
/// The parts of the object.
pub mod object;

use crate::fact::slot::Slot;
use crate::fact::{Article, Binding, Derivation, Event, EvidenceStatus, Fact, SlotValue};
use crate::finding::Verdict;
use crate::graph::Knowledge;
use crate::graph::question::Question;
use crate::policy::{self, Judged};
use crate::report::json::list::{Each, Id, Ids};
use crate::report::json::object::{
    ArticleObject, ClassObject, EventObject, FactObject, FindingObject, Object, OneOrMany, ProblemObject,
    QuestionObject, SpanObject, VerdictObject,
};
use crate::report::{Options, ProblemLine, Report, heading, message, safe};
use crate::value::Value;
use serde::Serialize;
use serde_json::ser::Formatter;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The version of the object; it grows when a reader of the former could go wrong.
const SCHEMA_VERSION: u32 = 1;

/// Writes the report as one line.
///
/// # Errors
/// When `out` cannot be written to.
pub fn render(report: &Report, options: &Options, out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = serde_json::Serializer::with_formatter(&mut *out, Guarded);
    object(report, &options.plain()).serialize(&mut serializer)?;
    writeln!(out)
}

fn object<'a>(report: &Report<'a>, options: &Options) -> Object<'a> {
    let knowledge = report.knowledge;
    let articles = knowledge.articles.iter().enumerate();
    Object {
        schema_version: SCHEMA_VERSION,
        articles: articles.map(|(idx, of)| article(of, knowledge.origins.get(idx).copied())).collect(),
        events: Each { items: &knowledge.events, object: event, knowledge },
        facts: Each { items: &knowledge.facts, object: fact, knowledge },
        questions: Each { items: &knowledge.questions, object: question, knowledge },
        verdicts: Each { items: report.verdicts, object: verdict, knowledge },
        findings: report.shown(options).map(|judged| finding(judged, knowledge, options)).collect(),
        problems: report.problems.iter().map(problem).collect(),
    }
}

fn article(article: &Article, origin: Option<usize>) -> ArticleObject<'_> {
    ArticleObject {
        id: &article.id,
        path: article.path.as_ref().map(|path| path.display().to_string()),
        title: article.title.as_deref(),
        publisher: article.publisher.as_deref(),
        published: article.published.map(|time| time.to_string()),
        language: article.language.as_deref(),
        story: &article.story,
        origin,
    }
}

fn event<'a>(idx: usize, event: &'a Event, _: &'a Knowledge) -> EventObject<'a> {
    let values = |slot: Slot| event.slots.get(&slot).map(|slot| slot.values.as_slice()).unwrap_or_default();
    let participants = values(Slot::Who).iter().chain(values(Slot::Whom));
    EventObject {
        id: Id('e', idx),
        r#type: &event.event_type,
        when: values(Slot::When).first().map(ToString::to_string),
        r#where: values(Slot::Where).first().map(place),
        participants: participants.map(ToString::to_string).collect(),
    }
}

/// A country by its ISO 3166 code, anything else by its name.
fn place(value: &Value) -> String {
    let code = |id: &&String| id.len() == 2 && id.bytes().all(|byte| byte.is_ascii_uppercase());
    match value {
        Value::Place(place) => place.id.as_ref().filter(code).unwrap_or(&place.name).clone(),
        Value::Amount(_)
        | Value::Time(_)
        | Value::Duration(_)
        | Value::Words(_)
        | Value::Name(_)
        | Value::State(_) => value.to_string(),
    }
}

fn fact<'a>(idx: usize, fact: &'a Fact, knowledge: &'a Knowledge) -> FactObject<'a> {
    let article = knowledge.article(fact.article);
    let evidence = fact.evidence.first();
    let inherited = fact.slots.iter().filter(|(_, value)| value.binding == Binding::Inherited);
    FactObject {
        id: Id('f', idx),
        article: article.map(|article| article.id.as_str()),
        event: fact.event.map(|event| Id('e', event.0)),
        kind: &fact.kind,
        value: fact.value.to_string(),
        slots: slots(&fact.slots),
        inherited: inherited.map(|(slot, _)| slot.name()).collect(),
        holder: message::holder(fact),
        stance: fact.stance.name(),
        modality: fact.modality.name(),
        evidence: status(fact),
        derived_from: derived_from(fact),
        derivation: fact.derivation.as_ref().map(message::derivation),
        span: article.and_then(|article| span(article, fact)),
        text: evidence.map(|evidence| evidence.words.as_str()),
    }
}

/// The facts that a fact was computed from.
fn derived_from(fact: &Fact) -> Ids<'_> {
    match &fact.derivation {
        Some(Derivation::Narrowed { from }) => Ids(from),
        Some(Derivation::Resolved { .. } | Derivation::Contained { .. } | Derivation::Written { .. })
        | Some(Derivation::FirstSince)
        | None => Ids(&[]),
    }
}

/// The weakest of the fact's evidence; a fact without any has only been declared.
fn status(fact: &Fact) -> &'static str {
    let weakest = fact.evidence.iter().map(|evidence| evidence.status).max();
    weakest.unwrap_or(EvidenceStatus::Declared).name()
}

fn span(article: &Article, fact: &Fact) -> Option<SpanObject> {
    article.text.as_ref()?;
    let span = fact.evidence.first()?.span?;
    let at = article.position(span);
    Some(SpanObject {
        start: span.start,
        end: span.end,
        char_start: at.char_start,
        char_end: at.char_end,
        line: at.line,
        column: at.column,
    })
}

fn question<'a>(idx: usize, question: &'a Question, _: &'a Knowledge) -> QuestionObject<'a> {
    let classes = question.classes.iter();
    QuestionObject {
        id: Id('q', idx),
        kind: &question.kind,
        slots: slots(&question.slots),
        classes: classes
            .map(|class| ClassObject { value: class.value.to_string(), facts: Ids(&class.facts) })
            .collect(),
    }
}

fn verdict<'a>(_: usize, verdict: &'a Verdict, _: &'a Knowledge) -> VerdictObject<'a> {
    let has_core = !verdict.core.is_empty();
    VerdictObject {
        question: Id('q', verdict.question.0),
        left: (!has_core).then(|| Ids(&verdict.left)),
        right: (!has_core).then(|| Ids(&verdict.right)),
        core: has_core.then(|| Ids(&verdict.core)),
        relation: verdict.relation.name(),
        reason: verdict.reason.name(),
    }
}

fn finding<'a>(judged: &'a Judged, knowledge: &'a Knowledge, options: &Options) -> FindingObject<'a> {
    let finding = &judged.finding;
    FindingObject {
        id: judged.id(),
        rule: finding.rule.name(),
        severity: judged.severity.name(),
        kind: policy::kind(finding, knowledge),
        question: finding.question.map(|question| Id('q', question.0)),
        left: Ids(&finding.left),
        right: Ids(&finding.right),
        message: heading::sentence(finding, knowledge, options),
        fingerprint: &judged.fingerprint,
        waived: judged.waived.as_deref(),
    }
}

fn problem(problem: &ProblemLine) -> ProblemObject<'_> {
    ProblemObject {
        path: problem.path.as_ref().map(|path| path.display().to_string()),
        line: (problem.line > 0).then_some(problem.line),
        column: (problem.column > 0).then_some(problem.column),
        message: &problem.message,
        severity: if problem.is_error { "error" } else { "warning" },
    }
}

fn slots(slots: &BTreeMap<Slot, SlotValue>) -> BTreeMap<&'static str, OneOrMany> {
    let values = |slot: &SlotValue| match slot.values.as_slice() {
        [one] => OneOrMany::One(one.to_string()),
        many => OneOrMany::Many(many.iter().map(ToString::to_string).collect()),
    };
    slots.iter().map(|(slot, value)| (slot.name(), values(value))).collect()
}

/// Writes compact JSON in which no string can steer a terminal: the same strings, escaped further.
struct Guarded;

impl Formatter for Guarded {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        if !safe::may_be_unsafe(fragment) {
            return writer.write_all(fragment.as_bytes());
        }
        while let Some((idx, character)) =
            rest.char_indices().find(|(_, character)| safe::is_unsafe(*character))
        {
            writer.write_all(rest.get(..idx).unwrap_or_default().as_bytes())?;
            for unit in character.encode_utf16(&mut [0; 2]) {
                write!(writer, "\\u{unit:04x}")?;
            }
            rest = rest.get(idx + character.len_utf8()..).unwrap_or_default();
        }
        writer.write_all(rest.as_bytes())
    }
}
