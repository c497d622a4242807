//! Why two facts were compared, and why the verdict: from words to value, slots, question and verdict; and
//! what a finding rests on. Each step names its rule.

use crate::check::cores;
use crate::fact::slot::Slot;
use crate::fact::unify::{self, Agreement};
use crate::fact::{Article, Binding, Evidence, Fact, FactIdx, SlotValue};
use crate::finding::rule::Rule;
use crate::finding::{Finding, Guard, Verdict};
use crate::graph::network::{Network, Node};
use crate::lexicon::schema::kind::SlotUse;
use crate::policy::Judged;
use crate::report::explain::Step;
use crate::report::{Options, heading, kinds, message};
use crate::run::analyse::Analysis;
use crate::run::weighed;
use crate::text::span::{Original, Span};

/// Facts of one side of a finding that are explained one by one.
const MAX_FACTS: usize = 12;

/// The two facts that two words of the command line mean; of several at one place, two that a finding sets
/// against each other, else two that were compared, else two that were weighed, else two of one kind.
#[must_use]
pub fn pair(analysis: &Analysis, left: &str, right: &str) -> (Option<FactIdx>, Option<FactIdx>) {
    let (lefts, rights) = (find(analysis, left), find(analysis, right));
    let all = || lefts.iter().flat_map(|left| rights.iter().map(move |right| (*left, *right)));
    let is_found = |(left, right): &(FactIdx, FactIdx)| {
        analysis.findings.iter().any(|finding| faces(finding, *left, *right))
    };
    let is_weighed = |(left, right): &(FactIdx, FactIdx)| {
        let facts = analysis.knowledge.fact(*left).zip(analysis.knowledge.fact(*right));
        facts.is_some_and(|(left, right)| analysis.knowledge.weighed.between(left, right).is_some())
    };
    let kind = |idx: FactIdx| analysis.knowledge.fact(idx).map(|fact| fact.kind.as_str());
    let chosen = all()
        .find(is_found)
        .or_else(|| all().find(|(left, right)| verdict(analysis, *left, *right).is_some()))
        .or_else(|| all().find(is_weighed))
        .or_else(|| all().find(|(left, right)| left != right && kind(*left) == kind(*right)))
        .or_else(|| all().find(|(left, right)| left != right));
    chosen
        .map_or((lefts.first().copied(), rights.first().copied()), |(left, right)| (Some(left), Some(right)))
}

/// What else stands at the place of a word of the command line, where it is not the id of a fact.
#[must_use]
pub fn others(analysis: &Analysis, word: &str, chosen: FactIdx) -> Option<Step> {
    let at = find(analysis, word).into_iter().filter(|idx| *idx != chosen);
    let others: Vec<String> = at
        .filter_map(|idx| Some(format!("f{} {}", idx.0 + 1, analysis.knowledge.fact(idx)?.kind)))
        .take(MAX_FACTS)
        .collect();
    let title = format!("also at {word}");
    (!others.is_empty()).then(|| Step { title, detail: others.join(", "), evidence: Vec::new() })
}

/// A place of the command line: a line of a file, or a range of its bytes.
#[derive(Clone, Copy)]
pub(super) struct Spot<'w> {
    file: &'w str,
    place: Place,
}

/// A place in a file.
#[derive(Clone, Copy)]
enum Place {
    Line(usize),
    Bytes(usize, usize),
}

impl<'w> Spot<'w> {
    /// The place that a word names.
    pub(super) fn of(word: &'w str) -> Option<Self> {
        let (file, place) = word.rsplit_once(':')?;
        let place = match place.split_once('-') {
            Some((start, end)) => Place::Bytes(start.parse().ok()?, end.parse().ok()?),
            None => Place::Line(place.parse().ok()?),
        };
        Some(Self { file, place })
    }

    /// Whether its file is that of an article.
    fn is_of(self, article: &Article) -> bool {
        let mut paths = [&article.path, &article.fact_path].into_iter().flatten();
        paths.any(|path| path.ends_with(self.file)) || article.id == self.file
    }

    /// Whether some words of an article stand there.
    pub(super) fn holds(self, article: &Article, span: Span<Original>) -> bool {
        self.is_of(article)
            && match self.place {
                Place::Line(line) => article.position(span).line == line,
                Place::Bytes(start, end) => span.start < end && start < span.end,
            }
    }

