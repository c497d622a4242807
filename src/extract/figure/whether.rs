//! Whether something happened: an alarm sounded or it did not, a ransom was paid or none was.
//!
//! A kind names the matter: its triggers are the words that tell it, its heads the things it is told of. Its two
//! states stand in the order *not so*, *so*; a word of a state's own says it beside the thing.

use crate::extract::attribution::{Attribution, is_verb, speech};
use crate::extract::figure::Figure;
use crate::extract::figure::choice::{Choice, Reader};
use crate::extract::negated;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::fact::{Binding, SlotValue};
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::speech::Speech;
use crate::text::hash;
use crate::value::Value;
use std::collections::BTreeSet;
use std::ops::Range;

/// Furthest that the thing stands from the word that tells what became of it, in words.
const REACH: usize = 7;

/// Furthest that a negation stands before the word that it turns, in words.
const NEAR: usize = 5;

/// Furthest that it stands before the thing of which it says that there was none.
const RIGHT: usize = 2;

/// How far around the words that tell which of several is meant, in words.
const PART: usize = 5;

/// Words that lead to those among whom nothing befell anybody.
const AMONG: Functions = Functions::of(&[Function::Among, Function::Between, Function::OutOf]);

/// Concepts of nouns by which nothing is told but that nobody has said so.
const HEARSAY: [&str; 4] = ["claim", "report-noun", "rumour", "told-news"];

/// One that is not the one told of before.
const OTHER: &str = "other";

/// How far behind the word a bound stands that is put on it, in words.
const BOUND: usize = 3;

/// Nouns beside a verb that are looked at on each side.
const BESIDE: usize = 2;

