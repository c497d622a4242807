//! Fates: what became of somebody who is named, or is the only one of a role: the driver *survived*, the owner *was
//! arrested*.

mod before;
/// Who it is.
pub mod who;
mod whom;

use crate::extract::attribution::is_verb;
use crate::extract::bind;
use crate::extract::fate::who::Who;
use crate::extract::figure::around;
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::topic::key_at;
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{ArticleIdx, Binding, Fact, Modality, SlotValue};
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::answers::Evolution;
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::time::Time;
use std::collections::BTreeSet;
use std::ops::Range;

/// Furthest that a negation stands before the word, in words.
const NEGATED: usize = 5;

/// Furthest that a word stands behind it which says that it came at once, in words.
const AT_ONCE: usize = 4;

/// Words that lead to what is still to be.
const PLANNED: Functions = Functions::of(&[Function::Expected, Function::Will]);

/// Furthest that a count of people stands from what befell them, in words.
const COUNTED: usize = 4;

/// Furthest behind the word what it is told of may stand, in words: acquitted *of fraud*.
const CHARGE: usize = 4;

/// What became of somebody.
#[derive(Clone, Debug)]
pub struct Fate {
    /// What became, as a state of its kind, with the words that say so.
    pub fact: Fact,
    /// Of whom.
    pub who: Who,
    /// The day that its sentence names.
    pub day: Option<Time>,
    /// Of what it is told alone, by key: acquitted *of fraud*.
    pub of: BTreeSet<u64>,
    /// The words around it that say something, by key.
    pub words: BTreeSet<u64>,
}

/// What a text tells of the fates of people.
#[must_use]
pub fn fates(reading: &Reading<'_>, article: ArticleIdx) -> Vec<Fate> {
    let mut fates = Vec::new();
    for kind in reading.lexicon.told(Telling::Fate) {
        let view = View { reading, kind, article };
        for sentence in reading.sentences.iter().filter(|sentence| sentence.marks.meets(kind.states.marks()))
        {
            let says = |at: &usize| reading.words.get(*at).is_some_and(|word| word.may_say(kind));
            fates.extend(sentence.words.clone().filter(says).flat_map(|at| view.fates(sentence, at)));
        }
    }
    fates
}

/// What reading fates needs to know.
struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    kind: &'r Kind,
    article: ArticleIdx,
}

