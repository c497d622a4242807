//! Facts that are told in ways of their own: ages, ranks, what was done or not, since when, from where and to where,
//! under which flag, when it happened, how high a rate is and how far it moved. One file for each way, and a row among the
//! ways; a kind names its way in the data.

mod age;
mod deed;
mod done;
mod first;
mod flag;
mod length;
mod level;
mod moment;
mod nation;
mod next;
mod none;
mod origin;
mod person;
mod placing;
mod race;
mod rank;
mod ranked;
mod route;
mod score;
mod several;
mod share;
mod since;
mod standing;
mod term;
mod until;
mod ways;

pub(super) use none::drop_nobody;

use crate::extract::bind;
use crate::extract::entity::Entity;
use crate::extract::event::{Events, LEAD};
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::told::person::is_named;
use crate::extract::told::ways::Way;
use crate::fact::slot::Slot;
use crate::fact::{ArticleIdx, Binding, Derivation, Fact, SlotValue};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::lexicon::schema::telling::Telling;
use crate::value::Value;
use crate::value::keys::NameKeys;
use crate::value::time::Time;
use crate::value::words::Name;
use std::collections::BTreeSet;
use std::ops::Range;

/// What telling needs to know.
struct Teller<'r, 'a> {
    reading: &'r Reading<'a>,
    events: &'r Events,
    article: ArticleIdx,
    published: Option<&'r Time>,
}

/// The facts of all kinds that are told in a way of their own.
#[must_use]
pub fn facts(
    reading: &Reading<'_>,
    events: &Events,
    article: ArticleIdx,
    published: Option<&Time>,
) -> Vec<Fact> {
    let teller = Teller { reading, events, article, published };
    let way = |kind| Some((kind, Way::of(kind)?));
    let told: Vec<(&Kind, &Way)> = reading.lexicon.kinds().iter().filter_map(way).collect();
    let mut facts = Vec::new();
    for sentence in &reading.sentences {
        facts.extend(told.iter().flat_map(|(kind, way)| way.facts(&teller, sentence, kind)));
    }
    let kinds: Vec<&Kind> = told.iter().map(|(kind, _)| *kind).collect();
    score::keep_first(&kinds, &mut facts);
    drop_told(&kinds, &mut facts);
    several::drop_several(&kinds, &mut facts);
    facts
}

/// Drops the deeds whose time a moment of its own tells, and the lengths that are a term or of a race.
fn drop_told(kinds: &[&Kind], facts: &mut Vec<Fact>) {
    let telling = |fact: &Fact| kinds.iter().find(|kind| kind.id == fact.kind).map(|kind| kind.told);
    let told = |better: &[Telling]| -> BTreeSet<_> {
        let told = facts.iter().filter(|fact| telling(fact).is_some_and(|telling| better.contains(&telling)));
        told.filter_map(Fact::span).collect()
    };
    let moments = told(&[Telling::Moment]);
    let lengths = told(&[Telling::Term, Telling::Finish, Telling::Margin]);
    facts.retain(|fact| {
        let better = match telling(fact) {
            Some(Telling::Deed) => &moments,
            Some(Telling::Length) => &lengths,
            Some(_) | None => return true,
        };
        fact.span().is_none_or(|span| !better.contains(&span))
    });
}

/// A name for a thing by its concept.
fn thing(concept: &str) -> Value {
    Value::Name(Name { name: concept.to_owned(), keys: NameKeys::from([concept.to_owned()]) })
}

fn bound(values: Vec<Value>) -> SlotValue {
    SlotValue { values, binding: Binding::Bound }
}

impl<'r> Teller<'r, '_> {
    /// A fact with the slots that its way of telling fills.
    fn fact(
        &self,
        kind: &Kind,
        words: &Range<usize>,
        value: Value,
        slots: impl IntoIterator<Item = (Slot, SlotValue)>,
    ) -> Fact {
        let mut fact = bind::fact(self.reading, self.events, self.article, kind, words.start, words, value);
        fact.slots.retain(|slot, _| !matches!(slot, Slot::Who | Slot::What));
        fact.slots.extend(slots.into_iter().filter(|(slot, _)| kind.slots.contains_key(slot)));
        fact
    }

    /// How a relative time became a date.
    fn resolved(&self, mention: &Mention) -> Option<Derivation> {
        bind::resolved(mention, self.published)
    }

    /// That a time was counted from the day of publication, in the way that a word names.
    fn counted(&self, way: &str) -> Option<Derivation> {
        let reference = *self.published?;
        Some(Derivation::Resolved { relative: way.to_owned(), reference })
    }

    /// The concept of a word that is one of `concepts`.
    fn concept_of<'k>(&self, word: usize, concepts: &'k Concepts) -> Option<&'k str> {
        let concept = self.reading.words.get(word)?.first_of(concepts)?;
        (!self.reading.is_in_name(word)).then_some(concept)
    }

    /// The states of a kind of which a word tells a concept.
    fn states<'k>(&self, word: usize, kind: &'k Kind) -> impl Iterator<Item = &'k State> + use<'k> {
        self.reading.words.get(word).map(|word| word.states(kind)).into_iter().flatten()
    }

    /// The first state of a kind that a word says.
    fn state<'k>(&self, word: usize, kind: &'k Kind) -> Option<&'k State> {
        self.states(word, kind).find(|state| self.concept_of(word, &state.concepts).is_some())
    }

    fn is_function(&self, word: usize, function: Function) -> bool {
        self.reading.words.get(word).is_some_and(|word| word.is_function(function))
    }

    /// Whether a sentence tells of a country that the lead does not name: Egypt saw its last case in 2004.
    fn is_of_other_country(&self, sentence: &Sentence) -> bool {
        let countries = |words: Range<usize>| {
            self.reading.entities_in(words).filter_map(|entity| entity.country.as_ref())
        };
        let sentences = &self.reading.sentences;
        let end = sentences.get(LEAD - 1).or(sentences.last()).map_or(0, |lead| lead.words.end);
        let lead: BTreeSet<_> = countries(0..end).collect();
        countries(sentence.words.clone()).any(|country| !lead.contains(country))
    }

    fn clause(&self, sentence: &Sentence, word: usize) -> Range<usize> {
        sentence.clause_words(sentence.clause(word))
    }

    /// The names of a person or body that acts.
    fn names(entity: &Entity) -> Vec<Value> {
        entity.names.iter().cloned().map(Value::Name).collect()
    }

    /// Who is spoken of at a word: the nearest person before it in the sentence, or the first of the
    /// sentences before.
    fn person_near(&self, sentence: &Sentence, word: usize) -> Option<&'r Entity> {
        let here = self.reading.entities_in(sentence.words.start..word).rfind(is_named);
        let idx = self.reading.sentence_of(word);
        let nearby = self.reading.sentences.get(idx.saturating_sub(2)..idx).unwrap_or_default();
        let earlier = || {
            nearby
                .iter()
                .rev()
                .find_map(|sentence| self.reading.entities_in(sentence.words.clone()).find(is_named))
        };
        here.or_else(earlier)
    }
}
