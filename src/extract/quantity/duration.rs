//! Lengths of time: numbers of hours, days or years, their sums and halves.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

pub mod aged;

use crate::extract::mention::{Dimension, Mention};
use crate::extract::number::Numeral;
use crate::extract::quantity::{Scene, bare, behind, fraction, hedged_after, measure, noun, without_prefix};
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form as Shape, Id, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::duration::{Duration, Period};
use crate::value::number::Number;
use std::borrow::Cow;

/// Parts that one length of time may have: years to seconds.
const MAX_PARTS: usize = 7;

/// The concept of how a length of time runs.
const SPAN: &str = "span-sort";

/// The code of metres.
const METRES: &str = "m";

/// The code of days.
const DAYS: &str = "d";

/// The concept of what lacks nothing.
const FULL: &str = "full-complete";

/// The length of time that a numeral states; an age is a quantity, since nothing lasts so long.
#[must_use]
pub fn mention(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    let mention = length(scene, &unsigned(numeral))?;
    let dimension = if is_age(scene, &mention) { Dimension::Quantity } else { mention.dimension };
    Some(Mention { dimension, ..mention })
}

/// Words before "one day" that make it a day to come.
const TO_COME: [Function; 5] =
    [Function::Will, Function::Can, Function::May, Function::That, Function::Expected];

/// Whether one day in words is some day: behind a word of what may be or before a verb, in a language whose article
/// counts one else. A length with capitals among small words is a name: `60 Minutes`.
#[must_use]
pub fn is_some_day(scene: &Scene<'_>, numeral: &Numeral, mention: &Mention) -> bool {
    if !scene.language.grammar.capitals || mention.dimension != Dimension::Duration {
        return false;
    }
    let unit = mention.words.end - 1;
    let before = mention.words.start.checked_sub(1).map(|before| &scene.words[before]);
    let next = scene.words.get(mention.words.end).filter(|next| next.breaks == 0);
    let small = |word: Option<&Word>| word.is_none_or(|word| word.kind == TokenKind::Word && !word.capital);
    let is_name = numeral.in_digits && scene.words[unit].capital && scene.words[unit].spaced;
    let is_quoted = || before.is_some_and(|mark| ["'", "\"", "“", "«"].iter().any(|sign| mark.is_sign(sign)));
    if is_name && before.is_some() && (small(before) || is_quoted()) && next.is_none_or(|next| !next.capital)
    {
        return true;
    }
    let is_one = numeral.form == Form::Exactly(Number::ONE) && !numeral.in_digits;
    let is_day =
        measure::named(&scene.words[unit]).is_some_and(|code| &*code == DAYS) && scene.words[unit].spaced;
    let leads = |word: &Word| TO_COME.into_iter().any(|function| word.is_function(function));
    let acts = |word: &Word| word.summary.has_form(Shape::Present) && !word.is_noun();
    is_one && is_day && mention.words.len() == 2 && (before.is_some_and(leads) || next.is_some_and(acts))
}

/// The numeral without a sign before it, since no time lasts less than none.
fn unsigned(numeral: &Numeral) -> Cow<'_, Numeral> {
    let positive = |value: &Number| Some(if value < &Number::ZERO { value.negated() } else { *value });
    match numeral.form.try_map(positive) {
        Some(form) if form != numeral.form => Cow::Owned(Numeral { form, ..numeral.clone() }),
        _ => Cow::Borrowed(numeral),
    }
}

