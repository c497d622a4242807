//! Powers in digits: 1e-3, 6.2x10^4, 10^12.

use crate::extract::word::Word;
use crate::text::token::TokenKind;
use crate::value::number::Number;

/// The greatest exponent that is read.
const MAX_EXPONENT: i32 = 30;

/// A number times a power of ten behind it, or to a power: 1e-3, 6.2x10^4, 2.5 × 10−5, 10^12.
pub(super) fn powered(words: &[Word], end: usize, value: Number) -> Option<(usize, Number)> {
    let touching = |idx: usize| words.get(idx).filter(|word| word.touches());
    let mark = words.get(end).filter(|mark| mark.breaks == 0)?;
    match mark.normal.as_str() {
        "e" if mark.touches() => {
            let (end, exponent) = exponent(words, end + 1)?;
            Some((end, times_power(value, Number::whole(10), exponent)?))
        }
        "^" if mark.touches() => {
            let (end, exponent) = exponent(words, end + 1)?;
            Some((end, times_power(Number::ONE, value, exponent)?))
        }
        "x" | "×" => {
            let base = words.get(end + 1).filter(|base| base.breaks == 0 && base.spaced == mark.spaced)?;
            let sign = touching(end + 2).filter(|_| base.normal == "10")?;
            let is_signed = sign.is_sign("-") || sign.is_sign("+");
            let at = if sign.is_sign("^") { end + 3 } else { end + 2 };
            let (end, exponent) = exponent(words, at).filter(|_| is_signed || sign.is_sign("^"))?;
            Some((end, times_power(value, Number::whole(10), exponent)?))
        }
        _ => None,
    }
}

/// The exponent in digits with its sign at `at`, and the word after it.
fn exponent(words: &[Word], at: usize) -> Option<(usize, i32)> {
    let touching = |idx: usize| words.get(idx).filter(|word| word.touches());
    let is_negative = touching(at)?.is_sign("-");
    let is_signed = is_negative || words[at].is_sign("+");
    let at = if is_signed { at + 1 } else { at };
    let digits = touching(at).filter(|digits| digits.kind == TokenKind::Digits)?;
    let closes = touching(at + 1).is_none_or(|next| next.kind != TokenKind::Digits);
    let exponent: i32 = digits.normal.parse().ok().filter(|exponent| *exponent <= MAX_EXPONENT && closes)?;
    Some((at + 1, if is_negative { -exponent } else { exponent }))
}

/// `value` times `base` to the power of `exponent`, where it is exact.
fn times_power(value: Number, base: Number, exponent: i32) -> Option<Number> {
    let power = (0..exponent.unsigned_abs()).try_fold(Number::ONE, |power, _| power.times(base))?;
    if exponent < 0 { value.over(power) } else { value.times(power) }
}
