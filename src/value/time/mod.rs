//! Points and stretches of time as intervals of the calendar, written as EDTF.
//!
//! A time that a text gives relative to an unknown day stays relative: a weekday, a day of an unknown year,
//! a distance from the reference. Such a time has no bounds, and says so.

/// How times are written.
pub mod written;

use crate::value::daypart::NamedPart;
use crate::value::duration::{DAY, Period};
use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

/// A unit of the calendar that a day lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CalendarUnit {
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
}

/// Where a time without a date lies, seen from an unknown day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// Behind it.
    Past,
    /// Around it.
    Present,
    /// Ahead of it.
    Future,
}

impl Side {
    /// Every side.
    pub const ALL: [Self; 3] = [Self::Past, Self::Present, Self::Future];

    /// Its code in TIMEX3.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}

/// A part of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A hundred years: `19XX` is century 19, and -1 the one that ends where `00XX` begins.
    Century(i16),
    /// Ten years: `199X` is decade 199.
    Decade(i16),
    /// A year.
    Year(i16),
    /// A season of a year, 1 spring to 4 winter.
    Season(i16, i8),
    /// A quarter of a year, 1 to 4.
    Quarter(i16, i8),
    /// A month of a year.
    Month(i16, i8),
    /// An ISO week of a year.
    Week(i16, i8),
    /// A day.
    Day(Date),
    /// A day that the sight of the moon decides: the one before or behind may be meant.
    Sighted(Date),
    /// Some day of an unknown year.
    Unknown,
    /// Some time on one side of an unknown day.
    Vague(Side),
    /// A month of an unknown year.
    MonthOfYear(i8),
    /// A day of an unknown year: month, day.
    DayOfYear(i8, i8),
    /// A day of an unknown month.
    DayOfMonth(i8),
    /// A quarter of an unknown year.
    QuarterOfYear(i8),
    /// A season of an unknown year.
    SeasonOfYear(i8),
    /// A weekday of an unknown week.
    Weekday(i8),
    /// A distance from an unknown day; negative is before it.
    Distance(Period),
    /// The unit of the calendar that an unknown day lies in: today, this month.
    Current(CalendarUnit),
    /// No day at all: a time of day on an unknown day.
    AnyDay,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clock {
    /// Seconds from midnight.
    pub start: i32,
    /// How many seconds the stated time covers: 60 for `04:12`, 3600 for "four o'clock", more for "dawn".
    pub length: i32,
    /// Minutes from UTC; none where the text does not say.
    pub zone: Option<i16>,
    /// Whether a face of twelve hours shows it, and no half of the day is told: "at five" may be seventeen.
    pub of_twelve: bool,
}

impl Clock {
    /// Half a day in seconds.
    pub const HALF_DAY: i32 = 12 * 3600;

    /// A time of day of no known zone, so many seconds from midnight and so many long.
    #[must_use]
    pub const fn new(start: i32, length: i32) -> Self {
        Self { start, length, zone: None, of_twelve: false }
    }

    /// The same face in the other half of the day; none where the half is told.
    fn in_other_half(self) -> Option<Self> {
        let start = (self.start + Self::HALF_DAY) % (2 * Self::HALF_DAY);
        self.of_twelve.then_some(Self { start, of_twelve: false, ..self })
    }
}

/// The number of winter among the seasons.
const WINTER: i8 = 4;

/// A part of the calendar, with a time of day if it has one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Point {
    /// The part.
    pub part: Part,
    /// The time of day.
    pub clock: Option<Clock>,
}

/// A stretch of time between two points that both belong to it; a point is a stretch from itself to itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Time {
    /// First point; none where it has no beginning.
    pub first: Option<Point>,
    /// Last point; none where it has no end.
    pub last: Option<Point>,
}

impl From<Part> for Point {
    fn from(part: Part) -> Self {
        Self { part, clock: None }
    }
}

impl From<Part> for Time {
    fn from(part: Part) -> Self {
        Self::at(part.into())
    }
}

