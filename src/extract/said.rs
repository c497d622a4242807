//! When something was said, which is not when it happened: the ministry announced *on Friday* that the blaze on
//! Thursday killed nine (reporting events, after TimeML: Pustejovsky et al. 2003).

use crate::extract::attribution::{is_verb, speech};
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::speech::Speech;
use crate::text::token::TokenKind;
use std::ops::Range;

/// Furthest that a time stands from the word of saying, in words.
const REACH: usize = 10;

/// Concepts of verbs by which a statement comes out.
const PUBLISHING: [&str; 2] = ["issue", "release"];

/// Whether a time tells when something was said.
#[must_use]
pub fn dates(reading: &Reading<'_>, mention: &Mention) -> bool {
    let Some(sentence) = reading.sentences.get(reading.sentence_of(mention.words.start)) else {
        return false;
    };
    let scene = Scene { reading, mention };
    // "Friday's blaze" is of the blaze, whoever speaks of it, and so is "Friday's warehouse blaze".
    let is_owner = || {
        mention
            .words
            .end
            .checked_sub(1)
            .and_then(|at| scene.word(at))
            .is_some_and(|word| word.clitics.pronoun)
    };
    let is_of_event = scene.tells_event(mention.words.end) || is_owner();
    !is_of_event && (scene.follows(sentence.words.start) || scene.leads(&sentence.words))
}

/// A time among the words of its sentence.
struct Scene<'r, 'a> {
    reading: &'r Reading<'a>,
    mention: &'r Mention,
}

impl Scene<'_, '_> {
    fn word(&self, at: usize) -> Option<&Word> {
        self.reading.words.get(at)
    }

    fn is(&self, at: usize, function: Function) -> bool {
        self.word(at).is_some_and(|word| word.is_function(function))
    }

    /// Whether the word mentions an event that has a time of its own.
    fn tells_event(&self, at: usize) -> bool {
        let concept = self.word(at).filter(|word| word.summary.is(Class::Concept)).and_then(Word::concept);
        concept.is_some_and(|(concept, _)| self.reading.lexicon.mentioned_event(concept).is_some())
    }

    /// Whether the time stands behind a word of saying, its speaker and what came out: *in a statement issued on*
    /// Friday, *the minister said on* Friday.
    fn follows(&self, start: usize) -> bool {
        let time = self.mention.words.start;
        let first = start.max(time.saturating_sub(REACH));
        let ends = |at: usize| {
            let is_sign = self.word(at).is_some_and(|word| word.kind == TokenKind::Sign);
            is_sign || self.is(at, Function::That) || self.tells_event(at) || self.acts(at)
        };
        let mut before = (first..time).rev();
        let Some(said) = before.find(|at| self.says(*at) || ends(*at)).filter(|at| self.says(*at)) else {
            return false;
        };
        // What is said follows, or has been told; else it may stand in between: she announced *the opening* on Friday.
        let is_out = (time.saturating_sub(2)..time).any(|at| self.publishes(at));
        let is_closed = is_out || self.is(self.mention.words.end, Function::That);
        is_closed || (said + 1..time).all(|at| self.is_of_saying(at))
    }

    /// Whether the time begins its sentence, and the first verb is one of saying: *on* Friday *police said*.
    fn leads(&self, sentence: &Range<usize>) -> bool {
        let is_empty =
            |at: usize| self.word(at).is_some_and(|word| !is_verb(word) && word.concept().is_none());
        let begins = (sentence.start..self.mention.words.start).all(is_empty);
        let end = sentence.end.min(self.mention.words.end + REACH);
        let mut words = self.mention.words.end..end;
        if words.clone().next().and_then(|at| self.word(at)).is_some_and(|word| word.is_sign(",")) {
            words.start += 1;
        }
        let ends = |at: usize| self.is(at, Function::That) || self.tells_event(at) || self.acts(at);
        let Some(said) = words.clone().find(|at| self.speaks(*at) || ends(*at)) else { return false };
        // "On Friday, police said, a fire broke out": the saying is put in between.
        let is_inserted = self.word(said + 1).is_some_and(|word| word.is_sign(","));
        begins
            && self.speaks(said)
            && !is_inserted
            && !(words.start..said).any(|at| self.word(at).is_some_and(|word| word.kind == TokenKind::Sign))
    }

    /// Whether the word is of saying, as a verb or as a noun.
    fn says(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.summary.is(Class::Speech))
    }

    /// Whether the word is a verb of saying.
    fn speaks(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            is_verb(word) && speech(word).is_some_and(|speech| speech != Speech::AccordingTo)
        })
    }

    /// Whether the word tells that something else is done.
    fn acts(&self, at: usize) -> bool {
        let acts = |word: &Word| is_verb(word) && !word.is_noun() && !word.clitics.article;
        self.word(at).is_some_and(|word| acts(word) && !word.summary.is(Class::Speech)) && !self.publishes(at)
    }

    fn publishes(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| PUBLISHING.iter().any(|concept| word.has_concept(concept)))
    }

    /// Whether a word between that of saying and the time tells no more than who says it and how: a name or office,
    /// another time, the verb by which a statement comes out.
    fn is_of_saying(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let of = |range: &Range<usize>| range.contains(&at);
        let near = at.saturating_sub(REACH)..at + 1;
        let is_named = self.reading.entities_in(near.clone()).any(|entity| of(&entity.words));
        let is_time = self.reading.mentions_in(near).iter().any(|mention| of(&mention.words));
        is_named || is_time || self.publishes(at) || (word.concept().is_none() && !word.senses.is_empty())
    }
}
