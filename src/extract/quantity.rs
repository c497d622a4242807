//! Quantities: what the numbers of a text count or measure. Percentages, sums of money, measures, lengths
//! of time, counted nouns; and the words that state a number by their form alone (a dual, "an hour").

/// What stands around a unit.
mod around;
/// Units and nouns without a number.
pub mod bare;
/// Units before their number.
pub mod behind;
mod coin;
/// Lengths of time.
pub mod duration;
/// "And a half".
pub mod fraction;
/// Parts that make one sum.
pub mod join;
/// Units of measure.
pub mod measure;
/// Sums of money.
pub mod money;
/// Counted nouns.
pub mod noun;
/// Percentages.
mod percent;
/// Places in a row.
pub mod position;
/// What one of something costs.
pub mod price;
/// How much of a unit there is in a time.
pub mod rate;
/// Scores.
mod score;
mod stretch;
/// Symbols of units.
pub mod symbol;

use crate::extract::mention::{Dimension, Mention};
use crate::extract::number::compose::Reader;
use crate::extract::number::{self, Numeral, Sort, digits, hedge};
use crate::extract::word::Word;
use crate::lexicon::Lexicon;
use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Form as Shape, Id, Meaning};
use crate::lexicon::schema::numbers::Hedge;
use crate::text::Text;
use crate::text::span::Span;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::number::Number;
use crate::value::unit::Unit;
use std::borrow::Cow;
use std::ops::Range;

/// The unit of degrees that do not say of what.
const DEGREES: &str = "deg";

/// What the recognisers of quantities look at.
#[derive(Clone, Copy, Debug)]
pub struct Scene<'a> {
    /// The words.
    pub words: &'a [Word],
    /// Their text.
    pub text: &'a Text,
    /// Their language.
    pub language: &'a Language,
    /// All data.
    pub lexicon: &'a Lexicon,
    /// The numbers of the text.
    pub numerals: &'a [Numeral],
    /// The countries that the text speaks of, the nearest first.
    pub countries: &'a [Id],
}

impl<'a> Scene<'a> {
    /// The same words, for reading numbers.
    #[must_use]
    pub const fn reader(&self) -> Reader<'a> {
        Reader { words: self.words, language: self.language }
    }

    /// The word at `idx` where it continues a phrase: no paragraph and no conjunction before it.
    #[must_use]
    pub fn next_word(&self, idx: usize) -> Option<&'a Word> {
        self.reader().next_word(idx)
    }

    /// The numeral that begins with the word at `idx`.
    #[must_use]
    pub fn numeral_at(&self, idx: usize) -> Option<&'a Numeral> {
        let at = self.numerals.partition_point(|numeral| numeral.words.start < idx);
        self.numerals.get(at).filter(|numeral| numeral.words.start == idx)
    }

    /// The index of the word at which a unit may stand behind a number: past a hyphen.
    #[must_use]
    pub fn past_hyphen(&self, end: usize) -> usize {
        let is_hyphen = |word: &&Word| word.is_sign("-") && word.touches();
        let hyphen = self.words.get(end).filter(is_hyphen).is_some();
        if hyphen && self.words.get(end + 1).is_some_and(Word::touches) { end + 1 } else { end }
    }

    /// A mention of these words.
    #[must_use]
    pub fn mention(&self, dimension: Dimension, words: Range<usize>, value: Value) -> Mention {
        let start = self.words.get(words.start).map_or(0, number::start);
        let end = words
            .end
            .checked_sub(1)
            .and_then(|last| self.words.get(last))
            .map_or(start, |word| word.span.end);
        let span = Span::new(start, end);
        Mention { words, ..Mention::new(dimension, span, value) }
    }
}

