//! Scales in words: thousands and millions behind a number, alone, in the dual, or abbreviated.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::number::compose::{GROUP, Reader, Term};
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::number::Number;

impl Reader<'_> {
    /// Several of a scale, which are two of it at least: a few thousand.
    pub(super) fn several(&self, idx: usize) -> Option<Term> {
        self.word(idx).filter(|word| word.is_function(Function::Few))?;
        let scale = self.next_word(idx + 1).filter(|word| word.clitics.preposition.is_none())?;
        let scale = scale.find(|sense| match sense.meaning {
            Meaning::Scale(scale) => i64::try_from(scale).ok(),
            _ => None,
        })?;
        let value = Number::whole(scale).times(Number::whole(2))?;
        Some(Term { scale: Number::whole(scale), is_vague: true, ..Term::new(idx + 2, value) })
    }

    /// Whether the word at `idx` goes on with what no number could be read from: CFA500 million, multi-million.
    fn is_rest(&self, idx: usize) -> bool {
        let Some(before) = idx.checked_sub(1).and_then(|before| self.word(before)) else { return false };
        let word = &self.words[idx];
        let is_compound = before.is_sign("-") && before.touches() && word.touches() && idx > 1;
        word.breaks == 0 && word.kind == TokenKind::Word && (before.kind == TokenKind::Digits || is_compound)
    }

    /// A scale without a number before it: one, two by its dual, or several by its plural.
    pub(super) fn bare_scale(&self, idx: usize, scale: Number) -> Option<Term> {
        if self.is_rest(idx) {
            return None;
        }
        let forms: Vec<Form> = self.word(idx)?.senses.iter().map(|sense| sense.form).collect();
        let has = |form| forms.contains(&form);
        let is_vague = has(Form::Many) && !has(Form::One);
        let is_two = has(Form::Two) && !self.is_ended_single(idx);
        let count = if is_vague || is_two { Number::whole(2) } else { Number::ONE };
        self.scaled(Term { scale, is_vague, ..Term::new(idx + 1, scale.times(count)?) })
    }

    /// Whether what looks like a dual before its noun is a single scale with its ending: a number joined by
    /// "and" stands where the noun of the dual would, as in `مليونا و200 ألف`, or nothing does.
    fn is_ended_single(&self, idx: usize) -> bool {
        let single = self.word(idx).and_then(|word| self.language.without_ending(&word.normal));
        let is_scale = single.is_some_and(|single| {
            let is_one =
                |sense: &Sense| matches!(sense.meaning, Meaning::Scale(_)) && sense.form == Form::One;
            self.language.look_up(&[single]).senses.iter().any(is_one)
        });
        let last = self.word(idx + 1).is_none_or(|next| next.kind == TokenKind::Sign || next.breaks > 0);
        let ends = idx > 0 && last;
        is_scale && (ends || self.joint(idx + 1).is_some_and(|(_, and)| and))
    }

    /// Multiplies a part by the scales that follow it.
    pub(super) fn scaled(&self, mut term: Term) -> Option<Term> {
        let mut is_first = term.scale == Number::ONE;
        while let Some((end, scale)) = self.scale_after(&term, is_first) {
            let Some(value) = term.value.times(scale) else { break };
            let precision = term.precision.and_then(|precision| precision.times(scale));
            term = Term { end, value, precision, scale: term.scale.times(scale)?, ..term };
            is_first = false;
        }
        Some(term)
    }

    /// The scale after a part, behind "of" and an article where the part is vague or a fraction.
    fn scale_after(&self, term: &Term, is_first: bool) -> Option<(usize, Number)> {
        let mut at = term.end;
        let word = self.next_word(at)?;
        let opens = term.is_vague || term.is_fraction || term.precision.is_some();
        let is_hyphen = word.is_sign("-") && word.touches();
        if is_hyphen || (opens && word.is_function(Function::Of)) {
            at += 1;
        }
        if opens && self.is_indefinite(at) {
            at += 1;
        }
        // Five "in the thousand" is a share of it.
        let word = self.next_word(at).filter(|word| word.clitics.preposition != Some(Function::In))?;
        let counts_hundreds = opens || (term.in_digits && is_first);
        let has_decimals = term.value.to_whole().is_none();
        let least = if counts_hundreds { 100 } else { GROUP };
        let scale = word.find(|sense| match sense.meaning {
            Meaning::Scale(scale) if scale >= least => i64::try_from(scale).ok(),
            Meaning::Multiple(count) if term.is_fraction && is_first => Some(count.into()),
            Meaning::ScaleMark(scale) if is_first && self.is_mark(at, term, has_decimals) => {
                i64::try_from(scale).ok()
            }
            _ => None,
        })?;
        Some((at + 1, Number::whole(scale)))
    }

    /// Whether an abbreviated scale is one here: right behind its digits, of several letters, or a capital
    /// behind decimals.
    fn is_mark(&self, at: usize, term: &Term, has_decimals: bool) -> bool {
        // A number in words is followed by no single letter: three hundred cr.
        if !term.in_digits {
            return self.word(at).is_some_and(|word| !word.touches() && word.normal.len() > 1);
        }
        let ends = self.word(at + 1).is_none_or(|next| !next.touches() || next.kind != TokenKind::Digits);
        // A small m apart from its digits is a metre.
        let is_apart = |word: &Word| has_decimals && (word.capital || word.normal == "k");
        ends && self.word(at).is_some_and(|word| word.touches() || word.normal.len() > 1 || is_apart(word))
    }
}
