//! Times told from the day of writing: weekdays, yesterday, last month, two years ago.

use crate::extract::time::count;
use crate::extract::time::said::{Distance, Near, Scale, When};
use crate::extract::time::tense::{self, Tense};
use crate::extract::time::view::View;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::Function;
use crate::value::duration::Period;
use crate::value::number::Number;

/// The concept of Saturday and Sunday together.
const WEEKEND: &str = "weekend";

/// Longest weekday that counts as an abbreviation in a script with capitals.
const ABBREVIATION: usize = 3;

/// Reads a unit of the calendar told from now at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    weekend(view, idx).or_else(|| away(view, idx)).or_else(|| turn(view, idx))
}

/// Reads `last week`, `this month`, `العام المقبل`.
#[must_use]
pub fn turn(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let follows = view.language.grammar.adjective_after_noun;
    let (near, scale, next) = if let Some((scale, Form::One)) = view.scale(idx) {
        (view.near(idx + 1).filter(|_| follows)?, scale, idx + 2)
    } else {
        let near = view.near(idx).filter(|near| !follows || *near == Near::This)?;
        let (scale, form) = view.scale(idx + 1)?;
        let bounded = form == Form::One && !(near == Near::Last && view.is(idx + 2, Function::Of));
        (near, bounded.then_some(scale)?, idx + 2)
    };
    if view.is_year_word(next - 2) && view.year(next - 1).is_some() {
        return None;
    }
    let turns = match near {
        Near::Last => -1,
        Near::Next => 1,
        Near::This => 0,
        Near::Free | Near::Year(_) => return None,
    };
    (!matches!(scale, Scale::Day | Scale::Clock)).then_some((When::Turn(scale, turns), next))
}

fn weekend(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let is_it = |at: usize| view.get(at).is_some_and(|word| word.has_concept(WEEKEND));
    let end_of_week = view.is(idx, Function::End) && view.is_one(idx + 1, Scale::Week);
    if is_it(idx) || end_of_week {
        let idx = idx + usize::from(end_of_week);
        let near = view.near(idx + 1).filter(|_| view.language.grammar.adjective_after_noun);
        return Some((When::Weekend(near.unwrap_or(Near::Free)), idx + 1 + usize::from(near.is_some())));
    }
    let near = view.near(idx)?;
    is_it(idx + 1).then_some((When::Weekend(near), idx + 2))
}

/// Reads a day counted from today; a day of a series ("the first day") is none.
#[must_use]
pub fn day(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let day =
        view.meaning(idx, |meaning| if let Meaning::RelativeDay(day) = meaning { Some(*day) } else { None })?;
    let stuck = view.get(idx).is_some_and(|word| word.clitics.preposition.is_some() || word.clitics.pronoun);
    let led = idx > 0 && view.is_any(idx - 1, &[Function::In, Function::On, Function::Every, Function::Per]);
    let in_series =
        count::ordinal(view, idx + 1).is_some() || view.is_any(idx + 1, &[Function::Last, Function::Next]);
    if day == -1
        && view.language.grammar.adjective_after_noun
        && count::ordinal(view, idx + 1) == Some((1, idx + 2))
    {
        return Some((-2, idx + 2));
    }
    (!(day == 0 && (stuck || led || in_series || is_named(view, idx + 1)))).then_some((day, idx + 1))
}

/// Whether an adjective at `idx` makes a named day of the one before it: "the national day".
fn is_named(view: &View<'_>, idx: usize) -> bool {
    view.language.grammar.adjective_after_noun
        && view.get(idx).is_some_and(|word| word.clitics.article && !word.touches())
        && view
            .meaning(idx, |meaning| {
                matches!(meaning, Meaning::Concept(_) | Meaning::Demonym(_)).then_some(())
            })
            .is_some()
}

/// Reads a weekday with what says which one.
#[must_use]
pub fn weekday(view: &View<'_>, idx: usize) -> Option<(i8, Near, usize)> {
    let before = view.near(idx);
    let start = idx + usize::from(before.is_some());
    let by_day = view.is_one(start, Scale::Day) && weekday_name(view, start + 1).is_some();
    let start = start + usize::from(by_day);
    let day = weekday_name(view, start).filter(|_| view.is_proper(start))?;
    let short = is_abbreviated(view, start);
    if (short && !is_dated(view, idx, start)) || (!by_day && stands_for_number(view, start)) {
        return None;
    }
    let next = start + 1 + usize::from(short && view.sign(start + 1, ".") && view.touches(start + 1));
    if let Some(near) = before {
        return Some((day, near, next));
    }
    let follows = view.language.grammar.adjective_after_noun;
    let near = view.near(next).filter(|near| follows && *near != Near::This);
    Some((day, near.unwrap_or(Near::Free), next + usize::from(near.is_some())))
}

fn is_abbreviated(view: &View<'_>, idx: usize) -> bool {
    view.get(idx).is_some_and(|word| word.normal.is_ascii() && word.normal.len() <= ABBREVIATION)
}

/// Whether an abbreviated weekday at `start` stands where a date does.
fn is_dated(view: &View<'_>, idx: usize, start: usize) -> bool {
    let led = view.announced || (idx > 0 && view.is(idx - 1, Function::On));
    led || view.sign(start + 1, ".") || view.sign(start + 1, ",")
}

