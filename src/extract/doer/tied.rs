//! How the words of a deed tie somebody to it.

use crate::extract::attribution::{is_verb, speech};
use crate::extract::doer::named::Named;
use crate::extract::doer::{Found, Sort, View};
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form, Id, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

/// Furthest that the doer stands behind what leads to it, in words.
const REACH: usize = 7;

/// Furthest that *by* or *to* stands behind the deed, in words.
pub(super) const LED: usize = 9;

/// Most words between a subject and its verb.
const APART: usize = 2;

/// Most words of what stands between a subject and its verb and is set off by commas.
const ASIDE: usize = 16;

/// Furthest that the one whom a deed befell stands from it, in words.
const WHOM: usize = 14;

/// Most words between the noun of a role and the name of the body that has it.
const CALLED: usize = 4;

impl View<'_, '_> {
    /// Who did it.
    pub(super) fn agent(&self, at: usize, sentence: &Sentence) -> Option<Found<'_>> {
        let word = self.word(at)?;
        if let Some(found) = self.light(at, sentence) {
            return Some(found);
        }
        if self.ends_in_by(word) {
            return self.behind(at + 1, sentence);
        }
        let by = self.lead(at, sentence, Function::By);
        if let Some(by) = by {
            return self.behind(by + 1, sentence);
        }
        let acts = is_verb(word);
        if self.reading.language.grammar.verb_first {
            let is_led = || {
                let before = at.checked_sub(1).filter(|_| word.breaks == 0);
                let leading = [Function::From, Function::In];
                let stuck = word.clitics.preposition.is_some_and(|stuck| leading.contains(&stuck));
                stuck || before.is_some_and(|before| leading.iter().any(|own| self.is(before, *own)))
            };
            let is_whose = word.is_noun() && word.clitics.pronoun;
            if is_whose && !acts {
                return self.patient(at, sentence);
            }
            if acts || (word.is_noun() && is_led()) {
                let subject = self.subject(at).filter(|_| acts);
                return subject.or_else(|| self.behind(self.plant(at), sentence));
            }
            return self.called(at, sentence);
        }
        let noun = || self.nation_before(at).or_else(|| self.called(at, sentence));
        if acts {
            self.subject(at).or_else(|| self.nation_of_subject(at, sentence)).or_else(noun)
        } else {
            noun()
        }
    }

    /// The first word behind a deed, and behind *in the works of*.
    fn plant(&self, at: usize) -> usize {
        let next = at + 1;
        let is_in = self.is(next, Function::In) && self.carries(next + 1, &self.kind.context);
        if is_in { next + 2 } else { next }
    }

    /// The body that a noun of a role calls so: the seller *is the Nile Fund*, its owner, *Orion Shipping*.
    fn called(&self, at: usize, sentence: &Sentence) -> Option<Found<'_>> {
        self.word(at).filter(|word| word.is_noun() && self.carries(at, &self.kind.triggers))?;
        let joins = |at: &usize| {
            self.word(*at)
                .is_some_and(|word| word.breaks == 0 && (word.is_sign(",") || word.may_be_article()))
        };
        let end = (at + 1..(at + CALLED).min(sentence.words.end)).find(|at| !joins(at))?;
        let named = self.named.iter().find(|named| named.words.start == end && end > at + 1);
        let named = named.filter(|named| named.sort == Sort::Body && !self.is_joined(named))?;
        Some(Found { named: Some(named), nation: None })
    }

    /// The country of the subject of a verb with an object: the crew of a *Norwegian* freighter rescued them.
    fn nation_of_subject(&self, at: usize, sentence: &Sentence) -> Option<Found<'_>> {
        let goes_on = |near: &usize| {
            self.word(near + 1).is_some_and(|next| next.breaks == 0)
                && self.word(*near).is_some_and(|word| {
                    word.kind == TokenKind::Word
                        && !is_verb(word)
                        && (word.may_be_article()
                            || word.is_function(Function::Of)
                            || word.is_noun()
                            || word.senses.iter().any(|sense| sense.meaning.demonym().is_some()))
                })
        };
        let first = at.saturating_sub(REACH).max(sentence.words.start);
        let near = (first..at).rev().take_while(goes_on);
        let is_object = self.takes_object(at) || !self.reading.mentions_in(at + 1..at + 2).is_empty();
        let is_noun = self.word(at.checked_sub(1)?)?.is_noun();
        let mut codes = near.filter_map(|near| {
            Some((self.word(near)?.find(|sense| sense.meaning.demonym().cloned())?, near))
        });
        let nation = codes.next().filter(|_| is_object && is_noun)?;
        Some(Found { named: None, nation: Some(nation) })
    }

    /// Whom it befell: the person behind the verb, or before its participle.
    pub(super) fn patient(&self, at: usize, sentence: &Sentence) -> Option<Found<'_>> {
        let end = (at + 1 + WHOM).min(sentence.words.end);
        let acts =
            |near: usize| self.word(near).is_some_and(|word| word.breaks > 0 || speech(word).is_some());
        let near = (at + 1..end).take_while(|near| !acts(*near)).last().map_or(at + 1, |last| last + 1);
        let is_led = |named: &Named| !self.is_subject(named) && !self.is_to(named.words.start);
        let is_it = |named: &&Named| named.sort == Sort::Person && !is_led(named);
        let mut behind = self.named.iter().filter(|named| (at + 1..near).contains(&named.words.start));
        let named = behind.find(is_it).filter(|named| !self.is_joined(named))?;
        Some(Found { named: Some(named), nation: None })
    }

    fn is_to(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.clitics.preposition == Some(Function::To))
    }

    /// In what it was done, behind *in*.
    pub(super) fn within(&self, at: usize, sentence: &Sentence) -> Option<Found<'_>> {
        let lead = self.lead(at, sentence, Function::In)?;
        let stuck = self.word(lead).is_some_and(|word| word.clitics.preposition.is_some());
        self.behind(if stuck { lead } else { lead + 1 }, sentence).filter(|found| found.named.is_some())
    }

    /// To whom it went.
    pub(super) fn receiver(&self, at: usize, sentence: &Sentence) -> Option<Found<'_>> {
        let to = self.lead(at, sentence, Function::To)?;
        let stuck = self.word(to).is_some_and(|word| word.clitics.preposition == Some(Function::To));
        self.behind(if stuck { to } else { to + 1 }, sentence)
    }

    /// The word with which a doer is led to behind a deed, before another verb.
    fn lead(&self, at: usize, sentence: &Sentence, function: Function) -> Option<usize> {
        let end = (at + 1 + LED).min(sentence.words.end);
        let acts = |near: usize| {
            self.word(near).is_some_and(|word| {
                word.breaks > 0
                    || speech(word).is_some()
                    || (is_verb(word) && !word.is_noun() && word.concept().is_some() && !self.is_light(near))
            })
        };
        let stuck =
            |near: usize| self.word(near).is_some_and(|word| word.clitics.preposition == Some(function));
        (at + 1..end).take_while(|near| !acts(*near)).find(|near| self.is(*near, function) || stuck(*near))
    }

    /// The doer whose name, or whose country's adjective, some words lead to.
    pub(super) fn behind(&self, from: usize, sentence: &Sentence) -> Option<Found<'_>> {
        let mut nation = None;
        for at in from..(from + REACH).min(sentence.words.end) {
            let word = self.word(at).filter(|word| word.breaks == 0)?;
            if let Some(named) = self.named.iter().find(|named| named.words.start == at) {
                let nation = nation.or_else(|| self.nation_behind(named.words.end));
                return (!self.is_joined(named)).then_some(Found { named: Some(named), nation });
            }
            if let Some(code) = word.find(|sense| sense.meaning.nation().cloned()) {
                nation = nation.or(Some((code, at)));
            } else if !self.is_filler(at, from) {
                break;
            }
        }
        nation.map(|nation| Found { named: None, nation: Some(nation) })
    }

    /// The country's adjective behind a name, in languages where it stands there.
    fn nation_behind(&self, at: usize) -> Option<(Id, usize)> {
        let is_close = |word: &&Word| word.is_sign("»") || word.is_sign("\"");
        let at = at + usize::from(self.word(at).as_ref().is_some_and(is_close));
        let follows = self.reading.language.grammar.adjective_after_noun;
        let word = self.word(at).filter(|word| follows && word.breaks == 0)?;
        Some((word.find(|sense| sense.meaning.demonym().cloned())?, at))
    }

    /// Whether a word may stand between what leads to a doer and the name.
    fn is_filler(&self, at: usize, from: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        if word.kind == TokenKind::Sign {
            // The name behind the office: the minister, *X*.
            let is_office =
                at > from && self.word(at - 1).is_some_and(|before| before.summary.is(Class::Role));
            return (is_office && word.is_sign(","))
                || ["«", "\"", "“", "-", "'"].iter().any(|sign| word.is_sign(sign));
        }
        let is_by = word.is_function(Function::By);
        let leads = self.is(at + 1, Function::By) || word.tokens.len() > 1;
        let tells_origin = word.is_function(Function::From)
            && self.word(at + 1).is_some_and(|next| next.summary.is(Class::Nation));
        let is_grammar = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Function(_)));
        let is_free =
            at == from || (word.clitics.preposition.is_none() && word.clitics.conjunction.is_none());
        let acts = is_verb(word) && !word.is_noun() && word.concept().is_some();
        word.kind == TokenKind::Word
            && speech(word).is_none()
            && is_free
            && (!is_grammar || is_by || tells_origin || word.may_be_article() || word.is_noun())
            && (!acts || leads)
    }

    /// Whether another doer is joined to one: *by X and Y*.
    pub(super) fn is_joined(&self, named: &Named) -> bool {
        let at = named.words.end;
        let joins = |at: usize| {
            self.is(at, Function::And) || self.word(at).is_some_and(|word| word.clitics.conjunction.is_some())
        };
        let is_name = |at: usize| self.named.iter().any(|other| other.words.start == at);
        let before = named.words.start.checked_sub(1).is_some_and(|before| self.is(before, Function::And));
        before || (joins(at) && (is_name(at) || is_name(at + 1)))
    }

    /// The subject right before a verb.
    pub(super) fn subject(&self, at: usize) -> Option<Found<'_>> {
        let mut end = self.before_aside(at).unwrap_or(at);
        if end < at {
            let named = self.named.iter().find(|named| named.words.end == end);
            let named = named.filter(|named| self.is_subject(named) && !self.is_joined(named))?;
            return Some(Found { named: Some(named), nation: None });
        }
        let first = at.saturating_sub(APART);
        while end > first && self.word(end).is_some_and(|word| word.breaks == 0) {
            if let Some(named) = self.named.iter().find(|named| named.words.end == end) {
                let is_free = self.is_subject(named);
                return is_free
                    .then_some(Found { named: Some(named), nation: None })
                    .filter(|_| !self.is_joined(named));
            }
            let before = end - 1;
            let is_part = self.is(before, Function::Which)
                || self.word(before).is_some_and(|word| word.is_sign(","))
                || (self.is_helper(before) && (self.takes_object(at) || self.goes_on(at)));
            if !is_part {
                return None;
            }
            end = before;
        }
        self.named
            .iter()
            .find(|named| {
                named.words.end == end && end < at && self.is_subject(named) && !self.is_joined(named)
            })
            .map(|named| Found { named: Some(named), nation: None })
    }

    /// Where a name ends that words between commas part from its verb: the Unity Party, *the second largest of them,* left.
    fn before_aside(&self, at: usize) -> Option<usize> {
        let is_comma = |at: usize| self.word(at).is_some_and(|word| word.is_sign(","));
        let last = at.checked_sub(1).filter(|last| is_comma(*last))?;
        let first = (last.saturating_sub(ASIDE)..last).rev().find(|first| is_comma(*first))?;
        let acts = |word: &Word| is_verb(word) && !word.is_noun() && word.concept().is_some();
        let is_plain = |at: usize| self.word(at).is_some_and(|word| word.breaks == 0 && !acts(word));
        (first + 1..last).all(is_plain).then_some(first)
    }

    /// Whether a name is led by no preposition.
    fn is_subject(&self, named: &Named) -> bool {
        let start = named.words.start;
        let stuck = self.word(start).is_some_and(|word| word.clitics.preposition.is_some());
        let before = start.checked_sub(1).and_then(|before| self.word(before));
        let leading = [
            Function::In,
            Function::From,
            Function::To,
            Function::Of,
            Function::With,
            Function::On,
            Function::By,
        ];
        let is_led = before.is_some_and(|word| leading.iter().any(|own| word.is_function(*own)));
        !stuck && !is_led
    }

    /// Whether a word is no more than grammar before a verb: he *had* built it.
    fn is_helper(&self, at: usize) -> bool {
        let follows = self.reading.language.grammar.verb_first;
        self.word(at).is_some_and(|word| word.is_article() && !follows)
    }

    /// Whether a verb tells what somebody is doing, which is never done to its subject: he was *driving* it.
    fn goes_on(&self, at: usize) -> bool {
        self.word(at)
            .is_some_and(|word| word.summary.has_form(Form::Present) && !word.summary.has_form(Form::Past))
    }

    /// Whether the object of a verb stands right behind it, so that it is no participle.
    fn takes_object(&self, at: usize) -> bool {
        let next = at + 1;
        let is_value = !self.reading.mentions_in(next..next + 1).is_empty();
        self.word(next).is_some_and(|word| {
            let is_grammar = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Function(_)));
            word.kind == TokenKind::Word && !is_grammar && !is_value
        })
    }

    /// The country's adjective right before the noun of a deed: *Qatari* mediation, *Qatari*-mediated.
    fn nation_before(&self, at: usize) -> Option<Found<'_>> {
        let hyphen = at.checked_sub(1).filter(|at| self.word(*at).is_some_and(|word| word.is_sign("-")));
        let before = hyphen.unwrap_or(at).checked_sub(1)?;
        let is_noun = self.word(at)?.is_noun();
        let code = self.word(before)?.find(|sense| sense.meaning.demonym().cloned())?;
        (is_noun || hyphen.is_some()).then_some(Found { named: None, nation: Some((code, before)) })
    }
}
