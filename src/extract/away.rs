//! Distances: how far from a place that it names a text says that something happened, as three miles *off* X or five
//! kilometres *north of* Y.
//!
//! What is told of a town (in X, 40 km from Y) is the distance of the town, and is left out.

use crate::extract::bind;
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Fact, Modality};
use crate::lexicon::class::{Class, Functions};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::number::Number;
use crate::value::place::Place;
use std::ops::Range;

/// Most words between a distance and the place from which it is.
const BETWEEN: usize = 6;

/// Most words between a distance and the place whose own distance it is.
const OWN: usize = 5;

/// Types of places that are no town: what lies on a lake may be told with the lake.
const WIDE: [&str; 5] = ["country", "lake", "region", "river", "sea"];

/// Words that lead to something else than the place from which something is so far away.
const OTHER: Functions = Functions::of(&[
    Function::After,
    Function::And,
    Function::At,
    Function::Before,
    Function::Between,
    Function::But,
    Function::By,
    Function::During,
    Function::For,
    Function::Or,
    Function::That,
    Function::Through,
    Function::Until,
    Function::When,
    Function::Where,
    Function::Which,
    Function::While,
    Function::With,
    Function::Within,
]);

/// Words that lead to a place, and say not by themselves that it is far.
const LEADING: Functions = Functions::of(&[Function::In, Function::Of, Function::On, Function::To]);

/// How far from a place something happened.
#[derive(Clone, Debug)]
pub struct Away {
    /// The distance as a fact.
    pub fact: Fact,
    /// What happened, as a state of the kind.
    pub sort: String,
    /// The name of the place, without its type.
    pub place: String,
    /// How far, in base units.
    pub length: Number,
}

/// The distances that a text tells that names these places.
#[must_use]
pub fn distances(reading: &Reading<'_>, article: ArticleIdx, places: &[(Range<usize>, Place)]) -> Vec<Away> {
    let Some(kind) = reading.lexicon.told(Telling::Distance).next() else {
        return Vec::new();
    };
    let tells = |sentence: &&Sentence| sentence.marks.meets(kind.states.marks());
    if !reading.sentences.iter().any(|sentence| tells(&sentence)) {
        return Vec::new();
    }
    let view = View { reading, kind, article, places };
    let told = |sentence: &Sentence| {
        let mentions = reading.mentions_in(sentence.words.clone()).iter();
        mentions.filter_map(|mention| view.distance(sentence, mention)).collect::<Vec<Away>>()
    };
    reading.sentences.iter().filter(tells).flat_map(told).collect()
}

struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    kind: &'r Kind,
    article: ArticleIdx,
    places: &'r [(Range<usize>, Place)],
}

impl View<'_, '_> {
    fn distance(&self, sentence: &Sentence, mention: &Mention) -> Option<Away> {
        let Value::Amount(amount) = &mention.value else { return None };
        let length = self.length(amount)?;
        let is_other = |at: usize| self.word(at).is_some_and(|word| word.has_any(&self.kind.unless));
        if self.is_of_town(mention) || sentence.words.clone().any(is_other) {
            return None;
        }
        let place = self.behind(mention).or_else(|| self.before(mention))?;
        let place = self.own_name(&place)?;
        let (at, sort) = self.sort(sentence, mention)?;
        if self.reading.modality(at) != Modality::Actual {
            return None;
        }
        let fact = bind::bare(self.reading, self.article, self.kind, &mention.words, mention.value.clone());
        Some(Away { fact, sort: sort.to_owned(), place, length })
    }

    /// How far it is, where a length is told as one number and no bound.
    fn length(&self, amount: &Amount) -> Option<Number> {
        let (Form::Exactly(number) | Form::About(number) | Form::Nearly(number)) = &amount.form else {
            return None;
        };
        let unit = amount.unit.as_ref()?;
        let is_length = self.kind.dimension.as_deref() == Some(&*unit.dimension);
        is_length.then(|| unit.to_base(*number)).flatten()
    }

