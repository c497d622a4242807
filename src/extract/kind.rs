//! Which kind of fact a value belongs to: the words that must stand with it, and those that must not.

mod befallen;
mod plausible;
pub(super) mod timed;

pub use befallen::{COMES_TO, PEOPLE, befalls, is_aboard, tells_what_befell};
pub use plausible::is_plausible;

use crate::extract::event::{is_amount, is_impersonal, is_of_body};
use crate::extract::kind::befallen::{
    has_count, is_counted, is_denied, is_joined, is_nearer_another, is_of_own_deed, is_of_people, is_taken,
    tells_own,
};
use crate::extract::kind::timed::{
    is_distance, is_limit, is_of_another_verb, is_open, is_reference, is_since,
};
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::said;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::concepts::{Concepts, Marks};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::lexicon::shape::ShapeRef;
use crate::value::Value;
use std::cell::OnceCell;
use std::ops::Range;

/// Furthest that a value stands from the word that makes it a fact, in words.
const REACH: usize = 40;

/// Furthest that a length of time stands from what it is of, in words: a text tells many.
const NEAR: usize = 10;

/// Furthest that a word stands before the relative clause that is about it, in words.
const ANTECEDENT: usize = 3;

/// A kind that can claim a value, and how well.
#[derive(Debug)]
pub struct Claim<'k> {
    /// The kind.
    pub kind: &'k Kind,
    /// The word that makes the value a fact of this kind.
    pub anchor: usize,
    /// How far the value stands from it, in words.
    pub distance: usize,
    /// Whether a noun of the kind is part of what was counted or measured.
    pub has_head: bool,
    conditions: usize,
    in_clause: bool,
}

/// The kind that claims the value best: bound in the clause before the sentence, by most conditions, nearest.
#[must_use]
pub fn best<'r>(reading: &'r Reading<'_>, mention: &Mention) -> Option<Claim<'r>> {
    let sentence = reading.sentences.get(reading.sentence_of(mention.words.start))?;
    let has = |asked: &Option<Marks>| asked.is_none_or(|asked| sentence.marks.meets(&asked));
    let sort = Sort::of(reading, mention);
    let kinds = reading.lexicon.value_kinds().filter(|(kind, _)| sort.is_of(kind));
    let shapes = kinds.flat_map(|(kind, asked)| {
        let may_be_told = kind.shapes().zip(&asked.shapes).filter(|(_, asked)| asked.iter().all(has));
        may_be_told.map(move |(shape, _)| (kind, shape))
    });
    let clause = sentence.clause_words(sentence.clause(mention.words.start));
    let place = Place { sentence, clause, thing: OnceCell::new() };
    let claims = shapes.filter_map(|(kind, shape)| claim(reading, mention, kind, shape, &place));
    claims.min_by_key(|claim| (std::cmp::Reverse(claim.conditions), !claim.in_clause, claim.distance))
}

/// Where a mention stands, whatever kind claims it.
struct Place<'r> {
    sentence: &'r Sentence,
    clause: Range<usize>,
    /// The counted thing that stands nearest to it, once a kind asks for one.
    thing: OnceCell<Option<&'r str>>,
}

/// What sort of value a mention is, as kinds ask for it.
struct Sort<'m> {
    dimension: Dimension,
    /// Whether it is a number without a unit.
    is_plain: bool,
    /// The dimension of its unit.
    unit: Option<&'m str>,
    /// Whether something is counted.
    is_counted: bool,
    /// Whether it is a date that tells more than when the text was written or something was said.
    is_date: bool,
}

impl<'m> Sort<'m> {
    fn of(reading: &Reading<'_>, mention: &'m Mention) -> Self {
        let unit = if let Value::Amount(amount) = &mention.value { amount.unit.as_ref() } else { None };
        let is_plain = unit.is_none() && matches!(mention.value, Value::Amount(_));
        let is_date = matches!(mention.dimension, Dimension::Date | Dimension::Datetime);
        Self {
            dimension: mention.dimension,
            is_plain,
            unit: unit.map(|unit| &*unit.dimension),
            is_counted: is_plain && !mention.is_share() && head(reading, mention).is_some(),
            is_date: is_date && !reading.is_dateline(mention) && !said::dates(reading, mention),
        }
    }

