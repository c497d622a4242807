//! One language, compiled for look-up: what a normalized word means, alone and at the head of a phrase.

use crate::lexicon::meaning::{Clitics, Form, Id, Meaning, Sense};
use crate::lexicon::peel::{self, Reading};
use crate::lexicon::recall::Shelf;
use crate::lexicon::schema::numbers::Numbers;
use crate::lexicon::schema::words::{Affixes, Forms};
use crate::lexicon::schema::{self, ConceptWords, Function, Grammar};
use crate::lexicon::spelling::grapheme::Spelling;
use crate::lexicon::vocabulary::Vocabulary;
use crate::text::fold::fold_str;
use crate::value::number::Number;
use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Distinct first words of a full language, for which room is made at once.
const SURFACES: usize = 1 << 13;

/// A language, compiled.
#[derive(Debug)]
pub struct Language {
    /// BCP 47 tag.
    pub tag: String,
    /// Name in English.
    pub name: String,
    /// ISO 15924 script code.
    pub script: String,
    /// Switches of the engine.
    pub grammar: Grammar,
    affixes: Affixes,
    entries: FxHashMap<String, Entry>,
    /// How names are spelt.
    pub(crate) spelling: Spelling,
    name_parts: FxHashSet<String>,
    name_particles: Vec<String>,
    /// What was looked up.
    pub(crate) shelf: Shelf,
    pub(crate) vocabulary: Vocabulary,
}

/// What is listed under the first word of a surface.
#[derive(Clone, Debug, Default)]
struct Entry {
    senses: Vec<Sense>,
    phrases: Vec<Phrase>,
}

/// The rest of a surface of several words, and what the whole means.
#[derive(Clone, Debug)]
struct Phrase {
    rest: Vec<String>,
    senses: Vec<Sense>,
}

/// What a word was found to mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Its meanings; empty for an unknown word.
    pub senses: Arc<[Sense]>,
    /// What was stuck to it.
    pub clitics: Clitics,
    /// Bytes of the first normalized token before the stem.
    pub skip: usize,
    /// How many tokens it takes.
    pub tokens: usize,
    /// The stem that was listed; the word itself where none was.
    pub stem: String,
}

impl Entry {
    /// The senses of the phrase that goes on with `rest`.
    fn phrase(&mut self, rest: &str) -> &mut Vec<Sense> {
        let known =
            self.phrases.iter().position(|phrase| phrase.rest.iter().map(String::as_str).eq(rest.split(' ')));
        let at = known.unwrap_or_else(|| {
            let rest = rest.split(' ').map(str::to_owned).collect();
            self.phrases.push(Phrase { rest, senses: Vec::new() });
            self.phrases.len() - 1
        });
        &mut self.phrases[at].senses
    }
}

impl Language {
    /// Compiles a data file.
    #[must_use]
    pub fn compile(data: &schema::Language) -> Self {
        let mut language = Self {
            tag: data.language.clone(),
            name: data.name.clone(),
            script: data.script.clone(),
            grammar: data.grammar.clone(),
            affixes: folded_affixes(&data.affixes),
            entries: FxHashMap::with_capacity_and_hasher(SURFACES, FxBuildHasher),
            spelling: Spelling::compile(&data.name_spellings),
            name_parts: FxHashSet::default(),
            name_particles: data.name_spellings.particles.iter().map(|word| fold_str(word)).collect(),
            shelf: Shelf::default(),
            vocabulary: Vocabulary::new(&data.vocabulary),
        };
        language.add_numbers(&data.numbers);
        language.add_calendar(data);
        language.add_words(data);
        language
    }

    /// The longest listed surface at the beginning of `words`, which are normalized tokens with whether
    /// white space or nothing stands between them; the first word is peeled, the rest stand as listed.
    #[must_use]
    pub fn look_up(&self, words: &[&str]) -> Found {
        let Some(first) = words.first() else { return self.unknown("") };
        let mut found: Option<Found> = None;
        peel::readings(first, &self.affixes, &mut |reading| {
            let Some(entry) = self.entries.get(&*reading.stem) else { return false };
            let best = self.longest(entry, &reading, &words[1..]);
            let is_longer =
                |candidate: &Found| found.as_ref().is_none_or(|found| candidate.tokens > found.tokens);
            if let Some(candidate) = best.filter(is_longer) {
                found = Some(candidate);
            }
            found.as_ref().is_some_and(|found| found.tokens == 1 && entry.phrases.is_empty())
        });
        found.unwrap_or_else(|| self.unknown(first))
    }

