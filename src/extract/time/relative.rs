//! Times told from the day of writing: weekdays, yesterday, last month, two years ago.

use crate::extract::time::count;
use crate::extract::time::date;
use crate::extract::time::said::{Distance, Near, Scale, When};
use crate::extract::time::tense::{self, Tense};
use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::Hedge;
use crate::text::token::TokenKind;
use crate::value::duration::Period;
use crate::value::number::Number;

/// The concept of Saturday and Sunday together.
const WEEKEND: &str = "weekend";

/// What a few are.
const FEW: i32 = 3;

/// Lengths that may add up to one distance: years to seconds.
const MAX_PARTS: usize = 7;

/// Longest weekday that counts as an abbreviation in a script with capitals.
const ABBREVIATION: usize = 3;

/// Reads a unit of the calendar told from now at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    weekend(view, idx)
        .or_else(|| rest(view, idx))
        .or_else(|| quarters(view, idx))
        .or_else(|| beyond(view, idx))
        .or_else(|| stretch(view, idx))
        .or_else(|| away(view, idx))
        .or_else(|| turn(view, idx))
        .or_else(|| now(view, idx))
}

/// Reads `right now`, `at present`, `الآن`. A single word that opens or joins a clause ("now the alliance
/// has grown") tells no time.
fn now(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let word = view.get(idx).filter(|word| word.is_function(Function::Now))?;
    let leads = [Function::From, Function::Until, Function::By, Function::And, Function::Since, Function::To];
    let led = view.announced || (idx > 0 && view.is_any(idx - 1, &leads) && !view.is(idx - 1, Function::And));
    let end =
        view.get(idx + 1).is_none_or(|next| [".", "!", "?", ";", ")"].iter().any(|sign| next.is_sign(sign)));
    let sign = |word: &Word| word.kind == TokenKind::Sign;
    let inside =
        idx > 0 && view.get(idx - 1).is_some_and(|word| !sign(word) && !word.is_function(Function::And));
    let joins = view.is_any(idx + 1, &[Function::That, Function::When]) || view.has_conjunction(idx);
    (word.tokens.len() > 1 || led || end || (inside && !joins)).then_some((When::Now, idx + 1))
}

/// Reads `the rest of the week`, `بقية العام`.
fn rest(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let start = view.skip_stop(view.skip(idx + 1, &[Function::Of]));
    let start = start + usize::from(view.near(start) == Some(Near::This) && !view.is(start, Function::Last));
    let today = is_today(view, start).then_some((Scale::Day, Form::One));
    let (scale, form) = view.scale(start).or(today).filter(|_| view.is(idx, Function::Rest))?;
    let calendar = matches!(scale, Scale::Week | Scale::Month | Scale::Year | Scale::Decade | Scale::Century);
    // "The rest of the day" of a date that was told is not the one of now.
    let day = scale == Scale::Day && view.anchor.is_none() && (start > idx + 1 || defined(view, start));
    let calendar = calendar || day;
    let end = start + 1;
    let near = view.near(end) == Some(Near::This) && view.language.grammar.adjective_after_noun;
    let joined = view.sign(end, "-") || view.raw(end).is_some();
    (calendar && form == Form::One && !joined).then_some((When::Rest(scale), end + usize::from(near)))
}

/// Reads `the past two quarters`, `previous three quarters`: whole ones.
fn quarters(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let near = view.near(idx).filter(|_| !view.language.grammar.adjective_after_noun)?;
    let (number, next) = count::cardinal(view, idx + 1)?;
    let quarter = count::fraction(view, next).filter(|share| Number::ratio(1, 4) == Some(*share));
    let many = view.get(next).is_some_and(|word| word.senses.iter().any(|sense| sense.form == Form::Many));
    let number = i8::try_from(number).ok().filter(|_| many && quarter.is_some())?;
    match near {
        Near::Last => Some((When::Turns(Scale::Quarter, number.checked_neg()?, -1), next + 1)),
        Near::Next | Near::Further => Some((When::Turns(Scale::Quarter, 1, number), next + 1)),
        Near::Free | Near::This | Near::Year(_) => None,
    }
}

