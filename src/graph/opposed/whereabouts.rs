//! Whereabouts: acts of one place that two articles put into two, each of which the other article never names.

use crate::extract::whereabouts::Whereabouts;
use crate::fact::{ArticleIdx, Fact};
use crate::graph::opposed::{Ground, Opposed};
use crate::graph::question::Question;
use crate::value::Value;
use crate::value::place::Place;

/// The whereabouts of which articles tell two places, and the questions that they answer; none of what is asked
/// already. The facts are numbered behind those that are there.
pub(super) fn questions(
    ground: &Ground<'_>,
    whereabouts: &[Whereabouts],
    facts: &[Fact],
    questions: &[Question],
) -> Opposed {
    let mut asked = Opposed::new(facts.len());
    asked.ask_of_two(
        ground,
        whereabouts,
        |own| &own.fact,
        |left, right, all| {
            View { ground, all }.are_two(left, right) && !is_asked(&left.fact, &right.fact, facts, questions)
        },
    );
    asked
}

/// The whereabouts of a story.
struct View<'v> {
    ground: &'v Ground<'v>,
    all: &'v [&'v Whereabouts],
}

impl View<'_> {
    /// Whether two articles tell one act of two places, each of the only one.
    fn are_two(&self, left: &Whereabouts, right: &Whereabouts) -> bool {
        let Some((one, two)) = left.place().zip(right.place()) else { return false };
        let is_same = |one: &String, two: &String| self.ground.lexicon.is_same_name(one, two).same;
        let share_name = || left.names.iter().any(|one| right.names.iter().any(|two| is_same(one, two)));
        !left.acts.is_disjoint(&right.acts)
            && left.is_near == right.is_near
            && are_like(left, right)
            && (!left.words.is_disjoint(&right.words) || share_name())
            && self.are_apart(one, two)
            && self.is_sole(left)
            && self.is_sole(right)
            && !self.names(left.fact.article, two)
            && !self.names(right.fact.article, one)
    }

    /// Whether two places are two, and none lies in the other.
    fn are_apart(&self, one: &Place, two: &Place) -> bool {
        let is_same = one.id.is_some() && one.id == two.id;
        !is_same
            && !one.lies_in(two)
            && !two.lies_in(one)
            && self.ground.lexicon.share_no_word(&one.name, &two.name)
    }

    /// Whether an article tells of one place of an act.
    fn is_sole(&self, own: &Whereabouts) -> bool {
        let Some(place) = own.place() else { return false };
        let is_like = |other: &&&Whereabouts| {
            other.fact.article == own.fact.article
                && !other.acts.is_disjoint(&own.acts)
                && are_like(other, own)
        };
        let mut own = self.all.iter().filter(is_like).filter_map(|other| other.place());
        own.all(|other| !self.are_apart(place, other))
    }

    /// Whether an article names a place, by its id or by a word of its name.
    fn names(&self, article: ArticleIdx, place: &Place) -> bool {
        let mut own = self.ground.places.get(article.0).into_iter().flatten();
        own.any(|other| other.id.is_some() && other.id == place.id)
            || self.ground.has_word_of(article, &place.name)
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
