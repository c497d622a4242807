//! Years that stand by themselves, told by where they stand: at the head of a line, in brackets, behind "last year".

use crate::extract::time::view::View;
use crate::extract::time::year::attribute::is_number_of;
use crate::extract::time::year::is_uncounted;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::Form;
use crate::text::token::TokenKind;

/// The signs that part a year at the head of a line from what happened then.
const DASHES: [&str; 3] = ["-", "–", "—"];

/// What numbers stand behind: verbs and nouns that count are none of these.
const PLAIN: Classes = Classes::of(&[Class::Place, Class::Nation, Class::Person]);

/// Concepts of those who were born in a year.
const BORN: &str = "birth";

/// Whether the year at `idx` heads a line of what happened when: `1957 - اختيار نواكشوط عاصمة`.
pub(super) fn heads_line(view: &View<'_>, idx: usize, end: usize) -> bool {
    let begins = idx == 0 || view.sign(idx - 1, ".") || view.get(idx).is_some_and(|word| word.breaks > 0);
    let is_dash = DASHES.iter().any(|dash| view.sign(end, dash));
    let is_text = |word: &Word| word.kind == TokenKind::Word && word.breaks == 0;
    begins && is_dash && !view.touches(end) && view.get(end + 1).is_some_and(is_text)
}

/// Whether brackets hold the year at `idx` and nothing else, behind a title, a name or one thing: «سيريانا» (2005),
/// a mosque in Kufa (1968); or they end with it behind a comma, as those of a book do: (Cairo: X, 1987).
pub(super) fn is_held(view: &View<'_>, idx: usize, end: usize) -> bool {
    if !view.sign(end, ")") || !is_uncounted(view, end + 1, false) || idx < 2 {
        return false;
    }
    let is_named = |word: &Word| {
        let is_mark = ["\"", "»", "”", "'"].iter().any(|mark| word.is_sign(mark));
        is_mark || word.kind == TokenKind::Word && (word.senses.is_empty() || is_thing(word))
    };
    let before = |back: usize| idx.checked_sub(back).and_then(|at| view.get(at));
    let is_alone = view.sign(idx - 1, "(") && before(2).is_some_and(is_named) && !is_number_of(view, idx - 1);
    let is_comma = view.sign(idx - 1, ",") || view.sign(idx - 1, "،");
    let is_name = |word: &Word| {
        let is_known = word.capital || word.letters.is_definite || word.summary.is_any(PLAIN);
        word.kind == TokenKind::Word && (is_known || word.senses.is_empty())
    };
    is_alone || is_comma && before(2).is_some_and(is_name)
}

/// Whether a word names a place or somebody, or describes one thing.
fn is_thing(word: &Word) -> bool {
    let describes = word
        .senses
        .iter()
        .all(|sense| matches!(sense.form, Form::One | Form::Fixed) && sense.meaning.concept().is_some());
    word.summary.is_any(PLAIN) || describes && !word.clitics.pronoun
}

/// Whether the year at `idx` says which year is meant by the words before it, or when those before it were born:
/// `العام الماضي 2014`, `مواليد 1986`.
pub(super) fn says_again(view: &View<'_>, idx: usize, end: usize) -> bool {
    if !view.language.grammar.adjective_after_noun
        || idx == 0
        || view.get(idx).is_some_and(|word| word.breaks > 0)
    {
        return false;
    }
    let is_definite = |word: &Word| word.kind == TokenKind::Word && word.letters.is_definite;
    let is_told = idx > 1 && view.is_year_word(idx - 2) && view.get(idx - 1).is_some_and(is_definite);
    let is_born =
        view.get(idx - 1).is_some_and(|word| word.has_concept(BORN) && word.clitics.preposition.is_none());
    let is_beside = view.get(idx - 1).is_some_and(|word| word.breaks == 0);
    (is_told && is_beside || is_born) && is_uncounted(view, end, true) && !view.joined_after(idx)
}
