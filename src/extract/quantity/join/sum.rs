//! What two quantities side by side add up to: a measure with its smaller units, a sum with its coins, a share of
//! one per cent.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::number::range::is_currency_sign;
use crate::extract::quantity::join::{Link, Pair, stated, whole};
use crate::extract::quantity::{Scene, money};
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::number::Number;
use crate::value::unit::Unit;

/// Of how many smaller units a unit may be that makes one sum with it: a kilometre of 100 000 centimetres.
const FINEST: i64 = 100_000;

/// Of how many coins most currencies are.
const HUNDRED: i64 = 100;

/// The units of a person's height, of which the smaller may be told by its number alone.
const HEIGHT: (&str, &str) = ("[ft_i]", "[in_i]");

/// The sum of two quantities.
pub(super) fn joined(scene: &Scene<'_>, pair: &Pair<'_>, left: &Mention, right: &Mention) -> Option<Mention> {
    let whole = |sum: Amount, shown: &Mention| {
        whole(scene, (left, right), left.words.start, Value::Amount(sum), shown)
    };
    if pair.link == Link::Less {
        let before = left.words.start.saturating_sub(DENIED)..left.words.start;
        let before = scene.words.get(before).unwrap_or_default().iter().rev();
        let mut before = before.take_while(|word| word.kind != TokenKind::Sign);
        // "None came except three" counts the three.
        if before.any(|word| word.is_function(Function::Not) || word.is_function(Function::None)) {
            return None;
        }
        return lessened(pair, left, right).map(|rest| whole(rest, left));
    }
    match (left.dimension, right.dimension) {
        (Dimension::Money, _) => coins(scene, pair, left, right).map(|sum| whole(sum, left)),
        (Dimension::Quantity, Dimension::Quantity) => {
            let head = || right.head.clone().or_else(|| left.head.clone());
            parts(pair).map(|sum| Mention { head: head(), ..whole(sum, left) })
        }
        (Dimension::Quantity, Dimension::Number) if right.head_text.is_none() => {
            inches(scene, pair).map(|sum| whole(sum, left))
        }
        (Dimension::Number, Dimension::Percent) => share(pair).map(|sum| whole(sum, right)),
        _ => None,
    }
}

/// How far before a quantity a negation stands that "except" turns round.
const DENIED: usize = 4;

/// How many times as large at least is what is told as so much less something.
const MUCH: i64 = 2;

/// What is left of a quantity that another one is taken from: مليارا دولار *إلا مئة مليون*.
fn lessened(pair: &Pair<'_>, left: &Mention, right: &Mention) -> Option<Amount> {
    let is_bare = right.head_text.is_none() && pair.right.unit.is_none();
    let may_be_less = matches!(left.dimension, Dimension::Money | Dimension::Quantity | Dimension::Number)
        && (is_bare || pair.right.unit == pair.left.unit || right.dimension == Dimension::Quantity);
    let factor = match (&pair.left.unit, &pair.right.unit) {
        (Some(own), Some(other)) if own != other => {
            (own.dimension == other.dimension).then(|| other.factor.over(own.factor))??
        }
        (Some(_), Some(_) | None) | (None, None) => Number::ONE,
        (None, Some(_)) => return None,
    };
    let less = stated(pair.right)?.times(factor)?;
    let whole = stated(pair.left)?;
    let is_small = less.times(Number::whole(MUCH))? < whole;
    let form = pair.left.form.try_map(|whole| whole.minus(less)).filter(|_| may_be_less && is_small)?;
    let precision = pair.right.precision.times(factor)?;
    Some(Amount { form, precision: precision.min(pair.left.precision), unit: pair.left.unit.clone() })
}

/// A share of one per cent: half of one percent.
fn share(pair: &Pair<'_>) -> Option<Amount> {
    let of_one = pair.link == Link::Of && pair.right.form == Form::Exactly(Number::ONE);
    let is_share = stated(pair.left)? < Number::ONE && pair.left.unit.is_none();
    (of_one && is_share).then(|| Amount { unit: pair.right.unit.clone(), ..pair.left.clone() })
}

/// Inches as a bare number behind feet: 6 foot 2, 5-foot-10.
fn inches(scene: &Scene<'_>, pair: &Pair<'_>) -> Option<Amount> {
    let feet = pair.left.unit.as_ref().filter(|unit| &*unit.code == HEIGHT.0)?;
    let inch = scene.lexicon.units.unit(HEIGHT.1)?;
    let count = stated(pair.right).filter(|count| *count >= Number::ONE && count.to_whole().is_some())?;
    let part = count.times(inch.factor)?.over(feet.factor)?;
    let joins = matches!(pair.link, Link::Nothing | Link::Dash) && part < Number::ONE;
    added(pair.left, part, &inch).filter(|_| joins)
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
    let is_whole = pair.left.form.stated().len() == 1 && pair.left.form.stated()[0].to_whole().is_some();
    let joins = matches!(pair.link, Link::Nothing | Link::And) && is_whole;
    let is_named = right.dimension == Dimension::Money;
    let part = if is_named {
        named_coins(scene, pair, right, value)?
    } else {
        bare_coins(scene, pair.link, left, right, value).filter(|_| right.dimension == Dimension::Number)?
    };
    let form = pair.left.form.try_map(|whole| whole.plus(part)).filter(|_| joins)?;
    let precision = Number::ONE.over(Number::whole(HUNDRED))?;
    Some(Amount { form, precision, unit: pair.left.unit.clone().or_else(|| pair.right.unit.clone()) })
}

/// The share of a sum that its named coins are, whose currency is its own or divides into hundreds.
fn named_coins(scene: &Scene<'_>, pair: &Pair<'_>, right: &Mention, value: Number) -> Option<Number> {
    let coin = right.words.end.checked_sub(1).and_then(|last| money::minor(scene, last))?.0;
    let is_own = pair.left.unit.is_none()
        || pair.left.unit == pair.right.unit
        || Number::ONE.over(coin.factor)? == Number::whole(HUNDRED);
    (value < Number::ONE && is_own).then_some(value)
}

/// The share of a sum that a bare number behind it is.
fn bare_coins(
    scene: &Scene<'_>,
    link: Link,
    left: &Mention,
    right: &Mention,
    value: Number,
) -> Option<Number> {
    let names = |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Currency(_)));
    let is_named = left.words.end.checked_sub(1).is_some_and(|last| names(&scene.words[last]));
    let first = scene.words.get(right.words.start);
    // "15 USD 50": two digits side by side with a sum.
    let is_beside = link == Link::Nothing
        && first.is_some_and(|word| word.kind == TokenKind::Digits && word.normal.len() == 2);
    // "$3 and fourteen": behind a sign, coins in words alone.
    let in_words = first.is_some_and(|word| word.kind == TokenKind::Word);
    let has_sign = scene.words.get(left.words.clone()).is_some_and(|sum| sum.iter().any(is_currency_sign));
    let is_named = is_named || has_sign && (is_beside || in_words && link == Link::And);
    let ends = scene.words.get(right.words.end).is_none_or(|next| {
        next.breaks > 0
            || (next.touches() && matches!(next.normal.as_str(), "." | "," | ";" | ")" | "!" | "?"))
    });
    let ends = ends || is_beside && !has_sign;
    let hundred = Number::whole(HUNDRED);
    let is_coins = value >= Number::ONE && value < hundred && value.to_whole().is_some();
    value.over(hundred).filter(|_| is_named && ends && is_coins && right.head_text.is_none())
}
