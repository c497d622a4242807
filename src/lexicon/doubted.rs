//! Quoted words that take something from what is said: it *may* be so, it is *nearly* so.

use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::recall::Known;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::Hedge;
use crate::value::words::{DOUBT, Key, SOFT, Weight};

/// Marks a quoted word that takes something from what is said, or that a translator may put for one; `last` and `next`
/// are the words beside it.
pub(super) fn mark(
    key: &mut Key,
    found: &Known,
    (last, next): (Option<&Known>, Option<&Known>),
    language: &Language,
) {
    let has =
        |known: &Known, pick: fn(&Meaning) -> bool| known.senses.iter().any(|sense| pick(&sense.meaning));
    let is =
        |function: Function| found.senses.iter().any(|sense| sense.meaning == Meaning::Function(function));
    let is_month = has(found, |meaning| matches!(meaning, Meaning::Month(_)))
        && key.word.chars().next().is_some_and(char::is_uppercase);
    let counts = |known: &Known| {
        has(known, |meaning| matches!(meaning, Meaning::Cardinal(_) | Meaning::Scale(_)))
            || known.normal.starts_with(|c: char| c.is_ascii_digit())
    };
    let indeed = next.filter(|_| is(Function::Indeed));
    if next.is_some_and(counts) && key.is_doubt() {
        // "Nearly 200" is a number.
        key.concepts.retain(|concept| concept != DOUBT);
        key.weight = Weight::Function;
    }
    let is_vague = |meaning: &Meaning| matches!(meaning, Meaning::Hedge(Hedge::About | Hedge::Nearly));
    let ends = !next.is_some_and(|next| next.normal.starts_with(char::is_alphanumeric));
    let is_hedged = ends && has(found, is_vague) && !last.is_some_and(counts);
    if is_hedged || (is(Function::May) && !is_month) || indeed.is_some_and(|next| is_to_come(next, language))
    {
        key.concepts.push(DOUBT.to_owned());
        key.weight = Weight::Turning;
    }
    let is_open = indeed.is_some_and(|next| language.may_begin_present(&next.normal));
    if is(Function::Can) || is(Function::Expected) || is_open || has(found, is_vague) {
        key.concepts.push(SOFT.to_owned());
    }
}

/// Whether a verb is in the present, as far as it is listed or by how it begins: behind it what is told may be.
fn is_to_come(known: &Known, language: &Language) -> bool {
    let has = |form: Form| known.senses.iter().any(|sense| sense.form == form);
    let begins = language.begins_present(&known.normal);
    !has(Form::Past) && (begins || (has(Form::Present) && language.may_begin_present(&known.normal)))
}
