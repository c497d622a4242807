//! Counterparts: figures of two articles that stand in like words, each nearer to the other than to any other
//! figure of its article, and differ.
//!
//! Such figures answer one question although no kind asks it: no head, action or owner that is listed need bind
//! them. The words that two sentences share weigh the more the fewer sentences have them and the nearer they
//! stand.

use crate::extract::figure::Figure;
use crate::fact::ArticleIdx;
use crate::graph::alike::apart::{self, Times};
use crate::graph::alike::shelf::{Likeness, Shared};
use crate::graph::alike::slip::{Slip, slip};
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::compare::{Comparison, compare};
use crate::value::number::Number;
use crate::value::place::Place;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// What the same counted noun adds, and what another takes away.
pub(super) const SAME_HEAD: u64 = 400;
const OTHER_HEAD: u64 = 500;

/// What the same measured substance adds; it is one of the words around them as well.
const SAME_SUBSTANCE: u64 = 300;

/// What two words share at least of which one alone can hold.
const CHOICE: u64 = 900;

/// What two places share at least in which one act was.
const VENUE: u64 = 1250;

/// What the words around two figures weigh at least: two counts of one noun may be of two things.
const AROUND: u64 = 250;

/// What the words around any deed weigh at least that the one says was done and the other that it was not.
const DEED: u64 = 500;

/// What one word around two figures weighs, and what an act does of which each article tells once.
const ONE_WORD: u64 = 100;
const ONLY: u64 = 1000;

/// What the words around two counts of one noun weigh at least that differ by little.
const COUNTED: u64 = 400;

/// How many times as large the larger of two tellings of one count is at most.
const COUNTS: (i64, i64) = (3, 2);

/// How much more they share with each other than with any other figure.
const MARGIN: u64 = 100;

/// What nearness of the values adds where it is looked for a figure's partner, by how many times as large the one is
/// at most; and what equal values and slips of the pen add.
const CLOSE: u64 = 400;
const CLOSENESS: [((i64, i64), u64); 4] = [((27, 20), CLOSE), ((8, 5), 350), ((2, 1), 300), ((3, 1), 200)];

/// The partners of a figure in another article, with how likely each is.
type Partners = Vec<(u64, usize)>;

/// Whether the partners plainly are of `value`: none of another value comes near to the likest of them.
fn are_plainly(partners: &Partners, value: &Value, figures: &[Figure]) -> bool {
    let is_it = |partner: usize| {
        figures.get(partner).is_some_and(|figure| compare(&figure.fact.value, value) == Comparison::Equal)
    };
    let most = |of: bool| {
        partners.iter().filter(|(_, partner)| is_it(*partner) == of).map(|(likeness, _)| *likeness).max()
    };
    most(true).is_some_and(|own| most(false).is_none_or(|other| own >= other + MARGIN))
}

/// The figures of two articles that share anything and may answer one question. What the other article gives as
/// well is answered there, and stands in nobody's way.
pub(super) struct Pairings<'f> {
    figures: &'f [Figure],
    /// The figures of each article that another one may stand for, with what they share.
    partners: FxHashMap<(usize, ArticleIdx), Partners>,
    /// Those that differ, by their numbers.
    differing: Vec<(usize, usize, Met<'f>)>,
    times: Times<'f>,
    /// The places that each article names.
    places: &'f [Vec<Place>],
}

impl<'f> Pairings<'f> {
    /// Those of the figures that share anything.
    #[must_use]
    pub(super) fn new(figures: &'f [Figure], shared: &Shared, places: &'f [Vec<Place>]) -> Self {
        let given = Given::new(figures);
        let mut partners: FxHashMap<(usize, ArticleIdx), Partners> = FxHashMap::default();
        let mut differing = Vec::new();
        for ((left, right), likeness) in shared {
            let (Some(one), Some(other)) = (figures.get(*left), figures.get(*right)) else { continue };
            let comparison = compare(&one.fact.value, &other.fact.value);
            if comparison == Comparison::Incomparable
                || !apart::are_of_one_side(one, other)
                || given.is_given((*left, one), (*right, other))
            {
                continue;
            }
            let met = Met::new(one, other, *likeness);
            let rank = met.likeness + met.closeness(comparison);
            partners.entry((*left, other.fact.article)).or_default().push((rank, *right));
            partners.entry((*right, one.fact.article)).or_default().push((rank, *left));
            if comparison == Comparison::Disjoint {
                differing.push((*left, *right, met));
            }
        }
        Self { figures, partners, differing, times: apart::times(figures), places }
    }

