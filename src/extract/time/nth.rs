//! One of a series inside a longer part of the calendar: `the first Tuesday of October`, `the last week of
//! 2015`, `the 15th of next month`, `Friday of next week`.
//!
//! A week belongs to the month and to the year that most of its days lie in, as ISO 8601 has it.

use crate::extract::time::clock;
use crate::extract::time::count;
use crate::extract::time::date;
use crate::extract::time::relative::turn;
use crate::extract::time::relative::weekday;
use crate::extract::time::said::{Item, Near, Nth, Scale, When, Whole};
use crate::extract::time::view::View;
use crate::extract::time::year;
use crate::extract::time::year::decade;
use crate::extract::time::year::spelled;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::value::number::Number;
use crate::value::time::Part;

/// Most that a month has of one weekday.
const WEEKDAYS: i8 = 5;

/// Reads one of a series at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    ranked(view, idx)
        .or_else(|| several(view, idx))
        .or_else(|| week_number(view, idx))
        .or_else(|| half(view, idx))
        .or_else(|| of_week(view, idx))
        .or_else(|| numbered(view, idx))
        .or_else(|| on_weekday(view, idx))
        .or_else(|| alone(view, idx))
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
    let (rank, what, next) = before().or_else(behind)?;
    let (of, end) = whole_of(view, next)?;
    let weekday = matches!(what, Item::Weekday(_));
    let fits = !matches!(
        (what, of),
        (Item::Month, Whole::Month(..) | Whole::Part(Part::Month(..)) | Whole::Turn(Scale::Month, _))
    ) && (what == Item::Decade) == is_century(of);
    (fits && (!weekday || rank <= WEEKDAYS)).then_some((Nth { rank, count: 1, what, of }, end))
}

/// Whether decades are counted in it.
const fn is_century(whole: Whole) -> bool {
    matches!(whole, Whole::Part(Part::Century(_)) | Whole::Turn(Scale::Century, _))
}

