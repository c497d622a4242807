//! From text to mentions, events and facts. Names no language; never fails.
//!
//! The order is that of the files: words with their meanings, sentences and clauses, who and where,
//! numbers and times, quotes, who says it, events, and at last the facts that all of these make.

/// Names by the adjective before them.
pub mod announced;
/// Who says it.
pub mod attribution;
/// How far from a place something happened.
pub mod away;
/// What is said of times beside their values.
mod beside;
/// Values bound to kinds.
pub mod bind;
/// The countries of those who are not named.
pub mod citizen;
/// Facts without a number.
pub mod claim;
/// Numbers as mentions.
mod counted;
/// Bare numbers of people.
mod dealt;
/// What somebody asked for.
pub mod demand;
/// Values that are denied.
pub mod denied;
/// Who did what one alone does.
pub mod doer;
/// Who and where.
pub mod entity;
/// What happens.
pub mod event;
/// What became of people.
pub mod fate;
/// Every value with the words around it.
pub mod figure;
/// What a value belongs to.
pub mod frame;
/// Where the next gathering is to be.
pub mod host;
/// From when until when by the clock.
pub mod hours;
/// Which kind a value answers.
pub mod kind;
/// Clock times in their place.
pub mod local;
/// Clocks that are told loosely.
mod loose;
/// Values with their words.
pub mod mention;
/// Minutes of a match.
pub mod minute;
/// Names as mentions.
mod named;
/// Names with the words around them.
pub mod naming;
/// Values under a plain negation.
pub mod negated;
/// Which time it was, the third or the fourth.
pub mod nth;
/// Numerals.
pub mod number;
/// One event after another.
pub mod order;
/// People with others.
pub mod others;
/// Which part of a whole.
pub mod part;
/// Numbers whose noun does not follow them.
pub mod partitive;
/// Who holds which office.
pub mod post;
/// Amounts, money, measures.
pub mod quantity;
/// Quoted words.
pub mod quote;
/// The first, the last, the only one.
pub mod rank;
/// A text as read once.
pub mod reading;
/// Who does what in a clause.
pub mod role;
/// When something was said.
pub mod said;
/// Sentences and clauses.
pub mod sentence;
/// People whom no number counts.
pub mod single;
/// Facilities by their names.
pub mod site;
/// Places and what leads to them.
pub mod spot;
/// Dates and times of day.
pub mod time;
/// Facts told in ways of their own.
pub mod told;
/// What the article is about.
pub mod topic;
/// Quotes with their speakers.
pub mod utterance;
/// The places of acts.
pub mod whereabouts;
/// Words with their meanings.
pub mod word;
/// The day of writing.
pub mod written;

use crate::extract::away::Away;
use crate::extract::citizen::Citizen;
use crate::extract::demand::Demand;
use crate::extract::doer::Doer;
use crate::extract::fate::Fate;
use crate::extract::figure::Figure;
use crate::extract::host::Host;
use crate::extract::hours::Hour;
use crate::extract::mention::Mention;
use crate::extract::minute::Minute;
use crate::extract::naming::Naming;
use crate::extract::nth::Nth;
use crate::extract::post::Post;
use crate::extract::post::calling::{self, Calling};
use crate::extract::reading::Reading;
use crate::extract::site::Site;
use crate::extract::utterance::Saying;
use crate::extract::whereabouts::Whereabouts;
use crate::extract::word::Word;
use crate::fact::terms::Terms;
use crate::fact::topic::Topic;
use crate::fact::{Article, ArticleIdx, Event, Fact};
use crate::lexicon::Lexicon;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::language::Language;
use crate::lexicon::meaning::Id;
use crate::lexicon::schema::function::Function;
use crate::text::Text;
use crate::text::span::Span;
use crate::value::Value;
use crate::value::amount::Form;
use crate::value::place::Place;
use crate::value::time::Time;
use crate::value::unit::Unit;
use std::collections::BTreeMap;

