//! When something happened: a time that the verb or noun of an event binds.
//!
//! The event is the moment that its concept tells, whatever the words: it sank, it capsized. A verb that says no
//! more than that something took place or began hands on to its noun: *the blasts began*; a noun that stands for
//! any event hands on to the one that the lead tells. What was long ago is no news and tells another event.

mod close;
mod labour;
mod noun;
mod verb;

use crate::extract::attribution::{is_verb, speech};
use crate::extract::event::is_of_body;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::said;
use crate::extract::sentence::Sentence;
use crate::extract::told::{Teller, bound};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality};
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::{Kind, State};
use crate::lexicon::schema::speech::Speech;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::compare::days_apart;
use crate::value::keys::NameKeys;
use crate::value::time::{Part, Point, Time};
use crate::value::words::Name;

/// Furthest that a noun stands before the time for which it is planned, in words.
const PLANNED: usize = 8;

/// How much further off a verb behind a time counts than one before it, in words.
const BEHIND: usize = 3;

/// Days before the article for which something is news, and days behind it for which it is planned.
const NEWS: (i64, i64) = (60, 400);

/// The same days for an event that is known by its sort.
const KNOWN: (i64, i64) = (400, 4000);

/// Most days of a month.
const MONTH: i32 = 31;

/// Most days of a year, by which what is known by its sort may be planned.
const YEAR: i32 = 366;

/// The concept of putting something off.
const PUT_OFF: &str = "postpone";

/// What a moment is called at which something begins that has no moment of its own.
const BEGIN: &str = "begin";

/// What it is called when that goes on again.
const RESUME: &str = "resume";

/// The moments that a sentence dates.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    let dated = mentions.filter_map(|mention| Some((mention, within(teller, mention, KNOWN, YEAR)?)));
    let teller = Moments { teller, sentence, kind };
    let mut facts: Vec<Fact> = Vec::new();
    for (mention, time) in dated {
        let told = |fact: &Fact| facts.iter().any(|first| first.slots == fact.slots);
        // What was done the following day is another thing.
        let fact = teller.fact(mention, time).filter(|fact| !(teller.follows(mention) && told(fact)));
        facts.extend(fact);
    }
    facts
}

/// The time of a mention that is a day or less, near to the article's own.
pub(super) fn dated(teller: &Teller<'_, '_>, mention: &Mention) -> Option<Time> {
    within(teller, mention, NEWS, MONTH)
}

/// The time of a mention that may be that of an end: a day or a stretch of days.
pub(super) fn until(teller: &Teller<'_, '_>, mention: &Mention) -> Option<Time> {
    let Value::Time(time) = &mention.value else { return None };
    let is_day = |point: Option<Point>| point.is_some_and(|point| matches!(point.part, Part::Day(_)));
    let is_dated = matches!(mention.dimension, Dimension::Date | Dimension::Datetime);
    let is_near = days_apart(time, teller.published?)? <= KNOWN.0;
    (is_dated && is_near && is_day(time.first) && is_day(time.last)).then_some(*time)
}

/// The time of a mention that is a day or less, and no more than so many days before or behind the article; what lies
/// ahead may be told by a stretch of so many days.
fn within(teller: &Teller<'_, '_>, mention: &Mention, most: (i64, i64), stretch: i32) -> Option<Time> {
    let Value::Time(time) = &mention.value else { return None };
    let Some(published) = teller.published else { return yearless(time) };
    let (first, last) = time.days()?;
    let day = published.days()?.0;
    // What is to be is often told by its month.
    let is_short =
        first == last || (first > day && first.until(last).is_ok_and(|span| span.get_days() < stretch));
    let is_day = matches!(mention.dimension, Dimension::Date | Dimension::Datetime) && is_short;
    let limit = if first <= day { most.0 } else { most.1 };
    (is_day && days_apart(time, published)? <= limit).then_some(*time)
}

/// A day whose year an article without a date does not tell.
fn yearless(time: &Time) -> Option<Time> {
    let (first, last) = (time.first?.part, time.last?.part);
    (first == last && matches!(first, Part::DayOfYear(..))).then_some(*time)
}

