//! Languages, units, places and kinds as data, compiled for look-up.
//!
//! A language is one YAML file and one line in `embedded`; no other module names one. The look-up gives
//! meanings; what they are worth in a sentence is for the engine to say.

/// Days of other calendars.
pub mod calendar;
/// Classes of meanings as bits.
pub mod class;
mod contrasted;
mod doubted;
/// The compiled data files.
pub mod embedded;
/// Languages that are not read.
pub mod foreign;
/// Places, countries, people.
pub mod gazetteer;
/// Days of the Hindu calendars.
pub mod hindu;
/// Days with a name.
pub mod holiday;
/// Kinds and events by their concepts.
pub mod index;
/// One language for look-up.
pub mod language;
/// What letters tell of names.
pub mod letters;
/// What a word can mean.
pub mod meaning;
mod numbered;
/// Affixes taken off.
pub mod peel;
/// Affixes laid out.
pub mod peeling;
/// Quoted words as values.
pub mod quoted;
/// Look-ups kept from text to text.
pub mod recall;
/// Words of a reviewer as values.
pub mod resolve;
/// The data files as typed records.
pub mod schema;
mod script;
/// Ways of telling a kind.
pub mod shape;
mod sieve;
/// Names by their sounds.
pub mod spelling;
/// Words laid out for look-up.
pub mod table;
/// Units and currencies.
pub mod units;
/// Common words.
pub mod vocabulary;
/// Time zones.
pub mod zones;

use crate::lexicon::gazetteer::Gazetteer;
use crate::lexicon::index::{Bounds, Index, KindMarks};
use crate::lexicon::language::Language;
use crate::lexicon::schema::event::EventType;
use crate::lexicon::schema::holiday::Holiday;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::lexicon::units::Units;
use crate::text::hash;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

/// The group of the concepts of people.
const PEOPLE: &str = "people";

/// The group of the concepts of what is done to people alone.
const DONE_TO_PEOPLE: &str = "done-to-people";

/// The group of the concepts of what has another price every minute.
const TRADED: &str = "traded";

/// All data. What no user changes is read once in a process.
#[derive(Debug)]
pub struct Lexicon {
    /// The languages, in the order of [`embedded::LANGUAGES`].
    pub languages: Arc<[Language]>,
    /// Units and currencies.
    pub units: Arc<Units>,
    /// Places, countries and people.
    pub gazetteer: Arc<Gazetteer>,
    /// Days that have a name, by their ids.
    pub holidays: Arc<BTreeMap<String, Holiday>>,
    /// Meanings with those of which each is the opposite.
    opposites: Arc<BTreeMap<String, Vec<String>>>,
    /// Meanings that exclude others of their sort, with what tells the sort and the meaning.
    sorts: Arc<BTreeMap<String, String>>,
    /// The concepts of people, by their keys.
    people: FxHashSet<u64>,
    /// The concepts of what is done to people alone, by their keys.
    done_to_people: FxHashSet<u64>,
    /// The concepts of what is traded on markets, by their keys.
    traded: FxHashSet<u64>,
    kinds: Vec<Kind>,
    groups: BTreeMap<String, Vec<String>>,
    events: Vec<EventType>,
    index: Index,
}

/// What no user changes.
#[derive(Clone, Debug)]
struct Words {
    languages: Arc<[Language]>,
    units: Arc<Units>,
    gazetteer: Arc<Gazetteer>,
    holidays: Arc<BTreeMap<String, Holiday>>,
    opposites: Arc<BTreeMap<String, Vec<String>>>,
    sorts: Arc<BTreeMap<String, String>>,
}

impl Words {
    fn read() -> Self {
        let shared = embedded::shared();
        let mut opposites: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (one, other) in &shared.opposites {
            opposites.entry(one.clone()).or_default().push(other.clone());
            opposites.entry(other.clone()).or_default().push(one.clone());
        }
        let sorted = shared
            .sorts
            .iter()
            .flat_map(|(sort, ids)| ids.iter().map(move |id| (id.clone(), format!("{sort}:{id}"))));
        Self {
            sorts: Arc::new(sorted.collect()),
            languages: embedded::LANGUAGES.iter().map(|(_, bytes)| Language::new(bytes)).collect(),
            units: Arc::new(Units::new(&shared)),
            gazetteer: Arc::new(Gazetteer::new(embedded::places(), shared)),
            holidays: Arc::new(embedded::holidays().holidays),
            opposites: Arc::new(opposites),
        }
    }
}

impl Lexicon {
    /// The embedded data.
    #[must_use]
    pub fn embedded() -> Self {
        static WORDS: OnceLock<Words> = OnceLock::new();
        let Words { languages, units, gazetteer, holidays, opposites, sorts } =
            WORDS.get_or_init(Words::read).clone();
        let kinds = embedded::kinds();
        let group = |group: &str| kinds.groups.get(group).into_iter().flatten().map(hash::of).collect();
        Self {
            index: Index::new(&kinds.kinds, &kinds.events, &units),
            languages,
            units,
            gazetteer,
            holidays,
            opposites,
            sorts,
            people: group(PEOPLE),
            done_to_people: group(DONE_TO_PEOPLE),
            traded: group(TRADED),
            kinds: kinds.kinds,
            groups: kinds.groups,
            events: kinds.events,
        }
    }

