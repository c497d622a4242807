//! A language: which words carry which number, unit, concept or function.

use crate::lexicon::schema::Surfaces;
use crate::lexicon::schema::calendar::{Daypart, Era, Season};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::names::NameSpellings;
use crate::lexicon::schema::numbers::{Hedge, Numbers};
use crate::lexicon::schema::speech::Speech;
use crate::lexicon::schema::words::{Affixes, ConceptWords, CountryWords, Forms, PersonWords};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A language: which words carry which number, unit, concept or function.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// BCP 47 tag.
    pub language: String,
    /// Name in English.
    pub name: String,
    /// ISO 15924 script code (`Arab`, `Latn`).
    pub script: String,
    /// Where the words come from.
    pub origin: String,
    /// Switches of the engine that this language turns on.
    pub grammar: Grammar,
    /// What may stick to a word.
    pub affixes: Affixes,
    /// Number words.
    pub numbers: Numbers,
    /// Units: UCUM code of the shared file → forms.
    pub units: BTreeMap<String, Forms>,
    /// Currencies: ISO 4217 code, or a bare name (`pound`) that the shared file resolves → forms.
    pub currencies: BTreeMap<String, Forms>,
    /// Months 1 to 12 of the Gregorian calendar, with every family of names.
    pub months: BTreeMap<u8, Surfaces>,
    /// Months 1 to 12 of the Hijri calendar.
    pub hijri_months: BTreeMap<u8, Surfaces>,
    /// Days that have a name: id of the holidays file → names.
    pub holidays: BTreeMap<String, Surfaces>,
    /// Weekdays, ISO: 1 is Monday.
    pub weekdays: BTreeMap<u8, Surfaces>,
    /// Days counted from the reference day: 0 today, -1 yesterday.
    pub relative_days: BTreeMap<i8, Surfaces>,
    /// Parts of a day.
    pub dayparts: BTreeMap<Daypart, Surfaces>,
    /// Seasons.
    pub seasons: BTreeMap<Season, Surfaces>,
    /// Words of the calendar's eras.
    pub eras: BTreeMap<Era, Surfaces>,
    /// Words that stand for a time zone: minutes from UTC → surfaces.
    pub zones: BTreeMap<i16, Surfaces>,
    /// Words that stand for the time of a place, summer and winter: IANA zone → surfaces.
    pub named_zones: BTreeMap<String, Surfaces>,
    /// Hedges and bounds, before or after the number.
    pub hedges: BTreeMap<Hedge, Surfaces>,
    /// Grammatical words.
    pub functions: BTreeMap<Function, Surfaces>,
    /// Verbs and nouns of saying.
    pub speech: BTreeMap<Speech, ConceptWords>,
    /// Things and actions that kinds, events and gifts are made of.
    pub concepts: BTreeMap<String, ConceptWords>,
    /// Roles that announce a person's name (`president`, `spokesman`).
    pub roles: BTreeMap<String, ConceptWords>,
    /// Words that begin the name of a body (`ministry`, `agency`).
    pub bodies: BTreeMap<String, ConceptWords>,
    /// Types of places (`factory`, `cosmodrome`).
    pub place_types: BTreeMap<String, ConceptWords>,
    /// Countries: ISO 3166 alpha-2 → names and demonyms.
    pub countries: BTreeMap<String, CountryWords>,
    /// Other places: id of the places file → names.
    pub places: BTreeMap<String, Surfaces>,
    /// Directions that make a region of a country (`far-east`).
    pub directions: BTreeMap<String, Surfaces>,
    /// People: id of the shared file → full and short names.
    pub people: BTreeMap<String, PersonWords>,
    /// How names are spelt.
    pub name_spellings: NameSpellings,
    /// Words without meaning of their own, which never begin or end a name.
    pub stop_words: Surfaces,
    /// Common words by their meaning, which nothing but the comparison of quotes asks for: single words, verbs
    /// without the endings that the language peels.
    pub vocabulary: BTreeMap<String, Surfaces>,
}

/// Switches of the engine.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Grammar {
    /// The subject usually follows its verb.
    pub verb_first: bool,
    /// Names are written with capitals.
    pub capitals: bool,
    /// The adjective follows its noun.
    pub adjective_after_noun: bool,
    /// Months and weekdays are written small, in a language that writes names with capitals.
    pub small_calendar: bool,
    /// The word that says which one ("last", "next") follows its weekday or unit, where other adjectives need
    /// not.
    pub near_after_noun: bool,
    /// In a run of digits, a full stop groups thousands and a comma marks decimals.
    pub decimal_comma: bool,
    /// A full stop groups thousands as well as it marks decimals.
    pub point_groups: bool,
    /// A year of the last hundred of the Hijri calendar needs no mark of its era.
    pub hijri_years: bool,
    /// A numeric date is written month first.
    pub month_first: bool,
    /// Bare degrees of heat are those of Celsius.
    pub celsius: bool,
}
