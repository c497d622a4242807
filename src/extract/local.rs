//! Clock times in their place: which day a time of day belongs to, and in which zone it is told. A local time
//! is that of the place where it was; where no place tells the zone, it stays open.

/// Which day a time of day belongs to.
mod day;
/// In whose zone a text is.
pub mod zone;

use crate::extract::Extraction;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::event::Events;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::fact::Fact;
use crate::lexicon::meaning::{Id, Meaning};
use crate::lexicon::schema::function::Function;
use crate::lexicon::zones::Zones;
use crate::text::span::{Original, Span};
use crate::value::Value;
use crate::value::place::Place;
use crate::value::time::{Clock, Part, Point, Time};
use jiff::civil::{Date, DateTime};
use std::collections::BTreeSet;

/// Most words between a clock and the zone or the second clock behind it.
const BEHIND: usize = 2;

/// The concept of the clock of a place: Nairobi *time*.
const CLOCK: &str = "clock-time";

/// Most words of the name of a place whose clock tells a time.
const PLACE: usize = 3;

/// Seconds of a day and of an hour, and the hour until which it is still the night of the day before.
const DAY: i32 = 86_400;
const HOUR: i32 = 3600;
const NIGHT: i32 = 6 * 3600;

/// Gives each clock time its day and its zone, as far as they are known; tells whether any was changed.
pub fn settle(reading: &mut Reading<'_>, events: &Events, usual: Option<&str>) -> bool {
    let clocks: Vec<usize> = (0..reading.mentions.len())
        .filter(|idx| reading.mentions.get(*idx).is_some_and(|mention| clock(mention).is_some()))
        .collect();
    let mut changed = false;
    for idx in clocks {
        let settler = Settler { reading, events, usual };
        let settled = settler.settled(idx);
        let is_inherited = settler.inherits_day(idx);
        if let (Some(time), Some(mention)) = (settled, reading.mentions.get_mut(idx)) {
            changed |= mention.value != Value::Time(time);
            mention.is_day_inherited |= is_inherited;
            mention.is_placed |= mention.dimension == Dimension::Time;
            mention.value = Value::Time(time);
            mention.dimension = Dimension::Datetime;
        }
    }
    changed
}

/// Marks the days that quotes count from when somebody spoke.
pub fn mark_spoken(reading: &mut Reading<'_>) {
    let is_spoken = |mention: &Mention| {
        let is_counted = mention
            .relative
            .as_ref()
            .is_some_and(|relative| relative.trim_start_matches('-').starts_with('P'));
        is_counted && reading.quotes.iter().any(|quote| quote.words.contains(&mention.words.start))
    };
    let spoken: Vec<bool> = reading.mentions.iter().map(is_spoken).collect();
    for (mention, is_spoken) in reading.mentions.iter_mut().zip(spoken) {
        mention.is_day_inherited |= is_spoken;
    }
}

/// Marks the facts whose words are a time of day without its day, or count the day from when somebody spoke.
pub fn mark(reading: &Reading<'_>, facts: &mut [Fact]) {
    let inherited = reading.mentions.iter().filter(|mention| mention.is_day_inherited);
    let spans: BTreeSet<Span<Original>> = inherited.map(|mention| mention.span).collect();
    for fact in facts {
        let is_time = matches!(fact.value, Value::Time(_));
        fact.is_day_inherited |= is_time && fact.span().is_some_and(|span| spans.contains(&span));
    }
}

fn time(mention: &Mention) -> Option<Time> {
    let is_time = matches!(mention.dimension, Dimension::Date | Dimension::Time | Dimension::Datetime);
    if let Value::Time(time) = &mention.value { Some(*time).filter(|_| is_time) } else { None }
}

fn clock(mention: &Mention) -> Option<Clock> {
    time(mention)?.first?.clock
}

/// The only day of a mention.
fn day(mention: &Mention) -> Option<Date> {
    let time = time(mention)?;
    match (time.first?.part, time.last?.part) {
        (Part::Day(first), Part::Day(last)) if first == last => Some(first),
        _ => None,
    }
}

