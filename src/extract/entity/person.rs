//! People: known names, and the names that capitals, verbs of saying or a given name show.

use crate::extract::attribution::{is_verb, speech};
use crate::extract::entity::{Entity, EntityKind, LONGEST_NAME, Reader};
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form, Meaning};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::text::hash;
use crate::text::token::TokenKind;

/// The concept of words like "by the name of".
const CALLED: &str = "be-named";

/// Most words of the years of a life.
const LIFE: usize = 4;

/// The code of a year.
const YEAR: &str = "a";

impl Reader<'_> {
    /// A known person, by a full or a short name.
    pub(super) fn person(&self, idx: usize, end: usize) -> Option<Entity> {
        let (id, is_short) = self.words.get(idx)?.find(|sense| {
            let is_short = matches!(sense.meaning, Meaning::ShortPerson(_));
            sense.meaning.person().map(|id| (id.clone(), is_short))
        })?;
        if is_short && idx + 1 < end && self.goes_on(idx) {
            return self.named(idx, idx..idx, end);
        }
        let gazetteer = &self.lexicon.gazetteer;
        Some(Entity {
            words: idx..idx + 1,
            kind: EntityKind::Person,
            is_named: true,
            names: vec![gazetteer.person(&id)],
            place: None,
            country: gazetteer.country_of(&id),
        })
    }

    /// Two or more capitalised words that no list knows, in languages that write names so.
    pub(super) fn unknown_name(&self, idx: usize, end: usize) -> Option<Entity> {
        if !self.language.grammar.capitals
            || !self.is_name_word(idx, true)
            || self.words.get(idx + 1)?.breaks > 0
        {
            return None;
        }
        self.named(idx, idx..idx, end)
    }

    /// An unknown word behind a verb of saying, in languages whose subject follows the verb.
    pub(super) fn speaker_name(&self, idx: usize) -> Option<Entity> {
        let before = self.words.get(idx.checked_sub(1)?)?;
        let grammar = &self.language.grammar;
        let announced = grammar.verb_first && !grammar.capitals && speech(before).is_some();
        if !announced || !is_verb(before) || !self.is_name_word(idx, true) {
            return None;
        }
        let goes_on = self.words.get(idx + 1).is_some_and(|_| self.is_name_word(idx + 1, false));
        Some(Entity { is_named: false, ..self.person_of(idx..idx + 1 + usize::from(goes_on)) })
    }

    /// Words of no list before an office without an article or before an age, behind a word of being called so, or
    /// behind the adjective of a country and what the person is, in languages that mark no names.
    pub(super) fn apposed_name(&self, idx: usize, end: usize) -> Option<Entity> {
        let grammar = &self.language.grammar;
        let first = self.words.get(idx).filter(|_| grammar.adjective_after_noun && !grammar.capitals)?;
        let before = idx.checked_sub(1).and_then(|before| self.words.get(before));
        let is_called = || before.is_some_and(|word| word.has_concept(CALLED));
        // A sign stands before an office or an age.
        let behind = self.words.get(idx + 2..).unwrap_or_default().iter().take(LONGEST_NAME);
        let has_sign = || behind.clone().any(|word| word.kind == TokenKind::Sign);
        let may_be_told = || has_sign() || is_called() || self.is_of_country(idx) || self.is_of_person(idx);
        if first.letters.is_definite || !self.is_name_word(idx, true) || !may_be_told() {
            return None;
        }
        let last = self.unlisted_end(idx, end);
        let is_told = last >= idx + 2
            && (is_called()
                || self.is_of_office(last)
                || self.is_of_age(last, end)
                || (self.is_of_person(idx) && self.is_of_life(last, end))
                || self.is_of_country(idx));
        is_told.then(|| self.person_of(idx..last))
    }

    /// A given name that means nothing else with the names behind it, in languages that mark no names.
    pub(super) fn plain_name(&self, idx: usize, end: usize) -> Option<Entity> {
        let word = self.words.get(idx).filter(|word| word.given && !self.language.grammar.capitals)?;
        let second = self.words.get(idx + 1)?;
        let is_joined = second.letters.is_name_particle;
        let is_alone = |word: &Word| {
            let peeled = word.clitics.conjunction.is_some() && word.clitics.preposition.is_none();
            is_joined || peeled || (word.senses.is_empty() && !word.is_common(self.language))
        };
        let is_told = || self.is_of_person(idx) && (self.is_given(second) || second.letters.is_name_part);
        let is_sure = self.is_given(second)
            || is_joined
            || second.letters.opens_name
            || !self.language.may_be_verb(&second.normal);
        if !is_sure || !(is_alone(word) || is_told()) {
            return None;
        }
        let last = self.name_end(idx, end);
        (last >= idx + 2).then(|| self.person_of(idx..last))
    }

    /// Whether a noun of a person with an article stands right before `at`: the farmer, the passenger.
    fn is_of_person(&self, at: usize) -> bool {
        let noun = at.checked_sub(1).and_then(|noun| self.words.get(noun));
        let is_person = |word: &Word| {
            word.clitics.article
                && word.senses.iter().any(|sense| {
                    let concept = sense.meaning.concept();
                    sense.form == Form::One
                        && concept.is_some_and(|id| self.lexicon.is_of_people(hash::of(id)))
                })
        };
        self.words.get(at).is_some_and(|word| word.breaks == 0) && noun.is_some_and(is_person)
    }

    /// Whether a comma and an office without an article stand at `at`.
    fn is_of_office(&self, at: usize) -> bool {
        let office = self.words.get(at + 1).filter(|word| word.breaks == 0 && !word.clitics.article);
        self.words.get(at).is_some_and(|word| word.is_sign(","))
            && office.is_some_and(|word| word.clitics.conjunction.is_none())
            && self.id(at + 1, Meaning::role).is_some()
    }

    /// Whether a noun of a person stands before `at`, with the adjective of a country.
    fn is_of_country(&self, at: usize) -> bool {
        let Some(noun) = at.checked_sub(2).and_then(|noun| self.words.get(noun)) else { return false };
        let is_beside = (at - 1..=at).all(|at| self.words.get(at).is_some_and(|word| word.breaks == 0));
        let is_adjective = self.words[at - 1].clitics.article && self.id(at - 1, Meaning::demonym).is_some();
        let people = || self.lexicon.told(Telling::Nation).next();
        let is_person = |kind: &Kind| noun.has_any(&kind.heads);
        is_beside && is_adjective && noun.clitics.article && people().is_some_and(is_person)
    }

    /// Whether a comma or bracket and the years of somebody's life stand at `at`.
    fn is_of_age(&self, at: usize, end: usize) -> bool {
        let is_year = |word: &Word| {
            word.senses.iter().any(|sense| matches!(&sense.meaning, Meaning::Unit(code) if **code == *YEAR))
        };
        let word = |at: usize| self.words.get(at).filter(|word| at < end && word.breaks == 0);
        let opens = word(at).is_some_and(|word| word.is_sign(",") || word.is_sign("("));
        let counts = |word: &Word| word.kind == TokenKind::Digits || word.summary.is(Class::Number);
        let aged = word(at + 1).is_some_and(|word| word.is_function(Function::Aged));
        opens && (aged || (word(at + 1).is_some_and(counts) && word(at + 2).is_some_and(is_year)))
    }

    /// Whether the years at which somebody died stand at `at`, behind a word of no other meaning: *عن 86 عاما*, *عن عمر ناهز*
    /// 86 عاما.
    fn is_of_life(&self, at: usize, end: usize) -> bool {
        let is_year = |word: &Word| {
            word.senses.iter().any(|sense| matches!(&sense.meaning, Meaning::Unit(code) if **code == *YEAR))
        };
        let word = |at: usize| self.words.get(at).filter(|word| at < end && word.breaks == 0);
        let is_aged = word(at).is_some_and(|word| word.is_function(Function::Aged));
        let leads = word(at).is_some_and(|word| word.senses.is_empty() || word.is_article());
        let counts = |word: &Word| word.kind == TokenKind::Digits || word.summary.is(Class::Number);
        let is_number = word(at + 1).is_some_and(counts);
        let is_length = (at + 2..at + 2 + LIFE).any(|at| word(at).is_some_and(is_year));
        is_number && (is_aged || (leads && is_length))
    }

    /// Whether the word after a short name goes on with the name of somebody else.
    fn goes_on(&self, idx: usize) -> bool {
        self.words.get(idx + 1).is_some_and(|next| {
            let is_name = next.kind == TokenKind::Word && next.senses.is_empty() && next.breaks == 0;
            let is_listed = self.lexicon.is_name_part(&next.normal);
            let is_other = if self.language.grammar.capitals {
                next.capital && (is_listed || !next.is_common(self.language))
            } else {
                is_listed
            };
            is_name && is_other
        })
    }
}
