//! Origins: articles that share long runs of words outside quotes are copies of one text.
//!
//! Shared shingles count (Broder, "On the resemblance and containment of documents", 1997): an article that
//! has two fifths of its shingles in common with another is of the same origin.

use crate::fact::Article;
use crate::text::hash;
use crate::text::token::TokenKind;
use petgraph::unionfind::UnionFind;
use std::collections::BTreeMap;

/// Words of a shingle.
const SHINGLE: usize = 8;

/// Share of the shorter article's shingles that makes two articles copies.
const SHARED: (usize, usize) = (2, 5);

/// Articles that one shingle may stand in before it counts as a set phrase.
const COMMON: usize = 50;

/// For each article the number of its origin, from 1 in the order of the articles.
#[must_use]
pub fn origins(articles: &[Article]) -> Vec<usize> {
    let shingles: Vec<Vec<u64>> = articles.iter().map(shingles).collect();
    let mut holders: Vec<(u64, usize)> = Vec::with_capacity(shingles.iter().map(Vec::len).sum());
    for (article, held) in shingles.iter().enumerate() {
        holders.extend(held.iter().map(|shingle| (*shingle, article)));
    }
    holders.sort_unstable();
    let mut shared: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    let holders = holders.chunk_by(|one, other| one.0 == other.0);
    for holders in holders.filter(|holders| (2..=COMMON).contains(&holders.len())) {
        for (idx, (_, left)) in holders.iter().enumerate() {
            for (_, right) in &holders[idx + 1..] {
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

/// The shingles of an article's body, each once, in order.
fn shingles(article: &Article) -> Vec<u64> {
    let Some(text) = article.text.as_deref() else { return Vec::new() };
    let body = text
        .tokens()
        .iter()
        .filter(|token| token.span.start >= article.body && token.kind != TokenKind::Sign);
    let words: Vec<u64> = body.map(|token| hash::of(text.normal(token))).collect();
    let mut shingles: Vec<u64> = words.windows(SHINGLE).map(hash::of).collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}
