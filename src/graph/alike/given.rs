//! What each article gives: a figure that both give is no other's counterpart.

use crate::extract::figure::Figure;
use crate::fact::ArticleIdx;
use crate::graph::alike::met::size;
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use crate::value::number::Number;
use rustc_hash::FxHashSet;
use std::collections::BTreeMap;

/// What each article gives: the kind of a figure, how much it is and of what, as one number.
pub(super) struct Given {
    /// The number of what each figure gives; none of what has no size.
    of: Vec<Option<usize>>,
    held: FxHashSet<(ArticleIdx, usize)>,
}

impl Given {
    pub(super) fn new(figures: &[Figure]) -> Self {
        let mut numbers: BTreeMap<(&str, Told<'_>, Option<u64>), usize> = BTreeMap::new();
        let number = |figure| {
            let next = numbers.len();
            Some(*numbers.entry(given(figure)?).or_insert(next))
        };
        let of: Vec<Option<usize>> = figures.iter().map(number).collect();
        let held = figures.iter().zip(&of).filter_map(|(figure, of)| Some((figure.fact.article, (*of)?)));
        let mut held: FxHashSet<_> = held.collect();
        // A share whose whole is not told is whatever share is as large.
        for figure in figures.iter().filter(|figure| figure.sort == ValueType::Percent) {
            let plain = given(figure).and_then(|(kind, told, _)| numbers.get(&(kind, told, None)));
            held.extend(plain.map(|number| (figure.fact.article, *number)));
        }
        Self { of, held }
    }

    /// Whether one of the two articles gives what the other says as well, so that it knows of both.
    pub(super) fn is_given(&self, left: (usize, &Figure), right: (usize, &Figure)) -> bool {
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
    /// How much of which currency, or of anything else in base units.
    Size(Number, Option<&'f str>),
    /// A place.
    Place(&'f str),
    /// One of some words.
    State(&'f str),
}

/// The kind of a figure, what it tells and of what.
fn given(figure: &Figure) -> Option<(&str, Told<'_>, Option<u64>)> {
    let told = match &figure.fact.value {
        Value::State(state) => Told::State(state),
        Value::Place(place) => Told::Place(place.id.as_deref()?),
        Value::Amount(amount) => {
            let currency = amount.unit.as_ref().filter(|unit| unit.is_currency());
            Told::Size(size(&figure.fact.value)?, currency.map(|unit| &*unit.code))
        }
        value @ (Value::Time(_) | Value::Duration(_)) => Told::Size(size(value)?, None),
        Value::Words(_) | Value::Name(_) => return None,
    };
    Some((figure.fact.kind.as_str(), told, figure.head.map(|head| head.key)))
}
