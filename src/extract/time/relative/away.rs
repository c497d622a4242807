//! Times so far away from now: 24 years ago, in two weeks.

use crate::extract::time::relative::{self, distance};
use crate::extract::time::said::{Scale, When};
use crate::extract::time::tense::{self, Tense};
use crate::extract::time::view::View;
use crate::lexicon::schema::function::Function;

/// Reads `24 years ago`, `منذ 24 عامًا`, `in two weeks`.
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if view.is_any(idx, &[Function::Since, Function::Before]) {
        let (distance, next) = distance::length(view, idx + 1)?;
        let other = [Function::From, Function::Of, Function::That, Function::Hence];
        return (!view.is_any(next, &other)).then_some((When::Away(distance::negated(distance)?), next));
    }
    if view.is(idx, Function::After) {
        let (distance, next) = distance::length(view, idx + 1)?;
        if let Some(end) = after_now(view, next) {
            return Some((When::Away(distance), end));
        }
        let other = [Function::From, Function::Of, Function::That];
        let ahead = !view.is_any(next, &other) && tense::around(view, idx..next) == Tense::Future;
        return ahead.then_some((When::Away(distance), next));
    }
    if view.is_any(idx, &[Function::In, Function::Within]) {
        let (distance, next) = distance::length(view, idx + 1)?;
        let end = after_now(view, next).unwrap_or(next);
        let ahead =
            end > next || tense::around(view, idx..next) == Tense::Future || view.is_all(&(idx..next));
        let when = if view.is(idx, Function::Within) { When::Within(distance) } else { When::Away(distance) };
        return ahead.then_some((when, end));
    }
    if view.is(idx, Function::During) {
        return during(view, idx);
    }
    let (distance, next) = distance::length(view, idx).or_else(|| {
        distance::length(view, idx + 1).filter(|_| view.is_stop(idx) && view.near(idx).is_none())
    })?;
    if view.is(next, Function::Ago) {
        return Some((When::Away(distance::negated(distance)?), next + 1));
    }
    let later = view.is(next, Function::Later) && distance.scale == Scale::Clock && view.anchor.is_none();
    if later && (tense::around(view, idx..next) == Tense::Future || view.is_all(&(idx..next + 1))) {
        return Some((When::Away(distance), next + 1));
    }
    Some((When::Away(distance), after_now(view, next)?))
}

/// Reads `خلال أسبوعين`, which lies ahead where its clause does; behind it stands nothing else that it counts from.
fn during(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (distance, next) = distance::length(view, idx + 1)?;
    let end = after_now(view, next).unwrap_or(next);
    let other = [Function::From, Function::Of, Function::That, Function::After, Function::To];
    let other = end == next && (view.is_any(next, &other) || view.near(next).is_some());
    let ahead = end > next || tense::around(view, idx..next) == Tense::Future;
    let told = view.language.grammar.adjective_after_noun && distance.scale != Scale::Clock;
    (told && ahead && !other).then_some((When::Within(distance), end))
}

/// The index behind words that count from the day of writing: `hence`, `from today`.
pub fn after_now(view: &View<'_>, idx: usize) -> Option<usize> {
    let today = || view.is(idx, Function::From) && relative::day(view, idx + 1) == Some((0, idx + 2));
    if view.is(idx, Function::Hence) { Some(idx + 1) } else { today().then_some(idx + 2) }
}
