//! Who stands before a verb, with what commas set off between the two.

use crate::extract::attribution::speech;
use crate::extract::entity::Entity;
use crate::extract::fate::View;
use crate::extract::fate::who::{JOINING, Who, is_determiner, is_person};
use crate::extract::fate::whom::{GOING_ON, LONGEST};
use crate::extract::word::Word;
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use std::ops::Range;

/// Most words of what commas set off.
const ASIDE: usize = 16;

/// Words before somebody who is not the one of whom a verb tells.
const LEADING: Functions = Functions::of(&[
    Function::By,
    Function::For,
    Function::From,
    Function::In,
    Function::Of,
    Function::On,
    Function::Or,
    Function::To,
]);

/// Words that may stand between somebody and the verb: both, now, later.
const BETWEEN: Functions =
    Functions::of(&[Function::Each, Function::Indeed, Function::Late, Function::Later, Function::Now]);

impl View<'_, '_> {
    /// Somebody before a verb, with what commas set off between the two.
    pub(super) fn before(&self, at: usize, words: &Range<usize>) -> Option<Who> {
        let mut end = at;
        while end > words.start && self.joins(end) {
            let is_helped = |at: usize| at > words.start && self.may_stand_between(at - 1);
            // Shot *and* wounded, was *found* dead.
            let is_and = end > words.start + 1 && self.is(end - 1, Function::And) && self.acts(end - 2);
            let is_seen = end == at
                && self.has_form(at, Form::Fixed)
                && self.is_other_verb(end - 1)
                && is_helped(end - 1);
            if !is_and && !is_seen && !self.may_stand_between(end - 1) {
                break;
            }
            end -= 1 + usize::from(is_and);
        }
        let mut name = None;
        if end > words.start && self.is(end - 1, Function::Which) {
            end -= 1;
            end -= usize::from(end > words.start && self.is_comma(end - 1));
        }
        let mut role = None;
        while let Some(open) = self.aside(end, words) {
            let inside = open + 1..end - 1;
            name = name.or_else(|| self.named_in(inside.clone()));
            let is_clause = self.is(inside.start, Function::Which);
            role = if is_clause { role } else { self.called(&inside).filter(|who| who.name.is_none()) };
            end = open + usize::from(is_clause);
            if !is_clause {
                break;
            }
        }
        end -= usize::from(end < at && end > words.start && self.is_comma(end - 1));
        let mut who = self.phrase_before(end, words)?;
        if let Some(entity) = name.filter(|_| who.name.is_none()) {
            who.name = entity.names.first().cloned();
        }
        who.role = who.role.or_else(|| role.and_then(|role| role.role));
        Some(who)
    }

    /// Whether a verb tells nothing of the kind.
    fn is_other_verb(&self, at: usize) -> bool {
        let tells = |word: &Word| word.states(self.kind).any(|state| word.says_any(&state.concepts));
        self.acts(at) && !self.word(at).is_some_and(tells)
    }

    pub(super) fn joins(&self, at: usize) -> bool {
        self.word(at).is_none_or(|word| word.breaks == 0)
    }

