//! A unit of time in the singular that is one end of a stretch of lengths: six months *to a year*, `بين ساعة وساعتين`.

use crate::extract::quantity::Scene;
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form as Shape, Id, Meaning};
use crate::lexicon::schema::function::Function;

/// Furthest that "between" stands before the end of the first length, and the unit of the second behind the first.
const NEAR: usize = 4;

/// Whether the unit at `at`, whose article if it has one stands at `idx`, is an end of such a stretch.
#[must_use]
pub(super) fn is_end(scene: &Scene<'_>, idx: usize, at: usize, code: &Id) -> bool {
    is_last(scene, idx, code) || is_first(scene, idx, at, code)
}

/// Whether a length stands before it behind which "to" leads on, or "and" behind "between".
fn is_last(scene: &Scene<'_>, idx: usize, code: &Id) -> bool {
    let word = |at: usize| scene.words.get(at);
    let is = |at: usize, function| word(at).is_some_and(|word| word.is_function(function));
    let stuck = word(idx).is_some_and(|word| word.clitics.conjunction == Some(Function::And));
    let joint = idx.checked_sub(1).filter(|joint| is(*joint, Function::To) || is(*joint, Function::And));
    let before = if stuck { idx.checked_sub(1) } else { joint.and_then(|joint| joint.checked_sub(1)) };
    let Some((before, (unit, shape))) = before.and_then(|at| Some((at, time_unit(scene, word(at)?)?))) else {
        return false;
    };
    let to = !stuck && joint.is_some_and(|joint| is(joint, Function::To));
    let between = || (before.saturating_sub(NEAR)..before).any(|at| is(at, Function::Between));
    // "From day to day" is no length.
    (to || between()) && (shape != Shape::One || unit != *code)
}

/// Whether "between" stands before it, and "and" with another length behind it, or "from" and "to".
fn is_first(scene: &Scene<'_>, idx: usize, at: usize, code: &Id) -> bool {
    let is = |at: usize, function| scene.words.get(at).is_some_and(|word| word.is_function(function));
    let Some(before) = idx.checked_sub(1) else { return false };
    let Some(next) = scene.words.get(at + 1).filter(|next| next.breaks == 0) else { return false };
    let and = next.clitics.conjunction == Some(Function::And) || next.is_function(Function::And);
    let joined = is(before, Function::Between) && and;
    let leads = is(before, Function::From) && next.is_function(Function::To);
    let behind = scene.words.get(at + 1..scene.words.len().min(at + 1 + NEAR)).unwrap_or_default();
    let other = behind.iter().find_map(|word| time_unit(scene, word));
    (joined || leads) && other.is_some_and(|unit| unit != (code.clone(), Shape::One))
}

/// The unit of time that a word names without an article, with its number.
fn time_unit(scene: &Scene<'_>, word: &Word) -> Option<(Id, Shape)> {
    let unit = word.find(|sense| {
        let Meaning::Unit(code) = &sense.meaning else { return None };
        Some((code.clone(), sense.form))
    })?;
    scene.lexicon.units.period(&unit.0).filter(|_| !word.clitics.article).map(|_| unit)
}
