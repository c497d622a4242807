//! Stretches of time between two points: `between August and February`, `from 3 to 5 May`, `1950-1953`.

/// Two days or years of which one borrows from the other: `3 to 5 May`, `May 3-5, 2024`, `2023-24`.
pub mod days;
/// A day with how long it goes on from there.
pub mod going_on;
/// Two hours of one day: `3 to 5 pm`, `Thursday from 9:30 to 11`.
pub mod hours;
/// Two weekdays of a told week.
pub mod weekdays;

use crate::extract::time::compose;
use crate::extract::time::figures;
use crate::extract::time::lasting;
use crate::extract::time::said::{Nth, Reading, Said, When, Whole};
use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::class::Functions;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

/// What joins the two ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Joint {
    /// The word that joins two things.
    And,
    /// A word or sign that leads from one to the other.
    To,
}

/// Reads a stretch of time at `idx`.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<Reading> {
    let led = |joint| {
        let inner = View { announced: true, ..*view };
        figured(&inner, idx + 1, joint, true)
            .or_else(|| hours::clocks(&inner, idx + 1, joint, true))
            .or_else(|| days::marked_years(&inner, idx + 1, joint))
            .or_else(|| ends(&inner, idx + 1, joint))
            .or_else(|| days::read(&inner, idx + 1, joint))
            .or_else(|| days::onward(&inner, idx + 1, joint))
            .or_else(|| weekdays::read(&inner, idx + 1, joint))
    };
    let found = if view.is(idx, Function::Between) {
        led(Joint::And)
    } else if view.is(idx, Function::From) {
        led(Joint::To)
    } else if view.is(idx, Function::Hence) {
        from_now(view, idx)
    } else {
        None
    };
    let found = found.or_else(|| lasting::read(view, idx)).or_else(|| going_on::read(view, idx));
    if found.is_none() && !may_be_joined(view, idx) {
        return None;
    }
    let (from, point) = found
        .or_else(|| figured(view, idx, Joint::To, false))
        .or_else(|| hours::day_clocks(view, idx))
        .or_else(|| days::years_before(view, idx, Joint::To))
        .or_else(|| days::years(view, idx))
        .or_else(|| days::read(view, idx, Joint::To))
        .or_else(|| days::month_days(view, idx))
        .or_else(|| weekdays::week_first(view, idx))
        .or_else(|| hours::clocks(view, idx, Joint::To, false))
        .or_else(|| ends(view, idx, Joint::To))?;
    Some(Reading { words: idx..point.words.end, point, from: Some(from) })
}

/// Reads `from now until August`, whose first words are one phrase.
fn from_now(view: &View<'_>, idx: usize) -> Option<(Said, Said)> {
    let start = after_joint(view, idx + 1, Joint::To)?;
    let inner = View { announced: true, ..*view };
    let point = compose::point(&inner, start).or_else(|| compose::point(&inner, view.skip_article(start)))?;
    let dated = point.when != When::AnyDay;
    dated.then(|| (Said { words: idx..idx + 1, when: When::Now, clock: None }, point))
}

/// Furthest that what joins two ends stands behind the beginning of the first, in words.
const LONGEST_END: usize = 16;

/// Whether something stands behind `idx` that may join two ends.
fn may_be_joined(view: &View<'_>, idx: usize) -> bool {
    let end = view.words.len().min(idx + LONGEST_END);
    let joins = |word: &Word| {
        word.summary.does_any(JOINING)
            || (word.kind == TokenKind::Sign && matches!(word.normal.as_str(), "-" | "/"))
    };
    view.words.get(idx..end).unwrap_or_default().iter().any(joins)
}

/// Words between two ends, and before them.
const JOINING: Functions = Functions::of(&[Function::To, Function::Until, Function::AsOf, Function::Between]);

/// The index behind the joint at `idx`.
pub fn after_joint(view: &View<'_>, idx: usize, joint: Joint) -> Option<usize> {
    match joint {
        Joint::And if view.is(idx, Function::And) => Some(idx + 1),
        Joint::And => view.has_conjunction(idx).then_some(idx),
        // "Until the day of" is one phrase with "as of" in some languages.
        Joint::To
            if view.is_any(idx, &[Function::To, Function::Until, Function::AsOf]) || view.sign(idx, "-") =>
        {
            Some(idx + 1)
        }
        Joint::To => None,
    }
}

/// Reads two dates in figures: `10/1-11/7`; a hyphen joins them behind "between" as well.
fn figured(view: &View<'_>, idx: usize, joint: Joint, led: bool) -> Option<(Said, Said)> {
    let led = led || view.announced;
    let behind = |at| after_joint(view, at, joint).or_else(|| view.sign(at, "-").then_some(at + 1));
    figures::stretch(view, idx, behind, led)
}

/// Reads two whole points of one sort.
pub fn ends(view: &View<'_>, idx: usize, joint: Joint) -> Option<(Said, Said)> {
    let behind_article = || compose::point(view, view.skip_article(idx)).filter(|_| view.announced);
    let mut from = compose::point(view, idx).or_else(behind_article)?;
    from.words.start = idx;
    let start = after_joint(view, from.words.end, joint)?;
    let inner = View { announced: true, ..*view };
    let mut point =
        compose::point(&inner, start).or_else(|| compose::point(&inner, view.skip_article(start)))?;
    match (from.when, point.when) {
        // "From 9 April until the 17th" borrows its month.
        (When::Day(..) | When::Fixed(_), When::Nth(Nth { of: Whole::AnyMonth, .. })) => return None,
        (When::AnyDay, When::AnyDay) => {}
        (When::AnyDay, When::Now) => from.when = When::RelativeDay(0),
        (When::Now, When::AnyDay) => point.when = When::RelativeDay(0),
        (When::AnyDay, day) if point.clock.is_some() => from.when = day,
        (day, When::AnyDay) if from.clock.is_some() => point.when = day,
        (When::AnyDay, _) | (_, When::AnyDay) => return None,
        (When::Away(_) | When::Stretch(_) | When::Within(_), _) => return None,
        (_, When::Away(_) | When::Stretch(_) | When::Within(_)) => return None,
        (_, When::Now) | (When::Now, _) => {}
        (first, last) if first.is_day() != last.is_day() && !(is_set(first) && is_set(last)) => return None,
        _ => {}
    }
    Some((from, point))
}

/// Whether a point is told without regard to another.
const fn is_set(when: When) -> bool {
    matches!(when, When::Fixed(_) | When::RelativeDay(_) | When::Turn(..))
}
