//! Rules about facts of several questions, which no pair of value classes shows. One file each, one line here.

mod first_last_conflict;
mod sequence_conflict;

use crate::finding::Verdict;
use crate::finding::reason::Reason;
use crate::graph::Knowledge;
use crate::lexicon::Lexicon;

/// A rule about everything known, and the reason that its verdicts have.
#[derive(Clone, Copy, Debug)]
pub struct Core {
    /// The reason.
    pub reason: Reason,
    /// The verdicts that it adds to those of pairs.
    pub judge: fn(&Knowledge, &Lexicon, &[Verdict]) -> Vec<Verdict>,
}

/// All such rules. One line here adds one.
pub const CORES: &[Core] = &[first_last_conflict::CORE, sequence_conflict::CORE];