/// Whether a word in the length or beside it says that it is an age.
fn is_age(scene: &Scene<'_>, mention: &Mention) -> bool {
    let is_aged = |word: &Word| word.is_function(Function::Aged);
    let is_hedge = |word: &Word| {
        let hedges = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Hedge(_)));
        let lists = word.kind == TokenKind::Digits
            || word.is_sign(",")
            || ["(", "«", "\"", "“"].iter().any(|mark| word.is_sign(mark))
            || word.is_function(Function::And)
            || scene.language.is_article(&word.normal);
        !word.is_function(Function::Aged) && (hedges || lists)
    };
    let inside = scene.words.get(mention.words.clone()).unwrap_or_default();
    let is_on = |at: usize| {
        scene.words.get(at).is_some_and(|word| word.summary.is(Class::Stop) && word.tokens.len() == 1)
    };
    // "Whose ages are below": the bound is a verb with its preposition behind the subject.
    let end = mention.words.start - usize::from(mention.words.start.checked_sub(1).is_some_and(is_on));
    let mut before = scene.words.iter().take(end).rev().skip_while(|word| is_hedge(word));
    let behind = scene.next_word(mention.words.end).filter(|word| word.tokens.len() > 1);
    inside.iter().any(|word| is_aged(word) || word.is_sign("/"))
        || before.next().is_some_and(is_aged)
        || behind.is_some_and(is_aged)
        || is_bracketed(scene, mention)
        || aged::is_of_person(scene, mention)
}

/// Whether brackets hold a number of years and nothing else, as behind a person's name.
fn is_bracketed(scene: &Scene<'_>, mention: &Mention) -> bool {
    let opens = mention.words.start.checked_sub(1).and_then(|before| scene.words.get(before));
    let closes = scene.next_word(mention.words.end);
    let years = matches!(&mention.value, Value::Duration(Duration { form, .. })
        if form.stated().iter().all(|period| period.seconds.is_zero()));
    let is_held = |left: &str, right: &str| {
        opens.is_some_and(|sign| sign.is_sign(left)) && closes.is_some_and(|sign| sign.is_sign(right))
    };
    let brackets = [("(", ")"), ("/", "/")];
    let quotes = [("\"", "\""), ("“", "”"), ("”", "“"), ("«", "»")];
    let in_digits = scene.words.get(mention.words.start).is_some_and(|word| word.kind == TokenKind::Digits);
    let is_quoted = || in_digits && quotes.into_iter().any(|(left, right)| is_held(left, right));
    let is_name = |word: &Word| {
        word.kind == TokenKind::Word && (word.senses.is_empty() || word.summary.is(Class::Person))
    };
    // Commas hold it behind a name alone.
    let name = mention.words.start.checked_sub(2).and_then(|name| scene.words.get(name));
    let is_beside_name = || is_held(",", ",") && name.is_some_and(is_name);
    years
        && (brackets.into_iter().any(|(left, right)| is_held(left, right)) || is_quoted() || is_beside_name())
}

fn length(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    if let Some((code, words)) = behind::own(scene, numeral) {
        return scene.lexicon.units.period(&code).and_then(|_| stated(scene, &numeral.form, &code, words));
    }
    let at = past_slash(scene, noun::past_of(scene, numeral, numeral.words.end));
    if behind::one(scene, numeral) {
        return None;
    }
    let described = || measure::code(scene, past_description(scene, at)?);
    let (code, end) = measure::code(scene, at).or_else(described)?;
    scene.lexicon.units.period(&code)?;
    let words = without_prefix(numeral).start..end;
    stated(scene, &numeral.form, &code, words)
}

/// The word behind a slash that brackets an age with another one behind its unit: 27/ عاما/.
fn past_slash(scene: &Scene<'_>, at: usize) -> usize {
    let is_slash = |at: usize| scene.words.get(at).is_some_and(|word| word.is_sign("/") && word.touches());
    let is_loose = scene.words.get(at + 1).is_some_and(|unit| unit.spaced && unit.breaks == 0);
    if is_slash(at) && is_loose && is_slash(at + 2) { at + 1 } else { at }
}

/// The word behind one that tells how a length of time runs: two full days, three consecutive weeks.
fn past_description(scene: &Scene<'_>, at: usize) -> Option<usize> {
    let is_span = |word: &Word| {
        word.breaks == 0
            && [SPAN, FULL].iter().any(|concept| word.has_concept(concept))
            && !scene.language.grammar.adjective_after_noun
    };
    scene.next_word(at).filter(|word| is_span(word)).map(|_| at + 1)
}

