//! What the leads of a story are about, as far as they share enough of it: leads that share something with one and
//! the same lead are of one thing, in whatever order the articles stand.

use crate::extract::Extraction;
use crate::fact::slot::Slot;
use crate::fact::{Article, Fact};
use crate::lexicon::Lexicon;
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::keys::NameKeys;
use crate::value::words::Name;
use petgraph::unionfind::UnionFind;
use std::collections::BTreeMap;

/// Puts one key in place of those that news of a story share.
pub(super) fn join(articles: &[Article], extractions: &mut [Extraction], lexicon: &Lexicon) {
    let is_news = |fact: &Fact| lexicon.kind(&fact.kind).is_some_and(|kind| kind.told == Telling::News);
    let mut ids: BTreeMap<(&str, String), usize> = BTreeMap::new();
    let mut leads: Vec<Vec<usize>> = Vec::new();
    let mut days: BTreeMap<(&str, String), BTreeMap<usize, usize>> = BTreeMap::new();
    for (number, (article, extraction)) in articles.iter().zip(&mut *extractions).enumerate() {
        for fact in extraction.facts.iter_mut().filter(|fact| is_news(fact)) {
            let day = fact.value.to_string();
            let Some(name) = about(fact) else { continue };
            let known = |key: &String| {
                let next = ids.len();
                *ids.entry((&article.story, key.clone())).or_insert(next)
            };
            let keys: Vec<usize> = name.keys.iter().map(known).collect();
            if let Some(first) = keys.first() {
                days.entry((&article.story, day)).or_default().entry(number).or_insert(*first);
            }
            leads.push(keys);
        }
    }
    let mut groups = UnionFind::new(ids.len());
    for lead in &leads {
        for pair in lead.windows(2) {
            groups.union(pair[0], pair[1]);
        }
    }
    for articles in days.into_values() {
        for ((left, one), (right, other)) in next_ones(&articles) {
            let topic = |number: usize| extractions.get(number).map(|extraction| &extraction.topic);
            if topic(left).zip(topic(right)).is_some_and(|(left, right)| left.is_near(right)) {
                groups.union(one, other);
            }
        }
    }
    let mut keys: BTreeMap<usize, &String> = BTreeMap::new();
    for ((_, key), id) in &ids {
        keys.entry(groups.find(*id)).or_insert(key);
    }
    for (article, extraction) in articles.iter().zip(extractions) {
        for fact in extraction.facts.iter_mut().filter(|fact| is_news(fact)) {
            let Some(name) = about(fact) else { continue };
            let first = name.keys.first().and_then(|key| ids.get(&(article.story.as_str(), key.clone())));
            if let Some(key) = first.and_then(|id| keys.get(&groups.find(*id))) {
                *name = Name { name: (*key).clone(), keys: NameKeys::from([(*key).clone()]) };
            }
        }
    }
}

/// With how many of the articles next to it that date their news to one day each is compared.
const NEXT: usize = 16;

/// Each article that dates its news to one day, with its key, and some of those next to it.
fn next_ones(articles: &BTreeMap<usize, usize>) -> impl Iterator<Item = ((usize, usize), (usize, usize))> {
    let all: Vec<(usize, usize)> = articles.iter().map(|(article, key)| (*article, *key)).collect();
    let each = |at: usize| {
        let next = all.get(at + 1..).unwrap_or_default().iter().take(NEXT);
        let own = all.get(at).copied();
        next.filter_map(|other| Some((own?, *other))).collect::<Vec<_>>()
    };
    (0..all.len()).flat_map(each).collect::<Vec<_>>().into_iter()
}

/// What a fact is about.
fn about(fact: &mut Fact) -> Option<&mut Name> {
    let value = fact.slots.get_mut(&Slot::What)?.values.first_mut()?;
    if let Value::Name(name) = value { Some(name) } else { None }
}
