//! Which event a verb tells: its own, that of the noun to which it hands on, or that of the lead.

use crate::extract::attribution::is_verb;
use crate::extract::event::{LEAD, is_of_body};
use crate::extract::mention::Mention;
use crate::extract::told::moment::{BEGIN, Moments, RESUME};
use crate::extract::word::Word;
use crate::lexicon::class::Functions;
use crate::lexicon::meaning::{Form, Sense};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::text::hash;
use crate::value::keys::NameKeys;

/// Furthest that the noun of a verb which only says that it happened stands from it, in words.
const NEAR: usize = 6;

/// Furthest that a noun stands before the relative clause that is about it, in words.
const ANTECEDENT: usize = 8;

/// Furthest that a subject stands from its verb, in words.
const BESIDE: usize = 2;

/// Words that lead to something else than what a clause begins with.
const LEADING: Functions = Functions::of(&[
    Function::At,
    Function::Between,
    Function::By,
    Function::For,
    Function::From,
    Function::In,
    Function::Near,
    Function::Of,
    Function::On,
    Function::Through,
    Function::To,
    Function::With,
]);

/// The concept of what comes, so that it happens.
const COME: &str = "come";

/// The concept of words for all that is told.
const ALL: &str = "everything";

/// What the moment is called at which something is opened.
const OPENING: &str = "opening";

/// The concept of verbs that say no more than that something happened.
const OCCUR: &str = "occur";

