//! Figures that several articles give in like words: questions without a kind of their own. Equal ones agree;
//! ones that differ contradict each other only where they are plainly counterparts.

mod apart;
mod asked;
mod befallen;
mod clock;
mod clues;
mod counterpart;
mod crowd;
mod dates;
mod given;
mod guard;
mod known;
mod met;
mod one;
mod shelf;
mod strangers;

/// Numbers of which one is a slip of the pen for the other.
pub mod slip;
/// The figures that differ, weighed.
pub mod weighed;
/// What speaks for two figures being two tellings of one.
pub mod weights;
/// In which words figures are told.
pub mod wording;

use crate::extract::figure::Figure;
use crate::extract::kind::tells_what_befell;
use crate::fact::{ArticleIdx, Fact, FactIdx};
use crate::graph::alike::asked::Asked;
use crate::graph::alike::befallen::Befallen;
use crate::graph::alike::counterpart::Pairings;
use crate::graph::alike::given::Given;
use crate::graph::alike::guard::Guard;
use crate::graph::alike::known::Claims;
use crate::graph::alike::shelf::Shared;
use crate::graph::alike::strangers::strangers;
use crate::graph::alike::weighed::{Pair, Weighed};
use crate::graph::question::{Class, Link, Question};
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::compare::{Comparison, compare};
use petgraph::unionfind::UnionFind;
use std::collections::{BTreeMap, BTreeSet};

pub use known::Known;

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

/// The facts of figures that another article of the story gives as well, or contradicts, and the questions that
/// they answer.
#[must_use]
pub fn questions(
    figures: &[Figure],
    known: &Known<'_>,
    story: impl Fn(&Fact) -> String,
    are_near: impl Fn(ArticleIdx, ArticleIdx) -> bool,
) -> Answers {
    let claims = known.claims();
    let mut answers: BTreeMap<ArticleIdx, BTreeSet<&str>> = BTreeMap::new();
    for ((article, _), claims) in &claims {
        answers.entry(*article).or_default().extend(&claims.kinds);
    }
    let claims: Vec<Option<&Claims<'_>>> =
        figures.iter().map(|figure| figure.fact.anchor().and_then(|anchor| claims.get(&anchor))).collect();
    let asked = Asked::new(known);
    let pair = |left: usize, right: usize| figures.get(left).zip(figures.get(right));
    let shared = shelf::shared(figures, &claims, &story);
    let mut groups = UnionFind::new(figures.len());
    let mut same = Same { near: UnionFind::new(figures.len()), equal: UnionFind::new(figures.len()) };
    let mut paired = BTreeSet::new();
    let befallen = Befallen::new(figures, known, &claims);
    let mut fates = Vec::new();
    for ((left, right), likeness) in &shared {
        let Some((one, other)) = pair(*left, *right) else { continue };
        if !are_near(one.fact.article, other.fact.article) || !one::is_one(one, other, *likeness) {
            continue;
        }
        let claim = |idx: usize| claims.get(idx).copied().flatten();
        if claim(*left).zip(claim(*right)).is_some_and(|(one, other)| befell_two(known, one, other)) {
            fates.extend(befallen.are_two(*left, *right, *likeness).then_some((*left, *right)));
            continue;
        }
        let comparison = compare(&one.fact.value, &other.fact.value);
        // What lies in a bound is not what the bound was told of: 124 against "as many as 143".
        let is_in_bound = matches!(comparison, Comparison::Within(_) | Comparison::Overlaps)
            && (is_bound(&one.fact.value) || is_bound(&other.fact.value));
        if !is_in_bound {
            same.near.union(*left, *right);
        }
        if comparison == Comparison::Equal {
            same.equal.union(*left, *right);
        }
        if !asked.compares(one, other) && !one.is_any_deed {
            groups.union(*left, *right);
            paired.extend([*left, *right]);
        }
    }
    join_choices(figures, &mut same.near);
    join_choices(figures, &mut same.equal);
    let guard = Guard { known, figures, claims: &claims, asked: &asked, answers };
    let (differing, weighed) = differing(&guard, &shared, &story, are_near);
    let counterparts = once(figures, spread(figures, differing, &same));
    let alike = members(paired, &groups).into_values().map(|members| (Link::Alike, As::Own, members));
    let counterparts = counterparts.into_iter().map(|(left, right)| {
        let are_days = pair(left, right).is_some_and(|(left, right)| dates::are_days(left, right));
        (Link::Counterparts, if are_days { As::Day } else { As::Own }, vec![left, right])
    });
    let fates = befallen.spread(&fates, |idx| same.near.find(idx));
    let fates = fates.into_iter().map(|(left, right)| (Link::Counterparts, As::Fate, vec![left, right]));
    let fact = |(idx, told): (usize, As)| match told {
        As::Own => figures.get(idx).map(|figure| figure.fact.clone()),
        As::Day => figures.get(idx).map(|figure| dates::on_day(&figure.fact)),
        As::Fate => befallen.fact(idx),
    };
    let groups: Vec<_> = alike.chain(counterparts).chain(fates).collect();
    let (facts, questions) = gather(&groups, fact, known.facts.len(), &story);
    Answers { facts, questions, weighed }
}

/// Whether two things befell those whom two figures count: four who were killed are no four who were wounded.
fn befell_two(known: &Known<'_>, left: &Claims<'_>, right: &Claims<'_>) -> bool {
    let tells = |kind: &&&str| known.lexicon.kind(kind).is_some_and(tells_what_befell);
    left.kinds.is_disjoint(&right.kinds)
        && left.kinds.iter().any(|kind| tells(&kind))
        && right.kinds.iter().any(|kind| tells(&kind))
}

