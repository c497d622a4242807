//! Languages, units, places and kinds as data.
pub mod schema;
