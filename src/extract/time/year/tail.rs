//! What stands behind a month or a day to tell its year.

use crate::extract::time::date;
use crate::extract::time::figures;
use crate::extract::time::nth;
use crate::extract::time::relative::away;
use crate::extract::time::relative::distance;
use crate::extract::time::relative::turn;
use crate::extract::time::said::{Near, Scale, When};
use crate::extract::time::view::View;
use crate::extract::time::year::spelled;
use crate::lexicon::schema::function::Function;
use crate::value::number::Number;

/// Most days that a month has.
const MONTH: i16 = 31;

/// What may stand behind a month or a day to tell its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tail {
    /// The year.
    Year(i16),
    /// Which one.
    Near(Near),
}

/// The year, or the word that tells it, at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(Tail, usize)> {
    let comma = view.skip_sign(idx, &[","]);
    if let Some((year, next)) = spelled::read(view, comma) {
        return Some((Tail::Year(year), next));
    }
    if let Some(year) = view.common_year(comma).filter(|_| comma == idx || !date::counted(view, comma + 1)) {
        return Some((Tail::Year(year), view.after_year(comma)));
    }
    let start = view.skip(comma, &[Function::Of, Function::From, Function::In]);
    let told = start + usize::from(view.is_year_word(start));
    if let Some((year, next)) = spelled::read(view, told).filter(|_| told > idx) {
        return Some((Tail::Year(year), next));
    }
    if let Some((year, next)) = short(view, comma, told).filter(|_| comma == idx) {
        return Some((Tail::Year(year), next));
    }
    if let Some(year) = view.common_year(told).filter(|_| told > start || !date::counted(view, told + 1)) {
        return Some((Tail::Year(year), view.after_year(told)));
    }
    if comma > idx { None } else { near_tail(view, idx, start) }
}

/// Reads a year in two digits that is marked as cut or told behind "of": `'87`, `of 87`.
fn short(view: &View<'_>, idx: usize, told: usize) -> Option<(i16, usize)> {
    let cut = view.sign(idx, "'") && view.touches(idx + 1) && !view.touches(idx);
    let at = if cut { idx + 1 } else { told };
    let raw = view.raw(at).filter(|raw| raw.len() == 2 && (cut || !view.joined_before(at)))?;
    let number = raw.parse::<i16>().ok().filter(|number| cut || *number > MONTH)?;
    nth::stands_alone(view, at + 1).then(|| (figures::full_year(view, number), at + 1))
}

/// Reads "last year" or `الماضي` behind a month or a day; the latter without "of".
fn near_tail(view: &View<'_>, idx: usize, start: usize) -> Option<(Tail, usize)> {
    if let Some((When::Turn(Scale::Year, turns), next)) = turn::turn(view, start) {
        return Some((Tail::Near(Near::Year(turns)), next));
    }
    if let Some((years, next)) = years_away(view, idx) {
        return Some((Tail::Near(Near::Year(years)), next));
    }
    let near = view.near(idx).filter(|near| *near != Near::This && view.near_follows())?;
    Some((Tail::Near(near), idx + 1))
}

/// Reads the year of `March two years ago`, `Easter in three years`, `رمضان قبل عامين`, by its distance from this one.
fn years_away(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    // "March in a year" by itself needs no verb that looks ahead.
    let alone = || {
        let (distance, next) = distance::length(view, idx + 1).filter(|_| view.is(idx, Function::In))?;
        view.is_all(&(0..next)).then_some((When::Away(distance), next))
    };
    let (When::Away(distance), next) = away::read(view, idx).or_else(alone)? else { return None };
    let exact = distance.scale == Scale::Year && distance.hedge.is_none();
    let years = distance.period.months.over(Number::whole(12)).filter(|_| exact)?.to_whole()?;
    Some((i8::try_from(years).ok()?, next))
}
