//! The last, this or the next unit of the calendar.

use crate::extract::time::count;
use crate::extract::time::relative;
use crate::extract::time::relative::adjacent;
use crate::extract::time::relative::distance;
use crate::extract::time::relative::weekday;
use crate::extract::time::said::{Near, Scale, When};
use crate::extract::time::view::View;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::value::duration::Period;
use crate::value::number::Number;

/// The concept of Saturday and Sunday together.
pub const WEEKEND: &str = "weekend";

/// Reads `the rest of the week`, `بقية العام`.
pub fn rest(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let start = view.skip_stop(view.skip(idx + 1, &[Function::Of]));
    let start = start + usize::from(view.near(start) == Some(Near::This) && !view.is(start, Function::Last));
    let today = relative::is_day_or_today(view, start).then_some((Scale::Day, Form::One));
    let (scale, form) = view.scale(start).or(today).filter(|_| view.is(idx, Function::Rest))?;
    let calendar = matches!(scale, Scale::Week | Scale::Month | Scale::Year | Scale::Decade | Scale::Century);
    // "The rest of the day" of a date that was told is not the one of now.
    let day =
        scale == Scale::Day && view.anchor.is_none() && (start > idx + 1 || adjacent::defined(view, start));
    let calendar = calendar || day;
    let end = start + 1;
    let near = view.near(end) == Some(Near::This) && view.language.grammar.adjective_after_noun;
    let joined = view.sign(end, "-") || view.raw(end).is_some();
    (calendar && form == Form::One && !joined).then_some((When::Rest(scale), end + usize::from(near)))
}

/// Reads `the past two quarters`, `previous three quarters`: whole ones.
pub fn quarters(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let near = view.near(idx).filter(|_| !view.language.grammar.adjective_after_noun)?;
    let (number, next) = count::cardinal(view, idx + 1)?;
    let quarter = count::fraction(view, next).filter(|share| Number::ratio(1, 4) == Some(*share));
    let many = view.get(next).is_some_and(|word| word.senses.iter().any(|sense| sense.form == Form::Many));
    let number = i8::try_from(number).ok().filter(|_| many && quarter.is_some())?;
    match near {
        Near::Last => Some((When::Turns(Scale::Quarter, number.checked_neg()?, -1), next + 1)),
        Near::Next | Near::Further => Some((When::Turns(Scale::Quarter, 1, number), next + 1)),
        Near::Free | Near::This | Near::Year(_) => None,
    }
}

/// Reads `the week after next`, `the year before last`, `العام قبل الماضي`.
pub fn beyond(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (scale, _) = view.scale(idx).filter(|(_, form)| *form == Form::One)?;
    let at = view.skip_stop(idx + 2);
    let turns = if view.is(idx + 1, Function::After) && view.near(at) == Some(Near::Next) {
        2
    } else if view.is(idx + 1, Function::Before) && view.near(at) == Some(Near::Last) {
        -2
    } else {
        return None;
    };
    // "The week before last Friday" counts from a day.
    let further = view.scale(at + 1).is_some() || weekday::name(view, at + 1).is_some();
    let calendar = !matches!(scale, Scale::Day | Scale::Clock) && !further;
    calendar.then_some((When::Turn(scale, turns), at + 1))
}

/// Reads `last week`, `this month`, `العام المقبل`.
#[must_use]
pub fn turn(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let follows = view.near_follows();
    let (near, scale, next) = if let Some((scale, Form::One)) = view.scale(idx) {
        let kept = scale == Scale::Year && view.is(idx + 1, Function::Fiscal);
        let at = idx + 1 + usize::from(kept);
        (view.near(at).filter(|_| follows)?, scale, at + 1)
    } else {
        // "الحالي عام" is the end of one phrase and the beginning of the next.
        let is_adjective = || view.get(idx).is_some_and(|word| word.letters.is_definite);
        let near = view.near(idx).filter(|near| !follows || (*near == Near::This && !is_adjective()))?;
        let kept = view.is(idx + 1, Function::Fiscal) && view.is_one(idx + 2, Scale::Year);
        let unit = idx + 1 + usize::from(kept);
        let (scale, form) = view.scale(unit)?;
        // A fortnight is no week of the calendar.
        let uneven = distance::period(view, unit).is_some_and(|period| period != Period::days(7));
        if scale == Scale::Week && uneven {
            return None;
        }
        let bounded = form == Form::One && !(near == Near::Last && view.is(unit + 1, Function::Of));
        (near, bounded.then_some(scale)?, unit + 1)
    };
    if view.is_year_word(next - 2) && view.year(next - 1).is_some() {
        return None;
    }
    let turns = match near {
        Near::Last => -1,
        Near::Next | Near::Further => 1,
        Near::This => 0,
        Near::Free | Near::Year(_) => return None,
    };
    (!matches!(scale, Scale::Day | Scale::Clock)).then_some((When::Turn(scale, turns), next))
}

/// Reads `last weekend`, `نهاية الأسبوع المقبل`.
#[must_use]
pub fn weekend(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let is_it = |at: usize| view.get(at).is_some_and(|word| word.has_concept(WEEKEND));
    let this = view.near_follows() && view.near(idx + 1) == Some(Near::This);
    if this && view.is(idx, Function::End) && view.is_one(idx + 2, Scale::Week) {
        return Some((When::Weekend(Near::This), idx + 3));
    }
    let end_of_week = view.is(idx, Function::End) && view.is_one(idx + 1, Scale::Week);
    if is_it(idx) || end_of_week {
        let idx = idx + usize::from(end_of_week);
        let near = view.near(idx + 1).filter(|_| view.near_follows());
        return Some((When::Weekend(near.unwrap_or(Near::Free)), idx + 1 + usize::from(near.is_some())));
    }
    let near = view.near(idx)?;
    is_it(idx + 1).then_some((When::Weekend(near), idx + 2))
}