/// Reads `the week after next`, `the year before last`, `العام قبل الماضي`.
fn beyond(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (scale, _) = view.scale(idx).filter(|(_, form)| *form == Form::One)?;
    let at = view.skip_stop(idx + 2);
    let turns = if view.is(idx + 1, Function::After) && view.near(at) == Some(Near::Next) {
        2
    } else if view.is(idx + 1, Function::Before) && view.near(at) == Some(Near::Last) {
        -2
    } else {
        return None;
    };
    // "The week before last Friday" counts from a day.
    let further = view.scale(at + 1).is_some() || weekday_name(view, at + 1).is_some();
    let calendar = !matches!(scale, Scale::Day | Scale::Clock) && !further;
    calendar.then_some((When::Turn(scale, turns), at + 1))
}

/// Reads `the past two years`, `next 3 weeks`, `الأيام الثلاثة الماضية`, `اليومين المقبلين`.
fn stretch(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let (near, distance, next) = if view.language.grammar.adjective_after_noun {
        stretch_behind(view, idx)?
    } else {
        let (near, distance, next) = stretch_before(view, idx)?;
        (near, distance, next)
    };
    let several =
        distance.period != distance.step || distance.hedge.is_some() || distance.scale == Scale::Clock;
    if !several || view.is_any(next, &[Function::Of, Function::Ago]) {
        return None;
    }
    // "Within the next three years" begins today.
    let before = if idx > 0 && view.is_stop(idx - 1) { idx - 1 } else { idx };
    let within = before > 0 && view.is(before - 1, Function::Within);
    let distance = match near {
        Near::Last => negated(distance)?,
        Near::Next | Near::Further if within => return Some((When::Within(distance), next)),
        Near::Next | Near::Further => distance,
        Near::Free | Near::This | Near::Year(_) => return None,
    };
    Some((When::Stretch(distance), next))
}

/// The word that says which way, before its length or between number and unit.
fn stretch_before(view: &View<'_>, idx: usize) -> Option<(Near, Distance, usize)> {
    if let Some(near) = view.near(idx).filter(|_| !view.is_governed_verb(idx)) {
        let told = length(view, idx + 1).filter(|_| told_number(view, idx + 1).is_some());
        let (distance, next) = told.or_else(|| hour(view, idx + 1))?;
        return Some((near, distance, next));
    }
    let (number, at) = count::cardinal(view, idx)?;
    let near = view.near(at)?;
    view.scale(at + 1).filter(|(_, form)| *form == Form::Many)?;
    let distance = distance_of(view, Number::whole(number.into()), at + 1)?;
    Some((near, distance, at + 2))
}

/// The word that says which way behind the length; "the last" may stand before it as well.
pub(super) fn stretch_behind(view: &View<'_>, idx: usize) -> Option<(Near, Distance, usize)> {
    if view.is(idx, Function::Latest) {
        let (distance, next) = length(view, idx + 1).filter(|_| told_number(view, idx + 1).is_some())?;
        return Some((Near::Last, distance, next));
    }
    let (distance, next) = if let Some((number, unit, next)) = told_number(view, idx) {
        (distance_of(view, number, unit)?, next)
    } else {
        let (_, form) = view.scale(idx)?;
        match form {
            Form::Two => (distance_of(view, Number::whole(2), idx)?, idx + 1),
            Form::Many => {
                let (number, next) = few(view, idx + 1).or_else(|| count::cardinal(view, idx + 1))?;
                (distance_of(view, Number::whole(number.into()), idx)?, next)
            }
            Form::One => hour(view, idx).filter(|_| defined(view, idx))?,
            Form::Past | Form::Present | Form::Fixed => return None,
        }
    };
    let near = view.near(next).filter(|_| !view.has_conjunction(next))?;
    Some((near, distance, next + 1))
}

