//! The graph itself: what states what, what it is about, what it answers; paths through it explain.

use crate::fact::{ArticleIdx, EventIdx, FactIdx};
use crate::graph::Knowledge;
use crate::graph::question::QuestionIdx;
use petgraph::algo::astar;
use petgraph::dot::{Config, Dot};
use petgraph::graph::{NodeIndex, UnGraph};
use std::collections::BTreeMap;

/// A node.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// An article.
    Article(ArticleIdx),
    /// A fact.
    Fact(FactIdx),
    /// An event.
    Event(EventIdx),
    /// A question.
    Question(QuestionIdx),
}

/// What joins two nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// An article states a fact.
    States,
    /// A fact is about an event.
    About,
    /// A fact answers a question.
    Answers,
}

impl Edge {
    /// Its name in graphs and explanations.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::States => "states",
            Self::About => "about",
            Self::Answers => "answers",
        }
    }
}

/// The knowledge graph.
#[derive(Debug)]
pub struct Network {
    graph: UnGraph<Node, Edge>,
    index: BTreeMap<Node, NodeIndex>,
}

impl Network {
    /// Builds the graph of everything known.
    #[must_use]
    pub fn new(knowledge: &Knowledge) -> Self {
        let mut network = Self { graph: UnGraph::default(), index: BTreeMap::new() };
        for (idx, fact) in knowledge.facts.iter().enumerate() {
            let fact_node = Node::Fact(FactIdx(idx));
            network.connect(Node::Article(fact.article), fact_node, Edge::States);
            if let Some(event) = fact.event {
                network.connect(fact_node, Node::Event(event), Edge::About);
            }
        }
        for (idx, question) in knowledge.questions.iter().enumerate() {
            for fact in question.classes.iter().flat_map(|class| class.facts.iter()) {
                network.connect(Node::Fact(*fact), Node::Question(QuestionIdx(idx)), Edge::Answers);
            }
        }
        network
    }

    /// The shortest path between two facts over a question, an event or an article, with its edges.
    #[must_use]
    pub fn path(&self, from: FactIdx, to: FactIdx) -> Option<Vec<Node>> {
        let (start, goal) = (*self.index.get(&Node::Fact(from))?, *self.index.get(&Node::Fact(to))?);
        let cost = |edge: petgraph::graph::EdgeReference<'_, Edge>| match edge.weight() {
            Edge::Answers => 1,
            Edge::About => 2,
            Edge::States => 4,
        };
        let (_, path) = astar(&self.graph, start, |node| node == goal, cost, |_| 0)?;
        Some(path.into_iter().filter_map(|node| self.graph.node_weight(node)).copied().collect())
    }

    /// The graph in the DOT language, with `label` naming the nodes.
    #[must_use]
    pub fn dot(&self, label: impl Fn(Node) -> String) -> String {
        let node =
            |_: &UnGraph<Node, Edge>, (_, node): (NodeIndex, &Node)| format!("label={:?}", label(*node));
        let edge = |_: &UnGraph<Node, Edge>, edge: petgraph::graph::EdgeReference<'_, Edge>| {
            format!("label={:?}", edge.weight().name())
        };
        format!(
            "{:?}",
            Dot::with_attr_getters(&self.graph, &[Config::NodeNoLabel, Config::EdgeNoLabel], &edge, &node)
        )
    }

    fn connect(&mut self, left: Node, right: Node, edge: Edge) {
        let (left, right) = (self.node(left), self.node(right));
        self.graph.add_edge(left, right, edge);
    }

    fn node(&mut self, node: Node) -> NodeIndex {
        let graph = &mut self.graph;
        *self.index.entry(node).or_insert_with(|| graph.add_node(node))
    }
}
