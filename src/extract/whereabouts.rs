//! Whereabouts: the places of acts that have one place, as where somebody was arrested, where a ship came from or where a
//! body has its seat.
//!
//! They are told by a preposition that ties a place to a word of the act, or by a verb of hosting whose subject is
//! the place. What is denied or only possible has no place.

use crate::extract::bind;
use crate::extract::figure::around;
use crate::extract::naming::Naming;
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::site::Site;
use crate::extract::spot;
use crate::extract::topic::key_at;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Fact, Modality};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::text::hash;
use crate::value::Value;
use crate::value::place::Place;
use std::collections::BTreeSet;
use std::ops::Range;

/// Furthest that an act stands before its place, in words, and behind it.
const BEFORE: usize = 10;
const BEHIND: usize = 3;

/// Furthest that a negation stands before the act.
const NEGATED: usize = 4;

/// Sorts of facilities that are mostly called by the town where they are.
const TOWNS: [&str; 3] = ["airport", "border-crossing", "port"];

/// Most names of a sentence that tell of what an act is told.
const NAMES: usize = 8;

/// How the ids of acts end that come from a place, that lead to one and that go by way of one.
const AWAY: &str = " from";
const TOWARDS: &str = " to";
const THROUGH: &str = " through";

/// The sort of places that people pass through.
const CROSSING: &str = "border-crossing";

/// How near the act stands to a place that something comes from, in words, where a clause parts them.
const CLOSE: usize = 3;

/// The place of an act.
#[derive(Clone, Debug)]
pub struct Whereabouts {
    /// The place as a fact.
    pub fact: Fact,
    /// What the act may be, by the states of its kind.
    pub acts: BTreeSet<String>,
    /// Whether it is only near the place.
    pub is_near: bool,
    /// How large a place it is.
    pub level: Level,
    /// What the words of its sentence say, by key.
    pub words: BTreeSet<u64>,
    /// What its sentence names beside the place.
    pub names: Vec<String>,
    /// The language, by key.
    pub language: u64,
}

/// How large a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// One that was built.
    Facility,
    /// A town or a part of one, or a place of which no more is known.
    Town,
    /// A province or another stretch of land.
    Region,
    /// A state.
    Country,
}

impl Whereabouts {
    /// The place.
    #[must_use]
    pub const fn place(&self) -> Option<&Place> {
        if let Value::Place(place) = &self.fact.value { Some(place) } else { None }
    }
}

/// The whereabouts of the acts of a text.
#[must_use]
pub fn whereabouts(
    reading: &Reading<'_>,
    article: ArticleIdx,
    namings: &[Naming],
    sites: &[Site],
) -> Vec<Whereabouts> {
    let Some(kind) = reading.lexicon.kinds().iter().find(|kind| kind.told == Telling::Whereabouts) else {
        return Vec::new();
    };
    let view = View { reading, kind, article, namings };
    let facilities = sites.iter().filter_map(|site| {
        let Value::Place(place) = &site.fact.value else { return None };
        let known = reading.lexicon.place(&site.name);
        let is_known = known.id.is_some() && !known.within.is_empty();
        let place = Place {
            id: if is_known { known.id } else { place.id.clone() },
            within: known.within,
            ..place.clone()
        };
        Some((site.at.clone(), place))
    });
    let mut places: Vec<(Range<usize>, Place)> = facilities.collect();
    let n_facilities = places.len();
    let is_free = |words: &Range<usize>| {
        sites.iter().all(|site| site.at.end <= words.start || words.end <= site.at.start)
    };
    let others = spot::places(reading, namings).into_iter();
    // A word before a year is no place.
    let is_plain = |words: &Range<usize>, place: &Place| {
        let is_number = place.name.chars().any(char::is_numeric);
        let is_before = || !reading.mentions_in(words.end..words.end + 1).is_empty();
        place.is_listed() || !is_number && (reading.language.grammar.capitals || !is_before())
    };
    places.extend(others.filter(|(words, place)| is_free(words) && is_plain(words, place)));
    let level = |at: usize, place: &Place| {
        let is_called = TOWNS.iter().any(|name| place.types.contains(*name));
        if at < n_facilities && !is_called { Level::Facility } else { level(place) }
    };
    places
        .iter()
        .enumerate()
        .filter_map(|(at, (words, place))| view.place_of(words, place, level(at, place)))
        .collect()
}

/// How large a place is by its types.
fn level(place: &Place) -> Level {
    let has = |names: &[&str]| names.iter().any(|name| place.types.contains(*name));
    if spot::is_country(place) {
        Level::Country
    } else if has(&["facility", "building"]) && !has(&TOWNS) {
        Level::Facility
    } else if has(&["region", "province", "governorate", "state", "sea", "river"]) {
        Level::Region
    } else {
        Level::Town
    }
}

struct View<'r, 'a> {
    reading: &'r Reading<'a>,
    kind: &'r Kind,
    article: ArticleIdx,
    namings: &'r [Naming],
}

