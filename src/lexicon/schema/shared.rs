//! What is the same in all languages: units, currencies, countries and people.

use crate::lexicon::schema::Surfaces;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What all languages share.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shared {
    /// Where the data comes from.
    pub origin: String,
    /// Units by UCUM code.
    pub units: BTreeMap<String, UnitData>,
    /// Currencies by ISO 4217 code.
    pub currencies: BTreeMap<String, CurrencyData>,
    /// Countries by ISO 3166 alpha-2 code.
    pub countries: BTreeMap<String, CountryData>,
    /// People whose names need no introduction.
    pub people: BTreeMap<String, PersonData>,
    /// Pairs of meanings of which one turns the sense of what the other says.
    pub opposites: Vec<(String, String)>,
    /// Meanings by their sort, where nothing is of two of one sort: a mother is no father.
    pub sorts: BTreeMap<String, Vec<String>>,
}

/// A unit: what it measures and its exact factor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnitData {
    /// Dimension (`length`, `mass`, `time`, …).
    pub dimension: String,
    /// Exact factor to the dimension's base unit, a decimal or a ratio (`5/9`).
    #[serde(default)]
    pub factor: Option<String>,
    /// What is added after the factor, for temperatures.
    #[serde(default)]
    pub offset: Option<String>,
    /// ISO 8601 duration, for units of time.
    #[serde(default)]
    pub period: Option<String>,
    /// Most of them that people count, where more are something else of the name: 212 عقدا are contracts, no decades.
    #[serde(default)]
    pub most: Option<u32>,
    /// Symbols written after (or right behind) a number in any language; case counts.
    #[serde(default)]
    pub symbols: Surfaces,
}

/// A currency.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CurrencyData {
    /// Countries that use it, ISO 3166, the first one its home.
    pub countries: Vec<String>,
    /// Bare names that need a country to tell which currency is meant (`pound`, `riyal`).
    #[serde(default)]
    pub bare: Vec<String>,
    /// Bare names that mean this currency where no country tells.
    #[serde(default)]
    pub home_of: Vec<String>,
    /// Signs before or after a number; case counts.
    #[serde(default)]
    pub symbols: Surfaces,
}

/// A country.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountryData {
    /// Name in English, for reports.
    pub name: String,
    /// Name of the capital in English, for reports; none where there is none.
    #[serde(default)]
    pub capital: Option<String>,
    /// Main official language, BCP 47; a leader's words in another language are translated.
    pub language: String,
    /// Time zone of its capital, by its IANA name; none where nobody lives.
    #[serde(default)]
    pub zone: Option<String>,
    /// Whether parts of it keep another time.
    #[serde(default)]
    pub other_zones: bool,
}

/// A person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonData {
    /// Name in English, for reports.
    pub name: String,
    /// Country, ISO 3166.
    pub country: String,
}
