//! `translation-variant`.
//!
//! # What it finds
//! Quotes that differ by translation alone, or by order, form and other words for one sense.
//!
//! # Why it matters
//! Two translators of one sentence never choose the same words.
//!
//! # When it is wrong
//! A paper that changed the sense with a near synonym.
//!
//! # Example
//! A great victory against a big victory, both translated.

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::wording::Wording;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::TranslationVariant, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.wording() == Some(Wording::Reworded) && !pair.has_two_speakers()
}
