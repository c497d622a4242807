//! The longer part of the calendar that holds one of a series.

use crate::extract::time::anchored::beside;
use crate::extract::time::date;
use crate::extract::time::nth;
use crate::extract::time::relative::turn;
use crate::extract::time::said::{Scale, When, Whole};
use crate::extract::time::view::View;
use crate::extract::time::year;
use crate::extract::time::year::decade;
use crate::extract::time::year::spelled;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::value::time::Part;

/// Whether decades are counted in it.
pub const fn is_century(whole: Whole) -> bool {
    matches!(whole, Whole::Part(Part::Century(_)) | Whole::Turn(Scale::Century, _))
}

/// The longer part that a rank at hand lies in, at `idx`.
pub fn whole_of(view: &View<'_>, idx: usize) -> Option<(Whole, usize)> {
    let joint = view.skip(idx, &[Function::Of, Function::From, Function::In, Function::During]);
    let stuck = view.get(idx).is_some_and(|word| word.clitics.preposition.is_some());
    let turned = view.language.grammar.adjective_after_noun && turn::turn(view, joint).is_some();
    let joined = joint > idx || stuck || turned || view.near(idx).is_some();
    whole(view, nth::after_article(view, joint)).filter(|_| joined)
}

/// The longer part at `idx`; "the month" and "the year" by themselves are those of now.
pub fn whole(view: &View<'_>, idx: usize) -> Option<(Whole, usize)> {
    let spelled = || spelled::read(view, idx).map(|(year, next)| (When::Fixed(Part::Year(year)), next));
    if let Some((when, next)) = date::read(view, idx)
        .or_else(|| decade::read(view, idx))
        .or_else(|| year::told_year(view, idx))
        .or_else(spelled)
    {
        return if let When::Fixed(
            part @ (Part::Month(..) | Part::Year(_) | Part::Decade(_) | Part::Century(_)),
        ) = when
        {
            Some((Whole::Part(part), next))
        } else if let When::Month(month, near) = when {
            Some((Whole::Month(month, near), next))
        } else {
            None
        };
    }
    let long = [Scale::Month, Scale::Year, Scale::Decade, Scale::Century];
    if let Some((When::Turn(scale, turns), next)) = turn::turn(view, idx)
        && long.contains(&scale)
    {
        return Some((Whole::Turn(scale, turns), next));
    }
    if let Some(year) = view.year(idx) {
        return Some((Whole::Part(Part::Year(year)), view.after_year(idx)));
    }
    let (scale, _) = view.scale(idx).filter(|(_, form)| *form == Form::One)?;
    let defined = view.has_article(idx)
        || (idx > 0 && view.is_stop(idx - 1) && !view.language.grammar.adjective_after_noun);
    let defined = defined && !view.is_described(idx);
    if let Some((part @ (Part::Month(..) | Part::Year(_)), next)) = beside::same(view, idx) {
        return Some((Whole::Part(part), next));
    }
    (matches!(scale, Scale::Month | Scale::Year) && defined).then_some((Whole::Turn(scale, 0), idx + 1))
}
