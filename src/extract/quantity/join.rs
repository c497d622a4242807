//! What two quantities say together: a sum of parts ("5 feet 2 inches", "3 dollars 50 cents"), a range whose
//! unit stands twice ("5 km to 10 km"), two bounds of one value ("over 10 and under 20").

/// What lies between two quantities.
mod spread;
/// What two quantities add up to.
mod sum;

use crate::extract::mention::{Dimension, Mention};
use crate::extract::quantity::{Scene, measure};
use crate::extract::word::Word;
use crate::lexicon::schema::function::Function;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::duration::Duration;
use crate::value::number::Number;

/// What stands between two quantities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Link {
    /// Nothing, or a comma.
    Nothing,
    /// A comma.
    Comma,
    /// "and", with or without a comma.
    And,
    /// "to".
    To,
    /// A dash or a wavy line.
    Dash,
    /// "but".
    But,
    /// "of".
    Of,
    /// "less", as إلا is.
    Less,
}

/// Two quantities side by side.
struct Pair<'a> {
    left: &'a Amount,
    right: &'a Amount,
    link: Link,
}

/// Joins the last two mentions where they are one.
pub fn last(scene: &Scene<'_>, mentions: &mut Vec<Mention>) {
    let [.., left, right] = mentions.as_slice() else { return };
    if let Some(joined) = joined(scene, left, right) {
        mentions.truncate(mentions.len() - 2);
        mentions.push(joined);
    } else if let Some(shared) = shared(scene, left, right).or_else(|| shared_length(scene, left, right)) {
        share_on(scene, mentions, shared);
    }
}

/// Gives the last mention but one the unit of the last, and to those of one list before them: 3, 5 and 14 years.
fn share_on(scene: &Scene<'_>, mentions: &mut [Mention], shared: Mention) {
    let Some(last) = mentions.last().cloned() else { return };
    let mut at = mentions.len() - 2;
    mentions[at] = shared;
    while let Some(before) = at.checked_sub(1) {
        let listed = link(scene, mentions[before].words.end, mentions[at].words.start);
        if !matches!(listed, Some(Link::And | Link::Comma)) {
            return;
        }
        let like =
            with_unit(scene, &mentions[before], &last).or_else(|| of_length(scene, &mentions[before], &last));
        let Some(like) = like else { return };
        mentions[before] = like;
        at = before;
    }
}

/// A bare number before "and" whose number behind it is of years or another time: 3 و5 سنوات.
fn shared_length(scene: &Scene<'_>, left: &Mention, right: &Mention) -> Option<Mention> {
    let is_linked = link(scene, left.words.end, right.words.start) == Some(Link::And);
    of_length(scene, left, right).filter(|_| is_linked)
}

/// A bare number in digits as the length of time or age that another one is of.
fn of_length(scene: &Scene<'_>, bare: &Mention, length: &Mention) -> Option<Mention> {
    let Value::Amount(first) = &bare.value else { return None };
    matches!(&length.value, Value::Duration(duration) if matches!(duration.form, Form::Exactly(_)))
        .then_some(())?;
    let unit = measure::named(scene.words.get(length.words.end.checked_sub(1)?)?)?;
    let period = scene.lexicon.units.period(&unit)?;
    let in_digits = |at: usize| scene.words.get(at).is_some_and(|word| word.kind == TokenKind::Digits);
    let is_plain = length.words.len() == 2 && in_digits(length.words.start) && is_bare(scene, bare, first);
    let value = period.times(stated(first).filter(|count| is_plain && *count < MOST)?)?;
    let value = Value::Duration(Duration::new(Form::Exactly(value)));
    Some(Mention { dimension: length.dimension, value, ..bare.clone() })
}

/// From which number on one in a list may be a year or the name of a thing.
const MOST: Number = Number::whole(1000);

/// Whether a mention is nothing but a number in digits.
fn is_bare(scene: &Scene<'_>, mention: &Mention, amount: &Amount) -> bool {
    let last = mention.words.end.checked_sub(1).and_then(|last| scene.words.get(last));
    mention.dimension == Dimension::Number
        && amount.unit.is_none()
        && mention.head_text.is_none()
        && last.is_some_and(|last| last.kind == TokenKind::Digits)
}

/// A bare number before "and" that has the unit of the number behind it: 3.2 and 0.4 per cent, 45 and 50 mg.
fn shared(scene: &Scene<'_>, left: &Mention, right: &Mention) -> Option<Mention> {
    match link(scene, left.words.end, right.words.start) {
        Some(Link::And) => with_unit(scene, left, right),
        Some(Link::To) => lowered(scene, left, right),
        Some(Link::Nothing | Link::Comma | Link::Dash | Link::But | Link::Of | Link::Less) | None => None,
    }
}

