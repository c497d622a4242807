//! What two articles tell of one thing in two ways, and the questions that it answers: the ground of those who look
//! for posts, facilities and other things that one alone can be.

use crate::extract::naming::Naming;
use crate::fact::{Article, ArticleIdx, Fact, FactIdx, Stance};
use crate::graph::question::{Class, Link, Question};
use std::collections::BTreeMap;

/// Most things of a story that are compared with one another.
const MOST: usize = 256;

/// The things of each story, in order.
pub(super) fn by_story<'t, T>(
    all: &'t [T],
    articles: &'t [Article],
    article_of: impl Fn(&T) -> ArticleIdx,
) -> BTreeMap<&'t str, Vec<&'t T>> {
    let mut stories: BTreeMap<&str, Vec<&T>> = BTreeMap::new();
    for thing in all {
        if let Some(article) = articles.get(article_of(thing).0) {
            let own = stories.entry(&article.story).or_default();
            own.extend((own.len() < MOST).then_some(thing));
        }
    }
    stories
}

/// The names of an article.
pub(super) fn own_namings(namings: &[Naming], article: ArticleIdx) -> impl Iterator<Item = &Naming> {
    let first = namings.partition_point(|naming| naming.article < article);
    let own = namings.get(first..).unwrap_or_default().iter();
    own.take_while(move |naming| naming.article == article)
}

/// The facts that stand against each other, numbered from an offset on, and the questions that they answer.
#[derive(Debug, Default)]
pub(super) struct Opposed {
    offset: usize,
    pub(super) facts: Vec<Fact>,
    pub(super) questions: Vec<Question>,
}

impl Opposed {
    pub(super) fn new(offset: usize) -> Self {
        Self { offset, ..Self::default() }
    }

    /// Asks a question that facts of one value answer in one way, and facts of another in another.
    pub(super) fn ask(&mut self, story: &str, sides: [Vec<Fact>; 2]) {
        let Some(kind) = sides.iter().flatten().next().map(|fact| fact.kind.clone()) else { return };
        let mut class = |own: Vec<Fact>| {
            let first = self.offset + self.facts.len();
            let value = own.first()?.value.clone();
            let modality = own.first()?.modality;
            let facts = (first..first + own.len()).map(FactIdx).collect();
            self.facts.extend(own);
            Some(Class { value, stance: Stance::Asserted, modality, facts })
        };
        let classes: Vec<Class> = sides.into_iter().filter_map(&mut class).collect();
        let (story, slots) = (story.to_owned(), BTreeMap::new());
        self.questions.push(Question { story, kind, link: Link::Counterparts, slots, classes });
    }
}
