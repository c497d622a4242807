//! Nobody at all: what befell *no one*, and the count of none that says so. It is of those of whom no more is said:
//! that no soldier was hurt is not told of others, nor that no bodies were found, nor what is so only for now.

use crate::extract::attribution::{is_verb, speech};
use crate::extract::bind;
use crate::extract::event::LEAD;
use crate::extract::negated;
use crate::extract::part;
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::told::Teller;
use crate::extract::word::Word;
use crate::fact::{Fact, Modality};
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::lexicon::schema::speech::Speech;
use crate::value::Value;
use crate::value::amount::{self, Amount};
use crate::value::number::Number;
use std::collections::BTreeSet;
use std::ops::Range;

/// Anybody at all.
pub(super) const ANYBODY: &str = "person";

/// Furthest that a negation stands before its verb, in words.
const NEAR: usize = 5;

/// Furthest that a negation stands before the noun of what did not happen, in words.
const WITHOUT: usize = 4;

/// Furthest that it stands before that noun where the event that did not bring it about stands between.
const BROUGHT: usize = 12;

/// How far behind the word a limit stands that is put on it, in words.
const LIMITED: usize = 1;

/// How far behind the noun of what did not happen the verb stands that tells how, in words.
const TOLD: usize = 4;

/// Concepts of nouns by which nothing is told but that nobody has said so yet.
const HEARSAY: [&str; 4] = ["claim", "report-noun", "rumour", "told-news"];

/// Concepts of verbs by which what did not happen is told.
const HAPPENING: [&str; 6] = ["accident", "cause", "fall-down", "goal", "occur", "register"];

/// Words by which it is told for a time alone, or of what is not known to be so.
const FOR_NOW: Functions = Functions::of(&[Function::SoFar, Function::Initial, Function::If]);

/// Words by which it is told of a part or of others alone.
const PARTIAL: Functions =
    Functions::of(&[Function::Other, Function::OfThem, Function::Among, Function::Between, Function::OutOf]);

/// The words that say that it happened to nobody: *nobody was* hurt, killed *no one*, without *any injuries*. Of things
/// that happen to people alone.
pub(super) fn of_all(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    word: usize,
    kind: &Kind,
) -> Option<Range<usize>> {
    let [before, after] = &*kind.states else { return None };
    kind.heads.iter().find(|head| *head == ANYBODY)?;
    let none = Nobody { teller, clause: teller.clause(sentence, word), word, kind };
    if teller.concept_of(word, &before.concepts).is_some() {
        return none.anyone().map(|end| word..end);
    }
    teller.concept_of(word, &after.concepts)?;
    let not = none.nobody().or_else(|| none.without()).or_else(|| none.brought());
    let words = not.map(|not| not..word + 1);
    let words = words.or_else(|| {
        let end = none.anyone()?;
        Some(none.near(Function::Not)?..end)
    });
    let is_other = |words: &Range<usize>| {
        let all = teller.reading.words.get(words.clone()).unwrap_or_default();
        all.iter().any(|word| word.is_function(Function::Other))
    };
    words.or_else(|| none.behind()).filter(|words| !is_turned(teller, words) && !is_other(words))
}

/// Whether a negation is not of what it stands before: *only* five were killed, the army did not *deny* the deaths.
pub(super) fn is_turned(teller: &Teller<'_, '_>, words: &Range<usize>) -> bool {
    let says = |word: &Word| speech(word).is_some_and(|speech| speech != Speech::AccordingTo);
    let said = teller.reading.words.get(words.clone()).unwrap_or_default().iter().any(says);
    said || negated::is_limited(teller.reading, &(words.start + 1..words.end + LIMITED))
}

