//! One day from all that tells it.

use crate::extract::time::anchored;
use crate::extract::time::anchored::beside;
use crate::extract::time::date;
use crate::extract::time::holiday;
use crate::extract::time::nth;
use crate::extract::time::relative;
use crate::extract::time::relative::weekday;
use crate::extract::time::resolve::twice;
use crate::extract::time::said::{Near, Scale, When};
use crate::extract::time::view::View;
use crate::extract::time::weekdays;
use crate::extract::word::Word;
use crate::value::time::Part;

/// The concept of words between a weekday and its date.
const CORRESPONDING: &str = "corresponding";

/// Reads one day from all that tells it: `أمس الاثنين`, `الثلاثاء 18 يونيو 2024`.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    view.once(idx, |memo| &memo.days, || any_day(view, idx))
}

fn any_day(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if let Some(found) = nth::read(view, idx)
        .or_else(|| holiday::read(view, idx))
        .or_else(|| weekdays::read(view, idx))
        .filter(|(when, _)| when.is_day())
    {
        return Some(found);
    }
    if let Some((part, next)) = anchored::weekday::week_behind(view, idx) {
        return Some((When::Fixed(part), next));
    }
    if let Some((part @ Part::Day(_), next)) = beside::read(view, idx).or_else(|| beside::same(view, idx)) {
        return Some((When::Fixed(part), next));
    }
    let start = idx + usize::from(view.is_one(idx, Scale::Day) && !view.has_conjunction(idx + 1));
    let mut best = corrected(view, start);
    let weekday_at = best.map_or(start, |(_, next)| after_comma(view, next));
    if let Some((day, next)) = best
        && next == weekday_at
        && let Some((weekday, _, end)) = weekday(view, next, true)
    {
        // "Today, Friday" in a paper of Saturday: the weekday is right, the text was written before.
        best = Some((twice::moved_to(view.today, day, weekday), if end > next { end } else { next }));
    } else if let Some((day, _)) = best
        && let Some((weekday, _, end)) =
            weekday(view, weekday_at, true).filter(|(.., end)| view.sign(*end, ","))
    {
        // "Yesterday, Friday," says it between commas.
        best = Some((twice::moved_to(view.today, day, weekday), end));
    } else if let Some((weekday, near, next)) = weekday(view, weekday_at, best.is_some())
        && best.is_none_or(|(when, _)| twice::falls_on(view.today, when, weekday))
    {
        best = Some((best.map_or(When::Weekday(weekday, near), |(when, _)| when), next));
    }
    if let Some((_, next)) = best.filter(|(when, _)| matches!(when, When::RelativeDay(_)))
        && view.sign(next, "(")
        && let Some((weekday, _, close)) = weekday::read(view, next + 1)
        && view.sign(close, ")")
    {
        return best.map(|(when, _)| (twice::moved_to(view.today, when, weekday), close + 1));
    }
    let date_at = best.map_or(start, |(_, next)| after_comma(view, next));
    match dated(view, date_at, best) {
        Some(found) => Some(found),
        None => best.filter(|_| start == idx || best.is_some()),
    }
}

/// Reads a relative day; one in brackets behind it is how who prints the text counts, and holds: `اليوم (أمس)`.
fn corrected(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (day, next) = relative::day(view, idx)?;
    let inner =
        relative::day(view, next + 1).filter(|(_, close)| view.sign(next, "(") && view.sign(*close, ")"));
    let (day, next) = inner.map_or((day, next), |(day, close)| (day, close + 1));
    Some((When::RelativeDay(day), next))
}

fn weekday(view: &View<'_>, idx: usize, follows: bool) -> Option<(i8, Near, usize)> {
    weekday::read(view, idx).filter(|_| !follows || !view.has_conjunction(idx))
}

/// The date at `idx`, behind a relative day or a weekday that it may belong to.
fn dated(view: &View<'_>, idx: usize, best: Option<(When, usize)>) -> Option<(When, usize)> {
    let bracket = best.is_some() && view.sign(idx, "(");
    let start = idx + usize::from(bracket);
    let start = if best.is_some() { view.skip_article(start) } else { start };
    let corresponds = |word: &Word| best.is_some() && word.has_concept(CORRESPONDING);
    let start = start + usize::from(view.words.get(start).is_some_and(corresponds));
    if best.is_some() && (view.has_conjunction(start) || view.near(start).is_some()) {
        return None;
    }
    let (when, next) = date::read(view, start).filter(|(when, _)| when.is_day())?;
    let closed = next + usize::from(bracket);
    if bracket && !view.sign(next, ")") {
        return None;
    }
    let agrees = match best {
        Some((relative @ When::RelativeDay(_), _)) => twice::same_day(view.today, relative, when),
        _ => true,
    };
    agrees.then_some((when, closed))
}

fn after_comma(view: &View<'_>, idx: usize) -> usize {
    view.skip_sign(idx, &[","])
}
