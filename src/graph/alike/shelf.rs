//! What figures share: the words around them, each on a shelf with the figures by which it stands.
//!
//! Figures meet on the shelves, so that each is compared with few. A word weighs the more the fewer sentences have
//! it (inverse document frequency, Spärck Jones 1972) and the nearer it stands to both figures.

use crate::extract::figure::{Figure, Near, value_key};
use crate::fact::{ArticleIdx, Fact};
use crate::graph::alike::known::Claims;
use crate::graph::alike::one::{DIGITS, TEN, is_telling, rarity};
use crate::graph::alike::slip;
use crate::lexicon::schema::kind::ValueType;
use crate::text::hash;
use crate::value::Value;
use crate::value::amount::Amount;
use crate::value::number::Number;
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet};

/// Most figures by which a word may stand and still bring them together.
const SHELF: usize = 64;

/// What a shared word weighs that stands in one sentence of each article, right beside both figures.
const WORD: u64 = 1000;

/// The distance at which a word weighs about half, in words.
const HALF: u64 = 12;

/// What two figures share.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Likeness {
    /// What the words weigh that stand by both.
    pub(super) weight: u64,
    /// What of it the words around them weigh, without the nouns that they count.
    pub(super) around: u64,
    /// What the words weigh of which one is broader than the other; what differs is never held together by them.
    pub(super) broad: u64,
    /// Whether a kind that asks for one thing claims both.
    pub(super) is_one_kind: bool,
}

/// What a shared word weighs between two figures by which it stands, where it stands in so many sentences of so
/// many articles.
#[must_use]
pub(super) const fn weight(left: Near, right: Near, sentences: u64, articles: u64) -> u64 {
    let (near, far) = if left.distance < right.distance {
        (left.distance as u64, right.distance as u64)
    } else {
        (right.distance as u64, left.distance as u64)
    };
    WORD * articles * HALF / (sentences * (HALF + 2 * near + far))
}

/// What each two figures share, by their numbers, in order.
pub(super) type Shared = Vec<((usize, usize), Likeness)>;

/// What each two figures of different articles share, of which `claims` tells the kinds that claim them.
pub(super) fn shared(
    figures: &[Figure],
    claims: &[Option<&Claims<'_>>],
    story: impl Fn(&Fact) -> String,
) -> Shared {
    let kinds = |idx: usize| claims.get(idx).copied().flatten().map(|claims| &claims.kinds);
    let mut stories: BTreeMap<String, usize> = BTreeMap::new();
    let (mut words, mut values) = (Vec::new(), Vec::new());
    for (idx, figure) in figures.iter().enumerate() {
        let next = stories.len();
        let story = *stories.entry(story(&figure.fact)).or_insert(next);
        let key = |word: Near| if figure.is_aside { !word.key } else { word.key };
        words.extend(words_of(figure).map(|word| (story, key(word), idx, word)));
        let (thing, value) = (figure.head.map(|head| head.key), value(figure));
        let of = kinds(idx).into_iter().flatten().map(hash::of).chain(thing);
        values.extend(of.map(|of| (story, hash::of(&(of, value)), idx)));
    }
    let mut shared: FxHashMap<(usize, usize), Likeness> = FxHashMap::default();
    share_words(figures, words, &mut shared);
    let met = same_values(figures, values).into_iter();
    for pair in met.chain(turned(figures, &story)).chain(rare(figures, &story)) {
        shared.entry(pair).or_default();
    }
    let with_kind = |((left, right), likeness): ((usize, usize), Likeness)| {
        let both = kinds(left).zip(kinds(right));
        let is_one_kind = both.is_some_and(|(left, right)| !left.is_disjoint(right));
        ((left, right), Likeness { is_one_kind, ..likeness })
    };
    let mut shared: Shared = shared.into_iter().map(with_kind).collect();
    shared.sort_unstable_by_key(|(pair, _)| *pair);
    shared
}

/// The words by which a figure stands: those around it, its value where that singles out one thing, and its noun.
fn words_of(figure: &Figure) -> impl Iterator<Item = Near> {
    let singular = singular(figure).map(|key| Near { key, is_broader: false, distance: 1, at: 0 });
    let head = figure.head.map(|head| Near { key: head.key, is_broader: false, distance: 0, at: 0 });
    figure.words.iter().copied().chain(singular).chain(head)
}

/// Adds what the words weigh that two figures have around them; each comes with its story, its key and its figure.
fn share_words(
    figures: &[Figure],
    mut words: Vec<(usize, u64, usize, Near)>,
    shared: &mut FxHashMap<(usize, usize), Likeness>,
) {
    words.sort_unstable();
    let shelves = words.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1));
    for shelf in shelves.filter(|shelf| shelf.len() <= SHELF) {
        let (sentences, articles) = spread(figures, shelf.iter().map(|(_, _, idx, _)| *idx));
        each_two(
            figures,
            shelf,
            |(_, _, idx, _)| *idx,
            |(.., left, one), (.., right, other)| {
                let weight = weight(*one, *other, sentences, articles);
                let likeness = shared.entry((*left, *right)).or_default();
                if one.is_broader || other.is_broader {
                    // What is broader than both says no more than they do themselves.
                    likeness.broad += if one.is_broader == other.is_broader { 0 } else { weight };
                    return;
                }
                likeness.weight += weight;
                if one.distance + other.distance > 0 {
                    likeness.around += weight;
                }
            },
        );
    }
}

