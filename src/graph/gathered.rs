//! What all articles state, one behind the other in their order.

use crate::extract::Extraction;
use crate::extract::away::Away;
use crate::extract::citizen::Citizen;
use crate::extract::demand::Demand;
use crate::extract::doer::Doer;
use crate::extract::fate::Fate;
use crate::extract::figure::Figure;
use crate::extract::host::Host;
use crate::extract::hours::Hour;
use crate::extract::minute::Minute;
use crate::extract::naming::Naming;
use crate::extract::nth::Nth;
use crate::extract::post::Post;
use crate::extract::post::calling::Calling;
use crate::extract::site::Site;
use crate::extract::utterance::Saying;
use crate::extract::whereabouts::Whereabouts;
use crate::fact::slot::Slot;
use crate::fact::topic::Topic;
use crate::fact::{Article, ArticleIdx, Binding, EventIdx, Fact, SlotValue, Stance};
use crate::graph::events::{self, Told};
use crate::lexicon::Lexicon;
use crate::lexicon::schema::telling::Tells;
use crate::value::Value;
use crate::value::place::Place;
use std::ops::Range;

/// What was extracted from all articles; the events of facts are told ones, not joined yet.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) facts: Vec<Fact>,
    pub(super) told: Vec<Told>,
    /// For each article the events that it tells.
    pub(super) tellings: Vec<Range<usize>>,
    /// For each article what it is about.
    pub(super) topics: Vec<Topic>,
    /// For each article the known places that it names.
    pub(super) places: Vec<Vec<Place>>,
    pub(super) figures: Vec<Figure>,
    pub(super) namings: Vec<Naming>,
    pub(super) sayings: Vec<Saying>,
    pub(super) posts: Vec<Post>,
    pub(super) callings: Vec<Calling>,
    pub(super) citizens: Vec<Citizen>,
    pub(super) distances: Vec<Away>,
    pub(super) sites: Vec<Site>,
    pub(super) whereabouts: Vec<Whereabouts>,
    pub(super) doers: Vec<Doer>,
    pub(super) fates: Vec<Fate>,
    pub(super) demands: Vec<Demand>,
    pub(super) hosts: Vec<Host>,
    pub(super) hours: Vec<Hour>,
    pub(super) minutes: Vec<Minute>,
    pub(super) nths: Vec<Nth>,
}

impl Gathered {
    /// Gathers the extractions of articles, one for each.
    pub(super) fn new(articles: &[Article], extractions: Vec<Extraction>, lexicon: &Lexicon) -> Self {
        let mut gathered = Self::default();
        for (article, extraction) in articles.iter().zip(extractions) {
            gathered.add(article, extraction, lexicon);
        }
        gathered
    }

    fn add(&mut self, article: &Article, extraction: Extraction, lexicon: &Lexicon) {
        let offset = self.told.len();
        let idx = ArticleIdx(self.tellings.len());
        let tell = |event| Told { article: idx, story: article.story.clone(), event };
        self.told.extend(extraction.events.into_iter().map(tell));
        for mut fact in extraction.facts {
            let own = fact.event.map(|event| EventIdx(event.0 + offset));
            fact.event = own.or_else(|| imply(&fact, article, &mut self.told, lexicon));
            fact.after = fact.after.map(|event| EventIdx(event.0 + offset));
            date(&fact, &mut self.told, lexicon);
            self.facts.push(fact);
        }
        self.tellings.push(offset..self.told.len());
        self.topics.push(extraction.topic);
        self.places.push(extraction.places);
        self.figures.extend(extraction.figures);
        self.namings.extend(extraction.namings);
        self.sayings.extend(extraction.sayings);
        self.posts.extend(extraction.posts);
        self.callings.extend(extraction.callings);
        self.citizens.extend(extraction.citizens);
        self.distances.extend(extraction.distances);
        self.sites.extend(extraction.sites);
        self.whereabouts.extend(extraction.whereabouts);
        self.doers.extend(extraction.doers);
        self.fates.extend(extraction.fates);
        self.demands.extend(extraction.demands);
        self.hosts.extend(extraction.hosts);
        self.hours.extend(extraction.hours);
        self.minutes.extend(extraction.minutes);
        self.nths.extend(extraction.nths);
    }
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
