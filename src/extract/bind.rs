//! Binding: which kind of fact a value belongs to, and what fixes it. A value that no kind claims is not a
//! fact: bound or silent.

use crate::extract::attribution::is_verb;
use crate::extract::event::{self, Events};
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::role;
use crate::fact::slot::Slot;
use crate::fact::{ArticleIdx, Derivation, Evidence, EvidenceStatus, Fact, Modality, SlotValue, Stance};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::{Function, Kind, Role, ValueType};
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::compare::{Comparison, compare};
use crate::value::duration::Duration;
use crate::value::notation;
use crate::value::time::Time;
use std::collections::BTreeMap;
use std::ops::Range;

/// Furthest that a value stands from the word that makes it a fact, in words.
const REACH: usize = 40;

/// A kind that can claim a value, and how well.
#[derive(Debug)]
struct Claim<'k> {
    kind: &'k Kind,
    anchor: usize,
    distance: usize,
    conditions: usize,
}

/// The facts of all numbers, quantities and times.
#[must_use]
pub fn values(
    reading: &Reading<'_>,
    events: &mut Events,
    article: ArticleIdx,
    published: Option<&Time>,
) -> Vec<Fact> {
    let claims: Vec<(&Mention, Claim<'_>)> =
        reading.mentions.iter().filter_map(|mention| Some((mention, best(reading, mention)?))).collect();
    let mut facts = Vec::new();
    for (mention, claim) in &claims {
        let (kind, anchor) = (claim.kind, claim.anchor);
        if claims.iter().any(|(_, other)| takes_away(other, claim)) {
            continue;
        }
        let mut fact = fact(reading, events, article, kind, anchor, &mention.words, mention.value.clone());
        fact.value = typed(kind, mention);
        fact.evidence = vec![evidence(reading, &mention.words)];
        fact.derivation = resolved(mention, published);
        if is_first_since(reading, mention) {
            precede(&mut fact, events);
        }
        facts.push(fact);
    }
    facts
}

/// Whether another value stands nearer to the only word that would bind this one.
fn takes_away(other: &Claim<'_>, claim: &Claim<'_>) -> bool {
    let one = claim.kind.heads.is_empty() && other.kind.id == claim.kind.id && other.anchor == claim.anchor;
    one && other.distance < claim.distance
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
    let fits = if names_event { bound.clone() } else { BTreeMap::new() };
    let host = event_type.and_then(|event_type| events.host(event_type, words.start, sentence, &fits));
    let mut slots = host.and_then(|idx| events.events.get(idx.0)).map(event::inherited).unwrap_or_default();
    slots.retain(|slot, _| kind.slots.contains_key(slot));
    let acts = reading.words.get(anchor).is_some_and(is_verb);
    for (slot, filling) in bound {
        if names_event || acts || !slots.contains_key(&slot) {
            slots.insert(slot, filling);
        }
    }
    let attribution = reading.attribution(words.start);
    Fact {
        article,
        id: None,
        kind: kind.id.clone(),
        value,
        slots,
        event: host,
        holder: attribution.map(|attribution| attribution.holder.clone()).unwrap_or_default(),
        stance: Stance::Asserted,
        modality: reading.modality(words.start),
        evidence: vec![evidence(reading, words)],
        derivation: None,
        note: None,
    }
}

/// The slots that the anchor's own clause fills.
fn bound_slots(reading: &Reading<'_>, kind: &Kind, anchor: usize) -> BTreeMap<Slot, SlotValue> {
    let event = kind.event.as_deref().and_then(|id| reading.lexicon.event(id));
    let role_of =
        |slot: &Slot| event.and_then(|event| event.slots.get(slot).copied()).or_else(|| usual_role(*slot));
    let roles = kind.slots.keys().filter_map(|slot| Some((*slot, role_of(slot)?))).collect();
    role::fill(reading, anchor, &roles)
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
        Slot::What | Slot::Part | Slot::Per | Slot::AsOf => None,
    }
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

/// The kind that claims the value best: bound in the clause before the sentence, by most conditions, nearest.
fn best<'r>(reading: &'r Reading<'_>, mention: &Mention) -> Option<Claim<'r>> {
    let kinds = reading.lexicon.kinds().iter();
    let claims = kinds.filter(|kind| takes(kind, mention)).filter_map(|kind| claim(reading, mention, kind));
    claims.min_by_key(|claim| (std::cmp::Reverse(claim.conditions), claim.distance))
}

/// Whether a kind's values are of the mention's sort.
fn takes(kind: &Kind, mention: &Mention) -> bool {
    let unit = match &mention.value {
        Value::Amount(amount) => amount.unit.as_ref(),
        _ => None,
    };
    let plain = unit.is_none() && matches!(mention.value, Value::Amount(_));
    match kind.value {
        ValueType::Count => plain && mention.dimension != Dimension::Ordinal && !heads(mention).is_empty(),
        ValueType::Frequency => plain && matches!(mention.dimension, Dimension::Set | Dimension::Quantity),
        ValueType::Ordinal => mention.dimension == Dimension::Ordinal,
        ValueType::Percent => mention.dimension == Dimension::Percent,
        ValueType::Money => mention.dimension == Dimension::Money,
        ValueType::Quantity => unit.is_some_and(|unit| kind.dimension.as_deref() == Some(&*unit.dimension)),
        ValueType::Time => matches!(mention.dimension, Dimension::Date | Dimension::Datetime),
        ValueType::Duration => mention.dimension == Dimension::Duration,
        ValueType::Quote | ValueType::Place | ValueType::Name | ValueType::State | ValueType::Occurrence => {
            false
        }
    }
}

fn heads(mention: &Mention) -> Vec<&str> {
    mention.head.as_deref().into_iter().collect()
}

/// How well a kind claims a mention; none where a condition fails.
fn claim<'k>(reading: &Reading<'_>, mention: &Mention, kind: &'k Kind) -> Option<Claim<'k>> {
    let sentence = reading.sentences.get(reading.sentence_of(mention.words.start))?;
    let clause = sentence.clause_words(sentence.clause(mention.words.start));
    if !is_plausible(reading, kind, &mention.value) || !has_head(reading, mention, kind, &clause)
    {
        return None;
    }
    if !kind.context.is_empty() && !has_any(reading, sentence.words.clone(), &kind.context) {
        return None;
    }
    let anchor = if kind.triggers.is_empty() {
        mention.words.start
    } else {
        let in_clause = nearest(reading, clause.clone(), mention, &kind.triggers);
        in_clause.or_else(|| {
            nearest(reading, sentence.words.clone(), mention, &kind.triggers).filter(|_| binds_across(kind))
        })?
    };
    let distance = anchor.abs_diff(mention.words.start);
    let excluded = nearest(reading, clause.clone(), mention, &kind.unless)
        .is_some_and(|word| word.abs_diff(mention.words.start) < distance);
    if excluded || (kind.value == ValueType::Time && is_of_another_verb(reading, mention, &clause, anchor)) {
        return None;
    }
    let conditions =
        [&kind.heads, &kind.triggers, &kind.context].iter().filter(|list| !list.is_empty()).count();
    (distance <= REACH * 2).then_some(Claim { kind, anchor, distance, conditions })
}

/// Whether a kind may find its trigger in another clause of the sentence: when its own noun names it.
const fn binds_across(kind: &Kind) -> bool {
    !kind.heads.is_empty()
}

fn carries_any(reading: &Reading<'_>, word: usize, concepts: &[String]) -> bool {
    reading.words.get(word).is_some_and(|word| concepts.iter().any(|concept| word.has_concept(concept)))
}

fn has_any(reading: &Reading<'_>, words: Range<usize>, concepts: &[String]) -> bool {
    let words = reading.words.get(words).unwrap_or_default();
    words.iter().any(|word| concepts.iter().any(|concept| word.has_concept(concept)))
}

fn nearest(
    reading: &Reading<'_>,
    words: Range<usize>,
    mention: &Mention,
    concepts: &[String],
) -> Option<usize> {
    let carries = |idx: &usize| {
        let inside = mention.words.contains(idx);
        let word = reading.words.get(*idx);
        word.is_some_and(|word| concepts.iter().any(|concept| word.has_concept(concept)))
            && (!inside || mention.words.len() > 1)
    };
    words
        .filter(carries)
        .min_by_key(|idx| idx.abs_diff(mention.words.start))
        .filter(|idx| idx.abs_diff(mention.words.start) <= REACH)
}

/// Whether a date belongs to another verb of its clause: one that stands between it and the word which
/// would bind it, or, where that word comes later, one that stands nearer before it. On Tuesday he *said*;
/// on Wednesday she *invited* him to visit.
fn is_of_another_verb(
    reading: &Reading<'_>,
    mention: &Mention,
    clause: &Range<usize>,
    anchor: usize,
) -> bool {
    let at = mention.words.start;
    let rivals = if anchor < at { anchor + 1..at } else { at.saturating_sub(anchor - at)..anchor };
    let is_rival = |word: &usize| {
        clause.contains(word) && reading.words.get(*word).is_some_and(|found| is_verb(found) && !found.is_noun())
    };
    rivals.into_iter().any(|word| is_rival(&word))
}

/// Whether the value can be of the kind at all.
fn is_plausible(reading: &Reading<'_>, kind: &Kind, value: &Value) -> bool {
    let Some(bounds) = kind.plausible.as_deref() else { return true };
    let bounds = match value {
        Value::Duration(_) => notation::duration(bounds).ok().map(Value::Duration),
        Value::Amount(_) => {
            notation::amount(bounds, |code| reading.lexicon.unit(code)).ok().map(Value::Amount)
        }
        Value::Time(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => None,
    };
    let stated = match value {
        Value::Duration(duration) => duration.form.stated().first().map(|period| Value::Duration(Duration::new(Form::Exactly(**period)))),
        Value::Amount(amount) => {
            amount.form.stated().first().map(|number| Value::Amount(Amount::new(Form::Exactly(**number), amount.unit.clone())))
        }
        Value::Time(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => None,
    };
    bounds.zip(stated).is_none_or(|(bounds, stated)| compare(&stated, &bounds) != Comparison::Disjoint)
}

/// Whether the counted thing, what it is made of, or for measures the thing nearest is one of the kind's.
fn has_head(reading: &Reading<'_>, mention: &Mention, kind: &Kind, clause: &Range<usize>) -> bool {
    if kind.heads.is_empty() {
        return true;
    }
    let is_head = |concept: &str| kind.heads.iter().any(|head| head == concept);
    match kind.value {
        ValueType::Count | ValueType::Frequency => {
            let complement = complement(reading, mention);
            let own = heads(mention);
            let times = kind.value == ValueType::Frequency && mention.dimension == Dimension::Set;
            times || complement.map_or_else(|| own.iter().any(|head| is_head(head)), is_head)
        }
        ValueType::Ordinal
        | ValueType::Percent
        | ValueType::Money
        | ValueType::Quantity
        | ValueType::Time
        | ValueType::Duration
        | ValueType::Quote
        | ValueType::Place
        | ValueType::Name
        | ValueType::State
        | ValueType::Occurrence => nearest_thing(reading, mention, clause).is_some_and(is_head),
    }
}

/// The thing behind "of" after a measure noun: three million rounds *of artillery shells*.
fn complement<'r>(reading: &'r Reading<'_>, mention: &Mention) -> Option<&'r str> {
    let of = reading.words.get(mention.words.end)?;
    let next = if of.is_function(Function::Of) || of.is_function(Function::From) {
        mention.words.end + 1
    } else {
        return None;
    };
    let concept = |idx| {
        reading
            .words
            .get(idx)
            .and_then(|word: &crate::extract::word::Word| word.concept())
            .map(|(concept, _)| concept)
    };
    concept(next)
}

/// The counted thing of any kind that stands nearest to a measure, before it first.
fn nearest_thing<'r>(reading: &'r Reading<'_>, mention: &Mention, clause: &Range<usize>) -> Option<&'r str> {
    let all_heads = |concept: &str| {
        reading.lexicon.kinds().iter().any(|kind| kind.heads.iter().any(|head| head == concept))
    };
    let thing = |idx: usize| {
        reading
            .words
            .get(idx)
            .and_then(|word| word.concept())
            .map(|(concept, _)| concept)
            .filter(|concept| all_heads(concept))
    };
    let before = (clause.start..mention.words.start)
        .rev()
        .find_map(|idx| Some((mention.words.start - idx, thing(idx)?)));
    let after =
        (mention.words.end..clause.end).find_map(|idx| Some((idx - mention.words.end + 1, thing(idx)?)));
    [before, after].into_iter().flatten().min_by_key(|(distance, _)| *distance).map(|(_, thing)| thing)
}

/// The value in the type of the kind.
fn typed(kind: &Kind, mention: &Mention) -> Value {
    match (&mention.value, kind.value) {
        (Value::Duration(Duration { form, precision }), ValueType::Duration) => {
            Value::Duration(Duration { form: form.clone(), precision: *precision })
        }
        (value, _) => value.clone(),
    }
}

/// How a relative time became a date.
fn resolved(mention: &Mention, published: Option<&Time>) -> Option<Derivation> {
    let (relative, reference) = (mention.relative.clone()?, *published?);
    Some(Derivation::Resolved { relative, reference })
}

/// Whether the time belongs to a "first since": an ordinal one before it in the clause, and "since" at it.
fn is_first_since(reading: &Reading<'_>, mention: &Mention) -> bool {
    let at = mention.words.start;
    let Some(sentence) = reading.sentences.get(reading.sentence_of(at)) else { return false };
    let clause = sentence.clause_words(sentence.clause(at));
    let since = |idx: usize| reading.words.get(idx).is_some_and(|word| word.is_function(Function::Since));
    let first = |word: &crate::extract::word::Word| {
        word.senses.iter().any(|sense| sense.meaning == Meaning::Ordinal(1))
    };
    (since(at) || at.checked_sub(1).is_some_and(since))
        && reading.words.get(clause.start..at).unwrap_or_default().iter().any(first)
}

/// Turns a fact about "the first since" into one about the event before.
fn precede(fact: &mut Fact, events: &mut Events) {
    if let Some(host) = fact.event.and_then(|idx| events.events.get(idx.0)) {
        let before = event::preceding(host, &fact.value);
        fact.event = Some(events.add(before));
    }
    fact.modality = Modality::Actual;
    if fact.derivation.is_none() {
        fact.derivation = Some(Derivation::FirstSince);
    }
}
