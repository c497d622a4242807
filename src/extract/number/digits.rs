//! Numbers in digits: which runs of digits, signs and letters are a number, and which number. Runs that
//! are clock times, dates, versions, telephone numbers or names of things are told apart here by shape.

/// Digits in brackets.
pub mod bracket;
/// What stands right before.
pub mod glued;
/// Marks of thousands and of decimals.
mod mark;
/// Powers.
mod power;
/// Fractions with a slash.
mod slash;

use crate::extract::number::digits::glued::{follows_prefix, is_glued_before, is_listed};
use crate::extract::number::digits::mark::{grouped, groups_by_point, is_decimal, is_rate};
use crate::extract::number::digits::power::powered;
use crate::extract::number::digits::slash::slashed;
use crate::extract::word::Word;
use crate::lexicon::schema::language::Grammar;
use crate::text::token::TokenKind;
use crate::value::number::Number;

/// Pieces of one run that are looked at together; it bounds the work on hostile input.
pub(super) const MAX_PIECES: usize = 12;

/// Digits that a number without separators may have; longer runs are names of things.
const MAX_RUN: usize = 15;

/// What a run of digits is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Literal {
    /// A number, up to the word at `end`.
    Value {
        /// The word after it.
        end: usize,
        /// The number.
        value: Number,
    },
    /// A fraction with a slash or a fraction sign.
    Fraction {
        /// The word after it.
        end: usize,
        /// The number.
        value: Number,
    },
    /// No number; reading goes on at this word.
    Other(usize),
}

/// Reads the run of digits that begins at the word `idx`, which is digits or a fraction sign.
#[must_use]
pub fn literal(words: &[Word], idx: usize, grammar: &Grammar) -> Literal {
    if let Some(value) = words.get(idx).and_then(fraction_sign) {
        return Literal::Fraction { end: idx + 1, value };
    }
    let run = Run::at(words, idx);
    if is_glued_before(words, idx) || follows_prefix(words, idx) {
        return Literal::Other(run.end);
    }
    if is_listed(words, idx) && run.pieces().get(1).is_some_and(|piece| piece.separator == ",") {
        return words[idx]
            .normal
            .parse()
            .map_or(Literal::Other(run.end), |value| Literal::Value { end: idx + 1, value });
    }
    let dashes = run.pieces().iter().filter(|piece| piece.separator == "-").count();
    if dashes > 1 || run.pieces().iter().any(|piece| piece.separator == ":") {
        return Literal::Other(run.end);
    }
    let first_part = run
        .pieces()
        .iter()
        .skip(1)
        .position(|piece| piece.separator == "-")
        .map_or(run.pieces().len(), |at| at + 1);
    let part = &run.pieces()[..first_part];
    let end = part.last().map_or(idx + 1, |piece| piece.idx + 1);
    if let [numerator, denominator] = part
        && denominator.separator == "/"
    {
        let value = slashed(numerator.digits, denominator.digits).filter(|_| dashes == 0);
        return value.map_or(Literal::Other(run.end), |value| Literal::Fraction { end, value });
    }
    let value = number(words, part, grammar);
    if let Some((end, value)) = value.and_then(|value| powered(words, end, value)) {
        return Literal::Value { end, value };
    }
    plain(words, idx, (part, run.end), value, grammar)
}

