//! Offices: a role with whose it is and what for, and the name that it announces.

use crate::extract::attribution::{is_verb, speech};
use crate::extract::entity::body::role_key;
use crate::extract::entity::{Entity, EntityKind, LONGEST_NAME, Reader};
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::{Form, Id, Meaning};
use crate::text::fold::fold_str;
use crate::text::token::TokenKind;
use crate::value::keys::NameKeys;
use crate::value::words::Name;

/// Furthest that a name stands behind the office which announces it, in words.
pub(super) const LONGEST_OFFICE: usize = 9;

/// Places and states.
const PLACES: Classes = Classes::of(&[Class::Nation, Class::Place]);

impl Reader<'_> {
    /// A role, its country, and the name that it announces if there is one.
    pub(super) fn role(&self, idx: usize, end: usize, before: &[Entity]) -> Option<Entity> {
        let role = self.id(idx, Meaning::role)?;
        let (next, country, topic) = self.office(idx, end);
        let comma = usize::from(self.words.get(next).is_some_and(|word| word.is_sign(",")));
        if let Some(mut person) = self.person(next + comma, end).filter(|_| next + comma < end) {
            person.words.start = idx;
            person.country = person.country.or(country);
            return Some(person);
        }
        let behind = self.attributes_of_office(idx, next, end, false);
        let further = || self.attributes_of_office(idx, next, end, true);
        let named = self.named_behind(idx, behind, end).or_else(|| self.named_behind(idx, further(), end));
        let named = named.or_else(|| self.bracketed_name(idx, end));
        let announced = named.or_else(|| {
            // Behind a noun that is somebody's, what has an article is whose it is, and no name.
            let is_owned = behind > next && self.owns(idx);
            let name =
                || self.named(idx, idx..next, end).filter(|name| self.announces(idx, next, name, before));
            (!is_owned).then(name).flatten()
        });
        if let Some(mut person) = announced {
            person.country = country;
            return Some(person);
        }
        let key = role_key(&role, country.as_deref(), &topic);
        let words = idx..next.max(idx + 1);
        let name = Name { name: self.words_of(&words), keys: NameKeys::from([key]) };
        let is_whole = !self.language.grammar.adjective_after_noun || !self.owns(idx);
        let is_named =
            country.is_some() || !topic.is_empty() || (self.words[idx].tokens.len() > 1 && is_whole);
        Some(Entity { words, kind: EntityKind::Person, is_named, names: vec![name], place: None, country })
    }

    /// Whether the role announces the name: none for several people. Where adjectives follow their noun, what stands
    /// behind a bare role without an article is whose it is, unless it begins with a given name; with an article,
    /// one word of no list is a name where it has an article as a name of the text does, or looks like no verb.
    fn announces(&self, idx: usize, next: usize, name: &Entity, before: &[Entity]) -> bool {
        if !self.language.grammar.adjective_after_noun {
            return true;
        }
        let first = name.words.end - 1;
        let Some(word) = self.words.get(first) else { return false };
        let is_alone = first == next;
        let is_surname = |entity: &Entity| {
            let last = self.words.get(entity.words.end.saturating_sub(1));
            entity.kind == EntityKind::Person && last.is_some_and(|last| last.normal == word.normal)
        };
        let is_owned = self.words.get(idx).is_some_and(|role| role.clitics.pronoun);
        let bare = next == idx + 1 && self.owns(idx) && !is_owned;
        let is_known = |word: &Word| {
            if word.letters.is_definite {
                before.iter().any(is_surname)
            } else {
                !self.language.may_be_verb(&word.normal)
            }
        };
        let is_given = |at: usize| self.words.get(at).is_some_and(|word| self.is_given(word));
        let is_definite = self.words.get(next).is_some_and(|word| word.letters.is_definite);
        let may_be = || if is_alone { is_known(word) } else { !is_definite };
        !self.several(idx) && (is_given(next) || (!bare && may_be()))
    }

    /// Whether a noun begins something else than what an office is for, where adjectives follow their noun: behind
    /// whose office it is, or an office with an article behind one that has its own.
    fn opens_another(&self, idx: usize, at: usize, has_country: bool) -> bool {
        let is_noun = |at: usize| self.words.get(at).is_some_and(Word::is_noun);
        let is_role = self.id(at, Meaning::role).is_some();
        self.language.grammar.adjective_after_noun
            && ((has_country && is_noun(at)) || (is_role && !self.owns(idx)))
    }

    /// Whether the office is that of several people.
    fn several(&self, idx: usize) -> bool {
        let is_form = |form| self.words.get(idx).is_some_and(|word| word.summary.has_form(form));
        is_form(Form::Many) && !is_form(Form::One) && !is_form(Form::Two)
    }

    /// Whether the word may tell whose the office is: an adjective behind one with an article has one too, or is
    /// a given name, as it is before "son of".
    fn agrees(&self, idx: usize, at: usize) -> bool {
        let word = |at: usize| self.words.get(at);
        let is_definite = |at: usize| word(at).is_some_and(|word| word.clitics.article);
        let is_given = word(at).is_some_and(|word| word.given);
        let is_son =
            !self.language.grammar.capitals && word(at + 1).is_some_and(|word| word.letters.is_name_particle);
        !((is_given && at == idx + 1 && is_definite(idx) && !is_definite(at)) || (is_son && !is_definite(at)))
    }

    /// Where the words of no list end that stand between an office and its holder's name: with an article, or
    /// `led` with a preposition before one that has it.
    fn attributes_of_office(&self, idx: usize, first: usize, end: usize, led: bool) -> usize {
        let grammar = &self.language.grammar;
        if !grammar.adjective_after_noun || grammar.capitals {
            return first;
        }
        let stop = end.min(idx + LONGEST_OFFICE);
        let mut last = first;
        while last < stop {
            match self.attribute_end(last, stop, led) {
                Some(next) => last = next,
                None => break,
            }
        }
        last
    }

    /// Where an attribute of an office ends that begins at `idx`: a word with an article, nouns that lead to one,
    /// or a name in quotation marks.
    fn attribute_end(&self, idx: usize, end: usize, led: bool) -> Option<usize> {
        let word = self.words.get(idx).filter(|word| word.breaks == 0)?;
        if word.is_sign("«") || word.is_sign("\"") || word.is_sign("“") {
            let is_closing = |at: &usize| ["»", "\"", "”"].iter().any(|sign| self.words[*at].is_sign(sign));
            return (idx + 1..end).find(is_closing).map(|closing| closing + 1);
        }
        // A nation before "son of" is somebody's name.
        let is_son = self.words.get(idx + 1).is_some_and(|next| next.letters.is_name_particle);
        let is_definite = |word: &Word| {
            word.letters.is_definite || word.clitics.article || (word.summary.is_any(PLACES) && !is_son)
        };
        let is_plain = |word: &Word| word.kind == TokenKind::Word && speech(word).is_none() && !is_verb(word);
        let leads = |at: usize| {
            self.words.get(at).is_some_and(|word| {
                is_plain(word)
                    && (word.is_noun() || (led && self.is_led(at)))
                    && word.clitics.conjunction.is_none()
            })
        };
        let closes = |at: usize| {
            at < end
                && self
                    .words
                    .get(at)
                    .is_some_and(|word| (is_plain(word) && is_definite(word)) || word.is_sign("«"))
        };
        let is_own = word.kind == TokenKind::Word && speech(word).is_none() && is_definite(word);
        let chain = || leads(idx) && (closes(idx + 1) || (leads(idx + 1) && closes(idx + 2)));
        (is_own || chain()).then_some(idx + 1)
    }

    /// Where the name of the person ends after whom a thing is called, at `idx`: one with a title, or a given name.
    pub(super) fn called_after(&self, idx: usize, end: usize) -> Option<usize> {
        let grammar = &self.language.grammar;
        let word = self.words.get(idx).filter(|word| idx < end && word.breaks == 0)?;
        if grammar.capitals || !grammar.adjective_after_noun || word.clitics.preposition.is_some() {
            return None;
        }
        if word.given && word.senses.is_empty() {
            return Some(self.name_end(idx, end)).filter(|last| *last > idx);
        }
        let titled = word.clitics.article && word.clitics.conjunction.is_none();
        let person = if titled { self.role(idx, end, &[]) } else { None }?;
        (!person.names.iter().all(Name::is_office)).then_some(person.words.end)
    }

    /// Whether the last word of an office has no article, so that whose it is follows.
    fn owns(&self, idx: usize) -> bool {
        let word = &self.words[idx];
        if word.tokens.len() == 1 {
            let is_whole = word.given && !self.language.grammar.capitals;
            let stem = word.normal.get(if is_whole { 0 } else { word.skip() }..).unwrap_or_default();
            return !word.clitics.article && !self.language.is_definite(self.language.without_owner(stem));
        }
        let words = fold_str(&self.words_of(&(idx..idx + 1)));
        let is_phrase = words.contains(' ');
        let last = words.rsplit(' ').next().unwrap_or_default();
        !self.language.is_definite(last) && (is_phrase || !self.words[idx].clitics.article)
    }

    /// Whether the word may begin with a preposition that no list shows.
    fn is_led(&self, idx: usize) -> bool {
        self.words.get(idx).is_some_and(|word| {
            word.clitics.preposition.is_some()
                || (word.senses.is_empty() && self.language.may_be_led(&word.normal))
        })
    }

    /// A name of several words behind an office and what belongs to it, perhaps behind a title or a comma; one
    /// between commas ends with the second.
    fn named_behind(&self, idx: usize, behind: usize, end: usize) -> Option<Entity> {
        let grammar = &self.language.grammar;
        if grammar.capitals || !grammar.adjective_after_noun {
            return None;
        }
        let comma = self.words.get(behind).is_some_and(|word| word.is_sign(","));
        let mut first = behind + usize::from(comma);
        if self.id(first, Meaning::role).is_some() && first > idx {
            first += 1;
        } else if comma {
            first = self.calling_end(first);
        }
        let last = if first < end { self.name_end(first, end) } else { first };
        let is_closed = || self.words.get(last).is_none_or(|word| word.kind == TokenKind::Sign);
        let is_name = last >= first + 2 && !self.words.get(first)?.letters.is_definite;
        (is_name && !self.several(idx) && behind > idx + 1 && (!comma || is_closed()))
            .then(|| Entity { words: idx..last, ..self.person_of(first..last) })
    }

    /// Where the noun ends that tells what somebody is, with the adjective of a country: *the Moroccan critic* X.
    fn calling_end(&self, idx: usize) -> usize {
        let is_whole = |word: &Word| word.clitics.article || word.tokens.len() > 1;
        let tells = |word: &Word| word.concept().is_some_and(|(_, form)| form == Form::One) && is_whole(word);
        let is_calling = self.words.get(idx).is_some_and(|word| word.breaks == 0 && tells(word));
        if !is_calling {
            return idx;
        }
        let adjective = self.words.get(idx + 1).filter(|word| word.clitics.article && word.breaks == 0);
        idx + 1 + usize::from(adjective.is_some() && self.id(idx + 1, Meaning::demonym).is_some())
    }

    /// What follows a role and belongs to it: its end, whose it is, and what for.
    fn office(&self, idx: usize, end: usize) -> (usize, Option<Id>, Vec<String>) {
        let (mut next, mut country, mut topic) = (idx + 1, self.country_before(idx), Vec::new());
        while next < end && next - idx <= LONGEST_NAME {
            let stuck = self.words[next].clitics.preposition.is_some();
            if let Some(found) = self.country_at(next).filter(|_| !stuck && self.agrees(idx, next)) {
                country = Some(found);
            } else if self.is_role_word(next) && !self.opens_another(idx, next, country.is_some()) {
                topic.push(self.words[next].topic());
            } else {
                break;
            }
            next += 1;
        }
        (next, country, topic)
    }

    /// Whether the word belongs to a role: an attribute that is neither a name nor a grammatical word.
    fn is_role_word(&self, idx: usize) -> bool {
        self.words.get(idx).is_some_and(|word| {
            let office = word.senses.iter().any(|sense| {
                let noun = matches!(sense.form, Form::One | Form::Many);
                matches!(sense.meaning, Meaning::Role(_) | Meaning::Body(_) | Meaning::Direction(_))
                    || (noun && matches!(sense.meaning, Meaning::Concept(_)))
            });
            office
                && word.breaks == 0
                && (word.clitics.article || !self.language.grammar.adjective_after_noun)
                && word.clitics.preposition.is_none()
                && word.clitics.conjunction.is_none()
        })
    }
}
