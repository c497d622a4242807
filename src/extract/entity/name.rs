//! Where the name of a person begins and ends.

use crate::extract::attribution::is_verb;
use crate::extract::entity::{Entity, EntityKind, LONGEST_NAME, Reader};
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::letters::Letters;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::text::token::TokenKind;
use crate::value::keys::NameKeys;
use crate::value::words::Name;
use std::ops::Range;

/// Most letters of an article that a hyphen joins to a name.
const ARTICLE: usize = 3;

/// What no part of a name means, unless it is a given one.
const NO_NAMES: Classes = Classes::of(&[Class::Function, Class::Nation, Class::Number, Class::Place]);

/// Words of grammar.
const GRAMMAR: Classes = Classes::of(&[Class::Function, Class::Stop]);

/// Whether a name of a language that marks none can begin with a word at all: most words are listed and no names.
pub(super) fn may_begin_name(word: &Word) -> bool {
    word.given || word.letters.is_name_part || word.summary.is(Class::Person) || word.summary.is_empty()
}

impl Reader<'_> {
    /// A name that words before it announced: unknown words, up to four.
    pub(super) fn named(&self, start: usize, announced: Range<usize>, end: usize) -> Option<Entity> {
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
    pub(super) fn name_end(&self, first: usize, end: usize) -> usize {
        let is_particle = |idx: usize| self.words[idx].letters.is_name_particle;
        let opens = |idx: usize| !self.language.grammar.capitals && self.words[idx].letters.opens_name;
        let is_owner = |idx: usize| self.bare(&self.words[idx].normal) != self.words[idx].normal;
        let (mut last, mut parts) = (first, 0);
        while last < end
            && parts < LONGEST_NAME
            && let Some(next) = self.part_end(last, first)
        {
            if self.ends_name(first, last) {
                break;
            }
            parts += usize::from(!is_particle(last) && !opens(last));
            last = next;
            if is_owner(last - 1) {
                break;
            }
        }
        while last > first && (is_particle(last - 1) || opens(last - 1)) {
            last -= 1;
        }
        last
    }

    /// Whether a name that began at `first` ends before this word, in languages that mark no names: behind a
    /// surname with an article only another one follows, no letter stands alone, and no common word or office
    /// belongs to it.
    fn ends_name(&self, first: usize, idx: usize) -> bool {
        if self.language.grammar.capitals || self.follows_particle(idx, first) {
            return false;
        }
        let word = |at: usize| self.words.get(at).map_or("", |word| word.normal.as_str());
        let letters = |at: usize| self.words.get(at).map_or(Letters::default(), |word| word.letters);
        let is_surname = idx > first + 1 && letters(idx - 1).is_definite && !letters(idx - 2).opens_name;
        let ends = is_surname && !letters(idx).is_definite && !letters(idx).is_name_particle;
        let is_led = || {
            let is_own = self.words.get(idx).is_some_and(|word| !word.given && word.senses.is_empty());
            is_own
                && self.language.may_be_led(word(idx))
                && (first..idx).any(|at| letters(at).is_name_particle)
        };
        idx > first && (is_led() || word(idx).chars().count() < 2 || ends || self.is_office_of_more(idx))
            || self.is_common(idx, first)
    }

    /// Whether the word is an office with words behind it that tell whose.
    fn is_office_of_more(&self, idx: usize) -> bool {
        let behind = self.words.get(idx + 1).filter(|word| word.breaks == 0 && word.kind == TokenKind::Word);
        let is_listed = |word: &Word| !word.given && !word.senses.is_empty();
        self.id(idx, Meaning::role).is_some() && behind.is_some_and(is_listed)
    }

    /// Whether the word is a common one, or begins with a preposition and an article.
    fn is_common(&self, idx: usize, first: usize) -> bool {
        self.words.get(idx).filter(|word| !word.given && word.senses.is_empty()).is_some_and(|word| {
            let led = if idx == first {
                self.language.is_led_with_article(&word.normal)
            } else {
                word.letters.is_definite && self.language.without_article(&word.normal).is_none()
            };
            led || (word.is_common(self.language) && !self.is_of_origin(idx))
                || self.language.is_owned(&word.normal)
        })
    }

    /// Whether the word stands behind one that makes or joins a name, in languages that mark no names: it is then
    /// part of that name whatever else it means.
    pub(super) fn follows_particle(&self, idx: usize, first: usize) -> bool {
        let before = idx.checked_sub(1).filter(|before| *before >= first).and_then(|at| self.words.get(at));
        let joins = |word: &Word| word.letters.is_name_particle || word.letters.opens_name;
        let is_word = |word: &Word| {
            let may_be = !word.summary.is_any(GRAMMAR) || self.is_given(word);
            word.kind == TokenKind::Word && word.breaks == 0 && may_be
        };
        !self.language.grammar.capitals
            && before.is_some_and(joins)
            && self.words.get(idx).is_some_and(is_word)
    }

    /// Where words of no list end that begin at `idx`, whatever letters they begin with.
    pub(super) fn unlisted_end(&self, idx: usize, end: usize) -> usize {
        let is_own = |at: &usize| {
            self.words.get(*at).is_some_and(|word| {
                let plain = word.kind == TokenKind::Word && word.breaks == 0 && word.senses.is_empty();
                plain || (self.is_name_word(*at, false) && !is_verb(word))
            })
        };
        let stop = end.min(idx + 1 + LONGEST_NAME);
        (idx + 1..stop).find(|at| !is_own(at)).unwrap_or(stop)
    }

    /// Whether the word is a noun that stands behind a given name, where a surname stands.
    fn is_surname(&self, idx: usize) -> bool {
        let given = idx.checked_sub(1).and_then(|at| self.words.get(at));
        let is_noun = |word: &Word| {
            let is_thing = |sense: &Sense| {
                matches!(sense.form, Form::One | Form::Fixed) && sense.meaning.concept().is_some()
            };
            !word.clitics.article && word.senses.iter().all(is_thing)
        };
        let is_part = |word: &Word| word.letters.is_name_part;
        // Behind two names it is what the person does: Karim Saleh's *visit*.
        let is_second =
            idx.checked_sub(2).and_then(|at| self.words.get(at)).is_none_or(|word| !is_part(word));
        let is_deed =
            |word: &Word| word.concept().is_some_and(|(concept, _)| self.language.tells_deed(concept));
        !self.language.grammar.capitals
            && given.is_some_and(is_part)
            && self.words.get(idx).is_some_and(|word| is_noun(word) && (is_second || !is_deed(word)))
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
        let plain = self.is_name_word(idx, idx == first) || self.follows_particle(idx, first);
        let is_particle =
            || idx > first && self.words.get(idx).is_some_and(|word| word.letters.is_name_particle);
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

    /// Whether the word may be part of a name: with a capital where names have one, else a given name or a word of
    /// no list.
    pub(super) fn is_name_word(&self, idx: usize, is_first: bool) -> bool {
        let capitals = self.language.grammar.capitals;
        let word = self.words.get(idx).filter(|word| word.kind == TokenKind::Word);
        word.filter(|word| capitals || !is_first || may_begin_name(word)).is_some_and(|word| {
            let stands = is_first || word.breaks == 0;
            let is_given = || !capitals && self.is_given(word);
            let is_listed = || !capitals && self.is_listed_part(idx, is_first);
            let is_short =
                || word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::ShortPerson(_)));
            let is_own = || {
                word.clitics.preposition.is_none()
                    && (is_first || word.clitics.conjunction.is_none())
                    && !word.letters.may_be_joined
                    && (word.senses.is_empty()
                        || is_listed()
                        || (word.summary.is(Class::Person) && is_short()))
            };
            stands && (!capitals || word.capital) && (is_given() || is_own())
        })
    }

    /// Whether a word with other meanings may stand in a name of a language that marks none: its last letter may
    /// look like "my", it may stand in a known name, or be a noun behind a given one.
    fn is_listed_part(&self, idx: usize, is_first: bool) -> bool {
        self.words.get(idx).is_some_and(|word| {
            let is_grammar = is_first && word.summary.is(Class::Stop);
            let is_part = !is_grammar && !word.summary.is_any(NO_NAMES) && word.letters.is_name_part;
            is_part
                || (!is_first && (self.ends_as_owned(word) || self.is_surname(idx) || self.is_of_origin(idx)))
        })
    }

    /// Whether the word is an adjective with an article right behind a given name that stands alone, spelt with the
    /// letter that tells where somebody is from, or a name with an article that is a word of grammar without it.
    fn is_of_origin(&self, idx: usize) -> bool {
        let given = idx.checked_sub(1).and_then(|at| self.words.get(at)).is_some_and(|word| word.given);
        let Some(word) = self.words.get(idx).filter(|word| given && word.letters.is_definite) else {
            return false;
        };
        let written = self.text.slice(word.span);
        let is_spelt = self.language.is_spelt_own(written);
        let is_quality =
            word.senses.iter().all(|sense| sense.form == Form::Fixed && sense.meaning.concept().is_some());
        is_spelt && (is_quality || word.summary.is(Class::Function) || self.is_of_people(idx))
    }

    /// Whether the adjective of a people at `idx` is a surname: right behind one given name that stands alone or as
    /// somebody's son, the tribe or town of a family rather than a country: اللواء منصور التركي.
    fn is_of_people(&self, idx: usize) -> bool {
        let is_demonym = |sense: &Sense| sense.meaning.demonym().is_some();
        let is_name = |word: &Word| word.given || word.letters.is_name_part || word.letters.opens_name;
        let word =
            self.words.get(idx).filter(|word| word.clitics.article && word.senses.iter().all(is_demonym));
        let second = idx.checked_sub(2).and_then(|at| self.words.get(at));
        word.is_some() && second.is_none_or(|second| !is_name(second) || second.letters.is_name_particle)
    }

    /// Whether the last letter of the word looks like "my", and no more.
    fn ends_as_owned(&self, word: &Word) -> bool {
        word.clitics.pronoun && !self.language.is_owned(&word.normal)
    }

    /// Whether the word is a given name: one that is a word of grammar too is where it is spelt as the name is.
    pub(super) fn is_given(&self, word: &Word) -> bool {
        word.given
            && (!word.summary.is_any(GRAMMAR) || self.language.is_spelt_name(self.text.slice(word.span)))
    }

    pub(super) fn bare<'w>(&self, normal: &'w str) -> &'w str {
        self.language.without_owner(normal)
    }

    /// The person that some words name.
    pub(super) fn person_of(&self, words: Range<usize>) -> Entity {
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
}
