//! Times of day: clocks in digits and words, parts of a day, zones.

use crate::extract::time::count;
use crate::extract::time::view::View;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::{Daypart, Function};
use crate::value::number::Number;
use crate::value::time::Clock;

/// Words that may stand between a clock and its zone.
const BEFORE_ZONE: usize = 2;

/// A time of day that was read.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// The time.
    pub clock: Clock,
    /// The index behind it.
    pub next: usize,
    /// Whether something but its digits says that it is a time of day.
    pub certain: bool,
    /// The part of the day told with it.
    pub daypart: Option<Daypart>,
}

/// What the digits or words of a clock say before its part of the day.
struct Face {
    hour: i32,
    minute: Option<i32>,
    second: Option<i32>,
    next: usize,
    certain: bool,
}

/// Reads a time of day at `idx`.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<Told> {
    let oclock = is_oclock(view, idx);
    let start = idx + usize::from(oclock);
    let face =
        digital(view, start).or_else(|| military(view, start)).or_else(|| spoken(view, start, oclock))?;
    let behind = face.next + usize::from(is_oclock(view, face.next) && !view.has_conjunction(face.next));
    let (daypart, next) = daypart_behind(view, behind);
    let hour = daypart
        .map_or(Some(face.hour), |daypart| in_daypart(face.hour, daypart))
        .filter(|hour| *hour <= 24)?;
    let (zone, next) = zone(view, next);
    let certain = oclock || behind > face.next || daypart.is_some() || zone.is_some() || face.certain;
    let start = hour * 3600 + face.minute.unwrap_or(0) * 60 + face.second.unwrap_or(0);
    let length = face.second.map_or(face.minute.map_or(3600, |_| 60), |_| 1);
    Some(with_zoned(view, Told { clock: Clock { start, length, zone }, next, certain, daypart }))
}

/// Reads an hour that only the words around it make a time of day: `7`, `seven`, `3:30`.
#[must_use]
pub fn bare(view: &View<'_>, idx: usize) -> Option<Told> {
    let told = |start: i32, length: i32, next: usize| Told {
        clock: Clock { start, length, zone: None },
        next,
        certain: false,
        daypart: None,
    };
    let announced = View { announced: true, ..*view };
    if let Some(face) = digital(&announced, idx) {
        return Some(told(face.hour * 3600 + face.minute.unwrap_or(0) * 60, 60, face.next));
    }
    if let Some(raw) = view.raw(idx) {
        let hour = raw.parse::<i32>().ok().filter(|hour| raw.len() <= 2 && (1..=24).contains(hour))?;
        let decimal = [".", ",", "/"].iter().any(|sign| view.sign(idx + 1, sign))
            && view.touches(idx + 1)
            && view.touches(idx + 2)
            && view.raw(idx + 2).is_some();
        return (!decimal).then(|| told(hour * 3600, 3600, idx + 1));
    }
    let ordinal = || count::ordinal(view, idx).filter(|_| view.language.grammar.adjective_after_noun);
    let (hour, next) = ordinal().or_else(|| count::cardinal(view, idx))?;
    let (minute, after) = minutes(view, next);
    let follows = view.language.grammar.adjective_after_noun;
    let (minute, after) = match count::cardinal(view, next).filter(|_| minute.is_none() && !follows) {
        Some((minute @ 10..60, after)) if view.raw(next).is_none() => (Some(minute), after),
        _ => (minute, after),
    };
    let length = if minute.is_some() { 60 } else { 3600 };
    (1..=12).contains(&hour).then(|| told(hour * 3600 + minute.unwrap_or(0) * 60, length, after))
}

/// Both ends of a stretch of hours, each of which may take its half of the day from the other.
#[must_use]
pub fn aligned(first: Told, last: Told) -> (Clock, Clock) {
    let (mut from, mut to) = (first.clock, last.clock);
    match (first.daypart, last.daypart) {
        (None, Some(daypart)) if from.start < 13 * 3600 => {
            let moved = beside(from, daypart);
            from = if moved.start <= to.start { moved } else { from };
        }
        (Some(_), None) if to.start < from.start && from.start - to.start < 12 * 3600 => {
            to.start += 12 * 3600;
        }
        _ => {}
    }
    (from, to)
}

/// Whether the word says "o'clock"; one that is a unit as well may count hours.
fn is_oclock(view: &View<'_>, idx: usize) -> bool {
    view.is(idx, Function::Oclock) && view.only(idx, |meaning| !matches!(meaning, Meaning::Unit(_)))
}

