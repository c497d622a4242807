//! Places as values: what they are, what they lie in, what they cannot be.

use std::collections::BTreeSet;
use std::sync::Arc;

/// A place. Everything that comparison needs is resolved when it is made, so that comparing is pure.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Name for reports: the words of the text, or the known name.
    pub name: String,
    /// Identity of a named place: an id of the places data, or the name key of an unknown one.
    pub id: Option<String>,
    /// Type and all wider types; one set for all places of a type.
    pub types: Arc<BTreeSet<String>>,
    /// Types that it cannot be.
    pub excludes: Arc<BTreeSet<String>>,
    /// Ids of everything that it lies in.
    pub within: BTreeSet<String>,
}

/// Letters of the code of a country.
const CODE: usize = 2;

impl Place {
    /// Whether a list knows where it lies: a place in others, or a country.
    #[must_use]
    pub fn is_listed(&self) -> bool {
        !self.within.is_empty() || self.id.as_ref().is_some_and(|id| id.len() == CODE)
    }

    /// Whether `self` lies in `outer`.
    #[must_use]
    pub fn lies_in(&self, outer: &Self) -> bool {
        outer.id.as_ref().is_some_and(|id| self.within.contains(id))
    }

    /// Whether the types of the two cannot be one place's.
    #[must_use]
    pub fn is_excluded_by(&self, other: &Self) -> bool {
        !self.excludes.is_disjoint(&other.types) || !other.excludes.is_disjoint(&self.types)
    }
}
