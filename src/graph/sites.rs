//! Sites: facilities of one type that two articles name in one place of the story, and call by two names.
//!
//! An article that names both, or several of the type, knows of several.

use crate::extract::naming::Naming;
use crate::extract::site::Site;
use crate::fact::{Article, ArticleIdx};
use crate::graph::opposed::{self, Opposed};
use crate::lexicon::Lexicon;

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
) -> Opposed {
    let mut asked = Opposed::new(offset);
    for (story, sites) in opposed::by_story(sites, articles, |site| site.fact.article) {
        let view = View { sites: &sites, namings, articles, lexicon };
        for (at, left) in sites.iter().enumerate() {
            for right in sites.iter().skip(at + 1) {
                let (one, other) = (left.fact.article, right.fact.article);
                if one != other && view.are_two(left, right) && near(one, other) {
                    asked.ask(story, [left, right].map(|site| vec![site.fact.clone()]));
                }
            }
        }
    }
    asked
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
        let mut own = opposed::own_namings(self.namings, article);
        has(name) || own.any(|naming| self.lexicon.share_word(&naming.name.name, name))
    }
}