/// Puts the clocks of an article that tells no place into the zone of its story, its facts among them.
pub fn place(extraction: &mut Extraction, zone: &str, zones: &Zones) {
    let put = |value: &mut Value| {
        let Value::Time(time) = value else { return };
        for point in [&mut time.first, &mut time.last].into_iter().flatten() {
            let Part::Day(day) = point.part else { continue };
            let Some(clock) = point.clock.as_mut().filter(|clock| clock.zone.is_none()) else { continue };
            clock.zone = at(day, *clock).and_then(|moment| zones.at(zone, moment));
        }
    };
    let facts =
        extraction.facts.iter_mut().chain(extraction.figures.iter_mut().map(|figure| &mut figure.fact));
    for fact in facts {
        put(&mut fact.value);
        fact.slots.values_mut().flat_map(|filling| &mut filling.values).for_each(put);
    }
    let slots = extraction.events.iter_mut().flat_map(|event| event.slots.values_mut());
    slots.flat_map(|filling| &mut filling.values).for_each(put);
}

/// The words of a clock and those right behind it that may tell its zone, with their places.
fn telling<'r>(reading: &'r Reading<'_>, mention: &Mention) -> impl Iterator<Item = (usize, &'r Word)> {
    let (start, own) = (mention.words.start, mention.words.end);
    let words = reading.words.iter().enumerate().skip(start).take(mention.words.len() + BEHIND + 1);
    words.take_while(move |(at, word)| {
        *at < own || (word.breaks == 0 && !word.is_sign(".") && !word.is_sign("(") && !word.is_sign(","))
    })
}

/// Whether the words of a clock, or those right behind it, tell whose time it is: of a zone, of a place, or the
/// local one.
#[must_use]
pub fn tells_zone(reading: &Reading<'_>, mention: &Mention) -> bool {
    telling(reading, mention).any(|(_, word)| {
        let is_zone = |meaning: &Meaning| matches!(meaning, Meaning::Zone(_) | Meaning::NamedZone(_));
        word.has_concept(CLOCK) || word.senses.iter().any(|sense| is_zone(&sense.meaning))
    })
}

/// The zone of a country or place that a text names.
fn zone_of<'r>(reading: &'r Reading<'_>, entity: &Entity) -> Option<&'r str> {
    let gazetteer = &reading.lexicon.gazetteer;
    let is_place = matches!(entity.kind, EntityKind::Country | EntityKind::Place);
    let own = entity.place.as_ref().and_then(|place| gazetteer.zone_of(place));
    own.or_else(|| gazetteer.zone_of(&country_of(entity.country.as_ref()?))).filter(|_| is_place)
}

fn country_of(code: &Id) -> Place {
    Place { id: Some(code.to_string()), ..Place::default() }
}

/// How the words tell a zone.
enum Zone<'r> {
    /// Minutes from Greenwich.
    Minutes(i16),
    /// The name of a zone, whose distance depends on the day.
    Named(&'r str),
}

struct Settler<'s, 'a> {
    reading: &'s Reading<'a>,
    events: &'s Events,
    usual: Option<&'s str>,
}

