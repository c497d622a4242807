//! What two quantities say together: a sum of parts ("5 feet 2 inches", "3 dollars 50 cents"), a range whose
//! unit stands twice ("5 km to 10 km"), two bounds of one value ("over 10 and under 20").

use crate::extract::mention::{Dimension, Mention};
use crate::extract::number::range::is_currency_sign;
use crate::extract::quantity::{Scene, money};
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::number::Number;
use crate::value::unit::Unit;

/// Of how many smaller units a unit may be that makes one sum with it: a kilometre of 100 000 centimetres.
const FINEST: i64 = 100_000;

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
    } else if let Some(shared) = shared(scene, left, right) {
        let at = mentions.len() - 2;
        mentions[at] = shared;
    }
}

/// A bare number before "and" that has the unit of the number behind it: 3.2 and 0.4 per cent, 45 and 50 mg.
fn shared(scene: &Scene<'_>, left: &Mention, right: &Mention) -> Option<Mention> {
    let (Value::Amount(first), Value::Amount(second)) = (&left.value, &right.value) else { return None };
    let (start, end) = (scene.words.get(left.words.end - 1)?, scene.words.get(right.words.start)?);
    let in_digits = start.kind == TokenKind::Digits && end.kind == TokenKind::Digits;
    let unit = second.unit.as_ref().filter(|unit| {
        right.dimension == Dimension::Percent
            || right.dimension == Dimension::Quantity && unit.offset.is_zero()
    })?;
    let is_bare = left.dimension == Dimension::Number && first.unit.is_none() && left.head_text.is_none();
    let is_linked = link(scene, left.words.end, right.words.start) == Some(Link::And);
    let is_small = stated(first)? < Number::whole(1000) && stated(second)? < Number::whole(1000);
    (is_bare && is_linked && in_digits && is_small && right.head_text.is_none()).then(|| Mention {
        dimension: right.dimension,
        value: Value::Amount(Amount { unit: Some(unit.clone()), ..first.clone() }),
        ..left.clone()
    })
}

fn joined(scene: &Scene<'_>, left: &Mention, right: &Mention) -> Option<Mention> {
    let (Value::Amount(low), Value::Amount(high)) = (&left.value, &right.value) else { return None };
    let is_amount = |mention: &Mention| {
        matches!(
            mention.dimension,
            Dimension::Number | Dimension::Quantity | Dimension::Money | Dimension::Percent
        )
    };
    let link =
        link(scene, left.words.end, right.words.start).filter(|_| is_amount(left) && is_amount(right))?;
    let turned = if link == Link::Nothing { dashed(scene, low, high, right.words.start) } else { None };
    let (high, link) = turned.as_ref().map_or((high, link), |turned| (turned, Link::Dash));
    let pair = Pair { left: low, right: high, link };
    let whole = |amount: Amount, start: usize, shown: &Mention| {
        let begin = scene.words.get(start).map_or(left.span.start, crate::extract::number::start);
        let begin = if start == left.words.start { left.span.start } else { begin };
        Mention {
            span: Span::new(begin, right.span.end),
            words: start..right.words.end,
            value: Value::Amount(amount),
            ..shown.clone()
        }
    };
    let start = left.words.start;
    if left.dimension == Dimension::Money
        && let Some(sum) = coins(scene, &pair, left, right)
    {
        return Some(whole(sum, start, left));
    }
    if left.dimension == Dimension::Quantity
        && right.dimension == Dimension::Quantity
        && let Some(sum) = parts(&pair)
    {
        return Some(Mention { head: right.head.clone().or(left.head.clone()), ..whole(sum, start, left) });
    }
    let is_same = left.dimension == right.dimension;
    let is_bare =
        left.dimension == Dimension::Number && left.head_text.is_none() && !begins_money(scene, right);
    if !(is_same || is_bare) || !are_alike(low, high, is_same) {
        return None;
    }
    if let Some(range) = bounds(&pair) {
        return Some(ranged(whole(range, start, right)));
    }
    let opens = |function| {
        start
            .checked_sub(1)
            .filter(|before| scene.words[*before].is_function(function) && scene.words[start].breaks < 2)
    };
    let between = opens(Function::Between);
    let has_unit = high.unit.is_some() || right.head.is_some();
    // "rose 2 dollars to 70 dollars" tells a change and what came of it.
    let may_change = is_same && matches!(right.dimension, Dimension::Money | Dimension::Percent);
    let is_range = match link {
        Link::To => (has_unit && !may_change) || opens(Function::From).is_some(),
        Link::Dash => has_unit || is_round(low) && is_round(high),
        Link::And => between.is_some(),
        Link::Nothing | Link::Comma => false,
    };
    let range = range(&pair).filter(|_| is_range)?;
    Some(ranged(whole(range, between.unwrap_or(start), right)))
}

