//! Hosts to come: the place where the next gathering of a sort is to be held, as *the next summit will be in Amman*.

use crate::extract::bind;
use crate::extract::entity::Entity;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Fact, Modality};
use crate::lexicon::class::{Class, Classes, Functions};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::place::Place;
use std::collections::BTreeSet;
use std::ops::Range;

/// Furthest that the word for the next one stands from the gathering, in words.
const BESIDE: usize = 3;

/// Furthest that the place stands from the gathering, in words.
const REACH: usize = 12;

/// Words of what is still to come, and those that say the same of a clause.
const AHEAD: Functions = Functions::of(&[Function::Coming, Function::Next]);
const PLANNED: Functions = Functions::of(&[Function::Expected, Function::Will]);

/// Words that tell of another one.
const OTHERS: Functions = Functions::of(&[Function::Last, Function::Previous]);

/// Types of places in which nothing is held.
const WIDE: [&str; 4] = ["mountain", "ocean", "river", "sea"];

/// Words of times.
const TIMES: Classes = Classes::of(&[Class::Calendar, Class::Daypart, Class::Unit]);

/// The place of the next gathering.
#[derive(Clone, Debug)]
pub struct Host {
    /// The place as a fact.
    pub fact: Fact,
    /// What is to be held, by the states of the kind; none where the words say no more than that it is the next one.
    pub sorts: BTreeSet<String>,
    /// The place as it is written.
    pub written: String,
}

impl Host {
    /// The place.
    #[must_use]
    pub const fn place(&self) -> Option<&Place> {
        if let Value::Place(place) = &self.fact.value { Some(place) } else { None }
    }
}

/// The hosts to come that a text tells.
#[must_use]
pub fn hosts(reading: &Reading<'_>, article: ArticleIdx) -> Vec<Host> {
    let Some(kind) = reading.lexicon.told(Telling::Host).next() else {
        return Vec::new();
    };
    let view = View { reading, kind, article };
    let tells = |sentence: &&Sentence| sentence.summary.does_any(AHEAD) || sentence.summary.is(Class::Number);
    let hosts = |sentence: &Sentence| {
        let words = sentence.words.clone();
        words.filter_map(|at| view.host(sentence, at)).collect::<Vec<_>>()
    };
    reading.sentences.iter().filter(tells).flat_map(hosts).collect()
}

struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    kind: &'r Kind,
    article: ArticleIdx,
}

impl View<'_, '_> {
    /// The host that a word for a gathering tells with what stands around it.
    fn host(&self, sentence: &Sentence, at: usize) -> Option<Host> {
        let sorts = self.sorts(at);
        let is_any = self.carries(at, &self.kind.heads) || self.is_one(at);
        let clause = sentence.clause_words(sentence.clause(at));
        let is_so = || matches!(self.reading.modality(at), Modality::Actual | Modality::Planned);
        let is_next = || self.is_next(&clause, at) || self.follows_another(&clause, at);
        if (sorts.is_empty() && !is_any) || self.reading.is_in_name(at) || !is_next() || !is_so() {
            return None;
        }
        let place = self.place(&clause, at)?;
        let value = Value::Place(place.place.clone()?);
        let fact = bind::bare(self.reading, self.article, self.kind, &place.words, value);
        let fact = Fact { modality: Modality::Planned, ..fact };
        let written = self.reading.text.slice(self.reading.span(&place.words)).to_owned();
        Some(Host { fact, sorts, written })
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.reading.words.get(at)
    }

    fn carries(&self, at: usize, concepts: &Concepts) -> bool {
        self.word(at).is_some_and(|word| word.has_any(concepts))
    }

    fn does(&self, at: usize, functions: Functions) -> bool {
        self.word(at).is_some_and(|word| word.summary.does_any(functions))
    }

    fn sorts(&self, at: usize) -> BTreeSet<String> {
        let says = |state: &&State| self.carries(at, &state.concepts);
        let states = self.word(at).into_iter().flat_map(|word| word.states(self.kind));
        states.filter(says).map(|state| state.state.clone()).collect()
    }

    /// Whether a word stands for a gathering that was named: the next *one*.
    fn is_one(&self, at: usize) -> bool {
        let is_one = |word: &Word| word.senses.iter().any(|sense| sense.meaning == Meaning::Cardinal(1));
        self.word(at).is_some_and(is_one) && at.checked_sub(1).is_some_and(|at| self.does(at, AHEAD))
    }

