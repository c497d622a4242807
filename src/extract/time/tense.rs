//! Whether a time lies ahead: the verbs of its clause decide.

use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::speech::Speech;
use crate::text::token::TokenKind;
use std::ops::Range;

/// Words before "that" within which an expectation still governs what follows.
const GOVERNED: usize = 3;

/// What programmes tell in the present.
const SCHEDULED: [&str; 7] = ["begin", "close", "end", "hold-event", "kick-off", "open", "resume"];

/// What the plans of a day tell in the present right before it, in a language whose verbs come first: يزور الوزير
/// دمشق الثلاثاء.
const PLANNED: [&str; 7] = ["arrive", "greet-guest", "host", "leave", "meeting", "travel", "visit"];

/// Furthest that such a verb stands before the day, in words.
const PLAN: usize = 6;

/// The concept of a number, which may arrive at some height on a day.
const NUMBER: &str = "number-noun";

/// The concepts of putting something off, and of what ends later than it was to.
const PUT_OFF: [&str; 3] = ["deadline", "extend", "postpone"];

/// The concepts of being kept shut, which a day behind "until" ends.
const KEPT_CLOSED: [&str; 3] = ["close", "unopened", "lockdown"];

/// The concept of a day until which something must be done.
const DEADLINE: &str = "deadline";

/// Furthest that the word stands before a day which it says to be the last or the next one, in words.
const DATED: usize = 8;

/// The tense of a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// A verb says that it has happened.
    Past,
    /// It has lasted since then, so that it has begun.
    Since,
    /// A verb says that it will happen.
    Future,
    /// No verb says either, and "until" or "by" leads to it from either side.
    Near,
    /// A verb in the present tells of it: the nearest such time on either side is meant.
    Present,
    /// No verb says either.
    Unknown,
    /// There is no clause: the time stands by itself.
    Alone,
}

/// The tense of the clause around the words `range`; what stands before them counts first.
#[must_use]
pub fn around(view: &View<'_>, range: Range<usize>) -> Tense {
    if stands_by_itself(view, &range) {
        return Tense::Alone;
    }
    if is_put_off(view, range.start) {
        return Tense::Future;
    }
    let (before, length) = backward(view, range.start);
    if before == Tense::Unknown && range.start > 0 && view.is(range.start - 1, Function::Since) {
        return Tense::Since;
    }
    if before == Tense::Past && range.start > 0 && view.is(range.start - 1, Function::Since) {
        return Tense::Since;
    }
    if before != Tense::Unknown {
        return before;
    }
    let until = range.start > 0 && view.is_any(range.start - 1, &[Function::Until, Function::By]);
    let opens = length <= 1 || until;
    let start = range.end + usize::from(opens && view.sign(range.end, ","));
    let after = forward(view, start);
    match after {
        Tense::Past | Tense::Since | Tense::Future | Tense::Alone | Tense::Near | Tense::Present => after,
        // "It had burnt, until Friday, some 30 hectares": the clause goes on behind the comma.
        Tense::Unknown if until && is_inserted(view, &range) && earlier(view, range.start) == Tense::Past => {
            Tense::Past
        }
        Tense::Unknown if until => Tense::Near,
        Tense::Unknown if !is_away(view, &range) && is_next_one(view, range.start) => Tense::Near,
        Tense::Unknown if is_scheduled(view, range.start) || is_planned(view, range.start) => Tense::Future,
        Tense::Unknown => {
            let earlier = earlier(view, range.start);
            let is_present = earlier == Tense::Unknown && is_told_in_present(view, range.start);
            if is_present { Tense::Present } else { earlier }
        }
    }
}

