//! People: known names, roles, and the names that a role or capitals announce.

use crate::extract::attribution::{is_verb, speech};
use crate::extract::entity::body::role_key;
use crate::extract::entity::{Entity, EntityKind, LONGEST_NAME, Reader};
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::{Form, Id, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::lexicon::schema::kind::Kind;
use crate::lexicon::schema::telling::Telling;
use crate::text::fold::fold_str;
use crate::text::token::TokenKind;
use crate::value::keys::NameKeys;
use crate::value::words::Name;
use std::collections::BTreeSet;
use std::ops::Range;

/// Furthest that a name stands behind the office which announces it, in words.
const LONGEST_OFFICE: usize = 9;

/// Most letters of an article that a hyphen joins to a name.
const ARTICLE: usize = 3;

/// The concept of words like "by the name of".
const CALLED: &str = "be-named";

/// The code of a year.
const YEAR: &str = "a";

/// Places and states.
const PLACES: Classes = Classes::of(&[Class::Nation, Class::Place]);

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

    /// A role, its country, and the name that it announces if there is one.
    pub(super) fn role(&self, idx: usize, end: usize) -> Option<Entity> {
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
        let announced = named.or_else(|| {
            // Behind a noun that is somebody's, what has an article is whose it is, and no name.
            let is_owned = behind > next && self.owns(idx);
            let name = || self.named(idx, idx..next, end).filter(|name| self.announces(idx, next, name));
            (!is_owned).then(name).flatten()
        });
        if let Some(mut person) = announced {
            person.country = country;
            return Some(person);
        }
        let key = role_key(&role, country.as_deref(), &topic);
        let words = idx..next.max(idx + 1);
        let name = Name { name: self.words_of(&words), keys: NameKeys::from([key]) };
        let is_named = country.is_some() || !topic.is_empty() || self.words[idx].tokens.len() > 1;
        Some(Entity { words, kind: EntityKind::Person, is_named, names: vec![name], place: None, country })
    }

    /// Whether the role announces the name. Where adjectives follow their noun, a bare role without an
    /// article is as likely followed by an adjective or a verb, unless the name has several words.
    fn announces(&self, idx: usize, next: usize, name: &Entity) -> bool {
        let bare = next == idx + 1 && !self.words.get(idx).is_some_and(|word| word.clitics.article);
        !bare || !self.language.grammar.adjective_after_noun || name.words.end > next + 1
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
        let is_definite = |word: &Word| {
            self.language.is_definite(&word.normal) || word.clitics.article || word.summary.is_any(PLACES)
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

    /// Whether the last word of an office has no article, so that whose it is follows.
    fn owns(&self, idx: usize) -> bool {
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
        }
        let last = if first < end { self.name_end(first, end) } else { first };
        let is_closed = || self.words.get(last).is_none_or(|word| word.kind == TokenKind::Sign);
        let is_name = last >= first + 2 && !self.language.is_definite(&self.words.get(first)?.normal);
        (is_name && behind > idx + 1 && (!comma || is_closed()))
            .then(|| Entity { words: idx..last, ..self.person_of(first..last) })
    }

    /// What follows a role and belongs to it: its end, whose it is, and what for.
    fn office(&self, idx: usize, end: usize) -> (usize, Option<Id>, Vec<String>) {
        let (mut next, mut country, mut topic) = (idx + 1, self.country_before(idx), Vec::new());
        while next < end && next - idx <= LONGEST_NAME {
            let stuck = self.words[next].clitics.preposition.is_some();
            if let Some(found) = self.country_at(next).filter(|_| !stuck) {
                country = Some(found);
            } else if self.is_role_word(next) {
                topic.push(self.words[next].topic());
            } else {
                break;
            }
            next += 1;
        }
        (next, country, topic)
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
        if !self.is_name_word(idx, true) {
            return None;
        }
        let last = self.unlisted_end(idx, end);
        let before = idx.checked_sub(1).and_then(|before| self.words.get(before));
        let is_called = before.is_some_and(|word| word.has_concept(CALLED));
        let may_be = last >= idx + 2 && !self.language.is_definite(&first.normal);
        let is_told = may_be
            && (is_called || self.is_of_office(last) || self.is_of_age(last, end) || self.is_of_country(idx));
        is_told.then(|| self.person_of(idx..last))
    }

    /// Where words of no list end that begin at `idx`, whatever letters they begin with.
    fn unlisted_end(&self, idx: usize, end: usize) -> usize {
        let is_own = |at: &usize| {
            self.words.get(*at).is_some_and(|word| {
                let plain = word.kind == TokenKind::Word && word.breaks == 0 && word.senses.is_empty();
                plain || (self.is_name_word(*at, false) && !is_verb(word))
            })
        };
        let stop = end.min(idx + 1 + LONGEST_NAME);
        (idx + 1..stop).find(|at| !is_own(at)).unwrap_or(stop)
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
        let people = self.lexicon.kinds().iter().find(|kind| kind.told == Telling::Nation);
        let is_person = |kind: &Kind| kind.heads.iter().any(|head| noun.has_concept(head));
        is_beside && is_adjective && noun.clitics.article && people.is_some_and(is_person)
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

    /// Adds the single words that are the last word of a name which the text gives in full.
    pub(super) fn add_surnames(&self, entities: &mut Vec<Entity>) {
        let full =
            entities.iter().filter(|entity| entity.kind == EntityKind::Person && entity.words.len() > 1);
        let surname = |entity: &Entity| {
            self.words.get(entity.words.end - 1).map(|word| self.bare(&word.normal).to_owned())
        };
        let surnames: BTreeSet<String> = full.filter_map(surname).collect();
        if surnames.is_empty() {
            return;
        }
        let mut added = Vec::new();
        let mut known = entities.iter().peekable();
        for (idx, word) in self.words.iter().enumerate() {
            while known.next_if(|entity| entity.words.end <= idx).is_some() {}
            let is_taken = known.peek().is_some_and(|entity| entity.words.contains(&idx));
            if !is_taken && self.is_name_word(idx, true) && surnames.contains(self.bare(&word.normal)) {
                added.push(self.person_of(idx..idx + 1));
            }
        }
        entities.extend(added);
        entities.sort_by_key(|entity| entity.words.start);
    }

    fn bare<'w>(&self, normal: &'w str) -> &'w str {
        self.language.without_owner(normal)
    }

    /// The person that some words name.
    fn person_of(&self, words: Range<usize>) -> Entity {
        let name = self.words_of(&words);
        let keys = NameKeys::from([self.lexicon.name_key(&name)]);
        Entity {
            words,
            kind: EntityKind::Person,
            is_named: true,
            names: vec![Name { name, keys }],
            place: None,
            country: None,
        }
    }

    /// Whether the word after a short name goes on with the name of somebody else.
    fn goes_on(&self, idx: usize) -> bool {
        self.words.get(idx + 1).is_some_and(|next| {
            let is_name = next.kind == TokenKind::Word && next.senses.is_empty() && next.breaks == 0;
            is_name
                && (!self.language.grammar.capitals || next.capital)
                && self.lexicon.is_name_part(&next.normal)
        })
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

    /// A name that words before it announced: unknown words, up to four.
    fn named(&self, start: usize, announced: Range<usize>, end: usize) -> Option<Entity> {
        let mut first = announced.end;
        if self.words.get(first).is_some_and(|word| word.is_sign(",")) && announced.len() > 1 {
            first += 1;
        }
        let last = self.name_end(first, end);
        if last == first || (announced.is_empty() && last - first < 2) {
            return None;
        }
        Some(Entity { words: start..last, ..self.person_of(first..last) })
    }

    /// Where the name that begins at `first` ends: the words that join two names are not counted, nor last,
    /// and the mark of an owner ends it.
    fn name_end(&self, first: usize, end: usize) -> usize {
        let is_particle = |idx: usize| self.language.is_name_particle(&self.words[idx].normal);
        let is_owner = |idx: usize| self.bare(&self.words[idx].normal) != self.words[idx].normal;
        let (mut last, mut parts) = (first, 0);
        while last < end
            && parts < LONGEST_NAME
            && let Some(next) = self.part_end(last, first)
        {
            if last > first && self.ends_name(first, last) {
                break;
            }
            parts += usize::from(!is_particle(last));
            last = next;
            if is_owner(last - 1) {
                break;
            }
        }
        while last > first && is_particle(last - 1) {
            last -= 1;
        }
        last
    }

    /// Whether a name that began at `first` ends before this word: behind a surname with an article only another
    /// one follows, and no letter stands alone.
    fn ends_name(&self, first: usize, idx: usize) -> bool {
        if self.language.grammar.capitals {
            return false;
        }
        let word = |at: usize| self.words.get(at).map_or("", |word| word.normal.as_str());
        let is_surname = idx - 1 > first
            && self.language.is_definite(word(idx - 1))
            && !self.language.spelling.is_joined(word(idx - 2));
        word(idx).chars().count() < 2 || (is_surname && !self.language.is_definite(word(idx)))
    }

    /// Whether the word is a noun that stands behind a given name, where a surname stands.
    fn is_surname(&self, idx: usize) -> bool {
        let given = idx.checked_sub(1).and_then(|at| self.words.get(at));
        let is_noun = |word: &Word| {
            let is_thing = |sense: &Sense| sense.form == Form::One && sense.meaning.concept().is_some();
            !word.clitics.article && word.senses.iter().all(is_thing)
        };
        !self.language.grammar.capitals
            && given.is_some_and(|word| self.language.is_name_part(&word.normal))
            && self.words.get(idx).is_some_and(is_noun)
    }

    /// Where the part of a name ends that begins at `idx`: a word, words that hyphens join, an article or a
    /// particle written small before a word with a capital.
    fn part_end(&self, idx: usize, first: usize) -> Option<usize> {
        let capitals = self.language.grammar.capitals;
        let hyphen = |at: usize| {
            let joins = |at: usize| self.words.get(at).is_some_and(Word::touches);
            let capital =
                self.words.get(at + 1).is_some_and(|word| word.capital && word.kind == TokenKind::Word);
            capital && joins(at) && joins(at + 1) && self.words.get(at).is_some_and(|word| word.is_sign("-"))
        };
        let plain = self.is_name_word(idx, idx == first);
        let is_particle = || {
            idx > first
                && self.words.get(idx).is_some_and(|word| self.language.is_name_particle(&word.normal))
        };
        if capitals && !plain && is_particle() && self.is_name_word(idx + 1, false) {
            return Some(idx + 1);
        }
        let short = self.words.get(idx).is_some_and(|word| {
            word.kind == TokenKind::Word && word.normal.len() <= ARTICLE && idx > first && word.breaks == 0
        });
        let is_article = capitals && short && hyphen(idx + 1);
        if !plain && !is_article {
            return None;
        }
        let mut last = idx + 1;
        while capitals && hyphen(last) {
            last += 2;
        }
        Some(last)
    }

    fn is_name_word(&self, idx: usize, is_first: bool) -> bool {
        self.words.get(idx).is_some_and(|word| {
            let plain = word.kind == TokenKind::Word
                && (is_first || word.breaks == 0)
                && word.clitics.preposition.is_none();
            let part = word.senses.is_empty()
                // The last letter of a surname may look like "my", and a given name may be a word.
                || (!is_first && !self.language.grammar.capitals && word.clitics.pronoun)
                || (!self.language.grammar.capitals
                    && !word.summary.is(Class::Function)
                    && !word.summary.is_any(PLACES)
                    && self.language.is_name_part(&word.normal))
                || (!is_first && self.is_surname(idx))
                || (word.summary.is(Class::Person)
                    && word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::ShortPerson(_))));
            plain
                && part
                && (is_first || word.clitics.conjunction.is_none())
                && !self.language.may_be_joined(&word.normal)
                && (!self.language.grammar.capitals || word.capital)
        })
    }
}
