//! What keeps two figures apart whatever the words around them, by what is known of their kinds and people.

use crate::extract::figure::Figure;
use crate::fact::slot::Slot;
use crate::fact::{ArticleIdx, Fact};
use crate::graph::alike::asked::Asked;
use crate::graph::alike::known::{Claims, Known};
use crate::graph::alike::met;
use crate::graph::alike::weighed::Stop;
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Fewest characters of an article that shows what happened on which day and for how long: a notice of a few lines is
/// printed a day later as it is.
const SHORT: usize = 300;

/// What keeps figures apart that would be each other's counterparts by their words.
pub(super) struct Guard<'a, 'k> {
    pub(super) known: &'a Known<'k>,
    pub(super) figures: &'a [Figure],
    pub(super) claims: &'a [Option<&'a Claims<'k>>],
    pub(super) asked: &'a Asked,
    /// The kinds of one thing that the values of each article answer.
    pub(super) answers: BTreeMap<ArticleIdx, BTreeSet<&'k str>>,
}

impl Guard<'_, '_> {
    pub(super) fn claims(&self, figure: usize) -> Option<&Claims<'_>> {
        self.claims.get(figure).copied().flatten()
    }

    /// Whether one of two figures evolves: a kind that claims it does, or its words tell a count as what it became.
    fn evolves(&self, left: usize, right: usize) -> bool {
        let is_moved = |figure: usize| {
            let figure = self.figures.get(figure);
            figure.is_some_and(|figure| figure.sort == ValueType::Count && figure.fact.is_moved)
        };
        [self.claims(left), self.claims(right)].into_iter().flatten().any(|claims| claims.evolves)
            || is_moved(left)
            || is_moved(right)
    }

    /// Whether two figures can contradict each other: no stages of what evolves, none of which one holds the other,
    /// none that one article gives both.
    pub(super) fn may_differ(&self, left: usize, right: usize) -> bool {
        let evolves = self.evolves(left, right);
        self.figures.get(left).zip(self.figures.get(right)).is_some_and(|(one, other)| {
            !evolves
                && !self.known.knows_both(one, other)
                && !self.known.can_both_hold(one, other)
                && !self.known.may_be_one_person(one, other)
        })
    }

    /// Whether kinds of their own keep two figures apart.
    fn are_claimed_apart(&self, left: usize, right: usize) -> bool {
        let apart =
            self.claims(left).zip(self.claims(right)).is_some_and(|(one, other)| one.are_apart(other));
        apart
            && !self
                .figures
                .get(left)
                .zip(self.figures.get(right))
                .is_some_and(|(one, other)| self.asked.brings_together(one, other))
    }

    /// Whether the clauses of two figures name other people.
    fn are_of_two_people(&self, left: usize, right: usize) -> bool {
        let both = self.figures.get(left).zip(self.figures.get(right));
        both.is_some_and(|(one, other)| self.known.are_of_two_people(one, other))
    }

    /// Whether the article of one length answers with another one what a kind asks that claims the other length alone: a
    /// sentence of twelve years is no other's nine years in office, where that other tells the sentence.
    fn is_answered(&self, left: usize, right: usize) -> bool {
        let (Some(asked), Some(figure)) = (self.claims(left), self.figures.get(right)) else { return false };
        if figure.sort != ValueType::Duration {
            return false;
        }
        let own = self.claims(right);
        let answered = self.answers.get(&figure.fact.article);
        let elsewhere = |kind: &str| {
            own.is_none_or(|own| !own.kinds.contains(kind)) && answered.is_some_and(|all| all.contains(kind))
        };
        asked.kinds.iter().any(|kind| elsewhere(kind))
    }

    /// Whether two sums in two currencies may be one in one of them, which has the name of the other.
    pub(super) fn may_be_one_currency(&self, left: usize, right: usize) -> bool {
        let currency = |figure: usize| {
            let Value::Amount(amount) = &self.figures.get(figure)?.fact.value else { return None };
            amount.unit.as_ref().filter(|unit| unit.is_currency())
        };
        let both = currency(left).zip(currency(right));
        both.is_some_and(|(one, other)| self.known.lexicon.units.share_name(&one.code, &other.code))
    }

    /// What keeps two figures apart, of kinds of their own and people.
    pub(super) fn stop(&self, left: usize, right: usize) -> Option<Stop> {
        if self.is_answered(left, right) || self.is_answered(right, left) {
            return Some(Stop::Answered);
        }
        if self.are_claimed_apart(left, right) {
            return Some(Stop::Kinds);
        }
        self.are_of_two_people(left, right).then_some(Stop::People)
    }

    /// Whether neither kinds of their own nor people keep two figures apart.
    pub(super) fn are_free(&self, left: usize, right: usize) -> bool {
        self.stop(left, right).is_none()
    }

    /// Whether two figures that differ are no two stages of what evolves: it does not, or they differ by a slip of the
    /// pen and the later one is not the larger.
    pub(super) fn is_no_stage(&self, left: usize, right: usize, is_slip: bool) -> bool {
        !self.evolves(left, right) || (is_slip && !self.has_grown(left, right))
    }

    /// Whether the larger figure is of a later day: of that as of which it is told, else of that of its article.
    fn has_grown(&self, left: usize, right: usize) -> bool {
        let told = |figure: usize| {
            let fact = &self.figures.get(figure)?.fact;
            let published = || self.known.articles.get(fact.article.0)?.published.as_ref()?.days();
            let day = as_of(fact).or_else(published)?.0;
            Some((day, met::size(&fact.value)?))
        };
        told(left).zip(told(right)).is_some_and(|((day, size), (other_day, other_size))| {
            day != other_day && (day < other_day) == (size < other_size)
        })
    }

    /// Whether a figure is of a story that was found in a heap.
    pub(super) fn is_found(&self, figure: usize) -> bool {
        let article = self.figures.get(figure).map(|figure| figure.fact.article);
        article.is_some_and(|article| self.known.neighbourhood.is_found(article))
    }

    /// Whether the article of a figure is too short to show what else it could mean.
    pub(super) fn is_of_short(&self, figure: usize) -> bool {
        let article = self.figures.get(figure).map(|figure| figure.fact.article.0);
        let article = article.and_then(|article| self.known.articles.get(article));
        let body = article.and_then(|article| article.text.as_ref()?.source().get(article.body..));
        body.is_none_or(|body| body.chars().nth(SHORT).is_none())
    }

    /// Whether two figures are told in two languages.
    pub(super) fn are_across(&self, left: usize, right: usize) -> bool {
        let language = |figure: usize| {
            let article = self.figures.get(figure).map(|figure| figure.fact.article.0);
            let article = article.and_then(|article| self.known.articles.get(article));
            article.and_then(|article| article.language.as_deref())
        };
        language(left) != language(right)
    }
}

/// The days as of which something is told.
fn as_of(fact: &Fact) -> Option<(Date, Date)> {
    let told = fact.slots.get(&Slot::AsOf).and_then(|filling| filling.values.first());
    let Some(Value::Time(time)) = told else { return None };
    time.days()
}