/// Reads `14:30`, `9:47:20`, `16h00`; `8.10` where a part of the day follows.
fn digital(view: &View<'_>, idx: usize) -> Option<Face> {
    let two = |at: usize| {
        let raw = view.raw(at).filter(|raw| raw.len() == 2 && view.touches(at))?;
        raw.parse::<i32>().ok().filter(|number| *number < 60)
    };
    let hour = view.raw(idx).filter(|raw| raw.len() <= 2)?.parse::<i32>().ok().filter(|hour| *hour <= 24)?;
    let dotted = (idx > 0 && is_oclock(view, idx - 1))
        || (hour <= 12 && two(idx + 2).is_some() && daypart_behind(view, idx + 3).0.is_some());
    let stop = view.sign(idx + 1, ".") && dotted;
    // The letter is put between hours and minutes in French and the languages beside it.
    let letter = view.get(idx + 1).is_some_and(|word| word.normal == "h") && view.touches(idx + 2);
    if (view.joined_before(idx) && !view.announced)
        || !(view.sign(idx + 1, ":") || stop || letter)
        || !view.touches(idx + 1)
    {
        return None;
    }
    let minute = two(idx + 2)?;
    let second = if view.sign(idx + 3, ":") && view.touches(idx + 3) { Some(two(idx + 4)?) } else { None };
    let next = idx + if second.is_some() { 5 } else { 3 };
    let in_brackets = idx > 0 && view.sign(idx - 1, "(") && view.sign(next, ")");
    let tied = ["-", "/", ":"].iter().any(|sign| view.sign(next, sign))
        && view.touches(next)
        && view.raw(next + 1).is_none();
    let wide = (view.raw(idx).is_some_and(|raw| raw.len() == 2 && (raw.starts_with('0') || hour > 12))
        && !in_brackets)
        || second.is_some()
        || letter
        || view.is_all(&(idx..next));
    (!tied).then_some(Face { hour, minute: Some(minute), second, next, certain: wide })
}

/// Reads four digits before a zone or three and four before a half of the day: `0547 GMT`, `340 pm`.
fn military(view: &View<'_>, idx: usize) -> Option<Face> {
    let (number, length) = view.digits(idx)?;
    let (hour, minute) = (number / 100, number % 100);
    let zoned = length == 4 && hour <= 24 && zone_word(view, idx + 1).is_some();
    let halved = length >= 3 && (1..=12).contains(&hour) && view.daypart(idx + 1).is_some_and(is_half);
    let is_clock = minute < 60 && (zoned || halved);
    is_clock.then_some(Face { hour, minute: Some(minute), second: None, next: idx + 1, certain: true })
}

/// Reads an hour in words or plain digits with its minutes; only something beside it makes it a clock.
fn spoken(view: &View<'_>, idx: usize, oclock: bool) -> Option<Face> {
    if let Some(face) = around_hour(view, idx) {
        return Some(face);
    }
    let ordinal = || {
        count::ordinal(view, idx)
            .filter(|_| view.raw(idx).is_none() && view.language.grammar.adjective_after_noun)
    };
    if idx > 0 && ["-", "/", ":"].iter().any(|sign| view.sign(idx - 1, sign)) && !view.announced {
        return None;
    }
    let (hour, next) = ordinal().or_else(|| hour_number(view, idx))?;
    let ranked = ordinal().is_some();
    let (minute, after) = minutes(view, next);
    let shared = ranked && after == next + 1 && minute.is_some();
    let (minute, after) = if minute.is_some() { (minute, after) } else { counted_minutes(view, next) };
    let (hour, minute, after) = lacking(view, hour, minute, after);
    let (hour, limit) = (hour, if oclock || view.raw(idx).is_some() { 24 } else { 12 });
    let told = oclock
        || shared
        || (after > next && view.is(next, Function::Less))
        || is_oclock(view, after)
        || daypart_behind(view, after).0.is_some()
        || zone_word(view, after).is_some();
    ((1..=limit).contains(&hour) && told).then_some(Face {
        hour,
        minute,
        second: None,
        next: after,
        certain: false,
    })
}

