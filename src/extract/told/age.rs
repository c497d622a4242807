//! Ages: years of life beside a word of age, in apposition to a name or a noun of a person, or counted from a year of
//! birth.

mod birth;
mod copula;
mod decade;
mod join;
mod listed;
mod noun;
pub(super) mod owner;

use crate::extract::entity::EntityKind;
use crate::extract::event;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::{Teller, bound, origin};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, SlotValue};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::numbers::Hedge;
use crate::lexicon::schema::telling::Telling;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Form as Amounts;
use crate::value::duration::{DAY, Duration, Period};
use crate::value::number::Number;
use crate::value::words::Name;
use std::ops::Range;

/// Furthest that a word of age stands from the years, in words.
const NEAR: usize = 3;

/// Furthest that the noun whose age it is stands behind the years, in words.
const OWNER: usize = 4;

/// The code of a year.
const YEAR: &str = "a";

/// Most years of a life.
const LONGEST: i64 = 120;

/// Furthest that a death stands before the years, in words, and its concept.
const DEATH: usize = 10;
const DIED: [&str; 2] = ["killed", "leave"];

/// Years of whoever is no child: a mother of two has two children.
const GROWN: Number = Number::whole(13);
const GROWN_MONTHS: Number = Number::whole(13 * 12);

/// The ages of a sentence.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    let told = mentions.filter_map(|mention| fact(teller, sentence, kind, mention));
    let told = told.chain(copula::bracketed(teller, sentence, kind));
    told.chain(decade::facts(teller, sentence, kind)).collect()
}

fn fact(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, mention: &Mention) -> Option<Fact> {
    let words = mention.words.clone();
    if let Some(age) = birth::age(teller, kind, sentence, mention) {
        let named = birth::word(teller, kind, sentence, mention).and_then(|at| {
            let comma = at.checked_sub(1).filter(|at| is_sign(teller, *at, &[",", "("]));
            ends_at(teller, comma.unwrap_or(at)).or_else(|| birth::subject(teller, at))
        });
        // "Karim Haddad, *who was born* in 1998".
        let described = || {
            let at = birth::word(teller, kind, sentence, mention)?;
            let person = teller.person_near(sentence, at).filter(|person| person.words.end + NEAR >= at)?;
            (person.words.end <= at).then(|| bound(Teller::names(person)))
        };
        let slots = named
            .or_else(described)
            .map_or_else(|| owner::of(teller, sentence, kind, &words), |who| vec![(Slot::Who, who)]);
        let mut fact = teller.fact(kind, &words, age, slots);
        fact.derivation = teller.counted("age");
        return Some(fact);
    }
    // Most values are no years, whatever stands beside them; and "under the second of their age" is none of anybody's.
    years(mention, true)?;
    let before = words.start.checked_sub(1).and_then(|at| teller.reading.words.get(at));
    let is_bound = before.is_some_and(|word| {
        word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Hedge(Hedge::Under | Hedge::Over)))
    });
    if is_bound && mention.dimension == Dimension::Ordinal {
        return None;
    }
    if is_of_thing(teller, mention) || is_tenth(teller, mention) {
        return None;
    }
    if let Some(slots) = listed::told(teller, kind, sentence, mention) {
        return Some(teller.fact(kind, &words, years(mention, true)?, slots));
    }
    if let Some(slots) = noun::extreme(teller, kind, sentence, mention) {
        return Some(teller.fact(kind, &words, years(mention, true)?, slots));
    }
    let apposition = apposition(teller, &words)
        .or_else(|| owner::bracketed(teller, sentence, &words))
        .or_else(|| owner::named_behind(teller, kind, &words).filter(|_| is_age(mention)))
        .or_else(|| described(teller, &words).filter(|_| is_age(mention)))
        .or_else(|| relative(teller, &words).filter(|_| is_old(teller, mention)))
        .or_else(|| behind_noun(teller, &words))
        .or_else(|| copula::led(teller, &words))
        .or_else(|| copula::person(teller, sentence, mention));
    let apposition = apposition.map(|who| vec![(Slot::Who, who)]);
    let apposition =
        apposition.or_else(|| noun::told(teller, kind, sentence, mention).filter(|_| is_short(mention)));
    let apposition = apposition.or_else(|| noun::reached(teller, kind, sentence, mention));
    let is_at_death = is_at_death(teller, sentence, mention);
    let value = years(mention, apposition.is_some() || is_at_death || stands_alone(teller, &words))?;
    let is_told = is_at_death || is_age(mention);
    if apposition.is_none() && !is_told && !is_aged(teller, sentence, kind, mention) {
        return None;
    }
    let slots = apposition
        .or_else(|| noun::deceased(teller, kind, sentence, &words).filter(|_| is_at_death))
        .unwrap_or_else(|| owner::of(teller, sentence, kind, &words));
    // Who speaks may be told of by what he is, and his age with it.
    let is_rank = mention.dimension == Dimension::Ordinal;
    if is_rank && tells_of_youth(&teller.fact(kind, &words, value.clone(), slots.clone())) {
        return None;
    }
    let mut slots = join::named(teller, &words, slots);
    slots.extend(owner::further(teller, sentence, kind, &words).map(|further| (Slot::Part, further)));
    Some(teller.fact(kind, &words, value, slots))
}

