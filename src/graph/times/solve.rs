//! Negative cycles and shortest distances in the network of days.

use crate::fact::FactIdx;
use crate::graph::times::constraint::{Constraint, Variable};
use petgraph::algo::{FloatMeasure, bellman_ford, find_negative_cycle};
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Add;

/// Days from 1970 within which everything lies that is told: a little more than the calendar has.
const HORIZON: i64 = 4_000_000;

/// How often the calendar may pull in the ends of what is possible.
const ROUNDS: usize = 8;

/// A number of days, in the shape in which the algorithms ask for a length.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Days(i64);

impl Add for Days {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl FloatMeasure for Days {
    fn zero() -> Self {
        Self(0)
    }

    fn infinite() -> Self {
        Self(i64::MAX)
    }

    // Nothing here is measured in floats; only the trait knows of them.
    fn from_f32(_: f32) -> Self {
        Self::default()
    }

    fn from_f64(_: f64) -> Self {
        Self::default()
    }
}

/// The first and the last day that are possible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bounds {
    /// The first.
    pub first: i64,
    /// The last.
    pub last: i64,
}

/// The network as a graph: an edge of weight `w` from one day to another says that the other lies at most
/// `w` days after it.
struct Graph {
    graph: DiGraph<Variable, Days>,
    nodes: BTreeMap<Variable, NodeIndex>,
    /// The tightest weight between two nodes, and the fact that it rests on.
    edges: BTreeMap<(NodeIndex, NodeIndex), (i64, Option<FactIdx>)>,
    origin: NodeIndex,
}

/// The facts of a negative cycle, or all facts where the calendar leaves no day; none where all can hold.
#[must_use]
pub fn suspects(constraints: &[Constraint]) -> Option<BTreeSet<FactIdx>> {
    let graph = Graph::new(constraints);
    if let Some(cycle) = find_negative_cycle(&graph.graph, graph.origin) {
        let next = cycle.iter().cycle().skip(1);
        let edge = |(from, to): (&NodeIndex, &NodeIndex)| graph.edges.get(&(*from, *to)).copied();
        let facts = cycle.iter().zip(next).filter_map(edge).filter_map(|(_, fact)| fact);
        return Some(facts.collect());
    }
    let all = || constraints.iter().filter_map(|constraint| constraint.fact).collect();
    bounds(constraints).is_none().then(all)
}

/// What is possible for every day; none where nothing is.
#[must_use]
pub fn bounds(constraints: &[Constraint]) -> Option<BTreeMap<Variable, Bounds>> {
    let mut pulled: Vec<Constraint> = constraints.to_vec();
    let recurring: Vec<&Constraint> =
        constraints.iter().filter(|constraint| constraint.recurring.is_some()).collect();
    let mut found = Graph::new(&pulled).bounds()?;
    for _ in 0..ROUNDS {
        let before = pulled.len();
        for constraint in &recurring {
            let (Some(days), Some(at)) = (constraint.recurring, found.get(&constraint.right)) else {
                continue;
            };
            if at.first <= -HORIZON || at.last >= HORIZON {
                continue;
            }
            let (first, last) = (days.at_or_after(at.first)?, days.at_or_before(at.last)?);
            if (first, last) != (at.first, at.last) {
                let (least, most) = (Some(first), Some(last));
                pulled.push(Constraint { least, most, recurring: None, ..(*constraint).clone() });
            }
        }
        if pulled.len() == before {
            break;
        }
        found = Graph::new(&pulled).bounds()?;
    }
    Some(found)
}

impl Graph {
    fn new(constraints: &[Constraint]) -> Self {
        let mut graph = DiGraph::new();
        let origin = graph.add_node(Variable::Origin);
        let nodes = BTreeMap::from([(Variable::Origin, origin)]);
        let mut new = Self { graph, nodes, edges: BTreeMap::new(), origin };
        for constraint in constraints {
            let (left, right) = (new.node(constraint.left), new.node(constraint.right));
            if let Some(most) = constraint.most {
                new.tighten(left, right, most, constraint.fact);
            }
            if let Some(least) = constraint.least {
                new.tighten(right, left, -least, constraint.fact);
            }
        }
        for ((from, to), (weight, _)) in &new.edges {
            new.graph.add_edge(*from, *to, Days(*weight));
        }
        new
    }

    /// The node of a variable; every day lies within the horizon.
    fn node(&mut self, variable: Variable) -> NodeIndex {
        if let Some(node) = self.nodes.get(&variable) {
            return *node;
        }
        let node = self.graph.add_node(variable);
        self.nodes.insert(variable, node);
        self.edges.insert((self.origin, node), (HORIZON, None));
        self.edges.insert((node, self.origin), (HORIZON, None));
        node
    }

    /// Keeps the tightest edge between two nodes; of equal ones that of the first fact.
    fn tighten(&mut self, from: NodeIndex, to: NodeIndex, weight: i64, fact: Option<FactIdx>) {
        let edge = self.edges.entry((from, to)).or_insert((weight, fact));
        if (weight, fact) < *edge {
            *edge = (weight, fact);
        }
    }

    fn bounds(&self) -> Option<BTreeMap<Variable, Bounds>> {
        let ahead = bellman_ford(&self.graph, self.origin).ok()?.distances;
        let mut turned = self.graph.clone();
        turned.reverse();
        let back = bellman_ford(&turned, self.origin).ok()?.distances;
        let at = |(variable, node): (&Variable, &NodeIndex)| {
            let (last, first) = (ahead.get(node.index())?.0, -back.get(node.index())?.0);
            Some((*variable, Bounds { first, last }))
        };
        Some(self.nodes.iter().filter_map(at).collect())
    }
}
