//! The network of all times of a story: when articles were published, when events began and ended, how long
//! they lasted and which came first, as distances between unknown days (Dechter, Meiri and Pearl, "Temporal
//! constraint networks", 1991).
//!
//! Facts that cannot all hold make a negative cycle; what they leave possible narrows an unknown day of
//! publication. Only told dates, lengths and orders are constraints.

/// From facts to distances.
pub mod constraint;
/// Parts of the calendar that come again.
pub mod recurring;
/// Negative cycles and bounds.
pub mod solve;

use crate::fact::{ArticleIdx, Derivation, Evidence, Fact, FactIdx};
use crate::graph::Knowledge;
use crate::graph::times::constraint::{Constraint, Variable};
use crate::graph::times::solve::Bounds;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::telling::Tells;
use crate::value::Value;
use crate::value::time::{Part, Time};
use petgraph::unionfind::UnionFind;
use std::collections::{BTreeMap, BTreeSet};

/// Most facts of a part of the network that are tried one by one for the fewest that say as much.
const TRIED: usize = 64;

/// Longest stretch in which a narrowed day of publication is worth telling, in days.
const WORTH: i64 = 3 * 366;

/// A part of the network that shares no unknown day with the rest.
#[derive(Clone, Debug, Default)]
pub struct Component {
    constraints: Vec<Constraint>,
}

/// The parts of the network of everything known, in the order of their first fact.
#[must_use]
pub fn components(knowledge: &Knowledge, lexicon: &Lexicon) -> Vec<Component> {
    let constraints = constraint::constraints(knowledge, lexicon);
    let mut numbers: BTreeMap<Variable, usize> = BTreeMap::new();
    for variable in constraints.iter().flat_map(Constraint::variables) {
        let next = numbers.len();
        numbers.entry(variable).or_insert(next);
    }
    let number = |variable: Variable| numbers.get(&variable).copied();
    let mut sets = UnionFind::<usize>::new(numbers.len());
    for constraint in &constraints {
        let [left, right] = [constraint.left, constraint.right].map(number);
        if let (Some(left), Some(right)) = (left, right) {
            sets.union(left, right);
        }
    }
    let mut parts: BTreeMap<usize, Component> = BTreeMap::new();
    for constraint in constraints {
        let first = constraint.variables().into_iter().find_map(number);
        let Some(root) = first.map(|first| sets.find(first)) else { continue };
        parts.entry(root).or_default().constraints.push(constraint);
    }
    let mut parts: Vec<Component> = parts.into_values().filter(|part| part.facts().len() > 1).collect();
    parts.sort_by_key(|part| part.facts().first().copied());
    parts
}

impl Component {
    /// The facts that it is made of.
    #[must_use]
    pub fn facts(&self) -> BTreeSet<FactIdx> {
        self.constraints.iter().filter_map(|constraint| constraint.fact).collect()
    }

    /// The sets of facts that cannot all hold, each as small as can be; none shares a fact with another.
    #[must_use]
    pub fn cores(&self) -> Vec<Vec<FactIdx>> {
        let mut left = self.clone();
        let mut cores = Vec::new();
        while let Some(core) = left.core() {
            left.constraints.retain(|constraint| constraint.fact.is_none_or(|fact| !core.contains(&fact)));
            cores.push(core);
        }
        cores
    }

    fn core(&self) -> Option<Vec<FactIdx>> {
        let suspects = solve::suspects(&self.constraints)?;
        let all: Vec<FactIdx> = suspects.into_iter().collect();
        let fails = |facts: &[FactIdx]| solve::suspects(&self.of(facts)).is_some();
        // A cycle that the calendar closed rests on all facts of the part; few enough are tried one by one.
        if all.len() > TRIED || !fails(&all) {
            return None;
        }
        Some(fewest(all, fails)).filter(|core| core.len() > 1)
    }

    /// The constraints that rest on these facts, or on none.
    fn of(&self, facts: &[FactIdx]) -> Vec<Constraint> {
        let rests = |constraint: &&Constraint| constraint.fact.is_none_or(|fact| facts.contains(&fact));
        self.constraints.iter().filter(rests).cloned().collect()
    }

    /// What is left of the days on which articles without a date can have been published, and the fewest
    /// facts that say so.
    fn narrowed(&self) -> Vec<(ArticleIdx, Bounds, Vec<FactIdx>)> {
        let unknown: BTreeSet<ArticleIdx> =
            self.constraints.iter().flat_map(Constraint::variables).filter_map(Variable::published).collect();
        if unknown.is_empty() {
            return Vec::new();
        }
        let Some(bounds) = solve::bounds(&self.constraints) else { return Vec::new() };
        let narrow = |article: ArticleIdx| {
            let found = *bounds.get(&Variable::Published(article))?;
            let facts: Vec<FactIdx> = self.facts().into_iter().collect();
            if found.last - found.first > WORTH || facts.len() > TRIED {
                return None;
            }
            let same = |facts: &[FactIdx]| {
                let bounds = solve::bounds(&self.of(facts)).unwrap_or_default();
                bounds.get(&Variable::Published(article)) == Some(&found)
            };
            Some((article, found, fewest(facts, same)))
        };
        unknown.into_iter().filter_map(narrow).collect()
    }
}

/// The fewest of `facts` of which `holds` is still true, the first ones kept where there is a choice.
fn fewest(mut facts: Vec<FactIdx>, holds: impl Fn(&[FactIdx]) -> bool) -> Vec<FactIdx> {
    for idx in (0..facts.len()).rev() {
        let fact = facts.remove(idx);
        if !holds(&facts) {
            facts.insert(idx, fact);
        }
    }
    facts
}

/// The days of publication that follow from other facts, as facts of their own.
#[must_use]
pub fn derived(knowledge: &Knowledge, lexicon: &Lexicon) -> Vec<Fact> {
    let mut kinds = lexicon.kinds().iter();
    let Some(kind) = kinds.find(|kind| kind.tells == Some(Tells::Published)) else { return Vec::new() };
    let undated = knowledge.articles.iter().any(|article| article.published.is_none());
    let parts = if undated { components(knowledge, lexicon) } else { Vec::new() };
    let found = parts.iter().flat_map(Component::narrowed);
    let mut facts: Vec<Fact> = found
        .filter_map(|(article, bounds, from)| {
            let value = Value::Time(Time::between(bounds.day(bounds.first)?, bounds.day(bounds.last)?));
            Some(narrowed(article, kind.id.clone(), value, from, knowledge))
        })
        .collect();
    facts.sort_by_key(|fact| fact.article);
    facts
}

fn narrowed(
    article: ArticleIdx,
    kind: String,
    value: Value,
    from: Vec<FactIdx>,
    knowledge: &Knowledge,
) -> Fact {
    let own = from.iter().filter_map(|idx| knowledge.fact(*idx)).filter(|fact| fact.article == article);
    let evidence: Vec<Evidence> = own.filter_map(|fact| fact.evidence.first().cloned()).collect();
    Fact { evidence, derivation: Some(Derivation::Narrowed { from }), ..Fact::new(article, kind, value) }
}

impl Bounds {
    /// A day by its number, if the calendar has it.
    fn day(self, number: i64) -> Option<Part> {
        recurring::date(number).map(Part::Day)
    }
}
