//! Clocks that are all of their paragraph: an announcement (`Friday, 8 p.m.`), which lies ahead, or the entry of
//! a running report (`at 15:40`), which is of the day of writing.

use crate::extract::time::said::{Reading, Said, When};
use crate::extract::time::tense::Tense;
use crate::extract::time::view::View;
use crate::lexicon::class::Class;
use crate::lexicon::schema::function::Function;

/// Words that may stand before an announcement; another one makes a sentence of it ("it's half past seven").
const LEADING: [Function; 9] = [
    Function::In,
    Function::On,
    Function::By,
    Function::Until,
    Function::Since,
    Function::After,
    Function::Before,
    Function::For,
    Function::From,
];

/// What was read on its day, where it is told by itself, with a clock.
#[must_use]
pub fn read(view: &View<'_>, reading: &Reading, tense: Tense) -> Option<Reading> {
    let is_clock = reading.point.clock.is_some_and(|clock| clock.length <= 3600);
    let hedge = |idx| view.is_of(Class::Hedge, idx);
    let leads = |idx| view.is_any(idx, &LEADING) || hedge(idx);
    let alone = tense == Tense::Alone && is_clock && (0..reading.words.start).all(leads);
    let put = |said: &Said| {
        let when = if said.when == When::AnyDay { When::RelativeDay(0) } else { said.when };
        Said { when, ..said.clone() }
    };
    let from = reading.from.as_ref().map(put);
    alone.then(|| Reading { words: reading.words.clone(), point: put(&reading.point), from })
}
