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
use crate::text::hash;
use crate::text::token::TokenKind;
use crate::value::Value;

/// Most words between a bare number and the verb that tells what was done with the people whom it counts.
const LINK: usize = 4;

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
        let is_whole = |value: &Value| {
            let Value::Amount(amount) = value else { return false };
            amount.unit.is_none() && amount.form.stated().values().all(|number| number.to_whole().is_some())
        };
        mention.dimension == Dimension::Number
            && mention.head_text.is_none()
            && is_whole(&mention.value)
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

    /// Whether the verb right before the number tells it, or where nouns of deeds lead as verbs do such a noun, and no noun
    /// stands behind the number.
    fn is_dealt_before(&self, mention: &Mention) -> bool {
        let at = mention.words.start;
        let Some(before) = at.checked_sub(1).and_then(|at| self.words.get(at)) else { return false };
        let own = self.words.get(at).filter(|own| own.breaks == 0 && own.clitics.conjunction.is_none());
        let is_free = own.is_some_and(|own| !own.clitics.article && own.clitics.preposition.is_none());
        let is_deed = || {
            self.language.grammar.adjective_after_noun
                && !before.clitics.article
                && before.summary.has_form(Shape::One)
        };
        let closes = self.words.get(mention.words.end).is_none_or(|next| {
            next.breaks > 0 || next.kind == TokenKind::Sign || next.summary.is(Class::Function)
        });
        is_free && closes && ((is_verb(before) && !before.is_noun()) || is_deed()) && self.deals(before)
    }
}
