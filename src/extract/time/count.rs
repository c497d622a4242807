//! Small numbers inside times: days of a month, hours, how many years ago.
//!
//! Reads only what a time can hold; the numbers of a text are the number recogniser's.

use crate::extract::time::view::View;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::value::number::Number;

/// The number at `idx`, in digits or words, below a thousand; with the index behind it.
#[must_use]
pub fn cardinal(view: &View<'_>, idx: usize) -> Option<(i32, usize)> {
    if let Some((number, _)) = view.digits(idx) {
        return Some((number, idx + 1));
    }
    let first = cardinal_word(view, idx)?;
    let joint = after_joint(view, idx + 1);
    // With articles the tens are written as their rank is: `الأربع والعشرين`.
    let defined = view.get(idx).is_some_and(|word| word.clitics.article);
    let rank = || ordinal_word(view, joint).filter(|_| defined && view.has_conjunction(joint));
    let Some(second) = cardinal_word(view, joint).or_else(rank) else { return Some((first, idx + 1)) };
    let joined = joint > idx + 1 || view.has_conjunction(joint);
    match (first, second) {
        (1..10, 20..=90) if second % 10 == 0 && joined && ones_first(view) => {
            Some((first + second, joint + 1))
        }
        (1..10, 10) if !joined && tens_follow(view) => Some((first + 10, joint + 1)),
        (20..=90, 1..10) if first % 10 == 0 => Some((first + second, joint + 1)),
        _ => Some((first, idx + 1)),
    }
}

/// The number in digits with a decimal part at `idx`: `2.5`; with the index behind it.
#[must_use]
pub fn decimal(view: &View<'_>, idx: usize) -> Option<(Number, usize)> {
    let point = [".", "٫"].iter().any(|sign| view.sign(idx + 1, sign));
    let tied = view.touches(idx + 1) && view.touches(idx + 2) && !view.joined_after(idx + 2);
    let whole = view.raw(idx).filter(|raw| point && tied && raw.len() <= 3 && !view.joined_before(idx))?;
    let rest = view.raw(idx + 2).filter(|raw| raw.len() <= 3)?;
    let scale = 10_i64.checked_pow(u32::try_from(rest.len()).ok()?)?;
    let groups = view.language.grammar.point_groups && rest.len() == 3 && rest.ends_with("00");
    if groups && !whole.starts_with('0') {
        return Some((Number::whole(format!("{whole}{rest}").parse().ok()?), idx + 3));
    }
    let number = whole.parse::<i64>().ok()?.checked_mul(scale)?.checked_add(rest.parse().ok()?)?;
    Some((Number::ratio(number, scale)?, idx + 3))
}

/// The number at `idx` that one word multiplies by: a couple, a dozen.
#[must_use]
pub fn multiple(view: &View<'_>, idx: usize) -> Option<(i32, usize)> {
    let number =
        number(
            view,
            idx,
            |meaning| if let Meaning::Multiple(number) = meaning { Some(*number) } else { None },
        )?;
    Some((i32::from(number), idx + 1))
}

/// The tens with an article at `idx`, which are written as their rank is; with the index behind them.
#[must_use]
pub fn defined_tens(view: &View<'_>, idx: usize) -> Option<(i32, usize)> {
    let tens = ordinal_word(view, idx).filter(|tens| (20..=100).contains(tens) && tens % 10 == 0)?;
    let defined = view.get(idx).is_some_and(|word| view.language.is_definite(&word.normal));
    defined.then_some((tens, idx + 1))
}

