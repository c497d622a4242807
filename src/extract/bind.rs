//! Binding: which kind of fact a value belongs to, and what fixes it. A value that no kind claims is not a
//! fact: bound or silent.

/// What the words around a value tell of it.
pub mod scope;

/// Tolls of other events.
mod elsewhen;

use crate::extract::attribution::is_verb;
use crate::extract::bind::scope::{area, hold, is_over_time, over_time, per, scope};
use crate::extract::denied;
use crate::extract::event::{self, Events};
use crate::extract::frame;
use crate::extract::kind::{self, Claim};
use crate::extract::mention::Mention;
use crate::extract::others::{self, Together};
use crate::extract::part;
use crate::extract::partitive;
use crate::extract::reading::Reading;
use crate::extract::role;
use crate::extract::single;
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{
    ArticleIdx, Derivation, EventIdx, Evidence, EvidenceStatus, Fact, Modality, SlotValue, Stance,
};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::answers::Evolution;
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::event::Role;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::lexicon::schema::telling::Telling;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Amount;
use crate::value::number::Number;
use crate::value::time::Time;
use std::collections::BTreeMap;
use std::ops::Range;

/// Furthest before a number of all that stands which counts some of them, in words.
const BESIDE: usize = 4;

/// The facts of all numbers, quantities and times.
#[must_use]
pub fn values(
    reading: &Reading<'_>,
    events: &mut Events,
    article: ArticleIdx,
    published: Option<&Time>,
) -> Vec<Fact> {
    let groups = others::groups(reading);
    let singles = singles(reading, &groups);
    let claimed = |mention| Some((mention, kind::best(reading, mention)?));
    let befell = singles.iter().filter_map(claimed).filter(|(_, claim)| claim.kind.event.is_some());
    let told = reading.mentions.iter().filter(|mention| !is_torn(reading, mention)).filter_map(claimed);
    let claims: Vec<(&Mention, Claim<'_>)> = told.chain(befell).collect();
    let nearest = nearest(&claims);
    let is_bound = |claim: &Claim<'_>| {
        let nearest = nearest.get(&(claim.kind.id.as_str(), claim.anchor));
        claim.has_head || nearest.is_none_or(|nearest| *nearest >= claim.distance)
    };
    let mut facts = Vec::with_capacity(claims.len());
    for (mention, claim) in claims.iter().filter(|(_, claim)| is_bound(claim)) {
        let kind = claim.kind;
        let is_all = is_all(reading, mention);
        if is_all && kind.event.is_some() {
            continue;
        }
        let acted = frame::action(reading, mention).filter(|_| kind.slots.contains_key(&Slot::Action));
        let base = acted.as_ref().map_or(claim.anchor, |(word, _)| *word);
        let value = counted(reading, mention, kind);
        let mut fact = fact(reading, events, article, kind, base, &mention.words, value);
        fact.derivation = resolved(mention, published);
        if fact.modality == Modality::Actual && is_ahead(&fact.value, published) {
            fact.modality = Modality::Planned;
        }
        fill(reading, claim, mention, &mut fact.slots);
        if !elsewhen::settle(reading, kind, mention, published, &mut fact.slots) {
            continue;
        }
        if !kind.needs.is_empty() && !kind.needs.iter().any(|slot| fact.slots.contains_key(slot)) {
            continue;
        }
        if is_all {
            fact.slots.remove(&Slot::Action);
        }
        // A number without a verb of its own has nobody who does anything.
        if kind.told == Telling::Beside && kind.triggers.is_empty() && acted.is_none() && kind.event.is_none()
        {
            fact.slots.remove(&Slot::Who);
        }
        if let Some(group) = groups.get(&mention.words.start).filter(|_| kind.event.is_some()) {
            join(reading, group, kind, &mut fact);
        }
        if is_first_since(reading, mention) {
            precede(&mut fact, events);
        }
        if !goes_nowhere(&fact.slots) {
            facts.push(fact);
        }
    }
    facts
}

