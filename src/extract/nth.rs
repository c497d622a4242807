//! Nths: which time it was that a thing was done or won, as the third test of a missile or an eighth title.
//!
//! A rank stands beside the noun of what is counted, or says *for the third time* of the deed of its clause. What is
//! counted of a season or in a row is another count than that of all times.

/// How many times in a row.
mod streak;

use crate::extract::attribution::is_verb;
use crate::extract::bind;
use crate::extract::figure::around;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::topic::key_at;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Fact, Modality};
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::lexicon::schema::telling::Telling;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::words::Name;
use std::collections::BTreeSet;
use std::ops::Range;

/// Furthest that the noun of what is counted stands from its rank, in words.
const NEAR: usize = 4;

/// Furthest that what is counted is told behind its noun, in words.
const OF: usize = 6;

/// Furthest that the deed of a time stands from it, in words.
const DEED: usize = 14;

/// Words of times.
const TIMES: Classes = Classes::of(&[Class::Calendar, Class::Unit]);

/// Most words of a date.
const DATE: usize = 8;

/// What a title is called, and the concept of what was never more.
const TITLE: &str = "title";
const EVER: &str = "ever";

/// The concept of a season.
const SEASON: &str = "season";

/// How many times it was.
#[derive(Clone, Debug)]
pub struct Nth {
    /// The rank as a fact.
    pub fact: Fact,
    /// What is counted, by the states of the kind.
    pub acts: BTreeSet<String>,
    /// Whether it is counted in a row.
    pub is_row: bool,
    /// How many times it was in a row, where a plain number tells it.
    pub streak: Option<i64>,
    /// Whether it is counted of a time.
    pub is_of_time: bool,
    /// What the words tell of what is counted, by key.
    pub of: BTreeSet<u64>,
    /// What the words of its sentence say, by key.
    pub words: BTreeSet<u64>,
    /// Who is named in its clause.
    pub people: Vec<Name>,
}

/// The nths of a text.
#[must_use]
pub fn nths(reading: &Reading<'_>, article: ArticleIdx) -> Vec<Nth> {
    let Some(kind) = reading.lexicon.told(Telling::Nth).next() else {
        return Vec::new();
    };
    let view = View { reading, kind, article };
    let is_number = |mention: &&Mention| {
        let sorts = [Dimension::Number, Dimension::Ordinal, Dimension::Quantity];
        sorts.contains(&mention.dimension) && matches!(mention.value, Value::Amount(_))
    };
    reading.mentions.iter().filter(is_number).filter_map(|mention| view.nth(mention)).collect()
}

struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    kind: &'r Kind,
    article: ArticleIdx,
}

impl View<'_, '_> {
    fn nth(&self, mention: &Mention) -> Option<Nth> {
        let rank = &mention.words;
        let sentence = self.reading.sentences.get(self.reading.sentence_of(rank.start))?;
        let modality = self.reading.modality(rank.start);
        if self.is_quoted(rank.start) || !matches!(modality, Modality::Actual | Modality::Planned) {
            return None;
        }
        let is_rank = mention.dimension == Dimension::Ordinal;
        let head = if is_rank {
            self.head(rank, sentence).or_else(|| self.time(rank, sentence))?
        } else {
            self.streak(mention, sentence)?
        };
        let acts: BTreeSet<String> = self.states(head).map(|state| state.state.clone()).collect();
        let words = rank.clone();
        let fact = bind::bare(self.reading, self.article, self.kind, &words, mention.value.clone());
        let own = rank.start.min(head)..rank.end.max(head + 1);
        let own = if own.len() > NEAR + 2 { rank.clone() } else { own };
        let behind = own.end..(own.end + OF).min(sentence.words.end);
        let is_time = |at: usize| {
            self.word(at).is_some_and(|word| word.summary.is_any(TIMES) || word.has_concept(SEASON))
        };
        // The day on which it was is no time of which it is counted, nor what follows another "and".
        let counts = |at: usize| is_time(at) && !self.is_of_day(at);
        let ends = |at: usize| {
            self.word(at).is_some_and(|word| word.is_function(Function::And) || word.is_sign(","))
        };
        let is_row = |at: usize| self.carries(at, &self.kind.heads);
        // Whose title it is stands before it or behind it, as it happens, and so does that it is one in all.
        let is_title = acts.contains(TITLE);
        let is_whose = |at: usize| {
            let is_name = |word: &Word| word.capital || word.senses.is_empty() || word.has_concept(EVER);
            is_title && (self.word(at).is_some_and(is_name) || self.reading.is_in_name(at))
        };
        let tells =
            |at: &usize| *at != head && !rank.contains(at) && !is_time(*at) && !is_row(*at) && !is_whose(*at);
        let said = behind.clone().take_while(|at| !is_title || !ends(*at));
        let of = own.clone().chain(said).filter(tells).filter_map(|at| key_at(self.reading, at));
        let near = around::words(self.reading, &own, None);
        let others = sentence.words.clone().filter(|at| !own.contains(at));
        let told = others.filter_map(|at| key_at(self.reading, at)).map(|(key, ..)| key);
        let told = told.chain(near.iter().filter(|near| !near.is_broader).map(|near| near.key));
        Some(Nth {
            fact,
            acts,
            is_row: !is_rank || own.clone().chain(behind.clone()).any(is_row),
            streak: streak::times(mention).filter(|_| !is_rank),
            is_of_time: behind
                .skip(usize::from(head < rank.start && is_rank))
                .take_while(|at| !ends(*at))
                .any(counts),
            of: of.map(|(key, ..)| key).collect(),
            words: told.collect(),
            people: around::people(self.reading, rank),
        })
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.reading.words.get(at)
    }

