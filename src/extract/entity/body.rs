//! Bodies: a ministry, an agency, a company, with what it is for and whose it is.

use crate::extract::entity::{Entity, EntityKind, LONGEST_NAME, Reader};
use crate::extract::word::Word;
use crate::lexicon::class::Class;
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::keys::NameKeys;
use crate::value::words::Name;

/// Things that are often called after somebody.
const CALLED_THINGS: [&str; 8] =
    ["championship", "competition", "library", "prize", "road", "sports-hall", "sports-league", "trophy-cup"];

/// Bodies whose name tells by "for" what they do.
const FOR: [&str; 8] =
    ["agency", "committee", "company", "council", "department", "institute", "organisation", "union"];

/// Most words of what a body is for.
const LONGEST_PURPOSE: usize = 6;

/// Bodies that are often called after somebody.
const CALLED_AFTER: [&str; 4] = ["company", "institute", "organisation", "university"];

impl Reader<'_> {
    /// A ministry or other body, with what it is for and whose it is.
    pub(super) fn body(&self, idx: usize, end: usize) -> Option<Entity> {
        let body = self.id(idx, Meaning::body)?;
        let mut country = self.country_before(idx);
        let (mut topic, mut next, mut last) = (Vec::new(), idx + 1, idx + 1);
        // A noun with an article owns no noun: "the government", then its object.
        let owns = !self.words[idx].clitics.article || !self.language.grammar.adjective_after_noun;
        let is_called = owns && CALLED_AFTER.contains(&&*body);
        if let Some(after) = self.called_after(next, end).filter(|_| is_called) {
            topic.push(self.lexicon.name_key(&self.words_of(&(next..after))));
            (next, last) = (after, after);
        }
        let mut joined = false;
        while next < end && next - idx <= LONGEST_NAME + 1 {
            let word = &self.words[next];
            let joins = word.is_function(Function::In) || word.is_function(Function::Of);
            if let Some(found) = self.country_at(next) {
                (country, last) = (Some(found), next + 1);
            } else if !joins && owns && !joined && self.is_topic(word) && !self.is_title(next) {
                topic.push(word.topic());
                last = next + 1;
            } else if !joins || !owns {
                break;
            }
            joined |= joins && self.language.grammar.adjective_after_noun;
            next += 1;
        }
        if owns && !topic.is_empty() && self.is_second_topic(last, end) {
            last += 1;
        }
        let short = last;
        last = self.attributes_of_body(idx, last, end);
        if FOR.contains(&&*body) && self.words[idx].clitics.article {
            last = self.purpose_end(last, end);
        }
        let several =
            self.words[idx].summary.has_form(Form::Many) && !self.words[idx].summary.has_form(Form::One);
        let words = idx - usize::from(self.country_before(idx).is_some())..last;
        let is_generic = several && self.language.grammar.adjective_after_noun && country.is_none();
        let is_told = !topic.is_empty() && !is_generic;
        let is_named =
            country.is_some() || is_told || (last > short && !is_generic) || self.words[idx].tokens.len() > 1;
        let key = role_key(&body, country.as_deref(), &topic);
        let name = Name { name: self.words_of(&words), keys: NameKeys::from([key]) };
        Some(Entity { words, kind: EntityKind::Body, is_named, names: vec![name], place: None, country })
    }

    /// A prize, road or other thing that is called after somebody, whom its name does not mean.
    pub(super) fn called_thing(&self, idx: usize, end: usize) -> Option<Entity> {
        let next = self.words.get(idx + 1).filter(|next| next.given || next.summary.is(Class::Role));
        let word = self.words.get(idx).filter(|word| next.is_some() && !word.clitics.article)?;
        let is_thing = CALLED_THINGS.iter().any(|thing| word.has_concept(thing));
        let last = if is_thing { self.called_after(idx + 1, end) } else { None }?;
        let name = self.words_of(&(idx..last));
        let keys = NameKeys::from([self.lexicon.name_key(&name)]);
        let names = vec![Name { name, keys }];
        Some(Entity {
            words: idx..last,
            kind: EntityKind::Body,
            is_named: true,
            names,
            place: None,
            country: None,
        })
    }

    /// Where the adjectives of a body end that its key leaves out, where they follow their noun: each has an
    /// article as the word before it, and no noun means it.
    fn attributes_of_body(&self, idx: usize, first: usize, end: usize) -> usize {
        let is_adjective = |at: &usize| {
            self.words.get(*at).is_some_and(|word| {
                let plain = word.kind == TokenKind::Word && word.breaks == 0;
                let free = word.clitics.preposition.is_none() && word.clitics.conjunction.is_none();
                let unlisted = word.senses.is_empty()
                    && self.language.without_article(&word.normal).is_some()
                    && !word.given;
                let listed = word.clitics.article
                    && !word.is_noun()
                    && word
                        .senses
                        .iter()
                        .any(|sense| sense.form == Form::Fixed && sense.meaning.concept().is_some());
                plain && free && (unlisted || listed)
            })
        };
        let is_definite = |at: usize| self.words.get(at).is_some_and(|word| word.clitics.article);
        if !self.language.grammar.adjective_after_noun || !(is_definite(first - 1) || is_definite(idx)) {
            return first;
        }
        (first..end.min(first + 2)).find(|at| !is_adjective(at)).unwrap_or(end.min(first + 2))
    }

    /// Where what a body is for ends that begins at `first`: a noun with "for" stuck to it, and what belongs to it.
    fn purpose_end(&self, first: usize, end: usize) -> usize {
        let opens = self.words.get(first).is_some_and(|word| {
            let stuck = word.clitics.preposition == Some(Function::To);
            let unlisted = word.senses.is_empty() && self.language.is_led_with_article(&word.normal);
            first < end && word.breaks == 0 && ((stuck && word.is_noun()) || unlisted)
        });
        if !opens || !self.language.grammar.adjective_after_noun || self.language.grammar.capitals {
            return first;
        }
        let goes_on = |at: &usize| {
            self.words.get(*at).is_some_and(|word| {
                let plain = word.kind == TokenKind::Word && word.breaks == 0;
                let listed = word.clitics.article
                    && word.clitics.preposition.is_none()
                    && word.senses.iter().all(|sense| sense.meaning.concept().is_some());
                plain && listed
            })
        };
        let stop = end.min(first + LONGEST_PURPOSE);
        (first + 1..stop).find(|at| !goes_on(at)).unwrap_or(stop)
    }

    /// Whether a noun with an article that "and" joins follows, as in: Ministry of Trade *and Industry*.
    fn is_second_topic(&self, idx: usize, end: usize) -> bool {
        let is_noun = |word: &Word| {
            !word.senses.is_empty()
                && word
                    .senses
                    .iter()
                    .all(|sense| sense.form == Form::One && sense.meaning.concept().is_some())
        };
        self.language.grammar.adjective_after_noun
            && self.words.get(idx).filter(|word| idx < end && word.breaks == 0).is_some_and(|word| {
                word.clitics.conjunction.is_some()
                    && word.clitics.article
                    && word.clitics.preposition.is_none()
                    && is_noun(word)
            })
    }

    /// Whether the word is the office of one person, which is whose a body is and not what it is for, where
    /// adjectives follow their noun.
    fn is_title(&self, idx: usize) -> bool {
        let is_one = self.words.get(idx).is_some_and(|word| {
            let is_role = |sense: &Sense| matches!(sense.meaning, Meaning::Role(_));
            word.senses.iter().any(is_role)
                && word.senses.iter().all(|sense| !is_role(sense) || sense.form == Form::One)
        });
        is_one && self.language.grammar.adjective_after_noun
    }

    fn is_topic(&self, word: &Word) -> bool {
        let plain = word.kind == TokenKind::Word && word.breaks == 0 && word.clitics.conjunction.is_none();
        let named = if self.language.grammar.capitals {
            word.capital
        } else {
            word.clitics.article && word.clitics.preposition.is_none()
        };
        let verb = word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Speech(_)));
        plain && named && !verb
    }
}

/// The key of a role or body: what it is, whose, and what for.
pub(super) fn role_key(role: &str, country: Option<&str>, topic: &[String]) -> String {
    let mut key = format!("{role}:{}", country.unwrap_or_default());
    for word in topic {
        key.push(':');
        key.push_str(word);
    }
    key
}
