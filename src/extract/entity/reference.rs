//! Words that stand for what was named before: "this country", "the two countries", "there".

use crate::extract::entity::{Entity, EntityKind, Reader};
use crate::lexicon::meaning::Id;
use crate::lexicon::schema::function::Function;

impl Reader<'_> {
    /// "The two countries", "there": what was named before.
    pub(super) fn back_reference(&self, idx: usize, before: &[Entity]) -> Option<Entity> {
        let word = self.words.get(idx)?;
        if word.is_function(Function::BothCountries) {
            let countries = last_two_countries(before)?;
            let names = countries.iter().map(|code| self.lexicon.gazetteer.state(code)).collect();
            return Some(Entity {
                words: idx..idx + 1,
                kind: EntityKind::Country,
                is_named: false,
                names,
                place: None,
                country: None,
            });
        }
        if word.is_function(Function::ThisCountry) {
            let code = last_country(before)?;
            let place = self.lexicon.gazetteer.country(&code);
            return Some(Entity { is_named: false, ..self.state(idx, code, place) });
        }
        if word.is_function(Function::There) {
            let place = before.iter().rev().find(|entity| entity.place.is_some())?;
            return Some(Entity { words: idx..idx + 1, is_named: false, ..place.clone() });
        }
        None
    }
}

pub(super) fn last_country(before: &[Entity]) -> Option<Id> {
    before
        .iter()
        .rev()
        .find(|entity| entity.kind == EntityKind::Country)
        .and_then(|entity| entity.country.clone())
}

/// The two countries named last, the later one first; none where only one was named.
fn last_two_countries(before: &[Entity]) -> Option<[Id; 2]> {
    let mut countries = before
        .iter()
        .rev()
        .filter(|entity| entity.kind == EntityKind::Country)
        .filter_map(|entity| entity.country.clone());
    let last = countries.next()?;
    let other = countries.find(|country| *country != last)?;
    Some([last, other])
}