/// The people whom no number counts, but for those whom a count of others adds to itself.
fn singles(reading: &Reading<'_>, groups: &BTreeMap<usize, Together>) -> Vec<Mention> {
    let is_in_group = |single: &Mention| {
        groups.values().any(|group| group.value.is_some() && group.words.contains(&single.words.start))
    };
    single::all(reading).into_iter().filter(|single| !is_in_group(single)).collect()
}

/// Fills the slots that the words around a value tell.
fn fill(reading: &Reading<'_>, claim: &Claim<'_>, mention: &Mention, slots: &mut BTreeMap<Slot, SlotValue>) {
    let kind = claim.kind;
    scope(reading, claim, mention, slots);
    area(reading, kind, mention, slots);
    per(reading, kind, mention, slots);
    hold(reading, kind, mention, slots);
    if kind.evolves != Evolution::Fixed && is_over_time(reading, kind, mention) {
        slots.insert(Slot::Per, over_time());
    }
}

/// Gives a fact of some others the number of all of whom it is told; where that is not known it is told of the rest.
fn join(reading: &Reading<'_>, group: &Together, kind: &Kind, fact: &mut Fact) {
    if let Some(value) = &group.value {
        fact.value = value.clone();
        fact.evidence = vec![evidence(reading, &group.words)];
        fact.slots.remove(&Slot::Of);
    } else if kind.slots.contains_key(&Slot::Part) {
        fact.slots.insert(Slot::Part, frame::slot(frame::concept(part::REST)));
    }
}

/// Whether a time lies behind the day of publication, so that what is told of it is still to be.
fn is_ahead(value: &Value, published: Option<&Time>) -> bool {
    let Value::Time(time) = value else { return false };
    let days = time.days().zip(published.and_then(Time::days));
    days.is_some_and(|((first, _), (_, today))| first > today)
}

/// Whether a number tells how many they are in all of whom another one counts some.
fn is_all(reading: &Reading<'_>, mention: &Mention) -> bool {
    let beside = mention.words.start.saturating_sub(BESIDE)..mention.words.start;
    let sentence = reading.sentences.get(reading.sentence_of(mention.words.start));
    let rest = mention.words.end..sentence.map_or(mention.words.end, |sentence| sentence.words.end);
    partitive::is_all(&reading.words, reading.mentions_in(beside), mention)
        || partitive::is_all_before(&reading.words, reading.mentions_in(rest), mention)
}

/// Whether the number of the value stands in brackets before it: (162) million riyals.
fn is_torn(reading: &Reading<'_>, mention: &Mention) -> bool {
    let before = |back: usize| mention.words.start.checked_sub(back).and_then(|at| reading.words.get(at));
    before(1).is_some_and(|word| word.is_sign(")"))
        && before(2).is_some_and(|word| word.kind == TokenKind::Digits)
}

/// The value; of a count that a point seems to break, the whole number that it groups: nobody counts
/// 363.378 people.
fn counted(reading: &Reading<'_>, mention: &Mention, kind: &Kind) -> Value {
    let Value::Amount(amount) = &mention.value else { return mention.value.clone() };
    let digits = reading
        .text
        .slice(mention.span)
        .split_whitespace()
        .find(|part| part.starts_with(|c: char| c.is_numeric()));
    let parts = digits.and_then(|digits| digits.split_once('.'));
    let grouped = parts.is_some_and(|(_, fraction)| {
        fraction.chars().count() == GROUP && fraction.chars().all(char::is_numeric)
    });
    // Where points group digits, the number was read as a whole one already.
    let is_broken = |number: &Number| {
        let read = number.floor().map(|whole| whole.to_string().len());
        parts.is_some_and(|(before, _)| read == Some(before.chars().count()))
    };
    let whole = || {
        amount.form.stated().values().all(is_broken).then_some(())?;
        let form = amount.form.try_map(|number| number.times(Number::whole(1000)))?;
        form.stated().iter().all(|number| number.to_whole().is_some()).then_some(form)
    };
    let is_count = matches!(kind.value, ValueType::Count) && grouped;
    match is_count.then(whole).flatten() {
        Some(form) => Value::Amount(Amount::new(form, None)),
        None => mention.value.clone(),
    }
}

