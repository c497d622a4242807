//! Which part of a whole a value is of, where its own words say so: children *among the dead*, five *others*, twelve
//! *of the dead*, in the camps *alone*.

mod added;
mod aside;
mod limit;

use crate::extract::frame;
use crate::extract::kind::befalls;
use crate::extract::mention::Mention;
use crate::extract::partitive;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::fact::SlotValue;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;

/// Which part of a whole a value is of, where its own words say so; `with_rest` where what comes on top of
/// others is a part as well.
#[must_use]
pub fn part(reading: &Reading<'_>, mention: &Mention, with_rest: bool) -> Option<SlotValue> {
    let is_measure = matches!(&mention.value, Value::Amount(amount) if amount.unit.is_some());
    let head = mention.head.as_deref().or_else(|| is_measure.then_some(SOME));
    let told = head.filter(|_| is_part(reading, mention));
    let rest = || with_rest && is_rest(reading, mention);
    let sum = || is_of_all(reading, mention).then_some(ALL);
    let one = || is_one_of(reading, mention).then_some(ONE_OF_THEM).or_else(|| peak(reading, mention));
    let one = || one().or_else(sum);
    let set_apart = || aside::aside(reading, mention).or_else(|| limit::limit(reading, mention));
    let concept = told.or_else(|| rest().then_some(REST)).or_else(set_apart);
    let named = concept.map(|concept| frame::slot(frame::concept(concept)));
    named
        .or_else(|| subset(reading, mention))
        .or_else(|| alone(reading, mention))
        .or_else(|| one().map(|one| frame::slot(frame::concept(one))))
        .or_else(|| added::is_added_to(reading, mention).then(|| frame::slot(frame::concept(MORE))))
}

/// The part of a length that is told of the one before: *the previous* strike lasted three days.
#[must_use]
pub fn of_previous(reading: &Reading<'_>, mention: &Mention) -> Option<SlotValue> {
    aside::is_of_previous(reading, mention).then(|| frame::slot(frame::concept(PREVIOUS)))
}

/// Whether what is counted is among others that were told before.
fn is_part(reading: &Reading<'_>, mention: &Mention) -> bool {
    let before = mention.words.start.checked_sub(1).and_then(|at| reading.words.get(at));
    let is_among = |word: &Word| word.is_function(Function::Among);
    // "Five children were among the dead": one word stands between; without it, what follows is the part.
    let between = reading.words.get(mention.words.end).filter(|word| word.kind == TokenKind::Word);
    let after = between.and_then(|_| reading.words.get(mention.words.end + 1));
    let of_them = |word: &Word| word.is_function(Function::OfThem);
    before.is_some_and(is_among)
        || is_among_struck(reading, mention)
        || between.is_some_and(of_them)
        || reading.words.get(mention.words.start).is_some_and(is_among)
        || after.is_some_and(|word| is_among(word) || word.is_function(Function::OutOf))
}

/// The concept of verbs that tell what something has among it.
const INCLUDE: &str = "include";

/// Whether those whom something befell are told right before some of them: *the dead included* three children,
/// بين القتلى ثلاثة أطفال.
fn is_among_struck(reading: &Reading<'_>, mention: &Mention) -> bool {
    let word = |back: usize| mention.words.start.checked_sub(back).and_then(|at| reading.words.get(at));
    let struck = |word: &Word| word.is_noun() && befalls(word);
    let leads = |word: &Word| word.is_function(Function::Among) || word.is_function(Function::Between);
    let among = word(1).is_some_and(struck) && word(2).is_some_and(leads);
    among || (word(1).is_some_and(|word| word.has_concept(INCLUDE)) && word(2).is_some_and(struck))
}

/// What a count is of where words behind it add one more.
const MORE: &str = "beside-one-more";

/// The concept of words like "the strongest of them", and how far they stand before the value.
const ONE_OF_THEM: &str = "one-of-them";
const REACH: usize = 6;

/// Whether the value is of one of several things that were told before.
fn is_one_of(reading: &Reading<'_>, mention: &Mention) -> bool {
    let before = mention.words.start.saturating_sub(REACH)..mention.words.start;
    reading.words.get(before).unwrap_or_default().iter().any(|word| word.has_concept(ONE_OF_THEM))
}

/// Concepts of what reaches higher than the whole of which it is told.
const PEAKS: [&str; 1] = ["gust"];

