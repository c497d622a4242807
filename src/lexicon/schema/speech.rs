//! Words of saying, by what they do to what is said.

use serde::{Deserialize, Serialize};

/// Verbs and nouns of saying.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Speech {
    /// Say, state, announce, add, confirm: what follows is asserted.
    Say,
    /// Deny, reject as untrue.
    Deny,
    /// Accuse, allege: what follows is asserted against somebody.
    Accuse,
    /// Doubt, suspect, expect: what follows is possible.
    Suspect,
    /// According to, citing: what stands beside is asserted by them.
    AccordingTo,
}
