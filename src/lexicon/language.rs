//! One language for look-up: what a normalized word means, alone and at the head of a phrase.

mod affix;
mod entry;
mod opening;
mod record;

use crate::lexicon::language::entry::{Entries, Entry, Phrase};
pub(crate) use crate::lexicon::language::opening::{Beginning, Beginnings, Seconds};
use crate::lexicon::language::record::Record;
use crate::lexicon::meaning::{Clitics, Id, Meaning, Sense};
use crate::lexicon::peel::{self, Reading, Shape};
use crate::lexicon::peeling::Peeling;
use crate::lexicon::recall::Shelf;
use crate::lexicon::schema::language::Grammar;
use crate::lexicon::spelling::grapheme::Spelling;
use crate::lexicon::table::Table;
use crate::lexicon::vocabulary::Vocabulary;
use crate::text::fold::fold_str;
use std::sync::Arc;

/// A language.
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
    affixes: Peeling,
    /// What may stick to the end of the second word of a phrase.
    endings: Vec<String>,
    /// The marks of an owner that a sign parts from a word.
    owner_marks: Vec<String>,
    entries: Entries,
    /// What words of no list mean.
    nothing: Arc<[Sense]>,
    /// The concepts that verbs tell.
    deeds: Table<'static>,
    /// How names are spelt.
    pub(crate) spelling: Spelling,
    name_parts: Table<'static>,
    /// Given names, normalized.
    given_names: Table<'static>,
    /// Given names as they are usually spelt.
    spelt_names: Table<'static>,
    /// Common words, in all of which nobody's name is seen.
    common: Table<'static>,
    name_particles: Vec<String>,
    /// Names that are everyday words as well, normalized.
    homographs: Vec<String>,
    /// What was looked up.
    pub(crate) shelf: Shelf,
    /// What was looked up in another language, for words in texts of this one.
    pub(crate) guests: Shelf,
    pub(crate) vocabulary: Vocabulary,
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

/// A way to read a word whose stem is listed.
#[derive(Clone, Debug)]
pub(crate) struct Listed<'w> {
    /// The number of its entry.
    number: usize,
    reading: Reading<'w>,
}

impl Listed<'_> {
    /// The same without the word that it was made of.
    pub(crate) fn into_owned(self) -> Listed<'static> {
        Listed { number: self.number, reading: self.reading.into_owned() }
    }
}

/// Where a surface is listed that begins with a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// The way to read the word, of several.
    way: usize,
    /// The phrase of the entry; none where the word stands for itself.
    phrase: Option<usize>,
    /// How many tokens the surface takes.
    pub(crate) tokens: usize,
}

impl Language {
    /// The language of a record.
    #[must_use]
    pub fn new(bytes: &'static [u8]) -> Self {
        let record: Record<'static> =
            postcard::from_bytes(bytes).expect("the build script wrote this record by the same schema");
        Self {
            name_particles: record.spellings.particles.iter().map(|word| fold_str(word)).collect(),
            homographs: record.spellings.homographs.iter().map(|word| fold_str(word)).collect(),
            spelling: Spelling::new(&record.spellings, record.given_names),
            tag: record.tag,
            name: record.name,
            script: record.script,
            grammar: record.grammar,
            endings: record.affixes.phrase_endings(),
            owner_marks: record.affixes.owner_marks(),
            affixes: Peeling::new(record.affixes),
            entries: Entries::new(record.entries),
            nothing: Arc::from([]),
            deeds: Table::new(record.deeds),
            name_parts: Table::new(record.name_parts),
            given_names: Table::new(record.given),
            spelt_names: Table::new(record.spelt),
            common: Table::new(record.common),
            shelf: Shelf::default(),
            guests: Shelf::default(),
            vocabulary: Vocabulary::new(record.vocabulary),
        }
    }

    /// The longest listed surface at the beginning of `words`, which are normalized tokens with whether
    /// white space or nothing stands between them; the first word is peeled, the rest stand as listed.
    #[must_use]
    pub fn look_up(&self, words: &[&str]) -> Found {
        let Some((first, rest)) = words.split_first() else { return self.unknown("") };
        let listed = self.listed(first);
        let seconds: Vec<u64> =
            rest.first().into_iter().flat_map(|second| self.listed_seconds(second)).collect();
        self.found_at(first, &listed, self.longest_of(&listed, &seconds, rest))
    }

