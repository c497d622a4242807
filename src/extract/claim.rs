//! Facts that no number states: where it was, what was given, how it stands, that it happened, who denies.

use crate::extract::attribution::Attribution;
use crate::extract::bind::{self, evidence};
use crate::extract::event::Events;
use crate::extract::reading::Reading;
use crate::extract::role;
use crate::extract::sentence::Sentence;
use crate::extract::utterance;
use crate::fact::{ArticleIdx, Derivation, Fact, Modality, Stance};
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::concepts::{Concepts, Marks};
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::lexicon::schema::speech::Speech;
use crate::value::Value;
use crate::value::keys::NameKeys;
use crate::value::place::Place;
use crate::value::words::Name;
use std::ops::Range;

/// The state of an occurrence.
pub const HAPPENED: &str = "happened";

/// Concepts of nouns that stand for what was claimed before.
const CLAIM: &str = "claim";

/// The facts of all claims of a text.
#[must_use]
pub fn claims(reading: &Reading<'_>, events: &Events, article: ArticleIdx) -> Vec<Fact> {
    let reader = Reader { reading, events, article };
    let mut facts = Vec::new();
    for sentence in &reading.sentences {
        let has = |marks: &Marks| sentence.marks.meets(marks);
        for kind in reading.lexicon.claim_kinds() {
            match kind.value {
                ValueType::State if has(kind.context.marks()) && has(kind.states.marks()) => {
                    facts.extend(reader.states(sentence, kind));
                }
                ValueType::Occurrence if has(kind.triggers.marks()) && has(kind.context.marks()) => {
                    facts.extend(reader.occurrences(sentence, kind));
                }
                ValueType::Place if has(kind.triggers.marks()) => facts.extend(reader.places(sentence, kind)),
                ValueType::Name if has(kind.heads.marks()) && has(kind.triggers.marks()) => {
                    facts.extend(reader.things(sentence, kind));
                }
                ValueType::State
                | ValueType::Occurrence
                | ValueType::Place
                | ValueType::Name
                | ValueType::Count
                | ValueType::Frequency
                | ValueType::Ordinal
                | ValueType::Percent
                | ValueType::Money
                | ValueType::Quantity
                | ValueType::Time
                | ValueType::Duration
                | ValueType::Quote => {}
            }
        }
        facts.extend(reader.back_denials(sentence, &facts));
    }
    facts.extend(utterance::all(reading, events, article));
    facts
}

/// What reading claims needs to know.
struct Reader<'r, 'a> {
    reading: &'r Reading<'a>,
    events: &'r Events,
    article: ArticleIdx,
}

impl Reader<'_, '_> {
    fn fact(&self, kind: &Kind, anchor: usize, words: &Range<usize>, value: Value) -> Fact {
        bind::fact(self.reading, self.events, self.article, kind, anchor, words, value)
    }

    fn carries(&self, word: usize, concepts: &Concepts) -> bool {
        self.reading
            .words
            .get(word)
            .filter(|word| word.summary.is(Class::Concept))
            .is_some_and(|word| word.has_any(concepts))
    }

    fn has(&self, mut words: Range<usize>, concepts: &Concepts) -> bool {
        words.any(|word| self.carries(word, concepts))
    }

    /// A word of a state's concepts, beside a word of the kind's context.
    fn states(&self, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
        if !self.has(sentence.words.clone(), &kind.context) {
            return Vec::new();
        }
        let state_of = |word: usize| {
            let mut states = self.reading.words.get(word)?.states(kind);
            states.find(|state| self.carries(word, &state.concepts)).map(|state| &state.state)
        };
        let mut facts = Vec::new();
        for word in sentence.words.clone() {
            let Some(state) = state_of(word) else { continue };
            let clause = sentence.clause_words(sentence.clause(word));
            let distance = |concepts: &Concepts| {
                let near = clause.clone().filter(|near| *near != word && self.carries(*near, concepts));
                near.min_by_key(|near| near.abs_diff(word))
            };
            let Some(context) = distance(&kind.context) else { continue };
            let other = distance(&kind.unless);
            if other.is_some_and(|other| other.abs_diff(word) < context.abs_diff(word)) {
                continue;
            }
            facts.push(self.fact(kind, context, &(word..word + 1), Value::State(state.clone())));
        }
        facts
    }

    /// That something happened: a past verb of the kind's triggers, or any of them under a denial.
    fn occurrences(&self, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
        let mut facts: Vec<Fact> = Vec::new();
        for word in sentence.words.clone().filter(|word| self.carries(*word, &kind.triggers)) {
            let clause = sentence.clause_words(sentence.clause(word));
            if !self.has(sentence.words.clone(), &kind.context) || self.has(clause, &kind.unless) {
                continue;
            }
            let happened = Value::State(HAPPENED.to_owned());
            if let Some(denial) = self.denial(sentence, word) {
                let mut fact = self.fact(kind, word, &(denial.at..denial.at + 1), happened);
                deny(&mut fact, &denial.holder);
                facts.push(fact);
            } else if self.is_past(word) {
                facts.push(self.fact(kind, word, &(word..word + 1), happened));
            }
        }
        facts.dedup_by(|later, earlier| later.evidence == earlier.evidence);
        facts
    }