/// Finds the quantities of a text, in order; `numerals` are its numbers, `countries` those that it speaks
/// of, the nearest first, which tell whose pound or riyal is meant.
#[must_use]
pub fn recognise(
    words: &[Word],
    text: &Text,
    language: &Language,
    lexicon: &Lexicon,
    numerals: &[Numeral],
    countries: &[Id],
) -> Vec<Mention> {
    let scene = Scene { words, text, language, lexicon, numerals, countries };
    let mut mentions: Vec<Mention> = Vec::with_capacity(numerals.len());
    let mut idx = 0;
    for numeral in numerals {
        while idx < numeral.words.start {
            idx = push_bare(&scene, &mut mentions, idx, numeral.words.start);
        }
        if let Some(numeral) = behind(numeral, idx) {
            idx = push(&mut mentions, measured(&scene, &numeral), numeral.words.end);
            join::last(&scene, &mut mentions);
        }
    }
    while idx < words.len() {
        idx = push_bare(&scene, &mut mentions, idx, words.len());
    }
    mentions
}

/// Keeps what the word at `idx` states by its form, joined to what stands before it, and says where reading goes on.
fn push_bare(scene: &Scene<'_>, mentions: &mut Vec<Mention>, idx: usize, limit: usize) -> usize {
    let bare = bare::mention(scene, idx, limit);
    let is_bare = bare.is_some();
    let next = push(mentions, bare, idx);
    if is_bare {
        join::last(scene, mentions);
    }
    next
}

/// Keeps a mention and says at which word reading goes on: behind it, at least one word on.
fn push(mentions: &mut Vec<Mention>, mention: Option<Mention>, idx: usize) -> usize {
    let Some(mention) = mention else { return idx + 1 };
    let begins_before = mentions.last().is_some_and(|last| last.words.end > mention.words.start);
    let end = mention.words.end.max(idx);
    if !begins_before {
        mentions.push(mention);
    }
    end
}

/// The numeral as far as it begins at `idx` or later: without a currency that the number before it took.
fn behind(numeral: &Numeral, idx: usize) -> Option<Cow<'_, Numeral>> {
    if numeral.words.start >= idx {
        return Some(Cow::Borrowed(numeral));
    }
    let start = numeral.core.start;
    (start >= idx && numeral.words.start == numeral.prefix.start).then(|| {
        Cow::Owned(Numeral { words: start..numeral.words.end, prefix: start..start, ..numeral.clone() })
    })
}

/// What a numeral counts or measures; a dash between bare numbers may be a score as well, and letters right
/// before digits make a name of them where they are no money.
fn measured(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    if digits::glued::has_code(scene.words, numeral.core.start) {
        return money::mention(scene, numeral).filter(|sum| sum.words.start < numeral.core.start);
    }
    let mention = any(scene, numeral).filter(|mention| !duration::is_some_day(scene, numeral, mention))?;
    let is_bare = matches!(mention.dimension, Dimension::Range | Dimension::Number) && mention.head.is_none();
    let is_dashed = numeral.is_dashed || is_bare && score::is_side(scene, numeral);
    (!is_dashed || !is_bare || is_round(&numeral.form)).then(|| coin::told(scene, mention))
}

/// Whether all numbers are round ones of three digits or more, which are no scores.
fn is_round(form: &Form<Number>) -> bool {
    let is_round = |value: &&Number| {
        **value >= Number::whole(100) && value.over(Number::whole(10)).and_then(Number::to_whole).is_some()
    };
    form.stated().iter().all(is_round)
}

fn any(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    match numeral.sort {
        Sort::Ordinal => {
            duration::second(scene, numeral).or_else(|| Some(plain(scene, numeral, Dimension::Ordinal)))
        }
        Sort::Times => Some(plain(scene, numeral, Dimension::Quantity)),
        Sort::Cardinal | Sort::Fraction => percent::percent(scene, numeral)
            .or_else(|| percent::basis_points(scene, numeral))
            .or_else(|| money::mention(scene, numeral))
            .or_else(|| match duration::mention(scene, numeral) {
                Some(length) if names_day(scene, &length) => counted(scene, numeral),
                length => length,
            })
            .or_else(|| measure::mention(scene, numeral))
            .or_else(|| counted(scene, numeral)),
    }
}

