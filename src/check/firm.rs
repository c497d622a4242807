//! Which facts of two classes stand firmly against each other. An article that gives several answers leaves
//! open which of them is meant, and one that gives both sides' answers contradicts neither.

use crate::check::pair::{Pair, evolution};
use crate::extract::frame::UNLISTED;
use crate::fact::slot::Slot;
use crate::fact::unify::{self, Agreement};
use crate::fact::{ArticleIdx, Binding, Fact, FactIdx, SlotValue};
use crate::graph::Knowledge;
use crate::graph::question::Question;
use crate::lexicon::schema::answers::Evolution;
use crate::lexicon::schema::kind::{Kind, SlotUse};
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::compare::{Comparison, Side, compare};
use crate::value::number::Number;
use crate::value::place::Place;
use std::collections::BTreeMap;

/// Facts of a side that are tried against the other side, where slots must agree fact by fact.
pub(super) const TRIED: usize = 64;

/// What each article says of each kind, whatever the question.
#[derive(Clone, Debug, Default)]
pub struct Said<'k> {
    by_kind: BTreeMap<ArticleIdx, BTreeMap<&'k str, Vec<FactIdx>>>,
}

impl<'k> Said<'k> {
    /// What the articles say.
    #[must_use]
    pub fn new(knowledge: &'k Knowledge) -> Self {
        let mut by_kind: BTreeMap<_, BTreeMap<_, Vec<FactIdx>>> = BTreeMap::new();
        for (idx, fact) in knowledge.facts.iter().enumerate() {
            by_kind
                .entry(fact.article)
                .or_default()
                .entry(fact.kind.as_str())
                .or_default()
                .push(FactIdx(idx));
        }
        Self { by_kind }
    }

    fn of(&self, fact: &Fact) -> &[FactIdx] {
        self.by_kind
            .get(&fact.article)
            .and_then(|kinds| kinds.get(fact.kind.as_str()))
            .map(Vec::as_slice)
            .unwrap_or_default()
    }
}

/// All answers to a question, by article.
#[derive(Clone, Debug)]
pub struct Answers<'s> {
    by_article: BTreeMap<ArticleIdx, Vec<FactIdx>>,
    said: &'s Said<'s>,
}

impl<'s> Answers<'s> {
    /// The answers to a question.
    #[must_use]
    pub fn new(knowledge: &Knowledge, question: &Question, said: &'s Said<'s>) -> Self {
        let mut by_article: BTreeMap<ArticleIdx, Vec<FactIdx>> = BTreeMap::new();
        for idx in question.classes.iter().flat_map(|class| &class.facts) {
            if let Some(fact) = knowledge.fact(*idx) {
                by_article.entry(fact.article).or_default().push(*idx);
            }
        }
        Self { by_article, said }
    }
}

/// The facts of the two sides that contradict each other; none where nothing stands firmly.
#[must_use]
pub fn firm(pair: &Pair<'_>, answers: &Answers<'_>) -> Option<(Vec<FactIdx>, Vec<FactIdx>)> {
    let view = View { pair, answers };
    let left = view.unequivocal(&pair.left.facts, Side::Right);
    let right = view.unequivocal(&pair.right.facts, Side::Left);
    let by_fact = is_bound_by_fact(pair.kind);
    let opposes = |left, right| if by_fact { view.opposes(left, right) } else { view.are_near(left, right) };
    let opposed = |own: &[FactIdx], others: &[FactIdx]| -> Vec<FactIdx> {
        let faces = |idx: &&FactIdx| others.iter().take(TRIED).any(|other| opposes(**idx, *other));
        own.iter().take(TRIED).filter(faces).copied().collect()
    };
    let (lefts, rights) = (opposed(&left, &right), opposed(&right, &left));
    (!lefts.is_empty() && !rights.is_empty()).then_some((lefts, rights))
}

