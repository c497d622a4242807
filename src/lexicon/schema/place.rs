//! Places and their types.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Places: their types, what excludes what, and what lies in what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Places {
    /// Where the data comes from.
    pub origin: String,
    /// Types: id → what it is a case of, and what it cannot be.
    pub types: BTreeMap<String, PlaceType>,
    /// Named places: id → type, country, container.
    pub places: BTreeMap<String, PlaceData>,
}

/// A type of place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct PlaceType {
    /// The wider type it is a case of.
    pub is: Option<String>,
    /// Types that it cannot be; symmetric, and inherited by narrower types.
    pub excludes: Vec<String>,
}

/// A named place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceData {
    /// Name in English, for reports.
    pub name: String,
    /// Type, of `types`.
    #[serde(rename = "type")]
    pub place_type: String,
    /// The place or country (ISO 3166) that it lies in.
    pub within: String,
    /// For a region: the direction that names it with its country.
    #[serde(default)]
    pub direction: Option<String>,
    /// Time zone by its IANA name, in a country that has several.
    #[serde(default)]
    pub zone: Option<String>,
}
