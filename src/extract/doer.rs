//! Doers: who did what one alone does, as who built a bridge, bought a club or signed for a ministry.
//!
//! They are told by the words of the deed: behind *by*, as the subject of its verb, behind the noun of what they made,
//! or behind *to* where something went to them. A country's adjective stands for a doer who is not named: a *Chinese*
//! firm.

/// Countries by their own names.
mod country;
mod light;
/// Who and what the words of a text name.
mod named;
mod tied;

use crate::extract::bind;
use crate::extract::doer::named::Named;
use crate::extract::figure::around;
use crate::extract::naming::Naming;
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Fact, Modality};
use crate::lexicon::meaning::Id;
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::text::hash;
use crate::value::Value;
use crate::value::words::Name;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Furthest that a negation stands before the deed, in words.
const NEGATED: usize = 4;

/// Furthest that what a deed is done to stands from its word, in words.
const SENTENCE: usize = 20;

/// Most names of a sentence that tell of what a deed is told.
const NAMES: usize = 8;

/// How the ids of known makers begin.
const MAKE: &str = "make-";

/// How the ids of deeds end of which something goes to the doer, that befall somebody, that are done in a thing, and that a
/// country does.
const TOWARDS: &str = " to";
const WHOSE: &str = " whom";
const WITHIN: &str = " in";
const COUNTRY: &str = " country";

/// A way in which a deed ties somebody to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tie {
    Agent,
    Receiver,
    Patient,
    Within,
    Country,
}

/// The way that the id of a deed asks for, and the deed.
fn tie(state: &str) -> (Tie, &str) {
    let ties =
        [(TOWARDS, Tie::Receiver), (WHOSE, Tie::Patient), (WITHIN, Tie::Within), (COUNTRY, Tie::Country)];
    let tied = ties.into_iter().find_map(|(end, tie)| Some((tie, state.strip_suffix(end)?)));
    tied.unwrap_or((Tie::Agent, state))
}

/// Somebody who did something.
#[derive(Clone, Debug)]
pub struct Doer {
    /// Who it is, as a fact.
    pub fact: Fact,
    /// What was done, by the states of the kind.
    pub acts: BTreeSet<String>,
    /// What the doer is.
    pub sort: Sort,
    /// The country that the words tell of the doer.
    pub nation: Option<Id>,
    /// All offices of which the text speaks, each by what it is.
    pub offices: BTreeSet<String>,
    /// All countries of which the text speaks.
    pub nations: BTreeSet<Id>,
    /// What the words of its sentence say, by key.
    pub words: BTreeSet<u64>,
    /// What its sentence names beside the doer.
    pub names: Vec<String>,
    /// Whether no word of the name means anything that another language would translate.
    pub is_opaque: bool,
    /// The language, by key.
    pub language: u64,
}

/// What a doer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// A person.
    Person,
    /// A company or another body.
    Body,
    /// The holder of an office who is not named.
    Office,
    /// Somebody of a country who is not named.
    Nation,
}

impl Doer {
    /// Who it is.
    #[must_use]
    pub const fn name(&self) -> Option<&Name> {
        if let Value::Name(name) = &self.fact.value { Some(name) } else { None }
    }
}

/// The doers of a text.
#[must_use]
pub fn doers(reading: &Reading<'_>, article: ArticleIdx, namings: &[Naming]) -> Vec<Doer> {
    let Some(kind) = reading.lexicon.told(Telling::Doer).next() else {
        return Vec::new();
    };
    let sentences = reading.sentences.iter().filter(|sentence| sentence.marks.meets(kind.states.marks()));
    let words = sentences.flat_map(|sentence| sentence.words.clone());
    let deeds: Vec<usize> = words.filter(|at| is_told(reading, kind, *at)).collect();
    if deeds.is_empty() {
        return Vec::new();
    }
    let nation = |word: &Word| word.find(|sense| sense.meaning.nation().cloned());
    let nations = reading.words.iter().filter_map(nation).collect();
    let named = named::all(reading, kind, namings);
    let names = reading.entities.iter().flat_map(|entity| &entity.names);
    let offices = names.flat_map(Name::offices).collect();
    let view = View { reading, kind, article, namings, named, offices, nations };
    deeds.into_iter().flat_map(|at| view.of(at)).collect()
}

