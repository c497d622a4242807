//! Figures that several articles give in like words: questions without a kind of their own. Equal ones agree;
//! ones that differ contradict each other only where they are plainly counterparts.

mod apart;
mod asked;
mod clock;
mod counterpart;
mod one;
mod shelf;
mod slip;

use crate::extract::figure::Figure;
use crate::extract::naming::Naming;
use crate::fact::unify;
use crate::fact::{Article, ArticleIdx, Fact, FactIdx};
use crate::graph::alike::asked::Asked;
use crate::graph::alike::counterpart::Pairings;
use crate::graph::question::{Class, Link, Question};
use crate::lexicon::Lexicon;
use crate::lexicon::schema::answers::Evolution;
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::compare::{Comparison, compare};
use crate::value::place::Place;
use crate::value::words::Name;
use petgraph::unionfind::UnionFind;
use std::collections::{BTreeMap, BTreeSet};

/// Whether two articles may tell of one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nearness {
    /// They tell of two.
    Apart,
    /// They may, and lie in a story of many matters.
    Heaped,
    /// They may.
    Near,
}

/// The odd values of articles: two articles that share several of them tell of one thing, whatever their words.
#[derive(Clone, Debug, Default)]
pub struct Odd(BTreeMap<ArticleIdx, Vec<u64>>);

/// How many odd values two articles share at least that tell of one thing.
const ODD: usize = 2;

impl Odd {
    /// The odd values of figures.
    #[must_use]
    pub fn new(figures: &[Figure]) -> Self {
        let sorted = |(article, odd): (ArticleIdx, BTreeSet<u64>)| (article, odd.into_iter().collect());
        Self(shelf::odd_values(figures).into_iter().map(sorted).collect())
    }

    /// Whether two articles share several.
    #[must_use]
    pub fn bring_together(&self, left: ArticleIdx, right: ArticleIdx) -> bool {
        let both = self.0.get(&left).zip(self.0.get(&right));
        both.is_some_and(|(left, right)| {
            let (fewer, more) = if left.len() <= right.len() { (left, right) } else { (right, left) };
            fewer.iter().filter(|odd| more.binary_search(odd).is_ok()).nth(ODD - 1).is_some()
        })
    }
}

/// Which articles and facts were compared without these figures.
#[derive(Debug)]
pub struct Known<'k> {
    facts: &'k [Fact],
    questions: &'k [Question],
    articles: &'k [Article],
    /// The known places that each article names.
    places: &'k [Vec<Place>],
    /// All names.
    namings: &'k [Naming],
    lexicon: &'k Lexicon,
}

impl<'k> Known<'k> {
    /// What is known of facts and their questions.
    #[must_use]
    pub const fn new(
        facts: &'k [Fact],
        questions: &'k [Question],
        articles: &'k [Article],
        places: &'k [Vec<Place>],
        namings: &'k [Naming],
        lexicon: &'k Lexicon,
    ) -> Self {
        Self { facts, questions, articles, places, namings, lexicon }
    }

    /// Whether two figures give states that can hold together.
    fn can_both_hold(&self, left: &Figure, right: &Figure) -> bool {
        let (Value::State(one), Value::State(other)) = (&left.fact.value, &right.fact.value) else {
            return false;
        };
        self.lexicon.kind(&left.fact.kind).is_some_and(|kind| kind.can_both_hold(one, other))
    }

