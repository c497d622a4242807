//! What sets a value apart from others of its thing without "of them": what *remains* of a whole, what was *aimed* at,
//! what was reached *in the first* days, what it was *at that time*, what stands there *for comparison*, and the
//! measure of *another* thing.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::part::{COMPARED_THING, OPENING, PREVIOUS, REST, THEN, WANTED};
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::concepts::Marks;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;
use std::ops::Range;

/// What is left of a whole.
const LEFT: &str = "remain-left";

/// What stands in a text only to compare with.
const FOR_COMPARISON: &str = "for-comparison";

/// What is wanted: of anything, of what has a unit or of people, and of money.
const AIMS: [&str; 2] = ["aim", "target-goal"];
const TARGET: &str = "target";
const REQUEST: &str = "request";
const LOOKED_FOR: &str = "look-for";

/// The concept of people.
const PEOPLE: &str = "person";

/// The concept of a family, and how far behind a count of its members it is told, in words.
const FAMILY: &str = "family";
const FAMILY_NEAR: usize = 4;

/// How far before a value stands what tells that it is wanted, and how far the thing whose measure it is.
const NEAR: usize = 4;
const THING: usize = 6;

/// What sets a value apart.
pub(super) fn aside(reading: &Reading<'_>, mention: &Mention) -> Option<&'static str> {
    let is_amount = matches!(
        mention.dimension,
        Dimension::Number | Dimension::Quantity | Dimension::Range | Dimension::Money
    );
    if !is_amount {
        return None;
    }
    let view = View::new(reading, mention);
    if view.is_left() {
        Some(REST)
    } else if view.is_wanted() {
        Some(WANTED)
    } else if view.is_then() {
        Some(THEN)
    } else if view.is_of_previous() {
        Some(PREVIOUS)
    } else if view.is_of_opening() {
        Some(OPENING)
    } else if view.is_of_family() {
        Some(FAMILY)
    } else if view.is_for_comparison() {
        Some(COMPARED_THING)
    } else {
        view.is_of_another_thing().then_some(REST)
    }
}

/// Whether the sentence tells of the one before, up to the value.
pub(super) fn is_of_previous(reading: &Reading<'_>, mention: &Mention) -> bool {
    View::new(reading, mention).is_of_previous()
}

/// A value in its text.
struct View<'v, 'a> {
    reading: &'v Reading<'a>,
    mention: &'v Mention,
    sentence: Option<&'v Sentence>,
}

impl<'v, 'a> View<'v, 'a> {
    fn new(reading: &'v Reading<'a>, mention: &'v Mention) -> Self {
        let sentence = reading.sentences.get(reading.sentence_of(mention.words.start));
        Self { reading, mention, sentence }
    }
}

impl View<'_, '_> {
    /// The word at a place of the value's sentence.
    fn word(&self, at: usize) -> Option<&Word> {
        self.sentence.filter(|sentence| sentence.words.contains(&at))?;
        self.reading.words.get(at)
    }

    /// The word so many places before the value.
    fn back(&self, by: usize) -> Option<&Word> {
        self.mention.words.start.checked_sub(by).and_then(|at| self.word(at))
    }

    fn sentence(&self) -> Range<usize> {
        self.sentence.map_or(0..0, |sentence| sentence.words.clone())
    }

    /// Whether a word of the sentence may have a function; said at a glance.
    fn may_do(&self, function: Function) -> bool {
        self.sentence.is_some_and(|sentence| sentence.summary.does(function))
    }

    /// Whether a word of the sentence may have a concept; said at a glance.
    fn may_tell(&self, marks: &Marks) -> bool {
        self.sentence.is_some_and(|sentence| sentence.marks.meets(marks))
    }

    fn clause(&self) -> Range<usize> {
        let start = self.mention.words.start;
        self.sentence.map_or(0..0, |sentence| sentence.clause_words(sentence.clause(start)))
    }

    /// Whether another value stands among some words.
    fn has_value(&self, words: Range<usize>) -> bool {
        !self.reading.mentions_in(words).iter().all(|other| other.words == self.mention.words)
    }

    /// *The remaining* 12 seats, المقاعد الـ12 *المتبقية*.
    fn is_left(&self) -> bool {
        let is_it = |word: &Word| word.has_concept(LEFT) && word.summary.has_form(Form::Fixed);
        let end = self.mention.words.end;
        let behind = || {
            let words =
                (end..end + 2).map_while(|at| self.word(at).filter(|word| word.kind == TokenKind::Word));
            words.into_iter().any(is_it)
        };
        let inside = self.reading.words.get(self.mention.words.clone()).unwrap_or_default();
        self.back(1).is_some_and(is_it) || inside.iter().any(is_it) || behind()
    }

    /// Whether people are counted as members *of one family*, who may be some of all: خمسة أفراد *من عائلة واحدة*.
    fn is_of_family(&self) -> bool {
        let end = self.mention.words.end;
        let leads = |word: &Word| word.is_function(Function::Of) || word.is_function(Function::From);
        let behind = (end..end + FAMILY_NEAR).map_while(|at| self.word(at));
        let mut behind = behind.skip_while(|word| !leads(word) && word.kind == TokenKind::Word);
        self.is_of_people()
            && behind.next().is_some_and(leads)
            && behind.take(2).any(|word| word.has_concept(FAMILY))
    }

    /// Whether somebody *sought* so much, or it is *the target*: what was reached is another figure.
    fn is_wanted(&self) -> bool {
        let start = self.mention.words.start;
        let behind = self.mention.words.end;
        let before = start.saturating_sub(NEAR)..start;
        let lead = before.clone().rev().find(|at| self.wants(*at, true));
        let led = lead.is_some_and(|at| !self.has_value(at + 1..start) && self.word(at).is_some());
        led || self.wants(behind, false)
    }

    /// Whether a word wants the value behind it, or before it: 900 tonnes *sought*.
    fn wants(&self, at: usize, is_before: bool) -> bool {
        let Some(word) = self.word(at).filter(|word| word.kind == TokenKind::Word) else { return false };
        let is_of_people = self.mention.head.as_deref() == Some(PEOPLE);
        let has_unit = matches!(&self.mention.value, Value::Amount(amount) if amount.unit.is_some());
        let is_money = self.mention.dimension == Dimension::Money;
        let has = |concept: &&str| word.has_concept(concept);
        // Where one verb asks and orders, only what *had been* asked for is told beside what was had.
        let had = at
            .checked_sub(1)
            .and_then(|at| self.word(at))
            .is_some_and(|word| word.is_function(Function::Indeed));
        let asks = had || !self.reading.language.grammar.verb_first;
        AIMS.iter().any(has)
            || (has(&TARGET) && acts(word) && (has_unit || self.is_of_people()))
            || (has(&REQUEST) && acts(word) && asks && (has_unit || (is_before && !is_of_people)))
            || (has(&LOOKED_FOR) && is_money && is_before)
    }

    fn is_of_people(&self) -> bool {
        let head = self.mention.head.as_deref();
        head.is_some_and(|head| self.reading.lexicon.is_of_people(crate::text::hash::of(head)))
    }

    /// Whether the clause tells of another time, told before: *at that time*, آنذاك.
    fn is_then(&self) -> bool {
        self.may_do(Function::Then)
            && self.clause().any(|at| {
                let ends = || {
                    self.word(at + 1).is_none_or(|next| next.kind != TokenKind::Word || next.tokens.len() > 1)
                };
                let is_bare = || !self.reading.language.grammar.adjective_after_noun;
                self.word(at).is_some_and(|word| word.is_function(Function::Then)) && (!is_bare() || ends())
            })
    }

    /// Whether the sentence tells of the one before, up to the value: *the previous edition* had 40 films.
    fn is_of_previous(&self) -> bool {
        let is_time = |word: &Word| {
            let lasts = |code: &str| self.reading.lexicon.units.period(code).is_some();
            word.senses.iter().any(|sense| matches!(&sense.meaning, Meaning::Unit(code) if lasts(code)))
                || word
                    .senses
                    .iter()
                    .any(|sense| matches!(sense.meaning, Meaning::Weekday(_) | Meaning::Month(_)))
        };
        let noun = |at: Option<usize>| {
            let word = at.and_then(|at| self.word(at)).filter(|word| word.breaks == 0);
            word.is_some_and(|word| (word.is_noun() || word.senses.is_empty()) && !is_time(word))
        };
        let follows = self.reading.language.grammar.adjective_after_noun;
        self.may_do(Function::Previous)
            && (self.sentence().start..self.mention.words.start).any(|at| {
                let is_previous = self.word(at).is_some_and(|word| word.is_function(Function::Previous));
                is_previous && noun(if follows { at.checked_sub(1) } else { Some(at + 1) })
            })
    }

    /// Whether it was reached in the beginning of a time: *in the first* four days.
    fn is_of_opening(&self) -> bool {
        let is_first = |at: usize| {
            let is_one = |meaning: &Meaning| matches!(meaning, Meaning::Ordinal(1));
            self.word(at).is_some_and(|word| word.senses.iter().any(|sense| is_one(&sense.meaning)))
        };
        let lengths = self.reading.mentions_in(self.clause());
        lengths.iter().filter(|other| other.dimension == Dimension::Duration).any(|other| {
            let before = other.words.start.checked_sub(1);
            before.is_some_and(is_first) || other.words.clone().any(is_first) || is_first(other.words.end)
        })
    }

    /// Whether it only stands there to compare with: *by comparison*, the Falcon weighs ….
    fn is_for_comparison(&self) -> bool {
        const MARKS: Marks = Marks::one(FOR_COMPARISON);
        let compares = |at: usize| self.word(at).is_some_and(|word| word.has_concept(FOR_COMPARISON));
        self.may_tell(&MARKS) && self.sentence().any(compares)
    }

    /// Whether a measure is of another thing than was told before: *a second* line, 17 km long, جسر *آخر* طوله.
    fn is_of_another_thing(&self) -> bool {
        let has_unit = matches!(&self.mention.value, Value::Amount(amount) if amount.unit.is_some());
        if !has_unit || self.mention.dimension == Dimension::Money {
            return false;
        }
        let start = self.mention.words.start;
        let before = start.saturating_sub(THING)..start;
        before.into_iter().any(|at| self.is_another(at) && !self.has_measure(at..start))
    }

    /// Whether a word says of a noun beside it that it is another one.
    fn is_another(&self, at: usize) -> bool {
        let Some(word) = self.word(at) else { return false };
        let noun = |at: usize| self.word(at).is_some_and(|word| word.breaks == 0 && may_name(word));
        let is_later =
            word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Ordinal(rank) if rank > 1));
        if self.reading.language.grammar.adjective_after_noun {
            let is_open = !word.clitics.article && word.breaks == 0;
            let before = at.checked_sub(1).filter(|at| noun(*at));
            let is_one = before
                .and_then(|at| self.word(at))
                .is_some_and(|noun| !noun.clitics.article && !noun.clitics.pronoun);
            return is_open && is_one && (is_later || word.is_function(Function::Other));
        }
        let is_one = at.checked_sub(1).and_then(|at| self.word(at)).is_some_and(Word::may_be_article);
        let is_a =
            is_one && at.checked_sub(1).and_then(|at| self.word(at)).is_some_and(|word| !word.is_article());
        noun(at + 1) && (word.is_function(Function::Other) || (is_later && is_a))
    }

    /// Whether another measure stands among some words.
    fn has_measure(&self, words: Range<usize>) -> bool {
        let is_measure =
            |other: &Mention| matches!(&other.value, Value::Amount(amount) if amount.unit.is_some());
        self.reading.mentions_in(words).iter().any(is_measure)
    }
}

/// Whether a word may be the noun of a thing.
fn may_name(word: &Word) -> bool {
    word.kind == TokenKind::Word && (word.senses.is_empty() || word.summary.is(Class::Concept))
}

/// Whether a word tells an act, or one that it befell.
fn acts(word: &Word) -> bool {
    word.senses.iter().any(|sense| matches!(sense.form, Form::Past | Form::Present))
}
