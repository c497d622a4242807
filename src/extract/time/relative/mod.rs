//! Times told from the day of writing: weekdays, yesterday, last month, two years ago.

/// Lengths of time that end or begin now: the past two years, the next three weeks.
pub mod adjacent;
/// Times so far away from now: 24 years ago, in two weeks.
pub mod away;
/// Lengths of time that a distance can have.
pub mod distance;
/// The last, this or the next unit of the calendar.
pub mod turn;
/// Weekdays, with what says which one.
pub mod weekday;

use crate::extract::time::count;
use crate::extract::time::said::When;
use crate::extract::time::view::View;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

/// Reads a unit of the calendar told from now at `idx`; with the index behind it.
#[must_use]
pub fn read(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    turn::weekend(view, idx)
        .or_else(|| turn::rest(view, idx))
        .or_else(|| turn::quarters(view, idx))
        .or_else(|| turn::beyond(view, idx))
        .or_else(|| adjacent::read(view, idx))
        .or_else(|| away::read(view, idx))
        .or_else(|| turn::turn(view, idx))
        .or_else(|| now(view, idx))
}

/// Reads `right now`, `at present`, `الآن`. A single word that opens or joins a clause ("now the alliance
/// has grown") tells no time.
pub fn now(view: &View<'_>, idx: usize) -> Option<(When, usize)> {
    let word = view.get(idx).filter(|word| word.is_function(Function::Now))?;
    let leads = [Function::From, Function::Until, Function::By, Function::And, Function::Since, Function::To];
    let led = view.announced || (idx > 0 && view.is_any(idx - 1, &leads) && !view.is(idx - 1, Function::And));
    let end =
        view.get(idx + 1).is_none_or(|next| [".", "!", "?", ";", ")"].iter().any(|sign| next.is_sign(sign)));
    let sign = |word: &Word| word.kind == TokenKind::Sign;
    let inside =
        idx > 0 && view.get(idx - 1).is_some_and(|word| !sign(word) && !word.is_function(Function::And));
    let joins = view.is_any(idx + 1, &[Function::That, Function::When]) || view.has_conjunction(idx);
    // "At the moment of the impact", "at this time last year" are told from something else.
    let other = [Function::Of, Function::Last, Function::Next, Function::When, Function::Every];
    let phrase = word.tokens.len() > 1 && !view.is_any(idx + 1, &other);
    (phrase || led || end || (inside && !joins && word.tokens.len() == 1)).then_some((When::Now, idx + 1))
}

/// Whether the word is that for "today", which in some languages is "the day" as well.
#[must_use]
pub fn is_day_or_today(view: &View<'_>, idx: usize) -> bool {
    view.meaning_of(Class::Calendar, idx, |meaning| (*meaning == Meaning::RelativeDay(0)).then_some(()))
        .is_some()
}

/// Words that make one of a series of the day before them.
const BESIDE_DAY: [Function; 6] = [
    Function::Last,
    Function::Next,
    Function::Previous,
    Function::Following,
    Function::Latest,
    Function::Same,
];

/// Words before the word for "today" that make "the day" of it, or that day.
const LEADING_DAY: [Function; 5] =
    [Function::In, Function::On, Function::Every, Function::Per, Function::That];

/// Reads a day counted from today; a day of a series ("the first day") is none.
#[must_use]
pub fn day(view: &View<'_>, idx: usize) -> Option<(i8, usize)> {
    let day = view.meaning_of(Class::Calendar, idx, |meaning| {
        if let Meaning::RelativeDay(day) = meaning { Some(*day) } else { None }
    })?;
    // What a pronoun sticks to is another word: `أمسى` is a verb.
    view.get(idx).filter(|word| !word.clitics.pronoun || word.normal.is_ascii())?;
    let stuck = view.get(idx).is_some_and(|word| word.clitics.preposition.is_some());
    let led = idx > 0 && view.is_any(idx - 1, &LEADING_DAY);
    // "That night" is one told before.
    let same = idx > 0 && view.is(idx - 1, Function::Same);
    let led = led || (same && (view.daypart(idx).is_some() || view.language.grammar.adjective_after_noun));
    // "The day and night" are every day's, "the night that" is told by its clause.
    let in_clause = view.is(idx + 1, Function::Which) && !view.has_conjunction(idx + 1);
    let pair = view.has_conjunction(idx) && idx > 0 && is_day_or_today(view, idx - 1);
    let follows = view.language.grammar.adjective_after_noun;
    if day == 0 && follows && (pair || in_clause || is_in_byline(view, idx)) {
        return None;
    }
    let in_series = count::ordinal(view, idx + 1).is_some() || view.is_any(idx + 1, &BESIDE_DAY);
    if day == -1
        && view.language.grammar.adjective_after_noun
        && count::ordinal(view, idx + 1) == Some((1, idx + 2))
    {
        return Some((-2, idx + 2));
    }
    (!(day == 0 && (stuck || led || in_series || is_named(view, idx + 1)))).then_some((day, idx + 1))
}

/// Most words of a line that names who wrote it, for which paper and from where.
const BYLINE: usize = 9;

/// Whether the word ends the name of a paper in a line before the text, between a dash and an end of the line.
fn is_in_byline(view: &View<'_>, idx: usize) -> bool {
    let breaks = |at: usize| view.get(at).is_none_or(|word| word.breaks > 0);
    let start = (1..=idx).rev().find(|at| breaks(*at)).unwrap_or(0);
    let end = (idx + 1..view.words.len()).find(|at| breaks(*at)).unwrap_or(view.words.len());
    let dash = |at: usize| view.sign(at, "-") && !view.touches(at);
    let first =
        idx.checked_sub(1).is_some_and(|before| before == start || (before > start && dash(before - 1)));
    let last = idx + 1 == end || dash(idx + 1);
    first && last && end - start <= BYLINE && (start..end).any(dash)
}

/// Whether an adjective at `idx` makes a named day of the one before it: "the national day".
fn is_named(view: &View<'_>, idx: usize) -> bool {
    view.language.grammar.adjective_after_noun
        && view.get(idx).is_some_and(|word| word.clitics.article && !word.touches())
        && view
            .meaning(idx, |meaning| {
                matches!(meaning, Meaning::Concept(_) | Meaning::Demonym(_)).then_some(())
            })
            .is_some()
}
