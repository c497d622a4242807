//! Links and checks generated facts, from ten thousand to a million, and one hot question; beside a bare graph
//! of the same facts in the same run.
//!
//! `cargo bench --bench scale` prints one line a size: speed, memory, how many times the cost of the bare graph,
//! and by which power time and memory grew since the size before. `-- 1000000` sets the largest size. Machines
//! differ and are noisy, so the ratios and powers are what to compare. Nothing here fails.

#![expect(clippy::disallowed_methods, reason = "a bench asks the clock, its arguments and its memory")]

use factcheck::check;
use factcheck::extract::Extraction;
use factcheck::fact::slot::Slot;
use factcheck::fact::{Article, ArticleIdx, Binding, Evidence, EvidenceStatus, Fact, SlotValue};
use factcheck::graph;
use factcheck::lexicon::Lexicon;
use factcheck::value::Value;
use factcheck::value::keys::NameKeys;
use factcheck::value::notation;
use factcheck::value::place::Place;
use factcheck::value::words::Name;
use petgraph::graph::UnGraph;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hint::black_box;
use std::io::{self, Write};
use std::time::Instant;

/// Facts of a question, each of another article.
const FACTS: usize = 10;

/// Questions of a story.
const QUESTIONS: usize = 20;

/// Distinct answers to the hot question.
const ANSWERS: usize = 40;

/// The largest size where none is asked for.
const LARGEST: usize = 1_000_000;

/// What is generated.
#[derive(Clone, Copy)]
enum Shape {
    /// Many stories of many questions.
    Spread,
    /// One question.
    Hot,
}

/// What one size cost.
#[derive(Clone, Copy)]
struct Cost {
    facts: usize,
    seconds: f64,
    bytes: f64,
}

fn main() -> io::Result<()> {
    let largest = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(LARGEST);
    let lexicon = Lexicon::embedded();
    let mut out = io::stdout().lock();
    writeln!(
        out,
        "{:<8} {:>9} {:>14} {:>12} {:>10} {:>12} {:>8} {:>8}",
        "shape", "facts", "thousand/s", "link/check s", "bytes/fact", "x bare graph", "time^", "memory^"
    )?;
    for (name, shape, most) in [("spread", Shape::Spread, largest), ("hot", Shape::Hot, largest / 10)] {
        let mut before: Option<Cost> = None;
        let mut facts = 10_000.min(most);
        while facts <= most && facts > 0 {
            let cost = line(&mut out, name, shape, facts, &lexicon, before)?;
            before = Some(cost);
            facts *= 10;
        }
    }
    Ok(())
}

/// Runs one size and prints its line.
fn line(
    out: &mut impl Write,
    name: &str,
    shape: Shape,
    facts: usize,
    lexicon: &Lexicon,
    before: Option<Cost>,
) -> io::Result<Cost> {
    let (articles, extractions) = generated(shape, facts);
    let start = Instant::now();
    let edges = bare(&extractions);
    let bare = start.elapsed().as_secs_f64();
    black_box(edges);
    let held = resident();
    let start = Instant::now();
    let knowledge = graph::link(articles, extractions, lexicon);
    let linked = start.elapsed().as_secs_f64();
    let checked = check::check(&knowledge, lexicon);
    let seconds = start.elapsed().as_secs_f64();
    let bytes = (resident() - held).max(1.0);
    black_box(checked.verdicts.len());
    let cost = Cost { facts, seconds, bytes };
    let power = |of: fn(&Cost) -> f64| match &before {
        Some(before) => format!("{:.2}", (of(&cost) / of(before)).ln() / ratio(&cost, before).ln()),
        None => "-".to_owned(),
    };
    writeln!(
        out,
        "{name:<8} {facts:>9} {:>14.1} {:>12} {:>10.0} {:>12.1} {:>8} {:>8}",
        facts as f64 / seconds / 1e3,
        format!("{linked:.2}/{:.2}", seconds - linked),
        bytes / facts as f64,
        seconds / bare,
        power(|cost| cost.seconds),
        power(|cost| cost.bytes),
    )?;
    Ok(cost)
}