/// The second end of a range whose dash is stuck to it and looks like a minus: 75 -300 mm.
fn dashed(scene: &Scene<'_>, low: &Amount, high: &Amount, start: usize) -> Option<Amount> {
    scene.words.get(start).filter(|dash| dash.is_sign("-") && dash.spaced)?;
    let value = stated(high).filter(|value| value.is_negative())?.negated();
    let is_higher = stated(low).is_some_and(|low| !low.is_negative() && low < value);
    is_higher.then(|| Amount { form: Form::Exactly(value), ..high.clone() })
}

/// A range of plain numbers has a dimension of its own.
fn ranged(mention: Mention) -> Mention {
    let is_plain = mention.dimension == Dimension::Number;
    Mention { dimension: if is_plain { Dimension::Range } else { mention.dimension }, ..mention }
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
        [comma, and] if is_comma(comma) && and.is_function(Function::And) => Some(Link::And),
        _ => None,
    }
}

/// Whether a mention begins with the sign or code of a currency, which none before it shares.
fn begins_money(scene: &Scene<'_>, mention: &Mention) -> bool {
    let first = scene.words.get(mention.words.start);
    mention.dimension == Dimension::Money && first.is_some_and(|first| first.kind == TokenKind::Sign)
}

/// Whether two amounts may be ends of one range.
fn are_alike(left: &Amount, right: &Amount, is_same: bool) -> bool {
    let unit = |amount: &Amount| amount.unit.as_ref().map(|unit| unit.code.clone());
    unit(left) == unit(right) || (!is_same && left.unit.is_none())
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

fn is_round(amount: &Amount) -> bool {
    stated(amount).is_some_and(|value| {
        value >= Number::whole(100) && value.over(Number::whole(10)).and_then(Number::to_whole).is_some()
    })
}

/// The range from one amount to a greater one.
fn range(pair: &Pair<'_>) -> Option<Amount> {
    let (low, high) = (stated(pair.left)?, stated(pair.right)?);
    let precision = pair.left.precision.min(pair.right.precision);
    let (low, high) = if low.is_negative() && high < low { (high, low) } else { (low, high) };
    (low < high).then(|| Amount { form: Form::Range(low, high), precision, unit: pair.right.unit.clone() })
}

/// A lower and an upper bound of one value.
fn bounds(pair: &Pair<'_>) -> Option<Amount> {
    let (low, high) = match (&pair.left.form, &pair.right.form) {
        (Form::Over(low) | Form::AtLeast(low), Form::Under(high) | Form::AtMost(high))
        | (Form::Under(high) | Form::AtMost(high), Form::Over(low) | Form::AtLeast(low)) => (*low, *high),
        _ => return None,
    };
    let joins = matches!(pair.link, Link::And | Link::Comma) && low < high;
    let precision = pair.left.precision.min(pair.right.precision);
    joins.then(|| Amount { form: Form::Range(low, high), precision, unit: pair.right.unit.clone() })
}

/// A measure and a smaller one of the same dimension behind it, as one.
fn parts(pair: &Pair<'_>) -> Option<Amount> {
    let (left, right) = (pair.left.unit.as_ref()?, pair.right.unit.as_ref()?);
    let is_scale = |unit: &Unit| unit.offset.is_zero();
    let is_simple = |unit: &Unit| is_scale(unit) && !unit.code.contains('/');
    let fits = left.dimension == right.dimension
        && is_simple(left)
        && is_simple(right)
        && left.factor > right.factor
        && left.factor.over(right.factor)? <= Number::whole(FINEST);
    let joins = matches!(pair.link, Link::Nothing | Link::Comma | Link::And);
    let Form::Exactly(value) = pair.right.form else { return None };
    let part = value.times(right.factor)?.over(left.factor)?;
    let is_part = part < Number::ONE && !value.is_negative();
    added(pair.left, part, right).filter(|_| fits && joins && is_part)
}

fn added(left: &Amount, part: Number, finer: &Unit) -> Option<Amount> {
    let is_one = left.form.stated().len() == 1;
    let is_whole = left.form.stated().iter().all(|value| value.to_whole().is_some());
    let fits = is_one && (is_whole || part < left.precision);
    let form = left.form.try_map(|value| value.plus(part)).filter(|_| fits)?;
    let precision =
        left.unit.as_ref().and_then(|unit| finer.factor.over(unit.factor)).unwrap_or(left.precision);
    Some(Amount { form, precision, unit: left.unit.clone() })
}

/// A sum with its coins: named ("3 dollars 50 cents"), or as a bare number of two digits at the end of a
/// phrase ("seventy-five dollars sixty-three").
fn coins(scene: &Scene<'_>, pair: &Pair<'_>, left: &Mention, right: &Mention) -> Option<Amount> {
    let Form::Exactly(value) = pair.right.form else { return None };
    let hundred = Number::whole(100);
    let is_whole = pair.left.form.stated().len() == 1 && pair.left.form.stated()[0].to_whole().is_some();
    let joins = matches!(pair.link, Link::Nothing | Link::And) && is_whole;
    let part = if right.dimension == Dimension::Money {
        let coin = right.words.end.checked_sub(1).and_then(|last| money::minor(scene, last))?.0;
        let is_own = pair.left.unit.is_none()
            || pair.left.unit == pair.right.unit
            || Number::ONE.over(coin.factor)? == hundred;
        Some(value).filter(|value| *value < Number::ONE && is_own)?
    } else if right.dimension == Dimension::Number {
        let names =
            |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Currency(_)));
        let is_named = left.words.end.checked_sub(1).is_some_and(|last| names(&scene.words[last]));
        let first = scene.words.get(right.words.start);
        // "15 USD 50": two digits side by side with a sum.
        let is_beside = pair.link == Link::Nothing
            && first.is_some_and(|word| word.kind == TokenKind::Digits && word.normal.len() == 2);
        // "$3 and fourteen": behind a sign, coins in words alone.
        let in_words = first.is_some_and(|word| word.kind == TokenKind::Word);
        let has_sign =
            scene.words.get(left.words.clone()).is_some_and(|sum| sum.iter().any(is_currency_sign));
        let is_named = is_named || has_sign && (is_beside || in_words && pair.link == Link::And);
        let ends = scene.words.get(right.words.end).is_none_or(|next| {
            next.breaks > 0
                || (next.touches() && matches!(next.normal.as_str(), "." | "," | ";" | ")" | "!" | "?"))
        });
        let ends = ends || is_beside && !has_sign;
        let is_coins = value >= Number::ONE && value < hundred && value.to_whole().is_some();
        Some(value.over(hundred)?).filter(|_| is_named && ends && is_coins && right.head_text.is_none())?
    } else {
        return None;
    };
    let form = pair.left.form.try_map(|whole| whole.plus(part)).filter(|_| joins)?;
    let precision = Number::ONE.over(hundred)?;
    Some(Amount { form, precision, unit: pair.left.unit.clone().or_else(|| pair.right.unit.clone()) })
}
