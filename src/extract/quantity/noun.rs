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
use crate::lexicon::class::{Class, Functions};
use crate::lexicon::meaning::{Clitics, Form as Shape, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::text::span::{Original, Span};
use crate::text::token::TokenKind;
use crate::value::amount::Form;
use crate::value::number::Number;
use std::ops::Range;

/// Words that may describe a noun between it and its number.
const MAX_BETWEEN: usize = 3;

/// The concept of people of whom no more is said.
const PERSON: &str = "person";

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
    if before.is_some_and(|before| is_minute(scene, before) || is_number(scene, before)) && numeral.in_digits
    {
        return None;
    }
    let is_compound = at > numeral.words.end;
    let at = past_bracket(scene, numeral, past_of(scene, numeral, at));
    if scene.language.grammar.adjective_after_noun {
        if numeral.in_digits && numeral.core.len() == 1 && is_definite(scene, at) {
            return None;
        }
        let named = if counts_many(numeral) { noun(scene, at, &[Shape::Many]) } else { None };
        let named = named.or_else(|| noun(scene, at, &[Shape::One, Shape::Two, Shape::Many]));
        let named = named.or_else(|| in_case(scene, at)).or_else(|| people(scene, at));
        return named.or_else(|| unknown(scene, at));
    }
    let shapes: &[Shape] = if is_one || is_compound { &[Shape::One, Shape::Many] } else { &[Shape::Many] };
    let found = described(scene, at, shapes);
    let found = if is_one { found.map(|noun| last(scene, noun)) } else { found };
    found.or_else(|| people(scene, at)).or_else(|| unknown(scene, at))
}

/// Whether the definite word for a minute stands at `at`, so that digits behind it tell which: `الدقيقة 80`.
fn is_minute(scene: &Scene<'_>, at: usize) -> bool {
    let word = &scene.words[at];
    let is_one = |sense: &Sense| {
        matches!(&sense.meaning, Meaning::Unit(code) if &**code == MINUTE) && sense.form == Shape::One
    };
    scene.language.grammar.adjective_after_noun && word.clitics.article && word.senses.iter().any(is_one)
}

/// Whether a number takes the plural where nouns lead their group: three to ten.
fn counts_many(numeral: &Numeral) -> bool {
    matches!(&numeral.form, Form::Exactly(value) if *value >= Number::whole(3) && *value <= Number::whole(10))
}

/// Whether the word for a number stands at `at`, so that digits behind it are one: القطار *رقم* 163. With an article it
/// tells how many, as a total does.
fn is_number(scene: &Scene<'_>, at: usize) -> bool {
    let word = &scene.words[at];
    let is_label = word.has_concept(NUMBER) && word.clitics == Clitics::default();
    let named = at.checked_sub(1).map(|before| &scene.words[before]);
    scene.language.grammar.adjective_after_noun
        && is_label
        && named.is_some_and(|named| word.breaks == 0 && named.is_noun() && named.clitics.article)
}

/// The concept of a number itself.
const NUMBER: &str = "number-noun";

/// The code of minutes.
const MINUTE: &str = "min";

/// The word behind brackets that hold the digits of a number and nothing else: (395) `مخالفة`. Where names have
/// capitals, an age stands so as well.
fn past_bracket(scene: &Scene<'_>, numeral: &Numeral, at: usize) -> usize {
    let opens = numeral.words.start.checked_sub(1).is_some_and(|before| scene.words[before].is_sign("("));
    let closes = scene.words.get(at).is_some_and(|word| word.is_sign(")"));
    if opens && closes && numeral.in_digits && !scene.language.grammar.capitals { at + 1 } else { at }
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
        } else if joins_describing(scene, at, idx) {
            idx += 1;
            continue;
        } else {
            let is_told =
                |word: &&Word| word.breaks == 0 && (describes(word) || is_participle(scene, at, idx, shapes));
            scene.next_word(idx).filter(is_told)?;
            idx += 1;
        }
        idx = scene.past_hyphen(idx);
        skipped += 1;
    }
    None
}

/// Whether "and" at `idx` joins two nouns in the singular, of which the first describes with the second what the number
/// at `at` counts: 3,400 *bus and* subway staff.
fn joins_describing(scene: &Scene<'_>, at: usize, idx: usize) -> bool {
    let is_noun = |at: usize| {
        scene.words.get(at).is_some_and(|word| {
            word.breaks == 0 && word.kind == TokenKind::Word && word.is_noun() && !word.capital
        })
    };
    let joins = scene.words.get(idx).is_some_and(|word| word.is_function(Function::And));
    let has_one = |at: usize| {
        scene.words.get(at).is_some_and(|word| word.summary.has_form(Shape::One) && !is_verb(word))
    };
    joins && idx > at && is_noun(idx - 1) && has_one(idx - 1) && is_noun(idx + 1)
}

