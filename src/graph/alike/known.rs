//! What is known of articles and facts without their figures.

use crate::extract::figure::Figure;
use crate::extract::naming::Naming;
use crate::fact::unify;
use crate::fact::{Article, ArticleIdx, Fact};
use crate::graph::decision;
use crate::graph::neighbours::Neighbourhood;
use crate::graph::question::Question;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::answers::Evolution;
use crate::value::Value;
use crate::value::place::Place;
use crate::value::words::Name;
use std::collections::{BTreeMap, BTreeSet};

/// Which articles and facts were compared without these figures.
#[derive(Debug)]
pub struct Known<'k> {
    /// All facts.
    pub(in crate::graph) facts: &'k [Fact],
    /// The questions that they answer.
    pub(in crate::graph) questions: &'k [Question],
    /// All articles.
    pub(in crate::graph) articles: &'k [Article],
    /// The known places that each article names.
    pub(in crate::graph) places: &'k [Vec<Place>],
    /// All names.
    pub(in crate::graph) namings: &'k [Naming],
    /// Which articles may tell of one thing.
    pub(in crate::graph) neighbourhood: &'k Neighbourhood,
    /// All data.
    pub(in crate::graph) lexicon: &'k Lexicon,
}

impl<'k> Known<'k> {
    /// Whether two figures give states that can hold together.
    pub(super) fn can_both_hold(&self, left: &Figure, right: &Figure) -> bool {
        let (Value::State(one), Value::State(other)) = (&left.fact.value, &right.fact.value) else {
            return false;
        };
        self.lexicon.kind(&left.fact.kind).is_some_and(|kind| kind.can_both_hold(one, other))
    }

    /// Whether two figures name people of whom one may be the other: in whole, or by a word of their names.
    pub(super) fn may_be_one_person(&self, left: &Figure, right: &Figure) -> bool {
        let (Value::Name(one), Value::Name(other)) = (&left.fact.value, &right.fact.value) else {
            return false;
        };
        let is_same = |one: &str, other: &str| self.lexicon.is_same_name(one, other).same;
        let shares = || {
            one.name
                .split_whitespace()
                .any(|one| other.name.split_whitespace().any(|other| is_same(one, other)))
        };
        is_same(&one.name, &other.name) || shares()
    }

    /// Whether an article names a place, however it spells it.
    fn names(&self, article: ArticleIdx, place: &Place) -> bool {
        let known = self.places.get(article.0).map(Vec::as_slice).unwrap_or_default();
        let first = self.namings.partition_point(|naming| naming.article < article);
        let own = self.namings.get(first..).unwrap_or_default().iter();
        let mut own = own.take_while(|naming| naming.article == article);
        known.iter().any(|known| known.id == place.id)
            || own.any(|naming| self.lexicon.is_same_name(&naming.name.name, &place.name).same)
    }

    /// Whether one of two articles names the place that the other one gives, so that it knows of both.
    pub(super) fn knows_both(&self, left: &Figure, right: &Figure) -> bool {
        let (Value::Place(one), Value::Place(other)) = (&left.fact.value, &right.fact.value) else {
            return false;
        };
        // Of places that no list knows one may be the other in another script.
        let is_across = left.head.map(|head| head.language) != right.head.map(|head| head.language);
        let is_open = is_across && !(one.is_listed() && other.is_listed());
        is_open || self.names(left.fact.article, other) || self.names(right.fact.article, one)
    }

    /// Whether the clauses of two figures name people of whom none may be the other's: each lost weight of his own.
    pub(super) fn are_of_two_people(&self, left: &Figure, right: &Figure) -> bool {
        let may_be_one = |one: &Name, other: &Name| decision::are_one(one, other, self.lexicon);
        !left.people.is_empty()
            && !right.people.is_empty()
            && left.people.iter().all(|one| right.people.iter().all(|other| !may_be_one(one, other)))
    }

    /// How kinds of their own claim the values of the texts, by article and last byte.
    pub(super) fn claims(&self) -> BTreeMap<(ArticleIdx, usize), Claims<'k>> {
        let mut claims: BTreeMap<_, Claims<'k>> = BTreeMap::new();
        for fact in self.facts {
            let kind = self.lexicon.kind(&fact.kind);
            if let Some((anchor, kind)) = fact.anchor().zip(kind) {
                let claims = claims.entry(anchor).or_default();
                claims.evolves |= kind.evolves != Evolution::Fixed;
                if kind.asks_for_one_thing() {
                    claims.kinds.insert(&fact.kind);
                    claims.facts.push(fact);
                }
            }
        }
        claims
    }
}

/// How kinds claim a value.
#[derive(Debug, Default)]
pub(super) struct Claims<'k> {
    /// Whether the answers of one of them evolve: two of them are mostly two stages.
    pub(super) evolves: bool,
    /// The kinds that ask for one thing.
    pub(super) kinds: BTreeSet<&'k str>,
    /// What these kinds make of it.
    pub(super) facts: Vec<&'k Fact>,
}

impl Claims<'_> {
    /// Whether kinds of their own claim both values and keep them apart: by asking for two things, or by what
    /// they are of.
    pub(super) fn are_apart(&self, other: &Self) -> bool {
        let is_one = |left: &&Fact| {
            other
                .facts
                .iter()
                .any(|right| left.kind == right.kind && unify::conflict(&left.slots, &right.slots).is_none())
        };
        !self.facts.is_empty() && !other.facts.is_empty() && !self.facts.iter().any(is_one)
    }
}
