//! Lists of the report that are made as they are written, so that no copy of all of it is ever kept.

use crate::fact::FactIdx;
use crate::graph::Knowledge;
use serde::{Serialize, Serializer};
use std::fmt;

/// Every item of a list as its object.
pub(super) struct Each<'a, T, O> {
    /// The items.
    pub(super) items: &'a [T],
    /// Makes the object of the item at a place of the list.
    pub(super) object: fn(usize, &'a T, &'a Knowledge) -> O,
    /// What the items are of.
    pub(super) knowledge: &'a Knowledge,
}

impl<T, O: Serialize> Serialize for Each<'_, T, O> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let items = self.items.iter().enumerate();
        serializer.collect_seq(items.map(|(idx, item)| (self.object)(idx, item, self.knowledge)))
    }
}

/// The id of the item at a place of its list: a letter, and a number from 1.
pub(super) struct Id(pub(super) char, pub(super) usize);

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.0, self.1 + 1)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The ids of facts.
pub(super) struct Ids<'a>(pub(super) &'a [FactIdx]);

impl Serialize for Ids<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(|fact| Id('f', fact.0)))
    }
}
