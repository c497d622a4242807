//! Times of day: a clock with its part of the day and its zone.

use crate::extract::time::count;
use crate::extract::time::face;
use crate::extract::time::nth;
use crate::extract::time::part;
use crate::extract::time::relative;
use crate::extract::time::view::View;
use crate::extract::time::zone;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::schema::calendar::Daypart;
use crate::lexicon::schema::function::Function;
use crate::value::time::Clock;
use std::ops::Range;

/// Longest word that marks a half of the day: `am`.
const LONGEST_MARK: usize = 2;

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

/// Reads a time of day at `idx`.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<Told> {
    let oclock = face::is_oclock(view, idx);
    let start = if oclock { view.skip_sign(idx + 1, &[":"]) } else { idx };
    let face = face::read(view, view.skip_tied_article(start), oclock)?;
    let behind = face.next + usize::from(face::is_oclock_behind(view, face.next));
    let told = behind > face.next || face.minute.is_some();
    let letter = letter_behind(view, behind).filter(|_| face.minute.is_some() || oclock);
    let (daypart, next) = letter.unwrap_or_else(|| half_behind(view, behind, told));
    let hour = daypart
        .map_or(Some(face.hour), |daypart| in_daypart(face.hour, daypart))
        .filter(|hour| *hour <= 24)?;
    let (zone, next) = zone::behind(view, next);
    let certain = oclock || behind > face.next || daypart.is_some() || zone.is_some() || face.certain;
    let start = hour * 3600 + face.minute.unwrap_or(0) * 60 + face.second.unwrap_or(0);
    let length = face.second.map_or(face.minute.map_or(3600, |_| 60), |_| 1);
    let of_twelve = daypart.is_none() && zone.is_none() && is_of_twelve(view, idx..face.next, face.hour);
    let clock = Clock { zone, of_twelve, ..Clock::new(start, length) };
    Some(zone::from_brackets(view, Told { clock, next, certain, daypart }))
}

/// Whether the words of a face may be of either half of the day: no hour of 24 and none with a zero before it.
fn is_of_twelve(view: &View<'_>, mut words: Range<usize>, hour: i32) -> bool {
    let is_padded = |idx: usize| view.raw(idx).is_some_and(|raw| raw.len() == 2 && raw.starts_with('0'));
    (1..=12).contains(&hour) && !words.next().is_some_and(is_padded)
}

/// The half of the day that a letter behind the minutes marks: `3:15p`, `9:20 م`; one that is a word as well must be tied
/// to them.
fn letter_behind(view: &View<'_>, idx: usize) -> Option<(Option<Daypart>, usize)> {
    let word = view.get(idx).filter(|word| word.touches() || !word.summary.is_any(WORDS))?;
    Some((Some(view.language.clock_letter(&word.normal)?), idx + 1))
}

/// Classes of words that are more than a letter.
const WORDS: Classes = Classes::of(&[Class::Function, Class::Stop]);

/// Reads noon or midnight as the end of a stretch of hours.
#[must_use]
pub fn exact(view: &View<'_>, idx: usize) -> Option<Told> {
    let daypart = view.daypart(idx).filter(|part| matches!(part, Daypart::Noon | Daypart::Midnight))?;
    // The midnight that a stretch ends with is the one that ends its day.
    let start = if daypart == Daypart::Midnight { 24 * 3600 } else { hours(daypart).start };
    let clock = Clock::new(start, 3600);
    Some(Told { clock, next: idx + 1, certain: true, daypart: Some(daypart) })
}