    /// Whether two figures name people of whom one may be the other: in whole, or by a word of their names.
    fn may_be_one_person(&self, left: &Figure, right: &Figure) -> bool {
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
    fn knows_both(&self, left: &Figure, right: &Figure) -> bool {
        let (Value::Place(one), Value::Place(other)) = (&left.fact.value, &right.fact.value) else {
            return false;
        };
        // Of places that no list knows one may be the other in another script.
        let is_across = left.head.map(|head| head.language) != right.head.map(|head| head.language);
        let is_open = is_across && !(one.is_listed() && other.is_listed());
        is_open || self.names(left.fact.article, other) || self.names(right.fact.article, one)
    }

    /// Whether the clauses of two figures name people of whom none may be the other's: each lost weight of his own.
    fn are_of_two_people(&self, left: &Figure, right: &Figure) -> bool {
        let may_be_one = |one: &Name, other: &Name| {
            !one.keys.is_disjoint(&other.keys) || self.lexicon.is_same_name(&one.name, &other.name).same
        };
        !left.people.is_empty()
            && !right.people.is_empty()
            && left.people.iter().all(|one| right.people.iter().all(|other| !may_be_one(one, other)))
    }

    /// How kinds of their own claim the values of the texts, by article and last byte.
    fn claims(&self) -> BTreeMap<(ArticleIdx, usize), Claims<'k>> {
        let mut claims: BTreeMap<_, Claims<'k>> = BTreeMap::new();
        for fact in self.facts {
            let kind = self.lexicon.kind(&fact.kind);
            if let Some((place, kind)) = place(fact).zip(kind) {
                let claims = claims.entry(place).or_default();
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
struct Claims<'k> {
    /// Whether the answers of one of them evolve: two of them are mostly two stages.
    evolves: bool,
    /// The kinds that ask for one thing.
    kinds: BTreeSet<&'k str>,
    /// What these kinds make of it.
    facts: Vec<&'k Fact>,
}

impl Claims<'_> {
    /// Whether kinds of their own claim both values and keep them apart: by asking for two things, or by what
    /// they are of.
    fn are_apart(&self, other: &Self) -> bool {
        let is_one = |left: &&Fact| {
            other
                .facts
                .iter()
                .any(|right| left.kind == right.kind && unify::conflict(&left.slots, &right.slots).is_none())
        };
        !self.facts.is_empty() && !other.facts.is_empty() && !self.facts.iter().any(is_one)
    }
}

/// The article and last byte of a fact's words.
fn place(fact: &Fact) -> Option<(ArticleIdx, usize)> {
    let span = fact.evidence.first()?.span?;
    Some((fact.article, span.end))
}

/// The facts of figures that another article of the story gives as well, or contradicts, and the questions that
/// they answer.
#[must_use]
pub fn questions(
    figures: &[Figure],
    known: &Known<'_>,
    story: impl Fn(&Fact) -> String,
    nearness: impl Fn(ArticleIdx, ArticleIdx) -> Nearness,
) -> (Vec<Fact>, Vec<Question>) {
    let claims = known.claims();
    let claims: Vec<Option<&Claims<'_>>> =
        figures.iter().map(|figure| place(&figure.fact).and_then(|place| claims.get(&place))).collect();
    let asked = Asked::new(known);
    let pair = |left: usize, right: usize| figures.get(left).zip(figures.get(right));
    let shared = shelf::shared(figures, &claims, &story);
    let mut groups = UnionFind::new(figures.len());
    let mut same = Same { near: UnionFind::new(figures.len()), equal: UnionFind::new(figures.len()) };
    let mut paired = BTreeSet::new();
    for ((left, right), likeness) in &shared {
        let Some((one, other)) = pair(*left, *right) else { continue };
        let nearness = nearness(one.fact.article, other.fact.article);
        let is_one = || one::is_one(one, other, *likeness, nearness == Nearness::Heaped);
        if nearness == Nearness::Apart || !is_one() {
            continue;
        }
        same.near.union(*left, *right);
        if compare(&one.fact.value, &other.fact.value) == Comparison::Equal {
            same.equal.union(*left, *right);
        }
        if !asked.compares(one, other) && !one.is_any_deed {
            groups.union(*left, *right);
            paired.extend([*left, *right]);
        }
    }
    join_choices(figures, &mut same.near);
    join_choices(figures, &mut same.equal);
    let may_differ = |(left, right): &(usize, usize)| {
        let of = |idx: usize| claims.get(idx).copied().flatten();
        let (one, other) = (of(*left), of(*right));
        let evolves = [one, other].into_iter().flatten().any(|claims| claims.evolves);
        let apart = one.zip(other).is_some_and(|(one, other)| one.are_apart(other));
        pair(*left, *right).is_some_and(|(one, other)| {
            nearness(one.fact.article, other.fact.article) == Nearness::Near
                && !evolves
                && (!apart || asked.brings_together(one, other))
                && !known.knows_both(one, other)
                && !known.are_of_two_people(one, other)
                && !known.can_both_hold(one, other)
                && !known.may_be_one_person(one, other)
        })
    };
    let published = |article: ArticleIdx| known.articles.get(article.0).and_then(|article| article.published);
    let counterparts = counterpart::pairs(&Pairings::new(figures, &shared, known.places));
    let clocks = clock::pairs(figures, &story, published);
    let counterparts = counterparts.into_iter().chain(clocks).filter(may_differ).collect();
    let counterparts = once(figures, spread(figures, counterparts, &same));
    let groups = members(paired, &groups).into_values().map(|members| (Link::Alike, members));
    let groups =
        groups.chain(counterparts.into_iter().map(|(left, right)| (Link::Counterparts, vec![left, right])));
    gather(figures, groups.collect(), known.facts.len(), &story)
}

/// Some figures by the group that each is in.
fn members(paired: BTreeSet<usize>, groups: &UnionFind<usize>) -> BTreeMap<usize, Vec<usize>> {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for idx in paired {
        members.entry(groups.find(idx)).or_default().push(idx);
    }
    members
}

/// Joins what one article says twice of words that exclude one another.
fn join_choices(figures: &[Figure], same: &mut UnionFind<usize>) {
    let mut first: BTreeMap<_, usize> = BTreeMap::new();
    for (idx, figure) in figures.iter().enumerate() {
        if let Value::State(state) = &figure.fact.value {
            let said = (figure.fact.article, &figure.fact.kind, figure.head.map(|head| head.key), state);
            same.union(*first.entry(said).or_insert(idx), idx);
        }
    }
}

/// Which figures are one: those whose values are equal, and those that one of them rounds or bounds as well.
struct Same {
    near: UnionFind<usize>,
    equal: UnionFind<usize>,
}

/// The members of each class of some figures.
fn classes(figures: &[Figure], same: &UnionFind<usize>) -> BTreeMap<usize, Vec<usize>> {
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for idx in 0..figures.len() {
        members.entry(same.find(idx)).or_default().push(idx);
    }
    members
}

/// What contradicts one figure contradicts whatever is one with it.
fn spread(figures: &[Figure], pairs: Vec<(usize, usize)>, same: &Same) -> BTreeSet<(usize, usize)> {
    let (near, equal) = (classes(figures, &same.near), classes(figures, &same.equal));
    let class = |idx: usize| near.get(&same.near.find(idx)).map(Vec::as_slice).unwrap_or_default();
    let articles = |idx: usize| -> BTreeSet<ArticleIdx> {
        let class = equal.get(&same.equal.find(idx)).map(Vec::as_slice).unwrap_or_default();
        class.iter().filter_map(|idx| figures.get(*idx)).map(|figure| figure.fact.article).collect()
    };
    let differ = |left: usize, right: usize| {
        figures.get(left).zip(figures.get(right)).is_some_and(|(left, right)| {
            left.fact.article != right.fact.article
                && apart::are_on_one_footing(left, right)
                && compare(&left.fact.value, &right.fact.value) == Comparison::Disjoint
                && clock::are_exact(left, right)
        })
    };
    // Whoever gives both knows of two things.
    let stands = |left: usize, right: usize| articles(left).is_disjoint(&articles(right));
    let direct: BTreeSet<(usize, usize)> =
        pairs.into_iter().filter(|(left, right)| stands(*left, *right)).collect();
    let all = direct.iter().flat_map(|(left, right)| {
        class(*left).iter().flat_map(move |left| class(*right).iter().map(move |right| (*left, *right)))
    });
    all.filter(|pair| direct.contains(pair) || differ(pair.0, pair.1))
        .map(|(left, right)| (left.min(right), left.max(right)))
        .collect()
}

/// Keeps of what two words tell against each other one pair, of whatever things they tell it.
fn once(figures: &[Figure], pairs: BTreeSet<(usize, usize)>) -> BTreeSet<(usize, usize)> {
    let mut told = BTreeSet::new();
    let place = |idx: usize| {
        let figure = figures.get(idx)?;
        Some((figure.fact.article, &figure.fact.kind, figure.own.start, figure.own.end))
    };
    let is_state = |idx: usize| figures.get(idx).is_some_and(|figure| figure.sort == ValueType::State);
    let is_new = |pair: &(usize, usize)| !is_state(pair.0) || told.insert((place(pair.0), place(pair.1)));
    pairs.into_iter().filter(is_new).collect()
}

/// The facts of the groups, numbered from `offset` on, and their questions.
fn gather(
    figures: &[Figure],
    groups: Vec<(Link, Vec<usize>)>,
    offset: usize,
    story: impl Fn(&Fact) -> String,
) -> (Vec<Fact>, Vec<Question>) {
    let kept: BTreeSet<usize> = groups.iter().flat_map(|(_, group)| group).copied().collect();
    let at: BTreeMap<usize, usize> = kept.iter().enumerate().map(|(at, idx)| (*idx, at)).collect();
    let facts: Vec<Fact> =
        kept.iter().filter_map(|idx| figures.get(*idx)).map(|figure| figure.fact.clone()).collect();
    let mut questions = Vec::new();
    for (link, group) in groups {
        let members: Vec<usize> = group.iter().filter_map(|idx| at.get(idx).copied()).collect();
        let Some(first) = members.first().and_then(|idx| facts.get(*idx)) else { continue };
        let mut question = Question {
            story: story(first),
            kind: first.kind.clone(),
            link,
            slots: BTreeMap::new(),
            classes: Vec::new(),
        };
        for idx in members {
            if let Some(fact) = facts.get(idx) {
                put(&mut question.classes, fact, FactIdx(offset + idx));
            }
        }
        questions.push(question);
    }
    (facts, questions)
}

fn put(classes: &mut Vec<Class>, fact: &Fact, idx: FactIdx) {
    let is_same = |class: &&mut Class| compare(&class.value, &fact.value) == Comparison::Equal;
    match classes.iter_mut().find(is_same) {
        Some(class) => class.facts.push(idx),
        None => classes.push(Class {
            value: fact.value.clone(),
            stance: fact.stance,
            modality: fact.modality,
            facts: vec![idx],
        }),
    }
}
