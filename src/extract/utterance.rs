//! Quotes as facts: whose words they are, as far as that is told.

mod split;

use crate::extract::attribution::{self, Attribution, is_verb, speech};
use crate::extract::bind;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::event::Events;
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::extract::utterance::split::{Utterance, utterances};
use crate::fact::slot::Slot;
use crate::fact::{ArticleIdx, Binding, Fact, Modality, SlotValue};
use crate::lexicon::meaning::{Id, Meaning};
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::lexicon::schema::speech::Speech;
use crate::lexicon::schema::telling::Telling;
use crate::text::span::{Original, Span};
use crate::value::Value;
use crate::value::words::{Name, Weight, Words};
use std::ops::Range;

/// Fewest words with a meaning that make a quote worth comparing.
const QUOTE: usize = 2;

/// Words of a sentence that is worth comparing however little its words say one by one.
const SENTENCE: usize = 7;

/// Furthest that the word of saying stands behind the quote, in words.
const BEHIND: usize = 16;

/// Fewest words, and words with a meaning, of a quote whose speaker is not known: fewer may be a name or a motto.
const WORDS: usize = 4;
const TELLING: usize = 3;

/// Words behind a quote within which "she said" stands.
const TAG: usize = 4;

/// Who speaks.
struct Speaker {
    holder: Vec<Name>,
    /// The words that name them.
    named: Range<usize>,
    country: Option<Id>,
    /// Whether the words of saying name them.
    binding: Binding,
}

impl From<&Attribution> for Speaker {
    fn from(attribution: &Attribution) -> Self {
        Self {
            holder: attribution.holder.clone(),
            named: attribution.named.clone(),
            country: attribution.country.clone(),
            binding: Binding::Bound,
        }
    }
}

impl From<&Entity> for Speaker {
    fn from(entity: &Entity) -> Self {
        Self {
            holder: entity.names.clone(),
            named: entity.words.clone(),
            country: entity.country.clone(),
            binding: Binding::Bound,
        }
    }
}

/// Every quote that is an utterance.
#[must_use]
pub fn all(reading: &Reading<'_>, events: &Events, article: ArticleIdx) -> Vec<Fact> {
    let kinds = reading.lexicon.kinds().iter();
    let Some(kind) = kinds.into_iter().find(|kind| kind.value == ValueType::Quote) else {
        return Vec::new();
    };
    let said = utterances(reading).into_iter();
    said.filter_map(|utterance| fact(reading, events, article, kind, &utterance)).collect()
}

/// Who said a quote, beside the words of the quote.
#[derive(Clone, Debug)]
pub struct Saying {
    /// The quote.
    pub quote: Span<Original>,
    /// Who said it, where the words of saying name one.
    pub speaker: Fact,
}

/// Whether a speaker is named in the sentence before a quote, or in its own, of one paragraph, and nobody else is.
fn is_sole(reading: &Reading<'_>, quote: &Mention, named: usize) -> bool {
    let end = reading.sentences.get(reading.sentence_of(quote.words.start)).map_or(0, |said| said.words.end);
    let start = reading.sentences.get(reading.sentence_of(named)).map_or(named, |said| said.words.start);
    let people =
        reading.entities_in(start..end.max(start)).filter(|entity| entity.kind == EntityKind::Person);
    let names = || people.clone().flat_map(|entity| &entity.names).filter(|name| name.is_full());
    let is_one = names().zip(names().skip(1)).all(|(one, other)| one.is_same(other));
    let number = reading.sentence_of(named);
    let is_near = number + 1 >= reading.sentence_of(quote.words.start);
    let parted = |at: usize| opens_paragraph(reading, at);
    is_one
        && is_near
        && named < quote.words.start
        && !(number + 1..=reading.sentence_of(quote.words.start)).any(parted)
}

/// Who said each quote that is somebody's.
#[must_use]
pub fn sayings(reading: &Reading<'_>, article: ArticleIdx) -> Vec<Saying> {
    let Some(kind) = reading.lexicon.told(Telling::Speaker).next() else { return Vec::new() };
    let saying = |utterance: Utterance<'_>| {
        let quote = utterance.quote;
        let Speaker { holder, named, binding, .. } = speaker(reading, quote)?;
        let [name] = holder.as_slice() else { return None };
        // That somebody said it is told by both.
        let words = named.start.min(quote.words.start)..named.end.max(quote.words.end);
        let speaker = bind::bare(reading, article, kind, &words, Value::Name(name.clone()));
        (binding == Binding::Bound).then(|| Saying { quote: utterance.span(), speaker })
    };
    utterances(reading).into_iter().filter_map(saying).collect()
}

