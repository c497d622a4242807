//! Figures that several articles give in like words: questions that agree without a kind of their own.
//!
//! Figures meet by the words around them, so that each is compared with few. A word that stands by many
//! figures of a story says little of any.

use crate::extract::figure::Figure;
use crate::fact::{ArticleIdx, Fact, FactIdx};
use crate::graph::question::{Class, Question};
use crate::value::Value;
use crate::value::amount::Amount;
use crate::value::compare::{Comparison, compare};
use crate::value::number::Number;
use petgraph::unionfind::UnionFind;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};

/// Most figures by which a word may stand and still bring them together.
const SHELF: usize = 64;

/// Figures by which a word may stand in any story, and the share of a story's figures, and still count.
const FEW: usize = 6;
const SHARE: usize = 8;

/// Words in common that a figure needs which many things could have, and one that few have.
const MANY: usize = 2;
const ONE: usize = 1;

/// Words in common that a day needs: much happens on one.
const DAY: usize = 3;

/// How much larger than a bound a figure may be that it lets through, as a part of the bound.
const LOOSE: (i64, i64) = (5, 4);

/// Which articles and facts were compared without these figures.
#[derive(Debug)]
pub struct Known<'k> {
    facts: &'k [Fact],
    questions: &'k [Question],
}

impl<'k> Known<'k> {
    /// What is known of facts and their questions.
    #[must_use]
    pub const fn new(facts: &'k [Fact], questions: &'k [Question]) -> Self {
        Self { facts, questions }
    }

    /// The questions that each value of a text answers, by its article and first byte.
    fn answered(&self) -> BTreeMap<(ArticleIdx, usize), BTreeSet<usize>> {
        let mut answered: BTreeMap<_, BTreeSet<usize>> = BTreeMap::new();
        for (number, question) in self.questions.iter().enumerate() {
            for idx in question.classes.iter().flat_map(|class| &class.facts) {
                let place = self.facts.get(idx.0).and_then(place);
                answered.entry(place.unwrap_or_default()).or_default().insert(number);
            }
        }
        answered
    }
}

/// The article and first byte of a fact's words.
fn place(fact: &Fact) -> Option<(ArticleIdx, usize)> {
    let span = fact.evidence.first()?.span?;
    Some((fact.article, span.end))
}

