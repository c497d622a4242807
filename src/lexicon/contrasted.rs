//! Quoted words that set things against each other: both and only one, more than, for this and *not* for that.

use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::recall::Known;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::numbers::Hedge;
use crate::value::words::{BOTH, Key, ONLY_ONE, THAN};

/// What words mean that count one, that bound what is said, and that belong to something.
const ONE: &str = "one";
const ONLY: &str = "only";
const OF: &str = "of";

/// What the ids begin with of words of a degree, and of shares.
const DEGREE: &str = "degree:";
const SHARE: &str = "share:";

/// How far behind a word of degree what is compared with stands, in words.
const COMPARED: usize = 2;

/// Marks a quoted word that tells of both, of a share or compares, or a negation that sets one thing against another;
/// `next` is the word behind it.
pub(super) fn mark(key: &mut Key, found: &Known, next: Option<&Known>) {
    let is = |known: &Known, functions: &[Function]| {
        let mut senses = known.senses.iter();
        senses.any(
            |sense| matches!(&sense.meaning, Meaning::Function(function) if functions.contains(function)),
        )
    };
    if is(found, &[Function::Each, Function::BothCountries])
        || found.senses.iter().any(|sense| sense.form == Form::Two)
    {
        key.concepts.push(BOTH.to_owned());
    }
    let bounds = |sense: &Sense| matches!(sense.meaning, Meaning::Hedge(Hedge::Over | Hedge::Under));
    let counts = |next: &Known| {
        let is_number = |sense: &Sense| matches!(sense.meaning, Meaning::Cardinal(_) | Meaning::Scale(_));
        next.senses.iter().any(is_number) || next.normal.starts_with(|c: char| c.is_ascii_digit())
    };
    let is_than =
        found.width() > 1 && found.senses.iter().any(bounds) && next.is_some_and(|next| !counts(next));
    if is_than || is(found, &[Function::Than]) {
        key.concepts.push(THAN.to_owned());
    }
    let begins =
        |next: &Known| next.clitics.article || next.clitics.preposition.is_some() || is(next, &PREPOSITIONS);
    key.contrasts = key.is_negation() && next.is_some_and(begins);
    key.concepts.extend(share(found, next));
}

/// What begins another place, aim or means than the one before.
const PREPOSITIONS: [Function; 9] = [
    Function::Because,
    Function::By,
    Function::For,
    Function::From,
    Function::In,
    Function::On,
    Function::Through,
    Function::To,
    Function::With,
];

/// The share of all that a word tells; one that counts or orders as well where a thing follows of which it is one.
fn share(found: &Known, next: Option<&Known>) -> Option<String> {
    let is_other = |meaning: &Meaning| matches!(meaning, Meaning::Cardinal(_) | Meaning::Ordinal(_));
    let is_of = |meaning: &Meaning| *meaning == Meaning::Function(Function::Of);
    let has = |known: &Known, pick: &dyn Fn(&Meaning) -> bool| {
        known.senses.iter().any(|sense| pick(&sense.meaning))
    };
    let takes = |next: &Known| next.clitics.article || next.clitics.pronoun || has(next, &is_of);
    if has(found, &is_other) && !next.is_some_and(takes) {
        return None;
    }
    let mut shares = found.senses.iter().filter_map(|sense| {
        if let Meaning::Fraction(share) = &sense.meaning { Some(format!("{SHARE}{share}")) } else { None }
    });
    shares.next()
}

/// Marks the words that others beside them make tell of one alone, or compare.
pub(super) fn pair(keys: &mut [Key]) {
    let is_near = |at: usize, concept: &str| {
        let near = keys.iter().take(at + 2).skip(at.saturating_sub(1));
        near.into_iter().any(|key| key.is(concept))
    };
    let alone: Vec<usize> = (0..keys.len())
        .filter(|at| keys.get(*at).is_some_and(|key| key.is(ONE)) && is_near(*at, ONLY))
        .collect();
    let is_compared = |at: usize| {
        let before = keys.iter().take(at).rev().take(COMPARED);
        keys.get(at).is_some_and(|key| key.is(OF)) && before.into_iter().any(|key| key.has(DEGREE))
    };
    let compared: Vec<usize> = (0..keys.len()).filter(|at| is_compared(*at)).collect();
    let marks = alone.into_iter().map(|at| (at, ONLY_ONE)).chain(compared.into_iter().map(|at| (at, THAN)));
    for (at, mark) in marks {
        if let Some(key) = keys.get_mut(at) {
            key.concepts.push(mark.to_owned());
        }
    }
}
