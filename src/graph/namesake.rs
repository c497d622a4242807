//! Names that several articles give in like words: questions that agree without a kind of their own.
//!
//! Names meet by their keys, and names of two scripts by the sound that they begin with, so that each is
//! compared with few.

use crate::extract::figure::Figure;
use crate::extract::figure::around::keep_nearest;
use crate::extract::naming::Naming;
use crate::fact::{Article, ArticleIdx, Evidence, EvidenceStatus, Fact, FactIdx, Modality, Stance};
use crate::graph::decision;
use crate::graph::question::{Class, Link, Question};
use crate::lexicon::Lexicon;
use crate::lexicon::schema::kind::ValueType;
use crate::lexicon::schema::telling::Telling;
use crate::lexicon::spelling::Prepared;
use crate::text::hash;
use crate::value::Value;
use crate::value::words::Name;
use petgraph::unionfind::UnionFind;
use std::collections::{BTreeMap, BTreeSet};

/// Most mentions of one name in a story that are set against one another.
const MENTIONS: usize = 48;

/// Most names of one sound in a story and a script that are compared with those of another script.
const SHELF: usize = 64;

/// Words in common around two mentions of a name: of a capital, of a name of one word, of another. Few words of
/// two languages are known as one.
const CAPITAL: usize = 2;
const SHORT: usize = 1;
const LONG: usize = 0;

/// Which mentions are of one name.
#[derive(Debug)]
pub struct Namesakes<'n> {
    /// The mentions of each name in each story, the longest names first.
    groups: Vec<(String, Vec<&'n Naming>)>,
}

impl<'n> Namesakes<'n> {
    /// Joins the names of articles.
    #[must_use]
    pub fn new(namings: &'n [Naming], articles: &[Article], lexicon: &Lexicon) -> Self {
        Self { groups: groups(namings, articles, lexicon) }
    }

    /// Gives words around figures that name one thing in two scripts one key.
    pub fn unite(&self, figures: &mut [Figure]) {
        let mut keys: BTreeMap<(ArticleIdx, usize), u64> = BTreeMap::new();
        for (_, group) in &self.groups {
            let is_across =
                [true, false].map(|script| group.iter().any(|naming| naming.has_capitals == script));
            let Some(first) = group.first().filter(|_| is_across == [true, true]) else { continue };
            let key = hash::of(&(&first.name.name, first.article));
            for naming in group {
                for at in naming.at.clone() {
                    keys.entry((naming.article, at)).or_insert(key);
                }
            }
        }
        for figure in figures {
            if let Value::Place(place) = &mut figure.fact.value
                && let Some(key) = figure.own.clone().find_map(|at| keys.get(&(figure.fact.article, at)))
            {
                place.id = Some(format!("name {key:x}"));
            }
            for word in &mut figure.words {
                if let Some(key) = keys.get(&(figure.fact.article, word.at)) {
                    word.key = *key;
                }
            }
            keep_nearest(&mut figure.words);
        }
    }
}

/// The facts of names that another article of the story gives as well, and the questions that they answer.
#[must_use]
pub fn questions(
    namesakes: &Namesakes<'_>,
    articles: &[Article],
    offset: usize,
    near: impl Fn(ArticleIdx, ArticleIdx) -> bool,
    lexicon: &Lexicon,
) -> (Vec<Fact>, Vec<Question>) {
    let kind =
        lexicon.kinds().iter().find(|kind| kind.told == Telling::Alike && kind.value == ValueType::Name);
    let Some(kind) = kind else { return (Vec::new(), Vec::new()) };
    let (mut facts, mut questions) = (Vec::new(), Vec::new());
    let mut said: BTreeSet<(ArticleIdx, usize)> = BTreeSet::new();
    for (story, members) in &namesakes.groups {
        let (story, mut members) = (story.clone(), members.clone());
        members.retain(|naming| !said.contains(&(naming.article, naming.span.start)));
        let told = paired(&members, &near);
        if told.is_empty() {
            continue;
        }
        let (link, kind_id) = (Link::Alike, kind.id.clone());
        let mut question =
            Question { story, kind: kind_id, link, slots: BTreeMap::new(), classes: Vec::new() };
        // All of them are one name, whatever the spelling.
        let key = told.first().and_then(|naming| naming.name.keys.first()).cloned().unwrap_or_default();
        for naming in told {
            let mut name = naming.name.clone();
            name.keys.insert(key.clone());
            said.insert((naming.article, naming.span.start));
            put(&mut question.classes, &name, FactIdx(offset + facts.len()));
            facts.push(fact(naming, name, articles, &kind.id));
        }
        questions.push(question);
    }
    (facts, questions)
}