    /// What a word means by itself, and the second words of all phrases that it may begin.
    pub(crate) fn look_up_alone(&self, word: &str) -> (Found, FxHashSet<String>) {
        let mut found = None;
        let mut seconds = FxHashSet::default();
        peel::readings(word, &self.affixes, &mut |reading| {
            let Some(entry) = self.entries.get(&*reading.stem) else { return false };
            found = found.take().or_else(|| self.longest(entry, &reading, &[]));
            for second in entry.phrases.iter().filter_map(|phrase| phrase.rest.first()) {
                seconds.extend(self.affixes.noun_endings.iter().map(|ending| format!("{second}{ending}")));
                seconds.insert(second.clone());
            }
            false
        });
        (found.unwrap_or_else(|| self.unknown(word)), seconds)
    }

    /// An unknown word without an article and what is stuck before it, so that two forms of it compare.
    #[must_use]
    pub fn light_stem(&self, word: &str) -> String {
        let mut heads: Vec<&str> = vec![word];
        heads
            .extend(self.affixes.conjunctions.keys().filter_map(|prefix| word.strip_prefix(prefix.as_str())));
        for head in heads {
            let prepositions = self.affixes.prepositions.keys().map(String::as_str);
            for prefix in std::iter::once("").chain(prepositions) {
                let Some(rest) = head.strip_prefix(prefix) else { continue };
                let articles =
                    self.affixes.articles.iter().filter_map(|article| rest.strip_prefix(article.as_str()));
                if let Some(stem) = articles.into_iter().find(|stem| stem.chars().count() > 2) {
                    return stem.to_owned();
                }
            }
        }
        word.to_owned()
    }