    /// Whether each of two figures is plainly likest to the value of the other.
    fn are_mutual(&self, left: usize, right: usize, met: &Met<'_>) -> bool {
        let plainly = |from: usize, to: &Figure| {
            let partners = self.partners.get(&(from, to.fact.article));
            partners.is_some_and(|partners| are_plainly(partners, &to.fact.value, self.figures))
        };
        plainly(left, met.right) && plainly(right, met.left)
    }

    /// Whether other times or other places keep two figures apart.
    fn are_apart(&self, met: &Met<'_>) -> bool {
        (!met.is_slip() && apart::is_other_time(&self.times, met.left, met.right))
            || apart::is_elsewhere(met.left, met.right, self.places)
    }
}

/// The pairs of figures that are each other's counterparts and differ.
#[must_use]
pub(super) fn pairs(pairings: &Pairings<'_>) -> Vec<(usize, usize)> {
    let chosen = pairings.differing.iter().filter(|(left, right, met)| {
        met.is_other_value()
            && (met.is_unmistakable()
                || (pairings.are_mutual(*left, *right, met) && !pairings.are_apart(met)))
    });
    chosen.map(|(left, right, _)| (*left, *right)).collect()
}

/// Two figures of two articles, with what they share.
#[derive(Clone, Copy)]
struct Met<'f> {
    left: &'f Figure,
    right: &'f Figure,
    /// How the one is a slip of the pen for the other.
    slip: Option<Slip>,
    /// Whether they count or measure one noun; none where one of them has none.
    one_thing: Option<bool>,
    /// What they share in all.
    likeness: u64,
    /// What of it the words around them weigh.
    around: u64,
}

impl<'f> Met<'f> {
    fn new(left: &'f Figure, right: &'f Figure, shared: Likeness) -> Self {
        let slip = slip(&left.fact.value, &right.fact.value);
        let heads = left.head.zip(right.head).filter(|(left, right)| !left.is_kin(*right));
        let one_thing = heads.map(|(left, right)| left.key == right.key);
        let weight = shared.weight + slip.map_or(0, Slip::likeness);
        let likeness = match one_thing {
            Some(true) if left.sort != ValueType::Quantity => weight + SAME_HEAD,
            Some(true) => weight + SAME_SUBSTANCE,
            Some(false) => weight.saturating_sub(OTHER_HEAD),
            None => weight,
        };
        let substance = one_thing == Some(true) && left.sort == ValueType::Quantity;
        let around = shared.around + if substance { SAME_SUBSTANCE } else { 0 };
        Self { left, right, slip, one_thing, likeness, around }
    }

    /// Whether the figures differ as two tellings of one figure do: little, or by a slip of the pen.
    fn is_other_value(&self) -> bool {
        let left = self.left;
        let one = &left.fact.value;
        let has_unit = |value: &Value| matches!(value, Value::Amount(amount) if amount.unit.is_some());
        let is_slip = self.is_slip();
        let other_thing = self.one_thing == Some(false) && (is_slip || !has_unit(one));
        if other_thing || !self.is_on_one_footing() {
            return false;
        }
        let around = if left.is_sole { ONE_WORD } else { AROUND };
        let is_plain = self.around >= around || left.is_of_story || self.is_singular();
        let chosen = if is_plain { self.likeness } else { 0 };
        if matches!(left.sort, ValueType::State | ValueType::Name) {
            return chosen >= CHOICE && (!left.is_any_deed || self.around >= DEED);
        }
        if left.sort == ValueType::Place {
            return chosen >= VENUE;
        }
        if self.is_rounded() {
            return false;
        }
        let Some(ratio) = self.ratio() else { return is_slip };
        let counts = left.sort == ValueType::Count && self.one_thing == Some(true);
        let counts = counts && self.around >= COUNTED && is_within(ratio, COUNTS);
        let enough = || needed(left, ratio).is_some_and(|needed| self.likeness >= needed);
        is_slip || counts || (is_plain && enough())
    }