/// Whether one article answers one question twice: only of a kind that its slots tell, or by a reviewer's
/// word. Two counts or measures of one thing are mostly of two; and the term of nobody in particular may be another's
/// than that of somebody.
#[must_use]
pub fn repeats(pair: &Pair<'_>) -> bool {
    let is_open = |slot_use: &SlotUse| matches!(slot_use, SlotUse::Binds | SlotUse::Suits);
    let facts = pair.left.facts.iter().chain(&pair.right.facts);
    let facts = facts.filter_map(|idx| pair.knowledge.fact(*idx));
    let reviewed = facts.clone().all(|fact| fact.id.is_some());
    let named = facts.clone().filter(|fact| fact.slots.contains_key(&Slot::Who)).count();
    let is_of_one = pair.kind.told != Telling::Term || named == 0 || named == facts.count();
    // A text tells of the first of several things.
    let is_of_one = is_of_one && pair.kind.told != Telling::First;
    reviewed || (is_of_one && !pair.kind.slots.values().any(is_open))
}

/// Whether a kind has slots that must agree fact by fact.
pub(super) fn is_bound_by_fact(kind: &Kind) -> bool {
    kind.slots.values().any(|slot_use| matches!(slot_use, SlotUse::Binds | SlotUse::Matches | SlotUse::Suits))
}

struct View<'v, 'k> {
    pair: &'v Pair<'k>,
    answers: &'v Answers<'v>,
}

impl View<'_, '_> {
    fn fact(&self, idx: FactIdx) -> Option<&Fact> {
        self.pair.knowledge.fact(idx)
    }

    /// Those of some facts whose articles give one answer alone that the other side can contradict.
    fn unequivocal(&self, facts: &[FactIdx], other: Side) -> Vec<FactIdx> {
        let against = match other {
            Side::Left => self.pair.left,
            Side::Right => self.pair.right,
        };
        let is_plain = |idx: &&FactIdx| {
            self.fact(**idx).is_some_and(|fact| self.is_unequivocal(fact, &against.value, &against.facts))
        };
        facts.iter().filter(is_plain).copied().collect()
    }

    fn is_unequivocal(&self, fact: &Fact, against: &Value, others: &[FactIdx]) -> bool {
        let own = self.answers.by_article.get(&fact.article).map(Vec::as_slice).unwrap_or_default();
        // The first of those of the other side that tell most.
        let facing = others.iter().take(TRIED).rev().filter_map(|idx| self.fact(*idx));
        let facing = facing.max_by_key(|fact| fact.slots.len());
        // Whoever says what the other side says as well knows of both.
        let says = |idx: &FactIdx| {
            let same_footing =
                |own: &Fact| own.id.is_none() && facing.is_some_and(|facing| own.stance == facing.stance);
            // A length is mostly of something else that the article tells, and the term of nobody in particular one
            // that was asked for or that the law knows.
            let told = self.pair.kind.told;
            let is_named = |own: &Fact| {
                unify::fillings(own.slots.get(&Slot::Who), fact.slots.get(&Slot::Who)) == Agreement::Agree
            };
            let is_it = |own: &Fact| {
                (told != Telling::Length || unify::conflict(&own.slots, &fact.slots).is_none())
                    && (told != Telling::Term || is_named(own))
            };
            self.fact(*idx).is_some_and(|own| {
                same_footing(own) && is_it(own) && compare(&own.value, against) == Comparison::Equal
            })
        };
        if self.answers.said.of(fact).iter().take(TRIED).any(says) || self.is_of_any(fact) {
            return false;
        }
        own.iter().filter_map(|idx| self.fact(*idx)).all(|other| {
            let rivals = other.stance == fact.stance
                && other.modality == fact.modality
                && facing.is_none_or(|facing| self.slot_between(other, facing).is_none())
                && facing.is_none_or(|facing| !self.is_told_better(fact, other, facing));
            !rivals || is_one_answer(self.pair.kind, fact, other, against)
        })
    }

    /// Whether a term is of nobody in particular where its article tells terms of several people.
    fn is_of_any(&self, fact: &Fact) -> bool {
        let is_open = self.pair.kind.told == Telling::Term && !fact.slots.contains_key(&Slot::Who);
        let mut told = self.answers.said.of(fact).iter().take(TRIED).filter_map(|idx| self.fact(*idx));
        is_open && told.any(|other| compare(&other.value, &fact.value) == Comparison::Disjoint)
    }

