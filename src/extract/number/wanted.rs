//! Words that are numbers in some places alone: "one", "half", "pair".

#![expect(
    clippy::wildcard_enum_match_arm,
    reason = "a word can mean many things, and a reader asks for the few that it reads"
)]

use crate::extract::number::compose::Reader;
use crate::extract::number::{Numeral, Sort};
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::{Form as Shape, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;

/// Whether a numeral says a number: words that are numbers in some places alone are left out elsewhere.
#[must_use]
pub fn is_wanted(reader: &Reader<'_>, numeral: &Numeral) -> bool {
    let core = &numeral.core;
    let is_alone = reader.words.len() == 1;
    if is_one_of(reader, numeral) || numbers_road(reader, numeral) || is_price_of(reader, numeral) {
        return false;
    }
    let Some(word) = reader.word(core.start) else { return false };
    if core.len() == 1 && (is_priceless(reader, numeral, word) || is_named(reader, numeral)) {
        return false;
    }
    if numeral.in_digits || core.len() > 1 || numeral.words.len() > core.len() || is_alone {
        return true;
    }
    if follows_prefix(reader, core.start) {
        return false;
    }
    let next = reader.next_word(past_hyphen(reader, core.end)).filter(|next| next.kind == TokenKind::Word);
    let has = |pick: fn(&Meaning) -> bool| word.senses.iter().any(|sense| pick(&sense.meaning));
    // "One last chance", "one Iraqi guard": the adjective stands between.
    let is_between = |next: &&Word| {
        next.summary.is(Class::Position)
            || (!reader.language.grammar.adjective_after_noun && next.summary.is(Class::Nation))
    };
    let next = match next.filter(is_between) {
        Some(_) => {
            reader.next_word(past_hyphen(reader, core.end) + 1).filter(|next| next.kind == TokenKind::Word)
        }
        None => next,
    };
    if has(|meaning| matches!(meaning, Meaning::Cardinal(1))) {
        let before = core.start.checked_sub(1).and_then(|before| reader.word(before));
        let follows = before.is_some_and(|before| is_counted(before, Shape::One));
        let counts = next.is_some_and(|next| is_counted(next, Shape::One));
        // A one that names a day as well is anyone behind a noun.
        // Where adjectives follow their noun it is one of those behind it, in the plural or not: أحد مرتادي المكان.
        let is_anyone = has(|meaning| matches!(meaning, Meaning::Weekday(_)));
        let follows = follows && reader.language.grammar.adjective_after_noun;
        return (counts || follows) && !(is_anyone && reader.language.grammar.adjective_after_noun);
    }
    is_wanted_alone(reader, numeral, word, next)
}

/// Whether a number in a word is a part of a name: `محمد أبو سبعان`.
fn is_named(reader: &Reader<'_>, numeral: &Numeral) -> bool {
    let before = numeral.core.start.checked_sub(1).and_then(|before| reader.word(before));
    let opens = |before: &Word| reader.language.opens_name(&before.normal);
    !numeral.in_digits && reader.words[numeral.core.start].breaks == 0 && before.is_some_and(opens)
}

/// Whether a hedged share that names a thing as well is that thing, since it is a share of nothing: `لا يقدر بثمن`.
fn is_priceless(reader: &Reader<'_>, numeral: &Numeral, word: &Word) -> bool {
    let is_thing = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Concept(_)));
    let is_share = numeral.sort == Sort::Fraction && !numeral.in_digits && is_thing;
    is_share && !reader.next_word(numeral.core.end).is_some_and(is_shared)
}

/// Whether "a dozen" is what a sum right before it is paid for: 64 cents a dozen.
fn is_price_of(reader: &Reader<'_>, numeral: &Numeral) -> bool {
    let is_multiple =
        |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Multiple(_)));
    let last = reader.words.get(numeral.core.start..numeral.core.end).and_then(|words| words.last());
    let before = numeral.words.start.checked_sub(1).and_then(|before| reader.word(before));
    let is_paid = |word: &Word| word.summary.is_any(Classes::of(&[Class::Currency, Class::Unit]));
    !numeral.in_digits && last.is_some_and(is_multiple) && before.is_some_and(is_paid)
}