/// Whether years beside a noun are an age: a plain number, or what was read as one.
fn is_short(mention: &Mention) -> bool {
    mention.dimension != Dimension::Duration
}

/// Whether a rank is of ten years, of a month or the like: the *fourth decade* of his life.
fn is_tenth(teller: &Teller<'_, '_>, mention: &Mention) -> bool {
    let (start, end) = (mention.words.start, mention.words.end);
    let is_unit = |at: usize| {
        let of = |meaning: &Meaning| matches!(meaning, Meaning::Unit(code) if **code != *YEAR);
        teller.reading.words.get(at).is_some_and(|word| word.senses.iter().any(|sense| of(&sense.meaning)))
    };
    mention.dimension == Dimension::Ordinal && (is_unit(end) || start.checked_sub(1).is_some_and(is_unit))
}

/// Whether somebody says how old he was: "I was ten when I began".
fn tells_of_youth(fact: &Fact) -> bool {
    let who = fact.slots.get(&Slot::Who);
    let is_own = |name: &Name| {
        who.is_some_and(|who| who.values.iter().any(|value| matches!(value, Value::Name(who) if who == name)))
    };
    fact.holder.iter().any(is_own)
}

/// The years of a mention: a length of time in years, or beside a name a plain number.
fn years(mention: &Mention, beside_name: bool) -> Option<Value> {
    match &mention.value {
        Value::Duration(duration) => {
            let stated = duration.form.stated();
            let [period] = &*stated else { return None };
            let plausible = period.bounds().is_some_and(|(low, _)| {
                let is_day = low >= Number::whole(DAY);
                is_day && Period::months(LONGEST * 12).bounds().is_some_and(|(_, high)| low <= high)
            });
            plausible.then(|| mention.value.clone())
        }
        Value::Amount(amount)
            if beside_name && mention.dimension == Dimension::Number && amount.unit.is_none() =>
        {
            let Amounts::Exactly(number) = amount.form else { return None };
            let years = number.floor().filter(|years| (1..=LONGEST).contains(years))?;
            Some(age(years, years))
        }
        // In the ninth year of a life, as Arabic says of a child of nine.
        Value::Amount(amount) if mention.dimension == Dimension::Ordinal => {
            let Amounts::Exactly(number) = amount.form else { return None };
            let years = number.floor().filter(|years| (1..=LONGEST).contains(years))?;
            Some(age(years, years))
        }
        Value::Amount(_)
        | Value::Time(_)
        | Value::Words(_)
        | Value::Name(_)
        | Value::Place(_)
        | Value::State(_) => None,
    }
}

fn age(low: i64, high: i64) -> Value {
    let years = |years: i64| Period::months(years * 12);
    let form =
        if low == high { Amounts::Exactly(years(low)) } else { Amounts::Range(years(low), years(high)) };
    Value::Duration(Duration::new(form))
}

/// Whether the years were read as an age.
pub(super) fn is_age(mention: &Mention) -> bool {
    mention.dimension == Dimension::Quantity && matches!(mention.value, Value::Duration(_))
}