    /// Whether a word beside a gathering says that it is the next one, and not that of a time: القمة *المقبلة*.
    fn is_next(&self, clause: &Range<usize>, at: usize) -> bool {
        let near = at.saturating_sub(BESIDE).max(clause.start)..(at + 1 + BESIDE).min(clause.end);
        let follows = self.reading.language.grammar.adjective_after_noun;
        let is_time = |at: usize| {
            let own = if follows { at.checked_sub(1) } else { Some(at + 1) };
            own.and_then(|own| self.word(own)).is_some_and(|word| word.summary.is_any(TIMES))
        };
        near.into_iter().any(|near| near != at && self.does(near, AHEAD) && !is_time(near))
    }

    /// Whether a gathering is counted behind the one that the article tells of: *the third summit* after the second, or
    /// what is to be and is not the first.
    fn follows_another(&self, clause: &Range<usize>, at: usize) -> bool {
        let near = at.saturating_sub(BESIDE)..at + 1 + BESIDE;
        let rank = |mention: &Mention| {
            let Value::Amount(amount) = &mention.value else { return None };
            let number = amount.form.only()?.to_whole();
            number.filter(|_| mention.dimension == Dimension::Ordinal)
        };
        let own = self.reading.mentions_in(near).iter().find_map(rank);
        let Some(own) = own.filter(|own| *own > 1) else { return false };
        let is_ahead = clause.clone().any(|at| {
            self.does(at, PLANNED)
                || self.word(at).is_some_and(|word| word.clitics.future)
                || self.carries(at, &self.kind.triggers)
        });
        let is_gathering = |mention: &Mention| {
            let words = mention.words.start.saturating_sub(BESIDE)..mention.words.end + BESIDE;
            words.into_iter().any(|at| !self.sorts(at).is_empty() || self.carries(at, &self.kind.heads))
        };
        let is_before = |mention: &Mention| rank(mention) == Some(own - 1) && is_gathering(mention);
        is_ahead || self.reading.mentions.iter().any(is_before)
    }

    /// The one place of a clause to which words of a gathering lead, or that is to host it.
    fn place(&self, clause: &Range<usize>, at: usize) -> Option<&Entity> {
        if clause.clone().any(|at| self.does(at, OTHERS)) {
            return None;
        }
        let near = at.saturating_sub(REACH).max(clause.start)..(at + REACH).min(clause.end);
        let is_place = |entity: &&Entity| {
            let is_town =
                |place: &Place| place.is_listed() && !WIDE.iter().any(|wide| place.types.contains(*wide));
            entity.is_named && entity.place.as_ref().is_some_and(is_town) && self.is_tied(entity, clause, at)
        };
        let mut places = self.reading.entities_in(near).filter(is_place);
        let first = places.next()?;
        // "Doha, Qatar."
        let holds = |other: &Entity| {
            let both = first.place.as_ref().zip(other.place.as_ref());
            both.is_some_and(|(one, other)| one.id == other.id || one.lies_in(other))
        };
        places.all(holds).then_some(first)
    }

    /// Whether no other noun parts a place from a gathering, and it is where that is held or stands beside a verb of
    /// hosting.
    fn is_tied(&self, entity: &Entity, clause: &Range<usize>, at: usize) -> bool {
        let is_before = entity.words.end <= at;
        let between = if is_before { entity.words.end..at } else { at + 1..entity.words.start };
        let hosts = |at: usize| self.carries(at, &self.kind.triggers);
        let is_told = |at: usize| {
            let word = self.word(at);
            let tells = |word: &Word| {
                !word.is_noun()
                    || word.has_any(&self.kind.context)
                    || word.summary.is_any(TIMES)
                    || word.senses.iter().any(|sense| sense.meaning.place_type().is_some())
            };
            let is_value = || !self.reading.mentions_in(at..at + 1).is_empty() || self.is_in_mention(at);
            let is_gathering = || !self.sorts(at).is_empty() || self.carries(at, &self.kind.heads);
            word.is_some_and(tells) || hosts(at) || is_gathering() || is_value()
        };
        let leads = [Function::At, Function::In, Function::To];
        let is_led = self.reading.preposition(entity).is_some_and(|function| leads.contains(&function));
        let is_of_hosting = || {
            let near = entity.words.start.saturating_sub(BESIDE).max(clause.start)..entity.words.end + BESIDE;
            near.into_iter().any(hosts)
        };
        between.into_iter().all(is_told) && ((is_led && !is_before) || is_of_hosting())
    }

    /// Whether a word is of a value.
    fn is_in_mention(&self, at: usize) -> bool {
        let before = at.saturating_sub(REACH)..at + 1;
        self.reading.mentions_in(before).iter().any(|mention| mention.words.contains(&at))
    }
}
