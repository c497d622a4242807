//! Minutes of a match: in which minute somebody scored, was sent off or replaced, as *in the 88th minute*, *on 71 minutes*.

use crate::extract::bind;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Fact, Modality};
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::lexicon::schema::telling::Telling;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::{Amount, Form as Amounts};
use crate::value::keys::NameKeys;
use crate::value::number::Number;
use crate::value::words::Name;
use std::collections::BTreeSet;
use std::ops::Range;

/// Furthest that the deed stands before its minute, and behind it, in words.
const BEFORE: usize = 16;
const BEHIND: usize = 4;

/// How much further off a deed behind a minute counts than one before it, in words.
const LATER: usize = 3;

/// Furthest that those who are named stand from the deed, in words.
const NAMED: usize = 8;

/// Furthest that what a minute is counted in stands behind it, in words.
const PART: usize = 4;

/// The minutes that a match has.
const MINUTES: Range<i64> = 1..126;

/// Seconds of a minute.
const SECONDS: i64 = 60;

/// The unit of minutes.
const MINUTE: &str = "min";

/// Shortest unknown word that may be a name, in bytes, where capitals do not show one.
const SHORTEST: usize = 5;

/// Words before a length of time from the beginning of a match: *on* 71 minutes, *after* 14.
const LEADING: Functions = Functions::of(&[Function::After, Function::On]);

/// Words behind a minute that lead to what was done in another one.
const ENDING: Functions = Functions::of(&[Function::After, Function::And, Function::Before, Function::But]);

/// A minute of a match in which something was done.
#[derive(Clone, Debug)]
pub struct Minute {
    /// The minute as a fact.
    pub fact: Fact,
    /// What was done, by the states of the kind.
    pub acts: BTreeSet<String>,
    /// Whether it is counted in the time that is added to a half.
    pub is_added: bool,
    /// Who is named beside the deed.
    pub people: Vec<Name>,
}

/// The minutes of matches that a text tells.
#[must_use]
pub fn minutes(reading: &Reading<'_>, article: ArticleIdx) -> Vec<Minute> {
    let Some(kind) = reading.lexicon.told(Telling::Minute).next() else {
        return Vec::new();
    };
    let view = View { reading, kind, article };
    let tells = |sentence: &&Sentence| sentence.marks.meets(kind.states.marks());
    reading.sentences.iter().filter(tells).flat_map(|sentence| view.minutes(sentence)).collect()
}

struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    kind: &'r Kind,
    article: ArticleIdx,
}

impl View<'_, '_> {
    fn minutes(&self, sentence: &Sentence) -> Vec<Minute> {
        let mentions = self.reading.mentions_in(sentence.words.clone());
        let mut own: Vec<(&Mention, i64)> = Vec::new();
        // The 14th *and 61st minutes*: what stands before a minute is one with it.
        for mention in mentions.iter().rev() {
            let is_joined = own.last().is_some_and(|(next, _)| {
                next.words.start <= mention.words.end + 1 && next.dimension == mention.dimension
            });
            if let Some(minute) = self.told(mention).or_else(|| whole(mention).filter(|_| is_joined)) {
                own.push((mention, minute));
            }
        }
        own.reverse();
        let groups: Vec<&[(&Mention, i64)]> =
            own.chunk_by(|(one, _), (next, _)| next.words.start <= one.words.end + 1).collect();
        let words = |group: &[(&Mention, i64)]| {
            let (first, last) = (group.first()?, group.last()?);
            Some(first.0.words.start..last.0.words.end)
        };
        let mut all = Vec::new();
        for (at, group) in groups.iter().enumerate() {
            let before = at.checked_sub(1).and_then(|at| words(groups.get(at)?));
            let behind = groups.get(at + 1).and_then(|group| words(group));
            let free = before.map_or(sentence.words.start, |before| before.end)
                ..behind.map_or(sentence.words.end, |behind| behind.start);
            let Some(own) = words(group) else { continue };
            all.extend(group.iter().filter_map(|(_, minute)| self.minute(sentence, &own, *minute, &free)));
        }
        all
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.reading.words.get(at)
    }

    /// The minute that a mention tells.
    fn told(&self, mention: &Mention) -> Option<i64> {
        let (start, end) = (mention.words.start, mention.words.end);
        let is_unit = |at: usize| {
            self.word(at).is_some_and(|word| {
                word.senses
                    .iter()
                    .any(|sense| matches!(&sense.meaning, Meaning::Unit(code) if &**code == MINUTE))
            })
        };
        let is_sign = |at: usize| self.word(at).is_some_and(|word| word.kind == TokenKind::Sign);
        let before = start.checked_sub(1);
        let before = before.map(|at| if is_sign(at) { at.saturating_sub(1) } else { at });
        if self.reading.language.grammar.adjective_after_noun {
            let is_led = || before.is_some_and(is_unit);
            if let Some(minute) = whole(mention).filter(|_| is_led()) {
                return Some(minute);
            }
        } else if mention.dimension == Dimension::Ordinal {
            let unit = if is_sign(end) { end + 1 } else { end };
            return whole(mention).filter(|_| is_unit(unit));
        }
        let leads = |at: usize| self.word(at).is_some_and(|word| word.summary.does_any(LEADING));
        let is_with = |at: usize| self.word(at).is_some_and(|word| word.is_function(Function::With));
        let is_on = self.word(end).is_some_and(|word| word.is_function(Function::On));
        let is_led = start.checked_sub(1).is_some_and(|at| leads(at) || (is_with(at) && is_on));
        length(mention).filter(|_| is_led)
    }

