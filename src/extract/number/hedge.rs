//! Hedges and bounds around a number: about, more than, at least, and what a negation makes of them.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::number::compose::Reader;
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::Hedge;
use crate::text::token::TokenKind;
use crate::value::amount::Form;

/// The hedge that a word is.
#[must_use]
pub fn of(word: &Word) -> Option<Hedge> {
    word.find(|sense| match sense.meaning {
        Meaning::Hedge(hedge) => Some(hedge),
        _ => None,
    })
}

/// The hedge right before the word `start`, and where it begins; not before the word `floor`.
#[must_use]
pub fn before(reader: &Reader<'_>, floor: usize, start: usize) -> (usize, Option<Hedge>) {
    let previous = |idx: usize| idx.checked_sub(1).filter(|before| *before >= floor);
    let is_near = |idx: usize| reader.word(idx).is_some_and(|word| word.breaks < 2);
    let Some(at) = previous(start).filter(|_| is_near(start)) else { return (start, None) };
    let word = &reader.words[at];
    if let Some((begin, hedge)) = sign(reader, floor, at) {
        return (begin, Some(hedge));
    }
    // "Or more" grown together with "than": an alternative whose number is a bound.
    let than = word.is_function(Function::Of) || word.is_function(Function::From);
    let or_more = previous(at).filter(|outer| {
        reader.words[*outer].tokens.len() > 1 && of(&reader.words[*outer]) == Some(Hedge::AtLeast)
    });
    if let Some(outer) = or_more.filter(|_| than) {
        return (outer, Some(Hedge::Over));
    }
    // "To reach" tells what came of it, and bounds nothing.
    let reaches = |hedge: Hedge| hedge == Hedge::AtMost && word.clitics.preposition.is_some();
    let hedge =
        of(word).filter(|hedge| *hedge != Hedge::Exactly && word.kind == TokenKind::Word && !reaches(*hedge));
    let leads = hedge == Some(Hedge::Over) && is_over_course(reader, at);
    let Some(hedge) = hedge.filter(|_| !leads && !word.is_function(Function::Between)) else {
        return (start, governing(reader, floor, start));
    };
    let negated = previous(at).filter(|_| is_near(at)).and_then(|before| negation(reader, floor, before));
    if let Some((begin, bound)) = negated.and_then(|begin| Some((begin, opposite(hedge)?))) {
        return (begin, Some(bound));
    }
    // A bound may be hedged once more ("at least about 5"); the outer one tells more.
    match previous(at).and_then(|outer| Some((outer, of(&reader.words[outer]).filter(|_| is_near(at))?))) {
        Some((outer, bound)) if is_bound(bound) && !is_bound(hedge) => (outer, Some(bound)),
        Some(_) | None => (at, Some(hedge)),
    }
}

/// Concepts of what leads over so far.
const COURSES: [&str; 3] = ["race-noun", "sports-race", "stage"];

/// Whether a word tells how far a race led, and no bound: the stage, *over* 148 kilometres.
fn is_over_course(reader: &Reader<'_>, at: usize) -> bool {
    let before = |back: usize| at.checked_sub(back).and_then(|at| reader.word(at));
    let is_course = |word: &Word| COURSES.iter().any(|concept| word.has_concept(concept));
    let comma = usize::from(before(1).is_some_and(|word| word.is_sign(",")));
    reader.words[at].is_function(Function::During) && before(comma + 1).is_some_and(is_course)
}

/// Words that a subject may have between the verb that bounds its number and the number.
const SUBJECT: usize = 5;

/// The hedge or bound of a verb whose subject stands between it and the number, where verbs come first: تجاوز عدد
/// القتلى 600, يناهز طوله 50 مترا.
fn governing(reader: &Reader<'_>, floor: usize, start: usize) -> Option<Hedge> {
    if !reader.language.grammar.verb_first {
        return None;
    }
    let first = start.saturating_sub(SUBJECT + 1).max(floor);
    let names = |word: &&Word| {
        let is_thing = |meaning: &Meaning| meaning.concept().or_else(|| meaning.place()).is_some();
        if word.is_function(Function::In) && word.clitics.preposition.is_none() {
            return word.breaks == 0;
        }
        word.kind == TokenKind::Word
            && word.breaks == 0
            && word.clitics.preposition.is_none()
            && (word.senses.is_empty() || word.senses.iter().any(|sense| is_thing(&sense.meaning)))
            && of(word).is_none()
    };
    let subject = reader.words.get(first..start)?.iter().rev().take_while(names).count();
    let word = reader.words.get(start.checked_sub(subject + 1)?).filter(|_| subject > 0)?;
    let bounds = word.tokens.len() == 1 && !word.is_function(Function::On);
    let nears = reader.language.may_begin_present(&word.normal);
    of(word).filter(|hedge| match hedge {
        Hedge::Over => bounds,
        Hedge::About | Hedge::Nearly => bounds && nears,
        // "Did not exceed", "did not reach", as one.
        Hedge::Under | Hedge::AtMost => word.tokens.len() > 1,
        Hedge::AtLeast | Hedge::Exactly => false,
    })
}

