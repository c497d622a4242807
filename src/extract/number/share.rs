//! Parts of a whole in words: the share that a number counts (three fifths, one hundred thirty-fifths), and
//! one number over another (one over three).

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::number::compose::{GROUP, Joining, Reader, Term};
use crate::extract::number::core::Core;
use crate::extract::number::digits::{self, Literal};
use crate::extract::number::{Sort, hedge};
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::Hedge;
use crate::text::token::TokenKind;
use crate::value::number::Number;

/// From which value on a divisor may be a year.
const YEARS: i64 = 1000;

impl Reader<'_> {
    /// A number of hundreds alone where a few shares follow it behind "and": one hundred and three quarters.
    pub(super) fn mixed(&self, idx: usize, term: Term) -> Term {
        let hundreds =
            || self.group(idx, Joining::WithoutAnd).filter(|group| group.value >= Number::whole(100));
        let is_share = term.is_fraction && !term.in_digits && term.value > Number::ONE;
        let hundreds = if is_share { hundreds() } else { None };
        let is_mixed = |group: &Term| {
            let rest = term.value.over(term.share).and_then(|count| count.minus(group.value));
            let part = rest.and_then(|rest| rest.times(term.share));
            self.joint(group.end).is_some_and(|(_, and)| and) && part.is_some_and(|part| part < Number::ONE)
        };
        hundreds.filter(is_mixed).unwrap_or(term)
    }

    /// A group as the count of a fraction (three quarters) or of dozens, or with a fraction sign behind it.
    pub(super) fn shared(&self, group: Term) -> Term {
        let Some(word) = self.next_word(group.end) else { return group };
        if let Some(compound) = self.compound_share(&group) {
            return compound;
        }
        let is_hyphen = word.is_sign("-") && word.touches() || self.is_loose_hyphen(group.end);
        let next = if is_hyphen { group.end + 1 } else { group.end };
        let multiplied = |factor: Number, is_fraction, precision| {
            let value = group.value.times(factor)?;
            let share = if is_fraction { factor } else { Number::ONE };
            Some(Term { end: next + 1, value, is_fraction, precision, share, ..group })
        };
        if let Some(share) = digits::fraction_sign(word).or_else(|| self.slashed(&group)) {
            let end = if word.kind == TokenKind::Digits { group.end + 3 } else { group.end + 1 };
            return group.value.plus(share).map_or(group, |value| Term { end, value, ..group });
        }
        let Some(word) = self.next_word(next) else { return group };
        let ranked = is_rank(word);
        let is_unit = |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Unit(_)));
        let describes = !ranked && (next > group.end || self.next_word(next + 1).is_some_and(is_unit));
        let counted = word.find(|sense| match &sense.meaning {
            Meaning::Fraction(share)
                if sense.form == Form::Many
                    || (describes && group.value < Number::whole(10))
                    || (group.value == Number::ONE && (!ranked || next > group.end)) =>
            {
                multiplied(**share, true, None)
            }
            Meaning::Multiple(value)
                if word.tokens.len() == 1 && group.value < Number::whole(GROUP as i64) =>
            {
                let value = Number::whole((*value).into());
                self.dozens_apart(&group, next, value).or_else(|| multiplied(value, false, Some(value)))
            }
            _ => None,
        });
        counted.unwrap_or(group)
    }

    /// A group with the share that hyphens tie to it: three-and-a-half.
    pub(super) fn halved(&self, group: Term) -> Term {
        let is_tied = |at: usize| self.word(at).is_some_and(|word| word.touches() && word.breaks == 0);
        let is_hyphen = |at: usize| is_tied(at) && self.words[at].is_sign("-");
        let end = group.end;
        let is_and = is_hyphen(end)
            && is_tied(end + 1)
            && self.words[end + 1].is_function(Function::And)
            && is_hyphen(end + 2)
            && is_tied(end + 3);
        if !is_and || group.is_fraction {
            return group;
        }
        let at = if is_hyphen(end + 4) && self.words[end + 3].may_be_article() { end + 5 } else { end + 3 };
        let part = self.word(at).filter(|_| is_tied(at)).and_then(share).filter(|part| *part < Number::ONE);
        let value = part.and_then(|part| group.value.plus(part));
        value.map_or(group, |value| Term { end: at + 1, value, precision: None, ..group })
    }

    /// Hundreds with the dozens that "and" adds to them: three hundred and two dozen.
    fn dozens_apart(&self, group: &Term, at: usize, dozen: Number) -> Option<Term> {
        let whole = group.value.to_whole().filter(|whole| *whole > 100 && !group.in_digits)?;
        self.word(group.end.checked_sub(2)?).filter(|word| word.is_function(Function::And))?;
        let count = Number::whole(whole % 100);
        let value = group.value.minus(count)?.plus(count.times(dozen)?)?;
        Some(Term { end: at + 1, value, ..*group })
    }

    /// A fraction with a slash after a whole number in digits: 2 3/4.
    pub(super) fn slashed(&self, group: &Term) -> Option<Number> {
        let word = self.word(group.end).filter(|word| word.kind == TokenKind::Digits && word.spaced)?;
        let is_plain = group.in_digits && word.breaks == 0 && group.value.to_whole().is_some();
        match digits::literal(self.words, group.end, &self.language.grammar) {
            Literal::Fraction { value, .. } if is_plain => Some(value),
            Literal::Fraction { .. } | Literal::Value { .. } | Literal::Other(_) => None,
        }
    }

    /// Whether a hyphen with white space on both sides joins the parts of a number in words at `end`: twenty -
    /// five, one - third.
    pub(super) fn is_loose_hyphen(&self, end: usize) -> bool {
        let is_spaced = |word: &Word| word.spaced && word.breaks == 0;
        let hyphen = self.word(end).filter(|hyphen| hyphen.is_sign("-") && is_spaced(hyphen));
        let before = end.checked_sub(1).and_then(|before| self.word(before));
        let (Some(_), Some(before), Some(next)) = (hyphen, before, self.word(end + 1)) else { return false };
        let is_joined = next.kind == TokenKind::Word && is_spaced(next) && self.language.grammar.capitals;
        let opens = cardinal(before);
        let closes_tens = cardinal(next).is_some_and(|value| value < 10);
        is_joined
            && (opens.is_some_and(is_tens) && closes_tens
                || opens.is_some() && share(next).is_some_and(|share| share < Number::ONE))
    }

    /// A whole number that counts a share behind it: a hundred thousand trillionths.
    pub(super) fn shared_whole(&self, sum: Term) -> Term {
        let counts = !sum.is_fraction && !sum.is_vague && sum.scale > Number::ONE && !sum.in_digits;
        let share = self.next_word(sum.end).filter(|_| counts).and_then(many);
        let shared = share.and_then(|share| {
            Some(Term { end: sum.end + 1, value: sum.value.times(share)?, is_fraction: true, share, ..sum })
        });
        shared.unwrap_or(sum)
    }

    /// A number that counts a share whose name is two words: three twenty fifths, one hundred thirty fifths.
    pub(super) fn compound_share(&self, group: &Term) -> Option<Term> {
        if group.in_digits || !self.language.grammar.capitals {
            return None;
        }
        let last = self.word(group.end - 1).and_then(cardinal).filter(|tens| is_tens(*tens));
        let tens = |at: usize| self.next_word(at).and_then(cardinal).filter(|tens| is_tens(*tens));
        let joined = group.end.checked_sub(2).and_then(|before| self.word(before));
        let has_and = joined.is_none_or(|before| before.is_function(Function::And));
        let at = if self.word(group.end).is_some_and(|word| word.is_sign("-") && word.touches()) {
            group.end + 1
        } else {
            group.end
        };
        let within = last.filter(|tens| group.value > Number::whole(*tens) && !has_and);
        let (count, tens, at) = match within.filter(|_| self.next_word(at).is_some_and(is_of_ones)) {
            Some(tens) => (group.value.minus(Number::whole(tens))?, tens, at),
            None => (group.value, tens(group.end)?, group.end + 1),
        };
        let ones = self.next_word(at).filter(|ones| is_of_ones(ones)).and_then(many)?;
        let share = Number::ONE.over(Number::ONE.over(ones)?.plus(Number::whole(tens))?)?;
        Some(Term { end: at + 1, value: count.times(share)?, is_fraction: true, share, ..*group })
    }
}

