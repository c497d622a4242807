//! What looks like a time and is none: the date that a place is named for (شارع *9 أبريل*), and the score of a match
//! before a part of the day (فاز *2-1* مساء الخميس).

use crate::extract::time::date::month;
use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::telling::Telling;
use crate::text::token::TokenKind;

/// Concepts of what is named for a date, beside places of a type.
const NAMED: [&str; 5] = ["hospital", "road", "stadium", "theatre", "university"];

/// Classes of what is named so: types of places, and bodies.
const TYPES: Classes = Classes::of(&[Class::Body, Class::PlaceType]);

/// The concept of what leads from one place to another.
const ROAD: &str = "road";

/// Furthest that the words of a match stand before its score, in words.
const MATCH: usize = 14;

/// Most goals of a side.
const GOALS: i32 = 15;

/// The end of what begins at `idx` and is no time.
pub(super) fn end(view: &View<'_>, idx: usize) -> Option<usize> {
    view.raw(idx).filter(|raw| raw.len() <= 2)?;
    named(view, idx).or_else(|| score(view, idx))
}

/// The end of a day and month that name a place, in a language that puts its type before them: مدينة *6 أكتوبر*. What
/// is known by its article has no name behind it.
fn named(view: &View<'_>, idx: usize) -> Option<usize> {
    let before = idx.checked_sub(1).and_then(|before| view.get(before));
    // "The road of Damanhur - 6 October" leads from the one to the other.
    let is_dash = before.is_some_and(|dash| dash.is_sign("-") && dash.spaced && dash.breaks == 0);
    let first = idx.checked_sub(3).filter(|_| is_dash).and_then(|first| view.get(first));
    let is_road = first.is_some_and(|word| word.has_concept(ROAD));
    let is_named = |word: &Word| {
        let is_type = word.summary.is_any(TYPES) || NAMED.iter().any(|named| word.has_concept(named));
        let is_one = word.summary.has_form(Form::One);
        word.kind == TokenKind::Word && is_type && is_one && !word.clitics.article && !word.clitics.pronoun
    };
    let follows = view.language.grammar.adjective_after_noun && view.get(idx)?.breaks == 0;
    let name = month::name(view, idx + 1).filter(|_| follows && (is_road || before.is_some_and(is_named)));
    // "The bridge of 14 July 1958" may be named by its year as well; its day is told by no bridge.
    name.map(|_| idx + 2)
}

/// The end of two small numbers with a dash between them before a part of the day, behind the words of a match. An
/// hour may be told so as well, where a word for it leads to it or none tells how the match ended.
fn score(view: &View<'_>, idx: usize) -> Option<usize> {
    let goals = |at: usize| {
        let raw = view.raw(at).filter(|raw| raw.len() <= 2)?;
        raw.parse::<i32>().ok().filter(|goals| *goals <= GOALS)
    };
    let (first, second) = (goals(idx)?, goals(idx + 2)?);
    let is_tied = view.sign(idx + 1, "-") && !view.sign(idx + 3, "-") && !view.sign(idx + 3, ":");
    let is_timed = view.daypart(idx + 3).is_some() || view.is_any(idx + 3, &[Function::In]);
    let leads = [Function::Oclock, Function::From, Function::Between, Function::During];
    let is_led = idx.checked_sub(1).is_some_and(|before| view.is_any(before, &leads));
    if !is_tied || !is_timed || is_led || view.joined_before(idx) {
        return None;
    }
    let kind = view.lexicon.told(Telling::Score).next()?;
    let words = view.words.get(idx.saturating_sub(MATCH)..idx)?;
    let mut clause = words.iter().rev().take_while(|word| !word.is_sign("."));
    let is_past = |word: &Word| word.summary.has_form(Form::Past) || word.is_noun();
    // A programme tells of a match from two to three, which rises; only a side that won or lost has such a score.
    let is_told = |word: &&Word| word.has_any(&kind.triggers) && is_past(word);
    let ends = |word: &Word| ENDS.iter().any(|concept| word.has_concept(concept));
    let rises = second > first;
    clause.any(|word| if rises { ends(word) } else { is_told(&word) || ends(word) }).then_some(idx + 3)
}

/// Concepts of how a match ends.
const ENDS: [&str; 6] = ["defeat", "draw", "end", "lose", "victory", "win"];
