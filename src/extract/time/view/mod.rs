//! The words of one paragraph, with questions that every reader of times asks of them.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

/// Figures among the words: digits by themselves, and years.
mod digits;
/// What readers found.
pub mod memo;
/// Words that say which one of several is meant, and what announces a time.
mod pointing;
/// How words are written: as names, with an article, with a conjunction.
mod writing;

use crate::extract::time::said::{Scale, When};
use crate::extract::time::view::memo::Memo;
use crate::extract::word::Word;
use crate::lexicon::Lexicon;
use crate::lexicon::class::{Class, Functions};
use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::calendar::Daypart;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::time::Part;
use jiff::civil::Date;
use std::ops::Range;

/// Words that govern a verb behind them.
const GOVERNING: Functions = Functions::of(&[
    Function::Will,
    Function::Can,
    Function::May,
    Function::Indeed,
    Function::Not,
    Function::Expected,
    Function::To,
    Function::Which,
]);

/// The words of one paragraph.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The words.
    pub words: &'a [Word],
    /// Their language.
    pub language: &'a Language,
    /// All data.
    pub lexicon: &'a Lexicon,
    /// The reference day.
    pub today: Option<Date>,
    /// The date told last before, in this paragraph, by its own words.
    pub anchor: Option<Part>,
    /// The quarter of a year told last before, in this text.
    pub quarter: Option<Part>,
    /// The date that ends right before the words, as one of a list.
    pub last: Option<(usize, When)>,
    /// Whether what is read now is known to be a time, as the second end of a stretch is.
    pub announced: bool,
    /// Whether the paragraph is written without capitals.
    pub small: bool,
    /// What was found in the paragraph since it told a date last.
    pub memo: Option<&'a Memo>,
}

impl<'a> View<'a> {
    /// The view of a paragraph that has told no date yet.
    #[must_use]
    pub fn new(words: &'a [Word], language: &'a Language, lexicon: &'a Lexicon, today: Option<Date>) -> Self {
        let small = !words.iter().any(|word| word.capital);
        Self {
            words,
            language,
            lexicon,
            today,
            anchor: None,
            quarter: None,
            last: None,
            announced: false,
            small,
            memo: None,
        }
    }
}