    fn is_past(&self, word: usize) -> bool {
        self.reading
            .words
            .get(word)
            .is_some_and(|word| word.senses.iter().any(|sense| sense.form == Form::Past))
    }

    /// The denial in whose words the event stands.
    fn denial(&self, sentence: &Sentence, word: usize) -> Option<&Attribution> {
        let all = self.reading.attributions(self.reading.sentence_of(sentence.words.start))?;
        all.iter().find(|attribution| attribution.speech == Speech::Deny && attribution.words.contains(&word))
    }

    /// "They deny these claims": the latest occurrence that the text tells before.
    fn back_denials(&self, sentence: &Sentence, before: &[Fact]) -> Vec<Fact> {
        let Some(all) = self.reading.attributions(self.reading.sentence_of(sentence.words.start)) else {
            return Vec::new();
        };
        let Some(denial) = all.iter().find(|attribution| attribution.speech == Speech::Deny) else {
            return Vec::new();
        };
        let is_claim = |at: usize| self.reading.words.get(at).is_some_and(|word| word.has_concept(CLAIM));
        let claimed = denial.words.clone().any(is_claim);
        let told = || {
            before.iter().rev().find(|fact| {
                fact.value == Value::State(HAPPENED.to_owned()) && fact.stance == Stance::Asserted
            })
        };
        let direct = before.iter().any(|fact| {
            fact.stance == Stance::Denied
                && fact
                    .evidence
                    .iter()
                    .any(|e| e.span == Some(self.reading.span(&(denial.at..denial.at + 1))))
        });
        let Some(told) = told().filter(|_| claimed && !direct) else { return Vec::new() };
        let mut fact = told.clone();
        fact.evidence = vec![evidence(self.reading, &(denial.at..denial.at + 1))];
        deny(&mut fact, &denial.holder);
        vec![fact]
    }

    /// Where an event of the kind's type happened; a place of a wider type makes a fact of the kind that
    /// asks for it, and so does the wider place in which a known one lies.
    fn places(&self, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
        let mut facts = Vec::new();
        for word in sentence.words.clone().filter(|word| self.carries(*word, &kind.triggers)) {
            let locations = role::locations(self.reading, word);
            let known = |fact: &Fact| kind.slots.keys().any(|slot| fact.slots.contains_key(slot));
            if let Some((place, words)) = locations.iter().find(|(place, _)| asks_for(kind, place)) {
                facts.push(self.fact(kind, word, words, Value::Place(place.clone())));
            } else if let Some((narrow, words)) = locations.first()
                && let Some(wider) = self.wider(narrow, kind)
            {
                let mut fact = self.fact(kind, word, words, Value::Place(wider));
                fact.derivation = Some(Derivation::Contained { place: narrow.name.clone() });
                facts.push(fact);
            }
            facts.retain(known);
        }
        facts
    }

    /// The narrowest place that a known place lies in and that the kind asks for.
    fn wider(&self, narrow: &Place, kind: &Kind) -> Option<Place> {
        let gazetteer = &self.reading.lexicon.gazetteer;
        let places = narrow.within.iter().map(|id| gazetteer.any(id)).filter(|place| asks_for(kind, place));
        places.max_by_key(|place| place.within.len()).filter(|_| !kind.heads.is_empty())
    }

    /// A thing of the kind's heads in the clause of one of its triggers.
    fn things(&self, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
        let mut facts = Vec::new();
        for word in sentence.words.clone() {
            let Some((concept, _)) = self.reading.words.get(word).and_then(|word| word.concept()) else {
                continue;
            };
            if !kind.heads.iter().any(|head| head == concept) {
                continue;
            }
            let clause = sentence.clause_words(sentence.clause(word));
            let anchor = clause
                .filter(|near| self.carries(*near, &kind.triggers))
                .min_by_key(|near| near.abs_diff(word));
            let Some(anchor) = anchor else { continue };
            let thing = Name { name: concept.to_owned(), keys: NameKeys::from([concept.to_owned()]) };
            facts.push(self.fact(kind, anchor, &(word..word + 1), Value::Name(thing)));
        }
        facts
    }
}

/// Whether a kind of places asks for this one: by its types where it names any, and never by those it
/// rules out.
fn asks_for(kind: &Kind, place: &Place) -> bool {
    let of = |types: &Concepts| types.iter().any(|place_type| place.types.contains(place_type));
    (kind.heads.is_empty() || of(&kind.heads)) && !of(&kind.unless)
}

fn deny(fact: &mut Fact, holder: &[Name]) {
    fact.stance = Stance::Denied;
    fact.modality = Modality::Actual;
    fact.holder = holder.to_vec();
    fact.derivation = None;
}