impl View<'_, '_> {
    fn place_of(&self, words: &Range<usize>, place: &Place, level: Level) -> Option<Whereabouts> {
        let sentence = self.reading.sentences.get(self.reading.sentence_of(words.start))?;
        let is_told = |at: usize| {
            let modality = self.reading.modality(at);
            matches!(modality, Modality::Actual | Modality::Planned) && !self.is_negated(at)
        };
        let (first, function) = spot::leads(self.reading, words.start).or_else(|| self.based(words.start))?;
        let led = Led { first, function, is_gate: place.types.contains(CROSSING), level };
        if function == Function::From && self.is_of_some(first) {
            return None;
        }
        let (at, acts) = self.acts(&led, words.end, sentence)?;
        if !is_told(at) || self.is_quoted(words.start) {
            return None;
        }
        let fact = Fact {
            evidence: vec![bind::evidence(self.reading, words)],
            ..Fact::new(self.article, self.kind.id.clone(), Value::Place(place.clone()))
        };
        let near = around::words(self.reading, words, Some(at));
        let is_other = |other: &usize| *other != at && !words.contains(other);
        let others = sentence.words.clone().filter(is_other);
        let said = others.filter_map(|at| key_at(self.reading, at)).map(|(key, ..)| key);
        Some(Whereabouts {
            fact,
            acts,
            is_near: function == Function::Near,
            level,
            words: said.chain(near.iter().filter(|near| !near.is_broader).map(|near| near.key)).collect(),
            names: self.names(&sentence.words, words),
            language: hash::of(&self.reading.language.tag),
        })
    }

    /// Whether a place behind "from" is where some of those come from who are told of: *most of them* from X.
    fn is_of_some(&self, first: usize) -> bool {
        let before = first.checked_sub(1).and_then(|before| self.reading.words.get(before));
        before.is_some_and(|word| word.clitics.pronoun || word.is_function(Function::OfThem))
    }

    fn is_quoted(&self, at: usize) -> bool {
        self.reading.quotes.iter().any(|quote| quote.words.contains(&at))
    }

    fn is_negated(&self, at: usize) -> bool {
        (at.saturating_sub(NEGATED)..at).any(|at| {
            let word = self.reading.words.get(at);
            word.is_some_and(|word| word.is_function(Function::Not) || word.is_function(Function::None))
        })
    }

    /// The longest names of some words, but for those of others.
    fn names(&self, words: &Range<usize>, but: &Range<usize>) -> Vec<String> {
        let is_inside = |naming: &&Naming| {
            let is_apart = naming.at.end <= but.start || but.end <= naming.at.start;
            !naming.is_loose && words.contains(&naming.at.start) && is_apart
        };
        self.namings.iter().filter(is_inside).map(|naming| naming.name.name.clone()).take(NAMES).collect()
    }

    /// The place behind a word that leads to it by itself: *based in* X.
    fn based(&self, start: usize) -> Option<(usize, Function)> {
        let leads = |at: usize| self.reading.words.get(at).filter(|word| word.tokens.len() > 1);
        let before = start.checked_sub(1)?;
        let is_article = self.reading.words.get(before).is_some_and(Word::may_be_article);
        let word = before.checked_sub(usize::from(is_article)).and_then(leads)?;
        let is_act = |concepts: &[String]| concepts.iter().any(|concept| word.has_concept(concept));
        let state = self.kind.states.iter().find(|state| is_act(&state.concepts))?;
        let function = match &state.state {
            act if act.ends_with(TOWARDS) => Function::To,
            act if act.ends_with(THROUGH) => Function::Through,
            _ => Function::In,
        };
        Some((start, function))
    }

    /// The acts that a place is of, by the nearest word before it, else right behind it.
    fn acts(&self, led: &Led, end: usize, sentence: &Sentence) -> Option<(usize, BTreeSet<String>)> {
        let acts = |at: usize| {
            let word = self.reading.words.get(at).filter(|_| !self.reading.is_in_name(at))?;
            let says = |concepts: &[String]| concepts.iter().any(|concept| word.has_concept(concept));
            let states =
                self.kind.states.iter().filter(|state| led.fits(&state.state) && says(&state.concepts));
            let acts: BTreeSet<String> = states.map(|state| plain(&state.state).to_owned()).collect();
            (!acts.is_empty()).then_some((at, acts))
        };
        let is_value = |at: &usize| self.reading.mentions_in(*at..*at + 1).is_empty();
        let is_near = |at: &usize| {
            let is_far = led.function == Function::From && led.first - *at > CLOSE;
            let is_of_people =
                led.level == Level::Country || sentence.clause(*at) != sentence.clause(led.first);
            !is_far || !is_of_people
        };
        let before = (sentence.words.start..led.first).rev().filter(is_value).take(BEFORE).filter(is_near);
        let behind = end..(end + BEHIND).min(sentence.words.end);
        before.into_iter().find_map(acts).or_else(|| behind.into_iter().find_map(acts))
    }
}

/// What leads to a place.
struct Led {
    /// The first word that belongs to it.
    first: usize,
    function: Function,
    /// Whether it is one that people pass through.
    is_gate: bool,
    level: Level,
}

impl Led {
    /// Whether a place of a size stands behind the preposition that an act asks for.
    fn fits(&self, state: &str) -> bool {
        let is_from = state.ends_with(AWAY);
        let is_through = state.ends_with(THROUGH);
        let passes = self.function == Function::Through || self.is_gate && self.function == Function::From;
        is_from == (self.function == Function::From && !passes)
            && state.ends_with(TOWARDS) == (self.function == Function::To)
            && is_through == passes
            && (self.level != Level::Country || is_from)
    }
}

/// An act without the preposition that it asks for.
fn plain(state: &str) -> &str {
    [AWAY, TOWARDS, THROUGH].iter().find_map(|end| state.strip_suffix(end)).unwrap_or(state)
}