fn fact(
    reading: &Reading<'_>,
    events: &Events,
    article: ArticleIdx,
    kind: &Kind,
    utterance: &Utterance<'_>,
) -> Option<Fact> {
    let quote = utterance.quote;
    if names_body(reading, quote.words.start) {
        return None;
    }
    let said = reading.lexicon.words(&utterance.text(reading), false);
    let telling = said.keys.iter().filter(|key| key.weight != Weight::Function).count();
    let speaker = speaker(reading, quote);
    let is_short = || {
        let is_known = speaker.as_ref().is_some_and(|speaker| speaker.binding == Binding::Bound);
        telling > 0 && said.keys.len() >= WORDS && is_known && is_whole(reading, quote)
    };
    if telling < QUOTE && said.keys.len() < SENTENCE && !is_short() {
        return None;
    }
    if speaker.is_none() && !is_telling(&said) {
        return None;
    }
    let country = speaker.as_ref().and_then(|speaker| speaker.country.as_deref());
    let translated = reading.lexicon.gazetteer.is_foreign(country, &reading.language.tag);
    let value = Value::Words(Words { translated, ..said });
    let mut fact = bind::fact(reading, events, article, kind, quote.words.start, &quote.words, value);
    if let Some(evidence) = fact.evidence.first_mut() {
        evidence.span = Some(utterance.span());
        reading.text.slice(utterance.span()).clone_into(&mut evidence.words);
    }
    fact.slots.clear();
    if let Some(speaker) = speaker {
        let values = speaker.holder.iter().cloned().map(Value::Name).collect();
        fact.slots.insert(Slot::Who, SlotValue { values, binding: speaker.binding });
        fact.holder = speaker.holder;
    }
    fact.modality = Modality::Actual;
    Some(fact)
}

/// Whether a quote is a sentence of its own, by the sign that ends it or by the colon before it.
fn is_whole(reading: &Reading<'_>, quote: &Mention) -> bool {
    let last = quote.words.end.checked_sub(1).and_then(|last| reading.words.get(last));
    let colon = quote.words.start.checked_sub(2).and_then(|colon| reading.words.get(colon));
    last.is_some_and(|word| [",", ".", "!", "?"].iter().any(|sign| word.is_sign(sign)))
        || colon.is_some_and(|word| word.is_sign(":"))
}

/// Whether a quote is long enough to be an utterance, whoever speaks.
fn is_telling(said: &Words) -> bool {
    let telling = said.keys.iter().filter(|key| key.weight != Weight::Function).count();
    said.keys.len() >= WORDS && telling >= TELLING
}

/// Whose words a quote is: of the word of saying that covers it, that follows it, of the sentence before,
/// or of the verb in whose clause it stands.
fn speaker(reading: &Reading<'_>, quote: &Mention) -> Option<Speaker> {
    let at = quote.words.start;
    if let Some(headed) = headed(reading, quote) {
        return Some(Speaker::from(headed));
    }
    let said = around(reading, quote).or_else(|| behind(reading, quote)).or_else(|| before(reading, at));
    let last = || {
        let named = last_named(reading, quote).map(Speaker::from);
        let is_sure = |speaker: &Speaker| is_sole(reading, quote, speaker.named.start);
        named.map(|speaker| {
            let binding = if is_sure(&speaker) { Binding::Bound } else { Binding::Inherited };
            Speaker { binding, ..speaker }
        })
    };
    said.map(Speaker::from).or_else(|| subject(reading, at).map(Speaker::from)).or_else(last)
}

/// Who stands right before a colon and the quote, as headlines name who speaks.
fn headed<'r>(reading: &'r Reading<'_>, quote: &Mention) -> Option<&'r Entity> {
    let colon = quote.words.start.checked_sub(2)?;
    let ends = |entity: &&Entity| {
        entity.words.end == colon && matches!(entity.kind, EntityKind::Person | EntityKind::Body)
    };
    let is_colon = reading.words.get(colon).is_some_and(|word| word.is_sign(":"));
    let sentence = reading.sentences.get(reading.sentence_of(colon))?.words.clone();
    let speaker = reading.entities_in(sentence.start..colon).rev().find(ends).filter(|_| is_colon)?;
    // Behind a verb of saying the verb tells who speaks.
    let told = reading.words.get(sentence.start..speaker.words.start)?;
    (speaker.names.len() == 1 && !told.iter().any(|word| speech(word).is_some())).then_some(speaker)
}