/// Whether a word of age stands beside the years.
fn is_aged(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind, mention: &Mention) -> bool {
    let (words, is_rank) = (&mention.words, mention.dimension == Dimension::Ordinal);
    let before = words.start.saturating_sub(NEAR).max(sentence.words.start)..words.start;
    let after = words.end..(words.end + NEAR).min(sentence.words.end);
    let is_age = |word: usize| {
        teller.is_function(word, Function::Aged) || teller.concept_of(word, &kind.context).is_some()
    };
    let mut after =
        after.take_while(|word| !teller.reading.words.get(*word).is_some_and(|word| word.is_sign(",")));
    // A rank is an age where what it is of follows: in the third year *of his age*. Tens are written as ranks are.
    let is_tens = matches!(&mention.value, Value::Amount(amount)
        if matches!(amount.form, Amounts::Exactly(number) if number.to_whole().is_some_and(|years| years >= 20 && years % 10 == 0)));
    let is_free = !is_rank || (is_tens && teller.reading.language.grammar.adjective_after_noun);
    (is_free && before.into_iter().any(is_age)) || after.any(is_age)
}

/// Whether years stand between two commas or in brackets behind a person: Maria Diaz, 61, said. Who is no known name
/// is shown by words that say nothing else.
pub(super) fn is_apposed(teller: &Teller<'_, '_>, mention: &Mention) -> bool {
    let is_named = |end: usize| {
        let word = end.checked_sub(1).and_then(|at| teller.reading.words.get(at));
        word.is_some_and(|word| word.kind == TokenKind::Word && (word.senses.is_empty() || word.given))
    };
    apposition(teller, &mention.words).is_some() || enclosing(teller, &mention.words).is_some_and(is_named)
}

/// The person right before years between two commas or in brackets: Maria Diaz, 61, said.
fn apposition(teller: &Teller<'_, '_>, words: &Range<usize>) -> Option<SlotValue> {
    let end = enclosing(teller, words)?;
    let before = teller.reading.entities_in(end.saturating_sub(OWNER)..end);
    let person = before.into_iter().rfind(|entity| entity.words.end == end)?;
    (person.kind == EntityKind::Person).then(|| bound(Teller::names(person)))
}

/// The sign before words that stand between two commas or in brackets.
fn enclosing(teller: &Teller<'_, '_>, words: &Range<usize>) -> Option<usize> {
    let sign = |word: Option<usize>, signs: &[&str]| {
        let word = word.and_then(|word| teller.reading.words.get(word));
        word.is_some_and(|word| signs.iter().any(|sign| word.is_sign(sign)))
    };
    let opens = words.start.checked_sub(1);
    let closed = (sign(opens, &[","]) && sign(Some(words.end), &[",", "."]))
        || (sign(opens, &["("]) && sign(Some(words.end), &[")"]));
    opens.filter(|_| closed)
}

/// Whether the years are those of a thing: a 27-year-old *ship*, the 19-year-old *Boeing 737*.
fn is_of_thing(teller: &Teller<'_, '_>, mention: &Mention) -> bool {
    let origins = teller.reading.lexicon.told(Telling::Origin).next();
    origins.is_some_and(|kind| origin::is_of_thing(teller, kind, mention))
}

/// Whether a plain number stands right beside a word of age: in the 67th of his age, as Arabic has it.
fn stands_alone(teller: &Teller<'_, '_>, words: &Range<usize>) -> bool {
    let is_aged = |at: usize| teller.is_function(at, Function::Aged);
    let before = |back: usize| words.start.checked_sub(back);
    let is_of = before(1).is_some_and(|at| teller.is_function(at, Function::Of));
    let near = if is_of { before(2) } else { before(1) };
    is_aged(words.end) || near.is_some_and(is_aged)
}

