//! What the words around a bound value tell of it: what is counted or measured and of what, what happens to it, which
//! part of a whole it is, for what it is told, until when and in which area it holds.

use crate::extract::attribution::is_verb;
use crate::extract::bind::{carries_any, elsewhen};
use crate::extract::frame;
use crate::extract::kind::{self, Claim, timed};
use crate::extract::mention::{Dimension, Mention};
use crate::extract::part::{self, part};
use crate::extract::partitive;
use crate::extract::reading::Reading;
use crate::extract::said;
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Binding, SlotValue};
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::answers::Scope;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, ValueType};
use crate::lexicon::schema::telling::Telling;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::number::Number;
use crate::value::time::Time;
use std::collections::BTreeMap;
use std::ops::Range;

/// The name of a stretch of time over which a count came together.
const STRETCH: &str = "stretch of time";

/// Fills the slots that the value's own words tell: what is counted or measured, and of what; what is done
/// with it; which part of the whole it is.
pub(super) fn scope(
    reading: &Reading<'_>,
    claim: &Claim<'_>,
    mention: &Mention,
    slots: &mut BTreeMap<Slot, SlotValue>,
) {
    let kind = claim.kind;
    let head = mention.head.as_deref();
    let asked = || told_by(reading, kind, claim.anchor);
    let has = |slot: Slot| kind.slots.contains_key(&slot);
    if let Some(what) = head.filter(|_| kind.dimension.is_none()).or_else(asked).filter(|_| has(Slot::What)) {
        slots.entry(Slot::What).or_insert_with(|| frame::slot(frame::concept(what)));
    }
    // Whom something befell, where they are told by what they are: nine *workers*.
    let befell = kind.event.is_some() && kind.value == ValueType::Count;
    let told = || head.filter(|head| !is_anybody(kind, head)).map(|head| frame::slot(frame::concept(head)));
    let of = if befell { told() } else { frame::owner(reading, mention, claim.anchor) };
    if let Some(of) = of.filter(|_| has(Slot::Of)) {
        slots.insert(Slot::Of, of);
    }
    if let Some((_, action)) = frame::action(reading, mention).filter(|_| has(Slot::Action)) {
        slots.insert(Slot::Action, frame::slot(frame::concept(action)));
    }
    // "16 of them crew": those are all the crew there are.
    let is_whole = head.is_some_and(|head| kind.heads.iter().any(|whole| whole == head));
    if has(Slot::Part)
        && !(is_whole && partitive::is_of_them(&reading.words, mention))
        && let Some(part) = part(reading, mention, has(Slot::Action) && head.is_some())
        // "Seventeen presidents were among the mourners": they are all the presidents.
        && slots.get(&Slot::What).is_none_or(|what| what.values != part.values)
    {
        slots.insert(Slot::Part, part);
    }
    if has(Slot::Part) && is_of_another(reading, kind, mention) {
        slots.insert(Slot::Part, frame::slot(frame::concept(part::REST)));
    }
}

/// Whether a head says no more of people than that they are, or that it befell them.
fn is_anybody(known: &Kind, head: &str) -> bool {
    head == kind::PEOPLE || known.heads.iter().any(|plain| plain == head)
}

/// Whether the clause tells of another event of the kind's type than was told before.
fn is_of_another(reading: &Reading<'_>, kind: &Kind, mention: &Mention) -> bool {
    let event_type = kind.event.as_deref().and_then(|id| reading.lexicon.event(id));
    let Some((event_type, sentence)) =
        event_type.zip(reading.sentences.get(reading.sentence_of(mention.words.start)))
    else {
        return false;
    };
    let mut clause = sentence.clause_words(sentence.clause(mention.words.start));
    clause.any(|at| carries_any(reading, at, &event_type.triggers) && part::is_of_another(reading, at))
}

/// The concept by which a word makes a value one of a kind's.
fn told_by<'k>(reading: &Reading<'_>, kind: &'k Kind, anchor: usize) -> Option<&'k str> {
    let word = reading.words.get(anchor)?;
    let mut triggers = kind.shapes().flat_map(|shape| shape.triggers.iter());
    let told = triggers.find(|trigger| word.has_concept(trigger));
    told.or_else(|| kind.triggers.first().filter(|_| kind.compound)).map(String::as_str)
}

