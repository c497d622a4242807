//! When a thing began: the year in which it was founded, built or put to use, or how many years old it is.

mod part;

use crate::extract::attribution::is_verb;
use crate::extract::event::LEAD;
use crate::extract::frame;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::{Teller, since};
use crate::extract::told::{age, bound};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality, SlotValue};
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::Form as Amounts;
use crate::value::compare::days_apart;
use crate::value::keys::NameKeys;
use crate::value::time::{Part, Time};
use crate::value::words::Name;
use std::ops::Range;

/// Furthest that the verb of a beginning stands from its year, in words.
const NEAR: usize = 8;

/// How much further off a verb behind a year counts than one before it, in words.
const BEHIND: usize = 3;

/// Furthest that the thing stands from the word that tells its beginning, in words.
const REACH: usize = 10;

/// Furthest that a preposition stands before what it leads to, in words.
const LED: usize = 3;

/// Days before the article for which what was opened is news.
const NEWS: i64 = 400;

/// Most years of a life.
const OLDEST: i64 = 120;

/// The code of a year.
const YEAR: &str = "a";

/// The beginnings of things that a sentence tells.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    let origins = Origins { teller, sentence, kind };
    mentions.filter_map(|mention| origins.fact(mention)).collect()
}

/// Whether a length of time is how old a thing is, which the words behind it name.
pub(super) fn is_of_thing(teller: &Teller<'_, '_>, kind: &Kind, mention: &Mention) -> bool {
    let sentence = teller.reading.sentences.get(teller.reading.sentence_of(mention.words.start));
    let origins = |sentence| Origins { teller, sentence, kind };
    sentence.map(origins).is_some_and(|origins| {
        origins.so_old(mention).is_some_and(|origin| origin.thing.is_none_or(|at| at >= mention.words.end))
    })
}

/// The beginning of something: how it is told, the word of the thing, and the year.
struct Origin {
    ways: NameKeys,
    thing: Option<usize>,
    value: Value,
    /// Whether its clause names nothing that began.
    is_of_lead: bool,
}

struct Origins<'t, 'r, 'a> {
    teller: &'t Teller<'r, 'a>,
    sentence: &'t Sentence,
    kind: &'t Kind,
}

