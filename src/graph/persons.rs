//! One person, one key: names in full that one story spells in two scripts.
//!
//! Names meet by the sound that they begin with, so that each is compared with few.

use crate::extract::Extraction;
use crate::fact::slot::Slot;
use crate::fact::{Article, Fact, SlotValue};
use crate::graph::decision;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::telling::Telling;
use crate::lexicon::spelling::Prepared;
use crate::value::Value;
use crate::value::words::Name;
use petgraph::unionfind::UnionFind;
use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

/// Most names of one sound in a story and a script that are compared with those of another script.
const SHELF: usize = 64;

/// The keys of each name of a story, by its words.
type Names<'a> = BTreeMap<(&'a str, String), BTreeSet<String>>;

/// Gives all spellings of a person's name in a story the keys of each other.
pub(super) fn join(articles: &[Article], extractions: &mut [Extraction], lexicon: &Lexicon) {
    let called = called(extractions, lexicon);
    let is_own = |name: &Name| is_own(name, &called);
    let mut names = Names::new();
    for (article, extraction) in articles.iter().zip(&mut *extractions) {
        each_name(extraction, |name| {
            if is_own(name) {
                names
                    .entry((&article.story, name.name.clone()))
                    .or_default()
                    .extend(name.keys.iter().cloned());
            }
        });
    }
    let joined = joined(&names, lexicon);
    for (article, extraction) in articles.iter().zip(extractions) {
        let mut people = BTreeSet::new();
        each_name(extraction, |name| {
            let keys = joined.get(&(article.story.as_str(), name.name.clone()));
            name.keys.extend(keys.into_iter().flatten().cloned());
            // Of all spellings one tells who it is.
            people.extend(name.keys.iter().next().filter(|_| is_own(name)).cloned());
        });
        extraction.topic.name(people);
    }
}

/// The names by which countries are told of whom they call.
fn called(extractions: &[Extraction], lexicon: &Lexicon) -> BTreeSet<String> {
    let is_nation = |fact: &&Fact| lexicon.kind(&fact.kind).is_some_and(|kind| kind.told == Telling::Nation);
    let facts = extractions.iter().flat_map(|extraction| &extraction.facts).filter(is_nation);
    let values = facts.filter_map(|fact| fact.slots.get(&Slot::Who)).flat_map(|filling| &filling.values);
    values
        .filter_map(|value| if let Value::Name(name) = value { Some(name.name.clone()) } else { None })
        .collect()
}

/// Whether it is a person's own name in full or one that is called by its country, which nobody told apart.
fn is_own(name: &Name, called: &BTreeSet<String>) -> bool {
    (name.is_full() || called.contains(&name.name)) && !decision::is_told_apart(name)
}

fn each_name(extraction: &mut Extraction, mut visit: impl FnMut(&mut Name)) {
    let namings = extraction.namings.iter_mut().filter(|naming| naming.length > 1 && !naming.is_loose);
    namings.for_each(|naming| visit(&mut naming.name));
    extraction.figures.iter_mut().flat_map(|figure| &mut figure.people).for_each(&mut visit);
    let figures = extraction.figures.iter_mut().map(|figure| &mut figure.fact);
    for fact in extraction.facts.iter_mut().chain(figures) {
        fact.holder.iter_mut().for_each(&mut visit);
        fact.slots.values_mut().for_each(|filling| each_of(filling, &mut visit));
    }
    for event in &mut extraction.events {
        event.slots.values_mut().for_each(|filling| each_of(filling, &mut visit));
    }
}

fn each_of(filling: &mut SlotValue, visit: &mut impl FnMut(&mut Name)) {
    for value in &mut filling.values {
        if let Value::Name(name) = value {
            visit(name);
        }
    }
}

/// The keys of all names that are one with a name of another script.
fn joined<'a>(names: &Names<'a>, lexicon: &Lexicon) -> Names<'a> {
    let all: Vec<&(&str, String)> = names.keys().collect();
    let mut sounds: BTreeMap<(&str, char), [Vec<usize>; 2]> = BTreeMap::new();
    for (idx, (story, name)) in all.iter().enumerate() {
        for sound in lexicon.first_sounds(name) {
            sounds.entry((story, sound)).or_default()[usize::from(is_latin(name))].push(idx);
        }
    }
    let prepared: Vec<OnceCell<Prepared<'_>>> = all.iter().map(|_| OnceCell::new()).collect();
    let spelling = |idx: usize| prepared[idx].get_or_init(|| lexicon.prepare(&all[idx].1));
    let mut groups = UnionFind::new(all.len());
    let mut paired = BTreeSet::new();
    for [other, latin] in sounds.into_values() {
        for left in latin.iter().take(SHELF) {
            for right in other.iter().take(SHELF) {
                let is_same = || spelling(*left).compare(spelling(*right)).same;
                if groups.find(*left) != groups.find(*right) && is_same() {
                    groups.union(*left, *right);
                    paired.extend([*left, *right]);
                }
            }
        }
    }
    let mut keys: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for idx in &paired {
        let own = names.get(all[*idx]).into_iter().flatten().cloned();
        keys.entry(groups.find(*idx)).or_default().extend(own);
    }
    let of = |idx: usize| Some((all[idx].clone(), keys.get(&groups.find(idx))?.clone()));
    paired.into_iter().filter_map(of).collect()
}

/// Whether a name is written in letters of the Latin script.
fn is_latin(name: &str) -> bool {
    name.chars().find(|letter| letter.is_alphabetic()).is_some_and(|letter| letter < LATIN)
}

/// The first letter behind those of the Latin script.
const LATIN: char = '\u{0250}';