/// The end of a number with a glued unit, which describes a noun: 26,400 155mm shells.
fn past_measure(scene: &Scene<'_>, numeral: &Numeral) -> Option<usize> {
    let end = numeral.words.end;
    let glued = scene.words.get(end).filter(|word| word.kind == TokenKind::Word || word.is_sign("-"));
    glued.filter(|word| word.touches())?;
    Some(scene.past_hyphen(end) + 1)
}

/// Whether a word may stand between a number and its noun: what describes it, or adds to what was counted before.
fn describes(word: &Word) -> bool {
    if word.is_function(Function::Other) {
        return true;
    }
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

/// Whether the word at `idx` is a verb in the past that describes the noun right behind it, where the number at
/// `at` is no subject: found six *charred* lorries, but not: six lost lorries.
fn is_participle(scene: &Scene<'_>, at: usize, idx: usize, shapes: &[Shape]) -> bool {
    let acts = |word: &Word, forms: &[Shape]| forms.iter().any(|form| word.summary.has_form(*form));
    let counts = |word: &Word| word.kind == TokenKind::Digits || word.summary.is(Class::Number);
    let leads = |word: &Word| {
        (acts(word, &[Shape::Past, Shape::Present]) && !acts(word, &[Shape::One, Shape::Many]))
            || word.summary.does_any(LEADING)
            || word.is_article()
    };
    let mut before = scene.words.get(..at).unwrap_or_default().iter().rev();
    let led = before.find(|word| !counts(word) && !word.is_sign("-"));
    scene.words.get(idx).is_some_and(|word| acts(word, &[Shape::Past]))
        && (idx > at || led.is_some_and(leads))
        && noun(scene, idx + 1, shapes).is_some()
}

/// Words that lead to an object.
const LEADING: Functions = Functions::of(&[
    Function::Among,
    Function::By,
    Function::For,
    Function::From,
    Function::Of,
    Function::On,
    Function::Own,
    Function::To,
    Function::With,
]);

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
    // A lone letter stands for a unit or a title, and "others" for a noun told before.
    let is_noun = !word.letters.is_single && !word.is_function(Function::Other);
    let head = shapes.iter().find_map(named).filter(|_| is_noun)?;
    Some(Noun { words: at..at + 1, span: word.stem_span, head: Some(head) })
}

/// The noun in the singular at `at` with the ending of its case, where the word with it is a verb or a name as well:
/// 23 `طالبا`.
fn in_case(scene: &Scene<'_>, at: usize) -> Option<Noun> {
    let word = scene.next_word(at).filter(|word| word.breaks == 0 && word.kind == TokenKind::Word)?;
    let found = scene.language.look_up(&[scene.language.without_case(&word.normal)?]);
    let named = |sense: &Sense| match &sense.meaning {
        Meaning::Concept(id) if sense.form == Shape::One => Some(id.to_string()),
        Meaning::Demonym(_) => Some(PERSON.to_owned()),
        _ => None,
    };
    let is_bare = found.clitics == Clitics::default();
    let head = found.senses.iter().filter(|_| is_bare).find_map(named)?;
    Some(Noun { words: at..at + 1, span: word.span, head: Some(head) })
}

/// The people of a country at `at`, where no noun follows that they describe: two Jordanians.
fn people(scene: &Scene<'_>, at: usize) -> Option<Noun> {
    let word = scene.next_word(at).filter(|word| word.breaks == 0 && is_free(scene, at))?;
    word.find(|sense| sense.meaning.demonym().cloned())?;
    let is_thing = |next: &Word| {
        next.breaks == 0
            && match next.kind {
                TokenKind::Word => next.senses.is_empty() || next.is_noun(),
                TokenKind::Digits => true,
                TokenKind::Sign => next.is_sign("-"),
            }
    };
    // "Two American and three British jets": the one form of a people tells nobody by itself.
    let is_demonym = |stem: &str| {
        scene.language.look_up(&[stem]).senses.iter().any(|sense| sense.meaning.demonym().is_some())
    };
    let is_many = || scene.language.without_number(&word.normal).is_some_and(is_demonym);
    let is_open = |next: &Word| is_thing(next) || next.is_function(Function::And) && !is_many();
    let describes =
        !scene.language.grammar.adjective_after_noun && scene.words.get(at + 1).is_some_and(is_open);
    (!describes).then(|| Noun { words: at..at + 1, span: word.stem_span, head: Some(PERSON.to_owned()) })
}

/// A word at `at` that nothing is known about, as it is written.
fn unknown(scene: &Scene<'_>, at: usize) -> Option<Noun> {
    let reader: Reader<'_> = scene.reader();
    let word = reader.next_word(at).filter(|word| word.kind == TokenKind::Word && word.breaks == 0)?;
    let is_noun = word.senses.is_empty() && is_free(scene, at);
    is_noun.then(|| Noun { words: at..at + 1, span: word.span, head: None })
}