/// The count of none that says that something befell nobody.
pub(super) fn count(
    teller: &Teller<'_, '_>,
    sentence: &Sentence,
    words: &Range<usize>,
    kind: &Kind,
) -> Option<Fact> {
    let counted = teller.reading.lexicon.kind(kind.counts.as_deref()?)?;
    let clause = teller.clause(sentence, words.start);
    let is_partial = |word: &Word| {
        word.summary.does_any(FOR_NOW)
            || word.summary.does_any(PARTIAL)
            || HEARSAY.iter().any(|concept| word.has_concept(concept))
    };
    let all = teller.reading.words.get(clause.clone()).unwrap_or_default();
    let behind = teller.reading.words.get(words.end..(words.end + TOLD).min(clause.end)).unwrap_or_default();
    let happens = |word: &Word| {
        let says = speech(word).is_some() || HAPPENING.iter().any(|concept| word.has_concept(concept));
        !is_verb(word) || word.is_noun() || says
    };
    let is_noun =
        words.end.checked_sub(1).and_then(|at| teller.reading.words.get(at)).is_some_and(Word::is_noun);
    if all.iter().any(is_partial) || (is_noun && !behind.iter().all(happens)) {
        return None;
    }
    let none = Value::Amount(Amount::new(amount::Form::Exactly(Number::ZERO), None));
    let anchor = words.end.saturating_sub(1);
    let fact = bind::fact(teller.reading, teller.events, teller.article, counted, anchor, words, none);
    (fact.modality == Modality::Actual).then_some(fact)
}

/// Drops that something befell nobody where the lead counts those whom it befell: it was in another event then.
pub(in crate::extract) fn drop_nobody(reading: &Reading<'_>, facts: &mut Vec<Fact>) {
    let sentences = &reading.sentences;
    let last = sentences.get(LEAD - 1).or(sentences.last()).and_then(|lead| lead.words.end.checked_sub(1));
    let Some(end) = last.and_then(|last| reading.words.get(last)).map(|word| word.span.end) else { return };
    let size = |fact: &Fact| if let Value::Amount(amount) = &fact.value { amount.in_base() } else { None };
    let is_told = |fact: &&Fact| {
        fact.modality == Modality::Actual
            && fact.span().is_some_and(|span| span.end <= end)
            && size(fact).is_some_and(|size| size > Number::ZERO)
    };
    let counted: BTreeSet<String> = facts.iter().filter(is_told).map(|fact| fact.kind.clone()).collect();
    let is_none = |fact: &Fact| {
        let kind = reading.lexicon.kind(&fact.kind);
        let counts = kind.and_then(|kind| Some((kind.counts.as_ref()?, kind.states.first()?)));
        let is_nobody = |(counts, nobody): (&String, &State)| {
            counted.contains(counts) && matches!(&fact.value, Value::State(state) if *state == nobody.state)
        };
        counts.is_some_and(is_nobody) || (counted.contains(&fact.kind) && size(fact) == Some(Number::ZERO))
    };
    facts.retain(|fact| !is_none(fact));
}

/// Whether words that say that something befell nobody are told of another event than the first of its sort, or of one in another
/// country.
pub(super) fn is_elsewhere(teller: &Teller<'_, '_>, sentence: &Sentence, words: &Range<usize>) -> bool {
    teller.is_of_other_country(sentence)
        || teller.clause(sentence, words.start).any(|at| is_of_another(teller, at))
}

/// Whether a word names another event than the first of its sort: a *second* explosion.
fn is_of_another(teller: &Teller<'_, '_>, at: usize) -> bool {
    let follows = teller.reading.language.grammar.adjective_after_noun;
    let beside = if follows { Some(at + 1) } else { at.checked_sub(1) };
    let is_later = |word: &Word| {
        word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Ordinal(rank) if rank > 1))
    };
    let is_event = teller.reading.words.get(at).is_some_and(|word| {
        let triggers = teller.reading.lexicon.events().iter().flat_map(|event| &event.triggers);
        word.is_noun() && triggers.into_iter().any(|trigger| word.has_concept(trigger))
    });
    let beside = beside.and_then(|at| teller.reading.words.get(at));
    is_event && (part::is_of_another(teller.reading, at) || beside.is_some_and(is_later))
}

/// A word of what befalls people, that is asked whether it befell nobody.
struct Nobody<'t, 'r, 'a> {
    teller: &'t Teller<'r, 'a>,
    clause: Range<usize>,
    word: usize,
    kind: &'t Kind,
}

