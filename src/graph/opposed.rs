//! What two articles tell of one thing in two ways, and the questions that it answers: posts, facilities and other
//! things that one alone can be.

mod callings;
mod citizens;
mod demands;
mod distances;
mod doers;
mod fates;
mod hosts;
mod hours;
mod minutes;
mod nths;
mod posts;
mod sites;
mod whereabouts;

use crate::extract::naming::Naming;
use crate::fact::{Article, ArticleIdx, Fact, FactIdx, Stance};
use crate::graph::gathered::Gathered;
use crate::graph::neighbours::Neighbours;
use crate::graph::question::{Class, Link, Question};
use crate::lexicon::Lexicon;
use crate::value::place::Place;
use std::collections::BTreeMap;

/// Most things of a story that are compared with one another.
const MOST: usize = 256;

/// Asks about the posts, the sites and the whereabouts that articles tell in two ways, beside what is asked already.
pub(super) fn ask(
    ground: &Ground<'_>,
    gathered: &Gathered,
    facts: &mut Vec<Fact>,
    questions: &mut Vec<Question>,
) {
    posts::questions(ground, &gathered.posts, facts.len()).put(facts, questions);
    callings::questions(ground, &gathered.callings, facts.len()).put(facts, questions);
    citizens::questions(ground, &gathered.citizens, facts.len()).put(facts, questions);
    distances::questions(ground, &gathered.distances, facts.len()).put(facts, questions);
    sites::questions(ground, &gathered.sites, facts.len()).put(facts, questions);
    whereabouts::questions(ground, &gathered.whereabouts, facts, questions).put(facts, questions);
    doers::questions(ground, &gathered.doers, facts.len()).put(facts, questions);
    fates::questions(ground, &gathered.fates, facts.len()).put(facts, questions);
    demands::questions(ground, &gathered.demands, facts.len()).put(facts, questions);
    hosts::questions(ground, &gathered.hosts, facts, questions).put(facts, questions);
    hours::questions(ground, &gathered.hours, facts.len()).put(facts, questions);
    minutes::questions(ground, &gathered.minutes, facts.len()).put(facts, questions);
    nths::questions(ground, &gathered.nths, facts.len()).put(facts, questions);
}

/// What is known of the articles.
pub(super) struct Ground<'g> {
    pub(super) articles: &'g [Article],
    pub(super) namings: &'g [Naming],
    /// For each article the known places that it names.
    pub(super) places: &'g [Vec<Place>],
    pub(super) neighbours: &'g Neighbours<'g>,
    pub(super) lexicon: &'g Lexicon,
}

impl<'g> Ground<'g> {
    /// The things of each story, in order; none of a story that was found in a heap, whose articles name many people and
    /// places.
    fn by_story<'t, T>(
        &self,
        all: &'t [T],
        article_of: impl Fn(&T) -> ArticleIdx,
    ) -> BTreeMap<&'g str, Vec<&'t T>> {
        let mut stories: BTreeMap<&str, Vec<&T>> = BTreeMap::new();
        for thing in all {
            let article = article_of(thing);
            if self.neighbours.is_found(article) {
                continue;
            }
            if let Some(article) = self.articles.get(article.0) {
                let own = stories.entry(&article.story).or_default();
                own.extend((own.len() < MOST).then_some(thing));
            }
        }
        stories
    }

    /// Whether two articles are two that may tell of one thing.
    fn are_near(&self, left: ArticleIdx, right: ArticleIdx) -> bool {
        left != right && self.neighbours.are_near(left, right)
    }

    /// The names of an article.
    fn namings(&self, article: ArticleIdx) -> impl Iterator<Item = &'g Naming> {
        let first = self.namings.partition_point(|naming| naming.article < article);
        let own = self.namings.get(first..).unwrap_or_default().iter();
        own.take_while(move |naming| naming.article == article)
    }

    /// Whether an article has a name as it is written, or a word of it in one of its own names.
    fn has_word_of(&self, article: ArticleIdx, name: &str) -> bool {
        let text = self.articles.get(article.0).and_then(|article| article.text.as_ref());
        text.is_some_and(|text| text.source().contains(name))
            || self.namings(article).any(|naming| self.lexicon.share_word(&naming.name.name, name))
    }
}

/// The facts that stand against each other, numbered from an offset on, and the questions that they answer.
#[derive(Debug, Default)]
struct Opposed {
    offset: usize,
    facts: Vec<Fact>,
    questions: Vec<Question>,
}

impl Opposed {
    fn new(offset: usize) -> Self {
        Self { offset, ..Self::default() }
    }

    /// Asks about each two things of a story that near articles tell, where `are_two` says among all of them that they
    /// are two answers.
    fn ask_of_two<T>(
        &mut self,
        ground: &Ground<'_>,
        things: &[T],
        fact: impl Fn(&T) -> &Fact,
        are_two: impl Fn(&T, &T, &[&T]) -> bool,
    ) {
        for (story, all) in ground.by_story(things, |thing| fact(thing).article) {
            for (at, left) in all.iter().enumerate() {
                for right in all.iter().skip(at + 1) {
                    if ground.are_near(fact(left).article, fact(right).article) && are_two(left, right, &all)
                    {
                        self.ask(story, [left, right].map(|thing| vec![fact(thing).clone()]));
                    }
                }
            }
        }
    }

    /// Tells of each two things of a story that near articles tell, where `are_one` says among all of them that they are
    /// one answer.
    fn tell_of_one<T>(
        &mut self,
        ground: &Ground<'_>,
        things: &[T],
        fact: impl Fn(&T) -> &Fact,
        are_one: impl Fn(&T, &T, &[&T]) -> bool,
    ) {
        for (story, all) in ground.by_story(things, |thing| fact(thing).article) {
            for (at, left) in all.iter().enumerate() {
                for right in all.iter().skip(at + 1) {
                    if ground.are_near(fact(left).article, fact(right).article) && are_one(left, right, &all)
                    {
                        let own = [left, right].map(|thing| fact(thing).clone()).to_vec();
                        self.ask(story, [own, Vec::new()]);
                    }
                }
            }
        }
    }

    /// Asks a question that facts of one value answer in one way, and facts of another in another.
    fn ask(&mut self, story: &str, sides: [Vec<Fact>; 2]) {
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

    /// Puts them behind the facts and questions that are there.
    fn put(self, facts: &mut Vec<Fact>, questions: &mut Vec<Question>) {
        facts.extend(self.facts);
        questions.extend(self.questions);
    }
}
