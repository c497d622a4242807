//! The knowledge graph: articles, facts, events and questions, linked. The only place that names petgraph.

mod candidates;
/// Currencies of one name.
mod currencies;
mod gathered;
mod keys;
mod meeting;
mod news;
mod opposed;
mod persons;
mod sayings;
mod stories;
mod unasked;
mod utterance;

/// Figures that several articles give.
pub mod alike;
/// Decisions of a person on names.
pub mod decision;
/// Mentions of one event, joined.
pub mod events;
/// From facts to questions.
pub mod link;
/// Names that several articles give.
pub mod namesake;
/// Which articles may tell of one thing.
pub mod neighbours;
/// Nodes, edges and paths.
pub mod network;
/// Articles that copy one another.
pub mod origin;
/// Questions and their value classes.
pub mod question;
/// When things were, all together.
pub mod times;
/// The days of articles that nobody dated.
pub mod undated;

use crate::extract::{Extraction, local};
use crate::fact::slot::Slot;
use crate::fact::{Article, ArticleIdx, Event, EventIdx, Fact, FactIdx};
use crate::graph::alike::Odd;
use crate::graph::alike::weighed::Weighed;
use crate::graph::alike::wording::Wordings;
use crate::graph::events::Joined;
use crate::graph::gathered::Gathered;
use crate::graph::namesake::Namesakes;
use crate::graph::neighbours::{Neighbourhood, Neighbours};
use crate::graph::opposed::Ground;
use crate::graph::question::Question;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::telling::Tells;
use crate::value::Value;
use crate::value::place::Place;
use crate::value::time::Time;
use std::collections::BTreeMap;
use std::ops::Range;

/// Everything that is known, linked across articles.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    /// The articles, in canonical order.
    pub articles: Vec<Article>,
    /// The events, joined across articles; a fact's `event` is an index into them.
    pub events: Vec<Event>,
    /// The facts, in the order of the articles and of their text; those derived from others last.
    pub facts: Vec<Fact>,
    /// The questions that two or more facts answer, and those of single facts.
    pub questions: Vec<Question>,
    /// Which articles may tell of one thing.
    pub neighbourhood: Neighbourhood,
    /// For each article the known places that it names.
    pub places: Vec<Vec<Place>>,
    /// For each article the number of its origin, from 1; copies of one text share it.
    pub origins: Vec<usize>,
    /// The figures of near articles that differ, weighed.
    pub weighed: Weighed,
    /// In which words the articles of heaps tell their figures.
    pub wordings: Wordings,
}

/// Links what the articles state; `extractions` holds one entry for each article, in the same order.
#[must_use]
pub fn link(mut articles: Vec<Article>, mut extractions: Vec<Extraction>, lexicon: &Lexicon) -> Knowledge {
    let found = stories::part(&mut articles, &extractions, lexicon);
    undated::place(&articles, &mut extractions);
    currencies::settle(&articles, &mut extractions, lexicon);
    keep_one_time(&articles, &mut extractions, lexicon);
    persons::join(&articles, &mut extractions, lexicon);
    news::join(&articles, &mut extractions, lexicon);
    unasked::drop(&articles, &mut extractions, lexicon);
    let mut gathered = Gathered::new(&articles, extractions, lexicon);
    let mut facts = std::mem::take(&mut gathered.facts);
    let odd = Odd::new(&gathered.figures);
    let neighbourhood = Neighbourhood::new(std::mem::take(&mut gathered.topics), odd, found);
    let neighbours = Neighbours::new(&neighbourhood);
    let Joined { events, of, .. } = events::join(&gathered.told, &neighbours, lexicon);
    hang(&mut facts, &of);
    find_named(&mut facts, &gathered.tellings, &of, &events, lexicon);
    let story =
        |fact: &Fact| articles.get(fact.article.0).map(|article| article.story.clone()).unwrap_or_default();
    let mut questions = link::questions(&facts, story, &neighbourhood, lexicon);
    let (speakers, answers) = sayings::questions(&facts, &questions, &gathered.sayings);
    facts.extend(speakers);
    questions.extend(answers);
    let namesakes = Namesakes::new(&gathered.namings, &articles, lexicon);
    namesakes.unite(&mut gathered.figures);
    let (namings, places) = (gathered.namings.as_slice(), gathered.places.as_slice());
    let ground = Ground { articles: &articles, namings, places, neighbours: &neighbours, lexicon };
    let known = alike::Known {
        facts: &facts,
        questions: &questions,
        articles: &articles,
        places,
        namings,
        neighbourhood: &neighbourhood,
        lexicon,
    };
    let are_near = |left: ArticleIdx, right: ArticleIdx| neighbours.are_near(left, right);
    let alike = alike::questions(&gathered.figures, &known, story, are_near);
    facts.extend(alike.facts);
    questions.extend(alike.questions);
    let wordings = Wordings::new(&gathered.figures, &neighbourhood);
    let (named, answers) = namesake::questions(&namesakes, &articles, facts.len(), are_near, lexicon);
    facts.extend(named);
    questions.extend(answers);
    opposed::ask(&ground, &gathered, &mut facts, &mut questions);
    let origins = origin::origins(&articles);
    let (places, weighed) = (gathered.places, alike.weighed);
    let mut knowledge =
        Knowledge { articles, events, facts, questions, neighbourhood, places, origins, weighed, wordings };
    let derived = times::derived(&knowledge, lexicon);
    knowledge.facts.extend(derived);
    knowledge
}

