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

/// Text with its tokens.
pub mod text;

/// Values and how they compare.
pub mod value;

/// Facts, articles and events.
pub mod fact;

/// Words, places and kinds as data.
pub mod lexicon;

/// From text to facts.
pub mod extract;

/// From facts to questions.
pub mod graph;

/// What checking can say.
pub mod finding;

/// From questions to findings.
pub mod check;

/// What counts.
pub mod policy;

/// Output formats.
pub mod report;

/// Input files.
pub mod load;

/// The command line.
pub mod cli;

/// From arguments to exit status.
pub mod run;
