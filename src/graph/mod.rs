//! The knowledge graph: articles, facts, events and questions, linked. The only place that names petgraph.

mod candidates;
mod keys;
mod meeting;
mod neighbours;
mod news;
mod opposed;
mod persons;
mod posts;
mod sayings;
mod sites;
mod unasked;
mod undated;
mod utterance;
mod whereabouts;

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
/// Nodes, edges and paths.
pub mod network;
/// Articles that copy one another.
pub mod origin;
/// Questions and their value classes.
pub mod question;
/// When things were, all together.
pub mod times;

use crate::extract::{Extraction, local};
use crate::fact::slot::Slot;
use crate::fact::topic::Topic;
use crate::fact::{Article, ArticleIdx, Binding, Event, EventIdx, Fact, FactIdx, SlotValue, Stance};
use crate::graph::alike::weighed::Weighed;
use crate::graph::alike::{Nearness, Odd};
use crate::graph::events::{Joined, Told};
use crate::graph::namesake::Namesakes;
use crate::graph::neighbours::Neighbours;
use crate::graph::question::Question;
use crate::lexicon::Lexicon;
use crate::lexicon::schema::telling::Tells;
use crate::value::Value;
use crate::value::place::Place;
use std::collections::{BTreeMap, BTreeSet};
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
    /// For each article what it is about.
    pub topics: Vec<Topic>,
    /// For each article the known places that it names.
    pub places: Vec<Vec<Place>>,
    /// The odd values of the articles.
    pub odd: Odd,
    /// The stories of many matters, in which little that two facts have in common singles out one thing.
    pub mixed: BTreeSet<String>,
    /// For each article the number of its origin, from 1; copies of one text share it.
    pub origins: Vec<usize>,
    /// The figures of near articles that differ, weighed.
    pub weighed: Weighed,
}