    /// Whether a fact names what it is of, as the other side does, and another of its article names nothing:
    /// the age of nobody in particular leaves the age of somebody.
    fn is_told_better(&self, fact: &Fact, other: &Fact, facing: &Fact) -> bool {
        let named = |fact: &Fact, slot: &Slot| {
            fact.slots.get(slot).is_some_and(|filling| filling.binding == Binding::Bound)
        };
        let parts = self
            .pair
            .kind
            .slots
            .iter()
            .filter(|(_, slot_use)| matches!(slot_use, SlotUse::Identifies | SlotUse::Narrows));
        let told = |slot: &Slot| {
            named(fact, slot)
                && named(facing, slot)
                && !other.slots.contains_key(slot)
                && unify::fillings(fact.slots.get(slot), facing.slots.get(slot)) == Agreement::Agree
        };
        parts.map(|(slot, _)| slot).any(told)
    }

    /// Whether two facts of different articles tell of one thing.
    fn opposes(&self, left: FactIdx, right: FactIdx) -> bool {
        let (Some(left), Some(right)) = (self.fact(left), self.fact(right)) else { return false };
        left.article != right.article
            && self.slot_between(left, right).is_none()
            && !self.is_elsewhere(left, right)
            && !self.is_elsewhere(right, left)
            && self.is_near(left, right)
    }

    /// Whether a length stands by a place which the other article never names.
    fn is_elsewhere(&self, own: &Fact, other: &Fact) -> bool {
        let place = own.slots.get(&Slot::Where).and_then(|filling| filling.values.first());
        let is_known = |place: &&Value| matches!(place, Value::Place(place) if !place.within.is_empty());
        let place = place.filter(|_| self.pair.kind.told == Telling::Length).filter(is_known);
        let named = self.pair.knowledge.places.get(other.article.0).map(Vec::as_slice).unwrap_or_default();
        let is_it = |place: &Value, named: &Place| {
            let comparison = compare(place, &Value::Place(named.clone()));
            matches!(comparison, Comparison::Equal | Comparison::Within(Side::Right))
        };
        place.is_some_and(|place| !named.iter().any(|named| is_it(place, named)))
    }

    fn are_near(&self, left: FactIdx, right: FactIdx) -> bool {
        self.fact(left).zip(self.fact(right)).is_some_and(|(left, right)| self.is_near(left, right))
    }

    /// Whether two articles tell one story, as far as their words are at hand, and no measures of two things in it.
    fn is_near(&self, left: &Fact, right: &Fact) -> bool {
        let is_one_story = self.pair.knowledge.neighbourhood.are_near(left.article, right.article);
        // What only one of them says it is of may be of anything: a bicycle of 14 kilos, and who weighs 58.
        let is_open = left.slots.contains_key(&Slot::Of) != right.slots.contains_key(&Slot::Of);
        let larger = if is_open { OPEN } else { LARGER };
        is_one_story
            && (self.pair.is_magnitude_slip() || !are_of_two_sizes(&left.value, &right.value, larger))
    }

    /// Whether each of two articles tells when one thing began and no more, and one of them names it: what *it* was
    /// founded in is the same.
    fn is_one_beginning(&self, left: &Fact, right: &Fact) -> bool {
        let is_named = |fact: &Fact| fact.slots.contains_key(&Slot::Of);
        let is_only = |fact: &Fact| {
            let all = self.answers.said.of(fact).iter().take(TRIED).filter_map(|idx| self.fact(*idx));
            is_year(&fact.value)
                && all.into_iter().all(|other| compare(&other.value, &fact.value) != Comparison::Disjoint)
        };
        self.pair.kind.told == Telling::Origin
            && (is_named(left) || is_named(right))
            && is_only(left)
            && is_only(right)
    }

    /// What fills a slot: what the fact says, else what is known of its event.
    fn filling<'f>(&'f self, fact: &'f Fact, slot: Slot) -> Option<&'f SlotValue> {
        let event = || self.pair.knowledge.events.get(fact.event?.0);
        fact.slots.get(&slot).or_else(|| event()?.slots.get(&slot))
    }

