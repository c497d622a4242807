//! Weeks, and the weekdays of a told week: `week 40`, `Friday of next week`.

use crate::extract::time::nth;
use crate::extract::time::nth::whole;
use crate::extract::time::relative::turn;
use crate::extract::time::relative::weekday;
use crate::extract::time::said::{Item, Near, Nth, Scale, When, Whole};
use crate::extract::time::view::View;
use crate::lexicon::schema::function::Function;
use crate::value::time::Part;

/// Reads `week 31`, `week 3 of 2027`, `الأسبوع 10 من عام 2019`.
pub fn week_number(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let (number, length) = view.digits(idx + 1).filter(|_| view.is_one(idx, Scale::Week))?;
    let rank = i8::try_from(number).ok().filter(|number| length <= 2 && (1..=53).contains(number))?;
    if let Some((of @ (Whole::Part(Part::Year(_)) | Whole::Turn(Scale::Year, _)), end)) =
        whole::whole_of(view, idx + 2)
    {
        return Some((Nth { rank, count: 1, what: Item::Week, of }, end));
    }
    let before = if idx > 0 && view.is_stop(idx - 1) { idx - 1 } else { idx };
    let leads =
        [Function::In, Function::From, Function::To, Function::Between, Function::And, Function::During];
    let led =
        view.announced || view.is_all(&(idx..idx + 2)) || (before > 0 && view.is_any(before - 1, &leads));
    let told = led && nth::stands_alone(view, idx + 2) && !view.is(idx + 2, Function::Of);
    told.then_some((Nth { rank, count: 1, what: Item::Week, of: Whole::Turn(Scale::Year, 0) }, idx + 2))
}

/// Reads `Friday of next week`, `Tuesday next week`, `next week on Tuesday`, `الأسبوع المقبل يوم الجمعة`.
pub fn of_week(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
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
            let day = weekday::name(view, idx).filter(|_| view.language.grammar.adjective_after_noun)?;
            week(idx + 1).map(|_| (day, idx + 1))
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
