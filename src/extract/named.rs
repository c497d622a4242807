//! Names as mentions: those who and what a text names, each whole. An office alone names nobody, and what only tells
//! the sort of a body ("the company", "a Chinese company", "the new management") names none.

use crate::extract::attribution::is_verb;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::mention::{Dimension, Mention};
use crate::extract::reading::Reading;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::text::span::{Original, Span};
use crate::text::token::TokenKind;
use crate::value::Value;
use crate::value::keys::NameKeys;
use crate::value::place::Place;
use crate::value::words::Name;
use std::ops::Range;

/// Bodies of which a country has many, so that its adjective alone names none.
const MANY: [&str; 9] = [
    "bank",
    "committee",
    "company",
    "department",
    "institute",
    "magazine",
    "newspaper",
    "organisation",
    "service",
];

/// Bodies that are parts of something, so that what describes them names none.
const PARTS: [&str; 8] =
    ["command", "committee", "company", "department", "institute", "magazine", "newspaper", "service"];

/// Bodies that are told by whose they are.
const OWNED: [&str; 7] =
    ["authority", "command", "committee", "council", "department", "police", "presidency"];

/// Nouns of what such a body may be of, beside bodies and places.
const OWNERS: [&str; 4] = ["club-noun", "festival", "party", "team"];

/// The type of places that stand for their country.
const EMBASSY: &str = "embassy";

/// Types of places whose name is not that of where they stand.
const BUILT: [&str; 2] = ["building", "facility"];

/// The names of a text, in order.
pub(super) fn names<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = Mention> + 'r {
    reading.entities.iter().filter(|entity| entity.is_named).filter_map(|entity| name(reading, entity))
}

/// An entity as a mention, if it has a name.
fn name(reading: &Reading<'_>, entity: &Entity) -> Option<Mention> {
    let words = reading.words.get(entity.words.clone())?;
    let is_office = || entity.names.iter().all(Name::is_office);
    let names_none = match entity.kind {
        EntityKind::Person => is_office(),
        EntityKind::Body => is_sort(reading, entity, words),
        EntityKind::Place => is_sort_of_place(reading, entity, words),
        EntityKind::Country => is_adjective(reading, entity),
    };
    if names_none {
        return None;
    }
    let value = value(reading, entity, words)?;
    let mention = Mention::new(Dimension::Name, span(reading, &entity.words), value);
    Some(Mention { words: entity.words.clone(), ..mention })
}

/// Whether the words of a body tell no more than what it is, in languages whose adjectives follow their noun.
fn is_sort(reading: &Reading<'_>, entity: &Entity, words: &[Word]) -> bool {
    let Some((first, rest)) = words.split_first().filter(|(_, rest)| !rest.is_empty()) else { return false };
    if !reading.language.grammar.adjective_after_noun {
        return false;
    }
    let key = entity.names.first().and_then(|name| name.keys.iter().find(|key| key.contains(':')));
    let Some(mut key) = key.map(|key| key.split(':')) else { return false };
    let (kind, country) = (key.next().unwrap_or_default(), key.next().unwrap_or_default());
    let is_definite = first.clitics.article;
    let language = reading.language;
    let leads =
        |word: &Word| word.clitics.preposition.is_some() || language.is_led_with_article(&word.normal);
    let tells_more = rest.iter().any(leads);
    let is_nation = |word: &Word| word.summary.is(Class::Nation);
    let describes = |word: &Word| !is_nation(word) && !word.is_noun() && !word.given;
    let is_rank = rest.iter().take(1).any(|word| word.summary.is(Class::Number));
    let of_nation = !country.is_empty() && rest.iter().all(|word| is_nation(word) || describes(word));
    is_rank
        || is_indefinite(first, rest)
        || is_of_several(first) && of_nation && kind != AUTHORITY
        || is_definite && of_nation && !tells_more && MANY.contains(&kind)
        || is_definite && !tells_more && PARTS.contains(&kind) && rest.iter().all(describes)
        || !is_definite && OWNED.contains(&kind) && is_of_owner(rest)
}

/// The authorities of a country, who are always told as many.
const AUTHORITY: &str = "authority";

/// Whether the word tells several things and never one.
fn is_of_several(word: &Word) -> bool {
    word.summary.has_form(Form::Many) && !word.summary.has_form(Form::One)
}

/// Whether no word has an article, and the last one is the adjective of a country: `شركة صينية`.
fn is_indefinite(first: &Word, rest: &[Word]) -> bool {
    let is_demonym = |word: &Word| {
        !word.clitics.article && word.senses.iter().any(|sense| sense.meaning.demonym().is_some())
    };
    let is_own = |word: &Word| word.clitics.article || word.given || word.senses.is_empty();
    !first.clitics.article && rest.last().is_some_and(is_demonym) && !rest.iter().any(is_own)
}

/// Whether the only word behind a body is one noun with an article that tells whose it is: `إدارة المستشفى`.
fn is_of_owner(rest: &[Word]) -> bool {
    let [owner] = rest else { return false };
    let is_one = |meaning: &Meaning| {
        matches!(meaning, Meaning::Body(_) | Meaning::PlaceType(_))
            || meaning.concept().is_some_and(|concept| OWNERS.contains(&&**concept))
    };
    owner.clitics.article
        && owner.senses.iter().any(|sense| sense.form == Form::One && is_one(&sense.meaning))
}

