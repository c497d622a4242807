//! Counterparts: figures of two articles that stand in like words, each nearer to the other than to any other
//! figure of its article, and differ.
//!
//! Such figures answer one question although no kind asks it: no head, action or owner that is listed need bind
//! them. The words that two sentences share weigh the more the fewer sentences have them and the nearer they
//! stand.

use crate::extract::figure::Figure;
use crate::fact::ArticleIdx;
use crate::graph::alike::shelf::Shared;
use crate::value::Value;
use crate::value::amount::Amount;
use crate::value::compare::{Comparison, compare};
use crate::value::number::Number;
use std::collections::{BTreeMap, BTreeSet};

/// What the same counted noun adds, and what another takes away.
const SAME_HEAD: u64 = 800;
const OTHER_HEAD: u64 = 500;

/// What counterparts share at least, and where the one looks or plainly is a slip of the pen for the other.
const ENOUGH: u64 = 1000;
const SLIP: u64 = 600;
const PLAIN_SLIP: u64 = TURNED + 150;

/// What a plain slip adds to what two figures share.
const TURNED: u64 = 800;

/// How much more they share with each other than with any other figure.
const MARGIN: u64 = 100;

/// How far apart two figures of one thing mostly lie, as a ratio.
const RATIO: (i64, i64) = (8, 5);

/// The best two partners of a figure in another article.
#[derive(Clone, Copy, Debug, Default)]
struct Best {
    first: Option<(u64, usize)>,
    second: u64,
}

impl Best {
    fn put(&mut self, likeness: u64, partner: usize) {
        match self.first {
            Some((first, _)) if likeness <= first => self.second = self.second.max(likeness),
            first => {
                self.second = first.map_or(0, |(likeness, _)| likeness);
                self.first = Some((likeness, partner));
            }
        }
    }

    fn is_plainly(&self, partner: usize) -> bool {
        self.first.is_some_and(|(likeness, first)| first == partner && likeness >= self.second + MARGIN)
    }
}

/// The pairs of figures that are each other's counterparts and differ, of those that share anything.
#[must_use]
pub(super) fn pairs(figures: &[Figure], shared: &Shared) -> Vec<(usize, usize)> {
    let mut best: BTreeMap<(usize, ArticleIdx), Best> = BTreeMap::new();
    let mut alike = Vec::new();
    for ((left, right), likeness) in shared {
        let (Some(one), Some(other)) = (figures.get(*left), figures.get(*right)) else { continue };
        if compare(&one.fact.value, &other.fact.value) == Comparison::Incomparable {
            continue;
        }
        let likeness = score(one, other, likeness.weight);
        best.entry((*left, other.fact.article)).or_default().put(likeness, *right);
        best.entry((*right, one.fact.article)).or_default().put(likeness, *left);
        alike.push((*left, *right, likeness));
    }
    let known = given(figures);
    let times = times(figures);
    let is_mutual = |left: usize, right: usize, one: &Figure, other: &Figure| {
        let plainly = |from: usize, article, to: usize| {
            best.get(&(from, article)).is_some_and(|best| best.is_plainly(to))
        };
        plainly(left, other.fact.article, right) && plainly(right, one.fact.article, left)
    };
    let chosen = alike.into_iter().filter(|(left, right, likeness)| {
        figures.get(*left).zip(figures.get(*right)).is_some_and(|(one, other)| {
            is_other_value(one, other, *likeness)
                && is_mutual(*left, *right, one, other)
                && !is_given(&known, one, other)
                && !is_other_time(&times, one, other)
        })
    });
    chosen.map(|(left, right, _)| (left, right)).collect()
}

fn score(left: &Figure, right: &Figure, weight: u64) -> u64 {
    let is_slip = slip(&left.fact.value, &right.fact.value) == Some(PLAIN_SLIP);
    let weight = if is_slip { weight + TURNED } else { weight };
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
    let same_footing = left.fact.stance == right.fact.stance
        && left.fact.modality == right.fact.modality
        && left.part == right.part
        && left.is_rate == right.is_rate;
    if compare(one, other) != Comparison::Disjoint || (is_other_thing && !has_unit(one)) || !same_footing {
        return false;
    }
    let is_near = size(one).zip(size(other)).is_some_and(|(left, right)| is_near(left, right));
    (likeness >= ENOUGH && is_near) || slip(one, other).is_some_and(|needed| likeness >= needed)
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

fn is_near(left: Number, right: Number) -> bool {
    let (low, high) = if left < right { (left, right) } else { (right, left) };
    let bounds = low.times(Number::whole(RATIO.0)).zip(high.times(Number::whole(RATIO.1)));
    bounds.is_some_and(|(low, high)| high <= low)
}

/// How plainly one number is a slip of the pen for the other, by what they still need to share: two neighbouring
/// digits change places, or there are noughts too many. Of three digits and more hardly anything else is meant.
fn slip(left: &Value, right: &Value) -> Option<u64> {
    let (Value::Amount(left), Value::Amount(right)) = (left, right) else { return None };
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

/// What each article gives: the kind of a figure, how much it is and of what.
type Given<'f> = BTreeSet<(ArticleIdx, &'f str, Number, Option<u64>)>;

fn given<'f>(figures: &'f [Figure]) -> Given<'f> {
    let sizes = figures.iter().map(|figure| (figure, size(&figure.fact.value)));
    let given = |(figure, size): (&'f Figure, Option<Number>)| {
        Some((figure.fact.article, figure.fact.kind.as_str(), size?, key_of(figure)))
    };
    sizes.filter_map(given).collect()
}

fn key_of(figure: &Figure) -> Option<u64> {
    figure.head.map(|head| head.key)
}

/// Whether one of the two articles gives what the other says as well, so that it knows of both.
fn is_given(given: &Given<'_>, left: &Figure, right: &Figure) -> bool {
    let gives = |article: ArticleIdx, figure: &Figure| {
        let kind = figure.fact.kind.as_str();
        size(&figure.fact.value).is_some_and(|size| given.contains(&(article, kind, size, key_of(figure))))
    };
    gives(left.fact.article, right) || gives(right.fact.article, left)
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