    /// The ways to read a word under which something is listed, from the least peeled on, up to the first one
    /// behind which nothing else can be meant: it begins no phrase, and the word has a meaning by then.
    pub(crate) fn listed<'w>(&'w self, word: &'w str) -> Vec<Listed<'w>> {
        let mut listed = Vec::new();
        let mut is_known = false;
        peel::readings(word, &self.affixes, &mut |reading| {
            let Some((number, entry)) = self.entries.get(&reading.stem) else { return false };
            let is_meant = entry.senses.iter().any(|sense| self.admits(&reading, sense));
            is_known |= is_meant;
            if is_meant || !entry.phrases.is_empty() {
                listed.push(Listed { number, reading });
            }
            is_known && entry.phrases.is_empty()
        });
        listed
    }

    /// What a word means as the surface that is listed at a place; unknown where there is none.
    pub(crate) fn found_at(&self, word: &str, listed: &[Listed<'_>], place: Option<Place>) -> Found {
        let found = |place: Place| {
            let Listed { number, reading } = listed.get(place.way)?;
            let entry = self.entries.numbered(*number)?;
            let senses = match place.phrase {
                Some(phrase) => self.admitted(reading, &entry.phrases.get(phrase)?.senses).cloned().collect(),
                None if self.admitted(reading, &entry.senses).count() == entry.senses.len() => {
                    Arc::clone(&entry.senses)
                }
                None => self.admitted(reading, &entry.senses).cloned().collect(),
            };
            Some(Found {
                senses,
                clitics: reading.clitics,
                skip: reading.skip,
                tokens: place.tokens,
                stem: reading.stem.to_string(),
            })
        };
        place.and_then(found).unwrap_or_else(|| self.unknown(word))
    }

    /// Those of some listed senses that a reading of a word lets it have.
    fn admitted<'s>(
        &'s self,
        reading: &'s Reading<'_>,
        senses: &'s [Sense],
    ) -> impl Iterator<Item = &'s Sense> {
        let admitted = move || senses.iter().filter(move |sense| self.admits(reading, sense));
        // A place has the article that its name is listed with, and no other.
        let is_thing = reading.clitics.article && admitted().any(|sense| !sense.meaning.is_place());
        admitted().filter(move |sense| !(is_thing && sense.meaning.is_place()))
    }

    /// Whether a verb tells a concept, so that its nouns are of what is done or happens.
    #[must_use]
    pub fn tells_deed(&self, concept: &str) -> bool {
        self.deeds.holds(concept)
    }

    /// Whether the normalized word stands, behind the first one, in the full name of a known person.
    #[must_use]
    pub fn is_name_part(&self, normal: &str) -> bool {
        self.name_parts.holds(normal)
    }

    /// Whether the normalized word is a given name.
    #[must_use]
    pub fn is_given_name(&self, normal: &str) -> bool {
        self.given_names.holds(normal)
    }

    /// Whether a word as it is written is the usual spelling of a given name.
    #[must_use]
    pub fn is_spelt_name(&self, written: &str) -> bool {
        self.spelt_names.holds(written)
    }

    /// Whether the normalized word makes one name with the word behind it (`عبد`).
    #[must_use]
    pub fn opens_name(&self, normal: &str) -> bool {
        self.spelling.is_joined(normal)
    }

    /// Whether the normalized word joins two names into one (`بن`), so that no name ends with it.
    #[must_use]
    pub fn is_name_particle(&self, normal: &str) -> bool {
        self.name_particles.iter().any(|particle| particle == normal)
    }

    /// Whether the stem of a name is an everyday word as well.
    #[must_use]
    pub fn is_homograph(&self, stem: &str) -> bool {
        self.homographs.iter().any(|word| word == stem)
    }

    /// Whether a word may be a verb in the present by how it begins, with a subject that does not speak.
    #[must_use]
    pub fn may_begin_present(&self, normal: &str) -> bool {
        self.affixes.third_prefixes.iter().any(|prefix| normal.starts_with(&**prefix))
    }

    /// Whether a word begins as the present of a verb mostly does.
    #[must_use]
    pub fn begins_present(&self, normal: &str) -> bool {
        self.affixes.third_prefixes.first().is_some_and(|prefix| normal.starts_with(&**prefix))
    }

    /// What a word of no list means to the comparison of quotes.
    #[must_use]
    pub fn common_meaning(&self, word: &str) -> &[Id] {
        self.vocabulary.meaning(&fold_str(word), &self.affixes)
    }

    /// Whether a normalized word of no list is a common one and no name, alone or with what may stick before it.
    #[must_use]
    pub fn is_common(&self, word: &str) -> bool {
        let mut is_common = false;
        peel::readings(word, &self.affixes, &mut |reading| {
            is_common =
                matches!(reading.shape, Shape::Whole | Shape::Nominal) && self.common.holds(&reading.stem);
            is_common
        });
        is_common
    }

    /// What is found of a word that is not listed.
    pub(crate) fn unknown(&self, word: &str) -> Found {
        Found {
            senses: Arc::clone(&self.nothing),
            clitics: Clitics::default(),
            skip: 0,
            tokens: 1,
            stem: word.to_owned(),
        }
    }

    /// The longest of some phrases of an entry that goes on with `rest`, if there is one, and how many tokens it
    /// takes; none where nothing is meant in this reading.
    fn longest<'e>(
        &self,
        entry: &'e Entry,
        phrases: impl Iterator<Item = (usize, &'e Phrase)>,
        reading: &Reading<'_>,
        rest: &[&str],
    ) -> Option<(Option<usize>, usize)> {
        let is_meant = |senses: &[Sense]| senses.iter().any(|sense| self.admits(reading, sense));
        let fits = |(_, phrase): &(usize, &Phrase)| self.goes_on(&phrase.rest, rest);
        // What is listed as it is written comes before what an ending makes of another: جنوب أفريقيا, جنوب أفريقي.
        let is_exact = |phrase: &Phrase| {
            rest.get(phrase.rest.len() - 1).copied() == phrase.rest.last().map(String::as_str)
        };
        let longest =
            phrases.filter(fits).max_by_key(|(idx, phrase)| (phrase.rest.len(), is_exact(phrase), *idx));
        let longest = longest.filter(|(_, phrase)| is_meant(&phrase.senses));
        let longest = longest.map(|(at, phrase)| (Some(at), 1 + phrase.rest.len()));
        longest.or_else(|| is_meant(&entry.senses).then_some((None, 1)))
    }

    /// Whether a reading of a word lets it have a listed sense.
    fn admits(&self, reading: &Reading<'_>, sense: &Sense) -> bool {
        // Names take no endings, and people no article but that of their name.
        let is_bare = !reading.clitics.pronoun && reading.shape != Shape::Ended;
        let is_person = matches!(sense.meaning, Meaning::Person(_) | Meaning::ShortPerson(_));
        reading.admits(sense.form, &self.affixes)
            && (reading.clitics.owner || is_bare || !sense.meaning.is_name())
            && !(is_person && reading.clitics.article)
    }

    /// Whether the words begin with the rest of a phrase, each with or without an ending of nouns; the last one
    /// may be marked as an owner.
    fn goes_on(&self, phrase: &[String], words: &[&str]) -> bool {
        let Some((last, first)) = phrase.split_last() else { return true };
        // Whatever an ending or a mark adds stands behind the listed word, so that most phrases end here, and most
        // of those with the second byte: a letter of two bytes differs from most others in it.
        let begins = |word: &&str| {
            phrase.first().is_some_and(|listed| {
                let second = |word: &str| word.as_bytes().get(1).copied();
                (listed.len() < 2 || second(word) == second(listed)) && word.starts_with(listed.as_str())
            })
        };
        if !words.first().is_some_and(begins) {
            return false;
        }
        let is_last = |word: &&str| {
            *word == last
                || self.without_owner(word) == last
                || self.ends(last, word)
                || self.has_pronoun(last, word)
        };
        words.get(phrase.len() - 1).is_some_and(is_last)
            && first.iter().zip(words).all(|(listed, word)| listed == word || self.ends(listed, word))
    }
}