/// The longer part that a rank at hand lies in, at `idx`.
fn whole_of(view: &View<'_>, idx: usize) -> Option<(Whole, usize)> {
    let joint = view.skip(idx, &[Function::Of, Function::From, Function::In, Function::During]);
    let stuck = view.get(idx).is_some_and(|word| word.clitics.preposition.is_some());
    let turned = view.language.grammar.adjective_after_noun && turn::turn(view, joint).is_some();
    let joined = joint > idx || stuck || turned || view.near(idx).is_some();
    whole(view, after_article(view, joint)).filter(|_| joined)
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
    let (of, end) = whole_of(view, next)?;
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

/// Reads `week 31`, `week 3 of 2027`, `الأسبوع 10 من عام 2019`.
fn week_number(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let (number, length) = view.digits(idx + 1).filter(|_| view.is_one(idx, Scale::Week))?;
    let rank = i8::try_from(number).ok().filter(|number| length <= 2 && (1..=53).contains(number))?;
    if let Some((of @ (Whole::Part(Part::Year(_)) | Whole::Turn(Scale::Year, _)), end)) =
        whole_of(view, idx + 2)
    {
        return Some((Nth { rank, count: 1, what: Item::Week, of }, end));
    }
    let before = if idx > 0 && view.is_stop(idx - 1) { idx - 1 } else { idx };
    let leads =
        [Function::In, Function::From, Function::To, Function::Between, Function::And, Function::During];
    let led =
        view.announced || view.is_all(&(idx..idx + 2)) || (before > 0 && view.is_any(before - 1, &leads));
    let told = led && stands_alone(view, idx + 2) && !view.is(idx + 2, Function::Of);
    told.then_some((Nth { rank, count: 1, what: Item::Week, of: Whole::Turn(Scale::Year, 0) }, idx + 2))
}

/// Reads `the first half of 2016`, `H1 2016`, `2016 H2`, `النصف الأول من العام`.
fn half(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let is_half =
        |at: usize| count::fraction(view, at).is_some_and(|share| Number::ratio(1, 2) == Some(share));
    let of_half = |rank, of| Nth { rank, count: 1, what: Item::Half, of };
    let told = if view.language.grammar.adjective_after_noun {
        rank(view, idx + 1).filter(|_| is_half(idx) && !view.has_conjunction(idx + 1))
    } else {
        rank(view, idx).filter(|(_, next)| is_half(*next)).map(|(rank, next)| (rank, next + 1))
    };
    if let Some((rank, next)) = told.filter(|(rank, _)| (-1..=2).contains(rank)) {
        let (of, end) = whole_of(view, next)?;
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

/// Which one of a series: an ordinal, or the last.
fn rank(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
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
    let today = view.meaning(idx, |meaning| (*meaning == Meaning::RelativeDay(0)).then_some(())).is_some();
    if by_day || (today && view.language.grammar.adjective_after_noun) {
        return Some((Item::Day, idx + 1));
    }
    let (scale, _) = view.scale(idx).filter(|(_, form)| *form == Form::One)?;
    match scale {
        Scale::Week => Some((Item::Week, idx + 1)),
        Scale::Month => Some((Item::Month, idx + 1)),
        Scale::Decade => Some((Item::Decade, idx + 1)),
        Scale::Day | Scale::Quarter | Scale::Year | Scale::Century | Scale::Clock => None,
    }
}

/// The longer part at `idx`; "the month" and "the year" by themselves are those of now.
fn whole(view: &View<'_>, idx: usize) -> Option<(Whole, usize)> {
    let spelled = || spelled::read(view, idx).map(|(year, next)| (When::Fixed(Part::Year(year)), next));
    if let Some((when, next)) = date::read(view, idx)
        .or_else(|| decade::read(view, idx))
        .or_else(|| year::told_year(view, idx))
        .or_else(spelled)
    {
        return if let When::Fixed(
            part @ (Part::Month(..) | Part::Year(_) | Part::Decade(_) | Part::Century(_)),
        ) = when
        {
            Some((Whole::Part(part), next))
        } else if let When::Month(month, near) = when {
            Some((Whole::Month(month, near), next))
        } else {
            None
        };
    }
    let long = [Scale::Month, Scale::Year, Scale::Decade, Scale::Century];
    if let Some((When::Turn(scale, turns), next)) = turn::turn(view, idx)
        && long.contains(&scale)
    {
        return Some((Whole::Turn(scale, turns), next));
    }
    if let Some(year) = view.year(idx) {
        return Some((Whole::Part(Part::Year(year)), view.after_year(idx)));
    }
    let (scale, _) = view.scale(idx).filter(|(_, form)| *form == Form::One)?;
    let defined = view.get(idx).is_some_and(|word| word.clitics.article)
        || (idx > 0 && view.is_stop(idx - 1) && !view.language.grammar.adjective_after_noun);
    (matches!(scale, Scale::Month | Scale::Year) && defined).then_some((Whole::Turn(scale, 0), idx + 1))
}

/// Reads `Friday of next week`, `Tuesday next week`, `next week on Tuesday`, `الأسبوع المقبل يوم الجمعة`.
fn of_week(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let week = |at: usize| match turn::turn(view, at) {
        Some((When::Turn(Scale::Week, turns), next)) => Some((turns, next)),
        _ => None,
    };
    let day = |at: usize| match weekday::read(view, at) {
        Some((day, Near::Free, next)) => Some((day, next)),
        _ => None,
    };
    let (day, turns, end) = if let Some((turns, next)) = week(idx) {
        let (day, end) = day(view.skip(next, &[Function::On, Function::In]))?;
        (day, turns, end)
    } else {
        // "The Sunday of the last week" needs no article in a language that puts the owner behind.
        let owned = || {
            let follows = view.language.grammar.adjective_after_noun && week(idx + 1).is_some();
            weekday::name(view, idx).filter(|_| follows).map(|day| (day, idx + 1))
        };
        let (day, next) = day(idx).or_else(owned)?;
        let (turns, end) = week(view.skip(next, &[Function::Of, Function::From]))?;
        (day, turns, end)
    };
    Some((Nth { rank: 1, count: 1, what: Item::Weekday(day), of: Whole::Turn(Scale::Week, turns) }, end))
}

/// The weekday of another week that stands behind it and its part of the day: `Wednesday evening next week`.
#[must_use]
pub fn week_behind(view: &View<'_>, when: When, idx: usize) -> Option<(When, usize)> {
    let When::Weekday(day, Near::Free) = when else { return None };
    let start = view.skip(idx, &[Function::Of, Function::From]);
    let (When::Turn(Scale::Week, turns), end) = turn::turn(view, start)? else { return None };
    let of = Whole::Turn(Scale::Week, turns);
    Some((When::Nth(Nth { rank: 1, count: 1, what: Item::Weekday(day), of }), end))
}

/// Reads `20th of next month`, `the 15th day of this month`, `20 من الشهر المقبل`.
fn numbered(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let told = idx + usize::from(is_plain_day(view, idx));
    let (rank, next) = date::day_number(view, told)?;
    let named = next + usize::from(view.is_one(next, Scale::Day));
    let start = after_article(view, view.skip(named, &[Function::Of, Function::From]));
    let joined = start > named || view.near(start).is_some();
    let (of, end) = whole(view, start).filter(|_| joined)?;
    let month = matches!(of, Whole::Turn(Scale::Month, _))
        || (named > next && !matches!(of, Whole::Part(Part::Year(_)) | Whole::Turn(..)));
    month.then_some((Nth { rank, count: 1, what: Item::Day, of }, end))
}

/// Reads `Tuesday the 19th`, `Friday 15`, `الثلاثاء التاسع عشر من هذا الشهر`.
fn on_weekday(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let by_day = view.is_one(idx, Scale::Day) && weekday::name(view, idx + 1).is_some();
    let start = idx + usize::from(by_day);
    let weekday = weekday::name(view, start).filter(|_| view.is_proper(start))?;
    let weekday_meaning = Meaning::Weekday(u8::try_from(weekday).ok()?);
    let stop = view.sign(start + 1, ".") && view.touches(start + 1);
    let behind = view.skip_sign(start + 1 + usize::from(stop), &[","]);
    let at =
        if view.is_any(behind, &[Function::In, Function::For]) { behind } else { view.skip_stop(behind) };
    let (rank, next) = date::day_number(view, at).filter(|_| !view.has_conjunction(at))?;
    if !view.is_definite(start, &weekday_meaning) || date::month(view, next).is_some() {
        return None;
    }
    if let Some((of, end)) = whole_behind(view, next) {
        return Some((Nth { rank, count: 1, what: Item::Day, of }, end));
    }
    // "Monday 3 people" counts; in Arabic the first Sunday and the 1st cannot be told apart.
    let low = view.language.grammar.adjective_after_noun && rank <= 10;
    (!low && (stands_alone(view, next) || clock::follows(view, next)))
        .then_some((Nth { rank, count: 1, what: Item::DayOn(weekday), of: Whole::AnyMonth }, next))
}

fn whole_behind(view: &View<'_>, idx: usize) -> Option<(Whole, usize)> {
    let start = view.skip(idx, &[Function::Of, Function::From]);
    match whole(view, start) {
        Some((of @ Whole::Turn(Scale::Month, _), end)) if start > idx || view.near(idx).is_some() => {
            Some((of, end))
        }
        _ => None,
    }
}

/// Reads `on the 15th`, `يوم 27`: a day of an untold month, where nothing is counted.
fn alone(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let follows = view.language.grammar.adjective_after_noun;
    let marked = count::ordinal(view, idx).is_some();
    let before = |functions: &[Function]| idx > 0 && view.is_any(idx - 1, functions);
    let behind_article =
        |functions: &[Function]| idx > 1 && view.is_stop(idx - 1) && view.is_any(idx - 2, functions);
    let led = if follows {
        view.is_one(idx, Scale::Day) && view.raw(idx + 1).is_some() && !view.get(idx)?.clitics.article
    } else {
        let leads = [Function::On, Function::For, Function::Until, Function::By, Function::Since];
        let bare = marked && view.raw(idx).is_some() && before(&[Function::On]);
        bare || behind_article(if marked { &leads } else { &[Function::On] })
    };
    let (rank, next) = date::day_number(view, idx + usize::from(follows && led))?;
    // "On 15 at 8:00", "8 pm on 15".
    let timed = clock::follows(view, next);
    let ends = stands_alone(view, next);
    let leads: &[Function] = if follows || marked { &[Function::In] } else { &[Function::On] };
    let near_clock = before(leads) || behind_article(leads);
    let clock_end = idx.checked_sub(2 + usize::from(behind_article(leads)));
    let behind_clock = ends && clock_end.and_then(|end| view.daypart(end)).is_some();
    let told = (led && (timed || ends)) || (near_clock && (timed || behind_clock));
    told.then_some((Nth { rank, count: 1, what: Item::Day, of: Whole::AnyMonth }, next))
}

/// Whether the word is "day" without article or owner, which in some languages leads its number.
fn is_plain_day(view: &View<'_>, idx: usize) -> bool {
    let stuck = view.get(idx).is_some_and(|word| word.clitics.article || word.clitics.pronoun);
    view.language.grammar.adjective_after_noun && view.is_one(idx, Scale::Day) && !stuck
}

/// The index behind an article that is a word of its own, at `idx`; "that month" is not the one of now.
fn after_article(view: &View<'_>, idx: usize) -> usize {
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