/// Whether a single word that is no "one" says a number before the word `next`.
fn is_wanted_alone(reader: &Reader<'_>, numeral: &Numeral, word: &Word, next: Option<&Word>) -> bool {
    let core = &numeral.core;
    let has = |pick: fn(&Meaning) -> bool| word.senses.iter().any(|sense| pick(&sense.meaning));
    match numeral.sort {
        Sort::Fraction if word.clitics.article || has(|meaning| matches!(meaning, Meaning::Concept(_))) => {
            false
        }
        Sort::Fraction if follows_determiner(reader, core.start, next) => false,
        Sort::Fraction => {
            let is_dual = word.senses.iter().any(|sense| sense.form == Shape::Two);
            is_dual || word.tokens.len() > 1 || next.is_some_and(is_shared)
        }
        // A word of another meaning as well is no number by itself, but where it is a scale and counts.
        Sort::Cardinal
            if has(|meaning| matches!(meaning, Meaning::Concept(_)))
                && has(|meaning| matches!(meaning, Meaning::Scale(_))) =>
        {
            next.is_some_and(|next| is_counted(next, Shape::One) && may_be_counted(reader, next))
        }
        Sort::Cardinal if has(|meaning| matches!(meaning, Meaning::Concept(_))) => false,
        Sort::Cardinal if is_bound_dual(reader, word) => {
            next.is_some_and(|next| may_be_counted(reader, next))
        }
        Sort::Cardinal if has(|meaning| matches!(meaning, Meaning::Vague(_))) => true,
        Sort::Cardinal if has(|meaning| matches!(meaning, Meaning::Multiple(_))) => {
            word.tokens.len() > 1 || next.is_some_and(|next| is_counted(next, Shape::Many))
        }
        Sort::Cardinal | Sort::Ordinal | Sort::Times => true,
    }
}

/// Whether a word is two of a scale in the form that a counted noun follows: `ألفي شخص`. Without one it is a name.
fn is_bound_dual(reader: &Reader<'_>, word: &Word) -> bool {
    let is_dual = |sense: &Sense| matches!(sense.meaning, Meaning::Scale(_)) && sense.form == Shape::Two;
    word.senses.iter().any(is_dual) && reader.language.may_be_owned(&word.normal)
}

/// Whether a word may be counted by a number that it follows: a thing, or one of no list.
fn may_be_counted(reader: &Reader<'_>, next: &Word) -> bool {
    let clitics = &next.clitics;
    let is_stuck = clitics.preposition.is_some() || clitics.conjunction.is_some() || clitics.pronoun;
    let is_bare = next.breaks == 0 && !is_stuck;
    let is_known = next.is_noun() || is_counted(next, Shape::One);
    let is_unknown = next.senses.is_empty() && reader.language.without_article(&next.normal).is_none();
    let is_nation = next.summary.is(Class::Nation);
    is_bare && (is_known || is_unknown || is_nation)
}

/// The concepts of what bears a number of its own.
const ROADS: [&str; 3] = ["expressway", "road", "route"];

/// Whether a number in digits is the name of the road before it, and counts nothing: highway 35, `الطريق السريع 15`.
fn numbers_road(reader: &Reader<'_>, numeral: &Numeral) -> bool {
    let is_one = |word: &Word| {
        let one = |sense: &Sense| {
            sense.form == Shape::One
                && sense.meaning.concept().is_some_and(|concept| ROADS.contains(&&**concept))
        };
        word.senses.iter().any(one)
    };
    let is_digits = numeral.in_digits && numeral.core.len() == 1 && numeral.words == numeral.core;
    let before = numeral.core.start.checked_sub(1).and_then(|before| reader.word(before));
    let is_beside = || reader.words[numeral.core.start].breaks == 0;
    let counts = |next: &Word| {
        let grammar =
            next.kind == TokenKind::Word && next.summary.is_any(Classes::of(&[Class::Function, Class::Stop]));
        !(next.breaks > 0 || grammar || next.kind == TokenKind::Sign && next.touches() && !next.is_sign("%"))
    };
    is_digits
        && before.is_some_and(is_one)
        && is_beside()
        && !reader.word(numeral.core.end).is_some_and(counts)
}

