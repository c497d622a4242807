//! The words of one paragraph, with questions that every reader of times asks of them.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::time::said::{Near, Scale, When};
use crate::extract::time::tense::{self, Tense};
use crate::extract::word::Word;
use crate::lexicon::Lexicon;
use crate::lexicon::class::{Class, Functions};
use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::calendar::{Daypart, Era};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::time::Part;
use jiff::civil::Date;
use std::ops::Range;

/// Words behind which a bare month or clock is meant as a time.
const ANNOUNCING: [Function; 16] = [
    Function::In,
    Function::On,
    Function::Since,
    Function::Until,
    Function::Between,
    Function::From,
    Function::To,
    Function::During,
    Function::By,
    Function::Before,
    Function::After,
    Function::Of,
    Function::AsOf,
    Function::Beginning,
    Function::Middle,
    Function::End,
];

/// Words that say which one of a series.
const POINTING: Functions =
    Functions::of(&[Function::This, Function::Last, Function::Next, Function::Previous, Function::Following]);

/// Words that govern a verb behind them.
const GOVERNING: Functions = Functions::of(&[
    Function::Will,
    Function::Can,
    Function::May,
    Function::Not,
    Function::Expected,
    Function::To,
    Function::Which,
]);

/// Longest name of the calendar that may be another word when it is written small.
const SHORT: usize = 3;

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
        self.is_joint(idx + 1)
            && self.touches(idx + 1)
            && self.touches(idx + 2)
            && self.raw(idx + 2).is_some()
    }

    /// Whether a sign ties the digits at `idx` to digits before them.
    #[must_use]
    pub fn joined_before(&self, idx: usize) -> bool {
        idx >= 2
            && self.is_joint(idx - 1)
            && self.touches(idx)
            && self.touches(idx - 1)
            && self.raw(idx - 2).is_some()
    }

    fn is_joint(&self, idx: usize) -> bool {
        ["-", "/", ":", ".", ",", "+"].iter().any(|sign| self.sign(idx, sign))
    }

    /// The year in four digits at `idx`.
    #[must_use]
    pub fn year(&self, idx: usize) -> Option<i16> {
        let (year, length) = self.digits(idx)?;
        if length != 4 || !(1000..=2199).contains(&year) || self.hijri_era(idx + 1) {
            return None;
        }
        i16::try_from(year).ok()
    }

    fn hijri_era(&self, idx: usize) -> bool {
        self.meaning(idx, |meaning| match meaning {
            Meaning::Era(era) => Some(*era != Era::Common),
            _ => None,
        }) == Some(true)
    }

    /// The index behind a year at `idx` and the mark of its era.
    #[must_use]
    pub fn after_year(&self, idx: usize) -> usize {
        let common = self.meaning(idx + 1, |meaning| (*meaning == Meaning::Era(Era::Common)).then_some(()));
        idx + 1 + usize::from(common.is_some())
    }

    /// Whether the word announces a year in digits.
    #[must_use]
    pub fn is_year_word(&self, idx: usize) -> bool {
        self.is(idx, Function::Year)
            || self.scale(idx).is_some_and(|(scale, form)| scale == Scale::Year && form != Form::Many)
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
        self.meaning(
            idx,
            |meaning| if let Meaning::Daypart(daypart) = meaning { Some(*daypart) } else { None },
        )
    }

    /// Which one the word says: this, the last, the next; a word that points back into the text ("that
    /// year", "the following year") says none.
    #[must_use]
    pub fn near(&self, idx: usize) -> Option<Near> {
        self.get(idx).filter(|word| word.summary.does_any(POINTING))?;
        let table = [
            (Function::This, Near::This),
            (Function::Last, Near::Last),
            (Function::Next, Near::Next),
            (Function::Previous, Near::Last),
            (Function::Following, Near::Next),
        ];
        let back = self.is_any(idx, &[Function::Previous, Function::Following]);
        let alone = back && self.anchor.is_none() && (self.is(idx, Function::Previous) || self.is_ahead(idx));
        let pointing = self.is_any(idx, &[Function::That, Function::After]) || (back && !alone);
        let pointing = pointing && !alone;
        let near = table.into_iter().find(|(function, _)| self.is(idx, *function)).map(|(_, near)| near);
        near.filter(|_| !pointing)
    }

    /// Whether the word that says which one follows its unit in this language.
    #[must_use]
    pub const fn near_follows(&self) -> bool {
        self.language.grammar.near_after_noun || self.language.grammar.adjective_after_noun
    }

    /// Whether the clause of the word at `idx` lies ahead, or there is none.
    #[must_use]
    pub fn is_ahead(&self, idx: usize) -> bool {
        let words = idx..(idx + 2).min(self.words.len());
        tense::around(self, words.clone()) == Tense::Future || self.is_all(&words)
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

    /// Whether the word is written as a name in a script that has capitals; a name of the calendar that
    /// is no other word may be written small.
    #[must_use]
    pub fn is_proper(&self, idx: usize) -> bool {
        let named = |meaning: &Meaning| {
            matches!(meaning, Meaning::Month(_) | Meaning::Weekday(_) | Meaning::Holiday(_))
        };
        let long = self.get(idx).is_some_and(|word| word.normal.len() > SHORT);
        self.is_capital(idx) || ((long || self.language.grammar.small_calendar) && self.only(idx, named))
    }

    /// Whether the word begins with a capital, or its script or paragraph has none.
    #[must_use]
    pub fn is_capital(&self, idx: usize) -> bool {
        self.get(idx).is_some_and(|word| !word.normal.is_ascii() || word.capital || self.small)
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

    /// Whether what stands before `idx` lets a time be expected there.
    #[must_use]
    pub fn is_announced(&self, idx: usize) -> bool {
        let clitic = self.get(idx).is_some_and(|word| word.clitics.preposition.is_some());
        self.announced || clitic || (idx > 0 && self.is_any(idx - 1, &ANNOUNCING))
    }

    /// Whether a word with this meaning has its article, in a language whose days need one: it was peeled,
    /// or the data lists the word with and without it and this is the longer form.
    #[must_use]
    pub fn is_definite(&self, idx: usize, meaning: &Meaning) -> bool {
        let Some(word) = self.get(idx) else { return false };
        if !self.language.grammar.adjective_after_noun || word.clitics.article || word.tokens.len() > 1 {
            return true;
        }
        let means_it =
            |rest: &str| self.language.look_up(&[rest]).senses.iter().any(|sense| sense.meaning == *meaning);
        let starts = word.stem.char_indices().skip(1).filter_map(|(start, _)| word.stem.get(start..));
        starts.filter(|rest| rest.chars().nth(1).is_some()).any(means_it)
    }

    /// Whether the word joins what follows: "and" by itself or stuck to it.
    #[must_use]
    pub fn has_conjunction(&self, idx: usize) -> bool {
        self.get(idx).is_some_and(|word| word.clitics.conjunction.is_some())
    }

    /// Whether a noun stands at `idx` right behind another, without a conjunction: "the week of the feast".
    #[must_use]
    pub fn has_concept_joined(&self, idx: usize) -> bool {
        let noun = self.get(idx).is_some_and(|word| word.concept().is_some() && word.is_noun());
        noun && self.language.grammar.adjective_after_noun && !self.has_conjunction(idx)
    }

    /// Whether the word carries no meaning of its own.
    #[must_use]
    pub fn is_stop(&self, idx: usize) -> bool {
        self.meaning(idx, |meaning| (*meaning == Meaning::Stop).then_some(())).is_some()
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
        let tells = self.meaning(idx, |meaning| told(meaning).then_some(())).is_some();
        idx + usize::from(self.is_stop(idx) && !tells)
    }
}

fn scale_of(code: &str) -> Option<Scale> {
    Some(match code {
        "d" => Scale::Day,
        "wk" => Scale::Week,
        "mo" => Scale::Month,
        "a" => Scale::Year,
        "decade" => Scale::Decade,
        "century" => Scale::Century,
        "h" | "min" | "s" => Scale::Clock,
        _ => return None,
    })
}
