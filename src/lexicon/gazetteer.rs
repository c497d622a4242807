//! Places, countries and people as values: what the data knows of them, resolved for comparison.

use crate::lexicon::meaning::Id;
use crate::lexicon::schema::place::Places;
use crate::lexicon::schema::shared::Shared;
use crate::lexicon::zones::Zones;
use crate::value::keys::NameKeys;
use crate::value::place::Place;
use crate::value::words::Name;
use rustc_hash::FxHashMap;
use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

/// The type of a country as a place.
const COUNTRY: &str = "country";

/// Beginning of the ids of capitals.
const CAPITAL: &str = "capital-";

/// Types of places that move.
const VEHICLES: [&str; 3] = ["plane", "ship", "train"];

/// The widest types of places that were built.
const FACILITIES: [&str; 2] = ["facility", "building"];

/// Known places, countries and people.
#[derive(Clone, Debug)]
pub struct Gazetteer {
    places: Places,
    shared: Shared,
    /// Each type as a place that is nothing else, once it is asked for.
    types: OnceLock<FxHashMap<String, Place>>,
    /// The regions that directions make of each country, once one is asked for.
    regions: OnceLock<FxHashMap<String, Vec<(String, String)>>>,
    /// Time zones.
    pub zones: Zones,
}

/// The directions and ids of the regions of each country.
fn regions(places: &Places) -> FxHashMap<String, Vec<(String, String)>> {
    let mut regions: FxHashMap<String, Vec<(String, String)>> = FxHashMap::default();
    for (id, data) in &places.places {
        if let Some(direction) = &data.direction {
            regions.entry(data.within.clone()).or_default().push((direction.clone(), id.clone()));
        }
    }
    regions
}

impl Gazetteer {
    /// Joins the two data files.
    #[must_use]
    pub const fn new(places: Places, shared: Shared) -> Self {
        Self { places, shared, types: OnceLock::new(), regions: OnceLock::new(), zones: Zones::new() }
    }

    /// A country as a place.
    #[must_use]
    pub fn country(&self, code: &str) -> Place {
        let name = self.shared.countries.get(code).map_or(code, |country| &country.name);
        self.typed(Place { name: name.to_owned(), id: Some(code.to_owned()), ..Place::default() }, COUNTRY)
    }

    /// The capital of a country as a place in it.
    #[must_use]
    pub fn capital(&self, code: &str) -> Place {
        let name = self.shared.countries.get(code).and_then(|country| country.capital.clone());
        let place = Place {
            name: name.unwrap_or_else(|| format!("capital of {code}")),
            id: Some(format!("{CAPITAL}{code}")),
            within: BTreeSet::from([code.to_owned()]),
            ..Place::default()
        };
        self.typed(place, "city")
    }

    /// A named place of the data.
    #[must_use]
    pub fn place(&self, id: &str) -> Place {
        let Some(data) = self.places.places.get(id) else {
            return Place { name: id.to_owned(), id: Some(id.to_owned()), ..Place::default() };
        };
        let place = Place {
            name: data.name.clone(),
            id: Some(id.to_owned()),
            within: self.containers(&data.within),
            ..Place::default()
        };
        self.typed(place, &data.place_type)
    }

    /// A place or country by its id.
    #[must_use]
    pub fn any(&self, id: &str) -> Place {
        if self.shared.countries.contains_key(id) { self.country(id) } else { self.place(id) }
    }

    /// The region that a direction makes of a country, where the data knows it by a name.
    #[must_use]
    pub fn region(&self, direction: &str, country: &str) -> Option<Place> {
        let regions = self.regions.get_or_init(|| regions(&self.places));
        let (_, id) = regions.get(country)?.iter().find(|(own, _)| own == direction)?;
        Some(self.place(id))
    }

    /// The part of a country that lies in a direction: the region that the data knows, else one without a
    /// name of its own.
    #[must_use]
    pub fn part_of(&self, direction: &str, country: &str) -> Place {
        self.region(direction, country).unwrap_or_else(|| {
            let whole = self.country(country);
            let place = Place {
                name: format!("{} of {}", direction, whole.name),
                id: Some(format!("{direction}-{country}")),
                within: BTreeSet::from([country.to_owned()]),
                ..Place::default()
            };
            self.typed(place, "region")
        })
    }

    /// A place known by its type alone.
    #[must_use]
    pub fn of_type(&self, name: &str, place_type: &str) -> Place {
        self.typed(Place { name: name.to_owned(), ..Place::default() }, place_type)
    }

    /// A place with a type, its wider types, and all that they exclude.
    #[must_use]
    pub fn typed(&self, place: Place, place_type: &str) -> Place {
        match self.of_type_alone(place_type).filter(|_| place.types.is_empty() && place.excludes.is_empty()) {
            Some(known) => Place { types: known.types.clone(), excludes: known.excludes.clone(), ..place },
            None => self.of_types(place, place_type),
        }
    }

