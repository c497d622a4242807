//! Sentences and clauses: how far a word's company reaches.

use crate::extract::word::Word;
use crate::lexicon::class::{Class, Functions, Summary};
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::concepts::Marks;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use std::ops::Range;

/// Longest abbreviation before a full stop, in characters.
const ABBREVIATION: usize = 2;

/// Most words of a sentence; what is longer is a list or a table, and is read in parts.
const LONGEST: usize = 512;

/// Signs that end a sentence.
const ENDS: [&str; 5] = [".", "!", "?", "؟", "…"];

/// Signs that part clauses for good.
const PARTS: [&str; 2] = [";", ":"];

/// Words that open a clause.
const OPENING: Functions = Functions::of(&[
    Function::Which,
    Function::Where,
    Function::While,
    Function::When,
    Function::That,
    Function::Because,
    Function::But,
    Function::If,
]);

/// Words that open a clause before the one on which it depends.
const LEADING: Functions =
    Functions::of(&[Function::While, Function::When, Function::Because, Function::But, Function::If]);

/// Words that stand before a verb and tell in what sense it is meant.
const AUXILIARIES: Functions = Functions::of(&[Function::Will, Function::Can, Function::May]);

/// A sentence, or a heading.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Its words.
    pub words: Range<usize>,
    /// For each word, counted from the sentence's first, the number of its clause.
    clauses: Vec<u16>,
    /// For each clause its first word, counted from the sentence's first.
    openings: Vec<u16>,
    /// Whether it is the title or the first line of the text.
    pub is_heading: bool,
    /// Number of its paragraph.
    pub paragraph: usize,
    /// The concepts of its words, at a glance.
    pub marks: Marks,
    /// The senses of its words, at a glance.
    pub summary: Summary,
}

impl Sentence {
    /// The clause of a word of the text; the last one for words behind the sentence.
    #[must_use]
    pub fn clause(&self, word: usize) -> u16 {
        let idx = word.saturating_sub(self.words.start);
        self.clauses.get(idx).or(self.clauses.last()).copied().unwrap_or_default()
    }

    /// The words of a clause.
    #[must_use]
    pub fn clause_words(&self, clause: u16) -> Range<usize> {
        let opening =
            |clause: usize| self.openings.get(clause).map_or(self.clauses.len(), |at| usize::from(*at));
        let clause = usize::from(clause);
        self.words.start + opening(clause)..self.words.start + opening(clause + 1)
    }
}

/// Splits words into sentences, and those into clauses.
#[must_use]
pub fn split(words: &[Word]) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let (mut start, mut paragraph) = (0, 0);
    for idx in 0..words.len() {
        let next_breaks = words.get(idx + 1).is_some_and(|next| next.breaks > 0);
        let is_full = idx + 1 - start == LONGEST;
        if next_breaks || idx + 1 == words.len() || is_full || ends_sentence(words, idx) {
            sentences.push(sentence(words, start..idx + 1, sentences.is_empty(), paragraph));
            start = idx + 1;
            paragraph += usize::from(next_breaks);
        }
    }
    sentences
}

/// Marks that close a quote behind the sign that ends its sentence.
const CLOSING: [&str; 3] = ["\"", "”", "»"];

/// Whether the full stop, question or exclamation mark at `idx` ends a sentence, or the mark that closes a quote
/// behind one of them, where a capital begins what follows.
fn ends_sentence(words: &[Word], idx: usize) -> bool {
    let word = &words[idx];
    if word.kind != TokenKind::Sign {
        return false;
    }
    if CLOSING.contains(&word.normal.as_str()) {
        let before = idx.checked_sub(1).and_then(|at| words.get(at));
        let is_full = before.is_some_and(|before| ENDS.contains(&before.normal.as_str())) && word.touches();
        return is_full && words.get(idx + 1).is_some_and(|next| next.spaced && next.capital);
    }
    if !ENDS.contains(&word.normal.as_str()) {
        return false;
    }
    let Some(next) = words.get(idx + 1) else { return true };
    if word.normal != "." {
        return next.spaced;
    }
    let abbreviated = idx.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|before| {
        before.kind == TokenKind::Word
            && before.normal.chars().count() <= ABBREVIATION
            && before.senses.is_empty()
    });
    next.spaced && !abbreviated
}

