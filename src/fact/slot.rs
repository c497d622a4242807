//! The slots: the named parts of a fact that fix what it is about. Names alone, shared with the data files.

use serde::{Deserialize, Serialize};

/// A slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Slot {
    /// Who does or undergoes it.
    Who,
    /// Whom or what it is done with or to.
    Whom,
    /// Where it comes from.
    From,
    /// Where it goes to.
    To,
    /// Where it is or happens.
    Where,
    /// When it is or happens.
    When,
    /// Which thing it is about.
    What,
    /// The thing whose measure it is.
    Of,
    /// What is done with the counted things.
    Action,
    /// Which part of the whole is counted.
    Part,
    /// Per which unit of time or thing.
    Per,
    /// The moment for which the value holds.
    AsOf,
}

impl Slot {
    /// Every slot, in the order of the documentation.
    pub const ALL: [Self; 12] = [
        Self::Who,
        Self::Whom,
        Self::From,
        Self::To,
        Self::Where,
        Self::When,
        Self::What,
        Self::Of,
        Self::Action,
        Self::Part,
        Self::Per,
        Self::AsOf,
    ];

    /// Its name in files and reports.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Whom => "whom",
            Self::From => "from",
            Self::To => "to",
            Self::Where => "where",
            Self::When => "when",
            Self::What => "what",
            Self::Of => "of",
            Self::Action => "action",
            Self::Part => "part",
            Self::Per => "per",
            Self::AsOf => "as-of",
        }
    }
}
