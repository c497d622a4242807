//! Two days or years of which one borrows from the other: `3 to 5 May`, `May 3-5, 2024`, `2023-24`.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::time::count;
use crate::extract::time::date;
use crate::extract::time::date::month;
use crate::extract::time::hijri;
use crate::extract::time::nth;
use crate::extract::time::range;
use crate::extract::time::range::Joint;
use crate::extract::time::said::{Item, Near, Nth, Said, When};
use crate::extract::time::view::View;
use crate::extract::time::year;
use crate::extract::time::year::attribute;
use crate::extract::time::year::tail;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::calendar::Era;
use crate::lexicon::schema::holiday::Holiday;
use crate::value::time::Part;
use jiff::ToSpan;
use jiff::civil::Date;

/// Reads two years in digits: `1950-1953`, `2023-24`, `2023 to 2033`.
pub fn years(view: &View<'_>, idx: usize) -> Option<(Said, Said)> {
    let of = |at: usize| {
        view.raw(at)
            .filter(|raw| raw.len() == 4)?
            .parse::<i16>()
            .ok()
            .filter(|year| (1000..=2199).contains(year))
    };
    let first = of(idx).filter(|_| !view.joined_before(idx))?;
    let written = ["-", "/"].iter().any(|sign| view.sign(idx + 1, sign));
    let start = if written { idx + 2 } else { range::after_joint(view, idx + 1, Joint::To)? };
    let last =
        of(start).or_else(|| short_year(view, start, first).filter(|_| written && view.touches(start)))?;
    let spoken_ok = written || ((1900..=2199).contains(&first) && year::is_uncounted(view, start + 1, true));
    let rises = last > first && last - first <= 200;
    let ends = !view.joined_after(start) && year::is_uncounted(view, start + 1, false);
    let marked = hijri::is_marked(view, start + 1);
    if rises && (marked || (hijri::is_year_of_now(view, first.into()) && written)) {
        return sighted_years((idx, first), (start, last), marked);
    }
    let said = |at, year| Said { words: at..at + 1, when: When::Fixed(Part::Year(year)), clock: None };
    (rises && ends && spoken_ok).then(|| (said(idx, first), said(start, last)))
}

/// Reads `610 و632 ميلادي`, `568 to 645 AD`: two years of which the last has the mark of its era.
pub fn marked_years(view: &View<'_>, idx: usize, joint: Joint) -> Option<(Said, Said)> {
    if let Some(found) = years_before(view, idx, joint) {
        return Some(found);
    }
    let (first, _) = view.digits(idx).filter(|(_, length)| *length > 2)?;
    let start = range::after_joint(view, idx + 1, joint)?;
    let (last, _) = view.digits(start).filter(|(last, _)| *last > first)?;
    let end = view.after_year(start);
    let said = |words, year| {
        Some(Said { words, when: When::Fixed(Part::Year(i16::try_from(year).ok()?)), clock: None })
    };
    (end > start + 1).then(|| Some((said(idx..idx + 1, first)?, said(start..end, last)?)))?
}

/// Reads `1200-1100 BC`, `بين 700 و530 قبل الميلاد`: two years before our era, of which the last has its mark.
pub fn years_before(view: &View<'_>, idx: usize, joint: Joint) -> Option<(Said, Said)> {
    let year = |at: usize| view.raw(at).filter(|raw| raw.len() <= 4)?.parse::<i16>().ok();
    let at = idx + usize::from(view.is_year_word(idx));
    let next = range::after_joint(view, at + 1, joint)?;
    let start = next + usize::from(view.is_year_word(next));
    let (first, last) = (year(at)?, year(start)?);
    let fits = first > last && last > 0 && view.era(start + 1) == Some(Era::BeforeCommon);
    let said = |words, year: i16| Said { words, when: When::Fixed(Part::Year(1 - year)), clock: None };
    fits.then(|| (said(idx..at + 1, first), said(start..start + 2, last)))
}

/// Two years of the Hijri calendar with their places, the last perhaps before the mark of its era.
fn sighted_years(first: (usize, i16), last: (usize, i16), marked: bool) -> Option<(Said, Said)> {
    let (from, _) = hijri::days(first.1.into())?;
    let (_, to) = hijri::days(last.1.into())?;
    let said = |words, day| Said { words, when: When::Fixed(Part::Sighted(day)), clock: None };
    let end = last.0 + 1 + usize::from(marked);
    Some((said(first.0..first.0 + 1, from), said(last.0..end, to)))
}

/// The year that two digits stand for behind a year; none where they could be a month, but for the next
/// year of a season.
fn short_year(view: &View<'_>, idx: usize, first: i16) -> Option<i16> {
    let short = view.raw(idx).filter(|raw| raw.len() == 2)?.parse::<i16>().ok()?;
    let year = first / 100 * 100 + short;
    let end = idx + 1;
    // "2008-09" may be a month by itself.
    let season = year == first + 1 && attribute::comes_back(view, end);
    ((short > 12 || season) && year > first && !view.joined_after(idx)).then_some(year)
}

/// Reads `3 to 5 May`, `3-5 May 2024`: the first end borrows its month.
pub fn read(view: &View<'_>, idx: usize, joint: Joint) -> Option<(Said, Said)> {
    let is_led = joint == Joint::And || view.announced;
    if !is_led && is_count(view, idx) {
        return None;
    }
    let begin = if is_led { view.skip_stop(idx) } else { idx };
    let (day, next) = some_day(view, begin)?;
    let start = view.skip_stop(range::after_joint(view, next, joint)?);
    let (when, end) = borrowed(view, start).or_else(|| {
        nth::read(view, start).filter(|(when, _)| matches!(when, When::Nth(Nth { what: Item::Day, .. })))
    })?;
    let from = on_day(when, day).or_else(|| sighted_on(view, (start, when), day))?;
    let from = Said { words: idx..next, when: from, clock: None };
    Some((from, Said { words: start..end, when, clock: None }))
}