    fn carries(&self, at: usize, concepts: &Concepts) -> bool {
        self.word(at).is_some_and(|word| word.has_any(concepts))
    }

    /// Whether a word is of a time that is a single day.
    fn is_of_day(&self, at: usize) -> bool {
        let is_day = |mention: &Mention| {
            let Value::Time(time) = &mention.value else { return false };
            time.days().is_some_and(|(first, last)| first == last)
        };
        let near = self.reading.mentions_in(at.saturating_sub(DATE)..at + 1).iter();
        near.into_iter().any(|mention| mention.words.contains(&at) && is_day(mention))
    }

    fn is_quoted(&self, at: usize) -> bool {
        self.reading.quotes.iter().any(|quote| quote.words.contains(&at))
    }

    /// What a word says that is counted.
    fn states(&self, at: usize) -> impl Iterator<Item = &State> {
        let states = self.word(at).into_iter().flat_map(|word| word.states(self.kind));
        states.filter(move |state| self.carries(at, &state.concepts))
    }

    /// Whether a word is a noun of what is counted.
    fn is_head(&self, at: usize) -> bool {
        let is_noun = self.word(at).is_some_and(|word| word.summary.has_form(Form::One));
        is_noun && self.states(at).next().is_some() && !self.reading.is_in_name(at)
    }

    /// The noun beside a rank: the third *trial*, رابع *تجربة*, *قمتهم* الثالثة.
    fn head(&self, rank: &Range<usize>, sentence: &Sentence) -> Option<usize> {
        let joins = |at: &usize| self.is_part(*at);
        let behind = rank.end..(rank.end + NEAR).min(sentence.words.end);
        if !self.reading.language.grammar.adjective_after_noun {
            return behind.take_while(joins).find(|at| self.is_head(*at));
        }
        let is_beside = |at: &usize| self.word(*at).is_some_and(|word| word.breaks == 0);
        let next =
            Some(rank.end).filter(|at| sentence.words.contains(at) && is_beside(at) && self.is_head(*at));
        let is_definite = self.word(rank.start).is_some_and(|word| word.clitics.article);
        let before = rank.start.saturating_sub(2).max(sentence.words.start)..rank.start;
        let before =
            before.rev().take_while(|at| is_beside(&(at + 1)) && joins(at)).find(|at| self.is_head(*at));
        next.or(before.filter(|_| is_definite)).or_else(|| self.spoken_of(rank, sentence))
    }

    /// The noun to which a word of grammar before a rank points back: زيارة *هي الثالثة*.
    fn spoken_of(&self, rank: &Range<usize>, sentence: &Sentence) -> Option<usize> {
        let before = rank.start.checked_sub(1)?;
        let points = self.word(before)?.is_article() && self.word(rank.start)?.clitics.article;
        let near = before.saturating_sub(2 * NEAR).max(sentence.words.start)..before;
        near.rev().find(|at| self.is_head(*at)).filter(|_| points)
    }

    /// Whether a word may stand between a rank and the noun of what is counted.
    fn is_part(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            let is_grammar = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Function(_)));
            let is_sign = word.kind == TokenKind::Sign;
            word.breaks == 0 && if is_sign { word.is_sign("-") } else { !is_grammar }
        })
    }

    /// The deed of which it was the so-many-eth time: *for the third time*, للمرة الثالثة.
    fn time(&self, rank: &Range<usize>, sentence: &Sentence) -> Option<usize> {
        let is_time = |word: &Word| {
            word.senses.is_empty()
                || word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Times(_)))
        };
        let before = rank.start.checked_sub(1);
        let tells = if self.reading.language.grammar.adjective_after_noun {
            let time = before.and_then(|at| self.word(at));
            time.is_some_and(|time| time.clitics.preposition.is_some() && is_time(time))
        } else {
            let article = before.filter(|at| self.word(*at).is_some_and(Word::may_be_article));
            let lead = article.unwrap_or(rank.start).checked_sub(1);
            let is_for = |at: usize| self.word(at).is_some_and(|word| word.is_function(Function::For));
            lead.is_some_and(is_for) && self.word(rank.end).is_some_and(is_time)
        };
        let clause = sentence.clause_words(sentence.clause(rank.start));
        let near = rank.start.saturating_sub(DEED).max(clause.start)..(rank.end + DEED).min(clause.end);
        let is_deed = |at: &usize| {
            let is_it = |word: &Word| is_verb(word) || word.is_noun() || word.summary.has_form(Form::Fixed);
            !rank.contains(at) && self.word(*at).is_some_and(is_it) && self.states(*at).next().is_some()
        };
        let nearest = near.filter(is_deed).min_by_key(|at| at.abs_diff(rank.start));
        nearest.filter(|_| tells)
    }
}
