//! What lies between two quantities: a range whose unit stands twice, two bounds of one value, two ranks, two
//! lengths of time.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::number::rise;
use crate::extract::quantity::join::{Link, Pair, opened, stated, whole};
use crate::extract::quantity::symbol::HEAT;
use crate::extract::quantity::{DEGREES, Scene};
use crate::extract::word::Word;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::duration::{Duration, Period};
use crate::value::number::Number;

/// The range between two amounts.
pub(super) fn joined(scene: &Scene<'_>, pair: &Pair<'_>, left: &Mention, right: &Mention) -> Option<Mention> {
    let is_same = left.dimension == right.dimension;
    let is_bare =
        left.dimension == Dimension::Number && left.head_text.is_none() && !begins_money(scene, right);
    if !(is_same || is_bare) || !are_alike(pair.left, pair.right, is_same) {
        return None;
    }
    let start = left.words.start;
    let whole = |range: Amount, start: usize| whole(scene, (left, right), start, Value::Amount(range), right);
    if let Some(range) = bounds(pair) {
        return Some(ranged(whole(range, start)));
    }
    let between = opened(scene, start, Function::Between);
    let has_unit = pair.right.unit.is_some() || right.head.is_some();
    // "rose 2 dollars to 70 dollars" tells a change and what came of it.
    let may_change = is_same && matches!(right.dimension, Dimension::Money | Dimension::Percent);
    let is_range = match pair.link {
        Link::To => {
            let is_led = opened(scene, start, Function::From).is_some() || between.is_some();
            (is_led || has_unit && !may_change && !(is_bare && strays(pair))) && !rises(scene, (left, right))
        }
        Link::Dash => has_unit || is_round(pair.left) && is_round(pair.right),
        Link::And => between.is_some(),
        Link::Nothing | Link::Comma | Link::But | Link::Of | Link::Less => false,
    };
    let range = range(pair).filter(|_| is_range)?;
    Some(ranged(whole(range, between.unwrap_or(start))))
}

/// Whether something grew from one value to the other, which is no range of both.
fn rises(scene: &Scene<'_>, (left, right): (&Mention, &Mention)) -> bool {
    opened(scene, left.words.start, Function::From).is_some()
        && rise::leads(&scene.reader(), left.words.start, right.words.end.saturating_sub(1))
}

/// The range between two lengths of time: between two weeks and three months, بين سنتين وثلاث سنوات.
pub(super) fn of_lengths(scene: &Scene<'_>, left: &Mention, right: &Mention, link: Link) -> Option<Mention> {
    let (Value::Duration(low), Value::Duration(high)) = (&left.value, &right.value) else { return None };
    let (Form::Exactly(low), Form::Exactly(high)) = (&low.form, &high.form) else { return None };
    let start = left.words.start;
    let between = opened(scene, start, Function::Between);
    let joins = match link {
        Link::And => between.is_some(),
        Link::To => true,
        Link::Nothing | Link::Comma | Link::Dash | Link::But | Link::Of | Link::Less => false,
    };
    let length = |period: &Period| period.bounds().map(|(_, longest)| longest);
    let value = Value::Duration(Duration::new(Form::Range(*low, *high)));
    let is_lower = length(low)? < length(high)?;
    (joins && is_lower).then(|| whole(scene, (left, right), between.unwrap_or(start), value, right))
}

/// The range between two ranks: between the fourth and the seventh.
pub(super) fn of_ranks(scene: &Scene<'_>, left: &Mention, right: &Mention) -> Option<Mention> {
    let is_rank = |mention: &Mention| mention.dimension == Dimension::Ordinal;
    let (Value::Amount(low), Value::Amount(high)) = (&left.value, &right.value) else { return None };
    let start = left.words.start;
    let article = start.checked_sub(1).filter(|before| scene.words[*before].is_article());
    let between = opened(scene, article.unwrap_or(start), Function::Between)?;
    let is_and = |word: &Word| word.kind == TokenKind::Word && word.is_function(Function::And);
    let joins = match scene.words.get(left.words.end..right.words.start)? {
        [] => scene.words[right.words.start].clitics.conjunction == Some(Function::And),
        [and] => is_and(and),
        [and, article] => is_and(and) && article.is_article(),
        _ => false,
    };
    let range = range(&Pair { left: low, right: high, link: Link::And })
        .filter(|_| joins && is_rank(left) && is_rank(right))?;
    let whole = whole(scene, (left, right), between, Value::Amount(range), right);
    Some(Mention { dimension: Dimension::Range, ..whole })
}

/// The second end of a range whose dash is stuck to it and looks like a minus: 75 -300 mm.
pub(super) fn dashed(scene: &Scene<'_>, low: &Amount, high: &Amount, start: usize) -> Option<Amount> {
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

/// Whether a mention begins with the sign or code of a currency, which none before it shares.
fn begins_money(scene: &Scene<'_>, mention: &Mention) -> bool {
    let first = scene.words.get(mention.words.start);
    mention.dimension == Dimension::Money && first.is_some_and(|first| first.kind == TokenKind::Sign)
}

/// Whether two amounts may be ends of one range.
fn are_alike(left: &Amount, right: &Amount, is_same: bool) -> bool {
    let unit = |amount: &Amount| amount.unit.as_ref().map(|unit| unit.code.clone());
    // Between 10 degrees and 15 degrees Celsius.
    let is_heat = right.unit.as_ref().is_some_and(|unit| &*unit.dimension == HEAT);
    let is_bare = left.unit.as_ref().is_some_and(|unit| &*unit.code == DEGREES);
    unit(left) == unit(right) || (!is_same && left.unit.is_none()) || (is_heat && is_bare)
}

/// Whether the first of two numbers looks like a year of today and the second lies far above it: 2022 to 3 million.
fn strays(pair: &Pair<'_>) -> bool {
    let years = Number::whole(1900)..=Number::whole(2100);
    let low = stated(pair.left).filter(|low| years.contains(low));
    low.and_then(|low| low.times(Number::whole(100)))
        .zip(stated(pair.right))
        .is_some_and(|(far, high)| high > far)
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
    let joins = matches!(pair.link, Link::And | Link::Comma | Link::But) && low < high;
    let precision = pair.left.precision.min(pair.right.precision);
    joins.then(|| Amount { form: Form::Range(low, high), precision, unit: pair.right.unit.clone() })
}