    /// Whether each article tells of one such act only, in a place, and a word near by is one.
    fn is_singular(&self) -> bool {
        self.left.sort == ValueType::Place
            && self.around >= ONE_WORD
            && self.likeness >= self.around + SAME_HEAD + ONLY
    }

    /// Whether both are of one part and side of a thing, and none is the mere number of something.
    fn is_on_one_footing(&self) -> bool {
        let (left, right) = (self.left, self.right);
        apart::are_of_one_side(left, right)
            && (self.is_slip() || left.part == right.part)
            && !left.is_label
            && !right.is_label
    }

    /// How many times as large the larger value is.
    fn ratio(&self) -> Option<Number> {
        let (left, right) = size(&self.left.fact.value).zip(size(&self.right.fact.value))?;
        ratio(left, right)
    }

    /// What the values add to how likely each is the other's partner, whatever the words: two tellings of one figure
    /// lie near to each other.
    fn closeness(&self, comparison: Comparison) -> u64 {
        if comparison != Comparison::Disjoint || self.slip.is_some() {
            return CLOSE;
        }
        let Some(ratio) = self.ratio() else { return 0 };
        let step = CLOSENESS.iter().find(|(most, _)| is_within(ratio, *most));
        step.map_or(0, |(_, closeness)| *closeness)
    }

    /// Whether they differ by no more than rounding, a hedge or another unit explains.
    fn is_rounded(&self) -> bool {
        let (one, other) = (&self.left.fact.value, &self.right.fact.value);
        let is_loose = is_hedged(one) || is_hedged(other) || are_in_two_units(one, other);
        is_loose && self.ratio().is_some_and(|ratio| is_within(ratio, HEDGED))
    }

    /// Whether the one figure looks like a slip of the pen for the other, by what they share.
    fn is_slip(&self) -> bool {
        let is_of_one = self.one_thing == Some(true) && !self.left.is_of_anybody && !self.right.is_of_anybody;
        let is_near = self.around >= AROUND || is_of_one;
        let enough = |slip: Slip| is_near && self.likeness >= slip.needed(is_of_one);
        self.is_unmistakable() || self.slip.is_some_and(enough)
    }

    /// Whether hardly anything but one figure can be meant, whatever stands around: a plain slip of the pen in
    /// the number of one noun, or of a measure.
    fn is_unmistakable(&self) -> bool {
        let is_measure = self.left.sort == ValueType::Quantity;
        self.slip == Some(Slip::Plain) && self.one_thing.unwrap_or(is_measure)
    }
}

/// What two figures that differ by a ratio share at least that answer one question: the less the rarer their
/// dimension is in the news, the more the farther they lie apart.
fn needed(figure: &Figure, ratio: Number) -> Option<u64> {
    let steps: &[((i64, i64), u64)] = match figure.sort {
        ValueType::Quantity => &[((13, 10), 300), ((8, 5), 1300)],
        ValueType::Money => &[((6, 5), 400), ((8, 5), 1300)],
        ValueType::Percent => &[((11, 10), 600), ((8, 5), 1500)],
        ValueType::Duration if is_age_of_earth(&figure.fact.value) => &[((13, 10), 300), ((8, 5), 1300)],
        ValueType::Duration => &[((13, 10), 1000), ((8, 5), 1500)],
        ValueType::Ordinal => &[((3, 2), 600)],
        ValueType::Frequency => &[((3, 2), 1100)],
        ValueType::Count if figure.head.is_some() => &[((8, 5), 1500)],
        ValueType::Count => &[((27, 20), 900), ((8, 5), 1300)],
        ValueType::Time
        | ValueType::Quote
        | ValueType::Place
        | ValueType::Name
        | ValueType::State
        | ValueType::Occurrence => &[],
    };
    steps.iter().find(|(most, _)| is_within(ratio, *most)).map(|(_, needed)| *needed)
}

