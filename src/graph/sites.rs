//! Sites: facilities of one type that two articles name in one place of the story, and call by two names.
//!
//! An article that names both, or several of the type, knows of several.

use crate::extract::naming::Naming;
use crate::extract::site::Site;
use crate::fact::{Article, ArticleIdx, Fact, FactIdx, Modality, Stance};
use crate::graph::question::{Class, Link, Question};
use crate::lexicon::Lexicon;
use std::collections::BTreeMap;

/// Most sites of a story that are compared.
const MOST: usize = 256;

/// Words in common around two sites where nothing that was done is among them.
const WORDS: usize = 2;

/// The sites that articles call by two names, and the questions that they answer; the facts are numbered from
/// `offset` on.
pub(super) fn questions(
    sites: &[Site],
    namings: &[Naming],
    articles: &[Article],
    offset: usize,
    near: impl Fn(ArticleIdx, ArticleIdx) -> bool,
    lexicon: &Lexicon,
) -> (Vec<Fact>, Vec<Question>) {
    let mut stories: BTreeMap<&str, Vec<&Site>> = BTreeMap::new();
    for site in sites {
        if let Some(article) = articles.get(site.fact.article.0) {
            stories.entry(&article.story).or_default().push(site);
        }
    }
    let (mut facts, mut questions) = (Vec::new(), Vec::new());
    for (story, sites) in stories {
        let sites = sites.get(..sites.len().min(MOST)).unwrap_or_default();
        let view = View { sites, namings, articles, lexicon };
        for (at, left) in sites.iter().enumerate() {
            for right in sites.iter().skip(at + 1) {
                let (one, other) = (left.fact.article, right.fact.article);
                if one == other || !view.are_two(left, right) || !near(one, other) {
                    continue;
                }
                let mut class = |site: &Site| {
                    facts.push(site.fact.clone());
                    let value = site.fact.value.clone();
                    let facts = vec![FactIdx(offset + facts.len() - 1)];
                    Class { value, stance: Stance::Asserted, modality: Modality::Actual, facts }
                };
                let classes = vec![class(left), class(right)];
                let kind = left.fact.kind.clone();
                let (story, slots) = (story.to_owned(), BTreeMap::new());
                questions.push(Question { story, kind, link: Link::Counterparts, slots, classes });
            }
        }
    }
    (facts, questions)
}

/// The sites of a story.
struct View<'v> {
    sites: &'v [&'v Site],
    namings: &'v [Naming],
    articles: &'v [Article],
    lexicon: &'v Lexicon,
}

impl View<'_> {
    /// Whether two articles tell one thing of two sites of a type, each of the only one.
    fn are_two(&self, left: &Site, right: &Site) -> bool {
        let shared = || left.words.intersection(&right.words).count();
        let needed = if left.is_known || right.is_known { WORDS } else { 1 };
        let is_told = || !left.deeds.is_disjoint(&right.deeds) || shared() >= needed;
        // A name that means a thing may be translated, and one place be called by its town and by somebody's name.
        let is_open = left.language != right.language && (left.is_known || right.is_known);
        left.sort == right.sort
            && left.is_left == right.is_left
            && left.is_town == right.is_town
            && !is_open
            && is_told()
            && self.lexicon.share_no_word(&left.name, &right.name)
            && self.is_sole(left)
            && self.is_sole(right)
            && !self.names(left.fact.article, &right.name)
            && !self.names(right.fact.article, &left.name)
    }

    /// Whether an article names one site of the type.
    fn is_sole(&self, site: &Site) -> bool {
        let own = self
            .sites
            .iter()
            .filter(|other| other.fact.article == site.fact.article && other.sort == site.sort);
        own.into_iter().all(|other| !self.lexicon.share_no_word(&other.name, &site.name))
    }

    /// Whether an article has a word of a name.
    fn names(&self, article: ArticleIdx, name: &str) -> bool {
        let text = self.articles.get(article.0).and_then(|article| article.text.as_ref());
        let has = |name: &str| text.is_some_and(|text| text.source().contains(name));
        let first = self.namings.partition_point(|naming| naming.article < article);
        let own = self.namings.get(first..).unwrap_or_default().iter();
        let mut own = own.take_while(|naming| naming.article == article);
        has(name) || own.any(|naming| self.lexicon.share_word(&naming.name.name, name))
    }
}
