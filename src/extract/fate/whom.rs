//! Of whom a word tells: the subject of a verb, the one whom it was done to, or one who is counted among such.

use crate::extract::attribution::is_verb;
use crate::extract::fate::View;
use crate::extract::fate::who::{Who, is_determiner};
use crate::extract::mention::Mention;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Functions};
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::State;
use crate::text::token::TokenKind;
use crate::value::Value;
use std::ops::Range;

/// Most words of what somebody is called.
pub(super) const LONGEST: usize = 9;

/// Furthest that those are who are counted among others, in words.
const AMONG: usize = 14;

/// The concept of a verb that tells who some of those are.
const INCLUDE: &str = "include";

/// Words that go on behind a verb which has no object.
pub(super) const GOING_ON: Functions = Functions::of(&[
    Function::After,
    Function::Aged,
    Function::And,
    Function::At,
    Function::Because,
    Function::Before,
    Function::But,
    Function::By,
    Function::CausedBy,
    Function::During,
    Function::For,
    Function::From,
    Function::In,
    Function::Near,
    Function::Of,
    Function::On,
    Function::That,
    Function::To,
    Function::When,
    Function::Where,
    Function::While,
    Function::With,
]);

impl View<'_, '_> {
    /// Of whom the word at a place tells.
    pub(super) fn who(&self, sentence: &Sentence, state: &State, at: usize) -> Option<Who> {
        let words = &sentence.words;
        let among = self.counted_among(at, words);
        if self.reading.language.grammar.verb_first {
            let counted = || among.and_then(|among| self.before(among, words));
            let own = || self.subject_of_noun(at, words);
            let behind = self.behind(at + 1, words).or_else(counted);
            return behind.or_else(own).or_else(|| self.before(at, words));
        }
        if let Some(among) = among {
            // "Among the dead *was the driver*".
            let leads = among == words.start && self.word(at + 1).is_some_and(Word::may_be_article);
            return if leads { self.behind(at + 2, words) } else { self.before(among, words) };
        }
        if self.lists(at + 1) && self.has_form(at, Form::Many) {
            return self.behind(at + 2, words);
        }
        let is_plain = self.has_form(at, Form::Past) || self.has_form(at, Form::Fixed);
        if is_plain || self.has_form(at, Form::Present) {
            let is_bare = at.checked_sub(1).is_some_and(|before| self.is(before, Function::To));
            let is_subject = state.own || self.goes_on(at + 1);
            let object = || self.behind(at + 1, words).filter(|_| !is_bare);
            return if is_subject { self.before(at, words) } else { object() };
        }
        if self.is(at + 1, Function::Of) {
            return self.behind(at + 2, words);
        }
        let led = at.checked_sub(1).filter(|before| self.is(*before, Function::In));
        self.owner(at, words).or_else(|| self.before(led?, words))
    }

    /// The word "among" before those of whom one is: the driver is *among* the dead, *one of* those killed.
    fn counted_among(&self, at: usize, words: &Range<usize>) -> Option<usize> {
        let first = at.saturating_sub(2).max(words.start);
        let is_many = self.has_form(at, Form::Many) || self.has_form(at, Form::Fixed);
        let is_the = |before: usize| {
            self.is(before, Function::OfThem) || self.word(before).is_some_and(Word::may_be_article)
        };
        let is_those = self.has_form(at, Form::Past) && at.checked_sub(1).is_some_and(is_the);
        let leads = |near: usize| {
            let is_of = self.is(near, Function::Of) || self.is(near, Function::OfThem);
            self.is(near, Function::OutOf) || is_of && near > words.start && self.is_one(near - 1)
        };
        let led = (first..at).find(|near| leads(*near)).filter(|_| at > words.start && (is_many || is_those));
        led.map(|led| if self.is(led, Function::OutOf) { led } else { led - 1 })
    }

    /// Somebody between a verb and the noun of what befell him, which points to him: لقي *القبطان* مصرعه.
    fn subject_of_noun(&self, at: usize, words: &Range<usize>) -> Option<Who> {
        let is_own = self.word(at).is_some_and(|word| word.clitics.pronoun && word.is_noun());
        let mut start = at;
        while is_own && start > words.start && at - start < LONGEST && self.is_part(start - 1, at) {
            start -= 1;
        }
        let follows = start.checked_sub(1).is_some_and(|verb| words.contains(&verb) && self.acts(verb));
        if follows && start < at { self.called(&(start..at)) } else { None }
    }

    /// Whether a word is the number one.
    fn is_one(&self, at: usize) -> bool {
        let is_it = |sense: &Sense| matches!(sense.meaning, Meaning::Cardinal(1));
        self.word(at).is_some_and(|word| word.senses.iter().any(is_it))
    }

