//! Weekdays, with what says which one.

use crate::extract::time::clock;
use crate::extract::time::date::month;
use crate::extract::time::said::{Near, Scale};
use crate::extract::time::view::View;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;

/// Longest weekday that counts as an abbreviation in a script with capitals.
const ABBREVIATION: usize = 3;

/// Furthest that a weekday stands behind what says which one, in words: behind the word for a day.
const REACH: usize = 2;

/// Whether a name of the calendar stands where a weekday would.
fn may_be_named(view: &View<'_>, idx: usize) -> bool {
    let end = view.words.len().min(idx + REACH + 1);
    view.words.get(idx..end).unwrap_or_default().iter().any(|word| word.summary.is(Class::Calendar))
}

/// Reads a weekday with what says which one.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(i8, Near, usize)> {
    if !may_be_named(view, idx) {
        return None;
    }
    let before = view.near(idx);
    let start = idx + usize::from(before.is_some());
    let by_day = view.is_one(start, Scale::Day) && name(view, start + 1).is_some();
    let start = start + usize::from(by_day);
    let day = name(view, start).filter(|_| view.is_proper(start))?;
    let short = is_abbreviated(view, start);
    if (short && !is_dated(view, idx, start)) || (!by_day && stands_for_number(view, start)) {
        return None;
    }
    let next = start + 1 + usize::from(short && view.sign(start + 1, ".") && view.touches(start + 1));
    if let Some(near) = before {
        // "Next Friday" is that of the next week; "the coming Friday" may be this week's.
        let further = near == Near::Next && !view.is_any(idx, &[Function::Coming, Function::Following]);
        return Some((day, if further { Near::Further } else { near }, next));
    }
    let follows = view.near_follows();
    let near = view.near(next).filter(|near| follows && *near != Near::This);
    Some((day, near.unwrap_or(Near::Free), next + usize::from(near.is_some())))
}

fn is_abbreviated(view: &View<'_>, idx: usize) -> bool {
    view.get(idx)
        .is_some_and(|word| word.normal.is_ascii() && word.stem.trim_end_matches('.').len() <= ABBREVIATION)
}

/// Whether an abbreviated weekday at `start` stands where a date does.
fn is_dated(view: &View<'_>, idx: usize, start: usize) -> bool {
    let stop = usize::from(view.sign(start + 1, "."));
    let alone = view.is_all(&(idx..start + 1 + stop));
    let led = view.announced || alone || (idx > 0 && view.is(idx - 1, Function::On));
    let dates = |at: usize| view.raw(at).is_some() || month::read(view, at).is_some();
    let timed = || view.get(start).is_some_and(|word| word.capital) && clock::follows(view, start + 1);
    led || timed() || view.sign(start + 1, ".") || (view.sign(start + 1, ",") && dates(start + 2))
}

/// The weekday that one word names.
#[must_use]
pub fn name(view: &View<'_>, idx: usize) -> Option<i8> {
    view.meaning_of(Class::Calendar, idx, |meaning| {
        if let Meaning::Weekday(day) = meaning { i8::try_from(*day).ok() } else { None }
    })
}

/// Whether a word that is a weekday means a number or is part of a name: without an article, or before "of".
fn stands_for_number(view: &View<'_>, idx: usize) -> bool {
    let Some(word) = view.get(idx) else { return false };
    let number = view
        .meaning_of(Class::Number, idx, |meaning| matches!(meaning, Meaning::Cardinal(_)).then_some(()))
        .is_some();
    let owned = word.clitics.pronoun && !word.normal.is_ascii();
    let weekday = name(view, idx).and_then(|day| u8::try_from(day).ok());
    let bare = weekday.is_some_and(|day| !view.is_definite(idx, &Meaning::Weekday(day)));
    owned
        || bare
        || (number
            && (!word.clitics.article
                || view.is_any(idx + 1, &[Function::From, Function::Among, Function::OutOf])))
}