/// Whether a word tells a deed.
fn is_told(reading: &Reading<'_>, kind: &Kind, at: usize) -> bool {
    let tells = |word: &Word| word.states(kind).any(|state| word.has_any(&state.concepts));
    reading.words.get(at).is_some_and(tells)
        && !reading.is_in_name(at)
        && !reading.quotes.iter().any(|quote| quote.words.contains(&at))
}

struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    kind: &'r Kind,
    article: ArticleIdx,
    namings: &'r [Naming],
    named: Vec<Named>,
    offices: BTreeSet<String>,
    nations: BTreeSet<Id>,
}

/// A doer that was found.
struct Found<'v> {
    named: Option<&'v Named>,
    nation: Option<(Id, usize)>,
}

impl<'r> View<'r, '_> {
    /// The doers of the deed of a word.
    fn of(&self, at: usize) -> Vec<Doer> {
        let Some(sentence) = self.reading.sentences.get(self.reading.sentence_of(at)) else {
            return Vec::new();
        };
        let modality = self.reading.modality(at);
        if !matches!(modality, Modality::Actual | Modality::Planned) || self.is_negated(at) {
            return Vec::new();
        }
        let near =
            at.saturating_sub(SENTENCE).max(sentence.words.start)..(at + SENTENCE).min(sentence.words.end);
        let has = |with: &Concepts| with.is_empty() || near.clone().any(|near| self.carries(near, with));
        let states = self.word(at).into_iter().flat_map(|word| word.states(self.kind));
        let states = states.filter(|state| self.carries(at, &state.concepts) && has(&state.with));
        let mut ties: BTreeMap<Tie, BTreeSet<String>> = BTreeMap::new();
        let mut with = None;
        for state in states {
            with = Some(&state.with);
            let (tie, act) = tie(&state.state);
            ties.entry(tie).or_default().insert(act.to_owned());
        }
        let found = |tie: Tie| match tie {
            Tie::Agent => self.agent(at, sentence),
            Tie::Receiver => self.receiver(at, sentence),
            Tie::Patient => self.patient(at, sentence),
            Tie::Within => self.within(at, sentence),
            Tie::Country => self.country(at, sentence, with?),
        };
        let all = ties.into_iter();
        all.filter_map(|(tie, acts)| self.doer(at, sentence, found(tie)?, acts)).collect()
    }

    fn doer(&self, at: usize, sentence: &Sentence, found: Found<'_>, acts: BTreeSet<String>) -> Option<Doer> {
        let gazetteer = &self.reading.lexicon.gazetteer;
        let state = || found.nation.as_ref().map(|(code, place)| (gazetteer.state(code), *place..place + 1));
        let (name, words) =
            found.named.map(|named| (named.name.clone(), named.words.clone())).or_else(state)?;
        let fact = bind::bare(self.reading, self.article, self.kind, &words, Value::Name(name));
        let is_known = |at: usize| {
            self.word(at).is_some_and(|word| {
                word.senses
                    .iter()
                    .any(|sense| sense.meaning.concept().is_some_and(|id| !id.starts_with(MAKE)))
            })
        };
        let is_opaque = !words.clone().any(is_known);
        Some(Doer {
            fact,
            acts,
            sort: found.named.map_or(Sort::Nation, |named| named.sort),
            nation: found.nation.map(|(code, _)| code),
            offices: self.offices.clone(),
            nations: self.nations.clone(),
            words: around::sentence_words(self.reading, sentence, &words, |other| other == at),
            names: self.names(&sentence.words, &words),
            is_opaque,
            language: hash::of(&self.reading.language.tag),
        })
    }

    fn word(&self, at: usize) -> Option<&'r Word> {
        self.reading.words.get(at)
    }

    fn carries(&self, at: usize, concepts: &Concepts) -> bool {
        self.word(at).is_some_and(|word| word.has_any(concepts))
    }

    fn is(&self, at: usize, function: Function) -> bool {
        self.word(at).is_some_and(|word| word.is_function(function))
    }

    fn is_negated(&self, at: usize) -> bool {
        (at.saturating_sub(NEGATED)..at).any(|at| self.is(at, Function::Not) || self.is(at, Function::None))
    }

    /// The longest names of some words, but for those of others.
    fn names(&self, words: &Range<usize>, but: &Range<usize>) -> Vec<String> {
        let is_inside = |naming: &&Naming| {
            let is_apart = naming.at.end <= but.start || but.end <= naming.at.start;
            !naming.is_loose && words.contains(&naming.at.start) && is_apart
        };
        self.namings.iter().filter(is_inside).map(|naming| naming.name.name.clone()).take(NAMES).collect()
    }
}
