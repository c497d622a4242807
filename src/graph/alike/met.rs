//! Two figures that meet: what they share, how their values stand, and whether they can be two tellings of one.

use crate::extract::figure::Figure;
use crate::graph::alike::apart;
use crate::graph::alike::one;
use crate::graph::alike::shelf::Likeness;
use crate::graph::alike::slip::{Slip, are_two_extents, slip};
use crate::graph::alike::weighed::Stop;
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::compare::Comparison;
use crate::value::number::Number;

/// What the same counted noun adds, and what another takes away.
const SAME_HEAD: u64 = 400;
const OTHER_HEAD: u64 = 500;

/// What the same measured substance adds; it is one of the words around them as well.
const SAME_SUBSTANCE: u64 = 300;

/// What two figures share at least that differ by no slip of the pen, and how many times as large the larger is at most.
const PLAIN: u64 = 700;
const LARGER: (i64, i64) = (2, 1);

/// What two measures share at least of which one is little larger: measures are rarer in the news than counts.
const MEASURED: u64 = 300;
const NEAR: (i64, i64) = (13, 10);

/// What two words share at least of which one alone can hold.
const CHOICE: u64 = 900;

/// What two places share at least in which one act was.
const VENUE: u64 = 1250;

/// What the words around two figures weigh at least of which one alone can hold.
const AROUND: u64 = 250;

/// What the words around any deed weigh at least that the one says was done and the other that it was not.
const DEED: u64 = 500;

/// What one word around two figures weighs, and what an act does of which each article tells once.
const ONE_WORD: u64 = 100;
const ONLY: u64 = 1000;

/// What nearness of the values adds where it is looked for a figure's partner, by how many times as large the one is
/// at most; and what equal values and slips of the pen add.
const CLOSE: u64 = 400;
const CLOSENESS: [((i64, i64), u64); 4] = [((27, 20), CLOSE), ((8, 5), 350), ((2, 1), 300), ((3, 1), 200)];

/// Two figures of two articles, with what they share.
#[derive(Clone, Copy)]
pub(super) struct Met<'f> {
    pub(super) left: &'f Figure,
    pub(super) right: &'f Figure,
    /// How the one is a slip of the pen for the other.
    pub(super) slip: Option<Slip>,
    /// Whether they count or measure one noun; none where one of them has none.
    pub(super) one_thing: Option<bool>,
    /// What they share in all.
    pub(super) likeness: u64,
    /// Whether a kind that asks for one thing claims both.
    pub(super) is_one_kind: bool,
    /// What of it the words around them weigh.
    around: u64,
}

impl<'f> Met<'f> {
    pub(super) fn new(left: &'f Figure, right: &'f Figure, shared: Likeness) -> Self {
        // A sum that is converted for the readers is in the other unit on purpose.
        let is_converted = left.is_converted || right.is_converted;
        let slip =
            slip(&left.fact.value, &right.fact.value).filter(|slip| *slip != Slip::Unit || !is_converted);
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
        Self { left, right, slip, one_thing, likeness, is_one_kind: shared.is_one_kind, around }
    }

    /// What plainly keeps the figures from differing: they are numbers by which things are told apart, or rounded.
    pub(super) fn stop(&self) -> Option<Stop> {
        let is_free = self.left.label.is_none() && self.right.label.is_none();
        let is_one_substance =
            matches!(self.slip, Some(Slip::Plain | Slip::Measured)) || !self.is_other_substance();
        if !is_free && !self.is_one_label() {
            Some(Stop::Label)
        } else if !is_one_substance {
            Some(Stop::Substance)
        } else {
            self.is_rounded().then_some(Stop::Rounded)
        }
    }

    /// Whether both are the number of one sort of thing and the one is a slip of the pen for the other: train 973, train
    /// 937.
    fn is_one_label(&self) -> bool {
        let labels = self.left.label.zip(self.right.label);
        self.slip == Some(Slip::Plain)
            && labels.is_some_and(|(left, right)| left.of.is_some() && left.of == right.of)
    }

    /// Whether two substances are measured.
    pub(super) fn is_other_substance(&self) -> bool {
        self.one_thing == Some(false) && self.left.sort == ValueType::Quantity
    }

    /// Whether the figures plainly stand in like words.
    pub(super) fn is_in_like_words(&self) -> bool {
        let is_close = self.ratio().is_some_and(|ratio| is_within(ratio, NEAR));
        self.likeness >= if is_close && self.left.sort == ValueType::Quantity { MEASURED } else { PLAIN }
    }

    /// Whether the larger figure is not much larger, or both are stretches of which one end is the same.
    pub(super) fn is_near(&self) -> bool {
        let is_extent = || are_two_extents(&self.left.fact.value, &self.right.fact.value);
        self.ratio().map_or_else(is_extent, |ratio| is_within(ratio, LARGER))
    }

    /// Whether both figures are given as just what they say, and are no counts or ranks: ten of one make and eight of
    /// another are told as thirty elsewhere, and who is the second here is the fifth in the world.
    pub(super) fn is_exact(&self) -> bool {
        !matches!(self.left.sort, ValueType::Count | ValueType::Ordinal)
            && !is_hedged(&self.left.fact.value)
            && !is_hedged(&self.right.fact.value)
    }

