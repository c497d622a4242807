//! Parts of a day that the text has told before, or of one beside it: `that night`, `the next morning`, `المساء نفسه`.

use crate::extract::time::clock;
use crate::extract::time::compose::moment;
use crate::extract::time::relative;
use crate::extract::time::resolve::units;
use crate::extract::time::said::{Said, When};
use crate::extract::time::view::View;
use crate::lexicon::schema::function::Function;
use crate::value::time::Part;
use jiff::ToSpan;

/// Reads a part of a day that is told by the date before it, perhaps with its clock behind.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<Said> {
    let Some(Part::Day(day)) = view.anchor else { return None };
    let follows = view.language.grammar.adjective_after_noun;
    let before = turns(view, idx).filter(|turns| !follows || *turns == 0).zip(view.daypart(idx + 1));
    // "The evening of *that day*" has its day behind it.
    let of_day = || view.scale(idx + 2).is_some() || relative::is_day_or_today(view, idx + 2);
    let behind = || {
        let told = turns(view, idx + 1).zip(view.daypart(idx))?;
        (follows && view.has_article(idx) && !view.has_conjunction(idx + 1) && !of_day()).then_some(told)
    };
    let (turns, daypart) = before.or_else(behind)?;
    let day = units::shifted(day, turns.days())?;
    let (clock, next) =
        moment::clock_behind(view, idx + 2, Some(daypart)).unwrap_or((clock::hours(daypart), idx + 2));
    Some(Said { words: idx..next, when: When::Fixed(Part::Day(day)), clock: Some(clock) })
}

/// How many days on from the one that was told before a word says that something is.
fn turns(view: &View<'_>, idx: usize) -> Option<i64> {
    let behind_article = idx > 0 && view.is_stop(idx - 1);
    let next = view.is(idx, Function::Next) && behind_article && !view.language.grammar.adjective_after_noun;
    if view.is(idx, Function::Following) || next {
        Some(1)
    } else if view.is(idx, Function::Previous) {
        Some(-1)
    } else {
        // A language that puts its adjectives behind opens clauses with "that".
        let that = !view.language.grammar.adjective_after_noun && view.is(idx, Function::That);
        (that || view.is(idx, Function::Same)).then_some(0)
    }
}
