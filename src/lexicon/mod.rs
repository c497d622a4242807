//! Languages, units, places and kinds as data.

pub mod schema;

use crate::lexicon::schema::Kind;
use crate::value::place::Place;
use crate::value::unit::Unit;
use crate::value::words::{Name, Words};

/// All data, compiled.
#[derive(Debug, Default)]
pub struct Lexicon {
    kinds: Vec<Kind>,
}

impl Lexicon {
    /// The embedded data.
    #[must_use]
    pub fn embedded() -> Self {
        Self::default()
    }

    /// Adds a user's kinds; a kind with the id of an embedded one replaces it.
    pub fn add_kinds(&mut self, kinds: Vec<Kind>) {
        self.kinds.extend(kinds);
    }

    /// The kinds of facts.
    #[must_use]
    pub fn kinds(&self) -> &[Kind] {
        &self.kinds
    }

    /// A kind by its id.
    #[must_use]
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| kind.id == id)
    }

    /// A unit by its UCUM code, or a currency by its ISO 4217 code.
    #[must_use]
    pub fn unit(&self, _code: &str) -> Option<Unit> {
        None
    }

    /// The place that some words name, in any language: a known place, or one known by its words alone.
    #[must_use]
    pub fn place(&self, words: &str) -> Place {
        Place { name: words.to_owned(), ..Place::default() }
    }

    /// The person, body or thing that some words name, in any language.
    #[must_use]
    pub fn name(&self, words: &str) -> Name {
        Name { name: words.to_owned(), ..Name::default() }
    }

    /// Quoted words with the keys by which they compare.
    #[must_use]
    pub fn words(&self, text: &str, translated: bool) -> Words {
        Words { text: text.to_owned(), keys: Vec::new(), translated }
    }
}
