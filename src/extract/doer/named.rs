//! Who and what the words of a text name that may do something: people in full, bodies, and what else has a name that is
//! no place's.

use crate::extract::announced;
use crate::extract::doer::Sort;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::naming::Naming;
use crate::extract::reading::Reading;
use crate::extract::sentence::Sentence;
use crate::extract::word::Word;
use crate::lexicon::class::{Class, Classes};
use crate::lexicon::meaning::{Form, Meaning, Sense};
use crate::lexicon::schema::kind::Kind;
use crate::text::hash;
use crate::text::token::TokenKind;
use crate::value::words::Name;
use std::ops::Range;

/// Somebody who is named.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) words: Range<usize>,
    pub(super) name: Name,
    pub(super) sort: Sort,
}

/// All who are named, in order and without overlap: what shows a name better comes first.
pub(super) fn all(reading: &Reading<'_>, kind: &Kind, namings: &[Naming]) -> Vec<Named> {
    let known: Vec<Named> = reading.entities.iter().filter_map(|entity| of_entity(reading, entity)).collect();
    let is_free = |at: &Range<usize>| reading.entities.iter().all(|entity| are_apart(&entity.words, at));
    let named = |words: &Range<usize>| reading.lexicon.name(reading.text.slice(reading.span(words)));
    let of_naming = |naming: &Naming| {
        let is_person = naming.length > 1 && is_role_before(reading, naming);
        let is_body = !naming.is_loose || is_announced(reading, kind, naming);
        let sort = if is_person { Sort::Person } else { Sort::Body };
        (is_person || is_body).then(|| (naming.at.clone(), sort, Some(naming.name.clone())))
    };
    let quoted = quoted(reading).into_iter().map(|words| (words, Sort::Body, None));
    let unlisted = namings.iter().filter_map(of_naming);
    let announced = behind_countries(reading).into_iter();
    let announced = announced.map(|named| (named.words, named.sort, Some(named.name)));
    let written = capitals(reading).into_iter().map(|words| (words, Sort::Body, None));
    let mut all = known;
    for (words, sort, name) in quoted.chain(unlisted).chain(announced).chain(written) {
        let is_new = all.iter().all(|known| are_apart(&known.words, &words));
        if is_new && (sort == Sort::Person || is_free(&words)) {
            let name = name.unwrap_or_else(|| named(&words));
            all.push(Named { words, name, sort });
        }
    }
    all.sort_by_key(|named| named.words.start);
    all
}

fn are_apart(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.end <= other.start || other.end <= one.start
}

/// The only one whom an entity names, if it is somebody who may do something.
fn of_entity(reading: &Reading<'_>, entity: &Entity) -> Option<Named> {
    let mut own = entity.names.iter().filter(|name| !name.is_office());
    if let ([office], EntityKind::Person) = (&entity.names[..], entity.kind)
        && office.offices().all(|role| OFFICES.contains(&&*role))
        && office.is_office()
        && entity.is_named
    {
        return Some(Named { words: entity.words.clone(), name: office.clone(), sort: Sort::Office });
    }
    let name = own.next().filter(|_| own.next().is_none())?;
    let sort = match entity.kind {
        EntityKind::Person if name.is_full() => Sort::Person,
        EntityKind::Body if entity.is_named && !is_of_country(reading, entity) => Sort::Body,
        EntityKind::Person | EntityKind::Body | EntityKind::Country | EntityKind::Place => return None,
    };
    Some(Named { words: entity.words.clone(), name: name.clone(), sort })
}

/// Those whom a country's adjective announces.
fn behind_countries(reading: &Reading<'_>) -> Vec<Named> {
    if !reading.language.grammar.adjective_after_noun {
        return Vec::new();
    }
    let of = |sentence: &Sentence| -> Vec<Named> {
        let announced = |at: usize| announced::behind_country(reading, at, sentence.words.end);
        let found = sentence.words.clone().filter_map(announced);
        found.map(|(name, words)| Named { words, name, sort: Sort::Person }).collect()
    };
    reading.sentences.iter().flat_map(of).collect()
}

