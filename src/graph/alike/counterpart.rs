//! Counterparts: figures of two articles that stand in like words, each nearer to the other than to any other
//! figure of its article, and differ.
//!
//! Such figures answer one question although no kind asks it: no head, action or owner that is listed need bind
//! them. The words that two sentences share weigh the more the fewer sentences have them and the nearer they
//! stand.

use crate::extract::figure::Figure;
use crate::fact::ArticleIdx;
use crate::graph::alike::apart::{self, Times};
use crate::graph::alike::clues;
use crate::graph::alike::crowd::Crowd;
use crate::graph::alike::given::Given;
use crate::graph::alike::guard::Guard;
use crate::graph::alike::known::Known;
use crate::graph::alike::shelf::{Likeness, Shared};
use crate::graph::alike::slip::{self, Slip, slip};
use crate::graph::alike::weights::{self, Clue, Evidence};
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::compare::{Comparison, compare};
use crate::value::number::Number;
use rustc_hash::FxHashMap;

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

/// How much more they share with each other than with any other figure.
const MARGIN: i64 = 100;

/// What nearness of the values adds where it is looked for a figure's partner, by how many times as large the one is
/// at most; and what equal values and slips of the pen add.
const CLOSE: u64 = 400;
const CLOSENESS: [((i64, i64), u64); 4] = [((27, 20), CLOSE), ((8, 5), 350), ((2, 1), 300), ((3, 1), 200)];

/// The partners of a figure in another article, with how likely each is.
type Partners = Vec<(u64, usize)>;

/// How much likelier the likest partner of what a figure gives is than the likest of any other value: a state that can
/// hold beside it is no other.
fn margin(partners: &Partners, to: &Figure, figures: &[Figure], known: &Known<'_>) -> i64 {
    let is_it = |partner: usize| {
        figures.get(partner).is_some_and(|figure| {
            compare(&figure.fact.value, &to.fact.value) == Comparison::Equal
                || known.can_both_hold(figure, to)
        })
    };
    let most = |of: bool| {
        let likeness = partners.iter().filter(|(_, partner)| is_it(*partner) == of);
        i64::try_from(likeness.map(|(likeness, _)| *likeness).max().unwrap_or_default()).unwrap_or_default()
    };
    most(true) - most(false)
}

/// The figures of two articles that may answer one question. What the other article gives as well is answered
/// there, and stands in nobody's way.
pub(super) struct Pairings<'f> {
    figures: &'f [Figure],
    /// The figures of each article that another one may stand for, with what they share.
    partners: FxHashMap<(usize, ArticleIdx), Partners>,
    /// Those that differ, by their numbers.
    differing: Vec<(usize, usize, Met<'f>)>,
    times: Times<'f>,
    known: &'f Known<'f>,
    crowd: Crowd,
}

impl<'f> Pairings<'f> {
    /// Those of the figures that share anything, and of `others` all.
    #[must_use]
    pub(super) fn new(
        figures: &'f [Figure],
        shared: &Shared,
        others: &[(usize, usize)],
        known: &'f Known<'f>,
    ) -> Self {
        let given = Given::new(figures);
        let mut partners: FxHashMap<(usize, ArticleIdx), Partners> = FxHashMap::default();
        let mut differing = Vec::new();
        let strangers = others.iter().map(|pair| (*pair, Likeness::default()));
        for ((left, right), likeness) in shared.iter().copied().chain(strangers) {
            let (Some(one), Some(other)) = (figures.get(left), figures.get(right)) else { continue };
            let comparison = compare(&one.fact.value, &other.fact.value);
            let is_in_other_unit = slip::is_in_other_unit(&one.fact.value, &other.fact.value);
            if (comparison == Comparison::Incomparable && !is_in_other_unit)
                || !apart::are_of_one_side(one, other)
                || given.is_given((left, one), (right, other))
            {
                continue;
            }
            let met = Met::new(one, other, likeness);
            let rank = met.likeness + met.closeness(comparison);
            partners.entry((left, other.fact.article)).or_default().push((rank, right));
            partners.entry((right, one.fact.article)).or_default().push((rank, left));
            if comparison == Comparison::Disjoint || is_in_other_unit {
                differing.push((left, right, met));
            }
        }
        Self { figures, partners, differing, times: apart::times(figures), known, crowd: Crowd::new(figures) }
    }

    /// How much likelier each of two figures is to the value of the other than to any other value.
    fn margins(&self, left: usize, right: usize, met: &Met<'_>) -> (i64, i64) {
        let margin = |from: usize, to: &Figure| {
            let partners = self.partners.get(&(from, to.fact.article));
            partners.map_or(0, |partners| margin(partners, to, self.figures, self.known))
        };
        (margin(left, met.right), margin(right, met.left))
    }

    /// Whether other times or other places keep two figures apart.
    fn are_apart(&self, met: &Met<'_>) -> bool {
        (met.left.sort != ValueType::Time && apart::is_other_time(&self.times, met.left, met.right))
            || apart::is_elsewhere(met.left, met.right, self.known.places)
    }

    /// Whether two words or names of which one alone can hold are each other's counterparts.
    fn are_chosen(&self, left: usize, right: usize, met: &Met<'_>) -> bool {
        let margins = self.margins(left, right, met);
        met.is_other_choice() && margins.0.min(margins.1) >= MARGIN && !self.are_apart(met)
    }

    /// Whether two figures that differ by no slip of the pen may be counterparts: they share a word, are each other's
    /// likeliest partners, and nothing keeps them apart.
    fn may_be_one(&self, left: usize, right: usize, met: &Met<'_>) -> bool {
        let margins = self.margins(left, right, met);
        met.around >= AROUND
            && margins.0.min(margins.1) >= MARGIN
            && !met.is_other_thing()
            && met.is_on_one_footing()
            && !self.are_apart(met)
    }