impl View<'_> {
    /// The word at `idx`.
    #[must_use]
    pub fn get(&self, idx: usize) -> Option<&Word> {
        self.words.get(idx)
    }

    /// The first answer of `pick` to a meaning of the word.
    pub fn meaning<T>(&self, idx: usize, pick: impl Fn(&Meaning) -> Option<T>) -> Option<T> {
        self.get(idx)?.find(|sense| pick(&sense.meaning))
    }

    /// The first answer of `pick` to a meaning of the word, which is of a class.
    pub fn meaning_of<T>(&self, class: Class, idx: usize, pick: impl Fn(&Meaning) -> Option<T>) -> Option<T> {
        self.get(idx).filter(|word| word.summary.is(class))?.find(|sense| pick(&sense.meaning))
    }

    /// Whether the word has a meaning of this class.
    #[must_use]
    pub fn is_of(&self, class: Class, idx: usize) -> bool {
        self.get(idx).is_some_and(|word| word.summary.is(class))
    }

    /// Whether the word has this function.
    #[must_use]
    pub fn is(&self, idx: usize, function: Function) -> bool {
        self.get(idx).is_some_and(|word| word.is_function(function))
    }

    /// Whether the word has one of these functions.
    #[must_use]
    pub fn is_any(&self, idx: usize, functions: &[Function]) -> bool {
        let any = Functions::of(functions);
        self.get(idx).is_some_and(|word| word.summary.does_any(any))
    }

    /// Whether the word is this sign.
    #[must_use]
    pub fn sign(&self, idx: usize, sign: &str) -> bool {
        self.get(idx).is_some_and(|word| word.is_sign(sign))
    }

    /// Whether nothing stands between the word and the one before.
    #[must_use]
    pub fn touches(&self, idx: usize) -> bool {
        idx > 0 && self.get(idx).is_some_and(Word::touches)
    }

    /// The unit of the calendar that the word names, with its grammatical number.
    #[must_use]
    pub fn scale(&self, idx: usize) -> Option<(Scale, Form)> {
        let word = self.get(idx)?;
        let told = word.summary.is(Class::Unit) || word.summary.does(Function::Year);
        let unit = told.then_some(word)?.find(|sense| match &sense.meaning {
            Meaning::Unit(code) => Some((scale_of(code)?, sense.form)),
            _ => None,
        });
        unit.or_else(|| word.is_function(Function::Year).then_some((Scale::Year, Form::One)))
    }

    /// Whether the word is the singular of this unit.
    #[must_use]
    pub fn is_one(&self, idx: usize, scale: Scale) -> bool {
        self.scale(idx) == Some((scale, Form::One))
    }

    /// The part of a day that the word names.
    #[must_use]
    pub fn daypart(&self, idx: usize) -> Option<Daypart> {
        self.meaning_of(Class::Daypart, idx, |meaning| {
            if let Meaning::Daypart(daypart) = meaning { Some(*daypart) } else { None }
        })
    }

    /// Whether the word is a verb under another one: "will last two days".
    #[must_use]
    pub fn is_governed_verb(&self, idx: usize) -> bool {
        let is_verb =
            |sense: &Sense| matches!(sense.meaning, Meaning::Concept(_)) && sense.form == Form::Present;
        idx > 0
            && self.get(idx).is_some_and(|word| word.senses.iter().any(is_verb))
            && self.get(idx - 1).is_some_and(|word| word.summary.does_any(GOVERNING))
    }

    /// Whether every meaning of the word is accepted by `is_it`.
    pub fn only(&self, idx: usize, is_it: impl Fn(&Meaning) -> bool) -> bool {
        self.get(idx).is_some_and(|word| word.senses.iter().all(|sense| is_it(&sense.meaning)))
    }

    /// Whether the paragraph is nothing but these words, but for the sign that ends it.
    #[must_use]
    pub fn is_all(&self, words: &Range<usize>) -> bool {
        let end = self.words.len();
        words.start == 0
            && (words.end == end || (words.end + 1 == end && self.words[words.end].kind == TokenKind::Sign))
    }

    /// Whether the word carries no meaning of its own.
    #[must_use]
    pub fn is_stop(&self, idx: usize) -> bool {
        self.is_of(Class::Stop, idx)
    }

    /// The index behind one of `signs` at `idx`, or `idx`.
    #[must_use]
    pub fn skip_sign(&self, idx: usize, signs: &[&str]) -> usize {
        idx + usize::from(signs.iter().any(|sign| self.sign(idx, sign)))
    }

    /// The index behind a word of one of `functions` at `idx`, or `idx`.
    #[must_use]
    pub fn skip(&self, idx: usize, functions: &[Function]) -> usize {
        idx + usize::from(self.is_any(idx, functions))
    }

    /// The index behind an article at `idx`, or `idx`: a word of no meaning that has no function either.
    #[must_use]
    pub fn skip_article(&self, idx: usize) -> usize {
        if self.is_of(Class::Function, idx) { idx } else { self.skip_stop(idx) }
    }

    /// The index behind a word that tells no time at `idx`, or `idx`.
    #[must_use]
    pub fn skip_stop(&self, idx: usize) -> usize {
        let told = |meaning: &Meaning| {
            matches!(
                meaning,
                Meaning::Daypart(_)
                    | Meaning::RelativeDay(_)
                    | Meaning::Unit(_)
                    | Meaning::Ordinal(_)
                    | Meaning::Cardinal(_)
                    | Meaning::Month(_)
                    | Meaning::Function(Function::This | Function::Last | Function::Next | Function::Latest)
            )
        };
        let tells = || self.meaning(idx, |meaning| told(meaning).then_some(())).is_some();
        idx + usize::from(self.is_stop(idx) && !tells())
    }
}

/// The unit of the calendar that a code is of.
pub(super) fn scale_of(code: &str) -> Option<Scale> {
    Some(match code {
        "d" => Scale::Day,
        "wk" | "fortnight" => Scale::Week,
        "mo" => Scale::Month,
        "a" => Scale::Year,
        "decade" => Scale::Decade,
        "century" => Scale::Century,
        "h" | "min" | "s" => Scale::Clock,
        _ => return None,
    })
}
