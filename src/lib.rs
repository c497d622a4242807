//! A cross-article fact-consistency checker.
pub mod lexicon;
