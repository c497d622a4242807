//! Days that have a name (`Easter 2018`, `عيد الأضحى الماضي`), and the days and months of the Hijri calendar
//! without their year.
//!
//! A holiday's name inside another name or before a noun ("Christmas tree") is no time.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::time::count;
use crate::extract::time::hijri;
use crate::extract::time::relative::turn;
use crate::extract::time::resolve::near;
use crate::extract::time::said::{Near, Scale, When};
use crate::extract::time::tense::Tense;
use crate::extract::time::view::View;
use crate::extract::time::year::tail::{self, Tail};
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::holiday::Holiday;
use crate::text::token::TokenKind;
use crate::value::time::{Part, Time};
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// Years on both sides of the reference in which a holiday is looked for.
const YEARS_AROUND: i16 = 2;

/// Reads a day with a name at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let ranked = rank(view, idx);
    let near = view.near(idx).filter(|_| ranked.is_none() && !view.is_governed_verb(idx));
    let start = ranked.map_or(idx + usize::from(near.is_some()), |(_, start)| start);
    let holiday = view.meaning_of(Class::Calendar, start, |meaning| match meaning {
        Meaning::Holiday(id) => view.lexicon.holidays.get(&**id).copied(),
        _ => None,
    })?;
    let family = holiday.whole_month().is_some() && view.get(start).is_some_and(|word| word.clitics.article);
    let holiday = match ranked {
        Some((rank, _)) => counted(holiday, rank)?,
        None => holiday,
    };
    if family || !view.is_proper(start) || is_inside_name(view, idx) {
        return None;
    }
    let written = view.is_capital(start) || view.is_announced(start);
    let next = start + 1;
    if let Some(found) = with_weekend(view, &holiday, near, next) {
        return Some(found);
    }
    if let Some(near) = near {
        return Some((When::Holiday(holiday, near), next));
    }
    if let Some((year, end)) = hijri::year(view, next) {
        return Some((between(&holiday, holiday.in_own_year(year)?), end));
    }
    match tail::read(view, next) {
        Some((Tail::Year(year), end)) => {
            Some((between(&holiday, holiday.in_year(year).first().copied()?), end))
        }
        Some((Tail::Near(near), end)) => Some((When::Holiday(holiday, near), end)),
        // "The tenth of Ramadan" without a year is a city, a war and a feast.
        None if idx >= 2 && holiday.whole_month().is_some() && ends_ordinal(view, idx - 2) => None,
        None => (written && is_meant(view, start)).then_some((When::Holiday(holiday, Near::Free), next)),
    }
}

/// Days of one feast that are counted.
const FEAST: i32 = 15;

/// Reads `ثاني أيام عيد الفطر`, `the third day of Eid al-Adha`: which day of a feast, and where its name stands.
fn rank(view: &View<'_>, idx: usize) -> Option<(u8, usize)> {
    let (rank, next) = count::ordinal(view, idx).filter(|(rank, _)| (1..=FEAST).contains(rank))?;
    view.scale(next).filter(|(scale, _)| *scale == Scale::Day)?;
    let of = view.skip_stop(view.skip(next + 1, &[Function::Of]));
    view.meaning_of(Class::Calendar, of, |meaning| matches!(meaning, Meaning::Holiday(_)).then_some(()))?;
    Some((u8::try_from(rank).ok()?, of))
}

/// A feast's day of this rank, where it begins with one day.
fn counted(feast: Holiday, rank: u8) -> Option<Holiday> {
    let plus = i8::try_from(rank.checked_sub(1)?).ok()?.checked_add(feast.plus)?;
    feast.day.is_some().then_some(Holiday { plus, days: None, ..feast })
}

/// Reads the weekend behind a holiday that ends before `idx`: `Labor Day weekend 2021`.
fn with_weekend(view: &View<'_>, holiday: &Holiday, near: Option<Near>, idx: usize) -> Option<(When, usize)> {
    let named = |at: usize| view.get(at).is_some_and(|word| word.has_concept(turn::WEEKEND));
    let told = tail::read(view, idx).filter(|(_, next)| named(*next));
    let at = told.map_or(idx, |(_, next)| next);
    if !named(at) {
        return None;
    }
    match told.or_else(|| tail::read(view, at + 1)) {
        Some((Tail::Year(year), next)) => {
            let days = beside_weekend(*holiday.in_year(year).first()?)?;
            Some((between(holiday, days), next.max(at + 1)))
        }
        Some((Tail::Near(near), next)) => Some((When::HolidayWeekend(*holiday, near), next.max(at + 1))),
        None => Some((When::HolidayWeekend(*holiday, near.unwrap_or(Near::Free)), at + 1)),
    }
}

