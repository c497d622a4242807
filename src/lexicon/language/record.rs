//! A language as the build script leaves it: what is read at start-up, and tables that are read where they lie.

use crate::lexicon::schema::language::Grammar;
use crate::lexicon::schema::names::NameSpellings;
use crate::lexicon::schema::words::Affixes;
use serde::{Deserialize, Serialize};

/// A language as the build script leaves it.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Record<'r> {
    /// BCP 47 tag.
    pub(crate) tag: String,
    /// Name in English.
    pub(crate) name: String,
    /// ISO 15924 script code.
    pub(crate) script: String,
    /// Switches of the engine.
    pub(crate) grammar: Grammar,
    /// What may stick to a word, normalized.
    pub(crate) affixes: Affixes,
    /// How names are spelt, without the given names.
    pub(crate) spellings: NameSpellings,
    /// The given names by their ids.
    pub(crate) given_names: &'r [u8],
    /// A table: what is listed under the first word of each surface.
    pub(crate) entries: &'r [u8],
    /// A table: the concepts that verbs tell.
    pub(crate) deeds: &'r [u8],
    /// A table: the words that stand in names of people.
    pub(crate) name_parts: &'r [u8],
    /// A table: the given names, normalized.
    pub(crate) given: &'r [u8],
    /// A table: the given names as they are usually spelt.
    pub(crate) spelt: &'r [u8],
    /// A table: common words that stand in no name, those with a meaning among them.
    pub(crate) common: &'r [u8],
    /// Common words by their meaning.
    pub(crate) vocabulary: &'r [u8],
}
