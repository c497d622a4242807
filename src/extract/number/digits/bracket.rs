//! Digits in brackets or quotation marks before what they count or measure: (25) طنا, «34» مليون.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::number::compose::{GROUP, Reader, Term};
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::text::token::TokenKind;
use crate::value::number::Number;

/// Marks with what closes them.
const MARKS: [(&str, &str); 5] = [("(", ")"), ("\"", "\""), ("«", "»"), ("“", "”"), ("”", "“")];

/// The number at `idx` with the mark that closes it and the scale behind, where what follows is counted or measured.
#[must_use]
pub fn opened(reader: &Reader<'_>, idx: usize, term: Term) -> Option<Term> {
    let open = idx.checked_sub(1).and_then(|open| reader.word(open)).filter(|_| term.in_digits)?;
    let close = reader.word(term.end).filter(|close| close.breaks == 0)?;
    MARKS.iter().find(|(left, right)| open.is_sign(left) && close.is_sign(right))?;
    let at = term.end + 1;
    let next = reader.next_word(at).filter(|next| next.breaks == 0 && next.kind == TokenKind::Word)?;
    let repeats = idx.checked_sub(2).is_some_and(|before| is_number(&reader.words[before]));
    let is_plain = !next.clitics.article && next.clitics.preposition.is_none();
    let is_unit = is_plain && next.summary.is_any(Classes::of(&[Class::Unit, Class::Currency]));
    let scales = |sense: &Sense| match sense.meaning {
        Meaning::Scale(scale) => {
            is_plain && sense.form != Form::Two && scale >= GROUP && is_less(term.value, scale)
        }
        Meaning::Percent => true,
        _ => false,
    };
    let measures = is_unit || next.senses.iter().any(scales);
    let opens_line = open.breaks > 0 || idx == 1;
    let counts = || {
        let is_thing = is_counted(next, term.value) || is_cased(reader.language, next, term.value);
        !opens_line && reader.language.grammar.adjective_after_noun && is_thing
    };
    if repeats || !(measures || counts()) {
        return None;
    }
    reader.scaled(Term { end: at, ..term })
}

/// Whether a number counts a noun that follows it: up to ten in the plural, above in the singular. One and two are said
/// by the noun itself.
fn is_counted(next: &Word, value: Number) -> bool {
    let has = |form: Form| {
        next.senses.iter().any(|sense| {
            matches!(sense.meaning, Meaning::Concept(_) | Meaning::Role(_) | Meaning::Demonym(_))
                && sense.form == form
        })
    };
    let bare = !next.clitics.article && !next.clitics.pronoun && next.clitics.preposition.is_none();
    let (three, ten) = (Number::whole(3), Number::whole(10));
    bare && value >= three && if value <= ten { has(Form::Many) } else { has(Form::One) }
}

/// Whether a word of no list has the ending of what a number above ten counts: (32) مجلدا.
fn is_cased(language: &Language, next: &Word, value: Number) -> bool {
    let ten = Number::whole(10);
    next.senses.is_empty() && value > ten && language.without_case(&next.normal).is_some()
}

/// Whether a number is less than the scale behind it, which else says it once more: (1000000) مليون.
fn is_less(value: Number, scale: u64) -> bool {
    i64::try_from(scale).is_ok_and(|scale| value < Number::whole(scale))
}

fn is_number(word: &Word) -> bool {
    word.kind == TokenKind::Digits || word.summary.is(Class::Number)
}
