//! Figures: every value of a text with what stands around it. Two articles that give one figure in like words
//! agree, whether or not a kind of its own claims it, and contradict each other where they plainly mean one.

/// What stands around a value.
pub mod around;
mod category;
mod cause;
mod choice;
mod converted;
mod course;
mod holder;
/// Numbers that count nothing.
pub mod label;
/// The noun of what is counted.
pub mod noun;
mod rank;
mod rate;
mod share;
mod step;
mod venue;
mod whether;

use crate::extract::bind::{self, scope};
use crate::extract::demand;
use crate::extract::event::Events;
use crate::extract::figure::label::Label;
use crate::extract::figure::noun::{Head, LENGTH};
use crate::extract::local;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::part;
use crate::extract::reading::Reading;
use crate::extract::said;
use crate::extract::word::Word;
use crate::fact::{Anchor, ArticleIdx, Fact, SlotValue};
use crate::lexicon::Lexicon;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::lexicon::schema::telling::Telling;
use crate::text::hash;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::place::Place;
use crate::value::time::Time;
use crate::value::words::Name;
use std::collections::BTreeMap;
use std::ops::Range;

/// The concept of people.
const PEOPLE: &str = "person";

/// A value with what stands around it.
#[derive(Clone, Debug)]
pub struct Figure {
    /// The value as a fact.
    pub fact: Fact,
    /// The type of its value.
    pub sort: ValueType,
    /// The counted noun, or the like; none of a bare number.
    pub head: Option<Head>,
    /// Whether people are counted of whom no more is said.
    pub is_of_anybody: bool,
    /// The words around it that say something, by key; of each the nearest.
    pub words: Vec<Near>,
    /// Its own words.
    pub own: Range<usize>,
    /// Its sentence, by number.
    pub sentence: usize,
    /// Its clause within the sentence.
    pub clause: u16,
    /// The concept of the word that tells what it is the measure of: a length, a depth; of a percentage whether it is a
    /// share of a whole or so much more.
    pub aspect: Option<u64>,
    /// Which part of a whole it is of, where its words say so.
    pub part: Option<SlotValue>,
    /// Whether it is told for a day, a head or the like.
    pub is_rate: bool,
    /// Whether somebody asks for it.
    pub is_asked: bool,
    /// The code of the period for which it is told, where its unit says so.
    pub period: Option<&'static str>,
    /// Whether it tells a difference: in points, as a change of a percentage, or as so much more.
    pub is_step: bool,
    /// Whether it is told for the value before it, in another unit.
    pub is_converted: bool,
    /// Whether it is a bare number that tells an age, which a kind of its own compares.
    pub is_age: bool,
    /// What it is if it counts nothing: the number of what stands before it, flight 412.
    pub label: Option<Label>,
    /// Whether a story has one such value, whatever stands around.
    pub is_of_story: bool,
    /// Whether the words around it are weighed among those of figures like it alone, of which a text has many.
    pub is_aside: bool,
    /// Whether its article gives no other value of the thing that it is told of.
    pub is_sole: bool,
    /// What it is said of, by key, where that must be one: what rose or fell by a percentage.
    pub of: Vec<u64>,
    /// Whether it tells that any thing was done, which no kind of its own asks.
    pub is_any_deed: bool,
    /// The known places that stand around it, with how far off.
    pub places: Vec<(usize, Place)>,
    /// The people whom its clause names in full or by the last part of a name told before.
    pub people: Vec<Name>,
    /// How its words tell a time.
    pub time: TimeWords,
}

impl Figure {
    /// Takes a bare number for the length that a kind makes of it: Addo Mensah, 65. `lengths` are the first facts of
    /// lengths by where they stand.
    pub(super) fn settle(&mut self, lengths: &BTreeMap<Anchor, &Fact>, lexicon: &Lexicon) {
        let is_bare = self.sort == ValueType::Count && self.head.is_none();
        let length = self.fact.anchor().filter(|_| is_bare).and_then(|own| lengths.get(&own));
        let is_of_lengths = |kind: &&Kind| kind.told == Telling::Alike && kind.value == ValueType::Duration;
        if let Some((fact, kind)) = length.zip(lexicon.kinds().iter().find(is_of_lengths)) {
            self.is_age = true;
            self.sort = kind.value;
            self.fact.kind.clone_from(&kind.id);
            self.fact.value = fact.value.clone();
        }
    }
}

/// The first facts of lengths by where they stand.
pub(super) fn lengths(facts: &[Fact]) -> BTreeMap<Anchor, &Fact> {
    let mut lengths = BTreeMap::new();
    for fact in facts.iter().filter(|fact| matches!(fact.value, Value::Duration(_))) {
        if let Some(anchor) = fact.anchor() {
            lengths.entry(anchor).or_insert(fact);
        }
    }
    lengths
}

