//! Days listed before their month or behind it: `18, 19 and 20 June`.

use crate::extract::time::date;
use crate::extract::time::date::month;
use crate::extract::time::nth;
use crate::extract::time::nth::monthly;
use crate::extract::time::said::{Item, Nth, When};
use crate::extract::time::view::View;
use crate::lexicon::schema::function::Function;
use crate::value::time::Part;
use jiff::civil::Date;

/// Most days of one month that are listed before it.
const LISTED: usize = 6;

/// Reads the first days of `18, 19 and 20 June`, whose month stands behind the last of them, and the last day
/// of `April 24 and 25`.
pub fn listed(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let raw = |at: usize| view.raw(at).filter(|raw| raw.len() <= 2);
    let (day, end) = date::day_number(view, idx).filter(|_| raw(idx).is_some())?;
    let joint = |at: usize| view.skip(view.skip_sign(at, &[","]), &[Function::And, Function::Or]);
    if let Some((before, last)) = view.last.filter(|(before, _)| joint(*before) == idx && *before < idx)
        && before >= 1
        && raw(before - 1).is_some()
        && nth::stands_alone(view, end)
    {
        return on_same_month(last, day).map(|when| (when, end));
    }
    let mut at = end;
    for _ in 0..LISTED {
        let start = joint(at);
        if start == at && !view.has_conjunction(start) {
            return None;
        }
        let (_, next) = date::day_number(view, start).filter(|_| raw(start).is_some())?;
        if let Some((of, _)) = monthly::whole_behind(view, next) {
            let nth = Nth { rank: day, count: 1, what: Item::Day, of };
            return Some((When::Nth(nth), end));
        }
        let named = date::before_month(view, next);
        if let Some((month, after)) = month::read(view, named).filter(|_| month::name(view, named).is_some())
        {
            let written = view.is_capital(named) && !view.has_conjunction(named);
            return date::with_day(view, month, day, after).filter(|_| written).map(|(when, _)| (when, end));
        }
        at = next;
    }
    None
}

/// Another day of the month that a day lies in.
fn on_same_month(when: When, day: i8) -> Option<When> {
    if let When::Fixed(Part::Day(date)) = when {
        return Some(When::Fixed(Part::Day(Date::new(date.year(), date.month(), day).ok()?)));
    }
    let When::Day(month, _, near) = when else { return None };
    Date::new(2000, month, day).is_ok().then_some(When::Day(month, day, near))
}
