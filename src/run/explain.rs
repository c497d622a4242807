//! Why two facts were compared, and why the verdict: from words to value, slots, question and verdict.

use crate::fact::slot::Slot;
use crate::fact::unify::{self, Agreement};
use crate::fact::{Binding, Fact, FactIdx};
use crate::finding::{Guard, Verdict};
use crate::graph::network::{Network, Node};
use crate::lexicon::schema::SlotUse;
use crate::report::explain::Step;
use crate::report::message;
use crate::run::analyse::Analysis;

/// The two facts that two words of the command line mean; of several at one place, two that were compared.
#[must_use]
pub fn pair(analysis: &Analysis, left: &str, right: &str) -> (Option<FactIdx>, Option<FactIdx>) {
    let (lefts, rights) = (find(analysis, left), find(analysis, right));
    let all = || lefts.iter().flat_map(|left| rights.iter().map(move |right| (*left, *right)));
    let compared = all().find(|(left, right)| verdict(analysis, *left, *right).is_some());
    let chosen = compared.or_else(|| all().find(|(left, right)| left != right));
    chosen
        .map_or((lefts.first().copied(), rights.first().copied()), |(left, right)| (Some(left), Some(right)))
}

/// The facts that a word of the command line means: `f12`, or those at a place `001.txt:23`.
fn find(analysis: &Analysis, word: &str) -> Vec<FactIdx> {
    if let Some(number) = word.strip_prefix('f').and_then(|digits| digits.parse::<usize>().ok()) {
        let idx = number.checked_sub(1).map(FactIdx).filter(|idx| analysis.knowledge.fact(*idx).is_some());
        return idx.into_iter().collect();
    }
    let place = word.rsplit_once(':').and_then(|(file, line)| Some((file, line.parse::<usize>().ok()?)));
    let Some((file, line)) = place else { return Vec::new() };
    let stands = |fact: &Fact| {
        let Some(article) = analysis.knowledge.article(fact.article) else { return false };
        let named =
            [&article.path, &article.fact_path].into_iter().flatten().any(|path| path.ends_with(file))
                || article.id == file;
        let in_text = |evidence: &crate::fact::Evidence| {
            evidence.span.is_some_and(|span| article.position(span).line == line)
        };
        let declared =
            |evidence: &crate::fact::Evidence| evidence.declared_at.is_some_and(|(at, _)| at == line);
        named && fact.evidence.iter().any(|evidence| in_text(evidence) || declared(evidence))
    };
    let facts = analysis.knowledge.facts.iter().enumerate();
    facts.filter(|(_, fact)| stands(fact)).map(|(idx, _)| FactIdx(idx)).collect()
}

/// The steps that lead from the words of two facts to their verdict, or to what kept them apart.
#[must_use]
pub fn explain(analysis: &Analysis, left: FactIdx, right: FactIdx) -> Vec<Step> {
    let mut steps = vec![words_to_value(analysis, left), words_to_value(analysis, right)];
    let (Some(a), Some(b)) = (analysis.knowledge.fact(left), analysis.knowledge.fact(right)) else {
        return steps;
    };
    steps.push(slots(a, b));
    steps.extend(path(analysis, left, right));
    match verdict(analysis, left, right) {
        Some(verdict) => steps.push(decided(verdict)),
        None => steps.push(apart(analysis, a, b)),
    }
    steps
}

fn words_to_value(analysis: &Analysis, idx: FactIdx) -> Step {
    let Some(fact) = analysis.knowledge.fact(idx) else { return Step::default() };
    let derivation = fact
        .derivation
        .as_ref()
        .map(|derivation| format!("; {}", message::derivation(derivation)))
        .unwrap_or_default();
    let about = analysis.lexicon.kind(&fact.kind).map_or("", |kind| kind.about.as_str());
    let stance = fact.stance.name();
    let detail = format!("kind {}: {about}; {stance}, {}{derivation}", fact.kind, fact.modality.name());
    Step { title: format!("f{} says {}", idx.0 + 1, fact.value), detail, evidence: vec![idx] }
}

