//! The English of every reason, rule, guard and detail, in one place: another language is one more such file.

use crate::fact::{ArticleIdx, Derivation, EvidenceStatus, Fact, FactIdx, Modality, Stance};
use crate::finding::reason::{Reason, Relation};
use crate::finding::rule::{Rule, Severity};
use crate::finding::{Detail, Finding, Guard};
use crate::graph::Knowledge;
use crate::value::Value;
use crate::value::place::Place;
use std::collections::BTreeSet;

/// Why two facts stand as they do.
#[must_use]
pub const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::DifferentEvent => "about different events",
        Reason::DifferentPeriod => "about different times",
        Reason::ScopeDiffers => "what they are about keeps them apart",
        Reason::DefinitionDiffers => "they count or measure different things",
        Reason::ScopeUnknown => "not bound tightly enough to be compared",
        Reason::ListValued => "several answers can hold together",
        Reason::SameValue => "the same value",
        Reason::UnitConversion => "the same value in another unit",
        Reason::SpellingVariant => "two spellings of one name",
        Reason::RoleVariant => "one name, with and without a role",
        Reason::Metonymy => "a capital that stands for its state",
        Reason::Rounding => "one rounds to the other",
        Reason::Hedge => "equal but for a hedge",
        Reason::Refinement => "one is more exact than the other",
        Reason::Overlap => "values that overlap",
        Reason::TranslationVariant => "words that differ by translation alone",
        Reason::PlanRealised => "a plan and its fulfilment",
        Reason::Update => "a value that changed with time",
        Reason::QuoteTruncated => "a part of the quote is missing",
        Reason::QuoteAltered => "the same utterance in other words",
        Reason::QuoteMisattributed => "the same words from another speaker",
        Reason::Dispute => "a claim and its denial",
        Reason::PolarityConflict => "one thing asserted and denied",
        Reason::MagnitudeSlip => "disjoint numbers, off by a power of ten or a unit",
        Reason::NumberConflict => "disjoint numbers",
        Reason::DateConflict => "disjoint times",
        Reason::DurationConflict => "disjoint lengths of time",
        Reason::PlaceConflict => "places that exclude each other",
        Reason::IdentityConflict => "two answers of which one alone can hold",
        Reason::FirstLastConflict => {
            "an event where the other source leaves room for none: the first, last or only one"
        }
        Reason::SequenceConflict => "dates, durations and orders that cannot all hold",
    }
}

/// What a rule found.
#[must_use]
pub const fn rule(rule: Rule) -> &'static str {
    match rule {
        Rule::Verdict(of) => reason(of),
        Rule::ModalityEscalation => "one source says that it could be, the other that it is",
        Rule::QualifierDropped => "a bound that the other source gives is missing",
        Rule::SelfConflict => "the article contradicts itself",
        Rule::SameOrigin => "the sources that agree are copies of one text",
        Rule::EvidenceMissing => "the evidence does not stand in the article",
        Rule::ValueMismatch => "the evidence says another value than the fact file",
        Rule::FactFileInvalid => "the fact file has a fault",
        Rule::WaiverUnused => "the waiver matches no finding",
        Rule::WaiverExpired => "the waiver has expired",
    }
}

/// What kept two facts from being compared.
#[must_use]
pub fn guard(guard: Guard) -> String {
    match guard {
        Guard::Kind => "they are facts of different kinds".to_owned(),
        Guard::Story => "their articles belong to different stories".to_owned(),
        Guard::Event => "they are about different events, or are different utterances".to_owned(),
        Guard::SlotConflict(slot) => format!("their \"{}\" differs", slot.name()),
        Guard::SlotUnknown(slot) => {
            format!("one side does not say \"{}\", and more than one could be meant", slot.name())
        }
        Guard::SlotsUnknown => "too little of what tells questions apart is known on both sides".to_owned(),
        Guard::Grouping => {
            "three digits behind a mark may be thousands, and then the numbers are one".to_owned()
        }
        Guard::Value => "their values cannot be compared: other units, or a day that is not known".to_owned(),
        Guard::Modality => "one is planned, possible or conditional and the other is not".to_owned(),
        Guard::Several => {
            "an article gives several answers, or it is not plain that both speak of one thing".to_owned()
        }
        Guard::Reprint => "copies of one text keep its words for a day, counted from another day".to_owned(),
        Guard::Unlike => "what stands around the two values shows that they are of two things".to_owned(),
        Guard::Wording => {
            "nobody says that their articles tell of one thing, and they tell it in other words".to_owned()
        }
        Guard::Order => "the value changes with time, and which side is later is not known".to_owned(),
    }
}

/// How a relation is called at the head of a block.
#[must_use]
pub const fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Agree => "agreements",
        Relation::Refine => "refinements and variants",
        Relation::Update => "updates",
        Relation::Contradict => "contradictions",
        Relation::Dispute => "disputes",
        Relation::Diverge => "differences that no rule can judge",
        Relation::Unrelated => "unrelated",
    }
}

/// Why a finding is one, with what its two sides show of it.
#[must_use]
pub fn why(finding: &Finding, knowledge: &Knowledge) -> String {
    let value =
        |facts: &[FactIdx]| facts.first().and_then(|idx| knowledge.fact(*idx)).map(|fact| &fact.value);
    match (finding.rule, value(&finding.left), value(&finding.right)) {
        (Rule::Verdict(Reason::PlaceConflict), Some(Value::Place(left)), Some(Value::Place(right))) => {
            places(left, right)
        }
        (of, _, _) => rule(of).to_owned(),
    }
}

