//! Entities: who and where, read from known names and from the words that announce a name.

use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::lexicon::Lexicon;
use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Form, Id, Meaning};
use crate::lexicon::schema::Function;
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use crate::value::place::Place;
use crate::value::words::Name;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Most words of a name that only its announcement makes one.
const LONGEST_NAME: usize = 4;

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A person, by name or role.
    Person,
    /// A ministry, company or other body.
    Body,
    /// A state, as one that acts or a place.
    Country,
    /// A place below a state.
    Place,
}

/// Somebody or some place that a text names.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Its words.
    pub words: Range<usize>,
    /// What it is.
    pub kind: EntityKind,
    /// Who it is: for a country or its capital, the state.
    pub names: Vec<Name>,
    /// The place that it is, for countries and places.
    pub place: Option<Place>,
    /// The country that it belongs to.
    pub country: Option<Id>,
}

/// Reads all entities of a text, in order and without overlap.
#[must_use]
pub fn recognise(
    words: &[Word],
    text: &Text,
    sentences: &[Sentence],
    language: &Language,
    lexicon: &Lexicon,
) -> Vec<Entity> {
    let reader = Reader { words, text, language, lexicon };
    let mut entities: Vec<Entity> = Vec::new();
    for sentence in sentences {
        let mut idx = sentence.words.start;
        while idx < sentence.words.end {
            match reader.entity(idx, sentence.words.end, &entities) {
                Some(entity) => {
                    idx = entity.words.end.max(idx + 1);
                    entities.push(entity);
                }
                None => idx += 1,
            }
        }
    }
    resolve_roles(&mut entities, lexicon);
    join_short_names(&mut entities);
    entities
}