fn slots(left: &Fact, right: &Fact) -> Step {
    let mut parts = Vec::new();
    for slot in Slot::ALL {
        let (a, b) = (left.slots.get(&slot), right.slots.get(&slot));
        if a.is_none() && b.is_none() {
            continue;
        }
        let show = |filling: Option<&crate::fact::SlotValue>| {
            filling.map_or_else(
                || "unknown".to_owned(),
                |filling| {
                    let values: Vec<String> = filling.values.iter().map(ToString::to_string).collect();
                    let how = if filling.binding == Binding::Inherited { " (inherited)" } else { "" };
                    format!("{}{how}", values.join(" and "))
                },
            )
        };
        let agreement = match unify::fillings(a, b) {
            Agreement::Agree => "agree",
            Agreement::Conflict => "conflict",
            Agreement::Unknown => "cannot be told",
        };
        parts.push(format!("{}: {} / {}: {agreement}", slot.name(), show(a), show(b)));
    }
    Step { title: "slots".to_owned(), detail: parts.join("; "), evidence: Vec::new() }
}

/// The path that joins the two in the knowledge graph.
fn path(analysis: &Analysis, left: FactIdx, right: FactIdx) -> Option<Step> {
    let nodes = Network::new(&analysis.knowledge).path(left, right)?;
    let detail = nodes.iter().map(|node| label(analysis, *node)).collect::<Vec<_>>().join(" → ");
    Some(Step { title: "path through the graph".to_owned(), detail, evidence: Vec::new() })
}

/// A node's name in paths and graphs.
#[must_use]
pub fn label(analysis: &Analysis, node: Node) -> String {
    let knowledge = &analysis.knowledge;
    match node {
        Node::Article(idx) => {
            knowledge.article(idx).map_or_else(String::new, |article| format!("article {}", article.id))
        }
        Node::Fact(idx) => {
            knowledge.fact(idx).map_or_else(String::new, |fact| format!("f{} {}", idx.0 + 1, fact.value))
        }
        Node::Event(idx) => knowledge
            .events
            .get(idx.0)
            .map_or_else(String::new, |event| format!("e{} {}", idx.0 + 1, event.event_type)),
        Node::Question(idx) => knowledge
            .questions
            .get(idx.0)
            .map_or_else(String::new, |question| format!("q{} {}", idx.0 + 1, question.kind)),
    }
}

fn verdict(analysis: &Analysis, left: FactIdx, right: FactIdx) -> Option<&Verdict> {
    let faces = |verdict: &&Verdict| {
        let both = |a: &[FactIdx], b: &[FactIdx]| a.contains(&left) && b.contains(&right);
        both(&verdict.left, &verdict.right) || both(&verdict.right, &verdict.left)
    };
    analysis.verdicts.iter().find(faces)
}

fn decided(verdict: &Verdict) -> Step {
    let guard = verdict.guard.map(|guard| format!("; {}", message::guard(guard))).unwrap_or_default();
    let title = format!("verdict: {}, {}", verdict.relation.name(), verdict.reason.name());
    Step { title, detail: format!("{}{guard}", message::reason(verdict.reason)), evidence: Vec::new() }
}

/// What kept two facts from being compared: the first guard that stops them.
fn apart(analysis: &Analysis, left: &Fact, right: &Fact) -> Step {
    let story = |fact: &Fact| analysis.knowledge.article(fact.article).map(|article| article.story.clone());
    let guard = if left.kind != right.kind {
        Guard::Kind
    } else if story(left) != story(right) {
        Guard::Story
    } else {
        let uses = analysis.lexicon.kind(&left.kind).map(|kind| kind.slots.clone()).unwrap_or_default();
        let matters = |slot: &Slot| uses.get(slot).is_some_and(|slot_use| *slot_use != SlotUse::Describes);
        let conflict = Slot::ALL
            .into_iter()
            .filter(matters)
            .find(|slot| unify::fillings(left.slots.get(slot), right.slots.get(slot)) == Agreement::Conflict);
        conflict.map_or(Guard::Event, Guard::SlotConflict)
    };
    Step { title: "not compared".to_owned(), detail: message::guard(guard), evidence: Vec::new() }
}
