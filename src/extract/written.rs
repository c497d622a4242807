//! The day of writing, where nobody states it: dates that a text places by it, as "today, Tuesday" or
//! "12 June last week" do.

use crate::extract::bind::evidence;
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::fact::{ArticleIdx, Derivation, Fact};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::telling::Tells;
use crate::value::Value;
use crate::value::duration::{DAY, Period};
use crate::value::number::Number;
use crate::value::time::{Part, Time};
use jiff::ToSpan;
use jiff::civil::Date;
use std::ops::Range;

/// A leap year, in which every day of a year can be counted from.
const ANY_YEAR: i16 = 2000;

/// Days before the other articles of a story in which one of it may be written.
const BEFORE: i64 = 1;

/// Days of a week, and those with which a week begins somewhere: Monday, Saturday, Sunday.
const WEEK: i64 = 7;
const WEEK_BEGINS: [i64; 3] = [1, 6, 7];

/// What an undated text tells of its day.
#[must_use]
pub fn days(reading: &Reading<'_>, article: ArticleIdx) -> Vec<Fact> {
    let mut kinds = reading.lexicon.kinds().iter();
    let Some(kind) = kinds.find(|kind| kind.tells == Some(Tells::Published)) else { return Vec::new() };
    let named: Vec<_> = reading.mentions.iter().filter_map(|mention| by_weekday(reading, mention)).collect();
    let weekday = named.iter().find_map(|(_, time, _)| {
        if let Part::Weekday(weekday) = time.first?.part { Some(i64::from(weekday)) } else { None }
    });
    let placed = reading.mentions.windows(2).filter_map(|pair| beside(reading, &pair[0], &pair[1], weekday));
    let fact = |(words, value, relative): (Range<usize>, Time, String)| Fact {
        evidence: vec![evidence(reading, &words)],
        derivation: Some(Derivation::Written { relative }),
        ..Fact::new(article, kind.id.clone(), Value::Time(value))
    };
    // Words in quotation marks may have been said on another day.
    let is_quoted = |words: &Range<usize>| {
        reading.quotes.iter().any(|quote| quote.words.start <= words.start && words.end <= quote.words.end)
    };
    named.iter().cloned().chain(placed).filter(|(words, _, _)| !is_quoted(words)).map(fact).collect()
}

/// The day of writing within those that the other articles of a story tell, by what a text tells of it; else all of
/// them.
#[must_use]
pub fn day(supposed: &Time, told: &[Fact]) -> Option<Time> {
    let (first, last) = supposed.days()?;
    let is_told = |day: Date, told: Part| {
        if let Part::Weekday(weekday) = told {
            return day.weekday().to_monday_one_offset() == weekday;
        }
        told == of_year(day)
    };
    let single = |fact: &Fact| {
        let Value::Time(time) = &fact.value else { return None };
        time.first.filter(|first| time.last == Some(*first)).map(|first| first.part)
    };
    let is_it = |day: &Date| told.iter().filter_map(single).any(|told| is_told(*day, told));
    let first = first.checked_sub(BEFORE.days()).unwrap_or(first);
    let mut days = first.series(1.day()).take_while(|day| *day <= last);
    Some(days.find(is_it).map_or(*supposed, |day| Part::Day(day).into()))
}

/// A day counted from today with its weekday or date: "yesterday, Monday 17 June".
fn by_weekday(reading: &Reading<'_>, mention: &Mention) -> Option<(Range<usize>, Time, String)> {
    let words = reading.words.get(mention.words.clone())?;
    let sense = |pick: fn(&Meaning) -> Option<i64>| {
        words.iter().find_map(|word| word.find(|sense| pick(&sense.meaning)))
    };
    let days =
        sense(|meaning| if let Meaning::RelativeDay(days) = meaning { Some((*days).into()) } else { None })?;
    let weekday =
        sense(|meaning| if let Meaning::Weekday(day) = meaning { Some((*day).into()) } else { None });
    let Value::Time(time) = &mention.value else { return None };
    let value = match (time.first?.part, weekday) {
        (Part::DayOfYear(month, day), _) => of_year(shifted(month, day, -days)?),
        (Part::Distance(_) | Part::Current(_), Some(weekday)) => {
            Part::Weekday(i8::try_from((weekday - 1 - days).rem_euclid(WEEK) + 1).ok()?)
        }
        _ => return None,
    };
    Some((mention.words.clone(), value.into(), distance(days)))
}

/// A date with the week it lies in behind it: "12 June last week".
fn beside(
    reading: &Reading<'_>,
    date: &Mention,
    week: &Mention,
    today: Option<i64>,
) -> Option<(Range<usize>, Time, String)> {
    let between = reading.words.get(date.words.end..week.words.start)?;
    let joins = |word: &crate::extract::word::Word| {
        word.is_sign(",") || word.is_function(Function::Of) || word.is_function(Function::From)
    };
    let (Value::Time(date_value), Value::Time(week_value)) = (&date.value, &week.value) else { return None };
    let Part::DayOfYear(month, day) = date_value.first?.part else { return None };
    let Part::Distance(period) = week_value.first?.part else { return None };
    let is_last_week = period == Period::days(-WEEK) && date_value.first == date_value.last;
    if between.len() > 1 || !between.iter().all(joins) || !is_last_week {
        return None;
    }
    let (least, most) = since_last_week(today);
    let (first, last) = (shifted(month, day, least)?, shifted(month, day, most)?);
    let value = Time::between(of_year(first), of_year(last));
    Some((date.words.start..week.words.end, value, week_value.to_string()))
}

/// Days from a day of last week to today, at least and at most, whichever day a week begins with.
fn since_last_week(today: Option<i64>) -> (i64, i64) {
    let gone = |today: i64| WEEK_BEGINS.map(|first| (today - first).rem_euclid(WEEK));
    let (least, most) = match today.map(gone) {
        Some(gone) => (gone.into_iter().min().unwrap_or(0), gone.into_iter().max().unwrap_or(WEEK - 1)),
        None => (0, WEEK - 1),
    };
    (least + 1, most + WEEK)
}

fn shifted(month: i8, day: i8, days: i64) -> Option<Date> {
    Date::new(ANY_YEAR, month, day).ok()?.checked_add(days.days()).ok()
}

fn of_year(date: Date) -> Part {
    Part::DayOfYear(date.month(), date.day())
}

/// A number of days as it is written where the day that they are counted from is not known.
fn distance(days: i64) -> String {
    let period = Period { months: Number::ZERO, seconds: Number::whole(days.saturating_mul(DAY)) };
    if days == 0 { "P0D".to_owned() } else { period.to_string() }
}
