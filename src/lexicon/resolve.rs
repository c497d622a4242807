//! From words in any language to values: the places, names and quoted words that a reviewer wrote.

use crate::lexicon::Lexicon;
use crate::lexicon::language::{Found, Language};
use crate::lexicon::meaning::{Meaning, Sense};
use crate::lexicon::recall::{Known, Recall, Second};
use crate::lexicon::script;
use crate::text::fold::fold_str;
use crate::text::token::tokenize;
use crate::value::keys::NameKeys;
use crate::value::place::Place;
use crate::value::unit::Unit;
use crate::value::words::Name;
use std::sync::Arc;

/// Characters of a text that tell its language among those of one script.
const OPENING: usize = 1500;

impl Lexicon {
    /// A unit by its UCUM code, or a currency by its ISO 4217 code.
    #[must_use]
    pub fn unit(&self, code: &str) -> Option<Unit> {
        self.units.unit(code)
    }

    /// The language whose script most letters of `text` are written in, and among those of one script the one
    /// whose words of grammar it opens with; the first one where nothing tells.
    #[must_use]
    pub fn detect(&self, text: &str) -> Option<&Language> {
        let first = self.of_script(text)?;
        let rivals = || self.languages.iter().filter(|language| language.script == first.script);
        if rivals().count() < 2 {
            return Some(first);
        }
        let (normal, tokens) = tokenize(opening(text, OPENING));
        let words = tokens.iter().filter_map(|token| normal.get(token.normal.start..token.normal.end));
        let words: Vec<&str> = words.collect();
        let counted = rivals().enumerate().map(|(idx, language)| {
            // One word more is chance in a short text, and the first language stands.
            let known = language.grammar_words(&words) + usize::from(idx == 0);
            (known, std::cmp::Reverse(idx), language)
        });
        counted.max_by_key(|(count, idx, _)| (*count, *idx)).map(|(.., language)| language)
    }

    /// The first language whose script most letters of `text` are written in; the first one where it has none.
    fn of_script(&self, text: &str) -> Option<&Language> {
        let letters = script::letters(text);
        let count = |language: &Language| script::of(&letters, &language.script);
        let counted = self.languages.iter().enumerate().map(|(idx, language)| (count(language), idx));
        let (count, idx) = counted.max_by_key(|(count, idx)| (*count, std::cmp::Reverse(*idx)))?;
        self.languages.get(if count == 0 { 0 } else { idx })
    }

    /// The place that some words name, in any language: a known place, or one known by its words alone.
    #[must_use]
    pub fn place(&self, words: &str) -> Place {
        let found = self.whole(words);
        let mut senses = found.iter().flat_map(|found| found.senses.iter());
        let known = senses.find_map(|sense| self.known_place(&sense.meaning));
        known.or_else(|| self.composed_place(words)).unwrap_or_else(|| Place {
            name: words.to_owned(),
            id: Some(self.name_key(words)),
            ..Place::default()
        })
    }

    fn known_place(&self, meaning: &Meaning) -> Option<Place> {
        let country = meaning.nation().map(|code| self.gazetteer.country(code));
        let capital = || meaning.capital().map(|code| self.gazetteer.capital(code));
        let place = || meaning.place().map(|id| self.gazetteer.place(id));
        country.or_else(capital).or_else(place)
    }

    /// A place named by a direction and a country, or by a type with more words.
    fn composed_place(&self, words: &str) -> Option<Place> {
        let language = self.detect(words)?;
        let all = language.all(words);
        let senses = || all.iter().flat_map(|found| found.senses.iter());
        let country = senses().find_map(|sense| sense.meaning.nation());
        let direction = senses().find_map(|sense| sense.meaning.direction());
        if let (Some(direction), Some(country)) = (direction, country)
            && let Some(region) = self.gazetteer.region(direction, country)
        {
            return Some(region);
        }
        if let Some(id) = senses().find_map(|sense| sense.meaning.place()) {
            return Some(self.gazetteer.place(id));
        }
        let place_type = senses().find_map(|sense| sense.meaning.place_type())?;
        let mut place = self.gazetteer.of_type(words, place_type);
        if let Some(country) = country {
            self.gazetteer.put_within(&mut place, &self.gazetteer.country(country));
        }
        Some(place)
    }