    /// The first slot that must agree fact by fact and does not.
    fn slot_between(&self, left: &Fact, right: &Fact) -> Option<Slot> {
        let stops = |slot: &Slot, slot_use: SlotUse| {
            let (one, other) = if slot_use == SlotUse::Matches {
                (self.filling(left, *slot), self.filling(right, *slot))
            } else {
                (left.slots.get(slot), right.slots.get(slot))
            };
            let agreement = unify::fillings(one, other);
            let agrees = agreement == Agreement::Agree;
            let own = [one, other].into_iter().flatten().any(|filling| filling.binding == Binding::Bound);
            match slot_use {
                SlotUse::Binds => {
                    let may_agree = || agreement == Agreement::Unknown && self.is_one_beginning(left, right);
                    !(agrees || may_agree())
                }
                SlotUse::Matches => own && !agrees,
                SlotUse::Suits => agreement == Agreement::Conflict && !may_be_one(one, other),
                SlotUse::Identifies | SlotUse::Narrows | SlotUse::Describes => false,
            }
        };
        self.pair.kind.slots.iter().find(|(slot, slot_use)| stops(slot, **slot_use)).map(|(slot, _)| *slot)
    }
}

/// Longest time in which a year lies that is told by how long ago it was, in seconds.
const YEARS: i64 = 2 * 366 * 24 * 60 * 60;

/// Whether a time is a year, or two where it is told by how long ago it was.
fn is_year(value: &Value) -> bool {
    let Value::Time(time) = value else { return false };
    time.seconds().is_some_and(|(first, last)| last - first <= YEARS)
}

/// How many times as large a figure is that counts something wider.
const BACKGROUND: i64 = 100;

/// Whether the other figure is so much larger that it is of a country or a war, not of this event.
fn is_background(own: &Value, other: &Value) -> bool {
    let stated = |value: &Value| {
        let Value::Amount(amount) = value else { return None };
        amount.form.stated().first().map(|number| **number)
    };
    let bound = stated(own).and_then(|own| own.times(Number::whole(BACKGROUND)));
    bound.zip(stated(other)).is_some_and(|(bound, other)| other >= bound)
}

/// How many times as large a measure is of a thing that is larger; noughts too many are a slip.
const LARGER: i64 = 8;
const OPEN: i64 = 3;

/// Whether one measure is so much larger than the other that it is of something else.
fn are_of_two_sizes(left: &Value, right: &Value, larger: i64) -> bool {
    let size = |value: &Value| {
        let Value::Amount(amount) = value else { return None };
        amount.unit.as_ref()?;
        amount.in_base()
    };
    let Some((left, right)) = size(left).zip(size(right)) else { return false };
    let ratio = if left < right { right.over(left) } else { left.over(right) };
    ratio.is_some_and(|ratio| ratio > Number::whole(larger))
}

/// Whether a word whose meaning is not listed may be another name of what fills the other side: a word of
/// another script, or one whose meaning is.
fn may_be_one(left: Option<&SlotValue>, right: Option<&SlotValue>) -> bool {
    let unlisted = |filling: Option<&SlotValue>| {
        let names = filling.into_iter().flat_map(|filling| &filling.values);
        let mut keys = names.filter_map(|value| match value {
            Value::Name(name) => name.keys.iter().find_map(|key| key.strip_prefix(UNLISTED)),
            Value::Amount(_)
            | Value::Time(_)
            | Value::Duration(_)
            | Value::Words(_)
            | Value::Place(_)
            | Value::State(_) => None,
        });
        keys.next().map(|key| key.is_ascii())
    };
    match (unlisted(left), unlisted(right)) {
        (Some(left), Some(right)) => left != right,
        (Some(_), None) | (None, Some(_)) => true,
        (None, None) => false,
    }
}

/// Whether another fact of an article leaves a fact its only answer: it says the same, counts something wider, or is an
/// earlier stage of what grows, and it does not say what the other side says.
fn is_one_answer(kind: &Kind, fact: &Fact, other: &Fact, against: &Value) -> bool {
    if fact.id.is_some() {
        return true;
    }
    if compare(&fact.value, &other.value) != Comparison::Disjoint {
        return true;
    }
    if is_background(&fact.value, &other.value) {
        return true;
    }
    kind.evolves == Evolution::Up
        && !is_background(&other.value, &fact.value)
        && evolution::grows(&other.value, &fact.value) == Some(true)
        && compare(&other.value, against) == Comparison::Disjoint
}