/// Some days with the weekend that they lie in, or that they join; days in the middle of a week join none.
fn beside_weekend((first, last): (Date, Date)) -> Option<(Date, Date)> {
    let (before, behind) = match first.weekday() {
        Weekday::Monday => (2, 0),
        Weekday::Tuesday => (3, 0),
        Weekday::Wednesday => return None,
        Weekday::Thursday => (0, 3),
        Weekday::Friday => (0, 2),
        Weekday::Saturday => (0, 1),
        Weekday::Sunday => (1, 0),
    };
    let end = first.checked_add(behind.days()).ok()?;
    Some((first.checked_sub(before.days()).ok()?, end.max(last)))
}

/// The weekend of a holiday, seen from `day`.
#[must_use]
pub fn weekend(holiday: &Holiday, near: Near, day: Date, tense: Tense) -> Option<Time> {
    let days = placed(holiday, near, day, tense)?.days()?;
    let (first, last) = beside_weekend(days)?;
    Some(Time::between(Part::Day(first), Part::Day(last)))
}

/// Whether a rank ends at `idx`.
fn ends_ordinal(view: &View<'_>, idx: usize) -> bool {
    count::ordinal(view, idx).is_some()
}

/// Whether the word before `idx` makes the holiday a part of a name or a wish: "Merry Christmas".
fn is_inside_name(view: &View<'_>, idx: usize) -> bool {
    let unknown = |word: &Word| word.kind == TokenKind::Word && word.senses.is_empty() && word.capital;
    !view.small && idx.checked_sub(1).and_then(|before| view.get(before)).is_some_and(unknown)
}

/// Whether a holiday without a year stands for its day: before no noun and no further name, and as a single
/// word of a script without capitals, which may be somebody's name, only where a time is announced.
fn is_meant(view: &View<'_>, idx: usize) -> bool {
    let several = view.get(idx).is_some_and(|word| word.tokens.len() > 1);
    let plain = view.get(idx).is_some_and(|word| !word.normal.is_ascii() && !word.clitics.article);
    if plain && !several && !view.is_announced(idx) && !view.is_all(&(idx..idx + 1)) {
        return false;
    }
    let Some(next) = view.get(idx + 1).filter(|word| word.kind == TokenKind::Word) else { return true };
    let named = next.capital && next.senses.is_empty() && !view.small;
    let tells = next.summary.is(Class::Calendar) || next.summary.is(Class::Daypart);
    let noun = next.is_noun() && !tells && !view.language.grammar.adjective_after_noun;
    let unknown = next.senses.is_empty() && !several;
    !(named || noun || unknown || next.summary.is(Class::Number))
}

/// The days from the first to the last as a time of their own.
#[must_use]
pub fn between(holiday: &Holiday, (first, last): (Date, Date)) -> When {
    let part = |day| if holiday.is_sighted() { Part::Sighted(day) } else { Part::Day(day) };
    if first == last { When::Fixed(part(first)) } else { When::Between(part(first), part(last)) }
}

/// The days of a holiday, seen from `day`.
#[must_use]
pub fn placed(holiday: &Holiday, near: Near, day: Date, tense: Tense) -> Option<Time> {
    let around = || (-YEARS_AROUND..=YEARS_AROUND).flat_map(|years| holiday.in_year(day.year() + years));
    let in_year = |years: i8| holiday.in_year(day.year() + i16::from(years)).first().copied();
    let found = match near {
        Near::This => in_year(0)?,
        Near::Year(turns) => in_year(turns)?,
        Near::Last => around().rfind(|(_, last)| *last < day)?,
        Near::Next | Near::Further => around().find(|(first, _)| *first > day)?,
        Near::Free => {
            let before = around().rfind(|(first, _)| *first <= day)?;
            let after = around().find(|(_, last)| *last >= day)?;
            if near::is_ahead(before.0, after.0, day, tense) { after } else { before }
        }
    };
    match between(holiday, found) {
        When::Fixed(part) => Some(part.into()),
        When::Between(first, last) => Some(Time::between(first, last)),
        _ => None,
    }
}

/// The holiday as the words alone give it.
#[must_use]
pub fn unplaced(holiday: &Holiday) -> Part {
    holiday.fixed().map_or(Part::Unknown, |(month, day)| Part::DayOfYear(month, day))
}
