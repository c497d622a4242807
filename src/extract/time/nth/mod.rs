//! One of a series inside a longer part of the calendar: `the first Tuesday of October`, `the last week of
//! 2015`, `the 15th of next month`, `Friday of next week`.
//!
//! A week belongs to the month and to the year that most of its days lie in, as ISO 8601 has it.

/// Days of a month by their number alone: `the 15th of next month`, `Tuesday the 19th`, `on the 15th`.
pub mod monthly;
/// Weeks, and the weekdays of a told week: `week 40`, `Friday of next week`.
pub mod week;
/// The longer part of the calendar that holds one of a series.
pub mod whole;

use crate::extract::time::count;
use crate::extract::time::relative;
use crate::extract::time::relative::turn;
use crate::extract::time::relative::weekday;
use crate::extract::time::said::{Item, Nth, Scale, When, Whole};
use crate::extract::time::view::View;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::value::number::Number;
use crate::value::time::Part;
use jiff::civil::Date;

/// Most that a month has of one weekday.
const WEEKDAYS: i8 = 5;

/// Reads one of a series at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if view.is_plain_preposition(idx) {
        return None;
    }
    view.once(idx, |memo| &memo.ranks, || any_rank(view, idx))
}

fn any_rank(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    ranked(view, idx)
        .or_else(|| several(view, idx))
        .or_else(|| week::week_number(view, idx))
        .or_else(|| half(view, idx))
        .or_else(|| week::of_week(view, idx))
        .or_else(|| monthly::numbered(view, idx))
        .or_else(|| monthly::on_weekday(view, idx))
        .or_else(|| monthly::alone(view, idx))
        .map(|(nth, next)| (When::Nth(nth), next))
}

/// Reads `the first week of October`, `last day of 2015`, `أول ثلاثاء من أكتوبر`, `الأسبوع الأول من عام 2015`.
fn ranked(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let before = || {
        let (rank, next) = rank(view, idx)?;
        let (what, next) = item(view, next)?;
        Some((rank, what, next))
    };
    let behind = || {
        let (what, next) = item(view, idx).filter(|_| view.language.grammar.adjective_after_noun)?;
        let (rank, next) = rank(view, next).filter(|_| !view.has_conjunction(next))?;
        Some((rank, what, next))
    };
    let led = before();
    let is_behind = led.is_none();
    let (rank, what, next) = led.or_else(behind)?;
    let (of, end) = whole::whole_of(view, next)?;
    if is_behind && is_that_day(view, rank, what, of) {
        return None;
    }
    let weekday = matches!(what, Item::Weekday(_));
    let fits = !matches!(
        (what, of),
        (Item::Month, Whole::Month(..) | Whole::Part(Part::Month(..)) | Whole::Turn(Scale::Month, _))
    ) && (what == Item::Decade) == whole::is_century(of);
    let of_year = matches!(of, Whole::Part(Part::Year(_)) | Whole::Turn(Scale::Year, _));
    let fits = fits && (what != Item::Quarter || of_year);
    (fits && (!weekday || rank <= WEEKDAYS)).then_some((Nth { rank, count: 1, what, of }, end))
}

/// Whether a rank behind a weekday is that of the day in its month, which then is that weekday: `الجمعة الثالث من
/// أبريل` where the third is a Friday.
fn is_that_day(view: &View<'_>, rank: i8, what: Item, of: Whole) -> bool {
    let (Item::Weekday(weekday), Some(today)) = (what, view.today) else { return false };
    let dates = match of {
        Whole::Part(Part::Month(year, month)) => vec![Date::new(year, month, rank)],
        Whole::Month(month, _) => {
            (-1..=1).map(|years| Date::new(today.year() + years, month, rank)).collect()
        }
        Whole::Part(_) | Whole::Turn(..) | Whole::AnyMonth => return false,
    };
    let distance = |date: &Date| today.until(*date).map_or(i32::MAX, |span| span.get_days().abs());
    let nearest = dates.into_iter().flatten().min_by_key(distance);
    nearest.is_some_and(|date| date.weekday().to_monday_one_offset() == weekday)
}

/// Reads `the first two weeks of 2021`, `last four months of 2021`, `الأشهر الأربعة الأولى من العام`.
fn several(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let counted = |at| count::cardinal(view, at).filter(|(number, _)| (2..=100).contains(number));
    let before = || {
        let (rank, next) = rank(view, idx).filter(|(rank, _)| rank.abs() == 1)?;
        let (count, next) = counted(next)?;
        let what = items(view, next)?;
        Some((rank, count, what, next + 1))
    };
    let behind = || {
        let what = items(view, idx).filter(|_| view.language.grammar.adjective_after_noun)?;
        let (_, form) = view.scale(idx)?;
        let (count, next) = if form == Form::Two { (2, idx + 1) } else { counted(idx + 1)? };
        let (rank, next) = rank(view, next).filter(|(rank, _)| rank.abs() == 1)?;
        Some((rank, count, what, next))
    };
    let (rank, count, what, next) = before().or_else(behind)?;
    let (of, end) = whole::whole_of(view, next)?;
    let count = i8::try_from(count).ok()?;
    let longer =
        !matches!((what, of), (Item::Month | Item::Week, Whole::Month(..) | Whole::Part(Part::Month(..))))
            || what == Item::Week;
    longer.then_some((Nth { rank, count, what, of }, end))
}

/// The units at `idx` of which there are several.
fn items(view: &View<'_>, idx: usize) -> Option<Item> {
    let (scale, form) = view.scale(idx)?;
    let single = form == Form::One && !view.language.grammar.adjective_after_noun;
    match scale {
        _ if single => None,
        Scale::Day => Some(Item::Day),
        Scale::Week => Some(Item::Week),
        Scale::Month => Some(Item::Month),
        Scale::Quarter | Scale::Year | Scale::Decade | Scale::Century | Scale::Clock => None,
    }
}

