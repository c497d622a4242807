//! What befell how many people: which of the words around a count tell it of them, and which of others.

use crate::extract::attribution::{is_verb, speech};
use crate::extract::dealt;
use crate::extract::frame;
use crate::extract::kind::distance;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::hash;
use crate::text::token::TokenKind;
use std::ops::Range;

/// The concept of people.
pub const PEOPLE: &str = "person";

/// Whether a bare number counts people: 42 *others*, or the object of what befalls people alone: *injuring*
/// 55. الاثنان الآخران are no such others.
pub(super) fn is_of_people(reading: &Reading<'_>, mention: &Mention) -> bool {
    let bare = mention.dimension == Dimension::Number && mention.head_text.is_none();
    let word = |at: Option<usize>| at.and_then(|at| reading.words.get(at));
    let next = word(Some(mention.words.end));
    let has_article = word(Some(mention.words.start)).is_some_and(|word| word.clitics.article);
    let others = !has_article && next.is_some_and(|word| word.is_function(Function::Other));
    let closes = next.is_none_or(|word| {
        word.kind == TokenKind::Sign
            || word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Function(_)))
    });
    bare && !tells_of_one(reading, mention)
        && !is_whole(reading, mention)
        && (others || (closes && befell_before(reading, mention)) || befell_behind(reading, mention))
}

/// Whether a bare number tells how old somebody is or how many children one has: a man *aged 80*, two women aged 61
/// *and 70*, a boy *of nine*, the father *of three*.
fn tells_of_one(reading: &Reading<'_>, mention: &Mention) -> bool {
    let word = |at: usize| reading.words.get(at);
    let of = mention
        .words
        .start
        .checked_sub(1)
        .filter(|at| word(*at).is_some_and(|of| of.is_function(Function::Of)));
    let is_one = |word: &Word| {
        let single = word.senses.iter().filter(|sense| sense.form == Form::One);
        single
            .filter_map(|sense| sense.meaning.concept())
            .any(|id| reading.lexicon.is_of_people(hash::of(&**id)))
    };
    let of_one = of.and_then(|of| of.checked_sub(1)).and_then(word).is_some_and(is_one);
    of_one || dealt::ends_ages(&reading.words, mention.words.start)
}

/// Whether a word of what befalls people leads to a bare number, with nothing between but how it came to be
/// so many and when: the number of killed *rose on Monday to* 12.
fn befell_before(reading: &Reading<'_>, mention: &Mention) -> bool {
    let passes = |at: usize| {
        let times = reading.mentions_in(at.saturating_sub(LINK)..at + 1);
        let is_time = times.iter().any(|time| {
            matches!(time.dimension, Dimension::Date | Dimension::Datetime) && time.words.contains(&at)
        });
        let word = reading.words.get(at);
        is_time || word.is_some_and(|word| word.is_function(Function::To) || word.has_concept(GREW))
    };
    let start = mention.words.start;
    let mut back = (start.saturating_sub(LINK)..start).rev().skip_while(|at| passes(*at));
    back.next().and_then(|at| reading.words.get(at)).is_some_and(befalls)
}

/// Whether a bare number is the subject of what befalls people: *eleven* were injured.
fn befell_behind(reading: &Reading<'_>, mention: &Mention) -> bool {
    let empty = |word: &Word| {
        word.kind == TokenKind::Word
            && (word.is_article() || word.has_concept(STAYS) || word.is_function(Function::OfThem))
    };
    let before = mention.words.start.checked_sub(1).and_then(|at| reading.words.get(at));
    let is_free =
        before.is_none_or(|word| word.kind == TokenKind::Sign || !word.is_noun() && !word.senses.is_empty());
    let start = behind_aside(reading, mention.words.end);
    let after = start..start + LINK;
    let is_empty = |at: &usize| is_aboard(&reading.words, *at) || reading.words.get(*at).is_some_and(empty);
    let told = after.into_iter().find(|at| !is_empty(at)).and_then(|at| reading.words.get(at));
    is_free && told.is_some_and(befalls)
}

/// The word behind what two commas part from a number, who are some of those whom it counts: six, *including a child,*
/// were killed.
fn behind_aside(reading: &Reading<'_>, end: usize) -> usize {
    let is_comma = |at: usize| reading.words.get(at).is_some_and(|word| word.is_sign(","));
    let is_among = reading.words.get(end + 1).is_some_and(|word| word.is_function(Function::Among));
    let closing = || (end + 2..end + 2 + ASIDE).find(|at| is_comma(*at));
    if is_comma(end) && is_among { closing().map_or(end, |comma| comma + 1) } else { end }
}

