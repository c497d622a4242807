//! Nationalities: the country of a person who is named in full, by its adjective beside the name or the noun before
//! it, also where it stands for somebody told before, or is that of those whom somebody leads; and of bodies by their
//! names. A coach or an envoy is called by the country that he works for, and a player behind the name of a club by the
//! club's, so that only a listed noun stands between.

mod thing;

use crate::extract::announced;
use crate::extract::attribution::is_verb;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::sentence::Sentence;
use crate::extract::told::{Teller, bound};
use crate::extract::word::Word;
use crate::fact::slot::Slot;
use crate::fact::{Fact, SlotValue};
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Id, Meaning};
use crate::lexicon::schema::concepts::Concepts;
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::words::Name;
use std::ops::Range;

/// The nationalities of the people whom a sentence names in full.
pub(super) fn facts(teller: &Teller<'_, '_>, sentence: &Sentence, kind: &Kind) -> Vec<Fact> {
    let view = View { teller, sentence, kind };
    let people = teller.reading.entities_in(sentence.words.clone()).filter_map(|entity| view.fact(entity));
    let may_tell = |at: &usize| view.word(*at).is_some_and(|word| word.summary.is(Class::Nation));
    let told = sentence.words.clone().filter(may_tell);
    let others = told.filter_map(|at| view.unlisted(at).or_else(|| view.standing(at)));
    let others = others.chain(view.things()).map(|(code, words, name)| view.told(&code, &words, &name));
    people.chain(others).collect()
}

struct View<'v, 'r, 'a> {
    teller: &'v Teller<'r, 'a>,
    sentence: &'v Sentence,
    kind: &'v Kind,
}