/// A bare number behind "from" that has the unit of the smaller one which it came to: from 3.8 to 3.5 per cent.
fn lowered(scene: &Scene<'_>, left: &Mention, right: &Mention) -> Option<Mention> {
    let (Value::Amount(first), Value::Amount(second)) = (&left.value, &right.value) else { return None };
    opened(scene, left.words.start, Function::From)?;
    let is_measured = matches!(right.dimension, Dimension::Percent | Dimension::Money | Dimension::Quantity);
    let unit = second.unit.as_ref().filter(|unit| is_measured && unit.offset.is_zero())?;
    let (from, to) = (stated(first)?, stated(second)?);
    // What is told in another scale has no share in the unit.
    let is_near = to < from && from < to.times(Number::whole(SCALE))?;
    let is_year = (Number::whole(1900)..=Number::whole(2100)).contains(&from);
    let is_plain = is_bare(scene, left, first) && right.head_text.is_none();
    (is_near && !is_year && is_plain).then(|| Mention {
        dimension: right.dimension,
        value: Value::Amount(Amount { unit: Some(unit.clone()), ..first.clone() }),
        ..left.clone()
    })
}

/// How many times as much at most something was before.
const SCALE: i64 = 100;

/// A bare number in digits with the unit of another one.
fn with_unit(scene: &Scene<'_>, left: &Mention, right: &Mention) -> Option<Mention> {
    let (Value::Amount(first), Value::Amount(second)) = (&left.value, &right.value) else { return None };
    let in_digits = scene.words.get(right.words.start)?.kind == TokenKind::Digits;
    let unit = second.unit.as_ref().filter(|unit| {
        right.dimension == Dimension::Percent
            || right.dimension == Dimension::Quantity && unit.offset.is_zero()
    })?;
    let is_small = stated(first)? < MOST && stated(second)? < MOST;
    let is_plain = is_bare(scene, left, first) && in_digits && is_small && right.head_text.is_none();
    is_plain.then(|| Mention {
        dimension: right.dimension,
        value: Value::Amount(Amount { unit: Some(unit.clone()), ..first.clone() }),
        ..left.clone()
    })
}

fn joined(scene: &Scene<'_>, left: &Mention, right: &Mention) -> Option<Mention> {
    if let Some(range) = spread::of_ranks(scene, left, right) {
        return Some(range);
    }
    let link = link(scene, left.words.end, right.words.start)?;
    if let Some(range) = spread::of_lengths(scene, left, right, link) {
        return Some(range);
    }
    let is_amount = |mention: &Mention| {
        matches!(
            mention.dimension,
            Dimension::Number | Dimension::Quantity | Dimension::Money | Dimension::Percent
        )
    };
    let (Value::Amount(low), Value::Amount(high)) = (&left.value, &right.value) else { return None };
    if !(is_amount(left) && is_amount(right)) {
        return None;
    }
    let turned =
        if link == Link::Nothing { spread::dashed(scene, low, high, right.words.start) } else { None };
    let (high, link) = turned.as_ref().map_or((high, link), |turned| (turned, Link::Dash));
    let pair = Pair { left: low, right: high, link };
    sum::joined(scene, &pair, left, right).or_else(|| spread::joined(scene, &pair, left, right))
}

/// A mention of both from the word `start` on, that is like one of them but for its value.
fn whole(
    scene: &Scene<'_>,
    (left, right): (&Mention, &Mention),
    start: usize,
    value: Value,
    shown: &Mention,
) -> Mention {
    let begin = scene.words.get(start).map_or(left.span.start, crate::extract::number::start);
    let begin = if start == left.words.start { left.span.start } else { begin };
    Mention { span: Span::new(begin, right.span.end), words: start..right.words.end, value, ..shown.clone() }
}

/// The word right before `start`, where it does this.
fn opened(scene: &Scene<'_>, start: usize, function: Function) -> Option<usize> {
    let before = start.checked_sub(1).filter(|_| scene.words[start].breaks < 2)?;
    scene.words[before].is_function(function).then_some(before)
}

/// What stands between the words `end` and `start`, if it can join two quantities.
fn link(scene: &Scene<'_>, end: usize, start: usize) -> Option<Link> {
    let first = scene.words.get(start).filter(|first| first.breaks < 2)?;
    let has_and = first.clitics.conjunction == Some(Function::And);
    let has_to = first.clitics.preposition == Some(Function::To);
    let is_to = |word: &Word| word.is_function(Function::To) || word.is_function(Function::Until);
    let is_comma = |word: &Word| word.is_sign(",") || word.is_sign("،");
    match scene.words.get(end..start)? {
        [] if has_and => Some(Link::And),
        [] if has_to => Some(Link::To),
        [] => Some(Link::Nothing),
        [comma] if is_comma(comma) => Some(if has_and { Link::And } else { Link::Comma }),
        [dash] if dash.is_sign("-") || dash.is_sign("~") => Some(Link::Dash),
        [and] if and.is_function(Function::And) && and.kind == TokenKind::Word => Some(Link::And),
        [to] if is_to(to) => Some(Link::To),
        [but] if but.is_function(Function::But) => Some(Link::But),
        [of] if of.kind == TokenKind::Word && of.is_function(Function::Of) => Some(Link::Of),
        [less] if less.is_function(Function::Less) => Some(Link::Less),
        [comma, and] if is_comma(comma) && and.is_function(Function::And) => Some(Link::And),
        _ => None,
    }
}

/// The one value that an amount states exactly or about.
fn stated(amount: &Amount) -> Option<Number> {
    match amount.form {
        Form::Exactly(value) | Form::About(value) => Some(value),
        Form::Nearly(_)
        | Form::Over(_)
        | Form::AtLeast(_)
        | Form::Under(_)
        | Form::AtMost(_)
        | Form::Range(..)
        | Form::Choice(_) => None,
    }
}
