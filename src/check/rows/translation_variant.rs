//! `translation-variant`.
//!
//! # What it finds
//! Quotes of a speaker of another language whose words differ by order and synonyms alone.
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

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::TranslationVariant, holds };

fn holds(pair: &Pair<'_>) -> bool {
    let Some((left, right)) = pair.quotes() else { return false };
    pair.same_speaker()
        && left.translated
        && right.translated
        && left.beyond(right).is_empty()
        && right.beyond(left).is_empty()
}
