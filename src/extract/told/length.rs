//! How long something lasted: a length of time that its words give to an event or a state.
//!
//! Five ways are read, in both orders of words: a length tied before its noun (*a two-day visit*), one that a verb
//! of lasting gives to what stands beside it (*the strike lasted*, *it took nine hours to put out*), one that a noun of
//! length measures (*a period of closure of*), one through which a state goes on (*closed for*), and one within which a
//! deed was done (*crossed the island in*). How far off something is, since when it has been so, by when it is to be
//! done and how old it is are other questions.

mod beside;
mod subject;

use crate::extract::attribution::{is_verb, speech};
use crate::extract::bind::scope;
use crate::extract::entity::Entity;
use crate::extract::mention::{Dimension, Mention};
use crate::extract::part;
use crate::extract::sentence::Sentence;
use crate::extract::told::length::subject::GROUP;
use crate::extract::told::{Teller, bound};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality};
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::keys::NameKeys;
use crate::value::place::Place;
use crate::value::words::Name;

/// Furthest that a verb of lasting, or a noun of length, stands before the length, in words.
const LASTING: usize = 8;

/// Furthest that what goes on or was done stands before the length, in words.
const NEAR: usize = 8;

/// Most words between a verb of lasting and what it is said of: a walkout *that has* lasted.
const LINK: usize = 3;

/// Furthest that a rank stands before the length within which it counts, in words.
const RANK: usize = 3;

/// Furthest that "after" stands before a length that is over, in words.
const AFTER: usize = 4;

/// Furthest that the verb stands before a length that it was later, with times between, in words.
const LATER: usize = 12;

/// Furthest that the place of what lasted stands from the length, in words.
const PLACE: usize = 16;

/// What a contract and a journey are called.
const CONTRACT: &str = "contract";
const JOURNEY: &str = "journey";

/// Marks the key of what was done within or after a time.
const DONE: &str = "done ";

/// The lengths of time that a sentence gives to what it tells.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let lengths = Lengths { teller, sentence, kind };
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    mentions.filter_map(|mention| lengths.fact(mention)).collect()
}

struct Lengths<'t, 'r, 'a> {
    teller: &'t Teller<'r, 'a>,
    sentence: &'t Sentence,
    kind: &'t Kind,
}

