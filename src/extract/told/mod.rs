//! Facts that are told in ways of their own: ages, ranks, what was done or not, since when, from where and to where,
//! under which flag, when it happened, how high a rate is and how far it moved. One file for each way; a kind names its
//! way in the data.

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

pub(super) use none::drop_untold;

use crate::extract::bind;
use crate::extract::entity::Entity;
use crate::extract::event::{Events, LEAD};
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::told::person::is_named;
use crate::fact::slot::Slot;
use crate::fact::{ArticleIdx, Binding, Derivation, Fact, SlotValue};
use crate::lexicon::class::Class;
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
    let told = |kind: &&Kind| kind.told != Telling::Beside && !kind.told.is_of_figures();
    let kinds: Vec<&Kind> = reading.lexicon.kinds().iter().filter(told).collect();
    let mut facts = Vec::with_capacity(reading.mentions.len());
    for sentence in &reading.sentences {
        for kind in &kinds {
            if !may_tell(kind, sentence) {
                continue;
            }
            match kind.told {
                Telling::Beside
                | Telling::Alike
                | Telling::Befallen
                | Telling::Calling
                | Telling::Category
                | Telling::Cause
                | Telling::Choice
                | Telling::Citizen
                | Telling::Course
                | Telling::Distance
                | Telling::Doer
                | Telling::Fate
                | Telling::Demand
                | Telling::Host
                | Telling::Hours
                | Telling::Minute
                | Telling::Nth
                | Telling::Holder
                | Telling::Post
                | Telling::Whereabouts
                | Telling::Site
                | Telling::Speaker
                | Telling::Whether => {}
                Telling::Age => facts.extend(age::facts(&teller, sentence, kind)),
                Telling::Rank => facts.extend(rank::facts(&teller, sentence, kind)),
                Telling::Standing => facts.extend(standing::facts(&teller, sentence, kind)),
                Telling::Placing => facts.extend(placing::placings(&teller, sentence, kind)),
                Telling::Edition => facts.extend(placing::editions(&teller, sentence, kind)),
                Telling::Done => facts.extend(done::facts(&teller, sentence, kind)),
                Telling::Moment => facts.extend(moment::facts(&teller, sentence, kind)),
                Telling::Deed => facts.extend(deed::deeds(&teller, sentence, kind)),
                Telling::News => facts.extend(deed::news(&teller, sentence, kind)),
                Telling::Until => facts.extend(until::facts(&teller, sentence, kind)),
                Telling::HeldUntil => facts.extend(until::held::facts(&teller, sentence, kind)),
                Telling::Next => facts.extend(next::facts(&teller, sentence, kind)),
                Telling::Length => facts.extend(length::facts(&teller, sentence, kind)),
                Telling::Term | Telling::Out => facts.extend(term::facts(&teller, sentence, kind)),
                Telling::Finish => facts.extend(race::finishes(&teller, sentence, kind)),
                Telling::Margin => facts.extend(race::margins(&teller, sentence, kind)),
                Telling::Score => facts.extend(score::facts(&teller, sentence, kind)),
                Telling::First => facts.extend(first::facts(&teller, sentence, kind)),
                Telling::Since => facts.extend(since::facts(&teller, sentence, kind)),
                Telling::HeldSince => facts.extend(since::held(&teller, sentence, kind)),
                Telling::HighSince => facts.extend(since::high(&teller, sentence, kind)),
                Telling::Origin => facts.extend(origin::facts(&teller, sentence, kind)),
                Telling::Source => facts.extend(route::facts(&teller, sentence, kind, Function::From)),
                Telling::Destination => facts.extend(route::facts(&teller, sentence, kind, Function::To)),
                Telling::Share => facts.extend(share::facts(&teller, sentence, kind)),
                Telling::Flag => facts.extend(flag::facts(&teller, sentence, kind)),
                Telling::Nation => facts.extend(nation::facts(&teller, sentence, kind)),
                Telling::Level => facts.extend(level::levels(&teller, sentence, kind)),
                Telling::Change => facts.extend(level::changes(&teller, sentence, kind)),
            }
        }
    }
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

/// Whether a sentence has words that a kind's way of telling begins with.
fn may_tell(kind: &Kind, sentence: &Sentence) -> bool {
    let has = |marks| sentence.marks.meets(marks);
    match kind.told {
        Telling::Done | Telling::Next => has(kind.states.marks()),
        Telling::Moment => has(kind.states.marks()) || has(kind.triggers.marks()),
        Telling::Source | Telling::Destination => has(kind.triggers.marks()) || has(kind.context.marks()),
        Telling::Since if !kind.heads.is_empty() && sentence.summary.does_any(since::LAST) => true,
        Telling::Since | Telling::HeldSince | Telling::HeldUntil | Telling::HighSince | Telling::Until => {
            has(kind.triggers.marks())
                || has(kind.context.marks())
                || has(kind.states.marks())
                || has(kind.heads.marks())
        }
        Telling::First => has(kind.triggers.marks()) || sentence.summary.is(Class::Number),
        Telling::Flag => has(kind.triggers.marks()),
        Telling::Standing => has(kind.triggers.marks()) || has(kind.context.marks()),
        Telling::Placing => {
            has(kind.heads.marks()) || has(kind.triggers.marks()) || has(kind.context.marks())
        }
        Telling::Margin => has(kind.triggers.marks()) || has(kind.context.marks()),
        Telling::Score => has(kind.triggers.marks()) || has(kind.states.marks()),
        Telling::Rank | Telling::Level | Telling::Change => has(kind.heads.marks()),
        Telling::Beside
        | Telling::Alike
        | Telling::Befallen
        | Telling::Calling
        | Telling::Category
        | Telling::Cause
        | Telling::Choice
        | Telling::Citizen
        | Telling::Course
        | Telling::Distance
        | Telling::Doer
        | Telling::Fate
        | Telling::Demand
        | Telling::Host
        | Telling::Hours
        | Telling::Minute
        | Telling::Nth
        | Telling::Holder
        | Telling::Post
        | Telling::Whereabouts
        | Telling::Site
        | Telling::Speaker
        | Telling::Whether
        | Telling::Age
        | Telling::Nation
        | Telling::Origin
        | Telling::Share
        | Telling::Deed
        | Telling::Edition
        | Telling::Finish
        | Telling::Length
        | Telling::Out
        | Telling::Term
        | Telling::News => true,
    }
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