/// The attribution whose words the quote is among; a word of saying inside the quote is the speaker's own.
fn around<'r>(reading: &'r Reading<'_>, quote: &Mention) -> Option<&'r Attribution> {
    let all = reading.attributions(reading.sentence_of(quote.words.start))?;
    let outside: Vec<&Attribution> = all.iter().filter(|said| !quote.words.contains(&said.at)).collect();
    attribution::of(outside.iter().copied(), quote.words.start)
}

/// Sentences before a quote in which the person is named for whom "she said" stands.
const BACK: usize = 3;

/// The person named last before a quote that somebody says, whom the sentence does not name.
fn last_named<'r>(reading: &'r Reading<'_>, quote: &Mention) -> Option<&'r Entity> {
    let number = reading.sentence_of(quote.words.start);
    let sentence = reading.sentences.get(number)?;
    let is_said = |at: &usize| {
        let word = reading.words.get(*at);
        !quote.words.contains(at) && word.and_then(speech).is_some_and(|speech| speech == Speech::Say)
    };
    let last = sentence.words.end.max((quote.words.end + TAG).min(reading.words.len()));
    (sentence.words.start..last).find(is_said)?;
    let is_person = |entity: &&Entity| {
        entity.kind == EntityKind::Person && entity.is_named && !entity.names.iter().all(Name::is_office)
    };
    let first = number.saturating_sub(BACK);
    let subject = |at: usize| {
        let words = reading.sentences.get(at)?.words.clone();
        let mut people = reading.entities_in(words.start..words.end.min(quote.words.start)).filter(is_person);
        people.find(|person| acts(reading, person))
    };
    // Within a paragraph who acted last goes on; a new one goes on about whom the one before began with.
    let opens = (first..=number).rev().find(|at| opens_paragraph(reading, *at)).unwrap_or(first);
    let before = (first..opens).rev().find(|at| opens_paragraph(reading, *at)).unwrap_or(first);
    let own = (opens..=number).rev().find_map(subject);
    let acting =
        own.or_else(|| (before..opens).find_map(subject)).or_else(|| (first..before).rev().find_map(subject));
    let start = reading.sentences.get(first)?.words.start;
    acting.or_else(|| reading.entities_in(start..quote.words.start).rev().find(is_person))
}

/// Whether a sentence begins a paragraph.
fn opens_paragraph(reading: &Reading<'_>, number: usize) -> bool {
    let first = reading.sentences.get(number).and_then(|sentence| reading.words.get(sentence.words.start));
    first.is_some_and(|word| word.breaks > 0)
}

/// Whether somebody stands where those stand who act: behind no preposition, nor a country behind one.
fn acts(reading: &Reading<'_>, person: &Entity) -> bool {
    let governed = |entity: &Entity| reading.preposition(entity).is_some();
    let sentence = reading.sentences.get(reading.sentence_of(person.words.start));
    let first = sentence.map_or(0, |sentence| sentence.words.start);
    let before = person.words.start.saturating_sub(NATION).max(first)..person.words.start;
    let nation = reading.entities_in(before).find(|entity| entity.words.end == person.words.start);
    // Where the subject stands first, whoever stands behind the verb is another.
    let opening = sentence.map(|sentence| sentence.clause_words(sentence.clause(person.words.start)).start);
    let is_behind_verb = opening.is_some_and(|opening| {
        let mut before = reading.words.get(opening..person.words.start).unwrap_or_default().iter();
        !reading.language.grammar.verb_first && before.any(is_verb)
    });
    !governed(person) && !nation.is_some_and(governed) && !is_behind_verb
}

/// Words of a nation before the name of one of its people.
const NATION: usize = 3;

/// The speaker named behind the quote: "…," the minister said.
fn behind<'r>(reading: &'r Reading<'_>, quote: &Mention) -> Option<&'r Attribution> {
    let end = quote.words.end;
    let all = reading.attributions(reading.sentence_of(end))?;
    all.iter().find(|said| said.at >= end && said.at - end <= BEHIND && said.speech == Speech::Say)
}

/// The speaker of the sentence before, when the quote opens its own.
fn before<'r>(reading: &'r Reading<'_>, at: usize) -> Option<&'r Attribution> {
    let sentence = reading.sentence_of(at);
    let opens = reading.sentences.get(sentence).is_some_and(|sentence| at <= sentence.words.start + 1);
    let before = reading.attributions(sentence.checked_sub(1)?)?;
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
    let before = || reading.entities_in(clause.start..verb).filter(acts);
    let person = before().find(|entity| entity.kind == EntityKind::Person && entity.is_named);
    person.or_else(|| before().next()).or_else(after)
}

/// Whether the quotation marks hold the name of a body, not words that were said.
fn names_body(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|idx| reading.words.get(idx));
    before.is_some_and(|word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Body(_))))
}
