//! `dispute`.
//!
//! # What it finds
//! A claim and its denial by different holders.
//!
//! # Why it matters
//! Both are to be told; neither is a mistake of the articles.
//!
//! # When it is wrong
//! A denial of a part that is read as a denial of the whole.
//!
//! # Example
//! The ministry says that arms were sent; both capitals deny it.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::Dispute, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.is_denied() && !pair.same_holder()
}
