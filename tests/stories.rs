//! What the checker finds in stories of several articles: `tests/stories`, each with what its articles agree on, where
//! they contradict each other and which passages only look alike.
//!
//! The figures are a measure and no aim of single stories: a change that moves them is looked at and, where it is for
//! the better on the whole, accepted with `INSTA_UPDATE=always`.

mod gold;

use factcheck::fact::FactIdx;
use factcheck::finding::reason::Relation;
use factcheck::load::Options;
use factcheck::run::analyse::{Analysis, analyse};
use gold::{Gold, Pair, Words};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::io;
use std::iter::Sum;
use std::path::Path;

/// What was found of what could be.
#[derive(Clone, Copy, Debug, Default)]
struct Figures {
    stories: usize,
    /// Pairs of passages that contradict each other, and how many of them are told so.
    contradictions: (usize, usize),
    /// Contradictions told between two articles, and how many of them are right.
    told: (usize, usize),
    /// Pairs of passages that agree, and how many of them are told so and never else.
    agreements: (usize, usize),
    /// Pairs of passages that only look alike, and how many of them are told to contradict each other.
    traps: (usize, usize),
}

impl Sum for Figures {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        let add = |one: (usize, usize), other: (usize, usize)| (one.0 + other.0, one.1 + other.1);
        all.fold(Self::default(), |sum, own| Self {
            stories: sum.stories + own.stories,
            contradictions: add(sum.contradictions, own.contradictions),
            told: add(sum.told, own.told),
            agreements: add(sum.agreements, own.agreements),
            traps: add(sum.traps, own.traps),
        })
    }
}

/// Bytes of the stack of each thread.
const STACK: usize = 64 << 20;

#[test]
fn stories_give_what_they_gave() -> io::Result<()> {
    // An analysis that waits for its own articles takes over further stories meanwhile, one on top of the other.
    let _ = rayon::ThreadPoolBuilder::new().stack_size(STACK).build_global();
    let folders = gold::folders()?;
    let figures: Vec<(String, Figures)> =
        folders.par_iter().map(|folder| Ok((lot(folder), measure(folder)?))).collect::<io::Result<_>>()?;
    let mut lots: BTreeMap<String, Vec<Figures>> = BTreeMap::new();
    for (lot, figures) in figures {
        lots.entry(lot).or_default().push(figures);
        lots.entry("all".to_owned()).or_default().push(figures);
    }
    let mut table = String::new();
    for (lot, figures) in lots {
        let sum: Figures = figures.into_iter().sum();
        let (all, found) = sum.contradictions;
        let ((told, right), (agreements, agreed), (traps, fallen)) = (sum.told, sum.agreements, sum.traps);
        writeln!(
            table,
            "{lot:>3}: {} stories, {found} of {all} contradictions, {right} of {told} told are right, \
             {agreed} of {agreements} agreements, {fallen} of {traps} traps",
            sum.stories
        )
        .map_err(io::Error::other)?;
    }
    insta::assert_snapshot!(table);
    Ok(())
}

/// The lot of a story: what its name begins with.
fn lot(folder: &Path) -> String {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    name.split('-').next().unwrap_or_default().to_owned()
}

fn measure(folder: &Path) -> io::Result<Figures> {
    let gold = Gold::read(folder)?;
    let analysis = analyse(&gold::articles(folder)?, Options::default());
    let articles = &analysis.knowledge.articles;
    let told = told(&analysis);
    let relations = |pair: Pair<'_>| -> BTreeSet<Relation> {
        let of_pair =
            told.iter().flatten().filter(|(_, left, right)| gold::meet(pair, *left, *right, articles));
        of_pair.map(|(relation, ..)| *relation).collect()
    };
    let differ = gold.pairs(|relation| relation == "contradict");
    let agree = gold.pairs(|relation| matches!(relation, "agree" | "refine"));
    let traps = gold.traps();
    let is_told = |pair: &&Pair<'_>| relations(**pair).contains(&Relation::Contradict);
    let is_agreed = |pair: &&Pair<'_>| {
        let relations = relations(**pair);
        !relations.contains(&Relation::Contradict)
            && [Relation::Agree, Relation::Refine].iter().any(|relation| relations.contains(relation))
    };
    let contradicting = |of: &&Vec<(Relation, Words, Words)>| {
        of.first().is_some_and(|(relation, ..)| *relation == Relation::Contradict)
    };
    let is_right = |of: &&Vec<(Relation, Words, Words)>| {
        of.iter().any(|(_, left, right)| differ.iter().any(|pair| gold::meet(*pair, *left, *right, articles)))
    };
    let contradicting: Vec<_> = told.iter().filter(contradicting).collect();
    Ok(Figures {
        stories: 1,
        contradictions: (differ.len(), differ.iter().filter(is_told).count()),
        told: (contradicting.len(), contradicting.iter().copied().filter(|of| is_right(of)).count()),
        agreements: (agree.len(), agree.iter().filter(is_agreed).count()),
        traps: (traps.len(), traps.iter().filter(is_told).count()),
    })
}

/// What each verdict says of each two articles: the passages that it holds against each other.
fn told(analysis: &Analysis) -> Vec<Vec<(Relation, Words, Words)>> {
    let words = |idx: &FactIdx| {
        let fact = analysis.knowledge.fact(*idx)?;
        let words = (fact.article, fact.evidence.first()?.span?);
        (!gold::is_heading(words, &analysis.knowledge.articles)).then_some(words)
    };
    let mut told = Vec::new();
    for verdict in &analysis.verdicts {
        let mut by_articles: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for left in verdict.left.iter().filter_map(words) {
            for right in verdict.right.iter().filter_map(words).filter(|right| right.0 != left.0) {
                let articles = (left.0.min(right.0), left.0.max(right.0));
                by_articles.entry(articles).or_default().push((verdict.relation, left, right));
            }
        }
        told.extend(by_articles.into_values());
    }
    told
}