    /// Whether a kind's values are of this sort.
    fn is_of(&self, kind: &Kind) -> bool {
        match kind.value {
            ValueType::Count => self.is_counted && self.dimension != Dimension::Ordinal,
            ValueType::Frequency => self.is_plain && self.dimension == Dimension::Quantity,
            ValueType::Ordinal => self.is_plain && self.dimension == Dimension::Ordinal,
            ValueType::Percent => self.dimension == Dimension::Percent,
            ValueType::Money => self.dimension == Dimension::Money,
            ValueType::Quantity => self.unit.is_some() && kind.dimension.as_deref() == self.unit,
            ValueType::Time => self.is_date,
            ValueType::Duration => self.dimension == Dimension::Duration,
            ValueType::Quote
            | ValueType::Place
            | ValueType::Name
            | ValueType::State
            | ValueType::Occurrence => false,
        }
    }
}

/// What is counted: the noun, or people where the number stands for them by itself.
fn head<'m>(reading: &Reading<'_>, mention: &'m Mention) -> Option<&'m str> {
    let people = || is_of_people(reading, mention).then_some(PEOPLE);
    mention.head.as_deref().or_else(people)
}

/// How well a kind claims a mention; none where a condition fails.
fn claim<'r>(
    reading: &'r Reading<'_>,
    mention: &Mention,
    kind: &'r Kind,
    shape: ShapeRef<'r>,
    place: &Place<'r>,
) -> Option<Claim<'r>> {
    let Place { sentence, clause, .. } = place;
    let is_length = kind.value == ValueType::Duration;
    if is_length && (is_distance(reading, mention) || is_open(reading, mention)) {
        return None;
    }
    if kind.value == ValueType::Time && kind.tells.is_none() && is_limit(reading, mention) {
        return None;
    }
    if !has_head(reading, mention, kind, shape, place) {
        return None;
    }
    if !shape.context.is_empty() && !has_any(reading, sentence.words.clone(), shape.context) {
        return None;
    }
    let anchor = anchor(reading, mention, kind, shape, sentence)?;
    if kind.value == ValueType::Time && (is_amount(reading, anchor) || is_of_body(reading, anchor)) {
        return None;
    }
    let tells_own = tells_own(reading, mention, clause);
    if tells_own && is_taken(reading, mention, anchor) {
        return None;
    }
    let counts = kind.value == ValueType::Count && !shape.triggers.is_empty();
    let is_joined = |word: usize| counts && tells_own && is_joined(reading, mention, word);
    if is_joined(anchor)
        || (counts && (has_count(reading, mention, anchor) || is_denied(reading, mention, anchor)))
    {
        return None;
    }
    if counts && kind.event.is_some() && is_of_own_deed(reading, mention, anchor) {
        return None;
    }
    let distance = distance(mention, anchor);
    let excluded = nearest(reading, clause.clone(), mention, shape.unless)
        .is_some_and(|word| self::distance(mention, word) < distance && !is_joined(word));
    let since = kind.value == ValueType::Time && is_since(reading, mention);
    let rivals =
        || is_of_another_verb(reading, mention, clause, anchor) || is_reference(reading, mention, anchor);
    if excluded || (kind.value == ValueType::Time && !since && rivals()) {
        return None;
    }
    let happens = |kind: &Kind| {
        kind.event.as_deref().and_then(|id| reading.lexicon.event(id)).is_some_and(is_impersonal)
    };
    if (since && happens(kind)) || !is_plausible(reading, kind, &mention.value) {
        return None;
    }
    let conditions =
        [shape.heads, shape.triggers, shape.context].iter().filter(|list| !list.is_empty()).count();
    let most = if is_length { NEAR } else { REACH * 2 };
    (distance <= most).then_some(Claim {
        kind,
        anchor,
        distance,
        has_head: !shape.heads.is_empty(),
        conditions,
        in_clause: clause.contains(&anchor),
    })
}

/// The word by which a kind claims a mention: the nearest trigger in its clause, in what the clause is said of,
/// or where the kind has a noun of its own in the sentence; the mention itself where the kind has no triggers.
fn anchor(
    reading: &Reading<'_>,
    mention: &Mention,
    kind: &Kind,
    shape: ShapeRef<'_>,
    sentence: &Sentence,
) -> Option<usize> {
    if shape.triggers.is_empty() || (kind.compound && is_compound(reading, mention)) {
        return Some(mention.words.start);
    }
    let clause = sentence.clause_words(sentence.clause(mention.words.start));
    let in_clause = nearest(reading, clause.clone(), mention, shape.triggers);
    let opens = |at: usize| reading.words.get(at).is_some_and(|word| word.is_function(Function::Which));
    let is_relative = opens(clause.start);
    // "The containers, which can *hold* 3 million rounds": what is said of them goes on in a clause of its own.
    let before = sentence.clause_words(sentence.clause(mention.words.start).saturating_sub(1));
    let is_of_relative = is_relative || opens(before.start);
    let antecedent = || {
        let before = clause.start.saturating_sub(ANTECEDENT).max(sentence.words.start)..clause.start;
        is_relative.then(|| nearest(reading, before, mention, shape.triggers)).flatten()
    };
    in_clause.or_else(antecedent).or_else(|| {
        nearest(reading, sentence.words.clone(), mention, shape.triggers).filter(|anchor| {
            !shape.heads.is_empty()
                && !tells_own(reading, mention, &clause)
                && (is_of_relative || !is_nearer_another(reading, mention, *anchor))
        })
    })
}