/// The ordinal at `idx`, in words or in digits with its mark; with the index behind it.
#[must_use]
pub fn ordinal(view: &View<'_>, idx: usize) -> Option<(i32, usize)> {
    let mark = |at: usize| number(view, at, |meaning| (*meaning == Meaning::OrdinalMark).then_some(()));
    if view.raw(idx).is_some() {
        let marked = || view.touches(idx + 1) && mark(idx + 1).is_some();
        return view.digits(idx).filter(|_| marked()).map(|(number, _)| (number, idx + 2));
    }
    if !view.get(idx)?.summary.is(Class::Number) {
        return None;
    }
    let joint = after_joint(view, idx + 1);
    if let Some(tens) = cardinal_word(view, idx).filter(|tens| *tens >= 20 && tens % 10 == 0)
        && let Some(rest) = ordinal_word(view, joint).filter(|rest| *rest < 10)
    {
        return Some((tens + rest, joint + 1));
    }
    let first = ordinal_word(view, idx)?;
    let second = ordinal_word(view, joint).or_else(|| cardinal_word(view, joint));
    let joined = joint > idx + 1 || view.has_conjunction(joint);
    match second {
        Some(tens @ 20..=90) if first < 10 && tens % 10 == 0 && joined => Some((first + tens, joint + 1)),
        Some(10) if first < 10 && !joined && tens_follow(view) => Some((first + 10, joint + 1)),
        _ => Some((first, idx + 1)),
    }
}

/// The ordinal before or behind a noun at `idx`; with the index behind both.
#[must_use]
pub fn ordinal_beside(view: &View<'_>, idx: usize, is_noun: impl Fn(usize) -> bool) -> Option<(i32, usize)> {
    if is_noun(idx) {
        return ordinal(view, idx + 1);
    }
    let (number, next) = ordinal(view, idx)?;
    let hyphen = view.sign(next, "-") && view.touches(next) && view.touches(next + 1);
    let next = next + usize::from(hyphen);
    is_noun(next).then_some((number, next + 1))
}

/// The rank at `idx` up to the nineteenth, in words: an hour whose minutes may follow ("the eighth and
/// twenty minutes"); with the index behind it.
#[must_use]
pub fn rank(view: &View<'_>, idx: usize) -> Option<(i32, usize)> {
    let first = ordinal_word(view, idx)?;
    let ten = cardinal_word(view, idx + 1).or_else(|| ordinal_word(view, idx + 1)) == Some(10);
    let joined = first < 10 && ten && !view.has_conjunction(idx + 1);
    Some(if joined { (first + 10, idx + 2) } else { (first, idx + 1) })
}

/// Whether the ones stand before the tens: "five and thirty", and no "five-thirty".
const fn ones_first(view: &View<'_>) -> bool {
    view.language.grammar.adjective_after_noun
}

/// Whether the ten of the numbers from eleven to nineteen is a word of its own behind the one.
const fn tens_follow(view: &View<'_>) -> bool {
    view.language.grammar.adjective_after_noun
}

/// The index behind a hyphen or an "and" between the parts of a number.
fn after_joint(view: &View<'_>, idx: usize) -> usize {
    let joint = (view.sign(idx, "-") && view.touches(idx)) || view.is(idx, Function::And);
    idx + usize::from(joint)
}

/// The first answer of `pick` to a meaning of a word of number; most words are none.
fn number<T>(view: &View<'_>, idx: usize, pick: impl Fn(&Meaning) -> Option<T>) -> Option<T> {
    let word = view.get(idx).filter(|word| word.summary.is(Class::Number))?;
    word.find(|sense| pick(&sense.meaning))
}

fn cardinal_word(view: &View<'_>, idx: usize) -> Option<i32> {
    number(
        view,
        idx,
        |meaning| if let Meaning::Cardinal(number) = meaning { Some(i32::from(*number)) } else { None },
    )
}

fn ordinal_word(view: &View<'_>, idx: usize) -> Option<i32> {
    number(
        view,
        idx,
        |meaning| if let Meaning::Ordinal(number) = meaning { Some(i32::from(*number)) } else { None },
    )
}

/// The share that the word names: a half, a quarter, a third.
#[must_use]
pub fn fraction(view: &View<'_>, idx: usize) -> Option<Number> {
    number(view, idx, |meaning| if let Meaning::Fraction(share) = meaning { Some(**share) } else { None })
}
