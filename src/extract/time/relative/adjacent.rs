//! Lengths of time that end or begin now: the past two years, the next three weeks.

use crate::extract::time::count;
use crate::extract::time::relative;
use crate::extract::time::relative::distance;
use crate::extract::time::said::{Distance, Near, Scale, When};
use crate::extract::time::view::View;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::value::duration::Period;
use crate::value::number::Number;

/// Reads `the past two years`, `next 3 weeks`, `الأيام الثلاثة الماضية`, `اليومين المقبلين`.
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (near, distance, next) = if view.language.grammar.adjective_after_noun {
        stretch_behind(view, idx)?
    } else {
        let (near, distance, next) = stretch_before(view, idx)?;
        (near, distance, next)
    };
    let several = distance.period != distance.step
        || distance.hedge.is_some()
        || distance.scale == Scale::Clock
        || is_uneven(distance);
    if !several || view.is_any(next, &[Function::Of, Function::Ago]) {
        return None;
    }
    // "Within the next three years" begins today.
    let before = if idx > 0 && view.is_stop(idx - 1) { idx - 1 } else { idx };
    let within = before > 0 && view.is(before - 1, Function::Within);
    let distance = match near {
        Near::Last => distance::negated(distance)?,
        Near::Next | Near::Further if within => return Some((When::Within(distance), next)),
        Near::Next | Near::Further => distance,
        Near::Free | Near::This | Near::Year(_) => return None,
    };
    Some((When::Stretch(distance), next))
}

/// The word that says which way, before its length or between number and unit.
fn stretch_before(view: &View<'_>, idx: usize) -> Option<(Near, Distance, usize)> {
    if let Some(near) = view.near(idx).filter(|_| !view.is_governed_verb(idx)) {
        let told = distance::length(view, idx + 1).filter(|_| distance::told_number(view, idx + 1).is_some());
        let (distance, next) = told.or_else(|| hour(view, idx + 1))?;
        return Some((near, distance, next));
    }
    let (number, at) = count::cardinal(view, idx)?;
    let near = view.near(at)?;
    view.scale(at + 1).filter(|(_, form)| *form == Form::Many)?;
    let distance = distance::distance_of(view, Number::whole(number.into()), at + 1)?;
    Some((near, distance, at + 2))
}

/// The word that says which way behind the length; "the last" may stand before it as well.
pub fn stretch_behind(view: &View<'_>, idx: usize) -> Option<(Near, Distance, usize)> {
    if view.is(idx, Function::Latest) {
        let (distance, next) =
            distance::length(view, idx + 1).filter(|_| distance::told_number(view, idx + 1).is_some())?;
        return Some((Near::Last, distance, next));
    }
    let (distance, next) = if let Some((number, unit, next)) = distance::told_number(view, idx) {
        (distance::distance_of(view, number, unit)?, next)
    } else {
        let (_, form) = view.scale(idx)?;
        match form {
            Form::Two => (distance::distance_of(view, Number::whole(2), idx)?, idx + 1),
            Form::Many => {
                let at = view.skip_tied_article(idx + 1);
                let (number, next) = distance::few(view, at)
                    .or_else(|| count::cardinal(view, at))
                    .or_else(|| count::defined_tens(view, at))?;
                (distance::distance_of(view, Number::whole(number.into()), idx)?, next)
            }
            Form::One => hour(view, idx).filter(|_| defined(view, idx))?,
            Form::Past | Form::Present | Form::Fixed => return None,
        }
    };
    let near = view.near(next).filter(|_| !view.has_conjunction(next))?;
    Some((near, distance, next + 1))
}

/// The single hour of "the last hour", which begins with no other one; "the last minute" is an idiom, and weeks of which
/// the unit holds several begin on any day.
pub fn hour(view: &View<'_>, idx: usize) -> Option<(Distance, usize)> {
    let distance = distance::distance_of(view, Number::ONE, idx)?;
    let hour = view.is_one(idx, Scale::Clock) && distance.period.seconds == Number::whole(3600);
    let weeks = view.is_one(idx, Scale::Week) && distance.period != Period::days(7);
    (hour || weeks).then_some((distance, idx + 1))
}

/// Whether a single unit is several weeks.
fn is_uneven(distance: Distance) -> bool {
    distance.scale == Scale::Week && distance.period != Period::days(7)
}

/// Whether the unit is the one at hand: "the day", `اليوم`.
pub fn defined(view: &View<'_>, idx: usize) -> bool {
    view.get(idx).is_some_and(|word| word.clitics.article) || relative::is_day_or_today(view, idx)
}
