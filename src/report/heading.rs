//! What a question, a fact or an event is about, in one line: `containers shipped, North Korea → Russia`.

use crate::fact::slot::Slot;
use crate::fact::{Event, Fact, FactIdx, SlotValue};
use crate::finding::Finding;
use crate::graph::Knowledge;
use crate::graph::question::Question;
use crate::report::{Options, message, place, safe};
use std::collections::BTreeMap;

/// Facts of one side that a sentence names.
const MAX_CLAIMS: usize = 5;
/// Characters of a value in a sentence.
const MAX_VALUE: usize = 80;

/// What a finding is about: its question, else its first fact, else the rule itself.
#[must_use]
pub fn finding(finding: &Finding, knowledge: &Knowledge, options: &Options) -> String {
    let about_question = finding.question.and_then(|idx| knowledge.questions.get(idx.0));
    let about_fact = || finding.left.first().and_then(|idx| knowledge.fact(*idx));
    match about_question {
        Some(about) => question(about, knowledge, options),
        None => {
            about_fact().map_or_else(|| message::rule(finding.rule).to_owned(), |about| fact(about, options))
        }
    }
}

/// A finding in one sentence: what it is about, why it is one, who says what.
#[must_use]
pub fn sentence(finding: &Finding, knowledge: &Knowledge, options: &Options) -> String {
    let why = message::why(finding, knowledge);
    let about = self::finding(finding, knowledge, options);
    let about = if about == why { String::new() } else { format!("{about}: ") };
    let sides = message::against(&claims(&finding.left, knowledge), &claims(&finding.right, knowledge));
    let detail = message::detail(&finding.detail, knowledge);
    let parts: Vec<_> = [Some(why), sides, detail].into_iter().flatten().collect();
    safe::line(&format!("{about}{}", parts.join("; "))).into_owned()
}

/// What a question asks: kind and slots, or the event where no slot is known.
#[must_use]
pub fn question(question: &Question, knowledge: &Knowledge, options: &Options) -> String {
    let mut parts = vec![kind(&question.kind, options)];
    if question.slots.is_empty() {
        let first = question.classes.iter().find_map(|class| class.facts.first());
        parts.extend(first.and_then(|idx| event_of(*idx, knowledge)).map(|of| event(of, options)));
    } else {
        parts.extend(slots(&question.slots, options));
    }
    parts.join(", ")
}

/// What a fact is about: kind and slots.
#[must_use]
pub fn fact(fact: &Fact, options: &Options) -> String {
    let mut parts = vec![kind(&fact.kind, options)];
    parts.extend(slots(&fact.slots, options));
    parts.join(", ")
}

/// What happened: type and slots.
#[must_use]
pub fn event(event: &Event, options: &Options) -> String {
    let mut parts = vec![kind(&event.event_type, options)];
    parts.extend(slots(&event.slots, options));
    parts.join(", ")
}

/// A kind: what the data say it is, with the id by which files and waivers name it; else the words of the id.
#[must_use]
pub fn kind(id: &str, options: &Options) -> String {
    match options.kinds.get(id) {
        Some(words) => format!("{} ({})", options.foreign(words), options.foreign(id)),
        None => options.foreign(&id.replace('-', " ")),
    }
}

/// What each fact says and where, the first of them.
fn claims(facts: &[FactIdx], knowledge: &Knowledge) -> Vec<String> {
    let claim = |idx: &FactIdx| {
        let (article, fact) = (knowledge.article_of(*idx)?, knowledge.fact(*idx)?);
        let place = place::render(&place::of(article, fact), &Options::default());
        Some(format!("{} ({place})", safe::cut(&message::value(fact), MAX_VALUE)))
    };
    facts.iter().take(MAX_CLAIMS).filter_map(claim).collect()
}

fn event_of(idx: FactIdx, knowledge: &Knowledge) -> Option<&Event> {
    knowledge.events.get(knowledge.fact(idx)?.event?.0)
}

/// The slots in the order in which one tells them, the two ends of a way as one.
fn slots(slots: &BTreeMap<Slot, SlotValue>, options: &Options) -> Vec<String> {
    let words = |slot: Slot| slots.get(&slot).map(|value| values(value, options));
    let way = match (words(Slot::From), words(Slot::To)) {
        (Some(from), Some(to)) => Some(format!("{from} → {to}")),
        (Some(from), None) => Some(format!("from {from}")),
        (None, Some(to)) => Some(format!("to {to}")),
        (None, None) => None,
    };
    let parts = [
        words(Slot::Who),
        words(Slot::Whom),
        way,
        words(Slot::Where),
        words(Slot::When),
        words(Slot::What),
        words(Slot::Of).map(|of| format!("of {of}")),
        words(Slot::Action),
        words(Slot::Part).map(|part| format!("part {part}")),
        words(Slot::Per).map(|per| format!("per {per}")),
        words(Slot::AsOf).map(|as_of| format!("as of {as_of}")),
    ];
    parts.into_iter().flatten().collect()
}

fn values(slot: &SlotValue, options: &Options) -> String {
    let words: Vec<_> = slot.values.iter().map(|value| options.foreign(&value.to_string())).collect();
    words.join(" and ")
}