/// The single hour of "the last hour"; "the last minute" is an idiom.
fn hour(view: &View<'_>, idx: usize) -> Option<(Distance, usize)> {
    let distance = distance_of(view, Number::ONE, idx).filter(|_| view.is_one(idx, Scale::Clock))?;
    (distance.period.seconds == Number::whole(3600)).then_some((distance, idx + 1))
}

/// Whether the unit is the one at hand: "the day", `اليوم`.
fn defined(view: &View<'_>, idx: usize) -> bool {
    view.get(idx).is_some_and(|word| word.clitics.article) || is_today(view, idx)
}

fn is_today(view: &View<'_>, idx: usize) -> bool {
    view.meaning(idx, |meaning| (*meaning == Meaning::RelativeDay(0)).then_some(())).is_some()
}

/// So many of the unit at `unit`.
fn distance_of(view: &View<'_>, number: Number, unit: usize) -> Option<Distance> {
    let (scale, _) = view.scale(unit)?;
    let step = period(view, unit)?;
    Some(Distance { period: step.times(number)?, step, scale, hedge: None })
}

/// Reads "a few", "several" as the least number that they are commonly used for.
fn few(view: &View<'_>, idx: usize) -> Option<(i32, usize)> {
    view.is(idx, Function::Few).then_some((FEW, idx + 1))
}

/// Reads `last week`, `this month`, `العام المقبل`.
#[must_use]
pub fn turn(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let follows = view.near_follows();
    let (near, scale, next) = if let Some((scale, Form::One)) = view.scale(idx) {
        let kept = scale == Scale::Year && view.is(idx + 1, Function::Fiscal);
        let at = idx + 1 + usize::from(kept);
        (view.near(at).filter(|_| follows)?, scale, at + 1)
    } else {
        let near = view.near(idx).filter(|near| !follows || *near == Near::This)?;
        let kept = view.is(idx + 1, Function::Fiscal) && view.is_one(idx + 2, Scale::Year);
        let unit = idx + 1 + usize::from(kept);
        let (scale, form) = view.scale(unit)?;
        let bounded = form == Form::One && !(near == Near::Last && view.is(unit + 1, Function::Of));
        (near, bounded.then_some(scale)?, unit + 1)
    };
    if view.is_year_word(next - 2) && view.year(next - 1).is_some() {
        return None;
    }
    let turns = match near {
        Near::Last => -1,
        Near::Next | Near::Further => 1,
        Near::This => 0,
        Near::Free | Near::Year(_) => return None,
    };
    (!matches!(scale, Scale::Day | Scale::Clock)).then_some((When::Turn(scale, turns), next))
}

fn weekend(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let is_it = |at: usize| view.get(at).is_some_and(|word| word.has_concept(WEEKEND));
    let this = view.near_follows() && view.near(idx + 1) == Some(Near::This);
    if this && view.is(idx, Function::End) && view.is_one(idx + 2, Scale::Week) {
        return Some((When::Weekend(Near::This), idx + 3));
    }
    let end_of_week = view.is(idx, Function::End) && view.is_one(idx + 1, Scale::Week);
    if is_it(idx) || end_of_week {
        let idx = idx + usize::from(end_of_week);
        let near = view.near(idx + 1).filter(|_| view.near_follows());
        return Some((When::Weekend(near.unwrap_or(Near::Free)), idx + 1 + usize::from(near.is_some())));
    }
    let near = view.near(idx)?;
    is_it(idx + 1).then_some((When::Weekend(near), idx + 2))
}

/// Whether the word is that for "today", which in some languages is "the day" as well.
#[must_use]
pub fn is_day_or_today(view: &View<'_>, idx: usize) -> bool {
    view.meaning(idx, |meaning| (*meaning == Meaning::RelativeDay(0)).then_some(())).is_some()
}