impl Origins<'_, '_, '_> {
    fn fact(&self, mention: &Mention) -> Option<Fact> {
        let origin = match &mention.value {
            Value::Time(time) => self.dated_back(mention, time).or_else(|| self.in_year(mention, time)),
            Value::Duration(_) => self.so_old(mention),
            Value::Amount(_) if mention.dimension == Dimension::Ordinal => self.in_its_year(mention),
            Value::Amount(_) | Value::Words(_) | Value::Name(_) | Value::Place(_) | Value::State(_) => None,
        }?;
        let thing = origin.thing.and_then(|at| self.thing(at).or_else(|| self.dated(at)));
        let thing = thing.or_else(|| self.of_lead().filter(|_| origin.is_of_lead));
        let ways: NameKeys =
            origin.ways.iter().filter(|way| self.is_way_of(way, thing)).map(|way| (*way).clone()).collect();
        let name = ways.first()?.clone();
        let way = bound(vec![Value::Name(Name { name, keys: ways })]);
        let of = thing.map(|thing| (Slot::Of, frame::slot(frame::concept(thing))));
        let slots: Vec<(Slot, SlotValue)> = std::iter::once((Slot::Action, way)).chain(of).collect();
        let mut fact = self.teller.fact(self.kind, &mention.words, origin.value, slots);
        fact.modality = Modality::Actual;
        let is_counted = !matches!(mention.value, Value::Time(_));
        fact.derivation = self.teller.counted("origin").filter(|_| is_counted);
        Some(fact)
    }

    /// The verb of a beginning and its year: it was founded in 1963.
    fn in_year(&self, mention: &Mention, time: &Time) -> Option<Origin> {
        let first = mention.words.start;
        let is_year = matches!((time.first?.part, time.last?.part), (Part::Year(first), Part::Year(last)) if first == last);
        let is_old = days_apart(time, self.teller.published?).is_some_and(|days| days > NEWS);
        let led_by = |functions: &[Function]| {
            let leads = |at: usize| functions.iter().any(|function| self.teller.is_function(at, *function));
            first.checked_sub(1).is_some_and(leads) && mention.relative.is_none()
        };
        let is_led = led_by(&[Function::Until, Function::After, Function::Before]);
        let goes_on = led_by(&[Function::Since]) || self.teller.is_function(first, Function::Since);
        if !(is_year || is_old) || is_led || time.days()?.0 > self.teller.published?.days()?.0 {
            return None;
        }
        let clause = self.teller.clause(self.sentence, first);
        let near = first.saturating_sub(NEAR).max(clause.start)..(mention.words.end + NEAR).min(clause.end);
        let begins = |at: usize| self.is_verb(at) || self.ways(at).is_some();
        let verbs = near.filter(|at| !mention.words.contains(at) && begins(*at));
        // A verb behind the year tells mostly what came of it.
        let comma = self.teller.reading.words.get(mention.words.end).is_some_and(|word| word.is_sign(","));
        let behind = if comma { NEAR } else { BEHIND };
        let verb = verbs.min_by_key(|at| at.abs_diff(first) + if *at > first { behind } else { 0 })?;
        // "Built since 1974" are several; "*in service* since 1974" is one.
        let is_state =
            self.teller.reading.words.get(verb).is_some_and(|word| !is_verb(word) && !word.is_noun());
        if goes_on && !is_state {
            return None;
        }
        // What stands before "that" is what began.
        if self.antecedent(&clause).is_some_and(|at| self.dated(at).is_some() && self.thing(at).is_none()) {
            return None;
        }
        let value = if mention.relative.is_some() { since::counted_back(time) } else { *time };
        let thing = self.thing_of(verb, &clause);
        if self.is_again(verb) {
            return None;
        }
        // "The firm opened a factory": it is the factory that began.
        let thing = if self.is_of_own_part(verb, thing) { Some(self.object(verb)?) } else { thing };
        let is_of_lead = thing.is_none() && !self.names_subject(verb, &clause);
        Some(Origin { ways: self.ways_of(verb, thing)?, thing, value: Value::Time(value), is_of_lead })
    }

    /// What a verb dates that leads back to a year: the mosque *dates back to* 1834, تعود الوقائع إلى عام 2014.
    fn dated_back(&self, mention: &Mention, time: &Time) -> Option<Origin> {
        let first = mention.words.start;
        let leads = [Function::To, Function::From];
        let is_led = |at: usize| leads.into_iter().any(|function| self.teller.is_function(at, function));
        let is_led = is_led(first) || first.checked_sub(1).is_some_and(is_led);
        let clause = self.teller.clause(self.sentence, first);
        let near = first.saturating_sub(NEAR).max(clause.start)..first;
        let dates = |at: &usize| self.teller.concept_of(*at, &self.kind.triggers).is_some();
        let verb = near.clone().rev().find(dates)?;
        // "Dates *from*" is a phrase of its own.
        let is_tied = verb + 1 == first;
        if !(is_led || is_tied) || time.days()?.0 > self.teller.published?.days()?.0 {
            return None;
        }
        let is_named = |at: &usize| self.dated(*at).is_some();
        let behind = || (verb + 1..first).find(is_named);
        let start = verb.saturating_sub(REACH).max(self.sentence.words.start);
        let before = || (start..verb).rev().find(is_named);
        let own = behind();
        // "Its *building* goes back to 1982": what was built stands behind that, or else before.
        let deed = own.and_then(|at| self.ways(at).map(|ways| (at, ways)));
        let thing = match &deed {
            Some((at, _)) => {
                let is_thing = |at: &usize| self.thing(*at).is_some();
                let around = (at + 1..first).find(is_thing);
                around.or_else(|| (start..verb).rev().find(is_thing))
            }
            None => Some(own.or_else(before)?),
        };
        let ways = match deed {
            Some((at, _)) => self.ways_of(at, thing)?,
            None => self.all_ways(),
        };
        Some(Origin { ways, thing, value: Value::Time(*time), is_of_lead: thing.is_none() })
    }

    /// The thing that a noun names of which a year may be told: any one, and one of the kind's own as it calls it. All
    /// words for the matter that is told are one.
    fn dated(&self, at: usize) -> Option<&str> {
        if let Some(thing) = self.thing(at) {
            return Some(thing);
        }
        if self.teller.concept_of(at, &self.kind.unless).is_some() {
            return self.kind.unless.first().map(String::as_str);
        }
        let word = self.teller.reading.words.get(at)?;
        let (concept, form) = word.concept()?;
        let is_thing = matches!(form, Form::One | Form::Many)
            && self.teller.concept_of(at, &self.kind.context).is_none();
        is_thing.then_some(concept)
    }

    /// Whether a noun stands where the subject of a verb does, so that it is no pronoun or name.
    fn names_subject(&self, verb: usize, clause: &Range<usize>) -> bool {
        let before = clause.start.max(verb.saturating_sub(REACH))..verb;
        let behind = verb + 1..(verb + 3).min(clause.end);
        let near = if self.teller.reading.language.grammar.verb_first { behind } else { before };
        near.into_iter().any(|at| {
            let word = self.teller.reading.words.get(at);
            word.is_some_and(|word| word.is_noun() && word.concept().is_some())
        })
    }

    /// The word of which a clause is told that opens with "that": the *war* that began in 2023.
    fn antecedent(&self, clause: &Range<usize>) -> Option<usize> {
        let is = |function: Function| self.teller.is_function(clause.start, function);
        // Where the verb comes first another word says "that he said".
        let opens =
            is(Function::Which) || (is(Function::That) && !self.teller.reading.language.grammar.verb_first);
        clause.start.checked_sub(1).filter(|_| opens)
    }

    /// The first thing of the lead, where a clause names none: *it* was founded in 1978.
    fn of_lead(&self) -> Option<&str> {
        let sentences = self.teller.reading.sentences.iter().take(LEAD);
        sentences.flat_map(|sentence| sentence.words.clone()).find_map(|at| self.thing(at))
    }

    fn is_verb(&self, at: usize) -> bool {
        self.teller.reading.words.get(at).is_some_and(is_verb)
    }

    /// The states that a verb begins.
    fn ways(&self, verb: usize) -> Option<NameKeys> {
        let tells = |concepts: &Concepts| self.teller.concept_of(verb, concepts).is_some();
        let stands = |with: &Concepts| {
            let mut clause = self.teller.clause(self.sentence, verb);
            with.is_empty() || clause.any(|at| self.teller.concept_of(at, with).is_some())
        };
        let states = self.teller.states(verb, self.kind);
        let states = states.filter(|state| tells(&state.concepts) && stands(&state.with));
        let ways: NameKeys = states.map(|state| state.state.clone()).collect();
        (!ways.is_empty()).then_some(ways)
    }

    /// The states that a verb begins of which a thing is capable.
    fn ways_of(&self, verb: usize, thing: Option<usize>) -> Option<NameKeys> {
        let thing = thing.and_then(|at| self.thing(at));
        let can = |things: &Concepts| {
            things.is_empty() || thing.is_some_and(|thing| things.iter().any(|id| id == thing))
        };
        let tells = |concepts: &Concepts| self.teller.concept_of(verb, concepts).is_some();
        let states = self.teller.states(verb, self.kind);
        let states = states.filter(|state| tells(&state.concepts) && can(&state.of));
        let ways: NameKeys = states.map(|state| state.state.clone()).collect();
        let told = self.ways(verb)?;
        let ways: NameKeys = ways.iter().filter(|way| told.contains(way)).cloned().collect();
        (!ways.is_empty()).then_some(ways)
    }

    /// Whether a thing can begin in a way that only some things do: a bridge is *found* by nobody.
    fn is_way_of(&self, way: &str, thing: Option<&str>) -> bool {
        let mut states = self.kind.states.iter().filter(|state| state.state == way);
        let can = |things: &Concepts| {
            things.is_empty() || thing.is_some_and(|thing| things.iter().any(|id| id == thing))
        };
        states.any(|state| can(&state.of))
    }

    /// All of the states, where only the age of a thing is told.
    fn all_ways(&self) -> NameKeys {
        self.kind.states.iter().map(|state| state.state.clone()).collect()
    }

    /// A thing of the kind that a word names.
    fn thing(&self, at: usize) -> Option<&str> {
        let word = self.teller.reading.words.get(at)?;
        self.kind.heads.iter().find(|head| names(word, head)).map(String::as_str)
    }

    /// What a verb begins: the thing next to it, before it first where the language puts its subject there.
    fn thing_of(&self, verb: usize, clause: &Range<usize>) -> Option<usize> {
        let start = clause.start.min(verb.saturating_sub(REACH)).max(self.sentence.words.start);
        let is_thing = |at: &usize| {
            self.thing(*at).is_some() || self.teller.concept_of(*at, &self.kind.unless).is_some()
        };
        let from = start.max(verb.saturating_sub(REACH));
        let before = || (from..verb).rev().find(is_thing).map(|at| self.governor(at, from));
        let behind = || (verb + 1..clause.end.min(verb + NEAR)).find(is_thing);
        if self.teller.reading.language.grammar.verb_first {
            behind().filter(|at| *at <= verb + 2).or_else(before).or_else(behind)
        } else {
            before().or_else(behind)
        }
    }

    /// The thing of which another one is told that a preposition leads to: the *row* between the firms.
    fn governor(&self, thing: usize, start: usize) -> usize {
        let leads = [Function::Between, Function::Of, Function::With, Function::In];
        let is_led = |at: &usize| leads.into_iter().any(|function| self.teller.is_function(*at, function));
        let before = (thing.saturating_sub(LED).max(start)..thing).rev().find(is_led);
        let whole = before.and_then(|at| {
            let matter = |at: &usize| self.teller.concept_of(*at, &self.kind.unless).is_some();
            (at.saturating_sub(LED).max(start)..at).rev().find(matter)
        });
        whole.unwrap_or(thing)
    }

    /// The year in which something began that is so many years old: a 27-year-old ship, its 88-year history.
    fn so_old(&self, mention: &Mention) -> Option<Origin> {
        let value = since::ago(self.teller, mention)?;
        let end = mention.words.end;
        let is_aged = age::is_age(mention) || self.is_aged(mention);
        let history = (end..end + 2).any(|at| self.teller.concept_of(at, &self.kind.context).is_some());
        if !is_aged && !history {
            return None;
        }
        let leads = !self.teller.reading.language.grammar.adjective_after_noun;
        // "The 26-year-old, signed from Club Bizertin": what stands behind a sign is not so old.
        let is_word = |at: &usize| {
            let word = self.teller.reading.words.get(*at);
            word.is_some_and(|word| word.kind == TokenKind::Word)
        };
        let mut near = (end..(end + 3).min(self.sentence.words.end)).take_while(is_word).filter(|_| leads);
        let behind = near.find(|at| self.thing(*at).is_some());
        let of = || (end..(end + NEAR).min(self.sentence.words.end)).find(|at| self.thing(*at).is_some());
        let before = || {
            let start = mention.words.start.saturating_sub(NEAR).max(self.sentence.words.start);
            (start..mention.words.start).rev().find(|at| self.thing(*at).is_some())
        };
        let own = || {
            let is_subject = |at: &usize| age::is_age(mention) && self.begins(*at, mention);
            before().filter(|at| (self.is_aged(mention) && !self.belongs(*at)) || is_subject(at))
        };
        let thing = behind.or_else(|| if history { of() } else { own() });
        let is_thing = thing.is_some()
            || since::years_of(mention).is_some_and(|years| years > OLDEST)
            || self.is_model(end);
        is_thing.then(|| Origin { ways: self.all_ways(), thing, value, is_of_lead: false })
    }

    /// Whether a clause begins with a thing, so that its age is told behind: *the bridge* was 46 years old.
    fn begins(&self, thing: usize, mention: &Mention) -> bool {
        let start = self.teller.clause(self.sentence, mention.words.start).start;
        let is_article = |at: usize| self.teller.reading.words.get(at).is_some_and(Word::is_article);
        let first = if is_article(start) { start + 1 } else { start };
        thing == first && !self.teller.reading.language.grammar.adjective_after_noun
    }

    /// Whether a thing tells no more than whose captain or owner is spoken of.
    fn belongs(&self, thing: usize) -> bool {
        let follows = self.teller.reading.language.grammar.adjective_after_noun;
        let before = thing.checked_sub(1).and_then(|at| self.teller.reading.words.get(at));
        let owned = |word: &Word| {
            let plain = word.kind == TokenKind::Word && !word.clitics.article && !is_verb(word);
            let is_age = word.is_function(Function::Aged);
            plain && !is_age && (word.is_noun() || word.senses.is_empty())
        };
        follows && before.is_some_and(owned)
    }

    /// Whether a name with the number of a model stands at `at`: the 19-year-old Boeing 737.
    fn is_model(&self, at: usize) -> bool {
        let word = |at: usize| self.teller.reading.words.get(at).filter(|word| word.breaks == 0);
        word(at).is_some_and(|word| word.capital && word.kind == TokenKind::Word)
            && word(at + 1).is_some_and(|word| word.kind == TokenKind::Digits)
    }

    /// Whether a word of age stands right before the years.
    fn is_aged(&self, mention: &Mention) -> bool {
        let before = mention.words.start.saturating_sub(2)..mention.words.start;
        before.into_iter().any(|at| self.teller.is_function(at, Function::Aged))
    }

    /// The year in which something began that is in its so-manieth year.
    fn in_its_year(&self, mention: &Mention) -> Option<Origin> {
        let is_year = |word: &Word| {
            word.senses.iter().any(|sense| {
                matches!(&sense.meaning, Meaning::Unit(code) if **code == *YEAR) && sense.form == Form::One
            })
        };
        let at = |at: Option<usize>| at.and_then(|at| self.teller.reading.words.get(at));
        let own = at(mention.words.start.checked_sub(1)).is_some_and(|word| word.is_function(Function::Own));
        let follows = at(Some(mention.words.end)).is_some_and(is_year) && own;
        let before = at(mention.words.start.checked_sub(1));
        let leads = before.is_some_and(|word| is_year(word) && word.clitics.pronoun);
        let Value::Amount(amount) = &mention.value else { return None };
        let Amounts::Exactly(number) = amount.form else { return None };
        let years = i16::try_from(number.floor()?).ok().filter(|years| *years > 1 && (follows || leads))?;
        let today = self.teller.published?.days()?.0.year();
        let start = mention.words.start.saturating_sub(NEAR).max(self.sentence.words.start);
        let thing = (start..mention.words.start).rev().find(|at| self.thing(*at).is_some())?;
        let value = Value::Time(since::years(today.checked_sub(years - 1)?));
        Some(Origin { ways: self.all_ways(), thing: Some(thing), value, is_of_lead: false })
    }
}

/// Whether a word names a thing by this concept, as a body or as a sort of place.
fn names(word: &Word, head: &str) -> bool {
    word.senses.iter().any(|sense| {
        let meaning = &sense.meaning;
        let id = meaning.concept().or_else(|| meaning.body()).or_else(|| meaning.place_type());
        id.is_some_and(|id| **id == *head) && matches!(sense.form, Form::One | Form::Many | Form::Fixed)
    })
}
