//! Origins: articles that share long runs of words outside quotes are copies of one text.
//!
//! Shared shingles count (Broder, "On the resemblance and containment of documents", 1997): an article that
//! has two fifths of its shingles in common with another is of the same origin.

use crate::fact::Article;
use crate::text::token::TokenKind;
use petgraph::unionfind::UnionFind;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};

/// Words of a shingle.
const SHINGLE: usize = 8;

/// Share of the shorter article's shingles that makes two articles copies.
const SHARED: (usize, usize) = (2, 5);

/// Articles that one shingle may stand in before it counts as a set phrase.
const COMMON: usize = 50;

/// For each article the number of its origin, from 1 in the order of the articles.
#[must_use]
pub fn origins(articles: &[Article]) -> Vec<usize> {
    let shingles: Vec<BTreeSet<u64>> = articles.iter().map(shingles).collect();
    let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (article, set) in shingles.iter().enumerate() {
        for shingle in set {
            holders.entry(*shingle).or_default().push(article);
        }
    }
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for holders in holders.values().filter(|holders| (2..=COMMON).contains(&holders.len())) {
        for (idx, left) in holders.iter().enumerate() {
            for right in &holders[idx + 1..] {
                *shared.entry((*left, *right)).or_default() += 1;
            }
        }
    }
    let mut sets = UnionFind::<usize>::new(articles.len());
    for ((left, right), count) in shared {
        let shorter = shingles[left].len().min(shingles[right].len());
        if count * SHARED.1 >= shorter * SHARED.0 {
            sets.union(left, right);
        }
    }
    number(&sets, articles.len())
}

fn number(sets: &UnionFind<usize>, count: usize) -> Vec<usize> {
    let mut numbers: BTreeMap<usize, usize> = BTreeMap::new();
    (0..count)
        .map(|article| {
            let next = numbers.len() + 1;
            *numbers.entry(sets.find(article)).or_insert(next)
        })
        .collect()
}

fn shingles(article: &Article) -> BTreeSet<u64> {
    let Some(text) = article.text.as_deref() else { return BTreeSet::new() };
    let body = text
        .tokens()
        .iter()
        .filter(|token| token.span.start >= article.body && token.kind != TokenKind::Sign);
    let words: Vec<&str> = body.map(|token| text.normal(token)).collect();
    words.windows(SHINGLE).map(hash).collect()
}

fn hash(words: &[&str]) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    words.hash(&mut hasher);
    hasher.finish()
}