    /// Whether plainly two nouns are counted and nothing around them is alike.
    pub(super) fn is_of_other_words(&self) -> bool {
        let heads = self.left.head.zip(self.right.head);
        self.likeness == 0 && heads.is_some_and(|(left, right)| left.is_plainly_other(right))
    }

    /// Whether two nouns are counted, or two things measured in no unit.
    pub(super) fn is_other_thing(&self) -> bool {
        let has_unit = matches!(&self.left.fact.value, Value::Amount(amount) if amount.unit.is_some());
        self.one_thing == Some(false) && !has_unit
    }

    /// Whether the figures are weighed here: days, years and clocks are elsewhere, ages are a kind's own.
    pub(super) fn is_weighed(&self) -> bool {
        self.left.sort != ValueType::Time && !self.left.is_age && !self.right.is_age
    }

    /// Whether the words around both are alike.
    pub(super) const fn shares_words(&self) -> bool {
        self.around >= AROUND
    }

    /// Whether the figures give words, names or places.
    pub(super) fn is_of_words(&self) -> bool {
        matches!(self.left.sort, ValueType::State | ValueType::Name | ValueType::Place)
    }

    /// Whether the figures give two words, names or places of which one alone can hold.
    pub(super) fn is_other_choice(&self) -> bool {
        let left = self.left;
        let is_one = self.is_on_one_footing() && one::are_of_one(left, self.right);
        if self.one_thing == Some(false) || !is_one {
            return false;
        }
        let around = if left.is_sole { ONE_WORD } else { AROUND };
        let is_plain = self.around >= around || left.is_of_story || self.is_singular();
        let least = if left.sort == ValueType::Place { VENUE } else { CHOICE };
        is_plain && self.likeness >= least && (!left.is_any_deed || self.around >= DEED)
    }

    /// Whether each article tells of one such act only, in a place, and a word near by is one.
    fn is_singular(&self) -> bool {
        self.left.sort == ValueType::Place
            && self.around >= ONE_WORD
            && self.likeness >= self.around + SAME_HEAD + ONLY
    }

    /// Whether both are of one part and side of a thing, and none is the mere number of something.
    pub(super) fn is_on_one_footing(&self) -> bool {
        let (left, right) = (self.left, self.right);
        apart::are_on_one_footing(left, right) && left.label.is_none() && right.label.is_none()
    }

    /// How large both are.
    pub(super) fn sizes(&self) -> Option<(Number, Number)> {
        size(&self.left.fact.value).zip(size(&self.right.fact.value))
    }

    /// How many times as large the larger value is.
    pub(super) fn ratio(&self) -> Option<Number> {
        let (left, right) = self.sizes()?;
        ratio(left, right)
    }

    /// What the values add to how likely each is the other's partner, whatever the words: two tellings of one figure
    /// lie near to each other.
    pub(super) fn closeness(&self, comparison: Comparison) -> u64 {
        if comparison != Comparison::Disjoint || self.slip.is_some() {
            return CLOSE;
        }
        let Some(ratio) = self.ratio() else { return 0 };
        let step = CLOSENESS.iter().find(|(most, _)| is_within(ratio, *most));
        step.map_or(0, |(_, closeness)| *closeness)
    }

    /// What it takes from how likely each is the other's partner that one is a first: much is done for the first time, and
    /// the first of several is told beside the third.
    pub(super) fn distraction(&self) -> u64 {
        let is_first = |figure: &Figure| {
            figure.sort == ValueType::Ordinal && size(&figure.fact.value) == Some(Number::ONE)
        };
        if is_first(self.left) == is_first(self.right) { 0 } else { FIRST }
    }

    /// Whether they differ by no more than rounding, a hedge or another unit explains.
    fn is_rounded(&self) -> bool {
        // Nothing rounds 14,300 to 13,400.
        if matches!(self.slip, Some(Slip::Unit | Slip::Plain)) {
            return false;
        }
        let (one, other) = (&self.left.fact.value, &self.right.fact.value);
        let is_loose = is_hedged(one) || is_hedged(other) || are_in_two_units(one, other);
        let most = if self.left.sort == ValueType::Duration { LONGER } else { HEDGED };
        is_loose && self.ratio().is_some_and(|ratio| is_within(ratio, most))
    }
}

/// What a first is less likely the partner of a later rank than another later one is.
const FIRST: u64 = 200;

/// How far a rounded or vague figure may lie from another of the same thing.
const HEDGED: (i64, i64) = (9, 8);

/// How far a rounded or vague length of time may lie from another: 12 minutes and about a quarter of an hour.
const LONGER: (i64, i64) = (5, 4);

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
pub(super) fn size(value: &Value) -> Option<Number> {
    match value {
        Value::Amount(Amount { form, unit, .. }) => {
            let stated = form.stated();
            let [number] = &*stated else { return None };
            unit.as_ref().map_or(Some(**number), |unit| unit.to_base(**number)).map(Number::magnitude)
        }
        Value::Duration(duration) => {
            let stated = duration.form.stated();
            let [period] = &*stated else { return None };
            period.bounds().map(|(low, _)| low)
        }
        Value::Time(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => None,
    }
}