fn ratio(cost: &Cost, before: &Cost) -> f64 {
    cost.facts as f64 / before.facts as f64
}

/// Bytes of memory that the process holds, where the system tells.
fn resident() -> f64 {
    let status = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    let pages: f64 = status.split(' ').nth(1).and_then(|pages| pages.parse().ok()).unwrap_or_default();
    pages * 4096.0
}

/// A graph of the same facts with nothing but petgraph: what an article states, what a fact answers, and which
/// questions have two answers.
fn bare(extractions: &[Extraction]) -> (usize, usize) {
    let mut graph: UnGraph<usize, ()> = UnGraph::default();
    let mut questions = HashMap::new();
    let mut answers: HashMap<_, BTreeSet<&Value>> = HashMap::new();
    for (idx, extraction) in extractions.iter().enumerate() {
        let article = graph.add_node(idx);
        for fact in &extraction.facts {
            let node = graph.add_node(idx);
            graph.add_edge(article, node, ());
            let key = (&fact.kind, format!("{:?}", fact.slots));
            let question = *questions.entry(key).or_insert_with(|| graph.add_node(idx));
            graph.add_edge(node, question, ());
            answers.entry(question).or_default().insert(&fact.value);
        }
    }
    (graph.edge_count(), answers.values().filter(|values| values.len() > 1).count())
}

fn generated(shape: Shape, facts: usize) -> (Vec<Article>, Vec<Extraction>) {
    let of_article = match shape {
        Shape::Spread => QUESTIONS,
        Shape::Hot => 1,
    };
    let count = facts.div_ceil(of_article);
    let articles = (0..count).map(|idx| article(idx, idx / FACTS * usize::from(of_article > 1)));
    let extraction = |idx: usize| {
        let questions = (0..of_article).map(|at| idx / FACTS * of_article + at);
        let fact = |question: usize| match shape {
            Shape::Spread => fact(idx, question, 1000 + question % 7 + usize::from(idx % FACTS == 3)),
            Shape::Hot => fact(idx, 0, 1000 + idx % ANSWERS),
        };
        Extraction { facts: questions.map(fact).collect(), ..Extraction::default() }
    };
    (articles.collect(), (0..count).map(extraction).collect())
}

fn article(idx: usize, story: usize) -> Article {
    Article {
        id: idx.to_string(),
        story: story.to_string(),
        language: Some("en".to_owned()),
        published: notation::time("2025-03-10").ok(),
        ..Article::default()
    }
}

/// A count of deaths, or of containers, whose slots name the question.
fn fact(article: usize, question: usize, count: usize) -> Fact {
    let bound = |value| SlotValue { values: vec![value], binding: Binding::Bound };
    let day = format!("2024-{:02}-{:02}", question % 12 + 1, question / 12 % 28 + 1);
    let mut slots: BTreeMap<Slot, SlotValue> =
        notation::time(&day).ok().map(|time| (Slot::When, bound(Value::Time(time)))).into_iter().collect();
    let name = |end: &str| {
        let key = format!("{end}{question}");
        Value::Name(Name { name: key.clone(), keys: NameKeys::from([key]) })
    };
    let kind = if question.is_multiple_of(2) {
        slots.insert(Slot::From, bound(name("a")));
        slots.insert(Slot::To, bound(name("b")));
        "container-count"
    } else {
        let id = Some(format!("place{question}"));
        let place = Place { name: format!("Place {question}"), id, ..Place::default() };
        slots.insert(Slot::Where, bound(Value::Place(place)));
        "deaths"
    };
    Fact {
        slots,
        evidence: vec![Evidence {
            words: count.to_string(),
            span: None,
            status: EvidenceStatus::Declared,
            declared_at: None,
        }],
        ..Fact::new(
            ArticleIdx(article),
            kind,
            notation::amount(&count.to_string(), |_| None)
                .map_or_else(|_| Value::State(count.to_string()), Value::Amount),
        )
    }
}