    /// Whether a word may stand between somebody and the verb: a helper, an adverb of time, another verb of being.
    fn may_stand_between(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            let is_name = self.reading.entities_in(at..at + 1).next().is_some();
            let is_plain =
                |sense: &Sense| matches!(sense.meaning, Meaning::Concept(_)) && sense.form == Form::Fixed;
            let is_adverb = word.senses.iter().all(is_plain)
                && !word.capital
                && at.checked_sub(1).and_then(|before| self.word(before)).is_some_and(Word::may_be_article);
            let is_helper = word.may_be_article() && !word.summary.does_any(GOING_ON);
            let is_helper = is_helper || is_adverb || word.summary.does_any(BETWEEN);
            !is_name && is_helper && !word.summary.does_any(LEADING)
        })
    }

    /// Where words between commas open that end before a place, and hold no other part of the sentence.
    fn aside(&self, end: usize, words: &Range<usize>) -> Option<usize> {
        let last = end.checked_sub(1).filter(|last| words.contains(last) && self.is_comma(*last))?;
        let first = last.saturating_sub(ASIDE).max(words.start);
        let open = (first..last).rev().find(|at| self.is_comma(*at))?;
        let is_one = (open + 1..last)
            .all(|at| self.joins(at) && self.word(at).is_some_and(|word| speech(word).is_none()));
        is_one.then_some(open)
    }

    /// The person whom an aside names: the owner, *a trader named X*.
    fn named_in(&self, words: Range<usize>) -> Option<&Entity> {
        let is_other = |at: usize| self.is(at, Function::Which) || self.is(at, Function::With);
        if words.clone().any(is_other) {
            return None;
        }
        let mut people = self.reading.entities_in(words).filter(|entity| is_person(entity));
        let person = people.next().filter(|_| people.next().is_none())?;
        self.reading.preposition(person).is_none().then_some(person)
    }

    /// The person whose name begins at a place.
    pub(super) fn person_at(&self, at: usize) -> Option<&Entity> {
        let entity = self.reading.entities_in(at..at + 1).find(|entity| is_person(entity));
        entity.filter(|entity| !self.owns(entity.words.end - 1))
    }

    /// Somebody who is called by the words that end before a place.
    pub(super) fn phrase_before(&self, end: usize, words: &Range<usize>) -> Option<Who> {
        let mut start = end;
        while start > words.start && end - start < LONGEST && self.joins(start) {
            let at = start - 1;
            if self.is_opening(at) {
                start = at;
                let led =
                    at.checked_sub(2).filter(|head| *head >= words.start && self.is_joining(at - 1, *head));
                let Some(head) = led else { break };
                start = head + 1;
            } else if self.is_part(at, end) || self.is_joining(at, at.saturating_sub(1)) {
                start = at;
            } else {
                break;
            }
        }
        let named = start.checked_sub(1).filter(|before| *before > words.start && self.is_comma(*before));
        let who = self.called(&(start..end))?;
        let apposed = named.filter(|_| who.name.is_some() && who.role.is_none());
        if let Some(role) = apposed
            .and_then(|comma| self.phrase_before(comma, words))
            .filter(|role| role.name.is_none() || role.name == who.name)
        {
            return Some(Who { name: who.name, ..role });
        }
        self.is_subject(who.words.start, words).then_some(who)
    }

    /// Whether somebody is no object of another word.
    fn is_subject(&self, start: usize, words: &Range<usize>) -> bool {
        let Some(before) = start.checked_sub(1).filter(|before| words.contains(before)) else { return true };
        let stuck = self.word(start).is_some_and(|word| word.clitics.preposition.is_some());
        let is_said = self.word(before).is_some_and(|word| speech(word).is_some());
        let is_led = self.word(before).is_some_and(|word| word.summary.does_any(LEADING));
        !stuck && !is_led && (is_said || !self.acts(before))
    }

    /// Whether a word is a preposition behind a noun: the driver *of* it.
    fn is_joining(&self, at: usize, noun: usize) -> bool {
        at != noun
            && self.word(at).is_some_and(|word| word.summary.does_any(JOINING))
            && self.word(noun).is_some_and(Word::is_noun)
            && self.joins(at)
    }

    /// Whether a word opens what somebody is called: an article, or one that says whose.
    fn is_opening(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            let is_plain = word.is_article() || is_determiner(word);
            is_plain && !word.is_noun() && !word.summary.does_any(JOINING)
        })
    }

    /// Whether a word may be a part of what somebody is called.
    pub(super) fn is_part(&self, at: usize, first: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        if word.is_sign("-") {
            return true;
        }
        let is_grammar = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Function(_)));
        let is_stuck = word.clitics.preposition.is_some() || word.clitics.conjunction.is_some();
        let is_named = self.reading.is_in_name(at) || word.given;
        word.kind == TokenKind::Word
            && (at == first || word.breaks == 0)
            && (is_named || !is_grammar && !is_stuck && !word.is_article() && !self.acts(at))
            && speech(word).is_none()
    }
}
