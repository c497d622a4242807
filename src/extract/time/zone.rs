//! Zones of a time of day: named, as a distance from Greenwich, or told by the same time in brackets.

#![expect(clippy::wildcard_enum_match_arm, reason = "a word can mean many things, and two of them are zones")]

use crate::extract::time::clock::Told;
use crate::extract::time::face;
use crate::extract::time::view::View;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::value::time::Clock;

/// Words that may stand between a clock and its zone.
const BEFORE_ZONE: usize = 2;

/// The zone behind a clock, with the index behind it.
#[must_use]
pub fn behind(view: &View<'_>, idx: usize) -> (Option<i16>, usize) {
    if let Some(zone) = word(view, idx + 1).filter(|_| view.sign(idx, "(") && view.sign(idx + 2, ")")) {
        return (Some(zone), idx + 3);
    }
    for start in idx..=idx + BEFORE_ZONE {
        if let Some(zone) = word(view, start) {
            let (shift, next) = shift(view, start + 1);
            return (Some(zone + shift), next);
        }
        let plain = view.get(start).is_some_and(|word| word.senses.is_empty() && word.breaks == 0);
        if !plain
            || view.raw(start).is_some()
            || view.sign(start, ".")
            || view.sign(start, ",")
            || view.sign(start, "(")
        {
            break;
        }
    }
    (None, idx)
}

/// The minutes from Greenwich of the zone that the word names, in winter where it has a summer time.
#[must_use]
pub fn word(view: &View<'_>, idx: usize) -> Option<i16> {
    view.meaning_of(Class::Calendar, idx, |meaning| match meaning {
        Meaning::Zone(zone) => Some(*zone),
        Meaning::NamedZone(name) => view.lexicon.gazetteer.zones.standard(name),
        _ => None,
    })
}

/// The minutes that hours in digits add to a zone, with the index behind them: `GMT+3`.
#[must_use]
pub fn shift(view: &View<'_>, idx: usize) -> (i16, usize) {
    let sign = match (view.sign(idx, "+"), view.sign(idx, "-")) {
        (true, _) => 1,
        (_, true) => -1,
        _ => return (0, idx),
    };
    let hours = view
        .raw(idx + 1)
        .filter(|raw| raw.len() <= 2)
        .and_then(|raw| raw.parse::<i16>().ok())
        .filter(|hours| *hours <= 14);
    let Some(hours) = hours else { return (0, idx) };
    let minutes = view
        .raw(idx + 3)
        .filter(|raw| raw.len() == 2 && view.sign(idx + 2, ":"))
        .and_then(|raw| raw.parse::<i16>().ok());
    minutes.map_or((sign * hours * 60, idx + 2), |minutes| (sign * (hours * 60 + minutes), idx + 4))
}

/// Takes the zone of a local time from the same time in brackets: `9:40 p.m. local time (1840 GMT)`.
#[must_use]
pub fn from_brackets(view: &View<'_>, told: Told) -> Told {
    let opens = (told.next..=told.next + BEFORE_ZONE).find(|at| view.sign(*at, "("));
    let Some(open) = opens.filter(|_| told.clock.zone.is_none()) else { return told };
    let Some(other) = face::digital(view, open + 1).or_else(|| face::military(view, open + 1)) else {
        return told;
    };
    let (Some(zone), close) = behind(view, other.next) else { return told };
    let there = other.hour * 60 + other.minute.unwrap_or(0) - i32::from(zone);
    let apart = (told.clock.start / 60 - there + 720).rem_euclid(1440) - 720;
    let Some(found) = i16::try_from(apart).ok().filter(|apart| apart % 15 == 0) else { return told };
    if !view.sign(close, ")") {
        return told;
    }
    Told {
        clock: Clock { zone: Some(found), of_twelve: false, ..told.clock },
        next: close + 1,
        certain: true,
        ..told
    }
}
