//! Fates: what two articles tell of one person that can not both be so: the driver survived, the driver was killed.
//!
//! What follows from the other is an update, which the check tells by the days.

use crate::extract::fate::Fate;
use crate::extract::fate::who::Part;
use crate::fact::slot::Slot;
use crate::graph::decision;
use crate::graph::opposed::{Ground, Opposed};
use crate::value::Value;
use crate::value::time::Time;
use crate::value::words::Name;

/// Words in common around what befell people who are not known.
const SHARED: usize = 2;

/// Seconds of the time within which a day lies that another article leaves open.
const NEAR: i64 = 10 * 86_400;

/// The fates that articles tell in two ways, and the questions that they answer; the facts are numbered from `offset` on.
pub(super) fn questions(ground: &Ground<'_>, fates: &[Fate], offset: usize) -> Opposed {
    let mut asked = Opposed::new(offset);
    asked.ask_of_two(
        ground,
        fates,
        |fate| &fate.fact,
        |left, right, all| View { ground, all }.are_two(left, right),
    );
    asked
}

/// The fates of a story.
struct View<'v> {
    ground: &'v Ground<'v>,
    all: &'v [&'v Fate],
}

impl View<'_> {
    /// Whether two articles tell two fates of one person, each of the only one.
    fn are_two(&self, left: &Fate, right: &Fate) -> bool {
        self.exclude(left, right)
            && self.are_of_one(left, right)
            && self.may_be_of_one_day(left, right)
            && are_of_one_matter(left, right)
            && self.can_be_told(left, right)
            && self.is_sole(left)
            && self.is_sole(right)
            && self.is_first(left, right)
            && self.is_first(right, left)
    }

    /// Whether one person alone can not be both.
    fn exclude(&self, left: &Fate, right: &Fate) -> bool {
        let (Value::State(one), Value::State(two)) = (&left.fact.value, &right.fact.value) else {
            return false;
        };
        let kind = self.ground.lexicon.kind(&left.fact.kind).filter(|kind| kind.id == right.fact.kind);
        kind.is_some_and(|kind| one != two && !kind.can_both_hold(one, two))
    }

    /// Whether both are told of one person: by the name, else by what he is called.
    fn are_of_one(&self, left: &Fate, right: &Fate) -> bool {
        if let Some((one, two)) = left.who.name.as_ref().zip(right.who.name.as_ref()) {
            return decision::are_one(one, two, self.ground.lexicon);
        }
        let Some((one, two)) = left.who.role.as_ref().zip(right.who.role.as_ref()) else { return false };
        let is_dated = left.day.is_some() && left.day == right.day;
        let is_any = !one.is_known || !two.is_known;
        let is_plain = is_dated && is_any && left.words.intersection(&right.words).count() >= SHARED;
        are_one(one, two) && (is_plain || (one.is_known || two.is_known) && are_sole(one, two))
    }

    /// Whether the days that their sentences name do not part them.
    fn may_be_of_one_day(&self, left: &Fate, right: &Fate) -> bool {
        let day = |fate: &Fate| fate.day.as_ref().and_then(Time::seconds);
        let is_near = |one: (i64, i64), other: &Fate| {
            self.published(other).is_none_or(|(first, _)| (first - one.0).abs() <= NEAR)
        };
        match (day(left), day(right)) {
            (Some(one), Some(two)) => one.0 <= two.1 && two.0 <= one.1,
            (Some(one), None) => is_near(one, right),
            (None, Some(two)) => is_near(two, left),
            (None, None) => true,
        }
    }

    fn published(&self, fate: &Fate) -> Option<(i64, i64)> {
        self.ground.articles.get(fate.fact.article.0)?.published.as_ref()?.seconds()
    }

    /// Whether it can be told which of the two came first: what goes on may end on the day on which it is told.
    fn can_be_told(&self, left: &Fate, right: &Fate) -> bool {
        let lasts = |fate: &Fate| {
            let kind = self.ground.lexicon.kind(&fate.fact.kind);
            let mut states = kind.iter().flat_map(|kind| &kind.states);
            states.any(|state| state.lasting && fate.fact.value == Value::State(state.state.clone()))
        };
        if !lasts(left) && !lasts(right) {
            return true;
        }
        let as_of = |fate: &Fate| {
            let told = fate.fact.slots.get(&Slot::AsOf).and_then(|slot| slot.values.first());
            let told = if let Some(Value::Time(time)) = told { time.seconds() } else { None };
            told.or_else(|| self.published(fate))
        };
        as_of(left).zip(as_of(right)).is_some_and(|(one, two)| one.1 <= two.0 || two.1 <= one.0)
    }

    /// What an article tells of the same person.
    fn like<'f>(&'f self, own: &'f Fate) -> impl Iterator<Item = &'f &'f Fate> {
        let is_like = |other: &Fate| {
            let roles = own.who.role.as_ref().zip(other.who.role.as_ref());
            let names = own.who.name.as_ref().zip(other.who.name.as_ref());
            let is_same = |(one, two): (&Name, &Name)| decision::are_one(one, two, self.ground.lexicon);
            names.map_or_else(|| roles.is_some_and(|(one, two)| one.family == two.family), is_same)
        };
        self.all.iter().filter(move |other| {
            other.fact.article == own.fact.article && other.fact.kind == own.fact.kind && is_like(other)
        })
    }

    /// Whether an article tells one fate of somebody.
    fn is_sole(&self, own: &Fate) -> bool {
        self.like(own).all(|other| !self.exclude(own, other))
    }

    /// Whether it is the first that an article tells of the one whom the other article tells of.
    fn is_first(&self, own: &Fate, facing: &Fate) -> bool {
        let first = self.like(own).find(|other| self.are_of_one(other, facing));
        first.is_some_and(|first| first.fact.evidence == own.fact.evidence)
    }
}

/// Whether two call somebody in one way: the same, or one of them more broadly, of as many and of one thing.
fn are_one(left: &Part, right: &Part) -> bool {
    let is_one = left.of.is_empty() || right.of.is_empty() || !left.of.is_disjoint(&right.of);
    let is_broad = |broad: &Part, own: &Part| broad.id == own.family && broad.of.is_empty();
    left.count == right.count
        && (left.id == right.id && is_one || is_broad(left, right) || is_broad(right, left))
}

/// Whether each of two roles is one that its article has once; where one is told more broadly, of its whole sort.
const fn are_sole(left: &Part, right: &Part) -> bool {
    let is_same = left.id == right.id;
    left.is_sole && right.is_sole && (is_same || left.is_alone && right.is_alone)
}

/// Whether neither is told of a part of which the other is not: acquitted *of fraud*, but convicted of theft.
fn are_of_one_matter(left: &Fate, right: &Fate) -> bool {
    left.of.is_empty() && right.of.is_empty() || !left.of.is_disjoint(&right.of)
}