/// Digits of a group of thousands.
const GROUP: usize = 3;

/// How near the nearest value stands to each word that binds values of a kind: the word binds only that one.
fn nearest<'k>(claims: &[(&Mention, Claim<'k>)]) -> BTreeMap<(&'k str, usize), usize> {
    let mut nearest = BTreeMap::new();
    for (_, claim) in claims {
        let distance = nearest.entry((claim.kind.id.as_str(), claim.anchor)).or_insert(claim.distance);
        *distance = claim.distance.min(*distance);
    }
    nearest
}

/// A fact of `kind` whose event or action is named by the word `anchor`. What the anchor's own clause says
/// comes first where the anchor names the event; else the event knows better.
#[must_use]
pub fn fact(
    reading: &Reading<'_>,
    events: &Events,
    article: ArticleIdx,
    kind: &Kind,
    anchor: usize,
    words: &Range<usize>,
    value: Value,
) -> Fact {
    let bound = bound_slots(reading, kind, anchor);
    let event_type = kind.event.as_deref().and_then(|id| reading.lexicon.event(id));
    let sentence = reading.sentence_of(words.start);
    let names_event = event_type.is_none_or(|event_type| carries_any(reading, anchor, &event_type.triggers));
    let free = BTreeMap::new();
    let fits = if names_event { &bound } else { &free };
    let host = event_type.and_then(|event_type| events.host(event_type, words.start, sentence, fits));
    let host_event = host.and_then(|idx| events.events.get(idx.0));
    let inherited = |event| event::inherited(event, |slot| kind.slots.contains_key(&slot));
    let mut slots = host_event.map(inherited).unwrap_or_default();
    let acts = reading.words.get(anchor).is_some_and(is_verb);
    for (slot, filling) in bound {
        if names_event || acts || !slots.contains_key(&slot) {
            slots.insert(slot, filling);
        }
    }
    // Who could not believe her eyes, the 24-year-old, is 24.
    let may_be_denied = kind.told != Telling::Age && matches!(value, Value::Amount(_) | Value::Duration(_));
    let denial = may_be_denied.then(|| denied::denial(reading, words, &value)).flatten();
    let stance = if denial.is_some() { Stance::Denied } else { Stance::Asserted };
    let holder = || reading.attribution(words.start).map(|said| said.holder.clone()).unwrap_or_default();
    Fact {
        slots,
        event: host,
        holder: denial.map(|denial| denial.holder).filter(|by| !by.is_empty()).unwrap_or_else(holder),
        stance,
        modality: reading.modality(words.start),
        evidence: vec![evidence(reading, words)],
        is_moved: is_moved(reading, words),
        ..Fact::new(article, kind.id.clone(), value)
    }
}

/// The concepts of moving to another value, and how far before the value they stand, in words.
const MOVES: [&str; 2] = ["decrease", "increase"];
const MOVING: usize = 10;

/// Whether a value is what another one became: a toll that *rose to* nine, ارتفعت الحصيلة *إلى* تسعة.
fn is_moved(reading: &Reading<'_>, words: &Range<usize>) -> bool {
    let word = |at: Option<usize>| at.and_then(|at| reading.words.get(at));
    let is_to = word(words.start.checked_sub(1)).is_some_and(|word| word.is_function(Function::To))
        || word(Some(words.start)).is_some_and(|word| word.clitics.preposition == Some(Function::To));
    let Some(sentence) = reading.sentences.get(reading.sentence_of(words.start)) else { return false };
    let before = words.start.saturating_sub(MOVING).max(sentence.words.start)..words.start;
    let moves = |word: &Word| is_verb(word) && MOVES.iter().any(|concept| word.has_concept(concept));
    is_to && reading.words.get(before).unwrap_or_default().iter().any(moves)
}

