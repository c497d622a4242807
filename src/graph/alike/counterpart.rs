//! Counterparts: figures of two articles that stand in like words, each nearer to the other than to any other
//! figure of its article, and differ.
//!
//! Such figures answer one question although no kind asks it: no head, action or owner that is listed need bind
//! them. The words that two sentences share weigh the more the fewer sentences have them and the nearer they
//! stand.

use crate::extract::figure::Figure;
use crate::fact::ArticleIdx;
use crate::graph::alike::shelf::Shared;
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::compare::{Comparison, compare};
use crate::value::number::Number;
use crate::value::place::Place;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;

/// What the same counted noun adds, and what another takes away.
const SAME_HEAD: u64 = 400;
const OTHER_HEAD: u64 = 500;

/// What two words share at least of which one alone can hold.
const CHOICE: u64 = 900;

/// What two places share at least in which one act was.
const VENUE: u64 = 1250;

/// What figures share at least of which the one looks like, or plainly is, a slip of the pen for the other.
const SLIP: u64 = 600;
const MEASURED_SLIP: u64 = TURNED / 2 + 300;
const PLAIN_SLIP: u64 = TURNED + 150;

/// What a plain slip adds to what two figures share.
const TURNED: u64 = 800;

/// What of it the words around them weigh at least: two counts of one noun may be of two things.
const AROUND: u64 = 250;

/// How much more they share with each other than with any other figure.
const MARGIN: u64 = 100;

/// The partners of a figure in another article, with what they share.
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

/// The pairs of figures that are each other's counterparts and differ, of those that share anything. What the
/// other article gives as well is answered there, and stands in nobody's way.
#[must_use]
pub(super) fn pairs(figures: &[Figure], shared: &Shared, places: &[Vec<Place>]) -> Vec<(usize, usize)> {
    let known = Given::new(figures);
    let mut partners: FxHashMap<(usize, ArticleIdx), Partners> = FxHashMap::default();
    let mut alike = Vec::new();
    for ((left, right), likeness) in shared {
        let (Some(one), Some(other)) = (figures.get(*left), figures.get(*right)) else { continue };
        let comparison = compare(&one.fact.value, &other.fact.value);
        if comparison == Comparison::Incomparable || known.is_given((*left, one), (*right, other)) {
            continue;
        }
        let around = likeness.around;
        let likeness = score(one, other, likeness.weight);
        partners.entry((*left, other.fact.article)).or_default().push((likeness, *right));
        partners.entry((*right, one.fact.article)).or_default().push((likeness, *left));
        if comparison == Comparison::Disjoint {
            let is_plain = around >= AROUND || one.is_of_story;
            alike.push((*left, *right, if is_plain { likeness } else { 0 }));
        }
    }
    let times = times(figures);
    let is_mutual = |left: usize, right: usize, one: &Figure, other: &Figure| {
        let plainly = |from: usize, to: &Figure| {
            let partners = partners.get(&(from, to.fact.article));
            partners.is_some_and(|partners| are_plainly(partners, &to.fact.value, figures))
        };
        plainly(left, other) && plainly(right, one)
    };
    let chosen = alike.into_iter().filter(|(left, right, likeness)| {
        figures.get(*left).zip(figures.get(*right)).is_some_and(|(one, other)| {
            is_other_value(one, other, *likeness)
                && is_mutual(*left, *right, one, other)
                && (is_slip(one, other, *likeness) || !is_other_time(&times, one, other))
                && !is_elsewhere(one, other, places)
        })
    });
    chosen.map(|(left, right, _)| (left, right)).collect()
}

fn score(left: &Figure, right: &Figure, weight: u64) -> u64 {
    let weight = match slip(&left.fact.value, &right.fact.value) {
        Some(PLAIN_SLIP) => weight + TURNED,
        Some(MEASURED_SLIP) => weight + TURNED / 2,
        Some(_) | None => weight,
    };
    match (left.head, right.head) {
        (Some(left), Some(right)) if left.key == right.key => weight + SAME_HEAD,
        (Some(_), Some(_)) => weight.saturating_sub(OTHER_HEAD),
        (None, _) | (_, None) => weight,
    }
}

/// Whether two figures of one sort differ as two tellings of one figure do: little, or by a slip of the pen.
fn is_other_value(left: &Figure, right: &Figure, likeness: u64) -> bool {
    let (one, other) = (&left.fact.value, &right.fact.value);
    let has_unit = |value: &Value| matches!(value, Value::Amount(amount) if amount.unit.is_some());
    let is_other_thing = left.head.zip(right.head).is_some_and(|(left, right)| left.key != right.key);
    let is_slip = is_slip(left, right, likeness);
    let same_footing = (is_slip || left.part == right.part) && left.is_rate == right.is_rate;
    if (is_other_thing && !has_unit(one)) || !same_footing || left.is_label || right.is_label {
        return false;
    }
    if matches!(left.sort, ValueType::State | ValueType::Place) {
        return likeness >= if left.sort == ValueType::State { CHOICE } else { VENUE };
    }
    let ratio = size(one).zip(size(other)).and_then(|(left, right)| ratio(left, right));
    let is_loose = is_hedged(one) || is_hedged(other) || are_in_two_units(one, other);
    if is_loose && ratio.is_some_and(|ratio| is_within(ratio, HEDGED)) {
        return false;
    }
    is_slip || ratio.and_then(|ratio| needed(left, ratio)).is_some_and(|needed| likeness >= needed)
}

/// Whether one of two figures looks like a slip of the pen for the other, by what they share.
fn is_slip(left: &Figure, right: &Figure, likeness: u64) -> bool {
    slip(&left.fact.value, &right.fact.value).is_some_and(|needed| likeness >= needed)
}

