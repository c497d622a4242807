//! Choices: words of a set of which one alone can hold, as the left and the right side of one engine.
//!
//! A kind names the set by its states, and what the word must stand with. The word is read as a value, so that
//! articles which give it in like words agree or contradict each other as they do over numbers.

use crate::extract::bind;
use crate::extract::event::Events;
use crate::extract::figure::noun::Head;
use crate::extract::figure::{Figure, around};
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Modality};
use crate::lexicon::schema::answers::Scope;
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State, ValueType};
use crate::lexicon::schema::telling::Telling;
use crate::text::hash;
use crate::text::token::TokenKind;
use crate::value::Value;
use std::collections::BTreeSet;
use std::ops::Range;

/// Furthest that the word stands from the noun which it is said of, in words.
const BESIDE: usize = 3;

/// Furthest that it stands from the word that makes it an answer.
const REACH: usize = 9;

/// Furthest that a negation stands before it.
const NEGATED: usize = 5;

/// The concept of what leads to something else, and furthest that it stands before what is told of that, in words.
const COMPARED: (&str, usize) = ("compared", 14);

/// The choices of a text, in the order of the kinds.
#[must_use]
pub(super) fn choices(reading: &Reading<'_>, events: &Events, article: ArticleIdx) -> Vec<Figure> {
    let reader = Reader { reading, events, article };
    let told = |kind: &&Kind| {
        matches!(kind.told, Telling::Choice | Telling::Course | Telling::Whether)
            && kind.value == ValueType::State
    };
    let mut figures = Vec::new();
    for kind in reading.lexicon.kinds().iter().filter(told) {
        let has =
            |sentence: &Sentence, asked: &Concepts| asked.is_empty() || sentence.marks.meets(asked.marks());
        let is_whether = kind.told == Telling::Whether;
        let sentences = reading.sentences.iter().filter(|sentence| {
            let states = sentence.marks.meets(kind.states.marks());
            let triggers = has(sentence, &kind.triggers);
            let is_asked = !kind.heads.is_empty() || states || triggers;
            let told = (is_whether && is_asked) || (states && triggers);
            told && has(sentence, &kind.heads)
        });
        let has_words = |at: &usize| {
            let says = |word: &Word| word.may_say(kind) || word.marks.meets(kind.triggers.marks());
            (is_whether && !kind.heads.is_empty()) || reading.words.get(*at).is_some_and(says)
        };
        for sentence in sentences {
            let words = sentence.words.clone().filter(has_words);
            figures.extend(words.flat_map(|at| reader.all(sentence, kind, at)));
        }
    }
    let lexicon = reading.lexicon;
    drop_told(&mut figures, |figure| lexicon.kind(&figure.fact.kind).is_some_and(Kind::is_of_any_deed));
    figures
}

/// What reading choices needs to know.
pub(super) struct Reader<'r, 'a> {
    /// The text.
    pub(super) reading: &'r Reading<'a>,
    pub(super) events: &'r Events,
    pub(super) article: ArticleIdx,
}

/// A word that was chosen out of its set.
pub(super) struct Choice<'k> {
    /// What it says.
    pub(super) state: &'k str,
    /// Where it stands.
    pub(super) at: usize,
    /// Its words, with those that it is said of.
    pub(super) words: Range<usize>,
    /// What it is said of, and whether a noun tells that.
    pub(super) key: u64,
    /// Whether a noun or a value tells what it is said of.
    pub(super) is_listed: bool,
}

/// Drops what is told of any thing where a kind of its own tells the same of it.
fn drop_told(figures: &mut Vec<Figure>, kind_of: impl Fn(&Figure) -> bool) {
    let told: BTreeSet<usize> =
        figures.iter().filter(|figure| !kind_of(figure)).flat_map(|figure| figure.own.clone()).collect();
    figures.retain(|figure| !kind_of(figure) || figure.own.clone().all(|at| !told.contains(&at)));
}

