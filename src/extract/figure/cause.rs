//! Causes: what brought something about, out of a list of which one alone mostly did.
//!
//! A state's word is a cause behind words that lead to one, *due to* a short circuit, *blamed on* lightning; where a verb
//! of causing (the kind's triggers) has it for its subject, a short circuit *sparked* the fire; where the noun of a cause
//! is said to be one, *the cause was* a short circuit; and where something happened *when* or *after* it, or it was so
//! *when* that happened. A state of the
//! kind's heads tells by itself that it is the cause. What it brought about is told by the other ways of the kind, each a
//! sort of things that happen: the nearest word of one, else the first of the article.

use crate::extract::attribution::is_verb;
use crate::extract::event::Events;
use crate::extract::figure::Figure;
use crate::extract::figure::choice::{Choice, Reader};
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Modality};
use crate::lexicon::Lexicon;
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::lexicon::schema::telling::Telling;
use crate::text::hash;
use crate::text::token::TokenKind;
use crate::value::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Furthest that a cause stands behind the words that lead to it, and before the verb whose subject it is.
const BEHIND: usize = 4;
const BEFORE: usize = 6;

/// The same behind words that say what is taken for the cause: *attribute* the fire to it, *point* to it.
const TAKEN: usize = 12;

/// Furthest that the noun of a cause stands from the beginning of its sentence that opens with it, and its comma from it.
const FRONT: usize = 4;

/// Furthest that a subject stands behind its verb.
const SUBJECT: usize = 3;

/// Furthest that what happened stands before the word that tells behind or during what.
const HAPPENED: usize = 14;

/// The concept of a verb of beginning.
const BEGIN: &str = "begin";

/// The concept of what tells that a cause lies behind something.
const BEHIND_IT: &str = "underlie";

/// Most words between that and what it lies behind, with the last.
const IT: usize = 2;

/// The concept of a verb that takes a cause for its subject and what it brought about behind *to* or *in*.
const RESULT: &str = "result-in";

/// Furthest that what was brought about stands behind such a verb or its preposition.
const RESULTS: usize = 4;

/// Words of what is not known to be so.
const OPEN: Functions = Functions::of(&[Function::Can, Function::If, Function::May]);

/// The causes of a text, of each thing that happened the only one. Who tells two has not made up his mind, or tells of
/// two things.
#[must_use]
pub(super) fn causes(reading: &Reading<'_>, events: &Events, article: ArticleIdx) -> Vec<Figure> {
    let reader = Reader { reading, events, article };
    let mut figures = Vec::new();
    for kind in reading.lexicon.told(Telling::Cause) {
        for sentence in reading.sentences.iter().filter(|sentence| sentence.marks.meets(kind.states.marks()))
        {
            let may_tell = |at: &usize| reader.word(*at).is_some_and(|word| word.may_say(kind));
            let words = sentence.words.clone().filter(may_tell);
            figures.extend(words.filter_map(|at| reader.cause(sentence, kind, at)));
        }
    }
    drop_several(&mut figures, reading.lexicon);
    figures
}

/// Drops the causes of one thing of which two exclude each other, and those that are told again.
fn drop_several(figures: &mut Vec<Figure>, lexicon: &Lexicon) {
    let told = |figure: &Figure| {
        let Value::State(state) = &figure.fact.value else { return None };
        Some((figure.head?.key, state.clone()))
    };
    let mut given: BTreeMap<u64, BTreeSet<String>> = BTreeMap::new();
    for (key, state) in figures.iter().filter_map(told) {
        given.entry(key).or_default().insert(state);
    }
    let mut once: BTreeSet<(u64, String)> = BTreeSet::new();
    figures.retain(|figure| {
        let Some(((key, state), kind)) = told(figure).zip(lexicon.kind(&figure.fact.kind)) else {
            return false;
        };
        let can_hold = |other: &String| *other == state || kind.can_both_hold(&state, other);
        given.get(&key).is_some_and(|all| all.iter().all(can_hold)) && once.insert((key, state))
    });
}