/// Words that make one of a series of the day before them.
const BESIDE_DAY: [Function; 4] = [Function::Last, Function::Next, Function::Previous, Function::Following];

/// Reads a day counted from today; a day of a series ("the first day") is none.
#[must_use]
pub fn day(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let day =
        view.meaning(idx, |meaning| if let Meaning::RelativeDay(day) = meaning { Some(*day) } else { None })?;
    let owned = |word: &Word| word.clitics.pronoun && !word.normal.is_ascii();
    let stuck = view.get(idx).is_some_and(|word| word.clitics.preposition.is_some() || owned(word));
    let led = idx > 0 && view.is_any(idx - 1, &[Function::In, Function::On, Function::Every, Function::Per]);
    // "That night" is one told before.
    let led = led || (idx > 0 && view.is(idx - 1, Function::Same) && view.daypart(idx).is_some());
    let in_series = count::ordinal(view, idx + 1).is_some() || view.is_any(idx + 1, &BESIDE_DAY);
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
    let dates = |at: usize| view.raw(at).is_some() || date::month(view, at).is_some();
    led || view.sign(start + 1, ".") || (view.sign(start + 1, ",") && dates(start + 2))
}

pub(super) fn weekday_name(view: &View<'_>, idx: usize) -> Option<i8> {
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
        if is_from_now(view, next) {
            return Some((When::Away(distance), next + 1));
        }
        let other = [Function::From, Function::Of, Function::That];
        let ahead = !view.is_any(next, &other) && tense::around(view, idx..next) == Tense::Future;
        return ahead.then_some((When::Away(distance), next));
    }
    if view.is_any(idx, &[Function::In, Function::Within]) {
        let (distance, next) = length(view, idx + 1)?;
        let ahead = tense::around(view, idx..next) == Tense::Future || view.is_all(&(idx..next));
        let when = if view.is(idx, Function::Within) { When::Within(distance) } else { When::Away(distance) };
        return ahead.then_some((when, next));
    }
    let (distance, next) = length(view, idx)
        .or_else(|| length(view, idx + 1).filter(|_| view.is_stop(idx) && view.near(idx).is_none()))?;
    if view.is(next, Function::Ago) {
        return Some((When::Away(negated(distance)?), next + 1));
    }
    let later = view.is(next, Function::Later) && distance.scale == Scale::Clock && view.anchor.is_none();
    if later && (tense::around(view, idx..next) == Tense::Future || view.is_all(&(idx..next + 1))) {
        return Some((When::Away(distance), next + 1));
    }
    is_from_now(view, next).then_some((When::Away(distance), next + 1))
}

/// Whether the words count from the day of writing.
fn is_from_now(view: &View<'_>, idx: usize) -> bool {
    view.is(idx, Function::Hence)
}

fn negated(distance: Distance) -> Option<Distance> {
    Some(Distance { period: distance.period.times(Number::whole(-1))?, ..distance })
}

/// Reads a length of time that a distance can have, with its hedge.
pub(super) fn length(view: &View<'_>, idx: usize) -> Option<(Distance, usize)> {
    let hedge =
        view.meaning(idx, |meaning| if let Meaning::Hedge(hedge) = meaning { Some(*hedge) } else { None });
    let start = idx + usize::from(hedge.is_some());
    let start = if hedge.is_some() { view.skip(start, &[Function::From]) } else { start };
    let article = start + usize::from(view.is(start, Function::Per) && view.is_stop(start));
    let (number, unit, next) = told_number(view, start)
        .or_else(|| told_share(view, article))
        .or_else(|| untold_number(view, article))?;
    let (scale, _) = view.scale(unit)?;
    let period = period(view, unit)?;
    let (number, next) = with_share(view, number, next);
    let step = period.times(number.written_precision().min(Number::ONE))?;
    let hedge = hedge.or_else(|| few(view, start).map(|_| Hedge::About));
    let distance = Distance { period: period.times(number)?, step, scale, hedge };
    let (distance, end) = summed(view, distance, period, next);
    // "Two or three days ago" is neither two days ago nor three.
    let other = view.scale(end + 1).is_some() || count::cardinal(view, end + 1).is_some();
    (!(view.is(end, Function::Or) && other)).then_some((distance, end))
}