impl<'r> Reader<'r, '_> {
    /// What a word says in the way of a kind.
    fn all(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Vec<Figure> {
        if kind.told == Telling::Whether {
            return self.whether(sentence, kind, at);
        }
        let figure = if kind.told == Telling::Course {
            self.course(sentence, kind, at)
        } else {
            self.choice(sentence, kind, at)
        };
        figure.into_iter().collect()
    }

    /// The state that a word says, with what must stand near it.
    pub(super) fn state<'k>(&self, kind: &'k Kind, at: usize) -> Option<&'k str> {
        let mut states = self.word(at)?.states(kind);
        let near = at.saturating_sub(REACH)..at + 1 + REACH;
        let stands =
            |with: &Concepts| with.is_empty() || near.clone().any(|near| self.carries(near, with).is_some());
        let says = |state: &&State| self.carries(at, &state.concepts).is_some() && stands(&state.with);
        Some(&states.find(says)?.state)
    }

    fn choice(&self, sentence: &Sentence, kind: &Kind, at: usize) -> Option<Figure> {
        let state = self.state(kind, at)?;
        let clause = sentence.clause_words(sentence.clause(at));
        let head = self.nearest(&kind.heads, at, &near(at, BESIDE, &clause));
        let head = head.filter(|head| self.is_beside(*head, at));
        let is_bound = (kind.heads.is_empty() || head.is_some())
            && (kind.triggers.is_empty()
                || self.nearest(&kind.triggers, at, &near(at, REACH, &sentence.words)).is_some())
            && (kind.context.is_empty() || self.has(&self.with_before(sentence), &kind.context));
        let is_free = !self.has(&clause, &kind.unless)
            && !self.is_negated(at, &clause)
            && !self.is_of_another(sentence, at);
        if !is_bound || !is_free {
            return None;
        }
        let words = head.map_or(at..at + 1, |head| head.min(at)..head.max(at) + 1);
        let noun = head.and_then(|head| self.carries(head, &kind.heads));
        let key = hash::of(noun.unwrap_or(&kind.id));
        self.figure(kind, Choice { state, at, words, key, is_listed: noun.is_some() })
    }

    /// The words of a sentence and of the one before it.
    pub(super) fn with_before(&self, sentence: &Sentence) -> Range<usize> {
        let before = self.reading.sentence_of(sentence.words.start).saturating_sub(1);
        let before = self.reading.sentences.get(before);
        before.map_or(sentence.words.start, |before| before.words.start)..sentence.words.end
    }

    /// A choice as a figure; of what is only possible causes alone, and of what is planned members of a category.
    pub(super) fn figure(&self, kind: &Kind, choice: Choice<'_>) -> Option<Figure> {
        let Choice { state, at, words, key, is_listed } = choice;
        let modality = self.reading.modality(at);
        let is_set = (kind.told == Telling::Category && modality == Modality::Planned)
            || (kind.told == Telling::Cause && modality == Modality::Possible);
        if modality != Modality::Actual && !is_set {
            return None;
        }
        let value = Value::State(state.to_owned());
        let fact = bind::fact(self.reading, self.events, self.article, kind, at, &words, value);
        Some(Figure {
            head: Some(Head::new(self.reading, key, is_listed)),
            words: around::words(self.reading, &words, None),
            is_of_story: kind.scope == Scope::Story,
            places: around::places(self.reading, &words),
            ..Figure::new(self.reading, fact, kind, &words)?
        })
    }

    pub(super) fn word(&self, at: usize) -> Option<&'r Word> {
        self.reading.words.get(at)
    }

    pub(super) fn carries<'k>(&self, at: usize, concepts: &'k Concepts) -> Option<&'k String> {
        let word = self.word(at)?;
        word.first_of(concepts)
    }

    pub(super) fn has(&self, words: &Range<usize>, concepts: &Concepts) -> bool {
        !concepts.is_empty() && words.clone().any(|at| self.carries(at, concepts).is_some())
    }

    /// The nearest word of some that carries one of the concepts.
    pub(super) fn nearest(&self, concepts: &Concepts, at: usize, words: &Range<usize>) -> Option<usize> {
        let carriers = words.clone().filter(|near| *near != at && self.carries(*near, concepts).is_some());
        carriers.min_by_key(|near| near.abs_diff(at))
    }

    /// Whether it is told of something else that what the sentence is about is set against: *unlike* the meeting of May.
    fn is_of_another(&self, sentence: &Sentence, at: usize) -> bool {
        let before = at.saturating_sub(COMPARED.1).max(sentence.words.start)..at;
        before.into_iter().any(|at| self.word(at).is_some_and(|word| word.has_concept(COMPARED.0)))
    }

    /// Whether nothing parts the word from the noun that it is said of: he *left the engine* running.
    fn is_beside(&self, head: usize, at: usize) -> bool {
        !(at + 1..head).any(|between| self.word(between).is_some_and(Word::is_article))
    }

    pub(super) fn is_negated(&self, at: usize, clause: &Range<usize>) -> bool {
        let before = at.saturating_sub(NEGATED).max(clause.start)..at;
        let denies = |word: &Word| word.is_function(Function::Not) || word.is_function(Function::None);
        let numbers = |at: usize| self.word(at + 1).is_some_and(|word| word.kind == TokenKind::Digits);
        before.into_iter().any(|at| self.word(at).is_some_and(denies) && !numbers(at))
    }
}

/// The words of a clause so near to one of them.
fn near(at: usize, most: usize, clause: &Range<usize>) -> Range<usize> {
    at.saturating_sub(most).max(clause.start)..(at + most + 1).min(clause.end)
}