impl View<'_, '_, '_> {
    fn fact(&self, entity: &Entity) -> Option<Fact> {
        let [name] = entity.names.as_slice() else { return None };
        if entity.kind != EntityKind::Person || !name.is_full() {
            return None;
        }
        let led = || self.of_led(self.name_start(entity)).map(|(code, at)| (code, at..entity.words.end));
        let before =
            self.before(entity).or_else(|| self.introduced(entity)).or_else(|| self.described(entity));
        let behind = || self.behind(entity).or_else(|| self.apposed(entity));
        let (code, words) = before.or_else(behind).or_else(led)?;
        Some(self.told(&code, &words, name))
    }

    fn told(&self, code: &str, words: &Range<usize>, name: &Name) -> Fact {
        let state = Value::Name(self.teller.reading.lexicon.gazetteer.state(code));
        self.teller.fact(self.kind, words, state, [(Slot::Who, who(name))])
    }

    /// Somebody whom only the adjective of the country announces: *the Tunisian* Anis Gharbi.
    fn unlisted(&self, at: usize) -> Option<thing::Told> {
        let (reading, end) = (self.teller.reading, self.sentence.words.end);
        let described = self.is_described(at).then(|| announced::before_sign(reading, at + 1, end)).flatten();
        if let Some((name, words)) = described {
            return Some((self.country(at)?, at..words.end, name));
        }
        let (name, words) = announced::behind_country(reading, at, end)?;
        let code = self.country(at)?;
        let noun = at.checked_sub(1).filter(|_| self.word(at).is_some_and(|word| word.breaks == 0));
        let noun = noun.filter(|noun| self.word(*noun).is_some());
        let is_own =
            noun.is_none_or(|noun| self.is_person(noun) || self.word(noun).is_some_and(stands_alone));
        let is_free = self.teller.reading.entities_in(words.clone()).next().is_none();
        (is_own && is_free).then_some((code, at..words.end, name))
    }

    /// Somebody told before for whom the adjective of a country stands at the head of a sentence: *the 23-year-old
    /// Slovenian* won.
    fn standing(&self, at: usize) -> Option<thing::Told> {
        let word = self.word(at)?;
        let code = self.country(at)?;
        let before = self.sentence.words.start..at;
        let is_plain = if self.teller.reading.language.grammar.adjective_after_noun {
            let opens = |word: &Word| is_verb(word) && !word.is_noun();
            let is_name = |next: &Word| {
                next.given
                    || next.senses.is_empty()
                    || next.senses.iter().any(|sense| sense.meaning.is_name())
            };
            let next = self.word(at + 1).filter(|next| next.kind == TokenKind::Word && next.breaks == 0);
            word.clitics.article
                && before.len() == 1
                && self.word(before.start).is_some_and(opens)
                && !next.is_some_and(is_name)
        } else {
            let values = self.teller.reading.mentions_in(before.clone());
            let belongs = |at: usize| {
                let is_value = values.iter().any(|value| value.words.contains(&at));
                is_value || self.word(at).is_some_and(|word| word.is_article() || word.is_sign("-"))
            };
            let next = self.word(at + 1).filter(|next| next.breaks == 0);
            let goes_on = |next: &Word| next.capital || (next.is_noun() && !is_verb(next));
            let is_article =
                self.word(before.start).is_some_and(|word| word.is_article() && before.start < at);
            is_article && before.clone().all(belongs) && next.is_some_and(|next| !goes_on(next))
        };
        let who = self.teller.person_near(self.sentence, self.sentence.words.start).filter(|_| is_plain)?;
        let name = who.names.first().filter(|name| name.is_full())?;
        Some((code, at..at + 1, name.clone()))
    }

    fn word(&self, at: usize) -> Option<&Word> {
        self.teller.reading.words.get(at).filter(|_| self.sentence.words.contains(&at))
    }

    /// The country of an adjective, and no other one that a hyphen joins to it.
    fn country(&self, at: usize) -> Option<Id> {
        let word = self.word(at)?;
        // Few words are of a country.
        word.summary.is(Class::Nation).then_some(())?;
        let is_joined = |at: usize| self.word(at).is_some_and(|word| word.is_sign("-") || word.is_sign("–"));
        let is_alone = !is_joined(at + 1) && !at.checked_sub(1).is_some_and(is_joined);
        word.find(|sense| sense.meaning.demonym().cloned()).filter(|_| is_alone)
    }

    /// The country whose the person is said to be: *Rwanda's* Eric Habimana.
    fn owner(&self, at: usize) -> Option<Id> {
        self.word(at)?.find(|sense| sense.meaning.country().cloned()).filter(|_| self.is_owner(at))
    }

    /// A noun of the kind: one person, and in languages where the adjective follows the one who is meant. Before the
    /// noun an adjective may tell for which country somebody works.
    fn is_person(&self, at: usize) -> bool {
        let says = |word: &Word, nouns: &Concepts| word.has_any(nouns);
        let follows = self.teller.reading.language.grammar.adjective_after_noun;
        self.word(at).is_some_and(|word| {
            let is_meant = if follows { word.clitics.article } else { !says(word, &self.kind.unless) };
            says(word, &self.kind.heads) && is_meant
        })
    }

    fn before(&self, entity: &Entity) -> Option<(Id, Range<usize>)> {
        let first = self.name_start(entity);
        let at = first.checked_sub(1)?;
        if self.word(first)?.breaks > 0 {
            return None;
        }
        if self.teller.reading.language.grammar.adjective_after_noun {
            let code = self.country(at)?;
            let noun = at.checked_sub(1).filter(|noun| {
                self.word(at).is_some_and(|word| word.breaks == 0) && self.word(*noun).is_some()
            });
            let is_owned = noun.is_some_and(|noun| self.word(noun).is_some_and(stands_alone));
            if let Some(noun) = noun.filter(|noun| self.is_person(*noun)) {
                return Some((code, noun..entity.words.end));
            }
            return (noun.is_none() || is_owned).then_some((code, at..entity.words.end));
        }
        if let Some(code) = self.country(at).or_else(|| self.owner(at)) {
            return Some((code, at..entity.words.end));
        }
        let adjective = at.checked_sub(1).filter(|_| self.is_person(at))?;
        let code = self.country(adjective).or_else(|| self.owner(adjective))?;
        Some((code, adjective..entity.words.end))
    }

    /// The country of the noun that a comma parts from the name behind it: *the Argentine referee,* Javier Molina, or *a
    /// referee from South Korea,* Kim Ji-won.
    fn introduced(&self, entity: &Entity) -> Option<(Id, Range<usize>)> {
        let comma = self.name_start(entity).checked_sub(1)?;
        let last = comma.checked_sub(1).filter(|_| self.word(comma).is_some_and(|word| word.is_sign(",")))?;
        let reading = self.teller.reading;
        let is_owned = || last.checked_sub(2).is_some_and(|owner| self.is_owner(owner));
        let is_noun = || self.teller.concept_of(last, &self.kind.heads).is_some();
        if !reading.language.grammar.adjective_after_noun
            && let Some(adjective) =
                last.checked_sub(1).filter(|_| self.is_person(last) || is_owned() && is_noun())
        {
            return Some((self.country(adjective)?, adjective..entity.words.end));
        }
        let code = self.word(last)?.find(|sense| sense.meaning.country().cloned())?;
        let place =
            reading.entities_in(self.sentence.words.start..comma).rfind(|place| place.words.end == comma);
        let from = place.map_or(last, |place| place.words.start).checked_sub(1)?;
        let noun = from.checked_sub(1).filter(|_| self.teller.is_function(from, Function::From))?;
        self.teller.concept_of(noun, &self.kind.heads)?;
        Some((code, noun..entity.words.end))
    }

    /// The country of the noun that tells whom somebody works for before the name: المدرب *الإسباني* للفريق نونو فيلاس.
    fn described(&self, entity: &Entity) -> Option<(Id, Range<usize>)> {
        if !self.teller.reading.language.grammar.adjective_after_noun {
            return None;
        }
        let first = self.name_start(entity);
        let start = first.saturating_sub(DESCRIBED).max(self.sentence.words.start);
        let goes_on = |at: &usize| {
            let plain = |word: &Word| word.kind == TokenKind::Word && word.breaks == 0 && !acts(word);
            self.word(*at).is_some_and(plain) && !self.teller.is_function(*at, Function::And)
        };
        let near = (start..first).rev().take_while(goes_on);
        let at = near.into_iter().find(|at| self.country(*at).is_some())?;
        let noun = at.checked_sub(1).filter(|noun| self.is_person(*noun))?;
        let is_other = |other: &Entity| other.kind != EntityKind::Body;
        let is_free = !self.teller.reading.entities_in(at + 1..first).any(is_other);
        (self.is_described(at) && is_free).then_some((self.country(at)?, noun..entity.words.end))
    }

    /// Whether the adjective of a country describes a noun of the kind and is told whose that is: المدرب *الإسباني للفريق*.
    fn is_described(&self, at: usize) -> bool {
        let is_whose =
            || self.word(at + 1).is_some_and(|word| word.clitics.preposition == Some(Function::To));
        let noun = || at.checked_sub(1).filter(|noun| self.is_person(*noun));
        self.teller.reading.language.grammar.adjective_after_noun
            && self.country(at).is_some()
            && is_whose()
            && noun().is_some()
    }

    /// The country of somebody behind a comma by whose he is: Nuno Vilas, *Ittihad's Portuguese* coach.
    fn owned(&self, comma: usize) -> Option<(Id, usize)> {
        let is_name = |at: &usize| self.word(*at).is_some_and(|word| word.capital && word.breaks == 0);
        let at = (comma + 1..comma + 2 + APPOSED).find(|at| self.is_owner(*at))? + 1;
        let is_noun = self.teller.concept_of(at + 1, &self.kind.heads).is_some();
        ((comma + 1..at).all(|at| is_name(&at)) && is_noun).then_some((self.country(at)?, at + 2))
    }

    fn is_owner(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| {
            let written = self.teller.reading.text.slice(word.span).replace('\u{2019}', "'");
            self.teller.reading.language.without_owner(&written).len() < written.len()
        })
    }

    /// The country told behind a comma: Javier Molina, *a Spaniard* who took over; Javier Molina, *from Spain,*; Salma
    /// Nasser, *and she is Algerian*.
    fn apposed(&self, entity: &Entity) -> Option<(Id, Range<usize>)> {
        let comma = entity.words.end;
        // Maria Diaz, *36*, a Spaniard.
        let years =
            self.teller.reading.mentions_in(comma + 1..comma + 2).first().map(|years| years.words.end);
        let next = years.filter(|end| self.word(*end).is_some_and(|word| word.is_sign(",")));
        let comma = next.unwrap_or(comma);
        let opens = self.word(comma).filter(|word| word.is_sign(","))?.breaks == 0;
        let first = self.word(comma + 1).filter(|word| opens && word.breaks == 0)?;
        if first.is_function(Function::From) {
            let end =
                self.teller.reading.entities_in(comma + 2..comma + 3).next().map(|place| place.words.end)?;
            let code = self.word(end - 1)?.find(|sense| sense.meaning.country().cloned())?;
            let is_closed = self.word(end).is_none_or(|word| word.is_sign(",") || word.is_sign("."));
            return is_closed.then_some((code, entity.words.start..end));
        }
        if let Some((code, end)) = self.owned(comma) {
            return Some((code, entity.words.start..end));
        }
        let follows = self.teller.reading.language.grammar.adjective_after_noun;
        let is_opened = if follows { first.is_article() } else { first.may_be_article() };
        let at =
            (comma + 2..comma + 2 + APPOSED).find(|at| self.country(*at).is_some()).filter(|_| is_opened)?;
        let is_plain = |word: &Word| word.kind == TokenKind::Word && word.senses.is_empty() && !word.capital;
        let is_definite = self.word(at).is_some_and(|word| word.clitics.article);
        if is_definite || !(comma + 2..at).all(|at| self.word(at).is_some_and(is_plain)) {
            return None;
        }
        let next = self.word(at + 1).filter(|next| next.kind == TokenKind::Word);
        let is_own = next.is_none_or(|next| !next.is_noun() && !next.capital && !next.senses.is_empty());
        (is_own || self.teller.concept_of(at + 1, &self.kind.heads).is_some())
            .then(|| Some((self.country(at)?, entity.words.start..at + 1)))
            .flatten()
    }

    /// Where the name begins behind the words that announce it.
    fn name_start(&self, entity: &Entity) -> usize {
        let is_announced = |at: &usize| {
            self.word(*at).is_some_and(|word| {
                word.senses
                    .iter()
                    .any(|sense| matches!(sense.meaning, Meaning::Role(_) | Meaning::Demonym(_)))
            })
        };
        let last = entity.words.clone().rev().find(is_announced);
        last.map_or(entity.words.start, |last| last + 1)
    }

    /// The country behind the name: Walid Benkaci *of Algeria*.
    fn behind(&self, entity: &Entity) -> Option<(Id, Range<usize>)> {
        let end = entity.words.end;
        let of = self.word(end).filter(|word| word.is_function(Function::Of) && word.breaks == 0)?;
        let at = if of.clitics.preposition.is_some() { end } else { end + 1 };
        let code = self.word(at)?.find(|sense| sense.meaning.country().cloned())?;
        Some((code, entity.words.start..at + 1))
    }
}

/// Furthest that a name stands behind the noun that tells whom somebody works for, in words.
const DESCRIBED: usize = 6;

/// Most words between what opens an apposition and the adjective of a country.
const APPOSED: usize = 2;

/// Whether a word before an adjective is no noun that it could belong to.
fn stands_alone(word: &Word) -> bool {
    let is_thing = |meaning: &Meaning| {
        matches!(meaning, Meaning::Concept(_) | Meaning::Body(_) | Meaning::Role(_) | Meaning::PlaceType(_))
            || meaning.is_name()
    };
    word.kind == TokenKind::Sign
        || (!word.senses.is_empty()
            && !word.clitics.article
            && (acts(word) || !word.senses.iter().any(|sense| is_thing(&sense.meaning))))
}

/// Whether a word is a verb and nothing else.
fn acts(word: &Word) -> bool {
    is_verb(word) && !word.is_noun()
}

fn who(name: &Name) -> SlotValue {
    bound(vec![Value::Name(name.clone())])
}