    /// A place of a type that is nothing else.
    fn of_type_alone(&self, place_type: &str) -> Option<&Place> {
        let all = || self.places.types.keys().map(|id| (id.clone(), self.of_types(Place::default(), id)));
        self.types.get_or_init(|| all().collect()).get(place_type)
    }

    /// A place with the types from `place_type` outwards.
    fn of_types(&self, place: Place, place_type: &str) -> Place {
        let (mut types, mut excludes) =
            (Arc::unwrap_or_clone(place.types), Arc::unwrap_or_clone(place.excludes));
        let mut next = Some(place_type.to_owned());
        while let Some(current) = next.filter(|current| !types.contains(current)) {
            let data = self.places.types.get(&current);
            excludes.extend(data.into_iter().flat_map(|data| data.excludes.iter().cloned()));
            let named_by = self.places.types.iter().filter(|(_, other)| other.excludes.contains(&current));
            excludes.extend(named_by.map(|(id, _)| id.clone()));
            next = data.and_then(|data| data.is.clone());
            types.insert(current);
        }
        Place { types: Arc::new(types), excludes: Arc::new(excludes), ..place }
    }

    /// Whether a place of this type can be told by its type alone: one that was built, not a stretch of land.
    #[must_use]
    pub fn is_facility(&self, place_type: &str) -> bool {
        match self.of_type_alone(place_type) {
            Some(known) => FACILITIES.iter().any(|facility| known.types.contains(*facility)),
            None => FACILITIES.contains(&place_type),
        }
    }

    /// Whether a place of this type moves from place to place.
    #[must_use]
    pub fn is_vehicle(&self, place_type: &str) -> bool {
        VEHICLES.contains(&place_type)
    }

    /// Puts a place into another and into all that this lies in.
    pub fn put_within(&self, place: &mut Place, outer: &Place) {
        place.within.extend(outer.id.iter().cloned());
        place.within.extend(outer.within.iter().cloned());
    }

    /// A country as one that acts: the state.
    #[must_use]
    pub fn state(&self, code: &str) -> Name {
        let name = self.shared.countries.get(code).map_or(code, |country| &country.name);
        Name { name: name.to_owned(), keys: NameKeys::from([code.to_owned()]) }
    }

    /// A known person.
    #[must_use]
    pub fn person(&self, id: &str) -> Name {
        let name = self.shared.people.get(id).map_or(id, |person| &person.name);
        Name { name: name.to_owned(), keys: NameKeys::from([id.to_owned()]) }
    }

    /// The country of a known person.
    #[must_use]
    pub fn country_of(&self, person: &str) -> Option<Id> {
        self.shared.people.get(person).map(|person| person.country.as_str().into())
    }

    /// The main language of a country.
    #[must_use]
    pub fn language_of(&self, country: &str) -> Option<&str> {
        self.shared.countries.get(country).map(|country| country.language.as_str())
    }

    /// Whether the main language of a country is another than `language`, so that its people's words are
    /// translated there; no where the country is not known.
    #[must_use]
    pub fn is_foreign(&self, country: Option<&str>, language: &str) -> bool {
        let primary = language.split('-').next();
        country.and_then(|country| self.language_of(country)).is_some_and(|own| Some(own) != primary)
    }

    /// The time zone of a place, by its IANA name: its own, that of the narrowest known place that it lies in,
    /// or that of its country where that has only one.
    #[must_use]
    pub fn zone_of(&self, place: &Place) -> Option<&str> {
        let around = place.id.iter().chain(&place.within);
        let zoned = around.clone().filter_map(|id| Some((id, self.places.places.get(id)?.zone.as_deref()?)));
        let narrowest = zoned.max_by_key(|(id, _)| self.containers(id).len());
        let capital = |id: &String| {
            let country = self.shared.countries.get(id.strip_prefix(CAPITAL)?)?;
            country.zone.as_deref()
        };
        let country = |id: &String| {
            let country = self.shared.countries.get(id).filter(|country| !country.other_zones)?;
            country.zone.as_deref()
        };
        let own = narrowest.map(|(_, zone)| zone).or_else(|| place.id.as_ref().and_then(capital));
        own.or_else(|| around.into_iter().find_map(country))
    }

    /// The shared data.
    #[must_use]
    pub const fn shared(&self) -> &Shared {
        &self.shared
    }

    /// Everything that a place with this direct container lies in.
    fn containers(&self, within: &str) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        let mut next = Some(within.to_owned());
        while let Some(current) = next {
            next = self
                .places
                .places
                .get(&current)
                .map(|data| data.within.clone())
                .filter(|next| !all.contains(next));
            all.insert(current);
        }
        all
    }
}