/// Reads an hour that only the words around it make a time of day: `7`, `seven`, `3:30`.
#[must_use]
pub fn bare(view: &View<'_>, idx: usize) -> Option<Told> {
    let told = |start: i32, length: i32, next: usize| {
        let of_twelve = is_of_twelve(view, idx..next, start / 3600);
        let clock = Clock { of_twelve, ..Clock::new(start, length) };
        Told { clock, next, certain: false, daypart: None }
    };
    let announced = View { announced: true, ..*view };
    if let Some(face) = face::digital(&announced, idx) {
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
    let (minute, after) = face::minutes(view, next);
    let follows = view.language.grammar.adjective_after_noun;
    let (minute, after) = match spelled_minutes(view, next).filter(|_| minute.is_none() && !follows) {
        Some((minutes, after)) => (Some(minutes), after),
        None => (minute, after),
    };
    let length = if minute.is_some() { 60 } else { 3600 };
    (1..=12).contains(&hour).then(|| told(hour * 3600 + minute.unwrap_or(0) * 60, length, after))
}

/// Reads an hour with its minutes behind a stop, which is a clock where it begins a stretch that ends with one:
/// `9.30 to 5 pm`.
#[must_use]
pub fn dotted(view: &View<'_>, idx: usize) -> Option<Told> {
    let part = |at: usize, most: i32| {
        let number = view.raw(at).filter(|raw| raw.len() <= 2)?.parse::<i32>().ok()?;
        (number < most).then_some(number)
    };
    let tied = view.sign(idx + 1, ".") && view.touches(idx + 1) && view.touches(idx + 2);
    let minute = part(idx + 2, 60).filter(|_| tied && view.raw(idx + 2).is_some_and(|raw| raw.len() == 2))?;
    let start = part(idx, 25)? * 3600 + minute * 60;
    let of_twelve = is_of_twelve(view, idx..idx + 3, start / 3600);
    let clock = Clock { of_twelve, ..Clock::new(start, 60) };
    Some(Told { clock, next: idx + 3, certain: false, daypart: None })
}

/// The minutes in words behind an hour in words: `thirty`, `-forty five`.
fn spelled_minutes(view: &View<'_>, idx: usize) -> Option<(i32, usize)> {
    let start = idx + usize::from(view.sign(idx, "-") && view.touches(idx));
    let (minutes, next) = count::cardinal(view, start).filter(|(minutes, _)| (10..60).contains(minutes))?;
    view.raw(start).is_none().then_some((minutes, next))
}

/// Words behind which two numbers in words are a clock.
const LEADING: [Function; 5] =
    [Function::In, Function::Until, Function::Since, Function::Before, Function::For];

/// Reads a clock of two numbers in words behind a preposition: `at eight forty`.
#[must_use]
pub fn spelled(view: &View<'_>, idx: usize) -> Option<Told> {
    let led = idx > 0 && view.is_any(idx - 1, &LEADING) && !view.language.grammar.adjective_after_noun;
    let word = led && view.raw(idx).is_none();
    let (hour, next) = count::cardinal(view, idx).filter(|(hour, _)| word && (1..=12).contains(hour))?;
    let (minutes, next) = spelled_minutes(view, next).filter(|(_, next)| nth::stands_alone(view, *next))?;
    let clock = Clock { of_twelve: true, ..Clock::new(hour * 3600 + minutes * 60, 60) };
    Some(Told { clock, next, certain: true, daypart: None })
}

/// Whether a time of day stands at `idx`, perhaps behind a comma or a preposition, that says so by itself or
/// is told to the minute.
#[must_use]
pub fn follows(view: &View<'_>, idx: usize) -> bool {
    let comma = view.skip_sign(idx, &[",", "-"]);
    let leads = [Function::In, Function::For, Function::From, Function::Between];
    let start = view.skip_sign(view.skip(comma, &leads), &["@"]);
    let hedge = view.is_of(Class::Hedge, start);
    let start = start + usize::from(hedge);
    let told = read(view, start);
    let exact = |told: &Told| told.certain || told.clock.length == 60;
    let alone = || bare(view, start).is_some_and(|told| nth::stands_alone(view, told.next));
    told.is_some_and(|told| exact(&told)) || (start > comma && alone())
}

/// Both ends of a stretch of hours, each of which may take its half of the day from the other.
#[must_use]
pub fn aligned(first: Told, last: Told) -> (Clock, Clock) {
    const HALF: i32 = Clock::HALF_DAY;
    let (mut from, mut to) = (first.clock, last.clock);
    from.zone = from.zone.or(to.zone);
    match (first.daypart, last.daypart) {
        (None, Some(Daypart::Midnight)) if from.start < HALF && to.start > HALF => from.start += HALF,
        (None, Some(daypart)) if from.start < 13 * 3600 => {
            let moved = beside(from, daypart);
            if moved.start <= to.start {
                from = moved;
            } else if from.start > to.start && from.start < HALF {
                // "From 11 to 3 a.m." begins in the evening.
                from.start += HALF;
            }
        }
        (Some(_), None) if to.start < from.start && from.start - to.start < HALF => to.start += HALF,
        (None, None) if to.start < from.start && from.start <= 12 * 3600 => to.start += HALF,
        _ => {}
    }
    if first.daypart.is_some() || last.daypart.is_some() {
        (from.of_twelve, to.of_twelve) = (false, false);
    }
    (from, to)
}

/// The part of a day behind a clock: `a.m.`, `صباحا`, "in the morning".
#[must_use]
pub fn daypart_behind(view: &View<'_>, idx: usize) -> (Option<Daypart>, usize) {
    let (named, next) = part::behind(view, idx);
    (named.map(|named| named.daypart), next)
}

/// The half of the day behind an hour. A language that puts no adjective behind its noun says "in the
/// evening" with a bare hour, since "one evening" counts; only the marks of the halves stand alone.
#[must_use]
pub fn half_behind(view: &View<'_>, idx: usize, told: bool) -> (Option<Daypart>, usize) {
    if relative::day(view, idx).is_some() {
        // "Tonight" is a day as well, which whoever joins a clock to a day reads.
        return (None, idx);
    }
    let (daypart, next) = daypart_behind(view, idx);
    let is_mark = |word: &Word| word.normal.len() <= LONGEST_MARK;
    let exact = matches!(daypart, Some(Daypart::Noon | Daypart::Midnight));
    let counts = next == idx + 1
        && !view.language.grammar.adjective_after_noun
        && !(told || exact || view.get(idx).is_some_and(is_mark));
    if counts { (None, idx) } else { (daypart, next) }
}

/// The hour of 24 that an hour of 12 is in a part of the day; none where it cannot be.
const fn in_daypart(hour: i32, daypart: Daypart) -> Option<i32> {
    Some(match (daypart, hour) {
        (Daypart::SmallHours | Daypart::Dawn | Daypart::Morning | Daypart::Midnight, 12) => 0,
        (Daypart::Noon | Daypart::Lunchtime | Daypart::MidAfternoon | Daypart::Daytime, 1..=4)
        | (Daypart::Afternoon | Daypart::Evening | Daypart::Nightfall, 1..=11)
        | (Daypart::Night, 6..=11) => hour + 12,
        (Daypart::Evening | Daypart::Nightfall | Daypart::Night, 12) => 0,
        (_, 0..=24) => hour,
        _ => return None,
    })
}

/// The clock told beside a part of the day that is not its own: "Saturday evening at 8".
#[must_use]
pub fn beside(clock: Clock, daypart: Daypart) -> Clock {
    let hour = in_daypart(clock.start / 3600, daypart).unwrap_or(clock.start / 3600);
    Clock { start: hour * 3600 + clock.start % 3600, of_twelve: false, ..clock }
}

/// The hours of a part of a day.
#[must_use]
pub const fn hours(daypart: Daypart) -> Clock {
    let (start, end) = match daypart {
        Daypart::SmallHours => (0, 8),
        Daypart::Dawn => (0, 7),
        Daypart::Morning => (3, 12),
        Daypart::Noon => (12, 13),
        Daypart::Afternoon => (12, 18),
        Daypart::Evening => (16, 24),
        Daypart::Nightfall => (17, 24),
        Daypart::Night => (20, 24),
        Daypart::Midnight => (0, 1),
        Daypart::MidMorning => (9, 11),
        Daypart::MidAfternoon => (14, 16),
        Daypart::Lunchtime => (11, 14),
        Daypart::Daytime => (6, 20),
    };
    Clock::new(start * 3600, (end - start) * 3600)
}
