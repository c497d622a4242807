//! Standings: the third largest bank of its region, the fifth biggest producer in the world. A rank by size counts
//! only with the whole of which it is: a place that is named, or the world.

use crate::extract::entity::{Entity, EntityKind};
use crate::extract::mention::{Dimension, Mention};
use crate::extract::sentence::Sentence;
use crate::extract::told::person::is_named;
use crate::extract::told::{Teller, bound, thing};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, Modality};
use crate::lexicon::meaning::Id;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::amount::{Amount, Form};
use crate::value::keys::NameKeys;
use crate::value::number::Number;
use crate::value::words::Name;
use std::ops::Range;

/// Furthest that the whole stands behind the rank, in words.
const WHOLE: usize = 14;

/// Furthest that the nouns of what is ranked stand behind the rank where the whole stands before it, in words.
const THING: usize = 6;

/// Furthest that a word of rank stands from the rank, in words.
const NEAR: usize = 2;

/// The concepts of the whole world, of what was never before and of one among several.
const WORLD: &str = "worldwide";
const WORLD_PLACE: &str = "world";
const EVER: &str = "ever";
const ONE_OF: &str = "one-of-them";

/// What the id of a concept ends with that is a verb as well.
const NOUN: &str = "noun";

/// The standings of a sentence.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let view = View { teller, sentence, kind };
    let sizes = sentence.words.clone().filter_map(|at| view.by_size(at));
    let mentions = teller.reading.mentions_in(sentence.words.clone()).iter();
    sizes.chain(mentions.filter_map(|mention| view.by_place(mention))).collect()
}

/// A sentence as the kind sees it.
struct View<'v, 'r, 'a> {
    teller: &'v Teller<'r, 'a>,
    sentence: &'v Sentence,
    kind: &'v Kind,
}