/// The hedge or bound that the sign at `at` writes, and where it begins: ~, ≥, <, >=.
fn sign(reader: &Reader<'_>, floor: usize, at: usize) -> Option<(usize, Hedge)> {
    let word = reader.word(at).filter(|word| word.kind == TokenKind::Sign)?;
    let outer = at.checked_sub(1).filter(|outer| *outer >= floor && word.touches());
    let is_between = at.checked_sub(1).is_some_and(|before| reader.words[before].kind == TokenKind::Digits);
    let is_outer = |sign: &str| outer.is_some_and(|outer| reader.words[outer].is_sign(sign));
    let (hedge, is_double) = match word.normal.as_str() {
        "~" | "≈" if !(is_between && word.touches()) => (Hedge::About, false),
        "≥" => (Hedge::AtLeast, false),
        "≤" => (Hedge::AtMost, false),
        "=" if is_outer(">") => (Hedge::AtLeast, true),
        "=" if is_outer("<") => (Hedge::AtMost, true),
        ">" => (Hedge::Over, false),
        "<" => (Hedge::Under, false),
        _ => return None,
    };
    Some((if is_double { at - 1 } else { at }, hedge))
}

/// Where a negation begins whose verb, or itself, is the word `at`.
fn negation(reader: &Reader<'_>, floor: usize, at: usize) -> Option<usize> {
    let denies = |word: &Word| word.is_function(Function::Not) || word.is_function(Function::None);
    if denies(&reader.words[at]) {
        return Some(at);
    }
    // Its subject may stand between, where verbs come first: the police did not arrest *more than* 30.
    let is_subject = |idx: usize| {
        let thing = |meaning: &Meaning| meaning.concept().or_else(|| meaning.place()).is_some();
        let word = &reader.words[idx];
        let is_thing = word.clitics.article || word.senses.iter().any(|sense| thing(&sense.meaning));
        is_thing && word.kind == TokenKind::Word && word.breaks == 0 && word.clitics.preposition.is_none()
    };
    let is_verb = |idx: usize| {
        let word = &reader.words[idx];
        word.kind == TokenKind::Word && word.breaks == 0 && !word.clitics.article
    };
    let first = at.saturating_sub(SUBJECT).max(floor + 1);
    let near = (first..at + 1).rev().take_while(|idx| *idx == at || is_subject(idx + 1));
    let is_denied = near.into_iter().any(|idx| is_verb(idx) && denies(&reader.words[idx - 1]));
    // What stands between stays outside of the span, which begins with the bound.
    (is_denied && reader.language.grammar.verb_first).then_some(at + 1)
}

const fn opposite(hedge: Hedge) -> Option<Hedge> {
    match hedge {
        Hedge::Over => Some(Hedge::AtMost),
        Hedge::Under => Some(Hedge::AtLeast),
        Hedge::AtLeast | Hedge::AtMost | Hedge::About | Hedge::Nearly | Hedge::Exactly => None,
    }
}

const fn is_bound(hedge: Hedge) -> bool {
    matches!(hedge, Hedge::Over | Hedge::AtLeast | Hedge::Under | Hedge::AtMost)
}

/// The hedge at the word `end`, behind a number or its noun, and the word after it.
#[must_use]
pub fn after(reader: &Reader<'_>, end: usize) -> (usize, Option<Hedge>) {
    let nothing = (end, None);
    // 50+ people: a plus that touches the number and nothing else.
    let is_open = reader.word(end + 1).is_none_or(|next| next.spaced || next.kind == TokenKind::Sign);
    if is_open && reader.word(end).is_some_and(|plus| plus.is_sign("+") && plus.touches()) {
        return (end + 1, Some(Hedge::AtLeast));
    }
    let Some(word) = reader.word(end).filter(|word| word.kind == TokenKind::Word && word.breaks < 2) else {
        return nothing;
    };
    let next = reader.word(end + 1).filter(|next| next.breaks < 2);
    let is_numeric = |next: &Word| {
        next.kind == TokenKind::Digits
            || next.senses.iter().any(|sense| {
                matches!(
                    sense.meaning,
                    Meaning::Cardinal(_)
                        | Meaning::Ordinal(_)
                        | Meaning::Scale(_)
                        | Meaning::Vague(_)
                        | Meaning::Multiple(_)
                )
            })
    };
    // "30 at least, *among them* four": what is named next has a number of its own.
    let than = next.is_some_and(|next| {
        let leads_on = [Function::Among, Function::During, Function::In];
        next.kind == TokenKind::Word
            && next.clitics.conjunction.is_none()
            && !leads_on.into_iter().any(|function| next.is_function(function))
    });
    if next.is_some_and(is_numeric) || (than && reader.word(end + 2).is_some_and(is_numeric)) {
        return nothing;
    }
    let closes = next.is_none_or(|next| {
        next.kind == TokenKind::Sign || next.is_function(Function::In) || next.is_function(Function::From)
    });
    match of(word) {
        Some(hedge @ (Hedge::AtLeast | Hedge::AtMost))
            if word.tokens.len() > 1 || word.clitics.conjunction.is_some() =>
        {
            (end + 1, Some(hedge))
        }
        Some(Hedge::About) if word.tokens.len() > 1 || closes => (end + 1, Some(Hedge::About)),
        Some(_) | None => nothing,
    }
}

/// The form with a hedge or bound put on an exact value; other forms are left as they are.
#[must_use]
pub fn hedged<T: Clone>(form: Form<T>, hedge: Hedge) -> Form<T> {
    let Form::Exactly(value) = form else { return form };
    match hedge {
        Hedge::About => Form::About(value),
        Hedge::Nearly => Form::Nearly(value),
        Hedge::Over => Form::Over(value),
        Hedge::AtLeast => Form::AtLeast(value),
        Hedge::Under => Form::Under(value),
        Hedge::AtMost => Form::AtMost(value),
        Hedge::Exactly => Form::Exactly(value),
    }
}
