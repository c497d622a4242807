//! The noun that a number counts: right behind it, or behind a few words that describe it.

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::attribution::is_verb;
use crate::extract::number::compose::Reader;
use crate::extract::number::{Numeral, Sort};
use crate::extract::quantity::Scene;
use crate::extract::word::Word;
use crate::lexicon::meaning::{Form as Shape, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::text::span::{Original, Span};
use crate::text::token::TokenKind;
use crate::value::amount::Form;
use crate::value::number::Number;
use std::ops::Range;

/// Words that may describe a noun between it and its number.
const MAX_BETWEEN: usize = 3;

/// A counted noun.
#[derive(Clone, Debug)]
pub struct Noun {
    /// Its words.
    pub words: Range<usize>,
    /// Its place in the text.
    pub span: Span<Original>,
    /// Its concept, if it is known.
    pub head: Option<String>,
}

/// The noun that a numeral counts.
#[must_use]
pub fn counted(scene: &Scene<'_>, numeral: &Numeral) -> Option<Noun> {
    let at = scene.past_hyphen(numeral.words.end);
    let is_one = numeral.form == Form::Exactly(Number::ONE);
    let before = numeral.words.start.checked_sub(1);
    if is_one && scene.language.grammar.adjective_after_noun && !numeral.in_digits {
        // A one that names a day as well is anyone behind a noun: `حق أحد`.
        let is_day = |meaning: &Meaning| matches!(meaning, Meaning::Weekday(_));
        let is_anyone = scene.words[numeral.core.start].senses.iter().any(|sense| is_day(&sense.meaning));
        let named = before.filter(|_| !is_anyone).and_then(|before| noun(scene, before, &[Shape::One]));
        return named;
    }
    let is_compound = at > numeral.words.end;
    let at = past_of(scene, numeral, at);
    if scene.language.grammar.adjective_after_noun {
        if numeral.in_digits && numeral.core.len() == 1 && is_definite(scene, at) {
            return None;
        }
        return noun(scene, at, &[Shape::One, Shape::Two, Shape::Many]).or_else(|| unknown(scene, at));
    }
    let shapes: &[Shape] = if is_one || is_compound { &[Shape::One, Shape::Many] } else { &[Shape::Many] };
    let found = described(scene, at, shapes);
    let found = if is_one { found.map(|noun| last(scene, noun)) } else { found };
    found.or_else(|| unknown(scene, at))
}

/// The last of the nouns in the singular that follow one another, which those before it describe: one car *park*.
fn last(scene: &Scene<'_>, found: Noun) -> Noun {
    let next = noun(scene, found.words.end, &[Shape::One]);
    let is_plain = |at: usize| scene.words.get(at).is_some_and(|word| !is_verb(word) && word.breaks == 0);
    match next.filter(|next| is_plain(next.words.start)) {
        Some(next) => last(scene, next),
        None => found,
    }
}

/// Whether the noun at `at` has an article of its own, which a noun behind digits has not: "5 of them the cure".
fn is_definite(scene: &Scene<'_>, at: usize) -> bool {
    scene.next_word(at).is_some_and(|word| word.clitics.article)
}

/// The concept of the noun right at `at`, for a measure that describes it ("155mm shells").
#[must_use]
pub fn described_by(scene: &Scene<'_>, at: usize) -> Option<String> {
    noun(scene, scene.past_hyphen(at), &[Shape::One, Shape::Many]).and_then(|noun| noun.head)
}

/// Whether the numeral stands before "of" and its noun: thousands of people; in some languages every noun of
/// numbers does (deux millions de tonnes).
fn opens_phrase(scene: &Scene<'_>, numeral: &Numeral) -> bool {
    let is_vague = matches!(numeral.form, Form::AtLeast(_)) && !numeral.in_digits;
    let last = numeral.words.end.checked_sub(1).and_then(|last| scene.words.get(last));
    let is_noun = |word: &Word| {
        let senses = &mut word.senses.iter();
        senses.any(|sense| {
            matches!(sense.meaning, Meaning::Scale(_) | Meaning::Multiple(_) | Meaning::Fraction(_))
        })
    };
    is_vague || numeral.sort == Sort::Fraction || last.is_some_and(is_noun)
}

/// Whether nothing is stuck before the word at `at` but "of" behind a noun of numbers: millions d'euros.
#[must_use]
pub fn is_free(scene: &Scene<'_>, at: usize) -> bool {
    let senses = |word: &Word, is: fn(&Meaning) -> bool| word.senses.iter().any(|sense| is(&sense.meaning));
    let counts = |word: &Word| {
        senses(word, |meaning| {
            matches!(
                meaning,
                Meaning::Scale(_) | Meaning::Multiple(_) | Meaning::Vague(_) | Meaning::Fraction(_)
            )
        })
    };
    let word = &scene.words[at];
    let before = at.checked_sub(1).and_then(|before| scene.words.get(before));
    match word.clitics.preposition {
        None => true,
        Some(function) => {
            function == Function::Of && word.normal.contains('\'') && before.is_some_and(counts)
        }
    }
}

/// The word after "of" at `at`, where the numeral stands before one: millions of dollars.
#[must_use]
pub fn past_of(scene: &Scene<'_>, numeral: &Numeral, at: usize) -> usize {
    let is_of = opens_phrase(scene, numeral)
        && scene.next_word(at).is_some_and(|word| word.is_function(Function::Of))
        && !divides(scene, numeral, at + 1);
    let at = if is_of { at + 1 } else { at };
    let is_share =
        |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Fraction(_)));
    let shares = numeral.sort == Sort::Fraction || is_of && is_share(&scene.words[numeral.words.end - 1]);
    let has_article = shares && scene.reader().is_indefinite(at);
    if has_article { at + 1 } else { at }
}

