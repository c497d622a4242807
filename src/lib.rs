//! A cross-article fact-consistency checker.
pub mod cli;
pub mod fact;
pub mod finding;
pub mod graph;
pub mod lexicon;
pub mod policy;
pub mod report;
pub mod run;
pub mod text;
pub mod value;
