//! Hours with the letter that stands for them and without minutes: `at 15h`, `Friday 19h`, `8h GMT`. The same
//! letter counts hours, so that what stands beside it must tell a time of day.

use crate::extract::time::face::Face;
use crate::extract::time::view::View;
use crate::extract::time::zone;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;

/// Reads an hour with its letter where a time of day is told.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<Face> {
    let is_letter = view.get(idx + 1).is_some_and(|word| word.normal == "h") && view.touches(idx + 1);
    let raw = view.raw(idx).filter(|raw| is_letter && raw.len() <= 2)?;
    let ends = !(view.touches(idx + 2) && view.raw(idx + 2).is_some());
    let hour = raw.parse::<i32>().ok().filter(|hour| *hour <= 24 && ends)?;
    let told = zone::word(view, idx + 2).is_some() || follows_time(view, idx);
    let counts = view.is_any(idx + 2, &[Function::Of, Function::Per]) || view.sign(idx + 2, "/");
    let tied = view.joined_before(idx) && !view.announced;
    let face = Face { hour, minute: None, second: None, next: idx + 2, certain: told };
    ((told || view.announced) && !counts && !tied).then_some(face)
}

/// Whether a day, a year or a word that leads to moments stands right before `idx`.
fn follows_time(view: &View<'_>, idx: usize) -> bool {
    let Some(before) = idx.checked_sub(1).filter(|_| !view.touches(idx)) else { return false };
    let before = before - usize::from(before > 0 && view.sign(before, ","));
    let is_day = |meaning: &Meaning| {
        matches!(meaning, Meaning::Weekday(_) | Meaning::RelativeDay(_) | Meaning::Month(_)).then_some(())
    };
    view.is(before, Function::At)
        || view.meaning_of(Class::Calendar, before, is_day).is_some()
        || view.year(before).is_some()
}