/// How words tell a time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct TimeWords {
    /// Whether they tell by whose clock: of a zone, of a place, the local one.
    pub is_zoned: bool,
    /// Whether they give the hour as a number, and no mere part of the day.
    pub is_hour: bool,
    /// Whether they leave the day of a clock to the words around.
    pub is_placed: bool,
    /// Whether they tell when something was said.
    pub is_said: bool,
    /// What bounds the time, if anything does: since, until, as of, before, after.
    pub bound: Option<Function>,
}

/// Words that bound what is told by a time.
const BOUNDS: [Function; 5] =
    [Function::After, Function::AsOf, Function::Before, Function::Since, Function::Until];

impl Figure {
    /// A value of a kind that stands in some words of a text, with nothing told of it.
    fn new(reading: &Reading<'_>, fact: Fact, kind: &Kind, own: &Range<usize>) -> Option<Self> {
        let sentence = reading.sentence_of(own.start);
        Some(Self {
            fact,
            sort: kind.value,
            head: None,
            is_of_anybody: false,
            words: Vec::new(),
            own: own.clone(),
            sentence,
            clause: reading.sentences.get(sentence)?.clause(own.start),
            aspect: None,
            part: None,
            is_rate: false,
            is_asked: false,
            period: None,
            is_step: false,
            is_converted: false,
            is_age: false,
            label: None,
            is_of_story: false,
            is_sole: kind.told == Telling::Category,
            of: Vec::new(),
            is_any_deed: kind.is_of_any_deed(),
            is_aside: matches!(kind.told, Telling::Category | Telling::Cause | Telling::Whether),
            places: Vec::new(),
            people: Vec::new(),
            time: TimeWords::default(),
        })
    }
}

/// A word that stands near a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Near {
    /// What it says.
    pub key: u64,
    /// Whether that is broader than what it says itself.
    pub is_broader: bool,
    /// How far from the value it stands, in words: one for a neighbour.
    pub distance: usize,
    /// Where it stands among the words of its text.
    pub at: usize,
}

/// The figures of a text that was written then and names these places, in order.
#[must_use]
pub fn figures(
    reading: &Reading<'_>,
    events: &Events,
    article: ArticleIdx,
    spots: &[(Range<usize>, Place)],
    written: Option<&Time>,
) -> Vec<Figure> {
    let alike: Vec<&Kind> = reading.lexicon.told(Telling::Alike).collect();
    let kind_of = |mention: &Mention| {
        let sort = sort(mention).filter(|_| !reading.is_dateline(mention))?;
        alike.iter().find(|kind| kind.value == sort)
    };
    let figure = |mention: &Mention| {
        let (mention, period) = rate::plain(reading, share::share(reading, mention));
        let mention = &*mention;
        let kind = kind_of(mention).filter(|_| rank::is_one(reading, mention))?;
        let value = mention.value.clone();
        let mut fact = bind::fact(reading, events, article, kind, mention.words.start, &mention.words, value);
        fact.derivation = bind::resolved(mention, written);
        let noun = || noun::substance(reading, mention).or_else(|| noun::behind(reading, mention));
        // A rank is nothing without its noun.
        let is_rank = mention.dimension == Dimension::Ordinal;
        let counted = if mention.head.is_none() && !is_rank { noun() } else { None };
        Some(Figure {
            head: noun::head(reading, mention),
            is_of_anybody: mention.head.as_deref() == Some(PEOPLE),
            words: around::words(reading, &mention.words, counted),
            aspect: aspect(reading, mention, kind).or_else(|| step::side(reading, mention)),
            part: part::part(reading, mention, true),
            is_rate: period.is_some() || scope::is_per(reading, mention),
            is_asked: demand::is_asked(reading, mention),
            period,
            is_step: step::is_step(reading, mention),
            is_converted: converted::is_converted(reading, mention),
            label: label::label(reading, mention),
            places: around::places(reading, &mention.words),
            people: people(reading, mention),
            time: time_words(reading, mention),
            ..Figure::new(reading, fact, kind, &mention.words)?
        })
    };
    let mut figures = Vec::with_capacity(reading.mentions.len() + reading.sentences.len());
    figures.extend(reading.mentions.iter().filter_map(figure));
    figures.append(&mut choice::choices(reading, events, article));
    figures.append(&mut cause::causes(reading, events, article));
    figures.append(&mut category::categories(reading, events, article));
    figures.append(&mut holder::holders(reading, events, article));
    figures.append(&mut venue::venues(reading, events, article, spots));
    figures
}

