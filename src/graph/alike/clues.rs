//! The clues that two figures of numbers and lengths show.

use crate::extract::figure::Near;
use crate::graph::alike::counterpart::Met;
use crate::graph::alike::crowd::Crowd;
use crate::graph::alike::slip::{self, Slip};
use crate::graph::alike::weights::{Clue, Evidence, FULL};
use crate::lexicon::schema::kind::ValueType;
use crate::value::number::Number;
use std::collections::BTreeSet;

/// How much likelier a partner is than all others at least and at most, as far as that counts.
const MARGINS: (i64, i64) = (-600, 2000);

/// How much the words share at most, as far as that counts.
const LIKENESS: u64 = 2500;

/// The steps of how many times as large one figure is, as a numerator and a denominator.
const RATIOS: [(i64, i64); 8] = [(11, 10), (5, 4), (3, 2), (2, 1), (3, 1), (5, 1), (10, 1), (20, 1)];

/// How many times as large the larger is that lies close, near and far.
const CLOSE: (i64, i64) = (4, 3);
const NEAR: (i64, i64) = (9, 5);
const FAR: (i64, i64) = (10, 3);

/// The largest of the small counts.
const SMALL: Number = Number::whole(10);

/// Most values and counts of a noun that are told apart, by powers of two.
const CROWD: u32 = 7;
const NOUNS: u32 = 5;

/// Most equal values beside two figures that are told apart.
const BESIDE: usize = 2;

/// Sentences that lead an article, its heading among them.
const LEAD: usize = 3;

/// What two figures show: `margins` tells how much likelier each is the other's partner than any other value is.
pub(super) fn evidence(
    met: &Met<'_>,
    margins: (i64, i64),
    crowd: &Crowd,
    numbers: (usize, usize),
) -> Evidence {
    let mut evidence = Evidence::default();
    evidence.tell(Clue::Always, true);
    let (least, most) = (margins.0.min(margins.1), margins.0.max(margins.1));
    evidence.measure(Clue::LeastMargin, least.clamp(MARGINS.0, MARGINS.1));
    evidence.measure(Clue::MostMargin, most.clamp(MARGINS.0, MARGINS.1));
    evidence.measure(Clue::Likeness, likeness(met));
    evidence.tell(Clue::Unlike, met.likeness == 0);
    evidence.measure(Clue::Words, shared_words(&met.left.words, &met.right.words));
    evidence.tell(Clue::SameNoun, met.one_thing == Some(true));
    evidence.tell(Clue::OtherNoun, met.one_thing == Some(false));
    sizes(met, &mut evidence);
    stands(met, crowd, numbers, &mut evidence);
    evidence.tell(Clue::Footing, met.is_on_one_footing());
    evidence.tell(Clue::OneKind, met.is_one_kind);
    let aspects = met.left.aspect.zip(met.right.aspect);
    evidence.tell(Clue::Aspect, aspects.is_some_and(|(left, right)| left == right));
    evidence.tell(Clue::OtherModality, met.left.fact.modality != met.right.fact.modality);
    evidence.tell(sort(met.left.sort), true);
    evidence
}

/// What the words share, as far as that counts.
fn likeness(met: &Met<'_>) -> i64 {
    i64::try_from(met.likeness.min(LIKENESS)).unwrap_or_default()
}

/// How great a part of the words around two figures they share, in thousandths (Dice 1945).
fn shared_words(left: &[Near], right: &[Near]) -> i64 {
    let keys = |words: &[Near]| -> BTreeSet<u64> {
        words.iter().filter(|word| !word.is_broader).map(|word| word.key).collect()
    };
    let (left, right) = (keys(left), keys(right));
    let all = left.len() + right.len();
    i64::try_from(2 * left.intersection(&right).count() * 1000 / all.max(1)).unwrap_or_default()
}