    /// What speaks for and against two figures being two tellings of one.
    fn evidence(&self, left: usize, right: usize, met: &Met<'_>) -> Evidence {
        clues::evidence(met, self.margins(left, right, met), &self.crowd, (left, right))
    }
}

/// Two figures that differ.
#[derive(Clone, Debug)]
pub(super) struct Counterparts {
    pub(super) left: usize,
    pub(super) right: usize,
    /// What speaks for and against their being two tellings of one; none of words and names, which are chosen or not.
    pub(super) evidence: Option<Evidence>,
    /// Whether they are told against each other.
    pub(super) is_told: bool,
}

/// The figures of near articles that differ, weighed. What evolves, or counts plainly other nouns in unlike words, needs
/// more evidence than the rest, and is told only where the one figure is a slip of the pen for the other.
#[must_use]
pub(super) fn weigh(
    pairings: &Pairings<'_>,
    guard: &Guard<'_, '_>,
    are_near: impl Fn(usize, usize) -> bool,
) -> Vec<Counterparts> {
    let weighed = |(left, right, met): &(usize, usize, Met<'_>)| {
        let (left, right) = (*left, *right);
        if !met.is_weighed() || !are_near(left, right) {
            return None;
        }
        let is_found = guard.is_found(left);
        if met.is_of_words() {
            let is_told = !is_found
                && guard.may_differ(left, right)
                && guard.are_free(left, right)
                && pairings.are_chosen(left, right, met);
            return is_told.then_some(Counterparts { left, right, evidence: None, is_told });
        }
        let mut evidence = pairings.evidence(left, right, met);
        evidence.tell(Clue::Languages, guard.are_across(left, right));
        let is_slip = met.slip.is_some();
        // What kinds, people, times and nouns keep apart is still one figure where the one is a slip of the pen for the
        // other.
        let is_in_other_unit = met.slip == Some(Slip::Unit);
        let may_be_one = is_in_other_unit && guard.may_be_one_currency(left, right);
        let is_open = met.may_differ()
            && !may_be_one
            && (is_slip
                || (guard.are_free(left, right)
                    && pairings.may_be_one(left, right, met)
                    && met.is_in_like_words()
                    && (met.is_near() || (met.is_exact() && evidence.weight() >= weights::PLAIN))));
        let is_doubted = !guard.may_differ(left, right) || met.is_of_other_words();
        let least = if is_doubted { weights::SURE } else { weights::ENOUGH };
        let is_told = is_open && evidence.weight() >= least && guard.is_no_stage(left, right, is_slip);
        Some(Counterparts { left, right, evidence: Some(evidence), is_told })
    };
    pairings.differing.iter().filter_map(weighed).collect()
}

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
        Self { left, right, slip, one_thing, likeness, is_one_kind: shared.is_one_kind, around }
    }

    /// Whether the figures plainly can differ: no numbers by which things are told apart, no rounded ones.
    fn may_differ(&self) -> bool {
        let (left, right) = (self.left, self.right);
        let is_other_substance = self.one_thing == Some(false) && left.sort == ValueType::Quantity;
        !left.is_label && !right.is_label && !is_other_substance && !self.is_rounded()
    }

    /// Whether the figures plainly stand in like words.
    fn is_in_like_words(&self) -> bool {
        let is_close = self.ratio().is_some_and(|ratio| is_within(ratio, NEAR));
        self.likeness >= if is_close && self.left.sort == ValueType::Quantity { MEASURED } else { PLAIN }
    }

    /// Whether the larger figure is not much larger.
    fn is_near(&self) -> bool {
        self.ratio().is_some_and(|ratio| is_within(ratio, LARGER))
    }

    /// Whether both figures are given as just what they say, and are no counts or ranks: ten of one make and eight of
    /// another are told as thirty elsewhere, and who is the second here is the fifth in the world.
    fn is_exact(&self) -> bool {
        !matches!(self.left.sort, ValueType::Count | ValueType::Ordinal)
            && !is_hedged(&self.left.fact.value)
            && !is_hedged(&self.right.fact.value)
    }

    /// Whether plainly two nouns are counted and nothing around them is alike.
    fn is_of_other_words(&self) -> bool {
        let heads = self.left.head.zip(self.right.head);
        self.likeness == 0 && heads.is_some_and(|(left, right)| left.is_plainly_other(right))
    }

    /// Whether two nouns are counted, or two things measured in no unit.
    fn is_other_thing(&self) -> bool {
        let has_unit = matches!(&self.left.fact.value, Value::Amount(amount) if amount.unit.is_some());
        self.one_thing == Some(false) && !has_unit
    }

    /// Whether the figures are weighed here: days, years and clocks are elsewhere.
    fn is_weighed(&self) -> bool {
        self.left.sort != ValueType::Time
    }

    /// Whether the figures give words, names or places.
    fn is_of_words(&self) -> bool {
        matches!(self.left.sort, ValueType::State | ValueType::Name | ValueType::Place)
    }

    /// Whether the figures give two words, names or places of which one alone can hold.
    fn is_other_choice(&self) -> bool {
        let left = self.left;
        if self.one_thing == Some(false) || !self.is_on_one_footing() {
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
        apart::are_on_one_footing(left, right) && !left.is_label && !right.is_label
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
        if self.slip == Some(Slip::Unit) {
            return false;
        }
        let (one, other) = (&self.left.fact.value, &self.right.fact.value);
        let is_loose = is_hedged(one) || is_hedged(other) || are_in_two_units(one, other);
        is_loose && self.ratio().is_some_and(|ratio| is_within(ratio, HEDGED))
    }
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
pub(super) fn size(value: &Value) -> Option<Number> {
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
