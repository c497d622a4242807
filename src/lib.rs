//! A cross-article fact-consistency checker.
pub mod fact;
pub mod finding;
pub mod graph;
pub mod lexicon;
pub mod load;
pub mod policy;
pub mod text;
pub mod value;
