//! What befell as many people: four who were killed, and four who were wounded in the same words elsewhere.

use crate::extract::figure::{Figure, value_key};
use crate::extract::kind::tells_what_befell;
use crate::fact::{ArticleIdx, Fact};
use crate::graph::alike::known::{Claims, Known};
use crate::graph::alike::ones::Ones;
use crate::graph::alike::shelf::Likeness;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::number::Number;
use std::collections::{BTreeMap, BTreeSet};

/// Fewest people whose number tells that they are the same ones.
const LEAST: Number = Number::whole(3);

/// What the words around two counts weigh at least that tell of the same people.
const LIKE: u64 = 600;

/// Most counts of so many people that are looked at for turned fates.
const SHELF: usize = 64;

/// A count of people with what befell them.
#[derive(Clone, Copy)]
struct Told<'t, 'b> {
    idx: usize,
    figure: &'t Figure,
    state: &'b str,
}

/// What befell the people whom figures count.
pub(super) struct Befallen<'b> {
    figures: &'b [Figure],
    kind: Option<&'b Kind>,
    /// The one thing that befell those whom a figure counts.
    states: BTreeMap<usize, &'b str>,
    /// What each article tells of so many people, by value.
    given: BTreeSet<(ArticleIdx, &'b str, Option<u64>)>,
    /// What each sentence tells of people.
    told: BTreeSet<(ArticleIdx, usize, &'b str)>,
}

impl<'b> Befallen<'b> {
    /// What the kinds that claim figures tell of those whom they count.
    pub(super) fn new(figures: &'b [Figure], known: &'b Known<'_>, claims: &[Option<&Claims<'_>>]) -> Self {
        let kind = known.lexicon.kinds().iter().find(|kind| kind.told == Telling::Befallen);
        let state = |id: &str| {
            let befell = known.lexicon.kind(id).filter(|befell| tells_what_befell(befell))?;
            let is_it = |concepts: &[String]| concepts.iter().any(|concept| befell.heads.contains(concept));
            kind?.states.iter().find(|state| is_it(&state.concepts)).map(|state| state.state.as_str())
        };
        let mut all =
            Self { figures, kind, states: BTreeMap::new(), given: BTreeSet::new(), told: BTreeSet::new() };
        for (idx, figure) in figures.iter().enumerate() {
            let claims = claims.get(idx).copied().flatten();
            let states: BTreeSet<&str> =
                claims.iter().flat_map(|claims| &claims.kinds).filter_map(|kind| state(kind)).collect();
            let article = figure.fact.article;
            for state in &states {
                all.given.insert((article, *state, value_key(&figure.fact.value)));
                all.told.insert((article, figure.sentence, *state));
            }
            if let (Some(state), 1) = (states.first(), states.len()) {
                all.states.insert(idx, *state);
            }
        }
        all
    }

    /// Whether two equal figures count the same people, of whom two articles tell two things.
    pub(super) fn are_two(&self, left: usize, right: usize, likeness: Likeness) -> bool {
        likeness.around >= LIKE && self.may_be_two(left, right)
    }

    /// Whether two equal figures count as many people, of whom two articles tell two things and neither article both.
    fn may_be_two(&self, left: usize, right: usize) -> bool {
        let Some((one, other)) = self.figures.get(left).zip(self.figures.get(right)) else { return false };
        let Some((state, against)) = self.states.get(&left).zip(self.states.get(&right)) else {
            return false;
        };
        let knows = |figure: &Figure, state: &'b str| {
            let article = figure.fact.article;
            self.given.contains(&(article, state, value_key(&figure.fact.value)))
                || self.told.contains(&(article, figure.sentence, state))
        };
        state != against
            && is_several(&one.fact.value)
            && one.fact.article != other.fact.article
            && one.fact.value == other.fact.value
            && !knows(one, against)
            && !knows(other, state)
    }

    /// The counts of people of whom two articles tell two things, with all that is one with either.
    pub(super) fn spread(&self, ones: &Ones) -> BTreeSet<(usize, usize)> {
        let mut classes: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for idx in self.states.keys() {
            classes.entry(ones.class(*idx)).or_default().push(*idx);
        }
        let like = |idx: usize| classes.get(&ones.class(idx)).map(Vec::as_slice).unwrap_or_default();
        let all = ones.fates.iter().flat_map(|(left, right)| {
            let both = |left: usize| move |right: &usize| (left.min(*right), left.max(*right));
            like(*left).iter().flat_map(move |left| like(*right).iter().map(both(*left)))
        });
        all.filter(|(left, right)| self.may_be_two(*left, *right)).collect()
    }

    /// The counts that two near articles of a story give to each other's fates: 12 killed and 33 hurt, 33 killed and 12
    /// hurt.
    pub(super) fn swapped(
        &self,
        story: impl Fn(&Fact) -> String,
        are_near: impl Fn(ArticleIdx, ArticleIdx) -> bool,
    ) -> BTreeSet<(usize, usize)> {
        let mut by_fate: BTreeMap<(ArticleIdx, &str), Vec<Told<'b, 'b>>> = BTreeMap::new();
        for told in self.states.keys().filter_map(|idx| self.of(*idx)) {
            by_fate.entry((told.figure.fact.article, told.state)).or_default().push(told);
        }
        let mut all = BTreeSet::new();
        for (one, other) in self.as_many(story) {
            let (left, right) = (one.idx, other.idx);
            if !are_near(one.figure.fact.article, other.figure.fact.article) {
                continue;
            }
            // What the other article gives to the fate of each.
            let turned = |own: Told<'_, 'b>, other: Told<'_, 'b>| {
                let told = by_fate.get(&(other.figure.fact.article, own.state))?;
                told.iter().find(|told| told.figure.fact.value != own.figure.fact.value)
            };
            let (Some(other_own), Some(own_other)) = (turned(one, other), turned(other, one)) else {
                continue;
            };
            let is_turned = other_own.figure.fact.value == own_other.figure.fact.value
                && is_several(&other_own.figure.fact.value)
                && !self.gives(one, *other_own)
                && !self.gives(*other_own, one);
            if is_turned {
                all.insert((left.min(other_own.idx), left.max(other_own.idx)));
                all.insert((right.min(own_other.idx), right.max(own_other.idx)));
            }
        }
        all
    }

    /// Whether an article gives what another one tells to the same fate as well.
    fn gives(&self, own: Told<'_, 'b>, other: Told<'_, 'b>) -> bool {
        let key = value_key(&other.figure.fact.value);
        self.given.contains(&(own.figure.fact.article, own.state, key))
    }

    /// Each two equal counts of two fates in two articles of a story.
    fn as_many(&self, story: impl Fn(&Fact) -> String) -> Vec<(Told<'b, 'b>, Told<'b, 'b>)> {
        let mut shelves: BTreeMap<(String, Option<u64>), Vec<Told<'b, 'b>>> = BTreeMap::new();
        for told in self.states.keys().filter_map(|idx| self.of(*idx)) {
            let fact = &told.figure.fact;
            if is_several(&fact.value) {
                shelves.entry((story(fact), value_key(&fact.value))).or_default().push(told);
            }
        }
        let are_two = |one: &Told<'_, '_>, other: &Told<'_, '_>| {
            one.state != other.state && one.figure.fact.article != other.figure.fact.article
        };
        let each_two = |shelf: Vec<Told<'b, 'b>>| {
            let pairs = shelf.iter().enumerate().flat_map(|(at, one)| {
                let others = shelf.iter().skip(at + 1).filter(|other| are_two(one, other));
                others.map(|other| (*one, *other))
            });
            pairs.collect::<Vec<_>>()
        };
        shelves.into_values().filter(|shelf| shelf.len() <= SHELF).flat_map(each_two).collect()
    }

    /// A count with the fate of those whom it counts.
    fn of(&self, idx: usize) -> Option<Told<'b, 'b>> {
        Some(Told { idx, figure: self.figures.get(idx)?, state: self.states.get(&idx)? })
    }

    /// A figure as what befell those whom it counts.
    pub(super) fn fact(&self, idx: usize) -> Option<Fact> {
        let (figure, kind, state) = (self.figures.get(idx)?, self.kind?, self.states.get(&idx)?);
        let value = Value::State((*state).to_owned());
        Some(Fact { kind: kind.id.clone(), value, ..figure.fact.clone() })
    }
}

/// Whether a value is just so many.
fn is_several(value: &Value) -> bool {
    matches!(value, Value::Amount(amount) if matches!(amount.form, Form::Exactly(number) if number >= LEAST))
}
