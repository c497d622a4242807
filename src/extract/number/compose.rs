//! Number words composed by value: cardinals add up below a scale, scales multiply, fractions share.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::number::share::{is_rank, is_share_of_many};
use crate::extract::word::Word;
use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::number::Number;

/// The least scale that closes a group: a thousand.
pub(super) const GROUP: u64 = 1000;

/// The words of a text and their language, for reading numbers from any place.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The words.
    pub words: &'a [Word],
    /// The language.
    pub language: &'a Language,
}

/// Whether `and` may join the parts of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joining {
    /// Parts may stand after `and`.
    WithAnd,
    /// A number ends before `and`, since two numbers are expected.
    WithoutAnd,
}

/// A part of a number: a group with its scales.
#[derive(Clone, Copy, Debug)]
pub struct Term {
    /// The word after it.
    pub end: usize,
    /// Its value.
    pub value: Number,
    /// Its precision, where the words say it: a dozen is precise to a dozen.
    pub precision: Option<Number>,
    /// The product of its scales; one where it has none.
    pub scale: Number,
    /// Whether the words name a least value alone.
    pub is_vague: bool,
    /// Whether it begins with digits.
    pub in_digits: bool,
    /// Whether it is a fraction of its scale or of one.
    pub is_fraction: bool,
    /// The share that it counts: a fifth in three fifths; one where it counts none.
    pub share: Number,
}

impl Term {
    pub(crate) const fn new(end: usize, value: Number) -> Self {
        let (precision, scale, share) = (None, Number::ONE, Number::ONE);
        Self { end, value, precision, scale, is_vague: false, in_digits: false, is_fraction: false, share }
    }
}

