//! Places: countries, capitals, known places, and places that a direction or a type makes.

use crate::extract::entity::reference::last_country;
use crate::extract::entity::{Entity, EntityKind, Reader};
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Id, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::place::Place;
use crate::value::words::Name;
use std::ops::Range;

/// Types of places that are often called after somebody; a prison or an office is somebody's own.
const CALLED_AFTER: [&str; 15] = [
    "airport",
    "bridge",
    "city",
    "dam",
    "district",
    "hospital",
    "institute",
    "mosque",
    "park",
    "port",
    "school",
    "square",
    "stadium",
    "street",
    "university",
];

impl Reader<'_> {
    /// A region that a direction makes of a country, named beside it or before it.
    pub(super) fn region(&self, idx: usize, end: usize, before: &[Entity]) -> Option<Entity> {
        let direction = self.id(idx, Meaning::direction)?;
        let next = idx + 1;
        let beside = (next < end).then(|| self.country_at(next)).flatten();
        let said = self.words.get(next).is_some_and(|word| word.is_function(Function::ThisCountry));
        let back = || last_country(before).filter(|_| said);
        let country = beside.clone().or_else(|| self.country_before(idx)).or_else(back)?;
        let place = self.lexicon.gazetteer.part_of(&direction, &country);
        let words = idx..if beside.is_some() || said { next + 1 } else { next };
        Some(self.place_entity(words, place, Some(country)))
    }

    /// A country, a capital, a known place, or a place known by its type.
    pub(super) fn place(&self, idx: usize, end: usize) -> Option<Entity> {
        let gazetteer = &self.lexicon.gazetteer;
        let capital = self.id(idx, Meaning::capital);
        let is_capital = |code: &Id| capital.as_ref().is_some_and(|own| self.is_rather_capital(code, own));
        if let Some(code) = self.id(idx, Meaning::country).filter(|code| !is_capital(code)) {
            let place = gazetteer.country(&code);
            return Some(self.state(idx, code, place));
        }
        if let Some(code) = capital.filter(|code| !self.is_other_word(idx, code)) {
            let place = gazetteer.capital(&code);
            return Some(self.state(idx, code, place));
        }
        if let Some(id) = self.known_place(idx) {
            return Some(self.place_entity(idx..idx + 1, gazetteer.place(&id), None));
        }
        self.typed_place(idx, end)
    }

    /// Whether a word is rather the other thing that it means, where no capital letter shows a name: the text never
    /// speaks of the country, and has the word with an article elsewhere: السيول are floods, سيول is Seoul as well.
    fn is_other_word(&self, idx: usize, country: &str) -> bool {
        let Some((concept, _)) = self.words[idx].concept().filter(|_| !self.language.grammar.capitals) else {
            return false;
        };
        let tells = |word: &Word| {
            let names = |meaning: &Meaning| {
                meaning.country().or_else(|| meaning.demonym()).is_some_and(|id| &**id == country)
            };
            word.senses.iter().any(|sense| names(&sense.meaning))
        };
        let is_thing = |word: &Word| {
            word.has_concept(concept)
                && word.clitics.article
                && word.normal.ends_with(&self.words[idx].normal)
        };
        self.words.iter().any(is_thing) && !self.words.iter().any(tells)
    }

    fn known_place(&self, idx: usize) -> Option<Id> {
        self.id(idx, Meaning::place).filter(|_| !self.is_everyday(idx))
    }

    /// A type of place with the known place or the attributes that follow it.
    fn typed_place(&self, idx: usize, end: usize) -> Option<Entity> {
        let place_type = self.id(idx, Meaning::place_type)?;
        if let Some(place) = self.named_place(idx, end, &place_type) {
            return Some(place);
        }
        let known = self.name_of_place(idx).and_then(|at| Some((at, self.known_place(at)?)));
        if !self.lexicon.gazetteer.is_facility(&place_type) && known.is_none() {
            return None;
        }
        let follows = |at: usize| at < end && self.words[at].clitics.preposition.is_none();
        if let Some((at, id)) = known.filter(|(at, _)| follows(*at)) {
            let first = if self.country_before(idx).is_some() { idx - 1 } else { idx };
            let words = first..self.attributes_end(at + 1, end);
            return Some(self.place_entity(words, self.lexicon.gazetteer.place(&id), None));
        }
        let words = idx..self.attributes_end(idx + 1, end);
        let mut place = self.lexicon.gazetteer.of_type(&self.words_of(&words), &place_type);
        let country = words.clone().find_map(|at| self.country_at(at));
        if let Some(code) = &country {
            self.lexicon.gazetteer.put_within(&mut place, &self.lexicon.gazetteer.country(code));
        }
        Some(Entity { is_named: country.is_some(), ..self.place_entity(words, place, None) })
    }

    /// A settlement, river or other stretch of land with an unknown name behind its type: "the village of …".
    fn named_place(&self, idx: usize, end: usize, place_type: &str) -> Option<Entity> {
        let several = self.words[idx].senses.iter().all(|sense| sense.form == Form::Many);
        let first = self.name_of_place(idx)?;
        // A train or a ship is called by what it carries, not by a place.
        let moves = self.lexicon.gazetteer.is_vehicle(place_type);
        let called = self.called_after(first, end).filter(|_| CALLED_AFTER.contains(&place_type));
        let is_name = called.is_some() || self.is_place_name(first);
        let is_owned = self.words[idx].clitics.pronoun && !self.language.grammar.capitals;
        if several || moves || is_owned || first >= end || self.words[idx].clitics.article || !is_name {
            return None;
        }
        let capitals = self.language.grammar.capitals;
        let goes_on = |at: &usize| (capitals && self.is_place_name(*at)) || self.follows_particle(*at, first);
        let whole = |last: usize| self.attributes_end(last, end);
        let last = called.map_or_else(|| (first + 1..end).find(|at| !goes_on(at)).unwrap_or(end), whole);
        let name = self.words_of(&(first..last));
        let place = Place { id: Some(self.lexicon.name_key(&name)), name, ..Place::default() };
        let mut place = self.lexicon.gazetteer.typed(place, place_type);
        let behind = || self.country_at(last).filter(|_| last < end && self.is_attribute(last));
        let (country, end) = match self.country_before(idx) {
            Some(before) => (Some(before), last),
            None => behind().map_or((None, last), |country| (Some(country), last + 1)),
        };
        if let Some(code) = &country {
            self.lexicon.gazetteer.put_within(&mut place, &self.lexicon.gazetteer.country(code));
        }
        let start = if self.country_before(idx).is_some() { idx - 1 } else { idx };
        Some(self.place_entity(start..end, place, None))
    }

    /// Where the name of a place begins behind its type: at once, or behind "of".
    fn name_of_place(&self, idx: usize) -> Option<usize> {
        if self.language.grammar.adjective_after_noun {
            return Some(idx + 1);
        }
        let of = self.words.get(idx + 1)?.is_function(Function::Of);
        of.then_some(idx + 2)
    }

    fn is_place_name(&self, idx: usize) -> bool {
        let grammar = &self.language.grammar;
        self.words.get(idx).is_some_and(|word| {
            let long = word.normal.len() > if grammar.capitals { 2 } else { 4 };
            let capital = !grammar.capitals || word.capital;
            let plain = word.kind == TokenKind::Word && word.senses.is_empty() && word.breaks == 0;
            plain && long && capital && (grammar.capitals || !word.is_common(self.language))
        })
    }

    /// Where the attributes that begin at `first` end.
    fn attributes_end(&self, first: usize, end: usize) -> usize {
        (first..end).find(|idx| !self.is_attribute(*idx)).unwrap_or(first.max(end))
    }

    /// Whether the word is an adjective of the place before it.
    fn is_attribute(&self, idx: usize) -> bool {
        self.language.grammar.adjective_after_noun
            && self.words.get(idx).is_some_and(|word| {
                let plain = word.kind == TokenKind::Word && word.breaks == 0;
                let free = word.clitics.preposition.is_none() && word.clitics.conjunction.is_none();
                let adjective = word.find(|sense| {
                    let fixed = sense.form == Form::Fixed;
                    let country = matches!(sense.meaning, Meaning::Demonym(_));
                    (country
                        || (fixed && matches!(sense.meaning, Meaning::Concept(_) | Meaning::PlaceType(_))))
                    .then_some(())
                });
                plain && free && adjective.is_some()
            })
    }

    fn place_entity(&self, words: Range<usize>, place: Place, country: Option<Id>) -> Entity {
        let name = Name { name: place.name.clone(), keys: place.id.iter().cloned().collect() };
        Entity {
            words,
            kind: EntityKind::Place,
            is_named: true,
            names: vec![name],
            place: Some(place),
            country,
        }
    }
}