/// Links what the articles state; `extractions` holds one entry for each article, in the same order.
#[must_use]
pub fn link(articles: Vec<Article>, mut extractions: Vec<Extraction>, lexicon: &Lexicon) -> Knowledge {
    undated::place(&articles, &mut extractions);
    keep_one_time(&articles, &mut extractions, lexicon);
    persons::join(&articles, &mut extractions, lexicon);
    news::join(&articles, &mut extractions, lexicon);
    unasked::drop(&articles, &mut extractions, lexicon);
    let (mut facts, mut told, mut tellings) = (Vec::new(), Vec::new(), Vec::new());
    let (mut said, mut posts, mut sites, mut whereabouts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    let (mut topics, mut figures, mut namings, mut places) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (article, extraction) in articles.iter().zip(extractions) {
        let offset = told.len();
        topics.push(extraction.topic);
        figures.extend(extraction.figures);
        namings.extend(extraction.namings);
        places.push(extraction.places);
        said.extend(extraction.sayings);
        posts.extend(extraction.posts);
        sites.extend(extraction.sites);
        whereabouts.extend(extraction.whereabouts);
        let tell = |event| Told { article: ArticleIdx(tellings.len()), story: article.story.clone(), event };
        told.extend(extraction.events.into_iter().map(tell));
        for mut fact in extraction.facts {
            fact.event = fact
                .event
                .map(|event| EventIdx(event.0 + offset))
                .or_else(|| imply(&fact, article, &mut told, lexicon));
            fact.after = fact.after.map(|event| EventIdx(event.0 + offset));
            date(&fact, &mut told, lexicon);
            facts.push(fact);
        }
        tellings.push(offset..told.len());
    }
    let mixed = events::mixed(&told);
    let odd = Odd::new(&figures);
    let neighbours = Neighbours::new(&articles, &topics, &mixed, &odd);
    let Joined { events, of, .. } = events::join(&told, &neighbours, &mixed, lexicon);
    for fact in &mut facts {
        fact.event = fact.event.and_then(|event| of.get(event.0).copied());
        fact.after = fact.after.and_then(|event| of.get(event.0).copied());
    }
    find_named(&mut facts, &tellings, &of, &events, lexicon);
    let story =
        |fact: &Fact| articles.get(fact.article.0).map(|article| article.story.clone()).unwrap_or_default();
    let mut questions = link::questions(&facts, story, &mixed, lexicon);
    let (speakers, answers) = sayings::questions(&facts, &questions, &said);
    facts.extend(speakers);
    questions.extend(answers);
    let nearness = |left: ArticleIdx, right: ArticleIdx| neighbours.nearness(left, right);
    let namesakes = Namesakes::new(&namings, &articles, lexicon);
    namesakes.unite(&mut figures);
    let known = alike::Known::new(&facts, &questions, &articles, &places, &namings, lexicon);
    let alike = alike::questions(&figures, &known, story, nearness);
    let near = |left: ArticleIdx, right: ArticleIdx| nearness(left, right) != Nearness::Apart;
    facts.extend(alike.facts);
    questions.extend(alike.questions);
    let (named, answers) = namesake::questions(&namesakes, &articles, facts.len(), near, lexicon);
    facts.extend(named);
    questions.extend(answers);
    let is_near = |left: ArticleIdx, right: ArticleIdx| nearness(left, right) == Nearness::Near;
    let held = posts::questions(&posts, &namings, &articles, facts.len(), is_near, lexicon);
    facts.extend(held.facts);
    questions.extend(held.questions);
    let found = sites::questions(&sites, &namings, &articles, facts.len(), is_near, lexicon);
    facts.extend(found.facts);
    questions.extend(found.questions);
    let view = whereabouts::View { namings: &namings, articles: &articles, places: &places, lexicon };
    let told = view.questions(&whereabouts, &facts, &questions, is_near);
    facts.extend(told.facts);
    questions.extend(told.questions);
    let origins = origin::origins(&articles);
    let weighed = alike.weighed;
    let mut knowledge =
        Knowledge { articles, events, facts, questions, topics, places, odd, mixed, origins, weighed };
    let derived = times::derived(&knowledge, lexicon);
    knowledge.facts.extend(derived);
    knowledge
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

/// Puts the clocks of articles that tell no place into the zone that all others of their story keep.
fn keep_one_time(articles: &[Article], extractions: &mut [Extraction], lexicon: &Lexicon) {
    let mut zones: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (article, extraction) in articles.iter().zip(&*extractions) {
        zones.entry(&article.story).or_default().extend(extraction.zone.clone());
    }
    for (article, extraction) in articles.iter().zip(extractions) {
        let told = zones.get(article.story.as_str()).filter(|zones| zones.len() == 1);
        if let Some(zone) = told.and_then(|zones| zones.first()).filter(|_| extraction.zone.is_none()) {
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

/// Gives an event that tells no time the one that a fact gives of it.
fn date(fact: &Fact, told: &mut [Told], lexicon: &Lexicon) {
    let dates = |fact: &Fact| {
        let kind = lexicon.kind(&fact.kind)?;
        (kind.event.is_some() && matches!(kind.tells, None | Some(Tells::Start | Tells::During)))
            .then_some(())
    };
    let is_told =
        fact.stance == Stance::Asserted && matches!(fact.value, Value::Time(_)) && dates(fact).is_some();
    if let Some(event) = fact.event.and_then(|event| told.get_mut(event.0)).filter(|_| is_told) {
        let filling = || SlotValue { values: vec![fact.value.clone()], binding: Binding::Inherited };
        event.event.slots.entry(Slot::When).or_insert_with(filling);
    }
}

/// Tells the event that a reviewed fact implies.
fn imply(fact: &Fact, article: &Article, told: &mut Vec<Told>, lexicon: &Lexicon) -> Option<EventIdx> {
    let event = events::implied(fact, lexicon.kind(&fact.kind)?, lexicon)?;
    told.push(Told { article: fact.article, story: article.story.clone(), event });
    Some(EventIdx(told.len() - 1))
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