/// The people of whom a value may be told: none of a way or of the length of a thing, which belongs to nobody.
fn people(reading: &Reading<'_>, mention: &Mention) -> Vec<Name> {
    let is_length =
        matches!(&mention.value, Value::Amount(amount) if amount.dimension().is_some_and(|of| of == LENGTH));
    if is_length { Vec::new() } else { around::people(reading, &mention.words) }
}

/// How the words of a mention tell a time.
fn time_words(reading: &Reading<'_>, mention: &Mention) -> TimeWords {
    if !matches!(mention.dimension, Dimension::Date | Dimension::Datetime) {
        return TimeWords::default();
    }
    let is_number = |word: &Word| {
        let number = |meaning: &Meaning| matches!(meaning, Meaning::Cardinal(_) | Meaning::Ordinal(_));
        word.kind == TokenKind::Digits || word.senses.iter().any(|sense| number(&sense.meaning))
    };
    let words = reading.words.get(mention.words.clone()).unwrap_or_default();
    let is_clock = mention.dimension == Dimension::Datetime;
    // "As of" is two words.
    let leads = |function: &Function| {
        let first = if *function == Function::AsOf { 2 } else { 1 };
        let mut led = mention.words.start.saturating_sub(first)..=mention.words.start;
        led.any(|at| reading.words.get(at).is_some_and(|word| word.is_function(*function)))
    };
    TimeWords {
        is_zoned: is_clock && local::tells_zone(reading, mention),
        is_hour: is_clock && words.iter().any(is_number),
        is_placed: mention.is_placed || mention.is_day_inherited,
        is_said: said::dates(reading, mention),
        bound: BOUNDS.into_iter().find(leads),
    }
}

/// How far before and behind a measure the word stands that tells what it is of, in words.
const ASPECT: (usize, usize) = (6, 3);

/// What a value is the measure of, by the nearest word of the kind in its clause with no other figure between.
fn aspect(reading: &Reading<'_>, mention: &Mention, kind: &Kind) -> Option<u64> {
    let sentence = reading.sentences.get(reading.sentence_of(mention.words.start))?;
    let clause = sentence.clause_words(sentence.clause(mention.words.start));
    let (start, end) = (mention.words.start, mention.words.end);
    let told = |at: usize| {
        let word = reading.words.get(at)?;
        word.first_of(&kind.triggers).map(hash::of)
    };
    let before = (start.saturating_sub(ASPECT.0).max(clause.start)..start).rev();
    let behind = end..(end + ASPECT.1).min(clause.end);
    let is_figure = |at: &usize| !reading.mentions_in(*at..at + 1).is_empty();
    let nearest = |words: &mut dyn Iterator<Item = usize>| {
        let mut words = words.take_while(|at| !is_figure(at)).enumerate();
        words.find_map(|(distance, at)| Some((distance, told(at)?)))
    };
    let (before, behind) = (nearest(&mut before.into_iter()), nearest(&mut behind.into_iter()));
    before.into_iter().chain(behind).min_by_key(|(distance, _)| *distance).map(|(_, aspect)| aspect)
}

/// The type of a mention's value, as kinds name it.
fn sort(mention: &Mention) -> Option<ValueType> {
    let has_unit = matches!(&mention.value, Value::Amount(amount) if amount.unit.is_some());
    match mention.dimension {
        Dimension::Number | Dimension::Quantity | Dimension::Range if has_unit => Some(ValueType::Quantity),
        Dimension::Number | Dimension::Quantity | Dimension::Range => Some(ValueType::Count),
        Dimension::Percent => Some(ValueType::Percent),
        Dimension::Money => Some(ValueType::Money),
        Dimension::Duration => Some(ValueType::Duration),
        Dimension::Date | Dimension::Datetime => Some(ValueType::Time),
        // Much happens at one hour of no day.
        Dimension::Time => None,
        Dimension::Set => Some(ValueType::Frequency),
        Dimension::Ordinal => Some(ValueType::Ordinal),
        Dimension::Quote | Dimension::Name => None,
    }
}

/// The key of a value; equal ones have one key. None of words, names and places.
#[must_use]
pub fn value_key(value: &Value) -> Option<u64> {
    match value {
        Value::Amount(amount) => {
            let base = amount.form.try_map(|number| match &amount.unit {
                Some(unit) => unit.to_base(*number),
                None => Some(*number),
            });
            Some(hash::of(&(base.as_ref().map(|base| base.stated()), amount.dimension())))
        }
        Value::Time(time) => Some(hash::of(&time.seconds()?)),
        Value::Duration(duration) => Some(hash::of(&duration.form)),
        Value::State(state) => Some(hash::of(state)),
        Value::Words(_) | Value::Name(_) | Value::Place(_) => None,
    }
}
