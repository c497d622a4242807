//! Bare numbers of people: those with whom something was done that is done to people alone. 71 *were arrested*, the
//! police *arrested* 71, إنقاذ تسعة.

use crate::extract::attribution::is_verb;
use crate::extract::kind::PEOPLE;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::word::Word;
use crate::lexicon::Lexicon;
use crate::lexicon::class::Class;
use crate::lexicon::language::Language;
use crate::lexicon::meaning::Form as Shape;
use crate::lexicon::schema::function::Function;
use crate::text::hash;
use crate::text::token::TokenKind;

/// Most words between a bare number and the verb that tells what was done with the people whom it counts.
const LINK: usize = 4;

/// Most words of a row of ages before its last one.
const AGES: usize = 8;

/// Gives bare numbers that count people by what was done with them their noun.
pub(super) fn name(words: &[Word], language: &Language, lexicon: &Lexicon, mentions: &mut [Mention]) {
    let scene = Scene { words, language, lexicon };
    for mention in mentions.iter_mut().filter(|mention| mention.head.is_none()) {
        if scene.counts_people(mention) {
            mention.head = Some(PEOPLE.to_owned());
        }
    }
}

/// What is looked at for what was done with those whom a number counts.
struct Scene<'w> {
    words: &'w [Word],
    language: &'w Language,
    lexicon: &'w Lexicon,
}

impl Scene<'_> {
    /// Whether a number without a noun counts people by what was done with them.
    fn counts_people(&self, mention: &Mention) -> bool {
        mention.dimension == Dimension::Number
            && mention.head_text.is_none()
            && !ends_ages(self.words, mention.words.start)
            && (self.is_dealt_behind(mention) || self.is_dealt_before(mention))
    }

    /// Whether a word tells what is done to people alone.
    fn deals(&self, word: &Word) -> bool {
        word.summary.is(Class::Concept)
            && word.senses.iter().any(|sense| {
                sense.meaning.concept().is_some_and(|id| self.lexicon.is_done_to_people(hash::of(&**id)))
            })
    }

    /// Whether the verb behind words that say nothing by themselves tells it: seventeen *were taken into custody*.
    fn is_dealt_behind(&self, mention: &Mention) -> bool {
        let end = mention.words.end;
        let is_near = |word: &&Word| word.breaks == 0 && word.kind == TokenKind::Word;
        let after = self.words.get(end..).unwrap_or_default().iter().take(LINK).take_while(is_near);
        let led = after.clone().take_while(|word| word.is_article()).count();
        led > 0 && after.clone().nth(led).is_some_and(|word| self.deals(word))
    }

    /// Whether the verb right before the number tells it, or where nouns of deeds lead as verbs do such a noun.
    fn is_dealt_before(&self, mention: &Mention) -> bool {
        let at = mention.words.start;
        let Some(before) = at.checked_sub(1).and_then(|at| self.words.get(at)) else { return false };
        let is_deed = || {
            self.language.grammar.adjective_after_noun
                && !before.clitics.article
                && before.summary.has_form(Shape::One)
        };
        ((is_verb(before) && !before.is_noun()) || is_deed()) && self.deals(before)
    }
}

/// Whether a number at a word ends a row of ages: two men *aged 34 and* 41.
pub(super) fn ends_ages(words: &[Word], at: usize) -> bool {
    let before = words.get(at.saturating_sub(AGES)..at).unwrap_or_default();
    let lists = |word: &&Word| {
        word.kind == TokenKind::Digits
            || word.is_sign(",")
            || word.is_function(Function::And)
            || word.summary.is(Class::Number)
    };
    let aged = before.iter().rev().find(|word| !lists(word));
    aged.is_some_and(|word| word.is_function(Function::Aged))
}