    /// The person, body or thing that some words name, in any language.
    #[must_use]
    pub fn name(&self, words: &str) -> Name {
        let found = self.whole(words);
        let keyed = |key| Name { name: words.to_owned(), keys: NameKeys::from([key]) };
        let known =
            found.iter().flat_map(|found| found.senses.iter()).find_map(|Sense { meaning, .. }| {
                let person = meaning.person().map(|id| self.gazetteer.person(id));
                let state =
                    || meaning.nation().or_else(|| meaning.capital()).map(|code| self.gazetteer.state(code));
                person.or_else(state).or_else(|| meaning.concept().map(|id| keyed(id.to_string())))
            });
        known.unwrap_or_else(|| keyed(self.body_key(words)))
    }

    /// The key of a body or role by its words, as the text of an article would give it; else of a name.
    fn body_key(&self, words: &str) -> String {
        let Some(language) = self.detect(words) else { return self.name_key(words) };
        let all = language.all(words);
        let senses = || all.iter().flat_map(|found| found.senses.iter());
        let office = senses().find_map(|sense| sense.meaning.body().or_else(|| sense.meaning.role()));
        let Some(body) = office else { return self.name_key(words) };
        let mut key = body.to_string();
        let country = senses().find_map(|sense| sense.meaning.nation());
        key.push(':');
        key.push_str(country.map_or("", |code| code));
        for found in all.iter().filter(|found| !is_part_of_key(found)) {
            key.push(':');
            key.push_str(&found.topic());
        }
        key
    }

    /// Whether a word stands, behind the first one, in the full name of a known person.
    #[must_use]
    pub fn is_name_part(&self, normal: &str) -> bool {
        self.languages.iter().any(|language| language.is_name_part(normal))
    }

    /// What the whole of some words means, in any language, if it is one listed surface.
    fn whole(&self, words: &str) -> Vec<Found> {
        let folded = fold_str(words);
        let (normal, tokens) = tokenize(&folded);
        let parts: Vec<&str> =
            tokens.iter().filter_map(|token| normal.get(token.normal.start..token.normal.end)).collect();
        let languages = self.languages.iter().map(|language| language.look_up(&parts));
        languages.filter(|found| found.tokens == parts.len() && !found.senses.is_empty()).collect()
    }
}

impl Language {
    /// What each word or phrase of some words means.
    pub(crate) fn all(&self, words: &str) -> Vec<Arc<Known>> {
        all(words, &mut self.recall())
    }
}

/// What each word or phrase of some words means.
pub(super) fn all(words: &str, recall: &mut Recall<'_>) -> Vec<Arc<Known>> {
    let folded = fold_str(words);
    let (normal, tokens) = tokenize(&folded);
    let parts: Vec<&str> =
        tokens.iter().filter_map(|token| normal.get(token.normal.start..token.normal.end)).collect();
    let (mut known, mut rest) = (Vec::with_capacity(parts.len()), parts.as_slice());
    while let Some(first) = rest.first() {
        let number = recall.number(first);
        let second = rest.get(1).map(|second| Second::Other(second));
        let alone = recall.alone(number, second);
        let next = alone.unwrap_or_else(|| recall.phrase(number, rest, second));
        rest = rest.get(next.width().max(1)..).unwrap_or_default();
        known.push(next);
    }
    known
}

/// Whether a word of a body's name is its own key, a country, or a grammatical word.
fn is_part_of_key(found: &Known) -> bool {
    found.senses.iter().any(|sense| {
        matches!(
            sense.meaning,
            Meaning::Body(_) | Meaning::Role(_) | Meaning::Country(_) | Meaning::Demonym(_)
        ) || matches!(sense.meaning, Meaning::Function(_) | Meaning::Stop)
    })
}

impl Known {
    /// The word of a body's name that says what it is for: its concept where it has one, so that the
    /// name is one in every language; else its stem.
    #[must_use]
    pub fn topic(&self) -> String {
        let concept = self.senses.iter().find_map(|sense| sense.meaning.concept());
        concept.map_or_else(|| self.stem.clone(), ToString::to_string)
    }
}

impl Language {
    /// How many of some words belong to its grammar.
    pub(super) fn grammar_words(&self, words: &[&str]) -> usize {
        let mut recall = self.recall();
        let mut is_own = |word: &str| {
            let number = recall.number(word);
            recall.alone(number, None).is_some_and(|known| known.senses.iter().any(is_grammar))
        };
        words.iter().filter(|word| is_own(word)).count()
    }
}

/// The first characters of a text.
pub(super) fn opening(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).map_or(text, |(end, _)| text.get(..end).unwrap_or(text))
}

/// Whether a word of this meaning is one of grammar.
fn is_grammar(sense: &Sense) -> bool {
    matches!(sense.meaning, Meaning::Function(_) | Meaning::Stop)
}
