//! Whereabouts: acts of one place that two articles put into two, each of which the other article never names.

use crate::extract::naming::Naming;
use crate::extract::whereabouts::{Level, Whereabouts};
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

/// Words in common around two acts that are plainly one.
const PLAIN: usize = 3;

/// The whereabouts of a story.
struct View<'v> {
    ground: &'v Ground<'v>,
    all: &'v [&'v Whereabouts],
}

impl View<'_> {
    /// Whether two articles tell one act of two places, each of the only one.
    fn are_two(&self, left: &Whereabouts, right: &Whereabouts) -> bool {
        !left.acts.is_disjoint(&right.acts)
            && left.is_near == right.is_near
            && are_like(left, right)
            && (!left.words.is_disjoint(&right.words) || self.share_name(left, right))
            && self.are_apart(left, right)
            && self.is_sole(left)
            && self.is_sole(right)
            && !self.knows(left, right)
            && !self.knows(right, left)
    }

    /// Whether one name stands beside both.
    fn share_name(&self, left: &Whereabouts, right: &Whereabouts) -> bool {
        let is_same = |one: &String, two: &String| self.ground.lexicon.is_same_name(one, two).same;
        left.names.iter().any(|one| right.names.iter().any(|two| is_same(one, two)))
    }

    /// Whether two places are two, and none lies in the other.
    fn are_apart(&self, left: &Whereabouts, right: &Whereabouts) -> bool {
        let Some((one, two)) = left.place().zip(right.place()) else { return false };
        let is_same = one.id.is_some() && one.id == two.id;
        !is_same
            && !one.lies_in(two)
            && !two.lies_in(one)
            && self.ground.lexicon.share_no_word(&left.own, &right.own)
    }

    /// Whether an article tells of one place of an act.
    fn is_sole(&self, own: &Whereabouts) -> bool {
        let is_like = |other: &&&Whereabouts| {
            other.fact.article == own.fact.article
                && !other.acts.is_disjoint(&own.acts)
                && are_like(other, own)
        };
        self.all.iter().filter(is_like).all(|other| !self.are_apart(own, other))
    }

    /// Whether the article of one act names the place of another: anywhere, and beside such an act where the two are
    /// plainly one, by a name and several words in common.
    fn knows(&self, own: &Whereabouts, other: &Whereabouts) -> bool {
        let Some(place) = other.place() else { return true };
        let article = own.fact.article;
        if !self.names(article, place, &other.own) {
            return false;
        }
        let is_plain = own.words.intersection(&other.words).count() >= PLAIN && self.share_name(own, other);
        let is_it = |naming: &&Naming| {
            let is_known = place.id.as_ref().is_some_and(|id| naming.name.keys.contains(id));
            is_known || self.ground.lexicon.share_word(&naming.name.name, &other.own)
        };
        let is_told = |naming: &Naming| naming.words.iter().any(|word| own.said.contains(word));
        !is_plain || self.ground.namings(article).filter(is_it).any(is_told)
    }

    /// Whether an article names a place, by its id or by a word of its own name.
    fn names(&self, article: ArticleIdx, place: &Place, own: &str) -> bool {
        let mut known = self.ground.places.get(article.0).into_iter().flatten();
        known.any(|other| other.id.is_some() && other.id == place.id) || self.ground.has_word_of(article, own)
    }
}

/// Whether two places are as large, or a list tells where both lie: of a town and a region of one state it must tell
/// the town's own region.
fn are_like(left: &Whereabouts, right: &Whereabouts) -> bool {
    let lies = |own: &Whereabouts| own.place().map(|place| place.within.clone()).unwrap_or_default();
    let is_listed =
        |own: &Whereabouts| own.level != Level::Facility && own.place().is_some_and(Place::is_listed);
    let share_state = || lies(left).intersection(&lies(right)).any(|id| id.len() == CODE);
    let tells_region =
        |own: &Whereabouts| own.level == Level::Town && lies(own).iter().any(|id| id.len() != CODE);
    let can_differ = || !share_state() || tells_region(left) || tells_region(right);
    // A facility of which it is known where it lies may lie in another state.
    let is_abroad = |one: &Whereabouts, other: &Whereabouts| {
        one.level == Level::Country && other.level == Level::Facility && !lies(other).is_empty()
    };
    let is_abroad = is_abroad(left, right) || is_abroad(right, left);
    left.level == right.level || is_abroad || is_listed(left) && is_listed(right) && can_differ()
}

/// Letters of the code of a state.
const CODE: usize = 2;

/// Whether a question about places or names holds two values in the same words already.
pub(super) fn is_asked(left: &Fact, right: &Fact, facts: &[Fact], questions: &[Question]) -> bool {
    let stands = |fact: &Fact, own: &Fact| {
        fact.article == own.article
            && fact.span().zip(own.span()).is_some_and(|(one, two)| one.overlaps(&two))
    };
    let holds = |question: &Question, own: &Fact| {
        let mut all = question.classes.iter().flat_map(|class| &class.facts);
        all.any(|idx| facts.get(idx.0).is_some_and(|fact| stands(fact, own)))
    };
    let is_place = |question: &&Question| {
        question.classes.len() > 1
            && question.classes.iter().all(|class| matches!(class.value, Value::Place(_) | Value::Name(_)))
    };
    questions.iter().filter(is_place).any(|question| holds(question, left) && holds(question, right))
}
