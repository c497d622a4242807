//! The data files as the build script compiled them. One line here adds a language.

use crate::lexicon::schema::foreign::Foreign;
use crate::lexicon::schema::holiday::Holidays;
use crate::lexicon::schema::kind::Kinds;
use crate::lexicon::schema::place::Places;
use crate::lexicon::schema::shared::Shared;
use serde::de::DeserializeOwned;
use std::collections::{BTreeMap, BTreeSet};

/// Every language: its file's name and its record.
pub const LANGUAGES: &[(&str, &[u8])] = &[
    ("ar", include_bytes!(concat!(env!("OUT_DIR"), "/ar.bin"))),
    ("en", include_bytes!(concat!(env!("OUT_DIR"), "/en.bin"))),
    ("fr", include_bytes!(concat!(env!("OUT_DIR"), "/fr.bin"))),
];

/// What all languages share.
#[must_use]
pub fn shared() -> Shared {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/shared.bin")))
}

/// The places.
#[must_use]
pub fn places() -> Places {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/places.bin")))
}

/// The days that have a name.
#[must_use]
pub fn holidays() -> Holidays {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/holidays.bin")))
}

/// The languages that are not read.
#[must_use]
pub fn foreign() -> Foreign {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/foreign.bin")))
}

/// The ids of all concepts for which a language has words.
#[must_use]
pub fn concepts() -> BTreeSet<String> {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/concepts.bin")))
}

/// The broader concept of each that has one, as the words of the languages tell it.
#[must_use]
pub fn broader() -> BTreeMap<String, String> {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/broader.bin")))
}

/// The built-in kinds.
#[must_use]
pub fn kinds() -> Kinds {
    decode(include_bytes!(concat!(env!("OUT_DIR"), "/kinds.bin")))
}

fn decode<T: DeserializeOwned>(bytes: &[u8]) -> T {
    postcard::from_bytes(bytes).expect("the build script wrote this data by the same schema")
}
