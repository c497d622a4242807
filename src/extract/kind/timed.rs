//! Which verb a time belongs to, and whether a length of time tells how long something lasted.

use crate::extract::attribution::is_verb;
use crate::extract::mention::Mention;
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::class::Functions;
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::number::Number;
use std::ops::Range;

/// Whether a time stands behind "since".
pub(super) fn is_since(reading: &Reading<'_>, mention: &Mention) -> bool {
    let since = |at: usize| reading.words.get(at).is_some_and(|word| word.is_function(Function::Since));
    since(mention.words.start) || mention.words.start.checked_sub(1).is_some_and(since)
}

/// Words before a time that is only how far something reached.
const LIMITS: Functions = Functions::of(&[Function::AsOf, Function::By, Function::Until]);

/// Whether a time is only how far something reached: until Monday, as of noon, by six.
pub(in crate::extract) fn is_limit(reading: &Reading<'_>, mention: &Mention) -> bool {
    let limits = |at: usize| reading.words.get(at).is_some_and(|word| word.summary.does_any(LIMITS));
    limits(mention.words.start) || mention.words.start.checked_sub(1).is_some_and(limits)
}

/// Whether a date belongs to another verb of its clause: one that stands between it and the word which
/// would bind it, or, where that word comes later, one that stands nearer before it. On Tuesday he *said*;
/// on Wednesday she *invited* him to visit.
pub(super) fn is_of_another_verb(
    reading: &Reading<'_>,
    mention: &Mention,
    clause: &Range<usize>,
    anchor: usize,
) -> bool {
    let at = mention.words.start;
    let rivals = if anchor < at { anchor + 1..at } else { at.saturating_sub(anchor - at)..anchor };
    // "The crash, *after* which two died on Saturday": what follows has a verb of its own.
    let turns = |word: usize, found: &Word| word + 1 < at && found.is_function(Function::After);
    let is_rival = |word: &usize| {
        clause.contains(word)
            && reading
                .words
                .get(*word)
                .is_some_and(|found| (is_verb(found) && !found.is_noun()) || turns(*word, found))
    };
    rivals.into_iter().any(|word| is_rival(&word))
}

/// Furthest that a word which leads to an event stands before it, in words.
const LED: usize = 3;

/// Whether an event is only what another thing is dated by, and a time that of the other: the first train to pass *after the
/// crash* came on Wednesday, أول قطار مر *بعد الحادث* ظهر الأربعاء.
pub(in crate::extract) fn is_reference(reading: &Reading<'_>, mention: &Mention, event: usize) -> bool {
    let word = |at: usize| reading.words.get(at);
    let leads = |word: &Word| word.is_function(Function::After) || word.is_function(Function::Before);
    let acts = |word: &Word| is_verb(word) && !word.is_noun();
    let parts = |word: &Word| word.kind == TokenKind::Sign || acts(word);
    let near = (event.saturating_sub(LED)..event).rev();
    let is_led = near.into_iter().map_while(word).take_while(|word| !parts(word)).any(leads);
    if !is_led || !word(event).is_some_and(Word::is_noun) {
        return false;
    }
    let between = event + 1..mention.words.start;
    let is_relative = |word: &Word| word.is_function(Function::Which) || word.is_function(Function::That);
    // A word of no listed meaning may be a verb.
    let may_act = |at: usize| {
        word(at).is_some_and(|word| {
            let is_unknown = word.kind == TokenKind::Word && word.senses.is_empty();
            acts(word) || (is_unknown && !reading.is_in_name(at))
        })
    };
    let is_definite = || {
        let follows = reading.language.grammar.adjective_after_noun;
        follows && between.is_empty() && word(event).is_some_and(|word| word.clitics.article)
    };
    !between.clone().filter_map(word).any(is_relative) && (is_definite() || between.clone().any(may_act))
}

/// Whether a length of time tells how far something is from something else, and not how long it lasted:
/// two days *after* the summit.
pub(in crate::extract) fn is_distance(reading: &Reading<'_>, mention: &Mention) -> bool {
    let orders = |word: Option<&Word>| {
        word.is_some_and(|word| word.is_function(Function::Before) || word.is_function(Function::After))
    };
    let before = mention.words.start.checked_sub(1).and_then(|idx| reading.words.get(idx));
    // Nothing that lies ages back is told from another event.
    if is_ages(&mention.value) {
        return false;
    }
    let lasts = |word: Option<&Word>| word.is_some_and(|word| word.is_function(Function::For));
    // "After 232 days *in* captivity": what follows says in what they went by.
    let within = |word: Option<&Word>| {
        word.is_some_and(|word| word.is_function(Function::In) || word.is_function(Function::Of))
    };
    let spent = within(reading.words.get(mention.words.end))
        && !reading.words.get(mention.words.end).is_some_and(Word::touches);
    // "Two days before *the* summit", قبل يومين *من* القمة.
    let is_ahead = before.is_some_and(|word| word.is_function(Function::Before));
    let told = spent && !is_ahead || lasts(before) || lasts(reading.words.get(mention.words.start));
    !told && (orders(before) || orders(reading.words.get(mention.words.end)))
}

/// Words before a length of time that say until when something is to be done, or since when it is so.
const OPEN: [Function; 3] = [Function::During, Function::Since, Function::Within];

/// Whether a length of time is one within which something is to be done or since when it is so, or one that is known
/// already: *within* three days, *منذ* عقد, *ال*يومين المقبلين.
pub(super) fn is_open(reading: &Reading<'_>, mention: &Mention) -> bool {
    let first = reading.words.get(mention.words.start);
    let before = mention.words.start.checked_sub(1).and_then(|idx| reading.words.get(idx));
    let leads = |word: &Word| OPEN.iter().any(|function| word.is_function(*function));
    first.is_some_and(|word| word.clitics.article || leads(word)) || before.is_some_and(leads)
}

/// Whether a length of time is longer than all history.
fn is_ages(value: &Value) -> bool {
    let Value::Duration(duration) = value else { return false };
    duration.form.stated().iter().any(|period| period.months > Number::whole(AGES))
}

/// Months of ten thousand years.
const AGES: i64 = 120_000;
