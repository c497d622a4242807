//! Years in words.

use crate::extract::number::compose::{Joining, Reader};
use crate::extract::time::count;
use crate::extract::time::view::View;
use crate::text::token::TokenKind;

/// Reads a year in words: `nineteen ninety-six`, `two thousand and five`, `ألفين وثمانية عشر`.
pub fn read(view: &View<'_>, idx: usize) -> Option<(i16, usize)> {
    view.get(idx).filter(|word| word.kind == TokenKind::Word && !word.senses.is_empty())?;
    let whole = || {
        let reader = Reader { words: view.words, language: view.language };
        let term = reader.number(idx, Joining::WithAnd).filter(|term| !term.is_vague && !term.is_fraction)?;
        Some((i32::try_from(term.value.to_whole()?).ok()?, term.end)).filter(|(_, end)| *end > idx + 1)
    };
    if let Some(paired) = paired(view, idx) {
        return Some(paired);
    }
    let (year, end) = whole()?;
    let year = i16::try_from(year).ok().filter(|year| (1100..2200).contains(year))?;
    Some((year, end))
}

/// Reads a year told by its hundreds: `nineteen ninety-six`.
pub fn paired(view: &View<'_>, idx: usize) -> Option<(i16, usize)> {
    view.get(idx).filter(|word| word.kind == TokenKind::Word && !word.senses.is_empty())?;
    let (century, next) = count::cardinal(view, idx).filter(|(number, _)| (11..=20).contains(number))?;
    let (rest, end) = count::cardinal(view, next).filter(|(number, _)| (10..100).contains(number))?;
    let year = i16::try_from(century * 100 + rest).ok()?;
    let joined = view.has_conjunction(next) || view.language.grammar.adjective_after_noun;
    (!joined && end > next).then_some((year, end))
}
