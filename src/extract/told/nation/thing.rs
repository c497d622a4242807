//! The countries of firms and other bodies that a text calls by names no list knows: *Norway's* Fjordal, the Swiss
//! architects Holt, «فيورد» النرويجية.

use crate::extract::entity::{Entity, EntityKind};
use crate::extract::told::nation::View;
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Id, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::words::Name;
use std::ops::Range;

/// Most words of a name.
const LONGEST: usize = 3;

/// Most nouns between the adjective of a country and the name that it belongs to.
const NOUNS: usize = 2;

/// Shortest name that is compared, in characters.
const SHORTEST: usize = 4;

/// Letters of the code of a country.
const CODE: usize = 2;

/// The concept of having one's seat somewhere.
const SEAT: &str = "seated";

/// A country, the words that tell it, and whose it is.
pub(super) type Told = (Id, Range<usize>, Name);

impl View<'_, '_, '_> {
    /// The bodies of the sentence with their countries.
    pub(super) fn things(&self) -> Vec<Told> {
        // A heading may write every word with a capital.
        if self.sentence.is_heading && self.teller.reading.language.grammar.capitals {
            return Vec::new();
        }
        let follows = self.teller.reading.language.grammar.adjective_after_noun;
        let thing = |at: usize| {
            if follows {
                self.behind_name(at).or_else(|| self.before_quoted(at))
            } else {
                self.before_name(at)
            }
        };
        self.sentence.words.clone().filter_map(thing).collect()
    }

    /// The name before the adjective of a country: شركة «فيورد» *النرويجية*.
    fn behind_name(&self, at: usize) -> Option<Told> {
        let adjective = self.word(at).filter(|word| is_of_country(word))?;
        let code = adjective.find(|sense| sense.meaning.demonym().cloned())?;
        let is_second = |at: usize| {
            self.word(at).is_some_and(|word| word.find(|sense| sense.meaning.demonym().cloned()).is_some())
        };
        let last = at.checked_sub(1)?;
        if is_second(at + 1) || is_second(last) {
            return None;
        }
        let own = if is_mark(self.word(last)?) {
            let first = (last.saturating_sub(LONGEST + 1)..last)
                .rev()
                .find(|at| self.word(*at).is_some_and(is_mark))?;
            first + 1..last
        } else {
            last..at
        };
        let is_quoted = own.end != at;
        let noun = own.start.checked_sub(1 + usize::from(is_quoted))?;
        let is_thing = |word: &Word| {
            let tells = |meaning: &Meaning| matches!(meaning, Meaning::Body(_) | Meaning::Concept(_));
            // A group of firms may be a sort of place as well: مجمع «فيورد».
            let is_site = |meaning: &Meaning| is_quoted && matches!(meaning, Meaning::PlaceType(_));
            let is_named = word.is_noun() && word.senses.iter().any(|sense| tells(&sense.meaning));
            !word.clitics.article && (is_named || word.senses.iter().any(|sense| is_site(&sense.meaning)))
        };
        self.word(noun).filter(|word| is_thing(word))?;
        Some((code, own.start..at + 1, self.name(&own)?))
    }

    /// The name in quotation marks behind the adjective of a country: المعماريين *الدنماركيين* «هولم».
    fn before_quoted(&self, at: usize) -> Option<Told> {
        let adjective = self.word(at).filter(|word| is_of_country(word))?;
        let code = adjective.find(|sense| sense.meaning.demonym().cloned())?;
        let noun = at.checked_sub(1).filter(|noun| self.is_person(*noun))?;
        let first = at + 2;
        self.word(at + 1).filter(|word| is_mark(word) && word.breaks == 0)?;
        let end = (first + 1..=first + LONGEST).find(|end| self.word(*end).is_some_and(is_mark))?;
        Some((code, noun..end, self.name(&(first..end))?))
    }

    /// The name behind the adjective of a country or behind its owner: *Norway's* Fjordal.
    fn before_name(&self, at: usize) -> Option<Told> {
        if let Some((code, first)) = self.seat(at) {
            let end = self.capitals_end(first);
            return Some((code, at..end, self.name(&(first..end))?));
        }
        let code = self.country(at).or_else(|| self.owner(at))?;
        let is_noun = |at: &usize| {
            self.word(*at).is_some_and(|word| {
                word.kind == TokenKind::Word && !word.capital && word.is_noun() && word.breaks == 0
            })
        };
        let first = (at + 1..=at + 1 + NOUNS).find(|at| !is_noun(at))?;
        let end = self.capitals_end(first);
        Some((code, at..end, self.name(&(first..end))?))
    }

    /// Where the words with capitals end that begin at a place.
    fn capitals_end(&self, first: usize) -> usize {
        let is_part = |at: &usize| {
            self.word(*at).is_some_and(|word| {
                let joins = word.is_sign("&") && *at > first;
                joins || (word.capital && word.kind == TokenKind::Word && word.breaks == 0)
            })
        };
        (first..first + LONGEST).find(|at| !is_part(at)).unwrap_or(first + LONGEST)
    }

    /// The country of the town in which a body has its seat, and where its name begins: *Lisbon-based* Ferral.
    fn seat(&self, at: usize) -> Option<(Id, usize)> {
        let is_tied = self.word(at + 1).is_some_and(|word| word.is_sign("-") && word.touches());
        let is_seat = || self.word(at + 2).is_some_and(|word| word.touches() && word.has_concept(SEAT));
        if !is_tied || !is_seat() {
            return None;
        }
        let town = self.teller.reading.entities_in(at..at + 1).next()?;
        let within = || town.place.iter().flat_map(|place| &place.within).find(|id| id.len() == CODE);
        let code = town.country.clone().or_else(|| within().map(|id| id.as_str().into()))?;
        Some((code, at + 3))
    }

    /// What some words name, where no list and nobody's name knows the first of them.
    fn name(&self, words: &Range<usize>) -> Option<Name> {
        let reading = self.teller.reading;
        let is_other = |entity: &Entity| {
            let is_full = entity.names.iter().any(Name::is_full);
            entity.words.end > words.start && entity.kind == EntityKind::Person && is_full
        };
        let is_free = !reading.entities_in(words.start.saturating_sub(1)..words.end).any(is_other);
        let is_own = |word: &Word| word.senses.is_empty() && !word.is_common(reading.language);
        self.word(words.start).filter(|word| is_own(word) && word.kind == TokenKind::Word && is_free)?;
        let text = reading.text.slice(reading.span(words)).replace('\u{2019}', "'");
        let name = reading.lexicon.name(reading.language.without_owner(&text));
        (name.name.chars().count() >= SHORTEST).then_some(name)
    }

    /// The country of those whom somebody leads: a *Tunisian* refereeing team led by X.
    pub(super) fn of_led(&self, first: usize) -> Option<(Id, usize)> {
        let led = (first.saturating_sub(2)..first)
            .rev()
            .find(|at| self.teller.concept_of(*at, &self.kind.context).is_some())?;
        let start = led.saturating_sub(LONGEST + 1).max(self.sentence.words.start);
        let noun =
            (start..led).rev().find(|at| self.teller.concept_of(*at, &self.kind.triggers).is_some())?;
        let around = noun.saturating_sub(1)..led;
        let code = |at: usize| {
            let from = || at.checked_sub(1).is_some_and(|at| self.teller.is_function(at, Function::From));
            let country = || self.word(at)?.find(|sense| sense.meaning.country().cloned()).filter(|_| from());
            self.word(at)?.find(|sense| sense.meaning.demonym().cloned()).or_else(country)
        };
        around.into_iter().find_map(|at| Some((code(at)?, at)))
    }
}

fn is_mark(word: &Word) -> bool {
    ["\"", "“", "”", "«", "»"].iter().any(|mark| word.is_sign(mark))
}

/// Whether a word with its article is of a country; few are.
fn is_of_country(word: &Word) -> bool {
    word.summary.is(Class::Nation) && word.clitics.article && word.breaks == 0
}
