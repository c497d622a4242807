//! A cross-article fact-consistency checker: a compiler for reported facts.
//!
//! ```text
//! article files ─ load ─→ text ─ extract ─→ facts ─ graph ─→ questions ─ check ─→ findings ─ policy ─→ report
//! fact files ──── load ───────────────────→ facts ┘
//! ```
//!
//! The modules below are layers: each may use only those above it, and a test holds the list. The laws: only
//! disjoint values of one question contradict; a value that is bound to no question is never compared; no
//! finding without the exact words of both sides; the same input gives the same bytes, at any thread count;
//! stages up to the graph cannot fail, since bad input is data.

pub mod text;

pub mod value;

pub mod fact;

pub mod lexicon;

pub mod extract;

pub mod graph;

pub mod finding;

pub mod check;

pub mod policy;

pub mod report;

pub mod load;

pub mod cli;

pub mod run;