/// A number over another one at the end of its phrase, where nothing is measured: one over three.
pub(super) fn over(reader: &Reader<'_>, core: Core) -> Core {
    let divided = || {
        let is_over = |word: &Word| {
            word.tokens.len() == 1
                && word.is_function(Function::During)
                && hedge::of(word) == Some(Hedge::Over)
        };
        let is_plain = core.sort == Sort::Cardinal && !core.is_vague;
        reader.next_word(core.words.end).filter(|word| is_plain && word.breaks == 0 && is_over(word))?;
        let divisor = reader.number(core.words.end + 1, Joining::WithAnd)?;
        let is_whole = |value: Number| value.to_whole().is_some();
        let fits = is_whole(core.value) && is_whole(divisor.value) && !divisor.is_vague;
        let ends = reader.word(divisor.end).is_none_or(|next| {
            next.breaks > 0 || next.kind == TokenKind::Sign && !next.is_sign("%") && !next.is_sign("-")
        });
        let value = core.value.over(divisor.value)?;
        (fits && ends && divisor.value < Number::whole(YEARS)).then(|| {
            let sort = if value.magnitude() < Number::ONE { Sort::Fraction } else { core.sort };
            let (words, precision) = (core.words.start..divisor.end, value.written_precision());
            Core { words, value, precision, scale: Number::ONE, sort, ..core.clone() }
        })
    };
    divided().unwrap_or(core)
}

/// The cardinal that a word is.
fn cardinal(word: &Word) -> Option<i64> {
    word.find(|sense| if let Meaning::Cardinal(value) = sense.meaning { Some(value.into()) } else { None })
}

const fn is_tens(value: i64) -> bool {
    value >= 20 && value < 100 && value % 10 == 0
}

/// The share that a word names, in any form.
fn share(word: &Word) -> Option<Number> {
    word.find(|sense| if let Meaning::Fraction(share) = &sense.meaning { Some(**share) } else { None })
}

/// The share that a word names in the plural.
fn many(word: &Word) -> Option<Number> {
    word.find(|sense| {
        let Meaning::Fraction(share) = &sense.meaning else { return None };
        (sense.form == Form::Many).then_some(**share)
    })
}

/// Whether a word names thirds to ninths, which tens may stand before; halves and quarters never do.
fn is_of_ones(word: &Word) -> bool {
    let is_ordinal = |sense: &crate::lexicon::meaning::Sense| {
        matches!(&sense.meaning, Meaning::Fraction(share)
            if sense.form == Form::Many && **share >= Number::ratio(1, 9).unwrap_or(Number::ONE)
                && **share < Number::ratio(1, 2).unwrap_or(Number::ONE))
    };
    word.senses.iter().any(is_ordinal)
}

/// Whether a word names parts of one in the plural: fifths.
pub(super) fn is_share_of_many(word: &Word) -> bool {
    word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Fraction(_)) && sense.form == Form::Many)
}

/// Whether a word may be an ordinal.
pub(super) fn is_rank(word: &Word) -> bool {
    word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Ordinal(_)))
}
