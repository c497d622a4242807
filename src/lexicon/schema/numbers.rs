//! The number words of a language.

use crate::lexicon::schema::Surfaces;
use crate::lexicon::schema::words::Forms;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Hedges and bounds of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hedge {
    /// About, around.
    About,
    /// A little less than.
    Nearly,
    /// More than.
    Over,
    /// This or more.
    AtLeast,
    /// Less than.
    Under,
    /// This or less.
    AtMost,
    /// No more and no less.
    Exactly,
}

/// A place in a row that is counted from its end or from the current one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// The current one.
    Current,
    /// The one at the end.
    Last,
    /// The one before it.
    LastButOne,
    /// The one before that.
    LastButTwo,
    /// The one after the current one.
    Next,
    /// The one before the current one.
    Previous,
}

/// Number words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Numbers {
    /// Value below 1000 → forms, in every gender, case and spelling.
    pub cardinals: BTreeMap<u16, Surfaces>,
    /// Scale (100 and powers of ten) → forms; the dual states two of it, the plural alone several.
    pub scales: BTreeMap<u64, Forms>,
    /// Value → ordinal forms.
    pub ordinals: BTreeMap<u16, Surfaces>,
    /// Endings of an ordinal in digits (`th`).
    pub ordinal_marks: Surfaces,
    /// `1/2` → forms (dual: two of them).
    pub fractions: BTreeMap<String, Forms>,
    /// Least value that a vague word implies (`dozens` → 24) → forms.
    pub vague: BTreeMap<u64, Surfaces>,
    /// Exact words that multiply (`dozen` → 12, `couple` → 2).
    pub multiples: BTreeMap<u16, Surfaces>,
    /// How often: value → words (`twice` → 2).
    pub times: BTreeMap<u16, Surfaces>,
    /// Places in a row that are counted from its end or from the current one.
    pub positions: BTreeMap<Position, Surfaces>,
    /// Words of the decimal mark (`point`, `فاصلة`).
    pub points: Surfaces,
    /// Words of a negative number (`minus`, `ناقص`).
    pub minus: Surfaces,
    /// Words and signs of per cent.
    pub percents: Surfaces,
    /// Words of percentage points.
    pub percentage_points: Surfaces,
    /// Words of a hundredth of one.
    pub basis_points: Surfaces,
    /// Abbreviated scales after digits (`bn`, `m`).
    pub scale_marks: BTreeMap<u64, Surfaces>,
}