/// The concept of a number that tells one thing from others.
const NUMBER: &str = "number-noun";

/// Whether digits count what stands before them or are its number, so that no day begins with them: المتهمين *الـ4* إلى
/// 9 آذار, القضية *رقم 5* إلى 20 مارس.
fn is_count(view: &View<'_>, idx: usize) -> bool {
    let Some(before) = idx.checked_sub(1).filter(|_| view.raw(idx).is_some()) else { return false };
    view.skip_tied_article(before) > before || view.get(before).is_some_and(|word| word.has_concept(NUMBER))
}

/// An earlier day of the month that a day told by the sight of the moon lies in, whose number stands at `start`.
fn sighted_on(view: &View<'_>, (start, when): (usize, When), day: i8) -> Option<When> {
    let When::Fixed(Part::Sighted(date)) = when else { return None };
    let (last, _) = some_day(view, start).filter(|(last, _)| day < *last)?;
    Some(When::Fixed(Part::Sighted(date.checked_sub((last - day).days()).ok()?)))
}

/// Reads `27 April to the third`: a day of the same month, or of the next one.
#[must_use]
pub fn onward(view: &View<'_>, idx: usize, joint: Joint) -> Option<(Said, Said)> {
    let (when, next) = date::read(view, idx).filter(|(when, _)| when.is_day())?;
    let start = view.skip_article(range::after_joint(view, next, joint)?);
    let ranked = count::ordinal(view, start).is_some() && nth::stands_alone(view, some_day(view, start)?.1);
    let (day, end) = some_day(view, start).filter(|_| ranked)?;
    let last = match when {
        When::Fixed(Part::Day(date)) => {
            let month = date.first_of_month();
            let month = if day > date.day() { month } else { month.checked_add(1.months()).ok()? };
            When::Fixed(Part::Day(Date::new(month.year(), month.month(), day).ok()?))
        }
        When::Day(month, first, near) if day > first => When::Day(month, day, near),
        When::Day(month, ..) => When::Day(month % 12 + 1, day, Near::Free),
        _ => return None,
    };
    Some((Said { words: idx..next, when, clock: None }, Said { words: start..end, when: last, clock: None }))
}

/// The date at `idx`, its day perhaps tied by a hyphen to the one before.
fn borrowed(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if let Some(found) = date::read(view, idx).filter(|(when, _)| when.is_day()) {
        return Some(found);
    }
    let day = plain_day(view, idx)?;
    let (month, next) = month::read(view, date::before_month(view, idx + 1))?;
    tailed(view, month, day, next)
}

/// Reads `May 3-5, 2024`.
pub fn month_days(view: &View<'_>, idx: usize) -> Option<(Said, Said)> {
    let only = || view.only(idx, |meaning| matches!(meaning, Meaning::Month(_)));
    if !view.is_proper(idx) || (view.language.grammar.adjective_after_noun && !only()) {
        return None;
    }
    let (month, next) = month::read(view, idx)?;
    let next = next + usize::from(view.sign(next, ".") && view.touches(next));
    let (first, next) = some_day(view, next)?;
    let start = range::after_joint(view, next, Joint::To)?;
    let (last, after) = some_day(view, start)?;
    if month::read(view, after).is_some() {
        return None;
    }
    let (when, end) = tailed(view, month, last, after)?;
    let from = Said { words: idx..next, when: on_day(when, first)?, clock: None };
    Some((from, Said { words: start..end, when, clock: None }))
}

/// A day of a month in digits, perhaps as an ordinal.
fn some_day(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    if view.raw(idx).is_none() {
        return count::ordinal(view, idx).and_then(|_| date::day_number(view, idx));
    }
    let marked = view.touches(idx + 1)
        && view.meaning(idx + 1, |meaning| (*meaning == Meaning::OrdinalMark).then_some(())).is_some();
    plain_day(view, idx).map(|day| (day, idx + 1 + usize::from(marked)))
}

fn plain_day(view: &View<'_>, idx: usize) -> Option<i8> {
    let raw = view.raw(idx).filter(|raw| raw.len() <= 2)?;
    raw.parse().ok().filter(|day| (1..=31).contains(day))
}

fn tailed(view: &View<'_>, month: i8, day: i8, idx: usize) -> Option<(When, usize)> {
    match tail::read(view, idx) {
        Some((tail::Tail::Year(year), next)) => {
            Some((When::Fixed(Part::Day(Date::new(year, month, day).ok()?)), next))
        }
        Some((tail::Tail::Near(near), next)) => Some((When::Day(month, day, near), next)),
        None => Date::new(2000, month, day).is_ok().then_some((When::Day(month, day, Near::Free), idx)),
    }
}

/// The same month and year on another, earlier day.
fn on_day(when: When, day: i8) -> Option<When> {
    match when {
        When::Fixed(Part::Day(date)) if day < date.day() => {
            Some(When::Fixed(Part::Day(Date::new(date.year(), date.month(), day).ok()?)))
        }
        When::Day(month, last, near) if day < last => Some(When::Day(month, day, near)),
        When::Nth(nth) if day < nth.rank => Some(When::Nth(Nth { rank: day, ..nth })),
        When::Holiday(holiday, near) if holiday.is_sighted() => {
            let day = u8::try_from(day).ok().filter(|day| holiday.day.is_some_and(|last| *day < last))?;
            Some(When::Holiday(Holiday { day: Some(day), ..holiday }, near))
        }
        _ => None,
    }
}
