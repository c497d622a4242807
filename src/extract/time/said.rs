//! What the words of a time say, before it is known when they were written.

use crate::lexicon::schema::holiday::Holiday;
use crate::lexicon::schema::numbers::Hedge;
use crate::value::duration::Period;
use crate::value::time::{Clock, Part};
use std::ops::Range;

/// A point of time as the words give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words, as indices into their paragraph.
    pub words: Range<usize>,
    /// Which part of the calendar.
    pub when: When,
    /// The time of day.
    pub clock: Option<Clock>,
}

/// A point, or a stretch between two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// All its words.
    pub words: Range<usize>,
    /// The point; the last one of a stretch.
    pub point: Said,
    /// The first point of a stretch.
    pub from: Option<Said>,
}

/// A part of the calendar, told by itself or by its distance from the day of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// A part that needs no reference.
    Fixed(Part),
    /// The days from one to another, without a reference.
    Between(Part, Part),
    /// Days that have a name, or a rule of another calendar.
    Holiday(Holiday, Near),
    /// The weekend that days with a name make longer or lie in.
    HolidayWeekend(Holiday, Near),
    /// A month of an untold year.
    Month(i8, Near),
    /// A month and day of an untold year.
    Day(i8, i8, Near),
    /// A weekday.
    Weekday(i8, Near),
    /// A weekday so many times on from the reference, or back where the number is negative.
    Weekdays(i8, i8),
    /// A season, 1 spring to 4 winter.
    Season(i8, Near),
    /// A quarter of a year.
    Quarter(i8, Near),
    /// A Saturday with its Sunday.
    Weekend(Near),
    /// A day counted from the reference.
    RelativeDay(i8),
    /// This, the last or the next unit of the calendar.
    Turn(Scale, i8),
    /// A distance from the reference, negative before it, with its step for hedges.
    Away(Distance),
    /// The moment of writing.
    Now,
    /// From the reference on, for no longer than so long.
    Within(Distance),
    /// So long up to the reference, or on from it.
    Stretch(Distance),
    /// Whole units of the calendar, from the first to the last counted from the present one.
    Turns(Scale, i8, i8),
    /// What is left of the present unit of the calendar.
    Rest(Scale),
    /// One of those that a longer part of the calendar holds.
    Nth(Nth),
    /// No day: a time of day alone.
    AnyDay,
}

/// One of a series inside a longer part: `the first Tuesday of October`, `the 15th of next month`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Nth {
    /// Which one, from one; negative from the end.
    pub rank: i8,
    /// How many of them, on from that one, or up to it where it is told from the end.
    pub count: i8,
    /// Of what.
    pub what: Item,
    /// In what.
    pub of: Whole,
}

/// What a longer part of the calendar holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// Its days.
    Day,
    /// The days of a month that fall on this weekday.
    DayOn(i8),
    /// Its weeks.
    Week,
    /// Its Saturdays with the Sundays behind them.
    Weekend,
    /// Its months.
    Month,
    /// Its quarters.
    Quarter,
    /// Its halves.
    Half,
    /// Its thirds.
    Third,
    /// Its decades.
    Decade,
    /// Its days of this weekday.
    Weekday(i8),
}

/// A part of the calendar that holds others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// A part that needs no reference.
    Part(Part),
    /// A month of an untold year.
    Month(i8, Near),
    /// This, the last or the next unit of the calendar.
    Turn(Scale, i8),
    /// The month that puts it nearest to the reference.
    AnyMonth,
}

/// Which one of several is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Near {
    /// The nearest, by tense.
    Free,
    /// The one before.
    Last,
    /// The one after.
    Next,
    /// The one after, of the unit of the calendar that follows this one.
    Further,
    /// The one of now.
    This,
    /// The one of a year counted from the present one.
    Year(i8),
}

/// A unit of the calendar that can be this, last or next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A quarter of a year.
    Quarter,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// Less than a day.
    Clock,
}

/// A distance from the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distance {
    /// How far.
    pub period: Period,
    /// What a hedge adds or takes away.
    pub step: Period,
    /// The unit that it is told in.
    pub scale: Scale,
    /// How exactly it is told.
    pub hedge: Option<Hedge>,
}

impl When {
    /// Whether it is a single day, to which a time of day may belong.
    #[must_use]
    pub const fn is_day(&self) -> bool {
        if let Self::Holiday(holiday, _) = self {
            return holiday.is_day();
        }
        matches!(
            self,
            Self::Fixed(Part::Day(_) | Part::Sighted(_))
                | Self::Day(..)
                | Self::Weekday(..)
                | Self::RelativeDay(_)
                | Self::Weekdays(..)
        ) || matches!(
            self,
            Self::Nth(Nth { what: Item::Day | Item::DayOn(_) | Item::Weekday(_), count: 1, .. })
        )
    }
}