/// The figures of two articles that give one value of one thing; each value comes with its story, its key and its
/// figure.
fn same_values(figures: &[Figure], mut values: Vec<(usize, u64, usize)>) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    values.sort_unstable();
    let shelves = values.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1));
    for shelf in shelves.filter(|shelf| shelf.len() <= SHELF) {
        let idx = |(.., idx): &(usize, u64, usize)| *idx;
        each_two(figures, shelf, idx, |left, right| pairs.push((left.2, right.2)));
    }
    pairs
}

/// The figures of two articles that give one thing in the same digits, turned or with more noughts.
fn turned(figures: &[Figure], story: impl Fn(&Fact) -> String) -> Vec<(usize, usize)> {
    let mut digits: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (idx, figure) in figures.iter().enumerate() {
        if let Some(key) = slip::key(&figure.fact.value) {
            let head = figure.head.map(|head| head.key);
            digits.entry((story(&figure.fact), figure.fact.kind.as_str(), head, key)).or_default().push(idx);
        }
    }
    let mut pairs = Vec::new();
    for shelf in digits.into_values().filter(|shelf| shelf.len() <= SHELF) {
        each_two(figures, &shelf, |idx| *idx, |left, right| pairs.push((*left, *right)));
    }
    pairs
}

/// What a value says by itself at least that brings two figures together without any words.
const MEETING: u64 = 300;

/// With how many of the next larger rare values each is compared, and how much larger they may be.
const NEXT: usize = 12;
const CLOSE: (i64, i64) = (107, 100);

/// The figures of two articles that give one rare value, or nearly one.
fn rare(figures: &[Figure], story: impl Fn(&Fact) -> String) -> Vec<(usize, usize)> {
    let mut sizes: BTreeMap<_, Vec<(Number, usize)>> = BTreeMap::new();
    for (idx, figure) in figures.iter().enumerate().filter(|(_, figure)| rarity(figure) >= MEETING) {
        if let Some((dimension, size)) = size(&figure.fact.value) {
            let sort = (story(&figure.fact), figure.fact.kind.as_str(), dimension);
            sizes.entry(sort).or_default().push((size, idx));
        }
    }
    let mut pairs = Vec::new();
    for mut sizes in sizes.into_values() {
        sizes.sort_unstable();
        for (at, (low, left)) in sizes.iter().enumerate() {
            let is_time = figures.get(*left).is_some_and(|figure| figure.sort == ValueType::Time);
            let factor = if is_time { CLOSE.1 } else { CLOSE.0 };
            let bound = low.times(Number::whole(factor));
            let is_close = |high: Number| {
                bound.zip(high.times(Number::whole(CLOSE.1))).is_some_and(|(bound, high)| high <= bound)
            };
            let next = sizes.iter().skip(at + 1).take(NEXT).take_while(|(high, _)| is_close(*high));
            let article = |idx: usize| figures.get(idx).map(|figure| figure.fact.article);
            let others = next.filter(|(_, right)| article(*left) != article(*right));
            pairs.extend(others.map(|(_, right)| (*left.min(right), *left.max(right))));
        }
    }
    pairs
}