/// Whether an amount is told by what it is not more or less than.
fn is_bound(value: &Value) -> bool {
    let Value::Amount(amount) = value else { return false };
    match amount.form {
        Form::Over(_) | Form::AtLeast(_) | Form::Under(_) | Form::AtMost(_) | Form::Nearly(_) => true,
        Form::Exactly(_) | Form::About(_) | Form::Range(..) | Form::Choice(_) => false,
    }
}

/// The figures of near articles that differ and are two tellings of one, and all that were weighed.
fn differing(
    guard: &Guard<'_, '_>,
    shared: &Shared,
    story: impl Fn(&Fact) -> String,
    is_near: impl Fn(ArticleIdx, ArticleIdx) -> bool,
) -> (Vec<(usize, usize)>, Weighed) {
    let (figures, known) = (guard.figures, guard.known);
    let are_near = |left: usize, right: usize| {
        let both = figures.get(left).zip(figures.get(right));
        both.is_some_and(|(one, other)| is_near(one.fact.article, other.fact.article))
    };
    let strangers = strangers(figures, shared, &story, &is_near);
    let pairings = Pairings::new(figures, shared, &strangers, known);
    let mut weighed = Vec::new();
    let mut differing = Vec::new();
    let dates = dates::weigh(guard, &story, &is_near);
    for pair in counterpart::weigh(&pairings, guard, are_near).into_iter().chain(dates) {
        if pair.stop.is_none() {
            differing.push((pair.left, pair.right));
        }
        weighed.extend(Pair::new(figures, pair));
    }
    let published = |article: ArticleIdx| known.articles.get(article.0)?.written().copied();
    let is_open = |(left, right): &(usize, usize)| {
        are_near(*left, *right) && guard.may_differ(*left, *right) && guard.are_free(*left, *right)
    };
    differing.extend(clock::pairs(figures, &story, published).into_iter().filter(is_open));
    (differing, Weighed::new(weighed))
}

/// What figures answer.
#[derive(Debug, Default)]
pub struct Answers {
    /// Those that another article gives as well, or contradicts, as facts.
    pub facts: Vec<Fact>,
    /// The questions that they answer.
    pub questions: Vec<Question>,
    /// Those that differ, weighed.
    pub weighed: Weighed,
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
                && (dates::are_days(left, right)
                    || (compare(&left.fact.value, &right.fact.value) == Comparison::Disjoint
                        && clock::are_exact(left, right)))
        })
    };
    // Whoever gives both knows of two things.
    let stands = |left: usize, right: usize| articles(left).is_disjoint(&articles(right));
    let direct: BTreeSet<(usize, usize)> =
        pairs.into_iter().filter(|(left, right)| stands(*left, *right)).collect();
    // An article that gives what the other one says knows of both.
    let given = Given::new(figures);
    let knows = |left: usize, right: usize| {
        figures.get(left).zip(figures.get(right)).is_some_and(|(one, other)| {
            let is_rank = one.sort == ValueType::Ordinal;
            (!is_rank && given.is_given((left, one), (right, other))) || dates::are_across(one, other)
        })
    };
    let is_carried =
        |left: usize, right: usize| differ(left, right) && stands(left, right) && !knows(left, right);
    let all = direct.iter().flat_map(|(left, right)| {
        class(*left).iter().flat_map(move |left| class(*right).iter().map(move |right| (*left, *right)))
    });
    all.filter(|pair| direct.contains(pair) || is_carried(pair.0, pair.1))
        .map(|(left, right)| (left.min(right), left.max(right)))
        .collect()
}

/// Keeps of what two words tell against each other one pair, of whatever things they tell it.
fn once(figures: &[Figure], pairs: BTreeSet<(usize, usize)>) -> BTreeSet<(usize, usize)> {
    let mut told = BTreeSet::new();
    let words = |idx: usize| {
        let figure = figures.get(idx)?;
        Some((figure.fact.article, &figure.fact.kind, figure.own.start, figure.own.end))
    };
    let is_state = |idx: usize| figures.get(idx).is_some_and(|figure| figure.sort == ValueType::State);
    let is_new = |pair: &(usize, usize)| !is_state(pair.0) || told.insert((words(pair.0), words(pair.1)));
    pairs.into_iter().filter(is_new).collect()
}

/// As what a figure is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum As {
    /// As what it is.
    Own,
    /// As its day, whatever the hour.
    Day,
    /// As what befell those whom it counts.
    Fate,
}

/// The facts of the groups of figures, numbered from `offset` on, and their questions.
fn gather(
    groups: &[(Link, As, Vec<usize>)],
    fact: impl Fn((usize, As)) -> Option<Fact>,
    offset: usize,
    story: impl Fn(&Fact) -> String,
) -> (Vec<Fact>, Vec<Question>) {
    let members = groups.iter().flat_map(|(_, told, group)| group.iter().map(|idx| (*idx, *told)));
    let kept: BTreeMap<(usize, As), Fact> =
        members.filter_map(|member| Some((member, fact(member)?))).collect();
    let at: BTreeMap<(usize, As), usize> =
        kept.keys().enumerate().map(|(at, member)| (*member, at)).collect();
    let facts: Vec<Fact> = kept.into_values().collect();
    let mut questions = Vec::new();
    for (link, told, group) in groups {
        let members: Vec<usize> = group.iter().filter_map(|idx| at.get(&(*idx, *told)).copied()).collect();
        let Some(first) = members.first().and_then(|idx| facts.get(*idx)) else { continue };
        let mut question = Question {
            story: story(first),
            kind: first.kind.clone(),
            link: *link,
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
    let is_same = |class: &&mut Class| {
        class.stance == fact.stance && compare(&class.value, &fact.value) == Comparison::Equal
    };
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