/// Most words of such an aside.
const ASIDE: usize = 8;

/// Whether a bare number tells how many they are in all of whom another one counts some: three of the *30* aboard.
fn is_whole(reading: &Reading<'_>, mention: &Mention) -> bool {
    let before =
        mention.words.start.checked_sub(1).filter(|at| reading.words.get(*at).is_some_and(Word::is_article));
    let of = before.unwrap_or(mention.words.start).checked_sub(1);
    let of = of.filter(|at| reading.words.get(*at).is_some_and(|word| word.is_function(Function::Of)));
    let counts =
        |at: usize| reading.mentions_in(at..at + 1).iter().any(|other| other.dimension == Dimension::Number);
    of.and_then(|of| of.checked_sub(1)).is_some_and(counts)
}

/// Most words between a bare number and what befell the people whom it counts.
const LINK: usize = 4;

/// The concept of what goes on to be so: three *remain* missing.
const STAYS: &str = "stay";

/// The concept of being on board.
const ABOARD: &str = "board-passenger";

/// Whether a word tells of people on board, and leads to nothing: all 14 *aboard* were killed.
#[must_use]
pub fn is_aboard(words: &[Word], at: usize) -> bool {
    let is_it = |word: &Word| {
        let ends = words.get(at + 1).is_none_or(|next| next.kind == TokenKind::Sign || next.is_article());
        word.has_concept(ABOARD) || (word.is_function(Function::On) && ends)
    };
    words.get(at).is_some_and(is_it)
}

/// The concept of a number that grew.
const GREW: &str = "increase";

/// Whether a word tells what befalls people alone.
#[must_use]
pub fn befalls(word: &Word) -> bool {
    BEFALLS.iter().any(|concept| word.has_concept(concept))
}

/// Whether a kind counts people by what befell them.
#[must_use]
pub fn tells_what_befell(kind: &Kind) -> bool {
    !kind.heads.is_empty() && kind.heads.iter().all(|head| BEFALLS.contains(&head.as_str()))
}

/// Concepts of what befalls people alone.
const BEFALLS: [&str; 5] = ["killed", "injured", "missing", "displaced", "victim"];

/// Whether a verb of its own follows what is counted in its clause: and 70 others *were treated*.
pub(super) fn tells_own(reading: &Reading<'_>, mention: &Mention, clause: &Range<usize>) -> bool {
    let follows = (mention.words.end..clause.end).take(LINK);
    // "Thirty were wounded", of whom others are the wounded.
    let is_led =
        |at: usize| mention.words.end < at && reading.words.get(at - 1).is_some_and(|word| word.is_article());
    let acts = |at: usize, word: &Word| {
        let acts = is_verb(word) && speech(word).is_none();
        (!word.is_noun() && (acts || befalls(word))) || (is_led(at) && befalls(word))
    };
    follows.into_iter().any(|at| reading.words.get(at).is_some_and(|word| acts(at, word)))
}

/// Whether "and" joins what is counted to the word before it that would bind it: 34 died *and* 21 were hurt.
pub(super) fn is_joined(reading: &Reading<'_>, mention: &Mention, anchor: usize) -> bool {
    // "Nine died, five *of them* soldiers", "nine, *among them* five soldiers who fled".
    let word = |at: Option<usize>| at.and_then(|at| reading.words.get(at));
    let part = word(Some(mention.words.end)).is_some_and(|word| word.is_function(Function::OfThem))
        || word(mention.words.start.checked_sub(1)).is_some_and(|word| word.is_function(Function::Among));
    let between = reading.words.get(anchor + 1..mention.words.start).unwrap_or_default();
    !part && between.iter().any(|word| word.is_function(Function::And) || word.is_sign(","))
}

/// Whether the word behind a count that would bind it has a count of its own: with 412 people on board,
/// *killing 34*.
pub(super) fn has_count(reading: &Reading<'_>, mention: &Mention, anchor: usize) -> bool {
    let counts = |other: &Mention| other.head.is_some() || is_of_people(reading, other);
    let from = mention.words.end;
    let own = |other: &Mention| from <= anchor && anchor < other.words.start && counts(other);
    let empty = |at: usize| reading.words.get(at).is_some_and(Word::is_article);
    reading
        .mentions_in(anchor + 1..anchor + 1 + LINK)
        .iter()
        .any(|other| own(other) && (anchor + 1..other.words.start).all(empty))
}