/// Fills what an amount is told for: a day, a head.
pub(super) fn per(
    reading: &Reading<'_>,
    kind: &Kind,
    mention: &Mention,
    slots: &mut BTreeMap<Slot, SlotValue>,
) {
    if kind.slots.contains_key(&Slot::Per) && !slots.contains_key(&Slot::Per) && is_per(reading, mention) {
        slots.insert(Slot::Per, frame::slot(frame::concept(RATE)));
    }
}

/// Whether an amount is told for a day, a head or the like.
#[must_use]
pub fn is_per(reading: &Reading<'_>, mention: &Mention) -> bool {
    let word = |at: usize| reading.words.get(at);
    let is_rate = |at: usize| {
        let Some(found) = word(at) else { return false };
        let every = found.concept().is_some_and(|(concept, _)| concept.starts_with(EVERY));
        let next = || word(at + 1).is_some_and(is_time_unit);
        // «في الساعة» is for an hour, and «في ساعة واحدة» in one.
        let is_known = || word(at + 1).is_some_and(|unit| unit.clitics.article);
        let inside = found.is_function(Function::In) && next() && is_known() && !names_day(reading, at + 1);
        // "Five dollars *a* barrel", "40 cases *a* day"; but "40 workers *a* rise".
        let is_article = found.may_be_article();
        let may_stand = !is_article || next() || (is_measured(&mention.value) && at == mention.words.end);
        let per = found.is_function(Function::Per) && may_stand;
        every || per || (found.is_function(Function::Every) && next()) || inside
    };
    // What a stop or a comma parts begins something else: 210 minutes. *A* ticket.
    let goes_on = |at: &usize| word(*at).is_some_and(|word| !STOPS.iter().any(|stop| word.is_sign(stop)));
    // 560,000 tons *of fertilizer annually*.
    let of = word(mention.words.end).is_some_and(|word| word.is_function(Function::Of));
    let end = mention.words.end + if of { 2 } else { 0 };
    let mut after = (end..end + 2).take_while(goes_on);
    after.any(is_rate) || is_for_one(reading, mention) || is_from_each(reading, mention)
}

/// Whether a sum is told for one unit, or for each of some people: ثمانون دولارا *للبرميل*, ألف دينار *لأسرة كل* ضحية, they
/// *each receive* 200 pounds, 285 dollars */t*.
fn is_for_one(reading: &Reading<'_>, mention: &Mention) -> bool {
    if mention.dimension != Dimension::Money {
        return false;
    }
    let word = |at: usize| reading.words.get(at).filter(|word| word.breaks == 0);
    let is_function = |at: usize, function: Function| word(at).is_some_and(|word| word.is_function(function));
    let (start, end) = (mention.words.start, mention.words.end);
    let is_unit = |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Unit(_)));
    let behind =
        word(end).filter(|word| matches!(word.clitics.preposition, Some(Function::For | Function::To)));
    let is_for = behind
        .is_some_and(|word| (word.clitics.article && is_unit(word)) || is_function(end + 1, Function::Every));
    let is_each = || {
        let verb = start.checked_sub(1).and_then(word).is_some_and(is_verb);
        verb && start.checked_sub(2).is_some_and(|at| is_function(at, Function::Every))
    };
    let is_slashed = || {
        let is_slash = word(end).is_some_and(|word| word.is_sign("/") && word.touches());
        is_slash && word(end + 1).is_some_and(|word| word.kind == TokenKind::Word && word.touches())
    };
    is_for || is_slashed() || is_each()
}

/// Whether an amount is told of one of several that have as much: 40 delegates *from each* side, أربعون *لكل* طرف.
fn is_from_each(reading: &Reading<'_>, mention: &Mention) -> bool {
    let word = |at: usize| reading.words.get(at).filter(|word| word.breaks == 0);
    let leads = |word: &Word| {
        [Function::From, Function::For, Function::Of, Function::To, Function::By, Function::On]
            .into_iter()
            .any(|function| word.is_function(function))
    };
    let is_one = |at: usize| {
        word(at).is_some_and(|word| {
            !word.clitics.article && (word.summary.has_form(Form::One) || word.senses.is_empty())
        })
    };
    let end = mention.words.end;
    word(end).is_some_and(leads)
        && word(end + 1).is_some_and(|word| word.is_function(Function::Every))
        && is_one(end + 2)
}

/// Signs behind which nothing tells for what an amount is told.
const STOPS: [&str; 6] = [".", ",", ";", ":", "!", "?"];

