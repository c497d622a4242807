//! Times of day told from another one: `half an hour before midnight`, `قبل ساعة من الظهر`, `بعد الثامنة بعشر دقائق`.

use crate::extract::time::clock;
use crate::extract::time::compose;
use crate::extract::time::relative::distance;
use crate::extract::time::said::{Distance, Said, Scale, When};
use crate::extract::time::view::View;
use crate::lexicon::schema::function::Function;
use crate::value::time::Clock;

/// Seconds of a day.
const DAY: i64 = 24 * 3600;

/// Reads a length of less than a day that counts from a time of day.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<Said> {
    if view.language.grammar.adjective_after_noun {
        return behind_side(view, idx).or_else(|| behind_clock(view, idx));
    }
    let (length, next) = short(view, idx)?;
    let back = side(view, next)?;
    let (base, end) = told(view, next + 1)?;
    moved(base, length, back, idx..end)
}

/// Reads `قبل ساعة من الظهر`.
fn behind_side(view: &View<'_>, idx: usize) -> Option<Said> {
    let back = side(view, idx)?;
    let (length, next) = short(view, idx + 1)?;
    let joint = view.skip(next, &[Function::From, Function::Of]);
    let (base, end) = told(view, joint).filter(|_| joint > next)?;
    moved(base, length, back, idx..end)
}

/// Reads `بعد الثامنة بعشر دقائق`.
fn behind_clock(view: &View<'_>, idx: usize) -> Option<Said> {
    let back = side(view, idx)?;
    let (base, next) = told(view, idx + 1)?;
    let stuck = view.get(next).is_some_and(|word| word.clitics.preposition.is_some());
    let (length, end) = short(view, next).filter(|_| stuck)?;
    moved(base, length, back, idx..end)
}

/// Whether the word leads back from a time, or on.
fn side(view: &View<'_>, idx: usize) -> Option<bool> {
    let table = [(Function::Before, true), (Function::After, false)];
    table.into_iter().find(|(function, _)| view.is(idx, *function)).map(|(_, back)| back)
}

/// A length in hours and minutes without a hedge.
fn short(view: &View<'_>, idx: usize) -> Option<(Distance, usize)> {
    let exact = |distance: &Distance| distance.scale == Scale::Clock && distance.hedge.is_none();
    distance::length(view, idx).filter(|(distance, _)| exact(distance))
}

/// The time of day at `idx`, perhaps of a told day.
fn told(view: &View<'_>, idx: usize) -> Option<(Said, usize)> {
    let inner = View { announced: true, ..*view };
    let exact = || {
        let told = clock::exact(view, idx)?;
        compose::said(idx, told.next, When::AnyDay, Some(told.clock))
    };
    let point = compose::point(&inner, idx).filter(|said| said.clock.is_some()).or_else(exact)?;
    let is_moment = point.clock.is_some_and(|clock| clock.length <= 3600);
    let end = point.words.end;
    is_moment.then_some((point, end))
}

/// The time so far from another; none where it is of another day, unless no day is told.
fn moved(base: Said, length: Distance, back: bool, words: std::ops::Range<usize>) -> Option<Said> {
    let seconds = length.period.seconds.to_whole().filter(|_| length.period.months.is_zero())?;
    let clock = base.clock?;
    let start = i64::from(clock.start).checked_add(if back { -seconds } else { seconds })?;
    let free = base.when == When::AnyDay;
    let start = if free { start.rem_euclid(DAY) } else { start };
    let start = i32::try_from(start).ok().filter(|_| (0..DAY).contains(&start))?;
    Some(Said { words, clock: Some(Clock { start, length: 60, ..clock }), ..base })
}
