//! The hours behind midnight, told as a part of the day by themselves: `the early hours of Friday`, `بعد منتصف الليل`.

use crate::extract::time::clock;
use crate::extract::time::part::{self, Edge, Named};
use crate::extract::time::view::View;
use crate::lexicon::schema::calendar::Daypart;
use crate::lexicon::schema::function::Function;
use crate::value::time::Clock;

/// Reads `the early hours of the morning`, `الساعات الأولى من فجر`: the hours behind midnight, perhaps with the part of the
/// day that they belong to. The first hours of an evening are the beginning of it.
#[must_use]
pub fn name(view: &View<'_>, idx: usize) -> Option<(Named, usize)> {
    let named = Named { daypart: Daypart::SmallHours, edge: None };
    view.daypart(idx).filter(|daypart| *daypart == named.daypart)?;
    let joint = view.skip(idx + 1, &[Function::Of, Function::From, Function::In]);
    let at = view.skip_stop(joint);
    match view.daypart(at).filter(|_| joint > idx + 1) {
        Some(daypart) if is_before_noon(daypart) => Some((named, at + 1)),
        Some(_) => None,
        None => Some((named, idx + 1)),
    }
}

/// Whether the hours behind midnight may be counted to a part of the day.
const fn is_before_noon(daypart: Daypart) -> bool {
    matches!(daypart, Daypart::SmallHours | Daypart::Dawn | Daypart::Morning)
}

/// The index behind the part of the day behind a day, where the hours behind midnight were told before it: the early
/// hours of Thursday *morning*.
#[must_use]
pub fn after_again(view: &View<'_>, named: Named, idx: usize) -> usize {
    let again = view.daypart(idx).filter(|daypart| is_before_noon(*daypart) && !view.has_conjunction(idx));
    idx + usize::from(named.daypart == Daypart::SmallHours && again.is_some())
}

/// The hours behind midnight of a part of the day that holds them; its beginning where it does not.
#[must_use]
pub fn of_part(clock: Clock) -> Clock {
    let small = clock::hours(Daypart::SmallHours);
    if clock.start < small.start + small.length { small } else { part::edged(clock, Some(Edge::Early)) }
}
