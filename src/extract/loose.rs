//! Clocks that are told loosely: shortly before four is some time before it, about half past four some time around it,
//! noon no minute, and the hours behind midnight are those of the day before or of the day itself.

use crate::extract::beside;
use crate::extract::mention::{Aside, Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::calendar::Daypart;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::time::{Clock, Part, Point, Time};
use jiff::civil::Date;

const MINUTE: i32 = 60;
const HOUR: i32 = 60 * MINUTE;
const DAY: i32 = 24 * HOUR;

/// How far from a clock lies what is told as just before or behind it, and what is told as before or behind it.
const CLOSE: i32 = HOUR;
const OPEN: i32 = 6 * HOUR;

/// How far from a clock lies what is told as about then.
const ABOUT: i32 = 20 * MINUTE;

/// How far before and behind its hour noon reaches.
const NOON: (i32, i32) = (HOUR / 2, HOUR);

/// When noon is.
const MIDDAY: i32 = 12 * HOUR;

/// The hours that are told from the midnight before them.
const SMALL: std::ops::Range<i32> = HOUR / 2..5 * HOUR;

/// Words before a clock among which one says that it was just before or behind it.
const NEAR: usize = 3;

/// Gives the clocks that are told loosely what they may be, and tells which they were: by their numbers among the
/// mentions, as they were told.
pub(super) fn settle(reading: &mut Reading<'_>) -> Vec<(usize, Value)> {
    let all = reading.mentions.iter().enumerate();
    let loose: Vec<(usize, Time)> =
        all.filter_map(|(idx, mention)| Some((idx, loose(reading, mention)?))).collect();
    loose.into_iter().filter_map(|(idx, time)| put(reading, idx, Value::Time(time))).collect()
}

/// Takes clocks as they were told.
pub(super) fn restore(reading: &mut Reading<'_>, told: Vec<(usize, Value)>) {
    for (idx, value) in told {
        put(reading, idx, value);
    }
}

/// Gives a mention another value, and tells which one it had.
fn put(reading: &mut Reading<'_>, idx: usize, value: Value) -> Option<(usize, Value)> {
    let mention = reading.mentions.get_mut(idx)?;
    Some((idx, std::mem::replace(&mut mention.value, value)))
}

/// What a clock may be that is told loosely; none of one that is told as it is.
fn loose(reading: &Reading<'_>, mention: &Mention) -> Option<Time> {
    let Value::Time(time) = mention.value else { return None };
    let point = time.first.filter(|_| time.first == time.last && mention.dimension == Dimension::Datetime)?;
    let (Part::Day(day), Some(clock)) = (point.part, point.clock) else { return None };
    // Before dawn is a part of the day like any other.
    if clock.length > HOUR {
        return None;
    }
    let loose = Loose { reading, mention, clock, aside: beside::of_clock(reading, mention) };
    if loose.is_behind_midnight() {
        return behind_midnight(day, clock);
    }
    let (first, last) = loose.reach()?;
    let (first, last) = (first.max(0), last.min(DAY + HOUR) - MINUTE);
    let at =
        |start: i32| Point { part: Part::Day(day), clock: Some(Clock { start, length: MINUTE, ..clock }) };
    Some(Time::between(at(first), at(last)))
}

/// Behind the midnight of a day it is the next one, or it is that day's first hours.
fn behind_midnight(day: Date, clock: Clock) -> Option<Time> {
    let at = |day: Date, length: i32| Point {
        part: Part::Day(day),
        clock: Some(Clock { start: clock.start % DAY, length, ..clock }),
    };
    let length = if clock.start == DAY { CLOSE } else { clock.length };
    Some(Time::between(at(day, MINUTE), at(day.tomorrow().ok()?, length)))
}

/// A clock with what is said of it.
struct Loose<'l, 'a> {
    reading: &'l Reading<'a>,
    mention: &'l Mention,
    clock: Clock,
    aside: Option<Aside>,
}

/// Whether a word before a clock says that it was just before or behind: *shortly* before four.
pub(super) fn is_close(reading: &Reading<'_>, clock: &Mention) -> bool {
    let first = clock.words.start;
    let is_close = |at: usize| reading.words.get(at).is_some_and(|word| word.is_function(Function::Close));
    (first.saturating_sub(NEAR)..=first).any(is_close)
}

impl Loose<'_, '_> {
    fn words(&self) -> &[Word] {
        self.reading.words.get(self.mention.words.clone()).unwrap_or_default()
    }

    fn tells(&self, daypart: Daypart) -> bool {
        let is_it = |word: &Word| word.senses.iter().any(|sense| sense.meaning == Meaning::Daypart(daypart));
        self.words().iter().any(is_it)
    }

    /// Whether it is told from the midnight before it: one o'clock behind the midnight of Monday.
    fn is_behind_midnight(&self) -> bool {
        let is_just_behind = self.clock.start == DAY && self.aside == Some(Aside::After);
        (is_just_behind || SMALL.contains(&self.clock.start)) && self.tells(Daypart::Midnight)
    }

    /// The seconds of the day from which and up to which it may be.
    fn reach(&self) -> Option<(i32, i32)> {
        let Clock { start, length, .. } = self.clock;
        let end = start + length;
        let far = if is_close(self.reading, self.mention) { CLOSE } else { OPEN };
        match self.aside {
            Some(Aside::Before) => Some((start - far, start + MINUTE)),
            // The hour itself is what lies just behind its beginning.
            Some(Aside::After) if length == HOUR && far == CLOSE => None,
            Some(Aside::After) => Some((start, start + far)),
            Some(Aside::Nearly) => Some((start - ABOUT, end)),
            Some(Aside::About) => Some((start - ABOUT, end + ABOUT)),
            Some(Aside::Beginning | Aside::Middle | Aside::End) => None,
            None => self.is_noon().then_some((start - NOON.0, end + NOON.1)),
        }
    }

    /// Whether it is noon without a number: twelve at noon is told as it is.
    fn is_noon(&self) -> bool {
        let is_number = |word: &Word| word.kind == TokenKind::Digits || word.summary.is(Class::Number);
        self.clock.start == MIDDAY && self.tells(Daypart::Noon) && !self.words().iter().any(is_number)
    }
}