impl Time {
    /// The year that it is, by the calendar; none where it is anything else.
    #[must_use]
    pub fn year(&self) -> Option<i16> {
        let point = self.first.filter(|_| self.first == self.last)?;
        let Part::Year(year) = point.part else { return None };
        point.clock.is_none().then_some(year)
    }

    /// The stretch that is just `point`.
    #[must_use]
    pub const fn at(point: Point) -> Self {
        Self { first: Some(point), last: Some(point) }
    }

    /// The stretch from `first` to `last`.
    #[must_use]
    pub fn between(first: impl Into<Point>, last: impl Into<Point>) -> Self {
        Self { first: Some(first.into()), last: Some(last.into()) }
    }

    /// Whether an end depends on a day that is not known.
    #[must_use]
    pub fn is_relative(&self) -> bool {
        [self.first, self.last].into_iter().flatten().any(|point| point.part.days().is_none())
    }

    /// First second and the second after the last, from 1970 in UTC; an end that is missing is as far as
    /// can be. None for a relative time.
    #[must_use]
    pub fn seconds(&self) -> Option<(i64, i64)> {
        match (self.first, self.last) {
            (Some(first), Some(last)) if first == last => first.seconds(),
            (first, last) => Some((
                first.map_or(Some(i64::MIN), |point| Some(point.seconds()?.0))?,
                last.map_or(Some(i64::MAX), |point| Some(point.seconds()?.1))?,
            )),
        }
    }

    /// First and last day of the stretch; none where an end is missing or relative.
    #[must_use]
    pub fn days(&self) -> Option<(Date, Date)> {
        Some((self.first?.part.days()?.0, self.last?.part.days()?.1))
    }

    /// Whether a time of day with a known zone is part of it.
    #[must_use]
    pub fn is_zoned(&self) -> bool {
        [self.first, self.last]
            .into_iter()
            .flatten()
            .any(|point| point.clock.is_some_and(|clock| clock.zone.is_some()))
    }
}

impl Time {
    /// The time as the clock of its place shows it.
    #[must_use]
    pub fn on_own_clock(&self) -> Self {
        let local = |point: Option<Point>| {
            let clock = |clock: Clock| Clock { zone: None, ..clock };
            point.map(|point| Point { clock: point.clock.map(clock), ..point })
        };
        Self { first: local(self.first), last: local(self.last) }
    }

    /// The point of the same face in the other half of its day; none where the half is told.
    #[must_use]
    pub fn in_other_half(&self) -> Option<Self> {
        let point = self.first.filter(|_| self.first == self.last)?;
        Some(Self::at(Point { clock: Some(point.clock?.in_other_half()?), ..point }))
    }

    /// The winter with which a year begins, where one was read as that with which it ends.
    #[must_use]
    pub fn in_other_winter(&self) -> Option<Self> {
        let point = self.first.filter(|_| self.first == self.last)?;
        let Part::Season(year, WINTER) = point.part else { return None };
        Some(Self::at(Point { part: Part::Season(year.checked_sub(1)?, WINTER), ..point }))
    }

    /// The other midnight of a day at whose midnight it is, and both with the half hour before; nothing for any other time.
    fn around_midnight(&self) -> Option<(Self, [Self; 2])> {
        let point = self.first.filter(|_| self.first == self.last)?;
        let (hour, day) = (Clock::HALF_DAY / 12, 2 * Clock::HALF_DAY);
        let is_midnight = |clock: &Clock| clock.length == hour && (clock.start == 0 || clock.start == day);
        let clock = point.clock.filter(is_midnight).filter(|_| matches!(point.part, Part::Day(_)))?;
        let at = |start: i32| Self::at(Point { clock: Some(Clock { start, ..clock }), ..point });
        Some((at(day - clock.start), [0, day].map(|start| at(start - hour / 2))))
    }

    /// Whether it is a time of day to the minute.
    fn is_to_minute(&self) -> bool {
        let point = self.first.filter(|_| self.first == self.last);
        point.and_then(|point| point.clock).is_some_and(|clock| clock.length <= 60)
    }

