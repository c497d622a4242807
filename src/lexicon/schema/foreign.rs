//! Languages that are told from the known ones, so that nobody takes their words for what they are not.

use crate::lexicon::schema::Surfaces;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Languages that are not read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Foreign {
    /// Where the words come from.
    pub origin: String,
    /// Each by its BCP 47 tag.
    pub languages: BTreeMap<String, ForeignLanguage>,
}

/// A language that is not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ForeignLanguage {
    /// Its name in English.
    pub name: String,
    /// The commonest words of its grammar, those that it shares with others among them.
    pub words: Surfaces,
}
