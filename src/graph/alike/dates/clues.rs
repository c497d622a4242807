//! The clues that two dates show.

use crate::extract::figure::Figure;
use crate::fact::Fact;
use crate::fact::slot::Slot;
use crate::fact::unify;
use crate::graph::alike::dates::{Dated, Told, WEEK};
use crate::graph::alike::guard::Guard;
use crate::graph::alike::slip::slip;
use crate::graph::alike::weights::{Clue, Evidence, FULL};
use crate::lexicon::schema::telling::Telling;
use std::collections::BTreeSet;

/// Most other dates that count, and how many count in full.
const OTHERS: (i64, i64) = (6, 3);

/// How many years lie between two that are neither of one time nor of two.
const YEARS: std::ops::RangeInclusive<u16> = 6..=15;

/// Fewest digits of a year that is written in digits.
const DIGITS: usize = 3;

/// What speaks for and against two days, between which so many lie.
pub(super) fn of_days(guard: &Guard<'_, '_>, left: &Dated<'_>, right: &Dated<'_>, apart: i32) -> Evidence {
    let mut evidence = Evidence::default();
    evidence.tell(Clue::Day, true);
    evidence.tell(Clue::DayNext, apart == 1);
    evidence.tell(Clue::DayWeeks, apart > WEEK);
    evidence.tell(Clue::DayListed, left.is_listed || right.is_listed);
    let ahead = left.is_ahead().zip(right.is_ahead());
    evidence.tell(Clue::DayAhead, ahead == Some((true, true)));
    evidence.tell(Clue::DayAcross, ahead.is_some_and(|(left, right)| left != right));
    let is_written = |date: &Dated<'_>| date.written.is_some_and(|day| date.told == Told::Day(day));
    evidence.tell(Clue::DayWritten, is_written(left) || is_written(right));
    evidence.tell(Clue::DayBare, !share_words(left, right));
    evidence.tell(Clue::DayMoment, are_one_moment(guard, left, right));
    let kinds = kinds(guard, left, right);
    evidence.tell(Clue::DayKinds, kinds == Kinds::Two);
    evidence.tell(Clue::DayAlone, kinds == Kinds::One);
    evidence.measure(Clue::DayOthers, (left.others + right.others).min(OTHERS.0) * FULL / OTHERS.1);
    evidence.measure(Clue::DayPlace, (left.place - right.place).abs());
    evidence.tell(Clue::DaySaid, left.figure.time.is_said || right.figure.time.is_said);
    evidence
}

/// What speaks for and against two years.
pub(super) fn of_years(
    guard: &Guard<'_, '_>,
    left: &Dated<'_>,
    right: &Dated<'_>,
    (one, other): (i16, i16),
) -> Evidence {
    let mut evidence = Evidence::default();
    evidence.tell(Clue::Year, true);
    evidence.tell(Clue::YearFar, YEARS.contains(&one.abs_diff(other)));
    let are_written = is_written(left.figure) && is_written(right.figure);
    let is_turned = || slip(&left.figure.fact.value, &right.figure.fact.value).is_some();
    evidence.tell(Clue::YearSlip, are_written && is_slip(one, other));
    evidence.tell(Clue::YearTurned, are_written && is_turned());
    evidence.tell(Clue::YearListed, left.is_listed || right.is_listed);
    evidence.tell(Clue::YearBare, !share_words(left, right));
    let kinds = kinds(guard, left, right);
    evidence.tell(Clue::YearKind, kinds == Kinds::Same);
    evidence.tell(Clue::YearKinds, kinds == Kinds::Two);
    evidence.tell(Clue::YearFirst, left.is_first && right.is_first);
    evidence.measure(Clue::YearOthers, (left.others + right.others).min(OTHERS.0) * FULL / OTHERS.1);
    let bounds = (left.figure.time.bound, right.figure.time.bound);
    evidence.tell(Clue::YearBound, bounds.0.is_some() && bounds.0 == bounds.1);
    evidence
}

/// Whether two years differ by one digit, or have the same ones.
fn is_slip(one: i16, other: i16) -> bool {
    let digits = |year: i16| year.to_string().chars().collect::<Vec<char>>();
    let sorted = |mut digits: Vec<char>| {
        digits.sort_unstable();
        digits
    };
    let (left, right) = (digits(one), digits(other));
    let differing = left.iter().zip(&right).filter(|(left, right)| left != right).count();
    left.len() == right.len() && (differing == 1 || sorted(left) == sorted(right))
}

/// Whether the words of a figure give the digits of a year.
fn is_written(figure: &Figure) -> bool {
    let words = figure.fact.evidence.first().map_or("", |evidence| &evidence.words);
    words.chars().filter(|char| char.is_numeric()).count() >= DIGITS
}

/// Whether a word stands by both.
fn share_words(left: &Dated<'_>, right: &Dated<'_>) -> bool {
    let words = |date: &Dated<'_>| -> BTreeSet<u64> {
        date.figure.words.iter().filter(|word| !word.is_broader).map(|word| word.key).collect()
    };
    !words(left).is_disjoint(&words(right))
}

/// The facts that kinds told so make of a date.
fn facts<'g>(
    guard: &'g Guard<'_, '_>,
    date: &Dated<'_>,
    is_told: impl Fn(Telling) -> bool + 'g,
) -> impl Iterator<Item = &'g Fact> {
    let claims = guard.claims(date.idx).map(|claims| claims.facts.as_slice()).unwrap_or_default();
    let kind = |fact: &Fact| guard.known.lexicon.kind(&fact.kind).map(|kind| kind.told);
    claims.iter().copied().filter(move |fact| kind(fact).is_some_and(&is_told))
}

/// Whether both are of one moment of an event.
fn are_one_moment(guard: &Guard<'_, '_>, left: &Dated<'_>, right: &Dated<'_>) -> bool {
    let moments = |date| {
        let is_called = |fact: &&Fact| fact.slot(Slot::What).is_some();
        facts(guard, date, |told| told == Telling::Moment).filter(is_called)
    };
    moments(left).any(|one| moments(right).any(|other| unify::conflict(&one.slots, &other.slots).is_none()))
}

/// Which kinds of their own ask for two dates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kinds {
    /// None.
    None,
    /// Some ask for one of them.
    One,
    /// Each for one of them.
    Two,
    /// One asks for both.
    Same,
}

fn kinds(guard: &Guard<'_, '_>, left: &Dated<'_>, right: &Dated<'_>) -> Kinds {
    let of = |date| -> BTreeSet<&str> {
        let own = facts(guard, date, |told| told != Telling::Moment && !told.is_of_days());
        own.map(|fact| fact.kind.as_str()).collect()
    };
    let (left, right) = (of(left), of(right));
    match (left.is_empty(), right.is_empty()) {
        (true, true) => Kinds::None,
        (true, false) | (false, true) => Kinds::One,
        (false, false) if left.is_disjoint(&right) => Kinds::Two,
        (false, false) => Kinds::Same,
    }
}
