//! What a length of time is said of: the words of its subject, and what a word points back to.

use crate::extract::attribution::is_verb;
use crate::extract::event::LEAD;
use crate::extract::told::length::Lengths;
use crate::extract::word::Word;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::keys::NameKeys;
use std::ops::Range;

/// Most words of the group of nouns that something is called by.
pub(super) const GROUP: usize = 4;

/// Most groups of nouns that tell of one another what it is about.
const CHAIN: usize = 3;

/// Furthest that something stands before the verb of lasting that is said of it, with more between, in words.
const EARLIER: usize = 20;

/// The concept of a noun that stands for anything.
const THING: &str = "thing-noun";

impl Lengths<'_, '_, '_> {
    /// Whether a word belongs to a group of nouns: none of grammar, no verb, no sign.
    pub(super) fn is_of_group(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            let is_plain = word.senses.is_empty() || word.is_noun() || word.concept().is_some();
            word.kind == TokenKind::Word && is_plain && (word.is_noun() || !is_verb(word))
        })
    }

    /// The group of nouns that begins at a word.
    pub(super) fn group_from(&self, at: usize) -> Range<usize> {
        let end = (at..at + GROUP).find(|at| !self.is_of_group(*at)).unwrap_or(at + GROUP);
        at..end
    }

    /// The group of nouns that ends right before a word.
    pub(super) fn group_before(&self, at: usize) -> Range<usize> {
        let first = at.saturating_sub(GROUP).max(self.sentence.words.start);
        let start = (first..at).rev().find(|at| !self.is_of_group(*at)).map_or(first, |at| at + 1);
        start..at
    }

    /// The words of the subject that ends right before a word, with what is said of it: *trains* on the new line, the
    /// *theft* at the museum in the old town.
    fn subject(&self, end: usize) -> Vec<usize> {
        let links = [Function::Of, Function::In, Function::On, Function::From, Function::To];
        let mut words = Vec::new();
        let mut group = self.group_before(end);
        for _ in 0..CHAIN {
            words.extend(group.clone());
            let article =
                group.start.checked_sub(1).filter(|at| self.word(*at).is_some_and(Word::is_article));
            let link = article.unwrap_or(group.start).checked_sub(1);
            let Some(at) = link.filter(|at| self.is_function(*at, &links)) else { break };
            group = self.group_before(at);
        }
        words
    }

    /// What a subject tells that can last: what happens or is done, and only where it tells no such thing all that
    /// it names.
    pub(super) fn keys_of_subject(&self, end: usize) -> NameKeys {
        let subject = self.subject(end);
        let happens = subject.iter().copied().filter(|at| self.is_event(*at) || self.state(*at).is_some());
        let told = self.keys_of(happens);
        if !told.is_empty() {
            return told;
        }
        let earlier = self.keys_of(self.earlier(end).filter(|_| !subject.is_empty()));
        if earlier.is_empty() { self.keys_of(subject) } else { earlier }
    }

    /// The nearest word before `end` in its sentence that tells what a state is called: a *summit* which a hotel
    /// hosted and which lasted.
    pub(super) fn earlier(&self, end: usize) -> Option<usize> {
        let first = end.saturating_sub(EARLIER).max(self.sentence.words.start);
        let is_noun = |at: usize| self.word(at).is_some_and(Word::is_noun);
        (first..end).rev().find(|at| self.state(*at).is_some() && is_noun(*at))
    }

    /// What a relative clause is about that stands between a subject and its verb: the *ferry* that joins the islands
    /// takes.
    pub(super) fn antecedent(&self, end: usize) -> NameKeys {
        let first = end.saturating_sub(EARLIER).max(self.sentence.words.start);
        let opens = |at: &usize| self.is_function(*at, &[Function::Which, Function::That]);
        let which = (first..end).rev().find(opens);
        which.map(|which| self.keys_of_subject(which)).unwrap_or_default()
    }

    /// Whether nothing but a word that points back is the subject that ends at a word: *it* lasted, the whole *thing*.
    pub(super) fn points_back(&self, end: usize) -> bool {
        let Some(at) = end.checked_sub(1).filter(|at| self.sentence.words.contains(at)) else { return true };
        let points = |word: &Word| {
            word.has_concept(THING)
                || (word.kind == TokenKind::Word && word.concept().is_none() && !word.capital)
        };
        !self.is_of_group(at) || self.word(at).is_some_and(points)
    }

    /// What heading and lead tell first that can last.
    pub(super) fn lead(&self) -> Option<String> {
        let sentences = self.teller.reading.sentences.iter().take(LEAD);
        let mut words = sentences.flat_map(|sentence| sentence.words.clone());
        words.find_map(|at| self.state(at)).map(str::to_owned)
    }
}