    /// Whether some evidence stands there, or was written there.
    fn holds_evidence(self, article: &Article, evidence: &Evidence) -> bool {
        let is_declared =
            matches!((self.place, evidence.declared_at), (Place::Line(line), Some((at, _))) if at == line);
        (is_declared && self.is_of(article)) || evidence.span.is_some_and(|span| self.holds(article, span))
    }
}

/// The facts that a word of the command line means: `f12`, or those at a place, `001.txt:23` or
/// `001.txt:310-342`.
fn find(analysis: &Analysis, word: &str) -> Vec<FactIdx> {
    if let Some(number) = word.strip_prefix('f').and_then(|digits| digits.parse::<usize>().ok()) {
        let idx = number.checked_sub(1).map(FactIdx).filter(|idx| analysis.knowledge.fact(*idx).is_some());
        return idx.into_iter().collect();
    }
    let Some(spot) = Spot::of(word) else { return Vec::new() };
    let stands = |fact: &Fact| {
        let article = analysis.knowledge.article(fact.article);
        article.is_some_and(|article| {
            fact.evidence.iter().any(|evidence| spot.holds_evidence(article, evidence))
        })
    };
    let facts = analysis.knowledge.facts.iter().enumerate();
    facts.filter(|(_, fact)| stands(fact)).map(|(idx, _)| FactIdx(idx)).collect()
}

/// Why a word of the command line means no fact, and what was expected.
#[must_use]
pub fn missing(analysis: &Analysis, word: &str) -> String {
    let articles = &analysis.knowledge.articles;
    match Spot::of(word) {
        Some(spot) if articles.iter().any(|article| spot.is_of(article)) => {
            format!("no fact at \"{word}\": nothing that stands there was bound to a kind of fact")
        }
        Some(Spot { file, .. }) => {
            format!("no article \"{file}\" among what was read, expected its path or its id")
        }
        None => format!(
            "no fact \"{word}\", expected an id such as `f12` or a place such as `001.txt:23` or `001.txt:310-342`"
        ),
    }
}

/// The steps that lead from the words of two facts to their verdict and findings, or to what kept them apart.
#[must_use]
pub fn explain(analysis: &Analysis, left: FactIdx, right: FactIdx) -> Vec<Step> {
    let mut steps = vec![words_to_value(analysis, left), words_to_value(analysis, right)];
    let (Some(a), Some(b)) = (analysis.knowledge.fact(left), analysis.knowledge.fact(right)) else {
        return steps;
    };
    steps.push(slots(analysis, a, b));
    steps.extend(path(analysis, left, right));
    steps.extend(weighed::step(analysis, a, b));
    match verdict(analysis, left, right) {
        Some(verdict) => steps.extend([question(analysis, verdict), decided(verdict)]),
        None => steps.push(apart(analysis, a, b)),
    }
    steps
}

/// The steps that lead to a finding: those of its two sides, or of all its facts where it has no other side.
#[must_use]
pub fn finding(analysis: &Analysis, judged: &Judged) -> Vec<Step> {
    let (left, right) = (&judged.finding.left, &judged.finding.right);
    let mut steps = match (left.first(), right.first()) {
        (Some(left), Some(right)) => explain(analysis, *left, *right),
        _ => {
            let facts = left.iter().chain(right).take(MAX_FACTS);
            facts.map(|idx| words_to_value(analysis, *idx)).collect()
        }
    };
    steps.push(raised(analysis, judged));
    steps
}

/// The findings that set two facts against each other, as steps.
#[must_use]
pub fn findings(analysis: &Analysis, judged: &[Judged], left: FactIdx, right: FactIdx) -> Vec<Step> {
    let about = judged.iter().filter(|judged| faces(&judged.finding, left, right));
    about.map(|judged| raised(analysis, judged)).collect()
}

/// Whether a finding sets two facts against each other.
fn faces(finding: &Finding, left: FactIdx, right: FactIdx) -> bool {
    let (one, other) = (&finding.left, &finding.right);
    if other.is_empty() {
        return one.contains(&left) && one.contains(&right);
    }
    let holds = |a: FactIdx, b: FactIdx| one.contains(&a) && other.contains(&b);
    holds(left, right) || holds(right, left)
}