/// Whether a definite unit in the singular at `at` is divided by the scale before it: `جزء من الألف من الثانية`.
fn divides(scene: &Scene<'_>, numeral: &Numeral, at: usize) -> bool {
    let is_one = |word: &Word| {
        let unit = |sense: &Sense| matches!(sense.meaning, Meaning::Unit(_)) && sense.form == Shape::One;
        word.clitics.article && word.senses.iter().any(unit)
    };
    numeral.sort == Sort::Cardinal && scene.words.get(at).is_some_and(is_one)
}

/// The first noun of these shapes at `at` or behind a few words that may describe it.
fn described(scene: &Scene<'_>, at: usize, shapes: &[Shape]) -> Option<Noun> {
    let mut idx = at;
    let mut skipped = 0;
    while skipped <= MAX_BETWEEN {
        if let Some(found) = noun(scene, idx, shapes) {
            return Some(found);
        }
        if let Some(numeral) = scene.numeral_at(idx).filter(|_| idx > at || skipped == 0) {
            idx = past_measure(scene, numeral)?;
        } else {
            scene.next_word(idx).filter(|word| word.breaks == 0 && describes(word))?;
            idx += 1;
        }
        idx = scene.past_hyphen(idx);
        skipped += 1;
    }
    None
}

/// The end of a number with a glued unit, which describes a noun: 26,400 155mm shells.
fn past_measure(scene: &Scene<'_>, numeral: &Numeral) -> Option<usize> {
    let end = numeral.words.end;
    let glued = scene.words.get(end).filter(|word| word.kind == TokenKind::Word || word.is_sign("-"));
    glued.filter(|word| word.touches())?;
    Some(scene.past_hyphen(end) + 1)
}

/// Whether a word may stand between a number and its noun.
fn describes(word: &Word) -> bool {
    word.kind == TokenKind::Word
        && !word.senses.iter().any(|sense| match sense.meaning {
            Meaning::Function(function) => !matches!(function, Function::Other),
            Meaning::Stop | Meaning::Speech(_) | Meaning::Hedge(_) | Meaning::Unit(_) | Meaning::Month(_) => {
                true
            }
            Meaning::Concept(_) => matches!(sense.form, Shape::Past | Shape::Present),
            _ => false,
        })
}

/// The noun of one of these shapes that stands at `at`.
fn noun(scene: &Scene<'_>, at: usize, shapes: &[Shape]) -> Option<Noun> {
    let word = scene.next_word(at).filter(|_| is_free(scene, at))?;
    let named = |shape: &Shape| {
        word.find(|sense| match &sense.meaning {
            Meaning::Concept(id) | Meaning::Role(id) | Meaning::Body(id) | Meaning::PlaceType(id)
                if sense.form == *shape =>
            {
                Some(id.to_string())
            }
            _ => None,
        })
    };
    let head = shapes.iter().find_map(named)?;
    Some(Noun { words: at..at + 1, span: word.stem_span, head: Some(head) })
}

/// A word at `at` that nothing is known about, as it is written.
fn unknown(scene: &Scene<'_>, at: usize) -> Option<Noun> {
    let reader: Reader<'_> = scene.reader();
    let word = reader.next_word(at).filter(|word| word.kind == TokenKind::Word && word.breaks == 0)?;
    let is_noun = word.senses.is_empty() && is_free(scene, at);
    is_noun.then(|| Noun { words: at..at + 1, span: word.span, head: None })
}