/// Whether a verb of putting something off leads to a time before `end`: *postponed to* 21 April.
fn is_put_off(view: &View<'_>, end: usize) -> bool {
    let leads = [Function::To, Function::Until, Function::For];
    let near = || end.saturating_sub(2)..end;
    let is_led = near().any(|at| view.is_any(at, &leads));
    let clause = (0..end).rev().map_while(|idx| Some(&view.words[idx]).filter(|_| !is_boundary(view, idx)));
    // "Until the day of" may be one phrase: أغلقت حتى يوم الأحد.
    let is_until = near().any(|at| view.is_any(at, &[Function::Until, Function::AsOf]));
    let has = |word: &Word, concepts: &[&str]| concepts.iter().any(|concept| word.has_concept(concept));
    let is_put_off = |word: &Word| (is_led && has(word, &PUT_OFF)) || (is_until && has(word, &KEPT_CLOSED));
    (is_led || is_until) && clause.into_iter().any(is_put_off)
}

/// Whether words tell how far away a time is: *in* two years, *after* a week.
fn is_away(view: &View<'_>, range: &Range<usize>) -> bool {
    let leads = [Function::After, Function::Before, Function::In, Function::Within];
    (range.start.saturating_sub(1)..=range.start).any(|at| view.is_any(at, &leads))
}

/// Whether the clause tells before `end` of a last day or of the next one of a sort: the *next* hearing is on 16 March.
fn is_next_one(view: &View<'_>, end: usize) -> bool {
    let clause =
        (end.saturating_sub(DATED)..end).rev().map_while(|idx| Some(idx).filter(|_| !is_boundary(view, idx)));
    let beside = |idx: usize| {
        if view.language.grammar.adjective_after_noun { idx.checked_sub(1) } else { Some(idx + 1) }
    };
    let is_noun = |idx: usize| view.words.get(idx).is_some_and(Word::is_noun);
    let is_next = |idx: usize| view.is(idx, Function::Next) && beside(idx).is_some_and(is_noun);
    clause.into_iter().any(|idx| is_next(idx) || view.words[idx].has_concept(DEADLINE))
}

/// Whether commas part a time and the word that leads to it from both sides.
fn is_inserted(view: &View<'_>, range: &Range<usize>) -> bool {
    range.start.checked_sub(2).is_some_and(|at| view.sign(at, ",")) && view.sign(range.end, ",")
}

/// Whether a verb in the present that tells what a programme tells stands before `end` in its clause: the fair
/// *opens* on Friday.
fn is_scheduled(view: &View<'_>, end: usize) -> bool {
    let clause = (0..end).rev().map_while(|idx| Some(idx).filter(|_| !is_boundary(view, idx)));
    // What may be a noun as well leads to the time: "the truce *starts* on Friday".
    let leads = |idx: usize| {
        let next = view.skip(idx + 1, &[Function::On]);
        let behind_noun = idx.checked_sub(1).is_some_and(|before| !view.is_stop(before));
        next == end && behind_noun
    };
    let told = |word: &Word, concept: &str| {
        word.senses.iter().any(|sense| {
            sense.form == Form::Present && sense.meaning.concept().is_some_and(|id| **id == *concept)
        })
    };
    let is_told = |idx: usize| {
        let word = &view.words[idx];
        SCHEDULED.iter().any(|concept| told(word, concept))
            && (!word.is_noun() || leads(idx) && !word.is_function(Function::Beginning))
    };
    clause.into_iter().any(is_told)
}

/// Whether a verb in the present that tells of the plans of a day stands a few words before `end`, with no other time or
/// number between and nothing that leads to an earlier event: its subject, its object and its place alone.
fn is_planned(view: &View<'_>, end: usize) -> bool {
    let earlier = [Function::After, Function::Before, Function::During, Function::Since];
    let stops = |idx: usize| {
        let word = &view.words[idx];
        is_boundary(view, idx)
            || view.is_any(idx, &earlier)
            || word.kind == TokenKind::Digits
            || word.has_concept(NUMBER)
            || word.summary.is(Class::Number)
    };
    let told = |word: &Word| {
        let is_present = |sense: &Sense| {
            let is_plan = sense.meaning.concept().is_some_and(|id| PLANNED.contains(&&**id));
            sense.form == Form::Present && is_plan
        };
        word.senses.iter().any(is_present) && !word.is_noun()
    };
    let mut near = (end.saturating_sub(PLAN)..end).rev().take_while(|idx| !stops(*idx));
    view.language.grammar.verb_first && near.any(|idx| told(&view.words[idx]))
}