/// What two figures that differ by a ratio share at least that answer one question: the less the rarer their
/// dimension is in the news, the more the farther they lie apart.
fn needed(figure: &Figure, ratio: Number) -> Option<u64> {
    let steps: &[((i64, i64), u64)] = match figure.sort {
        ValueType::Quantity => &[((13, 10), 300), ((8, 5), 1300)],
        ValueType::Money => &[((6, 5), 400), ((8, 5), 1300)],
        ValueType::Percent => &[((11, 10), 600), ((8, 5), 1500)],
        ValueType::Duration => &[((13, 10), 1000), ((8, 5), 1500)],
        ValueType::Ordinal | ValueType::Frequency => &[((3, 2), 1100)],
        ValueType::Count if figure.head.is_some() => &[((7, 5), 1100), ((8, 5), 1500)],
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

/// How plainly one number is a slip of the pen for the other, by what they still need to share: two neighbouring
/// digits change places, or there are noughts too many. Of three digits and more hardly anything else is meant.
fn slip(left: &Value, right: &Value) -> Option<u64> {
    let (Value::Amount(left), Value::Amount(right)) = (left, right) else { return None };
    let has_unit = left.unit.is_some();
    let (one, other) = (left.form.stated(), right.form.stated());
    let ([one], [other]) = (one.as_slice(), other.as_slice()) else { return None };
    if left.unit.as_ref().map(|unit| &unit.code) != right.unit.as_ref().map(|unit| &unit.code) {
        return None;
    }
    let (low, high) = if one < other { (**one, **other) } else { (**other, **one) };
    if low.times(Number::whole(NOUGHTS)).is_none_or(|most| high > most) {
        return None;
    }
    let rest = |number: Number| number.to_whole().map(|whole| whole.unsigned_abs() % NINE);
    if rest(low).zip(rest(high)).is_some_and(|(low, high)| low != high) {
        return None;
    }
    let (left, right) = (digits(**one), digits(**other));
    let apart = left.iter().zip(&right).position(|(left, right)| left != right);
    let turned = apart.is_some_and(|at| {
        let mut turned = left.clone();
        let next = at + 1;
        next < turned.len() && {
            turned.swap(at, next);
            turned == right
        }
    });
    match left.len() {
        0 | 1 => None,
        2 if has_unit => (turned || left == right).then_some(MEASURED_SLIP),
        2 => (turned || left == right).then_some(SLIP),
        _ => (turned || left == right).then_some(PLAIN_SLIP),
    }
}

/// How many times as large a slip of a nought or two makes a number; thousands and millions are scales that were
/// written or read apart.
const NOUGHTS: i64 = 100;

/// Whole numbers of the same digits in another order, with more noughts or fewer, leave the same over it.
const NINE: u64 = 9;

/// The digits of a number without the noughts before and behind.
fn digits(number: Number) -> Vec<char> {
    let written = number.to_string();
    let digits = written.chars().filter(char::is_ascii_digit).skip_while(|digit| *digit == '0');
    let mut digits: Vec<char> = digits.collect();
    while digits.last() == Some(&'0') {
        digits.pop();
    }
    digits
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
        let gives = |article: ArticleIdx, figure: usize| {
            let given = self.of.get(figure).copied().flatten();
            given.is_some_and(|given| self.held.contains(&(article, given)))
        };
        gives(left.1.fact.article, right.0) || gives(right.1.fact.article, left.0)
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

/// The times that each sentence of an article gives.
type Times<'f> = BTreeMap<(ArticleIdx, usize), Vec<&'f Value>>;

fn times(figures: &[Figure]) -> Times<'_> {
    let mut times: Times<'_> = BTreeMap::new();
    for figure in figures.iter().filter(|figure| matches!(figure.fact.value, Value::Time(_))) {
        times.entry((figure.fact.article, figure.sentence)).or_default().push(&figure.fact.value);
    }
    times
}

/// Whether the sentences of two figures give times of which none is the other's.
fn is_other_time(times: &Times<'_>, left: &Figure, right: &Figure) -> bool {
    let of = |figure: &Figure| times.get(&(figure.fact.article, figure.sentence));
    of(left).zip(of(right)).is_some_and(|(left, right)| {
        left.iter().all(|one| right.iter().all(|other| compare(one, other) == Comparison::Disjoint))
    })
}

/// How near a place stands to a figure that is told of it, in words.
const BESIDE: usize = 4;

/// Whether known places stand around both figures of which none may be or hold the other's, or beside one of
/// them a place that the other article never names.
fn is_elsewhere(left: &Figure, right: &Figure, places: &[Vec<Place>]) -> bool {
    let is_apart = |one: &Place, other: &Place| {
        compare(&Value::Place(one.clone()), &Value::Place(other.clone())) == Comparison::Disjoint
    };
    let near = |figure: &Figure, most: usize| -> Vec<Place> {
        let near = figure.places.iter().filter(|(distance, _)| *distance <= most);
        near.map(|(_, place)| place.clone()).collect()
    };
    let are_apart = |own: &[Place], other: &[Place]| {
        !own.is_empty()
            && !other.is_empty()
            && own.iter().all(|one| other.iter().all(|other| is_apart(one, other)))
    };
    let named = |figure: &Figure| places.get(figure.fact.article.0).map(Vec::as_slice).unwrap_or_default();
    are_apart(&near(left, usize::MAX), &near(right, usize::MAX))
        || are_apart(&near(left, BESIDE), named(right))
        || are_apart(&near(right, BESIDE), named(left))
}