/// Whether a measure is of what reaches highest, and not of the whole: gusts of a wind.
fn peak(reading: &Reading<'_>, mention: &Mention) -> Option<&'static str> {
    let has_unit = matches!(&mention.value, Value::Amount(amount) if amount.unit.is_some());
    let near = mention.words.start.saturating_sub(REACH)..mention.words.end;
    let words = reading.words.get(near).unwrap_or_default().iter();
    let mut words = words.filter(|_| has_unit);
    words.find_map(|word| PEAKS.into_iter().find(|peak| word.has_concept(peak)))
}

/// The concept of how long something is, and what is called the length of all that there is of it.
const LENGTH: &str = "length-noun";
const ALL: &str = "total";

/// Whether a measure is the *total length* of several things, of which another may tell that of one.
fn is_of_all(reading: &Reading<'_>, mention: &Mention) -> bool {
    let is_total = |word: Option<&Word>| word.is_some_and(|word| word.is_function(Function::Total));
    let is_it = |at: usize| {
        let is_length = reading.words.get(at).is_some_and(|word| word.has_concept(LENGTH));
        is_length
            && (is_total(reading.words.get(at + 1))
                || is_total(at.checked_sub(1).and_then(|at| reading.words.get(at))))
    };
    (mention.words.start.saturating_sub(REACH)..mention.words.start).any(is_it)
}

/// The part that stands alone near the value: "in the camps alone", or what the value was said of before.
fn alone(reading: &Reading<'_>, mention: &Mention) -> Option<SlotValue> {
    let near = mention.words.start.saturating_sub(REACH)..mention.words.end + REACH;
    let is_alone = |at: &usize| reading.words.get(*at).is_some_and(|word| word.is_function(Function::Alone));
    let at = near.into_iter().filter(|at| !mention.words.contains(at)).find(is_alone)?;
    let sentence = reading.sentences.get(reading.sentence_of(mention.words.start))?;
    if !sentence.words.contains(&at) {
        return None;
    }
    let before = at.checked_sub(1).filter(|before| !mention.words.contains(before));
    let thing =
        before.and_then(|before| reading.words.get(before)).filter(|word| word.kind == TokenKind::Word);
    Some(frame::slot(thing.map_or_else(|| frame::concept(ALONE), |word| frame::concept(&word.topic()))))
}

/// A part that only its being alone tells from the whole.
const ALONE: &str = "alone";

/// The part of a count that comes on top of others told before.
pub const REST: &str = "other";

/// What is wanted, what was at another time or of the one before, what was reached in the beginning of a time, and what stands there only to
/// compare with.
const WANTED: &str = "wanted";
const THEN: &str = "then";
const PREVIOUS: &str = "previous";
const OPENING: &str = "opening";
const COMPARED_THING: &str = "compared";

/// Whether "other" stands at the counted noun.
fn is_rest(reading: &Reading<'_>, mention: &Mention) -> bool {
    let near = mention.words.start.saturating_sub(1)..mention.words.end + 2;
    near.into_iter().any(|at| reading.words.get(at).is_some_and(|word| word.is_function(Function::Other)))
}

/// Furthest that what sets a part apart stands behind the whole, in words.
const APART: usize = 5;

/// The part of a whole that its own words name: twelve of the dead were *tourists*.
fn subset(reading: &Reading<'_>, mention: &Mention) -> Option<SlotValue> {
    let whole = partitive::whole(&reading.words, mention)?;
    let says = |word: &&Word| {
        word.breaks == 0
            && word.kind == TokenKind::Word
            && !word.is_article()
            && (word.senses.is_empty() || word.concept().is_some())
    };
    if frame::is_told_of_some(reading, &whole) {
        return None;
    }
    let behind = reading.words.get(whole.end..).unwrap_or_default().iter().take(APART);
    let apart = behind.into_iter().find(says);
    // "21 of its soldiers were wounded": that is what befell them, and no part of the wounded.
    let is_struck = whole.end.checked_sub(1).and_then(|at| reading.words.get(at)).is_some_and(befalls);
    if !is_struck && apart.is_some_and(befalls) {
        return None;
    }
    let apart = apart.map_or_else(|| SOME.to_owned(), Word::topic);
    Some(frame::slot(frame::concept(&apart)))
}

/// Some of a whole.
const SOME: &str = "some";

/// The concept of what is apart from others.
const APART_FROM_OTHERS: &str = "separate";

/// Whether the event that a word names is another one than was told before: *another* fire, a *separate* blaze.
#[must_use]
pub fn is_of_another(reading: &Reading<'_>, event: usize) -> bool {
    let word = |at: Option<usize>| at.and_then(|at| reading.words.get(at)).filter(|word| word.breaks == 0);
    let beside = if reading.language.grammar.adjective_after_noun {
        word(Some(event + 1))
    } else {
        word(event.checked_sub(1))
    };
    let is_other = |word: &Word| word.is_function(Function::Other) || word.has_concept(APART_FROM_OTHERS);
    reading.words.get(event).is_some_and(Word::is_noun) && beside.is_some_and(is_other)
}
