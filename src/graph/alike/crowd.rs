//! Where each figure stands in its article, and which articles give its value.

use crate::extract::figure::{Figure, value_key};
use crate::fact::ArticleIdx;
use crate::lexicon::schema::kind::ValueType;
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// What figures of one sort are: their type, and the dimension of measures.
type Sort<'f> = (ValueType, Option<&'f str>);

/// Where a figure stands among the others of its article.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Standing {
    /// How far into its article its sentence is, in thousandths.
    pub(super) place: i64,
    /// Whether it is the first of its sort.
    pub(super) is_first: bool,
}

/// The figures of all articles, as a crowd.
pub(super) struct Crowd {
    standings: Vec<Standing>,
    /// The articles that give each value.
    givers: BTreeMap<(ValueType, u64), BTreeSet<ArticleIdx>>,
}

impl Crowd {
    /// The crowd of some figures, which stand in the order of their articles and texts.
    pub(super) fn new(figures: &[Figure]) -> Self {
        let mut ends: BTreeMap<ArticleIdx, usize> = BTreeMap::new();
        let mut firsts: BTreeMap<(ArticleIdx, Sort<'_>), usize> = BTreeMap::new();
        let mut givers: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for (idx, figure) in figures.iter().enumerate() {
            let article = figure.fact.article;
            let end = ends.entry(article).or_default();
            *end = (*end).max(figure.sentence + 1);
            firsts.entry((article, sort(figure))).or_insert(idx);
            if let Some(value) = value(figure) {
                givers.entry(value).or_default().insert(article);
            }
        }
        let standing = |(idx, figure): (usize, &Figure)| {
            let article = figure.fact.article;
            let end = ends.get(&article).copied().unwrap_or_default();
            let is_first = firsts.get(&(article, sort(figure))) == Some(&idx);
            Standing { place: share(figure.sentence, end), is_first }
        };
        let standings = figures.iter().enumerate().map(standing).collect();
        Self { standings, givers }
    }

    /// Where a figure stands.
    pub(super) fn standing(&self, figure: usize) -> Standing {
        self.standings.get(figure).copied().unwrap_or_default()
    }

    /// Whether an article gives the value of a figure.
    pub(super) fn gives(&self, article: ArticleIdx, figure: &Figure) -> bool {
        self.givers_of(figure).is_some_and(|givers| givers.contains(&article))
    }

    /// Whether an article gives the value of one of two figures of other articles.
    pub(super) fn is_supported(&self, left: &Figure, right: &Figure) -> bool {
        let own = [left.fact.article, right.fact.article];
        let mut givers = [left, right].into_iter().filter_map(|figure| self.givers_of(figure)).flatten();
        givers.any(|article| !own.contains(article))
    }

    fn givers_of(&self, figure: &Figure) -> Option<&BTreeSet<ArticleIdx>> {
        self.givers.get(&value(figure)?)
    }
}

/// How far a place among so many is from the first, in thousandths.
fn share(place: usize, all: usize) -> i64 {
    i64::try_from(place * 1000 / all.max(1)).unwrap_or_default()
}

/// The type of a figure and its value.
fn value(figure: &Figure) -> Option<(ValueType, u64)> {
    Some((figure.sort, value_key(&figure.fact.value)?))
}

/// The sort of a figure.
fn sort(figure: &Figure) -> Sort<'_> {
    let is_measure = figure.sort == ValueType::Quantity;
    let dimension = if let Value::Amount(amount) = &figure.fact.value {
        amount.dimension().filter(|_| is_measure)
    } else {
        None
    };
    (figure.sort, dimension)
}
