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
mod gather;
mod given;
mod guard;
mod known;
mod met;
mod one;
mod ones;
mod shelf;
mod spread;
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
use crate::fact::{ArticleIdx, Fact};
use crate::graph::alike::asked::Asked;
use crate::graph::alike::befallen::Befallen;
use crate::graph::alike::counterpart::Pairings;
use crate::graph::alike::gather::As;
use crate::graph::alike::guard::Guard;
use crate::graph::alike::known::Claims;
use crate::graph::alike::ones::Ones;
use crate::graph::alike::shelf::Shared;
use crate::graph::alike::strangers::strangers;
use crate::graph::alike::weighed::{Pair, Weighed};
use crate::graph::question::{Link, Question};
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
    let shared = shelf::shared(figures, &claims, &story);
    let befallen = Befallen::new(figures, known, &claims);
    let guard = Guard { known, figures, claims: &claims, asked: &asked, answers };
    let ones = Ones::new(&guard, &befallen, &shared, &are_near);
    let (differing, weighed) = differing(&guard, &shared, &story, &are_near);
    let alike = ones.groups().into_iter().map(|members| (Link::Alike, As::Own, members));
    let counterparts = spread::all(figures, differing, &ones).into_iter().map(|(left, right)| {
        let days = figures.get(left).zip(figures.get(right));
        let are_days = days.is_some_and(|(left, right)| dates::are_days(left, right));
        (Link::Counterparts, if are_days { As::Day } else { As::Own }, vec![left, right])
    });
    let fates = befallen.spread(&ones).into_iter();
    let fates = fates.map(|(left, right)| (Link::Counterparts, As::Fate, vec![left, right]));
    let swapped = befallen.swapped(&story, &are_near).into_iter();
    let swapped = swapped.map(|(left, right)| (Link::Counterparts, As::Own, vec![left, right]));
    let fact = |(idx, told): (usize, As)| match told {
        As::Own => figures.get(idx).map(|figure| figure.fact.clone()),
        As::Day => figures.get(idx).map(|figure| dates::on_day(&figure.fact)),
        As::Fate => befallen.fact(idx),
    };
    let groups: Vec<_> = alike.chain(counterparts).chain(fates).chain(swapped).collect();
    let (facts, questions) = gather::gather(&groups, fact, known.facts.len(), &story);
    Answers { facts, questions, weighed }
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