/// The slots that the anchor's own clause fills.
fn bound_slots(reading: &Reading<'_>, kind: &Kind, anchor: usize) -> BTreeMap<Slot, SlotValue> {
    let event = kind.event.as_deref().and_then(|id| reading.lexicon.event(id));
    let role_of =
        |slot: &Slot| event.and_then(|event| event.slots.get(slot).copied()).or_else(|| usual_role(*slot));
    role::fill(reading, anchor, kind.slots.keys().filter_map(|slot| Some((*slot, role_of(slot)?))))
}

/// The role that usually fills a slot.
const fn usual_role(slot: Slot) -> Option<Role> {
    match slot {
        Slot::Who => Some(Role::Agent),
        Slot::Whom => Some(Role::Patient),
        Slot::From => Some(Role::Source),
        Slot::To => Some(Role::Destination),
        Slot::Where => Some(Role::Location),
        Slot::When => Some(Role::Time),
        Slot::What | Slot::Of | Slot::Action | Slot::Part | Slot::Per | Slot::AsOf => None,
    }
}

/// A fact of `kind` that nothing is known of but its value and the words that give it.
#[must_use]
pub fn bare(
    reading: &Reading<'_>,
    article: ArticleIdx,
    kind: &Kind,
    words: &Range<usize>,
    value: Value,
) -> Fact {
    Fact { evidence: vec![evidence(reading, words)], ..Fact::new(article, kind.id.clone(), value) }
}

/// The evidence that some words of the text are.
#[must_use]
pub fn evidence(reading: &Reading<'_>, words: &Range<usize>) -> Evidence {
    let span = reading.span(words);
    Evidence {
        words: reading.text.slice(span).to_owned(),
        span: Some(span),
        status: EvidenceStatus::Verified,
        declared_at: None,
    }
}

fn carries_any(reading: &Reading<'_>, word: usize, concepts: &Concepts) -> bool {
    reading.words.get(word).is_some_and(|word| word.has_any(concepts))
}

/// Whether somebody would go to himself: a country does not travel to that country.
fn goes_nowhere(slots: &BTreeMap<Slot, SlotValue>) -> bool {
    let of = |slot: Slot| slots.get(&slot).and_then(|filling| filling.values.first());
    let (Some(Value::Name(who)), Some(Value::Place(to))) = (of(Slot::Who), of(Slot::To)) else {
        return false;
    };
    who.name == to.name || to.id.as_ref().is_some_and(|id| who.keys.contains(id))
}

/// How a relative time became a date.
pub(super) fn resolved(mention: &Mention, published: Option<&Time>) -> Option<Derivation> {
    let (relative, reference) = (mention.relative.clone()?, *published?);
    Some(Derivation::Resolved { relative, reference })
}

/// Whether the time belongs to a "first since": an ordinal one before it in the clause, and "since" at it.
fn is_first_since(reading: &Reading<'_>, mention: &Mention) -> bool {
    let at = mention.words.start;
    let Some(sentence) = reading.sentences.get(reading.sentence_of(at)) else { return false };
    let clause = sentence.clause_words(sentence.clause(at));
    let since = |idx: usize| reading.words.get(idx).is_some_and(|word| word.is_function(Function::Since));
    let first = |word: &Word| word.senses.iter().any(|sense| sense.meaning == Meaning::Ordinal(1));
    (since(at) || at.checked_sub(1).is_some_and(since))
        && reading.words.get(clause.start..at).unwrap_or_default().iter().any(first)
}

/// Turns a fact about "the first since" into one about the event before.
fn precede(fact: &mut Fact, events: &mut Events) {
    if let Some(host) = fact.event.and_then(|idx| events.events.get(idx.0)) {
        let before = event::preceding(host, &fact.value);
        // Two facts of one event tell of one event before it.
        let known = events.events.iter().position(|known| *known == before).map(EventIdx);
        fact.event = Some(known.unwrap_or_else(|| events.add(before)));
    }
    fact.modality = Modality::Actual;
    if fact.derivation.is_none() {
        fact.derivation = Some(Derivation::FirstSince);
    }
}
