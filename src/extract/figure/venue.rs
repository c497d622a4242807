//! Venues: the places of acts that have one place, as where a thing was signed, made or moved to.
//!
//! A place is read as a value where a preposition ties it to an act of a kind's states; the act is its head, so that
//! only places of one act are compared.

use crate::extract::bind;
use crate::extract::event::Events;
use crate::extract::figure::noun::Head;
use crate::extract::figure::{Figure, around};
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::spot;
use crate::extract::word::Word;
use crate::fact::{ArticleIdx, Modality};
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::lexicon::schema::telling::Telling;
use crate::text::hash;
use crate::value::Value;
use crate::value::place::Place;
use std::ops::Range;

/// Furthest that an act stands before its place, in words, and behind it.
const BEFORE: usize = 8;
const BEHIND: usize = 2;

/// Words of what is still to come.
const AHEAD: Functions = Functions::of(&[Function::Next, Function::Coming, Function::Will]);

/// The venues of a text, in order.
#[must_use]
pub(super) fn venues(
    reading: &Reading<'_>,
    events: &Events,
    article: ArticleIdx,
    spots: &[(Range<usize>, Place)],
) -> Vec<Figure> {
    let told = reading.lexicon.told(Telling::Choice).filter(|kind| kind.value == ValueType::Place);
    let mut figures = Vec::new();
    for kind in told {
        for (words, place) in spots {
            let sentence = reading.sentences.get(reading.sentence_of(words.start));
            let Some((first, function)) = spot::leads(reading, words.start) else { continue };
            let is_told = |sentence: &&Sentence| {
                sentence.marks.meets(kind.states.marks()) || comes_from(reading, first)
            };
            let Some(sentence) = sentence.filter(is_told) else { continue };
            let fits = |state: &str| fits(state, function, place);
            let Some((act, state)) = act(reading, kind, (first, words.end), &sentence.words, fits) else {
                continue;
            };
            let value = Value::Place(place.clone());
            let mut fact = bind::fact(reading, events, article, kind, act, words, value);
            let clause = sentence.clause_words(sentence.clause(act));
            if reading.words.get(clause).unwrap_or_default().iter().any(|word| word.summary.does_any(AHEAD)) {
                fact.modality = Modality::Planned;
            }
            let Some(figure) = Figure::new(reading, fact, kind, words) else { continue };
            figures.push(Figure {
                head: Some(Head::new(reading, hash::of(&(&kind.id, state)), true)),
                words: around::words(reading, words, Some(act)),
                ..figure
            });
        }
    }
    figures
}

/// How the ids of acts end that lead to a place, that come from one, and that a whole country is told of.
const TOWARDS: &str = " to";
const AWAY: &str = " from";
const MADE: &str = " in";

/// Whether a place stands behind the preposition that the act asks for, and is no country where that says little.
fn fits(state: &str, function: Function, place: &Place) -> bool {
    let is_country = spot::is_country(place);
    state.ends_with(TOWARDS) == (function == Function::To)
        && state.ends_with(AWAY) == (function == Function::From)
        && (!is_country || state.ends_with(AWAY) || state.ends_with(MADE))
}

/// Whether the words before a place say by themselves that somebody comes from there: *coming from* Chad.
fn comes_from(reading: &Reading<'_>, first: usize) -> bool {
    let leads = reading.words.get(first).filter(|word| word.tokens.len() > 1);
    leads.is_some_and(|word| word.is_function(Function::From))
}

/// Whether a word tells what a building is for that it stands behind: the palace *of conferences*.
fn is_called(reading: &Reading<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| reading.words.get(before));
    let is_place =
        |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::PlaceType(_)));
    let is_beside = reading.words.get(at).is_some_and(|word| word.breaks == 0);
    reading.language.grammar.adjective_after_noun && is_beside && before.is_some_and(is_place)
}

/// The act that a place is of, by the nearest word before it, else right behind it.
fn act<'k>(
    reading: &Reading<'_>,
    kind: &'k Kind,
    (first, end): (usize, usize),
    sentence: &Range<usize>,
    fits: impl Fn(&str) -> bool,
) -> Option<(usize, &'k str)> {
    if comes_from(reading, first) {
        let state = kind.states.iter().find(|state| state.state.ends_with(AWAY) && fits(&state.state))?;
        return Some((first, &state.state));
    }
    let state = |at: usize| {
        let word = reading.words.get(at).filter(|_| !is_called(reading, at))?;
        let says = |concepts: &Concepts| word.has_any(concepts);
        let state = word.states(kind).find(|state| says(&state.concepts) && fits(&state.state))?;
        Some((at, state.state.as_str()))
    };
    let is_value = |at: &usize| reading.mentions_in(*at..*at + 1).is_empty();
    let before = (sentence.start..first).rev().filter(is_value).take(BEFORE);
    let behind = end..(end + BEHIND).min(sentence.end);
    before.into_iter().find_map(state).or_else(|| behind.into_iter().find_map(state))
}