impl Moments<'_, '_, '_> {
    /// The event of the verb behind a light one, which may be a noun that looks like it. `verb` is the light one.
    pub(super) fn of_next_verb(
        &self,
        verb: usize,
        mention: &Mention,
        outside: impl Iterator<Item = usize>,
    ) -> Option<NameKeys> {
        self.teller.concept_of(verb, &self.kind.triggers)?;
        let others = outside.filter(|at| *at != verb && self.is_deed(*at));
        let next = others.min_by_key(|at| at.abs_diff(mention.words.start))?;
        if self.is_speech(next) { None } else { self.of_verb(next, mention) }
    }

    /// The event of a verb: its own, or that of the noun to which it hands on.
    pub(super) fn of_verb(&self, verb: usize, mention: &Mention) -> Option<NameKeys> {
        let light = self.teller.concept_of(verb, &self.kind.triggers);
        let light = light.or_else(|| self.strikes_behind(verb));
        let nouns = light.map(|_| self.nouns(verb, mention)).unwrap_or_default();
        let begins = matches!(light, Some(BEGIN | RESUME));
        let how = light.unwrap_or(BEGIN);
        let own = || {
            self.moment(verb).filter(|_| light.is_none() || begins || self.is_borne_out(verb))?;
            let mut keys: NameKeys = self.moments(verb).map(str::to_owned).collect();
            // What opens begins as well: the trial.
            let opened = keys
                .iter()
                .any(|key| key == OPENING)
                .then(|| self.beginning(BEGIN, &self.things(verb, mention)));
            keys.extend(opened.flatten().iter().flat_map(|keys| keys.iter().cloned()));
            Some(keys)
        };
        // What begins is the noun next to it: the investigation of a crash is not the crash.
        let things = if begins { self.things(verb, mention) } else { Vec::new() };
        // What came is the noun before it, or behind it where verbs come first.
        let subject = || nouns.iter().position(|at| self.is_subject(*at, verb)).map_or(0..0, |at| at..at + 1);
        let heads = match light {
            Some(COME) => nouns.get(subject()).unwrap_or_default(),
            _ if begins => things.get(..1).unwrap_or_default(),
            _ => &nouns,
        };
        let resumes = light == Some(RESUME);
        let heads = heads.iter().filter(|noun| (self.is_one(**noun) || begins) && !resumes);
        let told = heads.into_iter().find_map(|noun| self.of_noun(*noun));
        // "Where it *was struck* on Friday": by what the lead tells.
        let struck = || {
            let is_struck = light == Some(OCCUR) && self.moment(verb).is_some();
            self.told_by_lead(is_struck)
        };
        // "It all *began* on Friday": what the lead tells.
        let all = || {
            let is_all = begins && (verb.saturating_sub(2)..verb + 3).any(|at| self.is_all(at));
            self.told_by_lead(is_all)
        };
        // "It *happened* at three": what the lead tells.
        let happened = || {
            let is_it = light == Some(OCCUR) && nouns.is_empty() && verb > self.clause_start(verb);
            self.told_by_lead(is_it)
        };
        told.or_else(all)
            .or_else(happened)
            .or_else(own)
            .or_else(|| begins.then(|| self.beginning(how, &things)).flatten())
            .or_else(struck)
    }

    /// What the lead tells, if it is asked.
    fn told_by_lead(&self, is_asked: bool) -> Option<NameKeys> {
        let lead = is_asked.then(|| self.lead(true)).flatten()?;
        Some(NameKeys::from([lead.to_owned()]))
    }

    fn clause_start(&self, at: usize) -> usize {
        self.teller.clause(self.sentence, at).start
    }

    /// What an event does, where a relative clause about it tells that: the fire that *tore through* the ward.
    fn strikes_behind(&self, verb: usize) -> Option<&str> {
        let start = self.teller.clause(self.sentence, verb).start;
        let relative = [Function::Which, Function::That];
        let is_relative = relative.into_iter().any(|function| self.teller.is_function(start, function));
        let does =
            self.teller.concept_of(verb, &self.kind.heads).filter(|_| is_relative && verb == start + 1)?;
        let before = start.saturating_sub(BESIDE).max(self.sentence.words.start)..start;
        before
            .rev()
            .any(|at| self.word(at).is_some_and(Word::is_noun) && self.moment(at).is_some())
            .then_some(does)
    }

    /// Whether the subject of a verb is one of some things, where that is asked for: its noun behind it where verbs come
    /// first, else the nouns with which its clause begins.
    pub(super) fn is_done_by(&self, verb: usize, things: &Concepts) -> bool {
        if things.is_empty() {
            return true;
        }
        let is_place = |at: usize| {
            self.word(at).is_some_and(|word| {
                let of = |sense: &Sense| {
                    sense.meaning.place_type().is_some_and(|of| things.iter().any(|id| **id == **of))
                };
                word.senses.iter().any(of)
            })
        };
        let is_body = |at: usize| self.word(at).is_some_and(|word| word.says_any(things));
        let is_thing =
            |at: usize| self.teller.concept_of(at, things).is_some() || is_place(at) || is_body(at);
        if self.teller.reading.language.grammar.verb_first {
            let next = (verb + 1..=verb + BESIDE).find(|at| self.word(*at).is_some_and(Word::is_noun));
            return next.is_some_and(is_thing);
        }
        self.subject_words(verb).any(is_thing)
    }

    /// The words with which the clause of a verb begins, before anything else that is told of them.
    fn subject_words(&self, verb: usize) -> impl Iterator<Item = usize> {
        let start = self.teller.clause(self.sentence, verb).start;
        let relative = [Function::Which, Function::That];
        let is_relative = relative.into_iter().any(|function| self.teller.is_function(start, function));
        let before = start.saturating_sub(BESIDE).max(self.sentence.words.start);
        // "According to the police, the *fire* began": what is led to by itself is no subject.
        let leads = |at: usize| {
            self.word(at).is_some_and(|word| word.summary.does_any(LEADING)) || self.is_according(at)
        };
        let behind = || (start..verb).find(|at| self.word(*at).is_some_and(|word| word.is_sign(",")));
        let start = if is_relative {
            before
        } else if leads(start) {
            behind().map_or(start, |comma| comma + 1)
        } else {
            start
        };
        let goes_on = move |at: &usize| {
            self.word(*at).is_some_and(|word| {
                !(word.summary.does_any(LEADING)
                    || word.is_sign(",")
                    || (*at > start && is_verb(word) && !word.is_noun()))
            })
        };
        (start..verb).take_while(goes_on)
    }

    /// Whether a noun stands where the subject of a verb does.
    fn is_subject(&self, noun: usize, verb: usize) -> bool {
        if self.teller.reading.language.grammar.verb_first {
            noun > verb && noun <= verb + BESIDE
        } else {
            noun + BESIDE >= verb && noun < verb
        }
    }

    /// Whether a word stands for all that is told: it *all* began.
    fn is_all(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| word.has_concept(ALL))
    }

    /// Whether another word of the clause tells the moment that a verb may tell as well as that something happened.
    fn is_borne_out(&self, verb: usize) -> bool {
        // "The line *entered* yesterday *service*."
        if self.teller.states(verb, self.kind).any(|state| !state.with.is_empty() && self.tells(verb, state))
        {
            return true;
        }
        let mut clause = self.teller.clause(self.sentence, verb);
        clause.any(|at| at != verb && self.moment(at).is_some() && self.moment(at) == self.moment(verb))
    }

    /// The nouns around a verb that are not of people, who begin something else.
    fn things(&self, verb: usize, mention: &Mention) -> Vec<usize> {
        let lexicon = self.teller.reading.lexicon;
        let is_person = |concept: &str| lexicon.is_of_people(hash::of(concept));
        let is_thing = |at: &usize| {
            !self.word(*at).and_then(Word::concept).is_some_and(|(concept, _)| is_person(concept))
        };
        self.nouns(verb, mention).into_iter().filter(is_thing).collect()
    }

    /// The nouns around a verb of happening, nearest first: before a relative clause, else in its own.
    fn nouns(&self, verb: usize, mention: &Mention) -> Vec<usize> {
        let clause = self.teller.clause(self.sentence, verb);
        let is_noun = |at: &usize| {
            *at != verb
                && !mention.words.contains(at)
                && self.word(*at).is_some_and(|word| word.is_noun() && word.concept().is_some())
        };
        let start = clause.start.saturating_sub(ANTECEDENT).max(self.sentence.words.start);
        let relative = [Function::Which, Function::That];
        let is_relative =
            relative.into_iter().any(|function| self.teller.is_function(clause.start, function));
        let is_led = !self.teller.reading.language.grammar.verb_first;
        let mut nouns: Vec<usize> = (start..clause.start).filter(|at| is_relative && is_noun(at)).collect();
        if nouns.is_empty() {
            let near = verb.saturating_sub(NEAR).max(clause.start)..(verb + NEAR + 1).min(clause.end);
            nouns = near.filter(is_noun).collect();
            let far = self.subject_words(verb).filter(|at| is_noun(at) && !nouns.contains(at));
            nouns.extend(far.filter(|_| is_led).collect::<Vec<_>>());
        }
        // "The truce between the army and the *movement* took effect": what a clause begins with is what it is about.
        let subject: Vec<usize> = self.subject_words(verb).collect();
        nouns.sort_by_key(|at| (is_led && !subject.contains(at), at.abs_diff(verb)));
        nouns
    }

    /// The event that a noun tells: a moment of its own, with what the lead tells where it stands for any event.
    pub(super) fn of_noun(&self, noun: usize) -> Option<NameKeys> {
        let is_any = self.teller.concept_of(noun, &self.kind.context).is_some()
            && !is_of_body(self.teller.reading, noun);
        let mut keys: NameKeys = self.moments(noun).map(str::to_owned).collect();
        keys.extend(is_any.then(|| self.lead(false)).flatten().map(str::to_owned));
        (!keys.is_empty() && !self.is_another(noun)).then_some(keys)
    }

    /// Whether a word beside a noun says that it is another one: *another* fire, حريق آخر.
    fn is_another(&self, noun: usize) -> bool {
        let follows = self.teller.reading.language.grammar.adjective_after_noun;
        let beside = if follows { Some(noun + 1) } else { noun.checked_sub(1) };
        let has_article = self.word(noun).is_some_and(|word| word.clitics.article);
        beside.is_some_and(|at| self.teller.is_function(at, Function::Other)) && !has_article
    }

    /// The first moment of heading and lead, perhaps by a noun that stands for any event.
    fn lead(&self, may_be_any: bool) -> Option<&str> {
        let sentences = self.teller.reading.sentences.iter().take(LEAD);
        let is_any = |at: usize| self.teller.concept_of(at, &self.kind.context).is_some();
        let mut words = sentences.flat_map(|sentence| sentence.words.clone());
        let is_light = |at: usize| self.teller.concept_of(at, &self.kind.triggers).is_some();
        words.find_map(|at| self.moment(at).filter(|_| (may_be_any || !is_any(at)) && !is_light(at)))
    }

    /// The beginning or resumption of what the nouns tell.
    fn beginning(&self, how: &str, nouns: &[usize]) -> Option<NameKeys> {
        let nearest = *nouns.first()?;
        let together = nouns.iter().filter(|at| at.abs_diff(nearest) <= 2).filter_map(|at| self.word(*at));
        let concepts = together.flat_map(|word| word.senses.iter()).filter_map(|sense| {
            let is_noun = matches!(sense.form, Form::One | Form::Two | Form::Many);
            sense.meaning.concept().filter(|_| is_noun)
        });
        Some(concepts.map(|concept| format!("{how} {concept}")).collect())
    }
}
