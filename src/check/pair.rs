//! Two value classes of one question, as the rows of the verdict table see them.

/// Times of day whose day is told elsewhere.
mod day;
/// What one side asserts and the other denies.
mod denied;
/// Which side is the later one, and whether what it tells became so.
pub(super) mod evolution;
/// What keeps two value classes from a contradiction.
mod guard;

use crate::fact::slot::Slot;
use crate::fact::unify::{self, Agreement};
use crate::fact::{Article, Binding, Fact, Modality};
use crate::graph::Knowledge;
use crate::graph::alike::slip::{Slip, compare_written, slip};
use crate::graph::question::{Class, Link, Question};
use crate::lexicon::schema::kind::{Kind, SlotUse};
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::compare::{Comparison, Side};
use crate::value::number::Number;
use crate::value::wording::Wording;
use crate::value::words::Words;
use std::collections::BTreeSet;

/// Two value classes of a question.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'k> {
    /// Everything known.
    pub knowledge: &'k Knowledge,
    /// The kind of the question.
    pub kind: &'k Kind,
    /// The question.
    pub question: &'k Question,
    /// The one class.
    pub left: &'k Class,
    /// The other class.
    pub right: &'k Class,
    /// How their values stand.
    pub comparison: Comparison,
    /// How many questions of this kind the story has: more than one makes an unknown slot ambiguous.
    pub candidates: usize,
    /// The facts of the two sides that are known best.
    best: (Option<&'k Fact>, Option<&'k Fact>),
}

/// Most facts of a class that are known equally well of which one is looked for that suits the other side.
const TIES: usize = 16;

/// The facts of two classes that are known best; of several on a side two that no slot keeps apart.
fn best<'k>(knowledge: &'k Knowledge, left: &Class, right: &Class) -> (Option<&'k Fact>, Option<&'k Fact>) {
    let known = |class: &Class| -> Vec<&'k Fact> {
        let facts = || class.facts.iter().filter_map(|idx| knowledge.fact(*idx));
        let most = facts().map(|fact| fact.slots.len()).max();
        let mut known: Vec<&Fact> = facts().filter(|fact| Some(fact.slots.len()) == most).collect();
        // Of facts that are known equally well the last one stands for all.
        known.reverse();
        known.truncate(TIES);
        known
    };
    let (lefts, rights) = (known(left), known(right));
    let pairs = lefts.iter().flat_map(|left| rights.iter().map(move |right| (*left, *right)));
    let suits = |(left, right): &(&Fact, &Fact)| unify::conflict(&left.slots, &right.slots).is_none();
    let suiting = pairs.into_iter().find(suits);
    suiting.map_or_else(
        || (lefts.first().copied(), rights.first().copied()),
        |(left, right)| (Some(left), Some(right)),
    )
}

/// How the events of two classes stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// Both are about one event.
    Same,
    /// They are about two events.
    Different,
    /// One of them hangs on no event.
    Unknown,
}

/// Whether of an original, another wording in its language and a translation the last goes with the second.
type Belied = fn(&Words, &Words, &Words) -> bool;

impl<'k> Pair<'k> {
    /// Pairs two classes of a question.
    #[must_use]
    pub fn new(
        knowledge: &'k Knowledge,
        kind: &'k Kind,
        question: &'k Question,
        (left, right): (&'k Class, &'k Class),
        candidates: usize,
    ) -> Self {
        let comparison = compare_written(&left.value, &right.value);
        let comparison = day::settled(knowledge, (left, right), comparison);
        let best = best(knowledge, left, right);
        Self { knowledge, kind, question, left, right, comparison, candidates, best }
    }