/// Whether the word behind a count that would bind it is what another one counts: eight trapped and *five dead*.
pub(super) fn is_counted(reading: &Reading<'_>, mention: &Mention, anchor: usize) -> bool {
    let own = |other: &Mention| other.head.is_some() && other.words.contains(&anchor);
    mention.words.end <= anchor
        && reading
            .mentions_in(anchor.saturating_sub(LINK)..anchor + 1)
            .iter()
            .any(|other| other.words != mention.words && own(other))
}

/// Whether it is said that this befell nobody: *none of* the 22 was hurt, the 22 were *not* harmed.
pub(super) fn is_denied(reading: &Reading<'_>, mention: &Mention, anchor: usize) -> bool {
    let has = |words: Range<usize>, function: Function| {
        let words = reading.words.get(words).unwrap_or_default();
        words.iter().any(|word| word.is_function(function))
    };
    let first = mention.words.start.min(anchor);
    // "Nobody was killed *but* 14 were hurt."
    let from = first.saturating_sub(LINK);
    let is_but = |at: &usize| reading.words.get(*at).is_some_and(|word| word.is_function(Function::But));
    let from = (from..first).rev().find(is_but).unwrap_or(from);
    has(from..first, Function::None)
        || has(anchor.saturating_sub(DENIAL)..anchor, Function::Not)
        || (has(anchor.saturating_sub(LINK)..anchor, Function::Not) && !acts_between(reading, anchor))
}

/// Furthest that a negation stands before a verb of what did not befall anybody, in words.
const DENIAL: usize = 2;

/// Whether a verb stands before a word among those where a noun would be denied: *without* a single case of death.
fn acts_between(reading: &Reading<'_>, anchor: usize) -> bool {
    let between = reading.words.get(anchor.saturating_sub(LINK)..anchor).unwrap_or_default();
    between.iter().any(is_verb)
}

/// Whether a word stands nearer to another count than to the one that it would bind.
pub(super) fn is_nearer_another(reading: &Reading<'_>, mention: &Mention, anchor: usize) -> bool {
    let distance = distance(mention, anchor);
    let around = anchor.saturating_sub(distance)..anchor + distance;
    let counts = |other: &&Mention| other.head.is_some() || is_of_people(reading, other);
    let nearer = |other: &Mention| self::distance(other, anchor) < distance;
    reading.mentions_in(around).iter().filter(counts).any(nearer)
}

/// Whether another count stands between a value and the word before it that would bind it.
pub(super) fn is_taken(reading: &Reading<'_>, mention: &Mention, anchor: usize) -> bool {
    let between = reading.mentions_in(anchor + 1..mention.words.start.max(anchor + 1));
    between.iter().any(|other| other.head.is_some() && other.words.end <= mention.words.start)
}

/// Words behind which another deed is told: five were arrested *after* a guard was killed.
const OTHER_DEED: Functions = Functions::of(&[
    Function::After,
    Function::Because,
    Function::Before,
    Function::CausedBy,
    Function::During,
    Function::When,
    Function::While,
]);

/// Concepts of what a number comes to: it grew, or reached so many.
pub const COMES_TO: [&str; 4] = ["decrease", "increase", "reach-amount", "stand"];

/// Whether a deed of their own is told of those who are counted, and the word that would bind them is told of another
/// one: police *arrested* five men after the attack that killed a guard, أصيب شخص بعد *إنقاذ* ثلاثة محتجزين.
pub(super) fn is_of_own_deed(reading: &Reading<'_>, mention: &Mention, anchor: usize) -> bool {
    let between = if anchor < mention.words.start {
        anchor + 1..mention.words.start
    } else {
        mention.words.end..anchor
    };
    let leads = |at: &usize| reading.words.get(*at).is_some_and(|word| word.summary.does_any(OTHER_DEED));
    let Some(link) = between.into_iter().find(leads).filter(|_| mention.head.is_some()) else { return false };
    frame::action(reading, mention).is_some_and(|(at, concept)| {
        let is_own = (at < link) == (mention.words.start < link);
        let befell = reading.words.get(at).is_some_and(befalls);
        is_own && !befell && !COMES_TO.contains(&concept)
    })
}