impl<'a> Reader<'a> {
    /// The word at `idx`.
    #[must_use]
    pub fn word(&self, idx: usize) -> Option<&'a Word> {
        self.words.get(idx)
    }

    /// The word at `idx` where it continues a phrase: no paragraph and no conjunction before it.
    #[must_use]
    pub fn next_word(&self, idx: usize) -> Option<&'a Word> {
        self.word(idx).filter(|word| word.breaks < 2 && word.clitics.conjunction.is_none())
    }

    /// Where the next part begins, and whether `and` stands before it; a hyphen between words is skipped.
    #[must_use]
    pub fn joint(&self, end: usize) -> Option<(usize, bool)> {
        let word = self.word(end).filter(|word| word.breaks < 2)?;
        if word.clitics.conjunction == Some(Function::And) {
            return Some((end, true));
        }
        if (word.kind == TokenKind::Word || word.is_sign("&")) && word.is_function(Function::And) {
            return self.next_word(end + 1).map(|_| (end + 1, true));
        }
        let hyphen = word.is_sign("-") && word.touches() && self.word(end + 1).is_some_and(Word::touches);
        Some((if hyphen || self.is_loose_hyphen(end) { end + 1 } else { end }, false))
    }

    /// Whether the word is an article that counts as one before a scale: "a million".
    #[must_use]
    pub fn is_indefinite(&self, idx: usize) -> bool {
        self.word(idx).is_some_and(|word| {
            word.is_function(Function::Per)
                && !word.is_function(Function::Every)
                && word.senses.iter().any(|sense| sense.meaning == Meaning::Stop)
        })
    }

    /// Reads a whole cardinal or fraction at `idx`.
    #[must_use]
    pub fn number(&self, idx: usize, joining: Joining) -> Option<Term> {
        let mut sum = self.term(idx, joining)?;
        while let Some((next, and)) = self.after_comma(&sum).or_else(|| self.joint(sum.end))
            && (!and || joining == Joining::WithAnd)
            && let Some(term) = self.term(next, joining)
            && let Some(value) = self.joined(&sum, &term, next, and)
        {
            let was_vague = sum.is_vague;
            sum = Term {
                end: term.end,
                value,
                precision: None,
                scale: term.scale,
                in_digits: sum.in_digits,
                ..sum
            };
            let is_open = term.scale >= Number::whole(1000) || is_spelt_hundred(&term);
            if term.is_fraction || was_vague || !is_open {
                break;
            }
        }
        Some(self.shared_whole(sum))
    }

    /// Where the next part begins behind a comma: two million, one hundred thousand. Languages that join
    /// every part by "and" have lists there.
    fn after_comma(&self, sum: &Term) -> Option<(usize, bool)> {
        let comma = self.word(sum.end).filter(|word| word.is_sign(",") && word.touches())?;
        let next = self.next_word(sum.end + 1).filter(|next| next.spaced && comma.breaks == 0)?;
        let is_part = sum.scale > Number::ONE && !sum.in_digits && next.kind == TokenKind::Word;
        (is_part && self.language.grammar.capitals).then_some((sum.end + 1, false))
    }

    /// The sum of `sum` and `term`, if the second can continue the first.
    fn joined(&self, sum: &Term, term: &Term, next: usize, and: bool) -> Option<Number> {
        let thousand = Number::whole(1000);
        if term.value.is_zero() {
            return None;
        }
        let is_multiple = sum.precision.or(term.precision).is_some();
        if sum.is_vague || term.is_vague || sum.is_fraction || is_multiple {
            return None;
        }
        if term.is_fraction && and {
            let is_scaled = sum.scale >= thousand;
            if !is_scaled && term.scale >= thousand {
                return sum.value.times(term.scale)?.plus(term.value);
            }
            let share = if term.scale == Number::ONE && is_scaled {
                term.value.times(sum.scale)?
            } else {
                term.value
            };
            let limit = if is_scaled { sum.scale } else { Number::ONE };
            // "Three and five halves" counts shares of one.
            let counts = !is_scaled && term.share < Number::ONE && sum.value < Number::whole(100);
            return (share < limit || counts).then(|| sum.value.plus(share)).flatten();
        }
        if let Some(scaled) = regrouped(sum, term) {
            return Some(scaled);
        }
        if !and && term.share < Number::ONE && sum.scale >= thousand && !sum.in_digits {
            let count = term.value.over(term.share).filter(|count| *count < sum.scale)?;
            return sum.value.plus(count)?.times(term.share);
        }
        let glued = and && self.word(next).is_some_and(Word::touches);
        let follows_hundred = is_spelt_hundred(sum);
        let fits = (sum.scale >= thousand || follows_hundred)
            && term.value < sum.scale
            && sum.value.over(sum.scale)?.to_whole().is_some();
        let is_scaled = term.scale > Number::ONE && (sum.in_digits || and);
        let written = if term.in_digits {
            glued || is_scaled || (and && follows_hundred)
        } else {
            and || !sum.in_digits
        };
        (fits && written && !term.is_fraction).then(|| sum.value.plus(term.value)).flatten()
    }

    /// Reads a group with its scales, a fraction, or a scale alone.
    #[must_use]
    pub fn term(&self, idx: usize, joining: Joining) -> Option<Term> {
        if self.is_indefinite(idx) {
            let word = self.next_word(idx + 1)?;
            let scaled = word
                .senses
                .iter()
                .any(|sense| matches!(sense.meaning, Meaning::Scale(_) | Meaning::Multiple(_)));
            return if scaled { self.term(idx + 1, joining) } else { None };
        }
        if let Some(several) = self.several(idx) {
            return self.scaled(several);
        }
        if let Some(group) = self.group(idx, joining) {
            return self.scaled(self.mixed(idx, self.halved(self.shared(self.paired(group)))));
        }
        let word = self.word(idx)?;
        let whole = |value: u64| i64::try_from(value).ok().map(Number::whole);
        for sense in word.senses.iter() {
            match &sense.meaning {
                Meaning::Scale(scale) => return self.bare_scale(idx, whole(*scale)?),
                Meaning::Vague(least) => {
                    return self.scaled(Term { is_vague: true, ..Term::new(idx + 1, whole(*least)?) });
                }
                Meaning::Multiple(value) => {
                    let value = Number::whole((*value).into());
                    return self.scaled(Term { precision: Some(value), ..Term::new(idx + 1, value) });
                }
                Meaning::Fraction(_) if word.tokens.len() == 1 && is_rank(word) => {}
                // Quarters without a number are quarters of something else.
                Meaning::Fraction(_) if sense.form == Form::Many => {}
                Meaning::Fraction(value) => {
                    let times = if sense.form == Form::Two { Number::whole(2) } else { Number::ONE };
                    return self
                        .scaled(Term { is_fraction: true, ..Term::new(idx + 1, value.times(times)?) });
                }
                _ => {}
            }
        }
        None
    }

    /// Two groups of which the first counts hundreds: nineteen ninety, twenty seventeen. Not in
    /// languages that join every part by "and".
    fn paired(&self, group: Term) -> Term {
        let is_pair = |value: Number| value >= Number::whole(10) && value < Number::whole(GROUP as i64 / 10);
        let is_words = self.word(group.end - 1).is_some_and(|word| word.kind == TokenKind::Word);
        if group.in_digits
            || !is_words
            || !self.language.grammar.capitals
            || group.value >= Number::whole(100)
        {
            return group;
        }
        if self.next_word(group.end).is_none_or(|next| next.breaks > 0) {
            return group;
        }
        let second = self.group(group.end, Joining::WithoutAnd).filter(|second| !second.in_digits);
        let fits = |second: &Term| {
            let is_compound = self.word(second.end).is_some_and(|word| word.is_sign("-") && word.touches());
            // "Oh five" is one word of two.
            let is_spelt = || self.word(second.end - 1).is_some_and(|last| last.tokens.len() > 1);
            let is_ranged = (is_pair(second.value) || second.value < Number::whole(10) && is_spelt())
                && second.value.to_whole().is_some();
            let follows = is_ranged
                && (is_pair(group.value)
                    || second.value >= Number::whole(20)
                    || second.value < Number::whole(10));
            let is_fractional = self.next_word(second.end).is_some_and(is_share_of_many);
            group.value >= Number::ONE && !is_compound && !is_fractional && follows
        };
        let sum = |second: Term| {
            let value = group.value.times(Number::whole(100))?.plus(second.value)?;
            Some(Term { end: second.end, value, ..group })
        };
        second.filter(fits).and_then(sum).unwrap_or(group)
    }
}

/// Thousands and hundreds that count one scale together: two thousand five hundred million.
fn regrouped(sum: &Term, term: &Term) -> Option<Number> {
    let (hundred, thousand) = (Number::whole(100), Number::whole(1000));
    let count = term.value.over(term.scale)?;
    let is_plain = !term.is_fraction && sum.scale == thousand && term.scale > thousand;
    let fits = is_plain && count < thousand && count >= hundred;
    let is_round = sum.value.over(thousand)?.to_whole().is_some();
    sum.value.plus(count).filter(|_| fits && is_round)?.times(term.scale)
}

/// Whether a part is hundreds behind digits, which more may follow: 3 hundred and 21.
fn is_spelt_hundred(term: &Term) -> bool {
    term.in_digits && term.scale == Number::whole(100)
}
