//! Two numbers set against each other: 3-1, three goals to one, هدفين لهدف.

use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::Teller;
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Form as Amounts;
use crate::value::number::Number;
use std::ops::Range;

/// Most points of a side, and most digits of them.
const MOST: i64 = 250;
const DIGITS: usize = 3;

/// Most words between two sets of one match.
const BETWEEN: usize = 7;

/// Parts of a point by which they are kept: chess knows halves.
const PARTS: i64 = 10;

/// The concepts of what is scored, of one number against another, of none against it, of the only
/// one, and of as many.
const GOAL: &str = "goal";
const SCORED: [&str; 2] = [GOAL, "point-score"];
const AGAINST: &str = "compared";
const TO_NIL: &str = "to-nil";
const ONE_NIL: &str = "one-nil";
const TO_AS_MANY: &str = "to-as-many";

/// The points of two sides, in tenths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tally {
    pub(super) words: Range<usize>,
    left: i64,
    right: i64,
}

impl Tally {
    /// The same, the greater first.
    pub(super) fn sorted(&self) -> Self {
        Self { words: self.words.clone(), left: self.left.max(self.right), right: self.left.min(self.right) }
    }

    /// As it is written: 3-1, 7.5-6.5.
    pub(super) fn written(&self) -> String {
        let points = |parts: i64| {
            let whole = (parts / PARTS).to_string();
            if parts % PARTS == 0 { whole } else { format!("{whole}.{}", parts % PARTS) }
        };
        format!("{}-{}", points(self.left), points(self.right))
    }

    fn mirrored(&self) -> Self {
        Self { words: self.words.clone(), left: self.right, right: self.left }
    }
}

/// Whether a tally is the next set of the match that another one is of: nothing but how a tie-break went stands between.
pub(super) fn leads_on(teller: &Teller<'_, '_>, set: &Tally, next: &Tally) -> bool {
    let between = set.words.end..next.words.start;
    between.len() <= BETWEEN
        && between.into_iter().all(|at| {
            let says_nothing = |word: &Word| word.kind != TokenKind::Word || word.is_function(Function::And);
            teller.reading.words.get(at).is_some_and(says_nothing)
        })
}

/// The sets of one match, as the one that won most of them has them.
pub(super) fn sets(sets: &[Tally]) -> String {
    let won = |set: &&Tally| set.left > set.right;
    let turned = sets.iter().filter(won).count() * 2 < sets.len();
    let written = |set: &Tally| if turned { set.mirrored().written() } else { set.written() };
    sets.iter().map(written).collect::<Vec<_>>().join(",")
}

/// The tallies of a sentence, in the order of the text. What stands in brackets behind a set is how its tie-break went.
pub(super) fn tallies(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Tally> {
    let view = View { teller, sentence, kind };
    let digits = sentence.words.clone().filter_map(|at| view.dashed(at));
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    let worded = mentions.filter_map(|mention| view.worded(mention));
    let mut all: Vec<Tally> = digits.chain(worded).chain(view.of_one()).collect();
    all.sort_by_key(|tally| tally.words.start);
    let ends: Vec<usize> = all.iter().map(|tally| tally.words.end).collect();
    let is_sign = |at: usize, sign: &str| teller.reading.words.get(at).is_some_and(|word| word.is_sign(sign));
    all.retain(|tally| {
        let opens = tally.words.start.checked_sub(1).filter(|at| is_sign(*at, "("));
        !opens.is_some_and(|opens| ends.contains(&opens))
    });
    all
}

struct View<'v, 'r, 'a> {
    teller: &'v Teller<'r, 'a>,
    sentence: &'v Sentence,
    kind: &'v Kind,
}