/// Whether the value and its unit are tied into one word before a noun: a 330-pound satellite.
fn is_compound(reading: &Reading<'_>, mention: &Mention) -> bool {
    let words = reading.words.get(mention.words.clone()).unwrap_or_default();
    let last = words.last().is_some_and(|word| word.touches());
    last && words.iter().any(|word| word.is_sign("-"))
}

/// Words between a mention and a word: none inside of it.
fn distance(mention: &Mention, word: usize) -> usize {
    if word < mention.words.start {
        mention.words.start - word
    } else {
        (word + 1).saturating_sub(mention.words.end)
    }
}

fn has_any(reading: &Reading<'_>, words: Range<usize>, concepts: &Concepts) -> bool {
    let words = reading.words.get(words).unwrap_or_default();
    let mut words = words.iter().filter(|word| word.summary.is(Class::Concept));
    words.any(|word| word.has_any(concepts))
}

fn nearest(
    reading: &Reading<'_>,
    words: Range<usize>,
    mention: &Mention,
    concepts: &Concepts,
) -> Option<usize> {
    // A decade in Arabic is a contract as well: of its own words no length is told.
    let is_length = matches!(mention.value, Value::Duration(_));
    let carries = |idx: &usize| {
        let inside = mention.words.contains(idx);
        let word = reading.words.get(*idx).filter(|word| word.summary.is(Class::Concept));
        word.is_some_and(|word| word.has_any(concepts))
            && (!inside || !is_length && (mention.words.len() > 1 || mention.head.is_some()))
            && !reading.is_in_name(*idx)
            && !is_counted(reading, mention, *idx)
    };
    let near =
        words.start.max(mention.words.start.saturating_sub(REACH))..words.end.min(mention.words.end + REACH);
    near.filter(carries)
        .min_by_key(|idx| distance(mention, *idx))
        .filter(|idx| distance(mention, *idx) <= REACH)
}

/// Whether the counted thing, what it is made of, or for measures the thing nearest is one of the kind's.
fn has_head<'r>(
    reading: &'r Reading<'_>,
    mention: &Mention,
    kind: &Kind,
    shape: ShapeRef<'_>,
    place: &Place<'r>,
) -> bool {
    if shape.heads.is_empty() {
        return true;
    }
    let is_head = |concept: &str| shape.heads.position(concept).is_some();
    let thing = || *place.thing.get_or_init(|| nearest_thing(reading, mention, &place.clause));
    match kind.value {
        ValueType::Count | ValueType::Frequency => {
            let complement = complement(reading, mention);
            let own = head(reading, mention);
            let times = kind.value == ValueType::Frequency && says_how_often(reading, mention);
            times || own.is_some_and(is_head) || complement.is_some_and(is_head)
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
        | ValueType::Occurrence => thing().is_some_and(is_head),
    }
}

/// Whether a mention counts occasions: twice, five times.
fn says_how_often(reading: &Reading<'_>, mention: &Mention) -> bool {
    let words = reading.words.get(mention.words.clone()).unwrap_or_default();
    words.iter().any(|word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Times(_))))
}

/// The thing behind "of" after a measure noun: three million rounds *of artillery shells*.
fn complement<'r>(reading: &'r Reading<'_>, mention: &Mention) -> Option<&'r str> {
    let of = reading.words.get(mention.words.end)?;
    let next = if of.is_function(Function::Of) || of.is_function(Function::From) {
        mention.words.end + 1
    } else {
        return None;
    };
    let concept =
        |idx| reading.words.get(idx).and_then(|word: &Word| word.concept()).map(|(concept, _)| concept);
    let article = reading.words.get(next).is_some_and(Word::is_article);
    concept(if article { next + 1 } else { next })
}

/// The counted thing of any kind that stands nearest to a measure, before it first.
fn nearest_thing<'r>(reading: &'r Reading<'_>, mention: &Mention, clause: &Range<usize>) -> Option<&'r str> {
    let all_heads = |concept: &str| reading.lexicon.is_head(concept);
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