/// Offices of which a state or a town has one, and that no other word calls.
const OFFICES: [&str; 9] = [
    "crown-prince",
    "defence-minister",
    "finance-minister",
    "foreign-minister",
    "health-minister",
    "interior-minister",
    "king",
    "president",
    "prime-minister",
];

/// Words of the calendar, of the day and of money, which no name is made of.
const TIMES: Classes =
    Classes::of(&[Class::Calendar, Class::Daypart, Class::Unit, Class::Nation, Class::Role]);

/// Most words of such a name.
const LONGEST: usize = 4;

/// The runs of words with capitals inside of sentences, whatever the words mean.
fn capitals(reading: &Reading<'_>) -> Vec<Range<usize>> {
    if !reading.language.grammar.capitals {
        return Vec::new();
    }
    let is_capital = |at: usize| {
        reading.words.get(at).is_some_and(|word| {
            word.capital && word.kind == TokenKind::Word && word.breaks == 0 && !word.summary.is_any(TIMES)
        })
    };
    let mut runs: Vec<Range<usize>> = Vec::new();
    for sentence in reading.sentences.iter().filter(|sentence| !sentence.is_heading) {
        let mut at = sentence.words.start + 1;
        while at < sentence.words.end {
            let end = (at..sentence.words.end).find(|end| !is_capital(*end)).unwrap_or(sentence.words.end);
            if end > at && end - at <= LONGEST {
                runs.push(at..end);
            }
            at = end.max(at + 1);
        }
    }
    runs
}

/// The few words between quotation marks that name something, in languages without capitals.
fn quoted(reading: &Reading<'_>) -> Vec<Range<usize>> {
    if reading.language.grammar.capitals {
        return Vec::new();
    }
    let is = |at: usize, sign: &str| reading.words.get(at).is_some_and(|word| word.is_sign(sign));
    let run = |at: usize| {
        let closing = if is(at, "«") { "»" } else { "\"" };
        let end = (at + 1..at + 2 + LONGEST).find(|end| is(*end, closing))?;
        (end > at + 1).then_some(at + 1..end)
    };
    (0..reading.words.len()).filter(|at| is(*at, "«") || is(*at, "\"")).filter_map(run).collect()
}

/// Whether a body is told by its country alone: a *Chinese company*.
fn is_of_country(reading: &Reading<'_>, entity: &Entity) -> bool {
    let is_plain =
        |word: &Word| word.summary.is_any(COUNTRY) || word.is_article() || word.summary.is(Class::Function);
    let words = reading.words.get(entity.words.clone()).unwrap_or_default();
    entity.country.is_some() && words.iter().all(is_plain)
}

/// What a body that has no name of its own is called by.
const COUNTRY: Classes = Classes::of(&[Class::Body, Class::Nation]);

/// Whether a word for a person stands right before a name.
fn is_role_before(reading: &Reading<'_>, naming: &Naming) -> bool {
    let before = naming.at.start.checked_sub(1).and_then(|at| reading.words.get(at));
    let is_person = |sense: &Sense| {
        let concept = sense.meaning.concept();
        sense.form == Form::One
            && (matches!(sense.meaning, Meaning::Role(_))
                || concept.is_some_and(|id| reading.lexicon.is_of_people(hash::of(&**id))))
    };
    before.is_some_and(|word| word.senses.iter().any(is_person))
}

/// Whether a noun of a body or a quotation mark stands right before a name that nothing else shows.
fn is_announced(reading: &Reading<'_>, kind: &Kind, naming: &Naming) -> bool {
    let before = naming.at.start.checked_sub(1).and_then(|at| reading.words.get(at));
    let announces = |word: &Word| {
        word.summary.is(Class::Body) || word.has_any(&kind.heads) || word.is_sign("«") || word.is_sign("\"")
    };
    before.is_some_and(announces)
}