/// Whether "one" stands before a noun in the plural, which it is one of, in languages that put no "of" there.
fn is_one_of(reader: &Reader<'_>, numeral: &Numeral) -> bool {
    let is_one = |word: &Word| word.senses.iter().any(|sense| sense.meaning == Meaning::Cardinal(1));
    let next = reader.next_word(numeral.core.end).filter(|next| next.breaks == 0);
    reader.language.grammar.adjective_after_noun
        && numeral.core.len() == 1
        && reader.word(numeral.core.start).is_some_and(is_one)
        && next.is_some_and(|next| {
            let is_unknown = next.kind == TokenKind::Word
                && next.senses.is_empty()
                && reader.language.without_article(&next.normal).is_some();
            is_unknown || is_counted(next, Shape::Many) && !is_counted(next, Shape::One)
        })
}

/// Whether a hyphen joins the word to one before it: sub-zero.
fn follows_prefix(reader: &Reader<'_>, start: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).and_then(|before| reader.word(before));
    let is_hyphen = before(1).is_some_and(|hyphen| hyphen.is_sign("-") && hyphen.touches());
    let counts = |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Cardinal(_)));
    let is_prefix = |word: &Word| word.kind == TokenKind::Word && !counts(word);
    is_hyphen && reader.words[start].touches() && before(2).is_some_and(is_prefix)
}

/// The word after `end`, past a hyphen between two words.
fn past_hyphen(reader: &Reader<'_>, end: usize) -> usize {
    let is_hyphen = |word: &Word| word.is_sign("-") && word.touches();
    let is_joined =
        reader.word(end).is_some_and(is_hyphen) && reader.word(end + 1).is_some_and(Word::touches);
    if is_joined { end + 1 } else { end }
}

/// Whether a rank or an article stands before the word, which makes it a thing of its own: the third quarter,
/// the quarter.
fn follows_determiner(reader: &Reader<'_>, start: usize, next: Option<&Word>) -> bool {
    let has_of = next.is_some_and(|next| next.is_function(Function::Of));
    let is_article = |word: &Word| {
        word.senses.iter().all(|sense| sense.meaning == Meaning::Stop) && !word.senses.is_empty() && !has_of
    };
    let before = start.checked_sub(1).and_then(|before| reader.word(before));
    before.is_some_and(|word| {
        word.kind == TokenKind::Word
            && reader.language.grammar.capitals
            && (is_article(word)
                || word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Ordinal(_))))
    })
}

/// Whether a word is something that is counted, a noun being in this form.
fn is_counted(word: &Word, shape: Shape) -> bool {
    let is_free = word.clitics.preposition.is_none();
    is_free
        && word.senses.iter().any(|sense| match sense.meaning {
            Meaning::Unit(_) | Meaning::Currency(_) | Meaning::Scale(_) | Meaning::Percent => true,
            Meaning::Function(Function::Aged) => word.tokens.len() > 1,
            Meaning::Concept(_) => sense.form == shape,
            _ => false,
        })
}

/// Whether a word may be what a bare fraction is a part of.
fn is_shared(word: &Word) -> bool {
    word.clitics.article
        || word.senses.iter().any(|sense| {
            matches!(
                sense.meaning,
                Meaning::Unit(_)
                    | Meaning::Currency(_)
                    | Meaning::Concept(_)
                    | Meaning::Percent
                    | Meaning::PercentagePoint
                    | Meaning::BasisPoint
                    | Meaning::Function(
                        Function::Of
                            | Function::OfThem
                            | Function::Among
                            | Function::OutOf
                            | Function::Per
                            | Function::Oclock
                    )
                    | Meaning::Stop
            )
        }) && !word.is_function(Function::And)
}