/// Months from which on a length is of ages before all history: few things of a story are so long.
const AGES: i64 = 12 * 10_000;

/// Whether a length of time is longer than all history.
fn is_age_of_earth(value: &Value) -> bool {
    let Value::Duration(duration) = value else { return false };
    duration.form.stated().into_iter().all(|period| period.months >= Number::whole(AGES))
}

/// How far a rounded or vague figure may lie from another of the same thing.
const HEDGED: (i64, i64) = (9, 8);

/// Whether two lengths of time are told to two units: four and a half weeks, and 31 days.
fn are_in_two_units(left: &Value, right: &Value) -> bool {
    matches!((left, right), (Value::Duration(left), Value::Duration(right)) if left.precision != right.precision)
}

/// Whether a figure is given as about or at most what it says.
fn is_hedged(value: &Value) -> bool {
    match value {
        Value::Amount(amount) => !matches!(amount.form, Form::Exactly(_)),
        Value::Duration(duration) => !matches!(duration.form, Form::Exactly(_)),
        Value::Time(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => false,
    }
}

/// How many times as large the larger of two numbers is.
fn ratio(left: Number, right: Number) -> Option<Number> {
    if left < right { right.over(left) } else { left.over(right) }
}

fn is_within(ratio: Number, most: (i64, i64)) -> bool {
    Number::ratio(most.0, most.1).is_some_and(|most| ratio <= most)
}

/// How much a value is, in base units; none of what is not one number or length.
fn size(value: &Value) -> Option<Number> {
    match value {
        Value::Amount(Amount { form, unit, .. }) => {
            let stated = form.stated();
            let [number] = stated.as_slice() else { return None };
            unit.as_ref().map_or(Some(**number), |unit| unit.to_base(**number)).map(Number::magnitude)
        }
        Value::Duration(duration) => {
            let stated = duration.form.stated();
            let [period] = stated.as_slice() else { return None };
            period.bounds().map(|(low, _)| low)
        }
        Value::Time(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => None,
    }
}

/// What each article gives: the kind of a figure, how much it is and of what, as one number.
struct Given {
    /// The number of what each figure gives; none of what has no size.
    of: Vec<Option<usize>>,
    held: FxHashSet<(ArticleIdx, usize)>,
}

impl Given {
    fn new(figures: &[Figure]) -> Self {
        let mut numbers: BTreeMap<(&str, Told<'_>, Option<u64>), usize> = BTreeMap::new();
        let number = |figure| {
            let next = numbers.len();
            Some(*numbers.entry(given(figure)?).or_insert(next))
        };
        let of: Vec<Option<usize>> = figures.iter().map(number).collect();
        let held = figures.iter().zip(&of).filter_map(|(figure, of)| Some((figure.fact.article, (*of)?)));
        Self { held: held.collect(), of }
    }

    /// Whether one of the two articles gives what the other says as well, so that it knows of both.
    fn is_given(&self, left: (usize, &Figure), right: (usize, &Figure)) -> bool {
        self.gives(left.1.fact.article, right.0) || self.gives(right.1.fact.article, left.0)
    }

    /// Whether an article gives what a figure says.
    fn gives(&self, article: ArticleIdx, figure: usize) -> bool {
        let given = self.of.get(figure).copied().flatten();
        given.is_some_and(|given| self.held.contains(&(article, given)))
    }
}

/// What a figure tells: how much it is, or which of the words that exclude one another.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Told<'f> {
    Size(Number),
    Place(&'f str),
    State(&'f str),
}

/// The kind of a figure, what it tells and of what.
fn given(figure: &Figure) -> Option<(&str, Told<'_>, Option<u64>)> {
    let told = match &figure.fact.value {
        Value::State(state) => Told::State(state),
        Value::Place(place) => Told::Place(place.id.as_deref()?),
        value @ (Value::Amount(_) | Value::Time(_) | Value::Duration(_)) => Told::Size(size(value)?),
        Value::Words(_) | Value::Name(_) => return None,
    };
    Some((figure.fact.kind.as_str(), told, figure.head.map(|head| head.key)))
}