/// Adds the smaller units that follow: `2 years, 1 month and 21 days`.
fn summed(view: &View<'_>, mut distance: Distance, mut unit: Period, mut end: usize) -> (Distance, usize) {
    let length = |period: Period| period.bounds().map(|(_, longest)| longest);
    for _ in 0..MAX_PARTS {
        let comma = view.skip_sign(end, &[","]);
        let joint = view.skip(comma, &[Function::And]);
        let joined = joint > end || view.has_conjunction(joint);
        let told =
            count::cardinal(view, joint).map(|(number, at)| (Number::whole(number.into()), at, at + 1));
        let Some((number, at, next)) = told.or_else(|| untold_number(view, joint).filter(|_| joined)) else {
            break;
        };
        let (Some(smaller), Some((scale, _))) = (period(view, at), view.scale(at)) else { break };
        let sum = smaller.times(number).and_then(|part| distance.period.plus(part));
        let Some(sum) = sum.filter(|_| length(smaller) < length(unit)) else { break };
        distance = Distance { period: sum, step: smaller, scale, ..distance };
        (unit, end) = (smaller, next);
    }
    (distance, end)
}

/// Reads `24 عامًا`, `two and a half years`: the number, the place of the unit, the index behind.
fn told_number(view: &View<'_>, idx: usize) -> Option<(Number, usize, usize)> {
    let told = few(view, idx).or_else(|| count::cardinal(view, idx)).or_else(|| count::multiple(view, idx));
    let told = told.map(|(number, next)| (Number::whole(number.into()), next));
    let (number, next) = told.or_else(|| count::decimal(view, idx))?;
    let (number, unit) = with_share(view, number, next);
    view.scale(unit)?;
    (!view.has_conjunction(unit)).then_some((number, unit, unit + 1))
}

/// Reads `half an hour`, `a quarter of an hour`, `نصف ساعة`.
fn told_share(view: &View<'_>, idx: usize) -> Option<(Number, usize, usize)> {
    let share = count::fraction(view, idx)?;
    let of = view.skip(idx + 1, &[Function::Of]);
    let unit = of + usize::from(view.is(of, Function::Per) && view.is_stop(of));
    let (_, form) = view.scale(unit).filter(|_| !view.has_conjunction(unit))?;
    let owned = view.get(unit).is_some_and(|word| word.clitics.article || word.clitics.pronoun);
    (form == Form::One && !owned).then_some((share, unit, unit + 1))
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
    // "يوم واحد" and "يومين اثنين" say their number twice.
    let again = count::cardinal(view, idx + 1).filter(|(again, _)| {
        view.language.grammar.adjective_after_noun
            && !view.has_conjunction(idx + 1)
            && view.raw(idx + 1).is_none()
            && Number::whole((*again).into()) == number
    });
    (!continues).then_some((number, idx, again.map_or(idx + 1, |(_, next)| next)))
}

/// Adds "and a half" at `idx` to a number.
fn with_share(view: &View<'_>, number: Number, idx: usize) -> (Number, usize) {
    let joint = view.skip_stop(view.skip(idx, &[Function::And]));
    let joined = joint > idx || view.has_conjunction(joint);
    let share = count::fraction(view, joint).filter(|_| joined).and_then(|share| number.plus(share));
    share.map_or((number, idx), |sum| (sum, joint + 1))
}

/// The length of the unit of time at `idx`.
pub(super) fn period(view: &View<'_>, idx: usize) -> Option<Period> {
    view.meaning(
        idx,
        |meaning| if let Meaning::Unit(code) = meaning { view.lexicon.units.period(code) } else { None },
    )
}