    fn facts(&self, side: Side) -> impl Iterator<Item = &'k Fact> {
        let class = match side {
            Side::Left => self.left,
            Side::Right => self.right,
        };
        let knowledge = self.knowledge;
        class.facts.iter().filter_map(move |idx| knowledge.fact(*idx))
    }

    /// The fact of a side that is known best.
    fn best(&self, side: Side) -> Option<&'k Fact> {
        match side {
            Side::Left => self.best.0,
            Side::Right => self.best.1,
        }
    }

    /// The article of the first fact of a side.
    fn article(&self, side: Side) -> Option<&'k Article> {
        self.facts(side).next().and_then(|fact| self.knowledge.article(fact.article))
    }

    /// How the two sides' fillings of a slot stand.
    #[must_use]
    pub fn slot(&self, slot: Slot) -> Agreement {
        let (left, right) = (self.best(Side::Left), self.best(Side::Right));
        unify::slots(
            slot,
            left.and_then(|fact| fact.slots.get(&slot)),
            right.and_then(|fact| fact.slots.get(&slot)),
        )
    }

    /// How the events of the two sides stand.
    #[must_use]
    pub fn event(&self) -> Event {
        let event = |side| self.facts(side).find_map(|fact| fact.event);
        match (event(Side::Left), event(Side::Right)) {
            (Some(left), Some(right)) if left == right => Event::Same,
            (Some(_), Some(_)) => Event::Different,
            (None, _) | (_, None) => Event::Unknown,
        }
    }

    /// Whether one side says that something was done and the other that it was not.
    #[must_use]
    pub fn is_done_against_undone(&self) -> bool {
        matches!(self.kind.told, Telling::Done | Telling::Whether) && self.left.value != self.right.value
    }

    /// Whether both assert or both deny.
    #[must_use]
    pub fn same_stance(&self) -> bool {
        self.left.stance == self.right.stance
    }

    /// Whether one side is done and the other planned, possible or conditional.
    #[must_use]
    pub fn modality_differs(&self) -> bool {
        (self.left.modality == Modality::Actual) != (self.right.modality == Modality::Actual)
    }

    /// Whether the two values carry one unit, or none.
    #[must_use]
    pub fn same_unit(&self) -> bool {
        let code = |value: &Value| match value {
            Value::Amount(amount) => amount.unit.as_ref().map(|unit| unit.code.clone()),
            Value::Time(_)
            | Value::Duration(_)
            | Value::Words(_)
            | Value::Name(_)
            | Value::Place(_)
            | Value::State(_) => None,
        };
        code(&self.left.value) == code(&self.right.value)
    }

    /// Whether the two values are written alike, where they are names.
    #[must_use]
    pub fn same_name(&self) -> bool {
        match (&self.left.value, &self.right.value) {
            (Value::Name(left), Value::Name(right)) => left.name == right.name,
            _ => true,
        }
    }

    /// Whether one value is a state and the other its capital.
    #[must_use]
    pub fn is_capital_for_state(&self) -> bool {
        let is_capital = |value: &Value| matches!(value, Value::Place(place) if place.id.as_deref().is_some_and(|id| id.starts_with("capital-")));
        is_capital(&self.left.value) != is_capital(&self.right.value)
    }

    /// Whether one value names a person by the office and the other by name.
    #[must_use]
    pub fn is_role_for_name(&self) -> bool {
        let is_role = |value: &Value| matches!(value, Value::Name(name) if name.keys.iter().any(|key| key.contains(':')));
        is_role(&self.left.value) != is_role(&self.right.value)
    }

    /// The two quotes, where the question is one of words.
    #[must_use]
    pub fn quotes(&self) -> Option<(&'k Words, &'k Words)> {
        match (&self.left.value, &self.right.value) {
            (Value::Words(left), Value::Words(right)) => Some((left, right)),
            _ => None,
        }
    }

    /// How the wordings of the two quotes stand, where the question is one of words.
    #[must_use]
    pub fn wording(&self) -> Option<Wording> {
        let (left, right) = self.quotes()?;
        let wording = left.wording(right);
        let is_belied = |belied| self.is_belied(left, right, belied) || self.is_belied(right, left, belied);
        let is_altered = left.is_across(right)
            && match wording {
                Wording::Unsure if self.slot(Slot::Who) == Agreement::Agree && left.is_likely(right) => true,
                Wording::Reworded => is_belied(Words::is_belied),
                // What is turned, in too few known words to be sure, is turned where it is not against another.
                Wording::Unsure => is_belied(|_, other, translation| {
                    other.likeness(translation).shared > 0 && other.wording(translation) == Wording::Reworded
                }),
                Wording::Same | Wording::Cut | Wording::Altered => false,
            };
        Some(if is_altered { Wording::Altered } else { wording })
    }

    /// Whether an article in the language of the first quote tells it in other words, and those of its translation
    /// bear that one out.
    fn is_belied(&self, original: &Words, translation: &Words, belied: Belied) -> bool {
        let others = self.question.classes.iter().filter_map(|class| match &class.value {
            Value::Words(other) => Some(other).filter(|other| !other.is_across(original)),
            Value::Amount(_)
            | Value::Time(_)
            | Value::Duration(_)
            | Value::Name(_)
            | Value::Place(_)
            | Value::State(_) => None,
        });
        others
            .into_iter()
            .any(|other| original.wording(other) == Wording::Altered && belied(original, other, translation))
    }

    /// Whether the two quotes are said to be of two speakers, each by a full name that one script has. What texts
    /// say of their speakers is a question of its own.
    #[must_use]
    pub fn has_two_speakers(&self) -> bool {
        let is_reviewed = |side| self.best(side).is_some_and(|fact| fact.id.is_some());
        if !is_reviewed(Side::Left) && !is_reviewed(Side::Right) && !self.shares_article() {
            return false;
        }
        self.speaks_apart()
    }

    /// Whether the two quotes are of two speakers, by what texts say.
    #[must_use]
    pub fn speaks_apart(&self) -> bool {
        let speaker = |side: Side| self.best(side).and_then(|fact| fact.slots.get(&Slot::Who));
        self.quotes().is_some() && unify::are_apart_in_script(speaker(Side::Left), speaker(Side::Right))
    }

    /// Whether the question is who said certain words, and the two sides name two people so that one script has
    /// both names.
    #[must_use]
    pub fn names_two_speakers(&self) -> bool {
        let (Value::Name(left), Value::Name(right)) = (&self.left.value, &self.right.value) else {
            return false;
        };
        self.kind.told == Telling::Speaker && left.is_apart(right) && left.shares_script(right)
    }

    /// Whether one holder says both, or neither side names any.
    #[must_use]
    pub fn same_holder(&self) -> bool {
        let any = |side| self.facts(side).any(|fact| !fact.holder.is_empty());
        let holders = |side| self.facts(side).flat_map(|fact| &fact.holder).flat_map(|holder| &holder.keys);
        let left: BTreeSet<&String> = holders(Side::Left).collect();
        let shared = holders(Side::Right).any(|key| left.contains(key));
        shared || (!any(Side::Left) && !any(Side::Right))
    }

    /// Whether the stated numbers differ by a power of ten.
    #[must_use]
    pub fn is_magnitude_slip(&self) -> bool {
        let (Value::Amount(left), Value::Amount(right)) = (&self.left.value, &self.right.value) else {
            return false;
        };
        let (left, right) = (left.form.stated(), right.form.stated());
        let ([left], [right]) = (&*left, &*right) else { return false };
        let ratio = if left > right { left.over(**right) } else { right.over(**left) };
        let mut power = Number::whole(10);
        for _ in 0..9 {
            if ratio == Some(power) {
                return left.magnitude() >= Number::whole(10) || right.magnitude() >= Number::whole(10);
            }
            power = power.times(Number::whole(10)).unwrap_or(power);
        }
        false
    }

    /// How the one number is a slip of the pen for the other, if it is.
    #[must_use]
    pub fn slip(&self) -> Option<Slip> {
        slip(&self.left.value, &self.right.value)
    }

    /// Whether two figures that stand in like words give one number in two units, or in two currencies.
    #[must_use]
    pub fn is_in_other_unit(&self) -> bool {
        self.question.link == Link::Counterparts && self.slip() == Some(Slip::Unit)
    }

    /// Whether somebody put the articles of both sides together, or both tell the value in one wording: two articles that
    /// were found in a heap may tell of two things. The age of somebody unnamed there is any patient's whom notices of
    /// one wording tell of.
    #[must_use]
    pub fn is_of_one_wording(&self) -> bool {
        let is_found = |fact: &Fact| fact.id.is_none() && self.knowledge.neighbourhood.is_found(fact.article);
        let is_named = |fact: &Fact| {
            let who = fact.slots.get(&Slot::Who).into_iter().flat_map(|filling| &filling.values);
            who.into_iter().any(|value| matches!(value, Value::Name(name) if name.is_full()))
        };
        let tell_whom =
            |left: &Fact, right: &Fact| self.kind.told != Telling::Age || is_named(left) && is_named(right);
        let are_one = |left: &Fact, right: &Fact| {
            let is_declared = left.article == right.article || !is_found(left) || !is_found(right);
            is_declared || tell_whom(left, right) && self.knowledge.wordings.are_one(left, right)
        };
        self.facts(Side::Left).any(|left| self.facts(Side::Right).any(|right| are_one(left, right)))
    }

    /// Whether any article states both values.
    #[must_use]
    pub fn quotes_twice(&self) -> bool {
        self.facts(Side::Left).any(|left| self.facts(Side::Right).any(|right| right.article == left.article))
    }

    /// Whether one article alone states both values.
    #[must_use]
    pub fn shares_article(&self) -> bool {
        let mut articles = self.facts(Side::Left).chain(self.facts(Side::Right)).map(|fact| fact.article);
        let first = articles.next();
        articles.all(|article| Some(article) == first)
    }

    /// Whether the two sides tell of different times: where the time is the event's, the event knows better.
    #[must_use]
    pub fn is_other_period(&self) -> bool {
        let own = |side: Side| {
            let filling = self.best(side).and_then(|fact| fact.slots.get(&Slot::When));
            filling.is_some_and(|filling| filling.binding == Binding::Bound)
        };
        let told = match self.kind.slots.get(&Slot::When) {
            Some(SlotUse::Identifies | SlotUse::Narrows) => true,
            _ => self.event() != Event::Same || (own(Side::Left) && own(Side::Right)),
        };
        told && self.slot(Slot::When) == Agreement::Conflict
    }
}