/// Whether the unit of a length is the day of the week behind it: rose to 47 `يوم الاثنين`.
fn names_day(scene: &Scene<'_>, length: &Mention) -> bool {
    let unit = &scene.words[length.words.end - 1];
    let is_weekday =
        |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Weekday(_)));
    length.words.len() > 1
        && scene.language.grammar.adjective_after_noun
        && unit.summary.has_form(Shape::One)
        && scene.next_word(length.words.end).is_some_and(|next| next.breaks == 0 && is_weekday(next))
}

/// A numeral by itself.
fn plain(scene: &Scene<'_>, numeral: &Numeral, dimension: Dimension) -> Mention {
    let words = without_prefix(numeral);
    let (form, end) = measure::below_zero(scene, numeral.form.clone(), words.end);
    let value = Value::Amount(Amount { form, ..amount(numeral, None) });
    let mention = scene.mention(dimension, words.start..end, value);
    if end > words.end {
        return degrees_below(scene, mention);
    }
    Mention { span: Span::new(mention.span.start, numeral.span.end.max(mention.span.start)), ..mention }
}

/// A bare number below zero, which counts degrees.
fn degrees_below(scene: &Scene<'_>, mention: Mention) -> Mention {
    let unit = scene.lexicon.units.unit(DEGREES);
    match (&mention.value, mention.dimension) {
        (Value::Amount(amount), Dimension::Number) if unit.is_some() => {
            let value = Value::Amount(Amount { unit, ..amount.clone() });
            Mention { dimension: Dimension::Quantity, value, ..mention }
        }
        _ => mention,
    }
}

/// The words of a numeral, without a currency that turned out to be none.
#[must_use]
pub fn without_prefix(numeral: &Numeral) -> Range<usize> {
    let start =
        if numeral.words.start == numeral.prefix.start { numeral.core.start } else { numeral.words.start };
    start..numeral.words.end
}

/// The amount that a numeral states in a unit.
#[must_use]
pub fn amount(numeral: &Numeral, unit: Option<Unit>) -> Amount {
    Amount { form: numeral.form.clone(), precision: numeral.precision, unit }
}

/// A hedge behind the noun or unit of a number that has none before it: the form with it, and the end.
#[must_use]
pub fn hedged_after<T: Clone>(scene: &Scene<'_>, form: Form<T>, end: usize) -> (Form<T>, usize) {
    if !matches!(form, Form::Exactly(_)) {
        return (form, end);
    }
    let (after, hedge) = hedge::after(&scene.reader(), end);
    (hedge::hedged(form, hedge.unwrap_or(Hedge::Exactly)), after)
}

/// A number that counts a noun, or a number alone; none for digits that letters make a name.
fn counted(scene: &Scene<'_>, numeral: &Numeral) -> Option<Mention> {
    let after = scene.words.get(numeral.words.end);
    let is_glued = |word: &Word| {
        word.touches() && word.kind == TokenKind::Word && word.normal.is_ascii() && word.concept().is_none()
    };
    let ends_in_digits = scene.words[numeral.core.end - 1].kind == TokenKind::Digits;
    if ends_in_digits && after.is_some_and(is_glued) {
        return None;
    }
    let is_range = matches!(numeral.form, Form::Range(..));
    let plain = plain(scene, numeral, if is_range { Dimension::Range } else { Dimension::Number });
    let Some(noun) = noun::counted(scene, numeral) else { return Some(plain) };
    let head_text = Some(scene.text.slice(noun.span).to_owned());
    if noun.head.is_none() || numeral.sort == Sort::Fraction {
        return Some(Mention { head: noun.head, head_text, ..plain });
    }
    let words = without_prefix(numeral);
    let (form, end) = hedged_after(scene, numeral.form.clone(), noun.words.end);
    let value = Value::Amount(Amount { form, ..amount(numeral, None) });
    let words = words.start.min(noun.words.start)..end.max(words.end);
    Some(Mention { head: noun.head, head_text, ..scene.mention(Dimension::Quantity, words, value) })
}
