//! Who is who: a role or a short name that means somebody whom the text names in full.

use crate::extract::entity::{Entity, EntityKind};
use crate::lexicon::Lexicon;
use crate::lexicon::meaning::Id;
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

/// A single word that ends or begins one longer name of the text means that person.
pub(super) fn join_short_names(entities: &mut [Entity]) {
    let people = entities.iter().filter(|entity| entity.kind == EntityKind::Person);
    let long = people.flat_map(|entity| &entity.names).filter(|name| name.name.contains(' '));
    let mut first: FxHashMap<String, Name> = FxHashMap::default();
    for name in long {
        for part in name.name.split(' ').filter(|part| !first.contains_key(*part)).collect::<Vec<_>>() {
            first.insert(part.to_owned(), name.clone());
        }
    }
    for entity in entities.iter_mut().filter(|entity| entity.kind == EntityKind::Person) {
        for name in &mut entity.names {
            if !name.name.contains(' ')
                && name.keys.iter().all(|key| !key.contains(':'))
                && let Some(longer) = first.get(&name.name)
            {
                *name = longer.clone();
            }
        }
    }
}

/// Whether a role's key is that of a head of state without anything added.
fn is_head_of_state(key: &str) -> bool {
    ["president:", "leader:", "king:"]
        .iter()
        .any(|role| key.strip_prefix(role).is_some_and(|rest| rest.len() == 2))
}
