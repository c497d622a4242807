//! Sets of times: `every Monday`, `each year`, `every three days`, `once a week`, `daily`, `كل يوم`.
//!
//! The value is the distance between two of them, or the weekday; a time of day beside it is read by itself.

use crate::extract::time::count;
use crate::extract::time::date;
use crate::extract::time::date::month;
use crate::extract::time::nth;
use crate::extract::time::relative::distance;
use crate::extract::time::relative::weekday;
use crate::extract::time::said::{Near, Scale, When};
use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form as Shape, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::duration::{Duration, Period};
use crate::value::number::Number;
use crate::value::time::{Part, Time};
use std::ops::Range;

/// Concepts that say how often begin with this; the code of a unit or the number of a weekday follows.
const EVERY: &str = "every-";

/// What follows it for parts of a day.
const PARTS: &str = "part";

/// Concepts of the sums of a firm's books.
const BOOKED: [&str; 5] = ["dividend", "loss", "profit", "results", "revenue"];

/// A set that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Set {
    /// Its words, as indices into their paragraph.
    pub words: Range<usize>,
    /// How far its times are apart, or their weekday.
    pub value: Value,
}

/// Reads a set at `idx`.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<Set> {
    let (value, next) = named(view, idx)
        .or_else(|| every(view, idx))
        .or_else(|| once(view, idx))
        .or_else(|| parts_of_weekday(view, idx))
        .or_else(|| day_of_every(view, idx))
        .or_else(|| weekday_of_every(view, idx))?;
    Some(Set { words: idx..next, value })
}

fn apart(period: Period) -> Value {
    Value::Duration(Duration::new(Form::Exactly(period)))
}

fn on(weekday: i8) -> Value {
    Value::Time(Time::from(Part::Weekday(weekday)))
}

/// What a word says that means "so often": the rest of its concept's id.
fn often(view: &View<'_>, idx: usize) -> Option<String> {
    view.meaning_of(Class::Timely, idx, |meaning| {
        let Meaning::Concept(id) = meaning else { return None };
        id.strip_prefix(EVERY).map(ToOwned::to_owned)
    })
}

/// Reads `daily`, `annually`, `Mondays`, `weekends`, `أيام الاثنين`.
fn named(view: &View<'_>, idx: usize) -> Option<(Value, usize)> {
    let how = often(view, idx)?;
    if let Ok(weekday) = how.parse::<i8>() {
        // "The Tuesdays 10/12" are that day.
        return (view.is_capital(idx) && view.raw(idx + 1).is_none()).then(|| (on(weekday), idx + 1));
    }
    // What is counted or paid by the day is a rate, which the quantity says.
    let counted =
        |back: usize| idx.checked_sub(back).is_some_and(|at| view.raw(at).is_some() || is_measure(view, at));
    let rated = counted(1) || counted(2);
    // "The party daily Farol" is a paper.
    let named = view.get(idx + 1).is_some_and(|word| word.capital && !view.small) && !view.is_capital(idx);
    if named && idx > 0 && view.language.grammar.capitals {
        return None;
    }
    if !how.starts_with(['d', 'h']) && reported(view, idx + 1) {
        return None;
    }
    let told = idx > 0 && (view.near(idx - 1).is_some() || count::cardinal(view, idx - 1).is_some());
    let value = match how.as_str() {
        PARTS => return None,
        "weekday" => Value::Time(Time::between(Part::Weekday(1), Part::Weekday(5))),
        "weekend" => Value::Time(Time::between(Part::Weekday(6), Part::Weekday(7))),
        _ => {
            // "Every hour" is one word where it stands so in the lexicon: `كل ساعة ونصف`.
            let (number, end) = distance::with_share(view, Number::ONE, idx + 1);
            return (!rated && !told).then_some((apart(step(view, &how)?.times(number)?), end));
        }
    };
    (!rated && !told).then_some((value, idx + 1))
}