/// The facts of figures that another article of the story gives as well, and the questions that they answer;
/// `near` tells whether two articles may tell of one thing.
#[must_use]
pub fn questions(
    figures: &[Figure],
    known: &Known<'_>,
    story: impl Fn(&Fact) -> String,
    near: impl Fn(ArticleIdx, ArticleIdx) -> bool,
) -> (Vec<Fact>, Vec<Question>) {
    let answered = known.answered();
    let asked = |figure: &Figure| place(&figure.fact).and_then(|place| answered.get(&place));
    let is_known = |left: &Figure, right: &Figure| {
        asked(left).zip(asked(right)).is_some_and(|(left, right)| !left.is_disjoint(right))
    };
    let mut groups = UnionFind::new(figures.len());
    let mut paired = BTreeSet::new();
    for ((left, right), shared) in shared(figures, &story) {
        let (Some(one), Some(other)) = (figures.get(left), figures.get(right)) else { continue };
        if is_alike(one, other, shared) && near(one.fact.article, other.fact.article) && !is_known(one, other)
        {
            groups.union(left, right);
            paired.extend([left, right]);
        }
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for idx in paired {
        members.entry(groups.find(idx)).or_default().push(idx);
    }
    gather(figures, members, known.facts.len(), &story)
}

/// How many words each two figures of different articles share that stand by few figures.
fn shared(figures: &[Figure], story: impl Fn(&Fact) -> String) -> BTreeMap<(usize, usize), usize> {
    let mut shelves: BTreeMap<(String, u64), Vec<usize>> = BTreeMap::new();
    let mut sizes: BTreeMap<String, usize> = BTreeMap::new();
    for (idx, figure) in figures.iter().enumerate() {
        let story = story(&figure.fact);
        for word in figure.words.iter().copied().chain(singular(figure)) {
            shelves.entry((story.clone(), word)).or_default().push(idx);
        }
        *sizes.entry(story).or_default() += 1;
    }
    let mut shared = BTreeMap::new();
    for ((story, _), shelf) in shelves {
        let size = sizes.get(&story).copied().unwrap_or_default();
        if shelf.len() > FEW.max(size / SHARE).min(SHELF) {
            continue;
        }
        for (at, left) in shelf.iter().enumerate() {
            for right in shelf.iter().skip(at + 1) {
                let may = |pair: (&Figure, &Figure)| {
                    pair.0.fact.article != pair.1.fact.article && pair.0.fact.kind == pair.1.fact.kind
                };
                if figures.get(*left).zip(figures.get(*right)).is_some_and(may) {
                    *shared.entry((*left, *right)).or_default() += 1;
                }
            }
        }
    }
    shared
}

/// Whether two figures are one: of one thing, as far as it is told, with words enough in common.
fn is_alike(left: &Figure, right: &Figure, shared: usize) -> bool {
    let (one, other) = (&left.fact.value, &right.fact.value);
    let same_head = left.head.is_some() && left.head == right.head;
    let enough = |words: usize| shared >= words;
    let is_told = is_telling(one) || is_telling(other);
    let is_other = left.head.is_some() && right.head.is_some() && !same_head;
    if is_other && !is_told && !left.is_of_people && !right.is_of_people {
        return false;
    }
    let is_day = matches!(one, Value::Time(_));
    match compare(one, other) {
        Comparison::Equal if is_told || same_head => enough(ONE),
        Comparison::Equal => enough(if is_day { DAY } else { MANY }),
        Comparison::EqualButHedge | Comparison::RoundsTo(_) if same_head => enough(ONE),
        Comparison::EqualButHedge | Comparison::RoundsTo(_) => enough(if has_unit(one) { ONE } else { MANY }),
        Comparison::Within(_) => {
            let words = if same_head || has_unit(one) { ONE } else { MANY };
            let words = if is_day { DAY } else { words };
            is_close(one, other) && enough(words)
        }
        Comparison::Overlaps | Comparison::Disjoint | Comparison::Incomparable => false,
    }
}

/// A key that only figures of one thing have: a value that few things have, with its noun.
fn singular(figure: &Figure) -> Option<u64> {
    let value = &figure.fact.value;
    let mut hasher = rustc_hash::FxHasher::default();
    match value {
        Value::Amount(amount) => {
            let base = amount.form.try_map(|number| match &amount.unit {
                Some(unit) => unit.to_base(*number),
                None => Some(*number),
            });
            (base?.stated(), amount.dimension(), figure.head).hash(&mut hasher);
            let is_one = figure.head.is_some() || amount.unit.is_some();
            (is_one && is_odd(amount)).then(|| hasher.finish())
        }
        Value::Time(time) => {
            time.seconds(false).hash(&mut hasher);
            is_telling(value).then(|| hasher.finish())
        }
        Value::Duration(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => None,
    }
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

/// The base of the numbers that people write.
const TEN: i64 = 10;

fn has_unit(value: &Value) -> bool {
    matches!(value, Value::Amount(amount) if amount.unit.is_some())
}

/// Whether few things have such a value: a measure, or a number of three figures that is not round.
fn is_telling(value: &Value) -> bool {
    match value {
        Value::Amount(amount) => {
            let significant = |number: &&Number| {
                number.over(number.written_precision()).is_some_and(|steps| steps.magnitude() >= DIGITS)
            };
            amount.unit.is_some() || amount.form.stated().iter().any(significant)
        }
        Value::Time(time) => time.to_string().contains('T'),
        Value::Duration(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => false,
    }
}

/// The least number of three significant figures.
const DIGITS: Number = Number::whole(100);

/// Whether a bound is near to what lies within it.
fn is_close(left: &Value, right: &Value) -> bool {
    let (Value::Amount(left), Value::Amount(right)) = (left, right) else { return true };
    let base = |amount: &Amount| {
        let number = **amount.form.stated().first()?;
        amount.unit.as_ref().map_or(Some(number), |unit| unit.to_base(number)).map(Number::magnitude)
    };
    let Some((left, right)) = base(left).zip(base(right)) else { return false };
    let (low, high) = if left < right { (left, right) } else { (right, left) };
    let bound = low.times(Number::whole(LOOSE.0)).zip(high.times(Number::whole(LOOSE.1)));
    bound.is_some_and(|(bound, high)| high <= bound)
}

/// The facts of the groups, numbered from `offset` on, and their questions.
fn gather(
    figures: &[Figure],
    groups: BTreeMap<usize, Vec<usize>>,
    offset: usize,
    story: impl Fn(&Fact) -> String,
) -> (Vec<Fact>, Vec<Question>) {
    let kept: BTreeSet<usize> = groups.values().flatten().copied().collect();
    let at: BTreeMap<usize, usize> = kept.iter().enumerate().map(|(at, idx)| (*idx, at)).collect();
    let facts: Vec<Fact> =
        kept.iter().filter_map(|idx| figures.get(*idx)).map(|figure| figure.fact.clone()).collect();
    let mut questions = Vec::new();
    for group in groups.into_values() {
        let members: Vec<usize> = group.iter().filter_map(|idx| at.get(idx).copied()).collect();
        let Some(first) = members.first().and_then(|idx| facts.get(*idx)) else { continue };
        let mut question = Question {
            story: story(first),
            kind: first.kind.clone(),
            slots: BTreeMap::new(),
            classes: Vec::new(),
        };
        for idx in members {
            if let Some(fact) = facts.get(idx) {
                put(&mut question.classes, fact, FactIdx(offset + idx));
            }
        }
        questions.push(question);
    }
    (facts, questions)
}

fn put(classes: &mut Vec<Class>, fact: &Fact, idx: FactIdx) {
    let is_same = |class: &&mut Class| compare(&class.value, &fact.value) == Comparison::Equal;
    match classes.iter_mut().find(is_same) {
        Some(class) => class.facts.push(idx),
        None => classes.push(Class {
            value: fact.value.clone(),
            stance: fact.stance,
            modality: fact.modality,
            facts: vec![idx],
        }),
    }
}