    /// Adds a user's kinds; a kind with the id of an embedded one replaces it.
    pub fn add_kinds(&mut self, mut kinds: Vec<Kind>) {
        kinds.iter_mut().for_each(|kind| kind.expand(&self.groups));
        self.kinds.retain(|known| kinds.iter().all(|kind| kind.id != known.id));
        self.kinds.extend(kinds);
        self.index = Index::new(&self.kinds, &self.events, &self.units);
    }

    /// The kinds of facts.
    #[must_use]
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// The kinds of facts with the concepts that they ask for.
    pub fn marked_kinds(&self) -> impl Iterator<Item = (&Kind, &KindMarks)> {
        self.kinds.iter().zip(&self.index.kinds)
    }

    /// The kinds whose values are told in a way, in their order.
    pub fn told(&self, telling: Telling) -> impl Iterator<Item = &Kind> {
        self.index.told.get(&telling).into_iter().flatten().filter_map(|idx| self.kinds.get(*idx))
    }

    /// The bounds of what the values of a kind can be.
    #[must_use]
    pub fn bounds(&self, kind: &Kind) -> Option<&Bounds> {
        self.index.bounds.get(*self.index.kind_ids.get(&kind.id)?)
    }

    /// The members of categories that a concept or a role is: the place of each kind among all, and its state.
    pub fn members(&self, concept: &str) -> impl Iterator<Item = (usize, &str)> {
        let listed = self.index.members.get(concept).into_iter().flatten();
        listed.filter_map(|(kind, state)| {
            let state = self.kinds.get(*kind)?.states.get(*state)?;
            Some((*kind, state.state.as_str()))
        })
    }

    /// The kinds whose values are told by the words beside them, with the concepts that they ask for.
    pub fn value_kinds(&self) -> impl Iterator<Item = (&Kind, &KindMarks)> {
        let kind = |idx: &usize| Some((self.kinds.get(*idx)?, self.index.kinds.get(*idx)?));
        self.index.values.iter().filter_map(kind)
    }

    /// The kinds that no number states.
    pub fn claim_kinds(&self) -> impl Iterator<Item = &Kind> {
        self.index.claims.iter().filter_map(|idx| self.kinds.get(*idx))
    }

    /// A kind by its id.
    #[must_use]
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.get(*self.index.kind_ids.get(id)?)
    }

    /// Whether a concept is what a kind counts or measures.
    #[must_use]
    pub fn is_head(&self, concept: &str) -> bool {
        self.index.heads.contains(concept)
    }

    /// The broader concept of one, both by their keys: of a police dog, a dog. Read when first asked for, which
    /// who only reads values never does.
    #[must_use]
    pub fn broader(&self, concept: u64) -> Option<u64> {
        static BROADER: OnceLock<FxHashMap<u64, u64>> = OnceLock::new();
        let keys = |(id, broader): (String, String)| (hash::of(&id), hash::of(&broader));
        let all = BROADER.get_or_init(|| embedded::broader().into_iter().map(keys).collect());
        all.get(&concept).copied()
    }

    /// The broader concept of one, both by their names.
    #[must_use]
    pub fn broader_of(&self, concept: &str) -> Option<&'static str> {
        static BROADER: OnceLock<BTreeMap<String, String>> = OnceLock::new();
        BROADER.get_or_init(embedded::broader).get(concept).map(String::as_str)
    }

    /// Whether a concept, by its key, is of what is traded on markets.
    #[must_use]
    pub fn is_traded(&self, concept: u64) -> bool {
        self.traded.contains(&concept)
    }

    /// Whether a concept, by its key, is of people.
    #[must_use]
    pub fn is_of_people(&self, concept: u64) -> bool {
        self.people.contains(&concept)
    }

    /// Whether a concept, by its key, is of what is done to people alone.
    #[must_use]
    pub fn is_done_to_people(&self, concept: u64) -> bool {
        self.done_to_people.contains(&concept)
    }

    /// The types of events.
    #[must_use]
    pub fn events(&self) -> &[EventType] {
        &self.events
    }

    /// The type of event that a concept mentions.
    #[must_use]
    pub fn mentioned_event(&self, concept: &str) -> Option<&EventType> {
        self.events.get(*self.index.events.get(concept)?)
    }

    /// A type of event by its id.
    #[must_use]
    pub fn event(&self, id: &str) -> Option<&EventType> {
        self.events.get(*self.index.event_ids.get(id)?)
    }

    /// The language with this tag or, for `ar-EG`, with its first part.
    #[must_use]
    pub fn language(&self, tag: &str) -> Option<&Language> {
        let primary = tag.split('-').next().unwrap_or(tag);
        self.languages.iter().find(|language| language.tag == tag || language.tag == primary)
    }

    /// The first language written in this script.
    #[must_use]
    pub fn language_of_script(&self, script: &str) -> Option<&Language> {
        self.languages.iter().find(|language| language.script == script)
    }
}
