//! Entities: who and where, read from known names and from the words that announce a name.

mod body;
mod bracketed;
mod homograph;
mod identity;
mod name;
mod office;
mod person;
mod place;
mod reference;
mod surname;

use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::lexicon::Lexicon;
use crate::lexicon::class::{Class, Classes, Functions};
use crate::lexicon::language::Language;
use crate::lexicon::meaning::{Id, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::Text;
use crate::text::span::Span;
use crate::value::place::Place;
use crate::value::words::Name;
use std::borrow::Cow;
use std::ops::Range;

/// Most words of a name that only its announcement makes one.
pub const LONGEST_NAME: usize = 4;

/// What a listed name begins with.
const NAMING: Classes =
    Classes::of(&[Class::Person, Class::Role, Class::Nation, Class::Place, Class::PlaceType, Class::Body]);

/// Words that stand for what was named before.
const POINTING: Functions = Functions::of(&[Function::BothCountries, Function::ThisCountry, Function::There]);

/// What an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A person, by name or role.
    Person,
    /// A ministry, company or other body.
    Body,
    /// A state, as one that acts or a place.
    Country,
    /// A place below a state.
    Place,
}

/// Somebody or some place that a text names.
#[derive(Clone, Debug)]
pub struct Entity {
    /// Its words.
    pub words: Range<usize>,
    /// What it is.
    pub kind: EntityKind,
    /// Whether its words name it: "the ministry" and "there" only point at what others name.
    pub is_named: bool,
    /// Who it is: for a country or its capital, the state.
    pub names: Vec<Name>,
    /// The place that it is, for countries and places.
    pub place: Option<Place>,
    /// The country that it belongs to.
    pub country: Option<Id>,
}

/// Reads all entities of a text, in order and without overlap.
#[must_use]
pub fn recognise(
    words: &[Word],
    text: &Text,
    sentences: &[Sentence],
    language: &Language,
    lexicon: &Lexicon,
) -> Vec<Entity> {
    let reader = Reader { words, text, language, lexicon };
    let mut entities: Vec<Entity> = Vec::new();
    for sentence in sentences {
        let mut idx = sentence.words.start;
        while idx < sentence.words.end {
            match reader.entity(idx, sentence.words.end, &entities) {
                Some(entity) => {
                    idx = entity.words.end.max(idx + 1);
                    entities.push(entity);
                }
                None => idx += 1,
            }
        }
    }
    reader.add_surnames(&mut entities);
    identity::join_appositions(words, &mut entities);
    identity::resolve_roles(&mut entities, lexicon);
    identity::join_short_names(&mut entities);
    entities
}

/// Words with the plain sign in place of the curved one that marks an owner.
fn with_plain_marks(words: &str) -> Cow<'_, str> {
    if words.contains(CURVED) { Cow::Owned(words.replace(CURVED, "'")) } else { Cow::Borrowed(words) }
}

/// The curved sign that marks an owner.
const CURVED: char = '\u{2019}';

/// Words with one space between them.
fn one_spaced(words: &str) -> String {
    let mut spaced = String::with_capacity(words.len());
    for word in words.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// What reading needs to know.
struct Reader<'a> {
    words: &'a [Word],
    text: &'a Text,
    language: &'a Language,
    lexicon: &'a Lexicon,
}

impl Reader<'_> {
    fn entity(&self, idx: usize, end: usize, before: &[Entity]) -> Option<Entity> {
        let word = self.words.get(idx)?;
        let is_listed =
            (word.summary.is_any(NAMING) && !self.is_everyday(idx)) || word.summary.does_any(POINTING);
        let listed = || self.listed(idx, end, before);
        let found = is_listed.then(listed).flatten();
        if !self.language.grammar.capitals && !name::may_begin_name(word) {
            return found.or_else(|| self.called_thing(idx, end));
        }
        found
            .or_else(|| self.unknown_name(idx, end))
            .or_else(|| self.plain_name(idx, end))
            .or_else(|| self.called_thing(idx, end))
            .or_else(|| self.speaker_name(idx))
            .or_else(|| self.apposed_name(idx, end))
    }

    /// An entity that begins with a word which the data lists as a name, as its beginning or for one.
    fn listed(&self, idx: usize, end: usize, before: &[Entity]) -> Option<Entity> {
        self.person(idx, end)
            .or_else(|| self.role(idx, end, before))
            .or_else(|| self.region(idx, end, before))
            .or_else(|| self.place(idx, end))
            .or_else(|| self.body(idx, end))
            .or_else(|| self.back_reference(idx, before))
    }

    fn id(&self, idx: usize, pick: impl Fn(&Meaning) -> Option<&Id>) -> Option<Id> {
        self.words.get(idx)?.find(|sense| pick(&sense.meaning).cloned())
    }

    fn country_at(&self, idx: usize) -> Option<Id> {
        self.id(idx, Meaning::nation)
    }

    /// The country of an adjective before the word, in languages that put it there.
    fn country_before(&self, idx: usize) -> Option<Id> {
        let before = idx.checked_sub(1)?;
        self.country_at(before).filter(|_| !self.language.grammar.adjective_after_noun)
    }

    /// The entity of one word that stands for a state.
    fn state(&self, idx: usize, code: Id, place: Place) -> Entity {
        Entity {
            words: idx..idx + 1,
            kind: EntityKind::Country,
            is_named: true,
            names: vec![self.lexicon.gazetteer.state(&code)],
            place: Some(place),
            country: Some(code),
        }
    }

    fn words_of(&self, words: &Range<usize>) -> String {
        let (Some(first), Some(last)) =
            (self.words.get(words.start), self.words.get(words.end.saturating_sub(1)))
        else {
            return String::new();
        };
        let whole = first.given && !self.language.grammar.capitals;
        let start = if whole { first.span.start } else { first.stem_span.start };
        let words = self.text.slice(Span::new(start, last.span.end));
        one_spaced(self.language.without_owner(&with_plain_marks(words)))
    }
}
