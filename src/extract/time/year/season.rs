//! Seasons.

use crate::extract::time::nth;
use crate::extract::time::said::{Near, When};
use crate::extract::time::view::View;
use crate::extract::time::year;
use crate::extract::time::year::tail;
use crate::extract::time::year::tail::Tail;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::calendar::Season;
use crate::lexicon::schema::function::Function;
use crate::value::time::Part;

/// Reads `summer 2024`, `last winter`, `الصيف الماضي`.
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let before = view.near(idx);
    let start = idx + usize::from(before.is_some());
    let season = view.meaning_of(Class::Calendar, start, |meaning| {
        if let Meaning::Season(season) = meaning { Some(number_of(*season)) } else { None }
    })?;
    // "This fall in prices" is no season.
    let drop = !view.only(start, |meaning| matches!(meaning, Meaning::Season(_)))
        && view.is_any(start + 1, &[Function::In, Function::Of, Function::To, Function::From]);
    if let Some(near) = before.filter(|_| !drop) {
        return Some((When::Season(season, near), start + 1));
    }
    match tail::read(view, start + 1).filter(|(_, next)| year::is_uncounted(view, *next, true)) {
        Some((Tail::Year(year), next)) => Some((When::Fixed(Part::Season(year, season)), next)),
        Some((Tail::Near(near), next)) => Some((When::Season(season, near), next)),
        None => alone(view, start).then_some((When::Season(season, Near::Free), start + 1)),
    }
}

/// Whether the season at `idx` is that of some year: "in the summer", `في الصيف`; "a summer" is none.
fn alone(view: &View<'_>, idx: usize) -> bool {
    let leads =
        [Function::In, Function::During, Function::Since, Function::For, Function::Until, Function::By];
    let plain = view.only(idx, |meaning| matches!(meaning, Meaning::Season(_)));
    let ends = nth::stands_alone(view, idx + 1);
    if view.announced && plain {
        return true;
    }
    if view.language.grammar.adjective_after_noun {
        let stuck = view.get(idx).is_some_and(|word| word.clitics.article);
        return plain && stuck && ends && idx > 0 && view.is_any(idx - 1, &leads);
    }
    // "The summer" by itself is that of some year; "the fall" and "the spring" are other things as well.
    let article = idx > 0 && view.skip_article(idx - 1) == idx && !view.is(idx - 1, Function::Per);
    plain && ends && (article || (idx > 1 && view.is_stop(idx - 1) && view.is_any(idx - 2, &leads)))
}

const fn number_of(season: Season) -> i8 {
    match season {
        Season::Spring => 1,
        Season::Summer => 2,
        Season::Autumn => 3,
        Season::Winter => 4,
    }
}