/// Whether a verb in the present stands before `end` in its clause.
fn is_told_in_present(view: &View<'_>, end: usize) -> bool {
    let clause = (0..end).rev().map_while(|idx| Some(&view.words[idx]).filter(|_| !is_boundary(view, idx)));
    let acts = |word: &Word| word.summary.has_form(Form::Present) && !word.is_noun();
    clause.into_iter().any(acts)
}

/// Whether the paragraph is nothing but these words and a preposition or article before them.
fn stands_by_itself(view: &View<'_>, range: &Range<usize>) -> bool {
    let leads = |idx: usize| view.is_stop(idx) || view.is_of(Class::Function, idx);
    let rest = view.words.len() - range.end.min(view.words.len());
    let ends = rest == 0 || (rest == 1 && view.words[range.end].kind == TokenKind::Sign);
    ends && range.start <= 2 && (0..range.start).all(leads)
}

/// The tense of the clauses that commas join to this one, the nearest first.
fn earlier(view: &View<'_>, start: usize) -> Tense {
    let mut end = start;
    while let Some(comma) = (0..end).rev().find(|idx| is_boundary(view, *idx)) {
        if !view.sign(comma, ",") {
            break;
        }
        let (tense, _) = backward(view, comma);
        if tense != Tense::Unknown {
            return tense;
        }
        end = comma;
    }
    Tense::Unknown
}

/// The tense told before `end`, and how many words were read.
fn backward(view: &View<'_>, end: usize) -> (Tense, usize) {
    let mut tense = Tense::Unknown;
    for (length, idx) in (0..end).rev().enumerate() {
        let word = &view.words[idx];
        if is_future(word) {
            return (Tense::Future, length);
        }
        let governed = || (idx.saturating_sub(GOVERNED)..idx).any(|at| view.is(at, Function::Expected));
        if is_said(word) {
            return (Tense::Past, length);
        }
        if is_boundary(view, idx) && !(word.is_function(Function::That) && governed()) {
            return (tense, length);
        }
        if tense == Tense::Unknown && is_past(word) {
            tense = Tense::Past;
        }
    }
    (tense, end)
}

fn forward(view: &View<'_>, start: usize) -> Tense {
    for (idx, word) in view.words.iter().enumerate().skip(start) {
        if is_future(word) {
            return Tense::Future;
        }
        let speech = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Speech(_)));
        if speech || is_past(word) {
            return Tense::Past;
        }
        if is_boundary(view, idx) {
            return Tense::Unknown;
        }
    }
    Tense::Unknown
}

fn is_future(word: &Word) -> bool {
    word.clitics.future || word.is_function(Function::Will) || word.is_function(Function::Expected)
}

fn is_said(word: &Word) -> bool {
    word.senses.iter().any(|sense| {
        let Meaning::Speech(speech) = sense.meaning else { return false };
        speech == Speech::AccordingTo || sense.form == Form::Past
    })
}

fn is_past(word: &Word) -> bool {
    word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Concept(_)) && sense.form == Form::Past)
}

fn is_boundary(view: &View<'_>, idx: usize) -> bool {
    let word = &view.words[idx];
    let openers = [
        Function::That,
        Function::Which,
        Function::Where,
        Function::While,
        Function::When,
        Function::Because,
        Function::But,
        Function::If,
    ];
    let sign = word.kind == TokenKind::Sign
        && [".", ",", ";", ":", "!", "?", "(", ")"].contains(&word.normal.as_str());
    // The point of a decimal parts no clauses.
    let inside = view.touches(idx) && view.touches(idx + 1) && view.raw(idx + 1).is_some();
    // "Because of" leads to no clause.
    let opens =
        openers.iter().any(|opener| word.is_function(*opener)) && !word.is_function(Function::CausedBy);
    (sign && !inside) || opens
}