/// How the sizes of two figures stand.
fn sizes(met: &Met<'_>, evidence: &mut Evidence) {
    match met.slip {
        Some(Slip::Plain) => evidence.tell(Clue::Turned, true),
        Some(Slip::Measured) => evidence.tell(Clue::TurnedMeasure, true),
        Some(Slip::Short) => evidence.tell(Clue::TurnedCount, true),
        Some(Slip::Nought) => evidence.tell(Clue::Noughts, true),
        None => {}
    }
    let Some(ratio) = met.ratio() else { return };
    let is_within = |most: (i64, i64)| Number::ratio(most.0, most.1).is_some_and(|most| ratio <= most);
    let steps = RATIOS.into_iter().filter(|step| !is_within(*step)).count();
    let steps = i64::try_from(steps * 1000 / RATIOS.len()).unwrap_or_default();
    evidence.measure(Clue::Ratio, steps);
    evidence.tell(Clue::Close, is_within(CLOSE));
    evidence.tell(Clue::Near, is_within(NEAR));
    evidence.tell(Clue::Far, !is_within(FAR));
    let Some((left, right)) = met.sizes() else { return };
    let places = |number: Number| number.floor().and_then(|whole| whole.unsigned_abs().checked_ilog10());
    evidence.tell(Clue::SameLength, places(left) == places(right));
    evidence.tell(Clue::Small, met.left.sort == ValueType::Count && left.max(right) <= SMALL);
    let (left, right) = (slip::digits(left), slip::digits(right));
    let is_long = left.len() + right.len() > 2;
    evidence.tell(Clue::OtherDigit, is_long && is_other_digit(&left, &right));
    evidence.tell(Clue::MoreDigits, is_one_more(&left, &right) || is_one_more(&right, &left));
}

/// Whether numbers of as many digits differ in one.
fn is_other_digit(left: &[char], right: &[char]) -> bool {
    left.len() == right.len() && left.iter().zip(right).filter(|(left, right)| left != right).count() == 1
}

/// Whether the longer number is the shorter one with one digit put in.
fn is_one_more(shorter: &[char], longer: &[char]) -> bool {
    let same = shorter.iter().zip(longer).take_while(|(left, right)| left == right).count();
    longer.len() == shorter.len() + 1 && shorter.get(same..) == longer.get(same + 1..)
}

/// How two figures stand in their articles.
fn stands(met: &Met<'_>, crowd: &Crowd, (left, right): (usize, usize), evidence: &mut Evidence) {
    let (one, other) = (crowd.standing(left), crowd.standing(right));
    let power = |product: usize, most: u32| {
        i64::from(product.checked_ilog2().unwrap_or_default().min(most)) * 1000 / i64::from(most)
    };
    evidence.measure(Clue::Place, (one.place - other.place).abs());
    evidence.measure(Clue::Order, (one.order - other.order).abs());
    evidence.tell(Clue::First, one.order == 0 && other.order == 0);
    evidence.measure(Clue::Crowd, power(one.of_sort * other.of_sort, CROWD));
    evidence.tell(Clue::Only, one.of_sort == 1 && other.of_sort == 1);
    evidence.measure(Clue::Nouns, power(one.of_noun * other.of_noun, NOUNS));
    let beside = crowd.beside(met.left, met.right).min(BESIDE);
    evidence.measure(Clue::Beside, i64::try_from(beside * 1000 / BESIDE).unwrap_or(FULL));
    evidence.tell(Clue::Supported, crowd.is_supported(met.left, met.right));
    let (here, there) = (met.left.fact.article, met.right.fact.article);
    evidence.tell(Clue::Known, crowd.gives(here, met.right) || crowd.gives(there, met.left));
    evidence.tell(Clue::Lead, met.left.sentence < LEAD && met.right.sentence < LEAD);
}

/// The clue that tells of what sort figures are.
const fn sort(sort: ValueType) -> Clue {
    match sort {
        ValueType::Quantity => Clue::Quantity,
        ValueType::Money => Clue::Money,
        ValueType::Percent => Clue::Percent,
        ValueType::Duration => Clue::Duration,
        ValueType::Ordinal => Clue::Ordinal,
        ValueType::Frequency => Clue::Frequency,
        ValueType::Count
        | ValueType::Time
        | ValueType::Quote
        | ValueType::Place
        | ValueType::Name
        | ValueType::State
        | ValueType::Occurrence => Clue::Count,
    }
}
