//! Sites: facilities of one type that two articles name in one place of the story, and call by two names.
//!
//! An article that names both, or several of the type, knows of several.

use crate::extract::site::Site;
use crate::graph::opposed::{Ground, Opposed};

/// Words in common around two sites where nothing that was done is among them.
const WORDS: usize = 2;

/// The sites that articles call by two names, and the questions that they answer; the facts are numbered from
/// `offset` on.
pub(super) fn questions(ground: &Ground<'_>, sites: &[Site], offset: usize) -> Opposed {
    let mut asked = Opposed::new(offset);
    asked.ask_of_two(
        ground,
        sites,
        |site| &site.fact,
        |left, right, sites| View { ground, sites }.are_two(left, right),
    );
    asked
}

/// The sites of a story.
struct View<'v> {
    ground: &'v Ground<'v>,
    sites: &'v [&'v Site],
}

impl View<'_> {
    /// Whether two articles tell one thing of two sites of a type, each of the only one.
    fn are_two(&self, left: &Site, right: &Site) -> bool {
        let shared = || left.words.intersection(&right.words).count();
        let needed = if left.is_known || right.is_known { WORDS } else { 1 };
        let is_told = || !left.deeds.is_disjoint(&right.deeds) || shared() >= needed;
        // A name that means a thing may be translated, and one place be called by its town and by somebody's name.
        let is_open = left.language != right.language && (left.is_known || right.is_known);
        left.is_asked
            && left.sort == right.sort
            && left.is_left.is_some()
            && left.is_left == right.is_left
            && left.is_town == right.is_town
            && !is_open
            && is_told()
            && self.ground.lexicon.share_no_word(&left.name, &right.name)
            && self.is_sole(left)
            && self.is_sole(right)
            && !self.ground.has_word_of(left.fact.article, &right.name)
            && !self.ground.has_word_of(right.fact.article, &left.name)
    }

    /// Whether an article names one site of the type.
    fn is_sole(&self, site: &Site) -> bool {
        let own = self
            .sites
            .iter()
            .filter(|other| other.fact.article == site.fact.article && other.sort == site.sort);
        own.into_iter().all(|other| !self.ground.lexicon.share_no_word(&other.name, &site.name))
    }
}