impl Reader<'_, '_> {
    /// The cause that a word tells.
    fn cause(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<Figure> {
        let clause = sentence.clause_words(sentence.clause(at));
        let is_told = |state: &&State| {
            self.carries(at, &state.concepts).is_some()
                && (state.with.is_empty() || self.has(&clause, &state.with))
        };
        let state = &self.word(at)?.states(kind).find(is_told)?.state;
        let is_open = |at: usize| self.word(at).is_some_and(|word| word.summary.does_any(OPEN));
        if self.has(&clause, &kind.unless)
            || self.is_negated(at, &clause)
            || self.is_brought_about(kind, at, sentence)
            || self.is_blamed(kind, at, sentence)
            || clause.clone().any(is_open)
        {
            return None;
        }
        let led = self
            .led(sentence, kind, at)
            .or_else(|| self.leads(sentence, kind, at))
            .or_else(|| self.is_called_so(sentence, kind, at))
            .or_else(|| self.fronted(sentence, kind, at))
            .or_else(|| self.results(sentence, kind, at))
            .or_else(|| self.acts_on(sentence, kind, at))
            .or_else(|| self.underlies(sentence, kind, at))
            .or_else(|| self.happened(sentence, kind, at))
            .or_else(|| self.happened_then(sentence, kind, at))
            .or_else(|| self.began(at))
            .or_else(|| self.carries(at, &kind.heads).map(|_| at))?;
        let words = at.min(led)..at.max(led) + 1;
        // Nothing brings itself about.
        let effect =
            self.effect(sentence, kind, &[at, led]).filter(|effect| self.sort(kind, at) != Some(*effect))?;
        let key = hash::of(&(&kind.id, effect));
        let mut figure = self.figure(kind, Choice { state, at, words, key, is_listed: true })?;
        figure.fact.modality = Modality::Actual;
        figure.is_of_story = true;
        Some(figure)
    }

    /// The sort of what happened, by the number of the way that tells it.
    fn effect(&self, sentence: &Sentence, kind: &Kind, but: &[usize]) -> Option<usize> {
        let sort = |at: usize| self.sort(kind, at);
        let [at, _] = but else { return None };
        let clause = sentence.clause_words(sentence.clause(*at));
        let own = |words: std::ops::Range<usize>| {
            let near = words.filter(|near| !but.contains(near));
            near.filter_map(|near| Some((near.abs_diff(*at), sort(near)?))).min().map(|(_, sort)| sort)
        };
        let lead = || {
            let may_tell =
                |sentence: &&Sentence| kind.also.iter().any(|way| sentence.marks.meets(way.heads.marks()));
            let sentences = self.reading.sentences.iter().filter(may_tell);
            sentences.flat_map(|sentence| sentence.words.clone()).find_map(sort)
        };
        own(clause).or_else(|| own(sentence.words.clone())).or_else(lead)
    }

    /// The sort of what happened that a word tells.
    fn sort(&self, kind: &Kind, at: usize) -> Option<usize> {
        kind.also.iter().position(|way| self.carries(at, &way.heads).is_some())
    }

    /// Whether a word of a state is what something else is blamed for: they blamed *the crash* on fog.
    fn is_blamed(&self, kind: &Kind, at: usize, sentence: &Sentence) -> bool {
        let leads = |near: &usize| {
            self.word(*near)
                .is_some_and(|word| word.is_function(Function::On) || word.is_function(Function::To))
        };
        let end = |from: usize, reach: usize| (from + 1 + reach).min(sentence.words.end);
        let lead = (at + 1..end(at, SUBJECT)).find(leads);
        let is_other =
            |lead: usize| (lead + 1..end(lead, BEHIND)).any(|near| self.state(kind, near).is_some());
        let blamed = || {
            let first = at.saturating_sub(TAKEN).max(sentence.words.start);
            (first..at).any(|near| self.carries(near, &kind.context).is_some())
        };
        self.sort(kind, at).is_some() && lead.is_some_and(is_other) && blamed()
    }

    /// Whether a word of a state is itself what was brought about: the cause *of the explosion*.
    fn is_brought_about(&self, kind: &Kind, at: usize, sentence: &Sentence) -> bool {
        let is_empty = |near: &usize| {
            let word = self.word(*near);
            word.is_some_and(|word| word.is_article() || word.is_function(Function::Of))
        };
        let before = (sentence.words.start..at).rev().find(|near| !is_empty(near));
        let is_open = |word: &Word| !word.clitics.article && !word.clitics.pronoun;
        before.is_some_and(|near| self.is_noun_of(kind, near) && self.word(near).is_some_and(is_open))
    }

    /// Whether a word is the noun of a cause.
    fn is_noun_of(&self, kind: &Kind, at: usize) -> bool {
        let is_noun = |word: &Word| word.senses.iter().any(|sense| sense.form == Form::One);
        self.carries(at, &kind.triggers).is_some() && self.word(at).is_some_and(is_noun)
    }

    /// The words before a cause that lead to it, with no other cause between.
    fn led(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<usize> {
        let free = |reach: usize| {
            let first = at.saturating_sub(reach).max(sentence.words.start);
            (first..at).rev().take_while(|near| self.state(kind, *near).is_none())
        };
        let is = |near: usize, function| self.word(near).is_some_and(|word| word.is_function(function));
        let brings = |near: usize| {
            let is_sort = || self.sort(kind, near).is_some() && self.word(near).is_some_and(is_verb);
            self.carries(near, &kind.triggers).is_some() || is_sort()
        };
        let by = |near: usize| brings(near) && is(near + 1, Function::By);
        // What follows "because" is told by a verb or a state: the brakes *failed*.
        let is_clause = self.word(at).is_some_and(|word| {
            word.senses.iter().all(|sense| !matches!(sense.form, Form::One | Form::Two | Form::Many))
        });
        let because = |near: usize| is_clause && is(near, Function::Because);
        let leads = |near: &usize| is(*near, Function::CausedBy) || because(*near) || by(*near);
        let happened = |near: &usize| self.state(kind, *near).is_none() || self.sort(kind, *near).is_some();
        let first = at.saturating_sub(TAKEN).max(sentence.words.start);
        let taken = || (first..at).rev().take_while(happened);
        let led = free(BEHIND).find(leads);
        led.or_else(|| taken().find(|near| self.carries(*near, &kind.context).is_some()))
    }

    /// The verb of causing whose subject a cause is.
    fn leads(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<usize> {
        let causes = |near: &usize| {
            let is_past =
                |word: &Word| word.senses.iter().any(|sense| matches!(sense.form, Form::Past | Form::Fixed));
            self.carries(*near, &kind.triggers).is_some() && self.word(*near).is_some_and(is_past)
        };
        let verb_first = self.reading.language.grammar.verb_first;
        let before = at.saturating_sub(SUBJECT).max(sentence.words.start)..at;
        let leads = |near: &usize| {
            self.word(*near).is_some_and(|word| {
                word.is_function(Function::In)
                    || word.is_function(Function::To)
                    || word.clitics.preposition.is_some()
            })
        };
        let is_object = || before.clone().any(|near| leads(&near)) || leads(&at);
        // What a phrase ends with has its object behind it.
        let is_word = |near: &usize| self.word(*near).is_some_and(|word| word.tokens.len() == 1);
        let subject = || {
            let verb = before.clone().rev().find(causes).filter(is_word);
            verb.filter(|_| verb_first && !is_object())
        };
        let behind = at + 1..(at + 1 + BEFORE).min(sentence.words.end);
        let mut behind = behind.take_while(|near| self.state(kind, *near).is_none());
        subject().or_else(|| behind.find(causes))
    }

    /// The noun of a cause that is said to be this one: *the cause* was X, X was *the cause*.
    fn is_called_so(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<usize> {
        let clause = sentence.clause_words(sentence.clause(at));
        let is_free = |near: &usize| {
            let parts = |word: &Word| word.kind == TokenKind::Sign || word.is_function(Function::And);
            self.state(kind, *near).is_none() && self.word(*near).is_some_and(|word| !parts(word))
        };
        let before = (at.saturating_sub(TAKEN).max(clause.start)..at).rev().take_while(is_free);
        let behind = (at + 1..(at + 1 + BEFORE).min(clause.end)).take_while(is_free);
        let is_noun = |near: &usize| self.is_noun_of(kind, *near);
        before.into_iter().find(is_noun).or_else(|| behind.into_iter().find(is_noun))
    }

    /// The noun of a cause with which a sentence opens that names one cause alone: وعن *سبب الحريق*، *as for the cause*, they
    /// found X.
    fn fronted(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<usize> {
        let first = sentence.words.start;
        let noun = (first..(first + FRONT).min(at)).find(|near| self.is_noun_of(kind, *near))?;
        let mut behind = noun + 1..(noun + 1 + FRONT).min(at);
        let is_set_off = behind.any(|near| self.word(near).is_some_and(|word| word.is_sign(",")));
        let is_other =
            |near: usize| near != at && self.state(kind, near).is_some() && self.sort(kind, near).is_none();
        (is_set_off && !sentence.words.clone().any(is_other)).then_some(noun)
    }

    /// The verb that tells what a cause led to: a short circuit *resulted in* the fire, *أدى* تماس كهربائي إلى الحريق.
    fn results(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<usize> {
        let tells = |near: &usize| self.word(*near).is_some_and(|word| word.has_concept(RESULT));
        let happens = |from: usize| {
            let end = (from + 1 + RESULTS).min(sentence.words.end);
            (from + 1..end).any(|near| self.sort(kind, near).is_some())
        };
        if self.reading.language.grammar.verb_first {
            let before = at.saturating_sub(SUBJECT).max(sentence.words.start)..at;
            let verb = before.into_iter().rev().find(tells)?;
            let end = (at + 1 + RESULTS).min(sentence.words.end);
            let is_to = |near: &usize| self.word(*near).is_some_and(|word| word.is_function(Function::To));
            let is_led = (verb + 1..at).any(|near| is_to(&near));
            return (at + 1..end).find(is_to).filter(|to| !is_led && happens(*to)).map(|_| verb);
        }
        let mut behind = at + 1..(at + 1 + BEFORE).min(sentence.words.end);
        behind.find(tells).filter(|verb| happens(*verb))
    }

    /// The verb that tells by itself what a cause did: strong winds *delayed* the launch.
    fn acts_on(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<usize> {
        let is = |near: usize, function| self.word(near).is_some_and(|word| word.is_function(function));
        let goes_on = |near: &usize| {
            let word = self.word(*near);
            word.is_some_and(|word| word.kind == TokenKind::Word && self.state(kind, *near).is_none())
        };
        let acts = |near: &usize| {
            let is_past =
                self.word(*near).is_some_and(|word| word.summary.has_form(Form::Past) && !word.is_noun());
            let is_done =
                [Function::By, Function::Because, Function::CausedBy].iter().any(|by| is(near + 1, *by));
            is_past && !is_done && self.sort(kind, *near).is_some() && !kind.also.is_empty()
        };
        let has_object = |near: usize| {
            self.word(near + 1)
                .is_some_and(|word| word.kind == TokenKind::Word && (word.is_article() || word.is_noun()))
        };
        let behind = at + 1..(at + 1 + BEFORE).min(sentence.words.end);
        let verb_first = self.reading.language.grammar.verb_first;
        let verb = behind.take_while(goes_on).find(acts).filter(|_| !verb_first)?;
        has_object(verb).then_some(verb)
    }

    /// The word that tells that a cause lies behind what happened: arson was *behind* the fire.
    fn underlies(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<usize> {
        let tells = |near: &usize| self.word(*near).is_some_and(|word| word.has_concept(BEHIND_IT));
        let mut near = at + 1..(at + 1 + BEFORE).min(sentence.words.end);
        let behind = near.find(tells)?;
        let end = (behind + 1 + IT).min(sentence.words.end);
        (behind + 1..end).any(|near| self.sort(kind, near).is_some()).then_some(behind)
    }

    /// What happened when something was already so: the ferry was *overloaded when it sank*.
    fn happened_then(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<usize> {
        let is_when = |near: usize| self.word(near).is_some_and(|word| word.is_function(Function::When));
        let behind = at + 2..(at + 2 + SUBJECT).min(sentence.words.end);
        let is_then = is_when(at + 1) && self.sort(kind, at).is_none();
        behind.into_iter().find(|near| self.sort(kind, *near).is_some()).filter(|_| is_then)
    }

    /// What happened behind or during what a word tells: it sank *when the engine failed*, *after an explosion*.
    fn happened(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<usize> {
        let is = |near: usize, function| self.word(near).is_some_and(|word| word.is_function(function));
        let first = at.saturating_sub(BEHIND).max(sentence.words.start);
        let link = (first..at).rev().find(|near| is(*near, Function::When) || is(*near, Function::After))?;
        let is_near = at - link <= SUBJECT || is(link, Function::When);
        let happens = |near: &usize| kind.also.iter().any(|way| self.carries(*near, &way.heads).is_some());
        let mut before = (link.saturating_sub(HAPPENED).max(sentence.words.start)..link).rev();
        before.find(happens).filter(|_| is_near)
    }

    /// The verb of a beginning that says with what or by what: the trouble *started with* a blast.
    fn began(&self, at: usize) -> Option<usize> {
        let is_with = |near: &usize| {
            let leads = |word: &Word| word.is_function(Function::With) || word.is_function(Function::By);
            self.word(*near).is_some_and(leads)
        };
        let verb = (at.saturating_sub(SUBJECT)..at).rev().find(is_with)?.checked_sub(1)?;
        self.word(verb).filter(|word| word.has_concept(BEGIN) && !word.is_noun()).map(|_| verb)
    }
}