    /// Whether a word tells who are some of those told of before it: the dead *include* the driver.
    fn lists(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.has_concept(INCLUDE) && is_verb(word))
    }

    /// Who is counted among those of whom a noun tells: three dead, *among them the driver*.
    pub(super) fn among(&self, sentence: &Sentence, state: &State, at: usize) -> Option<Who> {
        let end = (at + 1 + AMONG).min(sentence.words.end);
        let near = at.saturating_sub(LONGEST).max(sentence.words.start)..at + 1;
        let is_noun = self.has_form(at, Form::Many) || self.counted(&near).is_some();
        let is_other = |near: usize| {
            let mut others = self.kind.states.iter().filter(|other| other.state != state.state);
            let others = others.any(|other| self.carries(near, &other.concepts));
            others || self.word(near).is_some_and(|word| word.breaks > 0)
        };
        let near = (at + 1..end).take_while(|near| !is_other(*near)).find(|near| self.is_among(*near));
        self.behind(near.filter(|_| is_noun)? + 1, &sentence.words)
    }

    /// Whether a word leads to some of those told of before: among them, من بينهم.
    fn is_among(&self, at: usize) -> bool {
        self.is(at, Function::Among) || self.is(at, Function::OutOf)
    }

    /// Whose death, injury or arrest a noun tells: the driver's death.
    fn owner(&self, at: usize, words: &Range<usize>) -> Option<Who> {
        let owns = at.checked_sub(1).is_some_and(|before| self.owns(before));
        if owns { self.phrase_before(at, words) } else { None }
    }

    /// Whether nothing at a place is the object of the verb before it.
    pub(super) fn goes_on(&self, at: usize) -> bool {
        let is_time = |mention: &Mention| matches!(mention.value, Value::Time(_));
        let Some(word) = self.word(at) else { return true };
        let leads = word.summary.does_any(GOING_ON) && !word.is_noun();
        let stuck = word.clitics.preposition.is_some() || word.clitics.conjunction.is_some();
        let ends =
            |at: usize| self.word(at).is_none_or(|word| word.breaks > 0 || word.kind == TokenKind::Sign);
        word.breaks > 0
            || word.kind == TokenKind::Sign
            || (word.is_article() && ends(at + 1))
            || leads
            || (self.has_form(at, Form::Fixed) && word.concept().is_some() && !word.is_noun())
            || stuck
            || self.carries(at, &self.kind.triggers)
            || self.reading.mentions_in(at..at + 1).iter().any(is_time)
    }

    /// Somebody behind a verb or noun, of whom it tells.
    fn behind(&self, from: usize, words: &Range<usize>) -> Option<Who> {
        let first = self.first_behind(from, words)?;
        let end = (first..words.end.min(first + LONGEST)).find(|at| !self.is_part(*at, first));
        let end = end.unwrap_or(words.end.min(first + LONGEST));
        let near = self.reading.mentions_in(first..first + 1);
        let end = near.iter().map(|mention| mention.words.end).fold(end, usize::max);
        let end = self.end_of_known(first, end);
        let mut who = self.called(&(first..end))?;
        let is_aside = self.is_comma(end);
        if let Some(entity) = self.person_at(end + 1).filter(|_| is_aside && who.name.is_none()) {
            who.name = entity.names.first().cloned();
            who.words.end = entity.words.end;
        }
        let ends = who.words.end.max(end);
        // In languages whose verb comes first the subject of one that has an object stands there as well.
        let is_whole = !self.reading.language.grammar.verb_first || self.goes_on(ends) || self.acts(ends);
        is_whole.then_some(who)
    }

    /// Where what somebody is called ends who is known by an article, in languages that put one to each part of it: what
    /// follows without one is the object of the verb.
    fn end_of_known(&self, first: usize, end: usize) -> usize {
        let has_article = |at: usize| self.word(at).is_some_and(|word| word.clitics.article);
        let is_name =
            |at: usize| self.reading.entities_in(first..at + 1).any(|entity| entity.words.contains(&at));
        let is_listed = |at: usize| self.word(at).is_some_and(|word| !word.senses.is_empty());
        let is_other = |at: &usize| !has_article(*at) && is_listed(*at) && !is_name(*at);
        let is_known = self.reading.language.grammar.verb_first && has_article(first);
        (first + 1..end).find(|at| is_known && is_other(at)).unwrap_or(end)
    }

    /// The first word of what somebody is called, behind articles and a body that acts.
    fn first_behind(&self, from: usize, words: &Range<usize>) -> Option<usize> {
        let is_free = |at: usize| self.word(at).is_some_and(|word| word.breaks == 0);
        let opens = |at: usize| {
            let word = self.word(at);
            word.is_some_and(|word| word.is_article() || is_determiner(word)) && self.roles_at(at).is_empty()
        };
        let is_body = |at: usize| {
            self.reading.language.grammar.verb_first
                && self
                    .word(at)
                    .is_some_and(|word| word.summary.is(Class::Body) || self.carries(at, &self.kind.context))
        };
        let first = (from..words.end).find(|at| !opens(*at) && !is_body(*at))?;
        let is_near = first <= from + 2 && (from..=first).all(is_free);
        is_near.then_some(first)
    }
}
