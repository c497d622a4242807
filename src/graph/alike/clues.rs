//! The clues that two figures of numbers and lengths show.

use crate::graph::alike::crowd::Crowd;
use crate::graph::alike::met::Met;
use crate::graph::alike::slip::Slip;
use crate::graph::alike::weights::{Clue, Evidence};
use crate::graph::alike::wording;
use crate::lexicon::schema::kind::ValueType;
use crate::value::number::Number;

/// How much likelier a partner is than all others at least and at most, as far as that counts.
const MARGINS: (i64, i64) = (-600, 2000);

/// How many times as large the larger is that lies near and far.
const NEAR: (i64, i64) = (9, 5);
const FAR: (i64, i64) = (10, 3);

/// The largest of the small counts.
const SMALL: Number = Number::whole(10);

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
    evidence.measure(Clue::Words, wording::shared(&met.left.words, &met.right.words));
    evidence.tell(Clue::SameNoun, met.one_thing == Some(true));
    evidence.tell(Clue::OtherNoun, met.one_thing == Some(false));
    evidence.tell(Clue::Unlike, met.likeness == 0);
    evidence.tell(Clue::OneKind, met.is_one_kind);
    evidence.tell(Clue::Duration, met.left.sort == ValueType::Duration);
    sizes(met, &mut evidence);
    stands(met, crowd, numbers, &mut evidence);
    evidence
}

/// How the sizes of two figures stand.
fn sizes(met: &Met<'_>, evidence: &mut Evidence) {
    match met.slip {
        Some(Slip::Plain) => evidence.tell(Clue::Turned, true),
        Some(Slip::Measured) => evidence.tell(Clue::TurnedMeasure, true),
        Some(Slip::Short) => evidence.tell(Clue::TurnedCount, true),
        Some(Slip::Nought) => evidence.tell(Clue::Noughts, true),
        Some(Slip::Unit) => evidence.tell(Clue::OtherUnit, true),
        // Years are weighed with the other dates.
        Some(Slip::Year) | None => {}
    }
    // One number in two units is as large as its units are.
    let Some(ratio) = met.ratio().filter(|_| met.slip != Some(Slip::Unit)) else { return };
    let is_within = |most: (i64, i64)| Number::ratio(most.0, most.1).is_some_and(|most| ratio <= most);
    evidence.tell(Clue::Near, is_within(NEAR));
    evidence.tell(Clue::Far, !is_within(FAR));
    let Some((left, right)) = met.sizes() else { return };
    let places = |number: Number| number.floor().and_then(|whole| whole.unsigned_abs().checked_ilog10());
    evidence.tell(Clue::SameLength, places(left) == places(right));
    evidence.tell(Clue::Small, met.left.sort == ValueType::Count && left.max(right) <= SMALL);
}

/// How two figures stand in their articles.
fn stands(met: &Met<'_>, crowd: &Crowd, (left, right): (usize, usize), evidence: &mut Evidence) {
    let (one, other) = (crowd.standing(left), crowd.standing(right));
    evidence.measure(Clue::Place, (one.place - other.place).abs());
    evidence.tell(Clue::First, one.is_first && other.is_first);
    evidence.tell(Clue::Supported, crowd.is_supported(met.left, met.right));
    let (here, there) = (met.left.fact.article, met.right.fact.article);
    evidence.tell(Clue::Known, crowd.gives(here, met.right) || crowd.gives(there, met.left));
}
