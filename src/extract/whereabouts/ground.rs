//! The ground on which things were done: how large places are, and where they lie by the words around their names.

use crate::extract::reading::Reading;
use crate::extract::site::is_attribute;
use crate::extract::spot;
use crate::extract::whereabouts::Level;
use crate::extract::word::Word;
use crate::lexicon::meaning::Meaning;
use crate::lexicon::schema::function::Function;
use crate::value::place::Place;
use std::collections::BTreeSet;
use std::ops::Range;

/// Sorts of facilities that are mostly called by the town where they are.
const TOWNS: [&str; 3] = ["airport", "border-crossing", "port"];

/// The type of a province or the like.
const REGION: &str = "region";

/// Drops the stretches of a country right behind a place, which tell no more than where that lies: ولاية زمفارا *شمال
/// نيجيريا*.
pub(super) fn drop_stretches(reading: &Reading<'_>, places: &mut Vec<(Range<usize>, Place)>) {
    let ends: BTreeSet<usize> = places.iter().map(|(words, _)| words.end).collect();
    let is_direction = |word: &Word| {
        word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::Direction(_)))
            && word.clitics.preposition.is_none()
    };
    places.retain(|(words, _)| {
        let first = reading.words.get(words.start).filter(|word| word.breaks == 0);
        !(words.len() > 1 && ends.contains(&words.start) && first.is_some_and(is_direction))
    });
}

/// Whether a word tells the type of a place.
pub(super) fn tells_type(word: &Word) -> bool {
    word.senses.iter().any(|sense| matches!(sense.meaning, Meaning::PlaceType(_)))
}

/// The town that a preposition ties to the name of a facility right behind it, with what that lies in: ميناء الزهور
/// *بالدمام*, the Maple hotel *in Oslo*.
pub(super) fn town_of(reading: &Reading<'_>, end: usize) -> Vec<String> {
    let attributes = reading.words.get(end..).unwrap_or_default().iter();
    let at = end + attributes.take_while(|word| word.breaks == 0 && is_attribute(word)).count();
    let is_in = |at: usize| {
        reading.words.get(at).filter(|word| word.breaks == 0).is_some_and(|word| {
            word.clitics.preposition == Some(Function::In) || word.is_function(Function::In)
        })
    };
    if !is_in(at) {
        return Vec::new();
    }
    let place = reading.entities_in(at..at + 2).find_map(|entity| entity.place.as_ref());
    let town = place.filter(|place| place.is_listed() && !spot::is_country(place));
    town.map(|town| town.id.iter().chain(&town.within).cloned().collect()).unwrap_or_default()
}

/// Whether a place is of a sort that is mostly called by the town where it is.
pub(super) fn is_called(place: &Place) -> bool {
    TOWNS.iter().any(|name| place.types.contains(*name))
}

/// How large a place is by its types, else by the word that ends its name.
pub(super) fn level(reading: &Reading<'_>, words: &Range<usize>, place: &Place) -> Level {
    let has = |names: &[&str]| names.iter().any(|name| place.types.contains(*name));
    let is_region = |word: &Word| {
        word.senses.iter().any(|sense| matches!(&sense.meaning, Meaning::PlaceType(id) if **id == *REGION))
    };
    let last = || words.end.checked_sub(1).and_then(|last| reading.words.get(last));
    if spot::is_country(place) {
        Level::Country
    } else if has(&["facility", "building"]) && !is_called(place) {
        Level::Facility
    } else if has(&[REGION, "province", "governorate", "state", "sea", "river"])
        || last().is_some_and(is_region)
    {
        Level::Region
    } else {
        Level::Town
    }
}

/// The countries whose adjectives stand in a text.
pub(super) fn peoples<'r>(reading: &'r Reading<'_>) -> impl Iterator<Item = (Range<usize>, Place)> + 'r {
    let code = |at: usize| reading.words.get(at)?.find(|sense| sense.meaning.demonym().cloned());
    let country = move |at: usize| Some((at..at + 1, reading.lexicon.gazetteer.country(&code(at)?)));
    (0..reading.words.len()).filter_map(country)
}