    /// The normalized word without the article that sticks to it, if one does and more than two letters remain.
    #[must_use]
    pub fn without_article<'w>(&self, word: &'w str) -> Option<&'w str> {
        let rests = self.affixes.articles.iter().filter_map(|article| word.strip_prefix(article.as_str()));
        rests.into_iter().find(|rest| rest.chars().count() > 2)
    }

    /// Whether a normalized word begins as one with an article does, alone or behind what sticks before it.
    #[must_use]
    pub fn is_definite(&self, normal: &str) -> bool {
        let articles = self.affixes.articles.iter().map(String::as_str);
        let grown = self.affixes.prepositions_with_article.keys().map(String::as_str);
        let mut all = articles.chain(grown);
        let rests =
            self.affixes.prepositions.keys().filter_map(|prefix| normal.strip_prefix(prefix.as_str()));
        let begins = |word: &str, prefix: &str| {
            word.strip_prefix(prefix).is_some_and(|rest| rest.chars().nth(2).is_some())
        };
        let rests = std::iter::once(normal).chain(rests);
        all.any(|prefix| rests.clone().any(|rest| begins(rest, prefix)))
    }

    /// Whether a normalized word begins with the letters of a preposition.
    #[must_use]
    pub fn may_be_led(&self, normal: &str) -> bool {
        let mut rests =
            self.affixes.prepositions.keys().filter_map(|prefix| normal.strip_prefix(prefix.as_str()));
        rests.any(|rest| rest.chars().nth(2).is_some())
    }

    /// The normalized word without a noun's ending, if it has one.
    #[must_use]
    pub fn without_ending<'w>(&self, word: &'w str) -> Option<&'w str> {
        self.affixes.noun_endings.iter().find_map(|ending| word.strip_suffix(ending.as_str()))
    }

    /// Whether the normalized word ends as one does to which a pronoun of a single letter sticks.
    #[must_use]
    pub fn may_be_owned(&self, word: &str) -> bool {
        let mut pronouns = self.affixes.pronouns.iter().filter(|pronoun| pronoun.chars().count() == 1);
        pronouns.any(|pronoun| word.ends_with(pronoun.as_str()))
    }

    /// Whether the normalized word stands, behind the first one, in the full name of a known person.
    #[must_use]
    pub fn is_name_part(&self, normal: &str) -> bool {
        self.name_parts.contains(normal)
    }

    /// Whether the normalized word joins two names into one (`بن`), so that no name ends with it.
    #[must_use]
    pub fn is_name_particle(&self, normal: &str) -> bool {
        self.name_particles.iter().any(|particle| particle == normal)
    }

    /// Whether the normalized word begins as one with a conjunction stuck to it does, and is no known name.
    #[must_use]
    pub fn may_be_joined(&self, normal: &str) -> bool {
        let rest = self.affixes.conjunctions.keys().find_map(|prefix| normal.strip_prefix(prefix.as_str()));
        rest.is_some_and(|rest| rest.chars().count() > 2) && !self.name_parts.contains(normal)
    }

    /// What a word of no list means to the comparison of quotes.
    #[must_use]
    pub fn common_meaning(&self, word: &str) -> &[Id] {
        self.vocabulary.meaning(&fold_str(word), &self.affixes)
    }

    /// What is found of a word that is not listed.
    pub(crate) fn unknown(&self, word: &str) -> Found {
        Found {
            senses: Arc::from([]),
            clitics: Clitics::default(),
            skip: 0,
            tokens: 1,
            stem: word.to_owned(),
        }
    }

    fn longest(&self, entry: &Entry, reading: &Reading<'_>, rest: &[&str]) -> Option<Found> {
        let admitted = |senses: &[Sense]| -> Arc<[Sense]> {
            let fits = |sense: &&Sense| {
                reading.admits(sense.form, &self.affixes)
                    && !(reading.clitics.pronoun && sense.meaning.is_name())
            };
            senses.iter().filter(fits).cloned().collect()
        };
        let found = |senses: Arc<[Sense]>, tokens| Found {
            senses,
            clitics: reading.clitics,
            skip: reading.skip,
            tokens,
            stem: reading.stem.to_string(),
        };
        let fits = |phrase: &&Phrase| self.goes_on(&phrase.rest, rest);
        let phrase = entry.phrases.iter().filter(fits).max_by_key(|phrase| phrase.rest.len());
        if let Some(phrase) = phrase {
            let senses = admitted(&phrase.senses);
            if !senses.is_empty() {
                return Some(found(senses, 1 + phrase.rest.len()));
            }
        }
        let senses = admitted(&entry.senses);
        (!senses.is_empty()).then(|| found(senses, 1))
    }

    /// Whether the words begin with the rest of a phrase, each with or without an ending of nouns; the last one
    /// may be marked as an owner.
    fn goes_on(&self, phrase: &[String], words: &[&str]) -> bool {
        let Some((last, first)) = phrase.split_last() else { return true };
        let is_last =
            |word: &&str| *word == last || self.without_owner(word) == last || self.ends(last, word);
        words.get(phrase.len() - 1).is_some_and(is_last)
            && first.iter().zip(words).all(|(listed, word)| listed == word || self.ends(listed, word))
    }

    /// Whether a word is a listed one with an ending of nouns: `مترا`.
    fn ends(&self, listed: &str, word: &str) -> bool {
        let ending = word.strip_prefix(listed).filter(|ending| !ending.is_empty());
        ending.is_some_and(|ending| self.affixes.noun_endings.iter().any(|own| own == ending))
    }

    /// A word without the mark of an owner that a sign parts from it: the Union's, the workers'.
    #[must_use]
    pub fn without_owner<'w>(&self, word: &'w str) -> &'w str {
        let mut marks = self.affixes.pronouns.iter().filter(|mark| mark.starts_with('\''));
        marks.find_map(|mark| word.strip_suffix(mark.as_str())).unwrap_or(word)
    }

    fn add(&mut self, surface: &str, meaning: Meaning, form: Form) {
        let (first, rest) = surface.split_once(' ').unwrap_or((surface, ""));
        let hanging = rest.rsplit(' ').next().filter(|last| self.affixes.prepositions.contains_key(*last));
        let rest = hanging.and_then(|last| rest.strip_suffix(last)).unwrap_or(rest).trim_end();
        let entry = self.entries.entry(first.to_owned()).or_default();
        let senses = if rest.is_empty() { &mut entry.senses } else { entry.phrase(rest) };
        let sense = Sense { meaning, form };
        if !senses.contains(&sense) {
            // Most words have one meaning; room for more would double the memory of all.
            senses.reserve_exact(1);
            senses.push(sense);
        }
    }

    fn add_all(&mut self, surfaces: &[String], meaning: &Meaning, form: Form) {
        for surface in surfaces {
            self.add(surface, meaning.clone(), form);
        }
    }

    fn add_forms(&mut self, forms: &Forms, meaning: &Meaning) {
        self.add_all(&forms.one, meaning, Form::One);
        self.add_all(&forms.two, meaning, Form::Two);
        self.add_all(&forms.many, meaning, Form::Many);
    }

    fn add_concept(&mut self, words: &ConceptWords, meaning: &Meaning) {
        self.add_all(&words.one, meaning, Form::One);
        self.add_all(&words.two, meaning, Form::Two);
        self.add_all(&words.many, meaning, Form::Many);
        self.add_all(&words.past, meaning, Form::Past);
        self.add_all(&words.present, meaning, Form::Present);
        self.add_all(&words.fixed, meaning, Form::Fixed);
    }

    fn add_numbers(&mut self, numbers: &Numbers) {
        for (value, surfaces) in &numbers.cardinals {
            self.add_all(surfaces, &Meaning::Cardinal(*value), Form::Fixed);
        }
        for (value, forms) in &numbers.scales {
            self.add_forms(forms, &Meaning::Scale(*value));
        }
        for (value, surfaces) in &numbers.ordinals {
            self.add_all(surfaces, &Meaning::Ordinal(*value), Form::Fixed);
        }
        for (ratio, forms) in &numbers.fractions {
            if let Ok(value) = ratio.parse::<Number>() {
                self.add_forms(forms, &Meaning::Fraction(Box::new(value)));
            }
        }
        for (value, surfaces) in &numbers.vague {
            self.add_all(surfaces, &Meaning::Vague(*value), Form::Many);
        }
        for (value, surfaces) in &numbers.multiples {
            self.add_all(surfaces, &Meaning::Multiple(*value), Form::Fixed);
        }
        for (value, surfaces) in &numbers.times {
            self.add_all(surfaces, &Meaning::Times(*value), Form::Fixed);
        }
        for (position, surfaces) in &numbers.positions {
            self.add_all(surfaces, &Meaning::Position(*position), Form::Fixed);
        }
        for (value, surfaces) in &numbers.scale_marks {
            self.add_all(surfaces, &Meaning::ScaleMark(*value), Form::Fixed);
        }
        let marks = [
            (&numbers.ordinal_marks, Meaning::OrdinalMark),
            (&numbers.points, Meaning::Point),
            (&numbers.minus, Meaning::Minus),
            (&numbers.percents, Meaning::Percent),
            (&numbers.percentage_points, Meaning::PercentagePoint),
            (&numbers.basis_points, Meaning::BasisPoint),
        ];
        for (surfaces, meaning) in marks {
            self.add_all(surfaces, &meaning, Form::Fixed);
        }
    }

    fn add_calendar(&mut self, data: &schema::Language) {
        let fixed = |language: &mut Self, surfaces: &[String], meaning| {
            language.add_all(surfaces, &meaning, Form::Fixed);
        };
        for (month, surfaces) in &data.months {
            fixed(self, surfaces, Meaning::Month(*month));
        }
        for (month, surfaces) in &data.hijri_months {
            fixed(self, surfaces, Meaning::HijriMonth(*month));
        }
        for (id, surfaces) in &data.holidays {
            fixed(self, surfaces, Meaning::Holiday(id.as_str().into()));
        }
        for (weekday, surfaces) in &data.weekdays {
            fixed(self, surfaces, Meaning::Weekday(*weekday));
        }
        for (day, surfaces) in &data.relative_days {
            fixed(self, surfaces, Meaning::RelativeDay(*day));
        }
        for (daypart, surfaces) in &data.dayparts {
            fixed(self, surfaces, Meaning::Daypart(*daypart));
        }
        for (season, surfaces) in &data.seasons {
            fixed(self, surfaces, Meaning::Season(*season));
        }
        for (era, surfaces) in &data.eras {
            fixed(self, surfaces, Meaning::Era(*era));
        }
        for (zone, surfaces) in &data.zones {
            fixed(self, surfaces, Meaning::Zone(*zone));
        }
        for (zone, surfaces) in &data.named_zones {
            fixed(self, surfaces, Meaning::NamedZone(zone.as_str().into()));
        }
        for (code, forms) in &data.units {
            self.add_forms(forms, &Meaning::Unit(code.as_str().into()));
        }
        for (code, forms) in &data.currencies {
            self.add_forms(forms, &Meaning::Currency(code.as_str().into()));
        }
    }

    fn add_words(&mut self, data: &schema::Language) {
        for (hedge, surfaces) in &data.hedges {
            self.add_all(surfaces, &Meaning::Hedge(*hedge), Form::Fixed);
        }
        for (function, surfaces) in &data.functions {
            self.add_all(surfaces, &Meaning::Function(*function), Form::Fixed);
        }
        for (speech, words) in &data.speech {
            self.add_concept(words, &Meaning::Speech(*speech));
        }
        for (id, words) in &data.concepts {
            self.add_concept(words, &Meaning::Concept(id.as_str().into()));
        }
        for (id, words) in &data.roles {
            self.add_concept(words, &Meaning::Role(id.as_str().into()));
        }
        for (id, words) in &data.bodies {
            self.add_concept(words, &Meaning::Body(id.as_str().into()));
        }
        for (id, words) in &data.place_types {
            self.add_concept(words, &Meaning::PlaceType(id.as_str().into()));
        }
        self.add_names(data);
        self.add_all(&data.stop_words, &Meaning::Stop, Form::Fixed);
    }

    fn add_names(&mut self, data: &schema::Language) {
        for (code, words) in &data.countries {
            self.add_all(&words.names, &Meaning::Country(code.as_str().into()), Form::Fixed);
            self.add_all(&words.demonyms, &Meaning::Demonym(code.as_str().into()), Form::Fixed);
            self.add_all(&words.capital, &Meaning::Capital(code.as_str().into()), Form::Fixed);
        }
        for (id, surfaces) in &data.places {
            self.add_all(surfaces, &Meaning::Place(id.as_str().into()), Form::Fixed);
        }
        for (id, surfaces) in &data.directions {
            self.add_all(surfaces, &Meaning::Direction(id.as_str().into()), Form::Fixed);
        }
        for (id, words) in &data.people {
            self.add_all(&words.full, &Meaning::Person(id.as_str().into()), Form::Fixed);
            self.name_parts
                .extend(words.full.iter().flat_map(|name| name.split(' ').skip(1).map(str::to_owned)));
            self.add_all(&words.short, &Meaning::ShortPerson(id.as_str().into()), Form::Fixed);
        }
        self.name_parts.extend(data.name_spellings.given_names.values().flatten().map(|name| fold_str(name)));
    }
}

fn folded_affixes(affixes: &Affixes) -> Affixes {
    let list = |surfaces: &[String]| surfaces.iter().map(|surface| fold_str(surface)).collect();
    let table = |map: &BTreeMap<String, Function>| {
        map.iter().map(|(surface, function)| (fold_str(surface), *function)).collect()
    };
    Affixes {
        conjunctions: table(&affixes.conjunctions),
        prepositions: table(&affixes.prepositions),
        prepositions_with_article: table(&affixes.prepositions_with_article),
        articles: list(&affixes.articles),
        futures: list(&affixes.futures),
        present_prefixes: list(&affixes.present_prefixes),
        past_endings: list(&affixes.past_endings),
        present_endings: list(&affixes.present_endings),
        pronouns: list(&affixes.pronouns),
        noun_endings: list(&affixes.noun_endings),
        before_pronoun: affixes.before_pronoun.iter().map(|(a, b)| (fold_str(a), fold_str(b))).collect(),
    }
}