/// The mention of so many of a unit of time, whose words so far are `words`, with what adds to it.
#[must_use]
pub fn stated(
    scene: &Scene<'_>,
    form: &Form<Number>,
    code: &Id,
    words: std::ops::Range<usize>,
) -> Option<Mention> {
    let unit = scene.lexicon.units.period(code)?;
    if !form.stated().values().all(|number| scene.lexicon.units.counts(code, *number)) {
        return None;
    }
    let (form, end) = fraction::with_fraction(scene, form.clone(), code, words.end);
    let form = form.try_map(|value| unit.times(*value))?;
    let plain = form.clone();
    let (form, end) = if form.stated().len() == 1 { summed(scene, form, unit, end) } else { (form, end) };
    let (form, end) = lessened(scene, form, unit, end);
    let is_of_units = form == plain;
    let (form, end) = hedged_after(scene, form, end);
    let told = Duration::new(form);
    // Four weeks are told less finely than 28 days.
    let value = if is_of_units { told.in_units_of(unit) } else { told };
    Some(scene.mention(Dimension::Duration, words.start..end, Value::Duration(value)))
}

/// Adds the smaller units that follow: an hour and ten minutes.
fn summed(
    scene: &Scene<'_>,
    mut form: Form<Period>,
    mut unit: Period,
    mut end: usize,
) -> (Form<Period>, usize) {
    for _ in 0..MAX_PARTS {
        let Some((part, smaller, after)) = part(scene, end).or_else(|| minutes(scene, unit, end)) else {
            break;
        };
        // Behind a comma stands another length where it fills the greater unit: an hour and a half, 90 minutes.
        let is_listed = scene.next_word(end).is_some_and(|word| word.is_sign(","));
        if is_listed && !is_smaller(part, unit) {
            break;
        }
        let Some(sum) = form.try_map(|period| period.plus(part)).filter(|_| is_smaller(smaller, unit)) else {
            break;
        };
        (form, unit, end) = (sum, smaller, after);
    }
    (form, end)
}

/// Takes off the smaller unit that lacks: three months *less a week*, ثلاثة أشهر *إلا أسبوعا*.
fn lessened(scene: &Scene<'_>, form: Form<Period>, unit: Period, end: usize) -> (Form<Period>, usize) {
    let is_less = scene.next_word(end).is_some_and(|word| word.is_function(Function::Less));
    let lacking = if is_less { counted(scene, end + 1, true) } else { None };
    let less = lacking.filter(|(_, smaller, _)| is_smaller(*smaller, unit)).and_then(|(part, _, after)| {
        let less = part.times(Number::whole(-1))?;
        // Months lack no days that can be counted.
        let is_of_months = |period: &Period| !period.months.is_zero();
        if form.stated().values().any(is_of_months) != is_of_months(&part) {
            return None;
        }
        Some((form.try_map(|period| period.plus(less))?, after))
    });
    less.unwrap_or((form, end))
}

/// The minutes behind an hour that are told by their number alone: `two hours thirty`.
fn minutes(scene: &Scene<'_>, unit: Period, end: usize) -> Option<(Period, Period, usize)> {
    let hour = unit == scene.lexicon.units.period("h")?;
    let (at, _) = scene.reader().joint(end).filter(|_| hour)?;
    if let Some((count, after)) = minutes_of_sign(scene, at) {
        let minute = scene.lexicon.units.period("min")?;
        return Some((minute.times(count)?, minute, after));
    }
    let numeral = scene.numeral_at(at).filter(|numeral| numeral.prefix.is_empty())?;
    let Form::Exactly(count) = numeral.form else { return None };
    let after = numeral.words.end;
    let ends = scene.words.get(after).is_none_or(|word| word.is_sign(".") || word.breaks > 1);
    let fits = ends && count > Number::ONE && count < Number::whole(60) && count.to_whole().is_some();
    let minute = scene.lexicon.units.period("min").filter(|_| fits)?;
    Some((minute.times(count)?, minute, after))
}