/// Hangs facts on the joined events, of which `of` tells the one of each told event.
fn hang(facts: &mut [Fact], of: &[EventIdx]) {
    for fact in facts {
        fact.event = fact.event.and_then(|event| of.get(event.0).copied());
        fact.after = fact.after.and_then(|event| of.get(event.0).copied());
    }
}

/// Finds the events that the facts on an order of events name: the one that came after, and the one before it.
fn find_named(
    facts: &mut [Fact],
    tellings: &[Range<usize>],
    of: &[EventIdx],
    events: &[Event],
    lexicon: &Lexicon,
) {
    let names = |fact: &Fact| lexicon.kind(&fact.kind).is_some_and(|kind| kind.tells == Some(Tells::Order));
    for fact in facts.iter_mut().filter(|fact| fact.after.is_none() && names(fact)) {
        let told = tellings.get(fact.article.0).and_then(|told| of.get(told.clone())).unwrap_or_default();
        fact.event = named(fact, Slot::What, told, events);
        fact.after = named(fact, Slot::Whom, told, events);
    }
}

/// The hour of noon.
const NOON: i8 = 12;

/// Puts the clocks of articles that tell no place into the zone that all others of their story keep.
fn keep_one_time(articles: &[Article], extractions: &mut [Extraction], lexicon: &Lexicon) {
    let mut zones: BTreeMap<&str, BTreeMap<i16, String>> = BTreeMap::new();
    for (article, extraction) in articles.iter().zip(&*extractions) {
        let Some(zone) = &extraction.zone else { continue };
        // Two names of one clock are one.
        let day = article.written().and_then(Time::days).map(|(day, _)| day.at(NOON, 0, 0, 0));
        if let Some(minutes) = day.and_then(|day| lexicon.gazetteer.zones.at(zone, day)) {
            zones.entry(&article.story).or_default().insert(minutes, zone.clone());
        }
    }
    for (article, extraction) in articles.iter().zip(extractions) {
        let told = zones.get(article.story.as_str()).filter(|zones| zones.len() == 1);
        if let Some(zone) = told.and_then(|zones| zones.values().next()).filter(|_| extraction.zone.is_none())
        {
            local::place(extraction, zone, &lexicon.gazetteer.zones);
        }
    }
}

/// The event that a reviewed order names by its type, where the article tells of only one.
fn named(fact: &Fact, slot: Slot, told: &[EventIdx], events: &[Event]) -> Option<EventIdx> {
    let Some([Value::Name(name)]) = fact.slots.get(&slot).map(|filling| filling.values.as_slice()) else {
        return None;
    };
    let is_named = |idx: &&EventIdx| events.get(idx.0).is_some_and(|event| event.event_type == name.name);
    let mut found = told.iter().filter(is_named);
    let first = *found.next()?;
    found.all(|other| *other == first).then_some(first)
}

impl Knowledge {
    /// The article of a fact.
    #[must_use]
    pub fn article_of(&self, fact: FactIdx) -> Option<&Article> {
        self.facts.get(fact.0).and_then(|fact| self.article(fact.article))
    }

    /// An article by its index.
    #[must_use]
    pub fn article(&self, idx: ArticleIdx) -> Option<&Article> {
        self.articles.get(idx.0)
    }

    /// A fact by its index.
    #[must_use]
    pub fn fact(&self, idx: FactIdx) -> Option<&Fact> {
        self.facts.get(idx.0)
    }
}