fn weekday_name(view: &View<'_>, idx: usize) -> Option<i8> {
    view.meaning(
        idx,
        |meaning| if let Meaning::Weekday(day) = meaning { i8::try_from(*day).ok() } else { None },
    )
}

/// Whether a word that is a weekday means a number or is part of a name: without an article, or before "of".
fn stands_for_number(view: &View<'_>, idx: usize) -> bool {
    let Some(word) = view.get(idx) else { return false };
    let number = view.meaning(idx, |meaning| matches!(meaning, Meaning::Cardinal(_)).then_some(())).is_some();
    let owned = word.clitics.pronoun && !word.normal.is_ascii();
    let weekday = weekday_name(view, idx).and_then(|day| u8::try_from(day).ok());
    let bare = weekday.is_some_and(|day| !view.is_definite(idx, &Meaning::Weekday(day)));
    owned
        || bare
        || (number && (!word.clitics.article || view.is_any(idx + 1, &[Function::From, Function::Among])))
}

/// Reads `24 years ago`, `منذ 24 عامًا`, `in two weeks`.
fn away(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    if view.is_any(idx, &[Function::Since, Function::Before]) {
        let (distance, next) = length(view, idx + 1)?;
        let other = [Function::From, Function::Of, Function::That, Function::Hence];
        return (!view.is_any(next, &other)).then_some((When::Away(negated(distance)?), next));
    }
    if view.is(idx, Function::After) {
        let (distance, next) = length(view, idx + 1)?;
        return is_from_now(view, next).then_some((When::Away(distance), next + 1));
    }
    if view.is(idx, Function::In) {
        let (distance, next) = length(view, idx + 1)?;
        let ahead = tense::around(view, idx..next) == Tense::Future;
        return ahead.then_some((When::Away(distance), next));
    }
    let (distance, next) =
        length(view, idx).or_else(|| length(view, idx + 1).filter(|_| view.is_stop(idx)))?;
    if view.is(next, Function::Ago) {
        return Some((When::Away(negated(distance)?), next + 1));
    }
    is_from_now(view, next).then_some((When::Away(distance), next + 1))
}

/// Whether the words count from the day of writing; a single word ("later") may count from another day.
fn is_from_now(view: &View<'_>, idx: usize) -> bool {
    view.is(idx, Function::Hence) && view.get(idx).is_some_and(|word| word.tokens.len() > 1)
}

fn negated(distance: Distance) -> Option<Distance> {
    Some(Distance { period: distance.period.times(Number::whole(-1))?, ..distance })
}

/// Reads a length of time that a distance can have, with its hedge.
fn length(view: &View<'_>, idx: usize) -> Option<(Distance, usize)> {
    let hedge =
        view.meaning(idx, |meaning| if let Meaning::Hedge(hedge) = meaning { Some(*hedge) } else { None });
    let start = idx + usize::from(hedge.is_some());
    let start = if hedge.is_some() { view.skip(start, &[Function::From]) } else { start };
    let (number, unit, next) = told_number(view, start).or_else(|| untold_number(view, start))?;
    let (scale, _) = view.scale(unit)?;
    let period = period(view, unit)?;
    let (number, next) = with_share(view, number, next);
    let step = period.times(number.written_precision().min(Number::ONE))?;
    Some((Distance { period: period.times(number)?, step, scale, hedge }, next))
}

/// Reads `24 عامًا`, `two and a half years`: the number, the place of the unit, the index behind.
fn told_number(view: &View<'_>, idx: usize) -> Option<(Number, usize, usize)> {
    let (number, next) = count::cardinal(view, idx)?;
    let (number, unit) = with_share(view, Number::whole(number.into()), next);
    view.scale(unit)?;
    (!view.has_conjunction(unit)).then_some((number, unit, unit + 1))
}

/// Reads a dual, which states two, or a singular, which states one.
fn untold_number(view: &View<'_>, idx: usize) -> Option<(Number, usize, usize)> {
    let (_, form) = view.scale(idx)?;
    let clitics = view.get(idx)?.clitics;
    if clitics.pronoun || clitics.article {
        return None;
    }
    let number = match form {
        Form::Two => Number::whole(2),
        Form::One => Number::ONE,
        Form::Many | Form::Past | Form::Present | Form::Fixed => return None,
    };
    let dated = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Weekday(_)
                | Meaning::Month(_)
                | Meaning::HijriMonth(_)
                | Meaning::RelativeDay(_)
                | Meaning::Ordinal(_)
        )
    };
    let continues = view.raw(idx + 1).is_some()
        || view.meaning(idx + 1, |meaning| dated(meaning).then_some(())).is_some();
    (!continues).then_some((number, idx, idx + 1))
}

/// Adds "and a half" at `idx` to a number.
fn with_share(view: &View<'_>, number: Number, idx: usize) -> (Number, usize) {
    let joint = view.skip_stop(view.skip(idx, &[Function::And]));
    let joined = joint > idx || view.has_conjunction(joint);
    let share = count::fraction(view, joint).filter(|_| joined).and_then(|share| number.plus(share));
    share.map_or((number, idx), |sum| (sum, joint + 1))
}

fn period(view: &View<'_>, idx: usize) -> Option<Period> {
    view.meaning(
        idx,
        |meaning| if let Meaning::Unit(code) = meaning { view.lexicon.units.period(code) } else { None },
    )
}