/// Reads `the first half of 2016`, `H1 2016`, `2016 H2`, `النصف الأول من العام`.
fn half(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let is_half =
        |at: usize| count::fraction(view, at).is_some_and(|share| Number::ratio(1, 2) == Some(share));
    let of_half = |rank, of| Nth { rank, count: 1, what: Item::Half, of };
    if let Some(found) = third(view, idx) {
        return Some(found);
    }
    let told = if view.language.grammar.adjective_after_noun {
        rank(view, idx + 1).filter(|_| is_half(idx) && !view.has_conjunction(idx + 1))
    } else {
        rank(view, idx).filter(|(_, next)| is_half(*next)).map(|(rank, next)| (rank, next + 1))
    };
    if let Some((rank, next)) = told.filter(|(rank, _)| (-1..=2).contains(rank)) {
        let year = || Some((Whole::Part(Part::Year(view.year(next)?)), view.after_year(next)));
        let (of, end) = whole::whole_of(view, next).or_else(year)?;
        return Some((of_half(rank, of), end));
    }
    let letter = |at: usize| {
        let (number, _) = view.digits(at + 1).filter(|_| view.touches(at + 1))?;
        let marked = view.get(at).is_some_and(|word| word.normal == "h");
        i8::try_from(number).ok().filter(|number| marked && (1..=2).contains(number))
    };
    let year_at = |at: usize| Some(Whole::Part(Part::Year(view.year(at)?)));
    if let Some(rank) = letter(idx) {
        let start = view.skip(idx + 2, &[Function::Of, Function::In]);
        return Some((of_half(rank, year_at(start)?), start + 1));
    }
    let start = view.skip_sign(idx + 1, &["-"]);
    let of = year_at(idx)?;
    Some((of_half(letter(start)?, of), start + 2))
}

/// Reads `the last third of the year`, `الثلث الأول من الشهر`.
fn third(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let is_third =
        |at: usize| count::fraction(view, at).is_some_and(|share| Number::ratio(1, 3) == Some(share));
    let (rank, next) = if view.language.grammar.adjective_after_noun {
        rank(view, idx + 1).filter(|_| is_third(idx) && !view.has_conjunction(idx + 1))?
    } else {
        rank(view, idx).filter(|(_, next)| is_third(*next)).map(|(rank, next)| (rank, next + 1))?
    };
    let (of, end) = whole::whole_of(view, next).filter(|_| (-1..=3).contains(&rank))?;
    Some((Nth { rank, count: 1, what: Item::Third, of }, end))
}

/// Which one of a series: an ordinal, or the last.
pub fn rank(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let from_end = |at: usize| {
        let latest = view.is(at, Function::Latest) && !view.is(at, Function::Next);
        latest || (view.is(at, Function::Last) && !view.language.grammar.adjective_after_noun)
    };
    let told = count::ordinal(view, idx).filter(|(number, _)| (1..=31).contains(number));
    match told {
        Some((number, next)) if from_end(next) && !view.language.grammar.adjective_after_noun => {
            Some((i8::try_from(-number).ok()?, next + 1))
        }
        Some((number, next)) => Some((i8::try_from(number).ok()?, next)),
        None => from_end(idx).then_some((-1, idx + 1)),
    }
}

fn item(view: &View<'_>, idx: usize) -> Option<(Item, usize)> {
    let by_day = view.is_one(idx, Scale::Day);
    let named = idx + usize::from(by_day);
    if let Some(day) = weekday::name(view, named).filter(|_| view.is_proper(named)) {
        return Some((Item::Weekday(day), named + 1));
    }
    let today = relative::is_day_or_today(view, idx);
    if by_day || (today && view.language.grammar.adjective_after_noun) {
        return Some((Item::Day, idx + 1));
    }
    if view.get(idx).is_some_and(|word| word.has_concept(turn::WEEKEND)) {
        return Some((Item::Weekend, idx + 1));
    }
    if count::fraction(view, idx).is_some_and(|share| Number::ratio(1, 4) == Some(share)) {
        return Some((Item::Quarter, idx + 1));
    }
    let (scale, _) = view.scale(idx).filter(|(_, form)| *form == Form::One)?;
    match scale {
        Scale::Week => Some((Item::Week, idx + 1)),
        Scale::Month => Some((Item::Month, idx + 1)),
        Scale::Decade => Some((Item::Decade, idx + 1)),
        Scale::Day | Scale::Quarter | Scale::Year | Scale::Century | Scale::Clock => None,
    }
}

/// The index behind an article that is a word of its own, at `idx`; "that month" is not the one of now.
pub fn after_article(view: &View<'_>, idx: usize) -> usize {
    if view.language.grammar.adjective_after_noun || view.is(idx, Function::That) {
        return idx;
    }
    view.skip_stop(idx)
}

/// Whether nothing that a number before it could count stands at `idx`.
#[must_use]
pub fn stands_alone(view: &View<'_>, idx: usize) -> bool {
    let functions = [
        Function::And,
        Function::In,
        Function::On,
        Function::Until,
        Function::From,
        Function::To,
        Function::Or,
    ];
    let ends = [".", ",", "!", "?", ")", ":", ";"].iter().any(|sign| view.sign(idx, sign));
    idx >= view.words.len()
        || (ends && view.raw(idx + 1).is_none_or(|_| !view.touches(idx + 1)))
        || (view.is_any(idx, &functions) && view.raw(idx + 1).is_none())
}