    /// What was done in a minute; `free` are the words that no other minute parts from it.
    fn minute(
        &self,
        sentence: &Sentence,
        own: &Range<usize>,
        minute: i64,
        free: &Range<usize>,
    ) -> Option<Minute> {
        let is_so = matches!(self.reading.modality(own.start), Modality::Actual);
        let behind = own.end..(own.end + PART).min(sentence.words.end);
        let counts = |at: usize| self.word(at).is_some_and(|word| word.has_any(&self.kind.context));
        let is_of_half =
            behind.clone().any(|at| self.word(at).is_some_and(|word| word.has_any(&self.kind.unless)));
        if !is_so || is_of_half {
            return None;
        }
        let (deed, acts) = self.deed(sentence, own, free)?;
        let value = Value::Amount(Amount::exactly(Number::whole(minute)));
        let fact = bind::bare(self.reading, self.article, self.kind, own, value);
        let people = self.people(deed, own, free);
        Some(Minute { fact, acts, is_added: behind.into_iter().any(counts), people })
    }

    /// The nearest word of a deed, with what it says.
    fn deed(
        &self,
        sentence: &Sentence,
        own: &Range<usize>,
        free: &Range<usize>,
    ) -> Option<(usize, BTreeSet<String>)> {
        let clause = sentence.clause_words(sentence.clause(own.start));
        let first = own.start.saturating_sub(BEFORE).max(free.start);
        let last = (own.end + BEHIND).min(free.end).min(clause.end);
        let ends = |at: &usize| self.word(*at).is_some_and(|word| word.summary.does_any(ENDING));
        let last = (own.end..last).find(ends).unwrap_or(last);
        let near = (first..own.start).chain(own.end..last);
        let far = |at: usize| if at < own.start { own.start - at } else { at - own.end + 1 + LATER };
        let told = near.filter_map(|at| {
            let acts = self.acts(at);
            (!acts.is_empty()).then_some((at, acts))
        });
        told.min_by_key(|(at, _)| far(*at))
    }

    fn acts(&self, at: usize) -> BTreeSet<String> {
        let Some(word) = self.word(at).filter(|_| !self.reading.is_in_name(at)) else {
            return BTreeSet::new();
        };
        let says = |state: &&State| word.has_any(&state.concepts);
        word.states(self.kind).filter(says).map(|state| state.state.clone()).collect()
    }

    /// Who is named around a deed.
    fn people(&self, deed: usize, own: &Range<usize>, free: &Range<usize>) -> Vec<Name> {
        // Behind the minute stands who did the next thing, unless nobody is named before it.
        let before = deed.min(own.start).saturating_sub(NAMED).max(free.start)..own.start.max(deed);
        let names = self.named_in(before);
        let behind = || self.named_in(own.end..(deed.max(own.end) + NAMED).min(free.end));
        if names.is_empty() { behind() } else { names }
    }

    /// Who is named among some words: by names that are known, and by words of no list.
    fn named_in(&self, near: Range<usize>) -> Vec<Name> {
        let people: Vec<&Entity> = self
            .reading
            .entities_in(near.clone())
            .filter(|entity| entity.kind == EntityKind::Person)
            .collect();
        let is_taken = |at: usize| self.reading.entities_in(at..at + 1).next().is_some();
        let known = people.iter().flat_map(|entity| &entity.names).filter(|name| !name.is_office());
        let mut names: Vec<Name> = known.cloned().collect();
        let last = people.iter().map(|entity| entity.words.end - 1);
        let unknown = near.clone().filter(|at| !is_taken(*at) && self.may_be_name(*at));
        let own = last.chain(unknown).filter_map(|at| self.word(at));
        names.extend(own.map(|word| self.named(self.reading.text.slice(word.stem_span))));
        names
    }

    /// Whether a word of no list may be a name.
    fn may_be_name(&self, at: usize) -> bool {
        let language = self.reading.language;
        self.word(at).is_some_and(|word| {
            let is_plain = word.kind == TokenKind::Word && word.senses.is_empty();
            let is_shown = if language.grammar.capitals {
                word.capital
            } else {
                word.normal.len() >= SHORTEST && !word.is_common(language)
            };
            is_plain && is_shown
        })
    }

    fn named(&self, written: &str) -> Name {
        Name { name: written.to_owned(), keys: NameKeys::from([self.reading.lexicon.name_key(written)]) }
    }
}

/// The minute that a plain number or rank may be.
fn whole(mention: &Mention) -> Option<i64> {
    let is_number = matches!(mention.dimension, Dimension::Number | Dimension::Ordinal);
    let Value::Amount(amount) = &mention.value else { return None };
    let Amounts::Exactly(number) = amount.form else { return None };
    let minute = number.to_whole().filter(|_| is_number && amount.unit.is_none());
    minute.filter(|minute| MINUTES.contains(minute))
}

/// The minutes of a length of time that has no other parts.
fn length(mention: &Mention) -> Option<i64> {
    let Value::Duration(duration) = &mention.value else { return None };
    let Amounts::Exactly(period) = duration.form else { return None };
    let seconds = period.seconds.to_whole().filter(|_| period.months.is_zero())?;
    (seconds % SECONDS == 0).then_some(seconds / SECONDS).filter(|minute| MINUTES.contains(minute))
}