/// What the pieces of a run before its dash are, where they are no power: their
/// number with the groups behind it, or the first of a list.
fn plain(
    words: &[Word],
    idx: usize,
    (part, run_end): (&[Piece<'_>], usize),
    value: Option<Number>,
    grammar: &Grammar,
) -> Literal {
    let end = part.last().map_or(idx + 1, |piece| piece.idx + 1);
    match value {
        Some(value) if part.len() == 1 => {
            spaced_groups(words, idx, grammar).unwrap_or(Literal::Value { end, value })
        }
        Some(value) => Literal::Value { end, value },
        None if part.len() > 1 && part.iter().skip(1).all(|piece| piece.separator == ",") => {
            number(words, &part[..1], grammar)
                .map_or(Literal::Other(idx + 1), |value| Literal::Value { end: idx + 1, value })
        }
        None => Literal::Other(run_end),
    }
}

/// The value of a sign such as ½.
#[must_use]
pub fn fraction_sign(word: &Word) -> Option<Number> {
    if word.kind != TokenKind::Sign {
        return None;
    }
    let (numerator, denominator) = match word.normal.as_str() {
        "½" => (1, 2),
        "⅓" => (1, 3),
        "⅔" => (2, 3),
        "¼" => (1, 4),
        "¾" => (3, 4),
        "⅕" => (1, 5),
        "⅖" => (2, 5),
        "⅗" => (3, 5),
        "⅘" => (4, 5),
        "⅙" => (1, 6),
        "⅚" => (5, 6),
        "⅛" => (1, 8),
        "⅜" => (3, 8),
        "⅝" => (5, 8),
        "⅞" => (7, 8),
        _ => return None,
    };
    Number::ratio(numerator, denominator)
}

/// One piece of digits and the separator before it.
#[derive(Clone, Copy)]
struct Piece<'w> {
    separator: &'w str,
    digits: &'w str,
    idx: usize,
}

/// Digits joined by separators without white space.
struct Run<'w> {
    all: [Piece<'w>; MAX_PIECES],
    count: usize,
    end: usize,
}

impl<'w> Run<'w> {
    fn at(words: &'w [Word], idx: usize) -> Self {
        let mut all = [Piece { separator: "", digits: &words[idx].normal, idx }; MAX_PIECES];
        let (mut count, mut end) = (1, idx + 1);
        while count < MAX_PIECES
            && let [separator, digits, ..] = &words[end.min(words.len())..]
            && separator.touches()
            && digits.touches()
            && digits.kind == TokenKind::Digits
            && let Some(mark) = separator_mark(separator)
        {
            all[count] = Piece { separator: mark, digits: &digits.normal, idx: end + 1 };
            count += 1;
            end += 2;
        }
        let pieces = &mut all[..count];
        if count > 1 && pieces.iter().skip(1).all(|piece| words[piece.idx].turned) {
            turn(pieces);
        }
        Self { all, count, end }
    }

    /// The pieces in the order in which they are read.
    fn pieces(&self) -> &[Piece<'w>] {
        &self.all[..self.count]
    }
}

/// Puts pieces in order whose separators run from right to left, so that the first one written is the last
/// one read: 5.2 where the text holds 2, the mark and 5.
fn turn(pieces: &mut [Piece<'_>]) {
    let turned: Vec<_> = pieces.iter().map(|piece| (piece.separator, piece.digits)).collect();
    let separators = std::iter::once("").chain(turned.iter().rev().map(|(separator, _)| *separator));
    let read = separators.zip(turned.iter().rev().map(|(_, digits)| *digits));
    for (piece, (separator, digits)) in pieces.iter_mut().zip(read) {
        (piece.separator, piece.digits) = (separator, digits);
    }
}

/// The separator that a word between digits is. A single letter that means nothing else stands for the
/// decimal mark of writing from right to left (8ر15).
fn separator_mark(word: &Word) -> Option<&str> {
    match word.kind {
        TokenKind::Sign => {
            Some(word.normal.as_str()).filter(|sign| matches!(*sign, "," | "." | "'" | "/" | "-" | ":"))
        }
        TokenKind::Word
            if word.senses.is_empty() && !word.normal.is_ascii() && word.normal.chars().count() == 1 =>
        {
            Some("letter")
        }
        TokenKind::Word | TokenKind::Digits => None,
    }
}

/// The number that pieces without dashes are.
fn number(words: &[Word], pieces: &[Piece<'_>], grammar: &Grammar) -> Option<Number> {
    let (first, rest) = pieces.split_first()?;
    // Behind a letter for the decimal mark the decimals stand first: 01ر32.
    let has_letter =
        matches!(rest, [second] if second.separator == "letter" && !second.digits.starts_with('0'));
    let leading_zero = first.digits.len() > 1 && first.digits.starts_with('0') && !has_letter;
    if leading_zero || pieces.iter().any(|piece| piece.digits.len() > MAX_RUN) {
        return None;
    }
    match rest {
        [] => first.digits.parse().ok(),
        [second] if second.separator == "letter" => {
            let rest = Piece { separator: ".", ..*first };
            let mark = if groups_by_point(words, second, &rest, grammar) { "" } else { "." };
            format!("{}{mark}{}", second.digits, first.digits).parse().ok()
        }
        [second] if is_rate(words, first, second, grammar) => {
            format!("{}.{}", first.digits, second.digits).parse().ok()
        }
        [second] if is_decimal(first, second, grammar) && !groups_by_point(words, first, second, grammar) => {
            format!("{}.{}", first.digits, second.digits).parse().ok()
        }
        [.., last] => {
            let is_mixed = rest.len() > 1 && last.separator != rest[0].separator;
            let (groups, decimals) =
                if is_mixed { (&rest[..rest.len() - 1], last.digits) } else { (rest, "0") };
            let whole = grouped(first, groups)?;
            if is_mixed && !matches!(last.separator, "." | ",") {
                return None;
            }
            format!("{whole}.{decimals}").parse().ok()
        }
    }
}

/// Groups of three digits that white space separates (6 700), and the decimals behind them (6 700.5).
fn spaced_groups(words: &[Word], idx: usize, grammar: &Grammar) -> Option<Literal> {
    let first = words.get(idx).filter(|word| word.normal.len() <= 3 && word.normal != "0")?;
    let mut end = idx + 1;
    let is_group = |word: &&Word| {
        word.kind == TokenKind::Digits && word.spaced && word.breaks == 0 && word.normal.len() == 3
    };
    // A comma and white space before a group that is no number of its own: 80, 000.
    let is_comma = |word: &Word| word.is_sign(",") && word.touches();
    let is_rest = |word: &Word| is_group(&word) && word.normal.starts_with('0');
    let next = words.get(end)?;
    if !is_group(&next) && !is_comma(next) {
        return None;
    }
    let mut digits = first.normal.clone();
    if let [comma, rest, ..] = &words[end.min(words.len())..]
        && is_comma(comma)
        && is_rest(rest)
        && Run::at(words, end + 1).pieces().len() == 1
    {
        let value = format!("{digits}{}", rest.normal).parse().ok()?;
        return Some(Literal::Value { end: end + 2, value });
    }
    while let Some(group) = words.get(end).filter(is_group)
        && let Some(decimals) = decimals(&Run::at(words, end), grammar)
        && end - idx < MAX_PIECES
    {
        digits.push_str(&group.normal);
        end += 1;
        if let Some(decimals) = decimals {
            digits = format!("{digits}.{decimals}");
            end += 2;
            break;
        }
    }
    let value = digits.parse().ok().filter(|_| end > idx + 1)?;
    Some(Literal::Value { end, value })
}

/// The decimals of the last of several groups, none where it has none; nothing where the run is no group.
fn decimals<'w>(run: &Run<'w>, grammar: &Grammar) -> Option<Option<&'w str>> {
    match run.pieces() {
        [_] => Some(None),
        [_, last] => {
            let is_mark = last.separator == if grammar.decimal_comma { "," } else { "." };
            (is_mark || last.separator == "," && last.digits.len() < 3).then_some(Some(last.digits))
        }
        _ => None,
    }
}