/// The minutes behind hours whose sign is that of metres elsewhere: 1h 20*m*.
fn minutes_of_sign(scene: &Scene<'_>, at: usize) -> Option<(Number, usize)> {
    let digits =
        scene.words.get(at).filter(|digits| digits.kind == TokenKind::Digits && digits.breaks == 0)?;
    let sign = scene.words.get(at + 1).filter(|sign| sign.touches() && sign.kind == TokenKind::Word)?;
    let code = scene.lexicon.units.symbol(scene.text.slice(sign.span))?;
    let count = digits.normal.parse::<i64>().ok().filter(|count| *count < 60 && &*code == METRES)?;
    Some((Number::whole(count), at + 2))
}

/// Whether a smaller unit of time stands behind "and" at `end`.
#[must_use]
pub fn continues(scene: &Scene<'_>, code: &Id, end: usize) -> bool {
    scene.reader().joint(end).is_some_and(|(_, and)| and) && adjoins(scene, code, end)
}

/// Whether a smaller unit of time stands at `end`, with "and" or without: `أسبوع 6 أيام`.
#[must_use]
pub fn adjoins(scene: &Scene<'_>, code: &Id, end: usize) -> bool {
    let unit = scene.lexicon.units.period(code);
    part(scene, end).zip(unit).is_some_and(|((_, smaller, _), unit)| is_smaller(smaller, unit))
}

/// A part behind `end`, with its unit and the word after it.
fn part(scene: &Scene<'_>, end: usize) -> Option<(Period, Period, usize)> {
    // "2 years, 3 months and 4 days" is one length.
    let comma = scene.next_word(end).is_some_and(|word| word.is_sign(","));
    let (at, and) = scene.reader().joint(end + usize::from(comma))?;
    if !and && !comma && closes(scene, at) {
        return bare::single_time(scene, at).map(|(part, unit)| (part, unit, at + 1));
    }
    counted(scene, at, and)
}

/// So many of a unit of time at a place, or one where `may_be_one`, with its unit and the word after it.
fn counted(scene: &Scene<'_>, at: usize, may_be_one: bool) -> Option<(Period, Period, usize)> {
    let (count, after) = match scene.numeral_at(at) {
        Some(numeral) => match numeral.form {
            Form::Exactly(count) if numeral.prefix.is_empty() => (count, numeral.words.end),
            _ => return None,
        },
        None => {
            let single = || bare::single_time(scene, at).filter(|_| may_be_one);
            let ended = |end: usize| move |(part, unit): (Period, Period)| (part, unit, end);
            let one = at + 1 + usize::from(bare::says_one(scene, at + 1));
            return bare::dual_time(scene, at).map(ended(at + 1)).or_else(|| single().map(ended(one)));
        }
    };
    let (code, after) = measure::code(scene, after)?;
    let unit = scene.lexicon.units.period(&code)?;
    Some((unit.times(count)?, unit, after))
}

/// Whether units of time in the singular, one behind the other, close the phrase at `at`: `سنتين 3 أشهر يوم ساعة`.
fn closes(scene: &Scene<'_>, at: usize) -> bool {
    let is_single = |word: &&Word| {
        word.breaks == 0 && word.clitics.conjunction.is_none() && word.clitics.preposition.is_none()
    };
    let rest = scene.words.get(at..).unwrap_or_default().iter().enumerate();
    let units =
        rest.take_while(|(place, word)| is_single(word) && bare::single_time(scene, at + place).is_some());
    let count = units.count();
    let ends = scene.words.get(at + count).is_none_or(|next| next.breaks > 0 || next.kind == TokenKind::Sign);
    count > 0 && ends
}

/// A unit of time that is a rank as well (ثانية) where it is all of its text.
#[must_use]
pub fn second(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    let is_all = numeral.words == (0..scene.words.len()) && numeral.words.len() == 1;
    let (period, _) = bare::single_time(scene, numeral.words.start).filter(|_| is_all)?;
    let value = Value::Duration(Duration::new(Form::Exactly(period)));
    Some(scene.mention(Dimension::Duration, numeral.words.clone(), value))
}

fn is_smaller(one: Period, other: Period) -> bool {
    let length = |period: Period| period.bounds().map(|(_, longest)| longest);
    length(one) < length(other)
}