fn sentence(words: &[Word], range: Range<usize>, is_heading: bool, paragraph: usize) -> Sentence {
    let (mut clause, mut has_verb) = (0_u16, false);
    // A sentence that begins with a subordinate clause goes on behind its comma: *when rain came on Monday*, ….
    let mut is_before = words.get(range.start).is_some_and(|word| word.summary.does_any(LEADING));
    let mut verb = range.start;
    let mut clauses = Vec::with_capacity(range.len());
    let mut openings = vec![0];
    let (mut marks, mut summary) = (Marks::default(), Summary::default());
    for idx in range.clone() {
        let word = &words[idx];
        let is_verb = is_verb(word);
        if idx > range.start {
            let goes_on = (has_verb && is_verb && goes_on(words, verb, idx)) || resumes(words, idx);
            // A sign behind a label, as in "Turnout: 61 %", parts nothing.
            let labels = || !has_verb && clause == 0 && word.is_sign(":");
            let is_behind = is_before && words[idx - 1].is_sign(",");
            if (goes_on || is_behind || begins_clause(words, idx)) && !labels() {
                (clause, has_verb) = (clause.saturating_add(1), false);
                openings.extend(u16::try_from(clauses.len()));
                is_before &= !is_behind;
            }
        }
        if is_verb {
            (has_verb, verb) = (true, idx);
        }
        clauses.push(clause);
        summary = summary.with(word.summary);
        if word.summary.is(Class::Concept) {
            marks.add(&word.marks);
        }
    }
    Sentence { words: range, clauses, openings, is_heading, paragraph, marks, summary }
}

/// Whether a new clause begins here: a subordinating word, a parting sign, or "and" with a verb.
fn begins_clause(words: &[Word], idx: usize) -> bool {
    let word = &words[idx];
    if word.kind == TokenKind::Sign && PARTS.contains(&word.normal.as_str()) {
        return !is_in_number(words, idx);
    }
    let is_joined = || word.clitics.conjunction.is_some();
    word.summary.does_any(OPENING)
        || (is_verb(word) && (word.clitics.outcome || is_joined()))
        || (word.is_function(Function::Expected) && is_joined())
}

/// Whether a sign stands inside of a number: 9:30.
fn is_in_number(words: &[Word], idx: usize) -> bool {
    let is_digits = |word: &Word| word.kind == TokenKind::Digits;
    let before = idx.checked_sub(1).and_then(|at| words.get(at)).is_some_and(is_digits);
    let next = words.get(idx + 1).is_some_and(|next| is_digits(next) && next.touches());
    before && next && words[idx].touches()
}

fn is_verb(word: &Word) -> bool {
    [Form::Past, Form::Present].into_iter().any(|form| word.summary.has_form(form)) && !word.is_noun()
}

/// Whether the clause that another one interrupts goes on: with what stands before a verb, behind a comma. The
/// palace, which has 40 rooms, *will* open.
fn resumes(words: &[Word], idx: usize) -> bool {
    let is_behind_comma =
        || idx.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word.is_sign(","));
    words[idx].summary.does_any(AUXILIARIES) && is_behind_comma()
}

/// Whether a verb behind another one begins a clause: a comma stands before it, or an "and" by which it has
/// objects of its own. Killing nine *and wounding* 31, but not: they arrested *and charged* nine.
fn goes_on(words: &[Word], verb: usize, idx: usize) -> bool {
    let before = |back: usize| idx.checked_sub(back).and_then(|at| words.get(at));
    let comma = |back: usize| before(back).is_some_and(|word| word.is_sign(","));
    let Some(and) = before(1).filter(|word| word.is_function(Function::And)) else {
        return comma(1);
    };
    comma(1) || comma(2) || (and.clitics.conjunction.is_none() && verb + 2 < idx)
}
