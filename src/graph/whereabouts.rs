//! Whereabouts: acts of one place that two articles put into two, each of which the other article never names.

use crate::extract::naming::Naming;
use crate::extract::whereabouts::Whereabouts;
use crate::fact::{Article, ArticleIdx, Fact};
use crate::graph::opposed::{self, Opposed};
use crate::graph::question::Question;
use crate::lexicon::Lexicon;
use crate::value::Value;
use crate::value::place::Place;

/// What is known of the articles.
pub(super) struct View<'v> {
    pub(super) namings: &'v [Naming],
    pub(super) articles: &'v [Article],
    /// For each article the known places that it names.
    pub(super) places: &'v [Vec<Place>],
    pub(super) lexicon: &'v Lexicon,
}

impl View<'_> {
    /// The whereabouts of which articles tell two places, and the questions that they answer; the facts are numbered behind
    /// those that are known, which tell no pair of these already.
    pub(super) fn questions(
        &self,
        whereabouts: &[Whereabouts],
        facts: &[Fact],
        questions: &[Question],
        near: impl Fn(ArticleIdx, ArticleIdx) -> bool,
    ) -> Opposed {
        let mut asked = Opposed::new(facts.len());
        for (story, whereabouts) in opposed::by_story(whereabouts, self.articles, |own| own.fact.article) {
            for (at, left) in whereabouts.iter().enumerate() {
                for right in whereabouts.iter().skip(at + 1) {
                    let (one, other) = (left.fact.article, right.fact.article);
                    if one != other
                        && self.are_two(left, right, &whereabouts)
                        && near(one, other)
                        && !is_asked(&left.fact, &right.fact, facts, questions)
                    {
                        asked.ask(story, [left, right].map(|own| vec![own.fact.clone()]));
                    }
                }
            }
        }
        asked
    }

    /// Whether two articles tell one act of two places, each of the only one.
    fn are_two(&self, left: &Whereabouts, right: &Whereabouts, all: &[&Whereabouts]) -> bool {
        let Some((one, two)) = left.place().zip(right.place()) else { return false };
        let is_same = |one: &String, two: &String| self.lexicon.is_same_name(one, two).same;
        let share_name = || left.names.iter().any(|one| right.names.iter().any(|two| is_same(one, two)));
        !left.acts.is_disjoint(&right.acts)
            && left.is_near == right.is_near
            && are_like(left, right)
            && (!left.words.is_disjoint(&right.words) || share_name())
            && self.are_apart(one, two)
            && self.is_sole(left, all)
            && self.is_sole(right, all)
            && !self.names(left.fact.article, two)
            && !self.names(right.fact.article, one)
    }

    /// Whether two places are two, and none lies in the other.
    fn are_apart(&self, one: &Place, two: &Place) -> bool {
        let is_same = one.id.is_some() && one.id == two.id;
        !is_same && !one.lies_in(two) && !two.lies_in(one) && self.lexicon.share_no_word(&one.name, &two.name)
    }

    /// Whether an article tells of one place of an act.
    fn is_sole(&self, own: &Whereabouts, all: &[&Whereabouts]) -> bool {
        let Some(place) = own.place() else { return false };
        let is_like = |other: &&&Whereabouts| {
            other.fact.article == own.fact.article
                && !other.acts.is_disjoint(&own.acts)
                && are_like(other, own)
        };
        let mut own = all.iter().filter(is_like).filter_map(|other| other.place());
        own.all(|other| !self.are_apart(place, other))
    }

    /// Whether an article names a place, by its id or by a word of its name.
    fn names(&self, article: ArticleIdx, place: &Place) -> bool {
        let own = self.places.get(article.0).into_iter().flatten();
        let is_known = own.into_iter().any(|other| other.id.is_some() && other.id == place.id);
        let text = self.articles.get(article.0).and_then(|article| article.text.as_ref());
        let has = || text.is_some_and(|text| text.source().contains(&place.name));
        let mut namings = opposed::own_namings(self.namings, article);
        is_known || has() || namings.any(|naming| self.lexicon.share_word(&naming.name.name, &place.name))
    }
}

/// Whether two places are as large, or a list tells where both lie.
fn are_like(left: &Whereabouts, right: &Whereabouts) -> bool {
    let is_listed = |own: &Whereabouts| own.place().is_some_and(Place::is_listed);
    left.level == right.level || is_listed(left) && is_listed(right)
}

/// Whether a question about places holds two values in the same words already.
fn is_asked(left: &Fact, right: &Fact, facts: &[Fact], questions: &[Question]) -> bool {
    let stands = |fact: &Fact, own: &Fact| {
        let span = |fact: &Fact| fact.evidence.first().and_then(|evidence| evidence.span);
        fact.article == own.article && span(fact).zip(span(own)).is_some_and(|(one, two)| one.overlaps(&two))
    };
    let holds = |question: &Question, own: &Fact| {
        let mut all = question.classes.iter().flat_map(|class| &class.facts);
        all.any(|idx| facts.get(idx.0).is_some_and(|fact| stands(fact, own)))
    };
    let is_place = |question: &&Question| {
        question.classes.len() > 1
            && question.classes.iter().all(|class| matches!(class.value, Value::Place(_)))
    };
    questions.iter().filter(is_place).any(|question| holds(question, left) && holds(question, right))
}
