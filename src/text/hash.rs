//! A hash of contents: the same contents have the same hash in every article of a run. It is never shown.

use rustc_hash::FxHasher;
use std::hash::{Hash, Hasher};

/// The hash of some contents.
#[must_use]
pub fn of<T: Hash + ?Sized>(contents: &T) -> u64 {
    let mut hasher = FxHasher::default();
    contents.hash(&mut hasher);
    hasher.finish()
}