/// What an article states.
#[derive(Clone, Debug, Default)]
pub struct Extraction {
    /// The facts, in the order of the text.
    pub facts: Vec<Fact>,
    /// The events that they hang on.
    pub events: Vec<Event>,
    /// Every value with the words around it.
    pub figures: Vec<Figure>,
    /// Every name with the words around it.
    pub namings: Vec<Naming>,
    /// Who holds which office.
    pub posts: Vec<Post>,
    /// What it calls those whom it names in full.
    pub callings: Vec<Calling>,
    /// The countries of those whom it does not name.
    pub citizens: Vec<Citizen>,
    /// How far from places it says that things happened.
    pub distances: Vec<Away>,
    /// The facilities that it names.
    pub sites: Vec<Site>,
    /// The places of the acts that it tells.
    pub whereabouts: Vec<Whereabouts>,
    /// Who did what one alone does.
    pub doers: Vec<Doer>,
    /// What became of people.
    pub fates: Vec<Fate>,
    /// What somebody asked for.
    pub demands: Vec<Demand>,
    /// Where the next gatherings are to be.
    pub hosts: Vec<Host>,
    /// From when until when by the clock.
    pub hours: Vec<Hour>,
    /// In which minute of a match something was done.
    pub minutes: Vec<Minute>,
    /// Which time it was that a thing was done.
    pub nths: Vec<Nth>,
    /// Who said each quote.
    pub sayings: Vec<Saying>,
    /// What it is about.
    pub topic: Topic,
    /// What it says, word by word.
    pub terms: Terms,
    /// The known places that it names.
    pub places: Vec<Place>,
    /// The time zone that its clocks keep, by its IANA name, where it tells where it is.
    pub zone: Option<String>,
}

/// Reduces an article to its facts. A pure function of the article and the data.
#[must_use]
pub fn extract(article: &Article, idx: ArticleIdx, lexicon: &Lexicon) -> Extraction {
    let Some(mut reading) = Reading::new(article, lexicon) else { return Extraction::default() };
    let written = if article.published.is_none() { written::days(&reading, idx) } else { Vec::new() };
    let day = article.published.or_else(|| written::day(article.supposed.as_ref()?, &written));
    let day = day.as_ref();
    if article.published.is_none() && day.is_some() {
        reading = Reading::from(article, lexicon, day).unwrap_or(reading);
    }
    let mut events = event::recognise(&reading, day);
    local::mark_spoken(&mut reading);
    let zone = local::zone::zone(&reading, &events);
    if local::settle(&mut reading, &events, zone.as_deref()) {
        events = event::recognise(&reading, day);
    }
    // A fact holds what a loose clock may be; figures are compared by how their words tell it.
    let told = loose::settle(&mut reading);
    let mut facts = bind::values(&reading, &mut events, idx, day);
    facts.extend(claim::claims(&reading, &events, idx));
    facts.extend(order::orders(&reading, &events, idx));
    facts.extend(rank::ranks(&reading, &events, idx, day));
    facts.extend(written);
    facts.extend(told::facts(&reading, &events, idx, day));
    told::drop_nobody(&reading, &mut facts);
    local::mark(&reading, &mut facts);
    loose::restore(&mut reading, told);
    let zone = zone.filter(|_| !local::zone::names_clock(&reading, &events));
    facts.sort_by_key(Fact::span);
    let namings = naming::namings(&reading, idx);
    let spots = spot::places(&reading, &namings);
    let mut figures = figure::figures(&reading, &events, idx, &spots, day);
    let lengths = figure::lengths(&facts);
    figures.iter_mut().for_each(|figure| figure.settle(&lengths, lexicon));
    let places = places(&reading);
    let sayings = utterance::sayings(&reading, idx);
    let posts = post::posts(&reading, idx);
    let callings = calling::callings(&reading, idx);
    let citizens = citizen::citizens(&reading, idx);
    let distances = away::distances(&reading, idx, &spots);
    let sites = site::sites(&reading, idx);
    let whereabouts = whereabouts::whereabouts(&reading, idx, &namings, &sites, spots);
    let doers = doer::doers(&reading, idx, &namings);
    let fates = fate::fates(&reading, idx);
    let demands = demand::demands(&reading, idx);
    let hosts = host::hosts(&reading, idx);
    let hours = hours::hours(&reading, idx);
    let minutes = minute::minutes(&reading, idx);
    let nths = nth::nths(&reading, idx);
    let (topic, terms) = (topic::topic(&reading), topic::terms(&reading));
    Extraction {
        facts,
        figures,
        namings,
        posts,
        callings,
        citizens,
        distances,
        sites,
        whereabouts,
        doers,
        fates,
        demands,
        hosts,
        hours,
        minutes,
        nths,
        sayings,
        events: events.events,
        topic,
        terms,
        places,
        zone,
    }
}

/// The known places that a text names, each once.
fn places(reading: &Reading<'_>) -> Vec<Place> {
    let known = reading.entities.iter().filter_map(|entity| entity.place.as_ref());
    let known = known.filter_map(|place| Some((place.id.clone()?, place.clone())));
    known.collect::<BTreeMap<_, _>>().into_values().collect()
}

