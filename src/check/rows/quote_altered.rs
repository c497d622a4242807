//! `quote-altered`.
//!
//! # What it finds
//! One utterance turned into another: by a negation, a number, a name, an opposite, a share of all, an owner.
//!
//! # Why it matters
//! Words between quotation marks are to be the speaker's.
//!
//! # When it is wrong
//! Two utterances on one matter that resemble each other; another word for one sense alters nothing.
//!
//! # Example
//! "The largest seizure" against "one of the largest seizures".

use crate::check::pair::Pair;
use crate::check::rows::Row;
use crate::finding::reason::Reason;
use crate::value::wording::Wording;

/// The row.
pub(super) const ROW: Row = Row { reason: Reason::QuoteAltered, holds };

fn holds(pair: &Pair<'_>) -> bool {
    pair.wording() == Some(Wording::Altered) && !pair.has_two_speakers()
}
