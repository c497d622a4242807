//! Quoted words, in every pair of quotation marks that the press uses.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::word::Word;
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::words::Words;
use std::ops::Range;

/// Longest quote, in words; a mark that is not closed by then opens nothing.
const LONGEST: usize = 400;

/// Opening marks with what may close each: papers mix the families, and set one mark on both sides.
const MARKS: [(&str, &[&str]); 8] = [
    ("«", &["»"]),
    ("“", &["”"]),
    ("”", &["”", "“"]),
    ("„", &["“", "”"]),
    ("\"", &["\"", "”"]),
    ("‹", &["›"]),
    ("‘", &["’"]),
    ("'", &["'"]),
];

/// Marks that also stand for a letter or an owner: they close only beside another sign.
const APOSTROPHES: [&str; 2] = ["’", "'"];

/// Reads all quotes, outermost first, in order and without overlap; the keys of their words are for those to add
/// who compare them.
#[must_use]
pub fn recognise(words: &[Word], text: &Text) -> Vec<Mention> {
    let mut quotes = Vec::new();
    let mut idx = 0;
    while idx < words.len() {
        match closing(words, text, idx) {
            Some(last) => {
                quotes.push(mention(words, text, idx + 1..last));
                idx = last + 1;
            }
            None => idx += 1,
        }
    }
    quotes
}

/// The word that closes the quote opened at `idx`.
fn closing(words: &[Word], text: &Text, idx: usize) -> Option<usize> {
    let opening = words.get(idx).filter(|word| word.kind == TokenKind::Sign && opens(words, idx))?;
    let mark = text.slice(opening.span);
    let (_, closers) = MARKS.iter().find(|(open, _)| *open == mark)?;
    let stop = words.len().min(idx + LONGEST);
    for (offset, word) in words.get(idx + 1..stop)?.iter().enumerate() {
        let at = idx + 1 + offset;
        let sign = if word.kind == TokenKind::Sign { text.slice(word.span) } else { "" };
        if word.breaks > 0 || (sign == mark && !closers.contains(&sign)) {
            return None;
        }
        if at > idx + 1
            && word.touches()
            && closers.contains(&sign)
            && (!is_apostrophe(sign) || ends(words, at))
        {
            return Some(at);
        }
    }
    None
}

fn is_apostrophe(sign: &str) -> bool {
    APOSTROPHES.contains(&sign)
}

/// Whether a mark ends what is quoted: another sign stands on either side of it, or nothing behind.
fn ends(words: &[Word], at: usize) -> bool {
    let is_sign = |word: &Word| word.kind == TokenKind::Sign;
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    before.is_some_and(is_sign) || words.get(at + 1).is_none_or(|next| next.breaks > 0 || is_sign(next))
}

/// Whether a mark stands where a quote begins: words follow it at once, and before it stands a space, a
/// sign, or a word of one letter that is written together with the next.
fn opens(words: &[Word], idx: usize) -> bool {
    let follows = words.get(idx + 1).is_some_and(|next| !next.spaced && next.breaks == 0);
    let Some(before) = idx.checked_sub(1).and_then(|at| words.get(at)) else { return follows };
    let free = words.get(idx).is_some_and(|word| !word.touches());
    follows && (free || before.kind == TokenKind::Sign || before.normal.chars().count() == 1)
}

fn mention(words: &[Word], text: &Text, range: Range<usize>) -> Mention {
    let inside = words.get(range.clone()).unwrap_or_default();
    let span = match (inside.first(), inside.last()) {
        (Some(first), Some(last)) => Span::new(first.span.start, last.span.end),
        _ => Span::new(0, 0),
    };
    let quoted = Value::Words(Words { text: text.slice(span).to_owned(), ..Words::default() });
    Mention { words: range, ..Mention::new(Dimension::Quote, span, quoted) }
}