/// Whether years behind a death are those of a life: died *at 81*, توفي *عن 81 عاما*.
fn is_at_death(teller: &Teller<'_, '_>, sentence: &Sentence, mention: &Mention) -> bool {
    let start = mention.words.start;
    let Some(lead) = start.checked_sub(1).filter(|at| sentence.words.contains(at)) else { return false };
    let is_bare = |word: &Word| word.kind == TokenKind::Word && (word.senses.is_empty() || word.is_article());
    // "Put the death toll at 17": what is counted is known.
    let is_plain = mention.dimension == Dimension::Number
        && mention.head.is_none()
        && teller.is_function(lead, Function::At)
        && closes(teller, mention.words.end);
    let is_length =
        mention.dimension == Dimension::Duration && teller.reading.words.get(lead).is_some_and(is_bare);
    let near = start.saturating_sub(DEATH).max(sentence.words.start)..start;
    // "Passed away" may be as little as "left"; then the years of a life must follow a word of no other meaning.
    let died = if is_length { &DIED[..] } else { &DIED[..1] };
    let dies = |at: usize| {
        teller.reading.words.get(at).is_some_and(|word| died.iter().any(|died| word.has_concept(died)))
    };
    let is_child = matches!(&mention.value, Value::Duration(duration)
        if duration.form.stated().iter().any(|period| period.months < GROWN_MONTHS));
    (is_plain || is_length) && !is_child && near.into_iter().any(dies)
}

/// The person whom years describe behind the name: Maria Diaz, a 61-year-old nurse.
fn described(teller: &Teller<'_, '_>, words: &Range<usize>) -> Option<SlotValue> {
    let word = |at: usize| teller.reading.words.get(at);
    let says_nothing = |word: &Word| word.may_be_article() || word.is_function(Function::Aged);
    let comma = (words.start.saturating_sub(NEAR)..words.start)
        .rev()
        .find(|at| !word(*at).is_some_and(says_nothing))?;
    word(comma).filter(|word| word.is_sign(","))?;
    ends_at(teller, comma)
}

/// The person whose age a relative clause tells: Maria Diaz, *who is 61*.
fn relative(teller: &Teller<'_, '_>, words: &Range<usize>) -> Option<SlotValue> {
    let which = words.start.checked_sub(2).filter(|at| teller.is_function(*at, Function::Which))?;
    let first = which.checked_sub(1).filter(|at| is_sign(teller, *at, &[","])).unwrap_or(which);
    let person = ends_at(teller, first)?;
    let ends = [Function::This, Function::When].iter().any(|end| teller.is_function(words.end, *end));
    (closes(teller, words.end) || ends).then_some(person)
}

/// Whether years behind a verb are an age: of a length of time only where the verb says that it comes to it.
fn is_old(teller: &Teller<'_, '_>, mention: &Mention) -> bool {
    let verb = mention.words.start.checked_sub(1).and_then(|at| teller.reading.words.get(at));
    mention.dimension != Dimension::Duration || verb.is_some_and(event::comes_to)
}

/// The person whose age stands behind what he is: Maria Diaz, *a nurse of 61*.
fn behind_noun(teller: &Teller<'_, '_>, words: &Range<usize>) -> Option<SlotValue> {
    let of = words.start.checked_sub(1).filter(|at| teller.is_function(*at, Function::Of))?;
    let near = of.saturating_sub(OWNER)..of;
    let comma = near.rev().find(|at| is_sign(teller, *at, &[","]))?;
    let opens = teller.reading.words.get(comma + 1).is_some_and(Word::may_be_article);
    ends_at(teller, comma).filter(|_| opens && closes(teller, words.end))
}

fn is_sign(teller: &Teller<'_, '_>, at: usize, signs: &[&str]) -> bool {
    teller.reading.words.get(at).is_some_and(|word| signs.iter().any(|sign| word.is_sign(sign)))
}

/// Whether a sign ends what is told at `at`.
fn closes(teller: &Teller<'_, '_>, at: usize) -> bool {
    is_sign(teller, at, &[",", ".", ";", "(", ")"]) || at >= teller.reading.words.len()
}

/// The person whose name ends at `at`.
fn ends_at(teller: &Teller<'_, '_>, at: usize) -> Option<SlotValue> {
    let mut near = teller.reading.entities_in(at.saturating_sub(OWNER)..at);
    let person = near.rfind(|entity| entity.words.end == at && entity.kind == EntityKind::Person)?;
    Some(bound(Teller::names(person)))
}