/// Reads `half past three`, `quarter to five`, `20 minutes past 8`.
fn around_hour(view: &View<'_>, idx: usize) -> Option<Face> {
    if view.language.grammar.adjective_after_noun {
        return around_named(view, idx);
    }
    let article = idx + usize::from(view.is(idx, Function::Per) && share_at(view, idx).is_none());
    let (minutes, next) = share_at(view, article).map(|minutes| (minutes, article + 1)).or_else(|| {
        let (minutes, next) = count::cardinal(view, idx).filter(|(minutes, _)| (1..60).contains(minutes))?;
        Some((minutes, next + usize::from(is_minute(view, next))))
    })?;
    let is_past = view.is(next, Function::Last) || view.is(next, Function::After);
    let is_before = view.is_any(next, &[Function::To, Function::Before]) && !view.sign(next, "-");
    let half = minutes == 30;
    let noon = view.daypart(next + 1).filter(|part| matches!(part, Daypart::Noon | Daypart::Midnight));
    let (hour, after) = match noon {
        Some(daypart) => (if daypart == Daypart::Noon { 12 } else { 24 }, next + 2),
        None => hour_number(view, next + 1).filter(|(hour, _)| (1..=12).contains(hour))?,
    };
    let led = idx > 0 && view.is(idx - 1, Function::In);
    let counted = share_at(view, article).is_some() || is_minute(view, next - 1);
    if is_before && !counted && !(led && minutes % 5 == 0) {
        // "3 to 5 pm" is a stretch.
        return None;
    }
    let told = led
        || share_at(view, article).is_some()
        || is_minute(view, next - 1)
        || is_oclock(view, after)
        || daypart_behind(view, after).0.is_some();
    let (hour, minute) = match (is_past, is_before && !half) {
        (true, _) => (hour % 24, minutes),
        (false, true) => (hour - 1, 60 - minutes),
        (false, false) => return None,
    };
    (told && noon.is_none_or(|_| hour < 24)).then_some(Face {
        hour: if hour == 0 && noon.is_none() { 12 } else { hour },
        minute: Some(minute),
        second: None,
        next: after,
        certain: true,
    })
}

/// Reads `ثلاث دقائق قبل الثامنة`, minutes on this or the other side of an hour named by its rank.
fn around_named(view: &View<'_>, idx: usize) -> Option<Face> {
    let (minutes, next) = count::cardinal(view, idx).filter(|(minutes, _)| (1..60).contains(minutes))?;
    let side = next + 1;
    let (is_past, is_before) =
        (view.is(side, Function::After), view.is_any(side, &[Function::Before, Function::Until]));
    let (hour, after) = count::ordinal(view, side + 1).filter(|(hour, _)| (1..=12).contains(hour))?;
    let definite = view.get(side + 1).is_some_and(|word| word.clitics.article);
    if !is_minute(view, next) || !(is_past || is_before) || !definite {
        return None;
    }
    let (share, after) = match self::minutes(view, after) {
        (Some(share), behind) => (share, behind),
        (None, _) => (0, after),
    };
    let total = hour * 60 + share + if is_past { minutes } else { -minutes };
    let total = if total < 60 { total + 720 } else { total };
    Some(Face { hour: total / 60, minute: Some(total % 60), second: None, next: after, certain: true })
}

/// The minutes of a share of an hour: a half, a quarter.
fn share_at(view: &View<'_>, idx: usize) -> Option<i32> {
    let share = count::fraction(view, idx)?.times(Number::whole(60))?.to_whole()?;
    i32::try_from(share).ok()
}

fn is_minute(view: &View<'_>, idx: usize) -> bool {
    view.get(idx).is_some_and(|word| word.find(|sense| is_unit(&sense.meaning, "min")).is_some())
}

/// Whether the part of the day is a half of it, which alone tells hours in digits from a count.
const fn is_half(daypart: Daypart) -> bool {
    matches!(daypart, Daypart::Morning | Daypart::Afternoon | Daypart::Evening)
}

fn hour_number(view: &View<'_>, idx: usize) -> Option<(i32, usize)> {
    let (hour, next) = count::cardinal(view, idx)?;
    (view.raw(idx).is_none_or(|raw| raw.len() <= 2)).then_some((hour, next))
}

/// The minutes behind an hour: "and 12 minutes", "and a half".
fn minutes(view: &View<'_>, idx: usize) -> (Option<i32>, usize) {
    let joint = view.skip(idx, &[Function::And]);
    if joint == idx && !view.has_conjunction(joint) {
        return (None, idx);
    }
    // "Five" and "a fifth" are one word in some languages, so minutes are looked for first.
    match count::cardinal(view, joint) {
        Some((minutes @ 0..60, next)) if is_minute(view, next) => (Some(minutes), next + 1),
        _ => share_at(view, joint).map_or((None, idx), |minutes| (Some(minutes), joint + 1)),
    }
}

/// The minutes told by their number alone behind an hour in words, before a part of the day: `seven thirty
/// pm`, `السابعة وخمس وثلاثين مساء`.
fn counted_minutes(view: &View<'_>, idx: usize) -> (Option<i32>, usize) {
    let joint = view.skip(idx, &[Function::And]);
    let joined = joint > idx || view.has_conjunction(joint);
    let told = count::cardinal(view, joint)
        .filter(|(minutes, next)| (1..60).contains(minutes) && daypart_behind(view, *next).0.is_some())
        .filter(|(minutes, _)| {
            joined == view.language.grammar.adjective_after_noun && (joined || *minutes >= 10)
        });
    match told {
        Some((minutes, next)) if view.raw(joint).is_none() => (Some(minutes), next),
        _ => (None, idx),
    }
}