/// A sentence as a kind of moments sees it.
pub(super) struct Moments<'t, 'r, 'a> {
    pub(super) teller: &'t Teller<'r, 'a>,
    pub(super) sentence: &'t Sentence,
    pub(super) kind: &'t Kind,
}

impl Moments<'_, '_, '_> {
    fn fact(&self, mention: &Mention, time: Time) -> Option<Fact> {
        if self.is_elsewhere(mention) {
            return None;
        }
        self.told(mention, time, self.event(mention)?)
    }

    /// Whether a time only bounds what is told, or is that of writing.
    pub(super) fn is_elsewhere(&self, mention: &Mention) -> bool {
        let first = mention.words.start;
        let elsewhere = [Function::Since, Function::Until, Function::AsOf, Function::After, Function::Before];
        let leads = |at: usize| elsewhere.into_iter().any(|function| self.teller.is_function(at, function));
        let is_led = leads(first) || first.checked_sub(1).is_some_and(leads);
        // What is so now began at some other time.
        let is_now = mention.words.clone().any(|at| self.teller.is_function(at, Function::Now));
        is_now
            || (is_led && !self.is_close(mention) && !self.has_lasted(mention) && !self.is_put_off(mention))
            || self.teller.reading.is_dateline(mention)
            || said::dates(self.teller.reading, mention)
    }

    /// Whether a verb of putting something off leads to a time, so that it is to be then.
    fn is_put_off(&self, mention: &Mention) -> bool {
        let start = self.teller.clause(self.sentence, mention.words.start).start;
        let near = start.max(mention.words.start.saturating_sub(PLANNED))..mention.words.start;
        near.into_iter().any(|at| self.word(at).is_some_and(|word| word.has_concept(PUT_OFF)))
    }

    /// Whether something has gone on since a time, so that it began then: on *strike* since Monday.
    fn has_lasted(&self, mention: &Mention) -> bool {
        let first = mention.words.start;
        let since = |at: usize| self.teller.is_function(at, Function::Since);
        let clause = self.teller.clause(self.sentence, first);
        (since(first) || first.checked_sub(1).is_some_and(since))
            && (clause.start.max(first.saturating_sub(PLANNED))..first).any(|at| self.lasts(at))
    }

    /// Whether a word tells something that goes on once it began.
    fn lasts(&self, at: usize) -> bool {
        let mut states = self.teller.states(at, self.kind).filter(|state| state.lasting);
        states.any(|state| {
            self.teller.concept_of(at, &state.concepts).is_some() && self.stands_with(at, &state.with)
        })
    }

    /// Whether a time is counted from one that was told before: *the following day*.
    fn follows(&self, mention: &Mention) -> bool {
        let counts = [Function::Following, Function::Next, Function::Later];
        let mut words = mention.words.start.saturating_sub(1)..=mention.words.end;
        let counted =
            words.any(|at| counts.into_iter().any(|function| self.teller.is_function(at, function)));
        counted && mention.relative.is_none()
    }

    /// The time of what is known by some keys.
    pub(super) fn told(&self, mention: &Mention, time: Time, keys: NameKeys) -> Option<Fact> {
        let name = keys.first()?.clone();
        let slots = [(Slot::What, bound(vec![Value::Name(Name { name, keys })]))];
        let mut fact = self.teller.fact(self.kind, &mention.words, Value::Time(time), slots);
        let published = self.teller.published.and_then(Time::days);
        if time.days().zip(published).is_some_and(|(days, published)| days.0 > published.1) {
            fact.modality = Modality::Planned;
        }
        fact.derivation = self.teller.resolved(mention);
        Some(fact)
    }

    /// The verb next to a time in its clause.
    pub(super) fn deed(&self, mention: &Mention) -> Option<usize> {
        let verb_first = self.teller.reading.language.grammar.verb_first;
        // Behind a subject a time follows its verb: the strike that *began* on Sunday spread.
        let behind = if verb_first { 0 } else { BEHIND };
        let distance = |at: usize| match mention.words.start.checked_sub(at) {
            Some(before) if before > 0 => before,
            _ => (at + 1).saturating_sub(mention.words.end) + behind,
        };
        // What commas part from both sides goes with what stands before it, where verbs come first.
        let comma = |at: usize| self.word(at).is_some_and(|word| word.is_sign(","));
        let is_parted = comma(mention.words.end) && mention.words.start.checked_sub(1).is_some_and(comma);
        let is_behind = |at: usize| verb_first && is_parted && at > mention.words.start;
        let verbs = self.outside(mention).filter(|at| self.is_deed(*at) && !is_behind(*at));
        verbs.min_by_key(|at| (distance(*at), !self.is_speech(*at)))
    }

    /// The words around a time in its clause.
    fn outside<'m>(&self, mention: &'m Mention) -> impl DoubleEndedIterator<Item = usize> + use<'m> {
        let clause = self.teller.clause(self.sentence, mention.words.start);
        // What a sign parts from a time behind it is another's words or another sentence.
        // What was done after it was done at another time.
        let orders = |at: usize| {
            [Function::After, Function::Before].into_iter().any(|order| self.teller.is_function(at, order))
        };
        let ends = |at: &usize| {
            self.word(*at).is_some_and(|word| word.kind == TokenKind::Sign && !word.is_sign(","))
                || orders(*at)
        };
        let end = (mention.words.end..clause.end).find(ends).unwrap_or(clause.end);
        (clause.start..end).filter(|at| !mention.words.contains(at))
    }

    /// The event whose time a mention is.
    fn event(&self, mention: &Mention) -> Option<NameKeys> {
        let clause = self.teller.clause(self.sentence, mention.words.start);
        let near = self.deed(mention);
        let outside = || self.outside(mention);
        // A time between commas is that of the verb before.
        let verb =
            near.or_else(|| (self.sentence.words.start..mention.words.start).rfind(|at| self.is_deed(*at)));
        if self.has_lasted(mention) {
            let lasting = (clause.start..mention.words.start).rev().find(|at| self.lasts(*at));
            return lasting.and_then(|noun| self.of_noun(noun));
        }
        let owner = outside()
            .find(|at| self.owns(*at, mention))
            .or_else(|| self.subject(clause.start, near, mention))
            .or_else(|| self.led(mention));
        let owner = owner.and_then(|noun| self.of_noun(noun));
        let said = || self.of_said(near.filter(|verb| self.is_speech(*verb))?, clause.end);
        let verb = verb.filter(|verb| !self.is_speech(*verb) && !self.is_of_several(mention));
        owner
            .or_else(said)
            .or_else(|| self.of_verb(verb?, mention))
            .or_else(|| self.of_next_verb(verb?, mention, outside()))
            .or_else(|| self.beside(mention, near, outside()))
            .or_else(|| self.planned(mention, outside()))
    }

    /// Whether the words before tell of one of several that followed the event.
    fn is_of_several(&self, mention: &Mention) -> bool {
        let mut before = self.sentence.words.start..mention.words.start;
        before.any(|at| self.teller.concept_of(at, &self.kind.unless).is_some())
    }

    pub(super) fn word(&self, at: usize) -> Option<&Word> {
        self.teller.reading.words.get(at)
    }

    /// Whether a word tells what somebody does or what happens, and is no noun but that of a beginning.
    fn is_deed(&self, at: usize) -> bool {
        let helps = [Function::To, Function::Will, Function::Expected];
        let is_helped = at.checked_sub(1).is_some_and(|before| {
            helps.into_iter().any(|function| self.teller.is_function(before, function))
        });
        let is_free = || is_helped || self.is_first(at);
        let acts = |word: &Word| (is_verb(word) && (!word.is_noun() || is_free())) || word.has_concept(BEGIN);
        // "To buy" is what it was done for.
        let is = |back: usize, function| {
            at.checked_sub(back).is_some_and(|before| self.teller.is_function(before, function))
        };
        let is_aim = is(1, Function::To) && !is(2, Function::Expected);
        (self.word(at).is_some_and(acts) && !is_aim) || self.is_speech(at)
    }

    /// Whether a word begins a sentence of a language that puts its verbs first, and a noun follows: انهار جسر.
    fn is_first(&self, at: usize) -> bool {
        let is_bare =
            self.word(at).is_some_and(|word| !word.clitics.article && word.clitics.preposition.is_none());
        let begins = at == self.sentence.words.start
            || at.checked_sub(1).and_then(|before| self.word(before)).is_some_and(|sign| sign.is_sign("-"));
        // The noun that is spelt like it tells something else: rivers.
        let concepts = |is_noun: bool| {
            let senses = self.word(at).map(|word| word.senses.iter()).into_iter().flatten();
            let is_of = move |form: Form| matches!(form, Form::One | Form::Two | Form::Many) == is_noun;
            let told = senses.filter(move |sense| is_of(sense.form) && sense.form != Form::Fixed);
            told.filter_map(|sense| sense.meaning.concept().cloned()).collect::<Vec<_>>()
        };
        let is_other = || concepts(true).iter().all(|concept| !concepts(false).contains(concept));
        let follows = self.word(at + 1).is_some_and(|next| {
            next.kind == TokenKind::Word && next.breaks == 0 && !next.summary.is(Class::Function)
        });
        self.teller.reading.language.grammar.verb_first && is_bare && begins && follows && is_other()
    }

    pub(super) fn is_speech(&self, at: usize) -> bool {
        let speaks = self.word(at).and_then(speech).is_some_and(|speech| speech != Speech::AccordingTo);
        speaks && !self.decides(at)
    }

    /// Whether a word that may say something tells what was decided instead: البرلمان *أقر* الموازنة.
    fn decides(&self, at: usize) -> bool {
        let is_of = |state: &State| !state.of.is_empty() && self.tells(at, state);
        let mut states = self.teller.states(at, self.kind);
        states.any(is_of)
    }

    /// Whether a word tells whose words follow: *according to* the police.
    fn is_according(&self, at: usize) -> bool {
        self.word(at).and_then(speech) == Some(Speech::AccordingTo)
    }

    /// The first moment that a word of the kind tells.
    fn moment(&self, at: usize) -> Option<&str> {
        self.moments(at).next()
    }

    /// The moments that a word of the kind tells: a missile that is launched strikes as well.
    fn moments(&self, at: usize) -> impl Iterator<Item = &str> {
        let saying = self.is_saying(at);
        let declared = saying.then(|| self.declared_behind(at)).flatten();
        let states = self.teller.states(at, self.kind).filter(move |state| !saying && !state.said);
        let told = states.filter(move |state| self.tells(at, state) && !is_of_body(self.teller.reading, at));
        let told = told.filter(move |state| self.labour(at).is_none_or(|labour| labour == state.state));
        declared.into_iter().chain(told.map(|state| state.state.as_str()))
    }

    /// Whether a word tells a state, with what that asks for.
    fn tells(&self, at: usize, state: &State) -> bool {
        self.teller.concept_of(at, &state.concepts).is_some()
            && self.stands_with(at, &state.with)
            && self.is_done_by(at, &state.of)
    }

    /// Whether a word of some concepts stands in the sentence of another, where it is asked for.
    pub(super) fn stands_with(&self, at: usize, concepts: &Concepts) -> bool {
        let reading = self.teller.reading;
        let sentence = || reading.sentences.get(reading.sentence_of(at));
        let words = || sentence().into_iter().flat_map(|sentence| sentence.words.clone());
        concepts.is_empty() || words().any(|word| self.teller.concept_of(word, concepts).is_some())
    }

    /// Whether a noun tells of one event and not of many; the first of many is one.
    fn is_one(&self, at: usize) -> bool {
        let is_many = self.word(at).is_some_and(|word| {
            !word.senses.is_empty() && word.senses.iter().all(|sense| matches!(sense.form, Form::Many))
        });
        let first = |word: &Word| word.senses.iter().any(|sense| sense.meaning == Meaning::Ordinal(1));
        !is_many || (1..=2).any(|back| at.checked_sub(back).and_then(|at| self.word(at)).is_some_and(first))
    }
}