    /// Whether a town right before the distance is what is so far away: in X, *40 km* from Y.
    fn is_of_town(&self, mention: &Mention) -> bool {
        let start = mention.words.start;
        let first = start.saturating_sub(OWN);
        for at in (first..start).rev() {
            let Some(word) = self.word(at).filter(|_| self.word(at + 1).is_some_and(|next| next.breaks == 0))
            else {
                return false;
            };
            if let Some((_, place)) = self.places.iter().find(|(words, _)| words.contains(&at)) {
                return !WIDE.iter().any(|wide| place.types.contains(*wide));
            }
            let is_plain = word.may_be_article() || word.has_any(&self.kind.context) || word.is_sign(",");
            let is_hedge = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Hedge(_)));
            if !is_plain && !is_hedge {
                return false;
            }
        }
        false
    }

    /// The name of the place behind a distance that is from it.
    fn behind(&self, mention: &Mention) -> Option<Range<usize>> {
        let end = mention.words.end;
        let place = self.places.iter().map(|(words, _)| words.clone());
        let known = place.filter(|words| (end..=end + BETWEEN).contains(&words.start));
        let known = known.min_by_key(|words| words.start).filter(|words| self.leads(end..words.start));
        let place = known.or_else(|| self.unknown(end))?;
        let measured = mention.words.start.saturating_sub(2)..mention.words.start;
        let is_measured = measured.into_iter().any(|at| self.is_context(at));
        (is_measured || self.says_far(end..place.start)).then_some(place)
    }

    /// A word of no list behind words that lead to a place, where capitals do not show names.
    fn unknown(&self, end: usize) -> Option<Range<usize>> {
        let is_bare = |word: &Word| word.senses.is_empty() && !word.is_common(self.reading.language);
        let is_name = |at: &usize| self.word(*at).is_some_and(|word| word.breaks == 0 && is_bare(word));
        let at = (end..=end + BETWEEN).find(|at| !self.leads(*at..at + 1)).filter(is_name)?;
        (!self.reading.language.grammar.capitals && at > end).then_some(at..at + 1)
    }

    /// The name of the place before a distance that is from it, where such words lead to it: قبالة جزيرة X *بنحو خمسة
    /// كيلومترات*.
    fn before(&self, mention: &Mention) -> Option<Range<usize>> {
        let start = mention.words.start;
        let is_stuck =
            |at: usize| self.word(at).is_some_and(|word| word.clitics.preposition == Some(Function::In));
        let first = (start.saturating_sub(1)..=start).find(|at| is_stuck(*at))?;
        let near = first.saturating_sub(OWN)..first;
        let says = |at: &usize| self.word(*at).is_some_and(|word| word.has_any(&self.kind.triggers));
        let lead = near.rev().find(says)?;
        let known = self.places.iter().map(|(words, _)| words.clone());
        let known = known.into_iter().find(|words| words.end == first && words.start > lead);
        known.or_else(|| self.unknown(lead).filter(|words| words.end == first))
    }

    /// Whether words do no more than lead to a place.
    fn leads(&self, mut between: Range<usize>) -> bool {
        between.all(|at| {
            self.word(at).is_some_and(|word| {
                word.breaks == 0
                    && !word.summary.does_any(OTHER)
                    && (word.may_be_article()
                        || word.summary.is(Class::Function)
                        || is_ground(word)
                        || self.is_listed(word))
            })
        })
    }

    /// Whether they say that something is far from it.
    fn says_far(&self, between: Range<usize>) -> bool {
        between.into_iter().any(|at| {
            self.word(at).is_some_and(|word| {
                let is_far = word.may_be_article() && !word.is_article();
                let is_from = word.is_function(Function::From);
                let is_stop = word.is_article() && !self.reading.language.is_definite(&word.normal);
                let is_direction =
                    word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Direction(_)));
                (is_from || is_direction || is_stop || is_far && !word.summary.does_any(LEADING))
                    || word.has_any(&self.kind.triggers)
            })
        })
    }

    /// Whether a word says that what follows is a distance.
    fn is_context(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.has_any(&self.kind.context))
    }

    /// Whether a word is one of the kind's own.
    fn is_listed(&self, word: &Word) -> bool {
        word.has_any(&self.kind.triggers) || word.has_any(&self.kind.context)
    }

    /// The name of a place without its type.
    fn own_name(&self, place: &Range<usize>) -> Option<String> {
        let is_own = |at: &usize| self.word(*at).is_some_and(|word| !is_ground(word) && !word.is_article());
        let own: Vec<&str> = place
            .clone()
            .filter(is_own)
            .filter_map(|at| self.word(at))
            .map(|word| self.reading.text.slice(word.stem_span))
            .collect();
        (!own.is_empty()).then(|| own.join(" "))
    }

    /// What happened, by the nearest word of the sentence.
    fn sort(&self, sentence: &Sentence, mention: &Mention) -> Option<(usize, &str)> {
        let state = |at: usize| {
            let word = self.word(at)?;
            let state = word.states(self.kind).find(|state| word.has_any(&state.concepts))?;
            Some((at, state.state.as_str()))
        };
        let told = sentence.words.clone().filter_map(state);
        told.min_by_key(|(at, _)| at.abs_diff(mention.words.start))
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.reading.words.get(at)
    }
}

/// Whether a word is a direction or a type of place.
fn is_ground(word: &Word) -> bool {
    let is_it = |meaning: &Meaning| matches!(meaning, Meaning::Direction(_) | Meaning::PlaceType(_));
    word.senses.iter().any(|sense| is_it(&sense.meaning))
}