/// How much a value is, in base units of its dimension; a time by its first second.
fn size(value: &Value) -> Option<(Option<&str>, Number)> {
    match value {
        Value::Amount(amount) => Some((amount.dimension(), amount.in_base()?)),
        Value::Duration(duration) => {
            let (low, _) = duration.form.stated().first()?.bounds()?;
            Some((None, low))
        }
        Value::Time(time) => Some((None, Number::whole(time.seconds()?.0))),
        Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => None,
    }
}

/// Calls `meet` with each two of a shelf that are figures of one sort in two articles.
fn each_two<T>(figures: &[Figure], shelf: &[T], idx: impl Fn(&T) -> usize, mut meet: impl FnMut(&T, &T)) {
    let may = |left: &T, right: &T| {
        figures.get(idx(left)).zip(figures.get(idx(right))).is_some_and(|(left, right)| {
            left.fact.article != right.fact.article && left.fact.kind == right.fact.kind
        })
    };
    for (at, left) in shelf.iter().enumerate() {
        for right in shelf.iter().skip(at + 1).filter(|right| may(left, right)) {
            meet(left, right);
        }
    }
}

/// In how many sentences of how many articles the figures of a shelf stand.
fn spread(figures: &[Figure], shelf: impl Iterator<Item = usize>) -> (u64, u64) {
    let all = shelf.filter_map(|idx| figures.get(idx));
    let mut sentences: Vec<(ArticleIdx, usize)> =
        all.map(|figure| (figure.fact.article, figure.sentence)).collect();
    sentences.sort_unstable();
    sentences.dedup();
    let articles = sentences.chunk_by(|one, other| one.0 == other.0).count();
    (sentences.len() as u64, articles as u64)
}

/// The keys of the values of each article that few other articles have by chance: odd numbers and measures.
pub(super) fn odd_values(figures: &[Figure]) -> BTreeMap<ArticleIdx, BTreeSet<u64>> {
    let mut odd: BTreeMap<_, BTreeSet<u64>> = BTreeMap::new();
    let is_of = |figure: &&Figure| matches!(&figure.fact.value, Value::Amount(amount) if is_odd(amount));
    for figure in figures.iter().filter(is_of) {
        odd.entry(figure.fact.article).or_default().insert(value(figure));
    }
    odd
}

/// A key that only figures of one thing have: a value that few things have, with its noun.
fn singular(figure: &Figure) -> Option<u64> {
    let is_one = match &figure.fact.value {
        Value::Amount(amount) => (figure.head.is_some() || amount.unit.is_some()) && is_odd(amount),
        Value::Time(_) => is_telling(&figure.fact.value),
        Value::Duration(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => false,
    };
    is_one.then(|| hash::of(&(figure.head.map(|head| head.key), value(figure))))
}

/// The key of a figure's value.
fn value(figure: &Figure) -> u64 {
    value_key(&figure.fact.value).unwrap_or_default()
}

/// Whether a number does not end in naught where it is written precisely: a measure of two figures, a count
/// of three.
fn is_odd(amount: &Amount) -> bool {
    let least = if amount.unit.is_some() { Number::whole(TEN) } else { DIGITS };
    let odd = |number: &&Number| {
        let steps = number.over(number.written_precision()).map(Number::magnitude);
        let whole = steps.and_then(Number::to_whole);
        steps.is_some_and(|steps| steps >= least) && whole.is_none_or(|whole| whole % TEN != 0)
    };
    amount.form.stated().iter().any(odd)
}