impl<'s> Settler<'s, '_> {
    /// The time of a mention with its day and zone; none where it stays as it is.
    fn settled(&self, idx: usize) -> Option<Time> {
        let mention = self.reading.mentions.get(idx)?;
        let own = time(mention)?;
        let twin = self.twin(idx);
        let first = own.first?.part;
        let day = || twin.map_or_else(|| self.day_of(idx), |(day, _)| Some(day));
        let part = if first == Part::AnyDay { Part::Day(day()?) } else { first };
        let put = |point: Point| {
            let part = if point.part == Part::AnyDay { part } else { point.part };
            let clock = point.clock.map(|clock| Clock { zone: self.minutes(mention, part, clock), ..clock });
            Point { part, clock }
        };
        let settled = Time { first: own.first.map(put), last: own.last.map(put) };
        let day_of = |part: Part| if let Part::Day(day) = part { Some(day) } else { None };
        match (twin, day_of(part)) {
            (Some((_, moment)), Some(day)) if first == Part::AnyDay => nearest(settled, day, moment),
            _ => Some(settled),
        }
    }

    /// Minutes from Greenwich of a clock: as its words say, else as its place has it on that day.
    fn minutes(&self, mention: &Mention, part: Part, clock: Clock) -> Option<i16> {
        let zones = &self.reading.lexicon.gazetteer.zones;
        let moment = part.days().and_then(|(day, _)| at(day, clock));
        let named = |name: &str| match moment {
            Some(moment) => zones.at(name, moment),
            None => zones.standard(name).filter(|_| clock.zone.is_some()),
        };
        match self.told(mention) {
            Some(Zone::Minutes(minutes)) => clock.zone.or(Some(minutes)),
            Some(Zone::Named(name)) => named(name).or(clock.zone),
            None => clock.zone.or_else(|| named(self.zone_around(mention)?)),
        }
    }

    /// The zone that the words of a clock tell, or those right behind it.
    fn told(&self, mention: &Mention) -> Option<Zone<'s>> {
        let zone = |(_, word): (usize, &'s Word)| {
            word.senses.iter().find_map(|sense| {
                if let Meaning::Zone(minutes) = &sense.meaning {
                    Some(Zone::Minutes(*minutes))
                } else if let Meaning::NamedZone(name) = &sense.meaning {
                    Some(Zone::Named(name))
                } else {
                    None
                }
            })
        };
        telling(self.reading, mention).find_map(zone).or_else(|| self.told_by_place(mention))
    }

    /// The zone of the place whose clock tells the time.
    fn told_by_place(&self, mention: &Mention) -> Option<Zone<'s>> {
        let mut words = telling(self.reading, mention);
        let (clock, _) = words.find(|(_, word)| word.has_concept(CLOCK))?;
        let beside = self.reading.entities_in(clock.saturating_sub(PLACE)..clock + PLACE + 1);
        let mut beside = beside.filter(|entity| entity.words.end == clock || entity.words.start == clock + 1);
        // "Indian time", بالتوقيت المغربي.
        let of_people = || {
            let word = [clock.checked_sub(1)?, clock + 1]
                .into_iter()
                .find_map(|at| self.reading.words.get(at)?.find(|sense| sense.meaning.demonym().cloned()))?;
            self.reading.lexicon.gazetteer.zone_of(&country_of(&word))
        };
        beside.find_map(|entity| zone_of(self.reading, entity)).or_else(of_people).map(Zone::Named)
    }

    /// The zone of the place that the clause names, else that of the article.
    fn zone_around(&self, mention: &Mention) -> Option<&'s str> {
        let start = mention.words.start;
        let sentence = self.reading.sentences.get(self.reading.sentence_of(start))?;
        let clause = sentence.clause_words(sentence.clause(start));
        let inside = |entity: &&Entity| self.reading.preposition(entity) == Some(Function::In);
        let near = self.reading.entities_in(clause).filter(inside);
        let zoned = near
            .filter_map(|entity| Some((entity.words.start.abs_diff(start), zone_of(self.reading, entity)?)));
        zoned.min_by_key(|(distance, _)| *distance).map(|(_, zone)| zone).or(self.usual)
    }

    /// The moment that a clock right before tells, which this one tells again for another zone.
    fn twin(&self, idx: usize) -> Option<(Date, i64)> {
        let mention = self.reading.mentions.get(idx)?;
        let before = self.reading.mentions.get(idx.checked_sub(1)?)?;
        let is_near = mention.words.start.saturating_sub(before.words.end) <= BEHIND + 1;
        let told = [before, mention].into_iter().all(|mention| self.told(mention).is_some());
        let moment = time(before).filter(|time| time.is_zoned() && is_near && told)?.seconds()?.0;
        Some((day(before)?, moment))
    }
}

/// A clock of a day as a local time.
fn at(day: Date, clock: Clock) -> Option<DateTime> {
    let seconds = clock.start.rem_euclid(DAY);
    let part = |unit: i32, of: i32| i8::try_from(seconds / unit % of).ok();
    Some(day.at(part(3600, 24)?, part(60, 60)?, part(1, 60)?, 0))
}

/// A time of day on the day, or the one before or after it, that brings it nearest to a moment.
fn nearest(time: Time, day: Date, moment: i64) -> Option<Time> {
    let days = [day.yesterday().ok(), Some(day), day.tomorrow().ok()];
    let on = |day: Date| {
        let put = |point: Point| Point { part: Part::Day(day), ..point };
        Time { first: time.first.map(put), last: time.last.map(put) }
    };
    let apart = |time: &Time| time.seconds().map_or(i64::MAX, |(first, _)| (first - moment).abs());
    days.into_iter().flatten().map(on).min_by_key(apart)
}