/// Whether a value has a unit or is money.
fn is_measured(value: &Value) -> bool {
    matches!(value, Value::Amount(amount) if amount.unit.is_some())
}

/// Concepts of words like "daily".
const EVERY: &str = "every-";

/// What an amount is told for, where only that it is a rate matters.
const RATE: &str = "rate";

/// Whether a word is a unit of time.
fn is_time_unit(word: &Word) -> bool {
    word.senses.iter().any(|sense| matches!(&sense.meaning, Meaning::Unit(code) if TIMES.contains(&&**code)))
}

/// The codes of the units by which a rate is told.
const TIMES: [&str; 5] = ["h", "d", "wk", "mo", "a"];

/// Whether a mention of a date begins at the word.
fn names_day(reading: &Reading<'_>, at: usize) -> bool {
    reading.mentions_in(at.saturating_sub(1)..at + 1).iter().any(|mention| {
        matches!(mention.dimension, Dimension::Date | Dimension::Datetime) && mention.words.contains(&at)
    })
}

/// Fills the moment for which a value holds: the time behind "until" or "as of" that stands nearest. Such a
/// time is not when it happened.
pub(super) fn hold(
    reading: &Reading<'_>,
    kind: &Kind,
    mention: &Mention,
    slots: &mut BTreeMap<Slot, SlotValue>,
) {
    let Some(sentence) = reading.sentences.get(reading.sentence_of(mention.words.start)) else { return };
    if !kind.slots.contains_key(&Slot::AsOf) {
        return;
    }
    let is_date = |time: &&Mention| matches!(time.dimension, Dimension::Date | Dimension::Datetime);
    let is_bound = |time: &&Mention| timed::is_limit(reading, time);
    let dates = || reading.mentions_in(sentence.words.clone()).iter().filter(is_date);
    let distance = |time: &&Mention| time.words.start.abs_diff(mention.words.start);
    // What somebody said on a day holds for that day.
    let said = || dates().filter(|time| said::dates(reading, time)).min_by_key(distance);
    let Some(time) = dates().filter(is_bound).min_by_key(distance).or_else(said) else { return };
    let filling = SlotValue { values: vec![time.value.clone()], binding: Binding::Bound };
    if slots.get(&Slot::When).is_some_and(|when| when.values == filling.values) {
        slots.remove(&Slot::When);
    }
    slots.entry(Slot::AsOf).or_insert(filling);
}

/// Concepts of parts of a country.
const AREAS: [&str; 5] = ["capital-noun", "city-noun", "neighbourhood-noun", "region-noun", "village-noun"];

/// The concept of a part of a country.
const REGION: &str = "region-noun";

/// What a value of a kind that the story binds is, where an old date right behind it tells when it was so: turnout was 68
/// percent *in 2021*.
pub(super) fn earlier(
    reading: &Reading<'_>,
    kind: &Kind,
    mention: &Mention,
    published: Option<&Time>,
) -> Option<SlotValue> {
    let is_apt = kind.scope == Scope::Story
        && kind.value == ValueType::Percent
        && kind.slots.contains_key(&Slot::Part);
    let end = mention.words.end;
    let dates = reading.mentions_in(end..end + 2);
    let old = dates
        .iter()
        .find(|date| published.is_some_and(|day| elsewhen::is_old(date, day)))
        .filter(|_| is_apt)?;
    let is_led = old.words.start.checked_sub(1).and_then(|at| reading.words.get(at));
    let is_in = |word: &Word| word.is_function(Function::In) || word.is_function(Function::On);
    let first = reading.words.get(old.words.start);
    (is_led.is_some_and(is_in) || first.is_some_and(is_in)).then(|| frame::slot(frame::concept(EARLIER)))
}

/// What a value is called that was so before.
const EARLIER: &str = "earlier";

