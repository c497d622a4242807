//! The hour that something is moved to from another: `the 10 a.m. talks were moved to eleven`.

use crate::extract::time::clock;
use crate::extract::time::count;
use crate::extract::time::said::{Said, When};
use crate::extract::time::view::View;
use crate::lexicon::schema::function::Function;
use crate::value::time::Clock;

/// The concepts of telling another time for something.
const MOVED: [&str; 2] = ["postpone", "reschedule"];

/// Furthest that the hour before and the verb stand from the new hour, in words.
const NEAR: usize = 10;

/// Reads the new hour at `idx`, a number behind "to" that counts nothing.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<Said> {
    let from = idx.checked_sub(1).filter(|before| view.is(*before, Function::To))?;
    let ordinal = || count::ordinal(view, idx).filter(|_| view.language.grammar.adjective_after_noun);
    let (hour, next) = ordinal().or_else(|| count::cardinal(view, idx))?;
    let ends = next >= view.words.len() || [".", "!", "?", ",", ";"].iter().any(|sign| view.sign(next, sign));
    let before = from.saturating_sub(NEAR)..from;
    let moved = |at: usize| view.get(at).is_some_and(|word| MOVED.iter().any(|id| word.has_concept(id)));
    let told = || before.clone().any(|at| clock::read(view, at).is_some_and(|told| told.certain));
    if !ends || !(0..=24).contains(&hour) || !before.clone().any(moved) || !told() {
        return None;
    }
    let clock = Clock::new(hour * 3600, 3600);
    Some(Said { words: idx..next, when: When::AnyDay, clock: Some(clock) })
}
