//! What a mark between digits does: it groups thousands, or it begins decimals.

use crate::extract::number::digits::Piece;
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::language::Grammar;
use crate::text::token::TokenKind;

/// Whether the one separator between two pieces marks decimals.
pub(super) fn is_decimal(first: &Piece<'_>, second: &Piece<'_>, grammar: &Grammar) -> bool {
    let may_group = second.digits.len() == 3 && first.digits.len() <= 3 && first.digits != "0";
    match second.separator {
        "." => !(grammar.decimal_comma && may_group),
        "," => second.digits.len() <= 2 && first.digits.len() <= 3 || grammar.decimal_comma,
        _ => false,
    }
}

/// Whether a comma begins the four or five decimals of a rate of exchange, in a language that writes both marks: 1,0812
/// دولار.
pub(super) fn is_rate(words: &[Word], first: &Piece<'_>, second: &Piece<'_>, grammar: &Grammar) -> bool {
    let has_decimals =
        second.separator == "," && (4..=5).contains(&second.digits.len()) && first.digits.len() <= 3;
    let is_currency =
        |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Currency(_)));
    let next = words.get(second.idx + 1).filter(|next| next.breaks == 0);
    grammar.point_groups && has_decimals && next.is_some_and(is_currency)
}

/// Words on either side of a sum among which another one shows what a full stop does.
const NEAR: usize = 60;

/// Whether a full stop groups the thousands of another number nearby, which leaves no doubt about it: 1.457.200.
fn groups_nearby(words: &[Word], idx: usize) -> bool {
    let near = words.get(idx.saturating_sub(NEAR)..words.len().min(idx + NEAR)).unwrap_or_default();
    let is_group = |word: &Word| word.kind == TokenKind::Digits && word.touches() && word.normal.len() == 3;
    let is_point = |word: &Word| word.is_sign(".") && word.touches();
    near.windows(5).any(|window| {
        let [first, point, second, other, third] = window else { return false };
        first.kind == TokenKind::Digits
            && is_point(point)
            && is_group(second)
            && is_point(other)
            && is_group(third)
    })
}

/// The digits of groups of thousands (or of lakhs, in groups of two and a last one of three).
pub(super) fn grouped(first: &Piece<'_>, rest: &[Piece<'_>]) -> Option<String> {
    let (last, middle) = rest.split_last()?;
    let separator = last.separator;
    let is_uniform =
        matches!(separator, "," | "." | "'") && middle.iter().all(|piece| piece.separator == separator);
    let is_even = middle.iter().all(|piece| piece.digits.len() == 3)
        || (separator == ","
            && first.digits.len() <= 2
            && middle.iter().all(|piece| piece.digits.len() == 2));
    let fits =
        is_uniform && is_even && last.digits.len() == 3 && first.digits.len() <= 3 && first.digits != "0";
    fits.then(|| rest.iter().fold(first.digits.to_owned(), |whole, piece| whole + piece.digits))
}

/// Currencies whose smaller coin is a thousandth.
const OF_THOUSAND: [&str; 6] = ["BHD", "IQD", "KWD", "LYD", "OMR", "TND"];

/// Whether a full stop before three digits groups thousands in a language that writes both so: before three
/// zeros, and where what is counted has no parts (22.790 شخصا, 2.500 عام).
pub(super) fn groups_by_point(
    words: &[Word],
    first: &Piece<'_>,
    second: &Piece<'_>,
    grammar: &Grammar,
) -> bool {
    let may_group = second.separator == "." && second.digits.len() == 3 && first.digits.len() <= 3;
    if !grammar.point_groups || !may_group || first.digits.starts_with('0') {
        return false;
    }
    let after = first.idx.max(second.idx) + 1;
    let next = words.get(after).map(|word| if word.is_sign(")") { words.get(after + 1) } else { Some(word) });
    let Some(next) = next.flatten().filter(|next| next.breaks == 0) else { return second.digits == "000" };
    let is = |pick: &dyn Fn(&Meaning) -> bool| next.senses.iter().any(|sense| pick(&sense.meaning));
    let has_thousandths = || {
        is(
            &|meaning| matches!(meaning, Meaning::Currency(code) if &**code == "dinar" || OF_THOUSAND.contains(&&**code)),
        )
    };
    let is_percent = || next.is_sign("%") || is(&|meaning| *meaning == Meaning::Percent);
    let is_year = || is(&|meaning| matches!(meaning, Meaning::Unit(code) if &**code == "a"));
    // Points of an index have parts.
    let has_parts = is(&|meaning| *meaning == Meaning::Point);
    let is_thing = || {
        !has_parts
            && next.senses.iter().any(|sense| {
                matches!(sense.meaning, Meaning::Concept(_) | Meaning::Role(_) | Meaning::Demonym(_))
                    && matches!(sense.form, Form::One | Form::Many)
            })
    };
    let is_paid = || {
        let is_currency = is(&|meaning| matches!(meaning, Meaning::Currency(_)));
        is_currency && !has_thousandths() && groups_nearby(words, first.idx)
    };
    match second.digits {
        "000" => !has_thousandths() && !is_percent(),
        digits if digits.ends_with("00") => is_year() || is_thing() || is_paid(),
        _ => is_thing() || is_paid(),
    }
}
