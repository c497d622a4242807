//! Days of a month by their number alone: `the 15th of next month`, `Tuesday the 19th`, `on the 15th`.

use crate::extract::time::anchored::beside;
use crate::extract::time::clock;
use crate::extract::time::count;
use crate::extract::time::date;
use crate::extract::time::date::month;
use crate::extract::time::nth;
use crate::extract::time::nth::whole;
use crate::extract::time::relative::weekday;
use crate::extract::time::said::{Item, Near, Nth, Scale, Whole};
use crate::extract::time::view::View;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::value::time::Part;

/// Reads `20th of next month`, `the 15th day of this month`, `20 من الشهر المقبل`.
pub fn numbered(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let told = idx + usize::from(is_plain_day(view, idx));
    let (rank, next) = date::day_number(view, told)?;
    let led = told > idx || (view.is_announced(told) && view.raw(told).is_some());
    if let Some(found) = of_month_alone(view, rank, next, led) {
        return Some(found);
    }
    let named = next + usize::from(view.is_one(next, Scale::Day));
    let start = nth::after_article(view, view.skip(named, &[Function::Of, Function::From]));
    let joined = start > named || view.near(start).is_some();
    let (of, end) = whole::whole(view, start).filter(|_| joined)?;
    let same = || beside::same(view, start).is_some_and(|(part, _)| Whole::Part(part) == of);
    let month = matches!(of, Whole::Turn(Scale::Month, _))
        || (matches!(of, Whole::Part(Part::Month(..))) && same())
        || (named > next && !matches!(of, Whole::Part(Part::Year(_)) | Whole::Turn(..)));
    month.then_some((Nth { rank, count: 1, what: Item::Day, of }, end))
}

/// Reads `في 12 الجاري`, `الخامس عشر من الجاري`: the word that says which month stands for the month itself.
fn of_month_alone(view: &View<'_>, rank: i8, idx: usize, led: bool) -> Option<(Nth, usize)> {
    let at = view.skip(idx, &[Function::Of, Function::From]);
    let follows = view.near_follows() && !view.has_conjunction(at);
    let turns = match view.near(at).filter(|_| follows)? {
        Near::This => 0,
        Near::Last => -1,
        Near::Next | Near::Further => 1,
        Near::Free | Near::Year(_) => return None,
    };
    let of = Whole::Turn(Scale::Month, turns);
    let alone = nth::stands_alone(view, at + 1) || view.has_conjunction(at + 1);
    (alone && (led || at > idx)).then_some((Nth { rank, count: 1, what: Item::Day, of }, at + 1))
}

/// Reads `Tuesday the 19th`, `Friday 15`, `الثلاثاء التاسع عشر من هذا الشهر`.
pub fn on_weekday(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let by_day = view.is_one(idx, Scale::Day) && weekday::name(view, idx + 1).is_some();
    let start = idx + usize::from(by_day);
    let weekday = weekday::name(view, start).filter(|_| view.is_proper(start))?;
    let weekday_meaning = Meaning::Weekday(u8::try_from(weekday).ok()?);
    let stop = view.sign(start + 1, ".") && view.touches(start + 1);
    let behind = view.skip_sign(start + 1 + usize::from(stop), &[","]);
    let at =
        if view.is_any(behind, &[Function::In, Function::For]) { behind } else { view.skip_stop(behind) };
    let (rank, next) = date::day_number(view, at).filter(|_| !view.has_conjunction(at))?;
    if !view.is_definite(start, &weekday_meaning) || month::read(view, next).is_some() {
        return None;
    }
    if let Some((of, end)) = whole_behind(view, next) {
        return Some((Nth { rank, count: 1, what: Item::Day, of }, end));
    }
    // "Monday 3 people" counts; in Arabic the first Sunday and the 1st cannot be told apart.
    let low = view.language.grammar.adjective_after_noun && rank <= 10;
    (!low && (nth::stands_alone(view, next) || clock::follows(view, next)))
        .then_some((Nth { rank, count: 1, what: Item::DayOn(weekday), of: Whole::AnyMonth }, next))
}

/// The month behind a day of it that is told from now: `of next month`, `من الشهر الجاري`.
#[must_use]
pub fn whole_behind(view: &View<'_>, idx: usize) -> Option<(Whole, usize)> {
    let start = view.skip(idx, &[Function::Of, Function::From]);
    match whole::whole(view, start) {
        Some((of @ Whole::Turn(Scale::Month, _), end)) if start > idx || view.near(idx).is_some() => {
            Some((of, end))
        }
        _ => None,
    }
}

/// Reads `on the 15th`, `يوم 27`: a day of an untold month, where nothing is counted.
pub fn alone(view: &View<'_>, idx: usize) -> Option<(Nth, usize)> {
    let follows = view.language.grammar.adjective_after_noun;
    let marked = count::ordinal(view, idx).is_some();
    let before = |functions: &[Function]| idx > 0 && view.is_any(idx - 1, functions);
    let behind_article =
        |functions: &[Function]| idx > 1 && view.is_stop(idx - 1) && view.is_any(idx - 2, functions);
    let led = if follows {
        view.is_one(idx, Scale::Day) && view.raw(idx + 1).is_some() && !view.get(idx)?.clitics.article
    } else {
        let leads = [Function::On, Function::For, Function::Until, Function::By, Function::Since];
        let bare = marked && view.raw(idx).is_some() && before(&[Function::On]);
        bare || behind_article(if marked { &leads } else { &[Function::On] })
    };
    let (rank, next) = date::day_number(view, idx + usize::from(follows && led))?;
    // "On 15 at 8:00", "8 pm on 15".
    let timed = clock::follows(view, next);
    let ends = nth::stands_alone(view, next);
    let leads: &[Function] = if follows || marked { &[Function::In] } else { &[Function::On] };
    let near_clock = before(leads) || behind_article(leads);
    let clock_end = idx.checked_sub(2 + usize::from(behind_article(leads)));
    let behind_clock = ends && clock_end.and_then(|end| view.daypart(end)).is_some();
    let told = (led && (timed || ends)) || (near_clock && (timed || behind_clock));
    told.then_some((Nth { rank, count: 1, what: Item::Day, of: Whole::AnyMonth }, next))
}

/// Whether the word is "day" without article or owner, which in some languages leads its number.
fn is_plain_day(view: &View<'_>, idx: usize) -> bool {
    let stuck = view.get(idx).is_some_and(|word| word.clitics.article || word.clitics.pronoun);
    view.language.grammar.adjective_after_noun && view.is_one(idx, Scale::Day) && !stuck
}
