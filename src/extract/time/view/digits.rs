//! Figures among the words: digits by themselves, and years.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::time::hijri;
use crate::extract::time::said::Scale;
use crate::extract::time::view::View;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::calendar::Era;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

impl View<'_> {
    /// The digits at `idx`, whatever is around them.
    #[must_use]
    pub fn raw(&self, idx: usize) -> Option<&str> {
        self.get(idx).filter(|word| word.kind == TokenKind::Digits).map(|word| word.normal.as_str())
    }

    /// The number in digits at `idx` with its count of digits, when it is no part of a longer figure.
    #[must_use]
    pub fn digits(&self, idx: usize) -> Option<(i32, usize)> {
        let raw = self.raw(idx).filter(|raw| raw.len() <= 4)?;
        if self.joined_before(idx) || self.joined_after(idx) {
            return None;
        }
        Some((raw.parse().ok()?, raw.len()))
    }

    /// Whether a sign ties the digits at `idx` to digits behind them.
    #[must_use]
    pub fn joined_after(&self, idx: usize) -> bool {
        self.touches(idx + 1)
            && self.is_joint(idx + 1)
            && self.touches(idx + 2)
            && self.raw(idx + 2).is_some()
    }

    /// Whether a sign ties the digits at `idx` to digits before them.
    #[must_use]
    pub fn joined_before(&self, idx: usize) -> bool {
        idx >= 2
            && self.touches(idx)
            && self.touches(idx - 1)
            && self.is_joint(idx - 1)
            && self.raw(idx - 2).is_some()
    }

    fn is_joint(&self, idx: usize) -> bool {
        let is_joint = |sign: &str| matches!(sign, "-" | "/" | ":" | "." | "," | "+");
        self.get(idx).is_some_and(|word| word.kind == TokenKind::Sign && is_joint(&word.normal))
    }

    /// The year in four digits at `idx`.
    #[must_use]
    pub fn year(&self, idx: usize) -> Option<i16> {
        self.common_year(idx).filter(|year| !hijri::is_year_of_now(self, (*year).into()))
    }

    /// The year in four digits at `idx`, where what stands before it is of our calendar.
    #[must_use]
    pub fn common_year(&self, idx: usize) -> Option<i16> {
        let (year, length) = self.digits(idx)?;
        if length != 4 || !(1000..=2199).contains(&year) || self.other_era(idx + 1) {
            return None;
        }
        i16::try_from(year).ok()
    }

    /// The era that the word marks.
    #[must_use]
    pub fn era(&self, idx: usize) -> Option<Era> {
        self.meaning_of(Class::Calendar, idx, |meaning| match meaning {
            Meaning::Era(era) => Some(*era),
            _ => None,
        })
    }

    fn other_era(&self, idx: usize) -> bool {
        self.era(idx).is_some_and(|era| era != Era::Common)
    }

    /// The index behind a year at `idx` and the mark of its era.
    #[must_use]
    pub fn after_year(&self, idx: usize) -> usize {
        idx + 1 + usize::from(self.era(idx + 1) == Some(Era::Common))
    }

    /// Whether the word announces a year in digits.
    #[must_use]
    pub fn is_year_word(&self, idx: usize) -> bool {
        self.is(idx, Function::Year)
            || self.scale(idx).is_some_and(|(scale, form)| scale == Scale::Year && form != Form::Many)
    }
}