impl Reader<'_, '_> {
    /// What a word says of whether it was so.
    pub(super) fn whether(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Vec<Figure> {
        if kind.is_of_any_deed() { self.deeds(sentence, kind, at) } else { self.matter(sentence, kind, at) }
    }

    /// Whether what the kind asks for was so.
    fn matter(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Vec<Figure> {
        if !self.tells(kind, at) {
            return Vec::new();
        }
        let clause = sentence.clause_words(sentence.clause(at));
        let near = at.saturating_sub(REACH).max(clause.start)..(at + REACH + 1).min(clause.end);
        let head = if kind.heads.is_empty() { None } else { self.nearest(&kind.heads, at, &near) };
        if !kind.heads.is_empty() && head.is_none() {
            return Vec::new();
        }
        let is_in_context = || self.has(&self.with_before(sentence), &kind.context);
        if !kind.context.is_empty() && !is_in_context() {
            return Vec::new();
        }
        self.told(kind, at, head, &clause, hash::of(&kind.id)).into_iter().collect()
    }

    /// Whether a verb was done to or by each of the things that stand next to it.
    fn deeds(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Vec<Figure> {
        let is_word = !self.is_quoted(at) && !self.reading.is_in_name(at);
        let Some(verb) = self.carries(at, &kind.triggers).filter(|_| is_word) else {
            return Vec::new();
        };
        let clause = sentence.clause_words(sentence.clause(at));
        let is_other = |near: &usize| self.word(*near).is_some_and(|word| is_verb(word) && !word.is_noun());
        let thing = |near: usize| {
            let word = self.word(near).filter(|word| word.is_noun())?;
            let (concept, _) = word.concept()?;
            (!kind.context.iter().any(|common| common == concept)).then_some((near, concept))
        };
        let behind = (at + 1..(at + 1 + REACH).min(clause.end)).take_while(|near| !is_other(near));
        let before =
            (at.saturating_sub(REACH).max(clause.start)..at).rev().take_while(|near| !is_other(near));
        let things = behind.filter_map(thing).take(BESIDE).chain(before.filter_map(thing).take(BESIDE));
        let told = |(near, concept): (usize, &str)| {
            let key = hash::of(&(&kind.id, verb, concept));
            let figure = self.told(kind, at, Some(near), &clause, key)?;
            Some(Figure { own: at..at + 1, ..figure })
        };
        things.filter_map(told).collect()
    }

    /// Whether a word is somebody's own: who "we" are is not told.
    fn is_quoted(&self, at: usize) -> bool {
        self.reading.quotes.iter().any(|quote| quote.words.contains(&at))
    }

    fn told(
        &self,
        kind: &Kind,
        at: usize,
        head: Option<usize>,
        clause: &Range<usize>,
        key: u64,
    ) -> Option<Figure> {
        let [no, yes] = &*kind.states else { return None };
        let says = |concepts: &Concepts| self.carries(at, concepts).is_some();
        let (says_no, says_yes) = (says(&no.concepts), says(&yes.concepts));
        if !self.tells(kind, at) || self.has(clause, &kind.unless) {
            return None;
        }
        let negation = self.negation(at, head, clause);
        if negation.is_some_and(|not| self.is_of_some(not, at) || self.is_of_others(not, at, head)) {
            return None;
        }
        let denied = negation.is_some() || self.is_denied(at);
        let is_so = if says_no {
            // A thing that was not silent need not have sounded.
            (!denied).then_some(false)?
        } else {
            !denied && (says_yes || self.is_done(at)).then_some(true)?
        };
        let state = if is_so { &yes.state } else { &no.state };
        let ends = [Some(at), head, negation].into_iter().flatten();
        let words = ends.clone().min()?..ends.max()? + 1;
        let part = self.part(&words, clause);
        Some(Figure { part, ..self.figure(kind, Choice { state, at, words, key, is_listed: true })? })
    }

    /// Whether a word says one of the kind's states, or what the kind asks for.
    fn tells(&self, kind: &Kind, at: usize) -> bool {
        self.state(kind, at).is_some() || self.means(at, &kind.triggers)
    }

    /// Whether a word carries one of the concepts, or means it where quotes are compared.
    fn means(&self, at: usize, concepts: &Concepts) -> bool {
        let common = |word: &Word| {
            let common = word.known.common(self.reading.language);
            common.iter().any(|meaning| concepts.iter().any(|concept| **meaning == *concept))
        };
        self.carries(at, concepts).is_some() || self.word(at).is_some_and(common)
    }

    /// What turns the word round: a negation before it, or right before the thing of which it is told.
    fn negation(&self, at: usize, head: Option<usize>, clause: &Range<usize>) -> Option<usize> {
        let is = |at: usize, function: Function| self.word(at).is_some_and(|word| word.is_function(function));
        let denies = |at: &usize| is(*at, Function::Not) || is(*at, Function::None);
        let within =
            |of: usize, near: usize| (of.saturating_sub(near).max(clause.start)..of).rev().find(denies);
        within(at, NEAR).filter(|not| !self.is_of_noun_before(*not, at)).or_else(|| within(head?, RIGHT))
    }

    /// Whether a negation is of the noun behind it, and another clause is joined to it: *without injuries, and* the guests
    /// were moved, دون إصابات ونقل النزلاء.
    fn is_of_noun_before(&self, not: usize, at: usize) -> bool {
        let is_thing = |word: &Word| word.is_noun() && !is_verb(word);
        let joins = |near: usize| {
            self.word(near).is_some_and(|word| {
                word.is_function(Function::And) || word.clitics.conjunction == Some(Function::And)
            })
        };
        let acts = self.word(at).is_some_and(is_verb);
        acts && self.word(not + 1).is_some_and(is_thing) && (not + 2..at + 1).any(joins)
    }

    /// Whether the negation is of a part, a time or a manner alone: not all, not only, not until.
    fn is_of_some(&self, not: usize, at: usize) -> bool {
        let limits = [Function::Every, Function::Until, Function::Alone, Function::Soon];
        let limits = |word: &Word| limits.into_iter().any(|limit| word.is_function(limit));
        let is_hearsay = |word: &Word| HEARSAY.iter().any(|concept| word.has_concept(concept));
        let says = |word: &Word| is_verb(word) && speech(word).is_some();
        let between = not + 1..at.max(not + 2);
        let turns = |word: &Word| limits(word) || is_hearsay(word) || says(word);
        between.clone().any(|near| near != at && self.word(near).is_some_and(turns))
            || negated::is_limited(self.reading, &between)
    }

    /// Whether the negation is of others than the thing of which it is told: *none of the miners* was killed in the
    /// quake; or of more than so many: did not arrest *more than* 30.
    fn is_of_others(&self, not: usize, at: usize, head: Option<usize>) -> bool {
        let is_none = self.word(not).is_some_and(|word| word.is_function(Function::None));
        let is_noun = |near: usize| near != at && self.word(near).is_some_and(Word::is_noun);
        let is_between = head.is_some_and(|head| (not + 1..at).contains(&head));
        let bounds = |near: usize| self.word(near).is_some_and(negated::bounds);
        let knows = |near: usize| {
            let language = self.reading.language;
            self.word(near)
                .is_some_and(|word| language.is_known_by(&word.normal) || word.is_function(Function::Own))
        };
        let acts = |near: usize| self.word(near).is_some_and(|word| is_verb(word) && !word.is_noun());
        // No body was found, none of the dead was named: nothing of whether they were killed.
        let is_verb = self.word(at).is_some_and(is_verb);
        let is = |near: usize, functions: Functions| {
            self.word(near).is_some_and(|word| word.summary.does_any(functions))
        };
        let behind = at + 1..at + 1 + BOUND;
        let is_beside = head.is_some() && (at + 1..at + 1 + 2 * BOUND).find(|near| is_noun(*near)) == head;
        // It did not *stop* them from leaving: the negation is of the verb that comes first.
        let first = (not + 1..at).find(|near| self.word(*near).is_some_and(is_deed));
        (is_verb && first.is_some())
            || (!is_verb && behind.clone().any(|near| is(near, AMONG)))
            || (!is_beside && behind.clone().any(|near| is(near, Functions::of(&[Function::None]))))
            || (!is_verb && (not + 1..at).any(|near| knows(near) || acts(near)))
            || (is_none && !is_between && (not + 1..at).any(is_noun))
            || behind.into_iter().any(bounds)
    }

    /// Which of several like things it is told of: the first or the second, those in the east or in the west, others.
    fn part(&self, words: &Range<usize>, clause: &Range<usize>) -> Option<SlotValue> {
        let around = words.start.saturating_sub(PART).max(clause.start)..(words.end + PART).min(clause.end);
        let tells = |at: usize| {
            let word = self.word(at)?;
            let rank = |sense: &Sense| {
                let Meaning::Ordinal(rank) = sense.meaning else { return None };
                Some(format!("number {rank}"))
            };
            let direction = |sense: &Sense| sense.meaning.direction().map(ToString::to_string);
            let other = || word.is_function(Function::Other).then(|| OTHER.to_owned());
            word.find(rank).or_else(|| word.find(direction)).or_else(other)
        };
        let parts: BTreeSet<String> = around.filter_map(tells).collect();
        let values = parts.into_iter().map(Value::State).collect::<Vec<_>>();
        (!values.is_empty()).then_some(SlotValue { values, binding: Binding::Bound })
    }

    /// Whether somebody denies it.
    fn is_denied(&self, at: usize) -> bool {
        let all = self.reading.attributions(self.reading.sentence_of(at));
        let denies = |said: &Attribution| {
            said.speech == Speech::Deny
                && said.words.contains(&at)
                && said.at < at
                && !self.is_before_denied(said, at)
        };
        all.is_some_and(|all| all.iter().any(denies))
    }

    /// Whether a word tells of who denies, and what that one denies stands behind it: the owner of the ferry that *sank*
    /// denied that it had been full, نفى مالك العبارة التي *غرقت* أن تكون.
    fn is_before_denied(&self, said: &Attribution, at: usize) -> bool {
        let is = |at: usize, function: Function| self.word(at).is_some_and(|word| word.is_function(function));
        let is_of_who = (said.at + 1..at).any(|at| is(at, Function::Which));
        let is_told = (said.at + 1..at).any(|at| is(at, Function::That));
        is_of_who && !is_told && (at + 1..said.words.end).any(|at| is(at, Function::That))
    }

    /// Whether a verb says that it took place, or a noun behind "after".
    fn is_done(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let tells = |sense: &Sense| sense.form == Form::Past || sense.form == Form::Fixed;
        let follows = at.checked_sub(1).and_then(|before| self.word(before));
        let is_after = || follows.is_some_and(|word| word.is_function(Function::After));
        word.senses.is_empty() || word.senses.iter().any(tells) || (is_after() && word.is_noun())
    }
}

/// Whether a word is a verb with a meaning of its own, and no helper of another.
fn is_deed(word: &Word) -> bool {
    is_verb(word) && word.concept().is_some()
}
