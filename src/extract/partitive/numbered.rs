//! Numbers that the word "number" announces: the *number of wounded* rose to 47, *عددهم* أربعة, the *dead numbered* 12.

use crate::extract::attribution::is_verb;
use crate::extract::kind::COMES_TO;
use crate::extract::mention::Mention;
use crate::extract::partitive::{NEAR, Scene, THEM, next, noun};
use crate::extract::word::Word;
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::Form;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use std::ops::Range;

/// The concepts of the word "number", and of a number of victims.
const NUMBER: &str = "number-noun";
const TOLL: &str = "toll";

/// What a toll counts, and what one of deaths does.
const VICTIM: &str = "victim";
const KILLED: &str = "killed";

/// Furthest that the word stands before the number, with a word between that tells what it comes to and without, and
/// behind those to whom it points back, in words.
const LONG: usize = 24;
const FAR: usize = 12;
const BACK: usize = 5;

/// Furthest behind a change that what it led to stands, in words.
const RESULT: usize = 4;

/// Words before a number that say by how much, where or among whom, and not how many they are.
const OTHERWISE: Functions = Functions::of(&[
    Function::After,
    Function::Among,
    Function::And,
    Function::Between,
    Function::By,
    Function::During,
    Function::For,
    Function::Of,
    Function::On,
    Function::Or,
    Function::Own,
    Function::Per,
    Function::With,
]);

/// Words that lead to how many they become.
const LEADING: Functions = Functions::of(&[Function::At, Function::From, Function::To]);

/// The noun of which the word "number" before a bare number tells how many they are.
pub(super) fn announced<'w>(scene: &Scene<'w>, mention: &Mention) -> Option<&'w str> {
    let start = mention.words.start;
    let first = start.saturating_sub(LONG).max(scene.sentence(start).start);
    let has = |at: usize, concepts: &[&str]| {
        scene.words.get(at).is_some_and(|word| concepts.iter().any(|concept| word.has_concept(concept)))
    };
    let at = (first..start).rev().find(|at| has(*at, &[NUMBER, TOLL]))?;
    let is_near = start - at <= FAR || (at..start).any(|at| has(at, &COMES_TO));
    if !is_near || tells_otherwise(scene, mention, at) {
        return None;
    }
    let told = if has(at, &[KILLED]) { KILLED } else { VICTIM };
    counted(scene, first..start, at).or_else(|| has(at, &[TOLL]).then_some(told))
}

/// The noun of those whose number the word at a place is, among some words.
fn counted<'w>(scene: &Scene<'w>, around: Range<usize>, at: usize) -> Option<&'w str> {
    let Range { start: first, end: start } = around;
    let own = scene.words.get(at)?;
    if scene.follows {
        return if own.clitics.pronoun {
            let is_near = !own.clitics.article && start - at <= BACK;
            nearest(scene, first, at).or(Some(THEM)).filter(|_| is_near)
        } else if next(scene.words, at + 1)?.is_function(Function::Of) {
            None
        } else {
            (at + 1..start.min(at + 1 + NEAR)).map_while(|at| next(scene.words, at)).find_map(thing)
        };
    }
    let is_indefinite = at.checked_sub(1).and_then(|before| scene.words.get(before));
    let is_indefinite = is_indefinite.is_some_and(|word| word.is_function(Function::Per));
    let of = next(scene.words, at + 1).filter(|next| next.is_function(Function::Of) && !is_indefinite);
    let words = of.map(|_| at + 2..start.min(at + 2 + NEAR)).unwrap_or_default();
    let told = words.map_while(|at| next(scene.words, at)).find_map(|word| noun(word, &[Form::Many]));
    let beside = || if at + 1 == start { nearest(scene, first, at) } else { compound(scene, at) };
    told.or_else(beside)
}

/// Whether a number behind the word "number" tells something else than how many they are.
fn tells_otherwise(scene: &Scene<'_>, mention: &Mention, at: usize) -> bool {
    let start = mention.words.start;
    let (Some(own), Some(before)) = (scene.words.get(start), scene.words.get(start - 1)) else { return true };
    let leads = before.summary.does_any(LEADING);
    let is_between = |other: &Mention| other.words.start > at && other.words.end <= start;
    let is_thing = (before.is_noun() || before.senses.is_empty()) && !is_verb(before);
    let is_label = !scene.follows && is_thing && start > at + 1;
    let is_apart = before.kind == TokenKind::Sign && !before.is_sign(":");
    let is_bracketed = scene.words.get(mention.words.end).is_some_and(|word| word.is_sign(")"));
    // "It rose by three to 44": what is told first is the change.
    let is_change = own.clitics.preposition.is_some() && {
        let near = mention.words.end..mention.words.end + RESULT;
        let leads = |at: usize| next(scene.words, at).is_some_and(|word| word.is_function(Function::To));
        near.into_iter().any(leads)
    };
    // "A toll of 17": it is the number itself.
    let is_toll = before.is_function(Function::Of)
        && start == at + 2
        && scene.words.get(at).is_some_and(|word| word.has_concept(TOLL));
    (before.summary.does_any(OTHERWISE) && !is_toll)
        || is_apart
        || is_label
        || is_bracketed
        || is_change
        || (!leads && scene.mentions.iter().any(is_between))
}

/// What a word counts, of many rather than of one.
fn thing(word: &Word) -> Option<&str> {
    noun(word, &[Form::Many, Form::One])
}

/// The nearest noun of many in front of the word "number", to whom it points back.
fn nearest<'w>(scene: &Scene<'w>, first: usize, at: usize) -> Option<&'w str> {
    let before = (at.saturating_sub(BACK).max(first)..at).rev();
    before.filter_map(|at| scene.words.get(at)).find_map(|word| noun(word, &[Form::Many]))
}

/// The noun right in front of "numbers": staff *numbers*.
fn compound<'w>(scene: &Scene<'w>, at: usize) -> Option<&'w str> {
    let is_many = scene.words.get(at)?.summary.has_form(Form::Many);
    let before = at.checked_sub(1).filter(|_| is_many && next(scene.words, at).is_some())?;
    thing(scene.words.get(before)?)
}
