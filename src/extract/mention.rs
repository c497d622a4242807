//! Mentions: values that a text states, each with the exact place of its words.

use crate::text::span::{Original, Span};
use crate::value::Value;
use std::ops::Range;

/// What sort of value a mention has; the names are those of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// A plain number.
    Number,
    /// A rank.
    Ordinal,
    /// Per cent.
    Percent,
    /// A sum of money.
    Money,
    /// A number with a unit or a counted noun.
    Quantity,
    /// A day, month, year or longer.
    Date,
    /// A time of day.
    Time,
    /// A day with a time.
    Datetime,
    /// A length of time.
    Duration,
    /// How often, or every so often.
    Set,
    /// A range of plain numbers.
    Range,
    /// Quoted words.
    Quote,
    /// A person, a body or a place.
    Name,
}

impl Dimension {
    /// Every dimension.
    pub const ALL: [Self; 13] = [
        Self::Number,
        Self::Ordinal,
        Self::Percent,
        Self::Money,
        Self::Quantity,
        Self::Date,
        Self::Time,
        Self::Datetime,
        Self::Duration,
        Self::Set,
        Self::Range,
        Self::Quote,
        Self::Name,
    ];

    /// Its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Ordinal => "ordinal",
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Quantity => "quantity",
            Self::Date => "date",
            Self::Time => "time",
            Self::Datetime => "datetime",
            Self::Duration => "duration",
            Self::Set => "set",
            Self::Range => "range",
            Self::Quote => "quote",
            Self::Name => "name",
        }
    }
}

/// What a text says of a time beside its value; the names are those of the JSON contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Aside {
    /// About then.
    About,
    /// Nearly then.
    Nearly,
    /// Before it.
    Before,
    /// After it.
    After,
    /// In its first part.
    Beginning,
    /// In its middle.
    Middle,
    /// In its last part.
    End,
}

impl Aside {
    /// Its name in JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::About => "approx",
            Self::Nearly => "nearly",
            Self::Before => "less_than",
            Self::After => "more_than",
            Self::Beginning => "beginning",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A value that a text states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What sort of value.
    pub dimension: Dimension,
    /// The words that give the value with their unit or noun.
    pub span: Span<Original>,
    /// Their words, as indices into the text's words.
    pub words: Range<usize>,
    /// The value.
    pub value: Value,
    /// The concept of the counted noun, if it is known.
    pub head: Option<String>,
    /// The counted noun as it is written, known or not.
    pub head_text: Option<String>,
    /// For a time that was resolved: what the words say without a reference.
    pub relative: Option<String>,
    /// For a time: what is said of it beside its value.
    pub aside: Option<Aside>,
    /// For a time of day: whether its day is not told by its own words, but around them.
    pub is_placed: bool,
    /// For a time: whether its day is told elsewhere, by what stands before or by when somebody spoke.
    pub is_day_inherited: bool,
}

impl Mention {
    /// A mention of nothing but its value.
    #[must_use]
    pub const fn new(dimension: Dimension, span: Span<Original>, value: Value) -> Self {
        Self {
            dimension,
            span,
            words: 0..0,
            value,
            head: None,
            head_text: None,
            relative: None,
            aside: None,
            is_placed: false,
            is_day_inherited: false,
        }
    }

    /// Whether it is a number less than one, which is a share of what is counted: a third of the dead.
    #[must_use]
    pub fn is_share(&self) -> bool {
        matches!(&self.value, Value::Amount(amount) if amount.is_share())
    }
}