/// Fills the part of a value that holds for an area alone: in the capital, turnout was 71 per cent. Of kinds
/// that the story binds, since no place of an event tells it.
pub(super) fn area(
    reading: &Reading<'_>,
    kind: &Kind,
    mention: &Mention,
    slots: &mut BTreeMap<Slot, SlotValue>,
) {
    let Some(sentence) = reading.sentences.get(reading.sentence_of(mention.words.start)) else { return };
    if kind.scope != Scope::Story || !kind.slots.contains_key(&Slot::Part) {
        return;
    }
    let is_in = |at: usize| {
        let word = reading.words.get(at);
        word.is_some_and(|word| {
            word.is_function(Function::In) || word.clitics.preposition == Some(Function::In)
        })
    };
    let led = |at: usize| is_in(at) || (1..=2).any(|back| at.checked_sub(back).is_some_and(is_in));
    let area = sentence.words.clone().filter(|at| led(*at)).find_map(|at| {
        let word = reading.words.get(at)?;
        // "In the north": a direction behind which nothing stands that lies there.
        let ends = reading.words.get(at + 1).is_none_or(|next| !next.is_noun() && !next.senses.is_empty());
        let is_side = ends && word.senses.iter().any(|sense| sense.meaning.direction().is_some());
        AREAS.into_iter().find(|area| word.has_concept(area)).or(is_side.then_some(REGION))
    });
    if let Some(area) = area {
        let name = frame::concept(area);
        slots.insert(Slot::Part, SlotValue { values: vec![Value::Name(name)], binding: Binding::Bound });
    }
}

/// Shortest stretch of the calendar over which a count comes together that tells of no event, in seconds.
const MONTH: i64 = 28 * 24 * 60 * 60;

/// Whether a count is what came together over a stretch of time: in ten days, since the war began, last year. *The
/// highest* since the war is one.
pub(super) fn is_over_time(reading: &Reading<'_>, kind: &Kind, mention: &Mention) -> bool {
    let Some(sentence) = reading.sentences.get(reading.sentence_of(mention.words.start)) else {
        return false;
    };
    let clause = sentence.clause_words(sentence.clause(mention.words.start));
    let is = |idx: usize, function| reading.words.get(idx).is_some_and(|word| word.is_function(function));
    let since = (mention.words.end..clause.end).find(|idx| is(*idx, Function::Since));
    // "Every year nine people die", "nine have died there in five years".
    let is_every = |at: usize| is(at, Function::Every) && reading.words.get(at + 1).is_some_and(is_time_unit);
    let has_years = || {
        reading.mentions_in(clause.clone()).iter().any(|other| {
            let is_led = other.words.start.checked_sub(1).is_some_and(|before| is(before, Function::In));
            other.dimension == Dimension::Duration
                && is_led
                && other.words.start > mention.words.start
                && is_of_years(other)
        })
    };
    clause.clone().any(is_every)
        || (has_years() && !is_record(reading, clause.clone()))
        || since.is_some_and(|since| !is_record(reading, mention.words.end..since))
        || is_of_months(reading, kind, &clause)
        || reading.mentions_in(clause).iter().any(|other| {
            let before = other.words.start.checked_sub(1);
            other.dimension == Dimension::Duration && before.is_some_and(|idx| is(idx, Function::During))
        })
}

/// Whether a length of time is of whole years.
fn is_of_years(mention: &Mention) -> bool {
    let Value::Duration(duration) = &mention.value else { return false };
    duration.form.stated().iter().all(|period| period.months >= Number::whole(YEAR))
}

/// Months of a year.
const YEAR: i64 = 12;

/// Whether some words tell a record: the highest, the first.
fn is_record(reading: &Reading<'_>, words: Range<usize>) -> bool {
    let records = reading.lexicon.told(Telling::Since);
    let records: Vec<&Kind> = records.collect();
    words.into_iter().any(|at| records.iter().any(|kind| carries_any(reading, at, &kind.triggers)))
}

/// Whether some words tell months or years that are counted from now, and no single event of the kind by its noun: 40 died on
/// the route *last year*.
fn is_of_months(reading: &Reading<'_>, kind: &Kind, clause: &Range<usize>) -> bool {
    let is_long = |other: &Mention| {
        let Value::Time(time) = &other.value else { return false };
        let length = time.seconds().map(|(first, last)| last - first);
        other.relative.is_some() && length.is_some_and(|length| length >= MONTH)
    };
    let event_type = kind.event.as_deref().and_then(|id| reading.lexicon.event(id));
    let names_event = |at: usize| {
        let is_one = reading.words.get(at).is_some_and(|word| word.summary.has_form(Form::One));
        is_one && event_type.is_some_and(|of| carries_any(reading, at, &of.triggers))
    };
    reading.mentions_in(clause.clone()).iter().any(is_long) && !clause.clone().any(names_event)
}

/// What fills the slot "per" of such a count.
pub(super) fn over_time() -> SlotValue {
    let name = frame::concept(STRETCH);
    SlotValue { values: vec![Value::Name(name)], binding: Binding::Bound }
}
