//! When the days that have a name fall.

use crate::lexicon::calendar;
use crate::lexicon::schema::holiday::{Calendar, Holiday};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

impl Holiday {
    /// Whether the sight of the moon decides it, so that two countries may keep it a day apart.
    #[must_use]
    pub fn is_sighted(&self) -> bool {
        self.calendar == Some(Calendar::Hijri)
    }

    /// Whether it is one day, and no month or season.
    #[must_use]
    pub const fn is_day(&self) -> bool {
        let month = self.day.is_none() && self.weekday.is_none() && self.easter.is_none();
        !month && matches!(self.days, None | Some(1))
    }

    /// The month that it is the whole of.
    #[must_use]
    pub fn whole_month(&self) -> Option<u8> {
        self.month.filter(|_| self.day.is_none() && self.weekday.is_none())
    }

    /// The month and day of our calendar that it always falls on.
    #[must_use]
    pub fn fixed(&self) -> Option<(i8, i8)> {
        let stays = self.is_day() && self.plus == 0 && self.shift == [0; 7];
        let (month, day) = (self.month?, self.day.filter(|_| stays)?);
        let pair = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        self.calendar.is_none().then_some(pair)
    }

    /// Its first and last days in a year of ours, in order; a lunar year may put it there twice.
    #[must_use]
    pub fn in_year(&self, year: i16) -> Vec<(Date, Date)> {
        let years = self.calendar.and_then(|calendar| calendar::years(calendar, year));
        let found = years.into_iter().flatten().filter_map(|theirs| self.in_own_year(theirs));
        let in_year = |days: &(Date, Date)| days.0.year() == year;
        if self.calendar.is_some() {
            return found.filter(in_year).collect();
        }
        self.by_ours(year).into_iter().collect()
    }

    /// Its first and last days in a year of its own calendar.
    #[must_use]
    pub fn in_own_year(&self, year: i32) -> Option<(Date, Date)> {
        let (calendar, month) = (self.calendar?, self.month?);
        let whole = || calendar::month(calendar, year, month);
        match (self.day, self.weekday) {
            (Some(day), _) => self.lasting(self.day_of(calendar, year, (month, day))?),
            (None, Some(weekday)) => self.lasting(nth_weekday(whole()?, weekday, self.rank?)?),
            (None, None) => whole(),
        }
    }

    fn day_of(&self, calendar: Calendar, year: i32, (month, day): (u8, u8)) -> Option<Date> {
        match self.hour {
            Some(hour) => calendar::at_hour(calendar, year, (month, day), hour),
            None => calendar::day(calendar, year, month, day),
        }
    }

    fn by_ours(&self, year: i16) -> Option<(Date, Date)> {
        if self.every.is_some_and(|every| year.checked_rem(every.into()) != Some(0)) {
            return None;
        }
        if let Some(church) = self.easter {
            return self.lasting(calendar::easter(church, year)?);
        }
        let month = i8::try_from(self.month?).ok()?;
        let first = Date::new(year, month, 1).ok()?;
        let start = match (self.weekday, self.day) {
            (Some(weekday), _) => {
                let weekday = Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
                first.nth_weekday_of_month(self.rank?, weekday).ok()?
            }
            (None, Some(day)) => Date::new(year, month, i8::try_from(day).ok()?).ok()?,
            (None, None) => return Some((first, first.last_of_month())),
        };
        self.lasting(start)
    }

    /// All its days, where it is counted from `start`.
    fn lasting(&self, start: Date) -> Option<(Date, Date)> {
        let shift = self.shift.get(usize::try_from(start.weekday().to_monday_zero_offset()).ok()?)?;
        let first = start.checked_add((i64::from(self.plus) + i64::from(*shift)).days()).ok()?;
        let more = i64::from(self.days.unwrap_or(1)).checked_sub(1)?;
        Some((first, first.checked_add(more.days()).ok()?))
    }
}

/// Which one of a weekday between two days, counted from the last of them where the rank is negative.
fn nth_weekday((first, last): (Date, Date), weekday: u8, rank: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(i8::try_from(weekday).ok()?).ok()?;
    let (start, step) = if rank < 0 {
        (last.checked_sub(i64::from(weekday.until(last.weekday())).days()).ok()?, rank + 1)
    } else {
        (first.checked_add(i64::from(first.weekday().until(weekday)).days()).ok()?, rank - 1)
    };
    let day = start.checked_add(i64::from(step).weeks()).ok()?;
    (first..=last).contains(&day).then_some(day)
}