impl<'r> View<'_, 'r, '_> {
    fn word(&self, at: usize) -> Option<&'r Word> {
        self.teller.reading.words.get(at).filter(|_| self.sentence.words.contains(&at))
    }

    /// The rank that a superlative tells: the third largest, the largest.
    fn by_size(&self, at: usize) -> Option<Fact> {
        self.teller.concept_of(at, &self.kind.triggers)?;
        let rank = self.rank_before(at);
        let first = rank.map_or(at, |rank| rank.words.start);
        // "One of Britain's busiest": what is owned is one of several.
        let begins = self.owner_before(first).map_or(first, |owner| owner.words.start);
        if self.is_of_several(first) || self.is_of_several(begins) || self.is_record(at) {
            return None;
        }
        let (place, things) = self.owner(first, at).or_else(|| self.behind(at + 1))?;
        let is_bare = self.word(at).is_some_and(|word| word.clitics.article);
        let value = rank.map_or_else(one, |rank| rank.value.clone());
        self.fact(&(first..at + 1), value, place, things)
            .filter(|fact| is_bare || fact.slots.contains_key(&Slot::What))
    }

    /// The rank that a word of rank tells: it ranks second among the banks of the region.
    fn by_place(&self, mention: &Mention) -> Option<Fact> {
        let (start, end) = (mention.words.start, mention.words.end);
        let near = start.saturating_sub(NEAR)..start;
        let ranks = |at: usize| self.teller.concept_of(at, &self.kind.context).is_some();
        let is_rank = mention.dimension == Dimension::Ordinal && matches!(mention.value, Value::Amount(_));
        let clause = self.teller.clause(self.sentence, start);
        let person = self.teller.reading.entities_in(clause.start..start);
        if !is_rank || !near.into_iter().any(ranks) || person.into_iter().any(|entity| is_named(&entity)) {
            return None;
        }
        let (place, things) = self.behind(end)?;
        let fact = self.fact(&mention.words, mention.value.clone(), place, things)?;
        fact.slots.contains_key(&Slot::What).then_some(fact)
    }

    /// The rank right before a superlative.
    fn rank_before(&self, at: usize) -> Option<&'r Mention> {
        let hyphen = at.checked_sub(1).filter(|at| self.word(*at).is_some_and(|word| word.is_sign("-")));
        let end = hyphen.unwrap_or(at);
        let before = self.teller.reading.mentions_in(end.saturating_sub(NEAR)..end);
        let is_rank = |mention: &&Mention| {
            mention.dimension == Dimension::Ordinal
                && mention.words.end == end
                && matches!(mention.value, Value::Amount(_))
        };
        before.iter().rfind(is_rank)
    }

    /// Whether it is one of several: one of the largest, three of the largest, the three largest.
    fn is_of_several(&self, first: usize) -> bool {
        let article = first.checked_sub(1).filter(|at| self.word(*at).is_some_and(Word::may_be_article));
        let Some(before) = article.unwrap_or(first).checked_sub(1) else { return false };
        let of = [Function::Of, Function::Among, Function::OutOf, Function::From, Function::Between];
        let is_of = |at: usize| of.into_iter().any(|function| self.teller.is_function(at, function));
        let leads = is_of(before) || article.is_some_and(is_of);
        let counts = !self.teller.reading.mentions_in(first.saturating_sub(1)..first).is_empty();
        leads || counts || self.word(before).is_some_and(|word| word.has_concept(ONE_OF))
    }

    /// Whether it is the largest ever or since when: another question.
    fn is_record(&self, at: usize) -> bool {
        let clause = self.teller.clause(self.sentence, at);
        let says = |word: &Word| word.has_concept(EVER) || word.is_function(Function::Since);
        (at..clause.end.min(at + WHOLE)).any(|at| self.word(at).is_some_and(says))
    }

    /// The whole as the owner before the rank, and what is ranked behind it: Africa's third largest port.
    fn owner(&self, first: usize, at: usize) -> Option<(String, NameKeys)> {
        let before = first.checked_sub(1)?;
        let is_owner = |word: &Word| word.clitics.owner || word.clitics.pronoun;
        self.word(before).filter(|word| is_owner(word))?;
        let place = self.owner_before(first).and_then(place_of).or_else(|| self.world(before))?;
        Some((place, self.things(at + 1..at + 1 + THING)))
    }

    /// What is named right before a rank.
    fn owner_before(&self, first: usize) -> Option<&'r Entity> {
        let near = first.saturating_sub(NEAR + 1)..first;
        self.teller.reading.entities_in(near).rfind(|entity| entity.words.end == first)
    }

    /// The whole behind the rank, and what is ranked before it: the third largest port in Africa.
    fn behind(&self, from: usize) -> Option<(String, NameKeys)> {
        let end = (from + WHOLE).min(self.sentence.words.end);
        let stops = |at: &usize| {
            let is_sign =
                self.word(*at).is_some_and(|word| word.kind == TokenKind::Sign && !word.is_sign("-"));
            is_sign
                || self.teller.is_function(*at, Function::Which)
                || self.teller.is_function(*at, Function::That)
        };
        let end = (from..end).find(stops).unwrap_or(end);
        let entities = self.teller.reading.entities_in(from..end);
        let known = entities.into_iter().find_map(|entity| Some((entity.words.start, place_of(entity)?)));
        let world = (from..end).find_map(|at| Some((at, self.world(at)?)));
        let (at, place) = known.into_iter().chain(world).min_by_key(|(at, _)| *at)?;
        Some((place, self.things(from..at)))
    }

    fn world(&self, at: usize) -> Option<String> {
        self.word(at)
            .filter(|_| is_world(self.teller, at, |word| word.has_concept(WORLD)))
            .map(|_| WORLD_PLACE.to_owned())
    }

    /// What is ranked: the nouns, but for those that say least where others say more.
    fn things(&self, words: Range<usize>) -> NameKeys {
        let noun = |at: usize| {
            let word = self.word(at).filter(|word| word.is_noun())?;
            word.concept().map(|(concept, _)| (at, concept))
        };
        let stops =
            |at: &usize| self.word(*at).is_none_or(|word| word.kind == TokenKind::Sign && !word.is_sign("-"));
        let nouns: Vec<(usize, &str)> = words.take_while(|at| !stops(at)).filter_map(noun).collect();
        let says_little = |at: usize| self.teller.concept_of(at, &self.kind.unless).is_some();
        let all = nouns.iter().all(|(at, _)| says_little(*at));
        let kept = nouns.into_iter().filter(|(at, _)| all || !says_little(*at)).map(|(_, concept)| concept);
        // Wind power is of the wind, whether or not a list has a broader concept for it.
        let parts = |concept: &str| -> Vec<String> {
            let parts = concept.split('-').filter(|part| *part != concept && *part != NOUN);
            parts.chain(std::iter::once(concept)).map(str::to_owned).collect()
        };
        kept.flat_map(parts).collect()
    }

    fn fact(&self, words: &Range<usize>, value: Value, place: String, things: NameKeys) -> Option<Fact> {
        let what = things.first().cloned();
        let what = what.map(|name| (Slot::What, bound(vec![Value::Name(Name { name, keys: things })])));
        let slots = std::iter::once((Slot::Where, bound(vec![thing(&place)]))).chain(what);
        let mut fact = self.teller.fact(self.kind, words, value, []);
        fact.slots.clear();
        fact.slots.extend(slots);
        // It is, or will then be, the third largest.
        fact.modality = Modality::Actual;
        Some(fact)
    }
}

/// Whether a word names the whole world: not the Arab world.
pub(super) fn is_world(teller: &Teller<'_, '_>, at: usize, says: impl Fn(&Word) -> bool) -> bool {
    let Some(word) = teller.reading.words.get(at) else { return false };
    let is_type = |id: &Id| **id == *WORLD_PLACE;
    let is_place = word.senses.iter().any(|sense| sense.meaning.place_type().is_some_and(is_type));
    let goes_on = teller.reading.words.get(at + 1).is_some_and(|next| {
        next.breaks == 0 && next.kind == TokenKind::Word && (next.clitics.article || next.capital)
    });
    says(word) || (is_place && !goes_on)
}

/// The first of all.
fn one() -> Value {
    Value::Amount(Amount::new(Form::Exactly(Number::ONE), None))
}

/// The id of a known state or region.
fn place_of(entity: &Entity) -> Option<String> {
    match entity.kind {
        EntityKind::Country => entity.country.as_deref().map(str::to_owned),
        EntityKind::Place => entity.place.as_ref()?.id.clone(),
        EntityKind::Person | EntityKind::Body => None,
    }
}
