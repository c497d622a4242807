//! Quotes as facts: whose words they are. A quote without a known speaker is none.

use crate::extract::attribution::{Attribution, is_verb};
use crate::extract::bind;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::event::Events;
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::fact::slot::Slot;
use crate::fact::{ArticleIdx, Binding, Fact, Modality, SlotValue};
use crate::lexicon::meaning::{Id, Meaning};
use crate::lexicon::schema::{Kind, Speech, ValueType};
use crate::value::Value;
use crate::value::words::{Name, Weight, Words};

/// Fewest words with a meaning that make a quote worth comparing.
const QUOTE: usize = 2;

/// Furthest that the word of saying stands behind the quote, in words.
const BEHIND: usize = 16;

/// Who speaks.
struct Speaker {
    holder: Vec<Name>,
    country: Option<Id>,
}

impl From<&Attribution> for Speaker {
    fn from(attribution: &Attribution) -> Self {
        Self { holder: attribution.holder.clone(), country: attribution.country.clone() }
    }
}

impl From<&Entity> for Speaker {
    fn from(entity: &Entity) -> Self {
        Self { holder: entity.names.clone(), country: entity.country.clone() }
    }
}

/// Every quote whose speaker is known.
#[must_use]
pub fn all(reading: &Reading<'_>, events: &Events, article: ArticleIdx) -> Vec<Fact> {
    let kinds = reading.lexicon.kinds().iter();
    let Some(kind) = kinds.into_iter().find(|kind| kind.value == ValueType::Quote) else {
        return Vec::new();
    };
    reading.quotes.iter().filter_map(|quote| fact(reading, events, article, kind, quote)).collect()
}

fn fact(
    reading: &Reading<'_>,
    events: &Events,
    article: ArticleIdx,
    kind: &Kind,
    quote: &Mention,
) -> Option<Fact> {
    if names_body(reading, quote.words.start) {
        return None;
    }
    let Value::Words(said) = &quote.value else { return None };
    if said.keys.iter().filter(|key| key.weight == Weight::Content).count() < QUOTE {
        return None;
    }
    let speaker = speaker(reading, quote)?;
    let translated = reading.lexicon.gazetteer.is_foreign(speaker.country.as_deref(), &reading.language.tag);
    let value = Value::Words(Words { translated, ..said.clone() });
    let mut fact = bind::fact(reading, events, article, kind, quote.words.start, &quote.words, value);
    if let Some(evidence) = fact.evidence.first_mut() {
        evidence.span = Some(quote.span);
        reading.text.slice(quote.span).clone_into(&mut evidence.words);
    }
    let values = speaker.holder.iter().cloned().map(Value::Name).collect();
    fact.slots.clear();
    fact.slots.insert(Slot::Who, SlotValue { values, binding: Binding::Bound });
    fact.holder = speaker.holder;
    fact.modality = Modality::Actual;
    Some(fact)
}

/// Whose words a quote is: of the word of saying that covers it, that follows it, of the sentence before,
/// or of the verb in whose clause it stands.
fn speaker(reading: &Reading<'_>, quote: &Mention) -> Option<Speaker> {
    let at = quote.words.start;
    let said = reading.attribution(at).or_else(|| behind(reading, quote)).or_else(|| before(reading, at));
    said.map(Speaker::from).or_else(|| subject(reading, at).map(Speaker::from))
}

/// The speaker named behind the quote: "…," the minister said.
fn behind<'r>(reading: &'r Reading<'_>, quote: &Mention) -> Option<&'r Attribution> {
    let end = quote.words.end;
    let all = reading.attributions.get(reading.sentence_of(end))?;
    all.iter().find(|said| said.at >= end && said.at - end <= BEHIND && said.speech == Speech::Say)
}

/// The speaker of the sentence before, when the quote opens its own.
fn before<'r>(reading: &'r Reading<'_>, at: usize) -> Option<&'r Attribution> {
    let sentence = reading.sentence_of(at);
    let opens = reading.sentences.get(sentence).is_some_and(|sentence| at <= sentence.words.start + 1);
    let before = reading.attributions.get(sentence.checked_sub(1)?)?;
    before.last().filter(|attribution| opens && attribution.speech == Speech::Say)
}

/// Whose verdict the quoted words are: the subject of the verb before them, as in: the mission found the
/// vote "…".
fn subject<'r>(reading: &'r Reading<'_>, at: usize) -> Option<&'r Entity> {
    let sentence = reading.sentences.get(reading.sentence_of(at))?;
    let clause = sentence.clause_words(sentence.clause(at));
    let verb = (clause.start..at).rev().find(|word| reading.words.get(*word).is_some_and(is_verb))?;
    let acts = |entity: &&Entity| {
        matches!(entity.kind, EntityKind::Person | EntityKind::Body)
            && !entity.names.is_empty()
            && reading.preposition(entity).is_none()
    };
    let after =
        || reading.entities_in(verb + 1..at).find(acts).filter(|_| reading.language.grammar.verb_first);
    reading.entities_in(clause.start..verb).find(acts).or_else(after)
}

/// Whether the quotation marks hold the name of a body, not words that were said.
fn names_body(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|idx| reading.words.get(idx));
    before.is_some_and(|word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Body(_))))
}