impl<'r> View<'r, '_> {
    /// What a word tells of somebody, and of those whom words behind it count among them.
    fn fates(&self, sentence: &Sentence, at: usize) -> Vec<Fate> {
        let Some(state) = self.state(at).filter(|_| self.is_told(sentence, at)) else { return Vec::new() };
        let is_outcome = self.kind.evolves == Evolution::Fixed;
        if (is_outcome && self.is_gradual(sentence, state)) || self.goes_further(sentence, state, at) {
            return Vec::new();
        }
        let people = [self.who(sentence, state, at), self.among(sentence, state, at)];
        people.into_iter().flatten().map(|who| self.fate(sentence, state, at, who)).collect()
    }

    /// The only state that a word says.
    fn state(&self, at: usize) -> Option<&'r State> {
        let mut states = self.word(at)?.states(self.kind).filter(|state| {
            self.carries(at, &state.concepts) && (state.with.is_empty() || self.has_near(at, &state.with))
        });
        states.next().filter(|_| states.next().is_none())
    }

    /// Whether a word tells something that is so: no denial, nothing possible and nothing of another time.
    fn is_told(&self, sentence: &Sentence, at: usize) -> bool {
        let clause = sentence.clause_words(sentence.clause(at));
        let before = at.saturating_sub(NEGATED).max(clause.start)..at;
        let denies = |at: usize| self.is(at, Function::Not) || self.is(at, Function::None);
        let number = self.reading.sentence_of(at);
        let near = self
            .reading
            .sentences
            .get(number.saturating_sub(1)..(number + 2).min(self.reading.sentences.len()));
        let has = |words: &Range<usize>, ids: &Concepts| words.clone().any(|at| self.carries(at, ids));
        let is_near = || near.into_iter().flatten().any(|near| has(&near.words, &self.kind.context));
        self.is_done(at, &clause)
            && !before.into_iter().any(denies)
            && !self.reading.is_in_name(at)
            && !self.looks_back(sentence)
            && !has(&sentence.words, &self.kind.unless)
            && (self.kind.context.is_empty() || is_near())
    }

    /// Whether it took place: of a verb in the past whatever is to follow.
    fn is_done(&self, at: usize, clause: &Range<usize>) -> bool {
        let plans = |near: usize| {
            self.word(near).is_some_and(|word| word.clitics.future || word.summary.does_any(PLANNED))
        };
        match self.reading.modality(at) {
            Modality::Actual => true,
            Modality::Planned => self.has_form(at, Form::Past) && !(clause.start..at + 1).any(plans),
            Modality::Possible | Modality::Capacity | Modality::Conditional => false,
        }
    }

    /// Whether a sentence tells of another time: it gives a year alone.
    fn looks_back(&self, sentence: &Sentence) -> bool {
        let is_year = |mention: &Mention| matches!(&mention.value, Value::Time(time) if time.is_short());
        self.reading.mentions_in(sentence.words.clone()).iter().any(is_year)
    }

    fn fate(&self, sentence: &Sentence, state: &State, at: usize, who: Who) -> Fate {
        let words = at.min(who.words.start)..(at + 1).max(who.words.end);
        let day = self.day(&sentence.words, at);
        let mut fact =
            bind::bare(self.reading, self.article, self.kind, &words, Value::State(state.state.clone()));
        let dated = day.filter(|_| !self.is_gradual(sentence, state));
        let dated = dated.or_else(|| self.is_at_once(at).then(|| self.day(&(0..at), at)).flatten());
        if let Some(day) = dated.filter(|_| !state.lasting) {
            let values = vec![Value::Time(day)];
            fact.slots.insert(Slot::AsOf, SlotValue { values, binding: Binding::Bound });
        }
        let is_own = |at: usize| who.words.contains(&at);
        let around = around::sentence_words(self.reading, sentence, &(at..at + 1), is_own);
        let of = self.charges(sentence, at.max(who.words.end - 1));
        Fate { fact, who, day, of, words: around }
    }

    /// Whether another state of the kind stands in the sentence, from which it may have come to this one: the day is
    /// then that of either.
    fn is_gradual(&self, sentence: &Sentence, state: &State) -> bool {
        let is_other = |other: &State| {
            other.state != state.state && sentence.words.clone().any(|at| self.carries(at, &other.concepts))
        };
        self.kind.states.iter().any(is_other)
    }

    /// Whether words behind it tell of nobody else what may come of the state: taken to hospital, *where he died*.
    fn goes_further(&self, sentence: &Sentence, state: &State, at: usize) -> bool {
        let states = &self.kind.states;
        let later = states.iter().skip_while(|known| known.state != state.state);
        let later: Vec<&State> = later.filter(|known| known.state != state.state).collect();
        let next = self.reading.sentences.get(self.reading.sentence_of(at) + 1);
        let next = next.filter(|next| next.paragraph == sentence.paragraph).unwrap_or(sentence);
        let tells = |near: usize| {
            let told = later.iter().find(|known| self.carries(near, &known.concepts));
            let sentence = if sentence.words.contains(&near) { sentence } else { next };
            let is_of_others = |known: &State| {
                self.who(sentence, known, near).is_some()
                    || self.counts_near(near)
                    || !self.is_told(sentence, near)
            };
            told.is_some_and(|known| !is_of_others(known))
        };
        self.kind.evolves == Evolution::Forward && (at + 1..next.words.end).any(tells)
    }

    /// Whether people are counted next to a word.
    fn counts_near(&self, at: usize) -> bool {
        let near = at.saturating_sub(COUNTED)..at + 1 + COUNTED;
        let counts =
            |mention: &Mention| matches!(&mention.value, Value::Amount(amount) if amount.unit.is_none());
        self.reading.mentions_in(near).iter().any(counts)
    }

    /// Whether words beside it say that it came at once.
    fn is_at_once(&self, at: usize) -> bool {
        (at + 1..at + 1 + AT_ONCE).any(|near| self.carries(near, &self.kind.triggers))
    }

    /// The day of some words that stands nearest.
    fn day(&self, words: &Range<usize>, at: usize) -> Option<Time> {
        let days = |mention: &Mention| {
            let Value::Time(time) = &mention.value else { return None };
            let is_day = time.days().is_some_and(|(first, last)| first == last);
            (is_day && !self.reading.is_dateline(mention))
                .then_some((mention.words.start.abs_diff(at), *time))
        };
        let mentions = self.reading.mentions_in(words.clone());
        mentions.iter().filter_map(days).min_by_key(|(distance, _)| *distance).map(|(_, time)| time)
    }

    /// Of what alone it is told; nothing where it is told of all.
    fn charges(&self, sentence: &Sentence, at: usize) -> BTreeSet<u64> {
        let end = (at + 2 + CHARGE).min(sentence.words.end);
        let is_all = (at + 1..end).any(|near| self.is(near, Function::Every));
        let is_outcome = self.kind.evolves == Evolution::Fixed;
        if !is_outcome || !self.is(at + 1, Function::Of) || is_all {
            return BTreeSet::new();
        }
        (at + 2..end).filter_map(|near| key_at(self.reading, near)).map(|(key, ..)| key).collect()
    }

    fn word(&self, at: usize) -> Option<&'r Word> {
        self.reading.words.get(at)
    }

    fn is(&self, at: usize, function: Function) -> bool {
        self.word(at).is_some_and(|word| word.is_function(function))
    }

    fn is_comma(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.is_sign(","))
    }

    /// Whether a word is a verb and nothing else.
    fn acts(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| is_verb(word) && !word.is_noun())
    }

    fn has_form(&self, at: usize, form: Form) -> bool {
        self.word(at).is_some_and(|word| word.summary.has_form(form))
    }

    fn carries(&self, at: usize, ids: &Concepts) -> bool {
        self.word(at).is_some_and(|word| word.says_any(ids))
    }

    fn has_near(&self, at: usize, ids: &Concepts) -> bool {
        (at.saturating_sub(NEGATED)..at + 1 + NEGATED).any(|near| self.carries(near, ids))
    }
}