    /// The readings of midnight that a time to be set beside it allows: what is told to the minute may be some minutes off.
    pub fn midnights(&self, other: &Self) -> impl Iterator<Item = Self> {
        let is_near = other.is_to_minute();
        let found = self.around_midnight();
        let other = found.map(|(other, _)| other);
        other.into_iter().chain(found.filter(|_| is_near).into_iter().flat_map(|(_, near)| near))
    }

    /// The same moments as the clocks of another zone show them, so many minutes from UTC; what tells no zone
    /// stays as it is.
    #[must_use]
    pub fn seen_from(&self, zone: i16) -> Self {
        let there = |point: Option<Point>| point.map(|point| point.seen_from(zone).unwrap_or(point));
        Self { first: there(self.first), last: there(self.last) }
    }
}

/// From midnight to the morning: the night that began the day before.
const TO_MORNING: i64 = 6 * 3600;

impl Point {
    /// The point as the clocks of another zone show it; none where it tells no day or no zone.
    fn seen_from(self, zone: i16) -> Option<Self> {
        let (Part::Day(day), Some(clock)) = (self.part, self.clock) else { return None };
        let start = clock.start.checked_add((i32::from(zone) - i32::from(clock.zone?)).checked_mul(60)?)?;
        let length = i32::try_from(DAY).ok()?;
        let day = day.checked_add(i64::from(start.div_euclid(length)).days()).ok()?;
        let clock = Clock { start: start.rem_euclid(length), zone: Some(zone), ..clock };
        Some(Self { part: Part::Day(day), clock: Some(clock) })
    }

    fn seconds(self) -> Option<(i64, i64)> {
        let (first, last) = self.part.days()?;
        let midnight = seconds_of(first);
        let Some(clock) = self.clock else { return Some((midnight, seconds_of(last) + DAY)) };
        let start = midnight + i64::from(clock.start) - clock.zone.map_or(0, |zone| i64::from(zone) * 60);
        let end = start
            + i64::from(clock.length)
            + if NamedPart::of(clock).is_some_and(NamedPart::is_night) { TO_MORNING } else { 0 };
        Some((start, end))
    }
}

impl Part {
    /// First and last day; none for a part that depends on an unknown day.
    #[must_use]
    pub fn days(self) -> Option<(Date, Date)> {
        let years = |first: i16, count: i16| {
            Some((Date::new(first, 1, 1).ok()?, Date::new(first.checked_add(count - 1)?, 12, 31).ok()?))
        };
        let months = |year: i16, month: i8, count: i32| {
            let first = Date::new(year, month, 1).ok()?;
            Some((first, first.checked_add(count.months()).ok()?.yesterday().ok()?))
        };
        match self {
            // The year before year 1 is year 0, so that the third century before our era is -0299 to -0200.
            Self::Century(century) if century < 0 => years(century.checked_mul(100)?.checked_add(1)?, 100),
            Self::Century(century) => years(century.checked_mul(100)?, 100),
            Self::Decade(decade) => years(decade.checked_mul(10)?, 10),
            Self::Year(year) => years(year, 1),
            Self::Season(year, season) => months(year, season.checked_mul(3)?, 3),
            Self::Quarter(year, quarter) => months(year, quarter.checked_mul(3)?.checked_sub(2)?, 3),
            Self::Month(year, month) => months(year, month, 1),
            Self::Week(year, week) => {
                let first = ISOWeekDate::new(year, week, Weekday::Monday).ok()?.date();
                Some((first, first.checked_add(6.days()).ok()?))
            }
            Self::Day(day) => Some((day, day)),
            Self::Sighted(day) => Some((day.yesterday().ok()?, day.tomorrow().ok()?)),
            Self::MonthOfYear(_)
            | Self::DayOfYear(..)
            | Self::DayOfMonth(_)
            | Self::QuarterOfYear(_)
            | Self::SeasonOfYear(_)
            | Self::Weekday(_)
            | Self::Unknown
            | Self::Vague(_)
            | Self::Distance(_)
            | Self::Current(_)
            | Self::AnyDay => None,
        }
    }
}

/// Seconds from 1970 to the beginning of `day`.
fn seconds_of(day: Date) -> i64 {
    day.duration_since(Date::constant(1970, 1, 1)).as_secs()
}