/// What a finding says, and by which rule.
fn raised(analysis: &Analysis, judged: &Judged) -> Step {
    let (rule, severity) = (judged.finding.rule, judged.severity.name());
    let beside = match rule {
        Rule::Verdict(_) => "the rule is the verdict's reason",
        Rule::ModalityEscalation | Rule::QualifierDropped | Rule::SelfConflict => {
            "raised beside the verdict, whatever its relation"
        }
        Rule::SameOrigin => "raised for articles that share their words, beside any verdict",
        Rule::EvidenceMissing | Rule::ValueMismatch | Rule::FactFileInvalid => "raised for a fact file",
        Rule::WaiverUnused | Rule::WaiverExpired => "raised for a waiver",
    };
    let waived = judged.waived.as_ref().map(|reason| format!("; waived: {reason}")).unwrap_or_default();
    let said = heading::sentence(&judged.finding, &analysis.knowledge, &words(analysis));
    Step {
        title: format!("finding {}: {severity}, rule {}", judged.id(), rule.name()),
        detail: format!("{said}; {beside}{waived}"),
        evidence: Vec::new(),
    }
}

/// How kinds are called.
fn words(analysis: &Analysis) -> Options {
    Options { kinds: analysis.kinds(), ..Options::default() }
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
    let by = if fact.id.is_some() { "by a reviewer" } else { "by the words of its kind" };
    let detail =
        format!("kind {}: {about}; bound {by}; {stance}, {}{derivation}", fact.kind, fact.modality.name());
    Step { title: format!("f{} says {}", idx.0 + 1, fact.value), detail, evidence: vec![idx] }
}

fn slots(analysis: &Analysis, left: &Fact, right: &Fact) -> Step {
    let uses = analysis.lexicon.kind(&left.kind).map(|kind| kind.slots.clone()).unwrap_or_default();
    let mut parts = Vec::new();
    for slot in Slot::ALL {
        let (a, b) = (left.slots.get(&slot), right.slots.get(&slot));
        if a.is_none() && b.is_none() {
            continue;
        }
        let agreement = match unify::slots(slot, a, b) {
            Agreement::Agree => "agree",
            Agreement::Conflict => "conflict",
            Agreement::Unknown => "cannot be told",
        };
        let matters = kinds::matters(uses.get(&slot).copied().unwrap_or(SlotUse::Describes));
        parts.push(format!("{} ({matters}): {} / {}: {agreement}", slot.name(), filled(a), filled(b)));
    }
    if parts.is_empty() {
        parts.push("neither side fills any".to_owned());
    }
    Step { title: "slots".to_owned(), detail: parts.join("; "), evidence: Vec::new() }
}

fn filled(filling: Option<&SlotValue>) -> String {
    let Some(filling) = filling else { return "unknown".to_owned() };
    let values: Vec<String> = filling.values.iter().map(ToString::to_string).collect();
    let how = if filling.binding == Binding::Inherited { " (inherited)" } else { "" };
    format!("{}{how}", values.join(" and "))
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
        both(&verdict.left, &verdict.right)
            || both(&verdict.right, &verdict.left)
            || both(&verdict.core, &verdict.core)
    };
    analysis.verdicts.iter().find(faces)
}

/// What both sides answer.
fn question(analysis: &Analysis, verdict: &Verdict) -> Step {
    let question = analysis.knowledge.questions.get(verdict.question.0);
    let asked = question.map(|question| heading::question(question, &analysis.knowledge, &words(analysis)));
    let is_core = cores::CORES.iter().any(|core| core.reason == verdict.reason);
    let why = if is_core {
        "their facts answer several questions, one of them this"
    } else {
        "both answer it, since their kinds are equal and no slot keeps them apart"
    };
    Step {
        title: format!("question q{}", verdict.question.0 + 1),
        detail: format!("{}; {why}", asked.unwrap_or_default()),
        evidence: Vec::new(),
    }
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
        let conflict = Slot::ALL.into_iter().filter(matters).find(|slot| {
            unify::slots(*slot, left.slots.get(slot), right.slots.get(slot)) == Agreement::Conflict
        });
        conflict.map_or(Guard::Event, Guard::SlotConflict)
    };
    Step { title: "not compared".to_owned(), detail: message::guard(guard), evidence: Vec::new() }
}