/// The mentions of an article in order, quotes and names among them, with the language they were read in.
/// Words that only point at somebody ("the ministry", "there", "the president") are no names.
#[must_use]
pub fn mentions<'l>(article: &Article, lexicon: &'l Lexicon) -> (Option<&'l str>, Vec<Mention>) {
    let Some(mut reading) = Reading::new(article, lexicon) else { return (None, Vec::new()) };
    let tag = lexicon.language(&reading.language.tag).map(|language| language.tag.as_str());
    let mut all: Vec<Mention> = named::names(&reading).collect();
    let (vague, lengths, rates) = (vague_times(&reading), reading.lengths_by_the_way(), reading.rates());
    let mut values = std::mem::take(&mut reading.mentions);
    counted::settle(&reading, &mut values);
    beside::tell(&reading, &mut values);
    all.append(&mut values);
    all.extend(vague);
    all.append(&mut reading.quotes);
    all.extend(lengths);
    all.extend(rates);
    all.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end)));
    (tag, all)
}

/// The times without a date, which are no values of facts, where no other value stands.
fn vague_times(reading: &Reading<'_>) -> Vec<Mention> {
    let mut vague = time::vague::recognise(&reading.words, reading.text, reading.language, reading.lexicon);
    vague.retain(|vague| {
        let first = reading.mentions.partition_point(|mention| mention.span.end <= vague.span.start);
        !reading.mentions.get(first).is_some_and(|mention| mention.span.overlaps(&vague.span))
    });
    vague
}

/// The numbers, quantities and times that some words state by themselves, as evidence of a fact file does.
#[must_use]
pub fn read(
    words: &str,
    language: Option<&str>,
    reference: Option<&Time>,
    lexicon: &Lexicon,
) -> Vec<Mention> {
    let declared = language.and_then(|tag| lexicon.language(tag));
    let Some(language) = declared.or_else(|| lexicon.detect(words)) else { return Vec::new() };
    let text = Text::new(words.to_owned());
    let whole = Span::new(0, text.source().len());
    let words = word::words(&text, whole, language, lexicon);
    recognise(&words, &text, language, lexicon, reference, &[])
}

/// Whether a mention is a range of what is counted or paid, whose bare numbers may look like years or a date.
fn is_spread(words: &[Word], mention: &Mention) -> bool {
    let Value::Amount(amount) = &mention.value else { return false };
    let opens = mention.words.start.checked_sub(1).and_then(|before| words.get(before));
    let is_between = |word: Option<&Word>| word.is_some_and(|word| word.is_function(Function::Between));
    let has_unit = amount.unit.as_ref().is_some_and(Unit::is_currency);
    let is_counted =
        mention.head.is_some() && (is_between(words.get(mention.words.start)) || is_between(opens));
    matches!(amount.form, Form::Range(..)) && (has_unit || is_counted)
}

/// Whether a range reaches further than a time that has no word of the calendar: between 1500 and 2000 troops.
fn outreaches(words: &[Word], spread: &Mention, time: &Mention) -> bool {
    let says_when = |word: &Word| {
        word.summary.is_any(Classes::of(&[Class::Calendar, Class::Daypart, Class::Unit]))
            || word.is_function(Function::Year)
    };
    let inside = words.get(time.words.clone()).unwrap_or_default();
    spread.words.start <= time.words.start
        && time.words.end < spread.words.end
        && !inside.iter().any(says_when)
}

/// All numbers, quantities and times of a text, in order and without overlap; times win, but for ranges of
/// counted things.
#[must_use]
pub fn recognise(
    words: &[Word],
    text: &Text,
    language: &Language,
    lexicon: &Lexicon,
    reference: Option<&Time>,
    countries: &[Id],
) -> Vec<Mention> {
    let mut times = time::recognise(words, text, language, lexicon, reference);
    let numerals = number::scan(words, text, language);
    let quantities = quantity::recognise(words, text, language, lexicon, &numerals, countries);
    let spreads: Vec<&Mention> = quantities.iter().filter(|mention| is_spread(words, mention)).collect();
    times.retain(|time| {
        let first = spreads.partition_point(|spread| spread.span.end <= time.span.start);
        !spreads.get(first).is_some_and(|spread| outreaches(words, spread, time))
    });
    let free = |mention: &Mention| {
        let first = times.partition_point(|time| time.span.end <= mention.span.start);
        !times.get(first).is_some_and(|time| time.span.overlaps(&mention.span))
    };
    let mut mentions: Vec<Mention> = quantities.into_iter().filter(free).collect();
    mentions.extend(times);
    mentions.sort_by_key(|mention| mention.span);
    mentions
}
