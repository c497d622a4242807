//! From words in any language to values: the places, names and quoted words that a reviewer wrote.

use crate::lexicon::Lexicon;
use crate::lexicon::language::{Found, Language};
use crate::lexicon::meaning::{Meaning, Sense};
use crate::lexicon::recall::{Known, Recall};
use crate::lexicon::schema::function::Function;
use crate::lexicon::script;
use crate::text::fold::fold_str;
use crate::text::token::tokenize;
use crate::value::keys::NameKeys;
use crate::value::place::Place;
use crate::value::unit::Unit;
use crate::value::words::{Key, Name, Weight, Words};
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
        let opening =
            text.char_indices().nth(OPENING).map_or(text, |(end, _)| text.get(..end).unwrap_or(text));
        let (normal, tokens) = tokenize(opening);
        let words = || tokens.iter().filter_map(|token| normal.get(token.normal.start..token.normal.end));
        let counted = rivals().enumerate().map(|(idx, language)| {
            let mut recall = language.recall();
            let mut is_own = |word: &&str| {
                recall.alone(word, None).is_some_and(|known| known.senses.iter().any(is_grammar))
            };
            // One word more is chance in a short text, and the first language stands.
            let known = words().filter(&mut is_own).count() + usize::from(idx == 0);
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

    /// Quoted words with the keys by which they compare.
    #[must_use]
    pub fn words(&self, text: &str, translated: bool) -> Words {
        let language = self.detect(text);
        let keys = language.map(|language| self.keys(text, language)).unwrap_or_default();
        let language = language.map(|language| language.tag.clone()).unwrap_or_default();
        Words { text: text.to_owned(), keys, language, translated }
    }

    /// The keys of some words in order.
    fn keys(&self, text: &str, language: &Language) -> Vec<Key> {
        let (_, tokens) = tokenize(text);
        let mut tokens = tokens.iter();
        let mut recall = language.recall();
        let all = all(text, &mut recall);
        let with_words = all.iter().map(|found| {
            let words: Vec<&str> = tokens
                .by_ref()
                .take(found.width.max(1))
                .filter_map(|token| text.get(token.span.start..token.span.end))
                .collect();
            (words.join(" "), found)
        });
        with_words.filter_map(|(word, found)| key(&word, found, language, &mut recall)).collect()
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
fn all(words: &str, recall: &mut Recall<'_>) -> Vec<Arc<Known>> {
    let folded = fold_str(words);
    let (normal, tokens) = tokenize(&folded);
    let parts: Vec<&str> =
        tokens.iter().filter_map(|token| normal.get(token.normal.start..token.normal.end)).collect();
    let (mut known, mut rest) = (Vec::with_capacity(parts.len()), parts.as_slice());
    while let Some(first) = rest.first() {
        let next = recall.alone(first, rest.get(1).copied()).unwrap_or_else(|| recall.phrase(rest));
        rest = rest.get(next.width.max(1)..).unwrap_or_default();
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

/// The key of a quoted word; none for a sign.
fn key(word: &str, found: &Known, language: &Language, recall: &mut Recall<'_>) -> Option<Key> {
    if !found.stem.chars().any(char::is_alphanumeric) {
        return None;
    }
    // "At most places" is no bound: of a phrase its last word may say something by itself.
    let listed = recall.common(word.rsplit(' ').next().unwrap_or(word));
    let has = |pick: &dyn Fn(&Meaning) -> bool| found.senses.iter().any(|sense| pick(&sense.meaning));
    let mut concepts: Vec<String> = found.senses.iter().filter_map(|sense| concept(&sense.meaning)).collect();
    concepts.extend(listed.iter().map(ToString::to_string));
    let is = |kind: &str| concepts.iter().any(|concept| concept.starts_with(kind));
    let weight = if is(TURN) || is(SHARE) {
        Weight::Turning
    } else if is(DEGREE) || has(&is_empty) {
        Weight::Function
    } else {
        Weight::Content
    };
    // An unknown word may be a name, which two papers spell in two ways.
    let unknown = || language.spelling.key(&language.light_stem(&found.stem));
    let stem = if found.senses.is_empty() { unknown() } else { found.stem.clone() };
    Some(Key { word: word.to_owned(), stem, concepts, weight })
}

/// Whether a word of this meaning says nothing by itself; a year does, whatever else it serves for.
fn is_empty(meaning: &Meaning) -> bool {
    *meaning == Meaning::Stop
        || (matches!(meaning, Meaning::Function(_)) && *meaning != Meaning::Function(Function::Year))
}

/// What the ids begin with of words that turn the sense, that tell a share of all, and that tell a degree.
const TURN: &str = "turn:";
const SHARE: &str = "share:";
const DEGREE: &str = "degree:";

/// What a word means to the comparison of quotes: its concept, its number, or how it turns the sense.
fn concept(meaning: &Meaning) -> Option<String> {
    match meaning {
        Meaning::Function(Function::Not | Function::None) => Some(format!("{TURN}not")),
        Meaning::Function(Function::If) => Some(format!("{TURN}if")),
        Meaning::Hedge(hedge) => Some(format!("{TURN}{hedge:?}").to_lowercase()),
        Meaning::Cardinal(number) | Meaning::Ordinal(number) if *number > 1 => {
            Some(format!("number:{number}"))
        }
        Meaning::Country(code) | Meaning::Demonym(code) => Some(format!("country:{code}")),
        Meaning::Capital(code) => Some(format!("capital:{code}")),
        Meaning::Month(month) => Some(format!("month:{month}")),
        Meaning::Weekday(day) => Some(format!("weekday:{day}")),
        Meaning::Concept(id)
        | Meaning::Role(id)
        | Meaning::Body(id)
        | Meaning::PlaceType(id)
        | Meaning::Place(id)
        | Meaning::Unit(id)
        | Meaning::Person(id)
        | Meaning::ShortPerson(id) => Some(id.to_string()),
        Meaning::Cardinal(_) | Meaning::Ordinal(_) | Meaning::Scale(_) | Meaning::Position(_) => None,
        Meaning::OrdinalMark | Meaning::Fraction(_) | Meaning::Vague(_) | Meaning::Multiple(_) => None,
        Meaning::Times(_) | Meaning::Point | Meaning::Minus | Meaning::Percent | Meaning::PercentagePoint => {
            None
        }
        Meaning::BasisPoint | Meaning::ScaleMark(_) | Meaning::Currency(_) | Meaning::HijriMonth(_) => None,
        Meaning::RelativeDay(_) | Meaning::Daypart(_) | Meaning::Season(_) | Meaning::Era(_) => None,
        Meaning::Zone(_) | Meaning::NamedZone(_) | Meaning::Holiday(_) | Meaning::Direction(_) => None,
        Meaning::Function(_) | Meaning::Speech(_) => None,
        Meaning::Stop => None,
    }
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

/// Whether a word of this meaning is one of grammar.
fn is_grammar(sense: &Sense) -> bool {
    matches!(sense.meaning, Meaning::Function(_) | Meaning::Stop)
}
