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
use crate::graph::alike::met::Met;
use crate::graph::alike::shelf::{Likeness, Shared};
use crate::graph::alike::slip::{self, Slip};
use crate::graph::alike::weighed::Stop;
use crate::graph::alike::weights::{self, Clue, Evidence};
use crate::lexicon::schema::kind::ValueType;
use crate::value::compare::{Comparison, compare};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

/// How much more they share with each other than with any other figure.
const MARGIN: i64 = 100;

/// The partners of a figure in another article, with how likely each is, the likest first.
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
    let mut likest = [None; 2];
    for (likeness, partner) in partners {
        if likest.iter().all(Option::is_some) {
            break;
        }
        likest[usize::from(is_it(*partner))].get_or_insert(*likeness);
    }
    let [other, own] = likest.map(|likeness| i64::try_from(likeness.unwrap_or_default()).unwrap_or_default());
    own - other
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
            let comparison = slip::compare_written(&one.fact.value, &other.fact.value);
            let is_in_other_unit = slip::is_in_other_unit(&one.fact.value, &other.fact.value);
            if (comparison == Comparison::Incomparable && !is_in_other_unit)
                || !apart::are_of_one_side(one, other)
                || given.is_given((left, one), (right, other))
            {
                continue;
            }
            let met = Met::new(one, other, likeness);
            let rank = (met.likeness + met.closeness(comparison)).saturating_sub(met.distraction());
            partners.entry((left, other.fact.article)).or_default().push((rank, right));
            partners.entry((right, one.fact.article)).or_default().push((rank, left));
            if comparison == Comparison::Disjoint || is_in_other_unit {
                differing.push((left, right, met));
            }
        }
        let likest_first =
            |partners: &mut Partners| partners.sort_unstable_by_key(|(likeness, _)| Reverse(*likeness));
        partners.values_mut().for_each(likest_first);
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

    /// What keeps two figures apart that are told of other times or of other places.
    fn elsewhere(&self, met: &Met<'_>) -> Option<Stop> {
        if met.left.sort != ValueType::Time && apart::is_other_time(&self.times, met.left, met.right) {
            return Some(Stop::Then);
        }
        apart::is_elsewhere(met.left, met.right, self.known.places).then_some(Stop::Elsewhere)
    }

    /// Whether two figures of such a weight are one whatever stops them. Two digits are hardly ever turned by chance; and of
    /// lengths of time an article tells few, which its words tell apart, but for those of other months.
    fn outweighs(&self, met: &Met<'_>, stop: Stop, weight: i64) -> bool {
        let is_length = met.left.sort == ValueType::Duration;
        match stop {
            Stop::Stage => met.slip.is_some() && weight >= weights::CERTAIN,
            Stop::Far => is_length,
            Stop::Kinds => is_length && weight >= weights::PLAIN,
            Stop::Then => {
                is_length
                    && weight >= weights::SURE
                    && !apart::is_other_month(&self.times, met.left, met.right)
            }
            Stop::Label | Stop::Substance | Stop::Rounded | Stop::Currency | Stop::Answered => false,
            Stop::People | Stop::Words | Stop::Rival | Stop::Noun | Stop::Part => false,
            Stop::Elsewhere | Stop::Weight | Stop::Dates => false,
        }
    }

    /// Whether one of two counts may have become the other.
    fn is_stage(&self, met: &Met<'_>) -> bool {
        apart::is_stage(&self.times, met.left, met.right)
    }

    /// Whether two words or names of which one alone can hold are each other's counterparts.
    fn are_chosen(&self, left: usize, right: usize, met: &Met<'_>) -> bool {
        let margins = self.margins(left, right, met);
        met.is_other_choice() && margins.0.min(margins.1) >= MARGIN && self.elsewhere(met).is_none()
    }

    /// What keeps two figures from being counterparts that differ by no slip of the pen: they share no word, another one
    /// is as likely the partner of one, or they are of two things.
    fn apart(&self, met: &Met<'_>, margins: (i64, i64)) -> Option<Stop> {
        if !met.shares_words() {
            Some(Stop::Words)
        } else if margins.0.min(margins.1) < MARGIN {
            Some(Stop::Rival)
        } else if met.is_other_thing() {
            Some(Stop::Noun)
        } else if !met.is_on_one_footing() {
            Some(Stop::Part)
        } else {
            self.elsewhere(met)
        }
    }
}

/// Two figures that differ.
#[derive(Clone, Debug)]
pub(super) struct Counterparts {
    pub(super) left: usize,
    pub(super) right: usize,
    /// What speaks for and against their being two tellings of one; none of words and names, which are chosen or not.
    pub(super) evidence: Option<Evidence>,
    /// What keeps them from being told against each other, if anything does.
    pub(super) stop: Option<Stop>,
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
            return is_told.then_some(Counterparts { left, right, evidence: None, stop: None });
        }
        let margins = pairings.margins(left, right, met);
        let mut evidence = clues::evidence(met, margins, &pairings.crowd, (left, right));
        evidence.tell(Clue::Languages, guard.are_across(left, right));
        let stop = stop(pairings, guard, (left, right, met), (&evidence, margins));
        Some(Counterparts { left, right, evidence: Some(evidence), stop })
    };
    pairings.differing.iter().filter_map(weighed).collect()
}

/// What keeps two figures of such a weight and such margins apart, if anything does: the first that they do not outweigh.
fn stop(
    pairings: &Pairings<'_>,
    guard: &Guard<'_, '_>,
    (left, right, met): (usize, usize, &Met<'_>),
    (evidence, margins): (&Evidence, (i64, i64)),
) -> Option<Stop> {
    let weight = evidence.weight();
    let is_slip = met.slip.is_some();
    let is_in_other_unit = met.slip == Some(Slip::Unit);
    let currency = || (is_in_other_unit && guard.may_be_one_currency(left, right)).then_some(Stop::Currency);
    // What kinds, people, times and nouns keep apart is still one figure where the one is a slip of the pen for the
    // other.
    let kinds = || if is_slip { None } else { guard.stop(left, right) };
    let apart = || if is_slip { None } else { pairings.apart(met, margins) };
    let far = || {
        let is_near = met.is_near() || (met.is_exact() && weight >= weights::PLAIN);
        (!(is_slip || met.is_in_like_words() && is_near)).then_some(Stop::Far)
    };
    let light = || {
        let is_doubted =
            !guard.may_differ(left, right) || met.is_of_other_words() || met.is_other_substance();
        let enough = evidence.enough();
        let least = if is_doubted { enough.max(weights::SURE) } else { enough };
        (weight < least).then_some(Stop::Weight)
    };
    let stage = || {
        let is_stage = !is_slip && pairings.is_stage(met);
        (is_stage || !guard.is_no_stage(left, right, is_slip)).then_some(Stop::Stage)
    };
    // A text of a few lines, or one of a heap, shows too little of what else it could mean.
    let is_open =
        [left, right].into_iter().all(|figure| !guard.is_found(figure) && !guard.is_of_short(figure));
    let stops: [&dyn Fn() -> Option<Stop>; 7] =
        [&|| met.stop(), &currency, &kinds, &apart, &far, &light, &stage];
    stops
        .into_iter()
        .filter_map(|stop| stop())
        .find(|stop| !(is_open && pairings.outweighs(met, *stop, weight)))
}