/// Takes what an hour lacks from it: `الثامنة إلا ربعا`, `الخامسة إلا خمس دقائق`.
fn lacking(view: &View<'_>, hour: i32, minute: Option<i32>, idx: usize) -> (i32, Option<i32>, usize) {
    let told = || {
        if !view.is(idx, Function::Less) {
            return None;
        }
        let counted = count::cardinal(view, idx + 1)
            .filter(|(minutes, next)| (1..60).contains(minutes) && is_minute(view, *next))
            .map(|(minutes, next)| (minutes, next + 1));
        counted.or_else(|| Some((share_at(view, idx + 1)?, idx + 2)))
    };
    let Some((less, next)) = told() else { return (hour, minute, idx) };
    let total = hour * 60 + minute.unwrap_or(0) - less;
    let total = if total < 60 { total + 720 } else { total };
    (total / 60, Some(total % 60), next)
}

fn is_unit(meaning: &Meaning, code: &str) -> Option<()> {
    matches!(meaning, Meaning::Unit(id) if **id == *code).then_some(())
}

/// The part of a day behind a clock: `a.m.`, `صباحا`, "in the morning".
#[must_use]
pub fn daypart_behind(view: &View<'_>, idx: usize) -> (Option<Daypart>, usize) {
    let plain = |at: usize| view.daypart(at).filter(|_| !view.has_conjunction(at));
    if let Some(daypart) = plain(idx) {
        return (Some(daypart), idx + 1);
    }
    let start = view.skip(idx, &[Function::In, Function::From, Function::Of]);
    let start = if start > idx { view.skip_stop(start) } else { start };
    match plain(start).filter(|_| start > idx) {
        Some(daypart) => (Some(daypart), start + 1),
        None => (None, idx),
    }
}

/// The hour of 24 that an hour of 12 is in a part of the day; none where it cannot be.
const fn in_daypart(hour: i32, daypart: Daypart) -> Option<i32> {
    Some(match (daypart, hour) {
        (Daypart::Dawn | Daypart::Morning | Daypart::Midnight, 12) => 0,
        (Daypart::Noon, 1..=4)
        | (Daypart::Afternoon | Daypart::Evening, 1..=11)
        | (Daypart::Night, 6..=11) => hour + 12,
        (Daypart::Evening | Daypart::Night, 12) => 0,
        (_, 0..=24) => hour,
        _ => return None,
    })
}

/// The clock told beside a part of the day that is not its own: "Saturday evening at 8".
#[must_use]
pub fn beside(clock: Clock, daypart: Daypart) -> Clock {
    let hour = in_daypart(clock.start / 3600, daypart).unwrap_or(clock.start / 3600);
    Clock { start: hour * 3600 + clock.start % 3600, ..clock }
}

/// The hours of a part of a day.
#[must_use]
pub const fn hours(daypart: Daypart) -> Clock {
    let (start, end) = match daypart {
        Daypart::Dawn => (4, 6),
        Daypart::Morning => (6, 12),
        Daypart::Noon => (12, 13),
        Daypart::Afternoon => (12, 18),
        Daypart::Evening => (18, 24),
        Daypart::Night => (20, 24),
        Daypart::Midnight => (0, 1),
    };
    Clock { start: start * 3600, length: (end - start) * 3600, zone: None }
}

/// The zone behind a clock, with the index behind it.
fn zone(view: &View<'_>, idx: usize) -> (Option<i16>, usize) {
    for start in idx..=idx + BEFORE_ZONE {
        if let Some(zone) = zone_word(view, start) {
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

fn zone_word(view: &View<'_>, idx: usize) -> Option<i16> {
    view.meaning(idx, |meaning| if let Meaning::Zone(zone) = meaning { Some(*zone) } else { None })
}

/// The hours in digits that are added to a zone: `GMT+3`.
fn shift(view: &View<'_>, idx: usize) -> (i16, usize) {
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

/// Takes the zone of a local time from the same time in brackets: `11:17 a.m. local time (0547 GMT)`.
fn with_zoned(view: &View<'_>, told: Told) -> Told {
    let opens = (told.next..=told.next + BEFORE_ZONE).find(|at| view.sign(*at, "("));
    let Some(open) = opens.filter(|_| told.clock.zone.is_none()) else { return told };
    let Some(other) = digital(view, open + 1).or_else(|| military(view, open + 1)) else { return told };
    let (Some(zone), close) = zone(view, other.next) else { return told };
    let there = other.hour * 60 + other.minute.unwrap_or(0) - i32::from(zone);
    let apart = (told.clock.start / 60 - there + 720).rem_euclid(1440) - 720;
    let Some(found) = i16::try_from(apart).ok().filter(|apart| apart % 15 == 0) else { return told };
    if !view.sign(close, ")") {
        return told;
    }
    Told { clock: Clock { zone: Some(found), ..told.clock }, next: close + 1, certain: true, ..told }
}
