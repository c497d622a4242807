//! What words behind a count add to it: four planes *and a Russian one*.

use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

/// Furthest that one more stands behind a count, in words: four planes *that drop water and a* Russian one.
const BEHIND: usize = 6;

/// Whether one more thing is added to those that a value counts.
pub(super) fn is_added_to(reading: &Reading<'_>, mention: &Mention) -> bool {
    let word = |at: usize| reading.words.get(at).filter(|word| word.breaks == 0);
    let end = mention.words.end;
    let goes_on =
        |at: &usize| word(*at).is_some_and(|word| word.kind == TokenKind::Word || word.is_sign(","));
    let is_head = |word: &Word| mention.head.as_ref().is_some_and(|head| word.has_concept(head));
    let is_one = |at: &usize| {
        word(*at)
            .is_some_and(|word| is_head(word) && word.summary.has_form(Form::One) && !word.clitics.article)
    };
    let joins = |at: usize| {
        word(at).is_some_and(|word| {
            word.is_function(Function::And) || word.clitics.conjunction == Some(Function::And)
        })
    };
    let more = (end..end + BEHIND).take_while(goes_on).find(is_one);
    more.is_some_and(|at| (end..at + 1).any(joins) && reading.mentions_in(end..at + 1).is_empty())
}