/// What reading needs to know.
struct Reader<'a> {
    words: &'a [Word],
    text: &'a Text,
    language: &'a Language,
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    fn entity(&self, idx: usize, end: usize, before: &[Entity]) -> Option<Entity> {
        self.person(idx, end)
            .or_else(|| self.role(idx, end))
            .or_else(|| self.region(idx, end, before))
            .or_else(|| self.place(idx, end))
            .or_else(|| self.body(idx, end))
            .or_else(|| self.back_reference(idx, before))
            .or_else(|| self.unknown_name(idx, end))
    }

    fn meaning<T>(&self, idx: usize, pick: impl Fn(&Meaning) -> Option<T>) -> Option<T> {
        self.words.get(idx)?.find(|sense| pick(&sense.meaning))
    }

    fn country_at(&self, idx: usize) -> Option<Id> {
        self.meaning(idx, |meaning| match meaning {
            Meaning::Country(id) | Meaning::Demonym(id) => Some(id.clone()),
            _ => None,
        })
    }

    /// A known person, by a full or a short name.
    fn person(&self, idx: usize, end: usize) -> Option<Entity> {
        let id = self.meaning(idx, |meaning| match meaning {
            Meaning::Person(id) => Some((id.clone(), false)),
            Meaning::ShortPerson(id) => Some((id.clone(), true)),
            _ => None,
        })?;
        if id.1 && idx + 1 < end && self.goes_on(idx) {
            return self.named(idx, idx..idx, end);
        }
        let gazetteer = &self.lexicon.gazetteer;
        Some(Entity {
            words: idx..idx + 1,
            kind: EntityKind::Person,
            names: vec![gazetteer.person(&id.0)],
            place: None,
            country: gazetteer.country_of(&id.0),
        })
    }

    /// Whether the word after a short name goes on with the name of somebody else.
    fn goes_on(&self, idx: usize) -> bool {
        self.words.get(idx + 1).is_some_and(|next| {
            let is_name = next.kind == TokenKind::Word && next.senses.is_empty() && next.breaks == 0;
            is_name
                && (!self.language.grammar.capitals || next.capital)
                && self.lexicon.is_name_part(&next.normal)
        })
    }

    /// A role, its country, and the name that it announces if there is one.
    fn role(&self, idx: usize, end: usize) -> Option<Entity> {
        let role = self.meaning(idx, |meaning| match meaning {
            Meaning::Role(id) => Some(id.clone()),
            _ => None,
        })?;
        let mut next = idx + 1;
        let mut country = idx
            .checked_sub(1)
            .and_then(|before| self.country_at(before))
            .filter(|_| !self.language.grammar.adjective_after_noun);
        let mut topic = Vec::new();
        while next < end && next - idx <= LONGEST_NAME {
            let stuck = self.words[next].clitics.preposition.is_some();
            if let Some(found) = self.country_at(next).filter(|_| !stuck) {
                country = Some(found);
            } else if self.is_role_word(next) {
                topic.push(self.words[next].topic());
            } else {
                break;
            }
            next += 1;
        }
        let comma = usize::from(self.words.get(next).is_some_and(|word| word.is_sign(",")));
        if let Some(mut person) = self.person(next + comma, end).filter(|_| next + comma < end) {
            person.words.start = idx;
            person.country = person.country.or(country);
            return Some(person);
        }
        if let Some(mut person) = self.named(idx, idx..next, end) {
            person.country = country;
            return Some(person);
        }
        let key = role_key(&role, country.as_deref(), &topic);
        let words = idx..next.max(idx + 1);
        let name = Name { name: self.words_of(&words), keys: BTreeSet::from([key]) };
        Some(Entity { words, kind: EntityKind::Person, names: vec![name], place: None, country })
    }

    /// Whether the word belongs to a role: an attribute that is neither a name nor a grammatical word.
    fn is_role_word(&self, idx: usize) -> bool {
        self.words.get(idx).is_some_and(|word| {
            let office = word.senses.iter().any(|sense| {
                let noun = matches!(sense.form, Form::One | Form::Many);
                matches!(sense.meaning, Meaning::Role(_) | Meaning::Body(_) | Meaning::Direction(_))
                    || (noun && matches!(sense.meaning, Meaning::Concept(_)))
            });
            office
                && word.breaks == 0
                && (word.clitics.article || !self.language.grammar.adjective_after_noun)
                && word.clitics.preposition.is_none()
                && word.clitics.conjunction.is_none()
        })
    }

    /// A name that words before it announced: unknown words, up to four.
    fn named(&self, start: usize, announced: Range<usize>, end: usize) -> Option<Entity> {
        let mut first = announced.end;
        if self.words.get(first).is_some_and(|word| word.is_sign(",")) && announced.len() > 1 {
            first += 1;
        }
        let mut last = first;
        while last < end && last - first < LONGEST_NAME && self.is_name_word(last, last == first) {
            last += 1;
        }
        if last == first || (announced.is_empty() && last - first < 2) {
            return None;
        }
        let own = self.words_of(&(first..last));
        let keys = BTreeSet::from([self.lexicon.name_key(&own)]);
        let names = vec![Name { name: own, keys }];
        Some(Entity { words: start..last, kind: EntityKind::Person, names, place: None, country: None })
    }

    fn is_name_word(&self, idx: usize, is_first: bool) -> bool {
        self.words.get(idx).is_some_and(|word| {
            let plain =
                word.kind == TokenKind::Word && word.breaks == 0 && word.clitics.preposition.is_none();
            let part = word.senses.is_empty()
                || word
                    .find(|sense| matches!(sense.meaning, Meaning::ShortPerson(_)).then_some(()))
                    .is_some();
            plain
                && part
                && (is_first || word.clitics.conjunction.is_none())
                && (!self.language.grammar.capitals || word.capital)
        })
    }

    /// A region that a direction makes of a country, named beside it or before it.
    fn region(&self, idx: usize, end: usize, before: &[Entity]) -> Option<Entity> {
        let direction = self.meaning(idx, |meaning| match meaning {
            Meaning::Direction(id) => Some(id.clone()),
            _ => None,
        })?;
        let next = idx + 1;
        let beside = (next < end).then(|| self.country_at(next)).flatten();
        let after = idx
            .checked_sub(1)
            .and_then(|at| self.country_at(at))
            .filter(|_| !self.language.grammar.adjective_after_noun);
        let said = self.words.get(next).is_some_and(|word| word.is_function(Function::ThisCountry));
        let back = || last_country(before).filter(|_| said);
        let country = beside.clone().or(after).or_else(back)?;
        let place = self.lexicon.gazetteer.part_of(&direction, &country);
        let words = idx..if beside.is_some() || said { next + 1 } else { next };
        Some(self.place_entity(words, place, Some(country)))
    }

    /// A country, a capital, a known place, or a place known by its type.
    fn place(&self, idx: usize, end: usize) -> Option<Entity> {
        let gazetteer = &self.lexicon.gazetteer;
        if let Some(code) = self.meaning(idx, |meaning| match meaning {
            Meaning::Country(id) => Some(id.clone()),
            _ => None,
        }) {
            let place = gazetteer.country(&code);
            return Some(Entity {
                words: idx..idx + 1,
                kind: EntityKind::Country,
                names: vec![gazetteer.state(&code)],
                place: Some(place),
                country: Some(code),
            });
        }
        if let Some(code) = self.meaning(idx, |meaning| match meaning {
            Meaning::Capital(id) => Some(id.clone()),
            _ => None,
        }) {
            let place = gazetteer.capital(&code);
            return Some(Entity {
                words: idx..idx + 1,
                kind: EntityKind::Country,
                names: vec![gazetteer.state(&code)],
                place: Some(place),
                country: Some(code),
            });
        }
        if let Some(id) = self.known_place(idx) {
            return Some(self.place_entity(idx..idx + 1, gazetteer.place(&id), None));
        }
        self.typed_place(idx, end)
    }

    fn known_place(&self, idx: usize) -> Option<Id> {
        self.meaning(idx, |meaning| match meaning {
            Meaning::Place(id) => Some(id.clone()),
            _ => None,
        })
    }

    /// A type of place with the known place or the attributes that follow it.
    fn typed_place(&self, idx: usize, end: usize) -> Option<Entity> {
        let place_type = self.meaning(idx, |meaning| match meaning {
            Meaning::PlaceType(id) => Some(id.clone()),
            _ => None,
        })?;
        if let Some(place) = self.named_place(idx, end, &place_type) {
            return Some(place);
        }
        if !self.lexicon.gazetteer.is_facility(&place_type) && self.known_place(idx + 1).is_none() {
            return None;
        }
        let follows = idx + 1 < end && self.words[idx + 1].clitics.preposition.is_none();
        if let Some(id) = follows.then(|| self.known_place(idx + 1)).flatten() {
            let mut last = idx + 2;
            while last < end && self.is_attribute(last) {
                last += 1;
            }
            return Some(self.place_entity(idx..last, self.lexicon.gazetteer.place(&id), None));
        }
        let mut last = idx + 1;
        while last < end && self.is_attribute(last) {
            last += 1;
        }
        let words = idx..last;
        let mut place = self.lexicon.gazetteer.of_type(&self.words_of(&words), &place_type);
        if let Some(code) = (idx..last).find_map(|at| self.country_at(at)) {
            self.lexicon.gazetteer.put_within(&mut place, &self.lexicon.gazetteer.country(&code));
        }
        Some(self.place_entity(words, place, None))
    }

    /// A settlement, river or other stretch of land with an unknown name behind its type: "the village of …".
    fn named_place(&self, idx: usize, end: usize, place_type: &str) -> Option<Entity> {
        let next = idx + 1;
        let word = self.words.get(next).filter(|_| next < end)?;
        let is_name = word.kind == TokenKind::Word
            && word.senses.is_empty()
            && word.breaks == 0
            && word.normal.len() > 4;
        if !is_name || !self.language.grammar.adjective_after_noun || self.words[idx].clitics.article {
            return None;
        }
        let name = self.words_of(&(next..next + 1));
        let place = Place { id: Some(self.lexicon.name_key(&name)), name, ..Place::default() };
        let place = self.lexicon.gazetteer.typed(place, place_type);
        Some(self.place_entity(idx..next + 1, place, None))
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
        Entity { words, kind: EntityKind::Place, names: vec![name], place: Some(place), country }
    }

    /// A ministry or other body, with what it is for and whose it is.
    fn body(&self, idx: usize, end: usize) -> Option<Entity> {
        let body = self.meaning(idx, |meaning| match meaning {
            Meaning::Body(id) => Some(id.clone()),
            _ => None,
        })?;
        let mut country = idx
            .checked_sub(1)
            .and_then(|before| self.country_at(before))
            .filter(|_| !self.language.grammar.adjective_after_noun);
        let (mut topic, mut next, mut last) = (Vec::new(), idx + 1, idx + 1);
        // A noun with an article owns no noun: "the government", then its object.
        let owns = !self.words[idx].clitics.article || !self.language.grammar.adjective_after_noun;
        while next < end && next - idx <= LONGEST_NAME + 1 {
            let word = &self.words[next];
            let joins = word.is_function(Function::In) || word.is_function(Function::Of);
            if let Some(found) = self.country_at(next) {
                (country, last) = (Some(found), next + 1);
            } else if !joins && owns && self.is_topic(word) {
                topic.push(word.topic());
                last = next + 1;
            } else if !joins || !owns {
                break;
            }
            next += 1;
        }
        let words = idx..last;
        let key = role_key(&body, country.as_deref(), &topic);
        let name = Name { name: self.words_of(&words), keys: BTreeSet::from([key]) };
        Some(Entity { words, kind: EntityKind::Body, names: vec![name], place: None, country })
    }

    fn is_topic(&self, word: &Word) -> bool {
        let plain = word.kind == TokenKind::Word && word.breaks == 0 && word.clitics.conjunction.is_none();
        let named = if self.language.grammar.capitals {
            word.capital
        } else {
            word.clitics.article && word.clitics.preposition.is_none()
        };
        let verb = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Speech(_)));
        plain && named && !verb
    }

    /// "The two countries", "there": what was named before.
    fn back_reference(&self, idx: usize, before: &[Entity]) -> Option<Entity> {
        let word = self.words.get(idx)?;
        if word.is_function(Function::BothCountries) {
            let countries = last_two_countries(before)?;
            let names = countries.iter().map(|code| self.lexicon.gazetteer.state(code)).collect();
            return Some(Entity {
                words: idx..idx + 1,
                kind: EntityKind::Country,
                names,
                place: None,
                country: None,
            });
        }
        if word.is_function(Function::ThisCountry) {
            let code = last_country(before)?;
            let gazetteer = &self.lexicon.gazetteer;
            return Some(Entity {
                words: idx..idx + 1,
                kind: EntityKind::Country,
                names: vec![gazetteer.state(&code)],
                place: Some(gazetteer.country(&code)),
                country: Some(code),
            });
        }
        if word.is_function(Function::There) {
            let place = before.iter().rev().find(|entity| entity.place.is_some())?;
            return Some(Entity { words: idx..idx + 1, ..place.clone() });
        }
        None
    }

    /// Two or more capitalised words that no list knows, in languages that write names so.
    fn unknown_name(&self, idx: usize, end: usize) -> Option<Entity> {
        if !self.language.grammar.capitals
            || !self.is_name_word(idx, true)
            || self.words.get(idx + 1)?.breaks > 0
        {
            return None;
        }
        self.named(idx, idx..idx, end)
    }

    fn words_of(&self, words: &Range<usize>) -> String {
        let (Some(first), Some(last)) =
            (self.words.get(words.start), self.words.get(words.end.saturating_sub(1)))
        else {
            return String::new();
        };
        self.text
            .slice(Span::new(first.stem_span.start, last.span.end))
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The key of a role or body: what it is, whose, and what for.
fn role_key(role: &str, country: Option<&str>, topic: &[String]) -> String {
    let mut key = format!("{role}:{}", country.unwrap_or_default());
    for word in topic {
        key.push(':');
        key.push_str(word);
    }
    key
}

fn last_country(before: &[Entity]) -> Option<Id> {
    before
        .iter()
        .rev()
        .find(|entity| entity.kind == EntityKind::Country)
        .and_then(|entity| entity.country.clone())
}

/// The two countries named last, the later one first; none where only one was named.
fn last_two_countries(before: &[Entity]) -> Option<[Id; 2]> {
    let mut countries = before
        .iter()
        .rev()
        .filter(|entity| entity.kind == EntityKind::Country)
        .filter_map(|entity| entity.country.clone());
    let last = countries.next()?;
    let other = countries.find(|country| *country != last)?;
    Some([last, other])
}

/// A role without a name means the person of that country whom the text names most.
fn resolve_roles(entities: &mut [Entity], lexicon: &Lexicon) {
    let mut named: BTreeMap<Id, BTreeMap<Name, usize>> = BTreeMap::new();
    for entity in entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
        for name in &entity.names {
            let is_person = name.keys.iter().any(|key| lexicon.gazetteer.country_of(key).is_some());
            if let (true, Some(country)) = (is_person, &entity.country) {
                *named.entry(country.clone()).or_default().entry(name.clone()).or_default() += 1;
            }
        }
    }
    for entity in entities.iter_mut().filter(|entity| entity.kind == EntityKind::Person) {
        let leads = entity.names.iter().any(|name| name.keys.iter().any(|key| is_head_of_state(key)));
        let people = entity.country.as_ref().and_then(|country| named.get(country)).filter(|_| leads);
        if let Some((name, _)) = people.and_then(|people| people.iter().max_by_key(|(_, count)| **count)) {
            entity.names = vec![name.clone()];
        }
    }
}

/// Whether a role's key is that of a head of state without anything added.
fn is_head_of_state(key: &str) -> bool {
    ["president:", "leader:", "king:"]
        .iter()
        .any(|role| key.strip_prefix(role).is_some_and(|rest| rest.len() == 2))
}

/// A single word that ends or begins one longer name of the text means that person.
fn join_short_names(entities: &mut [Entity]) {
    let long: Vec<Name> = entities
        .iter()
        .filter(|entity| entity.kind == EntityKind::Person)
        .flat_map(|entity| entity.names.iter())
        .filter(|name| name.name.split(' ').count() > 1)
        .cloned()
        .collect();
    for entity in entities.iter_mut().filter(|entity| entity.kind == EntityKind::Person) {
        for name in &mut entity.names {
            let matches = |longer: &&Name| longer.name.split(' ').any(|part| part == name.name);
            if !name.name.contains(' ')
                && name.keys.iter().all(|key| !key.contains(':'))
                && let Some(longer) = long.iter().find(matches)
            {
                *name = longer.clone();
            }
        }
    }
}