/// Whether the words of a place tell no more than what it is and in which country, in languages whose adjectives
/// follow their noun.
fn is_sort_of_place(reading: &Reading<'_>, entity: &Entity, words: &[Word]) -> bool {
    let Some(place) = entity.place.as_ref().filter(|_| words.len() > 1) else { return false };
    let is_state = words[0].senses.iter().any(|sense| {
        matches!(&sense.meaning, Meaning::PlaceType(kind) if **kind == *COUNTRY) && place.within.is_empty()
    });
    let is_built = |sense: &Sense| matches!(&sense.meaning, Meaning::PlaceType(kind) if reading.lexicon.gazetteer.is_facility(kind));
    if is_of_several(&words[0]) && words[0].senses.iter().any(is_built) {
        return true;
    }
    let is_unknown = place.id.is_none() && !place.types.contains(EMBASSY);
    reading.language.grammar.adjective_after_noun && (is_unknown || is_state && !place.is_listed())
}

/// Whether the one word of a country is spelt as the adjective of its people and describes the noun before it:
/// `الأندية السعودية`, `طائرة سعودية`.
fn is_adjective(reading: &Reading<'_>, entity: &Entity) -> bool {
    let (first, language) = (entity.words.start, reading.language);
    let Some(word) = reading.words.get(first).filter(|_| entity.words.len() == 1) else { return false };
    let is_free = word.clitics.conjunction.is_none() && word.clitics.preposition.is_none();
    if !language.grammar.adjective_after_noun || language.grammar.capitals || word.width() > 1 || !is_free {
        return false;
    }
    let bare = language.without_article(&word.normal);
    let found = language.look_up(&[bare.unwrap_or(&word.normal)]);
    let is_demonym = found.senses.iter().any(|sense| sense.meaning.demonym().is_some());
    let is_beside = |before: &Word| {
        let is_grammar = before.summary.is_any(Classes::of(&[Class::Function, Class::Stop]));
        before.kind == TokenKind::Word && word.breaks == 0 && !is_grammar
    };
    // What has no article may be a country that is spelt so behind a verb: قالت جيبوتي.
    let describes = |before: &Word| {
        is_beside(before) && if bare.is_none() { !is_verb(before) } else { before.letters.is_definite }
    };
    let before = first.checked_sub(1).and_then(|before| reading.words.get(before));
    is_demonym && before.is_some_and(describes)
}

/// The type of a country: all their names are known.
const COUNTRY: &str = "country";

/// What an entity is called: a known place and a person by the name, all else by the words with their article.
fn value(reading: &Reading<'_>, entity: &Entity, words: &[Word]) -> Option<Value> {
    let own = entity.names.first();
    match &entity.place {
        Some(place) if !is_built(place, words) => Some(Value::Place(place.clone())),
        Some(place) => {
            let keys: NameKeys = place.id.iter().cloned().collect();
            Some(Value::Name(Name { name: whole(reading, &entity.words), keys }))
        }
        None if entity.kind == EntityKind::Body => {
            own.map(|own| Value::Name(Name { name: whole(reading, &entity.words), ..own.clone() }))
        }
        None => own.cloned().map(Value::Name),
    }
}

/// Whether a place is something built, or anything called after somebody, so that the name behind its type is that of
/// another: the airport of Aden, `مدينة الملك عبد الله`.
fn is_built(place: &Place, words: &[Word]) -> bool {
    let Some((first, rest)) = words.split_first().filter(|(_, rest)| !rest.is_empty()) else { return false };
    let is_type = |meaning: &Meaning| matches!(meaning, Meaning::PlaceType(_));
    let is_called = rest.first().is_some_and(|word| word.summary.is(Class::Role) || word.given);
    let is_known = |word: &&Word| word.senses.iter().any(|sense| sense.meaning.is_place());
    let has_type = first.senses.iter().any(|sense| is_type(&sense.meaning));
    let stands_in = || rest.iter().any(|word| is_known(&word)) && tells_built(first);
    has_type && (BUILT.iter().any(|kind| place.types.contains(*kind)) || is_called || stands_in())
}

/// Whether a word tells nothing but sorts of things that are built.
fn tells_built(word: &Word) -> bool {
    word.senses
        .iter()
        .any(|sense| matches!(&sense.meaning, Meaning::PlaceType(kind) if BUILT_IN.contains(&&**kind)))
}

/// Types of what is built in a place and called by its name.
const BUILT_IN: [&str; 12] = [
    "airport",
    "dam",
    "factory",
    "hospital",
    "market",
    "mosque",
    "museum",
    "palace",
    "port",
    "prison",
    "stadium",
    "university",
];

/// The words of an entity with the article of the first one.
fn whole(reading: &Reading<'_>, words: &Range<usize>) -> String {
    let span = span(reading, words);
    let text = reading.text.source().get(span.start..span.end).unwrap_or_default();
    let text: Vec<&str> = text.split_whitespace().collect();
    let first = reading.words.get(words.start);
    let is_bare = |word: &Word| {
        word.clitics.article
            && !word.given
            && word.kind == TokenKind::Word
            && word.stem_span.start == span.start
    };
    let article = reading.language.articles().next().filter(|_| first.is_some_and(is_bare));
    article.unwrap_or_default().to_owned() + &text.join(" ")
}

/// The place of a name with its article, and without a conjunction or preposition that is written with it.
fn span(reading: &Reading<'_>, words: &Range<usize>) -> Span<Original> {
    let span = reading.span(words);
    let Some(first) = reading.words.get(words.start) else { return span };
    if first.given || (first.clitics.conjunction.is_none() && first.clitics.preposition.is_none()) {
        return Span::new(first.span.start, span.end);
    }
    let stuck = reading.text.source().get(first.span.start..span.start).unwrap_or_default();
    let article = reading.language.articles().find(|article| stuck.ends_with(*article));
    let article = article.filter(|_| first.clitics.article).map_or(0, str::len);
    Span::new(span.start - article, span.end)
}