/// Whether a sum of a firm's books stands at `idx`, perhaps behind an adjective: a quarterly dividend is the
/// one of a quarter, and no more often than that.
fn reported(view: &View<'_>, idx: usize) -> bool {
    let sum =
        |at: usize| view.get(at).is_some_and(|word| BOOKED.iter().any(|concept| word.has_concept(concept)));
    let plain = view.get(idx).is_some_and(|word| word.kind == TokenKind::Word);
    let noun = view.is(idx, Function::Of);
    !view.language.grammar.adjective_after_noun && (noun || sum(idx) || (plain && sum(idx + 1)))
}

/// The distance that an id gives: a unit, perhaps behind its number (`3mo`).
fn step(view: &View<'_>, how: &str) -> Option<Period> {
    let (number, code) = how.split_at(how.find(|letter: char| !letter.is_ascii_digit())?);
    let number = if number.is_empty() { 1 } else { number.parse().ok()? };
    view.lexicon.units.period(code)?.times(Number::whole(number))
}

/// Reads `once a week`, `once every two years`, `مرة كل عامين`, `مرة سنويا`.
fn once(view: &View<'_>, idx: usize) -> Option<(Value, usize)> {
    view.meaning_of(Class::Number, idx, |meaning| (*meaning == Meaning::Times(1)).then_some(()))?;
    // Three times a week is no once.
    let is_number = |word: &Word| word.kind == TokenKind::Digits || word.summary.is(Class::Number);
    if idx.checked_sub(1).and_then(|before| view.get(before)).is_some_and(is_number) {
        return None;
    }
    let start = idx + 1 + usize::from(view.meaning(idx + 1, is_one).is_some());
    if let Some((value, next)) = every(view, start) {
        return Some((value, next));
    }
    let joint = if view.language.grammar.adjective_after_noun {
        view.is(start, Function::In)
    } else {
        view.is(start, Function::Per)
    };
    if let Some(how) = often(view, start) {
        return Some((apart(step(view, &how)?), start + 1));
    }
    let unit = start + usize::from(joint);
    view.scale(unit).filter(|(_, shape)| joint && *shape == Shape::One)?;
    Some((apart(distance::period(view, unit)?), unit + 1))
}

fn is_one(meaning: &Meaning) -> Option<()> {
    (*meaning == Meaning::Cardinal(1)).then_some(())
}

/// Reads `Friday nights`.
fn parts_of_weekday(view: &View<'_>, idx: usize) -> Option<(Value, usize)> {
    let weekday = weekday::name(view, idx).filter(|_| view.is_proper(idx))?;
    let parts = often(view, idx + 1).is_some_and(|how| how == PARTS);
    parts.then(|| (on(weekday), idx + 2))
}

/// Reads `the 19th of every month`.
fn day_of_every(view: &View<'_>, idx: usize) -> Option<(Value, usize)> {
    let (_, next) = count::ordinal(view, idx).or_else(|| count::cardinal(view, idx))?;
    let joint = view.skip(next, &[Function::Of, Function::From]);
    let (value, end) = every(view, joint).filter(|_| joint > next)?;
    let month = view.is_one(end - 1, Scale::Month);
    month.then_some((value, end))
}

/// Most weekdays of every week that are listed.
const LISTED: usize = 6;

/// Reads the weekdays of `Sunday and Tuesday of every week`, each by itself, and `the first Sunday of every month`.
fn weekday_of_every(view: &View<'_>, idx: usize) -> Option<(Value, usize)> {
    let every_behind = |at: usize, scale: Scale| {
        let joint = view.skip(at, &[Function::Of, Function::From, Function::In]);
        let (value, end) = every(view, joint).filter(|_| joint > at)?;
        view.is_one(end - 1, scale).then_some((value, end))
    };
    let day = |at: usize| {
        let at = at + usize::from(view.scale(at).is_some_and(|(scale, _)| scale == Scale::Day));
        weekday::name(view, at).filter(|_| view.is_proper(at)).map(|name| (name, at + 1))
    };
    let ranked = || {
        let before = || nth::rank(view, idx).and_then(|(_, next)| day(next)).map(|(_, next)| next);
        let behind = || {
            let (_, next) = day(idx).filter(|_| view.language.grammar.adjective_after_noun)?;
            nth::rank(view, next).map(|(_, next)| next)
        };
        every_behind(before().or_else(behind)?, Scale::Month)
    };
    if let Some(found) = ranked() {
        return Some(found);
    }
    let (first, next) = day(idx)?;
    let mut at = next;
    for _ in 0..LISTED {
        if let Some((_, end)) = every_behind(at, Scale::Week) {
            return Some((on(first), if at == next { end } else { next }));
        }
        let joint = view.skip(view.skip_sign(at, &[","]), &[Function::And]);
        at = day(joint).filter(|_| joint > at || view.has_conjunction(joint))?.1;
    }
    None
}

