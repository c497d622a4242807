//! Bare numbers that a dash sets against each other, as in the score of a match: 3 - 1, 1-صفر.

use crate::extract::number::Numeral;
use crate::extract::quantity::Scene;
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::text::token::TokenKind;

/// Most digits of a side.
const DIGITS: usize = 3;

/// Whether a number of one word is a side of a score: a dash parts it from digits, or from the word for none.
pub(super) fn is_side(scene: &Scene<'_>, numeral: &Numeral) -> bool {
    let at = numeral.core.start;
    if numeral.words.len() != 1 || !is_point(scene, at) {
        return false;
    }
    let ends = |end: usize| scene.words.get(end).is_none_or(|next| !is_joint(next));
    let follows = parts(scene, at + 1) && is_point(scene, at + 2) && ends(at + 3);
    let is_second = || at >= 2 && parts(scene, at - 1) && is_point(scene, at - 2);
    let starts = || at.checked_sub(3).is_none_or(|before| !is_joint(&scene.words[before]));
    follows || is_second() && starts()
}

/// Few digits, or the word for none.
fn is_point(scene: &Scene<'_>, at: usize) -> bool {
    scene.words.get(at).is_some_and(|word| match word.kind {
        TokenKind::Digits => word.normal.len() <= DIGITS,
        TokenKind::Word => {
            word.clitics.conjunction.is_none()
                && word.senses.iter().any(|sense| sense.meaning == Meaning::Cardinal(0))
        }
        TokenKind::Sign => false,
    })
}

/// Whether a dash stands at `at`, or a slash beside the word for none.
fn parts(scene: &Scene<'_>, at: usize) -> bool {
    let is_none = |at: usize| scene.words.get(at).is_some_and(|word| word.kind == TokenKind::Word);
    let is_slash = scene.words.get(at).is_some_and(|slash| slash.is_sign("/") && slash.breaks == 0);
    is_dash(scene, at) || is_slash && (is_none(at + 1) || is_none(at - 1))
}

/// Whether a dash stands at `at` that is no minus: white space is on both sides of it or on none.
fn is_dash(scene: &Scene<'_>, at: usize) -> bool {
    let (Some(dash), Some(next)) = (scene.words.get(at), scene.words.get(at + 1)) else { return false };
    // No minus stands before a word.
    let is_even = !dash.spaced || next.spaced || next.kind == TokenKind::Word;
    dash.is_sign("-") && dash.breaks == 0 && next.breaks == 0 && is_even
}

/// Whether a sign makes a longer figure of what it stands beside.
fn is_joint(word: &Word) -> bool {
    ["-", "/", "%", ":"].iter().any(|sign| word.is_sign(sign))
}
