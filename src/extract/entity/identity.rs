//! Who is who: a role or a short name that means somebody whom the text names in full.

use crate::extract::attribution::is_verb;
use crate::extract::entity::{Entity, EntityKind};
use crate::extract::word::Word;
use crate::lexicon::Lexicon;
use crate::lexicon::meaning::{Form, Id, Meaning};
use crate::lexicon::schema::function::Function;
use crate::text::token::TokenKind;
use crate::value::words::Name;
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A role without a name means the person of that country whom the text names most.
pub(super) fn resolve_roles(entities: &mut [Entity], lexicon: &Lexicon) {
    let mut named: BTreeMap<Id, BTreeMap<Name, usize>> = BTreeMap::new();
    for entity in entities.iter().filter(|entity| entity.kind == EntityKind::Person) {
        for name in &entity.names {
            let is_person = name.keys.iter().any(|key| lexicon.gazetteer.country_of(key).is_some());
            if let (true, Some(country)) = (is_person, &entity.country) {
                *named.entry(country.clone()).or_default().entry(name.clone()).or_default() += 1;
            }
        }
    }
    for entity in entities.iter_mut().filter(|entity| entity.kind == EntityKind::Person) {
        let leads = entity.names.iter().any(|name| name.keys.iter().any(|key| is_head_of_state(key)));
        let people = entity.country.as_ref().and_then(|country| named.get(country)).filter(|_| leads);
        if let Some((name, _)) = people.and_then(|people| people.iter().max_by_key(|(_, count)| **count)) {
            entity.names = vec![name.clone()];
        }
    }
}

/// Most words between an office and the name that stands in apposition to it: a comma, an article, an
/// adjective.
const BETWEEN: usize = 3;

/// An office beside a name, with nothing but a comma, articles and adjectives between, means that person:
/// the former mayor, Renata Pires, and Renata Pires, the former mayor.
pub(super) fn join_appositions(words: &[Word], entities: &mut [Entity]) {
    let is_office = |entity: &Entity| entity.names.iter().all(Name::is_office);
    for at in 1..entities.len() {
        let (before, rest) = entities.split_at_mut(at);
        let (Some(left), Some(right)) = (before.last_mut(), rest.first_mut()) else { continue };
        let people = left.kind == EntityKind::Person && right.kind == EntityKind::Person;
        let between = words.get(left.words.end..right.words.start).unwrap_or_default();
        let comma = between.iter().any(|word| word.is_sign(","));
        let beside = (between.len() <= BETWEEN && between.iter().all(is_between) && !between.is_empty())
            || (is_office(left) && is_of_more(between));
        let closed = words.get(right.words.end).is_none_or(|word| word.kind == TokenKind::Sign);
        if !people || !beside || is_office(left) == is_office(right) {
            continue;
        }
        if is_office(left) && (!comma || closed) {
            left.names.clone_from(&right.names);
        } else if is_office(right) && comma {
            right.names.clone_from(&left.names);
        }
    }
}

/// Most words that tell whose an office is, with the comma behind them.
const WHOSE: usize = 5;

/// Whether the words tell whose the office before them is, and a comma ends them: the head of the company, Karim
/// Haddad.
fn is_of_more(between: &[Word]) -> bool {
    let Some((comma, whose)) = between.split_last().filter(|(last, _)| last.is_sign(",")) else {
        return false;
    };
    let leads =
        |word: &Word| word.clitics.preposition.is_some() || OF_MORE.iter().any(|of| word.is_function(*of));
    let is_plain = |word: &Word| word.kind == TokenKind::Word && word.breaks == 0 && !is_verb(word);
    comma.breaks == 0 && whose.len() < WHOSE && whose.first().is_some_and(leads) && whose.iter().all(is_plain)
}

/// Words that lead to whose an office is.
const OF_MORE: [Function; 3] = [Function::Of, Function::At, Function::For];

/// Whether the word may stand between an office and its holder's name.
fn is_between(word: &Word) -> bool {
    let adjective = word.senses.iter().any(|sense| {
        sense.form == Form::Fixed && matches!(sense.meaning, Meaning::Concept(_) | Meaning::Demonym(_))
    });
    word.is_sign(",") || word.is_article() || (adjective && word.clitics.preposition.is_none())
}

/// A single word that ends or begins one longer name of the text, and no other person's, means that person.
pub(super) fn join_short_names(entities: &mut [Entity]) {
    let people = entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    let long = people.flat_map(|entity| &entity.names).filter(|name| name.name.contains(' '));
    let mut longer: FxHashMap<String, Option<Name>> = FxHashMap::default();
    for name in long {
        let mut parts = name.name.split([' ', '-']);
        for part in [parts.next(), parts.next_back()].into_iter().flatten() {
            let entry = longer.entry(part.to_owned()).or_insert_with(|| Some(name.clone()));
            if entry.as_ref().is_some_and(|known| !is_one(&known.name, &name.name)) {
                *entry = None;
            }
        }
    }
    for entity in entities.iter_mut().filter(|entity| entity.kind == EntityKind::Person) {
        for name in &mut entity.names {
            if !name.name.contains(' ')
                && name.keys.iter().all(|key| !key.contains(':'))
                && let Some(Some(longer)) = longer.get(&name.name)
            {
                *name = longer.clone();
            }
        }
    }
}

/// Whether two names may be one person's: all words of the shorter one stand in the longer one.
fn is_one(left: &str, right: &str) -> bool {
    let has_all =
        |whole: &str, part: &str| part.split(' ').all(|word| whole.split(' ').any(|other| other == word));
    has_all(left, right) || has_all(right, left)
}

/// Whether a role's key is that of a head of state without anything added.
fn is_head_of_state(key: &str) -> bool {
    ["president:", "leader:", "king:"]
        .iter()
        .any(|role| key.strip_prefix(role).is_some_and(|rest| rest.len() == 2))
}
