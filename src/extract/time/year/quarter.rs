//! Quarters of a year.

use crate::extract::time::count;
use crate::extract::time::relative::turn;
use crate::extract::time::said::{Near, Scale, When};
use crate::extract::time::view::View;
use crate::extract::time::year::tail;
use crate::extract::time::year::tail::Tail;
use crate::lexicon::meaning::Form;
use crate::value::number::Number;
use crate::value::time::Part;

fn is_quarter(view: &View<'_>, idx: usize) -> bool {
    count::fraction(view, idx).is_some_and(|share| Number::ratio(1, 4) == Some(share))
}

/// The number of a quarter at `idx` with its noun: `third quarter`, `third-quarter`, `Q3`, `الربع الثالث`.
#[must_use]
pub fn rank(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let sign = || {
        let marked = view.get(idx)?.normal == "q" && view.touches(idx + 1);
        let number = view.raw(idx + 1).filter(|raw| marked && raw.len() == 1)?;
        Some((number.parse::<i32>().ok()?, idx + 2))
    };
    // "A third" is a share by itself, and a rank before a quarter: "a third-quarter loss".
    let share = || {
        let part = count::fraction(view, idx)?;
        let at = view.skip_sign(idx + 1, &["-"]);
        let rank = if part == Number::ratio(1, 3)? {
            3
        } else if part == Number::ratio(1, 4)? {
            4
        } else {
            return None;
        };
        is_quarter(view, at).then_some((rank, at + 1))
    };
    let (number, next) =
        count::ordinal_beside(view, idx, |at| is_quarter(view, at)).or_else(share).or_else(sign)?;
    let quarter = i8::try_from(number).ok().filter(|number| (1..=4).contains(number))?;
    Some((quarter, next))
}

/// Reads `the third quarter of 2013`, `Q3 2013`, `2013 Q3`, `next year's first quarter`, `last quarter`.
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if let Some(found) = behind_year(view, idx) {
        return Some(found);
    }
    let Some((quarter, next)) = rank(view, idx) else {
        let many = view.get(idx + 1).is_some_and(|word| word.summary.has_form(Form::Many));
        let near = view.near(idx).filter(|_| is_quarter(view, idx + 1) && !many)?;
        return Some((When::Quarter(0, near), idx + 2));
    };
    Some(match tail::read(view, next) {
        Some((Tail::Year(year), next)) => (When::Fixed(Part::Quarter(year, quarter)), next),
        Some((Tail::Near(near), next)) => (When::Quarter(quarter, near), next),
        None => (When::Quarter(quarter, Near::Free), next),
    })
}

/// Reads a quarter behind its year: `2013 Q3`, `2017-q1`, `the 1988 third quarter`, `this year's first quarter`.
#[must_use]
pub fn behind_year(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if let Some((When::Turn(Scale::Year, turns), at)) = turn::turn(view, idx) {
        let (quarter, next) = rank(view, at).filter(|_| !view.language.grammar.adjective_after_noun)?;
        return Some((When::Quarter(quarter, Near::Year(turns)), next));
    }
    let year = view.raw(idx).filter(|raw| raw.len() == 4 && !view.joined_before(idx))?.parse::<i16>().ok()?;
    let (quarter, next) = rank(view, view.skip_sign(idx + 1, &["-"]))?;
    (1900..=2100).contains(&year).then_some((When::Fixed(Part::Quarter(year, quarter)), next))
}
