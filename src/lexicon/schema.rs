//! The strict schema of the data files: languages, what all languages share, kinds and places.
//!
//! Used twice: by the build script, which compiles the embedded YAML, and by the library, which decodes
//! it and reads a user's own kinds. It holds words and ids alone; it knows no text and no values.

/// Answers of a kind's questions.
pub mod answers;
/// Parts of a day, seasons, eras.
pub mod calendar;
/// Lists of concepts.
pub mod concepts;
/// Types of events.
pub mod event;
/// Languages that are not read.
pub mod foreign;
/// Grammatical words.
pub mod function;
/// Days with a name.
pub mod holiday;
/// Kinds of facts.
pub mod kind;
/// Languages.
pub mod language;
/// Spellings of names.
pub mod names;
/// Number words.
pub mod numbers;
/// Places and their types.
pub mod place;
/// Units, currencies, countries, people.
pub mod shared;
/// Words of saying.
pub mod speech;
mod surfaces;
/// How values are told.
pub mod telling;
/// Classes of words.
pub mod words;

/// Surface forms of one language, as they are written in its press.
pub type Surfaces = Vec<String>;