impl Lengths<'_, '_, '_> {
    fn fact(&self, mention: &Mention) -> Option<Fact> {
        let is_length =
            mention.dimension == Dimension::Duration && matches!(mention.value, Value::Duration(_));
        if !is_length || scope::is_per(self.teller.reading, mention) {
            return None;
        }
        let ways = [
            Self::tied,
            Self::lasting,
            Self::measured,
            Self::of_length,
            Self::late,
            Self::spent,
            Self::through,
            Self::within,
            Self::filled,
            Self::after,
        ];
        let keys = ways.into_iter().map(|way| way(self, mention)).find(|keys| !keys.is_empty())?;
        let name = keys.first()?.clone();
        let is_standing = [CONTRACT, JOURNEY].into_iter().any(|key| keys.iter().any(|own| own == key));
        let what = (Slot::What, bound(vec![Value::Name(Name { name, keys })]));
        let place = self.place(mention).map(|place| (Slot::Where, bound(vec![Value::Place(place)])));
        let previous = part::of_previous(self.teller.reading, mention).map(|part| (Slot::Part, part));
        let slots = std::iter::once(what).chain(place).chain(previous);
        let mut fact = self.teller.fact(self.kind, &mention.words, mention.value.clone(), slots);
        // What is told "after" it is over, whatever is to come.
        if self.before(mention, AFTER, |at| self.is_function(at, &[Function::After])).is_some() {
            fact.modality = Modality::Actual;
        }
        // A contract and a way are so long whatever will be done, and what may be behind is told of something else.
        if fact.modality != Modality::Actual && (is_standing || !self.may_be(mention)) {
            fact.modality = Modality::Actual;
        }
        Some(fact)
    }

    /// The known place that stands nearest to a length in its sentence.
    fn place(&self, mention: &Mention) -> Option<Place> {
        let first = mention.words.start.saturating_sub(PLACE).max(self.sentence.words.start);
        let last = (mention.words.end + PLACE).min(self.sentence.words.end);
        let distance = |entity: &&Entity| entity.words.start.abs_diff(mention.words.start);
        let entities = self.teller.reading.entities_in(first..last);
        let known =
            entities.filter(|entity| entity.place.as_ref().is_some_and(|place| !place.within.is_empty()));
        let is_led = |entity: &&Entity| match self.teller.reading.preposition(entity) {
            Some(Function::In | Function::On) => true,
            Some(Function::Of) => entity.words.start < mention.words.start,
            // "*The port of Aqaba* was closed."
            _ => entity.words.len() > 1 && entity.words.start < mention.words.start,
        };
        known.filter(is_led).min_by_key(distance).and_then(|entity| entity.place.clone())
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.teller.reading.words.get(at).filter(|_| self.sentence.words.contains(&at))
    }

    fn is_function(&self, at: usize, functions: &[Function]) -> bool {
        functions.iter().any(|function| self.teller.is_function(at, *function))
    }

    /// Whether a word says no more than that something lasted.
    fn lasts(&self, at: usize) -> bool {
        self.teller.concept_of(at, &self.kind.triggers).is_some()
            && self.word(at).is_some_and(|word| !word.is_noun())
    }

    /// Whether a noun says no more than that it is a length.
    fn measures(&self, at: usize) -> bool {
        self.teller.concept_of(at, &self.kind.context).is_some() && self.word(at).is_some_and(Word::is_noun)
    }

    /// What a word tells that can last, as a key: its moment, else its concept.
    fn key(&self, at: usize) -> Option<String> {
        let word = self.word(at)?;
        let (concept, _) = word.concept()?;
        let of = |concepts: &Concepts| word.has_any(concepts);
        if self.lasts(at) || self.measures(at) || of(&self.kind.unless) {
            return None;
        }
        Some(self.state(at).unwrap_or(concept).to_owned())
    }

    /// The name by which what a word tells is called, where several tell it.
    fn state(&self, at: usize) -> Option<&str> {
        self.teller.state(at, self.kind).map(|state| state.state.as_str())
    }

    /// Whether a word tells something that can go on or be done: a verb, or a noun that a verb stands beside.
    fn is_event(&self, at: usize) -> bool {
        let is_deed = |word: &Word| {
            let of_verb =
                word.concept().is_some_and(|(concept, _)| self.teller.reading.language.tells_deed(concept));
            speech(word).is_none() && (is_verb(word) || (word.is_noun() && of_verb))
        };
        self.word(at).is_some_and(is_deed) || self.teller.concept_of(at, &self.kind.heads).is_some()
    }

    /// Whether a word is a verb of something done or that happens, or stands for one.
    fn is_deed(&self, at: usize) -> bool {
        let acts = |word: &Word| (is_verb(word) || self.state(at).is_some()) && !word.is_noun();
        self.word(at).is_some_and(|word| acts(word) && speech(word).is_none())
    }

    /// What a verb tells that was done within or after a time: it is another question how long it was so.
    fn done(&self, verb: usize) -> Option<String> {
        let key = self.key(verb)?;
        Some(if self.state(verb).is_some() { key } else { format!("{DONE}{key}") })
    }

    /// What a verb before a time tells, and the nouns of deeds behind it: they *managed to put out* the fire.
    fn all_done(&self, verb: usize, mention: &Mention) -> NameKeys {
        let is_told = |at: &usize| self.is_event(*at) || self.state(*at).is_some();
        let nouns = (verb + 1..mention.words.start).filter(is_told);
        std::iter::once(verb).chain(nouns).filter_map(|at| self.done(at)).collect()
    }

    fn keys_of(&self, words: impl IntoIterator<Item = usize>) -> NameKeys {
        words.into_iter().filter_map(|at| self.key(at)).collect()
    }

    /// What a length is tied to: a two-day *visit*.
    fn tied(&self, mention: &Mention) -> NameKeys {
        let words = self.teller.reading.words.get(mention.words.clone()).unwrap_or_default();
        let is_tied = words.last().is_some_and(Word::touches) && words.iter().any(|word| word.is_sign("-"));
        let group = self.group_from(mention.words.end);
        // "A seven-minute *standing* ovation".
        let is_led = group.is_empty() && self.word(mention.words.end).is_some_and(is_verb);
        let group = if is_led { self.group_from(mention.words.end + 1) } else { group };
        let is_noun = |at: &usize| self.word(*at).is_some_and(Word::is_noun);
        let named = group.clone().rev().find(|at| is_noun(at) && self.state(*at).is_some());
        let head = named.or_else(|| group.rev().find(is_noun));
        self.keys_of(head.filter(|_| is_tied))
    }

    /// The nearest of some words before a length, with no other number between.
    fn before(&self, mention: &Mention, most: usize, is_it: impl Fn(usize) -> bool) -> Option<usize> {
        let first = mention.words.start.saturating_sub(most).max(self.sentence.words.start);
        let found = (first..mention.words.start).rev().find(|at| is_it(*at))?;
        let between = self.teller.reading.mentions_in(found + 1..mention.words.start);
        let parts =
            |other: &Mention| other.words.end <= mention.words.start && other.dimension != Dimension::Ordinal;
        (!between.iter().any(parts)).then_some(found)
    }

    /// What a verb of lasting is said of: the nouns next to it, and what it took so long to do.
    fn lasting(&self, mention: &Mention) -> NameKeys {
        let Some(verb) = self.before(mention, LASTING, |at| self.lasts(at)) else {
            return NameKeys::default();
        };
        let passes = |at: &usize| {
            let joins = self.is_function(*at, &[Function::And]);
            !joins
                && !self.is_of_group(*at)
                && self.word(*at).is_some_and(|word| word.kind == TokenKind::Word)
        };
        let first = verb.saturating_sub(LINK).max(self.sentence.words.start);
        let before = (first..verb).rev().find(|at| !passes(at)).map_or(first, |at| at + 1);
        let article = self.word(verb + 1).is_some_and(Word::is_article);
        let behind = self.group_from(verb + 1 + usize::from(article));
        let behind = behind.start..behind.end.min(mention.words.start);
        // "The *same* trip by bus takes seven hours": of something else.
        if (before.saturating_sub(GROUP)..mention.words.start)
            .any(|at| self.is_function(at, &[Function::Same]))
        {
            return NameKeys::default();
        }
        let subject = self.keys_of(behind);
        let mut keys = if subject.is_empty() { self.keys_of_subject(before) } else { subject };
        if keys.is_empty() {
            keys = self.antecedent(before);
        }
        if keys.is_empty() && self.points_back(before) {
            keys.extend(self.lead());
        }
        if self.is_function(mention.words.end, &[Function::To]) {
            let done: Vec<String> = keys.iter().map(|key| format!("{DONE}{key}")).collect();
            keys.extend(done);
            keys.extend(self.done(mention.words.end + 1));
            let clause = self.teller.clause(self.sentence, mention.words.start);
            let object = mention.words.end + 2..(mention.words.end + 2 + NEAR).min(clause.end);
            keys.extend(object.filter_map(|at| self.state(at).map(str::to_owned)));
        }
        keys
    }

    /// What a noun of length measures: the *concession* period of; مدة *الامتياز*.
    fn measured(&self, mention: &Mention) -> NameKeys {
        let Some(noun) = self.before(mention, LASTING, |at| self.measures(at)) else {
            return NameKeys::default();
        };
        let behind = self.group_from(noun + 1);
        let behind = self.keys_of(behind.start..behind.end.min(mention.words.start));
        if behind.is_empty() { self.keys_of(self.group_before(noun)) } else { behind }
    }

    /// What goes on for so long: *closed* for six hours.
    fn through(&self, mention: &Mention) -> NameKeys {
        let first = mention.words.start;
        let leads = |at: usize| self.is_function(at, &[Function::For]);
        // In some languages a length needs no preposition: أوقف الملاحة *ساعتين*.
        let follows = self.teller.reading.language.grammar.adjective_after_noun;
        let is_bare = |at: usize| {
            let word = self.word(first).filter(|word| word.breaks == 0 && word.clitics.preposition.is_none());
            follows && word.is_some() && self.is_of_group(at)
        };
        let is_led = leads(first) || first.checked_sub(1).is_some_and(|at| leads(at) || is_bare(at));
        let goes_on = || self.before(mention, NEAR, |at| self.is_event(at) && self.key(at).is_some());
        let is_for = leads(first) || first.checked_sub(1).is_some_and(leads);
        let Some(event) = is_led.then(goes_on).flatten() else {
            return self.keys_of(self.earlier(first).filter(|_| is_for));
        };
        // "Battled *the blaze* for hours", "*the deal* runs for 12 years".
        let beside = self.group_before(event).chain(event + 1..mention.words.start);
        let states = beside.filter(|at| self.state(event).is_none() && self.state(*at).is_some());
        let mut keys = self.keys_of(std::iter::once(event).chain(states));
        if is_for && self.state(event).is_none() {
            keys.extend(self.keys_of(self.earlier(event)).iter().cloned());
        }
        keys
    }

    /// What was done within so long: *crossed* the island in seven hours.
    fn within(&self, mention: &Mention) -> NameKeys {
        let leads = |at: usize| self.is_function(at, &[Function::In, Function::Within, Function::During]);
        let is_led = mention.words.start.checked_sub(1).is_some_and(leads);
        // "The strongest *to hit* it in eight years" is a record.
        let is_aim =
            |verb: usize| verb.checked_sub(1).is_some_and(|at| self.is_function(at, &[Function::To]));
        // "The third *in* two years" counts them.
        let is_rank = |at: usize| {
            let ranks =
                |word: &Word| word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Ordinal(_)));
            self.word(at).is_some_and(ranks)
        };
        if !is_led || self.before(mention, RANK, is_rank).is_some() {
            return NameKeys::default();
        }
        let verb = self.before(mention, NEAR, |at| self.is_deed(at)).filter(|verb| !is_aim(*verb));
        let mut keys = verb.map(|verb| self.all_done(verb, mention)).unwrap_or_default();
        let is_state = |at: usize| self.state(at).is_some() && !self.is_deed(at) && !is_aim(at);
        keys.extend(self.before(mention, NEAR, is_state).and_then(|at| self.key(at)));
        keys
    }

    /// What was done after so long: *put out* after nine hours. How far it is from another event is another question.
    fn after(&self, mention: &Mention) -> NameKeys {
        let first = mention.words.start;
        let leads = |at: usize| self.is_function(at, &[Function::After]);
        let orders =
            [Function::Of, Function::From, Function::In, Function::On, Function::After, Function::Before];
        let is_led = leads(first) || first.checked_sub(1).is_some_and(leads);
        let is_led = is_led && !self.is_function(mention.words.end, &orders);
        let verb = || self.before(mention, NEAR, |at| self.is_deed(at));
        // "Reopened nine hours *later*": only of what is known to end a state.
        let is_later = self.is_function(mention.words.end, &[Function::Later]);
        let start = first.saturating_sub(LATER).max(self.sentence.words.start);
        let state = || (start..first).rev().find(|at| self.is_deed(*at));
        let ends = || state().filter(|at| is_later && self.state(*at).is_some());
        let verb = if is_led { verb() } else { ends() };
        verb.map(|verb| self.all_done(verb, mention)).unwrap_or_default()
    }

    /// What fills a length: nine hours of *talks*.
    fn filled(&self, mention: &Mention) -> NameKeys {
        let end = mention.words.end;
        let is_led = self.is_function(end, &[Function::Of, Function::From, Function::In, Function::On]);
        let article = self.word(end + 1).is_some_and(Word::is_article);
        let mut group = self.group_from(end + 1 + usize::from(article));
        let fills = |at: &usize| self.teller.concept_of(*at, &self.kind.heads).is_some();
        // "An hour *buried*", "an hour *under the snow*": no noun, that would be of something else.
        let is_state = |at: &usize| fills(at) && self.word(*at).is_some_and(|word| !word.is_noun());
        self.keys_of(group.find(fills).filter(|_| is_led).or_else(|| Some(end).filter(is_state)))
    }
}