impl<'r> View<'_, 'r, '_> {
    fn word(&self, at: usize) -> Option<&'r Word> {
        self.teller.reading.words.get(at).filter(|_| self.sentence.words.contains(&at))
    }

    /// Two numbers in digits with a dash: 3-1, and no more of them: no telephone number, no date.
    fn dashed(&self, at: usize) -> Option<Tally> {
        let before = at.checked_sub(1).and_then(|at| self.word(at));
        let is_tied = |word: Option<&Word>| {
            word.is_some_and(|word| {
                word.kind == TokenKind::Digits
                    || ["-", "/", ".", ":", "+"].iter().any(|sign| word.is_sign(sign))
            })
        };
        if self.word(at)?.touches() && is_tied(before) {
            return None;
        }
        let (left, dash) = self.points(at)?;
        let gap = self.word(dash).filter(|word| word.is_sign("-"))?.spaced;
        self.word(dash + 1).filter(|word| word.spaced == gap && word.breaks == 0)?;
        // A dash with space around it may part two thoughts.
        let told = |at: usize| self.teller.concept_of(at, &self.kind.triggers).is_some();
        let is_told = before.is_some_and(|word| word.is_sign("(")) || at.checked_sub(1).is_some_and(told);
        if gap && !is_told {
            return None;
        }
        let (right, end) = self.points(dash + 1)?;
        let follows = self.word(end).filter(|word| word.touches());
        let goes_on = follows.is_some_and(|word| {
            let is_joined = ["-", "/", "%", ":"].iter().any(|sign| word.is_sign(sign));
            is_joined || word.kind != TokenKind::Sign
        });
        let is_taken = !self.teller.reading.mentions_in(at..end).is_empty();
        (!goes_on && !is_taken).then_some(Tally { words: at..end, left, right })
    }

    /// The points in digits that begin at a word, with halves, and where they end.
    fn points(&self, at: usize) -> Option<(i64, usize)> {
        let digits = |at: usize| {
            let word = self.word(at).filter(|word| word.kind == TokenKind::Digits)?;
            if word.normal.len() <= DIGITS { word.normal.parse::<i64>().ok() } else { None }
        };
        let whole = digits(at).filter(|whole| *whole <= MOST)?;
        let is_point = self.word(at + 1).is_some_and(|word| word.is_sign(".") && word.touches());
        let half = digits(at + 2)
            .filter(|half| is_point && *half == PARTS / 2 && self.word(at + 2).is_some_and(Word::touches));
        Some(half.map_or((whole * PARTS, at + 1), |half| (whole * PARTS + half, at + 3)))
    }

    /// Two counts with a word between: three goals to one, 31 مقابل 28.
    fn worded(&self, first: &Mention) -> Option<Tally> {
        let left = self.count(first)?;
        let end = first.words.end;
        let start = first.words.start;
        let from = start.checked_sub(1).is_some_and(|at| self.teller.is_function(at, Function::From));
        if from {
            return None;
        }
        if let Some(tally) = self.without_reply(first.words.start..end, left) {
            return Some(tally);
        }
        let is_between =
            self.word(end).is_some_and(|word| word.has_concept(AGAINST) || word.is_function(Function::To));
        let leads = self.word(end).is_some_and(|word| word.clitics.preposition.is_some());
        let at = if is_between && !leads { end + 1 } else { end };
        if !(is_between || leads) {
            return None;
        }
        let second = self.teller.reading.mentions_in(at..at + 2).iter().find(|other| other.words.start == at);
        let scored = |mention: &Mention| mention.head.is_some();
        let (right, last, is_scored) = match second {
            Some(second) => (self.count(second)?, second.words.end, scored(second)),
            None => self.is_single(at).then_some((PARTS, at + 1, true))?,
        };
        (is_scored || scored(first) || is_between).then_some(Tally { words: start..last, left, right })
    }

    /// A single goal set against a number: *a goal* to nil, هدف دون رد.
    fn of_one(&self) -> Vec<Tally> {
        let singles = self.sentence.words.clone().filter(|at| self.is_single(*at));
        let only = self.sentence.words.clone();
        let only = only.filter(|at| self.word(*at).is_some_and(|word| word.has_concept(ONE_NIL)));
        let only = only.map(|at| Tally { words: at..at + 1, left: PARTS, right: 0 });
        singles.filter_map(|at| self.without_reply(at..at + 1, PARTS)).chain(only).collect()
    }

    /// A number against none, or against as many.
    fn without_reply(&self, words: Range<usize>, left: i64) -> Option<Tally> {
        let word = self.word(words.end)?;
        let right = if word.has_concept(TO_NIL) {
            0
        } else if word.has_concept(TO_AS_MANY) {
            left
        } else {
            return None;
        };
        Some(Tally { words: words.start..words.end + 1, left, right })
    }

    /// Whether a word is the singular of what is scored, with no number.
    fn is_single(&self, at: usize) -> bool {
        let is_one = |word: &Word| {
            word.senses.iter().any(|sense| {
                sense.form == Form::One && sense.meaning.concept().is_some_and(|id| **id == *GOAL)
                    || sense.meaning == Meaning::Cardinal(1)
            })
        };
        self.word(at).is_some_and(|word| is_one(word) && !word.clitics.article)
            && self.teller.reading.mentions_in(at..at + 1).is_empty()
            && self.teller.concept_of(at, &self.kind.unless).is_none()
    }

    /// The points that a mention counts, of which nothing else is counted.
    fn count(&self, mention: &Mention) -> Option<i64> {
        let is_count = [Dimension::Number, Dimension::Quantity].contains(&mention.dimension);
        let is_scored = match &mention.head {
            Some(head) => SCORED.iter().any(|scored| scored == head),
            None => mention.head_text.is_none(),
        };
        let Value::Amount(amount) = &mention.value else { return None };
        let Amounts::Exactly(number) = amount.form else { return None };
        let parts = number.times(Number::whole(PARTS))?.to_whole()?;
        (is_count && is_scored && amount.unit.is_none() && (0..=MOST * PARTS).contains(&parts))
            .then_some(parts)
    }
}