fn places(left: &Place, right: &Place) -> String {
    let clash = |one: &Place, other: &Place| {
        one.types.intersection(&other.excludes).cloned().collect::<BTreeSet<_>>()
    };
    let types: BTreeSet<_> = clash(left, right).union(&clash(right, left)).cloned().collect();
    if types.is_empty() {
        return "different places".to_owned();
    }
    let types: Vec<_> = types.into_iter().collect();
    format!("places whose types exclude each other: {}", types.join(", "))
}

/// What a finding says beyond its sides; none where they speak for themselves or a place is all there is.
#[must_use]
pub fn detail(detail: &Detail, knowledge: &Knowledge) -> Option<String> {
    let id = |idx: &ArticleIdx| knowledge.article(*idx).map(|article| article.id.clone());
    match detail {
        Detail::Sides => None,
        Detail::SameArticle(article) => Some(format!("both sides are of one article: {}", id(article)?)),
        Detail::Origin(articles) => {
            let ids: Vec<_> = articles.iter().filter_map(id).collect();
            Some(format!("copies of one text: {}", ids.join(", ")))
        }
        Detail::MissingWords(words) => Some(format!("missing: \"{words}\"")),
        Detail::File { fault, .. } => Some(fault.clone()),
        Detail::ReadValue(value) => Some(format!("the evidence says \"{value}\"")),
        Detail::Waiver { finding, until: Some(until), .. } => {
            Some(format!("\"{finding}\" was waived until {until}"))
        }
        Detail::Waiver { finding, until: None, .. } => {
            Some(format!("remove it, or name another finding than \"{finding}\""))
        }
    }
}

/// Who stands against whom; none where nobody says anything.
#[must_use]
pub fn against(left: &[String], right: &[String]) -> Option<String> {
    let (left, right) = (left.join(", "), right.join(", "));
    match (left.is_empty(), right.is_empty()) {
        (true, true) => None,
        (true, false) => Some(right),
        (false, true) => Some(left),
        (false, false) => Some(format!("{left} against {right}")),
    }
}

/// A fact's value as one reads it: in the notation, with its stance and modality where they are not the usual.
#[must_use]
pub fn value(fact: &Fact) -> String {
    let stance = match fact.stance {
        Stance::Asserted => None,
        Stance::Denied => Some(Stance::Denied.name()),
    };
    let modality = match fact.modality {
        Modality::Actual => None,
        of @ (Modality::Planned | Modality::Possible | Modality::Capacity | Modality::Conditional) => {
            Some(of.name())
        }
    };
    let remarks: Vec<_> = stance.into_iter().chain(modality).collect();
    if remarks.is_empty() {
        fact.value.to_string()
    } else {
        format!("{} ({})", fact.value, remarks.join(", "))
    }
}

/// How a value was computed from the words.
#[must_use]
pub fn derivation(derivation: &Derivation) -> String {
    match derivation {
        Derivation::Resolved { relative, reference } => format!("{relative}, counted from {reference}"),
        Derivation::Contained { place } => format!("read off {place}, which lies in it"),
        Derivation::FirstSince => "what came before, by \"the first since\"".to_owned(),
        Derivation::Written { relative } => format!("the day of writing, by what lies {relative} from it"),
        Derivation::Narrowed { from } => format!("all that {} leave possible", count(from.len(), "fact")),
    }
}

/// Who says it, when not the article.
#[must_use]
pub fn holder(fact: &Fact) -> Option<String> {
    let names: Vec<_> = fact.holder.iter().map(|name| name.name.as_str()).collect();
    (!names.is_empty()).then(|| names.join(" and "))
}

/// What is to be known of evidence that was not seen in a text; none where it was.
#[must_use]
pub const fn evidence(status: EvidenceStatus) -> Option<&'static str> {
    match status {
        // Declared evidence is told once for each article, beside its place in the fact file.
        EvidenceStatus::Verified | EvidenceStatus::Declared => None,
        EvidenceStatus::Missing => Some("not in the text"),
    }
}

/// A number of things.
#[must_use]
pub fn count(n: usize, thing: &str) -> String {
    if n == 1 { format!("1 {thing}") } else { format!("{n} {thing}s") }
}

/// How many findings a gate shows: those of its severity and above.
#[must_use]
pub fn at_least(n_findings: usize, severity: Severity) -> String {
    match severity {
        Severity::Error => format!("{} at error", count(n_findings, "finding")),
        Severity::Off | Severity::Note | Severity::Warning => {
            format!("{} at {} or above", count(n_findings, "finding"), severity.name())
        }
    }
}

/// How many articles stand behind something, and how many texts they were taken from.
#[must_use]
pub fn sources(n_articles: usize, n_origins: usize) -> String {
    let articles = count(n_articles, "article");
    if n_origins == 0 { articles } else { format!("{articles}, {}", count(n_origins, "origin")) }
}

/// The title over facts that no other article speaks of.
pub const SINGLES: &str = "single facts";

/// That times of an article could not be resolved; its name is shown as it is given.
#[must_use]
pub fn relative_times(article: &str, n_facts: usize) -> String {
    format!("{article} has no publication date: {} with a time that stays relative", count(n_facts, "fact"))
}

/// That facts rest on words that nobody saw; the article's name is shown as it is given.
#[must_use]
pub fn declared_facts(article: &str, n_facts: usize) -> String {
    format!(
        "{article} has no text at hand: the evidence of {} is declared, not verified",
        count(n_facts, "fact")
    )
}