/// The mentions of each name in each story, the longest names first.
fn groups<'n>(
    namings: &'n [Naming],
    articles: &[Article],
    lexicon: &Lexicon,
) -> Vec<(String, Vec<&'n Naming>)> {
    let mut shelves: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (idx, naming) in namings.iter().enumerate() {
        let Some(article) = articles.get(naming.article.0) else { continue };
        for key in &naming.name.keys {
            shelves.entry((&article.story, key)).or_default().push(idx);
        }
    }
    let mut groups = UnionFind::new(namings.len());
    for shelf in shelves.values() {
        for pair in shelf.windows(2) {
            groups.union(pair[0], pair[1]);
        }
    }
    across(namings, &shelves, lexicon, &mut groups);
    let mut members: BTreeMap<usize, Vec<&Naming>> = BTreeMap::new();
    for (idx, naming) in namings.iter().enumerate() {
        members.entry(groups.find(idx)).or_default().push(naming);
    }
    let several = |group: &Vec<&Naming>| {
        let first = group.first().map(|naming| naming.article);
        group.iter().any(|naming| Some(naming.article) != first)
            && group.iter().any(|naming| !naming.is_loose)
    };
    let mut groups: Vec<(usize, String, Vec<&Naming>)> = members
        .into_values()
        .filter(several)
        .filter_map(|group| {
            let first = group.first()?;
            let story = articles.get(first.article.0)?.story.clone();
            Some((group.iter().map(|naming| naming.length).max()?, story, group))
        })
        .collect();
    groups.sort_by_key(|(length, ..)| std::cmp::Reverse(*length));
    groups.into_iter().map(|(_, story, group)| (story, group)).collect()
}

/// Joins the names of one story that are spelt in two scripts.
fn across(
    namings: &[Naming],
    shelves: &BTreeMap<(&str, &str), Vec<usize>>,
    lexicon: &Lexicon,
    groups: &mut UnionFind<usize>,
) {
    let mut sounds: BTreeMap<(&str, usize, char), [Vec<usize>; 2]> = BTreeMap::new();
    let mut scripts: BTreeMap<&str, [bool; 2]> = BTreeMap::new();
    for ((story, _), shelf) in shelves {
        if let Some(naming) = shelf.first().and_then(|idx| namings.get(*idx)) {
            scripts.entry(story).or_default()[usize::from(!naming.has_capitals)] = true;
        }
    }
    for ((story, _), shelf) in shelves {
        let Some((idx, naming)) = shelf.first().and_then(|idx| Some((*idx, namings.get(*idx)?))) else {
            continue;
        };
        if naming.is_capital || scripts.get(story) != Some(&[true, true]) {
            continue;
        }
        let script = usize::from(!naming.has_capitals);
        for sound in lexicon.first_sounds(&naming.name.name) {
            sounds.entry((story, naming.length, sound)).or_default()[script].push(idx);
        }
    }
    let mut prepared: BTreeMap<usize, Prepared<'_>> = BTreeMap::new();
    for [latin, other] in sounds.into_values() {
        for idx in latin.iter().take(SHELF).chain(other.iter().take(SHELF)) {
            let name = namings.get(*idx).map(|naming| naming.name.name.as_str()).unwrap_or_default();
            prepared.entry(*idx).or_insert_with(|| lexicon.prepare(name));
        }
        let is_same = |left: &usize, right: &usize| {
            prepared.get(left).zip(prepared.get(right)).is_some_and(|(left, right)| left.compare(right).same)
        };
        for left in latin.iter().take(SHELF) {
            for right in other.iter().take(SHELF) {
                let (Some(one), Some(two)) = (namings.get(*left), namings.get(*right)) else { continue };
                if groups.find(*left) != groups.find(*right)
                    && !decision::are_apart(&one.name, &two.name)
                    && is_same(left, right)
                {
                    groups.union(*left, *right);
                }
            }
        }
    }
}

/// The mentions of one name that stand in like words in two articles.
fn paired<'n>(members: &[&'n Naming], near: &impl Fn(ArticleIdx, ArticleIdx) -> bool) -> Vec<&'n Naming> {
    let members = members.get(..members.len().min(MENTIONS)).unwrap_or_default();
    let mut told = BTreeSet::new();
    for (at, left) in members.iter().enumerate() {
        for (other, right) in members.iter().enumerate().skip(at + 1) {
            let apart = left.article != right.article && !(left.is_loose && right.is_loose);
            if apart && shares(left, right) && near(left.article, right.article) {
                told.extend([at, other]);
            }
        }
    }
    told.into_iter().filter_map(|at| members.get(at).copied()).collect()
}

/// Whether enough words stand around both mentions.
fn shares(left: &Naming, right: &Naming) -> bool {
    let across = left.has_capitals != right.has_capitals;
    let needed = if left.is_capital || right.is_capital {
        if across { SHORT } else { CAPITAL }
    } else if left.length.min(right.length) > 1 || (across && !left.is_loose && !right.is_loose) {
        LONG
    } else {
        SHORT
    };
    let shared = left.words.iter().filter(|word| right.words.binary_search(word).is_ok());
    shared.take(needed).count() >= needed
}

fn put(classes: &mut Vec<Class>, name: &Name, idx: FactIdx) {
    let is_same = |class: &&mut Class| matches!(&class.value, Value::Name(known) if known.name == name.name);
    match classes.iter_mut().find(is_same) {
        Some(class) => class.facts.push(idx),
        None => classes.push(Class {
            value: Value::Name(name.clone()),
            stance: Stance::Asserted,
            modality: Modality::Actual,
            facts: vec![idx],
        }),
    }
}

fn fact(naming: &Naming, name: Name, articles: &[Article], kind: &str) -> Fact {
    let words = articles.get(naming.article.0).map(|article| article.words(naming.span)).unwrap_or_default();
    Fact {
        evidence: vec![Evidence {
            words: words.to_owned(),
            span: Some(naming.span),
            status: EvidenceStatus::Verified,
            declared_at: None,
        }],
        ..Fact::new(naming.article, kind, Value::Name(name))
    }
}