fn is_measure(view: &View<'_>, idx: usize) -> bool {
    let counts = |meaning: &Meaning| {
        matches!(
            meaning,
            Meaning::Unit(_)
                | Meaning::Currency(_)
                | Meaning::Scale(_)
                | Meaning::Times(_)
                | Meaning::Percent
        )
    };
    view.meaning(idx, |meaning| counts(meaning).then_some(())).is_some()
}

/// Reads `every day`, `each Monday`, `every 4 July`, `every other week`, `every three years`, `كل يومين`.
fn every(view: &View<'_>, idx: usize) -> Option<(Value, usize)> {
    // "All day" lasts; the words for "each one" alone make a set.
    let follows = |word: &Word| {
        let whole = !word.clitics.article && word.normal.ends_with(&word.stem);
        view.language.grammar.adjective_after_noun && whole && !word.normal.is_ascii()
    };
    let makes_set = view.get(idx).is_some_and(follows) || view.is(idx, Function::Per);
    if !view.is(idx, Function::Every) || !makes_set {
        return None;
    }
    let other = view.is(idx + 1, Function::Other);
    let start = idx + 1 + usize::from(other);
    let named = start + usize::from(view.is_one(start, Scale::Day));
    // "Every one" is the name of a day in some languages.
    let only_day = named > start
        || !view.language.grammar.adjective_after_noun
        || view.only(named, |meaning| matches!(meaning, Meaning::Weekday(_)));
    if let Some(weekday) = weekday::name(view, named).filter(|_| only_day && view.is_proper(named)) {
        return Some((on(weekday), named + 1));
    }
    if view.daypart(idx + 1).is_some() && !has_article(view, idx + 1) {
        return Some((apart(Period::days(1)), idx + 2));
    }
    let inner = View { announced: true, ..*view };
    if let Some((When::Day(month, day, Near::Free), next)) = date::read(&inner, named).filter(|_| !other) {
        return Some((Value::Time(Time::from(Part::DayOfYear(month, day))), next));
    }
    let plain = !view.language.grammar.adjective_after_noun
        || view.only(start, |meaning| matches!(meaning, Meaning::Month(_)));
    if let Some((month, next)) = month::read(view, start).filter(|_| plain && view.is_proper(start) && !other)
    {
        return Some((Value::Time(Time::from(Part::MonthOfYear(month))), next));
    }
    if let Some((share, unit, end)) = distance::told_share(view, start).filter(|_| !other) {
        return Some((apart(distance::period(view, unit)?.times(share)?), end));
    }
    let (number, unit) = if other { (2, start) } else { count::cardinal(view, start).unwrap_or((1, start)) };
    let (_, shape) = view.scale(unit).filter(|_| !has_article(view, unit))?;
    let told = unit > start || other;
    let number = match shape {
        Shape::Two => 2,
        Shape::Many if !told && !in_larger(view, unit) => return None,
        Shape::One | Shape::Many => number,
        Shape::Past | Shape::Present | Shape::Fixed => return None,
    };
    let (number, end) = distance::with_share(view, Number::whole(number.into()), unit + 1);
    Some((apart(distance::period(view, unit)?.times(number)?), end))
}

/// Whether a larger unit follows, of which all are meant: `جميع أيام الأسبوع`.
fn in_larger(view: &View<'_>, unit: usize) -> bool {
    view.scale(unit + 1).is_some_and(|(_, shape)| shape == Shape::One)
}

/// Whether something is stuck to a word that no counted unit has.
fn has_article(view: &View<'_>, idx: usize) -> bool {
    view.get(idx).is_some_and(|word| {
        word.clitics.article || word.clitics.pronoun || word.clitics.preposition.is_some()
    })
}
