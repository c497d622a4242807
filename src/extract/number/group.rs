//! Numbers below a thousand in words, with decimals in words; and numbers in digits.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::number::compose::{Joining, Reader, Term};
use crate::extract::number::digits::{self, Literal};
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::text::token::TokenKind;
use crate::value::number::Number;

impl Reader<'_> {
    /// Reads a number below a thousand in words, or a number in digits.
    #[must_use]
    pub fn group(&self, idx: usize, joining: Joining) -> Option<Term> {
        let word = self.word(idx)?;
        if word.kind != TokenKind::Word {
            let is_digits = word.kind == TokenKind::Digits || digits::fraction_sign(word).is_some();
            let literal = is_digits.then(|| digits::literal(self.words, idx, &self.language.grammar))?;
            return match literal {
                Literal::Value { end, value } => {
                    let whole = value.to_whole().and_then(|_| self.pointed(end, value));
                    let (end, value) = whole.unwrap_or((end, value));
                    Some(Term { in_digits: true, ..Term::new(end, value) })
                }
                Literal::Fraction { end, value } => {
                    Some(Term { in_digits: true, is_fraction: true, ..Term::new(end, value) })
                }
                Literal::Other(_) => None,
            };
        }
        if let Some((end, value)) = self.leading_point(idx) {
            return Some(Term::new(end, value));
        }
        let (mut end, mut value) = (idx, None);
        let (mut next, mut and) = (idx, false);
        while let Some(sum) = self.next_in_group(next, value, and) {
            (end, value) = (next + 1, Some(sum));
            let Some((joint, joint_and)) =
                self.joint(end).filter(|(_, and)| !and || joining == Joining::WithAnd)
            else {
                break;
            };
            (next, and) = (joint, joint_and);
        }
        let whole = value.and_then(|value| i64::try_from(value).ok()).map(Number::whole)?;
        let (end, value) = self.pointed(end, whole).unwrap_or((end, whole));
        Some(Term::new(end, value))
    }

    /// The sum of a group so far and the word at `idx`, if the word fits behind it.
    fn next_in_group(&self, idx: usize, so_far: Option<u64>, and: bool) -> Option<u64> {
        let word = self.word(idx)?;
        if so_far.is_some() && word.clitics.preposition.is_some() {
            return None;
        }
        word.find(|sense| match (&sense.meaning, so_far) {
            (Meaning::Cardinal(_), None) if self.is_share(idx) => None,
            (Meaning::Cardinal(value), None) => Some(u64::from(*value)),
            (Meaning::Cardinal(value), Some(sum)) => {
                // Languages that join every part by "and" put the units first.
                added(sum, u64::from(*value), and, !self.language.grammar.capitals)
            }
            // "The seven and the twenty": the tens behind units with their article are no rank.
            (Meaning::Ordinal(value), Some(sum)) if and && self.counts_all(idx) => {
                added(sum, u64::from(*value), and, true).filter(|_| *value >= 20)
            }
            (Meaning::Scale(100), None) => match sense.form {
                Form::Two => Some(200),
                Form::One => Some(100),
                Form::Many | Form::Past | Form::Present | Form::Fixed => None,
            },
            (Meaning::Scale(100), Some(sum @ 1..=99)) if !and && sense.form != Form::Two => Some(sum * 100),
            (Meaning::Scale(100), Some(0)) if and => None,
            (Meaning::Scale(100), Some(_)) => None,
            _ => None,
        })
    }

    /// Whether tens with their article at `idx` go on with the units before them, which have theirs: السبعة *والعشرون*.
    /// Behind two of a noun, each is a name: قمتا السبع والعشرين.
    fn counts_all(&self, idx: usize) -> bool {
        let Some(units) = idx.checked_sub(1).and_then(|units| self.word(units)) else { return false };
        let noun = idx.checked_sub(2).and_then(|noun| self.word(noun));
        let is_of_two = |noun: &Word| noun.summary.has_form(Form::Two) && !noun.summary.has_form(Form::Many);
        let is_number = units.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Cardinal(_)));
        units.clitics.article && is_number && !noun.is_some_and(is_of_two)
    }

    /// Whether a word that is a cardinal and a fraction alike (خمس) is the fraction: a share of a thing
    /// that is known already.
    fn is_share(&self, idx: usize) -> bool {
        let is_fraction =
            |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Fraction(_)));
        let is_definite = |word: &Word| {
            (word.clitics.article || word.clitics.pronoun) && word.clitics.conjunction.is_none()
        };
        self.word(idx).is_some_and(is_fraction) && self.word(idx + 1).is_some_and(is_definite)
    }

    /// Decimals in words without a whole number: point five at the beginning of a text, or several digits,
    /// since a point has other meanings.
    fn leading_point(&self, idx: usize) -> Option<(usize, Number)> {
        self.word(idx).filter(|word| is_point(word))?;
        self.next_word(idx + 1).filter(|next| next.kind == TokenKind::Word || idx == 0)?;
        let (end, value) = self.decimals(idx + 1, Number::ZERO)?;
        (idx == 0 || end > idx + 2).then_some((end, value))
    }

    /// Decimals after a point in words: each a digit, one number of two digits, or digits.
    fn pointed(&self, end: usize, whole: Number) -> Option<(usize, Number)> {
        self.next_word(end).filter(|word| is_point(word))?;
        self.decimals(end + 1, whole)
    }

    /// `whole` with the decimals in words that begin at `start`, and the word after them.
    fn decimals(&self, start: usize, whole: Number) -> Option<(usize, Number)> {
        let mut at = start;
        let mut decimals = String::new();
        while let Some(digit) = self.next_word(at).and_then(digit).filter(|_| decimals.len() < 12) {
            decimals.push(digit);
            at += 1;
        }
        if let Some(digits) =
            self.next_word(at).filter(|word| word.kind == TokenKind::Digits && word.breaks == 0)
            && decimals.is_empty()
            && digits.normal.len() <= 12
        {
            let fraction: Number = format!("0.{}", digits.normal).parse().ok()?;
            return Some((at + 1, whole.plus(fraction)?));
        }
        let group = self.group(start, Joining::WithAnd).filter(|group| !group.in_digits);
        if let Some(group) = group.filter(|group| group.end > at && group.value < Number::whole(100)) {
            (at, decimals) = (group.end, group.value.to_string());
        }
        let fraction = format!("0.{decimals}").parse::<Number>().ok().filter(|_| !decimals.is_empty())?;
        Some((at, whole.plus(fraction)?))
    }
}

fn is_point(word: &Word) -> bool {
    word.senses.iter().any(|sense| sense.meaning == Meaning::Point)
}

/// The digit that a cardinal below ten is; a lone letter of its shape is read as zero.
fn digit(word: &Word) -> Option<char> {
    if word.normal == "o" && word.senses.is_empty() {
        return Some('0');
    }
    word.find(|sense| match sense.meaning {
        Meaning::Cardinal(value) => char::from_digit(value.into(), 10),
        _ => None,
    })
}

/// `sum` and `value` as one number below a thousand, if such words make one.
const fn added(sum: u64, value: u64, and: bool, units_lead: bool) -> Option<u64> {
    let (rest, is_tens) = (sum % 100, value >= 20 && value < 100 && value.is_multiple_of(10));
    let below_hundred = sum >= 100 && rest == 0 && value > 0 && value < 100;
    let tens_first = rest >= 20 && rest.is_multiple_of(10) && value > 0 && value < 10 && !and;
    let joins_tens = (is_tens && and && units_lead) || (value == 10 && !and);
    let units_first = rest >= 1 && rest < 10 && joins_tens;
    if below_hundred || tens_first || units_first { Some(sum + value) } else { None }
}