impl Nobody<'_, '_, '_> {
    fn is(&self, at: usize, test: impl Fn(&Word) -> bool) -> bool {
        self.teller.reading.words.get(at).is_some_and(test)
    }

    fn tells_who(&self, mut words: Range<usize>) -> bool {
        words.any(|at| self.teller.concept_of(at, &self.kind.heads).is_some())
    }

    fn near(&self, function: Function) -> Option<usize> {
        let near = self.word.saturating_sub(NEAR).max(self.clause.start)..self.word;
        near.rev().find(|at| self.teller.is_function(*at, function))
    }

    /// *Nobody* was hurt; "none of its citizens" tells nothing of others.
    fn nobody(&self) -> Option<usize> {
        let is_of_some = |at: usize| (at + 1..self.word.min(at + 3)).any(|at| self.is(at, Word::is_noun));
        let is_free = |at: &usize| !self.tells_who(*at..self.word) && !is_of_some(*at) && !self.is_known(*at);
        self.near(Function::None).filter(is_free)
    }

    /// *Without* injuries.
    fn without(&self) -> Option<usize> {
        let is_noun = self.is(self.word, Word::is_noun);
        self.near(Function::Not)
            .filter(|at| is_noun && self.word - at <= WITHOUT && !self.tells_who(*at..self.word))
            .filter(|at| (at + 1..self.word).all(|at| self.may_happen(at)) && !self.is_known(*at))
    }

    /// Whether those whom it befell are known behind a negation: none of *the* dead, not *our* dead.
    fn is_known(&self, not: usize) -> bool {
        let language = self.teller.reading.language;
        let is_known = |word: &Word| language.is_known_by(&word.normal) || word.is_function(Function::Own);
        let is_own = |word: &Word| word.clitics.article || (word.is_noun() && word.clitics.pronoun);
        self.is(self.word, is_own) || (not + 1..self.word).any(|at| self.is(at, is_known))
    }

    /// Whether a word between a negation and what did not happen says no more than that it did not: *cause any*.
    fn may_happen(&self, at: usize) -> bool {
        let happens = |word: &Word| HAPPENING.iter().any(|concept| word.has_concept(concept));
        self.is(at, |word| happens(word) || !(is_verb(word) || word.is_noun()))
    }

    /// The explosion did *not* bring about, in Beirut on Monday, any deaths.
    fn brought(&self) -> Option<usize> {
        let event = self.teller.reading.lexicon.kind(self.kind.counts.as_deref()?)?.event.as_deref()?;
        let triggers = &self.teller.reading.lexicon.event(event)?.triggers;
        let is_bare = |word: &Word| word.is_noun() && !word.clitics.article && !word.clitics.pronoun;
        let near = self.word.saturating_sub(BROUGHT).max(self.clause.start)..self.word;
        let not = near.rev().find(|at| self.teller.is_function(*at, Function::Not))?;
        let is_verb_next = self.is(not + 1, |word| !word.clitics.article && speech(word).is_none());
        let is_verb_next = is_verb_next && (self.may_happen(not + 1) || !self.is(not + 1, is_verb));
        let between = not + 2..self.word;
        let acts = |at: usize| self.is(at, |word| is_verb(word) && !word.is_noun());
        let is_event = |at: usize| self.teller.concept_of(at, triggers).is_some();
        let is_free = self.is(self.word, is_bare) && is_verb_next && !between.clone().any(acts);
        (is_free && between.clone().any(is_event) && !self.tells_who(between)).then_some(not)
    }

    /// Killed *nobody*.
    fn behind(&self) -> Option<Range<usize>> {
        let next = self.word + 1;
        let is_all =
            !self.is(next + 1, |word| word.is_function(Function::Of) || word.is_function(Function::Other));
        let is_free = self.is(self.word, is_verb) && self.near(Function::Not).is_none();
        (is_free && is_all && self.teller.is_function(next, Function::None)).then_some(self.word..next + 1)
    }

    /// The end of "anyone" right behind a verb that is denied: لم يقتل *أحد*, but not: one of the soldiers.
    fn anyone(&self) -> Option<usize> {
        let at = self.word + 1;
        let is_one = |word: &Word| {
            !word.clitics.article && word.senses.iter().any(|sense| sense.meaning == Meaning::Cardinal(1))
        };
        let is_of_some = |word: &Word| word.is_noun() || word.is_function(Function::Of);
        let tells = |word: &Word| word.senses.iter().any(|sense| sense.form == Form::Fixed) || is_verb(word);
        let is_told = self.teller.reading.language.grammar.verb_first && self.is(self.word, tells);
        (is_told && self.is(at, is_one) && !self.is(at + 1, is_of_some)).then_some(at + 1)
    }
}
